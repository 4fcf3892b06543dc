"""Reads initiatives, their uses and the teaching awards of one year for its workbook. Judges nothing."""

from __future__ import annotations

from collections import defaultdict

from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from db.models.scoring import TeachingAward
from thidua_gui.core.initiatives import InitiativeKind
from thidua_gui.core.points import Points
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook.rows import InitiativeRow, InitiativeUseRow, TeachingRow
from thidua_gui.services.export_people import Listed
from thidua_gui.services.import_teaching import MARKS

_Share = tuple[str, int | None]


def initiative_rows(campaign: int, people: Listed) -> tuple[InitiativeRow, ...]:
    """In the year's order."""
    authors: dict[int, list[_Share]] = defaultdict(list)
    mine = Initiative.select(Initiative.id).where(Initiative.campaign == campaign)
    query = InitiativeAuthor.select().where(InitiativeAuthor.initiative.in_(mine))
    for row in query.order_by(InitiativeAuthor.position, InitiativeAuthor.id):
        authors[row.initiative_id].append((people.person_codes[row.person_id], row.share))
    found = Initiative.select().where(Initiative.campaign == campaign).order_by(Initiative.position, Initiative.id)
    return tuple(_initiative(row, authors[row.id]) for row in found)


def use_rows(campaign: int, people: Listed) -> tuple[InitiativeUseRow, ...]:
    """What the year's initiatives served, of people and units that its workbook lists; its proposals tell themselves
    what they rest on."""
    codes = {row.id: row.code for row in Initiative.select().where(Initiative.campaign == campaign)}
    mine = InitiativeUse.initiative.in_(list(codes)) & InitiativeUse.proposal.is_null()
    query = InitiativeUse.select().where(mine).order_by(InitiativeUse.id)
    return tuple(
        InitiativeUseRow(
            codes[row.initiative_id], people.subject(row), row.year, row.title, row.decided_on, row.note
        )
        for row in query
        if people.names(row)
    )


def teaching_rows(campaign: int, people: Listed) -> tuple[TeachingRow, ...]:
    """What the marks of the results cannot say: decisions, and the levels that have no mark there."""
    held = {
        (people.person_codes[row.person_id], TeachingLevel(row.level)): row
        for row in TeachingAward.select().where(TeachingAward.campaign == campaign)
    }
    told = []
    for person in people.people:
        for level in TeachingLevel:
            row = held.get((person.code, level))
            if row is None:
                continue
            decision = row.period, row.decided_on, row.decision_number, row.note
            if level not in MARKS.values() or any(each is not None for each in decision):
                told.append(TeachingRow(person.code, level, *decision))
    return tuple(told)


def _initiative(row: Initiative, authors: list[_Share]) -> InitiativeRow:
    shares = tuple(None if share is None else Points(share) for _, share in authors)
    return InitiativeRow(
        row.code, row.name, tuple(code for code, _ in authors), row.scope, row.recognised_on, row.decision_number,
        row.result, None if row.kind is None else InitiativeKind(row.kind), row.summary, row.effect, row.applied_at,
        row.recognised_by, shares if any(share is not None for share in shares) else None,
    )  # fmt: skip
