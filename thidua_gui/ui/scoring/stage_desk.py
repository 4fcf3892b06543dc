"""Closing and reopening stages, doubtful ratings: asks, then has the service do it. Shows no board."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import data_file, stages
from thidua_gui.services.data_file import Backup
from thidua_gui.services.scoring import Board, StageView
from thidua_gui.text import stage_closing as wording
from thidua_gui.ui import messages
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import FormDialog, note_editor
from thidua_gui.ui.scoring.board_store import BoardStore
from thidua_gui.ui.scoring.gate_dialog import GateDialog


class StageDesk(QObject):
    """`window` is the page over which dialogs open."""

    cell_wanted = Signal(object, object, object)
    """SheetSubject, SubjectId, CriterionId."""
    stage_wanted = Signal(object)
    """StageKey."""

    def __init__(self, context: Context, store: BoardStore, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._store = store
        self._window = window

    def ask_to_close(self, key: StageKey) -> None:
        """Show what stands in the way, or close."""
        board, stage = self._stage(key)
        if board is None or stage is None or stage.closed_at is not None:
            return
        campaign_id = board.campaign_id
        self._context.jobs.run(lambda progress: stages.boards(campaign_id), partial(self._show_gate, board, stage))

    def ask_to_reopen(self, key: StageKey) -> None:
        """Ask for the reason and say what becomes doubtful."""
        board, stage = self._stage(key)
        if board is None or stage is None or stage.closed_at is None:
            return
        later = [one.key for one in board.stages[board.stages.index(stage) + 1 :] if one.closed_at is not None]
        trusted = sum(row.decided is not None and not row.is_doubtful for row in board.rows)
        effects = wording.reopen_effects(later, 0 if key is StageKey.SELF else trusted)
        reopen = partial(stages.reopen, board.campaign_id, stage.id, user=self._context.user)
        ReopenDialog(
            self._context, self._window, wording.reopen_verb(key), effects,
            lambda reason: reopen(reason, at=self._context.clock()),
        ).open()  # fmt: skip

    def ask_to_keep(self) -> None:
        """Let all doubtful ratings stand, after a question."""
        board = self._store.board
        people = [] if board is None else [row.id for row in board.rows if row.is_doubtful]
        if board is None or not people:
            return
        question = wording.keep_question(len(people))
        of = board.subject
        if messages.confirm(self._window, wording.KEEP_RATINGS, question, wording.KEEP_RATINGS):
            campaign_id = board.campaign_id
            self._context.jobs.command(lambda progress: stages.confirm_ratings(campaign_id, people, of))

    def _show_gate(self, board: Board, stage: StageView, years: Sequence[Board]) -> None:
        """People and units stand before one gate, whichever board is on view."""
        dialog = GateDialog(years, stages.gate_of(years, stage.id), self._window)
        dialog.agreed.connect(partial(self._back_up_and_close, board, stage))
        dialog.cell_wanted.connect(self.cell_wanted)
        dialog.stage_wanted.connect(self.stage_wanted)
        dialog.open()

    def _back_up_and_close(self, board: Board, stage: StageView) -> None:
        """A stage is closed only when the copy before it is good."""
        self._context.jobs.run(
            data_file.back_up_now, partial(self._close, board, stage), title=wording.BACKING_UP
        )  # fmt: skip

    def _close(self, board: Board, stage: StageView, made: Backup) -> None:
        context = self._context
        context.bus.backed_up.emit(made.at)
        context.jobs.command(
            lambda progress: stages.close(board.campaign_id, stage.id, user=context.user, at=context.clock()),
            lambda changes: context.bus.status.emit(wording.closed(stage.key)),
        )

    def _stage(self, key: StageKey) -> tuple[Board | None, StageView | None]:
        return self._store.board, self._store.stage(key)


class ReopenDialog(FormDialog):
    """A reason is obligatory."""

    def __init__(
        self, context: Context, parent: QWidget, title: str, effects: str, reopen: Callable[[str], Changes]
    ) -> None:
        super().__init__(context, parent, title, title, text=effects)
        self._reopen = reopen
        self.reason: QPlainTextEdit = note_editor("")
        self.add_field("reason", wording.REASON, self.reason, wording.REASON_HINT)
        self.reason.setFocus()

    def submit(self) -> None:
        """Refuse silence at once."""
        if self.reason.toPlainText().strip():
            super().submit()
        else:
            self.refuse("reason", wording.REASON_NEEDED)

    def command(self) -> Callable[[], Changes]:
        """Reopen for the reason typed."""
        return partial(self._reopen, self.reason.toPlainText())
