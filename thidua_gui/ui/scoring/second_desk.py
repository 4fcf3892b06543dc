"""Blind second entry, person after person: keeps what was typed, compares, confirms. Holds no score itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CriterionId, StageId, SubjectId
from thidua_gui.core.progress import Progress
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services import second_entry
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import Board, StageView
from thidua_gui.services.second_entry import SheetCheck
from thidua_gui.text import second_typing as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui.context import Context
from thidua_gui.ui.scoring.board_store import BoardStore
from thidua_gui.ui.scoring.board_view import BoardView
from thidua_gui.ui.scoring.second_dialog import SecondDialog


class SecondDesk(QObject):
    """Begins at the current row and goes down the people listed."""

    def __init__(self, context: Context, store: BoardStore, view: BoardView, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._store, self._view, self._window = context, store, view, window
        self._people: list[SubjectId] = []
        self._of = SheetSubject.PERSON
        self._at = 0
        self._stage: StageView | None = None
        self._dialog: SecondDialog | None = None
        self._check: SheetCheck | None = None

    def begin(self, key: StageKey) -> None:
        """Open the dialog for the stage on view, unless it is closed."""
        stage, grid = self._store.stage(key), self._view.grid
        self._people = [row.id for row in grid.model_.shown_rows if row.sheet is not None]
        if stage is None or not self._people or grid.frame_ is None or grid.frame_.is_locked:
            return
        current = grid.current_row_id
        self._at = next((place for place, one in enumerate(self._people) if one == current), 0)
        self._stage, self._of = stage, grid.frame_.subject
        dialog = self._dialog = SecondDialog(self._context.user, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.typed.connect(self._keep)
        dialog.settled.connect(self._settle)
        dialog.confirmed.connect(self._confirm)
        dialog.skipped.connect(self._go_on)
        dialog.again.connect(self._begin_anew)
        dialog.finished.connect(self._end)
        self._view.show_scores(False)
        self._show_person()
        dialog.open()

    def _end(self) -> None:
        self._dialog = self._check = None
        self._view.show_scores(True)

    def _show_person(self) -> None:
        board, dialog, stage = self._store.board, self._dialog, self._stage
        row = self._store.row(self._person)
        sheet = None if board is None or row is None else board.sheet(row.sheet_id)
        if dialog is None or stage is None or row is None or sheet is None:
            return
        heading = wording.heading(row.name, self._at + 1, len(self._people))
        dialog.show_person(heading, wording.where(stage.key, row.unit_name), sheet.leaves())

    def _keep(self, texts: Mapping[CriterionId, str]) -> None:
        entries = [CellEntry(self._person, criterion, text) for criterion, text in texts.items()]
        context, stage, of = self._context, self._stage_id, self._of
        self._command(
            lambda progress: second_entry.enter(stage, entries, by=context.user, at=context.clock(), of=of),
            self._compare,
        )

    def _settle(self, criterion: CriterionId, text: str | None) -> None:
        """Keep the first: the second follows it. Take the second, or another text: both become that text."""
        found = next((one for one in self._differences if one.criterion.id == criterion), None)
        if found is None:
            return
        if text is None:
            self._keep({criterion: "" if found.first is None else str(found.first)})
            return
        entry, context, stage = CellEntry(self._person, criterion, text), self._context, self._stage_id
        of = self._of
        self._command(
            lambda progress: second_entry.settle(stage, entry, by=context.user, at=context.clock(), of=of),
            self._compare,
        )

    def _confirm(self, first: str, second: str) -> None:
        board, person, stage, at = self._store.board, self._person, self._stage_id, self._context.clock()
        of = self._of
        if board is not None:
            campaign_id = board.campaign_id
            self._command(
                lambda progress: second_entry.confirm(
                    campaign_id, stage, person, first_by=first, second_by=second, at=at, of=of
                ),
                lambda changes: self._go_on(),
            )

    def _begin_anew(self) -> None:
        stage, person, of = self._stage_id, self._person, self._of
        self._command(lambda progress: second_entry.discard(stage, person, of), lambda changes: self._show_person())

    def _go_on(self) -> None:
        """The next person, or the end."""
        if self._at + 1 < len(self._people):
            self._at += 1
            self._show_person()
        elif self._dialog is not None:
            self._dialog.accept()
            self._context.bus.status.emit(wording.done(len(self._people), self._of))

    def _compare(self, changes: Changes) -> None:
        board: Board | None = self._store.board
        stage, person, of = self._stage_id, self._person, self._of
        if board is not None:
            campaign_id = board.campaign_id
            self._context.jobs.run(
                lambda progress: second_entry.check(campaign_id, stage, person, of), self._show_check, self._refused
            )

    def _show_check(self, check: SheetCheck) -> None:
        self._check = check
        if self._dialog is not None:
            self._dialog.show_check(check)

    def _command(self, work: Callable[[Progress], Changes], then: Callable[[Changes], None]) -> None:
        self._context.jobs.command(work, then, self._refused)

    def _refused(self, problem: Problem) -> None:
        if self._dialog is not None:
            self._dialog.show_error(sentence(problem))

    @property
    def _person(self) -> SubjectId:
        return self._people[self._at]

    @property
    def _stage_id(self) -> StageId:
        if self._stage is None:
            raise RuntimeError("no stage was begun")
        return self._stage.id

    @property
    def _differences(self) -> tuple[second_entry.Difference, ...]:
        return () if self._check is None else self._check.differences
