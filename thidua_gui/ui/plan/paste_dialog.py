"""Takes a whole plan as it was copied from a word processor. Runs one command."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.services import plan_edit
from thidua_gui.text import plan as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog


class PasteDialog(FormDialog):
    """The headings tell where each paragraph belongs."""

    def __init__(self, context: Context, parent: QWidget, campaign_id: CampaignId) -> None:
        super().__init__(context, parent, wording.PASTE_WHOLE, wording.PASTE_VERB)
        self._campaign_id = campaign_id
        self.pasted = QPlainTextEdit()
        self.pasted.setTabChangesFocus(True)
        self.pasted.setFixedHeight(theme.px(300))
        self.add_field("text", wording.PASTED_TEXT, self.pasted, wording.PASTE_HINT)
        self.setMinimumWidth(theme.px(640))
        self.pasted.setFocus()

    def command(self) -> Command:
        words = self.pasted.toPlainText()
        return lambda: plan_edit.add_document(self._campaign_id, words)
