"""What units do in a campaign: launch and collective rating, read for many and written for one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.models.campaigns import Launch
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.ratings import Rating
from thidua_gui.services import launch_rules
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.headship import unit_heads
from thidua_gui.services.organisation import member_counts
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.services.unit_tree import ordered_rows, row_of
from thidua_gui.text import units as wording


@dataclass(frozen=True, slots=True)
class ChildRow:
    """A unit directly below another, with what it did in the year; None = not (yet)."""

    id: UnitId
    code: str
    name: str
    kind: str
    position: int
    head: str | None
    members: int
    launched_on: date | None
    rating: Rating | None
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class UnitYearDraft:
    """Phát động and xếp loại tập thể as the clerk fills them in; None = not (yet)."""

    launched_on: date | None
    participants: int | None
    rating: Rating | None


def children(unit_id: UnitId, on: date, campaign_id: CampaignId | None) -> tuple[ChildRow, ...]:
    """The units directly below, in their order; members of units further below are not counted."""
    with read():
        rows = [row for row in ordered_rows() if row.parent_id == unit_id and not row.is_root]
        if not rows:
            return ()
        counts = member_counts(on)
        launches, ratings = _launches(campaign_id), _ratings(campaign_id)
        heads = unit_heads(on)
    return tuple(
        ChildRow(
            UnitId(row.id), row.code, row.name, row.kind, place, heads.get(UnitId(row.id)),
            counts.get(UnitId(row.id), 0), launches.get(row.id), ratings.get(row.id), row.closed_on,
        )
        for place, row in enumerate(rows)
    )


def drafted(unit_id: UnitId, campaign_id: CampaignId) -> UnitYearDraft:
    """What is recorded now, to start the dialog with."""
    with read():
        launch = _launch(unit_id, campaign_id)
        rating = _rating(unit_id, campaign_id)
    return UnitYearDraft(
        None if launch is None else launch.launched_on, None if launch is None else launch.participants,
        None if rating is None else Rating(rating.rating),
    )


def record_year(unit_id: UnitId, campaign_id: CampaignId, draft: UnitYearDraft) -> Changes:
    """Write a unit's launch and collective rating of the year; what is taken away is deleted, undo brings it back."""
    with read():
        name = row_of(unit_id).name
    with write(wording.op_year(name)) as operation:
        if row_of(unit_id).is_root:
            raise UserError("unit_is_school")
        year = refuse_if_closed(campaign_id).year
        _judge(draft, year)
        _write_launch(unit_id, campaign_id, draft)
        _write_rating(unit_id, campaign_id, draft.rating)
    return operation.changes


def _judge(draft: UnitYearDraft, year: int) -> None:
    if draft.launched_on is not None:
        launch_rules.refuse_day(draft.launched_on, year, open_session().clock().date())
    elif draft.participants is not None:
        raise UserError("launch_day_missing", field="launched_on")


def _write_launch(unit_id: UnitId, campaign_id: CampaignId, draft: UnitYearDraft) -> None:
    launch = _launch(unit_id, campaign_id)
    if draft.launched_on is None:
        if launch is not None:
            launch.delete_instance()
    elif launch is None:
        Launch.create(
            campaign=campaign_id, unit=unit_id, launched_on=draft.launched_on, participants=draft.participants
        )
    else:
        save_changed(launch, {"launched_on": draft.launched_on, "participants": draft.participants})


def _write_rating(unit_id: UnitId, campaign_id: CampaignId, rating: Rating | None) -> None:
    row = _rating(unit_id, campaign_id)
    if rating is None:
        if row is not None:
            row.delete_instance()
    elif row is None:
        RatingRow.create(campaign=campaign_id, unit=unit_id, rating=rating.value)
    elif row.rating != rating.value:
        save_changed(row, {"rating": rating.value, "reason": None, "decided_on": None, "stale_since": None})


def _launch(unit_id: UnitId, campaign_id: CampaignId) -> Launch | None:
    return Launch.get_or_none((Launch.campaign == campaign_id) & (Launch.unit == unit_id))


def _rating(unit_id: UnitId, campaign_id: CampaignId) -> RatingRow | None:
    return RatingRow.get_or_none((RatingRow.campaign == campaign_id) & (RatingRow.unit == unit_id))


def _launches(campaign_id: CampaignId | None) -> Mapping[int, date]:
    return {row.unit_id: row.launched_on for row in Launch.select().where(Launch.campaign == campaign_id)}


def _ratings(campaign_id: CampaignId | None) -> Mapping[int, Rating]:
    rows = RatingRow.select().where((RatingRow.campaign == campaign_id) & RatingRow.unit.is_null(False))
    return {row.unit_id: Rating(row.rating) for row in rows if row.unit_id is not None}
