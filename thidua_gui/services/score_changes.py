"""Whose scores a command touched, also when their rows are gone again. Reads the change log; writes nothing."""

from __future__ import annotations

import json
from collections.abc import Collection

from db.models.history import RowChange
from db.models.scoring import DraftInput, Rating, Score
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import PersonId
from thidua_gui.services.transaction import read

TABLES = ("scores", "draft_inputs", "ratings")
_OF_PERSON: dict[str, type[Score] | type[DraftInput] | type[Rating]] = {
    "scores": Score, "draft_inputs": DraftInput, "ratings": Rating,
}


def people_of(changes: Changes) -> frozenset[PersonId] | None:
    """The people whose scores, refused values or rating it touched; None when there are too many to name."""
    if changes.many.intersection(TABLES) or changes.operation is None:
        return None
    with read():
        logged = RowChange.select(RowChange.old).where(
            RowChange.operation == changes.operation, RowChange.table_name.in_(TABLES), RowChange.old.is_null(False)
        )
        people = [json.loads(row.old or "{}").get("person_id") for row in logged]
        for table in TABLES:
            people += _owners(table, changes.ids(table))
    return frozenset(PersonId(person) for person in people if person is not None)


def _owners(table: str, ids: Collection[int]) -> list[int | None]:
    model = _OF_PERSON[table]
    return [row.person_id for row in model.select(model.person).where(model.id.in_(list(ids)))] if ids else []
