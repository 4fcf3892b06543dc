"""Holds the meeting that the year's workbook tells of: council with attendance, rules and counts become a meeting with
published results. Invents nothing that the workbook does not say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from db.models.council import BallotLine, CouncilMember
from db.models.meetings import AgendaItem, Ballot, BallotCount, Candidate, Meeting, MeetingMember
from db.models.organisation import Person, Unit
from db.models.proposals import Proposal
from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.council import Method
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AgendaItemId, BallotId, CampaignId, MeetingId, PersonId, ProposalId, UnitId
from thidua_gui.core.meetings import Attendance, CouncilRole, ItemKind, ItemState, MeetingState
from thidua_gui.core.proposals import GONE, State
from thidua_gui.services import attendance, ballot_views, ballots, meeting_results, meeting_rules
from thidua_gui.services.agenda_candidates import order_of_kinds
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.meeting_proposals import OPEN_TO_RESULTS
from thidua_gui.services.meetings import take_seats
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.proposal_kinds import key_of, kinds
from thidua_gui.services.proposal_moves import store_moves
from thidua_gui.services.proposal_store import Nominee, store_drafts
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import council as wording
from thidua_gui.text import council_steps as steps

Subject = tuple[int | None, int | None]
_TO_COUNCIL: Mapping[State, tuple[State, ...]] = {
    State.DRAFT: (State.SUBMITTED, State.VALID, State.PRESENTED),
    State.SUBMITTED: (State.VALID, State.PRESENTED),
    State.RETURNED: (State.SUBMITTED, State.VALID, State.PRESENTED),
    State.VALID: (State.PRESENTED,),
    State.DEFERRED: (State.PRESENTED,),
}


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines that were voted on together: one award, one method, one set of papers; `turn` parts lines on the same
    subject."""

    kind: str | None
    title: str
    method: Method
    issued: int | None
    returned: int | None
    turn: int
    is_counted: bool


def is_told(campaign_id: CampaignId) -> bool:
    """Whether the year's workbook tells of a meeting that the program does not have yet."""
    with read():
        told = (model.select().where(model.campaign == campaign_id).exists() for model in (CouncilMember, BallotLine))
        return all(told) and not Meeting.select().where(Meeting.campaign == campaign_id).exists()


def hold(campaign_id: CampaignId) -> Changes:
    """Make the meeting with everything that the sheets say; proposals are made where there are none yet. A line without
    a count leaves its ballot open, and the meeting with it."""
    with write(steps.STEP_HELD) as operation:
        year = refuse_if_closed(campaign_id)
        if Meeting.select().where(Meeting.campaign == campaign_id).exists():
            raise UserError("held_already", year=year.year)
        lines = list(BallotLine.select().where(BallotLine.campaign == campaign_id).order_by(*_ORDER))
        if not lines:
            raise UserError("held_nothing", year=year.year)
        meeting = _meeting(campaign_id)
        groups = _grouped(lines)
        proposals = _proposals(campaign_id, groups)
        _agenda(meeting, groups, proposals)
    return operation.changes


_ORDER = (BallotLine.position, BallotLine.id)


def _meeting(campaign_id: CampaignId) -> Meeting:
    """Opened with the council of its day as the sheet calls it; no time of day is known."""
    year = refuse_if_closed(campaign_id)
    rules = meeting_rules.of_year(campaign_id).rules
    meeting = Meeting.create(
        campaign=campaign_id, number=1, held_on=year.council_on, state=MeetingState.OPEN.value,
        rules=meeting_rules.frozen(rules),
    )  # fmt: skip
    take_seats(meeting)
    roles = {wording.role_of(seat.role): seat.person_id for seat in reversed(_seats(meeting))}
    secretary = roles.get(CouncilRole.SECRETARY_WITHOUT_VOTE, roles.get(CouncilRole.SECRETARY))
    chair = roles.get(CouncilRole.CHAIR, roles.get(CouncilRole.VICE))
    save_changed(meeting, {"chair_id": chair, "secretary_id": secretary})
    _call(campaign_id, meeting, asks_absent=rules.asks_absent)
    return meeting


def _call(campaign_id: CampaignId, meeting: Meeting, *, asks_absent: bool) -> None:
    """Attendance as the sheet has it; whoever is absent is asked in writing where the rules say so."""
    told = {row.person_id: row for row in CouncilMember.select().where(CouncilMember.campaign == campaign_id)}
    for seat in _seats(meeting):
        row = told[seat.person_id]
        absent = Attendance.WRITTEN if asks_absent and seat.is_voting else Attendance.ABSENT
        how = None if row.present is None else Attendance.PRESENT if row.present else absent
        save_changed(seat, {"attendance": how and how.value, "absence_reason": row.absence_reason})


def _grouped(lines: Sequence[BallotLine]) -> dict[_Group, list[BallotLine]]:
    """In the order in which a council judges awards, and within one in the order of the sheet."""
    turns: Counter[tuple[str, Subject]] = Counter()
    groups: dict[_Group, list[BallotLine]] = defaultdict(list)
    for line in lines:
        kind, subject = key_of(line.title), (line.person_id, line.unit_id)
        turn = turns[kind or line.title, subject]
        turns[kind or line.title, subject] += 1
        method = Method.SECRET if line.method is None else wording.METHODS.value(line.method)
        is_counted = line.agree is not None
        groups[_Group(kind, line.title, method, line.issued, line.returned, turn, is_counted)].append(line)
    order = {key: place for place, key in enumerate(order_of_kinds())}
    return dict(sorted(groups.items(), key=lambda one: (order.get(one[0].kind or "", len(order)), one[0].turn)))


def _proposals(
    campaign_id: CampaignId, groups: Mapping[_Group, Sequence[BallotLine]]
) -> dict[tuple[str, Subject], ProposalId]:
    """One for each subject and kind, there already or made now, before the council; what was decided since stays as
    it is."""
    wanted: dict[str, dict[Subject, str]] = defaultdict(dict)
    for group, lines in groups.items():
        kind = kinds().get(group.kind or "")
        for line in lines:
            if kind is not None and kind.takes(is_unit=line.person_id is None):
                wanted[kind.key].setdefault((line.person_id, line.unit_id), line.title)
    held = _held(campaign_id)
    for key, subjects in wanted.items():
        new = [
            Nominee(_person(person), _unit(unit), title=title)
            for (person, unit), title in subjects.items()
            if (key, (person, unit)) not in held
        ]
        if new:
            store_drafts(campaign_id, kinds()[key], new, basis=CommendationKind.MERIT)
    held = _held(campaign_id)
    asked = [(key, one) for key, subjects in wanted.items() for one in subjects]
    open_ones = [one for one in asked if held[one][1] in (*_TO_COUNCIL, *OPEN_TO_RESULTS)]
    _bring(held[one] for one in open_ones)
    return {one: held[one][0] for one in open_ones}


def _bring(proposals: Iterable[tuple[ProposalId, State]]) -> None:
    by_state: dict[State, list[ProposalId]] = defaultdict(list)
    for proposal, state in proposals:
        by_state[state].append(proposal)
    for state, ids in by_state.items():
        for step in _TO_COUNCIL.get(state, ()):
            store_moves(ids, step, wording.FROM_YEAR_BOOK)


def _held(campaign_id: CampaignId) -> dict[tuple[str, Subject], tuple[ProposalId, State]]:
    gone = [state.value for state in GONE]
    mine = (Proposal.campaign == campaign_id) & Proposal.state.not_in(gone)
    fields = (Proposal.id, Proposal.kind, Proposal.person, Proposal.unit, Proposal.state)
    rows = fetch(Proposal.select(*fields).where(mine).order_by(Proposal.id.desc()))
    return {(kind, (person, unit)): (ProposalId(one), State(state)) for one, kind, person, unit, state in rows}


def _agenda(
    meeting: Meeting,
    groups: Mapping[_Group, Sequence[BallotLine]],
    proposals: Mapping[tuple[str, Subject], ProposalId],
) -> None:
    """Report, a ballot for each group, conclusion; what was published is done."""
    names = _names(meeting, groups.values())
    rules = meeting_rules.of_meeting(meeting).rules
    turns: Counter[str] = Counter()
    _item(meeting, 1, ItemKind.REPORT, wording.REPORT_ITEM, ItemState.DONE)
    place = 1
    for place, (group, lines) in enumerate(groups.items(), 2):
        title = _title(group, turns)
        item = _item(meeting, place, ItemKind.AWARD, title, ItemState.DONE, group.kind)
        candidates = [
            Candidate.create(
                item=item.id, proposal=proposals.get((group.kind or "", (line.person_id, line.unit_id))),
                person=line.person_id, unit=line.unit_id, name=names[line.person_id, line.unit_id], title=line.title,
                position=position,
            )
            for position, line in enumerate(lines, 1)
        ]  # fmt: skip
        if not rules.votes_for_self:
            attendance.recuse_candidates(MeetingId(meeting.id), candidates, is_noted=False)
        _count(item, group, candidates, lines)
    _item(meeting, place + 1, ItemKind.CONCLUSION, wording.CONCLUSION_ITEM, ItemState.DONE)
    is_over = all(group.is_counted for group in groups) and not _open_ballots(meeting)
    if is_over:
        save_changed(meeting, {"state": MeetingState.CLOSED.value})


def _count(
    item: AgendaItem, group: _Group, candidates: Sequence[Candidate], lines: Sequence[BallotLine]
) -> None:  # fmt: skip
    room = attendance.room_of(MeetingId(item.meeting_id))
    ballot = ballots.store(AgendaItemId(item.id), 1, group.method, room, candidates)
    save_changed(ballot, {"issued": group.issued, "returned": group.returned})
    counts = {row.candidate_id: row for row in BallotCount.select().where(BallotCount.ballot == ballot.id)}
    for candidate, line in zip(candidates, lines, strict=True):
        save_changed(counts[candidate.id], _numbers(group, line))
    shown = ballot_views.ballot(BallotId(ballot.id))
    if shown.uncounted:
        save_changed(item, {"state": ItemState.WAITING.value})
        return
    day = item.meeting.held_on
    at = open_session().clock() if day is None else datetime.combine(day, time())
    against = " ".join(ballots.objections(shown))
    reason = None if shown.can_publish else f"{wording.FROM_YEAR_BOOK}. {against}"
    save_changed(ballot, {"published_at": at, "override_reason": reason, "rules": ballot.item.meeting.rules})
    meeting_results.store(ballot_views.ballot(BallotId(ballot.id)))


def _numbers(group: _Group, line: BallotLine) -> dict[str, int | None]:
    """As the sheet has them, and the two that it leaves to be found: what was not valid, who said nothing."""
    told = {"valid": line.valid, "agree": line.agree, "disagree": line.disagree}
    if group.method is Method.HANDS or line.valid is None:
        return told
    if group.returned is not None:
        told["invalid"] = max(0, group.returned - line.valid)
    if line.agree is not None and line.disagree is not None:
        told["blank"] = max(0, line.valid - line.agree - line.disagree)
    return told


def _item(
    meeting: Meeting, place: int, kind: ItemKind, title: str, state: ItemState, award_kind: str | None = None
) -> AgendaItem:
    return AgendaItem.create(
        meeting=meeting.id, position=place, kind=kind.value, title=title, state=state.value, award_kind=award_kind
    )


def _title(group: _Group, turns: Counter[str]) -> str:
    kind = kinds().get(group.kind or "")
    title = wording.award_item(group.title if kind is None else kind.name)
    turns[title] += 1
    return title if turns[title] == 1 else wording.award_item_again(title, turns[title])


def _names(meeting: Meeting, groups: Iterable[Sequence[BallotLine]]) -> dict[Subject, str]:
    lines = [line for group in groups for line in group]
    people = Person.select().where(Person.id.in_([line.person_id for line in lines if line.person_id is not None]))
    units = Unit.select().where(Unit.id.in_([line.unit_id for line in lines if line.unit_id is not None]))
    rows = list(people)
    day = meeting.held_on or open_session().clock().date()
    additions = told_apart(day, only=[PersonId(row.id) for row in rows])
    found: dict[Subject, str] = {(None, row.id): row.name for row in units}
    for row in rows:
        found[row.id, None] = labelled(row.full_name, additions.get(PersonId(row.id), ""))
    return found


def _open_ballots(meeting: Meeting) -> bool:
    items = AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting == meeting.id)
    return Ballot.select().where(Ballot.item.in_(items) & Ballot.published_at.is_null()).exists()


def _seats(meeting: Meeting) -> list[MeetingMember]:
    found = MeetingMember.select().where(MeetingMember.meeting == meeting.id)
    return list(found.order_by(MeetingMember.position))


def _person(person: int | None) -> PersonId | None:
    return None if person is None else PersonId(person)


def _unit(unit: int | None) -> UnitId | None:
    return None if unit is None else UnitId(unit)
