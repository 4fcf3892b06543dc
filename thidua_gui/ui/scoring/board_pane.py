"""The board of scores with what stands above it: stage, filters, notices. Asks services through its desks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, CriterionId, StageId, SubjectId
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services.debts import Debt
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import Board
from thidua_gui.text import score_board as wording
from thidua_gui.text import stage_closing as closing
from thidua_gui.text.errors import sentence
from thidua_gui.text.names import SHEET_SUBJECTS
from thidua_gui.ui.context import Context
from thidua_gui.ui.scoring.board_output import BoardOutput
from thidua_gui.ui.scoring.board_rows import frame_of, shown_sheets
from thidua_gui.ui.scoring.board_store import BoardStore
from thidua_gui.ui.scoring.board_view import BoardView
from thidua_gui.ui.scoring.cell_desk import CellDesk
from thidua_gui.ui.scoring.filters import BoardFilter, scope_of, work_goes_on
from thidua_gui.ui.scoring.notices import Notices
from thidua_gui.ui.scoring.second_desk import SecondDesk
from thidua_gui.ui.scoring.stage_desk import StageDesk
from thidua_gui.ui.scoring.toolbar import ScoringToolbar
from thidua_gui.ui.widgets.grid.columns import CellEdit


class BoardPane(QWidget):
    """The grid types, the store writes; nothing is sorted away under the cursor."""

    stage_changed = Signal()
    subject_wanted = Signal(object)
    """SheetSubject whose board is to be shown."""

    def __init__(self, context: Context, store: BoardStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._store = store
        self.toolbar = ScoringToolbar()
        self.notice = Notices()
        self.view = BoardView()
        self.stages = StageDesk(context, store, self)
        self.cells = CellDesk(context, store, self.view, self)
        self.second = SecondDesk(context, store, self.view, self)
        self.output = BoardOutput(context, self.view, self, self._filters_named)
        self.stage = StageKey.UNIT
        self._begun: CampaignId | None = None
        self._subject = SheetSubject.PERSON
        self._wanted_cell: tuple[SheetSubject, SubjectId, CriterionId] | None = None
        self._lay_out()
        self._connect()

    def show_board(self, board: Board) -> None:
        """Another board: its units and sheets to choose from; another year begins where its work goes on."""
        if board.campaign_id != self._begun:
            self._begun = board.campaign_id
            self.stage = work_goes_on(board)
        is_other = self._subject is not board.subject
        if is_other:
            self._subject = board.subject
            self.toolbar.search.clear_now()
            self.toolbar.set_filter(BoardFilter())
        units = {
            (row.unit_position, row.unit_name): row.unit_id
            for row in board.rows
            if row.unit_id is not None and board.subject is SheetSubject.PERSON
        }
        self.toolbar.offer_units([(unit, name) for (_, name), unit in sorted(units.items())])
        self.toolbar.offer_sheets([(sheet.id, sheet.code) for sheet in board.sheets])
        self._show_frame()
        if is_other:
            self.view.grid.go_to_start(anew=True)
        if self._wanted_cell is not None and self._wanted_cell[0] is board.subject:
            wanted, self._wanted_cell = self._wanted_cell, None
            self._go_to_cell(*wanted)

    def show_debt(self, board: Board, debt: Debt) -> None:
        """The stage and people that the overview spoke of, the cursor at the first thing to do."""
        self.stage, wanted = scope_of(debt, board, self.stage)
        self.toolbar.set_filter(wanted)
        self._show_frame()
        self._go_to_problem()

    def patch(self, people: frozenset[SubjectId]) -> None:
        """These rows of the store have other values."""
        self.view.patch([row for row in map(self._store.row, people) if row is not None])
        self._count_doubtful()

    def can_close(self) -> bool:
        """The stage on view is open."""
        stage = self._store.stage(self.stage)
        return stage is not None and stage.closed_at is None and not self.cells.is_closed_year()

    def ask_to_close(self) -> None:
        """The gate of the stage on view."""
        self.stages.ask_to_close(self.stage)

    def ask_to_reopen(self) -> None:
        """Open the stage on view again."""
        self.stages.ask_to_reopen(self.stage)

    def begin_second_entry(self) -> None:
        """The blind second entry of the stage on view."""
        self.second.begin(self.stage)

    def pick_place(self, place: int) -> None:
        """The first, second or third stage."""
        stages = () if self._store.board is None else self._store.board.stages
        if place < len(stages):
            self.pick_stage(stages[place].key)

    def pick_stage(self, stage: StageKey) -> None:
        """Look at another stage."""
        if stage is not self.stage:
            self.stage = stage
            self._show_frame()
            self.stage_changed.emit()

    def follow_stage(self, stage_id: StageId) -> None:
        """The sheet shows another stage; the board will show the same."""
        for stage in () if self._store.board is None else self._store.board.stages:
            if stage.id == stage_id:
                self.pick_stage(stage.key)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        grid, toolbar, notice = self.view.grid, self.toolbar, self.notice
        self._store.saved.connect(self.view.say_saved)
        self._store.refused.connect(self._say_refused)
        grid.edits_requested.connect(self._enter_cells)
        grid.rate_requested.connect(self.cells.rate)
        grid.why_requested.connect(self.cells.explain)
        grid.cut_opened.connect(self.cells.ask_rules)
        grid.expanded_changed.connect(self._show_expanded)
        self.view.give_reason.clicked.connect(self.cells.give_reason)
        self.view.counted.connect(self._count)
        self.view.filters_cleared.connect(self._clear_filters)
        toolbar.filter_changed.connect(self._filter)
        toolbar.stage_picked.connect(self.pick_stage)
        toolbar.searched.connect(self.view.set_search)
        toolbar.problem_wanted.connect(self._go_to_problem)
        toolbar.expand_wanted.connect(grid.toggle_all)
        notice.reopen_wanted.connect(self.ask_to_reopen)
        notice.doubtful_wanted.connect(self._show_doubtful)
        notice.keep_wanted.connect(self.stages.ask_to_keep)
        self.stages.cell_wanted.connect(self._go_to_cell)
        self.stages.stage_wanted.connect(self.pick_stage)

    def _show_frame(self) -> None:
        """The board in the stage and sheets chosen."""
        board, chosen = self._store.board, self.toolbar.filter
        if board is None:
            return
        is_closed, limit = self.cells.is_closed_year(), self._store.limit
        frame = frame_of(
            board, self.stage, chosen.sheet, year_is_closed=is_closed, limit=limit, vouched=self._store.vouched,
            before_year=self._store.before,
        )  # fmt: skip
        if frame is not None:
            self._tell_lock()
            self.view.set_quota(self._store.quota if board.subject is SheetSubject.PERSON else None)
            self.view.show_board(frame, board.rows, chosen, self._filters_named())

    def _tell_lock(self) -> None:
        stage = self._store.stage(self.stage)
        if self.cells.is_closed_year():
            self.notice.say("in", wording.CLOSED_YEAR.format(year=self._context.year), icon="lock")
        elif stage is not None and stage.closed_at is not None:
            words = wording.closed_stage(stage.key, stage.closed_at, stage.closed_by)
            self.notice.say("in", words, closing.REOPEN, icon="lock")
        else:
            self.notice.silence()
        self._count_doubtful()

    def _count_doubtful(self) -> None:
        rows = () if self._store.board is None else self._store.board.rows
        self.notice.count_doubtful(0 if self.cells.is_closed_year() else sum(row.is_doubtful for row in rows))

    def _show_doubtful(self) -> None:
        self.toolbar.search.clear_now()
        self.toolbar.set_filter(BoardFilter(doubtful=True))
        self._filter()
        self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_cell(self, subject: SheetSubject, person: SubjectId, criterion: CriterionId) -> None:
        """Whoever the filters hide is shown again; the other board is shown first, if it is there."""
        board = self._store.board
        if board is not None and board.subject is not subject:
            self._wanted_cell = (subject, person, criterion)
            self.subject_wanted.emit(subject)
            return
        grid = self.view.grid
        if grid.model_.line_of(person) is None:
            self._clear_filters()
        self._show_columns_of(person)
        grid.go_to(person, criterion)
        grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_columns_of(self, person: SubjectId) -> None:
        """The sheet of the school alone has columns only while it is chosen."""
        row, shown = self._store.row(person), self.view.grid.frame_
        if row is None or shown is None or any(row.sheet_id in top.by_sheet for top in shown.tops):
            return
        self.toolbar.set_filter(BoardFilter(sheet=row.sheet_id))
        self._filter()

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
        self._store.enter(frame.active.id, cells)
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
        board, frame = self._store.board, self.view.grid.frame_
        if board is None or frame is None:
            return True
        wanted = {sheet.id for sheet in shown_sheets(board, chosen.sheet)}
        return wanted != {sheet_id for top in frame.tops for sheet_id in top.by_sheet}

    def _filters_named(self) -> list[str]:
        combos = (self.toolbar.units, self.toolbar.sheets, self.toolbar.states)
        chosen = [combo.currentText() for combo in combos if combo.currentData() is not None]
        return [SHEET_SUBJECTS[self._subject], *chosen] if self._subject is SheetSubject.UNIT else chosen

    def _clear_filters(self) -> None:
        self.toolbar.search.clear_now()
        self.toolbar.set_filter(BoardFilter())
        self._filter()
        self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_problem(self) -> None:
        grid = self.view.grid
        grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if not grid.keys.go_to_problem():
            hidden = next((row for row in grid.model_.shown_rows if row.line.standing.needs_work), None)
            if hidden is not None:
                self._show_columns_of(hidden.id)
                grid.keys.go_to_problem()

    def _show_expanded(self) -> None:
        grid = self.view.grid
        self.toolbar.show_expanded(bool(grid.groups) and grid.expanded == grid.groups)

    def _count(self) -> None:
        self.toolbar.show_tally(self.view.tally(), self.stage)
