"""Rows of criteria sheets as the core's values; for services inside a transaction. Knows no scores, writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from db.models.scoring import CriteriaSheet
from db.models.scoring import Criterion as CriterionRow
from thidua_gui.core.ids import CampaignId, CriterionId, SheetId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, SheetSubject


def current_sheets(campaign_id: CampaignId, subject: SheetSubject) -> tuple[Sheet, ...]:
    """The sheets by which people, or units, are scored now, in their order."""
    mine = (CriteriaSheet.campaign == campaign_id) & CriteriaSheet.superseded_by.is_null()
    found = CriteriaSheet.select().where(mine & (CriteriaSheet.subject == subject))
    return _sheets(found.order_by(CriteriaSheet.position, CriteriaSheet.id))


def sheets_by_id(ids: Collection[SheetId]) -> tuple[Sheet, ...]:
    """These sheets, current or not."""
    return _sheets(CriteriaSheet.select().where(CriteriaSheet.id.in_(list(ids))))


def criterion_of(row: CriterionRow) -> Criterion:
    """The row as the core judges it."""
    return Criterion(
        CriterionId(row.id),
        row.number,
        row.content,
        CriterionKind(row.kind),
        Points(row.maximum),
        None if row.step is None else Points(row.step),
        None if row.parent_id is None else CriterionId(row.parent_id),
        None if row.cap is None else Points(row.cap),
    )


def _sheets(found: Iterable[CriteriaSheet]) -> tuple[Sheet, ...]:
    rows = list(found)
    criteria: dict[int, list[Criterion]] = defaultdict(list)
    of_sheets = CriterionRow.select().where(CriterionRow.sheet.in_([row.id for row in rows]))
    for row in of_sheets.order_by(CriterionRow.position, CriterionRow.id):
        criteria[row.sheet_id].append(criterion_of(row))
    return tuple(
        Sheet(SheetId(row.id), row.code, row.version, tuple(criteria[row.id]), SheetSubject(row.subject))
        for row in rows
    )
