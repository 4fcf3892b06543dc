"""Finds people, units and decisions by beginnings of words without marks; changes nothing, knows no window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from heapq import nsmallest
from itertools import product
from operator import and_, or_

import peewee as pw

from db.models.awards import Award, Decision
from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.vietnamese import fold, tidy, words_start_with
from thidua_gui.services.memberships import covering
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.transaction import read

SHOWN = 6
_LAST = "\U0010ffff"
"""Sorts after whatever may follow."""


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


def _begins(words: Sequence[str]) -> pw.Expression:
    """Each word begins words of the name, or the code. The quick tests come first: most people end at them.

    No code is looked at, person by person, unless at least one begins with a word.
    """
    ordered = sorted(words, key=len, reverse=True)
    parts = [part for word in ordered for part in word.split("-") if part]
    if not _begin_codes(words):
        return reduce(and_, (*map(_may_begin, parts), *map(_begins_name, parts)))
    return reduce(and_, (_begins_name_or_code(word) for word in ordered))


def _begins_name_or_code(word: str) -> pw.Expression:
    parts = [part for part in word.split("-") if part]
    in_name = reduce(and_, (_may_begin(part) & _begins_name(part) for part in parts))
    return in_name | Person.code.startswith(word)


def _may_begin(part: str) -> pw.Expression:
    """A little too wide: the part somewhere in the name; apostrophes need not be typed, so such a name may match."""
    return Person.name_fold.contains(part) | Person.name_fold.contains("'")


def _begins_name(part: str) -> pw.Expression:
    """A hyphen parts words, an apostrophe does not; they are taken away only where there are any."""
    name = pw.Value(" ").concat(Person.name_fold)
    plain = pw.fn.REPLACE(pw.fn.REPLACE(name, "-", " "), "'", "")
    has_signs = Person.name_fold.contains("-") | Person.name_fold.contains("'")
    return name.contains(f" {part}") | (has_signs & plain.contains(f" {part}"))


def _begin_codes(words: Sequence[str]) -> bool:
    """Asked of the index of codes, which knows capitals from small letters."""
    starts = {"".join(letters) for word in words for letters in product(*((one, one.upper()) for one in word[:2]))}
    near = reduce(or_, (Person.code.between(start, start + _LAST) for start in sorted(starts)))
    return bool(Person.select().where(near & reduce(or_, map(Person.code.startswith, words))).exists())


def _people(words: Sequence[str], on: date, shown: int) -> tuple[tuple[PersonHit, ...], int]:
    """One pass finds and counts; people whose given name was typed come first, then Vietnamese order."""
    typed = f" {words[-1]}"
    given_name = pw.Value(" ").concat(Person.name_fold).endswith(typed)
    found = fetch(Person.select(~given_name, Person.name_sort, Person.id).where(_begins(words)))
    ids = [person for _, _, person in nsmallest(shown, found)]
    rows = {row.id: row for row in Person.select().where(Person.id.in_(ids))}
    posts = _posts(ids, on)
    return tuple(_person_hit(rows[person], posts.get(person), on) for person in ids), len(found)


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
    told = (Decision.number, Decision.year, Decision.subject, Decision.decided_on, Decision.authority)
    for number, year, subject, on, authority in fetch(
        Decision.select(*told).order_by(Decision.decided_on.desc(), Decision.id)
    ):
        if words_start_with(fold(f"{number} {year} {subject or ''}"), wanted):
            hits[number, year] = DecisionHit(number, year, day(on), authority)
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
