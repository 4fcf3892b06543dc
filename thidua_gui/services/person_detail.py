"""Reads everything about one person: facts, dated memberships, awards, what happened in the year. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.campaigns import Discipline, PersonnelChange, Registration
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Person, Unit
from db.models.scoring import TeachingAward
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import (
    AttachmentId,
    CampaignId,
    DisciplineId,
    MembershipId,
    PersonId,
    PersonnelChangeId,
    UnitId,
)
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.services import awards
from thidua_gui.services.awards import AwardFigures, AwardRow
from thidua_gui.services.memberships import HeldPost, last_posts, main_posts, posts_of
from thidua_gui.services.naming import told_apart
from thidua_gui.services.people import TitleMark, advanced_years, mark
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import ordered_rows


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Hồ sơ as recorded; None = not known."""

    id: PersonId
    code: str
    full_name: str
    gender: str | None
    born_on: date | None
    ethnicity: str | None
    staff_group: str | None
    joined_on: date | None
    left_on: date | None
    left_reason: str | None
    note: str | None
    portrait_id: AttachmentId | None


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A period in a unit; `is_main` marks the one that counts on the day asked for."""

    id: MembershipId
    unit_id: UnitId
    unit: str
    post: str | None
    from_on: date | None
    until_on: date | None
    is_main: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Biến động in the campaign's year; `kind` keeps the workbook's words."""

    id: PersonnelChangeId
    kind: str
    from_on: date | None
    until_on: date | None
    detail: str | None
    former_unit: str | None


@dataclass(frozen=True, slots=True)
class DisciplineRow:
    """Kỷ luật in the campaign's year; `ended_on` None = in force still, or not known."""

    id: DisciplineId
    form: str
    decided_on: date | None
    decision_number: str | None
    task_related: bool | None
    reason: str | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class PersonYear:
    """What the campaign knows of the person besides scores."""

    registered: tuple[TitleMark, ...]
    registered_on: date | None
    changes: tuple[ChangeRow, ...]
    disciplines: tuple[DisciplineRow, ...]
    teaching: tuple[TeachingLevel, ...]
    initiatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """All that the panel shows but the scores; unit and post are the last ones of somebody who has left."""

    facts: PersonFacts
    told_apart: str
    unit_id: UnitId | None
    unit: str | None
    post: str | None
    heads: tuple[str, ...]
    memberships: tuple[MembershipRow, ...]
    awards: tuple[AwardRow, ...]
    figures: AwardFigures
    advanced_years: int
    year: PersonYear | None


def detail(person_id: PersonId, on: date, year: int, campaign_id: CampaignId | None) -> PersonDetail:
    """One person on a day and in a year; `person_gone` when they are no longer there."""
    with read():
        row = row_of(person_id)
        names = {UnitId(unit.id): unit.name for unit in ordered_rows()}
        here = main_posts(on, people=[person_id]).get(person_id)
        main = here or last_posts(on, people=[person_id]).get(person_id)
        won = awards.of_person(person_id)
        heads = tuple(unit.name for unit in Unit.select().where(Unit.head == person_id).order_by(Unit.position))
        return PersonDetail(
            facts_of(row),
            told_apart(on, [person_id]).get(person_id, ""),
            None if main is None else main.unit_id,
            None if main is None else names[main.unit_id],
            None if main is None else main.post,
            heads,
            tuple(_membership(post, names[post.unit_id], here) for post in reversed(posts_of(person_id))),
            won,
            awards.figures(won),
            advanced_years(year, [person_id]).get(person_id, 0),
            None if campaign_id is None else _year(person_id, campaign_id),
        )


def facts(person_id: PersonId) -> PersonFacts:
    """The person's own row."""
    with read():
        return facts_of(row_of(person_id))


def row_of(person_id: PersonId) -> Person:
    """The row itself, for services inside a transaction."""
    row = Person.get_or_none(Person.id == person_id)
    if row is None:
        raise UserError("person_gone")
    return row


def facts_of(row: Person) -> PersonFacts:
    """A row as a value."""
    return PersonFacts(
        PersonId(row.id), row.code, row.full_name, row.gender, row.born_on, row.ethnicity, row.staff_group,
        row.joined_on, row.left_on, row.left_reason, row.note,
        None if row.portrait_id is None else AttachmentId(row.portrait_id),
    )


def _membership(post: HeldPost, unit: str, main: HeldPost | None) -> MembershipRow:
    is_main = main is not None and main.id == post.id
    return MembershipRow(post.id, post.unit_id, unit, post.post, post.from_on, post.until_on, is_main)


def _year(person_id: PersonId, campaign_id: CampaignId) -> PersonYear:
    def mine(table: type[PersonnelChange] | type[Discipline] | type[Registration]) -> pw.Expression:
        return (table.campaign == campaign_id) & (table.person == person_id)

    registrations = list(Registration.select().where(mine(Registration)).order_by(Registration.position))
    disciplines = Discipline.select().where(mine(Discipline)).order_by(Discipline.position)
    return PersonYear(
        tuple(mark(row.title) for row in registrations),
        registrations[0].registered_on if registrations else None,
        _changes(list(PersonnelChange.select().where(mine(PersonnelChange)).order_by(PersonnelChange.position))),
        tuple(
            DisciplineRow(
                DisciplineId(row.id), row.form, row.decided_on, row.decision_number, row.task_related, row.reason,
                row.ended_on,
            )
            for row in disciplines
        ),
        _teaching(person_id, campaign_id),
        _initiatives(person_id, campaign_id),
    )


def _changes(rows: Sequence[PersonnelChange]) -> tuple[ChangeRow, ...]:
    former = [row.former_unit_id for row in rows if row.former_unit_id is not None]
    names = {unit.id: unit.name for unit in Unit.select().where(Unit.id.in_(former))} if former else {}
    return tuple(
        ChangeRow(
            PersonnelChangeId(row.id), row.kind, row.from_on, row.until_on, row.detail,
            None if row.former_unit_id is None else names[row.former_unit_id],
        )
        for row in rows
    )


def _teaching(person_id: PersonId, campaign_id: CampaignId) -> tuple[TeachingLevel, ...]:
    mine = (TeachingAward.campaign == campaign_id) & (TeachingAward.person == person_id)
    held = {row.level for row in TeachingAward.select().where(mine)}
    return tuple(level for level in TeachingLevel if level in held)


def _initiatives(person_id: PersonId, campaign_id: CampaignId) -> tuple[str, ...]:
    mine = InitiativeAuthor.select(InitiativeAuthor.initiative).where(InitiativeAuthor.person == person_id)
    query = Initiative.select().where((Initiative.campaign == campaign_id) & Initiative.id.in_(mine))
    return tuple(row.name for row in query.order_by(Initiative.position))
