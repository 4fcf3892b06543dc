"""Revoking an award: day, decision, reason, and first what rests on it. Runs one command."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from thidua_gui.services import awards_edit
from thidua_gui.services.awards import AwardRow
from thidua_gui.text import awards as wording
from thidua_gui.text import revocations
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.effects_list import EffectsList
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.widgets.date_field import DateField


class RevokeDialog(FormDialog):
    """Thu hồi."""

    def __init__(self, context: Context, parent: QWidget, row: AwardRow, on: date) -> None:
        super().__init__(context, parent, wording.DIALOG_REVOKE, wording.REVOKE_VERB, text=wording.REVOKE_TEXT)
        self._award_id = row.id
        what = QLabel(wording.what(row.name, row.title, row.year))
        what.setProperty("role", "strong")
        what.setWordWrap(True)
        self.add_widget(what)
        self.revoked_on = DateField(on)
        self.number = QLineEdit()
        self.reason = QLineEdit()
        self.effects = EffectsList(context, is_after=False)
        self.add_field("revoked_on", wording.REVOKED_ON, self.revoked_on, half=0)
        self.add_field("decision_number", revocations.DECISION, self.number, half=1)
        self.add_field("reason", wording.REASON, self.reason)
        self.body.addWidget(self.effects, 1)
        self.setMinimumWidth(theme.px(680))
        self.effects.found.connect(self.grow)
        self.reason.setFocus()
        self.effects.look(row.id)

    def command(self) -> Command:
        award_id, revoked_on, reason = self._award_id, self.revoked_on.day(), self.reason.text()
        number = self.number.text()
        return lambda: awards_edit.revoke_award(award_id, revoked_on, reason, number)
