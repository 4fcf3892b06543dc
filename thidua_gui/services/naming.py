"""Tells people of one name apart, and says whom a code belongs to; writes nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.organisation import Person, Unit
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.names import NamedPerson, distinctions
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.memberships import HeldPost, main_posts
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.unit_tree import ordered_rows, unit_names


@dataclass(frozen=True, slots=True)
class CodeOwner:
    """Whose code it is; people and units share one code space because workbook columns take either."""

    is_unit: bool
    id: int
    name: str


def told_apart(
    on: date, only: Collection[PersonId] | None = None, posts: Mapping[PersonId, HeldPost] | None = None
) -> dict[PersonId, str]:
    """What to add to the names of people who share theirs; whoever is alone with a name is not listed.

    `posts` are everybody's main posts of the day, if the caller has read them already.
    """
    shared = Person.select(Person.name_sort).group_by(Person.name_sort).having(pw.fn.COUNT(Person.id) > 1)
    condition = Person.name_sort.in_(shared)
    if only is not None:
        condition &= Person.name_sort.in_(Person.select(Person.name_sort).where(Person.id.in_(list(only))))
    fields = Person.id, Person.full_name, Person.born_on, Person.code
    rows = fetch(Person.select(*fields).where(condition))
    if not rows:
        return {}
    if posts is None:
        posts = main_posts(on, people=None if only is None else [PersonId(row[0]) for row in rows])
    short = unit_names(ordered_rows())
    return distinctions(
        NamedPerson(PersonId(person), name, day(born_on), unit_of(PersonId(person), posts, short), code)
        for person, name, born_on, code in rows
    )


def labelled(full_name: str, addition: str) -> str:
    """The name with what tells it apart in brackets."""
    return f"{full_name} ({addition})" if addition else full_name


def unit_of(person_id: PersonId, posts: Mapping[PersonId, HeldPost], short: Mapping[UnitId, str]) -> str:
    """The short name of the person's unit, "" if none is known."""
    return short[posts[person_id].unit_id] if person_id in posts else ""


def code_owner(code: str) -> CodeOwner | None:
    """Who has the code already; capitals and small letters are the same code."""
    wanted = tidy(code).upper()
    person = Person.select(Person.id, Person.full_name).where(pw.fn.UPPER(Person.code) == wanted).first()
    if person is not None:
        return CodeOwner(False, person.id, person.full_name)
    unit = Unit.select(Unit.id, Unit.name).where(pw.fn.UPPER(Unit.code) == wanted).first()
    return None if unit is None else CodeOwner(True, unit.id, unit.name)
