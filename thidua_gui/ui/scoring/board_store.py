"""Holds the newest board: shows what is typed at once, has it written, takes over what others change. No widget."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import CampaignId, OperationId, StageId, SubjectId
from thidua_gui.core.points import Points
from thidua_gui.core.progress import Progress
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject, StageKey, parse_entry
from thidua_gui.services import (
    last_year,
    quota_line,
    ratings,
    score_changes,
    score_entry,
    score_reasons,
    scoring,
    second_entry,
)
from thidua_gui.services.last_year import LastYear
from thidua_gui.services.quota_line import QuotaFacts
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import Board, Draft, ScoreRow, StageView
from thidua_gui.services.second_entry import Vouched
from thidua_gui.ui.context import Context

AllVouched = Mapping[StageId, Mapping[SubjectId, Vouched]]


@dataclass(frozen=True, slots=True)
class _Year:
    board: Board
    quota: QuotaFacts
    limit: Points | None
    vouched: AllVouched
    before: LastYear | None


class BoardStore(QObject):
    """Every entry is one command; rows are read again once the last of them is written."""

    loaded = Signal()
    """Another board, or none."""
    patched = Signal(object)
    """frozenset of SubjectId whose rows have other values."""
    saved = Signal(object)
    """datetime of the last write."""
    refused = Signal(object)
    """Problem of an entry that was not written; the rows show their old values again."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Board | None = None
        self.quota: QuotaFacts | None = None
        self.limit: Points | None = None
        self.vouched: AllVouched = {}
        self.before: LastYear | None = None
        """What units were given last year; people are not compared."""
        self.subject = SheetSubject.PERSON
        """Whose board is wanted; `board.subject` says whose is there."""
        self._context = context
        self._places: dict[SubjectId, int] = {}
        self._own: set[OperationId] = set()
        self._pending = 0
        self._touched: set[SubjectId] = set()

    def load(self) -> None:
        """Read the board of the year on screen."""
        campaign_id = self._context.campaign_id
        if campaign_id is None:
            self._take(None)
        else:
            subject = self.subject
            self._context.jobs.run(lambda progress: _read(campaign_id, subject), self._take_all)

    def show(self, subject: SheetSubject) -> None:
        """The board of people, or that of units."""
        if subject is not self.subject:
            self.subject = subject
            self.load()

    def row(self, person: SubjectId) -> ScoreRow | None:
        """The newest row of a person."""
        place = self._places.get(person)
        return None if place is None or self.board is None else self.board.rows[place]

    def stage(self, key: StageKey) -> StageView | None:
        """A stage of the year on screen."""
        stages = () if self.board is None else self.board.stages
        return next((one for one in stages if one.key is key), None)

    def enter(self, stage: StageId, entries: Sequence[CellEntry]) -> None:
        """Show these texts as scores or refused values and have them written, one undo step."""
        of = self._shown
        self._enter(stage, entries, lambda progress: score_entry.enter(stage, entries, of=of))

    def enter_with_reason(self, stage: StageId, entry: CellEntry, reason: str) -> None:
        """The same for one cell of the council, with the reason that it waited for."""
        at, author, of = self._context.clock(), self._context.user, self._shown
        self._enter(
            stage,
            (entry,),
            lambda progress: score_entry.enter_with_reason(stage, entry, reason, at=at, author=author, of=of),
        )

    def decide(self, person: SubjectId, rating: Rating | None, reason: str) -> None:
        """Set a rating, or withdraw it."""
        campaign_id, today = self._context.campaign_id, self._context.clock().date()
        if campaign_id is not None:
            work = partial(ratings.decide, campaign_id, person, rating, reason, on=today, of=self._shown)
            self._command(frozenset({person}), lambda progress: work())

    def on_changes(self, changes: Changes) -> None:
        """Take over what another page, the sheet, undo or redo wrote to scores, refused values or ratings."""
        if changes.operation in self._own:
            self._own.discard(changes.operation)
            return
        of = self._shown
        self._context.jobs.run(lambda progress: score_changes.touched_by(changes, of), self._take_touched)

    def _enter(
        self, stage: StageId, entries: Sequence[CellEntry], work: Callable[[Progress], Changes]
    ) -> None:
        people = frozenset(entry.subject_id for entry in entries if entry.subject_id in self._places)
        self._replace(self._typed(stage, entries))
        self.patched.emit(people)
        self._command(people, work)

    def _command(self, people: frozenset[SubjectId], work: Callable[[Progress], Changes]) -> None:
        self._pending += 1
        self._touched |= people

        def do(progress: Progress) -> Changes:
            changes = work(progress)
            if changes.operation is not None:
                self._own.add(changes.operation)
            return changes

        self._context.jobs.command(do, self._written, self._not_written)

    def _written(self, changes: Changes) -> None:
        self.saved.emit(self._context.clock())
        self._done()

    def _not_written(self, problem: Problem) -> None:
        self.refused.emit(problem)
        self._done()

    def _done(self) -> None:
        self._pending -= 1
        if not self._pending:
            people, self._touched = frozenset(self._touched), set()
            self._refresh(people)

    def _refresh(self, people: Iterable[SubjectId]) -> None:
        campaign_id = self._context.campaign_id
        wanted = [person for person in people if person in self._places]
        if campaign_id is not None and wanted:
            of = self._shown
            self._context.jobs.run(lambda progress: scoring.rows(campaign_id, wanted, of), partial(self._take_rows, of))

    @property
    def _shown(self) -> SheetSubject:
        """Whose rows are there: while another board is being read, these are still typed into."""
        return self.subject if self.board is None else self.board.subject

    def _take_all(self, year: _Year) -> None:
        self.quota, self.limit, self.vouched, self.before = year.quota, year.limit, year.vouched, year.before
        self._take(year.board)

    def _take(self, board: Board | None) -> None:
        if board is None or board.subject is not self._shown:
            self._touched.clear()
        self.board = board
        self._places = {} if board is None else {row.id: place for place, row in enumerate(board.rows)}
        self.loaded.emit()

    def _take_touched(self, people: frozenset[SubjectId] | None) -> None:
        if people is None:
            self.load()
        else:
            self._refresh(people)

    def _take_rows(self, of: SheetSubject, rows: Sequence[ScoreRow]) -> None:
        """What was typed meanwhile is newer than what was read: then the next answer tells."""
        if of is not self._shown:
            return
        if self._pending:
            self._touched |= {row.id for row in rows}
            return
        fresh = [row for row in rows if row != self.row(row.id)]
        if fresh:
            self._replace(fresh)
            self.patched.emit(frozenset(row.id for row in fresh))

    def _typed(self, stage: StageId, entries: Sequence[CellEntry]) -> list[ScoreRow]:
        by_person: dict[SubjectId, list[CellEntry]] = defaultdict(list)
        for entry in entries:
            by_person[entry.subject_id].append(entry)
        found = ((self.row(person), typed) for person, typed in by_person.items())
        return [self._with_entries(row, stage, typed) for row, typed in found if row is not None]

    def _with_entries(self, row: ScoreRow, stage: StageId, entries: Sequence[CellEntry]) -> ScoreRow:
        """The row as it will be once the service has judged these texts by the same rule."""
        sheet = None if self.board is None else self.board.sheet(row.sheet_id)
        criteria = {} if sheet is None else {leaf.id: leaf for leaf in sheet.leaves()}
        scores, drafts = dict(row.scores[stage]), dict(row.drafts[stage])
        for entry in entries:
            if entry.criterion_id not in criteria:
                continue
            read = parse_entry(criteria[entry.criterion_id], entry.text)
            scores.pop(entry.criterion_id, None)
            drafts.pop(entry.criterion_id, None)
            if read.problem is not None:
                drafts[entry.criterion_id] = Draft(read.text, read.problem)
            elif read.points is not None:
                scores[entry.criterion_id] = read.points
        return replace(row, scores={**row.scores, stage: scores}, drafts={**row.drafts, stage: drafts})

    def _replace(self, rows: Iterable[ScoreRow]) -> None:
        if self.board is None:
            return
        fresh = list(self.board.rows)
        for row in rows:
            fresh[self._places[row.id]] = row
        self.board = replace(self.board, rows=tuple(fresh))


def _read(campaign_id: CampaignId, of: SheetSubject) -> _Year:
    return _Year(
        scoring.board(campaign_id, of),
        quota_line.facts(campaign_id),
        score_reasons.limit(),
        second_entry.vouched(campaign_id, of),
        last_year.last_year(campaign_id) if of is SheetSubject.UNIT else None,
    )
