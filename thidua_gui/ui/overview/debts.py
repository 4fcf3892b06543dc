"""The list of what the year still lacks and by whom; a click leads to where it is made good. Knows no service call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.services.overview import Debt, Lack
from thidua_gui.text import overview as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState, IconLabel

_WHAT = {
    Lack.LAUNCH: wording.LACK_LAUNCH,
    Lack.REGISTRATION: wording.LACK_REGISTRATION,
    Lack.SELF_SCORES: wording.LACK_SELF,
    Lack.UNIT_SCORES: wording.LACK_UNIT,
    Lack.DRAFTS: wording.LACK_DRAFTS,
}


class DebtRow(QFrame):
    """One unit (or one person) and what is owed; works as a button."""

    opened = Signal(object)
    """Debt."""

    def __init__(self, debt: Debt, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.debt = debt
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("debtRow", True)
        subject, lines = _words(debt)
        self.setAccessibleName(". ".join([subject, *lines]))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_label(subject, "tableStrong"))
        for text in lines:
            words.addWidget(_label(text, "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(12))
        is_late = debt.due_on is not None and debt.due_on < today
        row.addWidget(IconLabel("alert-circle" if is_late else "clock", "error" if is_late else "text2", 18))
        row.addLayout(words, 1)
        if debt.due_on is not None:
            row.addWidget(_chip(debt.due_on, today))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.debt)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.debt)
        else:
            super().keyPressEvent(event)


class DebtsCard(Card):
    """Card "Còn thiếu": a scrolling list, or the good news that nothing is missing."""

    opened = Signal(object)
    """Debt that the user wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.LACKING, "alert-triangle", margins=(0, 0, 0, 0), parent=parent)
        self._count = Chip("", "count", "-")
        self.add_to_heading(self._count)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        holder = QWidget()
        holder.setProperty("transparent", True)
        holder.setLayout(self._list)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(holder)
        self._empty = EmptyState("circle-check", wording.NOTHING_LACKING, wording.NOTHING_LACKING_WHY)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._empty, 1)

    def show_debts(self, debts: Sequence[Debt], today: date) -> None:
        """Show these; the list's order is the service's."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for debt in debts[:_MOST]:
            row = DebtRow(debt, today)
            row.opened.connect(self.opened)
            self._list.addWidget(row)
            self._list.addWidget(line())
        self._list.addStretch(1)
        self._count.setText(str(len(debts)))
        self._count.setVisible(bool(debts))
        self._area.setVisible(bool(debts))
        self._empty.setVisible(not debts)


_MOST = 60
"""Rows made as widgets: a province's whole list belongs into the pages the rows lead to."""


def _words(debt: Debt) -> tuple[str, list[str]]:
    """Subject in bold, then one or two lines."""
    in_charge = [wording.IN_CHARGE.format(head=debt.head)] if debt.head else []
    if debt.lack is Lack.REGISTRATION and debt.missing == 1:
        return f"{debt.names[0]} ({debt.unit_name})", [wording.LACK_ONE_REGISTRATION, *in_charge]
    lines = [_WHAT[debt.lack].format(missing=debt.missing, of=debt.of)]
    if debt.names:
        lines.append(wording.people_named(debt.names, debt.missing))
    return debt.unit_name, lines + in_charge


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _chip(due_on: date, today: date) -> Chip:
    days = (due_on - today).days
    return Chip(wording.late(-days), "er", "-") if days < 0 else Chip(wording.left(days), "nf", "-")
