"""What the operator's desk shows, read at once: the meeting, its agenda, who is there, every ballot. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AgendaItemId, CampaignId, MeetingId
from thidua_gui.core.meetings import ItemKind
from thidua_gui.core.projection import WaitingSlide
from thidua_gui.services import agenda, agenda_candidates, attendance, ballots, meeting_results, meetings, projection
from thidua_gui.services.agenda_candidates import Nominated
from thidua_gui.services.meeting_views import (
    AttendanceView,
    BallotView,
    ItemRow,
    ItemStanding,
    MeetingView,
    RecusalRow,
)
from thidua_gui.services.projection import Cue
from thidua_gui.services.transaction import read

LIGHT_TABLES = (
    "meetings", "meeting_members", "attendance_events", "agenda_items", "council_candidates", "recusals", "ballots",
    "candidate_results", "meeting_events", "campaigns",
)  # fmt: skip
"""A change of these is shown at once."""
SLIDE_TABLES = (
    "meetings", "recusals",
    "agenda_items", "council_candidates", "candidate_results", "ballots", "proposals", "settings", "people", "awards",
    "award_revocations", "initiatives", "scores",
)  # fmt: skip
"""What the slides are made of; typed numbers are not among them."""


@dataclass(frozen=True, slots=True)
class DeskView:
    """One state of the meeting; `ballots` holds the last one of each item."""

    meeting: MeetingView
    items: tuple[ItemRow, ...]
    attendance: AttendanceView
    recusals: tuple[RecusalRow, ...]
    ballots: Mapping[AgendaItemId, BallotView]

    def item(self, item_id: AgendaItemId | None) -> ItemRow | None:
        return next((item for item in self.items if item.id == item_id), None)


@dataclass(frozen=True, slots=True)
class Slides:
    """Every slide in its order, and the neutral one."""

    waiting: WaitingSlide
    cues: tuple[Cue, ...]

    def place_of(self, key: str) -> int:
        """Where a cue stands. Of one that is gone (a ballot that was published) what came of it, else the first one of
        its item, else the first of all."""
        wanted = (key, key.replace("ballot:", "result:"), key.replace("result:", "ballot:"))
        for one in wanted:
            for place, cue in enumerate(self.cues):
                if cue.key == one:
                    return place
        item = _item_of(key)
        return next((place for place, cue in enumerate(self.cues) if item is not None and cue.item_id == item), 0)


def _item_of(key: str) -> int | None:
    """The item that a key names; candidates name none."""
    kind, *rest = key.split(":")
    return int(rest[0]) if kind != "candidate" and rest and rest[0].isdigit() else None


def read_desk(meeting_id: MeetingId) -> DeskView | None:
    """Some ten queries; None of a meeting that was deleted or whose making was undone."""
    with read():
        if not _is_there(meeting_id):
            return None
        last = {one.item_id: one for one in ballots.of_meeting(meeting_id) if one.is_last}
        return DeskView(
            meetings.meeting(meeting_id), agenda.items(meeting_id), attendance.attendance(meeting_id),
            attendance.recusals(meeting_id), last,
        )  # fmt: skip


def read_slides(meeting_id: MeetingId, rows: int) -> Slides | None:
    """Everything that may be shown; asks for every dossier, so it is read apart."""
    with read():
        if not _is_there(meeting_id):
            return None
        return Slides(projection.waiting(meeting_id), projection.cues(meeting_id, rows))


def _is_there(meeting_id: MeetingId) -> bool:
    try:
        meetings.meeting(meeting_id)
    except UserError:
        return False
    return True


def read_standing(item: ItemRow) -> ItemStanding | None:
    """Verdicts and quota of an item that judges somebody."""
    return meeting_results.standing(item.id) if item.kind is ItemKind.AWARD and item.candidates else None


@dataclass(frozen=True, slots=True)
class ItemPeople:
    """An item with its candidates, and who could be put beside them."""

    item: ItemRow
    ready: tuple[Nominated, ...]


def read_people(campaign_id: CampaignId, item_id: AgendaItemId) -> ItemPeople:
    """Proposals of the item's award that are ready and stand on no agenda."""
    with read():
        item = agenda.item(item_id)
        taken = {one.proposal_id for one in item.candidates}
        found = agenda_candidates.ready(campaign_id, item.meeting_id).get(item.award_kind or "", [])
    return ItemPeople(item, tuple(one for one in found if one.proposal_id not in taken))
