"""Who is to be commended, in a form: found by name, pasted as a list, or typed when from outside. Never guesses."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.recipients import Found, Recipient
from thidua_gui.text import commendations as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.pick_field import Find, PickField
from thidua_gui.ui.forms.unit_picks import ChosenList
from thidua_gui.ui.widgets.buttons import push

PASTED_LINES = 3


class RecipientsField(QWidget):
    """The chosen stand in a list from which Delete takes them; below it they are searched for."""

    changed = Signal()

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = PickField(find, wording.FIND_HINT)
        self.search.setAccessibleName(wording.RECIPIENTS)
        self.list = ChosenList(wording.RECIPIENTS_LIST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.list)
        column.addWidget(self.search)
        self.setFocusProxy(self.search)
        self.list.fit()
        self.search.picked.connect(self._take)
        self.list.removed.connect(self.changed)

    def recipients(self) -> tuple[Recipient, ...]:
        """In the order in which they were chosen."""
        return tuple(self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count()))

    def is_settled(self) -> bool:
        """No words stand in the search that were not chosen."""
        return self.search.is_settled()

    def counts(self) -> tuple[int, int, int]:
        """People, collectives, others."""
        chosen = self.recipients()
        people = sum(each.person_id is not None for each in chosen)
        units = sum(each.unit_id is not None for each in chosen)
        return people, units, len(chosen) - people - units

    def add(self, found: Iterable[Found]) -> None:
        """Who is among them already stays there once."""
        held = set(self.recipients())
        for each in found:
            if each.recipient not in held:
                held.add(each.recipient)
                words = f"{each.name} – {each.detail}" if each.detail else each.name
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, each.recipient)
                item.setToolTip(f"{words}. {wording.REMOVE_ONE}")
                self.list.addItem(item)
        self.list.fit()
        self.list.scrollToBottom()
        self.changed.emit()

    def _take(self, key: object) -> None:
        if not isinstance(key, tuple):
            return
        is_unit, number = key
        name = self.search.text()
        self.search.choose(None)
        chosen = Recipient(unit_id=UnitId(number)) if is_unit else Recipient(person_id=PersonId(number))
        self.add([Found(chosen, name, "")])


class PastedList(QWidget):
    """A pasted list; what was not understood stays in it."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.row_height("body", 6) * PASTED_LINES)
        self.text.setAccessibleName(wording.PASTED)
        self.button = push(wording.TAKE, "list-check")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self.setFocusProxy(self.text)
        self.button.clicked.connect(self.asked)

    def words(self) -> str:
        """What stands there now."""
        return self.text.toPlainText()


class OutsideLine(QWidget):
    """Name, post and unit of somebody who is not of the school."""

    added = Signal(object)
    nameless = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.post, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        self.button = push(wording.OUTSIDE_ADD, "plus")
        self.button.setToolTip(wording.OUTSIDE_ADD_TIP)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(6))
        for place, (line, words) in enumerate((
            (self.name, wording.OUTSIDE_NAME), (self.post, wording.OUTSIDE_POST), (self.unit, wording.OUTSIDE_UNIT),
        )):  # fmt: skip
            line.setPlaceholderText(words)
            line.setAccessibleName(f"{wording.OUTSIDE}: {words}")
            line.installEventFilter(self)
            grid.addWidget(line, place // 2, place % 2)
        grid.addWidget(self.button, 1, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.setFocusProxy(self.name)
        self.button.clicked.connect(self.take)

    def is_empty(self) -> bool:
        """Nothing waits to be added."""
        return not any(tidy(line.text()) for line in (self.name, self.post, self.unit))

    def take(self) -> None:
        """Into the list, and room for the next one."""
        name, post, unit = (tidy(line.text()) for line in (self.name, self.post, self.unit))
        if not name:
            self.nameless.emit()
            return
        detail = ", ".join(part for part in (post, unit, wording.OUTSIDE_MARK) if part)
        for line in (self.name, self.post, self.unit):
            line.clear()
        self.name.setFocus()
        self.added.emit(Found(Recipient(name=name, post=post, unit=unit), name, detail))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds; the dialog's verb does not take it away."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter
        if is_press and not self.is_empty():
            self.take()
            return True
        return super().eventFilter(watched, event)
