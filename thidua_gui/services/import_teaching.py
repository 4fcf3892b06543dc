"""Plans the excellent-teaching awards of a year workbook: the marks of its results, and their own sheet.

A workbook without that sheet says nothing of periods, decisions and the levels that the results have no column for.
"""

from __future__ import annotations

from db.models.scoring import TeachingAward
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Plan, rows_by

MARKS = {"teaching_faculty": TeachingLevel.FACULTY, "teaching_school": TeachingLevel.SCHOOL}
_DECISION = ("period", "decided_on", "decision_number", "note")
_Award = tuple[int, str]


def plan_teaching(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Awards of a level that the workbook tells of and does not give are taken away."""
    has_marks, has_sheet = SheetKey.RESULTS in book.present, SheetKey.TEACHING in book.present
    wanted: dict[_Award, dict[str, object]] = {}
    if has_marks:
        for row in book.results:
            for mark, level in MARKS.items():
                if getattr(row, mark):
                    wanted[codes.people[row.person], level.value] = dict.fromkeys(_DECISION) if has_sheet else {}
    for told in book.teaching if has_sheet else ():
        key = (codes.people[told.person], told.level.value)
        wanted[key] = {name: getattr(told, name) for name in _DECISION}
    rows = {
        key: {"campaign": campaign, "person": key[0], "level": key[1], **decision} for key, decision in wanted.items()
    }
    levels = [level.value for level in TeachingLevel if (has_marks if level in MARKS.values() else has_sheet)]
    mine = TeachingAward.select().where(TeachingAward.campaign == campaign)
    held = rows_by(mine, lambda row: (int(row["person"]), str(row["level"])))
    existing = {key: row for key, row in held.items() if key[1] in levels or key in rows}
    sheet = SheetKey.RESULTS if has_marks else SheetKey.TEACHING
    plan.merge(TeachingAward, title(sheet), existing, rows, lambda key: key[0])
