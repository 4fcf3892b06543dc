"""Units to tick off for what they handed in otherwise than as a workbook. Runs one command."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.services import submissions
from thidua_gui.text import schedule as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.widgets.date_field import DateField


class SubmittedDialog(FormDialog):
    """The day on which the chosen units handed in."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, units: Sequence[UnitId],
        kind: SubmissionKind,
    ) -> None:  # fmt: skip
        super().__init__(context, parent, wording.MARK_TITLE, wording.MARK, text=wording.marked(len(units)))
        self._campaign_id, self._units, self._kind = campaign_id, tuple(units), kind
        self.submitted_on = DateField(context.clock().date())
        self.note = QLineEdit()
        self.add_field("submitted_on", wording.SUBMITTED_ON, self.submitted_on, half=0)
        self.end_line()
        self.add_field("note", wording.NOTE, self.note)
        self.submitted_on.setFocus()

    def submit(self) -> None:
        """A day must be given."""
        if self.submitted_on.is_valid() and self.submitted_on.day() is None:
            self.refuse("submitted_on", wording.DAY_MISSING)
        else:
            super().submit()

    def command(self) -> Command:
        day = self.submitted_on.day() or date.max
        return partial(submissions.record, self._campaign_id, self._units, self._kind, day, self.note.text())
