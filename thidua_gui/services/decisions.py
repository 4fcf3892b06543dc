"""Issues a decision of the school from what the council passed: decision, awards and proposals in one step. Draws
nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import peewee as pw

from db import operations as log
from db.models.awards import Award, AwardRevocation, Decision
from db.models.campaigns import Campaign
from db.models.proposals import Proposal
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AwardId, CampaignId, DecisionId, PersonId, ProposalId, UnitId
from thidua_gui.core.proposals import State
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import titles
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.decision_drafts import (
    WAITING,
    DecisionDraft,
    DecisionOffer,
    DraftLine,
    draft,
    given_kind,
    is_own,
    meeting_days,
    numbers_of,
    suggested_number,
)
from thidua_gui.services.proposal_moves import store_moves
from thidua_gui.services.proposal_store import whose, writable
from thidua_gui.services.recipients import Recipient, Then, then_of
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read, write
from thidua_gui.text import decisions as wording
from thidua_gui.text.proposals import STATES

__all__ = [
    "DecisionDraft", "DecisionOffer", "DecisionRow", "DraftLine", "decisions", "draft", "issue",
    "refuse_undo_of_printed", "suggested_number",
]  # fmt: skip

Subject = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with how many it names; `signature` is what stands above the signer's name, line by line."""

    id: DecisionId
    number: str
    decided_on: date
    authority: str
    title: str
    signature: str
    signer_name: str
    awards: int


def decisions(campaign_id: CampaignId) -> tuple[DecisionRow, ...]:
    """Those of the year, the newest first."""
    with read():
        rows = list(Decision.select().where(Decision.campaign == campaign_id))
        of_them = Award.decision.in_([row.id for row in rows])
        counts = Counter(decision for (decision,) in fetch(Award.select(Award.decision).where(of_them)))
    found = [
        DecisionRow(
            DecisionId(row.id), row.number, row.decided_on, row.authority, row.subject or "", row.signer_post or "",
            row.signer_name or "", counts[row.id],
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: (row.decided_on, row.id), reverse=True))


def issue(campaign_id: CampaignId, wanted: DecisionDraft) -> Changes:
    """The decision, one award for each proposal with name, post and unit as they are on its day, and the proposals
    moved to it: all of that, or nothing."""
    step = wording.STEP_ISSUE.format(number=tidy(wanted.number), count=len(wanted.proposals))
    with write(step) as operation:
        year = refuse_if_closed(campaign_id)
        told, day = _judged(year, wanted)
        rows = writable(told.proposals)
        _refuse_rows(year, rows, day)
        then = _bearers(rows, day)
        _refuse_held(year, rows)
        decision = Decision.create(
            campaign=campaign_id, number=told.number, year=day.year, decided_on=day, authority=told.authority,
            subject=told.title, signer_name=told.signer_name,
            signer_post=wording.signature(told.signer_authority, told.signer_post),
        )  # fmt: skip
        awards = _store(year, decision, rows, then)
        store_moves(told.proposals, State.DECIDED, wording.MOVED_BY.format(number=told.number), awards=awards)
    return operation.changes


def refuse_undo_of_printed(operation_id: int) -> None:
    """A decision is taken back by undo only while nothing of it has been printed."""
    inserted = list(log.rows_inserted(operation_id, "decisions"))
    for row in Decision.select().where(Decision.id.in_(inserted)) if inserted else ():
        awards = Award.select(Award.id).where(Award.decision == row.id)
        if Proposal.select().where(Proposal.award.in_(awards) & (Proposal.state != State.DECIDED.value)).exists():
            raise UserError("undo_of_printed", number=row.number)


def _judged(year: Campaign, wanted: DecisionDraft) -> tuple[DecisionDraft, date]:
    """The draft with tidy words and its day; refuses beside the field at fault."""
    told = replace(
        wanted, number=tidy(wanted.number), title=tidy(wanted.title), authority=tidy(wanted.authority),
        signer_name=tidy(wanted.signer_name), signer_post=tidy(wanted.signer_post),
        signer_authority=tidy(wanted.signer_authority), proposals=tuple(dict.fromkeys(wanted.proposals)),
    )  # fmt: skip
    if not told.number:
        raise UserError("decision_number_missing", field="number")
    day = _day(year.year, told.decided_on)
    if fold(told.number) in {fold(number) for number in numbers_of(day.year)}:
        raise UserError("decision_number_used", field="number", number=told.number, year=day.year)
    for field, code in _NEEDED.items():
        if not getattr(told, field):
            raise UserError(code, field=field)
    return told, day


_NEEDED: Mapping[str, str] = {
    "title": "decision_title_missing", "authority": "decision_authority_missing",
    "signer_post": "decision_signer_post_missing", "signer_name": "decision_signer_missing",
    "proposals": "decision_nobody",
}  # fmt: skip


def _day(year: int, day: date | None) -> date:
    if day is None:
        raise UserError("decision_day_missing", field="decided_on")
    refuse_odd("decided_on", day)
    if day.year < year:
        raise UserError("decision_before_year", field="decided_on", day=day, year=year)
    if day.year > year + 1:
        raise UserError("decision_after_year", field="decided_on", day=day, year=year)
    return day


def _refuse_rows(year: Campaign, rows: Sequence[Proposal], day: date) -> None:
    held = meeting_days(ProposalId(row.id) for row in rows)
    given: set[tuple[Subject, str]] = set()
    for row in rows:
        if row.campaign_id != year.id:
            raise UserError("decision_other_year", field="proposals", name=whose(row))
        state = State(row.state)
        if state not in WAITING:
            raise UserError("decision_not_passed", field="proposals", name=whose(row), state=STATES[state])
        key, kind, title = given_kind(row)
        if not is_own(kind):
            raise UserError("decision_not_own", field="proposals", name=whose(row), title=title)
        if kind is not None and kind.is_title and (_subject(row), key) in given:
            raise UserError("decision_title_twice", field="proposals", name=whose(row), title=title)
        given.add((_subject(row), key))
        met = held.get(ProposalId(row.id))
        if met is not None and day < met:
            raise UserError("decision_before_meeting", field="decided_on", day=day, held=met, name=whose(row))


def _refuse_held(year: Campaign, rows: Sequence[Proposal]) -> None:
    """A title is held once a year; forms may be given again."""
    revoked = AwardRevocation.select(AwardRevocation.award)
    query = Award.select(Award.person, Award.unit, Award.title).where(Award.year == year.year, Award.id.not_in(revoked))
    held = {(person, unit, titles.token(title)) for person, unit, title in fetch(query)}
    for row in rows:
        key, kind, title = given_kind(row)
        if kind is not None and kind.is_title and (*_subject(row), key) in held:
            raise UserError("decision_has_title", field="proposals", name=whose(row), title=title, year=year.year)


def _bearers(rows: Sequence[Proposal], day: date) -> Mapping[Subject, Then]:
    """Each once, also who is given several things."""
    subjects = list(dict.fromkeys(map(_subject, rows)))
    asked = [
        Recipient(None if person is None else PersonId(person), None if unit is None else UnitId(unit))
        for person, unit in subjects
    ]
    return dict(zip(subjects, then_of(asked, day), strict=True))


def _store(
    year: Campaign, decision: Decision, rows: Sequence[Proposal], then: Mapping[Subject, Then]
) -> dict[ProposalId, AwardId]:
    last = Award.select(pw.fn.MAX(Award.position)).scalar() or 0
    found = {}
    for place, row in enumerate(rows, last + 1):
        bearer = then[_subject(row)]
        award = Award.create(
            person=row.person_id, unit=row.unit_id, name_then=bearer.name, post_then=bearer.post,
            unit_then=bearer.unit, year=year.year, title=given_kind(row)[2], decision_number=decision.number,
            decided_on=decision.decided_on, authority=decision.authority, decision=decision.id, position=place,
            kind=row.basis, achievement=row.achievement, movement=row.movement_id,
        )  # fmt: skip
        found[ProposalId(row.id)] = AwardId(award.id)
    return found


def _subject(row: Proposal) -> Subject:
    return row.person_id, row.unit_id
