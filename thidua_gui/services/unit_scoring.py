"""Scores of units as collectives: the board of units × criteria × stages, as values. Writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.models.organisation import Unit
from db.models.scoring import DraftInput, Score
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.ids import CampaignId, CriterionId, SheetId, StageId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating, Threshold
from thidua_gui.core.scoring import Sheet, SheetSubject
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.scoring import Draft, StageView, stages_of, thresholds_of
from thidua_gui.services.serving import serving
from thidua_gui.services.sheet_rows import current_sheets
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import existing_units, unit_names

_Cell = tuple[StageId, UnitId]


@dataclass(frozen=True, slots=True)
class UnitScoreRow:
    """One unit of the board. A criterion absent from `scores[stage]` is not yet scored, which is never 0."""

    id: UnitId
    code: str
    position: int
    name: str
    short: str
    sheet_id: SheetId | None
    scores: Mapping[StageId, Mapping[CriterionId, Points]]
    drafts: Mapping[StageId, Mapping[CriterionId, Draft]]
    decided: Rating | None
    decided_reason: str | None


@dataclass(frozen=True, slots=True)
class UnitBoard:
    """Everything that a scoring page of units shows of one year; without sheets for units nobody has a sheet."""

    campaign_id: CampaignId
    stages: tuple[StageView, ...]
    sheets: tuple[Sheet, ...]
    thresholds: tuple[Threshold, ...]
    rows: tuple[UnitScoreRow, ...]

    def sheet(self, sheet_id: SheetId | None) -> Sheet | None:
        """The criteria sheet of that id."""
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)


def unit_board(campaign_id: CampaignId) -> UnitBoard:
    """The units that exist at the end of the year, the school itself left out, in their order."""
    with read():
        last_day = date(row_of(campaign_id).year, 12, 31)
        stages = stages_of(campaign_id)
        found = Unit.select().where(existing_units(last_day) & ~Unit.is_root).order_by(Unit.position, Unit.id)
        rows = _rows(campaign_id, list(found), stages)
        sheets = current_sheets(campaign_id, SheetSubject.UNIT)
        return UnitBoard(campaign_id, stages, sheets, thresholds_of(campaign_id), rows)


def _rows(campaign_id: CampaignId, units: list[Unit], stages: tuple[StageView, ...]) -> tuple[UnitScoreRow, ...]:
    rule, short = serving(campaign_id), unit_names(units)
    scores, drafts = _scores(stages), _drafts(stages)
    decided = {
        row.unit_id: (Rating(row.rating), row.reason)
        for row in RatingRow.select().where(RatingRow.campaign == campaign_id, RatingRow.unit.is_null(False))
    }
    return tuple(
        UnitScoreRow(
            id=(unit_id := UnitId(unit.id)),
            code=unit.code,
            position=unit.position,
            name=unit.name,
            short=short[unit_id],
            sheet_id=rule.of_unit(unit_id),
            scores={stage.id: scores.get((stage.id, unit_id), {}) for stage in stages},
            drafts={stage.id: drafts.get((stage.id, unit_id), {}) for stage in stages},
            decided=decided.get(unit_id, (None, None))[0],
            decided_reason=decided.get(unit_id, (None, None))[1],
        )
        for unit in units
    )


def _scores(stages: tuple[StageView, ...]) -> Mapping[_Cell, Mapping[CriterionId, Points]]:
    found: dict[_Cell, dict[CriterionId, Points]] = defaultdict(dict)
    of_units = Score.stage.in_([stage.id for stage in stages]) & Score.unit.is_null(False)
    for row in Score.select().where(of_units):
        found[StageId(row.stage_id), UnitId(row.unit_id or 0)][CriterionId(row.criterion_id)] = Points(row.points)
    return found


def _drafts(stages: tuple[StageView, ...]) -> Mapping[_Cell, Mapping[CriterionId, Draft]]:
    found: dict[_Cell, dict[CriterionId, Draft]] = defaultdict(dict)
    of_units = DraftInput.stage.in_([stage.id for stage in stages]) & DraftInput.unit.is_null(False)
    for row in DraftInput.select().where(of_units):
        draft = Draft(row.text, row.problem)
        found[StageId(row.stage_id), UnitId(row.unit_id or 0)][CriterionId(row.criterion_id)] = draft
    return found
