"""Everyone and every unit of a year judged against the conditions of awards, each award once. Knows no targets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility import judge, outcome_of, quick, standing, with_higher
from thidua_gui.core.eligibility_facts import NOTHING, Frame, Judgement, Member, Outcome, PersonFacts, UnitFacts
from thidua_gui.core.eligibility_units import judge_unit
from thidua_gui.core.ids import UnitId
from thidua_gui.core.titles import COLLECTIVE_TITLES, TitleKey
from thidua_gui.services.eligibility_rows import people_facts
from thidua_gui.services.objections import Objections, stored
from thidua_gui.services.open_cases import OpenCases, open_on
from thidua_gui.services.rows import uncollected
from thidua_gui.services.rules import Law, law
from thidua_gui.services.unit_tree import nodes_of, ordered_rows

if TYPE_CHECKING:
    from thidua_gui.services.year_facts import YearFacts

Facts = TypeVar("Facts", PersonFacts, UnitFacts)
_COUNTED = frozenset({Kind.SHARE, Kind.MEMBERS_MEETING})


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Who meets the conditions of an award, and of whom nobody can say it yet."""

    met: frozenset[int]
    unknown: frozenset[int]


class YearEligibility:
    """To be used inside one read: what is asked for is read then, once. Without `the_law` it is that of the day of the
    year's decision, of its last day while none is set; without `objections` they are those that stand in the year."""

    def __init__(self, facts: YearFacts, the_law: Law | None = None, objections: Objections | None = None) -> None:
        self._facts = facts
        self._given_law = the_law
        self._given_objections = objections
        self._outcomes: dict[TitleKey, Mapping[int, Outcome]] = {}

    @cached_property
    def law(self) -> Law:
        year = self._facts.year
        return self._given_law or law(year.year, year.decision_on or year.last_day)

    @cached_property
    def _objections(self) -> Objections:
        return stored(self._facts.year.id) if self._given_objections is None else self._given_objections

    @cached_property
    def _open_cases(self) -> OpenCases:
        """What is open on the day of the decision, by whatever law it is judged."""
        year = self._facts.year
        return open_on(year.decision_on or year.last_day)

    def outcomes(self, award: TitleKey) -> Outcomes | None:
        """None of an award that the law in force sets no conditions for here; nobody can say it while that law is not
        read."""
        if self.law.frame is None:
            everyone = self._units if award in COLLECTIVE_TITLES else self._facts.everyone
            return Outcomes(frozenset(), frozenset(everyone))
        if award not in self.law.frame.rules:
            return None
        found = self._said(award, self.law.frame)
        return Outcomes(_of(found, Outcome.MET), _of(found, Outcome.UNKNOWN))

    def every(self) -> Mapping[TitleKey, Outcomes]:
        """The outcomes of each award that the law in force sets conditions for; what asks for other years first, for
        who was read for that is not read again."""
        rules = {} if self.law.frame is None else self.law.frame.rules
        asks = {award: any(one.asks_earlier_years for one in conditions) for award, conditions in rules.items()}
        with uncollected():
            found = {award: self.outcomes(award) for award in sorted(rules, key=lambda award: not asks[award])}
        return {award: found[award] or Outcomes(frozenset(), frozenset()) for award in rules}

    def judged(self, award: TitleKey, subjects: Collection[int] | None = None) -> Mapping[int, Judgement]:
        """Each person, or unit for an award of collectives, with every condition, or the given ones alone; nobody
        where nothing is judged."""
        frame = self.law.frame
        if frame is None or award not in frame.rules:
            return {}
        if award in COLLECTIVE_TITLES:
            units = self._units_for(award, frame)
            return {unit: judge_unit(award, facts, frame) for unit, facts in _only(units, subjects)}
        return {person: judge(award, facts, frame) for person, facts in _only(self._people(award, frame), subjects)}

    def _said(self, award: TitleKey, frame: Frame) -> Mapping[int, Outcome]:
        if award not in self._outcomes:
            self._outcomes[award] = self._judged_at_once(award, frame)
        return self._outcomes[award]

    def _judged_at_once(self, award: TitleKey, frame: Frame) -> Mapping[int, Outcome]:
        if award in COLLECTIVE_TITLES:
            return {unit: judged.outcome for unit, judged in self.judged(award).items()}
        sooner, people = self._sooner, self._people(award, frame)
        with uncollected():
            return {person: outcome_of(award, facts, sooner) for person, facts in people.items()}

    @cached_property
    def _sooner(self) -> Frame:
        """The law's frame to ask for outcomes alone."""
        assert self.law.frame is not None
        return quick(self.law.frame, with_attested=bool(self._objections.people or self._open_cases.people))

    def _people(self, award: TitleKey, frame: Frame) -> Mapping[int, PersonFacts]:
        """Everyone who counts, with other years only where the award's conditions ask about them."""
        asks = any(condition.asks_earlier_years for condition in frame.rules[award])
        return self._people_in_time if asks else self._people_now

    @cached_property
    def _people_now(self) -> Mapping[int, PersonFacts]:
        """Whoever was read with other years will do as well."""
        read: Mapping[int, PersonFacts] | None = self.__dict__.get("_people_in_time")
        if read is not None:
            return read
        found = people_facts(self._facts, with_earlier_years=False, with_led_units=self._asks_led_units)
        return self._contested(found)

    @cached_property
    def _people_in_time(self) -> Mapping[int, PersonFacts]:
        assert self.law.frame is not None
        asked = {title for rules in self.law.frame.rules.values() for one in rules for title in one.titles_of_years}
        found = people_facts(
            self._facts, with_earlier_years=True, with_led_units=self._asks_led_units, earlier=with_higher(asked)
        )  # fmt: skip
        return self._contested(found)

    @property
    def _asks_led_units(self) -> bool:
        return self.law.frame is not None and self.law.frame.asks_led_units

    def _contested(self, found: dict[int, PersonFacts]) -> Mapping[int, PersonFacts]:
        contested, with_cases = self._objections.people, self._open_cases.people
        for person in found.keys() & (contested.keys() | with_cases):
            found[person] = replace(
                found[person], objections=contested.get(person, NOTHING),
                has_open_case=True if person in with_cases else None,
            )  # fmt: skip
        return found

    def _units_for(self, award: TitleKey, frame: Frame) -> Mapping[int, UnitFacts]:
        """Every unit with its members as the conditions of the award count them."""
        asked = {one.asked.title for one in frame.rules[award] if one.kind in _COUNTED}
        how = {title: self._standings(title, frame) for title in asked}
        members = {
            person: Member(
                facts.id, facts.ratings.get(frame.year), {title: found[person] for title, found in how.items()},
                facts.disciplines,
            )
            for person, facts in self._people_now.items()
        }  # fmt: skip
        ratings = self._facts.unit_ratings
        return {
            unit: UnitFacts(
                UnitId(unit), ratings.get(unit), tuple(members[person] for person in within),
                has_open_case=True if unit in self._open_cases.units else None,
                objections=self._objections.units.get(unit, NOTHING),
            )
            for unit, within in self._units.items()
        }  # fmt: skip

    def _standings(self, title: TitleKey, frame: Frame) -> Mapping[int, Outcome]:
        """How everyone stands to a title; only of those who were given something this year it is more than the
        conditions."""
        people = self._people(title, frame)
        given = (facts for facts in people.values() if any(award.year == frame.year for award in facts.held))
        return {**self._said(title, frame), **{int(facts.id): standing(title, facts, frame) for facts in given}}

    @cached_property
    def _units(self) -> Mapping[int, list[int]]:
        """Every unit with whoever is in it or below it; the school itself has everyone."""
        parents = {node.key: node.parent for node in nodes_of(ordered_rows())}
        found: dict[int, list[int]] = {unit.id: [] for unit in self._facts.collectives + self._facts.units}
        unit_of = self._facts.unit_of
        for person in self._facts.people:
            for unit in _upwards(unit_of.get(person.id), parents):
                if unit in found:
                    found[unit].append(person.id)
        return found


def _upwards(unit: UnitId | None, parents: Mapping[UnitId, UnitId | None]) -> Iterable[UnitId]:
    while unit is not None:
        yield unit
        unit = parents.get(unit)


def _only(found: Mapping[int, Facts], subjects: Collection[int] | None) -> Iterable[tuple[int, Facts]]:
    if subjects is None:
        return found.items()
    return [(subject, found[subject]) for subject in subjects if subject in found]


def _of(found: Mapping[int, Outcome], wanted: Outcome) -> frozenset[int]:
    return frozenset(subject for subject, outcome in found.items() if outcome is wanted)
