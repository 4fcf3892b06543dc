"""Reads the units and people of one year for its workbook. Knows no other sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.models.awards import Award
from db.models.campaigns import Campaign, Discipline, Launch, PersonnelChange, Registration
from db.models.council import BallotLine, CouncilMember
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.meetings import AgendaItem, Candidate, Council, Meeting, MeetingMember
from db.models.movements import Movement, MovementUnit
from db.models.organisation import Membership, Person, Unit
from db.models.plan import PlanItem, PlanItemUnit
from db.models.proposals import Objection, Proposal
from db.models.scoring import CriteriaSheet, CriteriaSheetUnit, Score, Stage, TeachingAward
from db.models.scoring import Rating as RatingRow
from db.models.submissions import Submission, UnitVote
from thidua_gui.core.ratings import Rating
from thidua_gui.core.workbook.rows import SCHOOL_CODE, PersonRow, UnitRow
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.rows import fetch
from thidua_gui.services.unit_tree import existing_units

_OF_PEOPLE = (
    Registration, PersonnelChange, Discipline, RatingRow, TeachingAward, CouncilMember, BallotLine, UnitVote, Proposal,
    Objection,
)  # fmt: skip
_OF_UNITS = (Registration, RatingRow, BallotLine, Launch, UnitVote, Submission, Proposal, Objection)


@dataclass(frozen=True, slots=True)
class Listed:
    """The units and people of a year in their order, with the code of each id; `counting`: at work at its end."""

    units: tuple[UnitRow, ...]
    people: tuple[PersonRow, ...]
    unit_codes: Mapping[int, str]
    person_codes: Mapping[int, str]
    counting: Collection[str]

    def names(self, row: Any) -> bool:
        """Whether the row's person or unit is among them."""
        return row.person_id in self.person_codes or row.unit_id in self.unit_codes

    def subject(self, row: Any) -> str:
        """The code of the row's person or unit."""
        return self.unit_codes[row.unit_id] if row.person_id is None else self.person_codes[row.person_id]


@dataclass(frozen=True, slots=True)
class _Held:
    """Where a person belongs in the year; `until_on` None = at its end still."""

    unit: int
    post: str | None
    until_on: date | None


def listed(campaign: Campaign) -> Listed:
    """Everybody with a post in the year and whoever its rows name; units that exist at its end or are named."""
    last_day = date(campaign.year, 12, 31)
    held = _held(campaign.year)
    named = _people_named(campaign.id) | _commended(campaign, Award.person)
    working = {row.id for row in Person.select(Person.id).where(employed(last_day))}
    shown = [
        row
        for row in Person.select().order_by(Person.position, Person.id)
        if row.id in named or (row.id in held and _had_joined(row, last_day)) or row.id in working
    ]
    placed = {row.id: held.get(row.id) or _last_known(row.id) for row in shown}
    units = _units(campaign, {place.unit for place in placed.values()})
    codes = {unit.id: unit.code for unit in Unit.select(Unit.id, Unit.code)}
    return Listed(
        _unit_rows(campaign, units),
        tuple(_person_row(row, placed[row.id], codes, last_day) for row in shown),
        {unit.id: unit.code for unit in units} | {_root().id: SCHOOL_CODE},
        {row.id: row.code for row in shown},
        frozenset(row.code for row in shown if row.id in working),
    )


def _held(year: int) -> dict[int, _Held]:
    """Of each person the main post at the end of the year, else the last one in it."""
    first_day, last_day = date(year, 1, 1), date(year, 12, 31)
    in_year = Membership.from_on.is_null() | (Membership.from_on <= last_day)
    in_year &= Membership.until_on.is_null() | (Membership.until_on >= first_day)
    query = Membership.select().where(in_year).order_by(Membership.from_on.asc(nulls="FIRST"), Membership.id)
    held = {row.person_id: _Held(row.unit_id, row.post, row.until_on) for row in query}
    at_end = {int(person): _Held(post.unit_id, post.post, None) for person, post in main_posts(last_day).items()}
    return held | at_end


def _last_known(person: int) -> _Held:
    """Somebody whom the year's rows name, although no post of the year is known: the last post, or the school."""
    query = Membership.select().where(Membership.person == person).order_by(Membership.from_on.desc(nulls="LAST"))
    row = query.first()
    return _Held(_root().id, None, None) if row is None else _Held(row.unit_id, row.post, row.until_on)


def _root() -> Unit:
    return Unit.get(Unit.is_root == True)


def _had_joined(person: Person, on: date) -> bool:
    return person.joined_on is None or person.joined_on <= on


def _people_named(campaign: int) -> set[int]:
    tables: Iterable[Any] = _OF_PEOPLE
    queries: list[Any] = [table.select(table.person).where(table.campaign == campaign) for table in tables]
    stages = Stage.select(Stage.id).where(Stage.campaign == campaign)
    initiatives = Initiative.select(Initiative.id).where(Initiative.campaign == campaign)
    queries.append(Score.select(Score.person).where(Score.stage.in_(stages)).distinct())
    meetings = Meeting.select(Meeting.id).where(Meeting.campaign == campaign)
    items = AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting.in_(meetings))
    queries.append(MeetingMember.select(MeetingMember.person).where(MeetingMember.meeting.in_(meetings)))
    queries.append(Candidate.select(Candidate.person).where(Candidate.item.in_(items)))
    queries.append(InitiativeAuthor.select(InitiativeAuthor.person).where(InitiativeAuthor.initiative.in_(initiatives)))
    return {row.person_id for query in queries for row in query if row.person_id is not None}


def _units(campaign: Campaign, named: set[int]) -> list[Unit]:
    """Without the school itself."""
    tables: Iterable[Any] = _OF_UNITS
    for table in tables:
        query = table.select(table.unit).where(table.campaign == campaign.id)
        named |= {row.unit_id for row in query if row.unit_id is not None}
    moves = PersonnelChange.select(PersonnelChange.former_unit).where(PersonnelChange.campaign == campaign.id)
    named |= {row.former_unit_id for row in moves if row.former_unit_id is not None}
    named |= _units_of_council(campaign.id)
    named |= _units_of_sheets(campaign.id) | _units_of_plan(campaign.id) | _units_of_movements(campaign.id)
    named |= _commended(campaign, Award.unit)
    wanted = existing_units(date(campaign.year, 12, 31)) | Unit.id.in_(list(named))
    return list(Unit.select().where(~Unit.is_root & wanted).order_by(Unit.position, Unit.id))


def _commended(campaign: Campaign, subject: Any) -> set[int]:
    """Whoever was commended by hand in the year, also those who had left."""
    by_hand = Award.campaign.is_null() & (Award.year == campaign.year) & Award.kind.is_null(False)
    return {found for (found,) in fetch(Award.select(subject).where(by_hand & subject.is_null(False)))}


def _units_of_council(campaign: int) -> set[int]:
    """Those that a meeting judged, and its standing office."""
    items = AgendaItem.select(AgendaItem.id).join(Meeting).where(Meeting.campaign == campaign)
    judged = Candidate.select(Candidate.unit).where(Candidate.item.in_(items))
    offices = Council.select(Council.standing_unit).where(Council.campaign == campaign)
    return {unit for query in (judged, offices) for (unit,) in fetch(query) if unit is not None}


def _units_of_movements(campaign: int) -> set[int]:
    """Those that take part in one beside the yearly one."""
    links = MovementUnit.select().join(Movement).where(Movement.campaign == campaign)
    return {row.unit_id for row in links}


def _units_of_plan(campaign: int) -> set[int]:
    """Those that carry a line of the plan."""
    links = PlanItemUnit.select(PlanItemUnit.unit).join(PlanItem).where(PlanItem.campaign == campaign)
    return {row.unit_id for row in links}


def _units_of_sheets(campaign: int) -> set[int]:
    """Those that criteria sheets serve, and those that were scored."""
    sheets = CriteriaSheet.select(CriteriaSheet.id).where(CriteriaSheet.campaign == campaign)
    served = CriteriaSheetUnit.select(CriteriaSheetUnit.unit).where(CriteriaSheetUnit.sheet.in_(sheets))
    stages = Stage.select(Stage.id).where(Stage.campaign == campaign)
    scored = Score.select(Score.unit).where(Score.stage.in_(stages), Score.unit.is_null(False)).distinct()
    return {row.unit_id for query in (served, scored) for row in query if row.unit_id is not None}


def _unit_rows(campaign: Campaign, units: Iterable[Unit]) -> tuple[UnitRow, ...]:
    """The school itself has a line only if it launched the movement or was rated."""
    launches = {row.unit_id: row for row in Launch.select().where(Launch.campaign == campaign.id)}
    decided = RatingRow.select().where(RatingRow.campaign == campaign.id, RatingRow.unit.is_null(False))
    rated = {row.unit_id: row for row in decided}
    root = _root()
    shown = [root, *units] if root.id in launches or root.id in rated else units
    return tuple(_unit_row(row, launches.get(row.id), rated.get(row.id)) for row in shown)


def _unit_row(row: Unit, launch: Launch | None, decided: RatingRow | None) -> UnitRow:
    launched = (None, None, None) if launch is None else (launch.launched_on, launch.participants, launch.note)
    rated = (None, None, None) if decided is None else (Rating(decided.rating), decided.reason, decided.decided_on)
    return UnitRow(
        row.code, row.name, row.kind, launched[0], rated[0], *launched[1:], *rated[1:]
    )  # fmt: skip


def _person_row(row: Person, held: _Held, codes: Mapping[int, str], last_day: date) -> PersonRow:
    left_on = row.left_on or held.until_on
    has_left = left_on is not None and left_on <= last_day
    return PersonRow(
        row.code,
        row.full_name,
        row.gender,
        row.born_on,
        row.ethnicity,
        codes[held.unit],
        held.post,
        row.staff_group,
        row.joined_on,
        left_on if has_left else None,
        row.left_reason if has_left else None,
    )
