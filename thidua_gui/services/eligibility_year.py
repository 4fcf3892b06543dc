"""Everyone and every unit of a year judged against the conditions of awards, each award once. Knows no targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility import judge, standing
from thidua_gui.core.eligibility_facts import Frame, Judgement, Member, Outcome, PersonFacts, UnitFacts
from thidua_gui.core.eligibility_units import judge_unit
from thidua_gui.core.ids import UnitId
from thidua_gui.core.titles import COLLECTIVE_TITLES, TitleKey
from thidua_gui.services.eligibility_rows import people_facts
from thidua_gui.services.rules import Law, law
from thidua_gui.services.unit_tree import nodes_of, ordered_rows

if TYPE_CHECKING:
    from thidua_gui.services.year_facts import YearFacts

_COUNTED = frozenset({Kind.SHARE, Kind.MEMBERS_MEETING})


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Who meets the conditions of an award, and of whom nobody can say it yet."""

    met: frozenset[int]
    unknown: frozenset[int]


@dataclass(frozen=True, slots=True)
class Objections:
    """The ids of attested conditions that somebody contested, by person and by unit."""

    people: Mapping[int, frozenset[str]] = field(default_factory=dict)
    units: Mapping[int, frozenset[str]] = field(default_factory=dict)


class YearEligibility:
    """To be used inside one read: what is asked for is read then, once. Without `the_law` it is that of the day of the
    year's decision, of its last day while none is set."""

    def __init__(self, facts: YearFacts, the_law: Law | None = None, objections: Objections | None = None) -> None:
        self._facts = facts
        self._given_law = the_law
        self._objections = objections or Objections()
        self._judged: dict[TitleKey, Mapping[int, Judgement]] = {}
        self._standing: dict[TitleKey, Mapping[int, Outcome]] = {}

    @cached_property
    def law(self) -> Law:
        year = self._facts.year
        return self._given_law or law(year.year, year.decision_on or year.last_day)

    @cached_property
    def people(self) -> Mapping[int, PersonFacts]:
        """Everyone who counts."""
        found = people_facts(self._facts)
        for person, contested in self._objections.people.items():
            found[person] = replace(found[person], objections=contested)
        return found

    def outcomes(self, award: TitleKey) -> Outcomes | None:
        """None of an award that the law in force sets no conditions for here; nobody can say it while that law is not
        read."""
        if self.law.frame is None:
            everyone = self._units if award in COLLECTIVE_TITLES else self.people
            return Outcomes(frozenset(), frozenset(everyone))
        if award not in self.law.frame.rules:
            return None
        found = {subject: judged.outcome for subject, judged in self.judged(award).items()}
        return Outcomes(_of(found, Outcome.MET), _of(found, Outcome.UNKNOWN))

    def judged(self, award: TitleKey) -> Mapping[int, Judgement]:
        """Each person, or unit for an award of collectives, with every condition; nobody where nothing is judged."""
        frame = self.law.frame
        if frame is None or award not in frame.rules:
            return {}
        if award not in self._judged:
            self._judged[award] = self._judge(award, frame)
        return self._judged[award]

    def _judge(self, award: TitleKey, frame: Frame) -> Mapping[int, Judgement]:
        if award in COLLECTIVE_TITLES:
            return {unit: judge_unit(award, facts, frame) for unit, facts in self.units_for(award, frame).items()}
        return {person: judge(award, facts, frame) for person, facts in self.people.items()}

    def units_for(self, award: TitleKey, frame: Frame) -> Mapping[int, UnitFacts]:
        """Every unit with its members as the conditions of the award count them."""
        asked = {one.asked.title for one in frame.rules[award] if one.kind in _COUNTED}
        how = {title: self._standings(title, frame) for title in asked}
        members = {
            person: Member(
                facts.id, facts.ratings.get(frame.year), {title: found[person] for title, found in how.items()},
                facts.disciplines,
            )
            for person, facts in self.people.items()
        }  # fmt: skip
        ratings = self._facts.unit_ratings
        return {
            unit: UnitFacts(
                UnitId(unit), ratings.get(unit), tuple(members[person] for person in within),
                objections=self._objections.units.get(unit, frozenset()),
            )
            for unit, within in self._units.items()
        }  # fmt: skip

    def _standings(self, title: TitleKey, frame: Frame) -> Mapping[int, Outcome]:
        if title not in self._standing:
            self._standing[title] = {
                person: standing(title, facts, frame) for person, facts in self.people.items()
            }  # fmt: skip
        return self._standing[title]

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


def _of(found: Mapping[int, Outcome], wanted: Outcome) -> frozenset[int]:
    return frozenset(subject for subject, outcome in found.items() if outcome is wanted)
