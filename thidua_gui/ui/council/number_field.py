"""A field for counted papers: digits alone, so that every letter stays a key of the wall. Knows no ballot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

MOST = 9999


class NumberField(QLineEdit):
    """B, W and F reach the wall also while a number is being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(0, MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_letter(event):
            event.ignore()
            return False
        return super().event(event)


def _is_letter(event: QKeyEvent) -> bool:
    written = event.text()
    return bool(written) and written.isprintable() and not written.isdigit()
