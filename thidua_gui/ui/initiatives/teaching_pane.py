"""Excellent-teaching awards: people by levels as check cells, counted against the targets. Asks one service."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import PersonId
from thidua_gui.core.targets import Verdict
from thidua_gui.core.teaching import PeriodKind, TeachingLevel
from thidua_gui.services import teaching_awards
from thidua_gui.services.teaching_awards import LevelFigure, Mark, TeachingBoard, TeachingRow
from thidua_gui.text import initiatives_page as wording
from thidua_gui.text.teaching import period_kind
from thidua_gui.ui.initiatives.list_pane import ListPane
from thidua_gui.ui.initiatives.teaching_columns import FROZEN, columns
from thidua_gui.ui.initiatives.teaching_dialogs import RecordDialog
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import CellEdit
from thidua_gui.ui.widgets.segmented import Choice

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context

LECTURERS, HOLDERS, WITHOUT, EVERYONE = "lecturers", "holders", "without", "everyone"
_TONES: dict[Verdict | None, Literal["ok", "wa", "nf"]] = {
    Verdict.MET: "ok", Verdict.ABOVE: "ok", Verdict.BELOW: "wa",
}  # fmt: skip


class TeachingPane(ListPane[TeachingRow]):
    """Lecturers, and whoever else holds an award, until everybody is asked for."""

    key = "teaching"
    list_title = wording.TEACHING_TITLE
    what = wording.PEOPLE_NOUN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context, columns(lambda: not self.is_closed),
            EmptyState("school", wording.NOBODY, wording.NOBODY_WHY, wording.NOBODY_VERB), frozen=FROZEN, cells=True,
            parent=parent,
        )  # fmt: skip
        self.first_column = TeachingLevel.FACULTY.value
        self._figures: tuple[LevelFigure, ...] = ()
        self._usual = PeriodKind.CALENDAR_YEAR
        self._everyone = False
        self.add_button = push(wording.RECORD, "pencil", "primary")
        self.mark_button = push(wording.MARK, "check")
        self.mark_button.setToolTip(wording.MARK_TIP)
        self.chips = {level: Chip() for level in TeachingLevel}
        self.states_row.addStretch(1)
        for chip in self.chips.values():
            self.states_row.addWidget(chip)
        self.column.addWidget(self.panel, 1)
        self.column.addWidget(self.count)
        self.add_button.clicked.connect(self.add_new)
        self.mark_button.clicked.connect(self.open_marks)
        self.empty.acted.connect(lambda: context.bus.navigate.emit("people", None))
        self.grid.edits_requested.connect(self._write)
        self.grid.opened.connect(lambda _: self.add_new())
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._enable())

    def load(self) -> None:
        campaign_id, everyone = self.context.campaign_id, self._everyone
        if campaign_id is not None:
            self.context.jobs.run(
                lambda _: teaching_awards.board(campaign_id, everyone=everyone), self._show
            )

    def subtitle(self) -> str:
        held = [(figure.level, figure.held, figure.of) for figure in self._figures if figure.held or figure.targets]
        return wording.teaching_subtitle(self.context.year, held)

    def tools(self) -> tuple[QWidget, ...]:
        return (self.mark_button,)

    def show_states(self) -> None:
        rows = self.model.rows
        holders = sum(bool(row.awards) for row in rows)
        lecturers = [row for row in rows if row.is_lecturer]
        self.states.set_choices([
            Choice(LECTURERS, wording.LECTURERS, str(len(lecturers))),
            Choice(HOLDERS, wording.HOLDERS, str(holders)),
            Choice(WITHOUT, wording.WITHOUT, str(sum(not row.awards for row in lecturers))),
            Choice(EVERYONE, wording.EVERYONE),
        ])  # fmt: skip
        for figure in self._figures:
            self._show_figure(self.chips[figure.level], figure)
        self._enable()

    def filter_state(self, state: object) -> None:
        everyone = state == EVERYONE
        if everyone and not self._everyone:
            self._everyone = True
            self.load()
            return
        if everyone:
            self.model.accept_only(None)
        elif state == WITHOUT:
            self.model.accept_only(lambda row: row.is_lecturer and not row.awards)
        elif state == HOLDERS:
            ids = frozenset(row.id for row in self.model.rows if row.awards)
            self.model.accept_only(lambda row: row.id in ids)
        else:
            self.model.accept_only(lambda row: row.is_lecturer or bool(row.awards))
        self.show_count()

    def show_all(self) -> None:
        self.model.clear_filters()
        self.states.set_current(LECTURERS)
        self.filter_state(LECTURERS)

    def chosen(self) -> list[TeachingRow]:
        """The rows of the selected cells, else the one under the cursor."""
        ids = self.grid.selected_row_ids()
        rows = [self.model.row_of(row_id) for row_id in ids] or [self.current]
        return [row for row in rows if row is not None]

    def add_new(self) -> None:
        """Ctrl+N, Ctrl+Enter: period and decision of a level."""
        campaign_id = self.context.campaign_id
        if campaign_id is not None and not self.is_closed and self.model.rows:
            RecordDialog(
                self.context, self, campaign_id, self.context.year, self.chosen(), self.model.rows
            ).open()

    def open_marks(self) -> None:
        """Levels for the selected rows, and the period that new awards get."""
        menu = QMenu(self)
        self.fill_marks(menu)
        menu.popup(self.mark_button.mapToGlobal(QPoint(0, self.mark_button.height() + 2)))

    def fill_marks(self, menu: QMenu) -> None:
        """What the menu offers."""
        rows = self.chosen()
        people = [row.id for row in rows]
        for level in TeachingLevel:
            if any(level not in row.awards for row in rows):
                act = menu.addAction(wording.give(level, len(rows)))
                act.triggered.connect(partial(self._mark_all, people, level, True))
        menu.addSeparator()
        for level in TeachingLevel:
            held = [row.id for row in rows if level in row.awards]
            if held:
                menu.addAction(wording.take(level, len(held))).triggered.connect(
                    partial(self._mark_all, held, level, False)
                )
        menu.addSeparator()
        usual = menu.addMenu(wording.USUAL)
        for kind in PeriodKind:
            act = usual.addAction(period_kind(kind, self.context.year))
            act.setCheckable(True)
            act.setChecked(kind is self._usual)
            act.triggered.connect(partial(self._set_usual, kind))

    def _show(self, board: TeachingBoard) -> None:
        self._figures, self._usual = board.figures, board.usual
        self.show_rows(board.rows, is_closed=board.is_closed, year=board.year)

    def _show_figure(self, chip: Chip, figure: LevelFigure) -> None:
        verdicts = [target.verdict for target in figure.targets]
        worst = Verdict.BELOW if Verdict.BELOW in verdicts else next(iter(verdicts), None)
        chip.show_state(wording.figure(figure.level, figure.held, figure.of, worst), _TONES.get(worst, "nf"))
        told = [wording.target_line(target.code, target.content, target.bound) for target in figure.targets]
        chip.setToolTip(wording.figure_tip(figure.held, figure.of, told))
        chip.setVisible(bool(figure.held or figure.targets))

    def _mark_all(self, people: Sequence[PersonId], level: TeachingLevel, is_won: bool, *_: object) -> None:
        self._run([Mark(person, level, is_won) for person in people], ())

    def _write(self, edits: tuple[CellEdit, ...]) -> None:
        marks = [Mark(PersonId(edit.row_id), TeachingLevel(edit.column_key), bool(edit.text)) for edit in edits]
        self._run(marks, edits)

    def _run(self, marks: Sequence[Mark], edits: tuple[CellEdit, ...]) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None or not marks:
            return

        def refuse(problem: Problem) -> None:
            self.model.settle(edits)
            self.refuse(problem)

        self.context.jobs.command(
            lambda _: teaching_awards.mark(campaign_id, marks), lambda _: self.model.settle(edits), refuse
        )

    def _set_usual(self, kind: PeriodKind, *_: object) -> None:
        self.context.jobs.command(lambda _: teaching_awards.set_usual(kind))

    def _enable(self) -> None:
        may = not self.is_closed and bool(self.model.rows)
        self.add_button.setEnabled(may)
        self.mark_button.setEnabled(may and self.grid.current_row_id is not None)
