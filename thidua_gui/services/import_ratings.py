"""Plans the ratings of a year workbook: of people and units, with reasons and days, and of Party members.

Reason, day and everything about the Party are columns that a workbook need not have: one that nobody filled in says
nothing, and what the data file holds stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from db.models.scoring import PartyRating, Rating
from thidua_gui.core.workbook.rows import ResultRow, SheetKey, UnitRow, YearWorkbook
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Plan, rows_by

_OF_RATING = {"rating_reason": "reason", "rated_on": "decided_on"}
_OF_PARTY = {"party_rated_on": "decided_on", "party_decision": "decision_number"}
_Rows = Sequence[ResultRow] | Sequence[UnitRow]


def plan_unit_ratings(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Of units; a unit without a rating in the workbook has none."""
    lines = {row_id: code for code, row_id in codes.units.items()}
    told = _told(book.units, _OF_RATING)
    wanted = {
        codes.units[row.code]: {
            "campaign": campaign, "unit": codes.units[row.code], "rating": row.rating.value, **_values(row, told),
        }
        for row in book.units
        if row.rating is not None
    }  # fmt: skip
    mine = Rating.select().where(Rating.campaign == campaign, Rating.unit.is_null(False))
    existing = rows_by(mine, lambda row: int(row["unit"]))
    plan.merge(Rating, title(SheetKey.UNITS), existing, wanted, lambda unit: lines.get(unit, str(unit)))


def plan_ratings(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Of people, as viên chức and as Party members."""
    told = _told(book.results, _OF_RATING)
    wanted = {
        codes.people[row.person]: {
            "campaign": campaign, "person": codes.people[row.person], "rating": row.rating.value, **_values(row, told),
        }
        for row in book.results
        if row.rating is not None
    }  # fmt: skip
    mine = Rating.select().where(Rating.campaign == campaign, Rating.person.is_null(False))
    plan.merge(Rating, title(SheetKey.RESULTS), rows_by(mine, lambda row: int(row["person"])), wanted)
    if any(row.party_rating is not None for row in book.results):
        _plan_party(plan, book, campaign, codes)


def _plan_party(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    told = _told(book.results, _OF_PARTY)
    wanted = {
        codes.people[row.person]: {
            "campaign": campaign, "person": codes.people[row.person], "rating": row.party_rating.value,
            **_values(row, told),
        }
        for row in book.results
        if row.party_rating is not None
    }  # fmt: skip
    mine = PartyRating.select().where(PartyRating.campaign == campaign)
    plan.merge(PartyRating, title(SheetKey.RESULTS), rows_by(mine, lambda row: int(row["person"])), wanted)


def _told(rows: _Rows, columns: Mapping[str, str]) -> dict[str, str]:
    """The columns that the workbook has something in."""
    return {key: name for key, name in columns.items() if any(getattr(row, key) is not None for row in rows)}


def _values(row: ResultRow | UnitRow, columns: Mapping[str, str]) -> dict[str, Any]:
    return {name: getattr(row, key) for key, name in columns.items()}
