"""Initiatives of a year with authors, evidence and uses; a handful of queries whatever the number. Writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.campaigns import Campaign
from db.models.evidence import Evidence
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.organisation import Person
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, InitiativeId, PersonId
from thidua_gui.core.initiatives import Author, InitiativeKind
from thidua_gui.services import evidence, initiative_uses
from thidua_gui.services.bulk import chunks
from thidua_gui.services.campaigns import CampaignState, CampaignSummary, campaign
from thidua_gui.services.evidence import EvidenceRow
from thidua_gui.services.initiative_uses import UseRow
from thidua_gui.services.memberships import main_posts
from thidua_gui.services.naming import labelled, told_apart, unit_of
from thidua_gui.services.rows import day, fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import ordered_rows, unit_names
from thidua_gui.text.target_words import RECOGNISED

TABLES = (
    "initiatives", "initiative_authors", "initiative_uses", "evidence", "people", "memberships", "campaigns", "awards",
    "award_revocations", "units",
)  # fmt: skip
"""Whose changes change what is told here."""
FEW = 400
"""So many people are asked for by their ids; for more it is quicker to read all."""


@dataclass(frozen=True, slots=True)
class AuthorRow:
    """Tác giả with the name and unit of the year's end; `share` in hundredths of a percent, None = not stated."""

    person_id: PersonId
    code: str
    name: str
    unit: str
    share: int | None

    @property
    def author(self) -> Author:
        return Author(self.person_id, self.share)


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """Sáng kiến, đề tài; `scope` and `result` in the workbook's words, None = not known, of a result not yet."""

    id: InitiativeId
    campaign_id: CampaignId
    code: str
    name: str
    kind: InitiativeKind | None
    scope: str | None
    result: str | None
    decision_number: str | None
    recognised_on: date | None
    recognised_by: str | None
    summary: str | None
    effect: str | None
    applied_at: str | None
    authors: tuple[AuthorRow, ...]
    files: int
    uses: int


@dataclass(frozen=True, slots=True)
class InitiativeBoard:
    """The year's initiatives in their order."""

    year: int
    is_closed: bool
    rows: tuple[InitiativeRow, ...]


@dataclass(frozen=True, slots=True)
class InitiativeDetail:
    """One initiative with its files, and what it served."""

    row: InitiativeRow
    files: tuple[EvidenceRow, ...]
    uses: tuple[UseRow, ...]


@dataclass(frozen=True, slots=True)
class Unused:
    """A recognised initiative that its author has rested nothing on yet."""

    id: InitiativeId
    code: str
    name: str
    year: int
    kind: InitiativeKind | None
    scope: str | None
    recognised_on: date | None
    share: int | None


def board(campaign_id: CampaignId) -> InitiativeBoard:
    """All of a year."""
    with read():
        season = campaign(campaign_id)
        rows = _rows(season, Initiative.campaign == campaign_id)
    return InitiativeBoard(season.year, season.state is CampaignState.CLOSED, rows)


def detail(initiative_id: InitiativeId) -> InitiativeDetail:
    """One with everything; `initiative_gone` when it is no longer there."""
    with read():
        found = row_of(initiative_id)
        (row,) = _rows(campaign(CampaignId(found.campaign_id)), Initiative.id == initiative_id)
        files, uses = evidence.of_initiative(initiative_id), initiative_uses.of_initiative(initiative_id)
    return InitiativeDetail(row, files, uses)


def row_of(initiative_id: InitiativeId) -> Initiative:
    """The row itself, for services inside a transaction."""
    row = Initiative.get_or_none(Initiative.id == initiative_id)
    if row is None:
        raise UserError("initiative_gone")
    return row


def unused_for(person_id: PersonId, on: date) -> tuple[Unused, ...]:
    """What a person may still rest a title or commendation on that is decided on that day."""
    return unused_of([person_id], on).get(person_id, ())


def unused_of(people: Collection[PersonId], on: date) -> dict[PersonId, tuple[Unused, ...]]:
    """The same of many: recognised by that day (an unknown day of recognition excludes nothing) and not used by the
    author yet; a use that a revoked award stands behind counts for nothing. The earliest year first."""
    found: dict[PersonId, list[Unused]] = defaultdict(list)
    with read():
        for some in chunks(list(people)):
            used = initiative_uses.pairs_used(some)
            recognised = Initiative.recognised_on.is_null() | (Initiative.recognised_on <= on)
            query = (
                InitiativeAuthor.select(
                    InitiativeAuthor.person, InitiativeAuthor.share, Initiative.id, Initiative.code, Initiative.name,
                    Campaign.year, Initiative.kind, Initiative.scope, Initiative.recognised_on,
                )
                .join(Initiative, on=(InitiativeAuthor.initiative == Initiative.id))
                .join(Campaign, on=(Initiative.campaign == Campaign.id))
                .where(InitiativeAuthor.person.in_(some) & (Initiative.result == RECOGNISED) & recognised)
                .order_by(Campaign.year, Initiative.position, Initiative.id)
            )  # fmt: skip
            for person, share, one, code, name, year, kind, scope, when in fetch(query):
                if (one, person) not in used:
                    told = Unused(InitiativeId(one), code, name, year, _kind(kind), scope, day(when), share)
                    found[PersonId(person)].append(told)
    return {person: tuple(rows) for person, rows in found.items()}


def _rows(season: CampaignSummary, condition: pw.Expression) -> tuple[InitiativeRow, ...]:
    found = list(Initiative.select().where(condition).order_by(Initiative.position, Initiative.id))
    ids = Initiative.select(Initiative.id).where(condition)
    authors = _authors(ids, season.last_day)
    files, uses = _counts(Evidence, ids), _counts(InitiativeUse, ids)
    return tuple(_row(row, authors.get(row.id, ()), files.get(row.id, 0), uses.get(row.id, 0)) for row in found)


def _row(row: Initiative, authors: Sequence[AuthorRow], files: int, uses: int) -> InitiativeRow:
    return InitiativeRow(
        InitiativeId(row.id), CampaignId(row.campaign_id), row.code, row.name, _kind(row.kind), row.scope, row.result,
        row.decision_number, row.recognised_on, row.recognised_by, row.summary, row.effect, row.applied_at,
        tuple(authors), files, uses,
    )  # fmt: skip


def _kind(word: str | None) -> InitiativeKind | None:
    return None if word is None else InitiativeKind(word)


def _authors(ids: pw.ModelSelect[Initiative], on: date) -> Mapping[int, list[AuthorRow]]:
    query = (
        InitiativeAuthor.select(
            InitiativeAuthor.initiative, InitiativeAuthor.person, Person.code, Person.full_name, InitiativeAuthor.share
        )
        .join(Person, on=(InitiativeAuthor.person == Person.id))
        .where(InitiativeAuthor.initiative.in_(ids))
        .order_by(InitiativeAuthor.position, InitiativeAuthor.id)
    )
    rows = fetch(query)
    people = sorted({PersonId(person) for _, person, *_ in rows})
    names = names_of(people, on)
    found: dict[int, list[AuthorRow]] = defaultdict(list)
    for initiative, person, code, full_name, share in rows:
        label, unit = names.get(PersonId(person), (full_name, ""))
        found[initiative].append(AuthorRow(PersonId(person), code, label, unit, share))
    return found


def names_of(people: Sequence[PersonId], on: date) -> dict[PersonId, tuple[str, str]]:
    """For each person the name with what tells namesakes apart, and the short name of the unit on the day."""
    found: dict[PersonId, tuple[str, str]] = {}
    if not people:
        return found
    only = people if len(people) <= FEW else None
    posts, apart, short = main_posts(on, people=only), told_apart(on, only), unit_names(ordered_rows())
    for some in chunks(people):
        for person, name in fetch(Person.select(Person.id, Person.full_name).where(Person.id.in_(some))):
            one = PersonId(person)
            found[one] = labelled(name, apart.get(one, "")), unit_of(one, posts, short)
    return found


def _counts(
    model: type[Evidence] | type[InitiativeUse], ids: pw.ModelSelect[Initiative]
) -> Mapping[int, int]:
    query = model.select(model.initiative, pw.fn.COUNT(model.id)).where(model.initiative.in_(ids))
    return dict(fetch(query.group_by(model.initiative)))
