"""Which initiatives a proposal rests on: one supports one title or commendation. Judges no other condition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.models.campaigns import Campaign
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.proposals import Proposal
from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility_facts import Finding, Judgement, Outcome
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, InitiativeId, InitiativeUseId, PersonId, ProposalId
from thidua_gui.core.initiative_choice import Need, Offer, choose
from thidua_gui.core.initiatives import Use, clash, is_refused
from thidua_gui.core.proposals import EDITABLE, is_short
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.services.campaigns import CampaignSummary, campaign, refuse_if_closed
from thidua_gui.services.initiative_uses import (
    UseDraft,
    of_initiative,
    refuse_clashes,
    single_use,
    store_use,
    use_token,
)
from thidua_gui.services.objections import name_of
from thidua_gui.services.proposal_kinds import judged_as, kind_of, kinds
from thidua_gui.services.proposal_store import editable, row_of, whose
from thidua_gui.services.proposal_verdicts import Asked, Judge
from thidua_gui.services.proposal_views import InitiativeChoice
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import initiatives as initiative_wording
from thidua_gui.text import proposals as wording
from thidua_gui.text.target_words import RECOGNISED, SCOPES


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one proposal had best rest on. `needed` 0: its conditions are met without. `is_chosen` as it is already."""

    proposal_id: ProposalId
    kind: str
    title: str
    needed: int
    initiatives: tuple[InitiativeChoice, ...]
    is_enough: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class _Own:
    """An initiative of the person."""

    id: InitiativeId
    code: str
    name: str
    year: int
    scope: Scope | None
    result: str | None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the conditions ask of initiatives: so many of these; `is_asked` False where no condition speaks of them."""

    number: int
    usable: frozenset[InitiativeId]
    is_asked: bool


def choices(proposal: Proposal, judgement: Judgement | None) -> tuple[InitiativeChoice, ...]:
    """Those that are chosen, those that would do, and the others of the year with the reason; inside a read."""
    if proposal.person_id is None:
        return ()
    year = campaign(CampaignId(proposal.campaign_id))
    wanted, chosen = _wanted(judgement), _chosen(proposal)
    shown = [
        one
        for one in _own(PersonId(proposal.person_id), year)
        if one.id in chosen or one.id in wanted.usable or one.year == year.year
    ]
    return tuple(_choice(one, proposal, year, wanted, one.id in chosen) for one in shown)


def choose_initiatives(proposal_id: ProposalId, initiative_ids: Collection[InitiativeId]) -> Changes:
    """Rest the proposal on exactly these. Refused of one that may not be used for it; told, not refused, before the
    day from which one initiative serves one award only."""
    with read():
        name = whose(row_of(proposal_id))
    with write(wording.STEP_INITIATIVES.format(name=name)) as operation:
        row = editable(proposal_id)
        if row.person_id is None:
            raise UserError("choice_of_unit", field="initiatives")
        offered = {one.initiative_id: one for one in choices(row, _judgement(row))}
        for wanted in initiative_ids:
            if wanted not in offered:
                raise UserError("choice_not_author", field="initiatives", name=name)
            if offered[wanted].why_not:
                one = offered[wanted]
                raise UserError("choice_refused", field="initiatives", code=one.code, why=one.why_not)
        _drop(row, initiative_ids)
        _add(row, initiative_ids)
    return operation.changes


def suggest_initiatives(campaign_id: CampaignId, person_id: PersonId) -> tuple[Suggestion, ...]:
    """Which initiative for which of the person's proposals that may still change, so that as many as can be are
    served, each with the narrowest that suffices."""
    with read():
        year, rows = campaign(campaign_id), _changeable(campaign_id, person_id)
        own = {one.id: one for one in _own(person_id, year)}
        wanted = {row.id: _wanted(_judgement(row)) for row in rows}
        mine = {row.id for row in rows}
        needs = [
            Need(row.id, wanted[row.id].number, _free(row, wanted[row.id], year, mine))
            for row in rows
            if wanted[row.id].number
        ]
        found = choose(needs, [Offer(one.id, _width(one), one.year) for one in own.values()])
        return tuple(_suggestion(row, wanted[row.id], found.get(row.id, ()), own) for row in rows)


def choose_suggested(campaign_id: CampaignId, person_id: PersonId) -> Changes:
    """Do as suggested, where a suggestion is enough."""
    with write(wording.STEP_INITIATIVES.format(name=name_of(person_id, None))) as operation:
        refuse_if_closed(campaign_id)
        taken = {
            one.proposal_id: [choice.initiative_id for choice in one.initiatives]
            for one in suggest_initiatives(campaign_id, person_id)
            if one.needed and one.is_enough
        }
        rows = [row_of(proposal) for proposal in taken]
        for row in rows:
            _drop(row, taken[ProposalId(row.id)])
        for row in rows:
            _add(row, taken[ProposalId(row.id)])
    return operation.changes


def served(proposal: Proposal) -> None:
    """What the initiatives of the proposal serve now, after it was lowered or raised again; inside a write."""
    title = proposal.title if proposal.lowered_to is None else kind_of(proposal.lowered_to).name
    for use in _uses(proposal):
        save_changed(use, {"title": title})


def refuse_spent(proposal: Proposal) -> None:
    """A proposal that comes back finds its initiatives still free, or is refused; inside a write."""
    for use in _uses(proposal):
        refuse_clashes(InitiativeUseId(use.id))


def _drop(row: Proposal, kept: Collection[InitiativeId]) -> None:
    for use in _uses(row):
        if use.initiative_id not in kept:
            use.delete_instance()


def _add(row: Proposal, wanted: Iterable[InitiativeId]) -> None:
    """What the clerk had noted for the same title of the year becomes the proposal's."""
    year, held = campaign(CampaignId(row.campaign_id)), _chosen(row)
    assert row.person_id is not None
    person = PersonId(row.person_id)
    for initiative in dict.fromkeys(wanted):
        if initiative in held:
            continue
        noted = [use for use in of_initiative(initiative) if _is_same(use.proposal_id, use.use, row, year.year)]
        if noted:
            InitiativeUse.update(proposal=row.id).where(InitiativeUse.id == noted[0].id).execute()
            continue
        store_use(initiative, UseDraft(
            person, None, year.year, row.title, proposal_id=ProposalId(row.id), expected_on=year.decision_on,
        ))  # fmt: skip


def _choice(
    one: _Own, row: Proposal, year: CampaignSummary, wanted: _Wanted, is_chosen: bool
) -> InitiativeChoice:  # fmt: skip
    why_not, warning = _why_not(one, wanted), ""
    earlier = _clash(one.id, row, year, frozenset())
    if earlier is not None:
        told = initiative_wording.use_words(earlier.title, earlier.year, earlier.decided_on)
        refused = is_refused(_use(row, year), earlier, single_use().since)
        why_not = why_not or (wording.CHOICE_USED.format(use=told) if refused else "")
        warning = "" if refused else wording.CHOICE_USED.format(use=told)
    return InitiativeChoice(one.id, one.code, one.name, one.year, is_chosen, why_not, warning)


def _why_not(one: _Own, wanted: _Wanted) -> str:
    if one.result is None:
        return wording.CHOICE_UNDECIDED
    if one.result != RECOGNISED:
        return wording.CHOICE_NOT_RECOGNISED
    return wording.CHOICE_TOO_NARROW if wanted.is_asked and one.id not in wanted.usable else ""


def _free(row: Proposal, wanted: _Wanted, year: CampaignSummary, mine: Collection[int]) -> frozenset[InitiativeId]:
    """Of those that would do, the ones that no other award holds but the person's own changeable proposals."""
    since = single_use().since
    found = set[InitiativeId]()
    for initiative in wanted.usable:
        earlier = _clash(initiative, row, year, mine)
        if earlier is None or not is_refused(_use(row, year), earlier, since):
            found.add(initiative)
    return frozenset(found)


def _clash(initiative: InitiativeId, row: Proposal, year: CampaignSummary, mine: Collection[int]) -> Use | None:
    """What else it was used for by the same person, leaving out the proposals of `mine` and what is the same."""
    others = [
        use.use
        for use in of_initiative(initiative)
        if use.stands
        and use.proposal_id != row.id
        and use.proposal_id not in mine
        and not _is_same(use.proposal_id, use.use, row, year.year)
    ]
    return clash(_use(row, year), others)


def _is_same(proposal: ProposalId | None, use: Use, row: Proposal, year: int) -> bool:
    """Noted by hand for the very title of the year that is proposed now."""
    same_title = use_token(use.title) == use_token(row.title)
    return proposal is None and use.person_id == row.person_id and use.year == year and same_title


def _use(row: Proposal, year: CampaignSummary) -> Use:
    person = None if row.person_id is None else PersonId(row.person_id)
    return Use(person, None, year.year, row.title, year.decision_on)


def _wanted(judgement: Judgement | None) -> _Wanted:
    """Of what the conditions say of initiatives; one that is met otherwise (an excellent rating) needs none."""
    asked = [] if judgement is None else list(_asked(judgement.findings))
    usable = frozenset(one for finding, _ in asked for one in (*finding.used.initiatives, *finding.used.used_before))
    number = max((finding.condition.asked.at_least for finding, needs in asked if needs), default=0)
    return _Wanted(number, usable, bool(asked))


def _asked(findings: Sequence[Finding]) -> Iterator[tuple[Finding, bool]]:
    """Each finding on initiatives, and whether they are needed."""
    for finding in findings:
        if finding.condition.kind is Kind.INITIATIVES:
            yield finding, True
        parts = [part for part in finding.parts if part.condition.kind is Kind.INITIATIVES]
        others = [part for part in finding.parts if part.condition.kind is not Kind.INITIATIVES]
        is_met = any(part.outcome is Outcome.MET for part in others)
        yield from ((part, not is_met) for part in parts)


def _suggestion(
    row: Proposal, wanted: _Wanted, found: Collection[InitiativeId], own: Mapping[InitiativeId, _Own]
) -> Suggestion:  # fmt: skip
    chosen = _chosen(row)
    named = tuple(
        InitiativeChoice(one.id, one.code, one.name, one.year, one.id in chosen)
        for one in (own[initiative] for initiative in found)
    )
    return Suggestion(
        ProposalId(row.id), row.kind, row.title, wanted.number, named, len(found) >= wanted.number,
        bool(found) and set(found) == chosen,
    )  # fmt: skip


def _judgement(row: Proposal) -> Judgement | None:
    """As it stands now, by the last law that is read where the one of the day is not."""
    kind = kind_of(row.kind)
    award = judged_as(kind, is_unit=False)
    if award is None or row.person_id is None or is_short(CommendationKind(row.basis)):
        return None
    judge = Judge(YearFacts(CampaignId(row.campaign_id)), is_provisional=True)
    asked = Asked(ProposalId(row.id), row.person_id, row.received_on)
    return judge.verdicts(award, [asked])[asked.proposal].judgement


def _changeable(campaign_id: CampaignId, person_id: PersonId) -> list[Proposal]:
    """The person's proposals of merit that may still change, the lowest title first."""
    states = [state.value for state in EDITABLE]
    mine = (Proposal.campaign == campaign_id) & (Proposal.person == person_id) & Proposal.state.in_(states)
    rows = [row for row in Proposal.select().where(mine) if not is_short(CommendationKind(row.basis))]
    order = {key: at for at, key in enumerate(kinds())}
    return sorted(rows, key=lambda row: (order.get(row.kind, len(order)), row.id))


def _own(person_id: PersonId, year: CampaignSummary) -> list[_Own]:
    """The newest year first."""
    query = (
        Initiative.select(
            Initiative.id, Initiative.code, Initiative.name, Campaign.year, Initiative.scope, Initiative.result
        )
        .join(InitiativeAuthor, on=(InitiativeAuthor.initiative == Initiative.id))
        .switch(Initiative)
        .join(Campaign, on=(Initiative.campaign == Campaign.id))
        .where((InitiativeAuthor.person == person_id) & (Campaign.year <= year.year))
        .order_by(Campaign.year.desc(), Initiative.code)
    )
    return [
        _Own(InitiativeId(key), code, name, of_year, SCOPES.value(scope) if scope in SCOPES.known else None, result)
        for key, code, name, of_year, scope, result in fetch(query)
    ]


def _width(one: _Own) -> int:
    return 0 if one.scope is None else one.scope.order


def _chosen(row: Proposal) -> set[InitiativeId]:
    return {InitiativeId(use.initiative_id) for use in _uses(row)}


def _uses(row: Proposal) -> list[InitiativeUse]:
    return list(InitiativeUse.select().where(InitiativeUse.proposal == row.id).order_by(InitiativeUse.id))
