"""Rows of proposals within a larger command: made, checked, found to be written to. Opens no transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.initiatives import InitiativeUse
from db.models.movements import Movement
from db.models.organisation import Person, Unit
from db.models.proposals import ConditionOverride, Proposal, ProposalEvent, ProposalPaper
from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.commendations import AT_ONCE, CommendationKind
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MovementId, PersonId, ProposalId, UnitId
from thidua_gui.core.proposals import EDITABLE, GONE, State, is_short
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import campaign, refuse_if_closed
from thidua_gui.services.objections import name_of
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import open_session
from thidua_gui.text import proposals as wording

Subject = tuple[int | None, int | None]
_GONE = [state.value for state in (*GONE, State.LOWERED)]


@dataclass(frozen=True, slots=True)
class Nominee:
    """Whom (exactly one) somebody proposes; `title` is the wording where it differs from the kind's name. Without
    `is_listed` it is not ticked for the council."""

    person_id: PersonId | None
    unit_id: UnitId | None = None
    proposing_unit_id: UnitId | None = None
    achievement: str = ""
    title: str = ""
    is_listed: bool = True

    @property
    def subject(self) -> Subject:
        return self.person_id, self.unit_id


def store_drafts(
    campaign_id: CampaignId, kind: ListedKind, subjects: Sequence[Nominee], *, basis: CommendationKind,
    movement_id: MovementId | None = None, proposing_unit_id: UnitId | None = None, received_on: date | None = None,
) -> None:  # fmt: skip
    """The same for use inside a write."""
    if not subjects:
        raise UserError("proposal_nobody", field="subjects")
    refuse_basis(campaign_id, kind, basis, movement_id)
    refuse_received(campaign_id, received_on)
    names = _names(subjects)
    held = taken(campaign_id, kind, basis, movement_id)
    for one in subjects:
        _refuse_subject(kind, one, names, held)
        if basis is not CommendationKind.IRREGULAR:
            held.add(one.subject)
        row = Proposal.create(
            campaign=campaign_id, person=one.person_id, unit=one.unit_id, kind=kind.key,
            title=tidy(one.title) or kind.name, basis=basis.value, movement=movement_id,
            proposing_unit=one.proposing_unit_id or proposing_unit_id, received_on=received_on,
            achievement=lines(one.achievement) or None, is_listed=one.is_listed,
        )  # fmt: skip
        log(row, None, State.DRAFT)


def writable(proposal_ids: Collection[ProposalId]) -> list[Proposal]:
    """The rows in the order asked for, of years that may be written to; inside a write."""
    found = {row.id: row for row in Proposal.select().where(Proposal.id.in_(list(proposal_ids)))}
    if len(found) < len(set(proposal_ids)):
        raise UserError("proposal_gone")
    for year in {row.campaign_id for row in found.values()}:
        refuse_if_closed(CampaignId(year))
    return [found[proposal] for proposal in dict.fromkeys(proposal_ids)]


def row_of(proposal_id: ProposalId) -> Proposal:
    """The row itself, to read from."""
    row = Proposal.get_or_none(Proposal.id == proposal_id)
    if row is None:
        raise UserError("proposal_gone")
    return row


def editable(proposal_id: ProposalId) -> Proposal:
    """One row whose content may still change; inside a write."""
    (row,) = writable([proposal_id])
    refuse_locked(row)
    return row


def refuse_locked(row: Proposal) -> None:
    if State(row.state) not in EDITABLE:
        name = name_of(row.person_id, row.unit_id)
        raise UserError("proposal_locked", name=name, state=wording.STATES[State(row.state)])


def log(row: Proposal, from_state: State | None, to_state: State, reason: str = "") -> None:
    """A row of the history: who moved it, when, why."""
    session = open_session()
    ProposalEvent.create(
        proposal=row.id, at=session.clock(), user=session.user, to_state=to_state.value, reason=reason or None,
        from_state=None if from_state is None else from_state.value,
    )  # fmt: skip


def whose(row: Proposal) -> str:
    """The name of who is proposed."""
    return name_of(row.person_id, row.unit_id)


def lines(text: str) -> str:
    """Tidy text of several lines."""
    return "\n".join(line for line in map(tidy, text.splitlines()) if line)


def refuse_basis(
    campaign_id: CampaignId, kind: ListedKind, basis: CommendationKind, movement_id: MovementId | None
) -> None:  # fmt: skip
    """Titles are of merit; what a movement gives names the movement of the year."""
    if is_short(basis) and kind.group is TitleGroup.TITLE:
        raise UserError("proposal_title_odd", field="basis", basis=wording.BASES[basis].lower())
    if basis is not CommendationKind.MOVEMENT:
        if movement_id is not None:
            raise UserError("proposal_movement_unasked", field="movement")
        return
    mine = (Movement.id == movement_id) & (Movement.campaign == campaign_id)
    if movement_id is None or not Movement.select().where(mine).exists():
        raise UserError("proposal_movement_missing", field="movement")


def refuse_received(campaign_id: CampaignId, day: date | None) -> None:
    """The dossier came in the year or the next one, and not in the future."""
    refuse_odd("received_on", day)
    if day is None:
        return
    if day > open_session().clock().date():
        raise UserError("proposal_received_future", field="received_on", day=day)
    year = campaign(campaign_id).year
    if day.year not in (year, year + 1):
        raise UserError("proposal_received_odd", field="received_on", day=day, year=year)


def taken(
    campaign_id: CampaignId, kind: ListedKind, basis: CommendationKind, movement_id: MovementId | None
) -> set[Subject]:  # fmt: skip
    """Who has a standing proposal of that kind for the same; an irregular deed may be followed by another."""
    if basis is CommendationKind.IRREGULAR:
        return set()
    mine = (Proposal.campaign == campaign_id) & (Proposal.kind == kind.key) & Proposal.state.not_in(_GONE)
    if basis is CommendationKind.MOVEMENT:
        mine &= (Proposal.basis == basis.value) & (Proposal.movement == movement_id)
    else:
        mine &= Proposal.basis.not_in([one.value for one in AT_ONCE])
    return {(person, unit) for person, unit in fetch(Proposal.select(Proposal.person, Proposal.unit).where(mine))}


def delete(rows: Iterable[Proposal]) -> None:
    """With all that hangs on them."""
    ids = [row.id for row in rows]
    for model in (ProposalEvent, ProposalPaper, ConditionOverride, InitiativeUse):
        model.delete().where(model.proposal.in_(ids)).execute()
    Proposal.delete().where(Proposal.id.in_(ids)).execute()


def _names(subjects: Sequence[Nominee]) -> dict[Subject, str]:
    """The names of those who exist."""
    people = [one.person_id for one in subjects if one.person_id is not None]
    units = [one.unit_id for one in subjects if one.unit_id is not None]
    found: dict[Subject, str] = {(person, None): name for person, name in _named(Person.id, Person.full_name, people)}
    found.update({(None, unit): name for unit, name in _named(Unit.id, Unit.name, units)})
    return found


def _named(key: pw.Field[int], name: pw.Field[str], ids: Collection[int]) -> list[tuple[int, str]]:
    asked = list(ids)
    parts = [asked[start : start + 500] for start in range(0, len(asked), 500)]
    return [(one, words) for part in parts for one, words in fetch(key.model.select(key, name).where(key.in_(part)))]


def _refuse_subject(kind: ListedKind, one: Nominee, names: dict[Subject, str], held: set[Subject]) -> None:
    if (one.person_id is None) == (one.unit_id is None):
        raise UserError("proposal_subject_odd", field="subjects")
    name = names.get(one.subject)
    if name is None:
        raise UserError("proposal_subject_gone", field="subjects")
    if one.person_id is not None and not kind.takes(is_unit=False):
        raise UserError("proposal_for_unit", field="subjects", title=kind.name, name=name)
    if one.unit_id is not None and not kind.takes(is_unit=True):
        raise UserError("proposal_for_person", field="subjects", title=kind.name, name=name)
    if one.subject in held:
        raise UserError("proposal_twice", field="subjects", title=kind.name, name=name)
