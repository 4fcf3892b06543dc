"""Who registered for what in a year, and who has not; a handful of queries whatever the number. Writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.models.campaigns import Registration
from db.models.organisation import Person, Unit
from thidua_gui.core.ids import CampaignId, PersonId, RegistrationId, UnitId
from thidua_gui.core.registering import Side
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import titles, typed_drafts
from thidua_gui.services.campaigns import CampaignState, CampaignSummary, campaign, milestones
from thidua_gui.services.memberships import HeldPost, employed, last_posts, main_posts
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.registration_problems import problems_of
from thidua_gui.services.registration_rules import Registrant
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.typed_drafts import Draft
from thidua_gui.services.unit_tree import existing_units, ordered_rows, unit_names
from thidua_gui.text.units import LEADERSHIP

TABLES = ("registrations", "people", "units", "memberships", "milestones", "campaigns", "settings")
"""Whose changes change what is told here."""
FEW = 400
"""So many rows are asked for by their ids; for more it is quicker to read all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One registration; `key` is the known title or form that the wording means."""

    id: RegistrationId
    title: str
    key: TitleKey | None
    registered_on: date | None
    content: str


@dataclass(frozen=True, slots=True)
class Row:
    """A person, or a unit (the school itself is one), with all it registered, the first one first.

    `counts`: still at work, or existing, at the end of the year; `must` register: people who count, khoa and phòng.
    `unit` is the short name of the unit a person belongs to, or of the unit itself. `drafts` by field are texts that
    were refused.
    """

    id: int
    side: Side
    code: str
    name: str
    label: str
    name_sort: str
    unit_id: UnitId | None
    unit: str
    post: str
    first_day: date | None
    last_day: date | None
    counts: bool
    must: bool
    is_school: bool
    lines: tuple[Line, ...]
    drafts: Mapping[str, Draft]
    due_on: date | None

    @property
    def has_registered(self) -> bool:
        return bool(self.lines)

    @property
    def owes(self) -> bool:
        """Must register and has not."""
        return self.must and not self.lines

    @property
    def is_late(self) -> bool:
        """The earliest day that is known lies after the deadline."""
        days = [line.registered_on for line in self.lines if line.registered_on is not None]
        return bool(days) and self.due_on is not None and min(days) > self.due_on

    @property
    def registrant(self) -> Registrant:
        return Registrant(self.id, self.name, self.side, self.first_day, self.last_day)


@dataclass(frozen=True, slots=True)
class Board:
    """Everybody of one side in the office's order; `groups` are the units that have a row, with their full names."""

    side: Side
    year: int
    due_on: date | None
    is_closed: bool
    groups: tuple[tuple[UnitId | None, str], ...]
    rows: tuple[Row, ...]

    @property
    def counted(self) -> tuple[Row, ...]:
        """Those who are to register."""
        return tuple(row for row in self.rows if row.must)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who has not registered; the name tells apart people who share one."""

    id: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class UnitMissing:
    """A unit with the number of its people and those who have not registered; `unit_id` None = of no unit."""

    unit_id: UnitId | None
    unit: str
    of: int
    people: tuple[Named, ...]

    @property
    def missing(self) -> int:
        return len(self.people)


def board(campaign_id: CampaignId, side: Side) -> Board:
    """All rows of one side."""
    with read():
        year = campaign(campaign_id)
        due_on = _due(campaign_id)
        units = ordered_rows()
        rows = _rows(year, due_on, units, side, None)
    names = {UnitId(row.id): row.name for row in units}
    used = dict.fromkeys(row.unit_id for row in rows)
    groups = tuple((unit, "" if unit is None else names[unit]) for unit in used)
    return Board(side, year.year, due_on, year.state is CampaignState.CLOSED, groups, rows)


def rows_of(campaign_id: CampaignId, side: Side, ids: Collection[int]) -> tuple[Row, ...]:
    """Some rows as they are now, to show in place of the old ones."""
    with read():
        only = ids if len(ids) <= FEW else None
        rows = _rows(campaign(campaign_id), _due(campaign_id), ordered_rows(), side, only)
    wanted = frozenset(ids)
    return tuple(row for row in rows if row.id in wanted)


def missing(campaign_id: CampaignId) -> tuple[UnitMissing, ...]:
    """Every unit with people, in the office's order, and who of them has not registered; people in name order."""
    with read():
        on = campaign(campaign_id).last_day
        mine = (Registration.campaign == campaign_id) & Registration.person.is_null(False)
        done = {person for (person,) in fetch(Registration.select(Registration.person).where(mine))}
        working = Person.select(Person.id, Person.full_name).where(employed(on)).order_by(Person.name_sort, Person.id)
        everybody = fetch(working)
        posts = main_posts(on)
        owing = [PersonId(person) for person, _ in everybody if person not in done]
        apart = told_apart(on, owing, posts) if owing else {}
        units = ordered_rows()
    sizes: dict[UnitId | None, int] = defaultdict(int)
    found: dict[UnitId | None, list[Named]] = defaultdict(list)
    for row_id, name in everybody:
        person = PersonId(row_id)
        unit = posts[person].unit_id if person in posts else None
        sizes[unit] += 1
        if row_id not in done:
            found[unit].append(Named(person, labelled(name, apart.get(person, ""))))
    ordered: list[tuple[UnitId | None, str]] = [(UnitId(row.id), row.name) for row in units]
    return tuple(
        UnitMissing(one, name, sizes[one], tuple(found.get(one, ())))
        for one, name in (*ordered, (None, ""))
        if sizes.get(one)
    )


def units_missing(campaign_id: CampaignId) -> tuple[tuple[UnitId, str], ...]:
    """Khoa and phòng that have registered nothing as a collective, in the office's order."""
    with read():
        year = campaign(campaign_id)
        mine = (Registration.campaign == campaign_id) & Registration.unit.is_null(False)
        done = {unit for (unit,) in fetch(Registration.select(Registration.unit).where(mine))}
        existing = Unit.select(Unit.id, Unit.name).where(
            ~Unit.is_root & (Unit.kind != LEADERSHIP) & existing_units(year.last_day)
        )
        rows = fetch(existing.order_by(Unit.position, Unit.name_fold, Unit.id))
    return tuple((UnitId(unit), name) for unit, name in rows if unit not in done)


def _rows(
    year: CampaignSummary, due_on: date | None, units: Sequence[Unit], side: Side, only: Collection[int] | None
) -> tuple[Row, ...]:
    lines = _lines(year.id, side, only)
    if side is Side.PEOPLE:
        rows = _people(year, due_on, units, lines, only)
    else:
        rows = _units(year, due_on, units, lines)
    return _with_drafts(year.id, side, year.year, rows)


def _due(campaign_id: CampaignId) -> date | None:
    marks = [mark for mark in milestones(campaign_id) if mark.kind == MilestoneKind.REGISTRATION]
    return marks[0].due_on if marks else None


def _lines(campaign_id: CampaignId, side: Side, only: Collection[int] | None) -> dict[int, tuple[Line, ...]]:
    subject = Registration.person if side is Side.PEOPLE else Registration.unit
    fields = subject, Registration.id, Registration.title, Registration.registered_on, Registration.content
    mine = (Registration.campaign == campaign_id) & subject.is_null(False)
    if only is not None:
        mine &= subject.in_(list(only))
    found: dict[int, list[Line]] = defaultdict(list)
    for who, row_id, title, on, content in fetch(
        Registration.select(*fields).where(mine).order_by(Registration.position, Registration.id)
    ):
        found[who].append(Line(RegistrationId(row_id), title, titles.key_of(title), day(on), content or ""))
    return {who: tuple(lines) for who, lines in found.items()}


def _people(
    year: CampaignSummary, due_on: date | None, units: Sequence[Unit], lines: Mapping[int, tuple[Line, ...]],
    only: Collection[int] | None,
) -> tuple[Row, ...]:  # fmt: skip
    """Whoever works at the school at the end of the year, and whoever registered although gone by then."""
    on = year.last_day
    some = None if only is None else [PersonId(one) for one in only]
    asked = Person.id.is_null(False) if some is None else Person.id.in_(some)
    posts = main_posts(on, people=some)
    working = {person for (person,) in fetch(Person.select(Person.id).where(employed(on) & asked))}
    gone = lines.keys() - working
    before: Mapping[PersonId, HeldPost] = last_posts(on, people=[PersonId(who) for who in gone]) if gone else {}
    apart = told_apart(on, posts=posts) if some is None else told_apart(on, some)
    short, place = unit_names(units), {UnitId(row.id): number for number, row in enumerate(units)}
    fields = (
        Person.id, Person.code, Person.full_name, Person.name_sort, Person.joined_on, Person.left_on
    )  # fmt: skip
    rows: list[tuple[int, Row]] = []
    for who, code, name, name_sort, joined, left in fetch(
        Person.select(*fields).where(asked).order_by(Person.position, Person.name_sort, Person.id)
    ):
        if who not in working and who not in lines:
            continue
        person = PersonId(who)
        post = posts.get(person) or before.get(person)
        unit = None if post is None else post.unit_id
        label = labelled(name, apart.get(person, ""))
        rows.append((
            len(place) if unit is None else place[unit],
            Row(
                who, Side.PEOPLE, code, name, label, name_sort, unit, "" if unit is None else short[unit],
                (None if post is None else post.post) or "", day(joined), day(left), who in working, who in working,
                False, lines.get(who, ()), {}, due_on,
            ),
        ))  # fmt: skip
    rows.sort(key=lambda one: one[0])
    return tuple(row for _, row in rows)


def _units(
    year: CampaignSummary, due_on: date | None, units: Sequence[Unit], lines: Mapping[int, tuple[Line, ...]]
) -> tuple[Row, ...]:
    """The school first, then every unit that exists at the end of the year or registered."""
    last, short = year.last_day, unit_names(units)
    rows = [
        Row(
            row.id, Side.UNITS, row.code, row.name, row.name, "", UnitId(row.id), short[UnitId(row.id)], row.kind,
            row.opened_on, row.closed_on, _exists(row, last), _must(row, last), bool(row.is_root),
            lines.get(row.id, ()), {}, due_on,
        )
        for row in sorted(units, key=lambda one: not one.is_root)
        if row.id in lines or _exists(row, last)
    ]  # fmt: skip
    return tuple(rows)


def _must(row: Unit, on: date) -> bool:
    return _exists(row, on) and not row.is_root and row.kind != LEADERSHIP


def _exists(row: Unit, on: date) -> bool:
    return (row.opened_on is None or row.opened_on <= on) and (row.closed_on is None or row.closed_on >= on)


def _with_drafts(campaign_id: CampaignId, side: Side, year: int, rows: Iterable[Row]) -> tuple[Row, ...]:
    drafts = typed_drafts.held(campaign_id, side.value)
    if not drafts:
        return tuple(rows)
    rows = tuple(rows)
    texts = typed_drafts.of_rows(drafts, [row.id for row in rows])
    return tuple(
        replace(row, drafts=problems_of(texts[row.id], year, row.registrant, [line.title for line in row.lines]))
        if texts[row.id]
        else row
        for row in rows
    )
