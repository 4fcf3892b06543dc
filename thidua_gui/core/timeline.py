"""Where the year stands: the state of each milestone on a given day. Reads no clock and knows no wording."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_gui.core.targets import Count


class MilestoneKind(StrEnum):
    """Mốc của năm, in the order of the office's calendar; OTHER is whatever else the school keeps to, any number."""

    PLAN = "plan"
    LAUNCH = "launch"
    REGISTRATION = "registration"
    IMPLEMENTATION = "implementation"
    MID_YEAR = "mid_year"
    UNIT_SCORING = "unit_scoring"
    RESULTS = "results"
    COUNCIL = "council"
    AWARDING = "awarding"
    OTHER = "other"


class MilestoneState(StrEnum):
    """Done; late (its last day is over and something is missing); current (the next deadline, one per year);
    under way (begun, due after the current one); upcoming."""

    DONE = "done"
    LATE = "late"
    CURRENT = "current"
    UNDER_WAY = "under_way"
    UPCOMING = "upcoming"


@dataclass(frozen=True, slots=True)
class Milestone:
    """Mốc: `due_on` is the last day. `counted` is what the rows say (44 of 45 registered), None if nothing is counted.

    Time alone finishes a milestone that `passes_by_itself` (the months of carrying out).
    """

    kind: MilestoneKind
    from_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    counted: Count | None = None
    passes_by_itself: bool = False

    @property
    def is_done(self) -> bool:
        """Recorded as done, or everybody counted has done it; nobody to count is not done."""
        return self.done_on is not None or (self.counted is not None and 0 < self.counted.of == self.counted.met)


@dataclass(frozen=True, slots=True)
class MilestoneStatus:
    """One milestone today: `days_left` to its last day (negative = days late, None = done or no date); `missing` =
    how many have not done it, also of a milestone recorded as done; None = nothing is counted."""

    milestone: Milestone
    state: MilestoneState
    days_left: int | None
    missing: int | None


def statuses(milestones: Sequence[Milestone], today: date) -> tuple[MilestoneStatus, ...]:
    """The state of each milestone, in the given order.

    Current is the open milestone whose last day comes first, today included; of equal days the earlier in order.
    """
    open_places = [place for place, item in enumerate(milestones) if item.due_on and _is_open(item, today)]
    current = min(open_places, key=lambda place: milestones[place].due_on or date.max, default=None)
    return tuple(_status(item, place == current, today) for place, item in enumerate(milestones))


def _is_open(milestone: Milestone, today: date) -> bool:
    return not milestone.is_done and (milestone.due_on is None or milestone.due_on >= today)


def _status(milestone: Milestone, is_current: bool, today: date) -> MilestoneStatus:
    state = _state(milestone, is_current, today)
    is_over = state is MilestoneState.DONE
    days_left = None if is_over or milestone.due_on is None else (milestone.due_on - today).days
    missing = None if milestone.counted is None else milestone.counted.of - milestone.counted.met
    return MilestoneStatus(milestone, state, days_left, missing)


def _state(milestone: Milestone, is_current: bool, today: date) -> MilestoneState:
    if is_current:
        return MilestoneState.CURRENT
    if not _is_open(milestone, today):
        return MilestoneState.DONE if milestone.is_done or milestone.passes_by_itself else MilestoneState.LATE
    begun = milestone.from_on is not None and milestone.from_on <= today
    return MilestoneState.UNDER_WAY if begun else MilestoneState.UPCOMING
