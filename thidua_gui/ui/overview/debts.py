"""The list of what the year still lacks and by whom; a click leads to where it is made good. Knows no service call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from thidua_gui.core.debts import Lack
from thidua_gui.services.debts import Debt
from thidua_gui.text import overview as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.chip import Chip
from thidua_gui.ui.widgets.empty_state import EmptyState, IconLabel

_MOST = 60
"""Rows made as widgets: a province's whole list belongs into the pages the rows lead to."""
_LEAST_HEIGHT = 150
_WHAT = {
    Lack.LAUNCH: wording.LACK_LAUNCH,
    Lack.REGISTRATION: wording.LACK_REGISTRATION,
    Lack.NO_SHEET: wording.LACK_SHEET,
    Lack.SELF_SCORES: wording.LACK_SELF,
    Lack.UNIT_SCORES: wording.LACK_UNIT,
    Lack.DRAFTS: wording.LACK_DRAFTS,
    Lack.MID_YEAR: wording.LACK_MID_YEAR,
    Lack.RESULTS: wording.LACK_RESULTS,
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DebtRow(QFrame):
    """One unit (or one person) and what is owed; works as a button."""

    opened = Signal(object)
    """Debt."""
    stepped = Signal(int)
    """Another row is wanted: -1 the one above, 1 the one below."""

    def __init__(self, debt: Debt, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.debt = debt
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("debtRow", True)
        subject, lines = words_of(debt)
        chip = None if debt.due_on is None else _chip(debt.due_on, today)
        spoken = [subject, *lines, *([] if chip is None else [chip.text()])]
        self.setAccessibleName(". ".join(spoken))
        self.setToolTip(debt.unit_name)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_label(subject, "tableStrong"))
        for text in lines:
            words.addWidget(_label(text, "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(7), theme.px(10), theme.px(7))
        row.setSpacing(theme.px(10))
        is_late = debt.due_on is not None and debt.due_on < today
        row.addWidget(IconLabel("alert-circle" if is_late else "clock", "error" if is_late else "text2", 18))
        row.addLayout(words, 1)
        if chip is not None:
            row.addWidget(chip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.debt)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _OPEN:
            self.opened.emit(self.debt)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
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
        self.remind = push(wording.REMIND, kind="link")
        self.remind.setToolTip(wording.REMIND_TIP)
        self.add_to_heading(self.remind)
        self._rows: list[DebtRow] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        holder = QWidget()
        holder.setProperty("transparent", True)
        holder.setLayout(self._list)
        self._area = _ListArea(holder)
        self._more = _label("", "caption")
        self._more.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(6))
        self._empty = EmptyState("circle-check", wording.NOTHING_LACKING, wording.NOTHING_LACKING_WHY)
        self._empty.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        self.body.setSpacing(0)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._more)
        self.body.addWidget(self._empty, 1)

    @property
    def rows(self) -> tuple[DebtRow, ...]:
        """What is listed, in order."""
        return tuple(self._rows)

    def show_debts(
        self, debts: Sequence[Debt], today: date, nothing: tuple[str, str] = wording.nothing_owed(0, 1)
    ) -> None:
        """Show these; the list's order is the service's. `nothing` is what is said when there are none, and why."""
        self._empty.say(*nothing)
        self._clear()
        for debt in debts[:_MOST]:
            if self._rows:
                self._list.addWidget(line())
            row = DebtRow(debt, today)
            row.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._rows else Qt.FocusPolicy.StrongFocus)
            row.opened.connect(self.opened)
            row.stepped.connect(self._step)
            self._list.addWidget(row)
            self._rows.append(row)
        self._list.addStretch(1)
        self._count.setText(str(len(debts)))
        self._more.setText(wording.NO_MORE_DEBTS.format(count=len(debts) - _MOST))
        self._more.setVisible(len(debts) > _MOST)
        self._count.setVisible(bool(debts))
        self.remind.setVisible(bool(debts))
        self._area.setVisible(bool(debts))
        self._empty.setVisible(not debts)
        self._area.measure()

    def _clear(self) -> None:
        self._rows = []
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _step(self, by: int) -> None:
        """The arrow keys go from row to row; Tab enters at the row left last."""
        sender = self.sender()
        place = self._rows.index(sender) + by if isinstance(sender, DebtRow) else -1
        if 0 <= place < len(self._rows):
            for row in self._rows:
                row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._rows[place].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._rows[place], 0, 0)


class _ListArea(QScrollArea):
    """No higher than its rows."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__()
        self._holder = holder
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        self.setWidget(holder)
        holder.installEventFilter(self)

    def measure(self) -> None:
        """Grow or shrink with the rows."""
        height = self._holder.heightForWidth(self.viewport().width())
        needed = max(height, self._holder.minimumSizeHint().height())
        self.setMaximumHeight(max(1, needed))
        self.setMinimumHeight(min(needed, theme.px(_LEAST_HEIGHT)))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.measure()
        return False


def words_of(debt: Debt) -> tuple[str, list[str]]:
    """Subject in bold, then one or two lines."""
    in_charge = [wording.IN_CHARGE.format(head=debt.head)] if debt.head else []
    if debt.lack is Lack.REGISTRATION and debt.missing == 1:
        return debt.names[0], [wording.LACK_ONE_REGISTRATION.format(unit=debt.unit_short), *in_charge]
    lines = [_WHAT[debt.lack].format(missing=debt.missing, of=debt.of)]
    if debt.names:
        lines.append(wording.people_named(debt.names, debt.missing))
    return debt.unit_short, lines + in_charge


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _chip(due_on: date, today: date) -> Chip:
    days = (due_on - today).days
    return Chip(wording.late(-days), "er", "-") if days < 0 else Chip(wording.left(days), "nf", "-")
