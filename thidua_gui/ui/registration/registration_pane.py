"""Registrations of people, or of collectives and the school, typed into one grid. Writes through its services."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.registering import Side
from thidua_gui.services import registration_entry, registrations
from thidua_gui.services.registration_entry import Written
from thidua_gui.services.registration_rules import DAY
from thidua_gui.services.registrations import Board, Row
from thidua_gui.services.typed_drafts import TypedCell
from thidua_gui.text import registration as wording
from thidua_gui.ui.registration.dialogs import RegistrationsDialog
from thidua_gui.ui.registration.entry_pane import LATE, MISSING, NAMED, WRONG, EntryPane, Tally
from thidua_gui.ui.registration.papers import Papers
from thidua_gui.ui.registration.registration_columns import FROZEN, columns
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.grid.columns import Column, Look
from thidua_gui.ui.widgets.grid.row_order import Group

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context


class RegistrationPane(EntryPane[Row]):
    """One side; people stand under their units, collectives in the office's order with the school first."""

    day_column = DAY
    frozen = FROZEN

    def __init__(self, context: Context, side: Side, parent: QWidget | None = None) -> None:
        self.side = side
        self.key = side.value
        people = side is Side.PEOPLE
        self.what = wording.WHAT[side]
        self.list_title = wording.LIST_PEOPLE if people else wording.LIST_UNITS
        self._units: tuple[tuple[UnitId | None, str], ...] = ()
        self._groups: tuple[Group, ...] = ()
        self.add_button = push(wording.ADD, "plus", "primary")
        self.paper_button = push(wording.PRINT_MENU, "printer")
        super().__init__(context, parent)
        self.empty.say(*wording.EMPTY[side])
        self.papers = Papers(context, self, self.refuse)
        self.model.set_row_look(lambda row: Look.PLAIN if row.counts else Look.MUTED)
        self.grid.opened.connect(lambda _: self.open_registrations())
        self.add_button.clicked.connect(self.add_new)
        self.paper_button.clicked.connect(self.open_papers)
        self.empty.acted.connect(self._leave)

    def columns_for(self, year: int) -> Sequence[Column[Row]]:
        return columns(self.side, year, lambda: self.is_open)

    def load(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is not None:
            self.context.jobs.run(lambda _: registrations.board(campaign_id, self.side), self._show)

    def write(self, campaign_id: CampaignId, cells: Sequence[TypedCell]) -> tuple[Written, Sequence[Row]]:
        written = registration_entry.write_cells(campaign_id, self.side, cells)
        return written, registrations.rows_of(campaign_id, self.side, {cell.row_id for cell in cells})

    def counted(self) -> Tally:
        rows, people = self.model.rows, self.side is Side.PEOPLE
        owing = [row for row in rows if row.must and not row.lines]
        of, troubled = sum(row.must for row in rows), [row for row in rows if row.drafts]
        names = [row.label if people else row.unit for row in owing[:NAMED]]
        if owing:
            line = (wording.who_is_missing if people else wording.which_is_missing)(names, len(owing))
        else:
            line = (wording.nobody_missing if people else wording.nothing_missing)(of)
        return Tally(
            of - len(owing), of, sum(row.is_late for row in rows), len(troubled),
            sum(len(row.drafts) for row in troubled), line, wording.due(rows[0].due_on if rows else None),
        )  # fmt: skip

    def state_of(self, row: Row) -> frozenset[str]:
        states = ((MISSING, row.owes), (LATE, row.is_late), (WRONG, bool(row.drafts)))
        return frozenset(state for state, holds in states if holds)

    def problem_of(self, row: Row) -> str:
        return " ".join((f"{row.label}:", *(draft.problem for draft in row.drafts.values()))) if row.drafts else ""

    def subtitle(self) -> str:
        if self.tally is None:
            return ""
        say = wording.subtitle if self.side is Side.PEOPLE else wording.units_subtitle
        return say(self.context.year, self.tally.done, self.tally.of)

    def tools(self) -> Sequence[QWidget]:
        return (self.paper_button,)

    def refresh_tools(self) -> None:
        self.add_button.setEnabled(self.is_open and self.current is not None)
        self.paper_button.setEnabled(bool(self.model.rows))

    def show_state(self) -> None:
        super().show_state()
        if self.side is Side.PEOPLE:
            self._show_groups()

    def add_new(self) -> None:
        """One more registration of the current row."""
        if self.is_open:
            self.open_registrations(adding=True)

    def open_registrations(self, *, adding: bool = False) -> None:
        """Everything the current row has registered."""
        row, campaign_id = self.current, self.context.campaign_id
        if row is None or campaign_id is None:
            return
        dialog = RegistrationsDialog(self.context, self, row, is_open=self.is_open)
        dialog.changed.connect(self._renew)
        dialog.open()
        if adding:
            dialog.add_new()

    def _renew(self, row: Row) -> None:
        self.model.patch_rows([row])
        self.show_state()

    def _show(self, board: Board) -> None:
        self._units = board.groups
        self.show_rows(board.rows, is_closed=board.is_closed, year=board.year)

    def _show_groups(self) -> None:
        """The units as headings, each with how many of its people have registered."""
        sizes = Counter(row.unit_id for row in self.model.rows if row.counts)
        owing = Counter(row.unit_id for row in self.model.rows if row.owes)
        groups = tuple(
            Group(
                str(unit), name or wording.NO_UNIT,
                wording.progress(sizes[unit] - owing[unit], sizes[unit]) if sizes[unit] else "",
            )
            for unit, name in self._units
        )  # fmt: skip
        if [group.key for group in groups] == [group.key for group in self._groups]:
            self.model.reword_groups(groups)
        else:
            self.model.set_groups(groups, lambda row: str(row.unit_id))
        self._groups = groups

    def open_papers(self) -> None:
        """Which paper is to be printed."""
        menu = QMenu(self)
        self.papers.fill(menu, self.side, self.current)
        menu.popup(self.paper_button.mapToGlobal(QPoint(0, self.paper_button.height() + 2)))

    def _leave(self) -> None:
        self.context.bus.navigate.emit("people" if self.side is Side.PEOPLE else "units", None)
