"""What a decision of the school starts with: who waits for it, the next number, who signs. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from db.models.awards import Award, Decision
from db.models.meetings import AgendaItem, Candidate, Meeting
from db.models.organisation import Person, Unit
from db.models.proposals import Proposal
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.awards import Level
from thidua_gui.core.ids import CampaignId, MeetingId, PersonId, ProposalId, UnitId
from thidua_gui.core.proposals import State
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.proposal_kinds import kinds
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import root_row
from thidua_gui.text import commendations as authority_wording
from thidua_gui.text import decisions as wording
from thidua_gui.text.plan import AUTHORITIES

WAITING = (State.PASSED, State.LOWERED)
"""What a decision may be made of."""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """As the clerk filled it in; `title` is the trích yếu, `authority` who decides, `signer_authority` the words above
    the signer's post ("K/T HIỆU TRƯỞNG"), empty where the signer signs by the own right."""

    number: str
    decided_on: date | None
    title: str
    authority: str
    signer_name: str
    signer_post: str
    proposals: tuple[ProposalId, ...]
    signer_authority: str = ""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A proposal that waits; `kind` is what it gives, the lower one where the council lowered it. `is_own`: the school
    itself decides it; anything else goes to the authority above."""

    proposal_id: ProposalId
    person_id: PersonId | None
    unit_id: UnitId | None
    code: str
    name: str
    kind: str
    title: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class DecisionOffer:
    """An empty dialog's start: the draft holds all `lines` that are the school's own."""

    draft: DecisionDraft
    lines: tuple[DraftLine, ...]
    signer_authorities: tuple[str, ...]


def draft(campaign_id: CampaignId, meetings: Collection[MeetingId] | None = None) -> DecisionOffer:
    """Of what those meetings passed; without meetings of everything in the year that waits for a decision."""
    with read():
        year = row_of(campaign_id)
        head = letterhead(campaign_id)
        lines = _lines(campaign_id, meetings)
        day = year.decision_on
        authority = authority_wording.authority(head.signer_post, root_row().name)
        number = suggested_number(campaign_id, (day or date(year.year, 12, 31)).year)
    own = tuple(line.proposal_id for line in lines if line.is_own)
    title = wording.SUBJECT.format(year=year.year)
    found = DecisionDraft(number, day, title, authority, head.signer_name, head.signer_post, own)
    return DecisionOffer(found, lines, AUTHORITIES[head.style.value])


def suggested_number(campaign_id: CampaignId, year: int) -> str:
    """One more than the highest of the school's own series that is known of that calendar year, in the style of the
    letterhead; other papers may have taken numbers that nobody has told the program of."""
    with read():
        head = letterhead(campaign_id)
        is_party, code = head.style is HeadingStyle.PARTY, head.office.code
        known = (wording.serial(number, code, is_party=is_party) for number in numbers_of(year))
        last = max((number for number in known if number is not None), default=0)
    return wording.number_text(last + 1, code, is_party=is_party)


def numbers_of(year: int) -> set[str]:
    """Every number of a decision of that calendar year, those that awards alone tell of too."""
    told = Award.decision_number.is_null(False) & Award.decided_on.between(date(year, 1, 1), date(year, 12, 31))
    of_awards = fetch(Award.select(Award.decision_number).where(told).distinct())
    return {number for (number,) in [*fetch(Decision.select(Decision.number).where(Decision.year == year)), *of_awards]}


def given_kind(row: Proposal) -> tuple[str, ListedKind | None, str]:
    """Key, kind and wording of what the proposal comes to."""
    if not row.lowered_to:
        return row.kind, kinds().get(row.kind), row.title
    kind = kinds().get(row.lowered_to)
    return row.lowered_to, kind, row.lowered_to if kind is None else kind.name


def is_own(kind: ListedKind | None) -> bool:
    """Whether the head of the school decides it."""
    return kind is not None and kind.level is Level.GRASSROOTS


def meeting_days(proposals: Iterable[ProposalId]) -> dict[ProposalId, date]:
    """When the council was last about each; nothing of those that no dated meeting had."""
    query = (
        Candidate.select(Candidate.proposal, Meeting.held_on)
        .join(AgendaItem, on=Candidate.item == AgendaItem.id)
        .join(Meeting, on=AgendaItem.meeting == Meeting.id)
        .where(Candidate.proposal.in_(list(proposals)) & Meeting.held_on.is_null(False))
        .order_by(Meeting.held_on)
    )
    return {ProposalId(proposal): date.fromisoformat(day) for proposal, day in fetch(query)}


def _lines(campaign_id: CampaignId, meetings: Collection[MeetingId] | None) -> tuple[DraftLine, ...]:
    """The highest kind first, within one by name."""
    waits = (Proposal.campaign == campaign_id) & Proposal.state.in_([state.value for state in WAITING])
    if meetings is not None:
        items = AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting.in_(list(meetings)))
        waits &= Proposal.id.in_(Candidate.select(Candidate.proposal).where(Candidate.item.in_(items)))
    proposed = Proposal.select(Proposal.person).where(waits)
    people = {row.id: row for row in Person.select().where(Person.id.in_(proposed))}
    units = {row.id: row for row in Unit.select()}
    order = {key: place for place, key in enumerate(kinds())}
    found: list[tuple[tuple[object, ...], DraftLine]] = []
    for row in Proposal.select().where(waits):
        key, kind, title = given_kind(row)
        if row.person_id is not None:
            bearer = people[row.person_id]
            code, name, place = bearer.code, bearer.full_name, (bearer.name_sort, bearer.id)
        else:
            unit = units[row.unit_id or 0]
            code, name, place = unit.code, unit.name, (f"{unit.position:06}", unit.id)
        line = DraftLine(
            ProposalId(row.id), None if row.person_id is None else PersonId(row.person_id),
            None if row.unit_id is None else UnitId(row.unit_id), code, name, key, title, is_own(kind),
        )  # fmt: skip
        found.append(((-order.get(key, -1), row.person_id is None, *place), line))
    return tuple(line for _, line in sorted(found, key=lambda one: one[0]))
