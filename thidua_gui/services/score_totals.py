"""Complete totals of a whole year by SQL sums, for lists of many people. Knows no window; core.scoring has the rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

import peewee as pw

from db.models.organisation import Person
from db.models.scoring import CriteriaSheet, CriteriaSheetGroup, Criterion, Score, Stage
from thidua_gui.core.ids import CampaignId, PersonId, SheetId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import CriterionKind, StageKey


def sheet_of_group(campaign_id: CampaignId) -> dict[str, SheetId]:
    """Which sheet serves which staff group; the first sheet that names a group keeps it."""
    current = (CriteriaSheet.campaign == campaign_id) & CriteriaSheet.superseded_by.is_null()
    served = (
        CriteriaSheetGroup.select(CriteriaSheetGroup.staff_group, CriteriaSheetGroup.sheet)
        .join(CriteriaSheet, on=(CriteriaSheetGroup.sheet == CriteriaSheet.id))
        .where(current)
        .order_by(CriteriaSheet.position, CriteriaSheet.id)
    )
    serving: dict[str, SheetId] = {}
    for row in served:
        serving.setdefault(row.staff_group, SheetId(row.sheet_id))
    return serving


def required_scores(campaign_id: CampaignId) -> dict[SheetId, int]:
    """How many scores each sheet of the year asks for."""
    asked = (
        Criterion.select(Criterion.sheet, pw.fn.COUNT(Criterion.id))
        .join(CriteriaSheet, on=(Criterion.sheet == CriteriaSheet.id))
        .where((CriteriaSheet.campaign == campaign_id) & (Criterion.kind == CriterionKind.POINTS))
        .group_by(Criterion.sheet)
    )
    return {SheetId(sheet): count for sheet, count in cast(Iterable[tuple[int, int]], asked.tuples())}


def complete_totals(campaign_id: CampaignId) -> dict[StageKey, dict[PersonId, Points]]:
    """By stage, the total of everyone who has each score that the sheet of the own staff group asks for.

    As core.scoring.total: scores outside that sheet (of a staff group left meanwhile, of an older version) do not
    count, deductions are taken off, and nobody without any score has a total.
    """
    serving, required = sheet_of_group(campaign_id), required_scores(campaign_id)
    totals: dict[StageKey, dict[PersonId, Points]] = {key: {} for key in StageKey}
    for key, group, person, sheet, scored, hundredths in _sums(campaign_id):
        if group is not None and serving.get(group) == sheet and scored == required.get(SheetId(sheet), 0):
            totals[StageKey(key)][PersonId(person)] = Points(hundredths)
    return totals


def with_sheet(campaign_id: CampaignId) -> Mapping[str, SheetId]:
    """Staff groups whose members owe scores, with their sheet."""
    required = required_scores(campaign_id)
    return {group: sheet for group, sheet in sheet_of_group(campaign_id).items() if required.get(sheet)}


def _sums(campaign_id: CampaignId) -> Iterable[tuple[str, str | None, int, int, int, int]]:
    """Stage, staff group, person, sheet, how many required scores, sum in hundredths."""
    signed = pw.Case(None, [(Criterion.kind == CriterionKind.DEDUCTION, Score.points * -1)], Score.points)
    required = pw.Case(None, [(Criterion.kind == CriterionKind.POINTS, 1)], 0)
    query = (
        Score.select(
            Stage.key, Person.staff_group, Score.person, Criterion.sheet, pw.fn.SUM(required), pw.fn.SUM(signed)
        )
        .join(Stage, on=(Score.stage == Stage.id))
        .switch(Score)
        .join(Criterion, on=(Score.criterion == Criterion.id))
        .switch(Score)
        .join(Person, on=(Score.person == Person.id))
        .where((Stage.campaign == campaign_id) & (Criterion.kind != CriterionKind.GROUP))
        .group_by(Score.stage, Score.person, Criterion.sheet)
    )
    return cast(Iterable[tuple[str, str | None, int, int, int, int]], query.tuples())
