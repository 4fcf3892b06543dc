"""Chấm điểm: the year's board of people and criteria, and one person's sheet. Asks services through its store."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, CriterionId, PersonId, StageId
from thidua_gui.core.scoring import StageKey, required_maximum
from thidua_gui.services.overview import Debt
from thidua_gui.services.score_changes import TABLES as SCORE_TABLES
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import Board
from thidua_gui.text import score_board as wording
from thidua_gui.text import score_rules as rules
from thidua_gui.text import score_why as why
from thidua_gui.text import second_typing as second
from thidua_gui.text import stage_closing as closing
from thidua_gui.text.errors import sentence
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.scoring.board_output import BoardOutput
from thidua_gui.ui.scoring.board_rows import frame_of
from thidua_gui.ui.scoring.board_store import BoardStore
from thidua_gui.ui.scoring.board_view import BoardView
from thidua_gui.ui.scoring.cell_desk import CellDesk
from thidua_gui.ui.scoring.filters import BoardFilter, scope_of, work_goes_on
from thidua_gui.ui.scoring.notices import Notices
from thidua_gui.ui.scoring.page_menu import Key, add_actions, menu_button
from thidua_gui.ui.scoring.second_desk import SecondDesk
from thidua_gui.ui.scoring.sheet import PersonSheet
from thidua_gui.ui.scoring.stage_desk import StageDesk
from thidua_gui.ui.scoring.toolbar import ScoringToolbar
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.column_layout import ColumnState
from thidua_gui.ui.widgets.grid.columns import CellEdit

COLUMNS_KEY = "scoring/columns"
BOARD, SHEET, EMPTY = range(3)


class ScoringPage(Page):
    """The grid types, the store writes; nothing is sorted away under the cursor."""

    key = "scoring"
    icon = "calculator"
    tables = (
        *SCORE_TABLES, "campaigns", "stages", "criteria", "criteria_sheets", "criteria_sheet_groups",
        "criteria_sheet_units", "people", "units", "memberships", "registrations", "rating_thresholds", "settings",
        "awards", "award_revocations", "second_entry_checks",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.store = BoardStore(context, self)
        self.toolbar = ScoringToolbar()
        self.notice = Notices()
        self.banner = self.notice.banner
        self.view = BoardView()
        self.sheet = PersonSheet(context)
        self.empty = EmptyState("clipboard-list", wording.NO_YEAR, wording.NO_YEAR_WHY, wording.IMPORT_YEAR)
        self.export = push(wording.EXPORT, "file-export")
        self.close_stage = push(closing.CLOSE_KEY, "lock", "primary")
        self.stages = StageDesk(context, self.store, self)
        self.cells = CellDesk(context, self.store, self.view, self)
        self.second = SecondDesk(context, self.store, self.view, self)
        self.output = BoardOutput(context, self.view, self, self._filters_named)
        self._stage = StageKey.UNIT
        self._begun: CampaignId | None = None
        self._wanted: object = None
        self._leads_to = "importing"
        self._lay_out()
        self._connect()
        self._add_keys()

    @property
    def grid(self) -> QWidget:
        """Where the keyboard belongs."""
        return self.view.grid

    def title(self) -> str:
        return wording.SHEET_TITLE if self._shows_sheet() else wording.TITLE

    def subtitle(self) -> str:
        if self.context.campaign is None:
            return ""
        if self._shows_sheet() and self.sheet.person_id is not None:
            row = self.store.row(self.sheet.person_id)
            return wording.sheet_subtitle("" if row is None else row.unit_name)
        sheets = () if self.store.board is None else self.store.board.sheets
        return wording.subtitle(self.context.year, sorted({required_maximum(sheet) for sheet in sheets}))

    def header_widgets(self) -> list[QWidget]:
        if self._shows_sheet() or self.store.board is None:
            return []
        first = [self.close_stage] if self._can_close() else []
        return [self.more, self.export, *first]

    def reload(self) -> None:
        self.store.load()

    def show_loaded(self) -> None:
        """A visit begins at the board; whoever wants a sheet names the person."""
        self._close_sheet()
        super().show_loaded()

    def on_changes(self, changes: Changes) -> None:
        others = [table for table in self.tables if table not in SCORE_TABLES]
        if changes.touches(*others):
            self.refresh()
        elif changes.touches(*SCORE_TABLES):
            if self.isVisible() and self.store.board is not None:
                self.store.on_changes(changes)
            else:
                self.refresh()

    def open_argument(self, argument: object) -> None:
        """A person's id opens the sheet; a debt or a unit's id narrows the board."""
        self._wanted = argument
        if self.store.board is not None:
            self._follow_wanted()

    def panes(self) -> list[QWidget]:
        if self._stack.currentIndex() == BOARD:
            return [self.view.grid, self.toolbar.units]
        return super().panes()

    def _lay_out(self) -> None:
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        self._stack = QStackedLayout(self)
        for widget in (board, self.sheet, self.empty):
            self._stack.addWidget(widget)
        self._stack.setCurrentIndex(EMPTY)
        self.view.grid.keep_layout(ColumnState.from_text(self.context.settings.text(COLUMNS_KEY)))

    def _connect(self) -> None:
        grid, toolbar = self.view.grid, self.toolbar
        self.store.loaded.connect(self._show_board)
        self.store.patched.connect(self._patch)
        self.store.saved.connect(self.view.say_saved)
        self.store.refused.connect(self._say_refused)
        grid.edits_requested.connect(self._enter_cells)
        grid.opened.connect(lambda row_id: self._open_sheet(PersonId(row_id)))
        grid.rate_requested.connect(self.cells.rate)
        grid.why_requested.connect(self.cells.explain)
        grid.cut_opened.connect(self.cells.ask_rules)
        self.view.give_reason.clicked.connect(self.cells.give_reason)
        grid.expanded_changed.connect(self._show_expanded)
        grid.arrangement.changed.connect(partial(self.context.settings.put_text, COLUMNS_KEY))
        toolbar.filter_changed.connect(self._filter)
        toolbar.stage_picked.connect(self._pick_stage)
        toolbar.searched.connect(self.view.set_search)
        toolbar.problem_wanted.connect(self._go_to_problem)
        toolbar.expand_wanted.connect(self.view.grid.toggle_all)
        self.view.counted.connect(self._count)
        self.view.filters_cleared.connect(self._clear_filters)
        self.notice.reopen_wanted.connect(lambda: self.stages.ask_to_reopen(self._stage))
        self.notice.doubtful_wanted.connect(self._show_doubtful)
        self.notice.keep_wanted.connect(self.stages.ask_to_keep)
        self.close_stage.clicked.connect(lambda: self.stages.ask_to_close(self._stage))
        self.stages.cell_wanted.connect(self._go_to_cell)
        self.stages.stage_wanted.connect(self._pick_stage)
        self.sheet.closed.connect(self._close_sheet)
        self.sheet.entered.connect(self.store.enter)
        self.sheet.stage_picked.connect(self._follow_stage)
        self.export.clicked.connect(lambda: self.context.bus.navigate.emit("importing", None))
        self.empty.acted.connect(lambda: self.context.bus.navigate.emit(self._leads_to, None))

    def _add_keys(self) -> None:
        """Off while a person's sheet has its own."""
        seldom: list[Key] = [
            ("Ctrl+I", why.WHY, self.cells.explain_here),
            ("Ctrl+Shift+E", second.MENU, lambda: self.second.begin(self._stage)),
            ("Ctrl+Shift+Q", rules.TITLE, self.cells.ask_rules),
            ("", wording.EXPORT_BOARD, self.output.save_excel),
            ("", wording.PRINT_BOARD, self.output.preview),
            ("", closing.REOPEN_HERE, lambda: self.stages.ask_to_reopen(self._stage)),
        ]
        stages = [(f"Alt+{one}", wording.go_to_stage(one), partial(self._pick_place, one - 1)) for one in (1, 2, 3)]
        keys: list[Key] = [
            ("Ctrl+F", wording.SEARCH, self.toolbar.focus_search),
            ("F5", wording.REARRANGE, self.view.rearrange),
            ("Ctrl+Shift+K", closing.CLOSE_KEY, lambda: self.stages.ask_to_close(self._stage)),
            ("Ctrl+Shift+G", wording.OPEN_OR_CLOSE_ALL, self.view.grid.toggle_all),
            ("Ctrl+R", why.GIVE_REASON, self.cells.give_reason),
            *stages,
        ]
        self.more = menu_button(add_actions(self, seldom))
        add_actions(self, keys)
        self._stack.currentChanged.connect(self._switch_keys)

    def _switch_keys(self, place: int) -> None:
        for action in self.actions():
            action.setEnabled(place == BOARD)

    def _shows_sheet(self) -> bool:
        return self._stack.currentIndex() == SHEET

    def _show_board(self) -> None:
        board = self.store.board
        if board is None or not board.sheets or not board.rows or not board.stages:
            self._say_empty(board)
            return
        if board.campaign_id != self._begun:
            self._begun = board.campaign_id
            self._stage = work_goes_on(board)
        units = {(row.unit_position, row.unit_name): row.unit_id for row in board.rows if row.unit_id is not None}
        self.toolbar.offer_units([(unit, name) for (_, name), unit in sorted(units.items())])
        self.toolbar.offer_sheets([(sheet.id, sheet.code) for sheet in board.sheets])
        if not self._shows_sheet():
            self._stack.setCurrentIndex(BOARD)
        self._show_frame()
        self.sheet.update_rows(board)
        self._follow_wanted()
        self.heading_changed.emit()

    def _say_empty(self, board: Board | None) -> None:
        words = (wording.NO_YEAR, wording.NO_YEAR_WHY, wording.IMPORT_YEAR)
        self._leads_to = "importing"
        if board is not None and not board.rows:
            words = (wording.NO_PEOPLE, wording.NO_PEOPLE_WHY, wording.OPEN_PEOPLE)
            self._leads_to = "people"
        elif board is not None:
            words = (wording.NO_CRITERIA, wording.NO_CRITERIA_WHY, wording.IMPORT_YEAR)
        self.empty.say(*words)
        self._stack.setCurrentIndex(EMPTY)
        self.heading_changed.emit()

    def _show_frame(self) -> None:
        """The board in the stage and sheets chosen."""
        board, chosen = self.store.board, self.toolbar.filter
        if board is None:
            return
        is_closed, limit = self.cells.is_closed_year(), self.store.limit
        frame = frame_of(
            board, self._stage, chosen.sheet, year_is_closed=is_closed, limit=limit, vouched=self.store.vouched
        )
        if frame is not None:
            self._tell_lock()
            self.view.set_quota(self.store.quota)
            self.view.show_board(frame, board.rows, chosen, self._filters_named())

    def _tell_lock(self) -> None:
        stage = self.store.stage(self._stage)
        if self.cells.is_closed_year():
            self.notice.say("in", wording.CLOSED_YEAR.format(year=self.context.year), icon="lock")
        elif stage is not None and stage.closed_at is not None:
            words = wording.closed_stage(stage.key, stage.closed_at, stage.closed_by)
            self.notice.say("in", words, closing.REOPEN, icon="lock")
        else:
            self.notice.silence()
        self.close_stage.setText(closing.close_verb(self._stage))
        self._count_doubtful()

    def _can_close(self) -> bool:
        stage = self.store.stage(self._stage)
        return stage is not None and stage.closed_at is None and not self.cells.is_closed_year()

    def _count_doubtful(self) -> None:
        rows = () if self.store.board is None else self.store.board.rows
        self.notice.count_doubtful(0 if self.cells.is_closed_year() else sum(row.is_doubtful for row in rows))

    def _show_doubtful(self) -> None:
        self.toolbar.search.clear_now()
        self.toolbar.set_filter(BoardFilter(doubtful=True))
        self._filter()
        self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_cell(self, person: PersonId, criterion: CriterionId) -> None:
        """Whoever the filters hide is shown again."""
        grid = self.view.grid
        if grid.model_.line_of(person) is None:
            self._clear_filters()
        grid.go_to(person, criterion)
        grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _patch(self, people: frozenset[PersonId]) -> None:
        board = self.store.board
        rows = [row for row in map(self.store.row, people) if row is not None]
        self.view.patch(rows)
        self._count_doubtful()
        if board is not None and self._shows_sheet():
            self.sheet.update_rows(board)

    def _say_refused(self, problem: Problem) -> None:
        self.notice.say("er", sentence(problem))

    def _enter_cells(self, edits: tuple[CellEdit, ...]) -> None:
        frame, chosen = self.view.grid.frame_, self.view.grid.set
        if frame is None:
            return
        found = ((edit, self.view.grid.model_.row_of(edit.row_id)) for edit in edits)
        cells = [
            CellEntry(row.id, criterion.id, edit.text)
            for edit, row in found
            if row is not None and (criterion := chosen.criterion(edit.column_key, row)) is not None
        ]
        self.store.enter(frame.active.id, cells)
        self.view.grid.model_.settle(edits)

    def _filter(self) -> None:
        shown = self.view.grid.frame_
        chosen = self.toolbar.filter
        if shown is not None and self._sheets_differ(chosen):
            self._show_frame()
        else:
            self.view.set_filter(chosen, self._filters_named())

    def _sheets_differ(self, chosen: BoardFilter) -> bool:
        """Whether the columns are those of other sheets than the chosen ones."""
        board, frame = self.store.board, self.view.grid.frame_
        if board is None or frame is None:
            return True
        wanted = {sheet.id for sheet in board.sheets if chosen.sheet in (None, sheet.id)}
        return wanted != {sheet_id for top in frame.tops for sheet_id in top.by_sheet}

    def _filters_named(self) -> list[str]:
        combos = (self.toolbar.units, self.toolbar.sheets, self.toolbar.states)
        return [combo.currentText() for combo in combos if combo.currentData() is not None]

    def _clear_filters(self) -> None:
        self.toolbar.search.clear_now()
        self.toolbar.set_filter(BoardFilter())
        self._filter()
        self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick_place(self, place: int) -> None:
        stages = () if self.store.board is None else self.store.board.stages
        if place < len(stages):
            self._pick_stage(stages[place].key)

    def _pick_stage(self, stage: StageKey) -> None:
        if stage is not self._stage:
            self._stage = stage
            self._show_frame()
            self.heading_changed.emit()

    def _follow_stage(self, stage_id: StageId) -> None:
        """The sheet shows another stage; the board will show the same."""
        for stage in () if self.store.board is None else self.store.board.stages:
            if stage.id == stage_id:
                self._pick_stage(stage.key)

    def _go_to_problem(self) -> None:
        self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.grid.keys.go_to_problem()

    def _show_expanded(self) -> None:
        grid = self.view.grid
        self.toolbar.show_expanded(bool(grid.groups) and grid.expanded == grid.groups)

    def _count(self) -> None:
        self.toolbar.show_tally(self.view.tally(), self._stage)

    def _open_sheet(self, person: PersonId) -> None:
        board, stage = self.store.board, self.store.stage(self._stage)
        if board is None or stage is None or self.store.row(person) is None:
            return
        self._stack.setCurrentIndex(SHEET)
        self.sheet.open_person(board, person, stage.id)
        self.heading_changed.emit()

    def _close_sheet(self) -> None:
        if not self._shows_sheet():
            return
        self._stack.setCurrentIndex(BOARD)
        if self.sheet.person_id is not None:
            self.view.grid.select_row(self.sheet.person_id)
        self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.heading_changed.emit()

    def _follow_wanted(self) -> None:
        """What another page pointed at, once the board is there. Ids are plain numbers: a debt tells more."""
        wanted, self._wanted = self._wanted, None
        board = self.store.board
        if isinstance(wanted, Debt) and board is not None:
            self._show_debt(board, wanted)
        elif isinstance(wanted, int):
            self._open_sheet(PersonId(wanted))

    def _show_debt(self, board: Board, debt: Debt) -> None:
        self._close_sheet()
        self._stage, wanted = scope_of(debt, board, self._stage)
        self.toolbar.set_filter(wanted)
        self._show_frame()
        self._go_to_problem()
