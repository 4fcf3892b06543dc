"""One criterion in full, each field written as soon as it is left; asks the page to write. Knows no service."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.scoring import CriterionKind, Sheet, group_maximum, items_maximum
from thidua_gui.services.criteria_lines import LineEdit
from thidua_gui.text import criteria as wording
from thidua_gui.text.names import CRITERION_KINDS
from thidua_gui.ui import theme
from thidua_gui.ui.criteria.line_grid import LineRow, kind_of, points
from thidua_gui.ui.forms.fact_list import FactList
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.field import Field


class LinePanel(QFrame):
    """The line under the grid's cursor."""

    edited = Signal(object)
    """LineEdit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._row: LineRow | None = None
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self.number = QLineEdit()
        self.content = _Words()
        self.kind = QComboBox()
        for kind in CriterionKind:
            self.kind.addItem(CRITERION_KINDS[kind], kind)
        self.maximum, self.step, self.cap = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind_hint = QLabel()
        self.sums = FactList()
        self.none = EmptyState("clipboard-list", wording.DETAILS, wording.NO_LINE)
        self.fields = {
            "number": Field(wording.NUMBER, self.number),
            "content": Field(wording.CONTENT, self.content),
            "kind": Field(wording.KIND, self.kind),
            "maximum": Field(wording.MAXIMUM_LONG, self.maximum),
            "step": Field(wording.STEP_LONG, self.step, wording.STEP_TIP),
            "cap": Field(wording.CAP_LONG, self.cap, wording.CAP_TIP),
        }
        self._lay_out()
        self._connect()
        self.show_line(None, None)

    def show_line(self, sheet: Sheet | None, row: LineRow | None) -> None:
        """Another line, or the newest values of this one; what is being typed is left alone."""
        same = self._row is not None and row is not None and self._row.id == row.id
        self._row = row
        self._inside.setVisible(row is not None)
        self.none.setVisible(row is None)
        if row is None or sheet is None:
            return
        line = row.criterion
        self.heading.setText(wording.line_heading(line.number, kind_of(row)))
        self._put(self.number, line.number, same)
        if not (same and self.content.hasFocus()):
            self.content.setPlainText(line.content)
        self.kind.setCurrentIndex(self.kind.findData(line.kind))
        self.fields["kind"].set_hint(wording.KIND_HINTS[line.kind])
        for editor, value in ((self.maximum, line.maximum), (self.step, line.step), (self.cap, line.cap)):
            self._put(editor, points(value), same)
        for name in ("maximum", "step"):
            self.fields[name].setVisible(not row.is_group)
        self.fields["cap"].setVisible(row.is_group)
        self._show_sums(sheet, row)
        self._allow(row.is_open)
        if not same:
            self.clear_errors()

    def show_error(self, field: str, sentence: str) -> bool:
        """Say what is wrong beside its field; False when the panel has no such field."""
        self.clear_errors()
        if field not in self.fields:
            return False
        self.fields[field].set_error(sentence)
        return True

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for field in self.fields.values():
            field.set_error("")

    def _put(self, editor: QLineEdit, text: str, same: bool) -> None:
        if not (same and editor.hasFocus() and editor.isModified()):
            editor.setText(text)
            editor.setCursorPosition(0)

    def _show_sums(self, sheet: Sheet, row: LineRow) -> None:
        self.sums.setVisible(row.is_group)
        if row.is_group:
            whole, required = (
                items_maximum(sheet, row.criterion.id, bonuses=bonuses).shortest for bonuses in (True, False)
            )
            counted = group_maximum(sheet, row.criterion.id).shortest
            facts = [(wording.ITEMS, whole)]
            facts += [(wording.ITEMS_REQUIRED, required)] if required != whole else []
            facts += [(wording.COUNTED, counted)] if counted != whole else []
            self.sums.show_sections([("", facts)])

    def _allow(self, is_open: bool) -> None:
        for editor in (self.number, self.maximum, self.step, self.cap):
            editor.setReadOnly(not is_open)
        self.content.setReadOnly(not is_open)
        self.kind.setEnabled(is_open)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(self.heading)
        for name in ("number", "content", "kind", "maximum", "step", "cap"):
            column.addWidget(self.fields[name])
        column.addWidget(self.sums)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("transparent", True)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._inside, 1)
        whole.addWidget(self.none, 1)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 1, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        for name in ("number", "maximum", "step", "cap"):
            editor = self.fields[name].editor
            assert isinstance(editor, QLineEdit)
            editor.editingFinished.connect(lambda name=name, editor=editor: self._commit(name, editor.text()))
        self.content.left.connect(lambda: self._commit("content", self.content.toPlainText()))
        self.kind.activated.connect(lambda _: self._commit("kind", self.kind.currentText()))

    def _commit(self, name: str, text: str) -> None:
        row = self._row
        if row is None or not row.is_open or text.strip() == _value(row, name):
            return
        self.edited.emit(LineEdit(CriterionId(row.id), name, text))


class _Words(QPlainTextEdit):
    """Four lines in which Tab leads on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.row_height("body", 6) * 4)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _value(row: LineRow, name: str) -> str:
    line = row.criterion
    plain = {"number": line.number, "content": line.content, "kind": kind_of(row)}
    numbers = {"maximum": line.maximum, "step": line.step, "cap": line.cap}
    return plain[name] if name in plain else points(numbers[name])
