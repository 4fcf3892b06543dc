"""Which criteria sheet serves whom in a year, read in three queries. Knows no scores and writes nothing."""

from __future__ import annotations

from collections import defaultdict

from db.models.organisation import Unit
from db.models.scoring import CriteriaSheet, CriteriaSheetGroup, CriteriaSheetUnit
from thidua_gui.core.ids import CampaignId, SheetId, UnitId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.sheet_rules import Served, Serving
from thidua_gui.services.transaction import read


def serving(campaign_id: CampaignId) -> Serving:
    """The current sheets of the year in their order; a superseded sheet and an unapplied version serve nobody."""
    with read():
        current = (CriteriaSheet.campaign == campaign_id) & CriteriaSheet.superseded_by.is_null()
        rows = list(CriteriaSheet.select().where(current).order_by(CriteriaSheet.position, CriteriaSheet.id))
        groups, units = staff_groups_of([row.id for row in rows]), units_of([row.id for row in rows])
        return Serving(
            tuple(
                Served(SheetId(row.id), SheetSubject(row.subject), tuple(groups[row.id]), frozenset(units[row.id]))
                for row in rows
            ),
            parents(),
            _school(),
        )


def parents() -> dict[UnitId, UnitId | None]:
    """The unit above each unit."""
    return {
        UnitId(row.id): None if row.parent_id is None else UnitId(row.parent_id)
        for row in Unit.select(Unit.id, Unit.parent)
    }


def _school() -> UnitId | None:
    root = Unit.get_or_none(Unit.is_root == True)
    return None if root is None else UnitId(root.id)


def staff_groups_of(sheets: list[int]) -> dict[int, list[str]]:
    """The staff groups that each sheet names, in their order."""
    found: dict[int, list[str]] = defaultdict(list)
    query = CriteriaSheetGroup.select().where(CriteriaSheetGroup.sheet.in_(sheets))
    for row in query.order_by(CriteriaSheetGroup.position, CriteriaSheetGroup.id):
        found[row.sheet_id].append(row.staff_group)
    return found


def units_of(sheets: list[int]) -> dict[int, list[UnitId]]:
    """The units that each sheet names, in the units' order."""
    found: dict[int, list[UnitId]] = defaultdict(list)
    named = CriteriaSheetUnit.select().join(Unit, on=(CriteriaSheetUnit.unit == Unit.id))
    for row in named.where(CriteriaSheetUnit.sheet.in_(sheets)).order_by(Unit.position, Unit.id):
        found[row.sheet_id].append(UnitId(row.unit_id))
    return found
