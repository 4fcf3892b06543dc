"""Reads what the conditions of awards ask about from the rows, one query a kind of row. Judges nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import peewee as pw

from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Campaign, Discipline, PersonnelChange
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.organisation import Person
from db.models.proposals import Proposal
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.days import EARLIEST
from thidua_gui.core.eligibility_facts import (
    DisciplineFact,
    EarlierUse,
    HeldAward,
    InitiativeFact,
    LedUnit,
    MoveFact,
    PersonFacts,
    StudyFact,
)
from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey
from thidua_gui.core.workbook.rows import ChangeKind
from thidua_gui.core.workbook.specification import Vocabulary
from thidua_gui.services import titles
from thidua_gui.services.commendation_rules import no_basis
from thidua_gui.services.eligibility_leaders import led_units
from thidua_gui.services.memberships import employed
from thidua_gui.services.rows import day, fetch, uncollected
from thidua_gui.services.standing_uses import standing
from thidua_gui.text.noted_words import discipline_level, is_fair_result
from thidua_gui.text.target_words import RECOGNISED, SCOPES
from thidua_gui.text.workbook import WORDING

if TYPE_CHECKING:
    from thidua_gui.services.year_facts import YearFacts

NEVER: tuple[EarlierUse, ...] = ()
_MOVES = (ChangeKind.SECONDMENT, ChangeKind.TRANSFER)
_RATINGS = {rating.value: rating for rating in Rating}
_CHANGES = WORDING.vocabularies[Vocabulary.CHANGE_KIND]


def people_facts(
    facts: YearFacts, *, with_earlier_years: bool, with_led_units: bool,
    earlier: Collection[TitleKey] = frozenset(TitleKey),
) -> dict[int, PersonFacts]:  # fmt: skip
    """Everyone who counts in the year, with all that is known of them in it, or in earlier years as well, of which
    only the awards of `earlier` are told; inside a read."""
    leads = led_units(facts) if with_led_units else {}
    with uncollected():
        return _people(facts, EARLIEST.year if with_earlier_years else facts.year.year, earlier, leads)


def _people(
    facts: YearFacts, first: int, earlier: Collection[TitleKey], leads: Mapping[int, tuple[LedUnit, ...]]
) -> dict[int, PersonFacts]:
    year = facts.year
    held = _held(first, year.year, earlier, no_basis(year.decision_on or year.last_day))
    ratings, initiatives = _ratings(facts, first), _initiatives(first, year.year)
    disciplines, (studies, moves) = disciplines_of(year.id), _changes(facts)
    registered = facts.registered_for(None)
    working = Person.select(Person.id, Person.joined_on).where(employed(year.last_day)).order_by(Person.id)
    return {
        person: PersonFacts(
            PersonId(person), ratings.get(person, {}), person in registered, day(joined_on),
            tuple(disciplines.get(person, ())), tuple(held.get(person, ())), tuple(initiatives.get(person, ())),
            tuple(studies.get(person, ())), tuple(moves.get(person, ())),
            leads.get(person, ()),
        )
        for person, joined_on in fetch(working)
    }  # fmt: skip


def disciplines_of(campaign_id: CampaignId) -> Mapping[int, list[DisciplineFact]]:
    """The disciplines noted in the year, by person."""
    found: dict[int, list[DisciplineFact]] = defaultdict(list)
    query = Discipline.select(Discipline.person, Discipline.form, Discipline.decided_on)
    for person, form, decided_on in fetch(query.where(Discipline.campaign == campaign_id)):
        found[person].append(DisciplineFact(discipline_level(form), day(decided_on)))
    return found


def _ratings(facts: YearFacts, first: int) -> Mapping[int, dict[int, Rating]]:
    """Decided ratings of the other years, and of this one what holds."""
    found: dict[int, dict[int, Rating]] = defaultdict(dict)
    fields = RatingRow.person, RatingRow.campaign, RatingRow.rating
    years = _years(first, facts.year.year - 1)
    decided = RatingRow.person.is_null(False) & RatingRow.campaign.in_(list(years))
    for person, campaign, rating in fetch(RatingRow.select(*fields).where(decided)):
        found[person][years[campaign]] = _RATINGS[rating]
    for holder, rating in facts.ratings.items():
        found[holder][facts.year.year] = rating
    return found


def _held(
    first: int, last: int, earlier: Collection[TitleKey], no_basis_of: Collection[str]
) -> Mapping[int, list[HeldAward]]:
    """What was given for merit: results of the other kinds count towards nothing of merit."""
    found: dict[int, list[HeldAward]] = defaultdict(list)
    keys = {title: titles.key_of(title) for (title,) in fetch(Award.select(Award.title).distinct())}
    asked = json.dumps([title for title, key in keys.items() if key in earlier])
    of_merit = Award.kind.is_null() | Award.kind.not_in(list(no_basis_of))
    is_asked = (Award.year == last) | Award.title.in_(pw.SQL("(SELECT value FROM json_each(?))", (asked,)))
    query = (
        Award.select(Award.person, Award.year, Award.title, AwardRevocation.id)
        .join(AwardRevocation, pw.JOIN.LEFT_OUTER, on=(AwardRevocation.award == Award.id))
        .where(Award.person.is_null(False) & Award.year.between(first, last) & is_asked & of_merit)
    )
    for person, year, title, revocation in fetch(query):
        key = keys[title]
        if key is not None:
            found[person].append(HeldAward(key, year, revocation is not None))
    return found


def _initiatives(first: int, last: int) -> Mapping[int, list[InitiativeFact]]:
    """Those of the years, with what they served at any time."""
    found: dict[int, list[InitiativeFact]] = defaultdict(list)
    uses, width, years = _uses(), cache(_width), _years(first, last)
    fields = (
        InitiativeAuthor.person, Initiative.id, Initiative.campaign, Initiative.scope, Initiative.result
    )  # fmt: skip
    query = InitiativeAuthor.select(*fields).join(Initiative, on=(InitiativeAuthor.initiative == Initiative.id))
    for person, initiative, campaign, scope, result in fetch(query.where(Initiative.campaign.in_(list(years)))):
        is_recognised = None if result is None else result == RECOGNISED
        earlier = uses.get((initiative, person))
        served = NEVER if earlier is None else tuple(earlier)
        found[person].append(InitiativeFact(initiative, years[campaign], width(scope), is_recognised, served))
    return found


def _years(first: int, last: int) -> Mapping[int, int]:
    """Campaign → its year."""
    return dict(fetch(Campaign.select(Campaign.id, Campaign.year).where(Campaign.year.between(first, last))))


def _width(scope: str | None) -> Scope | None:
    return SCOPES.value(scope) if scope in SCOPES.known else None


def _uses() -> Mapping[tuple[int, int], list[EarlierUse]]:
    """What each initiative served for each person and still serves; what is only proposed counts from the day on which
    its year is decided."""
    found: dict[tuple[int, int], list[EarlierUse]] = defaultdict(list)
    fields = (
        InitiativeUse.initiative, InitiativeUse.person, InitiativeUse.title, InitiativeUse.year,
        InitiativeUse.decided_on, Campaign.decision_on,
    )  # fmt: skip
    query = (
        InitiativeUse.select(*fields)
        .join(Proposal, pw.JOIN.LEFT_OUTER, on=(InitiativeUse.proposal == Proposal.id))
        .join(Campaign, pw.JOIN.LEFT_OUTER, on=(Proposal.campaign == Campaign.id))
        .where(InitiativeUse.person.is_null(False) & standing())
    )
    meant = cache(titles.key_of)
    for initiative, person, title, year, decided_on, expected_on in fetch(query):
        when = day(decided_on) or day(expected_on) or date(year, 12, 31)
        found[initiative, person].append(EarlierUse(meant(title), year, when))
    return found


def _changes(facts: YearFacts) -> tuple[Mapping[int, list[StudyFact]], Mapping[int, list[MoveFact]]]:
    """Studies and moves of the year; leaves are working time and no condition asks about them."""
    studies: dict[int, list[StudyFact]] = defaultdict(list)
    moves: dict[int, list[MoveFact]] = defaultdict(list)
    fields = (
        PersonnelChange.person, PersonnelChange.kind, PersonnelChange.from_on, PersonnelChange.until_on,
        PersonnelChange.detail,
    )  # fmt: skip
    query = PersonnelChange.select(*fields).where(PersonnelChange.campaign == facts.year.id)
    for person, written, from_on, until_on, detail in fetch(query.order_by(PersonnelChange.position)):
        kind, first, words = _CHANGES.get(written), day(from_on), detail or ""
        if kind is ChangeKind.STUDY and first is not None:
            last = day(until_on) or facts.year.last_day
            studies[person].append(StudyFact(first, last, is_fair_result(words)))
        elif kind in _MOVES:
            moves[person].append(MoveFact(kind is ChangeKind.SECONDMENT, first, words))
    return studies, moves
