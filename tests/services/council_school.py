"""A school with a council of nine and proposals ready for it, made through the services; for tests of its meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.models.organisation import Person
from db.models.proposals import Proposal
from tests.services.small_school import add_person, add_unit, found, only
from thidua_gui.core.ids import AgendaItemId, BallotId, CampaignId, CandidateId, MeetingId, PersonId, ProposalId
from thidua_gui.core.meetings import Attendance
from thidua_gui.core.proposals import State
from thidua_gui.services import (
    agenda,
    agenda_edit,
    attendance,
    ballots,
    campaigns,
    councils,
    meetings,
    proposals_edit,
)
from thidua_gui.services.ballots import TypedNumber
from thidua_gui.services.councils import MemberDraft
from thidua_gui.services.meeting_views import BallotView, CandidateRow, ItemRow
from thidua_gui.services.meetings import MeetingDraft
from thidua_gui.services.proposals_edit import Nominee
from thidua_gui.services.transaction import read

FIGHTER, LABOURER = "grassroots_fighter", "advanced_labourer"
NAMES = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga")
HELD_ON = date(2022, 11, 24)


def build() -> None:
    """Nine members with a vote (the first leads) and a secretary without one; three people are proposed."""
    year = found()
    unit = add_unit("LLCS", "Khoa Lý luận cơ sở")
    people = [add_person(f"CB{place:02}", f"Lò Văn {name}", unit, "Giảng viên") for place, name in enumerate(NAMES, 1)]
    seat(year, people[:1], "Chủ tịch")
    seat(year, people[1:9], "Ủy viên")
    seat(year, people[9:], "Thư ký (không biểu quyết)")
    propose(year, FIGHTER, people[:3])


class CouncilSchool:
    """The school that `build` made, in an open data file."""

    def __init__(self) -> None:
        self.year: CampaignId = campaigns.campaigns()[0].id
        with read():
            self.people = [PersonId(row.id) for row in Person.select().order_by(Person.code)]
            self.proposals = [ProposalId(row.id) for row in Proposal.select().order_by(Proposal.id)]

    def meeting(self, present: int = 9) -> MeetingId:
        """Opened, with that many of the nine in the room."""
        made = MeetingId(only(meetings.create(self.year, MeetingDraft(held_on=HELD_ON)), "meetings"))
        agenda_edit.build(made)
        meetings.open_meeting(made)
        seats = [row.id for row in attendance.attendance(made).seats]
        attendance.mark(made, [*seats[:present], *seats[9:]], Attendance.PRESENT)
        attendance.mark(made, seats[present:9], Attendance.ABSENT, "Đi công tác")
        return made


def seat(year: CampaignId, people: Sequence[PersonId], role: str) -> None:
    councils.add_members(year, people, MemberDraft(role))


def propose(year: CampaignId, kind: str, people: Sequence[PersonId]) -> list[ProposalId]:
    """Ready for the council."""
    made = proposals_edit.propose(year, kind, [Nominee(person) for person in people]).ids("proposals")
    ids = [ProposalId(one) for one in sorted(made)]
    proposals_edit.move(ids, State.SUBMITTED)
    proposals_edit.move(ids, State.VALID)
    return ids


def award_item(meeting: MeetingId, kind: str = FIGHTER) -> ItemRow:
    return next(item for item in agenda.items(meeting) if item.award_kind == kind)


def candidates(item_id: AgendaItemId) -> tuple[CandidateRow, ...]:
    return agenda.item(item_id).candidates


def begun(item_id: AgendaItemId) -> BallotView:
    """A ballot as the rules want it, with nothing counted."""
    ballots.start(item_id)
    return current(item_id)


def current(item_id: AgendaItemId) -> BallotView:
    shown = ballots.current(item_id)
    assert shown is not None
    return shown


def counted(item_id: AgendaItemId, *agree: int, papers: int = 9) -> BallotView:
    """A whole count: so many agree with each candidate, the others do not."""
    shown = begun(item_id)
    count(shown, *agree, papers=papers)
    return current(item_id)


def count(shown: BallotView, *agree: int, papers: int = 9) -> None:
    ballots.type_numbers(shown.id, [TypedNumber("issued", papers), TypedNumber("returned", papers)])
    for line, number in zip(shown.lines, agree, strict=True):
        fill(shown.id, line.candidate_id, valid=papers, invalid=0, agree=number, disagree=papers - number, blank=0)


def fill(ballot_id: BallotId, candidate_id: CandidateId, counter: int = 1, **numbers: int | None) -> None:
    typed = [TypedNumber(field, number, candidate_id) for field, number in numbers.items()]
    ballots.type_numbers(ballot_id, typed, counter)


def state_of(proposal: ProposalId) -> State:
    with read():
        return State(Proposal.get_by_id(proposal).state)
