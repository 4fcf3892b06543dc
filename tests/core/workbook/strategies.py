"""Right year workbooks of every kind, in the form that an export gives them."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import strategies as st

from tests.core.workbook.award_kind_strategies import award_kinds
from tests.core.workbook.handed_in_strategies import submissions, unit_votes
from tests.core.workbook.milestone_strategies import milestones
from tests.core.workbook.movement_strategies import awards, movements, outside_awards
from tests.core.workbook.plan_strategies import plan_rows
from tests.core.workbook.proposal_strategies import against, proposal_sheets
from tests.core.workbook.rating_strategies import rating_days, result_of
from tests.core.workbook.target_strategies import target_rows
from thidua_gui.core.initiatives import InitiativeKind
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import CriterionKind, SheetSubject, StageKey
from thidua_gui.core.sheet_rules import is_for_group
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook import rows
from thidua_gui.core.workbook.rows import ChangeKind, SheetKey, YearWorkbook
from thidua_gui.core.workbook.school_result_row import SchoolResultRow

GROUPS = ("Giảng viên", "Chuyên viên", "Nhân viên", "Hợp đồng")
_LETTERS = "aăâbcdđeêghikloôơpqrstuưvxyAĐƯ ẤỳỸ_=+-'\"&<>.,/0123456789é\u0301😀\n"
_CODE_LETTERS = "ABCĐ0123456789.- "


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


words = st.text(_LETTERS, min_size=1, max_size=30).map(_tidy).filter(bool)
codes = st.text(_CODE_LETTERS, min_size=1, max_size=6).map(_tidy).filter(bool)
maybe_words = st.none() | words
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
maybe_days = st.none() | days
points = st.integers(0, 10_000_00).map(Points)
counts = st.none() | st.integers(0, 1_000_000)


@dataclass(frozen=True)
class Named:
    """The codes that rows may refer to."""

    units: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def person(self) -> st.SearchStrategy[str]:
        return st.sampled_from(self.people)

    @property
    def subject(self) -> st.SearchStrategy[str]:
        return st.sampled_from(("@", *self.units, *self.people))


@st.composite
def year_workbooks(draw: st.DrawFn) -> YearWorkbook:
    year = draw(st.integers(1990, 2099))
    named = _names(draw)
    people = tuple(draw(_person(code, named, year)) for code in named.people)
    criteria = draw(_criteria(named.units))
    targets = target_rows(codes, words, named.units, GROUPS[:3])
    book = YearWorkbook(
        office=draw(words),
        campaign=draw(_campaign(year)),
        units=tuple(draw(_unit(code, year)) for code in named.units),
        people=people,
        targets=_unique(draw(st.lists(targets, max_size=4)), lambda row: row.code),
        criteria=criteria,
        thresholds=draw(_thresholds()),
        scores=_scores(draw, people, named.units, criteria),
        meeting_rules=draw(_meeting_rules()),
        score_sheets=tuple(dict.fromkeys(row.sheet for row in criteria)),
    )
    book = _with_results(draw, _with_plan(draw, book))
    return _with_people(draw, book, named, year) if people else book


def _names(draw: st.DrawFn) -> Named:
    drawn = draw(st.lists(codes, min_size=1, max_size=9, unique=True))
    cut = draw(st.integers(1, len(drawn)))
    return Named(tuple(drawn[:cut]), tuple(drawn[cut:]))


def _with_people(draw: st.DrawFn, book: YearWorkbook, named: Named, year: int) -> YearWorkbook:
    joined = {person.code: person.joined_on for person in book.people}
    results = tuple(draw(result_of(person.code, year, maybe_words)) for person in book.people)
    initiatives = _unique(draw(st.lists(_initiative(named), max_size=3)), lambda row: row.code)
    uses, teaching = draw(_uses(named, initiatives)), draw(_teaching(results))
    votes = draw(unit_votes(named.units, (*named.units, *named.people), words, maybe_words, maybe_days))
    handed_in = draw(submissions(named.units, days, maybe_words))
    beside = draw(movements(named.units, words, maybe_words, maybe_days))
    names = [row.name for row in beside]
    others = draw(outside_awards(names, words, maybe_words, maybe_days))
    added = {
        "initiative_uses": uses, "teaching": teaching, "unit_votes": votes, "submissions": handed_in,
        "movements": beside, "outside_awards": others,
    }  # fmt: skip
    codes_of = [row.code for row in initiatives]
    added |= draw(proposal_sheets(named.subject, named.units, codes_of, words, maybe_words, maybe_days))
    added |= draw(against(named.subject, year, words, maybe_words, maybe_days))
    return replace(
        book,
        personnel_changes=tuple(draw(st.lists(_change(named, year), max_size=4))),
        disciplines=tuple(draw(st.lists(_discipline(named), max_size=3))),
        registrations=_unique(draw(st.lists(_registration(named, joined), max_size=5)), _registered),
        results=results,
        initiatives=initiatives,
        **added,
        present=book.present | {SheetKey(key) for key, lines in added.items() if lines},
        awards=draw(awards(named.subject, names, words, maybe_words, maybe_days)),
        council=_unique(draw(st.lists(_member(named), max_size=4)), lambda row: row.person),
        ballots=tuple(draw(st.lists(_ballot(named), max_size=3))),
    )


def _unique(listed, key):
    return tuple({key(row): row for row in listed}.values())


def _registered(row):
    return row.subject, row.title


def _campaign(year):
    return st.builds(
        rows.CampaignItems,
        year=st.just(year),
        plan_number=maybe_words,
        plan_issued_on=maybe_days,
        plan_issued_at=maybe_words,
        theme=maybe_words,
        school_theme=maybe_words,
        results_due_on=maybe_days,
        council_on=maybe_days,
        decision_on=maybe_days,
        plan_title=maybe_words,
        plan_signer_name=maybe_words,
        plan_signer_post=maybe_words,
        plan_signer_authority=maybe_words,
    )


def _with_plan(draw, book):
    codes_of = [[row.code for row in listed] for listed in (book.units, book.targets)]
    lines = draw(plan_rows(*codes_of, words))
    present = book.present | {rows.SheetKey.PLAN_ITEMS} if lines else book.present
    return replace(book, plan_items=lines, present=present)


def _with_results(draw, book):
    """Results of the school, also several of one content, and milestones."""
    row = st.builds(SchoolResultRow, words, maybe_words, maybe_words, maybe_words)
    added = {
        SheetKey.SCHOOL_RESULTS: tuple(draw(st.lists(row, max_size=3))),
        SheetKey.MILESTONES: draw(milestones(words, maybe_words, maybe_days)),
        SheetKey.AWARD_KINDS: draw(award_kinds(words, maybe_words)),
    }
    present = book.present | {key for key, lines in added.items() if lines}
    return replace(book, **added, present=present)


@st.composite
def _unit(draw, code, year):
    launched_on, rating = draw(maybe_days), draw(st.none() | st.sampled_from(Rating))
    told = (None, None) if launched_on is None else (draw(st.none() | st.integers(1, 500)), draw(maybe_words))
    rated = (None, None) if rating is None else (draw(maybe_words), draw(rating_days(year)))
    return rows.UnitRow(code, draw(words), draw(words), launched_on, rating, *told, *rated)


@st.composite
def _person(draw, code, named, year):
    born_on = draw(st.none() | st.dates(date(1930, 1, 1), date(1970, 1, 1)))
    joined_on = draw(st.none() | st.dates(date(1980, 1, 1), date(year, 12, 30)))
    first = max(date(year, 1, 2), joined_on or date(year, 1, 2))
    left_on = draw(st.none() | st.dates(first, date(year, 12, 31)))
    return rows.PersonRow(
        code,
        draw(words),
        draw(maybe_words),
        born_on,
        draw(maybe_words),
        draw(st.sampled_from(named.units)),
        draw(maybe_words),
        draw(st.none() | st.sampled_from(GROUPS[:3])),
        joined_on,
        left_on,
        None if left_on is None else draw(maybe_words),
    )


@st.composite
def _change(draw, named, year):
    kind = draw(st.sampled_from(ChangeKind))
    from_on = draw(maybe_days)
    until_on = None if from_on is None else draw(st.none() | st.dates(from_on, date(2100, 12, 31)))
    detail = draw(maybe_words.filter(lambda text: text is None or not text.startswith("Từ")))
    former = draw(st.none() | st.sampled_from(named.units)) if kind is ChangeKind.TRANSFER else None
    if former is not None:
        detail = f"Từ {former}"
        from_on = draw(st.none() | st.dates(date(year, 1, 1), date(year, 12, 31)))
        until_on = None
    return rows.PersonnelChangeRow(draw(named.person), kind, from_on, until_on, detail, former)


@st.composite
def _discipline(draw, named):
    yes_no = st.none() | st.booleans()
    row = draw(st.builds(rows.DisciplineRow, named.person, words, maybe_days, maybe_words, yes_no, maybe_words))
    first = row.decided_on or date(1900, 1, 1)
    return replace(row, ended_on=draw(st.none() | st.dates(first, date(2100, 12, 31))))


@st.composite
def _registration(draw, named, joined):
    subject = draw(named.subject)
    earliest = joined.get(subject) or date(1900, 1, 1)
    registered_on = draw(st.none() | st.dates(earliest, date(2100, 12, 31)))
    return rows.RegistrationRow(subject, draw(words), registered_on, draw(maybe_words))


def _initiative(named):
    authors = st.lists(named.person, min_size=1, max_size=3, unique=True).map(tuple)
    scope = st.none() | st.sampled_from(("Cơ sở", "Tỉnh", "Toàn quốc"))
    result = st.none() | st.sampled_from(("Công nhận", "Không công nhận"))
    plain = st.builds(rows.InitiativeRow, codes, words, authors, scope, maybe_days, maybe_words, result)
    added = st.tuples(st.none() | st.sampled_from(InitiativeKind), maybe_words, maybe_words, maybe_words, maybe_words)
    names = ("kind", "summary", "effect", "applied_at", "recognised_by")
    told = st.tuples(plain, added).map(lambda both: replace(both[0], **dict(zip(names, both[1], strict=True))))
    return told.flatmap(_with_shares)


def _with_shares(row):
    """Each author's part of less than all, or not stated; all unstated is nothing."""
    share = st.none() | st.integers(1, 10_000 // len(row.authors)).map(Points)
    shares = st.tuples(*[share] * len(row.authors)).map(lambda given: given if any(given) else None)
    return shares.map(lambda given: replace(row, shares=given))


@st.composite
def _uses(draw, named, initiatives):
    if not initiatives:
        return ()
    code = st.sampled_from([row.code for row in initiatives])
    use = st.builds(
        rows.InitiativeUseRow, code, named.subject, st.integers(1990, 2099), words, maybe_days, maybe_words
    )
    listed = draw(st.lists(use, max_size=3))
    return _unique(listed, lambda row: (row.initiative, row.subject, row.year, row.title))


@st.composite
def _teaching(draw, results):
    """As an export tells it: what the marks cannot say."""
    told = []
    for row in results:
        marks = {TeachingLevel.FACULTY: row.teaching_faculty, TeachingLevel.SCHOOL: row.teaching_school}
        for level in TeachingLevel:
            decision = draw(maybe_words), draw(maybe_days), draw(maybe_words), draw(maybe_words)
            if marks.get(level, draw(st.booleans())) and (level not in marks or any(decision)):
                told.append(rows.TeachingRow(row.person, level, *decision))
    return tuple(told)


def _member(named):
    return st.builds(rows.CouncilRow, named.person, words, st.booleans(), maybe_words)


@st.composite
def _ballot(draw, named):
    issued, returned, valid = sorted(draw(st.tuples(*[st.integers(0, 50)] * 3)), reverse=True)
    agree = draw(st.integers(0, valid))
    return rows.BallotRow(
        draw(words),
        draw(st.none() | st.sampled_from(("Phiếu kín", "Giơ tay"))),
        draw(named.subject),
        draw(st.sampled_from((None, issued))),
        draw(st.sampled_from((None, returned))),
        draw(st.sampled_from((None, valid))),
        draw(st.sampled_from((None, agree))),
        draw(st.sampled_from((None, valid - agree))),
    )


@st.composite
def _thresholds(draw):
    falling = sorted(draw(st.sets(st.integers(0, 10_000_00), max_size=4)), reverse=True)
    ratings = sorted(draw(st.permutations(list(Rating)))[: len(falling)], key=lambda rating: -rating.order)
    return tuple(rows.ThresholdRow(rating, Points(value)) for rating, value in zip(ratings, falling, strict=True))


def _meeting_rules():
    yes_no = st.none() | st.sampled_from(("Có", "Không"))
    share = st.none() | st.sampled_from(("2/3", "1/2", "50%", "66,67 %", "9/10"))
    base = st.none() | st.sampled_from(("Tổng số thành viên", "Thành viên có mặt", "Phiếu hợp lệ"))
    return st.builds(rows.MeetingRuleItems, share, share, base, yes_no, yes_no)


@st.composite
def _criteria(draw, units):
    """Some sheets are for units, some serve a few units alone; what only the program adds is told of all or of none."""
    codes = draw(st.lists(st.sampled_from(["GV", "VC-NV", "Đ 1"]), max_size=2, unique=True))
    subjects = {code: draw(st.sampled_from([SheetSubject.PERSON] * 3 + [SheetSubject.UNIT])) for code in codes}
    versions = {code: draw(st.sampled_from([1, 1, 1, 2])) for code in codes}
    listed = []
    for code in codes:
        served = draw(st.none() | st.sets(st.sampled_from(units), min_size=1, max_size=2))
        listed += draw(_sheet(code, subjects[code], served and tuple(unit for unit in units if unit in served)))
    some_of_units, newer = SheetSubject.UNIT in subjects.values(), max(versions.values(), default=1) > 1
    return tuple(
        replace(
            row,
            subject=subjects[row.sheet] if some_of_units else None,
            version=versions[row.sheet] if newer else None,
        )
        for row in listed
    )


@st.composite
def _sheet(draw, code, subject, units):
    groups = None
    if subject is SheetSubject.PERSON:
        groups = tuple(draw(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=3, unique=True)))
    listed = []
    for number, numeral in enumerate(["I", "II", "III"][: draw(st.integers(1, 3))], 1):
        items = [
            rows.CriterionRow(code, groups, f"{number}.{item}", draw(words), *draw(_worth()), None, units)
            for item in range(1, draw(st.integers(1, 3)) + 1)
        ]
        required = sum(item.maximum.hundredths for item in items if item.kind is CriterionKind.POINTS)
        total, cap = Points(required), draw(st.sampled_from([None, None, Points(15_00)]))
        worth = (total, CriterionKind.GROUP, None, cap)
        listed.append(rows.CriterionRow(code, groups, numeral, draw(words), *worth, units))
        listed += items
    return listed


@st.composite
def _worth(draw):
    kind = draw(st.sampled_from([CriterionKind.POINTS, CriterionKind.BONUS, CriterionKind.DEDUCTION]))
    step = draw(st.sampled_from([None, Points(25), Points(50), Points(100)]))
    return Points(draw(st.integers(0, 40)) * 100), kind, step


def _scores(draw, people, units, criteria):
    """In a stage that a sheet uses, everybody whom the sheet serves has a line, as in an export."""
    listed = []
    for code, of_units in {row.sheet: row.subject is SheetSubject.UNIT for row in criteria}.items():
        lines = [row for row in criteria if row.sheet == code and row.kind is not CriterionKind.GROUP]
        if of_units:
            served = {unit: _serves_unit(criteria, code, unit) for unit in units}
        else:
            groups = next(row.staff_groups for row in criteria if row.sheet == code)
            fitting = [person for person in people if is_for_group(groups, person.staff_group)]
            served = {person.code: _serves(criteria, code, person) for person in fitting}
        cells = {(one, stage): draw(_cells(lines)) for one in served for stage in StageKey if draw(st.booleans())}
        used = {stage for (_, stage), cell in cells.items() if cell}
        for one in served:
            for stage in StageKey:
                cell = cells.get((one, stage), ())
                expected = stage is not StageKey.COUNCIL and stage in used and served[one]
                if cell or expected:
                    listed.append(rows.ScoreRow(code, one, stage, cell))
    return tuple(listed)


def _serves(criteria, code, person):
    at_work = person.left_on is None or person.left_on >= date(person.left_on.year, 12, 31)
    for row in criteria:
        of_group = row.subject is not SheetSubject.UNIT and person.staff_group in row.staff_groups
        if of_group and (row.units is None or person.unit in row.units):
            return at_work and row.sheet == code
    return False


def _serves_unit(criteria, code, unit):
    for row in criteria:
        if row.subject is SheetSubject.UNIT and (row.units is None or unit in row.units):
            return row.sheet == code
    return False


@st.composite
def _cells(draw, lines):
    scored = []
    for line in lines:
        step = 1 if line.step is None else line.step.hundredths
        if draw(st.booleans()):
            scored.append((line.number, Points(step * draw(st.integers(0, line.maximum.hundredths // step)))))
    return tuple(scored)
