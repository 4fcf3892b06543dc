"""Phong trào chuyên đề, đợt: what runs beside the yearly movement. Writes through dialogs and one command."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_gui.core.movements import MovementState
from thidua_gui.services import movements, organisation
from thidua_gui.services.movements import MovementLine
from thidua_gui.services.organisation import UnitRow
from thidua_gui.text import movements as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.movements.columns import movement_columns
from thidua_gui.ui.movements.list_pane import ListPane
from thidua_gui.ui.movements.movement_dialog import MovementDialog
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions


class MovementsPane(ListPane[MovementLine]):
    """Enter edits, Delete removes what nobody was commended by."""

    commend_asked = Signal(object)
    """Commend by the movement with this id."""

    key = "movements"
    name = wording.MOVEMENTS_VIEW

    def __init__(self, context: Context) -> None:
        self.add_button = push(wording.ADD, "plus", "primary")
        self.edit_button = push(wording.EDIT, "pencil")
        self.remove_button = push(wording.REMOVE, "trash")
        self.commend_button = push(wording.COMMEND, "award")
        self.remove_button.setToolTip(wording.REMOVE_TIP)
        self.commend_button.setToolTip(wording.COMMEND_TIP)
        empty = EmptyState("speakerphone", wording.EMPTY, wording.EMPTY_WHY, wording.ADD)
        super().__init__(context, movement_columns(), empty)
        self.add_button.clicked.connect(self.add_new)
        self.edit_button.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self.remove)
        self.commend_button.clicked.connect(self._commend)
        self.grid.opened.connect(lambda _: self.edit())
        add_actions(self.grid, [("Del", wording.REMOVE, self.remove)])

    def tools(self) -> Sequence[QWidget]:
        return (self.commend_button, self.edit_button, self.remove_button)

    def header_widgets(self) -> list[QWidget]:
        return [self.add_button]

    def subtitle(self) -> str:
        """How many there are, and how many wait for their review."""
        waiting = sum(line.state is MovementState.TO_REVIEW for line in self.model.rows)
        return wording.subtitle(self.context.year, len(self.model.rows), waiting)

    def list_title(self) -> str:
        return wording.LIST.format(year=self.context.year)

    def enable(self) -> None:
        is_there = self.may_write and self.current() is not None
        self.add_button.setEnabled(self.may_write)
        for button in (self.edit_button, self.remove_button, self.commend_button):
            button.setEnabled(is_there)

    def add_new(self) -> None:
        if self.may_write:
            self._open_dialog(None)

    def edit(self) -> None:
        """Enter."""
        line = self.current()
        if self.may_write and line is not None:
            self._open_dialog(line)

    def remove(self) -> None:
        """Delete; undo brings it back."""
        line = self.current()
        if self.may_write and line is not None:
            movement_id = line.id
            self.context.jobs.command(lambda _: movements.remove_movement(movement_id))

    def _open_dialog(self, line: MovementLine | None) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            return
        on = organisation.day_for(self.context.year, self.context.clock().date())

        def show(units: tuple[UnitRow, ...]) -> None:
            MovementDialog(self.context, self, campaign_id, units, line).open()

        self.context.jobs.run(lambda _: organisation.units(on), show)

    def _commend(self) -> None:
        line = self.current()
        if self.may_write and line is not None:
            self.commend_asked.emit(line.id)
