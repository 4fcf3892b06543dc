"""How a verdict and a state look, wherever they are shown: word, tone and icon. Asks nobody."""

from __future__ import annotations

from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import State, is_short
from thidua_gui.services.proposal_views import ProposalRow
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui.widgets.grid.columns import Chip, Tone

ICONS = {Outcome.MET: "circle-check", Outcome.UNKNOWN: "alert-triangle", Outcome.NOT_MET: "circle-x"}
ROLES = {Outcome.MET: "success", Outcome.UNKNOWN: "warning", Outcome.NOT_MET: "error"}
TONES = {Outcome.MET: Tone.OK, Outcome.UNKNOWN: Tone.WARNING, Outcome.NOT_MET: Tone.ERROR}
_STATES = {
    State.DRAFT: Tone.NEUTRAL,
    State.SUBMITTED: Tone.INFO,
    State.RETURNED: Tone.WARNING,
    State.VALID: Tone.OK,
    State.PRESENTED: Tone.INFO,
    State.PASSED: Tone.OK,
    State.FAILED: Tone.ERROR,
    State.LOWERED: Tone.WARNING,
    State.DEFERRED: Tone.WARNING,
    State.DECIDED: Tone.GOLD,
    State.PRINTED: Tone.GOLD,
    State.DELIVERED: Tone.GOLD,
    State.REVOKED: Tone.ERROR,
    State.WITHDRAWN: Tone.NEUTRAL,
}


def verdict_chip(row: ProposalRow) -> Chip:
    """What the check says; set-aside conditions are named where they would decide."""
    if is_short(row.basis):
        return Chip(wording.SHORT_WAY)
    if row.outcome is None:
        return Chip(wording.NOT_JUDGED)
    if row.overridden and row.outcome is not Outcome.MET:
        return Chip(wording.BEYOND, Tone.WARNING)
    return outcome_chip(row.outcome)


def outcome_chip(outcome: Outcome) -> Chip:
    return Chip(wording.VERDICTS[outcome], TONES[outcome], ICONS[outcome])


def state_chip(state: State) -> Chip:
    """The word tells it; the ground only groups."""
    return Chip(wording.state_word(state), _STATES[state])
