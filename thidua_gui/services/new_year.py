"""Makes a new year, empty or from an earlier one: what was chosen is carried over and dated anew. Knows no window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from db.models.campaigns import Campaign, CampaignEvent
from db.models.council import CouncilMember, MeetingRule
from db.models.organisation import Person
from db.models.plan import Milestone, PlanItem, Target
from db.models.scoring import CriteriaSheet, RatingThreshold, Stage
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import EARLIEST, LATEST
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.new_year import Carry, dated_for, moved, worded_for
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import criteria, criteria_edit, plan, targets
from thidua_gui.services.campaigns import CampaignState, row_of
from thidua_gui.services.councils import copy_decision
from thidua_gui.services.milestone_days import follow
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import years as wording
from thidua_gui.text.names import MILESTONES, STAGES

KIND = "yearly"
FARTHEST = 10
"""Years between a year and the one it is made from; more is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class YearDraft:
    """What the clerk filled in; without a source the year starts with its stages and undated milestones alone."""

    year: int
    source: CampaignId | None = None
    carried: frozenset[Carry] = field(default_factory=lambda: frozenset(Carry))
    theme: str = ""
    school_theme: str = ""


@dataclass(frozen=True, slots=True)
class YearOffer:
    """What an earlier year has to give: how many rows of each kind; nothing of a kind that is not named."""

    source: CampaignId
    year: int
    counts: Mapping[Carry, int]


def offers() -> tuple[YearOffer, ...]:
    """Every year that can be started from, the newest first."""
    with read():
        years = list(Campaign.select(Campaign.id, Campaign.year).where(Campaign.kind == KIND))
        years.sort(key=lambda row: -row.year)
        return tuple(YearOffer(CampaignId(row.id), row.year, _counts(CampaignId(row.id))) for row in years)


def create(draft: YearDraft) -> Changes:
    """The year, in preparation (Chuẩn bị). A year that is there already, or out of range, is refused."""
    with write(wording.step_create(draft.year)) as operation:
        made = _begin(draft, CampaignState.PREPARING)
        session = open_session()
        CampaignEvent.create(campaign=made.id, at=session.clock(), user=session.user, action="created")
    return operation.changes


def begin(year: int) -> None:
    """The first year of a new data file, open at once, inside the write of a larger command."""
    _begin(YearDraft(year), CampaignState.OPEN)


def _begin(draft: YearDraft, state: CampaignState) -> Campaign:
    _refuse_odd(draft.year)
    source = None if draft.source is None else row_of(draft.source)
    if source is not None:
        _refuse_far(draft.year, source.year)
    made = _campaign(draft, source, state)
    _stages(made)
    if source is None or Carry.MILESTONES not in draft.carried:
        _plain_milestones(made)
    if source is not None:
        _carry(source, made, draft.carried)
    return made


def _refuse_odd(year: int) -> None:
    if not EARLIEST.year <= year <= LATEST.year:
        raise UserError("year_out_of_range", field="year", year=year)
    if Campaign.select().where(Campaign.year == year, Campaign.kind == KIND).exists():
        raise UserError("year_exists", field="year", year=year)


def _refuse_far(year: int, source: int) -> None:
    if abs(year - source) > FARTHEST:
        raise UserError("year_far_from_source", field="year", year=year, source=source, most=FARTHEST)


def _campaign(draft: YearDraft, source: Campaign | None, state: CampaignState) -> Campaign:
    """The head of the year: what is the office's own stays, numbers and dates of decisions are still to come."""
    new = Campaign(year=draft.year, kind=KIND, state=state.value)
    new.theme, new.school_theme = tidy(draft.theme) or None, tidy(draft.school_theme) or None
    if source is not None:
        new.plan_issued_at, new.office_heading = source.plan_issued_at, source.office_heading
        new.plan_signer_name, new.plan_signer_post = source.plan_signer_name, source.plan_signer_post
        new.plan_signer_authority = source.plan_signer_authority
        title = source.plan_title
        new.plan_title = None if title is None else worded_for(title, source.year, draft.year)
    new.save()
    return new


def _stages(made: Campaign) -> None:
    for position, key in enumerate(StageKey, 1):
        Stage.create(campaign=made.id, position=position, key=key.value, name=STAGES[key])


def _plain_milestones(made: Campaign) -> None:
    usual = [kind for kind in MilestoneKind if kind is not MilestoneKind.OTHER]
    for position, kind in enumerate(usual, 1):
        Milestone.create(campaign=made.id, position=position, kind=kind.value, name=MILESTONES[kind])


def _carry(source: Campaign, made: Campaign, carried: frozenset[Carry]) -> None:
    """In the order of `Carry`: targets refer to lines of the plan."""
    lines: Mapping[int, int] = {}
    if Carry.PLAN in carried:
        lines = plan.copy_items(CampaignId(source.id), CampaignId(made.id))
    if Carry.TARGETS in carried:
        targets.copy_targets(CampaignId(source.id), CampaignId(made.id), lines)
    for kind, copy in _COPIES.items():
        if kind in carried:
            copy(source, made)


def _milestones(source: Campaign, made: Campaign) -> None:
    years = made.year - source.year
    for row in Milestone.select().where(Milestone.campaign == source.id).order_by(Milestone.position, Milestone.id):
        worded = None if row.plan_wording is None else dated_for(row.plan_wording, source.year, made.year)
        Milestone.create(
            campaign=made.id, position=row.position, kind=row.kind, name=row.name, plan_wording=worded, note=row.note,
            from_on=moved(row.from_on, years), due_on=moved(row.due_on, years),
        )  # fmt: skip
    follow(CampaignId(made.id))


def _criteria(source: Campaign, made: Campaign) -> None:
    chosen = [sheet.id for sheet in criteria.sources(CampaignId(source.id)) if sheet.campaign_id == source.id]
    criteria_edit.copy_into(CampaignId(made.id), chosen)


def _thresholds(source: Campaign, made: Campaign) -> None:
    for row in RatingThreshold.select().where(RatingThreshold.campaign == source.id).order_by(RatingThreshold.id):
        RatingThreshold.create(campaign=made.id, rating=row.rating, from_points=row.from_points)


def _council(source: Campaign, made: Campaign) -> None:
    """The decision, the rules of the meeting, and the members who are still here; nobody's attendance."""
    for row in MeetingRule.select().where(MeetingRule.campaign == source.id).order_by(MeetingRule.position):
        MeetingRule.create(campaign=made.id, name=row.name, value=row.value, position=row.position)
    copy_decision(CampaignId(source.id), CampaignId(made.id))
    here = Person.select(Person.id).where(Person.left_on.is_null())
    stayed = CouncilMember.until_on.is_null() & CouncilMember.person.in_(here)
    members = CouncilMember.select().where(CouncilMember.campaign == source.id, stayed)
    for member in members.order_by(CouncilMember.position):
        CouncilMember.create(campaign=made.id, person=member.person_id, role=member.role, position=member.position)


_COPIES: Mapping[Carry, Callable[[Campaign, Campaign], None]] = {
    Carry.MILESTONES: _milestones,
    Carry.CRITERIA: _criteria,
    Carry.THRESHOLDS: _thresholds,
    Carry.COUNCIL: _council,
}


def _counts(source: CampaignId) -> Mapping[Carry, int]:
    current = CriteriaSheet.superseded_by.is_null()
    return {
        Carry.PLAN: PlanItem.select().where(PlanItem.campaign == source).count(),
        Carry.TARGETS: Target.select().where(Target.campaign == source).count(),
        Carry.MILESTONES: Milestone.select().where(Milestone.campaign == source).count(),
        Carry.CRITERIA: CriteriaSheet.select().where(CriteriaSheet.campaign == source, current).count(),
        Carry.THRESHOLDS: RatingThreshold.select().where(RatingThreshold.campaign == source).count(),
        Carry.COUNCIL: CouncilMember.select().where(CouncilMember.campaign == source).count(),
    }
