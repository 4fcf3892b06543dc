"""Whether a collective meets the conditions of an award, by its own rating and its members. Knows no rows."""

from collections.abc import Callable, Iterable, Mapping

from thidua_gui.core.conditions import ATTESTED, Condition, Kind
from thidua_gui.core.eligibility import Judged, attested, disciplined
from thidua_gui.core.eligibility_facts import (
    NO_FACTS,
    Finding,
    Frame,
    Judgement,
    Outcome,
    UnitFacts,
    Used,
    all_of,
    any_of,
    reached,
    said,
)
from thidua_gui.core.ratings import at_least
from thidua_gui.core.titles import TitleKey


def judge_unit(award: TitleKey, unit: UnitFacts, frame: Frame) -> Judgement:
    """Every condition that the frame's rules set for the award."""
    findings = tuple(_finding(condition, unit, frame) for condition in frame.rules[award])
    return Judgement(award, all_of(finding.outcome for finding in findings), findings)


def _finding(condition: Condition, unit: UnitFacts, frame: Frame) -> Finding:
    if condition.kind is Kind.ANY:
        parts = tuple(_finding(part, unit, frame) for part in condition.parts)
        return Finding(condition, any_of(part.outcome for part in parts), NO_FACTS, parts)
    if condition.kind in ATTESTED:
        return Finding(condition, *attested(condition, unit, frame))
    return Finding(condition, *_KINDS[condition.kind](condition, unit, frame))


def _rating(condition: Condition, unit: UnitFacts, frame: Frame) -> Judged:
    rating = unit.rating
    return said(None if rating is None else at_least(rating, condition.asked.rating)), Used(rating=rating)


def _share(condition: Condition, unit: UnitFacts, frame: Frame) -> Judged:
    """"More than" leaves the share itself out, "at least" takes it in; nobody is no share."""
    met, unknown = _tally(member.standing[condition.asked.title] for member in unit.members)
    of, percent = len(unit.members), condition.asked.percent
    needed = percent * of if condition.asked.inclusive else percent * of + 1
    outcome = reached(100 * met, 100 * (met + unknown), max(1, needed))
    return outcome, Used(number=met, of=of, open=unknown)


def _all_rated(condition: Condition, unit: UnitFacts, frame: Frame) -> Judged:
    floor = condition.asked.rating
    met, unknown = _tally(
        said(None if member.rating is None else at_least(member.rating, floor)) for member in unit.members
    )
    of = len(unit.members)
    return reached(met, met + unknown, max(1, of)), Used(number=met, of=of, open=unknown)


def _members_meeting(condition: Condition, unit: UnitFacts, frame: Frame) -> Judged:
    met, unknown = _tally(member.standing[condition.asked.title] for member in unit.members)
    used = Used(number=met, of=len(unit.members), open=unknown)
    return reached(met, met + unknown, condition.asked.at_least), used


def _members_discipline(condition: Condition, unit: UnitFacts, frame: Frame) -> Judged:
    noted_of = (member.disciplines for member in unit.members if member.disciplines)
    found = [disciplined(condition.asked.level, noted, frame.year) for noted in noted_of]
    noted = tuple(one for counted, _ in found for one in counted)
    return all_of(outcome for _, outcome in found), Used(disciplines=noted)


def _tally(outcomes: Iterable[Outcome]) -> tuple[int, int]:
    """How many surely, and of how many more nobody can say."""
    listed = list(outcomes)
    return listed.count(Outcome.MET), listed.count(Outcome.UNKNOWN)


_KINDS: Mapping[Kind, Callable[[Condition, UnitFacts, Frame], Judged]] = {
    Kind.UNIT_RATING: _rating,
    Kind.SHARE: _share,
    Kind.ALL_RATED: _all_rated,
    Kind.MEMBERS_MEETING: _members_meeting,
    Kind.MEMBERS_DISCIPLINE: _members_discipline,
}
