"""Plans the criteria, thresholds, scores and results of a year workbook. Knows no total and proposes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import peewee as pw

from db.models.scoring import (
    CriteriaSheet,
    CriteriaSheetGroup,
    Criterion,
    DraftInput,
    Rating,
    RatingThreshold,
    Score,
    ScoreComment,
    TeachingAward,
)
from thidua_gui.core.errors import UserError
from thidua_gui.core.scoring import parent_places
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook.rows import CriterionRow, SheetKey, YearWorkbook
from thidua_gui.services.import_campaign import PlannedYear, title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fields, Plan, rows_by

_SCHOOL_LEVELS = {"teaching_faculty": TeachingLevel.FACULTY, "teaching_school": TeachingLevel.SCHOOL}
_Cell = tuple[int, int, int]
_Numbers = Mapping[str, int]


def plan_scoring(plan: Plan, book: YearWorkbook, year: PlannedYear, codes: Codes) -> None:
    """Everything about scores; a sheet that the workbook does not have is left as it is."""
    campaign = year.campaign
    if SheetKey.THRESHOLDS in book.present:
        _plan_thresholds(plan, book, campaign)
    if SheetKey.CRITERIA in book.present:
        criteria = _plan_criteria(plan, book, campaign)
        for code in book.score_sheets:
            _plan_scores(plan, book, code, criteria[code], codes, year)
    _plan_unit_ratings(plan, book, campaign, codes)
    if SheetKey.RESULTS in book.present:
        _plan_results(plan, book, campaign, codes)


def _plan_thresholds(plan: Plan, book: YearWorkbook, campaign: int) -> None:
    mine = RatingThreshold.select().where(RatingThreshold.campaign == campaign)
    wanted = {
        row.rating.value: {"campaign": campaign, "rating": row.rating.value, "from_points": row.from_points.hundredths}
        for row in book.thresholds
    }
    plan.merge(RatingThreshold, title(SheetKey.THRESHOLDS), rows_by(mine, lambda row: str(row["rating"])), wanted)


def _plan_criteria(plan: Plan, book: YearWorkbook, campaign: int) -> dict[str, _Numbers]:
    """The ids of the criteria by sheet and number."""
    by_code: dict[str, list[CriterionRow]] = {}
    for row in book.criteria:
        by_code.setdefault(row.sheet, []).append(row)
    current = CriteriaSheet.campaign == campaign, CriteriaSheet.superseded_by.is_null()
    existing = rows_by(CriteriaSheet.select().where(*current), lambda row: str(row["code"]))
    lines = {code: (code, rows[0].number) for code, rows in by_code.items()}
    wanted = {code: {"campaign": campaign, "code": code, "position": place} for place, code in enumerate(by_code, 1)}
    name = title(SheetKey.CRITERIA)
    ids = plan.merge(CriteriaSheet, name, existing, wanted, lambda code: lines.get(code, code))
    codes = {row["id"]: code for code, row in existing.items()} | {sheet: code for code, sheet in ids.items()}
    _plan_staff_groups(plan, by_code, ids, codes, lines)
    numbers = _plan_lines(plan, by_code, ids, codes)
    return {code: {number: numbers[ids[code], number] for number in _numbers(rows)} for code, rows in by_code.items()}


def _numbers(rows: Iterable[CriterionRow]) -> list[str]:
    return [row.number for row in rows]


def _plan_staff_groups(
    plan: Plan,
    by_code: Mapping[str, list[CriterionRow]],
    ids: Mapping[str, int],
    codes: Mapping[int, str],
    lines: Mapping[str, tuple[str, str]],
) -> None:
    mine = CriteriaSheetGroup.select().where(CriteriaSheetGroup.sheet.in_(list(codes)))
    wanted = {
        (ids[code], group): {"sheet": ids[code], "staff_group": group, "position": place}
        for code, rows in by_code.items()
        for place, group in enumerate(rows[0].staff_groups, 1)
    }
    existing = rows_by(mine, lambda row: (int(row["sheet"]), str(row["staff_group"])))
    name = title(SheetKey.CRITERIA)
    plan.merge(CriteriaSheetGroup, name, existing, wanted, lambda key: lines.get(codes[key[0]], codes[key[0]]))


def _plan_lines(
    plan: Plan, by_code: Mapping[str, list[CriterionRow]], ids: Mapping[str, int], codes: Mapping[int, str]
) -> dict[tuple[int, str], int]:
    mine = Criterion.select().where(Criterion.sheet.in_(list(codes)))
    existing = rows_by(mine, lambda row: (int(row["sheet"]), str(row["number"])))
    keys = {(ids[code], number): code for code, rows in by_code.items() for number in _numbers(rows)}
    row_ids = {key: existing[key]["id"] if key in existing else plan.reserve(Criterion) for key in keys}
    wanted: dict[tuple[int, str], Fields] = {}
    for code, rows in by_code.items():
        parents = parent_places([(row.number, row.kind) for row in rows])
        for place, (row, parent) in enumerate(zip(rows, parents, strict=True), 1):
            wanted[ids[code], row.number] = {
                "sheet": ids[code],
                "parent": None if parent is None else row_ids[ids[code], rows[parent].number],
                "position": place,
                "number": row.number,
                "content": row.content,
                "kind": row.kind.value,
                "maximum": row.maximum.hundredths,
                "step": None if row.step is None else row.step.hundredths,
            }
    name = title(SheetKey.CRITERIA)
    plan.merge(Criterion, name, existing, wanted, lambda key: (codes[key[0]], key[1]), row_ids)
    _drop_dependents(plan, [row["id"] for key, row in existing.items() if key not in wanted])
    return row_ids


def _drop_dependents(plan: Plan, criteria: Collection[int]) -> None:
    """What was scored, typed or said about criteria that are no more."""
    models: tuple[Any, ...] = (Score, DraftInput, ScoreComment)
    for model in models if criteria else ():
        for row in model.select(model.id).where(model.criterion.in_(list(criteria))):
            plan.delete(model, row.id)


def _plan_scores(
    plan: Plan, book: YearWorkbook, code: str, criteria: _Numbers, codes: Codes, year: PlannedYear
) -> None:
    """A cell of the sheet that is empty has no score; what was typed and refused gives way to a score."""
    wanted: dict[_Cell, Fields] = {}
    for row in book.scores:
        if row.sheet == code:
            stage, person = year.stages[row.stage], codes.people[row.person]
            for number, points in row.scores:
                cell = {"stage": stage, "person": person, "criterion": criteria[number], "points": points.hundredths}
                wanted[stage, person, criteria[number]] = cell
    sheet = CriteriaSheet.select(CriteriaSheet.id).where(
        CriteriaSheet.campaign == year.campaign, CriteriaSheet.code == code, CriteriaSheet.superseded_by.is_null()
    )
    of_sheet = Criterion.select(Criterion.id).where(Criterion.sheet.in_(sheet))
    existing = _cells(Score, year, of_sheet)
    _refuse_closed(existing, wanted, year)
    plan.merge(Score, f"{title(SheetKey.SCORES)} {code}", existing, wanted, lambda key: (key[1], key[0]))
    for place, draft in _cells(DraftInput, year, of_sheet).items():
        if place in wanted:
            plan.delete(DraftInput, draft["id"])


def _cells(model: Any, year: PlannedYear, of_sheet: pw.ModelSelect[Criterion]) -> dict[_Cell, Fields]:
    query = model.select().where(model.stage.in_(list(year.stages.values())), model.criterion.in_(of_sheet))
    return rows_by(query, lambda row: (row["stage"], row["person"], row["criterion"]))


def _refuse_closed(existing: Mapping[_Cell, Fields], wanted: Mapping[_Cell, Fields], year: PlannedYear) -> None:
    """Scores of a closed stage stand; a workbook that says the same is welcome."""
    for stage, name in year.closed.items():
        now, then = (
            {cell: row["points"] for cell, row in rows.items() if cell[0] == stage} for rows in (existing, wanted)
        )
        if now != then:
            raise UserError("stage_closed", stage=name)


def _plan_unit_ratings(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    lines = {row_id: code for code, row_id in codes.units.items()}
    mine = Rating.select().where(Rating.campaign == campaign, Rating.unit.is_null(False))
    wanted = {
        codes.units[unit.code]: {"campaign": campaign, "unit": codes.units[unit.code], "rating": unit.rating.value}
        for unit in book.units
        if unit.rating is not None
    }
    existing = rows_by(mine, lambda row: int(row["unit"]))
    plan.merge(Rating, title(SheetKey.UNITS), existing, wanted, lambda unit: lines.get(unit, str(unit)))


def _plan_results(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    name = title(SheetKey.RESULTS)
    decided = Rating.select().where(Rating.campaign == campaign, Rating.person.is_null(False))
    ratings = {
        codes.people[row.person]: {"campaign": campaign, "person": codes.people[row.person], "rating": row.rating.value}
        for row in book.results
        if row.rating is not None
    }
    plan.merge(Rating, name, rows_by(decided, lambda row: int(row["person"])), ratings)
    levels = [level.value for level in _SCHOOL_LEVELS.values()]
    held = TeachingAward.select().where(TeachingAward.campaign == campaign, TeachingAward.level.in_(levels))
    awards = {
        (codes.people[row.person], level.value): {
            "campaign": campaign,
            "person": codes.people[row.person],
            "level": level.value,
        }
        for row in book.results
        for mark, level in _SCHOOL_LEVELS.items()
        if getattr(row, mark)
    }
    existing = rows_by(held, lambda row: (int(row["person"]), str(row["level"])))
    plan.merge(TeachingAward, name, existing, awards, lambda key: key[0])
