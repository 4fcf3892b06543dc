"""The years in the data file: which there are, what they are about, in which state. Knows no window and no document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.models.attachments import Attachment
from db.models.campaigns import Campaign
from db.models.plan import Milestone
from db.models.scoring import Stage
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AttachmentId, CampaignId, MilestoneId, StageId
from thidua_gui.services import attachments
from thidua_gui.services.transaction import read, write
from thidua_gui.text import campaigns as wording


class CampaignState(StrEnum):
    """Chuẩn bị, Đang mở, Đã chốt: a closed year is read-only."""

    PREPARING = "preparing"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CampaignSummary:
    """Phong trào thi đua of a year, as the plan states it; what the plan does not say is None."""

    id: CampaignId
    year: int
    state: CampaignState
    plan_number: str | None
    plan_issued_on: date | None
    plan_issued_at: str | None
    theme: str | None
    school_theme: str | None
    results_due_on: date | None
    council_on: date | None
    decision_on: date | None
    plan_id: AttachmentId | None

    @property
    def last_day(self) -> date:
        """31 December: the day on which "at the end of the year" is asked."""
        return date(self.year, 12, 31)


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """Mốc thời gian as stored; its state is judged by core.timeline."""

    id: MilestoneId
    kind: str
    name: str
    from_on: date | None
    due_on: date | None
    done_on: date | None


def campaigns() -> tuple[CampaignSummary, ...]:
    """Every year of the file, the newest first."""
    with read():
        return tuple(_summary(row) for row in Campaign.select().order_by(Campaign.year.desc(), Campaign.id))


def campaign(campaign_id: CampaignId) -> CampaignSummary:
    """One year; `campaign_unknown` when it is no longer there."""
    with read():
        return _summary(row_of(campaign_id))


def milestones(campaign_id: CampaignId) -> tuple[MilestoneView, ...]:
    """The year's milestones in the plan's order."""
    with read():
        rows = Milestone.select().where(Milestone.campaign == campaign_id).order_by(Milestone.position, Milestone.id)
        return tuple(
            MilestoneView(MilestoneId(row.id), row.kind, row.name, row.from_on, row.due_on, row.done_on)
            for row in rows
        )


def plan_text(campaign_id: CampaignId) -> str | None:
    """The plan attached to the year as text, None when none is attached."""
    with read():
        row = Attachment.select().join(Campaign, on=(Campaign.plan_attachment == Attachment.id)).where(
            Campaign.id == campaign_id
        ).first()
        return None if row is None else bytes(row.content).decode("utf-8")


def attach_plan(campaign_id: CampaignId, content: bytes, name: str) -> Changes:
    """Keep the plan's text (UTF-8, Markdown) with its year; an earlier one is replaced."""
    with write(wording.STEP_PLAN) as operation:
        year = refuse_if_closed(campaign_id)
        year.plan_attachment_id = attachments.store(content, name, "text/markdown")
        year.save(only=[Campaign.plan_attachment])
    return operation.changes


def row_of(campaign_id: CampaignId) -> Campaign:
    """The row itself, for services inside a transaction."""
    row = Campaign.get_or_none(Campaign.id == campaign_id)
    if row is None:
        raise UserError("campaign_unknown")
    return row


def refuse_if_closed(campaign_id: CampaignId) -> Campaign:
    """The row of a year that may be written to; `campaign_closed` otherwise."""
    row = row_of(campaign_id)
    if row.state == CampaignState.CLOSED:
        raise UserError("campaign_closed", year=row.year)
    return row


def refuse_if_stage_closed(stage_id: StageId) -> None:
    """Nothing is written into a closed stage (`stage_closed`) or a closed year (`campaign_closed`)."""
    stage = Stage.get_or_none(Stage.id == stage_id)
    if stage is None:
        raise UserError("stage_unknown")
    refuse_if_closed(CampaignId(stage.campaign_id))
    if stage.closed_at is not None:
        raise UserError("stage_closed", stage=stage.name)


def _summary(row: Campaign) -> CampaignSummary:
    plan = row.plan_attachment_id
    return CampaignSummary(
        CampaignId(row.id), row.year, CampaignState(row.state), row.plan_number, row.plan_issued_on,
        row.plan_issued_at, row.theme, row.school_theme, row.results_due_on, row.council_on, row.decision_on,
        None if plan is None else AttachmentId(plan),
    )
