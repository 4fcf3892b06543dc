"""Reads the list of people for a day and a year: post, award columns, registration. Set-based; writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import peewee as pw

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Registration
from db.models.organisation import Membership, Person
from thidua_gui.core.award_kinds import KindList
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.titles import COUNT_AS_ADVANCED_LABOURER, TitleKey, consecutive_years, rank
from thidua_gui.core.vietnamese import fold, words_start_with
from thidua_gui.services import titles
from thidua_gui.services.memberships import HeldPost, employed, last_posts, main_posts
from thidua_gui.services.naming import labelled, told_apart, unit_of
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import nodes_of, ordered_rows, unit_names


@dataclass(frozen=True, slots=True)
class TitleMark:
    """A title or form in a grid: short name, wording as written, canonical key if the catalogue has it."""

    short: str
    written: str
    key: TitleKey | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list. `told_apart` is empty unless somebody else has the name; None and () = not known, none.

    `unit_place` counts units in tree order and is larger than any of them for people without a unit.
    """

    id: PersonId
    code: str
    full_name: str
    name_sort: str
    told_apart: str
    gender: str | None
    born_on: date | None
    ethnicity: str | None
    staff_group: str | None
    joined_on: date | None
    left_on: date | None
    position: int
    unit_id: UnitId | None
    unit: str
    unit_name: str
    unit_place: int
    post: str | None
    advanced_years: int
    titles_before: tuple[TitleMark, ...]
    registered: tuple[TitleMark, ...]


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person to pick from a list: the label tells namesakes apart."""

    id: PersonId
    code: str
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class ListFor:
    """Which list is asked for: the posts of a day, the awards and registrations around a year."""

    on: date
    year: int
    campaign_id: CampaignId | None
    with_left: bool = False


@dataclass(frozen=True, slots=True)
class _Around:
    """Everything around the people's own rows, read once for all of them."""

    posts: Mapping[PersonId, HeldPost]
    unit_names: Mapping[UnitId, str]
    full_names: Mapping[UnitId, str]
    places: Mapping[UnitId, int]
    advanced: Mapping[PersonId, int]
    before: Mapping[PersonId, tuple[TitleMark, ...]]
    registered: Mapping[PersonId, tuple[TitleMark, ...]]
    apart: Mapping[PersonId, str]


def people(asked: ListFor, only: Collection[PersonId] | None = None) -> tuple[PersonRow, ...]:
    """The people of the day in the order of the units; `only` asks for these again, to patch what is shown."""
    with read():
        condition = Person.id.is_null(False) if asked.with_left else employed(asked.on)
        if only is not None:
            condition &= Person.id.in_(list(only))
        around = _around(asked, only)
        rows = [_row(row, around) for row in fetch(Person.select(*PERSON_FIELDS).where(condition))]
    return tuple(sorted(rows, key=lambda row: (row.unit_place, row.position, row.name_sort, row.id)))


def find(query: str, limit: int, on: date) -> tuple[PersonChoice, ...]:
    """People working here on the day whose name or code has words that begin with those asked for, marks not needed."""
    folded = fold(query)
    with read():
        condition = employed(on)
        for word in folded.split():
            condition &= Person.name_fold.contains(word) | pw.fn.LOWER(Person.code).contains(word)
        rows = Person.select().where(condition).order_by(Person.name_sort, Person.id)
        found = [row for row in rows if words_start_with(f"{row.name_fold} {fold(row.code)}", folded)][:limit]
        posts = main_posts(on, people=[PersonId(row.id) for row in found])
        short = unit_names(ordered_rows())
        apart = told_apart(on, [PersonId(row.id) for row in found])
    return tuple(
        PersonChoice(
            PersonId(row.id), row.code, labelled(row.full_name, apart.get(PersonId(row.id), "")),
            unit_of(PersonId(row.id), posts, short),
        )
        for row in found
    )


def advanced_years(year: int, only: Collection[PersonId] | None = None) -> dict[PersonId, int]:
    """For each person the consecutive years of Lao động tiên tiến that end in `year` or the year before it.

    A year with a fighter's title is such a year too; revoked awards count for nothing and break the chain.
    """
    written = _written_titles(COUNT_AS_ADVANCED_LABOURER)
    condition = Award.title.in_(written) & (Award.year <= year) & Award.person.is_null(False) & _not_revoked()
    if only is not None:
        condition &= Award.person.in_(list(only))
    years: dict[PersonId, list[int]] = defaultdict(list)
    query = Award.select(Award.person, Award.year).where(condition)
    for person, won in fetch(query):
        years[PersonId(person)].append(won)
    return {person: consecutive_years(won, year) for person, won in years.items()}


def touched_people(rows: Mapping[str, Collection[int]]) -> frozenset[PersonId] | None:
    """Whose line of the list the given rows (table → ids) belong to; None when that can't be told: reload."""
    found = {PersonId(row) for row in rows.get("people", ())}
    with read():
        for table, model in _OF_PERSON.items():
            wanted = list(rows.get(table, ()))
            owners = {row.id: row.person_id for row in model.select().where(model.id.in_(wanted))} if wanted else {}
            if len(owners) < len(wanted):
                return None
            found.update(PersonId(person) for person in owners.values() if person is not None)
    return frozenset(found)


_OF_PERSON: dict[str, type[Membership] | type[Award] | type[Registration]] = {
    "memberships": Membership, "awards": Award, "registrations": Registration,
}


def _around(asked: ListFor, only: Collection[PersonId] | None) -> _Around:
    units = ordered_rows()
    posts = main_posts(asked.on, people=only)
    if asked.with_left:
        posts = last_posts(asked.on, people=only) | posts
    return _Around(
        posts,
        unit_names(units),
        {UnitId(row.id): row.name for row in units},
        {node.key: place for place, node in enumerate(nodes_of(units))},
        advanced_years(asked.year, only),
        _titles_of_year(asked.year - 1, only),
        {} if asked.campaign_id is None else _registered(asked.campaign_id),
        told_apart(asked.on, only, None if only is not None else posts),
    )


PERSON_FIELDS = (
    Person.id, Person.code, Person.full_name, Person.name_sort, Person.gender, Person.born_on, Person.ethnicity,
    Person.staff_group, Person.joined_on, Person.left_on, Person.position,
)  # fmt: skip


def _row(row: tuple[Any, ...], around: _Around) -> PersonRow:
    number, code, full_name, name_sort, gender, born_on, ethnicity, group, joined_on, left_on, position = row
    person_id = PersonId(number)
    post = around.posts.get(person_id)
    unit_id = None if post is None else post.unit_id
    return PersonRow(
        person_id, code, full_name, name_sort, around.apart.get(person_id, ""), gender, day(born_on), ethnicity,
        group, day(joined_on), day(left_on), position,
        unit_id,
        "" if unit_id is None else around.unit_names[unit_id],
        "" if unit_id is None else around.full_names[unit_id],
        len(around.places) if unit_id is None else around.places[unit_id],
        None if post is None else post.post,
        around.advanced.get(person_id, 0),
        around.before.get(person_id, ()),
        around.registered.get(person_id, ()),
    )


def _titles_of_year(year: int, only: Collection[PersonId] | None) -> dict[PersonId, tuple[TitleMark, ...]]:
    condition = (Award.year == year) & Award.person.is_null(False) & _not_revoked()
    if only is not None:
        condition &= Award.person.in_(list(only))
    query = Award.select(Award.person, Award.title).where(condition).order_by(Award.position, Award.id)
    return _marks(fetch(query))


def _registered(campaign_id: CampaignId) -> dict[PersonId, tuple[TitleMark, ...]]:
    condition = (Registration.campaign == campaign_id) & Registration.person.is_null(False)
    query = Registration.select(Registration.person, Registration.title).where(condition)
    ordered = query.order_by(Registration.position, Registration.id)
    return _marks(fetch(ordered))


def _marks(rows: Iterable[tuple[Any, ...]]) -> dict[PersonId, tuple[TitleMark, ...]]:
    """The highest title first."""
    found: dict[PersonId, list[TitleMark]] = defaultdict(list)
    for person, written in rows:
        found[PersonId(person)].append(mark(written))
    return {person: tuple(sorted(marks, key=lambda one: -rank(one.key))) for person, marks in found.items()}


def mark(written: str) -> TitleMark:
    """A written title with its short name and key."""
    return _mark(written, titles.listed())


@lru_cache(maxsize=4096)
def _mark(written: str, known: KindList) -> TitleMark:
    kind = known.meant(written)
    return TitleMark(written, written, None) if kind is None else TitleMark(kind.short, written, kind.award)


def _written_titles(keys: frozenset[TitleKey]) -> list[str]:
    """All wordings in the data file that mean one of the titles."""
    return [row.title for row in Award.select(Award.title).distinct() if titles.key_of(row.title) in keys]


def _not_revoked() -> pw.Expression:
    return Award.id.not_in(AwardRevocation.select(AwardRevocation.award))
