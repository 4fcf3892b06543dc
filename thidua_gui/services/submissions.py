"""Who has handed in what and when, on paper or as a workbook. Reads no workbook and knows no window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.models.submissions import Submission
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, SubmissionId, UnitId
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import submissions as wording


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """One unit's submission; `by_workbook` says that it came as a workbook read here."""

    id: SubmissionId
    unit_id: UnitId
    kind: SubmissionKind
    submitted_on: date
    note: str | None
    by_workbook: bool


def latest(campaign_id: CampaignId) -> Mapping[tuple[UnitId, SubmissionKind], SubmissionView]:
    """What each unit has handed in last, by kind; a unit that has not is not in it."""
    with read():
        rows = Submission.select().where(Submission.campaign == campaign_id)
        ordered = rows.order_by(Submission.submitted_on, Submission.id)
        return {(UnitId(row.unit_id), SubmissionKind(row.kind)): _view(row) for row in ordered}


def record(
    campaign_id: CampaignId, units: Sequence[UnitId], kind: SubmissionKind, on: date, note: str = ""
) -> Changes:
    """Tick these units off for what they handed in on that day; before the year or still to come is refused."""
    with write(wording.step_record(kind, len(units))) as operation:
        year = refuse_if_closed(campaign_id).year
        refuse_odd("submitted_on", on)
        if on.year < year:
            raise UserError("submitted_before_year", field="submitted_on", year=year)
        if on > open_session().clock().date():
            raise UserError("submitted_in_future", field="submitted_on", day=on)
        for unit_id in units:
            store(campaign_id, unit_id, kind, on, note=note)
    return operation.changes


def store(
    campaign_id: CampaignId, unit_id: UnitId, kind: SubmissionKind, on: date, *, note: str = "",
    receipt: int | None = None,
) -> None:  # fmt: skip
    """As `record` for one unit, inside the write of a larger command; `receipt` names the workbook that brought it.

    A workbook read again on the same day does not count twice; a different day is another submission.
    """
    same = (Submission.campaign == campaign_id) & (Submission.unit == unit_id) & (Submission.kind == kind.value)
    row = Submission.get_or_none(same & (Submission.submitted_on == on))
    if row is None:
        Submission.create(
            campaign=campaign_id, unit=unit_id, kind=kind.value, submitted_on=on, note=tidy(note) or None,
            receipt=receipt,
        )  # fmt: skip
    elif receipt is not None and row.receipt_id != receipt:
        row.receipt_id = receipt
        row.save(only=[Submission.receipt])


def withdraw(campaign_id: CampaignId, units: Sequence[UnitId], kind: SubmissionKind) -> Changes:
    """Take the ticks of these units away: nothing of that kind was handed in after all."""
    with write(wording.step_withdraw(kind, len(units))) as operation:
        refuse_if_closed(campaign_id)
        mine = (Submission.campaign == campaign_id) & (Submission.kind == kind.value)
        Submission.delete().where(mine & Submission.unit.in_(list(units))).execute()
    return operation.changes


def _view(row: Submission) -> SubmissionView:
    return SubmissionView(
        SubmissionId(row.id), UnitId(row.unit_id), SubmissionKind(row.kind), row.submitted_on, row.note,
        row.receipt_id is not None,
    )  # fmt: skip
