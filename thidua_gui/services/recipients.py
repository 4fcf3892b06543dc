"""Who is to be commended: found in a pasted list without guessing, and frozen as the records have them on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.organisation import Person
from thidua_gui.core.commendations import pasted_entries
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services.bulk import chunks
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import ordered_rows, unit_names
from thidua_gui.text import commendations as wording


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person or a unit of the school; neither = somebody from outside, as typed."""

    person_id: PersonId | None = None
    unit_id: UnitId | None = None
    name: str = ""
    post: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Then:
    """Name, post and unit that an award freezes."""

    name: str
    post: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A line that means one person or unit; `name` tells namesakes apart, `detail` is the unit and the code."""

    recipient: Recipient
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class NotFound:
    """A line as it was pasted, and why nobody was taken for it."""

    written: str
    why: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted list means."""

    found: tuple[Found, ...]
    not_found: tuple[NotFound, ...]


_Means = frozenset[tuple[bool, int]]
"""Whom some words can mean: (whether it is a unit, id)."""


def understood(text: str, on: date) -> Pasted:
    """Each line by code or by full name; namesakes are told apart by a code or a unit in the same line, else not taken.

    Names are those of people who work here on the day; a code means its person whenever.
    """
    entries = list(pasted_entries(text))
    with read():
        index = _Index(on, {tidy(words) for _, cells in entries for words in (*cells, *_split(cells))})
        told = [(written, _meant(cells, index)) for written, cells in entries]
        labels = index.labels({key for _, means in told for key in means or ()})
    found: dict[tuple[bool, int], Found] = {}
    missed: list[NotFound] = []
    for written, means in told:
        if means is not None and len(means) == 1:
            (key,) = means
            found.setdefault(key, labels[key])
        else:
            missed.append(NotFound(written, _why(written, means, labels)))
    return Pasted(tuple(found.values()), tuple(missed))


def then_of(recipients: Sequence[Recipient], on: date) -> tuple[Then, ...]:
    """In the given order; refuses somebody named twice, gone, or without a name."""
    _refuse_odd(recipients)
    people = [each.person_id for each in recipients if each.person_id is not None]
    names = _names_of(people)
    posts = {person: post for part in chunks(people) for person, post in main_posts(on, people=part).items()}
    units = {UnitId(row.id): row.name for row in ordered_rows()}
    frozen = []
    for each in recipients:
        if each.person_id is not None and each.person_id in names:
            post = posts.get(each.person_id)
            held = (None, None) if post is None else (post.post, units[post.unit_id])
            frozen.append(Then(names[each.person_id], *held))
        elif each.unit_id is not None and each.unit_id in units:
            frozen.append(Then(units[each.unit_id]))
        elif each.person_id is None and each.unit_id is None:
            frozen.append(Then(tidy(each.name), tidy(each.post) or None, tidy(each.unit) or None))
        else:
            raise UserError("commendation_subject_gone", field="recipients")
    _refuse_repeated(recipients, frozen)
    return tuple(frozen)


def _refuse_odd(recipients: Iterable[Recipient]) -> None:
    for each in recipients:
        if each.person_id is not None and each.unit_id is not None:
            raise UserError("commendation_subject_odd", field="recipients", name=each.name)
        if each.person_id is None and each.unit_id is None and not tidy(each.name):
            raise UserError("commendation_name_missing", field="recipients")


def _refuse_repeated(recipients: Sequence[Recipient], frozen: Sequence[Then]) -> None:
    seen: set[tuple[object, ...]] = set()
    for each, then in zip(recipients, frozen, strict=True):
        is_outside = each.person_id is None and each.unit_id is None
        words = (fold(then.name), fold(then.post or ""), fold(then.unit or ""))
        key = words if is_outside else (each.person_id, each.unit_id)
        if key in seen:
            raise UserError("commendation_twice", field="recipients", name=then.name)
        seen.add(key)


def _names_of(people: Sequence[PersonId]) -> dict[PersonId, str]:
    found: dict[PersonId, str] = {}
    for part in chunks(people):
        rows = fetch(Person.select(Person.id, Person.full_name).where(Person.id.in_(part)))
        found |= {PersonId(person): name for person, name in rows}
    return found


class _Index:
    """Everybody whom the words of one list can mean, read at once."""

    def __init__(self, on: date, words: Collection[str]) -> None:
        self.on = on
        self.means: dict[str, set[tuple[bool, int]]] = defaultdict(set)
        self.codes: dict[str, tuple[bool, int]] = {}
        self._units = ordered_rows()
        self._add_units()
        self._add_people(sorted(words))
        people = [PersonId(key) for keys in self.means.values() for is_unit, key in keys if not is_unit]
        self.posts = {
            person: post.unit_id for part in chunks(people) for person, post in main_posts(on, people=part).items()
        }

    def of(self, words: str) -> _Means:
        """A code means one alone, even where it is also somebody's name."""
        code = self.codes.get(tidy(words).upper())
        return frozenset((code,)) if code is not None else frozenset(self.means.get(fold(words), ()))

    def labels(self, keys: Iterable[tuple[bool, int]]) -> Mapping[tuple[bool, int], Found]:
        """How each of them is called."""
        wanted = set(keys)
        units = {row.id: row for row in self._units}
        people = [PersonId(key) for is_unit, key in wanted if not is_unit]
        apart = told_apart(self.on, people)
        labels: dict[tuple[bool, int], Found] = {
            (True, key): Found(Recipient(unit_id=UnitId(key)), units[key].name, units[key].code)
            for is_unit, key in wanted
            if is_unit
        }
        for part in chunks(people):
            rows = fetch(Person.select(Person.id, Person.code, Person.full_name).where(Person.id.in_(part)))
            for number, code, name in rows:
                person = PersonId(number)
                unit = units.get(self.posts.get(person, UnitId(0)))
                detail = " · ".join(words for words in ("" if unit is None else unit.name, code) if words)
                labels[False, number] = Found(
                    Recipient(person_id=person), labelled(name, apart.get(person, "")), detail
                )
        return labels

    def _add_units(self) -> None:
        short = unit_names(self._units)
        for row in self._units:
            self.codes[row.code.upper()] = (True, row.id)
            for words in (row.name, short[UnitId(row.id)]):
                self.means[fold(words)].add((True, row.id))

    def _add_people(self, words: Sequence[str]) -> None:
        folded = sorted({fold(each) for each in words})
        for part in chunks(folded):
            here = Person.select(Person.id, Person.name_fold).where(Person.name_fold.in_(part) & employed(self.on))
            for person, name in fetch(here):
                self.means[name].add((False, person))
        for part in chunks([each.upper() for each in words]):
            coded = Person.select(Person.id, Person.code).where(pw.fn.UPPER(Person.code).in_(part))
            for person, code in fetch(coded):
                self.codes[code.upper()] = (False, person)
                self.means[fold(code)].add((False, person))


def _split(cells: tuple[str, ...]) -> tuple[str, ...]:
    """A single cell "Nguyễn Văn An, Khoa …" as two."""
    if len(cells) != 1 or "," not in cells[0]:
        return ()
    first, _, rest = cells[0].partition(",")
    return tuple(part.strip() for part in (first, rest) if part.strip())


def _meant(cells: tuple[str, ...], index: _Index) -> _Means | None:
    """Whom a line means: empty = nobody, None = its cells contradict one another."""
    known = [means for means in map(index.of, cells) if means]
    if not known:
        known = [means for means in map(index.of, _split(cells)) if means]
    people = [{key for is_unit, key in means if not is_unit} for means in known]
    people = [means for means in people if means]
    units = {key for means in known for is_unit, key in means if is_unit}
    if not people:
        return frozenset((True, key) for key in units)
    common = set.intersection(*people)
    if not common:
        return None
    if units and len(common) > 1:
        common = {person for person in common if index.posts.get(PersonId(person)) in units} or common
    return frozenset((False, person) for person in common)


def _why(written: str, means: _Means | None, labels: Mapping[tuple[bool, int], Found]) -> str:
    shown = " ".join(written.split())
    if means is None:
        return wording.contradicting(shown)
    if not means:
        return wording.unknown(shown)
    return wording.several(shown, sorted(f"{labels[key].name}" for key in means))
