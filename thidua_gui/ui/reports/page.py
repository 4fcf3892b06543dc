"""Báo cáo - biểu mẫu: choose a summary, set what differs, look at the very PDF, save or print it."""

from __future__ import annotations

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

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.services import people, person_detail, summaries
from thidua_gui.services.score_sheets import Scope
from thidua_gui.services.summaries import Issue
from thidua_gui.text import printing as printing_words
from thidua_gui.text import reports as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import printing, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.pick_field import SHOWN, Answer, PickField, PickItem
from thidua_gui.ui.page import Page
from thidua_gui.ui.reports import drawing
from thidua_gui.ui.reports.drawing import Collected, Wanted
from thidua_gui.ui.reports.report_list import Report, ReportList
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.field import Field
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.pdf_view import PdfView
from thidua_gui.ui.widgets.segmented import Choice, Segmented

_IDLE = 300


class ReportsPage(Page):
    """Every report is drawn anew 300 ms after the last change of its settings."""

    key = "reports"
    icon = "report"
    tables = (
        "campaigns", "units", "people", "memberships", "scores", "ratings", "rating_thresholds", "targets", "launches",
        "registrations", "teaching_awards", "settings", "criteria", "criteria_sheets", "score_comments", "evidence",
        "awards", "award_revocations", "disciplines", "initiatives", "initiative_authors", "initiative_uses",
        "personnel_changes",
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._serial = 0
        self._pdf: bytes | None = None
        self._collected: Collected | None = None
        self._list = ReportList()
        self._heading = QLabel()
        self._heading.setProperty("role", "section")
        self._heading.setWordWrap(True)
        self._scope = QComboBox()
        self._scope_field = Field(wording.SCOPE, self._scope)
        self._person = PickField(self._find_people)
        self._person_field = Field(wording.PERSON, self._person, wording.PERSON_HINT)
        choices = (Choice(False, wording.FILLED), Choice(True, wording.BLANK))
        self._form = Segmented(choices, name=wording.FORM)
        self._form_field = Field(wording.FORM, self._form)
        self._number = QLineEdit()
        self._number_field = Field(wording.NUMBER, self._number, wording.NUMBER_HINT)
        self._issued_on = DateField(name=wording.ISSUED_ON)
        self._note = QLabel(wording.STYLE_NOTE)
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        self._provisional = Banner()
        self._save = push(wording.SAVE_PDF, "file-type-pdf", "primary", large=True)
        self._save_each = push(wording.SAVE_EACH, "files")
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
        """The name of a report, or a scope: the sheets of its people."""
        if isinstance(argument, str) and argument in tuple(Report):
            self._list.choose(Report(argument))
        elif isinstance(argument, Scope):
            self._list.choose(Report.SHEETS)
            self._name_person(argument.people[0] if argument.people else None)

    def _name_person(self, person_id: PersonId | None) -> None:
        if person_id is None:
            self._person.choose(None)
            self._draw()
            return

        def chosen(label: str) -> None:
            self._person.choose(PickItem(int(person_id), label))
            self._draw()

        self.context.jobs.run(lambda _: person_detail.facts(person_id).full_name, chosen)

    def _find_people(self, query: str, answer: Answer) -> None:
        campaign = self.context.campaign
        if campaign is None:
            return
        on = campaign.last_day
        self.context.jobs.run(
            lambda _: people.find(query, SHOWN, on),
            lambda found: answer([PickItem(int(one.id), one.label, one.code) for one in found]),
        )

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
        is_sheets = report is Report.SHEETS
        self._scope_field.setVisible(report is not Report.TARGETS)
        self._number_field.setVisible(report is Report.TARGETS)
        for widget in (self._person_field, self._form_field, self._save_each):
            widget.setVisible(is_sheets)
        issue = Issue(self.context.clock().date(), self._number.text().strip(), self._issued_on.day())
        wanted = Wanted(
            self._serial, report, self._scope.currentData(), issue, self._chosen_person(), bool(self._form.current())
        )
        self.context.jobs.run(
            lambda progress: drawing.collect(campaign_id, wanted), self._render, self._refuse, title=wording.OPENING
        )

    def _chosen_person(self) -> PersonId | None:
        key = self._person.key()
        return PersonId(key) if isinstance(key, int) and self._list.current() is Report.SHEETS else None

    def _render(self, collected: Collected) -> None:
        if collected.wanted.serial != self._serial:
            return
        self._collected = collected
        if collected.note:
            self._provisional.say("wa", collected.note)
        else:
            self._provisional.silence()
        self.context.jobs.render(
            lambda progress: (collected.wanted.serial, drawing.render(collected.content, progress)),
            self._show,
            self._refuse,
            title=wording.OPENING,
        )

    def _refuse(self, problem: Problem) -> None:
        """Nothing is shown that is not what was asked for."""
        self._provisional.say("er", sentence(problem))
        self._pdf = self._collected = None
        self._view.show_pdf(None)
        self._offer(False)

    def _offer(self, there: bool) -> None:
        for button in (self._save, self._save_each, self._print):
            button.setEnabled(there)

    def _show(self, drawn: tuple[int, bytes]) -> None:
        serial, pdf = drawn
        if serial == self._serial:
            self._pdf = pdf
            self._view.show_pdf(pdf)
            self._offer(True)

    def _file_name(self) -> str:
        names = {
            Report.SCORES: wording.FILE_SCORE,
            Report.SHEETS: wording.FILE_SHEETS,
            Report.TARGETS: wording.FILE_TARGET,
        }
        return names[self._list.current()].format(year=self.context.year)

    def _save_pdf(self) -> None:
        if self._pdf is None:
            return
        path = printing.ask_pdf_path(self, printing.last_folder(self.context), self._file_name())
        if path is None:
            return
        printing.remember_folder(self.context, path.parent)
        pdf = self._pdf
        self.context.jobs.render(lambda progress: drawing.write(path, pdf), self._say_saved)

    def _save_files(self) -> None:
        """A file for each person, drawn from the words that are on view."""
        contents = None if self._collected is None else self._collected.content
        if not isinstance(contents, tuple):
            return
        folder = printing.ask_folder(self, printing.last_folder(self.context))
        if folder is None:
            return
        printing.remember_folder(self.context, folder)
        self.context.jobs.render(
            lambda progress: drawing.write_each(contents, folder, progress),
            lambda count: self.context.bus.status.emit(
                printing_words.SAVED_MANY.format(count=count, name=folder.name)
            ),
            title=wording.OPENING,
        )

    def _say_saved(self, path: Path) -> None:
        self.context.bus.status.emit(printing_words.SAVED.format(name=path.name))

    def _print_pdf(self) -> None:
        if self._pdf is not None:
            printing.ask_and_print(self, self.context, self._pdf, self._list.current().label, lambda: None)

    def _change_scope(self) -> None:
        """Another scope means everybody in it."""
        self._person.choose(None)
        self._idle.start()

    def _lay_out(self) -> None:
        self._offer(False)
        settings = QFrame()
        settings.setProperty("panel", True)
        column = QVBoxLayout(settings)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(self._heading)
        column.addWidget(self._scope_field)
        column.addWidget(self._person_field)
        column.addWidget(self._form_field)
        column.addWidget(self._number_field)
        column.addWidget(Field(wording.ISSUED_ON, self._issued_on))
        column.addWidget(self._note)
        column.addWidget(self._provisional)
        column.addStretch(1)
        column.addWidget(self._save)
        column.addWidget(self._save_each)
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
        self._scope.currentIndexChanged.connect(self._change_scope)
        self._person.picked.connect(lambda _: self._idle.start())
        self._form.picked.connect(lambda _: self._idle.start())
        self._number.textEdited.connect(lambda _: self._idle.start())
        self._issued_on.day_changed.connect(lambda _: self._idle.start())
        self._idle.timeout.connect(self._draw)
        self._save.clicked.connect(self._save_pdf)
        self._save_each.clicked.connect(self._save_files)
        self._print.clicked.connect(self._print_pdf)
        for button, tip in ((self._save, wording.SAVE_TIP), (self._print, wording.PRINT_TIP)):
            button.setToolTip(tip)
        add_actions(
            self,
            [
                ("Ctrl+P", wording.PRINT_SHOWN, self._print.click),
                ("Ctrl+E", wording.SAVE_SHOWN, self._save.click),
            ],
        )
