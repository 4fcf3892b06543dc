"""Danh sách trích ngang: the list on screen as PDF and Excel. Asks no service of proposals."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from thidua_gui.text import proposals_page as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.proposals.found import WORDS, View
from thidua_gui.ui.proposals.proposal_columns import ON_PAPER
from thidua_gui.ui.proposals.view import ProposalsView

if TYPE_CHECKING:
    from thidua_gui.services.list_documents import ShownList


class ProposalOutput:
    """Rows in the order of the screen; rating and achievement belong on paper even while they are hidden."""

    def __init__(
        self, context: Context, window: QWidget, view: ProposalsView, label: Callable[[], str]
    ) -> None:
        """`label`: what must stand on every list while verdicts are provisional, "" else."""
        self._label = label
        self._context = context
        self._window = window
        self._view = view

    def preview(self) -> None:
        """Ctrl+P."""
        shown = self._shown()
        if shown.words:
            list_output.preview(self._window, self._context, shown)

    def save_excel(self) -> None:
        """Ctrl+E."""
        shown = self._shown()
        if shown.words:
            list_output.save_excel(self._window, self._context, shown)

    def open_menu(self) -> None:
        """Below the button."""
        menu = QMenu(self._window)
        menu.addAction(wording.EXTRACT_PDF).triggered.connect(self.preview)
        menu.addAction(wording.EXTRACT_EXCEL).triggered.connect(self.save_excel)
        list_output.drop_menu(menu, self._view.extract)

    def open_columns(self) -> None:
        """Which columns are shown; the list in Excel and on paper."""
        list_output.open_list_menu(self._view.grid, self._view.columns, self.save_excel, self.preview)

    def _shown(self) -> ShownList:
        view, on = self._view, self._context.clock().date()
        tab = view.tabs.current
        name = "" if tab is None else tab.name
        subject: tuple[str, ...] = (wording.of_year(self._context.year),)
        if view.view is View.LISTED:
            grid = view.grid
            title = wording.REPORTED.format(name=name)
            if self._label():
                subject = (*subject, self._label())
            also = (*ON_PAPER, *grid.arrangement.yielded)
            return list_output.shown_list(grid, grid.lines.shown_rows, title, subject, on, also)
        found = view.found[view.view]
        title = WORDS[view.view][1] if view.view is View.DUPLICATES else f"{WORDS[view.view][1]}: {name}"
        return list_output.shown_list(found.grid, found.model.shown_rows, title, subject, on)
