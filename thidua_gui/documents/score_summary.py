"""From points and ratings to the words of the Bảng tổng hợp điểm, xếp loại. Knows no database and no pages."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.vietnamese import date_text, decimal_comma, tidy
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import Office, form, heading, place_and_date
from thidua_gui.documents.summary_content import (
    ScoreGroup,
    ScoreRow,
    ScoreSummaryContent,
    SignatureContent,
    TotalsTable,
)
from thidua_gui.documents.wording import Wording, wording
from thidua_gui.text.documents import roman
from thidua_gui.text.names import RATINGS, STAGES

KIND = "bang-tong-hop-diem"


@dataclass(frozen=True, slots=True)
class ScoredPerson:
    """One person's year: totals of the stages (None while incomplete, which is not 0) and the rating that holds."""

    name: str
    post: str
    born_on: date | None
    points: Mapping[StageKey, Points | None]
    rating: Rating | None
    is_decided: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScoredUnit:
    """A unit and its people in the order they are to be printed in."""

    name: str
    people: tuple[ScoredPerson, ...]


@dataclass(frozen=True, slots=True)
class ScoreSummaryFacts:
    """What the summary tells. Without `issued_on` the date is left open for writing by hand, as is a missing name."""

    office: Office
    year: int
    units: tuple[ScoredUnit, ...]
    data_on: date
    signer_post: str
    signer_name: str
    compiler_name: str = ""
    issued_on: date | None = None
    heading: HeadingStyle = HeadingStyle.PARTY


def score_summary(facts: ScoreSummaryFacts, on: date) -> ScoreSummaryContent:
    """The summary in the wording in force on the day `on`."""
    return _Composer(facts, wording(KIND, on), on).content()


class _Composer:
    def __init__(self, facts: ScoreSummaryFacts, words: Wording, on: date) -> None:
        self._facts, self._words, self._on = facts, words, on
        self._people = [person for unit in facts.units for person in unit.people]
        named = Counter(tidy(person.name) for person in self._people)
        self._shared_names = {name for name, count in named.items() if count > 1}

    def content(self) -> ScoreSummaryContent:
        facts, text = self._facts, self._words.text
        rules = form(facts.heading, self._on)
        return ScoreSummaryContent(
            document_title=text("document_title", year=facts.year),
            issuer=facts.office.full_name,
            form_on=self._on,
            heading=heading(facts.heading, facts.office, self._on),
            place_and_date=place_and_date(rules, facts.office.place, facts.issued_on),
            kind=text("kind"),
            subject=text("subject", year=facts.year),
            data_note=text(
                "data_note", date=date_text(facts.data_on), people=len(self._people), units=len(facts.units)
            ),
            columns=tuple(text(f"column_{name}") for name in _COLUMNS),
            points_title=text("column_points"),
            groups=tuple(self._groups()),
            totals=self._totals(),
            notes=tuple(self._notes()),
            signatures=(
                SignatureContent(text("compiler_post"), tidy(facts.compiler_name)),
                SignatureContent(tidy(facts.signer_post).upper(), tidy(facts.signer_name)),
            ),
        )

    def _groups(self) -> Iterator[ScoreGroup]:
        number = 0
        for place, unit in enumerate(self._facts.units, start=1):
            rows = []
            for person in unit.people:
                number += 1
                rows.append(self._row(number, person))
            title = self._words.text("group", unit=tidy(unit.name), people=len(unit.people))
            yield ScoreGroup(roman(place), title, tuple(rows))

    def _row(self, number: int, person: ScoredPerson) -> ScoreRow:
        own, unit, council = (self._points(person.points.get(stage)) for stage in _STAGES)
        return ScoreRow(
            number=str(number),
            name=self._name(person),
            post=tidy(person.post),
            self_points=own,
            unit_points=unit,
            council_points=council,
            rating=self._rating(person),
            note=tidy(person.note),
        )

    def _name(self, person: ScoredPerson) -> str:
        name = tidy(person.name)
        if name in self._shared_names and person.born_on is not None:
            return self._words.text("born", name=name, year=person.born_on.year)
        return name

    def _points(self, points: Points | None) -> str:
        return self._words.text("not_scored") if points is None else str(points)

    def _rating(self, person: ScoredPerson) -> str:
        if person.rating is None:
            return self._words.text("not_scored")
        rating = RATINGS[person.rating]
        return rating if person.is_decided else self._words.text("proposed", rating=rating)

    def _totals(self) -> TotalsTable:
        text = self._words.text
        ratings = (RATINGS[rating] for rating in Rating)
        columns = (text("totals_unit"), text("totals_people"), *ratings, text("totals_unrated"))
        rows = tuple((tidy(unit.name), *map(str, _counts(unit.people))) for unit in self._facts.units)
        all_counts = _counts(self._people)
        shares = (_share(count, len(self._people)) for count in all_counts)
        whole = text("totals_all" if len(rows) > 1 else "totals_of_one")
        sums = ((whole, *map(str, all_counts)), (text("totals_share"), *shares))
        return TotalsTable(text("totals_title"), columns, rows, sums)

    def _notes(self) -> Iterator[str]:
        text = self._words.text
        if any(person.rating is not None and not person.is_decided for person in self._people):
            yield text("note_proposed")
        missing = ((stage, sum(person.points.get(stage) is None for person in self._people)) for stage in _STAGES)
        stages = [text("note_not_scored_stage", stage=STAGES[stage], people=count) for stage, count in missing if count]
        if stages:
            yield text("note_not_scored", stages="; ".join(stages))
        if self._shared_names:
            yield text("note_same_name")


_STAGES = (StageKey.SELF, StageKey.UNIT, StageKey.COUNCIL)
_COLUMNS = ("number", "name", "post", "self", "unit", "council", "rating", "note")


def _counts(people: Sequence[ScoredPerson]) -> tuple[int, ...]:
    """All, then each rating from the best down, then without a rating."""
    ratings = Counter(person.rating for person in people)
    return len(people), *(ratings[rating] for rating in Rating), ratings[None]


def _share(count: int, of: int) -> str:
    if of == 0:
        return ""
    return f"{100 * count // of}%" if count in (0, of) else f"{decimal_comma(Fraction(100 * count, of))}%"
