"""The demo: from a year workbook to a data file, its export, PDFs, pictures of every page and report.json.

Names and keys are a contract (see docs/DEVELOPERS.md). Runs without a screen and asks nothing.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path

from thidua_gui.core.errors import Problem
from thidua_gui.core.workbook.problems import WorkbookErrors
from thidua_gui.core.workbook.rows import YearWorkbook
from thidua_gui.services import (
    campaigns,
    data_file,
    exports,
    held_meeting,
    imports,
    report,
    report_council,
    report_rewards,
    sample,
    unit_books,
)
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.text import demo as wording
from thidua_gui.text import workbook_problems
from thidua_gui.text.errors import sentence

REFUSED = 2
DATA_FILE = "data.tdkt"
USER = "demo"


@dataclass(frozen=True, slots=True)
class _Clock:
    """Stands still three days before the results are due, so that equal workbooks give equal folders."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def run(out: Path, source: Path | None) -> int:
    """Fill the folder; 0 and one line when all is there, 2 and the errors when the workbook is refused."""
    try:
        book = imports.read_year_workbook(source or sample.workbook())
        _build(out, book, with_plan=source is None)
    except WorkbookErrors as errors:
        for line in workbook_problems.lines(errors.problems):
            print(line, file=sys.stderr)
        return REFUSED
    except Problem as problem:
        (out / DATA_FILE).unlink(missing_ok=True)
        print(sentence(problem), file=sys.stderr)
        return REFUSED
    print(wording.done(out))
    return 0


def _build(out: Path, book: YearWorkbook, *, with_plan: bool) -> None:
    clock = _Clock(_day_of(book))
    out.mkdir(parents=True, exist_ok=True)
    path = out / DATA_FILE
    path.unlink(missing_ok=True)
    data_file.create(path, user=USER, clock=clock)
    try:
        season = _filled(path, book)
        exports.export_year(season.id, out / "export.xlsx")
        if with_plan:
            sample.enrich(season.id)
        _write_report(season, out / "report.json")
        _write_documents(season, out / "pdf", clock().date())
        _write_unit_books(season, out / "units", clock())
        _write_meetings(season, out / "pdf", out / "slides")
    finally:
        data_file.close()
    _decide_on_a_copy(path, out / "report.json", clock)
    _draw_windows(path, out / "windows", clock)


def _filled(path: Path, book: YearWorkbook) -> CampaignSummary:
    """A refused workbook leaves no data file behind."""
    try:
        imports.import_year(book)
    except BaseException:
        data_file.close()
        path.unlink(missing_ok=True)
        raise
    return campaigns.campaigns()[0]


def _day_of(book: YearWorkbook) -> datetime:
    due = book.campaign.results_due_on
    if due is None:
        return datetime(book.campaign.year, 11, 16, 9, 41)
    return datetime.combine(due - timedelta(days=3), time(9, 41))


def _write_report(season: CampaignSummary, path: Path) -> None:
    """The year as it stood before its meeting; then the meeting that the workbook tells of is held."""
    found = report.year_report(season.id)
    if held_meeting.is_told(season.id):
        held_meeting.hold(season.id)
    found |= report_council.council_report(season.id)
    found |= report_rewards.rewards_report(season.id)
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_documents(season: CampaignSummary, folder: Path, today: date) -> None:
    from thidua_gui.app import demo_documents

    demo_documents.write(season, folder, today)


def _write_unit_books(season: CampaignSummary, folder: Path, at: datetime) -> None:
    """One workbook a unit; the tokens are counted, so that equal data gives equal files."""
    numbers = count(1)
    unit_books.write_books(season.id, None, folder, at, make_token=lambda: f"{season.year}-{next(numbers):06}")


def _write_meetings(season: CampaignSummary, papers: Path, slides: Path) -> None:
    from thidua_gui.app import demo_council

    demo_council.write(season, papers, slides)


def _decide_on_a_copy(path: Path, report_file: Path, clock: _Clock) -> None:
    from thidua_gui.app import demo_decision

    demo_decision.add_to(report_file, path, user=USER, clock=clock)


def _draw_windows(path: Path, folder: Path, clock: _Clock) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from thidua_gui.app import demo_windows

    demo_windows.draw(path, folder, clock)
