"""The list of hits under the search field; knows no page and asks no service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.search_rows import ROW_ROLE, SearchDelegate, SearchModel, SearchRow, height_of, rows_of
from thidua_gui.ui.widgets.card import line

if TYPE_CHECKING:
    from thidua_gui.services.search import Found


class SearchPopup(QFrame):
    """Lies over the window under the field; never takes the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("popup", True)
        self.model = SearchModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(SearchDelegate(self.list))
        self.list.setProperty("bare", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(shell.SEARCH_RESULTS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = QLabel()
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        self.words.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        keys = QLabel(shell.SEARCH_KEYS)
        keys.setProperty("role", "caption")
        keys.setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.list)
        column.addWidget(line())
        column.addWidget(keys)
        self.hide()

    def show_found(self, found: Found) -> None:
        """Show hits, or words where there are none."""
        rows = rows_of(found)
        self.model.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.words.setText(shell.nothing_found(found.query))
        self.words.setVisible(not rows)
        self.move_selection(1, start=-1)

    def row_at(self, index: QModelIndex) -> SearchRow | None:
        """What stands there."""
        row: SearchRow | None = index.data(ROW_ROLE)
        return row

    def move_selection(self, step: int, start: int | None = None) -> None:
        """Select the next or previous hit."""
        row = self.list.currentIndex().row() if start is None else start
        self.list.setCurrentIndex(self.model.index(self.model.hit_from(row, step)))

    def place_under(self, field: QWidget) -> None:
        """Take a place below the field, right edges together, as high as its rows."""
        width = max(theme.px(520), field.width())
        corner = field.mapTo(self._window, QPoint(field.width() - width, field.height() + 4))
        rows = sum(height_of(row) for row in self.model.rows)
        self.list.setFixedHeight(min(rows + 4, self._window.height() - corner.y() - theme.px(80)))
        self.words.setFixedWidth(width - 2)
        self.setFixedWidth(width)
        self.move(max(8, corner.x()), corner.y())
        self.adjustSize()
        self.raise_()
        self.show()
