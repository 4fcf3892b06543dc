"""Whose scores a command touched, also when their rows are gone again. Reads the change log; writes nothing."""

from __future__ import annotations

import json
from collections.abc import Collection

from db.models.history import RowChange
from db.models.scoring import DraftInput, Rating, Score
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import SubjectId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services.subjects import column, owner_of
from thidua_gui.services.transaction import read

TABLES = ("scores", "draft_inputs", "ratings")
_MODELS: dict[str, type[Score] | type[DraftInput] | type[Rating]] = {
    "scores": Score, "draft_inputs": DraftInput, "ratings": Rating,
}


def touched_by(changes: Changes, of: SheetSubject = SheetSubject.PERSON) -> frozenset[SubjectId] | None:
    """The people, or units, whose scores, refused values or rating it touched; None when there are too many to name."""
    if changes.many.intersection(TABLES) or changes.operation is None:
        return None
    key = f"{column(of)}_id"
    with read():
        logged = RowChange.select(RowChange.old).where(
            RowChange.operation == changes.operation, RowChange.table_name.in_(TABLES), RowChange.old.is_null(False)
        )
        found = [json.loads(row.old or "{}").get(key) for row in logged]
        for table in TABLES:
            found += _owners(table, changes.ids(table), of)
    return frozenset(subject for subject in found if subject is not None)


def _owners(table: str, ids: Collection[int], of: SheetSubject) -> list[SubjectId | None]:
    model = _MODELS[table]
    query = model.select(model.person, model.unit).where(model.id.in_(list(ids))) if ids else ()
    return [owner_of(row, of) for row in query]
