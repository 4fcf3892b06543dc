"""The search field of the header (Ctrl+K); the list of hits is imported when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import icons, theme

if TYPE_CHECKING:
    from thidua_gui.services.search import Found
    from thidua_gui.ui.context import Context
    from thidua_gui.ui.search_popup import SearchPopup

REST = 90
"""Milliseconds without a key before the search starts."""


class SearchField(QLineEdit):
    """Finds people, units and decisions while one types; arrows choose, Enter opens, Esc closes."""

    left = Signal()
    """The keyboard went elsewhere in the window."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._popup: SearchPopup | None = None
        self._asked = ""
        self._has_room = True
        self.setProperty("icons", True)
        self.setPlaceholderText(shell.SEARCH_HINT)
        self.setAccessibleName(shell.SEARCH)
        self.setToolTip(shell.SEARCH_TIPS)
        self.setMinimumWidth(theme.px(150))
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
            from thidua_gui.ui.search_popup import SearchPopup

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
        self._key.setVisible(self._has_room and not self.text())
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.close_popup()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._has_room = self.width() > theme.px(230)
        self._key.setVisible(self._has_room and not self.hasFocus() and not self.text())
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
        self._timer.stop()
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
        self.popup.show_found(found)
        self.popup.place_under(self)

    def _open(self, index: QModelIndex) -> None:
        row = self.popup.row_at(index)
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
