"""The verdicts on the conditions of titles as report.json gives them: before any council and without a quota."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from db.models.organisation import Person
from thidua_gui.core.eligibility_facts import Judgement, Outcome
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import quota_rules, titles
from thidua_gui.services.rows import fetch
from thidua_gui.services.year_facts import YearFacts

_SAID = {Outcome.MET: True, Outcome.NOT_MET: False, Outcome.UNKNOWN: None}


def verdict_report(facts: YearFacts) -> dict[str, Any]:
    """Inside a read. A verdict is true, false, or null while nobody can say it; `ldtt_unknown` names the conditions
    that are not known of people whose verdict hangs on them."""
    eligibility = facts.eligibility
    codes = _codes(facts)
    ldtt = _by_code(codes, eligibility.judged(TitleKey.ADVANCED_LABOURER))
    met, fighters = _met(facts, TitleKey.ADVANCED_LABOURER), _met(facts, TitleKey.GRASSROOTS_FIGHTER)
    day = facts.year.decision_on or facts.year.last_day
    quota = quota_rules.in_force(TitleKey.GRASSROOTS_FIGHTER, day).rule
    return {
        "regime": eligibility.law.regime,
        "ldtt": f"{len(met)}/{len(codes)}",
        "ldtt_people": sorted(codes[person] for person in met),
        "not_ldtt": {code: list(said.not_met) for code, said in ldtt.items() if said.outcome is Outcome.NOT_MET},
        "ldtt_unknown": _unknown(codes, ldtt),
        "cstdcs": _of_candidates(facts, codes, TitleKey.GRASSROOTS_FIGHTER),
        "provincial_fighter": _of_candidates(facts, codes, TitleKey.PROVINCIAL_FIGHTER),
        "excellent_collective": _of_collectives(facts),
        "cstdcs_of_ldtt": f"{len(fighters & met)}/{len(met)}",
        "cstdcs_quota_floor_15_percent": None if quota is None else quota.places(len(met)),
        "by_unit": _by_unit(facts, met, fighters),
    }


def _met(facts: YearFacts, title: TitleKey) -> frozenset[int]:
    outcomes = facts.eligibility.outcomes(title)
    return frozenset() if outcomes is None else outcomes.met


def _codes(facts: YearFacts) -> Mapping[int, str]:
    """Everyone who counts, in the order of the codes."""
    rows = fetch(Person.select(Person.id, Person.code).order_by(Person.code))
    return {person: code for person, code in rows if person in facts.everyone}


def _by_code(codes: Mapping[int, str], judged: Mapping[int, Judgement]) -> Mapping[str, Judgement]:
    return {code: judged[person] for person, code in codes.items() if person in judged}


def _unknown(codes: Mapping[int, str], judged: Mapping[str, Judgement]) -> Mapping[str, list[str]]:
    """Where nothing at all is judged, nothing is known of anybody."""
    if not judged:
        return {code: [] for code in codes.values()}
    return {code: list(said.unknown) for code, said in judged.items() if said.outcome is Outcome.UNKNOWN}


def _of_candidates(facts: YearFacts, codes: Mapping[int, str], title: TitleKey) -> Mapping[str, bool | None]:
    """Whoever registered for the title of grassroots fighter."""
    registered = facts.registered_for(titles.kinds()[TitleKey.GRASSROOTS_FIGHTER].name)
    judged = facts.eligibility.judged(title, registered)
    return {code: _said(judged.get(person)) for person, code in codes.items() if person in registered}


def _of_collectives(facts: YearFacts) -> Mapping[str, bool | None]:
    judged = facts.eligibility.judged(TitleKey.EXCELLENT_COLLECTIVE)
    return {unit.code: _said(judged.get(unit.id)) for unit in facts.faculties_and_offices}


def _said(judgement: Judgement | None) -> bool | None:
    return None if judgement is None else _SAID[judgement.outcome]


def _by_unit(
    facts: YearFacts, met: frozenset[int], fighters: frozenset[int]
) -> Mapping[str, Mapping[str, int]]:
    members = _counted(facts, (person.id for person in facts.people))
    ldtt, cstdcs = _counted(facts, met), _counted(facts, fighters)
    return {
        unit.code: {"members": members[unit.id], "ldtt": ldtt[unit.id], "cstdcs": cstdcs[unit.id]}
        for unit in facts.units
    }


def _counted(facts: YearFacts, people: Iterable[int]) -> Mapping[int, int]:
    unit_of: Mapping[Any, int] = facts.unit_of
    return Counter[int](unit_of[person] for person in people if person in unit_of)
