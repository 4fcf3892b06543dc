"""What is asked about one person or cell of the board: rating, reasons of a total, reason of a change, the rules.
Opens dialogs; the store and services write."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from thidua_gui.core.ids import SubjectId
from thidua_gui.core.score_explanation import explain
from thidua_gui.core.scoring import Criterion, StageKey
from thidua_gui.services import score_reasons
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import Board, StageView, effective_of
from thidua_gui.text import score_why as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.scoring.board_rows import BoardRow
from thidua_gui.ui.scoring.board_store import BoardStore
from thidua_gui.ui.scoring.board_view import BoardView
from thidua_gui.ui.scoring.columns import stage_of_total
from thidua_gui.ui.scoring.rating_dialog import RatedPerson, RatingDialog
from thidua_gui.ui.scoring.reason_dialog import ReasonDialog
from thidua_gui.ui.scoring.rules_dialog import RulesDialog
from thidua_gui.ui.scoring.why_dialog import Explained, WhyDialog


class CellDesk(QObject):
    """`window` is the page over which dialogs open."""

    def __init__(self, context: Context, store: BoardStore, view: BoardView, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._store = store
        self._view = view
        self._window = window

    def is_closed_year(self) -> bool:
        """Nothing of the year may be changed any more."""
        campaign = self._context.campaign
        return campaign is not None and campaign.state is CampaignState.CLOSED

    def rate(self, person_id: SubjectId) -> None:
        """Decide a rating."""
        board, row = self._store.board, self._store.row(person_id)
        shown = self._view.grid.model_.row_of(person_id)
        if board is None or row is None or shown is None or self.is_closed_year():
            return
        rating = effective_of(row, board)
        total = None if rating.stage is None else shown.line.points(rating.stage)
        dialog = RatingDialog(RatedPerson(shown.label, rating, row.decided_reason, total, board.subject), self._window)
        dialog.decided.connect(partial(self._store.decide, person_id))
        self._open(dialog)

    def explain_here(self) -> None:
        """Ctrl+I: the total of the current row, of the stage under the cursor or the active one."""
        grid = self._view.grid
        cell = grid.caret.cell
        if grid.current_row_id is not None and cell is not None:
            self.explain(grid.current_row_id, grid.model_.columns[cell[1]].key)

    def explain(self, row_id: int, column: str) -> None:
        """Why a total is what it is."""
        board, shown, frame = self._store.board, self._view.grid.model_.row_of(row_id), self._view.grid.frame_
        if board is None or shown is None or frame is None or shown.sheet is None:
            return
        wanted = stage_of_total(column) or frame.active.key
        stage = next((one for one in board.stages if one.key is wanted), frame.active)
        person, of = shown.id, board.subject
        self._context.jobs.run(
            lambda progress: score_reasons.reasons(stage.id, person, of), partial(self._show_why, board, shown, stage)
        )

    def give_reason(self) -> None:
        """Ask for the reason that the refused value of the problem strip waits for, then type the value again."""
        board, frame, found = self._store.board, self._view.grid.frame_, self._view.waiting
        if board is None or frame is None or found is None:
            return
        row, criterion = found
        draft = row.draft(frame.active, criterion)
        if draft is None:
            return
        before = None if frame.before is None else row.points(frame.before, criterion)
        question = wording.reason_question(row.label, criterion.number, criterion.content, before, draft.text)
        dialog = ReasonDialog(question, self._window)
        dialog.given.connect(partial(self._enter_with_reason, frame.active, row.id, criterion, draft.text))
        self._open(dialog)

    def ask_rules(self) -> None:
        """The school's own share, rounding, and from when a reason is wanted."""
        if self._store.quota is not None:
            self._open(RulesDialog(self._context, self._store.quota, self._store.limit, self._window))

    def _enter_with_reason(
        self, stage: StageView, person: SubjectId, criterion: Criterion, text: str, reason: str
    ) -> None:
        self._store.enter_with_reason(stage.id, CellEntry(person, criterion.id, text), reason)

    def _show_why(
        self, board: Board, shown: BoardRow, stage: StageView, reasons: tuple[score_reasons.Reason, ...]
    ) -> None:
        if shown.sheet is None:
            return
        found = explain(shown.sheet, shown.person.scores[stage.id])
        given = reasons if stage.key is StageKey.COUNCIL else ()
        of = Explained(
            shown.label, stage.key, found, board.thresholds, shown.line.rating, shown.person.decided_reason, given
        )
        self._open(WhyDialog(of, self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
