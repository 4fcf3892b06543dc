"""Báo cáo - biểu mẫu: choose a summary, set what differs, look at the very PDF, save or print it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.progress import Progress
from thidua_gui.documents.summary_content import ScoreSummaryContent, TargetReportContent
from thidua_gui.services import summaries
from thidua_gui.services.overview import Lack, year_state
from thidua_gui.services.summaries import Issue
from thidua_gui.text import printing as printing_words
from thidua_gui.text import reports as wording
from thidua_gui.ui import printing, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.reports.report_list import Report, ReportList
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.field import Field
from thidua_gui.ui.widgets.pdf_view import PdfView

_IDLE = 300
Content = ScoreSummaryContent | TargetReportContent


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be drawn; a newer wish makes an older answer void."""

    serial: int
    report: Report
    unit_id: UnitId | None
    issue: Issue


@dataclass(frozen=True, slots=True)
class _Collected:
    wanted: _Wanted
    content: Content
    missing: int


class ReportsPage(Page):
    """Every report is drawn anew 300 ms after the last change of its settings."""

    key = "reports"
    icon = "report"
    tables = (
        "campaigns", "units", "people", "memberships", "scores", "ratings", "rating_thresholds", "targets", "launches",
        "registrations", "teaching_awards", "settings",
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._serial = 0
        self._pdf: bytes | None = None
        self._list = ReportList()
        self._heading = QLabel()
        self._heading.setProperty("role", "section")
        self._heading.setWordWrap(True)
        self._scope = QComboBox()
        self._scope_field = Field(wording.SCOPE, self._scope)
        self._number = QLineEdit()
        self._number_field = Field(wording.NUMBER, self._number, wording.NUMBER_HINT)
        self._issued_on = DateField(name=wording.ISSUED_ON)
        self._note = QLabel(wording.STYLE_NOTE)
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        self._provisional = Banner()
        self._save = push(wording.SAVE_PDF, "file-type-pdf", "primary", large=True)
        self._print = push(wording.PRINT, "printer")
        self._view = PdfView(context.jobs)
        self._empty = EmptyState("report", wording.NO_YEAR, wording.NO_YEAR_WHY)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return wording.SUBTITLE.format(count=len(Report))

    def reload(self) -> None:
        campaign_id = self.context.campaign_id
        self._stack.setCurrentIndex(0 if campaign_id is not None else 1)
        if campaign_id is not None:
            self.context.jobs.run(lambda progress: summaries.scopes(campaign_id), self._fill_scopes)
            self._draw()

    def open_argument(self, argument: object) -> None:
        if isinstance(argument, str) and argument in tuple(Report):
            self._list.choose(Report(argument))

    def _fill_scopes(self, units: tuple[tuple[UnitId, str], ...]) -> None:
        chosen = self._scope.currentData()
        self._scope.blockSignals(True)
        self._scope.clear()
        self._scope.addItem(wording.WHOLE_SCHOOL, None)
        for unit_id, name in units:
            self._scope.addItem(name, unit_id)
        self._scope.setCurrentIndex(max(0, self._scope.findData(chosen)))
        self._scope.blockSignals(False)

    def _draw(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            return
        self._serial += 1
        report = self._list.current()
        self._heading.setText(report.label)
        self._scope_field.setVisible(report is Report.SCORES)
        self._number_field.setVisible(report is Report.TARGETS)
        issue = Issue(self.context.clock().date(), self._number.text().strip(), self._issued_on.day())
        wanted = _Wanted(self._serial, report, self._scope.currentData(), issue)
        self.context.jobs.run(lambda progress: _collect(campaign_id, wanted), self._render, title=wording.OPENING)

    def _render(self, collected: _Collected) -> None:
        if collected.wanted.serial != self._serial:
            return
        if collected.missing:
            self._provisional.say("wa", wording.PROVISIONAL.format(missing=collected.missing))
        else:
            self._provisional.silence()
        self.context.jobs.render(
            lambda progress: (collected.wanted.serial, _render(collected.content, progress)),
            self._show,
            title=wording.OPENING,
        )

    def _show(self, drawn: tuple[int, bytes]) -> None:
        serial, pdf = drawn
        if serial == self._serial:
            self._pdf = pdf
            self._view.show_pdf(pdf)
            self._save.setEnabled(True)
            self._print.setEnabled(True)

    def _file_name(self) -> str:
        names = {Report.SCORES: wording.FILE_SCORE, Report.TARGETS: wording.FILE_TARGET}
        return names[self._list.current()].format(year=self.context.year)

    def _save_pdf(self) -> None:
        if self._pdf is None:
            return
        path = printing.ask_pdf_path(self, printing.last_folder(self.context), self._file_name())
        if path is None:
            return
        printing.remember_folder(self.context, path.parent)
        pdf = self._pdf
        self.context.jobs.render(lambda progress: _write(path, pdf), self._say_saved)

    def _say_saved(self, path: Path) -> None:
        self.context.bus.status.emit(printing_words.SAVED.format(name=path.name))

    def _print_pdf(self) -> None:
        if self._pdf is not None:
            printing.ask_and_print(self, self.context, self._pdf, self._list.current().label, lambda: None)

    def _lay_out(self) -> None:
        self._save.setEnabled(False)
        self._print.setEnabled(False)
        settings = QFrame()
        settings.setProperty("panel", True)
        column = QVBoxLayout(settings)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(self._heading)
        column.addWidget(self._scope_field)
        column.addWidget(self._number_field)
        column.addWidget(Field(wording.ISSUED_ON, self._issued_on))
        column.addWidget(self._note)
        column.addWidget(self._provisional)
        column.addStretch(1)
        column.addWidget(self._save)
        column.addWidget(self._print)
        left = QFrame()
        left.setProperty("panel", True)
        held = QVBoxLayout(left)
        held.setContentsMargins(theme.px(12), theme.px(8), theme.px(4), theme.px(8))
        held.addWidget(self._list)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for place, (widget, width) in enumerate(((left, 288), (settings, 256), (self._view, 600))):
            splitter.addWidget(widget)
            widget.setMinimumWidth(theme.px(min(width, 240)))
            splitter.setStretchFactor(place, int(place == 2))
        splitter.setSizes([theme.px(288), theme.px(256), theme.px(900)])
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)

    def _connect(self) -> None:
        self._list.chosen.connect(lambda _: self._draw())
        self._scope.currentIndexChanged.connect(lambda _: self._idle.start())
        self._number.textEdited.connect(lambda _: self._idle.start())
        self._issued_on.day_changed.connect(lambda _: self._idle.start())
        self._idle.timeout.connect(self._draw)
        self._save.clicked.connect(self._save_pdf)
        self._print.clicked.connect(self._print_pdf)


def _collect(campaign_id: CampaignId, wanted: _Wanted) -> _Collected:
    content: Content
    if wanted.report is Report.SCORES:
        content = summaries.score_summary_content(campaign_id, wanted.issue, wanted.unit_id)
    else:
        content = summaries.target_report_content(campaign_id, wanted.issue)
    debts = year_state(campaign_id, wanted.issue.data_on).debts
    missing = sum(debt.missing for debt in debts if debt.lack is Lack.UNIT_SCORES and _is_in(debt.unit_id, wanted))
    return _Collected(wanted, content, missing)


def _is_in(unit_id: UnitId | None, wanted: _Wanted) -> bool:
    return wanted.unit_id is None or wanted.report is Report.TARGETS or wanted.unit_id == unit_id


def _render(content: Content, progress: Progress) -> bytes:
    from thidua_gui.documents.summaries import render_score_summary, render_target_report

    if isinstance(content, ScoreSummaryContent):
        return render_score_summary(content, progress)
    return render_target_report(content, progress)


def _write(path: Path, pdf: bytes) -> Path:
    from thidua_gui.documents.files import write_whole

    return write_whole(path, pdf)
