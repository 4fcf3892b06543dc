"""Plans the criteria sheets of a year workbook: lines, whom they serve, versions. Knows no scores' worth."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from db.models.evidence import Evidence
from db.models.scoring import (
    CriteriaSheet,
    CriteriaSheetGroup,
    CriteriaSheetUnit,
    Criterion,
    DraftInput,
    Score,
    ScoreComment,
)
from db.models.stages import ScoreReason, SecondEntry
from thidua_gui.core.scoring import SheetSubject, parent_places
from thidua_gui.core.workbook.rows import SCHOOL_CODE, CriterionRow, SheetKey, YearWorkbook
from thidua_gui.services.bulk import chunks
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fate, Fields, Plan, rows_by
from thidua_gui.services.rows import fetch

Numbers = Mapping[str, int]
_OF_CRITERIA: tuple[Any, ...] = (Score, DraftInput, ScoreComment, ScoreReason, SecondEntry)
_OF_SHEETS: tuple[Any, ...] = (CriteriaSheetGroup, CriteriaSheetUnit)


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The workbook's lines by code, the id of each sheet that will be there, and the code of each that was or will."""

    rows: Mapping[str, list[CriterionRow]]
    ids: Mapping[str, int]
    codes: Mapping[int, str]

    def line(self, sheet: int) -> tuple[str, str]:
        """Where in the workbook a fact of the whole sheet stands: in its first line."""
        code = self.codes[sheet]
        return (code, self.rows[code][0].number) if code in self.rows else (code, "")


def plan_criteria(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> dict[str, Numbers]:
    """The ids of the criteria by sheet and number."""
    by_code: dict[str, list[CriterionRow]] = {}
    for row in book.criteria:
        by_code.setdefault(row.sheet, []).append(row)
    current = CriteriaSheet.campaign == campaign, CriteriaSheet.superseded_by.is_null()
    existing = rows_by(CriteriaSheet.select().where(*current), lambda row: str(row["code"]))
    wanted = {
        code: _sheet_fields(campaign, place, rows[0], is_new=code not in existing)
        for place, (code, rows) in enumerate(by_code.items(), 1)
    }
    lines = {code: (code, rows[0].number) for code, rows in by_code.items()}
    ids = plan.merge(CriteriaSheet, title(SheetKey.CRITERIA), existing, wanted, lambda code: lines.get(code, code))
    known = {row["id"]: code for code, row in existing.items()} | {sheet: code for code, sheet in ids.items()}
    sheets = _Sheets(by_code, ids, known)
    _plan_staff_groups(plan, sheets)
    _plan_units(plan, sheets, codes)
    numbers = _plan_lines(plan, sheets)
    _drop_versions(plan, campaign, [code for code in existing if code not in by_code])
    return {code: {number: numbers[ids[code], number] for number in _numbers(rows)} for code, rows in by_code.items()}


def _sheet_fields(campaign: int, place: int, first: CriterionRow, *, is_new: bool) -> Fields:
    """A sheet that is there keeps its version: what came before it has the smaller ones."""
    subject = (first.subject or SheetSubject.PERSON).value
    fields = {"campaign": campaign, "code": first.sheet, "position": place, "subject": subject}
    return fields | {"version": first.version} if is_new and first.version else fields


def _numbers(rows: Iterable[CriterionRow]) -> list[str]:
    return [row.number for row in rows]


def _plan_staff_groups(plan: Plan, sheets: _Sheets) -> None:
    mine = CriteriaSheetGroup.select().where(CriteriaSheetGroup.sheet.in_(list(sheets.codes)))
    wanted = {
        (sheets.ids[code], group): {"sheet": sheets.ids[code], "staff_group": group, "position": place}
        for code, rows in sheets.rows.items()
        for place, group in enumerate(rows[0].staff_groups or (), 1)
    }
    existing = rows_by(mine, lambda row: (int(row["sheet"]), str(row["staff_group"])))
    plan.merge(CriteriaSheetGroup, title(SheetKey.CRITERIA), existing, wanted, lambda key: sheets.line(key[0]))


def _plan_units(plan: Plan, sheets: _Sheets, codes: Codes) -> None:
    """For a sheet of people the school means all units, and so does nothing; as a unit it is scored where named."""
    mine = CriteriaSheetUnit.select().where(CriteriaSheetUnit.sheet.in_(list(sheets.codes)))
    wanted = {
        (sheets.ids[code], codes.units[unit]): {"sheet": sheets.ids[code], "unit": codes.units[unit]}
        for code, rows in sheets.rows.items()
        if SCHOOL_CODE not in (rows[0].units or ()) or rows[0].subject is SheetSubject.UNIT
        for unit in rows[0].units or ()
    }
    existing = rows_by(mine, lambda row: (int(row["sheet"]), int(row["unit"])))
    plan.merge(CriteriaSheetUnit, title(SheetKey.CRITERIA), existing, wanted, lambda key: sheets.line(key[0]))


def _plan_lines(plan: Plan, sheets: _Sheets) -> dict[tuple[int, str], int]:
    mine = Criterion.select().where(Criterion.sheet.in_(list(sheets.codes)))
    existing = rows_by(mine, lambda row: (int(row["sheet"]), str(row["number"])))
    keys = {(sheets.ids[code], number): code for code, rows in sheets.rows.items() for number in _numbers(rows)}
    row_ids = {key: existing[key]["id"] if key in existing else plan.reserve(Criterion) for key in keys}
    wanted: dict[tuple[int, str], Fields] = {}
    for code, rows in sheets.rows.items():
        sheet = sheets.ids[code]
        parents = parent_places([(row.number, row.kind) for row in rows])
        for place, (row, parent) in enumerate(zip(rows, parents, strict=True), 1):
            wanted[sheet, row.number] = {
                "sheet": sheet,
                "parent": None if parent is None else row_ids[sheet, rows[parent].number],
                "position": place,
                "number": row.number,
                "content": row.content,
                "kind": row.kind.value,
                "maximum": row.maximum.hundredths,
                "step": None if row.step is None else row.step.hundredths,
                "cap": None if row.cap is None else row.cap.hundredths,
            }
    name = title(SheetKey.CRITERIA)
    plan.merge(Criterion, name, existing, wanted, lambda key: (sheets.codes[key[0]], key[1]), row_ids)
    _drop_dependents(plan, {row["id"]: sheets.codes[key[0]] for key, row in existing.items() if key not in wanted})
    return row_ids


def _drop_dependents(plan: Plan, criteria: Mapping[int, str]) -> None:
    """What was scored, typed or said about criteria that are no more, told as lines of their sheet's scores; a file of
    evidence stays with its person. `criteria` gives the code of the sheet of each."""
    for some in chunks(list(criteria)):
        for model in _OF_CRITERIA:
            for row_id, criterion in fetch(model.select(model.id, model.criterion).where(model.criterion.in_(some))):
                plan.delete(model, row_id)
                plan.note(score_title(criteria[criterion]), (model, row_id), Fate.REMOVED)
        files = Evidence.select(Evidence.id, Evidence.criterion).where(Evidence.criterion.in_(some))
        for row_id, criterion in fetch(files):
            plan.update(Evidence, row_id, {"criterion": None})
            plan.note(score_title(criteria[criterion]), (Evidence, row_id), Fate.UPDATED)


def score_title(code: str) -> str:
    """Name of the worksheet with the scores of a criteria sheet."""
    return f"{title(SheetKey.SCORES)} {code}"


def _drop_versions(plan: Plan, campaign: int, gone: Collection[str]) -> None:
    """Older and unapplied versions of sheets that are no more."""
    other = (CriteriaSheet.campaign == campaign) & CriteriaSheet.superseded_by.is_null(False)
    versions = {row.id: row.code for row in CriteriaSheet.select().where(other & CriteriaSheet.code.in_(list(gone)))}
    criteria = {row.id: versions[row.sheet_id] for row in Criterion.select().where(Criterion.sheet.in_(list(versions)))}
    _drop_dependents(plan, criteria)
    for row_id in criteria:
        plan.delete(Criterion, row_id)
        plan.note(title(SheetKey.CRITERIA), (Criterion, row_id), Fate.REMOVED)
    for model in _OF_SHEETS:
        for row in model.select(model.id).where(model.sheet.in_(list(versions))):
            plan.delete(model, row.id)
    for row_id in versions:
        plan.delete(CriteriaSheet, row_id)
