"""Đề nghị: who is proposed for what, ranked against the quota, each condition explained. Writes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, ProposalId
from thidua_gui.services import proposals
from thidua_gui.services.proposal_candidates import Source
from thidua_gui.services.proposal_views import ProposalList
from thidua_gui.text import proposals_page as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.proposals.desk import ProposalDesk
from thidua_gui.ui.proposals.found import View, duplicate_lines, missed_lines
from thidua_gui.ui.proposals.output import ProposalOutput
from thidua_gui.ui.proposals.page_keys import add_keys
from thidua_gui.ui.proposals.reading import (
    Board,
    DossierNow,
    FoundNow,
    read_board,
    read_dossier,
    read_found,
    without_or_with,
)
from thidua_gui.ui.proposals.selection import Selection
from thidua_gui.ui.proposals.sources import Sources
from thidua_gui.ui.proposals.view import ProposalsView
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.view import GridView

REST, LATER = 60, 400
"""Milliseconds: until the panel follows the cursor; until the other views follow the list."""
SPLITTER, COLUMNS = "proposals/splitter", "proposals/columns"


class ProposalsPage(Page):
    """`open_argument` takes a kind's key, a proposal's id, or both as a pair."""

    key: ClassVar[str] = "proposals"
    icon: ClassVar[str] = "clipboard-check"
    tables: ClassVar[tuple[str, ...]] = proposals.TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view = ProposalsView()
        self.grid = self.view.grid
        self.desk = ProposalDesk(context, self)
        self.selection = Selection(self.view, self.desk)
        self.output = ProposalOutput(context, self, self.view, self._provisional_label)
        self.sources = Sources(context, self, self.desk)
        self.add = push(wording.ADD, "plus")
        self.present = push(wording.PRESENT, "gavel", "primary")
        self.no_year = EmptyState("clipboard-check", wording.NO_YEAR, wording.NO_YEAR_WHY, wording.NO_YEAR_VERB)
        self._board: Board | None = None
        self._found: FoundNow | None = None
        self._is_provisional = False
        self._wanted: ProposalId | None = None
        self._pause = QTimer(self, singleShot=True, interval=REST)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(self.view)
        self._whole.addWidget(self.no_year)
        self._restore()
        self._connect()
        add_keys(self)

    @property
    def kind(self) -> str:
        """The key of the kind on screen, "" while there is none."""
        return "" if self._board is None else self._board.kind

    @property
    def shown(self) -> ProposalList | None:
        """The list on screen."""
        return None if self._board is None else self._board.shown

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return "" if self.context.campaign_id is None else wording.subtitle(self.context.year)

    def header_widgets(self) -> list[QWidget]:
        return [] if self.context.campaign_id is None else [self.add, self.present]

    def table_keys(self) -> Sequence[tuple[str, str]]:
        return (wording.KEY_LISTED, wording.KEY_SELECT, *super().table_keys())

    def panes(self) -> list[QWidget]:
        panel = self.view.dossier
        tab = panel.shown_tab()
        beside = [tab.rows[0]] if panel.isVisible() and tab.rows else []
        found = self.view.found.values()
        views = [self.grid, *(one.grid for one in found), self.view.empty.button, self.no_year.button]
        shown = [*views, *beside, self.view.tabs.bar, self.view.views]
        return [one for one in shown if one.isVisible()]

    def reload(self) -> None:
        campaign_id, year = self.context.campaign_id, self.context.year
        self._whole.setCurrentIndex(1 if campaign_id is None else 0)
        self.heading_changed.emit()
        if campaign_id is None:
            return
        kind, is_provisional = self.view.tabs.current_kind, self._is_provisional
        self.context.jobs.run(
            lambda _: read_board(campaign_id, kind, year, is_provisional=is_provisional),
            partial(self._show, campaign_id),
        )  # fmt: skip

    def open_argument(self, argument: object) -> None:
        kind, wanted = argument if isinstance(argument, tuple) else (argument, argument)
        if isinstance(wanted, int):
            self._wanted = ProposalId(wanted)
        if isinstance(kind, str):
            self.view.views.set_current(View.LISTED)
            self.view.tabs.want(kind)
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is asked of a data file that may be closed by then."""
        super().hideEvent(event)
        self._pause.stop()
        self._later.stop()

    def load_dossier(self) -> None:
        """The panel anew."""
        self._pause.stop()
        row, shown, is_provisional = self.grid.current(), self.shown, self._is_provisional
        if row is None or shown is None:
            self._show_dossier(None)
            return
        self.context.jobs.run(
            lambda _: read_dossier(shown.campaign_id, row, is_provisional=is_provisional), self._show_dossier
        )  # fmt: skip

    def load_found(self) -> None:
        """The other views anew."""
        self._later.stop()
        campaign_id, kind, is_provisional = self.context.campaign_id, self.kind, self._is_provisional
        if campaign_id is not None and kind:
            self.context.jobs.run(
                lambda _: read_found(campaign_id, kind, is_provisional=is_provisional), self._show_found
            )  # fmt: skip

    def show_view(self, view: View) -> None:
        """As a click on the switch."""
        self.view.views.set_current(view)
        self._show_view()

    def start_finding(self) -> None:
        """Ctrl+F."""
        self._grid_shown().focus_filter("name")

    def toggle_filter_row(self) -> None:
        """Ctrl+Shift+L."""
        grid = self._grid_shown()
        grid.show_filter_row(not grid.filter_row_shown)

    def recheck(self) -> None:
        """F5: everything is judged anew."""
        self.reload()
        self.context.bus.status.emit(wording.RECHECKED)

    def present_listed(self) -> None:
        """Trình Hội đồng: the ticked ones of this kind, after a look at what goes."""
        tab, shown = self.view.tabs.current, self.shown
        if tab is not None and shown is not None:
            self.sources.present(tab, shown)

    def shift_tied(self, by: int) -> None:
        """Alt+Up and Alt+Down: before or after those of the same total."""
        row, shown = self.grid.current(), self.shown
        if row is None or shown is None or not row.is_tied:
            return
        equal = [one.id for one in shown.rows if one.rank == row.rank and one.is_tied]
        self.desk.place(row, max(1, min(len(equal), equal.index(row.id) + 1 + by)))

    def _show(self, campaign_id: CampaignId, board: Board) -> None:
        wanted = self.view.tabs.current_kind
        is_late = wanted != board.kind and any(tab.kind == wanted for tab in board.tabs)
        if is_late or campaign_id != self.context.campaign_id:
            return
        is_new = self._board is None or self._board.kind != board.kind
        self._board = board
        view, shown = self.view, board.shown
        view.tabs.show_tabs(board.tabs, board.kinds, board.kind)
        view.quota.setVisible(shown is not None)
        if shown is not None:
            self._show_list(board, shown)
        self._show_view()
        if is_new:
            self._found = None
            view.show_counts({View.LISTED: 0 if shown is None else len(shown.rows)})
            self.load_found()
        else:
            self._count_views()
            self._later.start()
        self.load_dossier()

    def _show_list(self, board: Board, shown: ProposalList) -> None:
        view, tab = self.view, self.view.tabs.current
        name = "" if tab is None else tab.short
        view.quota.show_quota(
            name, shown.quota, len(shown.rows), board.shorts, board.units, of_units=shown.of_units,
            why=shown.quota_reason,
        )  # fmt: skip
        view.chips.show_counts(shown.rows)
        view.recheck.setToolTip(wording.recheck_tip(shown.regime))
        view.chips.regime.setText(wording.regime(shown.regime))
        self._filter()
        if self.grid.show_list(shown):
            self._restore_columns()
        self.desk.is_closed = shown.is_closed
        self._go_to_wanted()
        self._say_notice(shown)
        for button in (self.add, self.present):
            button.setEnabled(not shown.is_closed)
        view.empty.say(
            wording.empty("" if tab is None else tab.name), wording.EMPTY_WHY,
            "" if shown.is_closed else wording.ADD_REGISTERED,
        )  # fmt: skip
        self._show_found_count()
        self.selection.show()

    def _say_notice(self, shown: ProposalList) -> None:
        """One at a time, the most severe first."""
        notice = self.view.notice
        if shown.is_provisional:
            notice.say("wa", wording.provisional(shown.verdict_reason), wording.PROVISIONAL_OFF)
        elif shown.verdict_reason:
            act = wording.PROVISIONAL_ACT if shown.can_be_provisional else ""
            notice.say("wa", shown.verdict_reason, act)
        elif shown.is_closed:
            notice.say("in", wording.closed(self.context.year), icon="lock")
        else:
            notice.silence()
        self.view.refusal.silence()

    def _show_found(self, found: FoundNow) -> None:
        if found.kind != self.kind or self.shown is None:
            return
        self._found = found
        of_units, can_write = self.shown.of_units, not self.shown.is_closed
        for view, lines in (
            (View.MISSED, missed_lines(found.missed)), (View.NOT_ELIGIBLE, missed_lines(found.not_eligible)),
            (View.DUPLICATES, duplicate_lines(found.duplicates)),
        ):  # fmt: skip
            self.view.found[view].show_lines(lines, self.shown.quota, of_units=of_units, can_write=can_write)
        self._count_views()

    def _count_views(self) -> None:
        found, shown = self._found, self.shown
        counts = {View.LISTED: 0 if shown is None else len(shown.rows)}
        if found is not None:
            counts |= {
                View.MISSED: len(found.missed), View.NOT_ELIGIBLE: len(found.not_eligible),
                View.DUPLICATES: len(found.duplicates),
            }  # fmt: skip
        self.view.show_counts(counts)

    def _show_dossier(self, read: DossierNow | None) -> None:
        shown, row = self.shown, self.grid.current()
        seen = None if read is None else read.seen
        if seen is not None and (row is None or row.id != seen.row.id):
            return
        self.desk.seen = seen
        quota = None if shown is None else shown.quota
        told = ""
        if seen is not None and row is not None and shown is not None and quota is not None:
            told = without_or_with(row, quota, of_units=shown.of_units)
        self.view.dossier.show_dossier(seen, told, () if read is None else read.suggested)

    def _show_view(self) -> None:
        shown = self.shown
        self.view.show_view(self.view.view, is_empty=shown is None or not shown.rows)
        self.selection.show()

    def _filter(self) -> None:
        wanted = self.view.chips.chosen
        self.grid.lines.accept_only(None if wanted is None else lambda row: row.outcome is wanted)

    def _clear_filters(self) -> None:
        self.view.chips.reset()
        self.grid.lines.clear_filters()
        self._filter()
        if self.shown is not None:
            self.view.chips.show_counts(self.shown.rows)

    def _show_found_count(self) -> None:
        self.view.chips.show_found(*self.grid.lines.counts)

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self.grid.lines.row_of(self._wanted) is not None:
            if self.grid.lines.line_of(self._wanted) is None:
                self._clear_filters()
            self.grid.select_row(self._wanted, "name")
            self._wanted = None

    def _provisional_label(self) -> str:
        shown = self.shown
        return wording.provisional(shown.verdict_reason) if shown is not None and shown.is_provisional else ""

    def _switch_law(self) -> None:
        self._is_provisional = not self._is_provisional
        self._found = None
        self.reload()
        self._later.start()

    def _pick_kind(self, _: str) -> None:
        self._clear_filters()
        self.reload()

    def _refuse(self, problem: Problem) -> None:
        self.grid.lines.settle()
        if self.shown is not None:
            self.grid.lines.patch_rows(self.shown.rows)
        self.view.refusal.say("er", sentence(problem))

    def _grid_shown(self) -> GridView:
        view = self.view.view
        return self.grid if view is View.LISTED else self.view.found[view].grid

    def _restore(self) -> None:
        saved = self.context.settings.state(SPLITTER)
        if not saved.isEmpty():
            self.view.splitter.restoreState(saved)

    def _restore_columns(self) -> None:
        saved = self.context.settings.text(COLUMNS)
        if saved:
            self.grid.arrangement.restore(ColumnState.from_text(saved))

    def _propose_found(self, nominees: Sequence[object]) -> None:
        self.desk.propose(self.kind, nominees)  # type: ignore[arg-type]  # a signal's list of Nominee

    def _open_add(self) -> None:
        tab = self.view.tabs.current
        if tab is not None:
            self.sources.open_menu(tab, self.add, self._show_missed)

    def _show_missed(self) -> None:
        self.show_view(View.MISSED)
        pane = self.view.found[View.MISSED]
        pane.grid.setFocus()
        pane.select_all()

    def _preview_registered(self) -> None:
        tab = self.view.tabs.current
        if tab is not None:
            self.sources.preview(tab, Source.REGISTRATIONS)

    def _open_found(self, kind: str, proposal: int) -> None:
        self.open_argument((kind, proposal))
        self.grid.setFocus()

    def _connect(self) -> None:
        view, desk, grid = self.view, self.desk, self.grid
        desk.serve(view.dossier)
        self.no_year.acted.connect(lambda: self.context.bus.navigate.emit("importing", None))
        self.add.clicked.connect(self._open_add)
        self.present.clicked.connect(self.present_listed)
        view.tabs.picked.connect(self._pick_kind)
        view.views.picked.connect(lambda _: self._show_view())
        view.recheck.clicked.connect(self.recheck)
        view.extract.clicked.connect(self.output.open_menu)
        view.columns.clicked.connect(self.output.open_columns)
        view.chips.picked.connect(self._filter)
        view.chips.clear.clicked.connect(self._clear_filters)
        view.empty.acted.connect(self._preview_registered)
        view.notice.acted.connect(self._switch_law)
        view.splitter.splitterMoved.connect(
            lambda *_: self.context.settings.put_state(SPLITTER, view.splitter.saveState())
        )
        for pane in view.found.values():
            pane.propose_wanted.connect(self._propose_found)
            pane.open_wanted.connect(self._open_found)
        grid.opened.connect(lambda _: view.dossier.shown_tab().take_focus())
        grid.current_row_changed.connect(lambda _: self._pause.start())
        grid.lines.shown_changed.connect(self._show_found_count)
        grid.layout_changed.connect(lambda text: self.context.settings.put_text(COLUMNS, text))
        self._pause.timeout.connect(self.load_dossier)
        self._later.timeout.connect(self.load_found)
        desk.refused.connect(self._refuse)
