"""Finds people, units and decisions by beginnings of words without marks; changes nothing, knows no window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_

import peewee as pw

from db.models.awards import Award, Decision
from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.vietnamese import fold, tidy, words_start_with
from thidua_gui.services.memberships import covering
from thidua_gui.services.transaction import read

SHOWN = 6


@dataclass(frozen=True, slots=True)
class PersonHit:
    """Cá nhân, with birth year and unit (its short name): two people of one name must be told apart."""

    id: PersonId
    code: str
    name: str
    born_year: int | None
    unit: str | None
    post: str | None
    has_left: bool


@dataclass(frozen=True, slots=True)
class UnitHit:
    """Đơn vị."""

    id: UnitId
    code: str
    name: str
    kind: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class DecisionHit:
    """Quyết định, also one that is known only from the awards it made."""

    number: str
    year: int
    decided_on: date | None
    authority: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """The first hits of each kind and how many there are in all."""

    query: str
    people: tuple[PersonHit, ...] = ()
    people_count: int = 0
    units: tuple[UnitHit, ...] = ()
    units_count: int = 0
    decisions: tuple[DecisionHit, ...] = ()
    decisions_count: int = 0

    @property
    def is_empty(self) -> bool:
        """No hit of any kind."""
        return not (self.people or self.units or self.decisions)


def find(query: str, on: date, shown: int = SHOWN) -> Found:
    """Everything whose name or code has, for each word of the query, a word that begins with it.

    `on` is the day for which units and posts are told. A query without a letter or digit finds nothing.
    """
    words = _words(query)
    if not words:
        return Found(query)
    with read():
        people, people_count = _people(words, on, shown)
        units = _units(words, on)
        decisions = _decisions(tidy(query), words)
    return Found(query, people, people_count, units[:shown], len(units), decisions[:shown], len(decisions))


def _words(query: str) -> list[str]:
    words = fold(tidy(query)).replace("'", "").split()
    return [word for word in words if any(character.isalnum() for character in word)]


def _may_match(word: str) -> pw.Expression:
    """Quick and a little too wide: the word somewhere in the name, or at the start of the code.

    A name with an apostrophe always may match, since apostrophes need not be typed.
    """
    name = Person.name_fold
    return name.contains(word) | Person.code.startswith(word) | name.contains("'")


def _begins(words: Sequence[str]) -> pw.Expression:
    """Each word begins a word of name or code; a hyphen parts words, an apostrophe does not."""
    joined = pw.Value(" ").concat(Person.name_fold).concat(" ").concat(pw.fn.LOWER(Person.code))
    plain = pw.fn.REPLACE(pw.fn.REPLACE(joined, "-", " "), "'", "")
    parts = [part for word in words for part in word.split("-") if part]
    quick = reduce(and_, (_may_match(part) for part in parts))
    return reduce(and_, (plain.contains(f" {part}") for part in parts), quick)


def _people(words: Sequence[str], on: date, shown: int) -> tuple[tuple[PersonHit, ...], int]:
    condition = _begins(words)
    given_name_first = pw.Value(" ").concat(Person.name_fold).endswith(f" {words[-1]}").desc()
    ids = [
        row.id
        for row in Person.select(Person.id)
        .where(condition)
        .order_by(given_name_first, Person.name_sort, Person.id)
        .limit(shown)
    ]
    count = len(ids) if len(ids) < shown else Person.select().where(condition).count()
    rows = {row.id: row for row in Person.select().where(Person.id.in_(ids))}
    posts = _posts(ids, on)
    return tuple(_person_hit(rows[found], posts.get(found), on) for found in ids), count


def _posts(people: Sequence[int], on: date) -> dict[int, Membership]:
    """The membership of each person on the day; of several the one begun last."""
    rows = (
        Membership.select(Membership, Unit)
        .join(Unit)
        .where(Membership.person.in_(list(people)) & covering(on))
        .order_by(Membership.from_on.asc(nulls="FIRST"), Membership.id)
    )
    return {row.person_id: row for row in rows}


def _person_hit(row: Person, post: Membership | None, on: date) -> PersonHit:
    unit = None if post is None else post.unit
    return PersonHit(
        id=PersonId(row.id),
        code=row.code,
        name=row.full_name,
        born_year=row.born_on.year if row.born_on else None,
        unit=None if unit is None else unit.short_name or unit.name,
        post=None if post is None else post.post,
        has_left=row.left_on is not None and row.left_on < on,
    )


def _units(words: Sequence[str], on: date) -> tuple[UnitHit, ...]:
    """The short name has no folded column; there are at most some hundred units, so Python looks."""
    wanted = " ".join(words)
    rows = Unit.select().order_by(Unit.is_root.desc(), Unit.position, Unit.id)
    return tuple(
        UnitHit(UnitId(row.id), row.code, row.name, row.kind, row.closed_on is not None and row.closed_on < on)
        for row in rows
        if words_start_with(f"{row.name_fold} {fold(row.short_name or '')} {fold(row.code)}", wanted)
    )


def _decisions(query: str, words: Sequence[str]) -> tuple[DecisionHit, ...]:
    """By number, year or subject; those known only from awards by the beginning of their number.

    Numbers hold a đ, which SQLite's LIKE does not fold; the table is small, so Python looks.
    """
    hits: dict[tuple[str, int], DecisionHit] = {}
    wanted = " ".join(words)
    for row in Decision.select().order_by(Decision.decided_on.desc(), Decision.id):
        if words_start_with(fold(f"{row.number} {row.year} {row.subject or ''}"), wanted):
            hits[row.number, row.year] = DecisionHit(row.number, row.year, row.decided_on, row.authority)
    if query[0].isdigit():
        for hit in _decisions_of_awards(query):
            hits.setdefault((hit.number, hit.year), hit)
    return tuple(hits.values())


def _decisions_of_awards(query: str) -> list[DecisionHit]:
    digits = query[: next((at for at, character in enumerate(query) if not character.isdigit()), len(query))]
    rows = (
        Award.select(Award.decision_number, Award.year, Award.decided_on, Award.authority)
        .where(Award.decision_number.startswith(digits))
        .group_by(Award.decision_number, Award.year)
        .order_by(Award.year.desc(), Award.decision_number)
    )
    asked = fold(query)
    found = []
    for row in rows:
        number = row.decision_number
        if number is not None and fold(number).startswith(asked):
            found.append(DecisionHit(number, row.year, row.decided_on, row.authority))
    return found
