"""Noting and correcting a discipline of the year. Runs one command."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.services import disciplines
from thidua_gui.services.disciplines import DisciplineDraft
from thidua_gui.services.person_detail import DisciplineRow
from thidua_gui.text import disciplines as wording
from thidua_gui.text import people as common
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.widgets.date_field import DateField


class DisciplineDialog(FormDialog):
    """Kỷ luật; `row` None adds one."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, person_id: PersonId, name: str,
        row: DisciplineRow | None,
    ) -> None:  # fmt: skip
        title, verb = (wording.ADD, common.ADD_VERB) if row is None else (wording.EDIT, common.SAVE)
        super().__init__(context, parent, title, verb, text=name)
        self._campaign_id, self._person_id, self._row = campaign_id, person_id, row
        self.form = editable_choice(wording.FORMS, None if row is None else row.form)
        self.decided_on = DateField(None if row is None else row.decided_on)
        self.ended_on = DateField(None if row is None else row.ended_on)
        self.number = QLineEdit("" if row is None else row.decision_number or "")
        self.related = QComboBox()
        for related, words in wording.TASK_CHOICES.items():
            self.related.addItem(words, related)
        self.related.setCurrentIndex(list(wording.TASK_CHOICES).index(None if row is None else row.task_related))
        self.reason = QLineEdit("" if row is None else row.reason or "")
        self.add_field("form", wording.FORM, self.form)
        self.add_field("decision_number", wording.DECISION_NUMBER, self.number, half=0)
        self.add_field("decided_on", wording.DECIDED_ON, self.decided_on, half=1)
        self.add_field("task_related", wording.TASK_RELATED, self.related, half=0)
        self.add_field("ended_on", wording.ENDED_ON, self.ended_on, wording.ENDED_HINT, half=1)
        self.add_field("reason", wording.REASON, self.reason)
        self.form.setFocus()

    def command(self) -> Command:
        draft = DisciplineDraft(
            self.form.currentText(), self.decided_on.day(), self.ended_on.day(), self.number.text(),
            self.related.currentData(), self.reason.text(),
        )  # fmt: skip
        if self._row is None:
            return partial(disciplines.add_discipline, self._campaign_id, self._person_id, draft)
        return partial(disciplines.edit_discipline, self._row.id, draft)
