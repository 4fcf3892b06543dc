"""Takes over the targets of another year. Runs one command."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.services import targets
from thidua_gui.services.target_choices import TargetSource
from thidua_gui.text import target_page as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog


class TakeDialog(FormDialog):
    """The newest year with something new stands first."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, sources: Sequence[TargetSource]
    ) -> None:
        text = wording.TAKE_TEXT if sources else wording.NO_SOURCE
        super().__init__(context, parent, wording.TAKE_TITLE, wording.TAKE_VERB, text=text)
        self._campaign_id = campaign_id
        self.year = QComboBox()
        for source in sources:
            self.year.addItem(wording.source(source.year, source.targets, source.new), source.campaign_id)
        self.add_field("year", wording.YEAR, self.year).setVisible(bool(sources))
        self.primary.setEnabled(bool(sources))

    def command(self) -> Command:
        source = CampaignId(self.year.currentData())
        return lambda: targets.take_targets(self._campaign_id, source)
