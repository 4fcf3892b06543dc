"""What the rows of one year say of its people and units, each kind of row read once. Judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Discipline, Launch, Registration
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Person, Unit
from db.models.scoring import Rating as RatingRow
from db.models.scoring import TeachingAward
from db.models.submissions import Submission
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating, at_least, deciding_total
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.targets import Known
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.titles import COUNT_AS_ADVANCED_LABOURER, TitleKey
from thidua_gui.core.trees import below
from thidua_gui.core.vietnamese import fold
from thidua_gui.services import titles
from thidua_gui.services.campaigns import CampaignSummary, campaign
from thidua_gui.services.eligibility_year import YearEligibility
from thidua_gui.services.memberships import HeldPost, employed, main_posts
from thidua_gui.services.rows import fetch
from thidua_gui.services.score_totals import complete_totals
from thidua_gui.services.scoring import effective_ratings
from thidua_gui.services.unit_tree import existing_units, nodes_of, ordered_rows
from thidua_gui.text.names import LECTURER
from thidua_gui.text.units import LEADERSHIP

NOBODY: AbstractSet[int] = frozenset()


@dataclass(frozen=True, slots=True)
class CountedPerson:
    """Somebody who counts in the year."""

    id: PersonId
    full_name: str
    staff_group: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """What the year's decisions gave to people, or to units: holders by title, and by authority those of a form of
    commendation ("" of an authority nobody noted)."""

    titles: Mapping[str, AbstractSet[int]]
    forms: Mapping[str, AbstractSet[int]]


class YearFacts:
    """To be used inside one read: what is asked for is read then, once."""

    def __init__(self, campaign_id: CampaignId) -> None:
        self.year: CampaignSummary = campaign(campaign_id)

    @cached_property
    def people(self) -> tuple[CountedPerson, ...]:
        """Everyone who counts: at work at the end of the year."""
        working = Person.select(Person.id, Person.full_name, Person.staff_group).where(employed(self.year.last_day))
        rows = fetch(working.order_by(Person.name_sort, Person.id))
        return tuple(CountedPerson(PersonId(person), name, group) for person, name, group in rows)

    @cached_property
    def lecturers(self) -> tuple[CountedPerson, ...]:
        """Those of the staff group of lecturers."""
        return tuple(person for person in self.people if person.staff_group == LECTURER)

    @cached_property
    def everyone(self) -> AbstractSet[int]:
        return frozenset(person.id for person in self.people)

    @cached_property
    def _groups(self) -> Mapping[str, AbstractSet[int]]:
        groups: dict[str, set[int]] = defaultdict(set)
        for person in self.people:
            groups[fold(person.staff_group or "")].add(person.id)
        return groups

    def of_group(self, staff_group: str) -> AbstractSet[int]:
        """Everyone of a staff group."""
        return self._groups.get(fold(staff_group), NOBODY)

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
    def collectives(self) -> tuple[Unit, ...]:
        """Tập thể: the school itself and its units but the leadership."""
        return (*Unit.select().where(Unit.is_root), *self.faculties_and_offices)

    @cached_property
    def posts(self) -> Mapping[PersonId, HeldPost]:
        """The main post of each person at the end of the year."""
        return main_posts(self.year.last_day)

    @cached_property
    def unit_of(self) -> Mapping[PersonId, UnitId]:
        """The unit of each person at the end of the year."""
        return {person: post.unit_id for person, post in self.posts.items()}

    @cached_property
    def _tree(self) -> list[Unit]:
        return ordered_rows()

    def units_within(self, unit_id: UnitId) -> AbstractSet[int]:
        """The unit itself and all below it."""
        return {int(unit) for unit in below(unit_id, nodes_of(self._tree))}

    def people_within(self, unit_id: UnitId) -> AbstractSet[int]:
        """Everyone in the unit or below it."""
        units = self.units_within(unit_id)
        return {person for person, unit in self.unit_of.items() if unit in units}

    @cached_property
    def launched(self) -> AbstractSet[int]:
        """Units that launched the movement."""
        rows = fetch(Launch.select(Launch.unit).where(Launch.campaign == self.year.id))
        return frozenset(unit for (unit,) in rows)

    @cached_property
    def _registrations(self) -> tuple[Mapping[str, set[int]], Mapping[str, set[int]]]:
        """By title who, and which units, registered for it; "" = for whatever."""
        fields = Registration.person, Registration.unit, Registration.title
        people: dict[str, set[int]] = defaultdict(set)
        units: dict[str, set[int]] = defaultdict(set)
        for person, unit, title in fetch(Registration.select(*fields).where(Registration.campaign == self.year.id)):
            found, subject = (units, unit) if person is None else (people, person)
            found[""].add(subject)
            found[title_token(title)].add(subject)
        return people, units

    @property
    def registered(self) -> Collection[int]:
        """People who registered."""
        return self.registered_for(None)

    def registered_for(self, title: str | None, *, units: bool = False) -> AbstractSet[int]:
        """People, or units, that registered for a title, or for any."""
        found = self._registrations[1 if units else 0]
        return found.get("" if title is None else title_token(title), NOBODY)

    @cached_property
    def _teaching(self) -> Mapping[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        query = TeachingAward.select(TeachingAward.person, TeachingAward.level)
        for person, level in fetch(query.where(TeachingAward.campaign == self.year.id)):
            found[level].add(person)
        return found

    def teaching(self, level: TeachingLevel) -> AbstractSet[int]:
        """Holders of that teaching award of the year."""
        return self._teaching.get(level.value, NOBODY)

    @cached_property
    def ratings(self) -> Mapping[PersonId, Rating]:
        """The rating that holds for each person who has one."""
        return effective_ratings(self.year.id)

    @cached_property
    def unit_ratings(self) -> Mapping[int, Rating]:
        """The rating of each unit that has one."""
        mine = (RatingRow.campaign == self.year.id) & RatingRow.unit.is_null(False)
        rows = fetch(RatingRow.select(RatingRow.unit, RatingRow.rating).where(mine))
        return {unit: Rating(rating) for unit, rating in rows}

    def rated(self, floor: Rating) -> Known:
        """Whose rating is `floor` or better; nobody can say it of those without one."""
        return _at_least(self.ratings, floor)

    def units_rated(self, floor: Rating) -> Known:
        """The same of units."""
        return _at_least(self.unit_ratings, floor)

    @cached_property
    def totals(self) -> Mapping[PersonId, Points]:
        """The complete total of the latest stage that has one, of the council or the unit."""
        by_stage = complete_totals(self.year.id)
        scored = {person for totals in by_stage.values() for person in totals}
        latest = {
            person: deciding_total({stage: totals.get(person) for stage, totals in by_stage.items()})[1]
            for person in scored
        }
        return {person: points for person, points in latest.items() if points is not None}

    def scored(self, floor: Points) -> Known:
        """Who has at least so many points."""
        return Known(
            {person for person, points in self.totals.items() if points >= floor}, settled=self.totals.keys()
        )

    @cached_property
    def disciplined(self) -> AbstractSet[int]:
        """Whoever was disciplined in the year."""
        rows = fetch(Discipline.select(Discipline.person).where(Discipline.campaign == self.year.id))
        return frozenset(person for (person,) in rows)

    @cached_property
    def initiatives(self) -> tuple[tuple[int, str | None, str | None], ...]:
        """Author, scope and result of every initiative of the year, once for each author."""
        query = (
            InitiativeAuthor.select(InitiativeAuthor.person, Initiative.scope, Initiative.result)
            .join(Initiative, on=(InitiativeAuthor.initiative == Initiative.id))
            .where(Initiative.campaign == self.year.id)
        )
        return tuple((person, scope, result) for person, scope, result in fetch(query))

    @cached_property
    def _submitted(self) -> Mapping[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for unit, kind in fetch(
            Submission.select(Submission.unit, Submission.kind).where(Submission.campaign == self.year.id)
        ):
            found[kind].add(unit)
        return found

    def submitted(self, kind: SubmissionKind) -> AbstractSet[int]:
        """Units that handed in papers of a kind."""
        return self._submitted.get(kind.value, NOBODY)

    @cached_property
    def _held(self) -> tuple[Held, Held]:
        """What people, and what units, were given for the year; what was revoked is left out."""
        revoked = AwardRevocation.select(AwardRevocation.award)
        fields = Award.person, Award.unit, Award.title, Award.authority
        rows = fetch(Award.select(*fields).where((Award.year == self.year.year) & Award.id.not_in(revoked)))
        people = [(person, title, authority) for person, _, title, authority in rows if person is not None]
        units = [(unit, title, authority) for person, unit, title, authority in rows if person is None]
        return _held(people), _held(units)

    @cached_property
    def eligibility(self) -> YearEligibility:
        """Who meets the conditions of which title, by the law of the decision's day."""
        return YearEligibility(self)

    @property
    def held_by_people(self) -> Held:
        return self._held[0]

    @property
    def held_by_units(self) -> Held:
        return self._held[1]


def title_token(words: str) -> str:
    """One token for all the wordings of a title; a title that nobody knows stands for itself."""
    return titles.token(words)


def _held(rows: Iterable[tuple[int, str, str | None]]) -> Held:
    held: dict[str, set[int]] = defaultdict(set)
    forms: dict[str, set[int]] = defaultdict(set)
    for subject, title, authority in rows:
        held[title_token(title)].add(subject)
        if titles.is_form(title):
            forms[fold(authority or "")].add(subject)
    return Held(held, forms)


def holders(held: Held, title: str) -> AbstractSet[int]:
    """Who holds a title; nobody is a fighter without having earned Lao động tiên tiến."""
    token = title_token(title)
    if token != TitleKey.ADVANCED_LABOURER.value:
        return held.titles.get(token, NOBODY)
    return frozenset().union(*(held.titles.get(key.value, NOBODY) for key in COUNT_AS_ADVANCED_LABOURER))


def _at_least(ratings: Mapping[PersonId, Rating] | Mapping[int, Rating], floor: Rating) -> Known:
    met = {subject for subject, rating in ratings.items() if at_least(rating, floor)}
    return Known(met, settled=ratings.keys())
