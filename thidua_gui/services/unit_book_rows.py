"""Rows of the data file that the books of some units show, one query a kind of fact. Judges and writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import peewee as pw

from db.models.campaigns import Registration
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Person, Unit
from db.models.scoring import DraftInput, Score
from db.models.scoring import Rating as RatingRow
from db.models.submissions import UnitVote
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.unit_book.authors import Author
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services.bulk import chunks
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.rows import day, fetch

Cell = tuple[int, int, int]
"""Stage, person or unit, criterion."""


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the unit at the end of the year."""

    id: PersonId
    code: str
    name: str
    post: str
    staff_group: str | None
    joined_on: date | None


@dataclass(frozen=True, slots=True)
class Registered:
    """One registration."""

    title: str
    on: date | None
    content: str


@dataclass(frozen=True, slots=True)
class Invention:
    """Sáng kiến with its authors in their order."""

    code: str
    name: str
    kind: str | None
    scope: str | None
    summary: str
    effect: str
    result: str
    authors: tuple[Author, ...]
    names: tuple[str, ...]


def members(units: Collection[UnitId], on: date) -> dict[UnitId, list[Member]]:
    """The people whose main post on the day is in one of the units, in the office's order."""
    posts = main_posts(on, within=units)
    found: dict[UnitId, list[Member]] = defaultdict(list)
    fields = (
        Person.id, Person.code, Person.full_name, Person.staff_group, Person.joined_on, Person.position,
        Person.name_sort,
    )  # fmt: skip
    rows: list[Any] = []
    for some in chunks(list(posts)):
        rows += fetch(Person.select(*fields).where(employed(on) & Person.id.in_(some)))
    for who, code, name, group, joined, *_ in sorted(rows, key=lambda row: (row[5], row[6], row[0])):
        post = posts[PersonId(who)]
        found[post.unit_id].append(Member(PersonId(who), code, name, post.post or "", group, day(joined)))
    return found


def points_of(of: Any, stages: Sequence[int], ids: Sequence[int]) -> tuple[dict[Cell, Points], dict[Cell, str]]:
    """Scores, and texts that were refused, of these people (or units) in these stages."""
    scores: dict[Cell, Points] = {}
    drafts: dict[Cell, str] = {}
    for some in chunks(list(ids)):
        for model, column in ((Score, Score.points), (DraftInput, DraftInput.text)):
            table: Any = model
            owner = getattr(table, of)
            query = table.select(table.stage, owner, table.criterion, column)
            for stage, who, criterion, value in fetch(query.where(table.stage.in_(stages) & owner.in_(some))):
                if model is Score:
                    scores[stage, who, criterion] = Points(value)
                else:
                    drafts[stage, who, criterion] = value
    return scores, drafts


def registrations(campaign_id: CampaignId, of: str, ids: Sequence[int]) -> dict[int, list[Registered]]:
    """By person (or unit), the first one first."""
    found: dict[int, list[Registered]] = defaultdict(list)
    owner = getattr(Registration, of)
    fields = owner, Registration.title, Registration.registered_on, Registration.content
    for some in chunks(list(ids)):
        mine = (Registration.campaign == campaign_id) & owner.in_(some)
        query = Registration.select(*fields).where(mine).order_by(Registration.position, Registration.id)
        for who, title, on, content in fetch(query):
            found[who].append(Registered(title, day(on), content or ""))
    return found


def ratings(campaign_id: CampaignId, of: str, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Decided rating and reason."""
    owner = getattr(RatingRow, of)
    found: dict[int, tuple[str, str]] = {}
    for some in chunks(list(ids)):
        mine = (RatingRow.campaign == campaign_id) & owner.in_(some)
        for who, rating, reason in fetch(RatingRow.select(owner, RatingRow.rating, RatingRow.reason).where(mine)):
            found[who] = (rating, reason or "")
    return found


def votes(campaign_id: CampaignId, units: Sequence[UnitId]) -> dict[UnitId, list[UnitVote]]:
    """What each unit proposes, in its order."""
    found: dict[UnitId, list[UnitVote]] = defaultdict(list)
    for some in chunks(list(units)):
        mine = (UnitVote.campaign == campaign_id) & UnitVote.voting_unit.in_(some)
        for row in UnitVote.select().where(mine).order_by(UnitVote.position, UnitVote.id):
            found[UnitId(row.voting_unit_id)].append(row)
    return found


def inventions(campaign_id: CampaignId, people: Mapping[PersonId, UnitId]) -> dict[UnitId, list[Invention]]:
    """The initiatives of each unit's people; one with authors of two units stands with both."""
    of_year = Initiative.select(Initiative.id).where(Initiative.campaign == campaign_id)
    mine = InitiativeAuthor.select(InitiativeAuthor.initiative).where(InitiativeAuthor.initiative.in_(of_year))
    ids: set[int] = set()
    for some in chunks(list(people)):
        ids |= {row[0] for row in fetch(mine.where(InitiativeAuthor.person.in_(some)))}
    authors = _authors(sorted(ids))
    found: dict[UnitId, list[Invention]] = defaultdict(list)
    for row in _initiatives(sorted(ids)):
        written = authors[row.id]
        made = Invention(
            row.code, row.name, row.kind, row.scope, row.summary or "", row.effect or "", row.result or "",
            tuple((code, share) for _, code, _, share in written), tuple(name for _, _, name, _ in written),
        )  # fmt: skip
        for unit in dict.fromkeys(people[who] for who, *_ in written if who in people):
            found[unit].append(made)
    return found


def initiative_codes(campaign_id: CampaignId) -> frozenset[str]:
    """Every code of the year."""
    return frozenset(
        code for (code,) in fetch(Initiative.select(Initiative.code).where(Initiative.campaign == campaign_id))
    )


def initiatives_by_name(campaign_id: CampaignId) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Code and codes of the authors of every initiative of the year, by folded name."""
    rows = fetch(
        InitiativeAuthor.select(Initiative.id, Initiative.code, Initiative.name, Person.code)
        .join(Initiative, on=(InitiativeAuthor.initiative == Initiative.id))
        .join(Person, on=(InitiativeAuthor.person == Person.id))
        .where(Initiative.campaign == campaign_id)
        .order_by(Initiative.position, Initiative.id)
    )
    authors: dict[int, set[str]] = defaultdict(set)
    for row_id, _, _, person in rows:
        authors[row_id].add(person)
    found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for row_id, (code, name) in {row_id: (code, name) for row_id, code, name, _ in rows}.items():
        found[fold(tidy(name))].append((code, frozenset(authors[row_id])))
    return found


def _initiatives(ids: Sequence[int]) -> Iterator[Initiative]:
    rows: list[Initiative] = []
    for some in chunks(ids):
        rows.extend(Initiative.select().where(Initiative.id.in_(some)))
    yield from sorted(rows, key=lambda row: (row.position, row.id))


def _authors(ids: Sequence[int]) -> dict[int, list[tuple[PersonId, str, str, int | None]]]:
    found: dict[int, list[tuple[PersonId, str, str, int | None]]] = defaultdict(list)
    fields = (
        InitiativeAuthor.initiative, InitiativeAuthor.person, Person.code, Person.full_name, InitiativeAuthor.share
    )  # fmt: skip
    query = InitiativeAuthor.select(*fields).join(Person, on=(InitiativeAuthor.person == Person.id))
    for some in chunks(ids):
        ordered = query.where(InitiativeAuthor.initiative.in_(some)).order_by(
            InitiativeAuthor.position, InitiativeAuthor.id
        )
        for initiative, who, code, name, share in fetch(ordered):
            found[initiative].append((PersonId(who), code, name, share))
    return found


def codes_of_people(wanted: Iterable[str]) -> dict[str, str]:
    """The true spelling of people's codes, by capitals."""
    found: dict[str, str] = {}
    for some in chunks(sorted(wanted)):
        query = Person.select(Person.code).where(pw.fn.UPPER(Person.code).in_(some))
        found |= {code.upper(): code for (code,) in fetch(query)}
    return found


def codes_of_units(units: Sequence[int]) -> dict[int, str]:
    """Codes by id."""
    found: dict[int, str] = {}
    for some in chunks(list(units)):
        found |= dict(fetch(Unit.select(Unit.id, Unit.code).where(Unit.id.in_(some))))
    return found
