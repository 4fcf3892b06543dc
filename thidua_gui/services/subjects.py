"""Whose a row of scoring is: the column of its person or unit, and the name; for services inside a transaction."""

from __future__ import annotations

from typing import Any

from db.models.organisation import Person, Unit
from thidua_gui.core.ids import PersonId, SubjectId, UnitId
from thidua_gui.core.scoring import SheetSubject


def column(of: SheetSubject) -> str:
    """Name of the column that is filled; the other one stays empty."""
    return "unit" if of is SheetSubject.UNIT else "person"


def owner(model: Any, of: SheetSubject) -> Any:
    """That column of a model."""
    return getattr(model, column(of))


def owner_of(row: Any, of: SheetSubject) -> SubjectId | None:
    """Whose the row is, None for a row of the other sort."""
    if of is SheetSubject.UNIT:
        return None if row.unit_id is None else UnitId(row.unit_id)
    return None if row.person_id is None else PersonId(row.person_id)


def name_of(subject_id: SubjectId, of: SheetSubject) -> str:
    """The full name, for titles of steps."""
    if of is SheetSubject.UNIT:
        return Unit.get_by_id(subject_id).name
    return Person.get_by_id(subject_id).full_name
