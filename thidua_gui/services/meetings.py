"""Meetings of a year's council: planned, opened with members and rules as they are then, closed by the chair. Counts no
vote."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.meetings import (
    AgendaItem,
    AttendanceEvent,
    Ballot,
    Candidate,
    CandidateResult,
    Meeting,
    MeetingEvent,
    MeetingMember,
    Recusal,
)
from db.models.organisation import Person
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd as refuse_odd_day
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AgendaItemId, CampaignId, CandidateId, MeetingId, PersonId
from thidua_gui.core.meeting_rules import Rules, refuse_odd
from thidua_gui.core.meetings import CouncilRole, ItemState, MeetingEventKind, MeetingState
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import meeting_proposals, meeting_rules
from thidua_gui.services.campaigns import CampaignState, campaign, refuse_if_closed
from thidua_gui.services.councils import council, is_voting
from thidua_gui.services.meeting_rows import (
    candidate_row,
    item_row,
    meeting_row,
    note,
    opened,
    ordered_items,
    title_of,
    writable,
)
from thidua_gui.services.meeting_rules import RulesInForce
from thidua_gui.services.meeting_views import MeetingEventRow, MeetingRow, MeetingView
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import council as wording
from thidua_gui.text import council_steps as steps

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_NAMED = 5


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """Phiên họp as the clerk plans it; without a chair or secretary those of the council."""

    name: str = ""
    held_on: date | None = None
    starts_at: str = ""
    place: str = ""
    chair_id: PersonId | None = None
    secretary_id: PersonId | None = None
    invited: str = ""


def meetings(campaign_id: CampaignId) -> tuple[MeetingRow, ...]:
    """In the order of their numbers."""
    with read():
        rows = list(Meeting.select().where(Meeting.campaign == campaign_id).order_by(Meeting.number, Meeting.id))
        mine = Meeting.select(Meeting.id).where(Meeting.campaign == campaign_id)
        of_items = AgendaItem.select(AgendaItem.meeting, AgendaItem.state).where(AgendaItem.meeting.in_(mine))
        states = fetch(of_items)
        of_candidates = Candidate.select(AgendaItem.meeting).join(AgendaItem, on=Candidate.item == AgendaItem.id)
        candidates = [meeting for (meeting,) in fetch(of_candidates.where(AgendaItem.meeting.in_(mine)))]
    done = [meeting for meeting, state in states if state == ItemState.DONE]
    all_items = [meeting for meeting, _ in states]
    return tuple(
        MeetingRow(
            MeetingId(row.id), row.number, title_of(row), row.held_on, row.starts_at, row.place or "",
            MeetingState(row.state), row.opened_at, row.closed_at, all_items.count(row.id), done.count(row.id),
            candidates.count(row.id),
        )
        for row in rows
    )  # fmt: skip


def meeting(meeting_id: MeetingId) -> MeetingView:
    """One; `meeting_gone` when it is no longer there."""
    with read():
        row = meeting_row(meeting_id)
        year = campaign(CampaignId(row.campaign_id))
        names = _names(meeting_id, row.chair_id, row.secretary_id)
    state = MeetingState(row.state)
    return MeetingView(
        meeting_id, year.id, year.year, row.number, title_of(row), row.name or "", row.held_on, row.starts_at,
        row.place or "", state, state is MeetingState.CLOSED or year.state is CampaignState.CLOSED, row.opened_at,
        row.closed_at, _person(row.chair_id), names.get(row.chair_id, ""), _person(row.secretary_id),
        names.get(row.secretary_id, ""), row.invited or "", row.conclusion or "",
        None if row.at_item is None else AgendaItemId(row.at_item),
        None if row.at_candidate is None else CandidateId(row.at_candidate),
    )  # fmt: skip


def rules_of(meeting_id: MeetingId) -> RulesInForce:
    """The rules of the vote of one meeting."""
    with read():
        return meeting_rules.of_meeting(meeting_row(meeting_id))


def events(meeting_id: MeetingId) -> tuple[MeetingEventRow, ...]:
    """The time line, the first event first."""
    with read():
        found = MeetingEvent.select().where(MeetingEvent.meeting == meeting_id)
        rows = list(found.order_by(MeetingEvent.at, MeetingEvent.id))
    return tuple(_event(row) for row in rows)


def create(campaign_id: CampaignId, draft: MeetingDraft) -> Changes:
    """A further meeting of the year, planned."""
    with write(steps.STEP_CREATE) as operation:
        refuse_if_closed(campaign_id)
        last = Meeting.select(pw.fn.MAX(Meeting.number)).where(Meeting.campaign == campaign_id).scalar() or 0
        Meeting.create(campaign=campaign_id, number=last + 1, **_judged(campaign_id, draft))
    return operation.changes


def edit(meeting_id: MeetingId, draft: MeetingDraft) -> Changes:
    """Place, time, chair …; also while it is under way."""
    with write(steps.STEP_EDIT.format(title=_title(meeting_id))) as operation:
        row = writable(meeting_id)
        save_changed(row, _judged(CampaignId(row.campaign_id), draft))
    return operation.changes


def delete(meeting_id: MeetingId) -> Changes:
    """A planned meeting with its agenda; what was opened stays."""
    with write(steps.STEP_DELETE.format(title=_title(meeting_id))) as operation:
        row = writable(meeting_id)
        if row.state != MeetingState.PLANNED:
            raise UserError("meeting_not_planned", title=title_of(row))
        _delete(row)
    return operation.changes


def open_meeting(meeting_id: MeetingId) -> Changes:
    """Khai mạc: the members of the day take their seats with names and roles as they are, the rules are frozen, the
    proposals of the agenda are before the council. Attendance is called afterwards."""
    with write(steps.STEP_OPEN.format(title=_title(meeting_id))) as operation:
        row = writable(meeting_id)
        if row.state != MeetingState.PLANNED:
            raise UserError("meeting_already_open", title=title_of(row))
        rules = meeting_rules.of_meeting(row).rules
        take_seats(row)
        save_changed(row, {
            "state": MeetingState.OPEN.value, "opened_at": open_session().clock(), "rules": meeting_rules.frozen(rules),
            **_leaders(row),
        })  # fmt: skip
        meeting_proposals.present_all(meeting_id)
        note(meeting_id, MeetingEventKind.OPENED)
    return operation.changes


def seat_members(meeting_id: MeetingId) -> Changes:
    """The members of the meeting's day take their seats, so that attendance can be called before the opening; also who
    joined the council since."""
    with write(steps.STEP_SEATS.format(title=_title(meeting_id))) as operation:
        take_seats(writable(meeting_id))
    return operation.changes


def close_meeting(meeting_id: MeetingId) -> Changes:
    """Bế mạc: refused with what is still open; afterwards it is read-only."""
    with write(steps.STEP_CLOSE.format(title=_title(meeting_id))) as operation:
        row = opened(meeting_id)
        _refuse_unfinished(meeting_id)
        save_changed(row, {"state": MeetingState.CLOSED.value, "closed_at": open_session().clock()})
        note(meeting_id, MeetingEventKind.CLOSED)
    return operation.changes


def reopen(meeting_id: MeetingId, reason: str) -> Changes:
    """A closed meeting goes on, for a reason that stands in its time line."""
    with write(steps.STEP_REOPEN.format(title=_title(meeting_id)), reason=tidy(reason)) as operation:
        row = meeting_row(meeting_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        if row.state != MeetingState.CLOSED:
            raise UserError("meeting_already_open", title=title_of(row))
        words = _asked(reason)
        save_changed(row, {"state": MeetingState.OPEN.value, "closed_at": None})
        note(meeting_id, MeetingEventKind.REOPENED, words)
    return operation.changes


def set_rules(meeting_id: MeetingId, rules: Rules, reason: str) -> Changes:
    """Other rules for this meeting alone, while no result was published by those it has; typed numbers stay."""
    with write(steps.STEP_MEETING_RULES.format(title=_title(meeting_id)), reason=tidy(reason)) as operation:
        row = writable(meeting_id)
        words = _asked(reason)
        refuse_odd(rules)
        published = Ballot.published_at.is_null(False) & Ballot.item.in_(_items(meeting_id))
        if Ballot.select().where(published).exists():
            raise UserError("meeting_rules_late")
        save_changed(row, {"rules": meeting_rules.frozen(rules)})
        note(meeting_id, MeetingEventKind.RULES, words)
    return operation.changes


def stand_at(meeting_id: MeetingId, item_id: AgendaItemId | None, candidate_id: CandidateId | None = None) -> Changes:
    """Remember where the meeting stands, so that it goes on there after a power cut."""
    with write(steps.STEP_PLACE.format(title=_title(meeting_id))) as operation:
        row = writable(meeting_id)
        if item_id is not None and item_row(item_id).meeting_id != meeting_id:
            raise UserError("agenda_item_gone")
        if candidate_id is not None and candidate_row(candidate_id).item_id != item_id:
            raise UserError("agenda_candidate_gone")
        save_changed(row, {"at_item": item_id, "at_candidate": candidate_id})
    return operation.changes


def conclude(meeting_id: MeetingId, conclusion: str) -> Changes:
    """Kết luận of the chair on the whole meeting, for the minutes."""
    with write(steps.STEP_CONCLUDE.format(title=_title(meeting_id))) as operation:
        save_changed(writable(meeting_id), {"conclusion": conclusion.strip() or None})
    return operation.changes


def add_note(meeting_id: MeetingId, words: str, item_id: AgendaItemId | None = None) -> Changes:
    """Something that happened, with the time of now, for the time line."""
    with write(steps.STEP_NOTE.format(title=_title(meeting_id))) as operation:
        opened(meeting_id)
        said = tidy(words)
        if not said:
            raise UserError("meeting_words_missing", field="words")
        note(meeting_id, MeetingEventKind.NOTE, said, item_id)
    return operation.changes


def take_seats(row: Meeting) -> None:
    """The council of the meeting's day as it is now, for use inside a write; who sits already keeps the seat."""
    campaign_id = CampaignId(row.campaign_id)
    day = row.held_on or open_session().clock().date()
    members = council(campaign_id, day).members
    if not any(member.is_voting for member in members):
        raise UserError("meeting_no_member")
    seated = {seat.person_id for seat in MeetingMember.select().where(MeetingMember.meeting == row.id)}
    for position, member in enumerate(members, 1):
        if member.person_id not in seated:
            MeetingMember.create(
                meeting=row.id, person=member.person_id, name=member.name, role=member.role_words,
                post=member.post or None, is_voting=is_voting(member.role_words), position=position,
            )  # fmt: skip


def _leaders(row: Meeting) -> dict[str, object]:
    """Chair and secretary of the council where the plan of the meeting names none."""
    members = council(CampaignId(row.campaign_id), row.held_on or open_session().clock().date()).members
    of_role = {member.role: member.person_id for member in reversed(members)}
    secretary = of_role.get(CouncilRole.SECRETARY_WITHOUT_VOTE, of_role.get(CouncilRole.SECRETARY))
    chair_id = row.chair_id or of_role.get(CouncilRole.CHAIR, of_role.get(CouncilRole.VICE))
    if chair_id is None:
        raise UserError("meeting_no_chair", field="chair_id")
    return {"chair_id": chair_id, "secretary_id": row.secretary_id or secretary}


def _judged(campaign_id: CampaignId, draft: MeetingDraft) -> dict[str, object]:
    refuse_odd_day("held_on", draft.held_on)
    year = campaign(campaign_id).year
    if draft.held_on is not None and draft.held_on.year not in (year, year + 1):
        raise UserError("meeting_day_odd", field="held_on", day=draft.held_on, year=year)
    starts_at = tidy(draft.starts_at)
    if starts_at and not _CLOCK.fullmatch(starts_at):
        raise UserError("meeting_time_odd", field="starts_at", value=starts_at)
    return {
        "name": tidy(draft.name) or None, "held_on": draft.held_on, "starts_at": starts_at or None,
        "place": tidy(draft.place) or None, "chair_id": draft.chair_id, "secretary_id": draft.secretary_id,
        "invited": draft.invited.strip() or None,
    }  # fmt: skip


def _refuse_unfinished(meeting_id: MeetingId) -> None:
    items = ordered_items(meeting_id)
    waiting = [row.title for row in items if row.state != ItemState.DONE]
    if waiting:
        raise UserError("meeting_items_open", items=waiting)
    unpublished = Ballot.select(Ballot.item).where(Ballot.published_at.is_null() & Ballot.item.in_(_items(meeting_id)))
    voting = {item for (item,) in fetch(unpublished)}
    if voting:
        raise UserError("meeting_ballots_open", items=[row.title for row in items if row.id in voting])
    judged = CandidateResult.select(CandidateResult.candidate)
    left = Candidate.select().where(Candidate.item.in_(_items(meeting_id)) & Candidate.id.not_in(judged))
    names = [row.name for row in left.order_by(Candidate.item, Candidate.position)]
    if names:
        raise UserError("meeting_candidates_open", names=[*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])


def _delete(row: Meeting) -> None:
    seats = MeetingMember.select(MeetingMember.id).where(MeetingMember.meeting == row.id)
    candidates = Candidate.select(Candidate.id).where(Candidate.item.in_(_items(MeetingId(row.id))))
    Recusal.delete().where(Recusal.candidate.in_(candidates)).execute()
    AttendanceEvent.delete().where(AttendanceEvent.member.in_(seats)).execute()
    MeetingEvent.delete().where(MeetingEvent.meeting == row.id).execute()
    CandidateResult.delete().where(CandidateResult.candidate.in_(candidates)).execute()
    Candidate.delete().where(Candidate.item.in_(_items(MeetingId(row.id)))).execute()
    AgendaItem.delete().where(AgendaItem.meeting == row.id).execute()
    MeetingMember.delete().where(MeetingMember.meeting == row.id).execute()
    row.delete_instance()


def _items(meeting_id: MeetingId) -> pw.ModelSelect[AgendaItem]:
    return AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting == meeting_id)


def _names(meeting_id: MeetingId, *people: int | None) -> dict[int | None, str]:
    """As they were when they took their seats, else as they are."""
    known = [person for person in people if person is not None]
    query = Person.select(Person.id, Person.full_name).where(Person.id.in_(known))
    found: dict[int | None, str] = {row.id: row.full_name for row in query}
    seats = MeetingMember.select().where((MeetingMember.meeting == meeting_id) & MeetingMember.person.in_(known))
    return found | {row.person_id: row.name for row in seats}


def _person(person: int | None) -> PersonId | None:
    return None if person is None else PersonId(person)


def _event(row: MeetingEvent) -> MeetingEventRow:
    kind = MeetingEventKind(row.kind)
    item = None if row.item_id is None else AgendaItemId(row.item_id)
    return MeetingEventRow(row.at, kind, wording.EVENTS[kind], row.words or "", item)


def _title(meeting_id: MeetingId) -> str:
    with read():
        return title_of(meeting_row(meeting_id))


def _asked(reason: str) -> str:
    said = tidy(reason)
    if not said:
        raise UserError("meeting_reason_missing", field="reason")
    return said
