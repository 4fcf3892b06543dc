"""What can be owed in a year, and by which milestone. Knows no rows and no wording."""

from collections.abc import Mapping
from enum import StrEnum

from thidua_gui.core.timeline import MilestoneKind


class Lack(StrEnum):
    """What is owed: a launch, a registration, a criteria sheet that serves the person, scores of a stage, a typed
    value that was refused, or a unit's mid-year report or results."""

    LAUNCH = "launch"
    REGISTRATION = "registration"
    NO_SHEET = "no_sheet"
    SELF_SCORES = "self_scores"
    UNIT_SCORES = "unit_scores"
    DRAFTS = "drafts"
    MID_YEAR = "mid_year"
    RESULTS = "results"

    @property
    def is_of_unit(self) -> bool:
        """The unit itself owes it, not its people one by one."""
        return self in (Lack.LAUNCH, Lack.MID_YEAR, Lack.RESULTS)


MILESTONE_OF: Mapping[Lack, MilestoneKind] = {
    Lack.LAUNCH: MilestoneKind.LAUNCH,
    Lack.REGISTRATION: MilestoneKind.REGISTRATION,
    Lack.NO_SHEET: MilestoneKind.UNIT_SCORING,
    Lack.SELF_SCORES: MilestoneKind.UNIT_SCORING,
    Lack.UNIT_SCORES: MilestoneKind.UNIT_SCORING,
    Lack.DRAFTS: MilestoneKind.UNIT_SCORING,
    Lack.MID_YEAR: MilestoneKind.MID_YEAR,
    Lack.RESULTS: MilestoneKind.RESULTS,
}
"""By when each is owed."""
