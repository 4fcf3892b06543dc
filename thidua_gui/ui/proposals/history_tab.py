"""Lịch sử: who moved the proposal, when, from where to where and why. Asks nobody."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_gui.services.proposal_views import Dossier
from thidua_gui.text import proposals_panel as wording
from thidua_gui.ui.proposals.panel_tab import PanelTab
from thidua_gui.ui.proposals.tinted_row import Lines, TintedRow


class HistoryTab(PanelTab):
    """The newest step first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.HISTORY, parent)

    def show_dossier(self, seen: Dossier) -> None:
        self.start()
        for event in reversed(seen.events):
            lines: Lines = [
                (wording.event(event.from_state, event.to_state), "tableStrong"),
                (wording.event_by(event.at, event.user), "caption"),
            ]
            lines += [(event.reason, "table")] if event.reason else []
            self.add_row(TintedRow("history" if event.from_state else "plus", "text2", lines))
        if not seen.events:
            self.add_words(wording.NO_EVENTS)
        self.finish()
