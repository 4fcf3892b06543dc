"""The facts behind the year's targets: who or what meets each, and who is not known. Judges by core.targets alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from db.models.campaigns import Launch, Registration
from db.models.organisation import Person, Unit
from db.models.plan import Target
from db.models.scoring import TeachingAward
from thidua_gui.core.ids import CampaignId, PersonId, TargetId, UnitId
from thidua_gui.core.ratings import Rating, at_least
from thidua_gui.core.targets import Base, Basis, Bound, Count, Measure, Verdict, count, first_basis, judge
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.services.campaigns import CampaignSummary, campaign
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.scoring import effective_ratings
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import existing_units
from thidua_gui.text.names import LECTURER
from thidua_gui.text.targets import BOUND_UNITS, MEASURES, TARGET_BASES
from thidua_gui.text.units import LEADERSHIP


@dataclass(frozen=True, slots=True)
class TargetLine:
    """Chỉ tiêu with what was reached; `counted` is None while no data can decide the measure."""

    id: TargetId
    code: str
    content: str
    measure: Measure
    base: Base
    bound: Bound
    counted: Count | None
    verdict: Verdict
    basis: Basis


@dataclass(frozen=True, slots=True)
class TargetSubject:
    """One member of a target's base: a person with the unit's name, or a unit; `met` None = not known yet."""

    person_id: PersonId | None
    unit_id: UnitId | None
    name: str
    unit_name: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class CountedPerson:
    """Somebody who counts in the year."""

    id: PersonId
    full_name: str
    staff_group: str | None


class YearFacts:
    """What the rows of one year say of its people and units. To be used inside one read."""

    def __init__(self, campaign_id: CampaignId) -> None:
        self.year: CampaignSummary = campaign(campaign_id)

    @cached_property
    def people(self) -> tuple[CountedPerson, ...]:
        """Everyone who counts: at work at the end of the year."""
        working = Person.select(Person.id, Person.full_name, Person.staff_group).where(employed(self.year.last_day))
        rows = working.order_by(Person.name_sort, Person.id).tuples()
        return tuple(
            CountedPerson(PersonId(person), name, group)
            for person, name, group in cast(Iterable[tuple[int, str, str | None]], rows)
        )

    @cached_property
    def lecturers(self) -> tuple[CountedPerson, ...]:
        """Those of the staff group of lecturers."""
        return tuple(person for person in self.people if person.staff_group == LECTURER)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every open unit but the school itself."""
        existing = existing_units(self.year.last_day)
        return tuple(Unit.select().where(~Unit.is_root & existing).order_by(Unit.position, Unit.id))

    @cached_property
    def faculties_and_offices(self) -> tuple[Unit, ...]:
        """Khoa, phòng: every unit but the leadership."""
        return tuple(unit for unit in self.units if unit.kind != LEADERSHIP)

    @cached_property
    def unit_of(self) -> Mapping[PersonId, UnitId]:
        """The unit of each person at the end of the year."""
        return {person: post.unit_id for person, post in main_posts(self.year.last_day).items()}

    @cached_property
    def launched(self) -> Collection[int]:
        """Units that launched the movement."""
        return {row.unit_id for row in Launch.select(Launch.unit).where(Launch.campaign == self.year.id)}

    @cached_property
    def registered(self) -> Collection[int]:
        """People who registered."""
        mine = (Registration.campaign == self.year.id) & Registration.person.is_null(False)
        found = Registration.select(Registration.person).where(mine).tuples()
        return {person for (person,) in cast(Iterable[tuple[int]], found)}

    def teaching(self, level: TeachingLevel) -> Collection[int]:
        """Holders of that teaching award of the year."""
        mine = (TeachingAward.campaign == self.year.id) & (TeachingAward.level == level)
        found = TeachingAward.select(TeachingAward.person).where(mine).tuples()
        return {person for (person,) in cast(Iterable[tuple[int]], found)}

    @cached_property
    def ratings(self) -> Mapping[PersonId, Rating]:
        """The rating that holds for each person who has one."""
        return effective_ratings(self.year.id)

    def rated(self, floor: Rating) -> Callable[[int], bool | None]:
        """Whether a person's rating is `floor` or better; None while there is none."""

        def answer(person: int) -> bool | None:
            rating = self.ratings.get(PersonId(person))
            return None if rating is None else at_least(rating, floor)

        return answer

    def answers(self, measure: Measure, base: Base) -> list[tuple[CountedPerson | Unit, bool | None]] | None:
        """Each member of the base with its answer; None for what no row of this issue's data decides."""
        members = self._members(base)
        test = self._test(measure)
        if members is None or test is None:
            return None
        return [(member, test(member.id)) for member in members]

    def _members(self, base: Base) -> tuple[CountedPerson, ...] | tuple[Unit, ...] | None:
        if base is Base.EVERYONE:
            return self.people
        if base is Base.LECTURERS:
            return self.lecturers
        return self.faculties_and_offices if base is Base.FACULTIES_AND_OFFICES else None

    def _test(self, measure: Measure) -> Callable[[int], bool | None] | None:
        if measure is Measure.UNITS_LAUNCHED:
            return self.launched.__contains__
        if measure is Measure.PEOPLE_REGISTERED:
            return self.registered.__contains__
        if measure is Measure.TEACHING_FACULTY:
            return self.teaching(TeachingLevel.FACULTY).__contains__
        if measure is Measure.TEACHING_SCHOOL:
            return self.teaching(TeachingLevel.SCHOOL).__contains__
        if measure is Measure.RATED_GOOD_OR_BETTER:
            return self.rated(Rating.GOOD)
        return self.rated(Rating.EXCELLENT) if measure is Measure.RATED_EXCELLENT else None


def target_lines(campaign_id: CampaignId) -> tuple[TargetLine, ...]:
    """The year's targets in the plan's order, each with what the rows say of it."""
    with read():
        return lines_of(YearFacts(campaign_id))


def lines_of(facts: YearFacts) -> tuple[TargetLine, ...]:
    """The same inside a read of the caller's."""
    found = Target.select().where(Target.campaign == facts.year.id).order_by(Target.position, Target.id)
    return tuple(_line(row, facts) for row in found)


def subjects(campaign_id: CampaignId, target_id: TargetId) -> tuple[TargetSubject, ...]:
    """Who stands behind a target: those who lack it first, then those who can't be judged yet, then the others."""
    with read():
        facts = YearFacts(campaign_id)
        row = Target.get_or_none(Target.id == target_id)
        if row is None:
            return ()
        answers = facts.answers(MEASURES.value(row.measure), TARGET_BASES.value(row.base)) or []
        units = {UnitId(unit.id): unit.name for unit in Unit.select(Unit.id, Unit.name)}
        apart = told_apart(facts.year.last_day)
        found = [_subject(member, met, facts, units, apart) for member, met in answers]
    return tuple(sorted(found, key=lambda subject: _INTEREST[subject.met]))


_INTEREST = {False: 0, None: 1, True: 2}


def _subject(
    member: CountedPerson | Unit,
    met: bool | None,
    facts: YearFacts,
    units: Mapping[UnitId, str],
    apart: Mapping[PersonId, str],
) -> TargetSubject:
    if isinstance(member, Unit):
        return TargetSubject(None, UnitId(member.id), member.name, "", met)
    unit = facts.unit_of.get(member.id)
    name = labelled(member.full_name, apart.get(member.id, ""))
    return TargetSubject(member.id, unit, name, "" if unit is None else units[unit], met)


def _line(row: Target, facts: YearFacts) -> TargetLine:
    measure, base = MEASURES.value(row.measure), TARGET_BASES.value(row.base)
    bound = Bound.from_hundredths(row.lower, row.upper, BOUND_UNITS.value(row.unit))
    answers = facts.answers(measure, base)
    counted = None if answers is None else count(met for _, met in answers)
    return TargetLine(
        TargetId(row.id), row.code, row.content, measure, base, bound, counted, judge(bound, counted),
        first_basis(measure),
    )
