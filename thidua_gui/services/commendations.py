"""Khen thưởng đột xuất, theo phong trào: given by the short way at any time of the year, revoked like every award."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import peewee as pw

from db.models.awards import Award, AwardRevocation, Decision
from db.models.campaigns import Campaign
from db.models.movements import Movement
from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import AT_ONCE, CommendationKind
from thidua_gui.core.days import refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MovementId
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import awards, titles
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.campaigns import refuse_if_closed, row_of
from thidua_gui.services.letterhead import Letterhead, letterhead
from thidua_gui.services.movements import movement_row
from thidua_gui.services.recipients import Recipient, Then, then_of
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_tree import root_row
from thidua_gui.text import commendations as wording

TABLES = ("awards", "award_revocations", "decisions", "movements", "people", "units", "memberships", "campaigns")


@dataclass(frozen=True, slots=True)
class CommendationDraft:
    """One decision as the clerk filled it in; `title` as the decision words it."""

    kind: CommendationKind
    title: str
    achievement: str
    decision_number: str
    decided_on: date | None
    authority: str
    recipients: tuple[Recipient, ...]
    movement_id: MovementId | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an empty dialog starts with: forms by rank, who decides, and who has decided before."""

    forms: tuple[str, ...]
    form: str
    authority: str
    authorities: tuple[str, ...]


def commendations(campaign_id: CampaignId) -> tuple[AwardRow, ...]:
    """What was given at once in the year, the newest decision first; revoked ones too."""
    with read():
        year = row_of(campaign_id).year
        condition = (Award.year == year) & Award.kind.in_([kind.value for kind in AT_ONCE])
        found = awards.rows_where(condition, date(year, 12, 31))
    return tuple(sorted(found, key=lambda row: row.decided_on or date.min, reverse=True))


def proposal(campaign_id: CampaignId) -> Proposal:
    """The certificate of the school's own head is the usual form."""
    with read():
        head = letterhead(campaign_id)
        used = Award.select(Award.authority).where(Award.authority.is_null(False)).group_by(Award.authority)
        in_use = [words for (words,) in fetch(used.order_by(pw.fn.COUNT(Award.id).desc()))]
    forms = titles.offered(TitleGroup.FORM)
    own = _own_authority(head)
    return Proposal(forms, forms[0], own, tuple(dict.fromkeys((own, *in_use))))


def commend(campaign_id: CampaignId, draft: CommendationDraft) -> Changes:
    """The decision, unless it is known already, and one award for each recipient, frozen as the records have them on
    its day."""
    with write(wording.step_commend(draft.kind, tidy(draft.decision_number), len(draft.recipients))) as operation:
        campaign = refuse_if_closed(campaign_id)
        draft = _judged(campaign, draft)
        assert draft.decided_on is not None
        bearers = then_of(draft.recipients, draft.decided_on)
        decision = _decision(campaign, draft)
        _refuse_awarded(decision, draft.recipients, bearers)
        _store(campaign.year, draft, decision, bearers)
    return operation.changes


def _judged(campaign: Campaign, draft: CommendationDraft) -> CommendationDraft:
    """The draft with tidy words; refuses beside the field at fault."""
    draft = replace(
        draft, title=tidy(draft.title), achievement=_lines(draft.achievement), authority=tidy(draft.authority),
        decision_number=tidy(draft.decision_number),
    )
    if draft.kind not in AT_ONCE:
        raise UserError("commendation_kind_other")
    movement = _movement(campaign, draft)
    _refuse_odd_form(draft.title)
    if not draft.achievement:
        raise UserError("commendation_achievement_missing", field="achievement")
    if not draft.decision_number:
        raise UserError("commendation_number_missing", field="decision_number")
    _refuse_day(campaign.year, draft.decided_on, movement)
    if not draft.authority:
        raise UserError("commendation_authority_missing", field="authority")
    if not draft.recipients:
        raise UserError("commendation_nobody", field="recipients")
    return draft


def _movement(campaign: Campaign, draft: CommendationDraft) -> Movement | None:
    if draft.kind is CommendationKind.IRREGULAR:
        if draft.movement_id is not None:
            raise UserError("commendation_movement_unasked", field="movement")
        return None
    if draft.movement_id is None:
        raise UserError("commendation_movement_missing", field="movement")
    row = movement_row(draft.movement_id)
    if row.campaign_id != campaign.id:
        raise UserError("movement_gone", field="movement")
    return row


def _refuse_odd_form(title: str) -> None:
    """Words that the catalogue does not have stay as the decision has them."""
    if not title:
        raise UserError("commendation_form_missing", field="title")
    if not titles.is_form(title):
        raise UserError("commendation_not_a_form", field="title", title=title)


def _refuse_day(year: int, day: date | None, movement: Movement | None) -> None:
    if day is None:
        raise UserError("commendation_day_missing", field="decided_on")
    refuse_odd("decided_on", day)
    if day.year < year:
        raise UserError("commendation_before_year", field="decided_on", day=day, year=year)
    if day.year > year + 1:
        raise UserError("commendation_after_year", field="decided_on", day=day, year=year)
    first = None if movement is None else movement.starts_on
    refuse_reversed("decided_on", "commendation_before_movement", first, day, begin=first, day=day)


def _decision(campaign: Campaign, draft: CommendationDraft) -> Decision:
    """Numbers begin anew each calendar year; a known one must be of the same day and the same authority."""
    day, number = draft.decided_on, draft.decision_number
    assert day is not None
    known = Decision.select().where(Decision.year == day.year)
    row: Decision | None = next((row for row in known if fold(row.number) == fold(number)), None)
    if row is None:
        return _new_decision(campaign, draft, day)
    if row.decided_on != day:
        raise UserError("commendation_decision_day", field="decided_on", number=row.number, day=row.decided_on)
    if fold(row.authority) != fold(draft.authority):
        raise UserError(
            "commendation_decision_authority", field="authority", number=row.number, authority=row.authority
        )
    return row


def _new_decision(campaign: Campaign, draft: CommendationDraft, day: date) -> Decision:
    head = letterhead(CampaignId(campaign.id))
    own = fold(draft.authority) == fold(_own_authority(head))
    movement = None if draft.movement_id is None else movement_row(draft.movement_id).name
    return Decision.create(
        campaign=campaign.id, number=draft.decision_number, year=day.year, decided_on=day, authority=draft.authority,
        subject=wording.subject_of(draft.kind, movement),
        signer_name=head.signer_name or None if own else None, signer_post=head.signer_post if own else None,
    )


def _refuse_awarded(decision: Decision, recipients: Sequence[Recipient], bearers: Sequence[Then]) -> None:
    """Nobody stands twice in one decision, also where a workbook told of it; what was revoked may be given again."""
    revoked = AwardRevocation.select(AwardRevocation.award)
    fields = Award.decision_number, Award.person, Award.unit, Award.name_then, Award.post_then, Award.unit_then
    query = Award.select(*fields).where((Award.decided_on == decision.decided_on) & Award.id.not_in(revoked))
    number = fold(decision.number)
    held = {_key(*who) for written, *who in fetch(query) if fold(written or "") == number}
    for recipient, then in zip(recipients, bearers, strict=True):
        if _key(recipient.person_id, recipient.unit_id, then.name, then.post, then.unit) in held:
            raise UserError("commendation_has_award", field="recipients", name=then.name, number=decision.number)


def _key(
    person: int | None, unit: int | None, name: str | None, post: str | None, unit_then: str | None
) -> tuple[object, ...]:
    """Who somebody is: people and units by their row, others by what was written."""
    if person is not None or unit is not None:
        return person, unit
    return None, None, fold(name or ""), fold(post or ""), fold(unit_then or "")


def _store(year: int, draft: CommendationDraft, decision: Decision, bearers: Sequence[Then]) -> None:
    last = Award.select(pw.fn.MAX(Award.position)).scalar() or 0
    for place, (recipient, then) in enumerate(zip(draft.recipients, bearers, strict=True), last + 1):
        Award.create(
            person=recipient.person_id, unit=recipient.unit_id, name_then=then.name, post_then=then.post,
            unit_then=then.unit, year=year, title=draft.title, decision_number=decision.number,
            decided_on=decision.decided_on, authority=decision.authority, decision=decision.id, position=place,
            kind=draft.kind.value, achievement=draft.achievement, movement=draft.movement_id,
        )


def _own_authority(head: Letterhead) -> str:
    """The signer's post with the school's name as it stands in running text, not in the capitals of a letterhead."""
    return wording.authority(head.signer_post, root_row().name)


def _lines(text: str) -> str:
    return "\n".join(line for line in map(tidy, text.splitlines()) if line)
