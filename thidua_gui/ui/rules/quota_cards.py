"""Cards of the disputed readings: what each reading comes to, side by side, the one in force marked. Asks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from thidua_gui.text import quota_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.chip import Chip, ChipKind
from thidua_gui.ui.widgets.empty_state import IconLabel
from thidua_gui.ui.widgets.field import set_property

LEAST = 330
"""A card is at least so wide beside another one, logical px."""
_UPRIGHT = Qt.AlignmentFlag.AlignVCenter
_RIGHT = _UPRIGHT | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: its words, its figures, whether it is the one in force."""

    key: object
    words: str
    figures: tuple[str, ...]
    is_chosen: bool
    tips: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        told = f"{self.words}: {', '.join(self.figures)}" if self.figures else self.words
        return f"{told}, {wording.IN_FORCE}" if self.is_chosen else told


@dataclass(frozen=True, slots=True)
class Dispute:
    """A disputed text as its card shows it; `heads` over the figures. Without readings `nothing` says why."""

    key: str
    title: str
    why: str
    heads: tuple[str, ...]
    readings: tuple[Reading, ...]
    chip: tuple[str, ChipKind] | None
    foot: str
    nothing: str = ""
    head_tips: tuple[str, ...] = ()


class ReadingTable(QWidget):
    """One line for each reading; to choose from, or to be read with the one in force marked."""

    def __init__(self, heads: Sequence[str], readings: Sequence[Reading], *, to_choose: bool) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.choices: dict[object, QRadioButton] = {}
        self.rows: list[list[QLabel]] = []
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(5))
        grid.setColumnStretch(1, 1)
        for column, words in enumerate(("", *heads), 1):
            grid.addWidget(_label(words, "label"), 0, column, _RIGHT)
        grid.addWidget(line(), 1, 0, 1, len(heads) + 2)
        for row, reading in enumerate(readings, 2):
            self._add(row, reading, to_choose=to_choose)
        if to_choose:
            self.setFocusProxy(next(iter(self.choices.values()), None))  # type: ignore[arg-type]  # None takes it away

    @property
    def chosen(self) -> object:
        """The key of the reading that is marked."""
        return next((key for key, button in self.choices.items() if button.isChecked()), None)

    def _add(self, row: int, reading: Reading, *, to_choose: bool) -> None:
        role = "tableStrong" if reading.is_chosen else "table"
        if to_choose:
            button = QRadioButton(reading.words)
            button.setAccessibleName(reading.spoken)
            button.setChecked(reading.is_chosen)
            self._group.addButton(button)
            self.choices[reading.key] = button
            self._grid.addWidget(button, row, 0, 1, 2)
        else:
            mark = IconLabel("check", "success", 14) if reading.is_chosen else QLabel()
            mark.setFixedWidth(theme.px(16))
            self._grid.addWidget(mark, row, 0)
            words = _label(reading.words, role)
            words.setWordWrap(True)
            self._grid.addWidget(words, row, 1)
        figures = [_label(figure, role) for figure in reading.figures]
        for column, figure in enumerate(figures, 2):
            figure.setToolTip(reading.tips[column - 2] if column - 2 < len(reading.tips) else "")
            self._grid.addWidget(figure, row, column, _RIGHT)
        self.rows.append(figures)


class DisputeCard(Card):
    """The readings of one disputed text with the button that changes the one in force."""

    change_wanted = Signal(str)
    """The key of the dispute."""

    def __init__(self, key: str, title: str, icon: str) -> None:
        super().__init__(title, icon, margins=(14, 8, 14, 10))
        self.key = key
        self.chip = Chip()
        self.change = push(wording.CHANGE_READING, kind="link")
        self.why, self.foot = _wrapped("caption"), _wrapped("caption")
        self.table: QWidget = QWidget()
        self.add_to_heading(self.chip)
        self.body.addWidget(self.why)
        self.body.addWidget(self.table)
        self.body.addWidget(self.foot)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.key))

    def show_dispute(self, dispute: Dispute) -> None:
        """The readings as they are now; the focus stays on the button."""
        self.title.setText(dispute.title)
        self.why.setText(dispute.nothing or dispute.why)
        self.foot.setText(dispute.foot)
        self.chip.setVisible(dispute.chip is not None)
        if dispute.chip is not None:
            self.chip.show_state(*dispute.chip)
        table = ReadingTable(dispute.heads, dispute.readings, to_choose=False)
        old = self.body.replaceWidget(self.table, table)
        self.table.hide()
        self.table.deleteLater()
        del old
        self.table = table
        table.setVisible(bool(dispute.readings))
        self.change.setEnabled(bool(dispute.readings))
        self.change.setAccessibleName(wording.change_reading(dispute.title))
        self.setAccessibleName(wording.spoken(dispute.title, [one.spoken for one in dispute.readings]))


class Across(QWidget):
    """Parts side by side in columns of equal width, in fewer columns where there is no room for all."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = list(parts)
        self.columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(14))
        self._arrange(len(self._parts))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part: they can always stand above one another."""
        return QSize(max(part.minimumSizeHint().width() for part in self._parts), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Other words in a part may need other room."""
        was_handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return was_handled

    def _fit(self) -> None:
        gap = self._grid.spacing()
        least = max(theme.px(LEAST), *(part.minimumSizeHint().width() for part in self._parts))
        columns = max(1, min(len(self._parts), (self.width() + gap) // (least + gap)))
        if columns != self.columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self.columns = columns
        for place, part in enumerate(self._parts):
            self._grid.addWidget(part, place // columns, place % columns)
        for column in range(len(self._parts)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_property(label, "role", role)
    return label


def _wrapped(role: str) -> QLabel:
    label = _label("", role)
    label.setWordWrap(True)
    return label
