"""What stands worse once an award no longer counts. Knows no rows and no wording."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from thidua_gui.core.eligibility_facts import Finding, Judgement, Outcome

Key = TypeVar("Key")
_ORDER = {Outcome.NOT_MET: 0, Outcome.UNKNOWN: 1, Outcome.MET: 2}


class Rested(StrEnum):
    """What can rest on an award: a later award, a proposal, somebody's eligibility, a collective's conditions, a target
    of the year, an initiative that it used up."""

    AWARD = "award"
    PROPOSAL = "proposal"
    ELIGIBILITY = "eligibility"
    COLLECTIVE = "collective"
    TARGET = "target"
    INITIATIVE = "initiative"


def weakened(before: Judgement, after: Judgement) -> tuple[Finding, ...]:
    """The conditions that were better before, as they are found after; conditions of another law are not compared."""
    earlier = {finding.condition.id: finding.outcome for finding in before.findings}
    return tuple(
        finding
        for finding in after.findings
        if _ORDER[finding.outcome] < _ORDER[earlier.get(finding.condition.id, finding.outcome)]
    )


def has_fallen(before: Judgement, after: Judgement) -> bool:
    """Everything was met before, and is no more."""
    return before.outcome is Outcome.MET and after.outcome is not Outcome.MET


def changed(
    before: Mapping[Key, Judgement], after: Mapping[Key, Judgement]
) -> dict[Key, tuple[Finding, ...]]:
    """By subject the conditions that stand worse, of those judged both times."""
    found = {key: weakened(before[key], after[key]) for key in before if key in after}
    return {key: findings for key, findings in found.items() if findings}
