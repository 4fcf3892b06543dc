"""Asks why the council departs from the unit's points; reason and score are written together by the caller."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from thidua_gui.text import score_why as wording
from thidua_gui.ui.forms.form_dialog import note_editor
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.field import Field


class ReasonDialog(Dialog):
    """No reason, no score."""

    given = Signal(str)

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, wording.GIVE_REASON_TITLE, wording.GIVE_REASON_VERB, text=question)
        self.reason = note_editor("")
        self.field = Field(wording.REASON, self.reason, wording.REASON_HINT)
        self.body.addWidget(self.field)
        self.reason.setFocus()

    def submit(self) -> None:
        """Refuse silence."""
        said = self.reason.toPlainText().strip()
        if said:
            self.accept()
            self.given.emit(said)
        else:
            self.field.set_error(wording.REASON_NEEDED)
            QTimer.singleShot(0, self, self.adjustSize)
