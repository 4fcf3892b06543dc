"""Has ratings written: reads what was typed, asks for a reason where one is needed, opens the dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem, UserError
from thidua_gui.core.ids import PersonId, SubjectId, UnitId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services import rating_edits, stages
from thidua_gui.services.rating_edits import RatingEdit, RatingField
from thidua_gui.services.rating_list import RatingList
from thidua_gui.text import bulk as bulk_wording
from thidua_gui.text import grid as grid_wording
from thidua_gui.text import ratings as wording
from thidua_gui.text.errors import sentence
from thidua_gui.text.forms import done
from thidua_gui.ui import messages
from thidua_gui.ui.context import Context
from thidua_gui.ui.ratings.cap_dialog import CapDialog
from thidua_gui.ui.ratings.columns import value_of
from thidua_gui.ui.ratings.dialogs import DayDialog, OverDialog, ReasonDialog, ThresholdsDialog
from thidua_gui.ui.ratings.lines import Line
from thidua_gui.ui.ratings.rating_grid import RatingGrid
from thidua_gui.ui.widgets.grid.columns import CellEdit
from thidua_gui.ui.widgets.grid.pasting import PastePlan

if TYPE_CHECKING:
    from thidua_gui.core.rating_cap import Tally


@dataclass(frozen=True, slots=True)
class _Read:
    """What typed cells mean, and those that mean nothing, each with its sentence."""

    edits: list[RatingEdit]
    refused: list[tuple[CellEdit, str]]


class RatingDesk(QObject):
    """Every action is one command and one step of undo."""

    refused = Signal(str)
    """A sentence for the page: what was typed and could not be taken."""

    def __init__(self, context: Context, window: QWidget, grid: RatingGrid) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._grid = grid
        self.shown: RatingList | None = None
        self._pending = 0

    @property
    def is_idle(self) -> bool:
        """No command waits for its answer: what is typed can give way to what was read."""
        return self._pending == 0

    @property
    def can_write(self) -> bool:
        """A year is on screen and not closed."""
        return self.shown is not None and not self.shown.is_closed

    def enter(self, typed: Sequence[CellEdit]) -> None:
        """Write what the grid asks for; words that mean nothing come back into the editor or are told."""
        if self.shown is None:
            return
        read = _read(typed, self.shown.year)
        self._grid.lines.settle([cell for cell, _ in read.refused])
        if read.refused:
            self.refused.emit(wording.not_pasted(len(read.refused), read.refused[0][1]))
        if len(typed) == 1 and read.refused:
            QTimer.singleShot(0, self, partial(self._type_again, typed[0]))
        if read.edits:
            self._with_reason(read.edits, lambda: self._grid.lines.settle(typed))

    def confirm_paste(self, plan: PastePlan) -> bool:
        """Told before a block is pasted; cells that mean nothing are left as they were."""
        words = wording.pasted(len(plan.changes), plan.skipped_read_only, len(plan.invalid), plan.overflow_rows)
        return messages.confirm(self._window, wording.PASTE_TITLE, words, grid_wording.paste_verb(len(plan.changes)))

    def rate(self, rating: Rating | None) -> None:
        """The same rating for everybody chosen."""
        chosen = self._grid.chosen()
        if chosen and self.can_write:
            self._with_reason([RatingEdit(line.id, RatingField.RATING, rating) for line in chosen], _nothing)

    def follow(self) -> None:
        """Everybody chosen as the thresholds propose."""
        shown, ids = self.shown, [line.id for line in self._grid.chosen()]
        if shown is None or not ids:
            self._context.bus.status.emit(wording.NOTHING_PICKED)
            return
        on = self._context.clock().date()
        said: list[str] = []

        def work() -> Changes:
            done = rating_edits.follow_proposals(shown.campaign_id, ids, on=on, of=shown.of)
            said.append(done.said)
            return done.changes

        self._context.jobs.command(
            lambda _: work(),
            lambda _: self._context.bus.status.emit(bulk_wording.with_undo(said[0])),
            self._refuse,
            title=wording.FOLLOW,
        )

    def keep(self, lines: Sequence[Line]) -> None:
        """Doubtful ratings stand: somebody has looked at them."""
        shown = self.shown
        ids = [line.id for line in lines if line.rated.decision.is_stale]
        if shown is None or not ids:
            return
        campaign_id, of = shown.campaign_id, shown.of
        self._command(lambda: stages.confirm_ratings(campaign_id, _subjects(ids, of), of), _nothing)

    def ask_day(self, field: RatingField) -> None:
        """One day for everybody chosen who has that rating."""
        shown, on = self.shown, self._context.clock().date()
        if shown is None or not self.can_write:
            return
        ids = [line.id for line in self._grid.chosen() if _has(line, field)]
        if not ids:
            self._context.bus.status.emit(wording.NOBODY_RATED)
            return
        DayDialog(self._context, self._window, shown.campaign_id, ids, field, on, shown.of).open()

    def ask_thresholds(self) -> None:
        """Ngưỡng điểm of the year."""
        shown = self.shown
        if shown is not None and self.can_write:
            council = {StageKey.COUNCIL, StageKey.UNIT}
            totals = [row.total for row in shown.rows if row.total is not None and row.stage in council]
            ThresholdsDialog(self._context, self._window, shown.campaign_id, shown.thresholds, totals).open()

    def ask_cap(self, counted: Tally) -> None:
        """Mức tối đa HTXSNV: the school's own rule."""
        if self.shown is not None and self.can_write:
            CapDialog(self._context, self._window, self.shown.cap, counted).open()

    def ask_over(self) -> None:
        """Why the cap is exceeded."""
        shown = self.shown
        if shown is not None and self.can_write:
            OverDialog(self._context, self._window, shown.campaign_id, shown.cap.over_reason).open()

    def _with_reason(self, edits: Sequence[RatingEdit], dropped: Callable[[], object]) -> None:
        """Ask once for all who would differ from their proposal without a word; without an answer nothing is done."""
        bare = [line for line in map(self._deviating(edits), edits) if line is not None]
        if not bare or self.shown is None:
            self._write(edits, "", dropped)
            return
        named = [line.named for line in bare]
        dialog = ReasonDialog(self._context, self._window, named, len(named), self.shown.of)
        dialog.given.connect(lambda reason: self._write(edits, reason, dropped))
        dialog.rejected.connect(dropped)
        dialog.open()

    def _deviating(self, edits: Sequence[RatingEdit]) -> Callable[[RatingEdit], Line | None]:
        told = {one.subject_id for one in edits if one.field is RatingField.REASON and one.value}

        def deviating(one: RatingEdit) -> Line | None:
            line = self._grid.lines.row_of(one.subject_id)
            if line is None or one.field is not RatingField.RATING or one.value is None or line.id in told:
                return None
            decision, proposed = line.rated.decision, line.rated.proposed
            is_kept = decision.rating is one.value and bool(decision.reason)
            return None if is_kept or proposed in (None, one.value) else line

        return deviating

    def _write(self, edits: Sequence[RatingEdit], reason: str, dropped: Callable[[], object]) -> None:
        shown, on = self.shown, self._context.clock().date()
        if shown is not None:
            self._command(
                lambda: rating_edits.edit(shown.campaign_id, edits, on=on, reason=reason, of=shown.of), dropped
            )

    def _command(self, work: Callable[[], Changes], dropped: Callable[[], object]) -> None:
        """`dropped` takes back what the cells show when nothing was written; else the rows themselves come back."""
        self._pending += 1

        def written(changes: Changes) -> None:
            self._pending -= 1
            if changes.operation is None:
                dropped()
            else:
                self._context.bus.status.emit(done(changes.title))

        def failed(problem: Problem) -> None:
            self._pending -= 1
            dropped()
            self._refuse(problem)

        self._context.jobs.command(lambda _: work(), written, failed)

    def _refuse(self, problem: Problem) -> None:
        self.refused.emit(sentence(problem))

    def _type_again(self, cell: CellEdit) -> None:
        """The words stay in the cell's editor, so that a slip is mended and not typed anew; whoever has left the grid
        meanwhile is not called back."""
        grid = self._grid
        line = grid.lines.line_of(cell.row_id)
        if line is not None and grid.hasFocus() and grid.select_row(cell.row_id, cell.column_key):
            grid.editing.begin(line, grid.lines.column_place(cell.column_key), text=cell.text)


def _read(typed: Sequence[CellEdit], year: int) -> _Read:
    read = _Read([], [])
    for cell in typed:
        try:
            value = value_of(cell.column_key, cell.text, year)
            read.edits.append(RatingEdit(cell.row_id, RatingField(cell.column_key), value))
        except UserError as problem:
            read.refused.append((cell, sentence(problem)))
    return read


def _has(line: Line, field: RatingField) -> bool:
    decision = line.rated.decision
    return (decision.rating if field is RatingField.DECIDED_ON else decision.party) is not None


def _subjects(ids: Sequence[int], of: SheetSubject) -> list[SubjectId]:
    return [PersonId(one) if of is SheetSubject.PERSON else UnitId(one) for one in ids]


def _nothing() -> None:
    """No typed cell waits for an answer."""
