"""The bar under the list while several proposals are selected: what can be done with all of them. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from thidua_gui.services.proposal_views import ProposalRow
from thidua_gui.text import proposals as service_wording
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui.proposals.desk import ProposalDesk, common_steps, next_step
from thidua_gui.ui.proposals.found import View
from thidua_gui.ui.proposals.view import ProposalsView
from thidua_gui.ui.widgets.grid.columns import CellEdit


class Selection(QObject):
    """Follows the list's selection; hidden while less than two lines are selected."""

    def __init__(self, view: ProposalsView, desk: ProposalDesk) -> None:
        super().__init__(view)
        self._view, self._desk = view, desk
        self._connect()

    def mark(self) -> None:
        """Space: the selected lines are marked for the council, or no more."""
        rows, flag = self._view.grid.to_mark()
        self._set_listed(rows, flag)

    def take(self, edits: Sequence[CellEdit]) -> None:
        """A click on a mark, or marks that were pasted or filled down: each as it says."""
        for flag in (True, False):
            ids = {edit.row_id for edit in edits if bool(edit.text.strip()) is flag}
            self._set_listed([row for row in self._view.grid.lines.rows if row.id in ids], flag)

    def _set_listed(self, rows: Sequence[ProposalRow], flag: bool) -> None:
        """On screen at once, so that the next press already sees it; the list read anew has the last word."""
        if rows and not self._desk.is_closed:
            self._view.grid.lines.patch_rows(replace(row, is_listed=flag) for row in rows)
            self._desk.set_listed(rows, flag)

    def show(self, *_: object) -> None:
        """The buttons fit what is selected now."""
        view, rows = self._view, self._view.grid.chosen()
        many = len(rows) > 1 and view.view is View.LISTED and not self._desk.is_closed
        view.bulk.setVisible(many)
        if not many:
            return
        view.bulk.count.setText(wording.selected(len(rows)))
        marked, flag = view.grid.to_mark()
        view.bulk_list.setText(wording.BULK_LIST if flag else wording.BULK_UNLIST)
        view.bulk_list.setEnabled(bool(marked))
        to = next_step(rows)
        view.bulk_step.setVisible(to is not None)
        view.bulk_step.setText("" if to is None else service_wording.ACTIONS[to])
        view.bulk_more.setEnabled(len(common_steps(rows)) > 1)

    def open_steps(self) -> None:
        """Above its button: every step that all of them may take, but the usual one."""
        rows, button = self._view.grid.chosen(), self._view.bulk_more
        menu = QMenu(self._view)
        usual = next_step(rows)
        for to in common_steps(rows):
            if to is not usual:
                act = menu.addAction(service_wording.ACTIONS[to])
                act.triggered.connect(lambda _=False, to=to: self._desk.move(rows, to))
        at = button.mapToGlobal(button.rect().topLeft())
        at.setY(at.y() - menu.sizeHint().height() - 2)
        menu.popup(at)

    def _connect(self) -> None:
        view, grid = self._view, self._view.grid
        view.bulk_list.clicked.connect(self.mark)
        view.bulk_step.clicked.connect(lambda: self._desk.step(grid.chosen()))
        view.bulk_more.clicked.connect(self.open_steps)
        view.bulk.unchecked.connect(lambda: grid.select_row(grid.current_row_id or 0))
        grid.mark_wanted.connect(self.mark)
        grid.edits_requested.connect(self.take)
        grid.selectionModel().selectionChanged.connect(self.show)
