"""The line in which a cell is typed; it knows the cell's kind, not the grid."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QWidget

from thidua_gui.core.vietnamese import fold, words_start_with
from thidua_gui.ui.widgets.grid import spoken
from thidua_gui.ui.widgets.grid.columns import Align, Column, Kind

_ALIGN = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
_NUMERIC = frozenset("0123456789.,-")
_DATE = frozenset("0123456789/.-")


def takes(column: Column[Any], text: str) -> bool:
    """A key with this text may begin or continue an entry: score cells take digits and signs only."""
    if column.kind in (Kind.SCORE, Kind.NUMBER):
        return bool(text) and set(text) <= _NUMERIC
    if column.kind is Kind.DATE:
        return bool(text) and set(text) <= _DATE
    return bool(text) and text.isprintable()


class CellEditor(QLineEdit):
    """A bare line over the cell; offers choices in a list if the column has them."""

    def __init__(self, column: Column[Any], choices: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._column = column
        self.setFrame(False)
        self.setProperty("kind", "bare")
        self.setAlignment(_ALIGN[column.alignment])
        self.setAccessibleName(spoken.title(column))
        if column.kind in (Kind.SCORE, Kind.NUMBER, Kind.DATE):
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._choices = list(choices)
        self._offered: QStringListModel | None = None
        self._completer: QCompleter | None = None
        if choices:
            self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters have no business in a number; they are left out, the cursor is not trapped."""
        text = event.text()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if text and text.isprintable() and plain and not takes(self._column, text):
            event.accept()
            return
        super().keyPressEvent(event)

    @property
    def choosing(self) -> bool:
        """The list of choices is open."""
        popup = self._completer.popup() if self._completer is not None else None
        return popup is not None and popup.isVisible()

    def show_choices(self) -> None:
        """Open the list of choices."""
        if self._offered is not None and self._completer is not None:
            self._offered.setStringList(self._choices)
            self._completer.complete()

    def _offer(self) -> None:
        self._offered = QStringListModel(self._choices, self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup = completer.popup()
        if popup is not None:
            popup.setItemDelegate(QStyledItemDelegate(popup))
            popup.setProperty("choices", True)
        self.setCompleter(completer)
        self._completer = completer
        self.textEdited.connect(self._narrow)

    def _narrow(self, typed: str) -> None:
        query = fold(typed)
        if self._offered is not None:
            self._offered.setStringList([choice for choice in self._choices if words_start_with(fold(choice), query)])
