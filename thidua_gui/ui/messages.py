"""Questions and refusals in dialogs with verbs on their buttons; knows no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_gui.text import shell
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.field import Field

if TYPE_CHECKING:
    from thidua_gui.core.errors import Problem


def confirm(parent: QWidget | None, title: str, text: str, verb: str, *, danger: bool = False) -> bool:
    """Ask before something that cannot be undone; with `danger` the safe answer is the preset one."""
    return bool(Dialog(parent, title, verb, text=text, danger=danger).exec())


def tell(parent: QWidget | None, title: str, text: str, *, details: str = "") -> None:
    """Say something that must not be overlooked; `details` can be copied."""
    dialog = Dialog(parent, title, shell.UNDERSTOOD, text=text)
    dialog.secondary.hide()
    if details:
        copy = push(shell.COPY_DETAILS, "copy", "flat")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        dialog.add_button(copy)
    dialog.exec()


def show_problem(parent: QWidget | None, problem: Problem, title: str = "") -> None:
    """Say why something was refused or failed."""
    from thidua_gui.text.errors import sentence

    tell(parent, title or shell.PROBLEM, sentence(problem), details=f"{problem.code} {problem.details}")


class TextDialog(Dialog):
    """Asks for one line."""

    def __init__(self, parent: QWidget | None, title: str, label: str, verb: str, *, text: str, needed: str) -> None:
        super().__init__(parent, title, verb)
        self._needed = needed
        self.line = QLineEdit(text)
        self.line.selectAll()
        self.field = Field(label, self.line)
        self.body.addWidget(self.field)
        self.line.setFocus()

    def submit(self) -> None:
        """Close unless the line is needed and empty."""
        if self._needed and not self.line.text().strip():
            self.field.set_error(self._needed)
        else:
            self.accept()


def ask_text(
    parent: QWidget | None, title: str, label: str, verb: str, *, text: str = "", needed: str = ""
) -> str | None:
    """One line from the user, None if cancelled; `needed` is the sentence shown when it is empty."""
    dialog = TextDialog(parent, title, label, verb, text=text, needed=needed)
    return dialog.line.text().strip() if dialog.exec() else None
