"""The way of proposals, step by step, each step with who, when and why; what the council gets is kept as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from db.models.awards import Award, AwardRevocation
from db.models.initiatives import InitiativeUse
from db.models.proposals import Proposal
from thidua_gui.core.changes import Changes
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AwardId, CampaignId, ProposalId
from thidua_gui.core.proposals import EDITABLE, State, is_short, may_move, needs_reason
from thidua_gui.core.titles import TitleKey
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.proposal_initiatives import refuse_spent, served
from thidua_gui.services.proposal_kinds import judged_as, key_of, kind_of
from thidua_gui.services.proposal_rows import TabRows
from thidua_gui.services.proposal_store import log, row_of, whose, writable
from thidua_gui.services.proposal_verdicts import Asked, Judge, frozen, initiative_names
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import proposals as wording

Awards = Mapping[ProposalId, AwardId]
_DECIDED_HERE: Awards = {}
_LISTED_NAMES = 3
_NOT_YET_VALID = (State.DRAFT, State.SUBMITTED, State.RETURNED)


def move(
    proposal_ids: Collection[ProposalId],
    to_state: State,
    reason: str = "",
    *,
    lowered_to: str | None = None,
    awards: Awards = _DECIDED_HERE,
) -> Changes:
    """All of them one step on, or none. `awards`: what the decision gave, for the step to a decision; without it the
    one award of the same bearer, year and kind is taken, if there is one."""
    with read():
        rows = [row_of(proposal) for proposal in proposal_ids]
        step = wording.step_move(to_state, len(rows), whose(rows[0]) if rows else "")
    with write(step, reason=tidy(reason)) as operation:
        store_moves(proposal_ids, to_state, reason, lowered_to=lowered_to, awards=awards)
    return operation.changes


def store_moves(
    proposal_ids: Collection[ProposalId],
    to_state: State,
    reason: str = "",
    *,
    lowered_to: str | None = None,
    awards: Awards = _DECIDED_HERE,
) -> None:
    """The same for use inside a write, as by a meeting's results, a decision or the printing."""
    rows, said = writable(proposal_ids), tidy(reason)
    for row in rows:
        _refuse(row, to_state, said, lowered_to)
    if to_state is State.PRESENTED:
        _freeze(row for row in rows if State(row.state) in EDITABLE)
    for row in rows:
        before = State(row.state)
        save_changed(row, {"state": to_state.value, **_left_behind(row, to_state, lowered_to)})
        _after(row, before, to_state, awards)
        log(row, before, to_state, said)


def present(campaign_id: CampaignId, kind: str, reason: str = "") -> Changes:
    """Trình Hội đồng: everything of the kind that is ticked and valid, with the verdict as it stands now. Refused while
    something ticked is not valid yet, and without a reason when somebody does not meet the conditions and nobody
    accepted it."""
    with read():
        of_kind = kind_of(kind)
    said = tidy(reason)
    with write(wording.step_present(of_kind.name), reason=said) as operation:
        refuse_if_closed(campaign_id)
        mine = (Proposal.campaign == campaign_id) & (Proposal.kind == kind) & (Proposal.is_listed == True)
        rows = list(Proposal.select().where(mine).order_by(Proposal.id))
        _refuse_unready(row for row in rows if State(row.state) in _NOT_YET_VALID)
        ready = [ProposalId(row.id) for row in rows if row.state in (State.VALID, State.DEFERRED)]
        if not ready:
            raise UserError("proposal_none_to_present")
        facts = YearFacts(campaign_id)
        shown = TabRows(facts, of_kind, Judge(facts)).rows(ready)
        failed = sum(row.outcome is Outcome.NOT_MET and not row.overridden for row in shown)
        if failed and not said:
            raise UserError("proposal_present_reason", field="reason", count=failed)
        store_moves(ready, State.PRESENTED, said)
    return operation.changes


def place(proposal_id: ProposalId, position: int) -> Changes:
    """Put it at that place (1 = first) among those of equal total; the points stay what they are."""
    with read():
        name = whose(row_of(proposal_id))
    with write(wording.STEP_PLACE.format(name=name)) as operation:
        (row,) = writable([proposal_id])
        facts = YearFacts(CampaignId(row.campaign_id))
        shown = TabRows(facts, kind_of(row.kind), Judge(facts)).placed
        mine, place_ = next((one, at) for one, at in shown if one.id == proposal_id)
        if not place_.is_tied:
            raise UserError("proposal_not_tied", name=name)
        is_unit = mine.unit_id is not None
        equal = [one.id for one, at in shown if at == place_ and (one.unit_id is not None) is is_unit]
        equal.remove(proposal_id)
        equal.insert(max(position - 1, 0), proposal_id)
        for at, one in enumerate(equal, start=1):
            save_changed(row_of(one), {"position": at})
    return operation.changes


def _refuse(row: Proposal, to: State, reason: str, lowered_to: str | None) -> None:
    state = State(row.state)
    if not may_move(state, to):
        raise UserError("proposal_move", name=whose(row), state=wording.STATES[state], to=wording.STATES[to])
    if needs_reason(state, to) and not reason:
        raise UserError("proposal_reason_missing", field="reason", to=wording.STATES[to])
    if to is State.LOWERED:
        if not lowered_to:
            raise UserError("proposal_lowered_missing", field="lowered_to")
        if kind_of(lowered_to).key == row.kind:
            raise UserError("proposal_lowered_same", field="lowered_to")


def _refuse_unready(rows: Iterable[Proposal]) -> None:
    names = [whose(row) for row in rows]
    if names:
        raise UserError("proposal_not_valid", count=len(names), names=wording.some(names, _LISTED_NAMES))


def _left_behind(row: Proposal, to: State, lowered_to: str | None) -> dict[str, object]:
    """What a step sets or takes back beside the state: before the council nothing is frozen."""
    found: dict[str, object] = {"lowered_to": lowered_to if to is State.LOWERED else row.lowered_to}
    if to is State.PRESENTED:
        found["lowered_to"] = None
    if to in EDITABLE:
        found |= {"pack": None, "pack_sha256": None, "outcome": None, "findings": None}
    return found


def _after(row: Proposal, before: State, to: State, awards: Awards) -> None:
    if to is State.DECIDED:
        _point(row, awards.get(ProposalId(row.id)))
    elif to is State.LOWERED or before is State.LOWERED:
        served(row)
    elif before is State.WITHDRAWN or before is State.FAILED:
        refuse_spent(row)


def _point(row: Proposal, award_id: AwardId | None) -> None:
    """To the award that the decision gave, which then stands behind the initiatives too."""
    award = _found(row) if award_id is None else Award.get_or_none(Award.id == award_id)
    if award is None:
        if award_id is not None:
            raise UserError("award_gone")
        return
    if (award.person_id, award.unit_id) != (row.person_id, row.unit_id):
        raise UserError("proposal_award_other", name=whose(row))
    if AwardRevocation.select().where(AwardRevocation.award == award.id).exists():
        raise UserError("proposal_award_revoked", name=whose(row))
    save_changed(row, {"award_id": award.id})
    for use in InitiativeUse.select().where(InitiativeUse.proposal == row.id):
        save_changed(use, {"award_id": award.id, "decided_on": award.decided_on})


def _found(row: Proposal) -> Award | None:
    bearer = Award.unit == row.unit_id if row.person_id is None else Award.person == row.person_id
    revoked = AwardRevocation.select(AwardRevocation.award)
    taken = Proposal.select(Proposal.award).where(Proposal.award.is_null(False))
    year = refuse_if_closed(CampaignId(row.campaign_id)).year
    free = bearer & (Award.year == year) & Award.id.not_in(revoked) & Award.id.not_in(taken)
    wanted = row.lowered_to or row.kind
    same = [award for award in Award.select().where(free) if key_of(award.title) == wanted]
    return same[0] if len(same) == 1 else None


def _freeze(rows: Iterable[Proposal]) -> None:
    """Keep the verdict of each as the council is given it: which pack, with its hash, and every condition in words."""
    groups: dict[tuple[int, str], list[Proposal]] = defaultdict(list)
    for row in rows:
        if not is_short(CommendationKind(row.basis)):
            groups[row.campaign_id, row.kind].append(row)
    for (campaign, kind), group in groups.items():
        judge = Judge(YearFacts(CampaignId(campaign)))
        for is_unit in (False, True):
            award = judged_as(kind_of(kind), is_unit=is_unit)
            if award is not None:
                _freeze_kind(judge, award, [row for row in group if (row.unit_id is not None) is is_unit])


def _freeze_kind(judge: Judge, award: TitleKey, rows: Iterable[Proposal]) -> None:
    found = {row.id: row for row in rows}
    asked = [
        Asked(ProposalId(row.id), subject, row.received_on)
        for row in found.values()
        if (subject := row.unit_id if row.person_id is None else row.person_id) is not None
    ]
    verdicts = judge.verdicts(award, asked)
    names = initiative_names(*(said.judgement for said in verdicts.values() if said.judgement is not None))
    for proposal, verdict in verdicts.items():
        pack, judgement = verdict.law.pack, verdict.judgement
        save_changed(found[proposal], {
            "pack": None if pack is None else pack.id, "pack_sha256": None if pack is None else pack.sha256,
            "outcome": "unknown" if judgement is None else judgement.outcome.value,
            "findings": None if judgement is None else frozen(judgement, names),
        })  # fmt: skip
