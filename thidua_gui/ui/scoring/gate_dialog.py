"""The gate before a stage is closed: who still lacks what, each line leading to its cell. Writes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from thidua_gui.core.ids import CriterionId, SubjectId
from thidua_gui.core.scoring import Criterion, SheetSubject
from thidua_gui.services.scoring import Board
from thidua_gui.services.stages import Gate, Lacking
from thidua_gui.text import score_board
from thidua_gui.text import stage_closing as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.grid.columns import Column, Look
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.row_order import Group
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

SIZE = (900, 480)


@dataclass(frozen=True, slots=True)
class GateCell:
    """One cell that stands in the way; `id` is its place in the list."""

    id: int
    unit: str
    name: str
    number: str
    content: str
    problem: str
    subject: SheetSubject
    subject_id: SubjectId
    criterion_id: CriterionId


class GateDialog(Dialog):
    """The verb works only while the gate is open; Enter or a click on a line goes to the cell."""

    agreed = Signal()
    cell_wanted = Signal(object, object, object)
    """SheetSubject, SubjectId, CriterionId."""
    stage_wanted = Signal(object)
    """StageKey of the stage that must be closed before."""

    def __init__(self, years: Sequence[Board], gate: Gate, parent: QWidget | None = None) -> None:
        title = wording.close_verb(gate.key)
        super().__init__(parent, title, title, text=_summary(gate))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._gate = gate
        self.rows = tuple(_cells(years, gate))
        self.grid = _list(self.rows, gate)
        self.earlier = Banner()
        self._fill()
        self._connect_parts()

    def submit(self) -> None:
        """Close the stage."""
        self.accept()
        self.agreed.emit()

    def _fill(self) -> None:
        gate = self._gate
        if gate.earlier_open is not None:
            self.earlier.say("wa", wording.earlier_open(gate.earlier_open), wording.show_stage(gate.earlier_open))
            self.body.addWidget(self.earlier)
        self.primary.setEnabled(gate.is_open)
        if not self.rows:
            (self.primary if gate.is_open else self.secondary).setFocus()
            return
        self.body.addWidget(GridPanel(self.grid), 1)
        hint = QLabel(wording.GATE_HINT)
        hint.setProperty("role", "caption")
        self.body.addWidget(hint)
        self.fill_with_body()
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.secondary.setDefault(False)
        self.primary.setDefault(False)
        self.grid.setFocus()
        self.grid.select_row(self.rows[0].id)

    def _connect_parts(self) -> None:
        self.grid.opened.connect(self._lead)
        self.grid.clicked.connect(self._lead_from)
        self.earlier.acted.connect(self._lead_to_stage)

    def _lead_from(self, index: QModelIndex) -> None:
        row = self.grid.snapshot.row_at(index.row())
        if row is not None:
            self._lead(row.id)

    def _lead(self, place: int) -> None:
        cell = self.rows[place]
        self.reject()
        self.cell_wanted.emit(cell.subject, cell.subject_id, cell.criterion_id)

    def _lead_to_stage(self) -> None:
        self.reject()
        self.stage_wanted.emit(self._gate.earlier_open)


def _summary(gate: Gate) -> str:
    if not gate.people + gate.units:
        return wording.nobody(gate.key)
    if gate.lacking:
        units = sum(one.subject is SheetSubject.UNIT for one in gate.lacking)
        people = wording.complete_of(gate.people - (len(gate.lacking) - units), gate.people, SheetSubject.PERSON)
        complete = [people, wording.complete_of(gate.units - units, gate.units, SheetSubject.UNIT)]
        return wording.gate_shut(complete, gate.missing_cells, gate.refused_cells)
    return wording.gate_open(gate.people, gate.units)


def _cells(years: Sequence[Board], gate: Gate) -> Iterator[GateCell]:
    """Refused values before missing scores of each person; people in the order of the units."""
    boards = {board.subject: board for board in years}
    rows = {(board.subject, row.id): row for board in years for row in board.rows}

    def order(one: Lacking) -> tuple[bool, int, str]:
        row = rows[one.subject, one.subject_id]
        return one.subject is SheetSubject.UNIT, row.unit_position, one.unit_name

    place = 0
    for one in sorted(gate.lacking, key=order):
        row = rows[one.subject, one.subject_id]
        sheet = boards[one.subject].sheet(row.sheet_id)
        criteria = {} if sheet is None else {leaf.id: leaf for leaf in sheet.leaves()}
        for criterion_id in (*one.refused, *one.missing):
            criterion = criteria.get(criterion_id)
            if criterion is None:
                continue
            draft = row.drafts[gate.stage_id].get(criterion_id)
            problem = wording.NOT_SCORED
            if draft is not None:
                problem = score_board.problem(draft.problem, draft.text, criterion)
            yield _cell(place, one, criterion, problem)
            place += 1


def _cell(place: int, one: Lacking, criterion: Criterion, problem: str) -> GateCell:
    return GateCell(
        place, _heading(one), one.name, criterion.number, criterion.content, problem, one.subject, one.subject_id,
        criterion.id,
    )


def _list(rows: tuple[GateCell, ...], gate: Gate) -> GridView:
    columns: list[Column[GateCell]] = [
        Column(key="name", title=wording.NAME, text=lambda row: row.name, width=180, look=Look.STRONG, sortable=False),
        Column(
            key="place", title=wording.PLACE, width=230, sortable=False, stretch=True,
            text=lambda row: wording.criterion(row.number, row.content), tooltip=lambda row: row.content,
        ),
        Column(
            key="problem", title=wording.PROBLEM, text=lambda row: row.problem, width=300, sortable=False,
            tooltip=lambda row: row.problem,
        ),
    ]  # fmt: skip
    model = SnapshotModel(columns)
    grid = GridView(model, frozen=0, cells=False)
    model.setParent(grid)
    grid.setAccessibleName(wording.GATE_NAME)
    model.set_groups(_units(gate), lambda row: row.unit)
    model.set_rows(rows)
    return grid


def _heading(one: Lacking) -> str:
    return wording.UNITS if one.subject is SheetSubject.UNIT else one.unit_name


def _units(gate: Gate) -> list[Group]:
    """A heading per unit with how many cells wait there; units themselves stand under one, after the people."""
    by_subject = sorted(gate.lacking, key=lambda one: one.subject is SheetSubject.UNIT)
    missing, refused = Counter[str](), Counter[str]()
    for one in gate.lacking:
        missing[_heading(one)] += len(one.missing)
        refused[_heading(one)] += len(one.refused)
    return [
        Group(unit, unit or wording.NO_UNIT, wording.unit_heading(missing[unit], refused[unit]))
        for unit in dict.fromkeys(map(_heading, by_subject))
    ]
