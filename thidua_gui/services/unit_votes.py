"""What units propose after their own vote (bình xét tại đơn vị), read for a year and written for one line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.submissions import UnitVote
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read

FACTS = ("held_on", "members", "present", "agree", "disagree", "achievement", "note")


@dataclass(frozen=True, slots=True)
class VoteView:
    """Đề nghị của đơn vị: for exactly one of person and unit; counts that nobody stated are None."""

    id: int
    voting_unit_id: UnitId
    person_id: PersonId | None
    unit_id: UnitId | None
    title: str
    held_on: date | None
    members: int | None
    present: int | None
    agree: int | None
    disagree: int | None
    achievement: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """Whom (exactly one) a unit proposes for what."""

    voting_unit_id: UnitId
    person_id: PersonId | None
    unit_id: UnitId | None
    title: str


def votes(campaign_id: CampaignId, voting_unit: UnitId | None = None) -> tuple[VoteView, ...]:
    """Every proposal of the year, or of one unit; unit by unit in their own order."""
    mine = UnitVote.campaign == campaign_id
    if voting_unit is not None:
        mine &= UnitVote.voting_unit == voting_unit
    with read():
        found = UnitVote.select().where(mine)
        return tuple(_view(row) for row in found.order_by(UnitVote.voting_unit, UnitVote.position, UnitVote.id))


def put(campaign_id: CampaignId, proposed: Proposed, facts: Mapping[str, object]) -> None:
    """Write these facts of a proposal, inside the write of a larger command. A proposal of which nothing is known any
    more is none and goes."""
    mine = (UnitVote.campaign == campaign_id) & (UnitVote.voting_unit == proposed.voting_unit_id)
    whom = UnitVote.person == proposed.person_id if proposed.unit_id is None else UnitVote.unit == proposed.unit_id
    row = UnitVote.get_or_none(mine & whom & (UnitVote.title == proposed.title))
    if row is None:
        if any(value is not None for value in facts.values()):
            last = UnitVote.select(pw.fn.MAX(UnitVote.position)).where(UnitVote.campaign == campaign_id).scalar() or 0
            UnitVote.create(
                campaign=campaign_id, voting_unit=proposed.voting_unit_id, person=proposed.person_id,
                unit=proposed.unit_id, title=proposed.title, position=last + 1, **facts,
            )  # fmt: skip
        return
    save_changed(row, facts)
    if all(getattr(row, name) is None for name in FACTS):
        row.delete_instance()


def _view(row: UnitVote) -> VoteView:
    return VoteView(
        row.id, UnitId(row.voting_unit_id), None if row.person_id is None else PersonId(row.person_id),
        None if row.unit_id is None else UnitId(row.unit_id), row.title, row.held_on, row.members, row.present,
        row.agree, row.disagree, row.achievement, row.note,
    )  # fmt: skip
