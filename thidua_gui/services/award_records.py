"""Everything recorded of some people over all years that awards rest on; a fixed number of queries. Judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from db.models.awards import AwardRevocation
from db.models.campaigns import Campaign, Discipline
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.organisation import Person
from db.models.scoring import Rating as RatingRow
from db.models.scoring import TeachingAward
from thidua_gui.core.eligibility_facts import DisciplineFact, EarlierUse, HeldAward, InitiativeFact, PersonFacts
from thidua_gui.core.ids import AwardId, InitiativeId, PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.services import titles
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.commendation_rules import no_basis
from thidua_gui.services.rows import day, fetch
from thidua_gui.text.noted_words import discipline_level
from thidua_gui.text.target_words import RECOGNISED, SCOPES


@dataclass(frozen=True, slots=True)
class Noted:
    """An initiative or discipline of a year, in the words of the records."""

    year: int
    words: str
    number: str | None
    day: date | None


@dataclass(slots=True)
class Record:
    """One person: what each year knows. `uses` by the award that stands behind them."""

    joined_on: date | None = None
    ratings: dict[int, Rating] = field(default_factory=dict)
    initiatives: dict[InitiativeId, tuple[InitiativeFact, Noted]] = field(default_factory=dict)
    disciplines: list[tuple[DisciplineFact, Noted]] = field(default_factory=list)
    teaching: dict[int, list[TeachingLevel]] = field(default_factory=dict)
    uses: dict[AwardId, list[InitiativeId]] = field(default_factory=dict)

    def facts(self, person: PersonId, year: int, awards: Sequence[AwardRow], decided_on: date) -> PersonFacts:
        """What could be known at the end of that year; who was given something had registered. What was given for
        other things than merit counts towards nothing."""
        of_nothing = no_basis(decided_on)
        held = tuple(
            HeldAward(row.key, row.year, row.revocation is not None)
            for row in awards
            if row.key is not None and row.year <= year and row.kind not in of_nothing
        )
        return PersonFacts(
            person, {past: rating for past, rating in self.ratings.items() if past <= year}, True, self.joined_on,
            tuple(fact for fact, noted in self.disciplines if noted.year == year), held,
            tuple(fact for fact, _ in self.initiatives.values() if fact.year <= year),
        )  # fmt: skip


def records(people: Sequence[PersonId]) -> dict[PersonId, Record]:
    """For use in a read, of no more people than fit into one query."""
    found = {person: Record() for person in people}
    for person, joined_on in fetch(Person.select(Person.id, Person.joined_on).where(Person.id.in_(people))):
        found[PersonId(person)].joined_on = day(joined_on)
    _add_ratings(found, people)
    _add_initiatives(found, people)
    _add_disciplines(found, people)
    _add_teaching(found, people)
    return found


def _add_ratings(found: dict[PersonId, Record], people: Sequence[PersonId]) -> None:
    query = RatingRow.select(RatingRow.person, Campaign.year, RatingRow.rating).join(
        Campaign, on=(RatingRow.campaign == Campaign.id)
    )
    for person, year, rating in fetch(query.where(RatingRow.person.in_(people))):
        found[PersonId(person)].ratings[year] = Rating(rating)


def _add_initiatives(found: dict[PersonId, Record], people: Sequence[PersonId]) -> None:
    uses = _uses(found, people)
    fields = (
        InitiativeAuthor.person, Initiative.id, Campaign.year, Initiative.code, Initiative.name, Initiative.scope,
        Initiative.result, Initiative.decision_number, Initiative.recognised_on,
    )  # fmt: skip
    query = (
        InitiativeAuthor.select(*fields)
        .join(Initiative, on=(InitiativeAuthor.initiative == Initiative.id))
        .join(Campaign, on=(Initiative.campaign == Campaign.id))
        .where(InitiativeAuthor.person.in_(people))
        .order_by(Campaign.year, Initiative.position)
    )
    for person, number, year, code, name, scope, result, decision, recognised_on in fetch(query):
        key = InitiativeId(number)
        width = SCOPES.value(scope) if scope in SCOPES.known else None
        is_recognised = None if result is None else result == RECOGNISED
        fact = InitiativeFact(key, year, width, is_recognised, tuple(uses.get((number, person), ())))
        noted = Noted(year, f"{code}: {name}", decision, day(recognised_on))
        found[PersonId(person)].initiatives[key] = fact, noted


def _uses(
    found: dict[PersonId, Record], people: Sequence[PersonId]
) -> dict[tuple[int, int], list[EarlierUse]]:
    """What each initiative served for each of them; what was revoked stands no more."""
    earlier: dict[tuple[int, int], list[EarlierUse]] = defaultdict(list)
    revoked = {award for (award,) in fetch(AwardRevocation.select(AwardRevocation.award))}
    fields = (
        InitiativeUse.initiative, InitiativeUse.person, InitiativeUse.title, InitiativeUse.year,
        InitiativeUse.decided_on, InitiativeUse.award,
    )  # fmt: skip
    for initiative, person, title, year, decided_on, award in fetch(
        InitiativeUse.select(*fields).where(InitiativeUse.person.in_(people))
    ):
        if award is not None:
            found[PersonId(person)].uses.setdefault(AwardId(award), []).append(InitiativeId(initiative))
        if award not in revoked:
            when = day(decided_on) or date(year, 12, 31)
            earlier[initiative, person].append(EarlierUse(titles.key_of(title), year, when))
    return earlier


def _add_disciplines(found: dict[PersonId, Record], people: Sequence[PersonId]) -> None:
    fields = Discipline.person, Campaign.year, Discipline.form, Discipline.decision_number, Discipline.decided_on
    query = Discipline.select(*fields).join(Campaign, on=(Discipline.campaign == Campaign.id))
    for person, year, form, number, decided_on in fetch(
        query.where(Discipline.person.in_(people)).order_by(Campaign.year, Discipline.position)
    ):
        fact = DisciplineFact(discipline_level(form), day(decided_on))
        found[PersonId(person)].disciplines.append((fact, Noted(year, form, number, day(decided_on))))


def _add_teaching(found: dict[PersonId, Record], people: Sequence[PersonId]) -> None:
    query = TeachingAward.select(TeachingAward.person, Campaign.year, TeachingAward.level).join(
        Campaign, on=(TeachingAward.campaign == Campaign.id)
    )
    for person, year, level in fetch(query.where(TeachingAward.person.in_(people))):
        found[PersonId(person)].teaching.setdefault(year, []).append(TeachingLevel(level))

