"""The facts behind the year's targets: who or what meets each, and who is not known. Judges by core.targets alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from db.models.campaigns import Launch, Registration, Target
from db.models.organisation import Person, Unit
from db.models.scoring import TeachingAward
from thidua_gui.core.ids import CampaignId, PersonId, TargetId, UnitId
from thidua_gui.core.ratings import Rating, at_least
from thidua_gui.core.targets import Base, Basis, Bound, Count, Measure, Verdict, count, first_basis, judge
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.services.campaigns import CampaignSummary, campaign
from thidua_gui.services.memberships import employed, main_posts
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


class YearFacts:
    """What the rows of one year say of its people and units. To be used inside one read."""

    def __init__(self, campaign_id: CampaignId) -> None:
        self.year: CampaignSummary = campaign(campaign_id)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everyone who counts: at work at the end of the year."""
        working = Person.select().where(employed(self.year.last_day))
        return tuple(working.order_by(Person.name_sort, Person.id))

    @cached_property
    def lecturers(self) -> tuple[Person, ...]:
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
        found = Registration.select(Registration.person).where(Registration.campaign == self.year.id)
        return {row.person_id for row in found if row.person_id is not None}

    def teaching(self, level: TeachingLevel) -> Collection[int]:
        """Holders of that teaching award of the year."""
        mine = (TeachingAward.campaign == self.year.id) & (TeachingAward.level == level)
        return {row.person_id for row in TeachingAward.select(TeachingAward.person).where(mine)}

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

    def answers(self, measure: Measure, base: Base) -> list[tuple[Person | Unit, bool | None]] | None:
        """Each member of the base with its answer; None for what no row of this issue's data decides."""
        members = self._members(base)
        test = self._test(measure)
        if members is None or test is None:
            return None
        return [(member, test(member.id)) for member in members]

    def _members(self, base: Base) -> tuple[Person, ...] | tuple[Unit, ...] | None:
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
        row = Target.get_by_id(target_id)
        answers = facts.answers(MEASURES.value(row.measure), TARGET_BASES.value(row.base)) or []
        names = {UnitId(unit.id): unit.name for unit in facts.units}
        found = [_subject(member, met, facts, names) for member, met in answers]
    return tuple(sorted(found, key=lambda subject: _INTEREST[subject.met]))


_INTEREST = {False: 0, None: 1, True: 2}


def _subject(member: Person | Unit, met: bool | None, facts: YearFacts, names: Mapping[UnitId, str]) -> TargetSubject:
    if isinstance(member, Unit):
        return TargetSubject(None, UnitId(member.id), member.name, "", met)
    person = PersonId(member.id)
    unit = facts.unit_of.get(person)
    return TargetSubject(person, unit, member.full_name, "" if unit is None else names.get(unit, ""), met)


def _line(row: Target, facts: YearFacts) -> TargetLine:
    measure, base = MEASURES.value(row.measure), TARGET_BASES.value(row.base)
    bound = Bound.from_hundredths(row.lower, row.upper, BOUND_UNITS.value(row.unit))
    answers = facts.answers(measure, base)
    counted = None if answers is None else count(met for _, met in answers)
    return TargetLine(
        TargetId(row.id), row.code, row.content, measure, base, bound, counted, judge(bound, counted),
        first_basis(measure),
    )
