"""The score board on screen: grid, averages, problem strip, key hints. Shows rows it is given; writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import SubjectId
from thidua_gui.core.points import Points
from thidua_gui.core.scoreboard import OPTIONAL_FOR_SCHOOL, Standing
from thidua_gui.core.scoring import Criterion, SheetSubject, StageKey
from thidua_gui.services.quota_line import QuotaFacts
from thidua_gui.services.score_reasons import REASON_MISSING
from thidua_gui.services.scoring import Draft, ScoreRow
from thidua_gui.text import score_board as wording
from thidua_gui.text import score_rules as rules
from thidua_gui.text import score_why as why
from thidua_gui.text import unit_scoring as units
from thidua_gui.ui import theme
from thidua_gui.ui.scoring import cells
from thidua_gui.ui.scoring.averages import BoardAverages
from thidua_gui.ui.scoring.board_rows import BoardRow, BoardRows, Frame
from thidua_gui.ui.scoring.columns import total_key
from thidua_gui.ui.scoring.cut_line import cut_line
from thidua_gui.ui.scoring.filters import BoardFilter
from thidua_gui.ui.scoring.score_grid import ScoreGrid
from thidua_gui.ui.scoring.toolbar import StageCount, Tally
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.row_order import Group
from thidua_gui.ui.widgets.grid.strips import KeyButton, KeyHints, ProblemStrip

_GROUP_OF = {
    Standing.ERROR: "todo",
    Standing.MISSING: "todo",
    Standing.COMPLETE: "done",
    Standing.NOT_BEGUN: "idle",
    Standing.NO_SHEET: "none",
}

def _group_of(row: BoardRow) -> str:
    """The school stands for itself, by a sheet of its own, wherever it is not in the way of closing."""
    if row.person.is_school and not row.line.standing.needs_work:
        return "school"
    return _GROUP_OF[row.line.standing]


def _owes_nothing(row: BoardRow, stage: StageKey) -> bool:
    return row.person.is_school and stage in OPTIONAL_FOR_SCHOOL


CUT_DELAY = 120
"""Milliseconds after the last key: the totals come first, their line follows."""


class BoardView(QWidget):
    """Rows keep their place while somebody types; `rearrange` sorts them anew when asked."""

    counted = Signal()
    """The tally may be another."""
    filters_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = ScoreGrid()
        self.panel = GridPanel(self.grid, framed=False)
        self.problems = ProblemStrip()
        self.give_reason = KeyButton(why.GIVE_REASON, "Ctrl+R")
        self.waiting: tuple[BoardRow, Criterion] | None = None
        """The refused value of the strip that only wants a reason."""
        self.hints = KeyHints(wording.HINTS)
        self.rearrange_button = push(wording.REARRANGE, "refresh", "link")
        self.rearrange_button.setToolTip(wording.REARRANGE_TIP)
        self.no_hit = EmptyState("list-search", wording.NO_HIT[SheetSubject.PERSON], "", wording.CLEAR_FILTERS)
        self._frame: Frame | None = None
        self._rows: BoardRows | None = None
        self._filter = BoardFilter()
        self._query = ""
        self._named: Sequence[str] = ()
        self._by_total = True
        self._groups: tuple[Group, ...] = ()
        self._averages: BoardAverages | None = None
        self._quota: QuotaFacts | None = None
        self._moved: set[SubjectId] = set()
        self._arranged: dict[SubjectId, tuple[str, Points | None]] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._cut_later = QTimer(self, singleShot=True, interval=CUT_DELAY)
        self._lay_out()
        self._connect()

    def show_board(
        self, frame: Frame, people: Sequence[ScoreRow], wanted: BoardFilter, named: Sequence[str]
    ) -> None:
        """Another stage, other sheets or other people; everything is sorted anew."""
        self._frame = frame
        self._rows = BoardRows(frame, people)
        self._filter, self._named = wanted, named
        self.grid.show_frame(frame)
        self.grid.model_.accept_only(wanted.accepts if wanted.is_set else None)
        self.rearrange()
        self.grid.go_to_start()

    def set_quota(self, known: QuotaFacts | None) -> None:
        """The share whose line is drawn, before the board is shown."""
        self._quota = known

    def patch(self, people: Iterable[ScoreRow]) -> None:
        """New values of these people: totals and ranks follow at once, the order stays."""
        if self._rows is None:
            return
        people = list(people)
        changed = self._rows.patch(people)
        self.grid.model_.patch_rows(changed)
        for person in people:
            row = self._rows.get(person.id)
            if row is not None:
                (self._moved.discard if self._arranged.get(row.id) == self._place(row) else self._moved.add)(row.id)
        self.rearrange_button.setVisible(bool(self._moved))
        if self._averages is not None:
            fresh = {person.id for person in people}
            self._averages.patch(row for row in changed if row.id in fresh)
        self._later.start()

    def rearrange(self) -> None:
        """Sort by total again and part the complete from those who are not."""
        if self._rows is None:
            return
        ordered = self._rows.in_order()
        self._arranged = {row.id: self._place(row) for row in ordered}
        self._moved.clear()
        self.rearrange_button.hide()
        self.grid.model_.set_rows(ordered)
        self._head_groups()
        self._recount()
        self._draw_cut()

    def set_filter(self, wanted: BoardFilter, named: Sequence[str]) -> None:
        """List only these people; `named` says how the filter is called when nobody is left."""
        self._filter, self._named = wanted, named
        self.grid.model_.accept_only(wanted.accepts if wanted.is_set else None)
        if self._moved:
            self.rearrange()
        else:
            self._head_groups()
            self._recount()
            self._draw_cut()

    def set_search(self, query: str) -> None:
        """List only people of this name or unit."""
        self._query = query.strip()
        self.grid.model_.set_search(self._query)

    def tally(self) -> Tally:
        """How far the people of the unit and sheets shown are, whatever their state."""
        stages = () if self._frame is None else tuple(stage.key for stage in self._frame.stages)
        closed = () if self._frame is None else tuple(one.closed_at is not None for one in self._frame.stages)
        done, of = [0] * len(stages), [0] * len(stages)
        invalid = incomplete = 0
        for row in self._held():
            invalid += row.line.refused
            incomplete += row.line.standing.needs_work
            for place, stage in enumerate(stages):
                is_done = self._is_done(row, stage)
                done[place] += is_done
                of[place] += row.sheet is not None and (is_done or not _owes_nothing(row, stage))
        counts = tuple(
            StageCount(stage, count, all_of, shut)
            for stage, count, all_of, shut in zip(stages, done, of, closed, strict=True)
        )
        return Tally(counts, invalid, incomplete, SheetSubject.PERSON if self._frame is None else self._frame.subject)

    def show_scores(self, shown: bool) -> None:
        """Nothing of the first entry may be seen behind the dialog of the second; the room stays."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setVisible(shown)
        if shown:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_saved(self, at: datetime) -> None:
        """When the last entry was written."""
        self.hints.set_note(wording.saved_at(at))

    def _lay_out(self) -> None:
        foot = QFrame()
        foot.setProperty("footer", True)
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, theme.px(8), 0)
        line.addWidget(self.hints, 1)
        line.addWidget(self.rearrange_button)
        self.rearrange_button.hide()
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self.no_hit)
        self.problems.add_button(self.give_reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (holder, self.problems, foot):
            column.addWidget(widget, 1 if widget is holder else 0)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        model = self.grid.model_
        self.rearrange_button.clicked.connect(self._rearrange_by_hand)
        self.no_hit.acted.connect(self.filters_cleared)
        self.problems.acted.connect(self._go_to_problem)
        self.grid.current_row_changed.connect(lambda _: self._tell_problem())
        self.grid.expanded_changed.connect(self._average)
        self._later.timeout.connect(self._recount)
        self._cut_later.timeout.connect(self._draw_cut)
        model.shown_changed.connect(self._shown_changed)

    def _rearrange_by_hand(self) -> None:
        self.rearrange()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_problem(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.keys.go_to_problem()

    def _held(self) -> list[BoardRow]:
        return [] if self._rows is None else [row for row in self._rows.every() if self._filter.holds(row)]

    def _is_done(self, row: BoardRow, stage: StageKey) -> bool:
        """In the active stage a refused value counts against the person even where the total stands."""
        if self._frame is not None and stage is self._frame.active.key:
            return row.line.standing is Standing.COMPLETE
        return row.line.points(stage) is not None

    def _place(self, row: BoardRow) -> tuple[str, Points | None]:
        """What a row's place depends on."""
        frame = self._frame
        return _group_of(row), None if frame is None else row.line.points(frame.active.key)

    def _shown_changed(self) -> None:
        """The list itself is another one: filtered, searched or sorted."""
        self._averages = None
        found, of = self.grid.model_.counts
        self._stack.setCurrentIndex(1 if of and not found else 0)
        if of and not found:
            named = [*self._named, wording.searched(self._query)] if self._query else self._named
            subject = SheetSubject.PERSON if self._frame is None else self._frame.subject
            self.no_hit.say(wording.NO_HIT[subject], wording.filters_named(named), wording.CLEAR_FILTERS)
        if self._by_total != self._is_by_total():
            self._head_groups()
        self._later.start()

    def _is_by_total(self) -> bool:
        """Best first: the natural order, or the clerk's own sorting by the active total."""
        frame, sorting = self._frame, self.grid.model_.sorting
        return sorting is None or (frame is not None and sorting == (total_key(frame.active.key), True))

    def _draw_cut(self) -> None:
        """The line of the share follows every total; it stands only where the whole school is listed by total."""
        self._cut_later.stop()
        frame, rows, known = self._frame, self._rows, self._quota
        shown = frame is not None and rows is not None and known is not None and self._is_by_total()
        line = None
        if shown and self._filter.is_whole and frame is not None and rows is not None and known is not None:
            line = cut_line(known, frame.active.key, rows.every())
        if line != self.grid.model_.cut:
            self.grid.model_.set_cut(line)

    def _head_groups(self) -> None:
        frame = self._frame
        if frame is None:
            return
        waiting = Counter[tuple[int, str]]()
        for row in self._held():
            if row.line.standing.needs_work:
                waiting[row.person.unit_position, row.person.unit_name] += frame.subject is SheetSubject.PERSON
        ordered = sorted(waiting.items(), key=lambda item: (-item[1], item[0]))
        right = wording.waiting_in_units([(name, count) for (_, name), count in ordered if name and count])
        self._by_total = self._is_by_total()
        groups = (
            Group("todo", wording.TO_SETTLE, right),
            Group("done", wording.done_heading(frame.active.key, by_total=self._by_total), self._no_cut()),
            Group("idle", wording.NOT_BEGUN),
            Group("school", units.SCHOOL_GROUP, units.SCHOOL_WHY),
            Group("none", wording.NO_SHEET_GROUP, wording.NO_SHEET_WHY),
        )
        if groups != self._groups:
            self._groups = groups
            self.grid.model_.set_groups(groups, _group_of)

    def _no_cut(self) -> str:
        """Why there is no line over one unit or sheet alone."""
        return "" if self._filter.is_whole or self._quota is None else rules.WHOLE_SCHOOL_ONLY

    def _recount(self) -> None:
        self._show_averages()
        self._cut_later.start()
        self._tell_problem()
        self.counted.emit()

    def _average(self) -> None:
        """Anew: other people are listed, or other columns."""
        if self._frame is not None:
            self._averages = BoardAverages(self._frame, self.grid.set, self.grid.model_.kept_rows)
            self._show_averages()

    def _show_averages(self) -> None:
        if self._averages is None:
            self._average()
        else:
            self.grid.model_.set_summary(self._averages.summary())

    def _tell_problem(self) -> None:
        """The refused value of the current row, else the first one listed."""
        frame, model = self._frame, self.grid.model_
        current = self.grid.current_row_id
        row = None if current is None else model.row_of(current)
        if frame is None:
            return
        if row is None or not row.line.refused:
            row = next((one for one in model.shown_rows if one.line.refused), None)
        found = [] if row is None else cells.problems_of(frame, row)
        if row is None or not found:
            self.waiting = None
            self.problems.silence()
            return
        more = sum(one.line.refused for one in model.shown_rows) - 1
        criterion, draft = self._problem_at_cursor(row, found)
        sentence = wording.problem(draft.problem, draft.text, criterion)
        self.problems.say(wording.problem_place(row.label, criterion.number), sentence, more)
        is_waiting = draft.problem == REASON_MISSING and not frame.is_locked
        self.waiting = (row, criterion) if is_waiting else None
        self.give_reason.setVisible(is_waiting)

    def _problem_at_cursor(self, row: BoardRow, found: Sequence[tuple[Criterion, Draft]]) -> tuple[Criterion, Draft]:
        """The refused value under the cursor, else the row's first."""
        cell = self.grid.caret.cell
        here = None if cell is None else self.grid.set.criterion(self.grid.model_.columns[cell[1]].key, row)
        return next((one for one in found if here is not None and one[0].id == here.id), found[0])
