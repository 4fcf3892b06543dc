"""Bộ tiêu chí: the year's sheets, the lines of one, one line in full. Runs the commands; judges nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.services import criteria, criteria_edit, criteria_lines, criteria_versions
from thidua_gui.services.criteria import SheetView
from thidua_gui.services.criteria_lines import LineEdit
from thidua_gui.text import criteria as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import messages, theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.criteria.desk import SheetDesk
from thidua_gui.ui.criteria.dialogs import ApplyDialog, CopyDialog, SheetDialog
from thidua_gui.ui.criteria.line_panel import LinePanel
from thidua_gui.ui.criteria.sheet_list import SheetList
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import CellEdit

LEFT, RIGHT, ROOM = 228, 286, 1014
"""Widths of the parts; with less room than ROOM the line's panel goes under the list."""


class CriteriaPage(Page):
    """Criteria sheets are chosen at the left, edited in the middle, one line at the right."""

    key: ClassVar[str] = "criteria"
    icon: ClassVar[str] = "clipboard-list"
    tables: ClassVar[tuple[str, ...]] = (*criteria.TABLES, "scores", "draft_inputs")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._views: tuple[SheetView, ...] = ()
        self._chosen: SheetId | None = None
        self.list = SheetList()
        self.desk = SheetDesk()
        self.panel = LinePanel()
        self.empty = EmptyState("clipboard-list", wording.NO_SHEETS, wording.NO_SHEETS_WHY, wording.ADD_SHEET)
        self.copy_button = push(wording.COPY_YEAR, "copy")
        self.version_button = push(wording.NEW_VERSION, "files")
        self.add_button = push(wording.ADD_SHEET, "plus", "primary")
        self._lay_out()
        self._connect()
        self._add_actions()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        current = [view for view in self._views if not view.superseded and view.stands_for is None]
        return wording.subtitle(self.context.year, len(current)) if self._views else ""

    def header_widgets(self) -> list[QWidget]:
        if self.context.campaign_id is None:
            return []
        view = self._view()
        may_version = view is not None and view.in_use and not view.superseded and view.next_version is None
        return [self.copy_button, *([self.version_button] if may_version else []), self.add_button]

    def reload(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            self._show(())
        else:
            self.context.jobs.run(lambda _: criteria.sheets(campaign_id), self._show)

    def open_argument(self, argument: object) -> None:
        """A sheet's id shows it."""
        if isinstance(argument, int):
            self._choose(SheetId(argument))

    def panes(self) -> list[QWidget]:
        return [self.list, self.desk.grid]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panel()

    def _view(self) -> SheetView | None:
        return next((view for view in self._views if view.id == self._chosen), None)

    def _show(self, views: tuple[SheetView, ...]) -> None:
        self._views = views
        self._stack.setCurrentIndex(0 if views else 1)
        self.empty.button.setVisible(self.context.campaign_id is not None)
        if views and self._view() is None:
            self._chosen = views[0].id
        self.list.show_sheets(views, self._chosen)
        self._show_chosen()

    def _choose(self, sheet_id: SheetId) -> None:
        self._chosen = sheet_id
        self.list.show_sheets(self._views, sheet_id)
        self._show_chosen()

    def _on_chosen(self, sheet_id: SheetId) -> None:
        self._chosen = sheet_id
        self._show_chosen()

    def _show_chosen(self) -> None:
        view = self._view()
        if view is not None:
            self.desk.show_sheet(view)
        self._show_line()
        self.heading_changed.emit()

    def _show_line(self) -> None:
        view, row_id = self._view(), self.desk.grid.current_row_id
        row = None if row_id is None else self.desk.grid.model_.row_of(row_id)
        self.panel.show_line(None if view is None else view.sheet, row)
        for tool in self.desk.line_tools():
            tool.setEnabled(row is not None)

    def _run(
        self, work: Callable[[], Changes], then: Callable[[Changes], None] | None = None,
        failed: Callable[[Problem], None] | None = None,
    ) -> None:  # fmt: skip
        self.desk.problem.silence()
        self.panel.clear_errors()
        self.context.jobs.command(lambda _: work(), then, failed or self._refused)

    def _refused(self, problem: Problem) -> None:
        self.desk.tell(sentence(problem))

    def _edit_cells(self, edits: tuple[CellEdit, ...]) -> None:
        view = self._view()
        if view is None:
            return
        typed = [LineEdit(CriterionId(edit.row_id), edit.column_key, edit.text) for edit in edits]

        def refused(problem: Problem) -> None:
            self.desk.grid.model_.settle(edits)
            self._refused(problem)

        self._run(lambda: criteria_lines.edit_lines(view.id, typed), lambda _: self._settle(edits), refused)

    def _settle(self, edits: tuple[CellEdit, ...]) -> None:
        """What was typed but changes nothing (13,50 for 13,5) is shown as it is kept."""
        self.desk.grid.model_.settle(edits)

    def _edit_field(self, edit: LineEdit) -> None:
        view = self._view()
        if view is None:
            return

        def refused(problem: Problem) -> None:
            if not self.panel.show_error(str(problem.details.get("field", edit.field)), sentence(problem)):
                self._refused(problem)

        self._run(lambda: criteria_lines.edit_lines(view.id, [edit]), None, refused)

    def _add_line(self, group: bool) -> None:
        view, row_id = self._view(), self.desk.grid.current_row_id
        if view is None or not view.is_open:
            return
        after = None if row_id is None or not view.sheet.criteria else CriterionId(row_id)
        known = {int(line.id) for line in view.sheet.criteria}
        self._run(
            lambda: criteria_lines.add_line(view.id, after, group=group),
            lambda changes: self._go_to_new(changes.ids("criteria") - known),
        )

    def _go_to_new(self, added: frozenset[int]) -> None:
        """The cursor goes to the words of the new line, ready to be typed over."""
        grid = self.desk.grid
        for row_id in added:
            if grid.select_row(row_id, "content"):
                grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete_lines(self, ids: tuple[int, ...]) -> None:
        view = self._view()
        if view is None or not view.is_open or not ids:
            return
        lines = [CriterionId(row_id) for row_id in ids]
        place = self.desk.grid.current_line
        self._run(
            lambda: criteria_lines.delete_lines(view.id, lines), lambda changes: self._after_delete(changes, place)
        )

    def _after_delete(self, changes: Changes, place: int) -> None:
        grid = self.desk.grid
        row = grid.model_.row_at(min(place, grid.model_.rowCount() - 1)) if grid.model_.rowCount() else None
        if row is not None:
            grid.select_row(row.id)
        self.context.bus.status.emit(f"{changes.title}. {wording.DELETED_HINT}")

    def _move_line(self, step: int) -> None:
        view, row_id = self._view(), self.desk.grid.current_row_id
        if view is not None and view.is_open and row_id is not None:
            self._run(lambda: criteria_lines.move_line(CriterionId(row_id), step))

    def _renumber(self) -> None:
        view = self._view()
        if view is not None:
            self._run(lambda: criteria_lines.renumber(view.id))

    def _add_sheet(self) -> None:
        self._open_form(None)

    def _edit_sheet(self) -> None:
        self._open_form(self._view())

    def _open_form(self, view: SheetView | None) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            return
        self.context.jobs.run(
            lambda _: (criteria.choices(), criteria.sources(campaign_id)),
            lambda found: SheetDialog(self.context, self, campaign_id, *found, view).open(),
        )

    def _copy_year(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is not None:
            self.context.jobs.run(
                lambda _: criteria.sources(campaign_id),
                lambda sources: CopyDialog(self.context, self, campaign_id, sources).open(),
            )

    def _delete_sheet(self) -> None:
        view = self._view()
        if view is None:
            return
        words = wording.delete_text(view.code, view.version)
        if messages.confirm(self, wording.DELETE_SHEET, words, wording.DELETE_VERB, danger=True):
            self._run(lambda: criteria_edit.delete_sheet(view.id))

    def _new_version(self) -> None:
        view = self._view()
        if view is not None:
            self._run(lambda: criteria_versions.new_version(view.id), self._go_to_version)

    def _go_to_version(self, changes: Changes) -> None:
        for view in self._views:
            if view.stands_for is not None and int(view.id) in changes.ids("criteria_sheets"):
                self._choose(view.id)
        self.desk.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _apply(self) -> None:
        view = self._view()
        if view is not None:
            self.context.jobs.run(
                lambda _: criteria_versions.carry_plan(view.id),
                lambda plan: ApplyDialog(self.context, self, view, plan).open(),
            )

    def _lay_out(self) -> None:
        self._left = QFrame()
        self._left.setProperty("panel", True)
        self._left_column = QVBoxLayout(self._left)
        self._left_column.setContentsMargins(0, 0, 0, 0)
        self._left_column.setSpacing(0)
        self._left_column.addWidget(self.list, 1)
        content = QWidget()
        self._row = QHBoxLayout(content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._left)
        self._row.addWidget(self.desk, 1)
        self._row.addWidget(self.panel)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self._place_panel()

    def _place_panel(self) -> None:
        """Beside the grid, or under the list where there is no room for three."""
        beside = self.width() >= theme.px(ROOM)
        self._left.setFixedWidth(theme.px(LEFT if beside else RIGHT))
        if beside and self._row.indexOf(self.panel) < 0:
            self._left_column.removeWidget(self.panel)
            self._row.addWidget(self.panel)
        elif not beside and self._left_column.indexOf(self.panel) < 0:
            self._row.removeWidget(self.panel)
            self._left_column.addWidget(self.panel, 2)
        self.panel.setFixedWidth(theme.px(RIGHT))

    def _connect(self) -> None:
        grid = self.desk.grid
        self.list.chosen.connect(self._on_chosen)
        self.add_button.clicked.connect(self._add_sheet)
        self.empty.acted.connect(self._add_sheet)
        self.copy_button.clicked.connect(self._copy_year)
        self.version_button.clicked.connect(self._new_version)
        self.desk.edit_wanted.connect(self._edit_sheet)
        self.desk.delete_wanted.connect(self._delete_sheet)
        self.desk.version_shown.connect(self._choose)
        self.desk.apply_wanted.connect(self._apply)
        self.desk.renumber_wanted.connect(self._renumber)
        grid.edits_requested.connect(self._edit_cells)
        grid.current_row_changed.connect(lambda _: self._show_line())
        grid.add_wanted.connect(self._add_line)
        grid.delete_wanted.connect(self._delete_lines)
        grid.move_wanted.connect(self._move_line)
        self.panel.edited.connect(self._edit_field)

    def _add_actions(self) -> None:
        """As actions, so that the sheet of keys (F1) names them."""
        for words, keys, act in (
            (wording.ADD_LINE, "Ctrl+N", lambda: self._add_line(False)),
            (wording.ADD_GROUP, "Ctrl+Shift+N", lambda: self._add_line(True)),
            (wording.APPLY, "Ctrl+Shift+Return", self._apply_if_waiting),
        ):
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(act)
            self.addAction(action)

    def _apply_if_waiting(self) -> None:
        view = self._view()
        if view is not None and view.stands_for is not None:
            self._apply()
