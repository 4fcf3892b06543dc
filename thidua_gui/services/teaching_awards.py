"""Who won the excellent-teaching award of which level in a year, with its decisions. Judges no contest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from db.models.organisation import Person
from db.models.plan import Target
from db.models.scoring import TeachingAward
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.target_catalogue import Measure
from thidua_gui.core.targets import Bound, Verdict
from thidua_gui.core.teaching import PeriodKind, TeachingLevel, first_year, judged_period, usual_period
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import settings
from thidua_gui.services.bulk import chunks
from thidua_gui.services.campaigns import CampaignState, refuse_if_closed
from thidua_gui.services.memberships import main_posts
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.rows import day, fetch, save_changed
from thidua_gui.services.target_facts import TargetJudge, question_of
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.services.unit_tree import ordered_rows, unit_names
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import teaching as wording
from thidua_gui.text.names import LECTURER, TEACHING_LEVELS

TABLES = (
    "teaching_awards", "people", "units", "memberships", "campaigns", "targets", "settings",
)  # fmt: skip
"""Whose changes change what is told here."""
_USUAL = "teaching.period_kind"


@dataclass(frozen=True, slots=True)
class Won:
    """One award as decided; `period` in the school's words, None = not known."""

    period: str | None = None
    decided_on: date | None = None
    decision_number: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TeachingRow:
    """Somebody with the awards of the year by level; `unit` is the short name, `unit_name` the full one."""

    id: PersonId
    code: str
    name: str
    name_sort: str
    unit: str
    unit_name: str
    post: str
    staff_group: str
    awards: Mapping[TeachingLevel, Won]

    @property
    def is_lecturer(self) -> bool:
        return self.staff_group == LECTURER


@dataclass(frozen=True, slots=True)
class TargetFigure:
    """A target of the year on one level."""

    code: str
    content: str
    bound: Bound
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class LevelFigure:
    """How many lecturers hold a level, of how many, and the targets it has."""

    level: TeachingLevel
    held: int
    of: int
    targets: tuple[TargetFigure, ...]


@dataclass(frozen=True, slots=True)
class TeachingBoard:
    """Lecturers of the year and whoever else holds an award, or everybody who counts."""

    year: int
    is_closed: bool
    usual: PeriodKind
    rows: tuple[TeachingRow, ...]
    figures: tuple[LevelFigure, ...]


class Mark(NamedTuple):
    """One check cell as it is to be."""

    person_id: PersonId
    level: TeachingLevel
    is_won: bool


def board(campaign_id: CampaignId, *, everyone: bool = False) -> TeachingBoard:
    """A handful of queries, whatever the number of people."""
    with read():
        facts = YearFacts(campaign_id)
        won = _won(campaign_id)
        rows = _rows(facts, won, everyone=everyone)
        figures = _figures(facts, won)
        usual = _usual(facts.year.last_day)
    return TeachingBoard(facts.year.year, facts.year.state is CampaignState.CLOSED, usual, rows, figures)


def mark(campaign_id: CampaignId, marks: Sequence[Mark]) -> Changes:
    """Give and take awards as one step; a new one gets the usual period. What stands already is not touched."""
    wanted = {(each.person_id, each.level): each.is_won for each in marks}
    with read():
        held = _held(campaign_id, {person for person, _ in wanted})
        step = _step(wanted, held)
    with write(step) as operation:
        year = refuse_if_closed(campaign_id)
        _refuse_gone({person for person, _ in wanted})
        held = _held(campaign_id, {person for person, _ in wanted})
        period = usual_period(_usual(date(year.year, 12, 31)), year.year)
        for (person, level), is_won in wanted.items():
            row = held.get((person, level))
            if is_won and row is None:
                TeachingAward.create(campaign=campaign_id, person=person, level=level.value, period=period)
            elif not is_won and row is not None:
                row.delete_instance()
    return operation.changes


def record(
    campaign_id: CampaignId, level: TeachingLevel, people: Collection[PersonId], facts: Mapping[str, object]
) -> Changes:
    """Put period, decided_on, decision_number and note, as far as they are named in `facts`, onto the awards of a
    level that these people hold; None empties."""
    with read():
        count = len(_of_level(campaign_id, level, people))
    with write(wording.step_record(level, count)) as operation:
        year = refuse_if_closed(campaign_id).year
        rows = _of_level(campaign_id, level, people)
        if not rows:
            raise UserError("teaching_nobody", level=TEACHING_LEVELS[level])
        values = _judged(facts, year)
        joined = _joined([row.person_id for row in rows])
        for row in rows:
            _refuse_day(row, values, *joined[row.person_id])
            save_changed(row, values)
    return operation.changes


def set_usual(kind: PeriodKind, valid_from: date | None = None) -> Changes:
    """What the school usually awards it for."""
    return settings.put(_USUAL, kind.value, valid_from, title=wording.STEP_USUAL)


def _usual(on: date) -> PeriodKind:
    return PeriodKind(settings.get(_USUAL, PeriodKind.CALENDAR_YEAR.value, on))


def _won(campaign_id: CampaignId) -> Mapping[int, Mapping[TeachingLevel, Won]]:
    fields = (
        TeachingAward.person, TeachingAward.level, TeachingAward.period, TeachingAward.decided_on,
        TeachingAward.decision_number, TeachingAward.note,
    )  # fmt: skip
    found: dict[int, dict[TeachingLevel, Won]] = defaultdict(dict)
    rows = fetch(TeachingAward.select(*fields).where(TeachingAward.campaign == campaign_id))
    for person, level, period, decided_on, number, note in rows:
        found[person][TeachingLevel(level)] = Won(period, day(decided_on), number, note)
    return found


def _rows(
    facts: YearFacts, won: Mapping[int, Mapping[TeachingLevel, Won]], *, everyone: bool
) -> tuple[TeachingRow, ...]:
    on = facts.year.last_day
    fields = Person.id, Person.code, Person.full_name, Person.name_sort, Person.staff_group
    shown = {person.id for person in facts.people if everyone or person.staff_group == LECTURER} | won.keys()
    query = Person.select(*fields).order_by(Person.name_sort, Person.id)
    if not everyone:
        query = query.where((Person.staff_group == LECTURER) | Person.id.in_(_holders(facts.year.id)))
    posts, apart, units = main_posts(on), told_apart(on), ordered_rows()
    short, names = unit_names(units), {row.id: row.name for row in units}
    places: dict[int | None, int] = {row.id: place for place, row in enumerate(units)}
    rows = []
    for person, code, name, name_sort, group in fetch(query):
        if person in shown:
            post = posts.get(PersonId(person))
            unit = None if post is None else post.unit_id
            told = TeachingRow(
                PersonId(person), code, labelled(name, apart.get(PersonId(person), "")), name_sort,
                "" if unit is None else short[unit], "" if unit is None else names[unit],
                (post.post or "") if post is not None else "", group or "", won.get(person, {}),
            )  # fmt: skip
            rows.append((places.get(unit, -1), told))
    return tuple(row for _, row in sorted(rows, key=lambda each: each[0]))


def _holders(campaign_id: CampaignId) -> object:
    return TeachingAward.select(TeachingAward.person).where(TeachingAward.campaign == campaign_id)


def _figures(facts: YearFacts, won: Mapping[int, Mapping[TeachingLevel, Won]]) -> tuple[LevelFigure, ...]:
    lecturers = [person.id for person in facts.lecturers]
    judge = TargetJudge(facts)
    targets: dict[TeachingLevel, list[TargetFigure]] = defaultdict(list)
    for row in Target.select().where(Target.campaign == facts.year.id).order_by(Target.position, Target.id):
        asked = question_of(row)
        if asked.measured.measure is Measure.TEACHING and asked.measured.parameter is not None:
            figure = TargetFigure(row.code, row.content, asked.bound, judge.judge(asked).verdict)
            targets[TeachingLevel(asked.measured.parameter)].append(figure)
    return tuple(
        LevelFigure(
            level, sum(level in won.get(person, {}) for person in lecturers), len(lecturers), tuple(targets[level])
        )
        for level in TeachingLevel
    )


def _held(campaign_id: CampaignId, people: Collection[PersonId]) -> dict[tuple[int, TeachingLevel], TeachingAward]:
    return {
        (row.person_id, TeachingLevel(row.level)): row
        for some in chunks(sorted(people))
        for row in TeachingAward.select().where(
            (TeachingAward.campaign == campaign_id) & TeachingAward.person.in_(some)
        )
    }


def _of_level(campaign_id: CampaignId, level: TeachingLevel, people: Collection[PersonId]) -> list[TeachingAward]:
    return [row for (_, of), row in _held(campaign_id, people).items() if of is level]


def _step(
    wanted: Mapping[tuple[PersonId, TeachingLevel], bool], held: Mapping[tuple[int, TeachingLevel], TeachingAward]
) -> str:
    changed = {key: is_won for key, is_won in wanted.items() if is_won is not (key in held)} or wanted
    people, levels = {person for person, _ in changed}, {level for _, level in changed}
    some = list(people)[:1]
    names = [name for (name,) in fetch(Person.select(Person.full_name).where(Person.id.in_(some)))]
    given = sum(changed.values())
    level = next(iter(levels)) if len(levels) == 1 else None
    return wording.step_mark(names if len(people) == 1 else [""] * len(people), level, given, len(changed) - given)


def _refuse_gone(people: Collection[PersonId]) -> None:
    found = sum(Person.select().where(Person.id.in_(some)).count() for some in chunks(sorted(people)))
    if found < len(people):
        raise UserError("teaching_person_gone")


def _judged(facts: Mapping[str, object], year: int) -> dict[str, object]:
    values: dict[str, object] = {}
    if "period" in facts:
        values["period"] = judged_period(str(facts["period"] or ""), year)
    for name in ("decision_number", "note"):
        if name in facts:
            values[name] = tidy(str(facts[name] or "")) or None
    if "decided_on" in facts:
        decided_on = facts["decided_on"]
        if isinstance(decided_on, date):
            refuse_odd("decided_on", decided_on)
            if decided_on > open_session().clock().date():
                raise UserError("teaching_decided_future", field="decided_on", day=decided_on)
        values["decided_on"] = decided_on
    return values


def _refuse_day(row: TeachingAward, values: Mapping[str, object], name: str, joined_on: date | None) -> None:
    """The decision follows the beginning of its period, and the person's first day."""
    decided_on = values.get("decided_on", row.decided_on)
    period = values.get("period", row.period)
    if not isinstance(decided_on, date):
        return
    begun = first_year(str(period)) if period is not None else None
    if begun is not None and decided_on.year < begun:
        raise UserError("teaching_decided_early", field="decided_on", day=decided_on, period=period)
    if joined_on is not None and decided_on < joined_on:
        raise UserError(
            "teaching_decided_before_joining", field="decided_on", day=decided_on, name=name, joined=joined_on
        )


def _joined(people: Sequence[int]) -> dict[int, tuple[str, date | None]]:
    fields = Person.id, Person.full_name, Person.joined_on
    return {
        person: (name, day(joined_on))
        for some in chunks(people)
        for person, name, joined_on in fetch(Person.select(*fields).where(Person.id.in_(some)))
    }
