"""The year's initiatives, one of them closely. Writes through dialogs and the evidence desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from thidua_gui.core.ids import InitiativeId
from thidua_gui.services import initiative_uses, initiatives, initiatives_edit, organisation
from thidua_gui.services.evidence import OnInitiative
from thidua_gui.services.initiative_uses import UseRow
from thidua_gui.services.initiatives import InitiativeBoard, InitiativeDetail, InitiativeRow
from thidua_gui.services.organisation import day_for
from thidua_gui.text import initiatives_page as wording
from thidua_gui.text.initiatives import RESULTS
from thidua_gui.text.target_words import RECOGNISED
from thidua_gui.ui import theme
from thidua_gui.ui.forms.evidence_desk import EvidenceDesk
from thidua_gui.ui.forms.pick_field import PickItem
from thidua_gui.ui.initiatives.initiative_columns import columns
from thidua_gui.ui.initiatives.initiative_dialogs import AuthorsDialog, InitiativeDialog, UseDialog
from thidua_gui.ui.initiatives.list_pane import ListPane
from thidua_gui.ui.initiatives.panel import InitiativePanel
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.segmented import Choice

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context

REST = 60
PANEL_WIDTH = 340


class InitiativePane(ListPane[InitiativeRow]):
    """The panel follows the cursor."""

    key = "initiatives"
    list_title = wording.LIST_TITLE
    on_paper = ("number", "recognised_on")
    what = wording.INITIATIVES_VIEW.lower()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context, columns(), EmptyState("bulb", wording.EMPTY, wording.EMPTY_WHY, wording.ADD), parent=parent
        )
        self._wanted: InitiativeId | None = None
        self.add_button = push(wording.ADD, "plus", "primary")
        self.remove_button = push(wording.REMOVE, "trash")
        self.remove_button.setToolTip(wording.REMOVE_LONG)
        self.detail = InitiativePanel()
        self.desk = EvidenceDesk(context, self.detail.box)
        self._pause = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._wire()

    def load(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is not None:
            self.context.jobs.run(lambda _: initiatives.board(campaign_id), self._show)

    def subtitle(self) -> str:
        rows = self.model.rows
        return wording.subtitle(self.context.year, len(rows), sum(row.result == RECOGNISED for row in rows))

    def tools(self) -> tuple[QWidget, ...]:
        return (self.remove_button,)

    def show_states(self) -> None:
        rows = self.model.rows
        self.states.set_choices([
            Choice(wording.ALL, wording.ALL, str(len(rows))),
            *(Choice(result, result, str(sum(row.result == result for row in rows))) for result in RESULTS),
            Choice(wording.PENDING, wording.PENDING, str(sum(row.result is None for row in rows))),
        ])  # fmt: skip
        self._enable()

    def filter_state(self, state: object) -> None:
        wanted = None if state == wording.PENDING else state
        self.model.accept_only(None if state in (None, wording.ALL) else lambda row: row.result == wanted)
        self.show_count()

    def show_initiative(self, initiative_id: InitiativeId) -> None:
        """Another page points at it."""
        self._wanted = initiative_id
        self._go_to_wanted()

    def add_new(self) -> None:
        self._open_initiative(None)

    def edit_current(self) -> None:
        """Enter."""
        if self.current is not None and not self.is_closed:
            self._open_initiative(self.current)

    def remove_current(self) -> None:
        """Undo brings it back."""
        row = self.current
        if row is not None and not self.is_closed:
            initiative_id = row.id
            self.context.jobs.command(
                lambda _: initiatives_edit.remove_initiative(initiative_id), failed=self.refuse
            )

    def showEvent(self, event: QShowEvent) -> None:
        """The panel follows a choice that was made just before the page was left."""
        super().showEvent(event)
        shown = None if self.detail.seen is None else self.detail.seen.row.id
        if self.model.rows and shown != self.grid.current_row_id:
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is asked of a data file that may be closed by then."""
        super().hideEvent(event)
        self._pause.stop()

    def load_detail(self) -> None:
        """The panel anew."""
        self._pause.stop()
        row = self.current
        if row is None:
            self._show_detail(None)
            return
        initiative_id = row.id
        self.desk.place = OnInitiative(row.campaign_id, initiative_id)
        self.context.jobs.run(lambda _: initiatives.detail(initiative_id), self._show_detail)

    def _show(self, board: InitiativeBoard) -> None:
        self.show_rows(board.rows, is_closed=board.is_closed, year=board.year)
        self._go_to_wanted()
        self.load_detail()

    def _show_detail(self, seen: InitiativeDetail | None) -> None:
        if seen is None or seen.row.id == self.grid.current_row_id:
            self.detail.show_detail(seen, is_editable=not self.is_closed)
        self._enable()

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self.model.row_of(self._wanted) is not None:
            if self.model.line_of(self._wanted) is None:
                self.show_all()
            self.grid.select_row(self._wanted, "name")
            self._wanted = None

    def _open_initiative(self, row: InitiativeRow | None) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None or self.is_closed:
            return
        self.context.jobs.run(
            lambda _: initiatives_edit.used_words(campaign_id),
            lambda used: InitiativeDialog(self.context, self, campaign_id, used, row).open(),
        )

    def _open_authors(self) -> None:
        if self.detail.seen is not None:
            AuthorsDialog(self.context, self, self.detail.seen.row).open()

    def _open_use(self, use: UseRow | None = None) -> None:
        seen, year = self.detail.seen, self.context.year
        on = day_for(year, self.context.clock().date())
        if seen is not None:
            row = seen.row
            self.context.jobs.run(
                lambda _: [PickItem((True, int(unit.id)), unit.name, unit.code) for unit in organisation.units(on)],
                lambda units: UseDialog(self.context, self, row, year, units, use).open(),
            )

    def _use_menu(self, use: UseRow, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(wording.EDIT_USE_MENU).triggered.connect(lambda: self._open_use(use))
        menu.addAction(wording.REMOVE_USE).triggered.connect(
            lambda: self.context.jobs.command(lambda _: initiative_uses.remove_use(use.id), failed=self.refuse)
        )
        menu.popup(at)

    def _enable(self) -> None:
        self.add_button.setEnabled(not self.is_closed)
        self.remove_button.setEnabled(not self.is_closed and self.current is not None)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.panel, 1)
        column.addWidget(self.count)
        self.states_row.addStretch(1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.detail.setMinimumWidth(theme.px(PANEL_WIDTH))
        self.detail.setMaximumWidth(theme.px(480))
        self.column.addWidget(self.splitter, 1)
        saved = self.context.settings.state("initiatives/splitter")
        if saved.isEmpty() or not self.splitter.restoreState(saved):
            self.splitter.setSizes([10_000, theme.px(PANEL_WIDTH)])

    def _wire(self) -> None:
        self.add_button.clicked.connect(self.add_new)
        self.empty.acted.connect(self.add_new)
        self.remove_button.clicked.connect(self.remove_current)
        self.grid.opened.connect(lambda _: self.edit_current())
        self.grid.current_row_changed.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.load_detail)
        self.detail.edit_wanted.connect(self.edit_current)
        self.detail.authors_wanted.connect(self._open_authors)
        self.detail.add_use_wanted.connect(self._open_use)
        self.detail.use_menu_wanted.connect(self._use_menu)
        self.splitter.splitterMoved.connect(
            lambda *_: self.context.settings.put_state("initiatives/splitter", self.splitter.saveState())
        )
        add_actions(self.grid, (("Del", wording.REMOVE_LONG, self.remove_current),))
