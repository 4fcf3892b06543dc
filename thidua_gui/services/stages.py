"""Closing and reopening the stages of scoring: what is missing, who closed, what a reopening makes doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from db.models.scoring import Rating as RatingRow
from db.models.scoring import Stage
from db.models.stages import StageEvent
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CriterionId, PersonId, StageId, SubjectId, UnitId
from thidua_gui.core.scoreboard import OPTIONAL_STAGES, optional_stages
from thidua_gui.core.scoring import SheetSubject, StageKey, missing
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.scoring import Board, ScoreRow, StageView, board
from thidua_gui.services.subjects import owner
from thidua_gui.services.transaction import read, write
from thidua_gui.text import names
from thidua_gui.text import stages as wording


@dataclass(frozen=True, slots=True)
class Lacking:
    """One person or unit before the gate: the required criteria without a score, and those with a refused text."""

    subject: SheetSubject
    subject_id: SubjectId
    name: str
    unit_id: UnitId | None
    unit_name: str
    missing: tuple[CriterionId, ...]
    refused: tuple[CriterionId, ...]

    @property
    def first(self) -> CriterionId:
        """Where to begin: a refused text before a missing score."""
        return (self.refused or self.missing)[0]


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between a stage and its closing, people and units counted that have a sheet. `earlier_open` names
    the stage that must be closed before."""

    stage_id: StageId
    key: StageKey
    people: int
    units: int
    lacking: tuple[Lacking, ...]
    earlier_open: StageKey | None

    @property
    def missing_cells(self) -> int:
        return sum(len(each.missing) for each in self.lacking)

    @property
    def refused_cells(self) -> int:
        return sum(len(each.refused) for each in self.lacking)

    @property
    def is_open(self) -> bool:
        """Nothing stands in the way."""
        return not self.lacking and self.earlier_open is None and self.people + self.units > 0


@dataclass(frozen=True, slots=True)
class StageEventView:
    """One closing or reopening, with the reason of the latter."""

    at: datetime
    user: str
    action: str
    reason: str | None


def gate(campaign_id: CampaignId, stage_id: StageId) -> Gate:
    """What would stop the stage from being closed now."""
    with read():
        return gate_of(boards(campaign_id), stage_id)


def boards(campaign_id: CampaignId) -> tuple[Board, ...]:
    """That of people and that of units: a stage is one for both."""
    return tuple(board(campaign_id, subject) for subject in SheetSubject)


def gate_of(years: Sequence[Board], stage_id: StageId) -> Gate:
    """The same from boards that are at hand. Who has nothing in the council's stage keeps the points of the unit; the
    school owes only what it scores itself."""
    year = years[0]
    stage = next((each for each in year.stages if each.id == stage_id), None)
    if stage is None:
        raise UserError("stage_unknown")
    place = year.stages.index(stage)
    earlier = next((each.key for each in year.stages[:place] if each.closed_at is None), None)
    counted = [(each, row) for each in years for row in each.rows if _counts(row, stage)]
    begun = [(each, row) for each, row in counted if row.scores[stage_id] or row.drafts[stage_id]]
    owing = begun if stage.key in OPTIONAL_STAGES and begun else counted
    found = (_lacking(each, row, stage_id) for each, row in owing)
    lacking = tuple(each for each in found if each.missing or each.refused)
    units = sum(each.subject is SheetSubject.UNIT for each, _ in counted)
    return Gate(stage_id, stage.key, len(counted) - units, units, lacking, earlier)


def close(campaign_id: CampaignId, stage_id: StageId, *, user: str, at: datetime) -> Changes:
    """Close the stage: its scores are read-only from now on. Refused while the gate is not open."""
    with write(wording.step_close(_name(stage_id))) as operation:
        refuse_if_closed(campaign_id)
        stage = _row(stage_id)
        if stage.closed_at is not None:
            raise UserError("stage_closed_already", stage=stage.name)
        _refuse_at(gate_of(boards(campaign_id), stage_id), stage.name)
        stage.closed_at, stage.closed_by = at.replace(microsecond=0), user
        stage.save(only=[Stage.closed_at, Stage.closed_by])
        StageEvent.create(stage=stage_id, at=at, user=user, action="close")
    return operation.changes


def reopen(campaign_id: CampaignId, stage_id: StageId, reason: str, *, user: str, at: datetime) -> Changes:
    """Open a closed stage again, for a stated reason. Later stages are opened with it, and every rating that was
    decided since becomes doubtful (`stale_since`); nothing is computed anew by itself."""
    said = reason.strip()
    with write(wording.step_reopen(_name(stage_id)), reason=said) as operation:
        refuse_if_closed(campaign_id)
        stage = _row(stage_id)
        if stage.closed_at is None:
            raise UserError("stage_open_already", stage=stage.name)
        if not said:
            raise UserError("reopen_reason_missing", stage=stage.name)
        later = (Stage.campaign == campaign_id) & (Stage.position >= stage.position) & Stage.closed_at.is_null(False)
        for row in Stage.select().where(later):
            row.closed_at = row.closed_by = None
            row.save(only=[Stage.closed_at, Stage.closed_by])
            StageEvent.create(stage=row.id, at=at, user=user, action="reopen", reason=said)
        doubtful = (RatingRow.campaign == campaign_id) & RatingRow.stale_since.is_null()
        if stage.key != StageKey.SELF:
            RatingRow.update(stale_since=at.replace(microsecond=0)).where(doubtful).execute()
    return operation.changes


def confirm_ratings(
    campaign_id: CampaignId, ids: Sequence[SubjectId], of: SheetSubject = SheetSubject.PERSON
) -> Changes:
    """Somebody has looked at these doubtful ratings again and lets them stand."""
    with write(wording.step_confirm(len(ids), of)) as operation:
        refuse_if_closed(campaign_id)
        mine = (RatingRow.campaign == campaign_id) & owner(RatingRow, of).in_(list(ids))
        RatingRow.update(stale_since=None).where(mine & RatingRow.stale_since.is_null(False)).execute()
    return operation.changes


def doubtful_ratings(campaign_id: CampaignId) -> tuple[PersonId, ...]:
    """Whose decided rating a reopened stage has made doubtful."""
    with read():
        stale = (RatingRow.campaign == campaign_id) & RatingRow.stale_since.is_null(False)
        found = RatingRow.select(RatingRow.person).where(stale & RatingRow.person.is_null(False))
        return tuple(PersonId(row.person_id) for row in found if row.person_id is not None)


def events(stage_id: StageId) -> tuple[StageEventView, ...]:
    """Every closing and reopening, the newest first."""
    with read():
        found = StageEvent.select().where(StageEvent.stage == stage_id).order_by(StageEvent.id.desc())
        return tuple(StageEventView(row.at, row.user, row.action, row.reason) for row in found)


def _counts(row: ScoreRow, stage: StageView) -> bool:
    """The school does not count where it owes nothing and nothing was given."""
    if row.sheet_id is None:
        return False
    is_left_out = row.is_school and stage.key in optional_stages(is_school=True)
    return not is_left_out or bool(row.scores[stage.id] or row.drafts[stage.id])


def _lacking(year: Board, row: ScoreRow, stage_id: StageId) -> Lacking:
    sheet = year.sheet(row.sheet_id)
    drafts = row.drafts[stage_id]
    wanted = () if sheet is None else missing(sheet, row.scores[stage_id])
    absent = tuple(each for each in wanted if each not in drafts)
    return Lacking(year.subject, row.id, row.name, row.unit_id, row.unit_name, absent, tuple(drafts))


def _refuse_at(found: Gate, stage: str) -> None:
    if found.earlier_open is not None:
        raise UserError("stage_earlier_open", stage=stage, earlier=names.STAGES[found.earlier_open])
    if not found.people + found.units:
        raise UserError("stage_without_people", stage=stage)
    if found.lacking:
        raise UserError(
            "stage_incomplete",
            stage=stage,
            whom=wording.counted(*_lacking_counts(found)),
            missing=found.missing_cells,
            refused=found.refused_cells,
        )


def _lacking_counts(found: Gate) -> tuple[int, int]:
    units = sum(each.subject is SheetSubject.UNIT for each in found.lacking)
    return len(found.lacking) - units, units


def _row(stage_id: StageId) -> Stage:
    row: Stage | None = Stage.get_or_none(Stage.id == stage_id)
    if row is None:
        raise UserError("stage_unknown")
    return row


def _name(stage_id: StageId) -> str:
    with read():
        return _row(stage_id).name
