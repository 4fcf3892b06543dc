"""What is to be done next in the year, counted: not what somebody owes, but what the office itself goes on with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.models.initiatives import Initiative
from db.models.organisation import Person
from db.models.scoring import Rating, Stage
from thidua_gui.core.debts import Lack
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.targets import Verdict
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.memberships import employed
from thidua_gui.services.overview import YearState
from thidua_gui.services.proposal_steps import waiting
from thidua_gui.services.target_facts import TargetLine
from thidua_gui.services.transaction import read


class StepKind(StrEnum):
    """Việc cần làm tiếp, in the order of the office's year."""

    OPEN_YEAR = "open_year"
    PLAN_NUMBER = "plan_number"
    REMIND = "remind"
    CLOSE_STAGE = "close_stage"
    LOOK_AGAIN = "look_again"
    RATE = "rate"
    JUDGE_INITIATIVES = "judge_initiatives"
    PROPOSAL_DRAFTS = "proposal_drafts"
    PROPOSAL_PAPERS = "proposal_papers"
    PROPOSALS_ABOVE = "proposals_above"
    TARGETS_BELOW = "targets_below"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do: how many of it, the stage it is about, by when."""

    kind: StepKind
    count: int = 0
    stage: StageKey | None = None
    due_on: date | None = None


def next_steps(state: YearState, targets: tuple[TargetLine, ...], today: date) -> tuple[NextStep, ...]:
    """In a constant number of queries; a closed year has none."""
    year = state.campaign
    if year.state is CampaignState.CLOSED:
        return ()
    with read():
        found = [
            NextStep(StepKind.OPEN_YEAR, int(year.state is CampaignState.PREPARING)),
            NextStep(StepKind.PLAN_NUMBER, int(not year.plan_number)),
            NextStep(StepKind.REMIND, _late_units(state, today)),
            *_stages(state),
            NextStep(StepKind.LOOK_AGAIN, _doubtful(year.id)),
            NextStep(StepKind.RATE, _unrated(state), due_on=year.council_on),
            NextStep(StepKind.JUDGE_INITIATIVES, _unjudged(year.id), due_on=year.council_on),
            *_proposals(year.id, year.council_on),
            NextStep(StepKind.TARGETS_BELOW, sum(line.verdict is Verdict.BELOW for line in targets)),
        ]
    return tuple(step for step in found if step.count)


def _late_units(state: YearState, today: date) -> int:
    late = [debt for debt in state.debts if debt.due_on is not None and debt.due_on < today]
    return len({debt.unit_id for debt in late if debt.unit_id is not None})


_OWED_AT = {StageKey.SELF: Lack.SELF_SCORES, StageKey.UNIT: Lack.UNIT_SCORES}


def _stages(state: YearState) -> list[NextStep]:
    """The first open stage, once everybody is scored in it; the council's stage has no scores that are owed."""
    open_stages = Stage.select().where(Stage.campaign == state.campaign.id, Stage.closed_at.is_null())
    first = open_stages.order_by(Stage.position).first()
    if first is None or not state.scored_units.of:
        return []
    key = StageKey(first.key)
    owed = _OWED_AT.get(key)
    waits = owed is not None and any(debt.lack in (owed, Lack.DRAFTS) for debt in state.debts)
    return [] if waits else [NextStep(StepKind.CLOSE_STAGE, 1, key)]


def _proposals(campaign_id: CampaignId, council_on: date | None) -> list[NextStep]:
    found = waiting(campaign_id)
    return [
        NextStep(StepKind.PROPOSAL_DRAFTS, found.drafts, due_on=council_on),
        NextStep(StepKind.PROPOSAL_PAPERS, found.without_papers, due_on=council_on),
        NextStep(StepKind.PROPOSALS_ABOVE, found.above_quota),
    ]


def _doubtful(campaign_id: CampaignId) -> int:
    return Rating.select().where(Rating.campaign == campaign_id, Rating.stale_since.is_null(False)).count()


def _unrated(state: YearState) -> int:
    """Nobody is asked for before the units have scored their people."""
    if not state.scored_units.of or state.scored_units.met < state.scored_units.of:
        return 0
    year = state.campaign
    rated = Rating.select(Rating.person).where(Rating.campaign == year.id, Rating.person.is_null(False))
    return Person.select().where(employed(year.last_day), Person.id.not_in(rated)).count()


def _unjudged(campaign_id: CampaignId) -> int:
    return Initiative.select().where(Initiative.campaign == campaign_id, Initiative.result.is_null()).count()
