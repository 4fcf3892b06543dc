"""What each entry of the targets' catalogue asks the year's rows for. Knows no targets and no verdicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.target_catalogue import Among, Base, Measure, Measured, Scope, Subject, Within
from thidua_gui.core.targets import Known
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.vietnamese import fold
from thidua_gui.services import titles
from thidua_gui.services.eligibility_year import YearEligibility
from thidua_gui.services.year_facts import NOBODY, Held, YearFacts, holders, title_token
from thidua_gui.text.target_words import RECOGNISED, SCOPES


@dataclass(frozen=True, slots=True)
class BaseMembers:
    """Who is in a base; of `open` more nobody can say yet whether they are. `is_eligible`: by the conditions alone,
    before a decision."""

    members: AbstractSet[int]
    open: int = 0
    is_eligible: bool = False


def known_of(facts: YearFacts, measured: Measured) -> Known | None:
    """Who meets a measure; None while no decision of the year has settled it and no rule can say it."""
    return _KNOWN[measured.measure](facts, measured.parameter or "")


def base_members(facts: YearFacts, among: Among, within: Within) -> BaseMembers | None:
    """Who is counted; None while no decision of the year has settled it."""
    whole = _whole_base(facts, among)
    if whole is None:
        return None
    members = whole.members
    if within.unit_id is not None:
        of_units = among.asked.subject is Subject.UNITS
        members &= facts.units_within(within.unit_id) if of_units else facts.people_within(within.unit_id)
    if within.staff_group is not None:
        members &= facts.of_group(within.staff_group)
    return replace(whole, members=members)


def _whole_base(facts: YearFacts, among: Among) -> BaseMembers | None:
    parameter = among.parameter or ""
    if among.base is Base.HOLDERS:
        found = holding(facts, facts.held_by_people, parameter)
        if found is None:
            return None
        return BaseMembers(found.met & facts.everyone, found.among(facts.everyone).unknown, found.is_eligible)
    if among.base is Base.RATED:
        rated = facts.rated(Rating(parameter))
        return BaseMembers(rated.met & facts.everyone, rated.among(facts.everyone).unknown)
    return BaseMembers(_plain_base(facts, among.base, among.parameter))


def _plain_base(facts: YearFacts, base: Base, parameter: str | None) -> AbstractSet[int]:
    if base is Base.LECTURERS:
        return frozenset(person.id for person in facts.lecturers)
    if base is Base.STAFF_GROUP:
        return facts.of_group(parameter or "")
    if base is Base.REGISTERED:
        return facts.registered_for(parameter) & facts.everyone
    if base is Base.FACULTIES_AND_OFFICES:
        return frozenset(unit.id for unit in facts.faculties_and_offices)
    if base is Base.COLLECTIVES:
        return frozenset(unit.id for unit in facts.collectives)
    return facts.everyone


def holding(
    facts: YearFacts, held: Held, title: str, eligibility: YearEligibility | None = None
) -> Known | None:
    """Before a decision of the year has given the title to somebody: who meets its conditions, without any quota;
    `eligibility`: by another law than that of the day."""
    if held.titles.get(title_token(title)):
        return Known(holders(held, title))
    key = titles.key_of(title)
    found = None if key is None else (eligibility or facts.eligibility).outcomes(key)
    return None if found is None else Known(found.met, found.unknown, is_eligible=True)


def _commended(held: Held, authority: str) -> Known | None:
    """Of a form whose authority nobody noted it can't be said that it is another's."""
    if not held.forms:
        return None
    if not authority:
        return Known(frozenset().union(*held.forms.values()))
    return Known(held.forms.get(fold(authority), NOBODY), held.forms.get("", NOBODY))


def _authors(facts: YearFacts, scope: str) -> Known:
    """An initiative without a result may still be recognised, one without a scope may be wide enough."""
    met, unknown = set[int](), set[int]()
    for person, written, result in facts.initiatives:
        wide = _is_wide_enough(written, scope)
        if result == RECOGNISED and wide:
            met.add(person)
        elif result in (None, RECOGNISED) and wide is not False:
            unknown.add(person)
    return Known(met, unknown - met)


def _is_wide_enough(written: str | None, scope: str) -> bool | None:
    if not scope:
        return True
    if written is None or written not in SCOPES.known:
        return None
    return SCOPES.value(written).order >= Scope(scope).order


def _everybody(facts: YearFacts, parameter: str) -> Known:
    return Known(facts.everyone)


_KNOWN: Mapping[Measure, Callable[[YearFacts, str], Known | None]] = {
    Measure.UNITS_LAUNCHED: lambda facts, _: Known(facts.launched),
    Measure.PEOPLE_REGISTERED: lambda facts, title: Known(facts.registered_for(title or None)),
    Measure.TEACHING: lambda facts, level: Known(facts.teaching(TeachingLevel(level))),
    Measure.RATED: lambda facts, rating: facts.rated(Rating(rating)),
    Measure.TITLE: lambda facts, title: holding(facts, facts.held_by_people, title),
    Measure.UNIT_TITLE: lambda facts, title: holding(facts, facts.held_by_units, title),
    Measure.COLLECTIVES_COMMENDED: lambda facts, authority: _commended(facts.held_by_units, authority),
    Measure.INDIVIDUALS_COMMENDED: lambda facts, authority: _commended(facts.held_by_people, authority),
    Measure.INITIATIVE_AUTHORS: _authors,
    Measure.SCORED: lambda facts, points: facts.scored(Points.parse(points)),
    Measure.DISCIPLINED: lambda facts, _: Known(facts.disciplined),
    Measure.OF_STAFF_GROUP: lambda facts, group: Known(facts.of_group(group)),
    Measure.PEOPLE: _everybody,
    Measure.UNITS_REGISTERED: lambda facts, title: Known(facts.registered_for(title or None, units=True)),
    Measure.UNITS_SUBMITTED: lambda facts, kind: Known(facts.submitted(SubmissionKind(kind))),
    Measure.UNITS_RATED: lambda facts, rating: facts.units_rated(Rating(rating)),
    Measure.UNITS: lambda facts, _: Known(frozenset(unit.id for unit in facts.collectives + facts.units)),
}
