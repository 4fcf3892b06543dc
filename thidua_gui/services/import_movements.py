"""Plans the movements beside the yearly one of a year workbook, and who takes part. Knows no award's fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.models.awards import Award
from db.models.movements import Movement, MovementUnit
from db.models.proposals import Proposal
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fields, Plan, rows_by

_ADDED = ("theme", "plan_number", "plan_issued_on", "closed_on", "summary")


def plan_movements(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> Mapping[str, int]:
    """The ids of the year's movements by name. Columns that the workbook does not have keep what the year holds;
    a movement that somebody was commended or proposed by stays even where the workbook does not have it any more."""
    existing = rows_by(Movement.select().where(Movement.campaign == campaign), lambda row: str(row["name"]))
    held = {name: int(row["id"]) for name, row in existing.items()}
    if SheetKey.MOVEMENTS not in book.present:
        return held
    wanted = _wanted(book, campaign)
    kept = {
        row.movement_id
        for model in (Award, Proposal)
        for row in model.select(model.movement).where(model.movement.in_(list(held.values())))
    }
    may_go = {name: row for name, row in existing.items() if name in wanted or row["id"] not in kept}
    gone = [row["id"] for name, row in may_go.items() if name not in wanted]
    for link in MovementUnit.select().where(MovementUnit.movement.in_(gone)):
        plan.delete(MovementUnit, link.id)
    ids = plan.merge(Movement, title(SheetKey.MOVEMENTS), may_go, wanted)
    if any(row.units is not None for row in book.movements):
        _plan_units(plan, book, codes, ids)
    return held | ids


def _wanted(book: YearWorkbook, campaign: int) -> dict[str, Fields]:
    told = [name for name in _ADDED if any(getattr(row, name) is not None for row in book.movements)]
    return {
        row.name: {
            "campaign": campaign,
            "position": place,
            "kind": row.kind.value,
            "name": row.name,
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            **{name: getattr(row, name) for name in told},
        }
        for place, row in enumerate(book.movements, 1)
    }


def _plan_units(plan: Plan, book: YearWorkbook, codes: Codes, ids: Mapping[str, int]) -> None:
    names = {row_id: name for name, row_id in ids.items()}
    query: Any = MovementUnit.select().where(MovementUnit.movement.in_(list(ids.values())))
    existing = rows_by(query, lambda row: (int(row["movement"]), int(row["unit"])))
    pairs = [(ids[row.name], codes.units[code]) for row in book.movements for code in row.units or ()]
    wanted = {pair: {"movement": pair[0], "unit": pair[1]} for pair in pairs}
    plan.merge(MovementUnit, title(SheetKey.MOVEMENTS), existing, wanted, lambda pair: names.get(pair[0], pair))
