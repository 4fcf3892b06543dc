"""Changes the agenda of a meeting: built from the proposals, put in order, worked through. Counts no vote."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from db.models.meetings import AgendaItem, Candidate, CandidateResult, Meeting, MeetingEvent, Recusal
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AgendaItemId, CampaignId, CandidateId, MeetingId, ProposalId
from thidua_gui.core.meetings import ItemKind, ItemState, MeetingEventKind, MeetingState, moved
from thidua_gui.core.proposals import State
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import agenda_candidates, meeting_proposals
from thidua_gui.services.agenda_candidates import Nominated
from thidua_gui.services.meeting_rows import (
    candidate_row,
    item_row,
    last_ballot,
    next_position,
    note,
    opened,
    ordered_candidates,
    ordered_items,
    writable,
)
from thidua_gui.services.meeting_rules import agenda_plan
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import council as wording
from thidua_gui.text import council_steps as steps
from thidua_gui.text.proposals import STATES

LONGEST = 600
_READY = (State.VALID, State.PRESENTED, State.DEFERRED)


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """Mục as the clerk writes it; an award's item names the kind that it is about."""

    title: str
    kind: ItemKind = ItemKind.OTHER
    award_kind: str | None = None
    planned_minutes: int | None = None


def build(meeting_id: MeetingId) -> Changes:
    """Report, every award that has proposals ready for the council, conclusion. What is on the agenda already stays;
    while an item has no ballot its candidates follow the proposals."""
    with write(steps.STEP_BUILD) as operation:
        meeting = writable(meeting_id)
        ready = agenda_candidates.ready(CampaignId(meeting.campaign_id), meeting_id)
        if not ordered_items(meeting_id):
            _frame(meeting_id)
        for kind, nominated in ready.items():
            _fill(meeting, kind, nominated)
        if meeting.state == MeetingState.OPEN:
            meeting_proposals.present_all(meeting_id)
    return operation.changes


def add_item(meeting_id: MeetingId, draft: ItemDraft, place: int | None = None) -> Changes:
    """A further item; None = at the end."""
    with write(steps.STEP_ADD_ITEM.format(title=tidy(draft.title))) as operation:
        writable(meeting_id)
        made = AgendaItem.create(meeting=meeting_id, state=ItemState.WAITING.value, **_judged(draft))
        _reorder(meeting_id, made.id, len(ordered_items(meeting_id)) if place is None else place)
    return operation.changes


def edit_item(item_id: AgendaItemId, draft: ItemDraft) -> Changes:
    """Another name, kind or time; the award of an item with candidates stays."""
    with write(steps.STEP_EDIT_ITEM.format(title=_title(item_id))) as operation:
        row = _writable_item(item_id)
        wanted = _judged(draft)
        if ordered_candidates(item_id):
            wanted |= {"kind": row.kind, "award_kind": row.award_kind}
        save_changed(row, wanted)
    return operation.changes


def remove_item(item_id: AgendaItemId) -> Changes:
    """An item without a ballot, with its candidates; their proposals stay what they are."""
    with write(steps.STEP_REMOVE_ITEM.format(title=_title(item_id))) as operation:
        row = _writable_item(item_id)
        if last_ballot(item_id) is not None:
            raise UserError("agenda_item_voted", title=row.title)
        _drop_candidates(ordered_candidates(item_id))
        MeetingEvent.update(item=None).where(MeetingEvent.item == item_id).execute()
        row.delete_instance()
    return operation.changes


def move_item(item_id: AgendaItemId, place: int) -> Changes:
    """To that place of the agenda, 0 = first."""
    with write(steps.STEP_ORDER_ITEMS.format(title=_title(item_id))) as operation:
        _reorder(MeetingId(_writable_item(item_id).meeting_id), item_id, place)
    return operation.changes


def write_notes(
    item_id: AgendaItemId,
    *,
    private_note: str | None = None,
    discussion: str | None = None,
    conclusion: str | None = None,
) -> Changes:
    """The operator's own note, what was said, what the chair concluded; None leaves it as it is."""
    with write(steps.STEP_EDIT_ITEM.format(title=_title(item_id))) as operation:
        said = {"private_note": private_note, "discussion": discussion, "conclusion": conclusion}
        given = {name: words.strip() or None for name, words in said.items() if words is not None}
        save_changed(_writable_item(item_id), given)
    return operation.changes


def add_proposals(item_id: AgendaItemId, proposals: Sequence[ProposalId]) -> Changes:
    """Proposals that are ready for the council, at the end of the item; in an open meeting they are before it at
    once."""
    with write(steps.STEP_ADD_CANDIDATES.format(count=len(proposals), title=_title(item_id))) as operation:
        row = _writable_item(item_id)
        if row.kind != ItemKind.AWARD:
            raise UserError("agenda_item_not_award", title=row.title)
        taken = agenda_candidates.on_agendas(CampaignId(row.meeting.campaign_id))
        for one in agenda_candidates.of_proposals(proposals):
            _refuse_unready(one)
            if one.proposal_id in taken:
                raise UserError("agenda_candidate_twice", name=one.name)
            _add(row, one)
        if writable(MeetingId(row.meeting_id)).state == MeetingState.OPEN:
            meeting_proposals.present(proposals)
    return operation.changes


def remove_candidates(candidates: Collection[CandidateId]) -> Changes:
    """Who was never voted on in this item."""
    with read():
        rows = [candidate_row(one) for one in candidates]
        title = rows[0].item.title if rows else ""
    with write(steps.STEP_REMOVE_CANDIDATES.format(count=len(rows), title=title)) as operation:
        for row in rows:
            _writable_item(AgendaItemId(row.item_id))
            if agenda_candidates.is_voted(CandidateId(row.id)):
                raise UserError("agenda_candidate_voted", name=row.name)
        _drop_candidates(rows)
    return operation.changes


def move_candidate(candidate_id: CandidateId, place: int) -> Changes:
    """To that place of its item, 0 = first; the order is fixed as soon as there is a ballot."""
    with read():
        name = candidate_row(candidate_id).name
    with write(steps.STEP_ORDER_CANDIDATES.format(name=name)) as operation:
        item_id = AgendaItemId(candidate_row(candidate_id).item_id)
        row = _writable_item(item_id)
        if last_ballot(item_id) is not None:
            raise UserError("agenda_order_fixed", title=row.title)
        rows = {one.id: one for one in ordered_candidates(item_id)}
        for position, one in enumerate(moved(list(rows), candidate_id, place), 1):
            save_changed(rows[one], {"position": position})
    return operation.changes


def start_item(item_id: AgendaItemId) -> Changes:
    """The meeting comes to this item, and stands at its first candidate; the one before waits or is done as it was."""
    with write(steps.STEP_START_ITEM.format(title=_title(item_id))) as operation:
        row = _open_item(item_id)
        for other in ordered_items(MeetingId(row.meeting_id)):
            if other.state == ItemState.CURRENT and other.id != item_id:
                _stop(other, ItemState.WAITING)
        if row.state != ItemState.CURRENT:
            save_changed(row, {"state": ItemState.CURRENT.value, "started_at": open_session().clock()})
            note(MeetingId(row.meeting_id), MeetingEventKind.ITEM_STARTED, row.title, item_id)
        first = ordered_candidates(item_id)[:1]
        place = {"at_item": item_id, "at_candidate": first[0].id if first else None}
        save_changed(Meeting.get_by_id(row.meeting_id), place)
    return operation.changes


def finish_item(item_id: AgendaItemId) -> Changes:
    """Done; refused while a ballot of it is not published."""
    with write(steps.STEP_FINISH_ITEM.format(title=_title(item_id))) as operation:
        row = _open_item(item_id)
        ballot = last_ballot(item_id)
        if ballot is not None and ballot.published_at is None:
            raise UserError("agenda_ballot_open", title=row.title)
        if row.state != ItemState.DONE:
            _stop(row, ItemState.DONE)
            note(MeetingId(row.meeting_id), MeetingEventKind.ITEM_FINISHED, row.title, item_id)
    return operation.changes


def set_time(item_id: AgendaItemId, seconds: int) -> Changes:
    """Put right how long the item has taken until now, as after a power cut."""
    with write(steps.STEP_TIME.format(title=_title(item_id))) as operation:
        row = _open_item(item_id)
        running = None if row.started_at is None else open_session().clock()
        save_changed(row, {"spent_seconds": max(0, seconds), "started_at": running})
    return operation.changes


def _frame(meeting_id: MeetingId) -> None:
    plan = agenda_plan()
    for position, (kind, title, minutes) in enumerate((
        (ItemKind.REPORT, wording.REPORT_ITEM, plan.minutes_report),
        (ItemKind.CONCLUSION, wording.CONCLUSION_ITEM, plan.minutes_conclusion),
    ), 1):  # fmt: skip
        AgendaItem.create(
            meeting=meeting_id, position=position, kind=kind.value, title=title, planned_minutes=minutes,
            state=ItemState.WAITING.value,
        )  # fmt: skip


def _fill(meeting: Meeting, kind: str, nominated: Sequence[Nominated]) -> None:
    """The item of that award follows the proposals that are ready, unless it was voted on; then a new one takes who
    came later."""
    meeting_id = MeetingId(meeting.id)
    mine = [row for row in ordered_items(meeting_id) if row.award_kind == kind]
    free = [row for row in mine if last_ballot(AgendaItemId(row.id)) is None and row.state != ItemState.DONE]
    stands = {one.proposal_id for row in mine if row not in free for one in ordered_candidates(AgendaItemId(row.id))}
    wanted = [one for one in nominated if one.proposal_id not in stands]
    if not wanted and not free:
        return
    row = free[0] if free else _new_item(meeting_id, kind, len(mine) + 1)
    for other in free[1:]:
        wanted = [one for one in wanted if one.proposal_id not in _proposals(other)]
    _renew(row, wanted)


def _renew(row: AgendaItem, wanted: Sequence[Nominated]) -> None:
    """Who is no longer ready falls out, who came is added; the order that somebody set stays."""
    asked = {one.proposal_id for one in wanted}
    held = ordered_candidates(AgendaItemId(row.id))
    gone = [one for one in held if one.proposal_id is not None and one.proposal_id not in asked]
    _drop_candidates(gone)
    kept = {one.proposal_id: one for one in held if one not in gone and one.proposal_id is not None}
    for one in wanted:
        if one.proposal_id in kept:
            save_changed(kept[one.proposal_id], {"name": one.name, "title": one.title})
        else:
            _add(row, one)
    plan = agenda_plan()
    count = len(ordered_candidates(AgendaItemId(row.id)))
    if row.planned_minutes is None and count:
        save_changed(row, {"planned_minutes": min(LONGEST, plan.minutes_candidate * count)})


def _new_item(meeting_id: MeetingId, kind: str, number: int) -> AgendaItem:
    """Before the first item of a later award, or before the conclusion."""
    order = list(agenda_candidates.order_of_kinds())
    of_kind = kinds().get(kind)
    title = wording.award_item(kind if of_kind is None else of_kind.name)
    rows = ordered_items(meeting_id)
    made = AgendaItem.create(
        meeting=meeting_id, kind=ItemKind.AWARD.value, award_kind=kind, state=ItemState.WAITING.value,
        title=title if number == 1 else wording.award_item_again(title, number),
    )  # fmt: skip
    rank = {key: place for place, key in enumerate(order)}
    later = (
        place
        for place, row in enumerate(rows)
        if row.kind == ItemKind.CONCLUSION
        or (row.kind == ItemKind.AWARD and rank.get(row.award_kind or "", -1) > rank.get(kind, len(rank)))
    )
    _reorder(meeting_id, made.id, next(later, len(rows)))
    return AgendaItem.get_by_id(made.id)


def _add(row: AgendaItem, one: Nominated) -> None:
    Candidate.create(
        item=row.id, proposal=one.proposal_id, person=one.person_id, unit=one.unit_id, name=one.name, title=one.title,
        position=next_position(Candidate, Candidate.item == row.id),
    )  # fmt: skip


def _refuse_unready(one: Nominated) -> None:
    if one.state not in _READY:
        raise UserError("agenda_proposal_not_ready", name=one.name, state=STATES[one.state])


def _drop_candidates(rows: Sequence[Candidate]) -> None:
    ids = [row.id for row in rows]
    if not ids:
        return
    Meeting.update(at_candidate=None).where(Meeting.at_candidate.in_(ids)).execute()
    Recusal.delete().where(Recusal.candidate.in_(ids)).execute()
    CandidateResult.delete().where(CandidateResult.candidate.in_(ids)).execute()
    Candidate.delete().where(Candidate.id.in_(ids)).execute()


def _proposals(row: AgendaItem) -> frozenset[int | None]:
    return frozenset(one.proposal_id for one in ordered_candidates(AgendaItemId(row.id)))


def _judged(draft: ItemDraft) -> dict[str, object]:
    title = tidy(draft.title)
    if not title:
        raise UserError("agenda_title_missing", field="title")
    if draft.planned_minutes is not None and not 1 <= draft.planned_minutes <= LONGEST:
        raise UserError("agenda_minutes_odd", field="planned_minutes")
    award = draft.award_kind if draft.kind is ItemKind.AWARD else None
    return {
        "title": title, "kind": draft.kind.value, "award_kind": award, "planned_minutes": draft.planned_minutes
    }  # fmt: skip


def _reorder(meeting_id: MeetingId, item_id: int, place: int) -> None:
    rows: Mapping[int, AgendaItem] = {row.id: row for row in ordered_items(meeting_id)}
    for position, one in enumerate(moved(list(rows), item_id, place), 1):
        save_changed(rows[one], {"position": position})


def _stop(row: AgendaItem, state: ItemState) -> None:
    now = open_session().clock()
    running = 0 if row.started_at is None else max(0, int((now - row.started_at).total_seconds()))
    save_changed(row, {"state": state.value, "started_at": None, "spent_seconds": row.spent_seconds + running})


def _writable_item(item_id: AgendaItemId) -> AgendaItem:
    row = item_row(item_id)
    writable(MeetingId(row.meeting_id))
    return row


def _open_item(item_id: AgendaItemId) -> AgendaItem:
    row = item_row(item_id)
    opened(MeetingId(row.meeting_id))
    return row


def _title(item_id: AgendaItemId) -> str:
    with read():
        return item_row(item_id).title
