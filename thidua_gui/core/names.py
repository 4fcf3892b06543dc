"""Tells people of one name apart. Knows no windows: gives the shortest addition that makes a label unique."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from thidua_gui.core.vietnamese import name_key, tidy

Id = TypeVar("Id", bound=int)
"""A person's or a unit's."""


@dataclass(frozen=True, slots=True)
class NamedPerson(Generic[Id]):
    """What can tell two people of one name apart; `unit` is the unit's name as it is to be shown, "" if unknown."""

    id: Id
    full_name: str
    born_on: date | None
    unit: str
    code: str


def distinctions(people: Iterable[NamedPerson[Id]]) -> dict[Id, str]:
    """What to add to each name: "" when nobody shares it, else the birth year, with the unit if the year does not
    tell, with the code if neither does. Names that differ only in case or in the tone's place are one name."""
    namesakes: dict[str, list[NamedPerson[Id]]] = defaultdict(list)
    for person in people:
        namesakes[name_key(person.full_name)].append(person)
    added: dict[Id, str] = {}
    for bearers in namesakes.values():
        added.update(_told_apart(bearers))
    return added


def distinct_labels(people: Iterable[NamedPerson[Id]]) -> dict[Id, str]:
    """The full name of each, with what tells namesakes apart in brackets: "Nguyễn Văn An (1985)"."""
    listed = list(people)
    added = distinctions(listed)
    names = {person.id: tidy(person.full_name) for person in listed}
    return {person: f"{name} ({added[person]})" if added[person] else name for person, name in names.items()}


def _told_apart(bearers: Sequence[NamedPerson[Id]]) -> Mapping[Id, str]:
    if len(bearers) == 1:
        return {bearers[0].id: ""}
    added: dict[Id, str] = {}
    still: Sequence[NamedPerson[Id]] = bearers
    for addition in _ADDITIONS:
        by_addition: dict[str, list[NamedPerson[Id]]] = defaultdict(list)
        for person in still:
            by_addition[addition(person)].append(person)
        alone = [same[0] for text, same in by_addition.items() if len(same) == 1 and text]
        added.update({person.id: addition(person) for person in alone})
        still = [person for person in still if person.id not in added]
    return added | {person.id: _joined(_year(person), person.unit, person.code) for person in still}


def _year(person: NamedPerson[Any]) -> str:
    return "" if person.born_on is None else str(person.born_on.year)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


_ADDITIONS: tuple[Callable[[NamedPerson[Any]], str], ...] = (_year, lambda person: _joined(_year(person), person.unit))
