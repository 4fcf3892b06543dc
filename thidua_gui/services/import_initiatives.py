"""Plans the initiatives of a year workbook, their authors and what they served. Knows no rule about uses.

Kind, texts, shares and uses are columns and a sheet that a workbook need not have: what it says nothing of stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from db.models.evidence import Evidence
from db.models.initiatives import Initiative, InitiativeAuthor, InitiativeUse
from thidua_gui.core.workbook.rows import InitiativeRow, SheetKey, YearWorkbook
from thidua_gui.services.import_campaign import merge_list, title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fate, Fields, Plan, numbered, rows_by

_ADDED = ("kind", "summary", "effect", "applied_at", "recognised_by")
_SUBJECT = ("initiative", "person", "unit", "year", "title")


def plan_initiatives(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Both sheets, each only if the workbook has it."""
    ids = {row.code: row.id for row in Initiative.select().where(Initiative.campaign == campaign)}
    gone: set[int] = set()
    if SheetKey.INITIATIVES in book.present:
        held = set(ids.values())
        ids = _plan_rows(plan, book, campaign)
        gone = held - set(ids.values())
        _plan_authors(plan, book, campaign, codes, ids)
        _take_away(plan, gone)
    if SheetKey.INITIATIVE_USES in book.present:
        _plan_uses(plan, book, codes, ids)


def _plan_rows(plan: Plan, book: YearWorkbook, campaign: int) -> dict[str, int]:
    told = [name for name in _ADDED if any(getattr(row, name) is not None for row in book.initiatives)]
    wanted = [
        {
            "code": row.code,
            "name": row.name,
            "scope": row.scope,
            "recognised_on": row.recognised_on,
            "decision_number": row.decision_number,
            "result": row.result,
            **{name: _stored(getattr(row, name)) for name in told},
        }
        for row in book.initiatives
    ]
    ids = merge_list(plan, SheetKey.INITIATIVES, Initiative, campaign, wanted, ("code",))
    return {key[0][0]: row_id for key, row_id in ids.items()}


def _stored(value: Any) -> str | None:
    """A kind as its key; peewee would keep the enumeration's member otherwise."""
    return None if value is None else str(value)


def _plan_authors(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes, ids: Mapping[str, int]) -> None:
    lines = {row.id: row.code for row in Initiative.select().where(Initiative.campaign == campaign)}
    lines |= {row_id: code for code, row_id in ids.items()}
    mine = Initiative.select(Initiative.id).where(Initiative.campaign == campaign)
    existing = rows_by(InitiativeAuthor.select().where(InitiativeAuthor.initiative.in_(mine)), _author)
    has_shares = any(row.shares is not None for row in book.initiatives)
    rows: Iterable[Fields] = (
        {
            "initiative": ids[row.code], "person": codes.people[author], "position": place,
            **({"share": share} if has_shares else {}),
        }
        for row in book.initiatives
        for place, (author, share) in enumerate(zip(row.authors, _shares(row), strict=True), 1)
    )  # fmt: skip
    wanted = {_author(row): row for row in rows}
    plan.merge(InitiativeAuthor, title(SheetKey.INITIATIVES), existing, wanted, lambda key: ((lines[key[0]],), 0))


def _shares(row: InitiativeRow) -> list[int | None]:
    if row.shares is None:
        return [None] * len(row.authors)
    return [None if share is None else share.hundredths for share in row.shares]


def _author(row: Fields) -> tuple[int, int]:
    return row["initiative"], row["person"]


def _take_away(plan: Plan, gone: Collection[int]) -> None:
    """With an initiative go its files' places and what it served, counted as lines lost; undo brings them back."""
    for model, sheet in ((Evidence, SheetKey.INITIATIVES), (InitiativeUse, SheetKey.INITIATIVE_USES)):
        for row in model.select(model.id).where(model.initiative.in_(list(gone))) if gone else ():
            plan.delete(model, row.id)
            plan.note(title(sheet), (model, row.id), Fate.REMOVED)


def _plan_uses(plan: Plan, book: YearWorkbook, codes: Codes, ids: Mapping[str, int]) -> None:
    """What somebody rested on an initiative whom the workbook does not list stays: it cannot tell of them."""
    listed = set(codes.people.values()), set(codes.units.values())
    notes = any(row.note is not None for row in book.initiative_uses)
    mine = InitiativeUse.initiative.in_(list(ids.values())) & InitiativeUse.proposal.is_null()
    query = InitiativeUse.select().where(mine).order_by(InitiativeUse.id)
    rows = cast(Iterable[Fields], query.dicts())
    held = [row for row in rows if row["person"] in listed[0] or row["unit"] in listed[1]]
    wanted = [
        {
            "initiative": ids[row.initiative], **codes.subject(row.subject), "year": row.year, "title": row.title,
            "decided_on": row.decided_on, **({"note": row.note} if notes else {}),
        }
        for row in book.initiative_uses
    ]  # fmt: skip
    existing = numbered((_use(row), row) for row in held)
    plan.merge(InitiativeUse, title(SheetKey.INITIATIVE_USES), existing, numbered((_use(row), row) for row in wanted))


def _use(row: Fields) -> tuple[object, ...]:
    return tuple(row[name] for name in _SUBJECT)
