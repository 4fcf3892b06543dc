"""The rows of the score board: a person's scores with everything derived from them. Pure values; knows no widget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_gui.core.ids import SheetId, StageId, SubjectId
from thidua_gui.core.merged_criteria import MergedCriterion, merged
from thidua_gui.core.names import NamedPerson, distinct_labels
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Threshold
from thidua_gui.core.scoreboard import Line, StageMarks, Standing, line, ranked
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, SheetSubject, StageKey, group_total
from thidua_gui.core.year_comparison import Compared
from thidua_gui.services.last_year import LastYear, stage_compared
from thidua_gui.services.scoring import Board, Draft, ScoreRow, StageView
from thidua_gui.services.second_entry import Vouched


@dataclass(frozen=True, slots=True)
class Frame:
    """Through what the board is looked at: the year's stages, the active one, the sheets shown side by side."""

    stages: tuple[StageView, ...]
    active: StageView
    before: StageView | None
    sheets: Mapping[SheetId, Sheet]
    thresholds: tuple[Threshold, ...]
    tops: tuple[MergedCriterion, ...]
    is_locked: bool
    vouched: Mapping[SubjectId, Vouched] = field(default_factory=dict)
    """Whose sheet of the active stage was typed twice and confirmed by two."""
    limit: Points | None = None
    """A difference beyond it is marked, when the school has set one."""
    subject: SheetSubject = SheetSubject.PERSON
    before_year: LastYear | None = None
    """What units were given a year ago; None for people."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """Một dòng của bảng điểm. `sums` are the points of each top entry of the frame in the active stage."""

    id: SubjectId
    person: ScoreRow
    label: str
    sheet: Sheet | None
    line: Line
    rank: int | None
    sums: tuple[Points | None, ...]
    last_year: Compared | None = None
    """The active stage's total of a unit beside that of a year ago."""

    @property
    def subject(self) -> SheetSubject:
        """A person or a unit."""
        return self.person.subject

    def points(self, stage: StageView, criterion: Criterion) -> Points | None:
        """What was given for a criterion."""
        return self.person.scores[stage.id].get(criterion.id)

    def draft(self, stage: StageView, criterion: Criterion) -> Draft | None:
        """What was typed for a criterion and refused."""
        return self.person.drafts[stage.id].get(criterion.id)

    def group_points(self, stage: StageView, group: Criterion) -> Points | None:
        """The sum of a group; None while a required criterion lacks its score."""
        return None if self.sheet is None else group_total(self.sheet, group.id, self.person.scores[stage.id]).points


def frame_of(
    board: Board,
    active: StageKey,
    sheet_id: SheetId | None,
    *,
    year_is_closed: bool,
    limit: Points | None = None,
    vouched: Mapping[StageId, Mapping[SubjectId, Vouched]] | None = None,
    before_year: LastYear | None = None,
) -> Frame | None:
    """The board in a stage, all sheets together or one of them; None while the year has no stage."""
    stage = next((one for one in board.stages if one.key is active), None)
    if stage is None:
        return None
    place = board.stages.index(stage)
    shown = shown_sheets(board, sheet_id)
    return Frame(
        board.stages,
        stage,
        board.stages[place - 1] if place else None,
        {sheet.id: sheet for sheet in board.sheets},
        board.thresholds,
        merged(shown),
        year_is_closed or stage.closed_at is not None,
        {} if vouched is None else vouched.get(stage.id, {}),
        limit,
        board.subject,
        before_year,
    )


def shown_sheets(board: Board, sheet_id: SheetId | None) -> list[Sheet]:
    """Whose criteria are columns: the sheet chosen, else all of them but one that serves the school alone, whose
    criteria have nothing in common with those of its units."""
    others = {row.sheet_id for row in board.rows if not row.is_school}
    common = [sheet for sheet in board.sheets if sheet_id is None and (sheet.id in others or not others)]
    return common or [sheet for sheet in board.sheets if sheet_id in (None, sheet.id)]


class BoardRows:
    """All rows of one frame by person; ranks are of everybody, whatever is filtered."""

    def __init__(self, frame: Frame, people: Sequence[ScoreRow]) -> None:
        self._frame = frame
        labels = distinct_labels(
            NamedPerson(one.id, one.name, one.born_on, one.unit_short, one.code) for one in people
        )
        rows = {one.id: _row(frame, one, labels[one.id]) for one in people}
        self._rows = {row.id: row for row in _with_ranks(frame, rows.values())}

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, person: SubjectId) -> BoardRow | None:
        """The row of a person."""
        return self._rows.get(person)

    def every(self) -> list[BoardRow]:
        """All rows, by name."""
        return list(self._rows.values())

    def in_order(self) -> list[BoardRow]:
        """As the board lists them: by total, the best first, the same total by name; who has none by unit and name."""
        return sorted(self._rows.values(), key=self._order_key)

    def patch(self, people: Iterable[ScoreRow]) -> list[BoardRow]:
        """Take over new values; the rows that look different now, those whose rank alone moved included."""
        fresh = {one.id: _row(self._frame, one, self._rows[one.id].label) for one in people if one.id in self._rows}
        old = self._rows
        ordered = _with_ranks(self._frame, (old | fresh).values())
        self._rows = {row.id: row for row in ordered}
        return [row for row in ordered if row.id in fresh or row is not old[row.id]]

    def _order_key(self, row: BoardRow) -> tuple[int, int, str, int]:
        total = row.line.points(self._frame.active.key)
        if row.line.standing is Standing.COMPLETE and total is not None:
            return (-total.hundredths, 0, row.person.name_sort, row.id)
        return (row.line.standing is not Standing.ERROR, row.person.unit_position, row.person.name_sort, row.id)


def _row(frame: Frame, person: ScoreRow, label: str) -> BoardRow:
    sheet = None if person.sheet_id is None else frame.sheets.get(person.sheet_id)
    marks = {stage.key: StageMarks(person.scores[stage.id], person.drafts[stage.id]) for stage in frame.stages}
    thresholds = () if person.is_school else frame.thresholds
    derived = line(sheet, marks, frame.active.key, person.decided, thresholds, is_school=person.is_school)
    scores = person.scores[frame.active.id]
    sums: list[Points | None] = []
    for top in frame.tops:
        criterion = None if sheet is None else top.by_sheet.get(sheet.id)
        if criterion is None or sheet is None:
            sums.append(None)
        elif criterion.kind is CriterionKind.GROUP:
            sums.append(group_total(sheet, criterion.id, scores).points)
        else:
            sums.append(scores.get(criterion.id))
    return BoardRow(person.id, person, label, sheet, derived, None, tuple(sums), _last_year(frame, person))


def _last_year(frame: Frame, person: ScoreRow) -> Compared | None:
    if frame.before_year is None:
        return None
    stage = stage_compared(frame.stages, frame.active, person)
    return frame.before_year.whole(frame.sheets, person, stage)


def _with_ranks(frame: Frame, rows: Iterable[BoardRow]) -> list[BoardRow]:
    """The school competes with other schools, not with its own units."""
    listed = list(rows)
    found = ranked([row.line for row in listed], frame.active.key, [not row.person.is_school for row in listed])
    return [row if row.rank == rank else replace(row, rank=rank) for row, rank in zip(listed, found, strict=True)]
