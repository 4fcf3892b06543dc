"""Nhật ký: every recorded step, what it touched, and its undo. Shows and asks; history does the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import OperationId
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services import history, history_detail
from thidua_gui.services.history import Operation
from thidua_gui.services.history_detail import TouchedRows
from thidua_gui.text import history as wording
from thidua_gui.ui import messages, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

_AT_ONCE = 200
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
        self._undo = push(wording.UNDO, "arrow-back-up")
        self._older = push(wording.OLDER)
        self._shown = _label("muted")
        self._detail = Card(wording.TOUCHED, "list-search")
        self._title = _label("strong")
        self._touched = _label("table")
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
        self.context.jobs.run(lambda progress: history.operations(max(_AT_ONCE, len(self._rows))), self._show)

    def _show(self, rows: tuple[Operation, ...]) -> None:
        self._rows = rows
        self._model.set_rows(rows)
        self._shown.setText(wording.steps_shown(len(rows)))
        self._older.setEnabled(bool(rows) and len(rows) % _AT_ONCE == 0)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_detail(self._grid.current_row_id)

    def _show_older(self) -> None:
        last = self._rows[-1].id if self._rows else None
        self.context.jobs.run(
            lambda progress: history.operations(_AT_ONCE, before=last), lambda older: self._show((*self._rows, *older))
        )

    def _current(self) -> Operation | None:
        chosen = self._grid.current_row_id
        return next((row for row in self._rows if row.id == chosen), None)

    def _show_detail(self, row_id: int | None) -> None:
        step = next((row for row in self._rows if row.id == row_id), None)
        self._undo.setEnabled(step is not None and not step.undone and not step.barrier)
        self._undo.setText(wording.REDO if step is not None and step.kind == "undo" else wording.UNDO)
        self._title.setText("" if step is None else step.title)
        if step is None:
            self._touched.setText(wording.NO_ROW)
            return
        wanted = step.id

        def show(found: tuple[TouchedRows, ...]) -> None:
            current = self._current()
            if current is not None and current.id == wanted:
                lines = [wording.touched(item.table, item.action, item.rows) for item in found]
                self._touched.setText("\n".join(lines))

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
        self._detail.setFixedWidth(theme.px(344))
        self._touched.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self._title, self._touched):
            widget.setWordWrap(True)
            self._detail.body.addWidget(widget)
        self._detail.body.addStretch(1)
        self._detail.body.addWidget(self._undo)
        foot = QHBoxLayout()
        foot.addWidget(self._shown, 1)
        foot.addWidget(self._older)
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        left.addWidget(self._grid, 1)
        left.addLayout(foot)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        row.setSpacing(theme.px(16))
        row.addLayout(left, 1)
        row.addWidget(self._detail)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty)

    def _connect(self) -> None:
        self._grid.current_row_changed.connect(self._show_detail)
        self._undo.clicked.connect(self._take_back)
        self._older.clicked.connect(self._show_older)


def _columns() -> list[Column[Operation]]:
    contains, choice = FilterKind.CONTAINS, FilterKind.CHOICE
    return [
        Column(
            key="at", title=wording.WHEN, kind=Kind.DATE, width=140, sort_key=lambda row: row.id,
            text=lambda row: f"{date_text(row.at.date())} {row.at:%H:%M:%S}",
        ),
        Column(key="title", title=wording.WHAT, text=lambda row: row.title, look=Look.STRONG, width=320, stretch=True,
               filter=contains),
        Column(key="kind", title=wording.KIND, text=lambda row: wording.KINDS[row.kind], width=96, filter=choice),
        Column(key="user", title=wording.WHO, text=lambda row: row.user, width=120, filter=choice),
        Column(key="reason", title=wording.WHY, text=lambda row: row.reason, width=160, filter=contains),
        Column(key="state", title=wording.STATE, kind=Kind.CHIP, chip=_state, width=140, filter=choice),
    ]  # fmt: skip


def _state(row: Operation) -> Chip:
    return Chip(wording.NUMBERED, Tone.INFO, "lock") if row.barrier else _STATE[row.undone]


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label
