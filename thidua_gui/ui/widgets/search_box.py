"""A field to search with: glass, clear button, Esc clears; knows not what is searched."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import icons

REST = 120
"""Milliseconds without a key before the search starts."""


class SearchBox(QLineEdit):
    """Tells what to search once the typing rests."""

    searched = Signal(str)

    def __init__(self, hint: str = "", *, name: str = "", rest: int = REST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("icons", True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint or shell.SEARCH_HERE)
        self.addAction(icons.icon("search", "text2", 16), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icons.icon("x", "text2", 16), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(shell.CLEAR)
        self._clear.setVisible(False)
        self._timer = QTimer(self, singleShot=True, interval=rest)
        self._clear.triggered.connect(self.clear_now)
        self.textChanged.connect(self._on_text)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text()))

    def clear_now(self) -> None:
        """Empty the field and search for nothing at once."""
        self.clear()
        self._timer.stop()
        self.searched.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_now()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._timer.stop()
            self.searched.emit(self.text())
        else:
            super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._timer.start()
