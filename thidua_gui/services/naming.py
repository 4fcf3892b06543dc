"""Which names several people bear, and whom a code belongs to; judges nothing else."""

from dataclasses import dataclass

import peewee as pw

from db.models.organisation import Person, Unit
from thidua_gui.core.vietnamese import fold, tidy


@dataclass(frozen=True, slots=True)
class CodeOwner:
    """Whose code it is; people and units share one code space because workbook columns take either."""

    is_unit: bool
    id: int
    name: str


def shared_names() -> frozenset[str]:
    """Sort keys of the names that more than one person bears: those need birth year and unit beside them."""
    repeated = Person.select(Person.name_sort).group_by(Person.name_sort).having(pw.fn.COUNT(Person.id) > 1)
    return frozenset(row.name_sort for row in repeated)


def code_owner(code: str) -> CodeOwner | None:
    """Who has the code already; capitals and small letters are the same code."""
    wanted = tidy(code).upper()
    person = Person.select(Person.id, Person.full_name).where(pw.fn.UPPER(Person.code) == wanted).first()
    if person is not None:
        return CodeOwner(False, person.id, person.full_name)
    unit = Unit.select(Unit.id, Unit.name).where(pw.fn.UPPER(Unit.code) == wanted).first()
    return None if unit is None else CodeOwner(True, unit.id, unit.name)


def search_key(name: str, *more: str | None) -> str:
    """What a search looks through: name and code without marks."""
    return fold(" ".join(part for part in (name, *more) if part))
