"""Several units chosen one after the other by typing the beginning of their names; asks no service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from thidua_gui.core.ids import UnitId
from thidua_gui.text import plan as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among

MOST_LINES = 5


class UnitPicks(QWidget):
    """The chosen ones stand in a list from which Delete takes them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: dict[UnitId, str] = {}
        self.field = PickField(among(()), wording.UNIT_HINT)
        self.list = ChosenList(wording.UNITS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.list)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.picked.connect(self._take)
        self.list.removed.connect(self.changed)

    def show_units(self, units: Sequence[tuple[UnitId, str]], chosen: Sequence[UnitId], *, editable: bool) -> None:
        """What can be chosen and what is."""
        names = dict(units)
        if names != self._names:
            self._names = names
            self.field.set_find(among([PickItem(int(key), name) for key, name in units]))
        self.list.clear()
        for key in chosen:
            self._add(key)
        self.list.fit()
        self.field.setVisible(editable)
        self.list.editable = editable

    def units(self) -> tuple[UnitId, ...]:
        """The chosen ones, in their order."""
        return tuple(UnitId(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count()))

    def _take(self, key: object) -> None:
        if not isinstance(key, int):
            return
        self.field.choose(None)
        if UnitId(key) not in self.units():
            self._add(UnitId(key))
            self.list.fit()
            self.changed.emit()

    def _add(self, key: UnitId) -> None:
        item = QListWidgetItem(self._names.get(key, wording.CLOSED_UNIT))
        item.setData(Qt.ItemDataRole.UserRole, int(key))
        item.setToolTip(f"{item.text()}. {wording.REMOVE_UNIT}")
        self.list.addItem(item)


class ChosenList(QListWidget):
    """What was chosen so far, one line each; Delete takes the current one away while `editable`."""

    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.editable = True
        self.setProperty("choices", True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """As tall as its lines, within reason; no list at all while it is empty."""
        self.setVisible(self.count() > 0)
        self.setFixedHeight(theme.px(30) * min(MOST_LINES, max(1, self.count())) + theme.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.editable and self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.fit()
            self.removed.emit()
        else:
            super().keyPressEvent(event)
