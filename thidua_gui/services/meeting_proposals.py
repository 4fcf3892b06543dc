"""What a meeting does to the proposals that it is about: brought before the council, moved by its result. Opens no
transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from db.models.meetings import AgendaItem, Candidate
from db.models.proposals import Proposal
from thidua_gui.core.council import Outcome
from thidua_gui.core.ids import MeetingId, ProposalId
from thidua_gui.core.proposals import State
from thidua_gui.services.proposal_moves import store_moves
from thidua_gui.services.rows import fetch
from thidua_gui.text import council_steps as steps

READY = (State.VALID, State.DEFERRED)
"""What may be put before the council."""
OPEN_TO_RESULTS = (State.PRESENTED, State.PASSED, State.FAILED, State.LOWERED, State.DEFERRED, State.VALID)
"""The council may still say something else; a decision has settled the rest."""
_BY_OUTCOME: Mapping[Outcome, State] = {
    Outcome.PASSED: State.PASSED,
    Outcome.FAILED: State.FAILED,
    Outcome.LOWERED: State.LOWERED,
    Outcome.DEFERRED: State.DEFERRED,
}


def present_all(meeting_id: MeetingId) -> None:
    """Trình Hội đồng: every proposal of the agenda that is ready, its verdict kept as it stands."""
    items = AgendaItem.select(AgendaItem.id).where(AgendaItem.meeting == meeting_id)
    asked = Candidate.select(Candidate.proposal).where(Candidate.item.in_(items))
    present(ProposalId(proposal) for (proposal,) in fetch(asked) if proposal is not None)


def present(proposals: Iterable[ProposalId]) -> None:
    ready = Proposal.select(Proposal.id).where(Proposal.id.in_(list(proposals)))
    found = fetch(ready.where(Proposal.state.in_([state.value for state in READY])))
    if found:
        store_moves([ProposalId(proposal) for (proposal,) in found], State.PRESENTED)


def states_of(proposals: Iterable[ProposalId]) -> dict[ProposalId, State]:
    query = Proposal.select(Proposal.id, Proposal.state).where(Proposal.id.in_(list(proposals)))
    return {ProposalId(proposal): State(state) for proposal, state in fetch(query)}


def follow(results: Mapping[ProposalId, tuple[Outcome, str | None]], reason: str) -> None:
    """Move every proposal to what the council said of it; `reason` stands in its history. What changed its result goes
    back before the council first."""
    states = states_of(results)
    wanted = {one: _BY_OUTCOME[outcome] for one, (outcome, _) in results.items()}
    lowered = {one: title for one, (outcome, title) in results.items() if outcome is Outcome.LOWERED}
    held = dict(fetch(Proposal.select(Proposal.id, Proposal.lowered_to).where(Proposal.id.in_(list(lowered)))))
    moving = [
        one for one, state in states.items()
        if state in OPEN_TO_RESULTS and (state is not wanted[one] or held.get(one) != lowered.get(one))
    ]  # fmt: skip
    said = steps.MOVED_BY.format(words=reason)
    back = [one for one in moving if states[one] is not State.PRESENTED]
    if back:
        store_moves(back, State.PRESENTED, said)
    groups: dict[tuple[State, str | None], list[ProposalId]] = defaultdict(list)
    for one in moving:
        groups[wanted[one], lowered.get(one)].append(one)
    for (state, title), group in groups.items():
        store_moves(group, state, said, lowered_to=title)
