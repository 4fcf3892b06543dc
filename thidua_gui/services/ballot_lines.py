"""The lines of ballots in the order in which the year's workbook has them. Counts no vote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from db.models.council import BallotLine
from thidua_gui.core.ids import CampaignId
from thidua_gui.services.meeting_views import CandidateRow

Held = TypeVar("Held")
_NOWHERE = 1 << 30


def staged(campaign_id: CampaignId) -> list[BallotLine]:
    """What the year's workbook brought, in its order."""
    found = BallotLine.select().where(BallotLine.campaign == campaign_id)
    return list(found.order_by(BallotLine.position, BallotLine.id))


def in_sheet_order(
    campaign_id: CampaignId, voted: Iterable[tuple[CandidateRow, Held]]
) -> list[tuple[CandidateRow, Held, BallotLine | None]]:
    """Each with the line of the workbook that it comes from, if there is one; of several lines on the same bearer and
    title the first belongs to the first. What the workbook did not have follows in the order of the agenda."""
    lines: dict[tuple[object, ...], list[tuple[int, BallotLine]]] = defaultdict(list)
    for place, row in enumerate(staged(campaign_id)):
        lines[row.title, row.person_id, row.unit_id].append((place, row))
    found: list[tuple[int, CandidateRow, Held, BallotLine | None]] = []
    for one, held in voted:
        same = lines[one.title, one.person_id, one.unit_id]
        place, line = same.pop(0) if same else (_NOWHERE, None)
        found.append((place, one, held, line))
    found.sort(key=lambda row: row[0])
    return [(one, held, line) for _, one, held, line in found]
