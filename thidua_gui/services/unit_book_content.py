"""The book of each of some units as it would be written now: people, scores, registrations, votes. Writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db.models.organisation import Person, Unit
from db.models.submissions import UnitVote
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.unit_book.content import Book, BookSheet, Head
from thidua_gui.documents.files import unique_names
from thidua_gui.services import unit_book_rows as rows
from thidua_gui.services.bulk import chunks
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.scoring import StageView
from thidua_gui.services.unit_book_parts import (
    Facts,
    initiative_sheet,
    rating_sheet,
    registration_sheet,
    score_sheet,
    unit_score_sheet,
    vote_sheet,
)
from thidua_gui.services.unit_book_season import Season
from thidua_gui.services.unit_tree import unit_names
from thidua_gui.text import unit_book_file as wording

_LONGEST_TITLE = 29
STAGES = (StageKey.SELF, StageKey.UNIT)
"""What a unit scores; the council's points never leave the house."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A unit and the token that its book shall carry."""

    unit_id: UnitId
    token: str


def books(year: Season, wanted: Sequence[Wanted], on: date) -> tuple[Book, ...]:
    """In the order asked for; a unit that is gone is left out. For use inside a read or write."""
    ids = [one.unit_id for one in wanted]
    units: dict[int, Unit] = {}
    for some in chunks(ids):
        units |= {row.id: row for row in Unit.select().where(Unit.id.in_(some))}
    facts = _facts(year, ids)
    codes = rows.initiative_codes(year.id)
    return tuple(
        _book(year, units[one.unit_id], one.token, facts[one.unit_id], codes, on)
        for one in wanted
        if one.unit_id in units
    )


def _facts(year: Season, units: Sequence[UnitId]) -> Mapping[UnitId, Facts]:
    people = rows.members(units, year.last_day)
    unit_of = {person.id: unit for unit, found in people.items() for person in found}
    persons = list(unit_of)
    stages: tuple[StageView, ...] = tuple(stage for stage in year.stages if stage.key in STAGES)
    stage_ids = [int(stage.id) for stage in stages]
    scores, drafts = rows.points_of("person", stage_ids, persons)
    unit_scores, unit_drafts = rows.points_of("unit", stage_ids, units)
    registered = rows.registrations(year.id, "person", persons)
    registered_units = rows.registrations(year.id, "unit", units)
    rated, rated_units = rows.ratings(year.id, "person", persons), rows.ratings(year.id, "unit", units)
    voted, inventions = rows.votes(year.id, units), rows.inventions(year.id, unit_of)
    voted_for = _voted_for(voted)
    return {
        unit: Facts(
            people=tuple(people.get(unit, ())),
            stages=stages,
            scores=scores,
            drafts=drafts,
            unit_scores=unit_scores,
            unit_drafts=unit_drafts,
            registered=registered,
            registered_units=registered_units,
            rated=rated,
            rated_units=rated_units,
            votes=tuple(voted.get(unit, ())),
            voted_for=voted_for,
            inventions=tuple(inventions.get(unit, ())),
        )
        for unit in units
    }


def _voted_for(voted: Mapping[UnitId, Sequence[UnitVote]]) -> Mapping[tuple[bool, int], tuple[str, str]]:
    """Code and name of everybody a vote is about, also of people who have left the unit since."""
    people = {row.person_id for found in voted.values() for row in found if row.person_id is not None}
    units = {row.unit_id for found in voted.values() for row in found if row.unit_id is not None}
    told: dict[tuple[bool, int], tuple[str, str]] = {}
    for some in chunks(sorted(people)):
        told |= {(False, row.id): (row.code, row.full_name) for row in Person.select().where(Person.id.in_(some))}
    for some in chunks(sorted(units)):
        told |= {(True, row.id): (row.code, row.name) for row in Unit.select().where(Unit.id.in_(some))}
    return told


def _book(year: Season, unit: Unit, token: str, facts: Facts, codes: frozenset[str], on: date) -> Book:
    sheets = _sheets(year, unit, facts, codes)
    guide = wording.guide(
        school=year.school,
        unit=unit.name,
        year=year.year.year,
        people=len(facts.people),
        sheets=[sheet.title for sheet in sheets],
        registration_due=year.due.get(MilestoneKind.REGISTRATION),
        results_due=year.due.get(MilestoneKind.RESULTS) or year.due.get(MilestoneKind.UNIT_SCORING),
    )
    head = Head(year.school, year.school_id, year.year.year, unit.code, unit.name, token)
    subjects = {person.code: person.name for person in facts.people} | {unit.code: unit.name}
    return Book(head, on, guide, sheets, subjects, year.thresholds)


def _sheets(year: Season, unit: Unit, facts: Facts, codes: frozenset[str]) -> tuple[BookSheet, ...]:
    unit_id = UnitId(unit.id)
    by_sheet: dict[int, list[rows.Member]] = {}
    for person in facts.people:
        sheet_id = year.serving.of_person(person.staff_group, unit_id)
        if sheet_id is not None:
            by_sheet.setdefault(sheet_id, []).append(person)
    scored = [
        score_sheet(year, unit, sheet, by_sheet[sheet.id], facts)
        for sheet in year.people_sheets
        if sheet.id in by_sheet and sheet.subject is SheetSubject.PERSON
    ]
    own = next((sheet for sheet in year.unit_sheets if sheet.id == year.serving.of_unit(unit_id)), None)
    collective = [] if own is None else [unit_score_sheet(year, unit, own, facts)]
    return _told_apart((
        registration_sheet(year, unit, facts),
        *scored,
        *collective,
        rating_sheet(year, unit, facts),
        initiative_sheet(year, unit, facts, codes),
        vote_sheet(year, unit, facts),
    ))


def _told_apart(sheets: Sequence[BookSheet]) -> tuple[BookSheet, ...]:
    """Excel tells worksheets apart by name without regard to case; a criteria sheet may be called like another part."""
    titles = unique_names(sheet.title for sheet in sheets)
    return tuple(
        sheet if sheet.title == title else replace(sheet, title=f"{sheet.title[:_LONGEST_TITLE]}{title[-2:]}")
        for sheet, title in zip(sheets, titles, strict=True)
    )


def people_gone(year: Season, codes: Sequence[str], unit_id: UnitId) -> Mapping[str, str]:
    """Where the people are now who stand in a book of the unit but are not of it any more."""
    found: dict[str, str] = {}
    for some in chunks(list(codes)):
        people = {row.id: row.code for row in Person.select(Person.id, Person.code).where(Person.code.in_(some))}
        here = employed(year.last_day) & Person.id.in_(list(people))
        working = {row.id for row in Person.select(Person.id).where(here)}
        posts = main_posts(year.last_day, people=[PersonId(one) for one in people])
        names = unit_names(Unit.select().where(Unit.id.in_([post.unit_id for post in posts.values()])))
        for who, code in people.items():
            post = posts.get(PersonId(who))
            if who not in working:
                found[code] = wording.GONE_LEFT
            elif post is not None and post.unit_id != unit_id:
                found[code] = wording.gone_to(names[post.unit_id])
    return found
