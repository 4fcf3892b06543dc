"""The base of dialogs that run one command: fields by name, refusals shown beside their field. Knows no command."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from thidua_gui.text import forms as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.form_area import FormArea
from thidua_gui.ui.forms.pick_field import PickField
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.field import Field

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes
    from thidua_gui.core.errors import Problem
    from thidua_gui.ui.context import Context

Command = Callable[[], "Changes"]
WIDTH = 520


class FormDialog(Dialog):
    """Subclasses add fields and return the command in `command`; it closes when the command was written. Fields scroll
    when the screen is too small for them; what is put into `body` stays in sight below them."""

    def __init__(self, context: Context, parent: QWidget, title: str, verb: str, *, text: str = "") -> None:
        super().__init__(parent, title, verb, text=text)
        self.context = context
        self.fields: dict[str, Field] = {}
        self.area = FormArea()
        self._grid = self.area.grid
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(12))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(self.area)
        self.area.changed.connect(self._grow_later)
        self._line = 0
        self._will_grow = False
        self.setMinimumWidth(theme.px(WIDTH))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def command(self) -> Command:
        """What is to be written, read from the fields now."""
        raise NotImplementedError

    def add_field(self, name: str, label: str, editor: QWidget, hint: str = "", *, half: int | None = None) -> Field:
        """A field over both columns, or the left (0) or right (1) half of a line."""
        field = Field(label, editor, hint)
        self.fields[name] = field
        top = Qt.AlignmentFlag.AlignTop
        if half is None:
            self._grid.addWidget(field, self._line, 0, 1, 2, top)
            self._line += 1
        else:
            self._grid.addWidget(field, self._line, half, top)
            self._line += half
        return field

    def end_line(self) -> None:
        """The right half of this line stays empty."""
        self._line += 1

    def add_widget(self, widget: QWidget) -> None:
        """Something that is no field, over both columns."""
        self._grid.addWidget(widget, self._line, 0, 1, 2)
        self._line += 1

    def submit(self) -> None:
        """Check what the fields themselves can tell, then run the command."""
        self.show_error("")
        for field in self.fields.values():
            field.set_error("")
        if not self._is_complete():
            return
        command = self.command()
        self.primary.setEnabled(False)
        self.context.jobs.command(lambda _: command(), self._done, self._refused)

    def refuse(self, name: str, sentence: str) -> None:
        """Say what is wrong beside a field and go there; without such a field at the foot of the dialog."""
        field = self.fields.get(name)
        if field is None:
            self.show_error(sentence)
        else:
            field.set_error(sentence)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._show_refused(field))

    def _show_refused(self, field: Field | None) -> None:
        self.grow()
        if field is not None:
            self.area.show_whole(field)

    def _grow_later(self) -> None:
        """Fields came or went, or have more to say."""
        if self.isVisible() and not self._will_grow:
            self._will_grow = True
            QTimer.singleShot(0, self, self._grow_now)

    def _grow_now(self) -> None:
        self._will_grow = False
        self.grow()

    def _is_complete(self) -> bool:
        for name, field in self.fields.items():
            editor = field.editor
            if isinstance(editor, DateField) and not editor.is_valid():
                self.refuse(name, wording.WRONG_DATE)
                return False
            if isinstance(editor, PickField) and not editor.is_settled():
                self.refuse(name, wording.NOT_CHOSEN)
                return False
        return True

    def _done(self, changes: Changes) -> None:
        if changes.operation is not None:
            self.context.bus.status.emit(wording.done(changes.title))
        self.accept()

    def _refused(self, problem: Problem) -> None:
        from thidua_gui.text.errors import sentence

        self.primary.setEnabled(True)
        self.refuse(str(problem.details.get("field", "")), sentence(problem))


def note_editor(text: str) -> QPlainTextEdit:
    """A field of three lines in which Tab leads on."""
    editor = QPlainTextEdit(text)
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(theme.row_height("body", 6) * 3)
    return editor
