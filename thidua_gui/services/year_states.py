"""Chuẩn bị, Đang mở, Đã chốt: a year is opened, closed, reopened for a reason. What is left open is told, no bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from db import operations as log
from db.log_scope import campaigns_touched
from db.models.campaigns import Campaign, CampaignEvent
from db.models.organisation import Person
from db.models.scoring import DraftInput, Rating, Stage
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.services import typed_drafts
from thidua_gui.services.campaigns import CampaignState, row_of
from thidua_gui.services.memberships import employed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import years as wording


@dataclass(frozen=True, slots=True)
class YearEvent:
    """One change of the year's state, with the reason of a reopening."""

    at: datetime
    user: str
    action: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """What a year that is about to be closed still lacks; the people decide whether that matters."""

    stages: tuple[str, ...]
    refused_values: int
    unrated: int
    doubtful: int

    @property
    def is_nothing(self) -> bool:
        return not (self.stages or self.refused_values or self.unrated or self.doubtful)


def left_open(campaign_id: CampaignId) -> LeftOpen:
    """Open stages, refused values, people without a rating and doubtful ratings of the year."""
    with read():
        year = row_of(campaign_id)
        stages = Stage.select().where(Stage.campaign == campaign_id, Stage.closed_at.is_null()).order_by(Stage.position)
        names = tuple(row.name for row in stages)
        own = Stage.select(Stage.id).where(Stage.campaign == campaign_id)
        refused = DraftInput.select().where(DraftInput.stage.in_(own)).count() + typed_drafts.count(campaign_id)
        rated = Rating.select(Rating.person).where(Rating.campaign == campaign_id, Rating.person.is_null(False))
        last_day = date(year.year, 12, 31)
        unrated = Person.select().where(employed(last_day), Person.id.not_in(rated)).count()
        doubtful = Rating.select().where(Rating.campaign == campaign_id, Rating.stale_since.is_null(False)).count()
        return LeftOpen(names, refused, unrated, doubtful)


def events(campaign_id: CampaignId) -> tuple[YearEvent, ...]:
    """What was done with the year's state, the newest first."""
    with read():
        rows = CampaignEvent.select().where(CampaignEvent.campaign == campaign_id).order_by(CampaignEvent.id.desc())
        return tuple(YearEvent(row.at, row.user, row.action, row.reason) for row in rows)


def open_year(campaign_id: CampaignId) -> Changes:
    """The preparation is over: the year runs."""
    return _move(campaign_id, CampaignState.PREPARING, CampaignState.OPEN, "opened")


def close_year(campaign_id: CampaignId) -> Changes:
    """The year is read-only from now on. The caller has made a backup and told what is left open."""
    return _move(campaign_id, CampaignState.OPEN, CampaignState.CLOSED, "closed")


def reopen_year(campaign_id: CampaignId, reason: str) -> Changes:
    """A closed year may be written to again; `year_reason_missing` without a reason."""
    if not reason.strip():
        raise UserError("year_reason_missing", field="reason")
    return _move(campaign_id, CampaignState.CLOSED, CampaignState.OPEN, "reopened", reason.strip())


def refuse_undo_in_closed_years(operation_id: int) -> None:
    """Undo is a write like any other: `undo_in_closed_year` if the step has touched rows of a closed year. A closing is
    taken back by a reopening with its reason alone (`undo_of_closing`); other moves of the state are free."""
    closed = {row.id: row.year for row in Campaign.select().where(Campaign.state == CampaignState.CLOSED.value)}
    if not closed:
        return
    for row in CampaignEvent.select().where(CampaignEvent.id.in_(list(log.rows_inserted(operation_id, _EVENTS)))):
        if row.action == "closed" and row.campaign_id in closed:
            raise UserError("undo_of_closing", year=closed[row.campaign_id])
    for campaign_id in campaigns_touched(operation_id, without=_OWN_TABLES):
        if campaign_id in closed:
            raise UserError("undo_in_closed_year", year=closed[campaign_id])


_EVENTS = "campaign_events"
_OWN_TABLES = frozenset({"campaigns", _EVENTS})
_STEPS: Mapping[str, str] = {
    "opened": wording.STEP_OPEN, "closed": wording.STEP_CLOSE, "reopened": wording.STEP_REOPEN,
}  # fmt: skip


def _move(
    campaign_id: CampaignId, before: CampaignState, after: CampaignState, action: str, reason: str = ""
) -> Changes:
    with read():
        year = row_of(campaign_id).year
    with write(_STEPS[action].format(year=year), reason=reason) as operation:
        row = row_of(campaign_id)
        if row.state != before:
            raise UserError("year_state_differs", year=year, state=wording.STATES[row.state])
        row.state = after.value
        row.save(only=[Campaign.state])
        session = open_session()
        CampaignEvent.create(
            campaign=campaign_id, at=session.clock(), user=session.user, action=action, reason=reason or None
        )
    return operation.changes
