"""How the cells of a count look and are typed into: the grid's lines and chips, the candidate at hand tinted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.council.number_field import NumberField
from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.columns import Align
from thidua_gui.ui.widgets.grid.delegates import paint_chip
from thidua_gui.ui.widgets.grid.ink import Ink

if TYPE_CHECKING:
    from thidua_gui.ui.council.count_table import CountModel, CountTable

Index = QModelIndex | QPersistentModelIndex


class CountDelegate(QStyledItemDelegate):
    """Enter or Tab inside a number takes it and goes on."""

    def __init__(self, table: CountTable, model: CountModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._ink = Ink()
        theme.theme_switch().changed.connect(self._renew)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = NumberField(parent)
        editor.setProperty("cell", True)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        editor.setGeometry(box.adjusted(0, 0, -1, -1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRect(option.rect)
        at = self._table.currentIndex()
        is_line = at.isValid() and at.row() == index.row()
        painter.fillRect(box, self._ground(index, is_line=is_line))
        lines = self._ink.colours["border"]
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, lines)
        painter.fillRect(box.right(), box.top(), 1, box.height(), lines)
        inner = box.adjusted(self._ink.pad, 0, -self._ink.pad - 1, -1)
        self._words(painter, inner, index, is_line=is_line)
        if at == index and self._table.hasFocus() and self._model.field_of(index.column()) is not None:
            painter.setPen(QPen(self._ink.colours["accent"], 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _words(self, painter: QPainter, box: QRect, index: Index, *, is_line: bool) -> None:
        column = index.column()
        if column == 0:
            self._name(painter, box, index, is_line=is_line)
        elif self._model.field_of(column) is not None:
            self._number(painter, box, index)
        else:
            chip = self._model.chip(index.row())
            if chip is not None:
                paint_chip(painter, self._ink, box, chip, Align.CENTRE)
            else:
                shown = str(index.data() or "")
                self._ink.write(painter, box, shown, "text3", align=ink.CENTRE)

    def _name(self, painter: QPainter, box: QRect, index: Index, *, is_line: bool) -> None:
        """Beside the name what else holds for the line, as far as there is room."""
        name, font = str(index.data()), ink.BOLD if is_line else ink.PLAIN
        self._ink.write(painter, box, name, "text", font)
        out = self._model.note(index.row())
        rest = box.adjusted(self._ink.width(name, font) + self._ink.pad, 0, 0, 0)
        if out and rest.width() > self._ink.px(24):
            self._ink.write(painter, rest, out, "warning", ink.SMALL)

    def _number(self, painter: QPainter, box: QRect, index: Index) -> None:
        is_typed = self._model.is_typed(index)
        role, font = ("text", ink.TOTAL) if is_typed else ("text3", ink.PLAIN)
        self._ink.write(painter, box, str(index.data()), role, font, numeric=True, align=ink.RIGHT)

    def _ground(self, index: Index, *, is_line: bool) -> Qt.GlobalColor | object:
        if self._model.is_wrong(index):
            return self._ink.colours["errorTint"]
        return self._ink.colours["selection" if is_line else "surface"]

    def _renew(self) -> None:
        self._ink = Ink()
        self._table.viewport().update()

    def eventFilter(self, editor: object, event: object) -> bool:
        if _ends_typing(event) and isinstance(editor, QLineEdit):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self._table.go_on()
            return True
        return super().eventFilter(editor, event)  # type: ignore[arg-type]  # Qt hands over QObject and QEvent


def _ends_typing(event: object) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QKeyEvent.Type.KeyPress:
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
