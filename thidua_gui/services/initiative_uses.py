"""What initiatives supported, and the rule that one supports one title or commendation. Knows no window."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Campaign
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.organisation import Person, Unit
from db.models.proposals import Proposal
from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AwardId, CampaignId, InitiativeId, InitiativeUseId, PersonId, ProposalId, UnitId
from thidua_gui.core.initiatives import Use, clash, is_refused
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import titles
from thidua_gui.services.campaigns import refuse_if_closed, row_of
from thidua_gui.services.rows import day as as_day
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.standing_uses import gone, standing
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import initiatives as wording

LAST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class SingleUse:
    """Since when an initiative supports one title or commendation only, and where that was read."""

    since: date
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class UseRow:
    """Nơi đã dùng. `repeats` says in words what it was used for before by the same person or unit, "" if for nothing;
    `is_refused`: that breaks the rule (an imported workbook may hold it). A revoked award, or a proposal that came to
    nothing (`is_gone`), stands behind it no more. `expected_on`: the day on which what is only proposed is decided."""

    id: InitiativeUseId
    person_id: PersonId | None
    unit_id: UnitId | None
    name: str
    year: int
    title: str
    decided_on: date | None
    note: str | None
    award_id: AwardId | None
    is_revoked: bool
    repeats: str = ""
    is_refused: bool = False
    proposal_id: ProposalId | None = None
    is_gone: bool = False
    expected_on: date | None = None

    @property
    def stands(self) -> bool:
        return not self.is_revoked and not self.is_gone

    @property
    def use(self) -> Use:
        return Use(self.person_id, self.unit_id, self.year, self.title, self.decided_on or self.expected_on)


@dataclass(frozen=True, slots=True)
class UseDraft:
    """As it is filled in, for exactly one person or unit."""

    person_id: PersonId | None
    unit_id: UnitId | None
    year: int
    title: str
    decided_on: date | None = None
    note: str | None = None
    award_id: AwardId | None = None
    proposal_id: ProposalId | None = None
    expected_on: date | None = None

    @property
    def use(self) -> Use:
        return Use(self.person_id, self.unit_id, self.year, tidy(self.title), self.decided_on or self.expected_on)


def single_use() -> SingleUse:
    """The rule in force."""
    (entry,) = _entries()["single_use"]
    since = entry["from"]
    if not isinstance(since, date):
        raise TypeError(f"initiative_rules.toml: from = {since!r}")
    return SingleUse(since, str(entry["source"]), entry["grade"] == "S")


def of_initiative(initiative_id: InitiativeId) -> tuple[UseRow, ...]:
    """Everything one was used for, the earliest first."""
    with read():
        revoked = {award for (award,) in fetch(AwardRevocation.select(AwardRevocation.award))}
        dropped = {proposal for (proposal,) in fetch(gone())}
        mine = InitiativeUse.initiative == initiative_id
        found = list(InitiativeUse.select().where(mine).order_by(InitiativeUse.year, InitiativeUse.id))
        expected = _expected(initiative_id)
        return _told([
            replace(
                _row(row, row.award_id in revoked), is_gone=row.proposal_id in dropped,
                expected_on=expected.get(row.proposal_id),
            )
            for row in found
        ])  # fmt: skip


def pairs_used(people: Collection[PersonId]) -> set[tuple[int, int]]:
    """Initiative and person, where the person has rested something on it that was not revoked; for use in a read."""
    query = InitiativeUse.select(InitiativeUse.initiative, InitiativeUse.person)
    return {(one, person) for one, person in fetch(query.where(InitiativeUse.person.in_(list(people)) & standing()))}


def warning(initiative_id: InitiativeId, draft: UseDraft, edited: InitiativeUseId | None = None) -> str:
    """What the clerk is told before writing a use that repeats another without breaking the rule; "" if nothing."""
    since = single_use().since
    with read():
        earlier = clash(draft.use, _others(initiative_id, edited))
        if earlier is None or is_refused(draft.use, earlier, since):
            return ""
        return wording.used_before(_words(earlier), _name(draft.person_id, draft.unit_id), since)


def add_use(initiative_id: InitiativeId, draft: UseDraft) -> Changes:
    """Note what an initiative supported."""
    with write(_step(initiative_id, draft)) as operation:
        store_use(initiative_id, draft)
    return operation.changes


def edit_use(use_id: InitiativeUseId, draft: UseDraft) -> Changes:
    """Correct it."""
    with read():
        step = _step(InitiativeId(_one(use_id).initiative_id), draft)
    with write(step) as operation:
        row = _one(use_id)
        _refuse_closed(InitiativeId(row.initiative_id), row.year)
        store_use(InitiativeId(row.initiative_id), draft, row)
    return operation.changes


def remove_use(use_id: InitiativeUseId) -> Changes:
    """Take it away that was noted by mistake; undo brings it back."""
    with read():
        row = _one(use_id)
        whose = _name(_person(row), _unit(row))
        step = wording.step_remove_use(_initiative(InitiativeId(row.initiative_id)).code, row.title, whose)
    with write(step) as operation:
        row = _one(use_id)
        _refuse_closed(InitiativeId(row.initiative_id), row.year)
        row.delete_instance()
    return operation.changes


def store_use(initiative_id: InitiativeId, draft: UseDraft, row: InitiativeUse | None = None) -> InitiativeUseId:
    """The same for use inside a write: the use is judged and written, as a new one or over `row`. Without an award of
    its own it takes the one award of the same bearer, year and title, if there is one."""
    _refuse_closed(initiative_id, draft.year)
    edited = None if row is None else InitiativeUseId(row.id)
    _judge(initiative_id, draft, edited)
    values: dict[str, object] = {
        "person_id": draft.person_id, "unit_id": draft.unit_id, "year": draft.year, "title": tidy(draft.title),
        "decided_on": draft.decided_on, "note": tidy(draft.note or "") or None,
        "award_id": draft.award_id or _award_of(draft), "proposal_id": draft.proposal_id,
    }  # fmt: skip
    if row is None:
        row = InitiativeUse.create(initiative=initiative_id, **values)
    else:
        save_changed(row, values)
    return InitiativeUseId(row.id)


def refuse_clashes(use_id: InitiativeUseId) -> None:
    """A use that comes to stand again, when its proposal comes back, is judged anew; inside a write."""
    row = _one(use_id)
    (again,) = [use for use in of_initiative(InitiativeId(row.initiative_id)) if use.id == use_id]
    draft = UseDraft(again.person_id, again.unit_id, again.year, again.title, again.decided_on)
    _judge_others(replace(draft, expected_on=again.expected_on), _others(InitiativeId(row.initiative_id), use_id))


def refuse_author_gone(initiative_id: InitiativeId, staying: Collection[PersonId]) -> None:
    """Nobody who has rested something on an initiative stops being its author; inside a write."""
    for row in InitiativeUse.select().where(InitiativeUse.initiative == initiative_id).order_by(InitiativeUse.id):
        person = _person(row)
        if person is not None and person not in staying:
            use = wording.use_words(row.title, row.year, row.decided_on)
            raise UserError("author_in_use", field="authors", name=_name(person, None), use=use)


def refuse_used(initiative_id: InitiativeId) -> None:
    """An initiative that served something is not deleted; inside a write."""
    row = InitiativeUse.select().where(InitiativeUse.initiative == initiative_id).order_by(InitiativeUse.id).first()
    if row is not None:
        use = wording.use_words(row.title, row.year, row.decided_on)
        raise UserError("initiative_in_use", use=use, whose=_name(_person(row), _unit(row)))


def _judge(initiative_id: InitiativeId, draft: UseDraft, edited: InitiativeUseId | None) -> None:
    initiative = _initiative(initiative_id)
    if initiative.result == wording.NOT_RECOGNISED:
        raise UserError("use_not_recognised", field="subject")
    _judge_subject(initiative_id, draft)
    if not tidy(draft.title):
        raise UserError("use_title_missing", field="title")
    _judge_days(row_of(CampaignId(initiative.campaign_id)).year, draft)
    _judge_others(draft, _others(initiative_id, edited))


def _judge_others(draft: UseDraft, others: Sequence[Use]) -> None:
    whose, since, use = _name(draft.person_id, draft.unit_id), single_use().since, draft.use
    same = [other for other in others if other.year == use.year and use_token(other.title) == use_token(use.title)]
    repeated, earlier = clash(use, same), clash(use, others)
    if repeated is not None:
        raise UserError("use_repeated", field="title", use=_words(repeated), whose=whose)
    if earlier is not None and is_refused(use, earlier, since):
        raise UserError("initiative_used_once", field="title", use=_words(earlier), whose=whose, since=since)


def _judge_subject(initiative_id: InitiativeId, draft: UseDraft) -> None:
    if (draft.person_id is None) == (draft.unit_id is None):
        raise UserError("use_subject_missing", field="subject")
    if draft.person_id is None:
        return
    mine = (InitiativeAuthor.initiative == initiative_id) & (InitiativeAuthor.person == draft.person_id)
    if not InitiativeAuthor.select().where(mine).exists():
        raise UserError("use_not_author", field="subject", name=_name(draft.person_id, None))


def _judge_days(first_year: int, draft: UseDraft) -> None:
    if not first_year <= draft.year <= LAST_YEAR:
        raise UserError("use_year_odd", field="year", first=first_year, last=LAST_YEAR)
    day = draft.decided_on
    refuse_odd("decided_on", day)
    if day is None:
        return
    if day > open_session().clock().date():
        raise UserError("use_day_future", field="decided_on", day=day)
    if day.year < draft.year:
        raise UserError("use_day_other_year", field="decided_on", day=day, year=draft.year)


def _others(initiative_id: InitiativeId, edited: InitiativeUseId | None) -> list[Use]:
    return [row.use for row in of_initiative(initiative_id) if row.id != edited and row.stands]


def _told(rows: Sequence[UseRow]) -> tuple[UseRow, ...]:
    """The later one of two is marked with what it repeats."""
    since, stand = single_use().since, list[Use]()
    told: dict[InitiativeUseId, UseRow] = {}
    for row in sorted(rows, key=lambda row: (row.use.day, row.id)):
        earlier = clash(row.use, stand) if row.stands else None
        if earlier is not None:
            row = replace(row, repeats=_words(earlier), is_refused=is_refused(row.use, earlier, since))
        if row.stands:
            stand.append(row.use)
        told[row.id] = row
    return tuple(told[row.id] for row in rows)


def use_token(title: str) -> str:
    """One token for all the wordings of a title."""
    kind = titles.kind_of(title)
    return title if kind is None else kind.key


def _award_of(draft: UseDraft) -> AwardId | None:
    bearer = Award.unit == draft.unit_id if draft.person_id is None else Award.person == draft.person_id
    rows = fetch(Award.select(Award.id, Award.title).where(bearer & (Award.year == draft.year)))
    same = [award for award, title in rows if use_token(title) == use_token(tidy(draft.title))]
    return AwardId(same[0]) if len(same) == 1 else None


def _refuse_closed(initiative_id: InitiativeId, year: int) -> None:
    """A use is written into the year of what it served: a later year may rest on an initiative of a closed one."""
    own = CampaignId(_initiative(initiative_id).campaign_id)
    later = Campaign.get_or_none((Campaign.year == year) & (Campaign.kind == row_of(own).kind))
    refuse_if_closed(own if later is None else CampaignId(later.id))


def _step(initiative_id: InitiativeId, draft: UseDraft) -> str:
    with read():
        whose = _name(draft.person_id, draft.unit_id)
        return wording.step_use(_initiative(initiative_id).code, tidy(draft.title), whose)


def _initiative(initiative_id: InitiativeId) -> Initiative:
    row = Initiative.get_or_none(Initiative.id == initiative_id)
    if row is None:
        raise UserError("initiative_gone")
    return row


def _one(use_id: InitiativeUseId) -> InitiativeUse:
    row = InitiativeUse.get_or_none(InitiativeUse.id == use_id)
    if row is None:
        raise UserError("use_gone")
    return row


def _expected(initiative_id: InitiativeId) -> Mapping[object, date | None]:
    """The day on which each proposal that rests on it is decided, as far as its year says."""
    query = (
        Proposal.select(Proposal.id, Campaign.decision_on)
        .join(InitiativeUse, on=(InitiativeUse.proposal == Proposal.id))
        .switch(Proposal)
        .join(Campaign, on=(Proposal.campaign == Campaign.id))
        .where(InitiativeUse.initiative == initiative_id)
    )
    return {proposal: as_day(decided_on) for proposal, decided_on in fetch(query)}


def _row(row: InitiativeUse, is_revoked: bool) -> UseRow:
    person, unit = _person(row), _unit(row)
    award = None if row.award_id is None else AwardId(row.award_id)
    return UseRow(
        InitiativeUseId(row.id), person, unit, _name(person, unit), row.year, row.title, row.decided_on, row.note,
        award, is_revoked, proposal_id=None if row.proposal_id is None else ProposalId(row.proposal_id),
    )  # fmt: skip


def _person(row: InitiativeUse) -> PersonId | None:
    return None if row.person_id is None else PersonId(row.person_id)


def _unit(row: InitiativeUse) -> UnitId | None:
    return None if row.unit_id is None else UnitId(row.unit_id)


def _name(person_id: PersonId | None, unit_id: UnitId | None) -> str:
    if person_id is not None:
        person = Person.get_or_none(Person.id == person_id)
        return "" if person is None else person.full_name
    unit = None if unit_id is None else Unit.get_or_none(Unit.id == unit_id)
    return "" if unit is None else unit.name


def _words(use: Use) -> str:
    return wording.use_words(use.title, use.year, use.decided_on)


@cache
def _entries() -> Mapping[str, Sequence[Mapping[str, object]]]:
    found: dict[str, list[Mapping[str, object]]] = tomllib.loads(resources.text("initiative_rules.toml"))
    return found
