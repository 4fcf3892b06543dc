"""The council of a year: its decision and who belongs to it, each from and until a day. Holds no meeting."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.council import CouncilMember
from db.models.meetings import Council
from db.models.organisation import Person
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import overlap, refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CouncilMemberId, PersonId, UnitId
from thidua_gui.core.meetings import CouncilRole, moved
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import CampaignState, campaign, refuse_if_closed
from thidua_gui.services.meeting_views import CouncilMemberRow, CouncilView
from thidua_gui.services.memberships import main_posts
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_tree import ordered_rows, unit_names
from thidua_gui.text import council as wording
from thidua_gui.text import council_steps as steps

_VOTELESS = frozenset({CouncilRole.SECRETARY_WITHOUT_VOTE})


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """Quyết định thành lập Hội đồng as the clerk fills it in."""

    name: str = ""
    decision_number: str = ""
    decided_on: date | None = None
    authority: str = ""
    standing_unit_id: UnitId | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A role in the words of the decision; without days all along."""

    role: str
    from_on: date | None = None
    until_on: date | None = None


def council(campaign_id: CampaignId, on: date | None = None) -> CouncilView:
    """The council of the year, in its own order; `on`: only who belonged to it on that day."""
    with read():
        year = campaign(campaign_id)
        decision = Council.get_or_none(Council.campaign == campaign_id)
        members = _members(campaign_id, on, on or year.council_on or year.last_day)
        unit = None if decision is None or decision.standing_unit_id is None else decision.standing_unit
    return CouncilView(
        campaign_id, year.year, year.state is CampaignState.CLOSED,
        (decision and decision.name) or wording.COUNCIL_NAME, (decision and decision.decision_number) or "",
        None if decision is None else decision.decided_on, (decision and decision.authority) or "",
        None if unit is None else UnitId(unit.id), "" if unit is None else unit.name,
        (decision and decision.note) or "", members, _problems(members),
    )  # fmt: skip


def is_voting(role_words: str) -> bool:
    """Whether a role as it was written has a vote."""
    return wording.role_of(role_words) not in _VOTELESS


def edit_decision(campaign_id: CampaignId, draft: DecisionDraft) -> Changes:
    """Write down, or correct, the decision that made the council."""
    with write(steps.STEP_DECISION) as operation:
        refuse_if_closed(campaign_id)
        refuse_odd("decided_on", draft.decided_on)
        wanted = {
            "name": tidy(draft.name) or None, "decision_number": tidy(draft.decision_number) or None,
            "decided_on": draft.decided_on, "authority": tidy(draft.authority) or None,
            "standing_unit_id": draft.standing_unit_id, "note": tidy(draft.note) or None,
        }  # fmt: skip
        row = Council.get_or_none(Council.campaign == campaign_id)
        if row is not None:
            save_changed(row, wanted)
        elif any(value is not None for value in wanted.values()):
            Council.create(campaign=campaign_id, **wanted)
    return operation.changes


def add_members(campaign_id: CampaignId, people: Sequence[PersonId], draft: MemberDraft) -> Changes:
    """Several of one role; nobody twice for the same days."""
    with write(steps.STEP_ADD_MEMBERS.format(count=len(people))) as operation:
        refuse_if_closed(campaign_id)
        if not people:
            raise UserError("council_member_missing", field="people")
        mine = CouncilMember.campaign == campaign_id
        last = CouncilMember.select(pw.fn.MAX(CouncilMember.position)).where(mine).scalar() or 0
        for position, person in enumerate(people, last + 1):
            fields = _judged(campaign_id, person, draft)
            CouncilMember.create(campaign=campaign_id, person=person, position=position, **fields)
    return operation.changes


def edit_member(member_id: CouncilMemberId, draft: MemberDraft) -> Changes:
    """Another role or other days. Who leaves the council gets a last day; only a slip is removed."""
    with read():
        name = _row(member_id).person.full_name
    with write(steps.STEP_MEMBER.format(name=name)) as operation:
        row = _row(member_id)
        campaign_id = CampaignId(row.campaign_id)
        refuse_if_closed(campaign_id)
        save_changed(row, _judged(campaign_id, PersonId(row.person_id), draft, member_id))
    return operation.changes


def remove_members(member_ids: Collection[CouncilMemberId]) -> Changes:
    """Who was put on the list by mistake; undo brings them back."""
    with write(steps.STEP_REMOVE_MEMBERS.format(count=len(member_ids))) as operation:
        for row in [_row(member) for member in member_ids]:
            refuse_if_closed(CampaignId(row.campaign_id))
            row.delete_instance()
    return operation.changes


def move_member(member_id: CouncilMemberId, place: int) -> Changes:
    """To that place in the list, 0 = first."""
    with read():
        name = _row(member_id).person.full_name
    with write(steps.STEP_ORDER_MEMBERS.format(name=name)) as operation:
        campaign_id = CampaignId(_row(member_id).campaign_id)
        refuse_if_closed(campaign_id)
        rows = {row.id: row for row in _ordered(campaign_id)}
        for position, one in enumerate(moved(list(rows), member_id, place), 1):
            save_changed(rows[one], {"position": position})
    return operation.changes


def copy_council(campaign_id: CampaignId, source: CampaignId) -> Changes:
    """Decision and members of another year who still work here; refused when the year has members already."""
    with read():
        source_year = campaign(source).year
    with write(steps.STEP_COPY_COUNCIL.format(year=source_year)) as operation:
        year = refuse_if_closed(campaign_id)
        if CouncilMember.select().where(CouncilMember.campaign == campaign_id).exists():
            raise UserError("council_not_empty")
        here = Person.left_on.is_null() | (Person.left_on >= date(year.year, 1, 1))
        working = _ids(Person.select(Person.id).where(here))
        found = [row for row in _ordered(source) if row.until_on is None and row.person_id in working]
        if not found:
            raise UserError("council_source_empty", year=source_year)
        copy_decision(source, campaign_id)
        for row in found:
            CouncilMember.create(campaign=campaign_id, person=row.person_id, role=row.role, position=row.position)
    return operation.changes


def copy_decision(source: CampaignId, campaign_id: CampaignId) -> None:
    """A decision stays in force until another replaces it; for use inside a write."""
    old = Council.get_or_none(Council.campaign == source)
    if old is not None and not Council.select().where(Council.campaign == campaign_id).exists():
        Council.create(
            campaign=campaign_id, name=old.name, decision_number=old.decision_number, decided_on=old.decided_on,
            authority=old.authority, standing_unit=old.standing_unit_id, note=old.note,
        )  # fmt: skip


def belonging(campaign_id: CampaignId, on: date | None) -> list[CouncilMember]:
    """The rows of who belonged to it on the day (None = everyone), in order; for use inside a transaction."""
    rows = _ordered(campaign_id)
    if on is None:
        return rows
    return [row for row in rows if overlap(row.from_on or date.min, row.until_on, on, on)]


def _members(campaign_id: CampaignId, on: date | None, day: date) -> tuple[CouncilMemberRow, ...]:
    rows = belonging(campaign_id, on)
    people = {row.id: row for row in Person.select().where(Person.id.in_([row.person_id for row in rows]))}
    ids = [PersonId(person) for person in people]
    posts = main_posts(day, people=ids)
    short = unit_names(ordered_rows()) if rows else {}
    additions = told_apart(day, only=ids, posts=posts) if rows else {}
    found = []
    for row in rows:
        person, post = people[row.person_id], posts.get(PersonId(row.person_id))
        name = labelled(person.full_name, additions.get(PersonId(person.id), ""))
        found.append(CouncilMemberRow(
            CouncilMemberId(row.id), PersonId(person.id), person.code, name, (post and post.post) or "",
            "" if post is None else short[post.unit_id], wording.role_of(row.role), row.role, is_voting(row.role),
            row.from_on, row.until_on, row.position, row.present, row.absence_reason or "",
        ))  # fmt: skip
    return tuple(found)


def _problems(members: Sequence[CouncilMemberRow]) -> tuple[str, ...]:
    if not members:
        return (wording.NO_MEMBER,)
    roles = [member.role for member in members if member.until_on is None]
    chairs = roles.count(CouncilRole.CHAIR)
    found = [wording.NOBODY_LEADS] if chairs == 0 else []
    if chairs > 1:
        found.append(wording.SEVERAL_LEAD.format(count=chairs))
    if not {CouncilRole.SECRETARY, CouncilRole.SECRETARY_WITHOUT_VOTE} & set(roles):
        found.append(wording.NO_SECRETARY)
    return tuple(found)


def _judged(
    campaign_id: CampaignId, person_id: PersonId, draft: MemberDraft, edited: CouncilMemberId | None = None
) -> dict[str, object]:
    role = tidy(draft.role)
    if not role:
        raise UserError("council_role_missing", field="role")
    refuse_odd("from_on", draft.from_on)
    refuse_odd("until_on", draft.until_on)
    refuse_reversed("until_on", "council_days_reversed", draft.from_on, draft.until_on)
    same = (CouncilMember.campaign == campaign_id) & (CouncilMember.person == person_id)
    for row in CouncilMember.select().where(same):
        begins = row.from_on or date.min
        if row.id != edited and overlap(draft.from_on or date.min, draft.until_on, begins, row.until_on):
            raise UserError("council_member_twice", field="people", name=row.person.full_name)
    return {"role": role, "from_on": draft.from_on, "until_on": draft.until_on}


def _ordered(campaign_id: CampaignId) -> list[CouncilMember]:
    found = CouncilMember.select().where(CouncilMember.campaign == campaign_id)
    return list(found.order_by(CouncilMember.position, CouncilMember.id))


def _row(member_id: CouncilMemberId) -> CouncilMember:
    row = CouncilMember.get_or_none(CouncilMember.id == member_id)
    if row is None:
        raise UserError("council_member_gone")
    return row


def _ids(query: pw.ModelSelect[Person]) -> frozenset[int]:
    return frozenset(row.id for row in query)

