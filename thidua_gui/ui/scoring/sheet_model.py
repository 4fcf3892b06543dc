"""One person's criteria sheet as a tree model: criteria down, stages across. Holds a snapshot; writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from thidua_gui.core.ids import CriterionId, StageId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, SheetSubject, group_maximum, group_total
from thidua_gui.core.year_comparison import Compared
from thidua_gui.services.scoring import Board, Draft, ScoreRow, StageView
from thidua_gui.text import score_sheet as wording
from thidua_gui.text.score_board import signed

Index = QModelIndex | QPersistentModelIndex
CONTENT, MAXIMUM, FIRST_STAGE = range(3)
CELL_ROLE = Qt.ItemDataRole.UserRole
CRITERION_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class LastYearLines:
    """A unit's lines of the active stage beside those of a year ago; None is the whole sheet."""

    year: int
    lines: Mapping[CriterionId | None, Compared]

    @property
    def whole(self) -> Compared | None:
        """The total."""
        return self.lines.get(None)


@dataclass(frozen=True, slots=True)
class SheetCell:
    """What one cell of a stage shows: points, or a refused text with its problem, or nothing yet."""

    points: Points | None
    draft: Draft | None
    is_missing: bool
    is_group: bool
    is_editable: bool
    differs: bool

    @property
    def text(self) -> str:
        """As shown: the points, what was typed, or a dash."""
        if self.draft is not None:
            return self.draft.text
        return wording.NOTHING if self.points is None else str(self.points)


class SheetModel(QAbstractItemModel):
    """Rows are the criteria under their groups; the last column tells of comments and counts evidence."""

    entered = Signal(object, str)
    """CriterionId and the text typed for the active stage."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._row: ScoreRow | None = None
        self._stages: tuple[StageView, ...] = ()
        self._active: StageId | None = None
        self._comments: Mapping[CriterionId | None, int] = {}
        self._evidence: Mapping[CriterionId | None, int] = {}
        self._children: dict[CriterionId | None, tuple[Criterion, ...]] = {}
        self._by_id: dict[int, Criterion] = {}
        self._frozen = True
        self._before: LastYearLines | None = None

    def show(
        self,
        board: Board,
        row: ScoreRow,
        active: StageId,
        comments: Mapping[CriterionId | None, int],
        evidence: Mapping[CriterionId | None, int],
        before: LastYearLines | None = None,
        *,
        frozen: bool,
    ) -> None:
        """Show a person; keeps the tree as it is when only values changed. `frozen` = the year is closed."""
        sheet = board.sheet(row.sheet_id)
        stages = _stages_shown(board, row, active)
        has_before = (before is None) == (self._before is None)
        same = self._sheet == sheet and [one.id for one in stages] == [one.id for one in self._stages] and has_before
        if not same:
            self.beginResetModel()
            self._sheet = sheet
            self._by_id = {} if sheet is None else {criterion.id: criterion for criterion in sheet.criteria}
            parents: list[CriterionId | None] = [None, *(CriterionId(key) for key in self._by_id)]
            self._children = {} if sheet is None else {key: sheet.children(key) for key in parents}
        self._row, self._stages, self._active, self._before = row, stages, active, before
        self._comments, self._evidence = comments, evidence
        self._frozen = frozen
        if same:
            self._announce(QModelIndex())
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        else:
            self.endResetModel()

    @property
    def active_column(self) -> int:
        """Column of the stage that is typed into, -1 without one."""
        return next((FIRST_STAGE + place for place, item in enumerate(self._stages) if item.id == self._active), -1)

    def criterion(self, index: Index) -> Criterion:
        """The criterion of a row."""
        return self._by_id[index.internalId()]

    def stage(self, column: int) -> StageView | None:
        """The stage of a column, None for the others."""
        place = column - FIRST_STAGE
        return self._stages[place] if 0 <= place < len(self._stages) else None

    def cell(self, index: Index) -> SheetCell | None:
        """The cell of a stage column."""
        stage = self.stage(index.column())
        if stage is None or self._row is None or self._sheet is None:
            return None
        return self._cell(self.criterion(index), stage)

    def before_place(self, column: int) -> int:
        """0 in the column of last year's points, 1 in that of the difference, -1 elsewhere."""
        place = column - FIRST_STAGE - len(self._stages)
        return place if self._before is not None and place in (0, 1) else -1

    def compared(self, index: Index) -> Compared | None:
        """A criterion beside last year's."""
        return None if self._before is None else self._before.lines.get(self.criterion(index).id)

    def leaves(self) -> tuple[CriterionId, ...]:
        """The criteria that take a score, in printed order."""
        return () if self._sheet is None else tuple(leaf.id for leaf in self._sheet.leaves())

    def index_of(self, criterion_id: CriterionId, column: int) -> QModelIndex:
        """Where a criterion stands."""
        criterion = self._by_id[criterion_id]
        siblings = self._children[criterion.parent_id]
        return self.createIndex(siblings.index(criterion), column, int(criterion_id))

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt
        siblings = self._children.get(self._key(parent), ())
        if not 0 <= row < len(siblings) or not 0 <= column < self.columnCount():
            return QModelIndex()
        return self.createIndex(row, column, int(siblings[row].id))

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt
        if not index.isValid():
            return QModelIndex()
        above = self._by_id[index.internalId()].parent_id
        return QModelIndex() if above is None else self.index_of(above, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.column() > 0 else len(self._children.get(self._key(parent), ()))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return FIRST_STAGE + len(self._stages) + (2 if self._before is not None else 0) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        cell = self.cell(index)
        return flags | Qt.ItemFlag.ItemIsEditable if cell is not None and cell.is_editable else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == CONTENT else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == CRITERION_ROLE:
            return self.criterion(index)
        if role == CELL_ROLE:
            return self.cell(index)
        if role == Qt.ItemDataRole.EditRole:
            cell = self.cell(index)
            return "" if cell is None or (cell.points is None and cell.draft is None) else cell.text
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == CONTENT:
            return self.criterion(index).content
        if role == Qt.ItemDataRole.ToolTipRole and self.before_place(index.column()) >= 0:
            return self._before_spoken(index)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.entered.emit(self.criterion(index).id, str(value))
        return True

    def comment_count(self, criterion_id: CriterionId) -> int:
        """How many comments speak of this criterion."""
        return self._comments.get(criterion_id, 0)

    def evidence_count(self, criterion_id: CriterionId) -> int:
        """How many files stand behind this criterion; behind a group those of its items too."""
        below = self._children.get(criterion_id, ())
        return self._evidence.get(criterion_id, 0) + sum(self.evidence_count(child.id) for child in below)

    def _key(self, parent: Index) -> CriterionId | None:
        return CriterionId(parent.internalId()) if parent.isValid() else None

    def _heading(self, section: int) -> str:
        stage = self.stage(section)
        if stage is not None:
            return wording.STAGE_SHORT[stage.key]
        if self.before_place(section) >= 0:
            return (wording.LAST_YEAR, wording.CHANGE)[self.before_place(section)]
        return {CONTENT: wording.CRITERION, MAXIMUM: wording.MAXIMUM}.get(section, wording.FILES)

    def _text(self, index: Index) -> str:
        criterion = self.criterion(index)
        if index.column() == CONTENT:
            return criterion.content
        if index.column() == MAXIMUM:
            return self._maximum(criterion).shortest
        cell = self.cell(index)
        if cell is not None:
            return cell.text
        if self.before_place(index.column()) >= 0:
            return self._before_text(index)
        count = self.evidence_count(criterion.id)
        return str(count) if count else ""

    def _spoken(self, index: Index) -> str:
        cell = self.cell(index)
        criterion = self.criterion(index)
        if self.before_place(index.column()) >= 0:
            return self._before_spoken(index)
        if cell is None and index.column() > MAXIMUM:
            return wording.extras_spoken(self.comment_count(criterion.id), self.evidence_count(criterion.id))
        if cell is None:
            return f"{criterion.number} {self._text(index)}"
        problem = None if cell.draft is None else cell.draft.problem
        return wording.cell_spoken(criterion.number, self._maximum(criterion), cell.text, problem, cell.is_missing)

    def _before_text(self, index: Index) -> str:
        found = self.compared(index)
        earlier = None if found is None or found.before is None else found.before.points
        if self.before_place(index.column()) == 0:
            return wording.NO_LAST_YEAR if earlier is None else str(earlier)
        return "" if found is None or found.difference is None else signed(found.difference)

    def _before_spoken(self, index: Index) -> str:
        found, number = self.compared(index), self.criterion(index).number
        earlier = None if found is None or found.before is None else found.before.points
        year = 0 if self._before is None else self._before.year
        return wording.compared_spoken(number, year, earlier, None if found is None else found.difference)

    def _maximum(self, criterion: Criterion) -> Points:
        if criterion.kind is CriterionKind.GROUP and self._sheet is not None:
            return group_maximum(self._sheet, criterion.id)
        return criterion.maximum

    def _cell(self, criterion: Criterion, stage: StageView) -> SheetCell:
        row, sheet = self._row, self._sheet
        assert row is not None
        assert sheet is not None
        given = row.scores[stage.id]
        is_group = criterion.kind is CriterionKind.GROUP
        points = group_total(sheet, criterion.id, given).points if is_group else given.get(criterion.id)
        draft = row.drafts[stage.id].get(criterion.id)
        is_active = stage.id == self._active and stage.closed_at is None and not self._frozen
        return SheetCell(
            points=points,
            draft=draft,
            is_missing=points is None and draft is None and criterion.kind is CriterionKind.POINTS,
            is_group=is_group,
            is_editable=is_active and not is_group,
            differs=self._differs(criterion, stage, points),
        )

    def _differs(self, criterion: Criterion, stage: StageView, points: Points | None) -> bool:
        """Whether the stage before said something else."""
        place = self._stages.index(stage)
        if place == 0 or points is None or self._row is None or self._sheet is None:
            return False
        before = self._row.scores[self._stages[place - 1].id]
        if criterion.kind is CriterionKind.GROUP:
            earlier = group_total(self._sheet, criterion.id, before).points
        else:
            earlier = before.get(criterion.id)
        return earlier is not None and earlier != points

    def _announce(self, parent: QModelIndex) -> None:
        """Every value may have changed."""
        rows = self.rowCount(parent)
        if not rows:
            return
        self.dataChanged.emit(self.index(0, 0, parent), self.index(rows - 1, self.columnCount() - 1, parent))
        for row in range(rows):
            self._announce(self.index(row, 0, parent))


def _stages_shown(board: Board, row: ScoreRow, active: StageId) -> tuple[StageView, ...]:
    """A unit's stages without any score give their room to last year; a person's stand there all."""
    is_person = board.subject is SheetSubject.PERSON
    return tuple(one for one in board.stages if is_person or one.id == active or row.scores[one.id])
