"""The grid that people, units, scores and registrations use: an Excel-like view over a SnapshotModel. Writes nothing.

Every edit leaves by `edits_requested(tuple[CellEdit, ...])`; the page runs one command and answers with
`model.patch_rows(...)` (or `model.settle(edits)` when it was refused). See docs/GRID.md for an example.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from thidua_gui.ui.widgets.grid.block import Block
from thidua_gui.ui.widgets.grid.column_layout import ColumnLayout
from thidua_gui.ui.widgets.grid.columns import CellEdit, FilterKind, Kind
from thidua_gui.ui.widgets.grid.cursor import Cursor
from thidua_gui.ui.widgets.grid.delegates import DELEGATES, CellDelegate
from thidua_gui.ui.widgets.grid.editing import Editing
from thidua_gui.ui.widgets.grid.header import GridHeader
from thidua_gui.ui.widgets.grid.ink import Ink
from thidua_gui.ui.widgets.grid.keys import Keys
from thidua_gui.ui.widgets.grid.pasting import PastePlan
from thidua_gui.ui.widgets.grid.place_keeper import PlaceKeeper
from thidua_gui.ui.widgets.grid.pointer import Pointer
from thidua_gui.ui.widgets.grid.sizes import Sizes
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.surface import FrozenSurface, Surface

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
EnsureVisible = QTableView.ScrollHint.EnsureVisible


class GridView(Surface):
    """The grid (bảng). `cells` = a sheet that is typed into; else a list whose rows are chosen and opened."""

    edits_requested = Signal(object)
    opened = Signal(object)
    cut_opened = Signal()
    """A double click on the cut line, also on the pinned one."""
    why_requested = Signal(object, str)
    row_stepped = Signal(int)
    current_row_changed = Signal(object)
    layout_changed = Signal(str)
    geometry_changed = Signal()

    ready = False

    def __init__(
        self, model: SnapshotModel[Any], *, frozen: int = 0, cells: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.snapshot = model
        self.cells = cells
        self.vertical_lines = cells
        self.frozen_count = frozen
        self.ink = Ink()
        self.filter_row_shown = False
        self.hover_line = -1
        self.confirm_paste: Callable[[PastePlan], bool] | None = None
        self.column_keys: list[str] = []
        self.keeper = PlaceKeeper(self)
        self.frozen = FrozenSurface(self)
        self.arrangement = ColumnLayout(self)
        self.caret = Cursor(self)
        self.pointer = Pointer(self)
        self.editing = Editing(self)
        self.keys = Keys(self)
        self.block = Block(self)
        self._delegates: dict[type[CellDelegate], CellDelegate] = {}
        self.setHorizontalHeader(GridHeader(self, self))
        self.frozen.setHorizontalHeader(GridHeader(self, self.frozen))
        self.horizontalHeader().setSectionsMovable(True)
        self.sizes = Sizes(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        self.sizes.dress()
        self.ready = True
        self.columns_reset()

    @property
    def grid(self) -> "GridView":
        """This view itself."""
        return self

    @property
    def current_row_id(self) -> int | None:
        """Id of the row the cursor is on."""
        key = self.keeper.key
        return key if isinstance(key, int) else None

    @property
    def current_line(self) -> int:
        """Line the cursor is on, -1 for none."""
        return self.keeper.line

    @property
    def block_selected(self) -> bool:
        """More than one cell (in a list: row) is selected."""
        return self.keeper.many

    def select_row(self, row_id: int, column: str = "") -> bool:
        """Put the cursor on a row; False when it is not shown."""
        line = self.snapshot.line_of(row_id)
        visible = self.visible_columns()
        if line is None or not visible:
            return False
        self.caret.go(line, self.snapshot.column_place(column) if column else self.keeper.column_among(visible))
        return True

    def selected_row_ids(self) -> tuple[int, ...]:
        """Ids of the rows in the selection, top to bottom."""
        rows = (self.snapshot.row_at(line) for line in self.caret.selected_lines())
        return tuple(row.id for row in rows if row is not None)

    def request_edits(self, edits: tuple[CellEdit, ...]) -> None:
        """Show the typed texts and ask the page to write them, all in one command."""
        if edits:
            self.snapshot.show_typed(edits)
            self.edits_requested.emit(edits)

    def set_density(self, density: str) -> None:
        """Row height: dense, normal or roomy."""
        self.sizes.density = density
        self.sizes.rows()

    def show_filter_row(self, shown: bool) -> None:
        """Show or hide the filter row; hiding it shows every row again."""
        if shown == self.filter_row_shown:
            return
        self.filter_row_shown = shown
        if not shown:
            self.snapshot.clear_filters()
        self._build_strips()
        self.columns_changed()
        self.setFocus()

    def focus_filter(self, key: str) -> None:
        """Put the keyboard into one field of the filter row (Ctrl+F)."""
        self.show_filter_row(True)
        for head in self.heads():
            if key in head.strip.fields:
                head.strip.fields[key].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_cell(self, line: int, column: int) -> None:
        """A cell that cannot be typed into was opened: its reasons if it has some, else its row."""
        row, own = self.snapshot.row_at(line), self.snapshot.columns[column]
        if row is not None and own.explains:
            self.why_requested.emit(row.id, own.key)
        else:
            self.open_row(line)

    def open_row(self, line: int) -> None:
        """Ctrl+Enter, or Enter in a list; on the cut line whatever the page offers there."""
        row, heading = self.snapshot.row_at(line), self.snapshot.heading(line)
        if heading is not None and heading.cut is not None:
            self.cut_opened.emit()
        if row is not None:
            self.opened.emit(row.id)

    def step_row(self, step: int) -> None:
        """The previous or next row (Ctrl+PgUp, Ctrl+PgDn)."""
        self.caret.step(step, 0)
        self.row_stepped.emit(step)

    def heads(self) -> tuple[GridHeader, ...]:
        """Both headers, the frozen one first."""
        both = (self.frozen.horizontalHeader(), self.horizontalHeader())
        return tuple(head for head in both if isinstance(head, GridHeader))

    def visible_columns(self) -> list[int]:
        """Logical places of the shown columns, left to right."""
        return self.arrangement.visible()

    def whole_width(self) -> int:
        """Width of both viewports together."""
        return self.shift() + self.viewport().width()

    def shift(self) -> int:
        """The frozen columns stand before this viewport."""
        return self.arrangement.frozen_width()

    def page_lines(self) -> int:
        """How many lines a page has."""
        return max(1, self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize()) - 1)

    def surface_of(self, column: int) -> Surface:
        """The surface a column stands on."""
        return self.frozen if column < self.frozen_count else self

    def shows_current(self, line: int, column: int) -> bool:
        """The 2-px border stands here."""
        return self.cells and line == self.current_line and column == self.keeper.column

    def has_focus(self) -> bool:
        """The keyboard is here or in the cell's editor."""
        editor = self.editing.editor
        return self.hasFocus() or (editor is not None and editor.hasFocus())

    def hover(self, line: int) -> None:
        """The pointer is over another line."""
        if line != self.hover_line:
            old, self.hover_line = self.hover_line, line
            self.update_line(old)
            self.update_line(line)

    def update_line(self, line: int) -> None:
        """Draw a line again on both surfaces."""
        super().update_line(line)
        Surface.update_line(self.frozen, line)

    def scroll_to(self, line: int, column: int) -> None:
        """Bring a cell into sight."""
        self.surface_of(column).scrollTo(self.snapshot.index(line, column), EnsureVisible)

    def scrolled(self) -> None:
        """The editor moves with its cell."""
        if not self.ready:
            return
        self.editing.place()
        self.geometry_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys as in Excel; what means nothing here goes to the page."""
        if not self.keys.press(event):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Tab belongs to the cells while there is one to go to."""
        tab = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TABS
        if tab and isinstance(event, QKeyEvent) and self.keys.press(event):
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """The editor gets every event of an input method from the first one on."""
        if self.editing.type_composed(event):
            event.accept()
        else:
            event.ignore()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Composition happens in the editor; only a cell that takes letters accepts input methods."""
        known, answer = self.editing.answer_input_method(query)
        return answer if known else super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The current cell shows its border in the accent."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.snapshot.rowCount():
            self.caret.step(0, 0)
        self.update_line(self.current_line)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The border gets quiet."""
        super().focusOutEvent(event)
        if self.editing.composing:
            self.editing.commit()
        self.update_line(self.current_line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretching columns take the room."""
        super().resizeEvent(event)
        if not self.ready or self.keeper.resetting:
            return
        self.arrangement.stretch()
        self.scrolled()

    def updateGeometries(self) -> None:
        """The frozen surface lies over the vertical header and follows the viewport's height."""
        if self.ready and self.keeper.resetting:
            return  # a header that is being filled must not be resized from within
        super().updateGeometries()
        if not self.ready:
            return
        box, head = self.viewport().geometry(), self.horizontalHeader()
        top = head.geometry().top()
        self.frozen.setGeometry(box.left() - self.shift(), top, self.shift(), box.bottom() + 1 - top)

    def columns_changed(self) -> None:
        """Widths or order changed: header heights, frozen surface and editor follow."""
        self.sizes.header()
        self.updateGeometries()
        self.repaint_all()
        self.scrolled()

    def menu_requested(self, surface: Surface, event: QContextMenuEvent) -> None:
        """The menu of the current cell."""
        from thidua_gui.ui.widgets.grid.menus import cell_menu

        at_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = surface.visualRect(self.currentIndex()).bottomLeft() if at_keyboard else event.pos()
        cell_menu(self).popup(surface.viewport().mapToGlobal(place))

    def _connect(self) -> None:
        model = self.snapshot
        self.setModel(model)
        self.frozen.setModel(model)
        spare = self.frozen.selectionModel()
        self.frozen.setSelectionModel(self.selectionModel())
        spare.deleteLater()
        self.verticalScrollBar().valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self.frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.keeper.connect_model()
        model.picked_changed.connect(self._picked_changed)
        for head in self.heads():
            head.sectionClicked.connect(self._title_clicked)
        self.arrangement.connect_headers()
        self.arrangement.changed.connect(self.layout_changed)

    def columns_reset(self) -> None:
        self.column_keys = [column.key for column in self.snapshot.columns]
        for place, column in enumerate(self.snapshot.columns):
            kind = DELEGATES[column.kind]
            delegate = self._delegates.setdefault(kind, kind(self))
            self.surface_of(place).setItemDelegateForColumn(place, delegate)
        self.filter_row_shown = any(column.filter is not FilterKind.NONE for column in self.snapshot.columns)
        self.arrangement.reset()
        self._build_strips()

    def _build_strips(self) -> None:
        for head in self.heads():
            if self.filter_row_shown:
                head.strip.build()

    def _title_clicked(self, place: int) -> None:
        column, sorting = self.snapshot.columns[place], self.snapshot.sorting
        if column.kind is Kind.PICK:
            self.snapshot.pick_shown(self.snapshot.pick_state() != Qt.CheckState.Checked)
        elif not column.sortable:
            return
        elif sorting is None or sorting[0] != column.key:
            self.snapshot.sort(place)
        elif sorting[1]:
            self.snapshot.sort(-1)
        else:
            self.snapshot.sort(place, Qt.SortOrder.DescendingOrder)

    def model_was_reset(self) -> None:
        """Other lines, perhaps other columns."""
        if self.column_keys != [column.key for column in self.snapshot.columns]:
            self.columns_reset()
        else:
            self.updateGeometries()
            self.arrangement.stretch()
        self.sizes.forget_cut()
        self.sizes.cut()

    def repaint_all(self) -> None:
        """Draw both surfaces again."""
        self.viewport().update()
        self.frozen.viewport().update()

    def after_layout(self) -> None:
        self.hover_line = -1
        self.scrolled()
        for head in self.heads():
            head.strip.refresh()
            head.viewport().update()
        self.repaint_all()

    def _picked_changed(self) -> None:
        for head in self.heads():
            head.viewport().update()
