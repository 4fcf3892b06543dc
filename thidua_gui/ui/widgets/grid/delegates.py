"""Draws cells: ground, lines, current cell, words with highlights. Knows the model's faces, no feature."""

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from thidua_gui.text import grid as wording
from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.columns import Align, CellState, Chip, Column, Kind, Look, ScoreCell, Tone, words_of
from thidua_gui.ui.widgets.grid.ink import Ink
from thidua_gui.ui.widgets.grid.snapshot_model import Index

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

_SELECTED = QStyle.StateFlag.State_Selected
_ALIGN = {Align.LEFT: ink.LEFT, Align.CENTRE: ink.CENTRE, Align.RIGHT: ink.RIGHT}
_FONT_OF = {
    Look.PLAIN: ink.PLAIN,
    Look.STRONG: ink.STRONG,
    Look.MUTED: ink.PLAIN,
    Look.SMALL: ink.SMALL,
    Look.TOTAL: ink.TOTAL,
}
_QUIET = (Look.MUTED, Look.SMALL)
FOCUS_BAR = 3
TONES = {
    Tone.OK: ("success", "successTint", "successFill"),
    Tone.WARNING: ("warning", "warningTint", "warningFill"),
    Tone.ERROR: ("error", "errorTint", "error"),
    Tone.GOLD: ("gold", "goldTint", "goldLine"),
    Tone.NEUTRAL: ("text2", "surfaceAlt", "border"),
    Tone.INFO: ("info", "infoTint", "info"),
}


class CellDelegate(QStyledItemDelegate):
    """The ground of every cell; subclasses draw what stands on it."""

    def __init__(self, grid: "GridView") -> None:
        super().__init__(grid)
        self.grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, content, lines, and the border of the current cell."""
        grid, line, column = self.grid, index.row(), index.column()
        model = grid.snapshot
        if model.heading(line) is not None:
            return
        box: QRect = cast(Any, option).rect
        face = model.face(line, column)
        editing = grid.editing.is_at(line, column)
        colours = grid.ink.colours
        ground = "surface" if editing else self._ground(option, line, column, face)
        painter.fillRect(box, colours[ground])
        border = colours["border"]
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, border)
        if grid.vertical_lines:
            painter.fillRect(box.right(), box.top(), 1, box.height(), border)
        self.paint_face(painter, box, line, model.columns[column], face, editing)
        if not grid.cells and line == grid.current_line and column == grid.visible_columns()[0] and grid.has_focus():
            painter.fillRect(box.left(), box.top(), FOCUS_BAR, box.height() - 1, colours["accentText"])
        if grid.shows_current(line, column):
            self._frame(painter, box, "accentText" if grid.has_focus() else "borderStrong")

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The model's tooltip, or the words of a cell that has no room for them."""
        line, place = index.row(), index.column()
        if index.isValid() and not index.data(int(Qt.ItemDataRole.ToolTipRole)):
            column, words = self.grid.snapshot.columns[place], self.grid.snapshot.words(line, place)
            name = _FONT_OF[self.grid.snapshot.look(line, place)]
            room = view.visualRect(index).width() - 2 * self.grid.ink.pad
            if self.grid.ink.width(words, name, column.numeric) > room:
                QToolTip.showText(event.globalPos(), words, view)
                return True
        return super().helpEvent(event, view, option, index)

    def paint_face(
        self, painter: QPainter, box: QRect, line: int, column: Column[Any], face: object, editing: bool
    ) -> None:
        """The content of a cell; while it is edited the editor shows the words."""
        raise NotImplementedError

    def tint(self, face: object) -> str:
        """Role of a ground that the cell's own state wants."""
        return ""

    def _ground(self, option: QStyleOptionViewItem, line: int, column: int, face: object) -> str:
        grid = self.grid
        if grid.block_selected and cast(Any, option).state & _SELECTED:
            return "accentTint2" if grid.cells else "selection"
        own = self.tint(face)
        if own:
            return own
        if line == grid.current_line:
            return "selection"
        if line == grid.hover_line:
            return "hover"
        return (
            "surfaceAlt"
            if grid.snapshot.alternate(line) or grid.snapshot.columns[column].look is Look.TOTAL
            else "surface"
        )

    def _frame(self, painter: QPainter, box: QRect, role: str) -> None:
        pen = QPen(self.grid.ink.colours[role], 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1))


class TextDelegate(CellDelegate):
    """Words, numbers and dates, with what a filter found marked; a typed column's refused words with an icon."""

    def tint(self, face: object) -> str:
        """Missing and refused cells stand out."""
        return _trouble_tint(face)

    def paint_face(
        self, painter: QPainter, box: QRect, line: int, column: Column[Any], face: object, editing: bool
    ) -> None:
        """One line of words, elided, perhaps an icon before it."""
        grid, pen = self.grid, self.grid.ink
        box = box.adjusted(pen.pad, 0, -pen.pad, -1)
        row = grid.snapshot.row_at(line)
        if column.indent is not None and row is not None:
            box.setLeft(box.left() + column.indent(row) * pen.px(20))
        if column.icon is not None and row is not None and (icon := column.icon(row)):
            pen.icon(painter, icon, "text2", QRect(box.left(), box.top(), pen.px(16), box.height()), 16)
            box.setLeft(box.left() + pen.px(22))
        if editing:
            return
        if isinstance(face, ScoreCell) and face.state is CellState.ERROR:
            pen.icon(painter, "alert-circle", "error", QRect(box.left(), box.top(), pen.px(16), box.height()), 14)
            box.setLeft(box.left() + pen.px(20))
            pen.write(painter, box, face.text, "error", ink.STRONG, numeric=column.numeric)
            return
        words = words_of(face)
        look = grid.snapshot.look(line, grid.snapshot.column_place(column.key))
        name = _FONT_OF[look]
        if look is Look.STRONG and line == grid.current_line:
            name = ink.BOLD
        align = _ALIGN[column.alignment]
        query = grid.snapshot.query_for(column)
        if query:
            pen.mark(painter, box, words, query, name, numeric=column.numeric, align=align)
        if words == wording.BLANK:
            name, look = ink.PLAIN, Look.MUTED
        role = "text2" if look in _QUIET else "text"
        pen.write(painter, box, words, role, name, numeric=column.numeric, align=align)


class ScoreDelegate(CellDelegate):
    """Two scores: the stage before small at the left, the current one at the right."""

    def tint(self, face: object) -> str:
        """Missing and refused cells stand out."""
        return _trouble_tint(face)

    def paint_face(
        self, painter: QPainter, box: QRect, line: int, column: Column[Any], face: object, editing: bool
    ) -> None:
        """Previous, difference, current; a refused value keeps its words beside an icon."""
        if not isinstance(face, ScoreCell):
            return
        pen = self.grid.ink
        inner = box.adjusted(pen.pad, 0, -pen.pad, -1)
        if face.state is CellState.ERROR:
            self._frame(painter, box.adjusted(0, 0, 0, -1), "error")
            pen.icon(painter, "alert-circle", "error", QRect(inner.left(), inner.top(), pen.px(16), inner.height()), 14)
        elif face.previous:
            pen.write(painter, inner, face.previous, "text3", ink.TINY, numeric=True)
        if editing:
            return
        if face.difference and face.text and face.state is not CellState.ERROR:
            self._triangle(painter, inner, face)
        self._current(painter, inner, face)

    def _current(self, painter: QPainter, inner: QRect, face: ScoreCell) -> None:
        pen = self.grid.ink
        if face.state is CellState.MISSING:
            pen.write(painter, inner, face.text or wording.UNSCORED, "warning", ink.SMALL_BOLD, align=ink.RIGHT)
        elif face.state is CellState.ERROR:
            pen.write(painter, inner, face.text, "error", ink.STRONG, numeric=True, align=ink.RIGHT)
        elif face.state is CellState.LOCKED:
            pen.write(painter, inner, face.text or wording.BLANK, "text3", ink.PLAIN, numeric=True, align=ink.RIGHT)
        else:
            self._plain(painter, inner, face)

    def _plain(self, painter: QPainter, inner: QRect, face: ScoreCell) -> None:
        pen = self.grid.ink
        if face.text in ("", wording.BLANK):
            pen.write(painter, inner, wording.BLANK, "text2", align=ink.RIGHT)
        else:
            role = "warning" if face.difference else "text"
            pen.write(painter, inner, face.text, role, ink.STRONG, numeric=True, align=ink.RIGHT)

    def _triangle(self, painter: QPainter, inner: QRect, face: ScoreCell) -> None:
        pen = self.grid.ink
        half = pen.px(3)
        middle = QPoint(inner.right() - pen.width(face.text, ink.STRONG, True) - pen.px(8), inner.center().y())
        tip = -half if face.difference > 0 else half
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.colours["warning"])
        corners = [middle + QPoint(-half, -tip), middle + QPoint(half, -tip), middle + QPoint(0, tip)]
        painter.drawPolygon(QPolygon(corners))
        painter.restore()


class ChipDelegate(CellDelegate):
    """A state or award as icon and word; BADGE leaves the frame away."""

    def paint_face(
        self, painter: QPainter, box: QRect, line: int, column: Column[Any], face: object, editing: bool
    ) -> None:
        """A chip 22 px high, or bare icon and word."""
        if not isinstance(face, Chip) or editing or not face.word:
            return
        pen = self.grid.ink
        if column.kind is Kind.BADGE and face.tone is Tone.NEUTRAL and not face.icon:
            inner = box.adjusted(pen.pad, 0, -pen.pad, -1)
            pen.write(painter, inner, face.word, "text", align=_ALIGN[column.alignment])
            return
        paint_chip(painter, pen, box.adjusted(2, 0, -2, -1), face, column.alignment, framed=column.kind is Kind.CHIP)


class CheckDelegate(CellDelegate):
    """A check box; the whole cell is its target."""

    def paint_face(
        self, painter: QPainter, box: QRect, line: int, column: Column[Any], face: object, editing: bool
    ) -> None:
        """A box with or without its mark."""
        state = Qt.CheckState.Checked if words_of(face) else Qt.CheckState.Unchecked
        self.grid.ink.check_box(painter, box.adjusted(0, 0, -1, -1).center(), state)


def paint_chip(painter: QPainter, pen: Ink, box: QRect, chip: Chip, align: Align, *, framed: bool = True) -> None:
    """Icon 14 and word 12/600 in a frame 22 px high."""
    text_role, tint, line = TONES[chip.tone]
    icon_room = pen.px(18) if chip.icon else 0
    pad = pen.px(7)
    wanted = pen.width(chip.word, ink.SMALL_BOLD) + icon_room + 2 * pad
    width, height = min(wanted, box.width()), pen.px(22)
    left = {Align.LEFT: box.left() + pen.px(6), Align.RIGHT: box.right() - width - pen.px(5)}.get(
        align, box.left() + (box.width() - width) // 2
    )
    frame = QRect(left, box.top() + (box.height() - height) // 2, width, height)
    if framed:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(pen.colours[tint])
        painter.setPen(pen.colours[line])
        painter.drawRoundedRect(frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.restore()
    if chip.icon:
        pen.icon(painter, chip.icon, text_role, QRect(left + pad, frame.top(), pen.px(14), height), 14)
    words = frame.adjusted(pad + icon_room, 0, -pad + 1, 0)
    pen.write(painter, words, chip.word, text_role, ink.SMALL_BOLD)


def _trouble_tint(face: object) -> str:
    if isinstance(face, ScoreCell):
        if face.state is CellState.ERROR:
            return "errorTint"
        return "warningTint" if face.state is CellState.MISSING else ""
    return ""


DELEGATES: dict[Kind, type[CellDelegate]] = {
    Kind.TEXT: TextDelegate,
    Kind.NUMBER: TextDelegate,
    Kind.DATE: TextDelegate,
    Kind.SCORE: ScoreDelegate,
    Kind.CHIP: ChipDelegate,
    Kind.BADGE: ChipDelegate,
    Kind.CHECK: CheckDelegate,
    Kind.PICK: CheckDelegate,
}
