"""The facts and verdicts of a year as report.json gives them. Counts and asks the rules; judges nothing itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.targets import Count, actual
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.services.report_verdicts import verdict_report
from thidua_gui.services.target_facts import TargetLine, lines_of
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import CountedPerson, YearFacts


def year_report(campaign_id: CampaignId) -> dict[str, Any]:
    """People, units, registrations, teaching awards and ratings of the year, who meets the conditions of which title,
    and each target that these decide.

    Fractions are "n/N"; people count if they work at the school at the end of the year.
    """
    with read():
        facts = YearFacts(campaign_id)
        units = facts.faculties_and_offices
        return {
            "people": len(facts.people),
            "lecturers": len(facts.lecturers),
            "units_launched": _share((unit.id for unit in units), facts.launched),
            "registered": _share(_ids(facts.people), facts.registered),
            "teaching_faculty_level": _share(_ids(facts.lecturers), facts.teaching(TeachingLevel.FACULTY)),
            "teaching_school_level": _share(_ids(facts.lecturers), facts.teaching(TeachingLevel.SCHOOL)),
            "good_or_better": _share(_ids(facts.people), facts.rated(Rating.GOOD).met),
            "excellent": _share(_ids(facts.people), facts.rated(Rating.EXCELLENT).met),
            **verdict_report(facts),
            "targets": _targets(facts),
        }


def targets_report(campaign_id: CampaignId) -> Mapping[str, Mapping[str, str]]:
    """The targets alone, as they stand now."""
    with read():
        return _targets(YearFacts(campaign_id))


def _targets(facts: YearFacts) -> Mapping[str, Mapping[str, str]]:
    return {line.code: _target(line, counted) for line in lines_of(facts) if (counted := line.counted) is not None}


def _ids(people: Iterable[CountedPerson]) -> Iterable[int]:
    return (person.id for person in people)


def _share(members: Iterable[int], met: Collection[int]) -> str:
    listed = list(members)
    return f"{sum(member in met for member in listed)}/{len(listed)}"


def _target(line: TargetLine, counted: Count) -> Mapping[str, str]:
    return {"actual": actual(line.bound, counted), "basis": line.basis.value, "verdict": line.verdict.value}
