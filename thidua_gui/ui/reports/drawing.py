"""From what the reports page asks for to the bytes of its PDF: collected on the database thread, drawn in the pool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_gui.core.debts import Lack
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.progress import Progress
from thidua_gui.documents.score_sheet_content import ScoreSheetContent
from thidua_gui.documents.summary_content import ScoreSummaryContent, TargetReportContent
from thidua_gui.services import score_sheets, summaries
from thidua_gui.services.overview import year_state
from thidua_gui.services.score_sheets import Scope
from thidua_gui.services.summaries import Issue
from thidua_gui.text import reports as wording
from thidua_gui.ui.reports.report_list import Report

Content = ScoreSummaryContent | TargetReportContent | tuple[ScoreSheetContent, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drawn; a newer wish makes an older answer void. Person and blank concern the sheets alone."""

    serial: int
    report: Report
    unit_id: UnitId | None
    issue: Issue
    person_id: PersonId | None = None
    is_blank: bool = False

    @property
    def scope(self) -> Scope:
        """Whose sheets."""
        return Scope(unit_id=self.unit_id) if self.person_id is None else Scope((self.person_id,))


@dataclass(frozen=True, slots=True)
class Collected:
    """The words of a report and what its reader must be told; an empty note says nothing."""

    wanted: Wanted
    content: Content
    note: str


def collect(campaign_id: CampaignId, wanted: Wanted) -> Collected:
    """The report's words, in one read."""
    if wanted.report is Report.SHEETS:
        sheets = score_sheets.score_sheets(campaign_id, wanted.scope, wanted.issue, blank=wanted.is_blank)
        return Collected(wanted, sheets.contents, wording.sheets_skipped(sheets.skipped) if sheets.skipped else "")
    content: Content
    if wanted.report is Report.SCORES:
        content = summaries.score_summary_content(campaign_id, wanted.issue, wanted.unit_id)
    else:
        content = summaries.target_report_content(campaign_id, wanted.issue)
    missing = _missing(campaign_id, wanted)
    return Collected(wanted, content, wording.PROVISIONAL.format(missing=missing) if missing else "")


def render(content: Content, progress: Progress) -> bytes:
    """The report's pages."""
    from thidua_gui.documents.score_sheet_pages import render_score_sheets
    from thidua_gui.documents.summaries import render_score_summary, render_target_report

    if isinstance(content, ScoreSummaryContent):
        return render_score_summary(content, progress)
    if isinstance(content, TargetReportContent):
        return render_target_report(content, progress)
    return render_score_sheets(content, progress)


def write(path: Path, pdf: bytes) -> Path:
    """The file, whole or not there."""
    from thidua_gui.documents.files import write_whole

    return write_whole(path, pdf)


def write_each(contents: Sequence[ScoreSheetContent], folder: Path, progress: Progress) -> int:
    """A file for each person; how many."""
    from thidua_gui.documents.score_sheet_pages import render_each_sheet

    return len(render_each_sheet(contents, folder, progress))


def _missing(campaign_id: CampaignId, wanted: Wanted) -> int:
    """People of the scope whose unit scores are not complete."""
    debts = year_state(campaign_id, wanted.issue.data_on).debts
    return sum(debt.missing for debt in debts if debt.lack is Lack.UNIT_SCORES and _is_in(debt.unit_id, wanted))


def _is_in(unit_id: UnitId | None, wanted: Wanted) -> bool:
    return wanted.unit_id is None or wanted.report is Report.TARGETS or wanted.unit_id == unit_id
