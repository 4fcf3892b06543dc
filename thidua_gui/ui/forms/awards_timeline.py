"""The awards of one person or unit by year, painted: gold for what stands above LĐTT, revoked ones struck through.

Other things of a year (a rating, an initiative, a discipline) stand between them, quieter and without a menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_gui.core.titles import TitleKey
from thidua_gui.services.awards import AwardRow
from thidua_gui.text import awards as wording
from thidua_gui.ui import icons, theme

YEAR_WIDTH = 44
NODE = 24
DOT = 14
TEXT_LEFT = YEAR_WIDTH + NODE + 10
AIR = 10
MENU = 24
WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing of a year; `award` None for what is no award. `is_bad`: the last detail is told as an error."""

    year: int
    title: str
    details: tuple[str, ...] = ()
    award: AwardRow | None = None
    is_bad: bool = False

    @property
    def is_struck(self) -> bool:
        """It was taken back."""
        return self.award is not None and self.award.revocation is not None

    @property
    def is_gold(self) -> bool:
        return self.award is not None and not self.is_struck and _is_gold(self.award)


@dataclass(frozen=True, slots=True)
class _Block:
    """Where one entry is painted."""

    entry: TimelineEntry
    box: QRect
    shows_year: bool


class AwardsTimeline(QWidget):
    """Arrow keys move between awards; Enter, the menu key, a right click or the dots open what can be done."""

    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._blocks: list[_Block] = []
        self._current = 0
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_switch().changed.connect(self.update)

    def show_awards(self, rows: Sequence[AwardRow]) -> None:
        """Awards alone, newest first."""
        self.show_entries([award_entry(row) for row in rows])

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Newest first."""
        self._entries = tuple(entries)
        self._current, self._hover = 0, -1
        self._lay_out()
        self._speak()

    def current(self) -> AwardRow | None:
        """The award the keyboard is on, None on anything else."""
        return self._entries[self._current].award if self._entries else None

    def box_of(self, place: int) -> QRect:
        """Where an award stands."""
        return self._blocks[place].box

    def sizeHint(self) -> QSize:
        bottom = self._blocks[-1].box.bottom() + 1 if self._blocks else 0
        return QSize(theme.px(260), bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if step is not None and self._entries:
            self._go(min(max(self._current + step, 0), len(self._entries) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._entries:
            self._open(self._current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self._at(event.position().toPoint()))

    def leaveEvent(self, event: object) -> None:
        self._set_hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if place >= 0:
            self._go(place)
            if event.button() == Qt.MouseButton.LeftButton and self._dots(place).contains(event.position().toPoint()):
                self._open(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = self._at(event.pos()) if by_mouse else self._current
        if 0 <= place < len(self._entries):
            self._go(place)
            self._ask_menu(place, event.globalPos() if by_mouse else self._menu_corner(place))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        for place, block in enumerate(self._blocks):
            if block.box.intersects(event.rect()):
                self._paint_block(painter, place, block)

    def _paint_line(self, painter: QPainter) -> None:
        if len(self._blocks) > 1:
            x = theme.px(YEAR_WIDTH + NODE / 2)
            top, bottom = self._node(self._blocks[0]).center().y(), self._node(self._blocks[-1]).center().y()
            painter.fillRect(QRect(x, top, 1, bottom - top), theme.colour("goldLine"))

    def _paint_block(self, painter: QPainter, place: int, block: _Block) -> None:
        if place in (self._hover, self._current if self.hasFocus() else -1):
            painter.setPen(QPen(theme.colour("text" if self.hasFocus() and place == self._current else "hover"), 1))
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(
                block.box.adjusted(theme.px(TEXT_LEFT - 5), 0, -1, -theme.px(AIR - 4)).toRectF(), 4, 4
            )
            if block.entry.award is not None:
                icons.paint(painter, "dots-vertical", "text2", self._dots(place), 16)
        if block.shows_year:
            painter.setFont(theme.font("tableStrong", numeric=True))
            painter.setPen(theme.colour("text"))
            head = QRect(0, block.box.top(), theme.px(YEAR_WIDTH), self._node(block).height())
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(block.entry.year))
        self._paint_node(painter, block)
        self._paint_words(painter, block)

    def _paint_node(self, painter: QPainter, block: _Block) -> None:
        box = self._node(block)
        revoked = block.entry.is_struck
        if block.entry.is_gold:
            painter.setPen(QPen(theme.colour("goldFill"), 1.2))
            painter.setBrush(theme.colour("goldTint"))
            painter.drawEllipse(box.toRectF().adjusted(0.6, 0.6, -0.6, -0.6))
            icons.paint(painter, "award", "gold", box, 14)
            return
        inset = (NODE - DOT) / 2
        dot = box.toRectF().adjusted(theme.px(inset), theme.px(inset), -theme.px(inset), -theme.px(inset))
        painter.setPen(QPen(theme.colour("error" if revoked else "borderStrong"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(dot)
        if revoked:
            painter.drawLine(dot.center() + QPoint(-3, 3).toPointF(), dot.center() + QPoint(3, -3).toPointF())

    def _paint_words(self, painter: QPainter, block: _Block) -> None:
        words, entry = block.box.adjusted(theme.px(TEXT_LEFT), theme.px(2), -theme.px(MENU), 0), block.entry
        title = _title_font(entry)
        painter.setFont(title)
        painter.setPen(theme.colour("text2" if entry.is_struck else "text"))
        painter.drawText(words, int(WRAP), entry.title)
        top = words.top() + _height(title, entry.title, words.width())
        small = theme.font("caption", numeric=True)
        painter.setFont(small)
        for number, detail in enumerate(entry.details):
            is_reason = entry.is_bad and number == len(entry.details) - 1
            painter.setPen(theme.colour("error" if is_reason else "text2"))
            height = _height(small, detail, words.width())
            painter.drawText(QRect(words.left(), top, words.width(), height), int(WRAP), detail)
            top += height

    def _lay_out(self) -> None:
        self._blocks = []
        top = 0
        width = max(self.width() - theme.px(TEXT_LEFT) - theme.px(MENU), theme.px(80))
        year = None
        for entry in self._entries:
            height = theme.px(2) + _height(_title_font(entry), entry.title, width)
            height += sum(_height(theme.font("caption", numeric=True), detail, width) for detail in entry.details)
            height = max(height, theme.px(NODE)) + theme.px(AIR)
            self._blocks.append(_Block(entry, QRect(0, top, self.width(), height), entry.year != year))
            top, year = top + height, entry.year
        self.setFixedHeight(max(top, 1))
        self.update()

    def _node(self, block: _Block) -> QRect:
        return QRect(theme.px(YEAR_WIDTH), block.box.top(), theme.px(NODE), theme.px(NODE))

    def _dots(self, place: int) -> QRect:
        box = self._blocks[place].box
        return QRect(box.right() - theme.px(MENU), box.top(), theme.px(MENU), theme.px(MENU))

    def _menu_corner(self, place: int) -> QPoint:
        return self.mapToGlobal(self._dots(place).bottomLeft())

    def _open(self, place: int) -> None:
        self._ask_menu(place, self._menu_corner(place))

    def _ask_menu(self, place: int, at: QPoint) -> None:
        award = self._entries[place].award
        if award is not None:
            self.menu_wanted.emit(award, at)

    def _go(self, place: int) -> None:
        self._current = place
        self._speak()
        self.update()

    def _set_hover(self, place: int) -> None:
        if place != self._hover:
            self._hover = place
            self.update()

    def _at(self, point: QPoint) -> int:
        return next((place for place, block in enumerate(self._blocks) if block.box.contains(point)), -1)

    def _speak(self) -> None:
        entry = self._entries[self._current] if self._entries else None
        self.setAccessibleName("" if entry is None else ", ".join([str(entry.year), entry.title, *entry.details]))


def award_entry(row: AwardRow, grounds: Sequence[str] = ()) -> TimelineEntry:
    """An award with its decision, what it rested on, and why it was taken back."""
    details = [wording.decision(row.decision_number, row.decided_on), *grounds]
    if row.revocation is not None:
        told = row.revocation
        details.append(wording.revoked(told.revoked_on, told.reason, told.decision_number))
    return TimelineEntry(row.year, row.title, tuple(details), row, row.revocation is not None)


def _is_gold(row: AwardRow) -> bool:
    return row.key is not None and row.key is not TitleKey.ADVANCED_LABOURER


def _title_font(entry: TimelineEntry) -> QFont:
    made = theme.font("tableStrong" if entry.award is not None else "table")
    made.setStrikeOut(entry.is_struck)
    return made


def _height(font: QFont, words: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), int(WRAP), words).height()
