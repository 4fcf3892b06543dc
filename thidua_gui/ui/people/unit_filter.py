"""Which unit's people are listed: segments with counts as far as they fit, and a field to find any other unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from thidua_gui.core.ids import UnitId
from thidua_gui.core.vietnamese import grouped
from thidua_gui.text import people as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among
from thidua_gui.ui.forms.tab_order import keep_in_place
from thidua_gui.ui.widgets.segmented import Choice, Segmented

NO_UNIT = UnitId(0)
PICK_WIDTH = 190


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit with its people: key None = everybody, NO_UNIT = whose unit is not known."""

    key: UnitId | None
    short: str
    name: str
    count: int
    depth: int = 1


class UnitFilter(QWidget):
    """One unit or all. The arrow keys move between the segments."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[UnitChoice, ...] = ()
        self._shown: list[UnitChoice] = []
        self._current: UnitId | None = None
        self.segments = Segmented(name=wording.UNIT)
        self.others = PickField(lambda query, answer: None, wording.OTHER_UNIT)
        self.others.setAccessibleName(wording.OTHER_UNIT)
        self.others.setFixedWidth(theme.px(PICK_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.segments)
        row.addWidget(self.others)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.segments.picked.connect(self._on_segment)
        self.others.picked.connect(self._on_other)

    def current(self) -> UnitId | None:
        """The unit chosen, None for all."""
        return self._current

    def set_choices(self, choices: Sequence[UnitChoice]) -> None:
        """Other units or counts; the chosen unit stays chosen while it is there."""
        self._choices = tuple(choices)
        if self._current not in {choice.key for choice in self._choices}:
            self._current = None
        items = [
            PickItem(choice.key, choice.name, grouped(choice.count), max(choice.depth - 1, 0))
            for choice in self._choices if choice.key is not None
        ]
        self.others.set_find(among(items))
        self._arrange()

    def set_current(self, key: UnitId | None) -> None:
        """Choose without telling anybody."""
        self._current = key if key in {choice.key for choice in self._choices} else None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(PICK_WIDTH), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """As many segments as fit; the chosen unit is always among them."""
        if not self._choices:
            return
        top = [choice for choice in self._choices if choice.depth <= 1]
        fits_all = len(top) == len(self._choices) and self._width(top) <= self.width()
        self.others.setVisible(not fits_all)
        shown = top if fits_all else self._fitting(top, self.width() - theme.px(PICK_WIDTH + 8))
        if shown != self._shown:
            had_focus = self.segments.isAncestorOf(QApplication.focusWidget() or self)
            self._shown = shown
            self.segments.set_choices([_segment(choice) for choice in shown])
            self.segments.set_current(self._current)
            keep_in_place(self, [*self.segments.segments(), self.others])
            if had_focus:
                self._focus_current()
        self.segments.set_current(self._current)

    def _focus_current(self) -> None:
        for segment in self.segments.segments():
            if segment.isChecked():
                segment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fitting(self, top: Sequence[UnitChoice], room: int) -> list[UnitChoice]:
        chosen = next((choice for choice in self._choices if choice.key == self._current), self._choices[0])
        shown = [self._choices[0]]
        used = self._width(shown) + (0 if chosen in shown else self._width([chosen]))
        for choice in top[1:]:
            width = 0 if choice is chosen else self._width([choice])
            if used + width > room:
                break
            used += width
            shown.append(choice)
        return shown if chosen in shown else [*shown, chosen]

    def _width(self, choices: Sequence[UnitChoice]) -> int:
        """What the segments take, as Segment.sizeHint counts it."""
        words, digits = QFontMetrics(theme.font("tableStrong")), QFontMetrics(theme.font("tableStrong", numeric=True))
        return 2 + sum(
            words.horizontalAdvance(choice.short) + digits.horizontalAdvance(grouped(choice.count)) + theme.px(32) + 1
            for choice in choices
        )

    def _on_segment(self, key: object) -> None:
        self._take(UnitId(key) if isinstance(key, int) else None)

    def _on_other(self, key: object) -> None:
        if isinstance(key, int):
            self.others.choose(None)
            self._take(UnitId(key))

    def _take(self, key: UnitId | None) -> None:
        if key != self._current:
            self._current = key
            self._arrange()
            self.picked.emit(key)


def _segment(choice: UnitChoice) -> Choice:
    return Choice(choice.key, choice.short, grouped(choice.count), choice.name)
