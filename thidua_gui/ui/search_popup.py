"""The search field of the header with its list of hits (Ctrl+K); knows no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import icons, theme
from thidua_gui.ui.search_rows import ROW_ROLE, SearchDelegate, SearchModel, SearchRow, height_of, rows_of
from thidua_gui.ui.widgets.card import line

if TYPE_CHECKING:
    from thidua_gui.services.search import Found
    from thidua_gui.ui.context import Context

REST = 90
"""Milliseconds without a key before the search starts."""


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

    def show_hits(self, rows: tuple[SearchRow, ...], words: str) -> None:
        """Show hits, or words where there are none."""
        self.model.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.words.setText(words)
        self.words.setVisible(not rows)
        self.move_selection(1, start=-1)

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


class SearchField(QLineEdit):
    """Finds people, units and decisions while one types; arrows choose, Enter opens, Esc closes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._popup: SearchPopup | None = None
        self._asked = ""
        self.setProperty("icons", True)
        self.setPlaceholderText(shell.SEARCH_HINT)
        self.setAccessibleName(shell.SEARCH)
        self.setToolTip(shell.SEARCH_TIPS)
        self.setMinimumWidth(theme.px(200))
        self.setMaximumWidth(theme.px(304))
        self.addAction(icons.icon("search", "text2", 16), QLineEdit.ActionPosition.LeadingPosition)
        self._key = QLabel(shell.SEARCH_KEY, self)
        self._key.setProperty("role", "key")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(self._on_edited)

    @property
    def popup(self) -> SearchPopup:
        """The list, made at its first use."""
        if self._popup is None:
            self._popup = SearchPopup(self.window())
            self._popup.list.clicked.connect(self._open)
            self.window().installEventFilter(self)
        return self._popup

    def start(self) -> None:
        """Ctrl+K: begin a search."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        if self.text():
            self._ask()

    def close_popup(self) -> None:
        """Take the list away."""
        if self._popup is not None:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shown = self._popup is not None and self._popup.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and shown:
            self.popup.move_selection(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.popup.list.currentIndex()) if shown else self._ask()
        elif key == Qt.Key.Key_Escape:
            self._escape(shown)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._key.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._key.setVisible(not self.text())
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.close_popup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.setGeometry(
            self.width() - size.width() - theme.px(8), (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._popup is not None and self._popup.isVisible():
            self._popup.place_under(self)
        return super().eventFilter(watched, event)

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.close_popup()

    def _ask(self) -> None:
        query = self.text().strip()
        if not query:
            return
        self._asked = query
        today = self._context.clock().date()

        def look(_: object) -> Found:
            from thidua_gui.services import search

            return search.find(query, today)

        self._context.jobs.run(look, self._show)

    def _show(self, found: Found) -> None:
        if found.query != self._asked or not self.text().strip():
            return
        self.popup.show_hits(rows_of(found), shell.nothing_found(found.query))
        self.popup.place_under(self)

    def _open(self, index: QModelIndex) -> None:
        row: SearchRow | None = index.data(ROW_ROLE)
        if row is None or not row.page:
            return
        self.close_popup()
        self.clear()
        self.clearFocus()
        self._context.bus.navigate.emit(row.page, row.argument)

    def _escape(self, shown: bool) -> None:
        if shown:
            self.close_popup()
        elif self.text():
            self.clear()
        else:
            self.clearFocus()
