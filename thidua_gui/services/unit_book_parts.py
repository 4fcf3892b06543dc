"""The worksheets of a unit's book, each from the facts of the unit. Reads nothing and writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.models.organisation import Unit
from db.models.submissions import UnitVote
from thidua_gui.core.initiatives import InitiativeKind
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.registering import Side
from thidua_gui.core.scoring import Criterion, Sheet
from thidua_gui.core.unit_book import authors
from thidua_gui.core.unit_book.cells import day_words, plain, points_words
from thidua_gui.core.unit_book.comparing import vote_key
from thidua_gui.core.unit_book.content import NEW, BookSheet, Field, FieldKind, Line, Part
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.scoring import StageView
from thidua_gui.services.unit_book_rows import Cell, Invention, Member, Registered
from thidua_gui.services.unit_book_season import Season, rating_spellings, title_spellings
from thidua_gui.text import names
from thidua_gui.text import unit_book_file as wording
from thidua_gui.text.initiatives import KINDS
from thidua_gui.text.target_words import SCOPES

MORE_INITIATIVES, MORE_VOTES, MORE_OF_UNIT = 10, 10, 1
"""Empty lines for what the school does not know yet."""

Scores = Mapping[Cell, Points]
Drafts = Mapping[Cell, str]
Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the data file says of one unit (the mappings may speak of others too)."""

    people: tuple[Member, ...]
    stages: tuple[StageView, ...]
    scores: Scores
    drafts: Drafts
    unit_scores: Scores
    unit_drafts: Drafts
    registered: Mapping[int, Sequence[Registered]]
    registered_units: Mapping[int, Sequence[Registered]]
    rated: Mapping[int, tuple[str, str]]
    rated_units: Mapping[int, tuple[str, str]]
    votes: tuple[UnitVote, ...]
    voted_for: Mapping[tuple[bool, int], tuple[str, str]]
    inventions: tuple[Invention, ...]


_CODE = Field("code", wording.CODE, FieldKind.TEXT, is_open=False, width=9)
_NAME = Field("name", wording.NAME, FieldKind.TEXT, is_open=False, width=26)
_UNIT_NAME = Field("name", wording.UNIT_NAME, FieldKind.TEXT, is_open=False, width=26)
_POST = Field("post", wording.POST, FieldKind.TEXT, is_open=False, width=18)


def registration_sheet(year: Season, unit: Unit, facts: Facts) -> BookSheet:
    """Everybody once, whoever registered twice twice, and the unit itself."""
    fields = (
        _CODE, _NAME, _POST,
        Field(
            "title", wording.TITLE, FieldKind.WORD, words=year.titles[Side.PEOPLE],
            unit_words=year.titles[Side.UNITS], also=title_spellings(), takes_others=True, width=36,
        ),
        Field("registered_on", wording.REGISTERED_ON, FieldKind.DATE, width=14),
        Field("content", wording.CONTENT, FieldKind.LONG, width=48),
    )  # fmt: skip
    lines = [line for person in facts.people for line in _registered(_who(person), person, facts.registered)]
    own = facts.registered_units.get(unit.id, ())
    lines += [
        Line(f"{unit.code}#{place}", unit.code, unit.name, _identity(unit) | _registration(found),
             not_before=unit.opened_on, is_unit=True)
        for place, found in enumerate((*own, *[None] * MORE_OF_UNIT), 1)
    ]  # fmt: skip
    return _sheet(Part.REGISTRATIONS, year, unit, fields, lines)


def score_sheet(year: Season, unit: Unit, sheet: Sheet, people: Sequence[Member], facts: Facts) -> BookSheet:
    """A line for each person whom the criteria sheet serves, two columns for each criterion."""
    lines = [
        Line(person.code, person.code, person.name,
             _who(person) | dict(_points(sheet, person.id, facts.stages, facts.scores, facts.drafts)))
        for person in people
    ]  # fmt: skip
    fields = (_CODE, _NAME, *_score_fields(sheet, facts.stages))
    return _sheet(Part.SCORES, year, unit, fields, lines, sheet)


def unit_score_sheet(year: Season, unit: Unit, sheet: Sheet, facts: Facts) -> BookSheet:
    """The unit's own line."""
    values = dict(_points(sheet, unit.id, facts.stages, facts.unit_scores, facts.unit_drafts))
    lines = [Line(unit.code, unit.code, unit.name, _identity(unit) | values, is_unit=True)]
    fields = (_CODE, _UNIT_NAME, *_score_fields(sheet, facts.stages))
    return _sheet(Part.UNIT_SCORES, year, unit, fields, lines, sheet)


def rating_sheet(year: Season, unit: Unit, facts: Facts) -> BookSheet:
    """Total and proposal count themselves; the rating is the unit's to give."""
    fields = (
        _CODE, _NAME, _POST,
        Field("total", wording.UNIT_TOTAL, FieldKind.TOTAL, is_open=False, width=11),
        Field("proposed", wording.BY_POINTS, FieldKind.PROPOSAL, is_open=False, width=32),
        Field("rating", wording.RATING, FieldKind.WORD, words=names.RATINGS.known, also=rating_spellings(), width=32),
        Field("reason", wording.REASON, FieldKind.LONG, width=44),
    )  # fmt: skip
    lines = [
        Line(person.code, person.code, person.name, _who(person) | _rated(facts.rated.get(person.id)))
        for person in facts.people
    ]
    own = _identity(unit) | _rated(facts.rated_units.get(unit.id))
    lines.append(Line(unit.code, unit.code, unit.name, own, is_unit=True))
    return _sheet(Part.RATINGS, year, unit, fields, lines)


def initiative_sheet(year: Season, unit: Unit, facts: Facts, taken: frozenset[str]) -> BookSheet:
    """The initiatives of the unit's people, and empty lines whose codes are kept for new ones."""
    fields = (
        Field("number", wording.INITIATIVE_CODE, FieldKind.TEXT, is_open=False, width=16),
        Field("name", wording.INITIATIVE_NAME, FieldKind.TEXT, width=44),
        Field("kind", wording.KIND, FieldKind.WORD, words=KINDS.known, width=18),
        Field("scope", wording.SCOPE, FieldKind.WORD, words=SCOPES.known, width=14),
        Field("authors", wording.AUTHORS, FieldKind.AUTHORS, width=30),
        Field("summary", wording.SUMMARY, FieldKind.LONG, width=36),
        Field("effect", wording.EFFECT, FieldKind.LONG, width=30),
        Field("result", wording.RESULT, FieldKind.TEXT, is_open=False, width=16),
    )
    lines = [Line(one.code, "", one.name, _invention(one)) for one in facts.inventions]
    mine = {one.code for one in facts.inventions}
    blank = tuple(f"{NEW}{code}" for code in _new_codes(unit.code, taken))
    return _sheet(Part.INITIATIVES, year, unit, fields, lines, blank=blank, taken=taken - mine)


def vote_sheet(year: Season, unit: Unit, facts: Facts) -> BookSheet:
    """Votes that are recorded, then everything registered that none is recorded for, then empty lines."""
    subjects = (*(person.code for person in facts.people), unit.code)
    every = (*year.titles[Side.PEOPLE], *year.titles[Side.UNITS])
    fields = (
        Field("code", wording.SUBJECT_CODE, FieldKind.WORD, is_open=False, words=subjects, width=11),
        Field("name", wording.SUBJECT_NAME, FieldKind.TEXT, is_open=False, width=28),
        Field(
            "title", wording.TITLE, FieldKind.WORD, is_open=False, words=tuple(dict.fromkeys(every)),
            also=title_spellings(), takes_others=True, width=34,
        ),
        Field("held_on", wording.HELD_ON, FieldKind.DATE, width=14),
        Field("members", wording.MEMBERS, FieldKind.COUNT, width=10),
        Field("present", wording.PRESENT, FieldKind.COUNT, width=10),
        Field("agree", wording.AGREE, FieldKind.COUNT, width=10),
        Field("disagree", wording.DISAGREE, FieldKind.COUNT, width=10),
        Field("achievement", wording.ACHIEVEMENT, FieldKind.LONG, width=44),
        Field("note", wording.NOTE, FieldKind.LONG, width=22),
    )  # fmt: skip
    lines = list(_vote_lines(unit, facts))
    blank = tuple(f"{NEW}{place}" for place in range(1, MORE_VOTES + 1))
    return _sheet(Part.VOTES, year, unit, fields, lines, blank=blank)


def score_field(stage: StageView, criterion: Criterion) -> str:
    """The key of a cell's column."""
    return f"{stage.key}:{criterion.id}"


def _sheet(
    part: Part, year: Season, unit: Unit, fields: tuple[Field, ...], lines: Iterable[Line],
    criteria: Sheet | None = None, *, blank: tuple[str, ...] = (), taken: frozenset[str] = frozenset(),
) -> BookSheet:  # fmt: skip
    """Sheets of points are known by the criteria sheet, so that another version of it is another sheet."""
    code = criteria.code if criteria is not None and part is Part.SCORES else ""
    return BookSheet(
        part.value if criteria is None else f"{part.value}:{criteria.id}",
        part,
        wording.sheet_title(part, code),
        wording.heading(part, year.year.year, unit.name, code),
        wording.HINTS[part],
        fields,
        tuple(lines),
        blank,
        taken,
        criteria,
    )


def _who(person: Member) -> Words:
    return {"code": person.code, "name": tidy(person.name), "post": tidy(person.post)}


def _identity(unit: Unit) -> Words:
    return {"code": unit.code, "name": tidy(unit.name), "post": wording.UNIT_ITSELF}


def _registered(who: Words, person: Member, registered: Mapping[int, Sequence[Registered]]) -> Iterator[Line]:
    for place, found in enumerate(registered.get(person.id, ()) or (None,), 1):
        key = f"{person.code}#{place}"
        yield Line(key, person.code, person.name, who | _registration(found), not_before=person.joined_on)


def _registration(found: Registered | None) -> Words:
    if found is None:
        return {}
    return {"title": tidy(found.title), "registered_on": day_words(found.on), "content": plain(found.content)}


def _score_fields(sheet: Sheet, stages: Sequence[StageView]) -> Iterator[Field]:
    for leaf in sheet.leaves():
        for stage in stages:
            title, is_open = names.STAGES[stage.key], stage.closed_at is None
            yield Field(
                score_field(stage, leaf), title if is_open else wording.closed(title), FieldKind.POINTS,
                is_open=is_open, maximum=leaf.maximum, step=leaf.step, above=wording.criterion_heading(leaf),
                note=wording.criterion_note(leaf), width=7, stage=stage.key, criterion=leaf.id,
            )  # fmt: skip
    for stage in stages:
        yield Field(
            f"total:{stage.key}", names.STAGES[stage.key], FieldKind.TOTAL, is_open=False, above=wording.TOTAL_OF,
            width=8, stage=stage.key,
        )  # fmt: skip


def _points(
    sheet: Sheet, who: int, stages: Sequence[StageView], scores: Scores, drafts: Drafts
) -> Iterator[tuple[str, str]]:
    for stage in stages:
        for leaf in sheet.leaves():
            cell = (stage.id, who, leaf.id)
            words = plain(drafts.get(cell, "")) or points_words(scores.get(cell))
            if words:
                yield score_field(stage, leaf), words


def _rated(found: tuple[str, str] | None) -> Words:
    if found is None:
        return {}
    return {"rating": names.RATINGS[Rating(found[0])], "reason": plain(found[1])}


def _invention(one: Invention) -> Words:
    return {
        "number": one.code,
        "name": tidy(one.name),
        "kind": "" if one.kind is None else KINDS[InitiativeKind(one.kind)],
        "scope": one.scope or "",
        "authors": authors.written(one.authors),
        "summary": plain(one.summary),
        "effect": plain(one.effect),
        "result": tidy(one.result),
    }


def _new_codes(unit: str, taken: frozenset[str]) -> Iterator[str]:
    """Codes that no initiative of the year has; a code once given to a line of the book stays with that line."""
    for place in range(1, MORE_INITIATIVES + sum(code.startswith(f"{unit}-SK") for code in taken) + 1):
        code = f"{unit}-SK{place:02}"
        if code not in taken:
            yield code


def _vote_lines(unit: Unit, facts: Facts) -> Iterator[Line]:
    seen: set[str] = set()
    for row in facts.votes:
        who = (True, row.unit_id) if row.person_id is None else (False, row.person_id)
        code, name = facts.voted_for.get((who[0], int(who[1] or 0)), ("", ""))
        key = vote_key(code, row.title)
        if key not in seen:
            seen.add(key)
            yield _vote_line(key, code, name, row.title, _vote(row), is_unit=who[0])
    registered = [(person.code, person.name, found) for person in facts.people
                  for found in facts.registered.get(person.id, ())]  # fmt: skip
    registered += [(unit.code, unit.name, found) for found in facts.registered_units.get(unit.id, ())]
    for code, name, found in registered:
        key = vote_key(code, found.title)
        if key not in seen:
            seen.add(key)
            yield _vote_line(key, code, name, found.title, {}, is_unit=code == unit.code)


def _vote_line(key: str, code: str, name: str, title: str, facts: Words, *, is_unit: bool) -> Line:
    values = {"code": code, "name": tidy(name), "title": tidy(title)} | facts
    return Line(key, code, name, values, is_unit=is_unit)


def _vote(row: UnitVote) -> Words:
    counts = {key: getattr(row, key) for key in ("members", "present", "agree", "disagree")}
    return {
        "held_on": day_words(row.held_on),
        "achievement": plain(row.achievement or ""),
        "note": plain(row.note or ""),
    } | {key: "" if count is None else str(count) for key, count in counts.items()}
