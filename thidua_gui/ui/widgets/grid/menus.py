"""Menus of a grid: what can be done with cells, which columns are shown; asks the grid, never writes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from thidua_gui.text import grid as wording
from thidua_gui.ui.widgets.grid.columns import Kind

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def cell_menu(grid: "GridView") -> QMenu:
    """Copy, paste, fill, set, clear; reasons of a total; opening the row."""
    menu = QMenu(grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    at = grid.caret.cell
    row = None if at is None else grid.snapshot.row_at(at[0])
    if at is not None and row is not None:
        column = grid.snapshot.columns[at[1]]
        if column.explains:
            _add(menu, wording.WHY, "Alt+Return").triggered.connect(lambda: grid.why_requested.emit(row.id, column.key))
        _add(menu, wording.OPEN, "Ctrl+Return").triggered.connect(lambda: grid.opened.emit(row.id))
        menu.addSeparator()
    _add(menu, wording.COPY, "Ctrl+C").triggered.connect(lambda: grid.block.copy(with_titles=False))
    _add(menu, wording.COPY_WITH_TITLES, "Ctrl+Shift+C").triggered.connect(lambda: grid.block.copy(with_titles=True))
    if grid.cells:
        _add(menu, wording.PASTE, "Ctrl+V").triggered.connect(grid.block.paste)
        _add(menu, wording.FILL_DOWN, "Ctrl+D").triggered.connect(grid.block.fill_down)
        _add(menu, wording.SET_VALUE).triggered.connect(lambda: ask_value(grid))
        _add(menu, wording.CLEAR_CELLS, "Delete").triggered.connect(lambda: grid.block.set_value(""))
    return menu


def ask_value(grid: "GridView") -> None:
    """Ask for one text and put it into every selected cell."""
    from thidua_gui.ui import messages

    text = messages.ask_text(grid, wording.SET_VALUE_TITLE, wording.SET_VALUE_LABEL, wording.SET_VALUE_VERB)
    if text is not None:
        grid.block.set_value(text)


def title_menu(grid: "GridView", place: int) -> QMenu:
    """What can be done with a column: sort, fit, hide, and the list of columns."""
    snapshot, column = grid.snapshot, grid.snapshot.columns[place]
    menu = columns_menu(grid)
    first = menu.actions()[0]
    made: list[QAction] = []
    if column.sortable:
        for words, order in ((wording.SORT_UP, _UP), (wording.SORT_DOWN, _DOWN)):
            action = QAction(words, menu)
            action.triggered.connect(lambda _on, order=order: snapshot.sort(place, order))
            made.append(action)
        natural = QAction(wording.SORT_NATURAL, menu)
        natural.triggered.connect(lambda: snapshot.sort(-1))
        made.append(natural)
    fit = QAction(wording.FIT_COLUMN, menu)
    fit.triggered.connect(lambda: grid.arrangement.fit(place))
    made.append(fit)
    if column.hideable:
        hide = QAction(wording.HIDE_COLUMN, menu)
        hide.triggered.connect(lambda: grid.arrangement.set_hidden(column.key, True))
        made.append(hide)
    menu.insertActions(first, made)
    menu.insertSeparator(first)
    return menu


def columns_menu(grid: "GridView") -> QMenu:
    """Check marks for the columns that may be hidden, and the way back."""
    menu = QMenu(grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for column in grid.snapshot.columns:
        if column.hideable and column.kind is not Kind.PICK and column.title:
            action = menu.addAction(" ".join(column.title.split()))
            action.setCheckable(True)
            action.setChecked(not grid.arrangement.is_hidden(column.key))
            action.toggled.connect(lambda shown, key=column.key: grid.arrangement.set_hidden(key, not shown))
    menu.addSeparator()
    menu.addAction(wording.RESET_COLUMNS).triggered.connect(grid.arrangement.reset)
    return menu


def _add(menu: QMenu, words: str, keys: str = "") -> QAction:
    action = menu.addAction(words)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return action
