"""Writes what a unit proposes after its vote, line by line, as the clerk types it from the unit's minutes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.organisation import Person, Unit
from db.models.submissions import UnitVote
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, UnitId, UnitVoteId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.core.votes import VoteCount, refuse_broken
from thidua_gui.services import titles
from thidua_gui.services.campaigns import refuse_if_closed, row_of
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, write
from thidua_gui.text import collectives as wording

NOT_STATED = VoteCount()


@dataclass(frozen=True, slots=True)
class VoteDraft:
    """What the clerk filled in: whom (exactly one), for what, and the vote; None = not stated."""

    voting_unit_id: UnitId
    person_id: PersonId | None
    unit_id: UnitId | None
    title: str
    held_on: date | None = None
    count: VoteCount = NOT_STATED
    achievement: str = ""
    note: str = ""


def record(campaign_id: CampaignId, draft: VoteDraft, vote_id: UnitVoteId | None = None) -> Changes:
    """A new proposal of the unit, or another reading of one that is there."""
    with write(wording.step_vote(tidy(draft.title))) as operation:
        refuse_if_closed(campaign_id)
        fields = _judged(campaign_id, draft, vote_id)
        if vote_id is None:
            mine = (UnitVote.campaign == campaign_id) & (UnitVote.voting_unit == draft.voting_unit_id)
            last = UnitVote.select(pw.fn.MAX(UnitVote.position)).where(mine).scalar() or 0
            UnitVote.create(campaign=campaign_id, position=last + 1, **fields)
        else:
            row = UnitVote.get_or_none(UnitVote.id == vote_id)
            if row is None:
                raise UserError("vote_gone")
            save_changed(row, fields)
    return operation.changes


def remove(campaign_id: CampaignId, votes: Collection[UnitVoteId]) -> Changes:
    """Proposals that were typed by mistake."""
    with write(wording.step_remove_votes(len(votes))) as operation:
        refuse_if_closed(campaign_id)
        mine = (UnitVote.campaign == campaign_id) & UnitVote.id.in_(list(votes))
        UnitVote.delete().where(mine).execute()
    return operation.changes


def _judged(campaign_id: CampaignId, draft: VoteDraft, vote_id: UnitVoteId | None) -> Mapping[str, object]:
    title = tidy(draft.title)
    if (draft.person_id is None) == (draft.unit_id is None):
        raise UserError("vote_subject_missing", field="subject")
    if not title:
        raise UserError("vote_title_missing", field="title")
    _refuse_wrong_subject(title, draft)
    year = row_of(campaign_id).year
    if draft.held_on is not None and draft.held_on.year not in (year, year + 1):
        raise UserError("vote_out_of_year", field="held_on", day=draft.held_on, year=year)
    if draft.held_on is not None and draft.held_on > open_session().clock().date():
        raise UserError("vote_in_future", field="held_on", day=draft.held_on)
    refuse_broken(draft.count)
    _refuse_twice(campaign_id, draft, title, vote_id)
    return {
        "voting_unit": draft.voting_unit_id, "person": draft.person_id, "unit": draft.unit_id, "title": title,
        "held_on": draft.held_on, "members": draft.count.members, "present": draft.count.present,
        "agree": draft.count.agree, "disagree": draft.count.disagree, "achievement": tidy(draft.achievement) or None,
        "note": tidy(draft.note) or None,
    }  # fmt: skip


def _refuse_wrong_subject(title: str, draft: VoteDraft) -> None:
    kind = titles.kind_of(title)
    if kind is None or not (kind.is_title or kind.award is None):
        return
    if draft.unit_id is None and not kind.takes(is_unit=False):
        raise UserError("award_for_collective", field="title", title=title)
    if draft.person_id is None and not kind.takes(is_unit=True):
        raise UserError("award_for_person", field="title", title=title)


def _refuse_twice(campaign_id: CampaignId, draft: VoteDraft, title: str, vote_id: UnitVoteId | None) -> None:
    """One unit proposes the same for the same only once."""
    whom = UnitVote.person == draft.person_id if draft.unit_id is None else UnitVote.unit == draft.unit_id
    mine = (UnitVote.campaign == campaign_id) & (UnitVote.voting_unit == draft.voting_unit_id) & whom
    same = [row for row in UnitVote.select().where(mine) if titles.short_of(row.title) == titles.short_of(title)]
    if any(row.id != vote_id for row in same):
        raise UserError("vote_twice", field="title", name=_name(draft), title=titles.short_of(title))


def _name(draft: VoteDraft) -> str:
    if draft.person_id is not None:
        return Person.get_by_id(draft.person_id).full_name
    return Unit.get_by_id(draft.unit_id).name
