"""Plans the thresholds, scores and results of a year workbook. Knows no total and proposes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import peewee as pw

from db.models.scoring import (
    CriteriaSheet,
    Criterion,
    DraftInput,
    RatingThreshold,
    Score,
)
from thidua_gui.core.errors import UserError
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.sheet_rules import is_for_group
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services.import_campaign import PlannedYear, title
from thidua_gui.services.import_criteria import Numbers, plan_criteria, score_title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fields, Plan, rows_by
from thidua_gui.services.import_ratings import plan_ratings, plan_unit_ratings
from thidua_gui.services.import_teaching import plan_teaching

_Cell = tuple[int, int, int]


def plan_scoring(plan: Plan, book: YearWorkbook, year: PlannedYear, codes: Codes) -> None:
    """Everything about scores; a sheet that the workbook does not have is left as it is."""
    campaign = year.campaign
    if SheetKey.THRESHOLDS in book.present:
        _plan_thresholds(plan, book, campaign)
    if SheetKey.CRITERIA in book.present:
        criteria = plan_criteria(plan, book, campaign, codes)
        for code in book.score_sheets:
            _plan_scores(plan, book, code, criteria[code], codes, year)
    plan_unit_ratings(plan, book, campaign, codes)
    if SheetKey.RESULTS in book.present:
        plan_ratings(plan, book, campaign, codes)
    plan_teaching(plan, book, campaign, codes)


def _plan_thresholds(plan: Plan, book: YearWorkbook, campaign: int) -> None:
    mine = RatingThreshold.select().where(RatingThreshold.campaign == campaign)
    wanted = {
        row.rating.value: {"campaign": campaign, "rating": row.rating.value, "from_points": row.from_points.hundredths}
        for row in book.thresholds
    }
    plan.merge(RatingThreshold, title(SheetKey.THRESHOLDS), rows_by(mine, lambda row: str(row["rating"])), wanted)


def _plan_scores(
    plan: Plan, book: YearWorkbook, code: str, criteria: Numbers, codes: Codes, year: PlannedYear
) -> None:
    """A cell of the sheet that is empty has no score; what was typed and refused gives way to a score. What somebody
    was given here in another staff group stays: the workbook cannot tell it."""
    of_units = any(row.sheet == code and row.subject is SheetSubject.UNIT for row in book.criteria)
    owner, owners = ("unit", codes.units) if of_units else ("person", codes.people)
    wanted: dict[_Cell, Fields] = {}
    for row in book.scores:
        if row.sheet == code:
            stage, subject = year.stages[row.stage], owners[row.person]
            for number, points in row.scores:
                cell = {"stage": stage, owner: subject, "criterion": criteria[number], "points": points.hundredths}
                wanted[stage, subject, criteria[number]] = cell
    sheet = CriteriaSheet.select(CriteriaSheet.id).where(
        CriteriaSheet.campaign == year.campaign, CriteriaSheet.code == code, CriteriaSheet.superseded_by.is_null()
    )
    of_sheet = Criterion.select(Criterion.id).where(Criterion.sheet.in_(sheet))
    strangers = set() if of_units else _strangers(book, code, codes)
    existing = {
        cell: row
        for cell, row in _cells(Score, year, of_sheet, owner).items()
        if cell in wanted or cell[1] not in strangers
    }
    _refuse_closed(existing, wanted, year)
    here = set(criteria.values())
    existing = {cell: row for cell, row in existing.items() if cell[2] in here}  # the others fell with their criterion
    plan.merge(Score, score_title(code), existing, wanted, lambda key: (key[1], key[0]))
    for place, draft in _cells(DraftInput, year, of_sheet, owner).items():
        if place in wanted:
            plan.delete(DraftInput, draft["id"])


def _strangers(book: YearWorkbook, code: str, codes: Codes) -> set[int]:
    """The people of the year whose staff group the sheet is not for."""
    groups = next((row.staff_groups for row in book.criteria if row.sheet == code), None) or ()
    return {codes.people[one.code] for one in book.people if not is_for_group(groups, one.staff_group)}


def _cells(
    model: Any, year: PlannedYear, of_sheet: pw.ModelSelect[Criterion], owner: str
) -> dict[_Cell, Fields]:
    """By stage, person or unit, and criterion; rows of the other sort, from before the sheet changed its subject, get
    negative keys that nobody has."""
    other = "person" if owner == "unit" else "unit"
    query = model.select().where(model.stage.in_(list(year.stages.values())), model.criterion.in_(of_sheet))
    return rows_by(query, lambda row: (row["stage"], row[owner] or -row[other], row["criterion"]))


def _refuse_closed(existing: Mapping[_Cell, Fields], wanted: Mapping[_Cell, Fields], year: PlannedYear) -> None:
    """Scores of a closed stage stand; a workbook that says the same is welcome."""
    for stage, name in year.closed.items():
        now, then = (
            {cell: row["points"] for cell, row in rows.items() if cell[0] == stage} for rows in (existing, wanted)
        )
        if now != then:
            raise UserError("stage_closed", stage=name)
