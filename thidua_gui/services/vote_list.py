"""The proposals of one unit with the names of those they are for, and whom it can propose. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from db.models.organisation import Person
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.votes import VoteCount
from thidua_gui.services import organisation, titles, unit_votes
from thidua_gui.services.organisation import MemberRow, UnitRow
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_votes import VoteView


@dataclass(frozen=True, slots=True)
class VoteLine:
    """Một đề nghị; `name` is the person's, or that of the collective."""

    id: int
    name: str
    vote: VoteView

    @property
    def count(self) -> VoteCount:
        """As the rule sees it."""
        return VoteCount(self.vote.members, self.vote.present, self.vote.agree, self.vote.disagree)

    @property
    def short(self) -> str:
        """The title as a list says it."""
        return titles.short_of(self.vote.title)


@dataclass(frozen=True, slots=True)
class VoteList:
    """The lines in the unit's order; its people on the day, the unit itself and every other unit to choose from."""

    unit_id: UnitId
    lines: tuple[VoteLine, ...]
    members: tuple[MemberRow, ...]
    units: tuple[UnitRow, ...]


def vote_list(campaign_id: CampaignId, unit_id: UnitId, on: date) -> VoteList:
    """Everything the dialog shows, in one state of the data file."""
    with read():
        mine = unit_votes.votes(campaign_id, unit_id)
        units = organisation.units(on)
        members = organisation.members(unit_id, on, with_children=True)
        people = [vote.person_id for vote in mine if vote.person_id is not None]
        names = {PersonId(row.id): row.full_name for row in Person.select().where(Person.id.in_(people))}
        every = {row.id: row.name for row in organisation.units(on, with_closed=True)}
    lines = tuple(VoteLine(vote.id, _name(vote, names, every), vote) for vote in mine)
    return VoteList(unit_id, lines, members, units)


def _name(vote: VoteView, people: dict[PersonId, str], units: dict[UnitId, str]) -> str:
    if vote.person_id is not None:
        return people[vote.person_id]
    return "" if vote.unit_id is None else units[vote.unit_id]
