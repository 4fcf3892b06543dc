"""The year's milestones on one line, painted; arrow keys move between them. Knows no service."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from thidua_gui.core.timeline import MilestoneState
from thidua_gui.services.overview import NamedStatus
from thidua_gui.text import overview as wording
from thidua_gui.ui import icons, theme

_ICON = {
    MilestoneState.DONE: "check",
    MilestoneState.LATE: "alert-triangle",
    MilestoneState.CURRENT: "flag",
    MilestoneState.UNDER_WAY: "progress",
}
_NODE = 32
_TOP = 16


class Timeline(QWidget):
    """One node a milestone: state by icon, colour and words. Enter or a click opens it."""

    opened = Signal(object)
    """NamedStatus of the milestone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[NamedStatus, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(wording.TIMELINE)
        theme.theme_switch().changed.connect(self.updateGeometry)

    def show_milestones(self, items: Sequence[NamedStatus]) -> None:
        """Show these, in order."""
        self._items = tuple(items)
        self._current = min(self._current, max(0, len(self._items) - 1))
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(720), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(480), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _height(self) -> int:
        return self._rows() * self._row_height() + theme.px(8)

    def _row_height(self) -> int:
        strong, plain = (QFontMetrics(theme.font(step)).height() for step in ("tableStrong", "table"))
        return theme.px(_TOP + _NODE + 8) + self._name_lines() * strong + 2 * plain + theme.px(12)

    def _rows(self) -> int:
        """Two when dates and counts do not fit below one row of nodes."""
        return 1 if self._widest_fact() <= self.width() // max(1, len(self._items)) - theme.px(2) else 2

    def _per_row(self) -> int:
        return max(1, -(-len(self._items) // self._rows()))

    def _widest_fact(self) -> int:
        metrics = QFontMetrics(theme.font("tableStrong", numeric=True))
        facts = [fact for item in self._items for fact in _facts(item)]
        return max((metrics.horizontalAdvance(fact) for fact in facts), default=0)

    def _room(self) -> int:
        """Width of the words below one node."""
        return self.width() // self._per_row() - theme.px(2)

    def _name_lines(self) -> int:
        """Two when a name is wider than its place."""
        metrics, room = QFontMetrics(theme.font("tableStrong")), self._room()
        return 2 if any(metrics.horizontalAdvance(item.name) > room for item in self._items) else 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._items:
            self.opened.emit(self._items[self._current])
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._items:
            super().keyPressEvent(event)
            return
        self._current = max(0, min(len(self._items) - 1, self._current + step))
        self._describe()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._items and inside and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self._items[self._place_at(event.position().toPoint())])
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._items:
            place = self._place_at(event.pos())
            QToolTip.showText(event.globalPos(), self._spoken(place), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._items:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        for place, item in enumerate(self._items):
            self._paint_node(painter, place, item)
            self._paint_words(painter, place, item)

    def _place_at(self, point: QPoint) -> int:
        """The milestone whose words or node are there."""
        across = int(point.x() * self._per_row() / max(1, self.width()))
        place = point.y() // self._row_height() * self._per_row() + across
        return max(0, min(len(self._items) - 1, place))

    def _centre(self, place: int) -> QPointF:
        row, across = divmod(place, self._per_row())
        step = self.width() / self._per_row()
        return QPointF(step * (across + 0.5), row * self._row_height() + theme.px(_TOP) + theme.px(_NODE) / 2)

    def _paint_line(self, painter: QPainter) -> None:
        reached = self._reached()
        for place in range(len(self._items) - 1):
            here, there = self._centre(place), self._centre(place + 1)
            if here.y() == there.y():
                role = "successFill" if place < reached else "borderStrong"
                painter.setPen(QPen(theme.colour(role), theme.px(2)))
                painter.drawLine(here, there)

    def _reached(self) -> int:
        """Place of the last milestone with nothing unfinished before it; -1 when the first is not done."""
        states = [item.status.state is MilestoneState.DONE for item in self._items]
        return (states.index(False) if False in states else len(states)) - 1

    def _paint_node(self, painter: QPainter, place: int, item: NamedStatus) -> None:
        state = item.status.state
        ring, fill, sign = _node_colours(state, bool(item.status.missing))
        side = theme.px(_NODE)
        box = QRectF(0, 0, side, side)
        box.moveCenter(self._centre(place))
        painter.setPen(QPen(ring, theme.px(2)))
        painter.setBrush(fill)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        icon = "alert-triangle" if state is MilestoneState.DONE and item.status.missing else _ICON.get(state, "")
        if icon:
            icons.paint(painter, icon, sign, box.toAlignedRect(), 16)
        if self.hasFocus() and place == self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("text"), 2))
            painter.drawEllipse(box.adjusted(-4, -4, 4, 4))

    def _paint_words(self, painter: QPainter, place: int, item: NamedStatus) -> None:
        width = self._room()
        centre = self._centre(place)
        left, top = round(centre.x() - width / 2), round(centre.y() + theme.px(_NODE) / 2) + theme.px(8)
        name_role = "accentText" if item.status.state is MilestoneState.CURRENT else "text"
        top = self._paint_name(painter, QRect(left, top, width, 0), item.name, name_role)
        when, note = _facts(item)
        for words, step, role in ((when, "table", "text2"), (note, *_note_look(item))):
            font = theme.font(step, numeric=True)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width, metrics.height()), Qt.AlignmentFlag.AlignHCenter, shown)
            top += metrics.height() + theme.px(1)

    def _paint_name(self, painter: QPainter, place: QRect, name: str, role: str) -> int:
        """In one line, or two where any of the names needs them; gives the top of what follows."""
        font = theme.font("tableStrong")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        box = QRect(place.left(), place.top(), place.width(), metrics.height() * self._name_lines())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, name)
        return box.bottom() + 1 + theme.px(1)

    def _spoken(self, place: int) -> str:
        item = self._items[place]
        return wording.milestone_spoken(item.name, item.status, item.note)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._spoken(self._current) if self._items else "")


def _facts(item: NamedStatus) -> tuple[str, str]:
    """The two lines below a name."""
    return wording.milestone_when(item.status), wording.milestone_note(item.status, item.note)


def _node_colours(state: MilestoneState, is_lacking: bool) -> tuple[QColor, QColor, str]:
    """Ring, filling and the role of the sign."""
    if state is MilestoneState.DONE:
        if is_lacking:
            return theme.colour("warningFill"), theme.colour("warningTint"), "warning"
        return theme.colour("successFill"), theme.colour("successFill"), "onAccent"
    if state is MilestoneState.LATE:
        return theme.colour("error"), theme.colour("errorTint"), "error"
    if state is MilestoneState.CURRENT:
        return theme.colour("accent"), theme.colour("accent"), "onAccent"
    return theme.colour("borderStrong"), theme.colour("surface"), "text2"


def _note_look(item: NamedStatus) -> tuple[str, str]:
    """Type step and colour of the second line."""
    state = item.status.state
    if state is MilestoneState.LATE:
        return "tableStrong", "error"
    if state is MilestoneState.CURRENT:
        return "tableStrong", "accentText"
    return ("tableStrong", "warning") if item.status.missing and state is MilestoneState.DONE else ("table", "text2")
