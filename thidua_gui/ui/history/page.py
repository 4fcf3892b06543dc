"""Nhật ký: every recorded step, what it touched, and its undo. Shows and asks; history does the work."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import OperationId
from thidua_gui.services import history, history_detail
from thidua_gui.services.history import Operation
from thidua_gui.services.history_detail import TouchedRows
from thidua_gui.text import history as wording
from thidua_gui.ui import messages, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.history.step_card import StepCard
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.beside import Beside
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

_AT_ONCE = 200
_SIDE = 304
_SIDE_BY_SIDE = 1000
"""Narrower than this what a step changed stands below the list."""
_STATE = {
    True: Chip(wording.UNDONE, Tone.NEUTRAL, "arrow-back-up"),
    False: Chip(wording.IN_EFFECT, Tone.OK, "circle-check"),
}


class HistoryPage(Page):
    """The change log in words, newest first."""

    key = "history"
    icon = "history"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: tuple[Operation, ...] = ()
        self._model: SnapshotModel[Operation] = SnapshotModel(_columns())
        self._grid = GridView(self._model)
        self._grid.setAccessibleName(wording.TITLE)
        self._older = push(wording.OLDER)
        self._shown = _label("muted")
        self._detail = StepCard()
        self._empty = EmptyState("history", wording.EMPTY, wording.EMPTY_WHY)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return wording.SUBTITLE

    def on_changes(self, changes: object) -> None:
        self.refresh()

    def reload(self) -> None:
        self._read(max(_AT_ONCE, len(self._rows)), None, ())

    def panes(self) -> list[QWidget]:
        return [self._grid, self._detail.undo]

    def _read(self, count: int, before: OperationId | None, above: tuple[Operation, ...]) -> None:
        """One row more than shown is asked for, to know whether there are older ones."""

        def show(found: tuple[Operation, ...]) -> None:
            self._show((*above, *found[:count]), has_more=len(found) > count)

        self.context.jobs.run(lambda progress: history.operations(count + 1, before), show)

    def _show(self, rows: tuple[Operation, ...], *, has_more: bool) -> None:
        self._rows = rows
        self._model.set_rows(rows)
        self._shown.setText(wording.steps_shown(len(rows), has_more=has_more))
        self._older.setVisible(has_more)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows and self._current() is None:
            self._grid.select_row(rows[0].id)
        self._show_detail(self._grid.current_row_id)

    def _show_older(self) -> None:
        if self._rows:
            self._read(_AT_ONCE, self._rows[-1].id, self._rows)

    def _current(self) -> Operation | None:
        chosen = self._grid.current_row_id
        return next((row for row in self._rows if row.id == chosen), None)

    def _show_detail(self, row_id: int | None) -> None:
        step = next((row for row in self._rows if row.id == row_id), None)
        self._detail.show_step(step)
        if step is None:
            return
        wanted = step.id

        def show(found: tuple[TouchedRows, ...]) -> None:
            current = self._current()
            if current is not None and current.id == wanted:
                self._detail.show_touched(found)

        self.context.jobs.run(lambda progress: history_detail.touched_rows(wanted), show)

    def _take_back(self) -> None:
        step = self._current()
        if step is not None:
            self.context.jobs.command(
                lambda progress: history.undo(step.id), failed=lambda problem: self._ask(step, problem)
            )

    def _ask(self, step: Operation, problem: Problem) -> None:
        """Later steps touch the same rows: say which, and undo only if that is wanted."""
        if problem.code != "undo_conflicts":
            messages.show_problem(self, problem)
            return
        later = problem.details.get("later")
        titles = [str(item) for item in later] if isinstance(later, tuple) else []
        words = wording.conflict(step.title, titles)
        if messages.confirm(self, wording.CONFLICT_TITLE, words, wording.CONFLICT_VERB, danger=True):
            self._force(step.id)

    def _force(self, operation_id: OperationId) -> None:
        self.context.jobs.command(lambda progress: history.undo(operation_id, over_later_changes=True))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._shown, 1)
        foot.addWidget(self._older)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(GridPanel(self._grid), 1)
        column.addLayout(foot)
        whole = QWidget()
        frame = QVBoxLayout(whole)
        frame.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        frame.addWidget(Beside(left, self._detail, least=_SIDE_BY_SIDE, side_width=_SIDE))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)

    def _connect(self) -> None:
        self._grid.current_row_changed.connect(self._show_detail)
        self._grid.opened.connect(lambda _: self._detail.undo.setFocus())
        self._detail.undo.clicked.connect(self._take_back)
        self._older.clicked.connect(self._show_older)


def _columns() -> list[Column[Operation]]:
    contains, choice = FilterKind.CONTAINS, FilterKind.CHOICE
    return [
        Column(
            key="at", title=wording.WHEN, kind=Kind.DATE, width=176, sort_key=lambda row: row.id, filter=contains,
            text=lambda row: wording.moment(row.at),
        ),
        Column(key="title", title=wording.WHAT, text=lambda row: row.title, look=Look.STRONG, width=200, stretch=True,
               filter=contains),
        Column(key="kind", title=wording.KIND, text=lambda row: wording.KINDS[row.kind], width=100, filter=choice),
        Column(key="user", title=wording.WHO, text=lambda row: row.user, width=136, filter=choice),
        Column(key="state", title=wording.STATE, kind=Kind.CHIP, chip=_state, width=148, filter=choice),
    ]  # fmt: skip


def _state(row: Operation) -> Chip:
    return Chip(wording.NUMBERED, Tone.INFO, "lock") if row.barrier else _STATE[row.undone]


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label
