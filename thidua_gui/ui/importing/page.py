"""Nhập - xuất sổ năm: read a workbook, show what is wrong or what would change, write it; write the year out again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.progress import Progress
from thidua_gui.core.vietnamese import grouped
from thidua_gui.core.workbook.problems import WorkbookErrors
from thidua_gui.core.workbook.rows import YearWorkbook
from thidua_gui.services import exports, imports, sample
from thidua_gui.services.imports import ImportPreview, ImportResult
from thidua_gui.text import importing as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import messages, printing, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.importing.problem_list import ProblemList
from thidua_gui.ui.importing.result_list import ResultList
from thidua_gui.ui.importing.start_view import StartView
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.panel import GridPanel

_ENDING = ".xlsx"


@dataclass(frozen=True, slots=True)
class _Checked:
    """A workbook that was read without a problem, and what importing it would do."""

    path: Path
    book: YearWorkbook
    preview: ImportPreview


class ImportingPage(Page):
    """Nothing is written before the last step; what was chosen survives leaving the page."""

    key = "importing"
    icon = "table-import"
    tables = ("campaigns",)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._checked: _Checked | None = None
        self._done: ImportResult | None = None
        self._path: Path | None = None
        self._is_writing = False
        self._start = StartView()
        self._heading = _label("section")
        self._banner = Banner()
        self._results = ResultList()
        self._problems = ProblemList()
        self._nothing = EmptyState("table-import", wording.NOT_WRITTEN, wording.NOT_WRITTEN_WHY)
        self._lists = QStackedWidget()
        self._apply = push("", "check", "primary")
        self._open = push("", "calendar", "primary")
        self._copy = push(wording.COPY, "copy")
        self._again = push(wording.AGAIN, "refresh")
        self._other = push(wording.CANCEL, "arrow-left")
        self._steps = QStackedWidget()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return wording.SUBTITLE

    def reload(self) -> None:
        self._start.show_year(None if self.context.campaign is None else self.context.year)

    def on_changes(self, changes: Changes) -> None:
        """What is shown was true before the change: judge the file again, or begin anew after an undo."""
        super().on_changes(changes)
        checked, done = self._checked, self._done
        if done is not None and changes.operation != done.changes.operation:
            self._back()
        elif checked is not None and not self._is_writing:
            self.context.jobs.run(
                lambda progress: replace(checked, preview=imports.preview(checked.book)), self._show_again
            )

    def open_argument(self, argument: object) -> None:
        if isinstance(argument, Path):
            self._read(argument)

    def _ask_file(self) -> None:
        folder = str(printing.last_folder(self.context))
        name, _ = QFileDialog.getOpenFileName(self, wording.CHOOSE, folder, wording.EXCEL_FILTER)
        if name:
            printing.remember_folder(self.context, Path(name).parent)
            self._read(Path(name))

    def _read(self, path: Path) -> None:
        self._path = path

        def work(progress: Progress) -> _Checked:
            book = imports.read_year_workbook(path, progress)
            return _Checked(path, book, imports.preview(book))

        self.context.jobs.run(work, self._show_checked, self._show_refused, title=wording.READING)

    def _read_again(self) -> None:
        if self._path is not None:
            self._read(self._path)

    def _show_checked(self, checked: _Checked) -> None:
        self._checked, self._done = checked, None
        changed = checked.preview.changed
        self._heading.setText(wording.CHECKED.format(year=checked.preview.year))
        self._results.show_lines(checked.preview.lines)
        self._lists.setCurrentWidget(self._results_panel)
        if checked.preview.removed:
            self._banner.say("er", _losses(checked.preview))
        elif changed:
            self._banner.silence()
        else:
            self._banner.say("ok", wording.NOTHING_NEW)
        self._apply.setText(wording.APPLY.format(count=changed))
        self._show_step(apply=bool(changed), again=True)
        (self._apply if changed else self._other).setFocus()

    def _show_again(self, checked: _Checked) -> None:
        """Only if that file is still the one on screen."""
        if self._checked is not None and self._checked.book is checked.book:
            self._show_checked(checked)

    def _show_refused(self, problem: Problem) -> None:
        self._checked = self._done = None
        name = "" if self._path is None else self._path.name
        found = problem.problems if isinstance(problem, WorkbookErrors) else ()
        self._heading.setText(
            wording.REFUSED.format(name=name, count=len(found)) if found else wording.UNREADABLE.format(name=name)
        )
        self._banner.say("er", wording.REFUSED_WHY if found else sentence(problem))
        self._problems.show_problems(found)
        self._lists.setCurrentWidget(self._problems_panel if found else self._nothing)
        self._show_step(copy=bool(found), again=True)
        self._again.setFocus()

    def _write(self) -> None:
        checked = self._checked
        if checked is None or not self._may_lose(checked.preview):
            return
        self._apply.setEnabled(False)
        self._is_writing = True
        self.context.jobs.run(
            lambda progress: imports.import_year(checked.book, progress),
            self._written,
            self._not_written,
            title=wording.WRITING_IN,
        )

    def _may_lose(self, seen: ImportPreview) -> bool:
        """Ask before lines of the year disappear."""
        if not seen.removed:
            return True
        title = wording.LOSS_TITLE.format(year=seen.year, count=grouped(seen.removed))
        verb = wording.apply_with_loss(seen.changed, seen.removed)
        return messages.confirm(self, title, f"{_losses(seen)} {wording.LOSS_WHY}", verb, danger=True)

    def _written(self, result: ImportResult) -> None:
        self._is_writing = False
        self._checked, self._done = None, result
        self._heading.setText(wording.DONE.format(year=result.year))
        self._results.show_lines(result.lines)
        self._banner.say("ok", wording.UNDO_HINT if result.changed else wording.NOTHING_NEW)
        self._open.setText(wording.OPEN_YEAR.format(year=result.year))
        self._show_step(open_year=True)
        self._open.setFocus()
        self.context.bus.changed.emit(result.changes)

    def _stopped(self, _job: object) -> None:
        """The user stopped the writing: nothing was written, and it can be begun again."""
        self._is_writing = False
        self._apply.setEnabled(True)

    def _not_written(self, problem: Problem) -> None:
        self._is_writing = False
        self._banner.say("er", sentence(problem))
        self._apply.setEnabled(True)

    def _show_step(
        self, *, apply: bool = False, copy: bool = False, again: bool = False, open_year: bool = False
    ) -> None:
        self._apply.setEnabled(True)
        self._apply.setVisible(apply)
        self._copy.setVisible(copy)
        self._again.setVisible(again)
        self._open.setVisible(open_year)
        self._steps.setCurrentIndex(1)

    def _back(self) -> None:
        self._checked = self._done = None
        self._steps.setCurrentIndex(0)

    def _open_year(self) -> None:
        if self._done is not None:
            self.context.bus.year_wanted.emit(self._done.year)
            self.context.bus.navigate.emit("overview", None)
            self._back()

    def _copy_problems(self) -> None:
        self.context.bus.status.emit(wording.COPIED.format(count=self._problems.copy_all()))

    def _ask_export(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            return
        path = self._ask_target(wording.EXPORT, wording.FILE.format(year=self.context.year))
        if path is not None:
            self.context.jobs.run(
                lambda progress: exports.export_year(campaign_id, path, progress),
                lambda _: self.context.bus.status.emit(wording.EXPORTED.format(name=path.name)),
                title=wording.WRITING_OUT,
            )

    def _ask_template(self) -> None:
        path = self._ask_target(wording.TEMPLATE, wording.TEMPLATE_FILE)
        if path is not None:
            self.context.jobs.run(
                lambda progress: sample.copy_workbook(path),
                lambda _: self.context.bus.status.emit(wording.TEMPLATE_DONE.format(name=path.name)),
            )

    def _ask_target(self, title: str, proposed: str) -> Path | None:
        """Where to write a workbook; None if the user thinks better of it."""
        start = printing.last_folder(self.context) / proposed
        name, _ = QFileDialog.getSaveFileName(self, title, str(start), wording.EXCEL_FILTER)
        if not name:
            return None
        path = Path(name) if name.lower().endswith(_ENDING) else Path(name + _ENDING)
        printing.remember_folder(self.context, path.parent)
        return path

    def _lay_out(self) -> None:
        second = QWidget()
        foot = QHBoxLayout()
        for button in (self._other, self._again, self._copy):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._apply)
        foot.addWidget(self._open)
        self._results_panel, self._problems_panel = GridPanel(self._results), GridPanel(self._problems)
        for widget in (self._results_panel, self._problems_panel, self._nothing):
            self._lists.addWidget(widget)
        column = QVBoxLayout(second)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(self._heading)
        column.addWidget(self._banner)
        column.addWidget(self._lists, 1)
        column.addLayout(foot)
        self._steps.addWidget(self._start)
        self._steps.addWidget(second)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._steps)

    def _connect(self) -> None:
        self._start.import_wanted.connect(self._ask_file)
        self._start.export_wanted.connect(self._ask_export)
        self._start.template_wanted.connect(self._ask_template)
        self._apply.clicked.connect(self._write)
        self.context.jobs.cancelled.connect(self._stopped)
        self._other.clicked.connect(self._back)
        self._again.clicked.connect(self._read_again)
        self._copy.clicked.connect(self._copy_problems)
        self._open.clicked.connect(self._open_year)


def _losses(seen: ImportPreview) -> str:
    return wording.losses(seen.removed, [(line.sheet, line.removed) for line in seen.lines if line.removed])


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
