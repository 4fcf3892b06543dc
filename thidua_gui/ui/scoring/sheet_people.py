"""Left of a sheet: whose sheets can be opened, unit by unit, and how far each is. Emits who was chosen; asks nobody."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.ids import StageId, SubjectId, UnitId
from thidua_gui.core.names import NamedPerson, distinct_labels
from thidua_gui.core.scoreboard import OPTIONAL_FOR_SCHOOL
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services import scoring
from thidua_gui.services.scoring import Board, ScoreRow
from thidua_gui.text import score_sheet as wording
from thidua_gui.ui import theme
from thidua_gui.ui.scoring.person_list import ListedPerson, PersonList
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.elided_combo import ElidedCombo


class SheetPeople(QFrame):
    """The list follows the unit chosen above it; stepping stays within it."""

    left = Signal()
    """Back to the board."""
    chosen = Signal(object)
    """SubjectId."""
    narrowed = Signal()
    """Other people are listed; the one on view is among them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._board: Board | None = None
        self._stage: StageId | None = None
        self._person: SubjectId | None = None
        self._labels: dict[SubjectId, str] = {}
        self._units = ElidedCombo()
        self._units.setAccessibleName(wording.UNITS)
        self._count = _label("muted")
        self._people = PersonList()
        self._previous = push(wording.PREVIOUS, "chevron-left")
        self._next = push(wording.NEXT, "chevron-right")
        self._back = push(wording.BACK, "arrow-left")
        self._lay_out()
        self._connect()

    def offer(self, board: Board, row: ScoreRow) -> None:
        """The units to choose from, that of the person chosen."""
        self._labels = distinct_labels(
            NamedPerson(one.id, one.name, one.born_on, one.unit_short, one.code) for one in board.rows
        )
        self._people.setAccessibleName(wording.PEOPLE[board.subject])
        is_person = board.subject is SheetSubject.PERSON
        self._units.setVisible(is_person)
        units = sorted({(item.unit_position, item.unit_name, item.unit_id) for item in board.rows if item.unit_id})
        self._units.blockSignals(True)
        self._units.clear()
        self._units.addItem(wording.WHOLE_SCHOOL, None)
        for _, name, unit_id in units:
            self._units.addItem(name, unit_id)
        self._units.setCurrentIndex(max(0, self._units.findData(row.unit_id)) if is_person else 0)
        self._units.blockSignals(False)

    def show_rows(self, board: Board, row: ScoreRow, stage: StageId) -> str:
        """The people of the unit with their totals; where the person on view stands among them, in words."""
        self._board, self._stage, self._person = board, stage, row.id
        people = self._listed()
        self._people.show_people(people, row.id)
        done = sum(person.total is not None for person in people)
        view = next(one for one in board.stages if one.id == stage)
        free = sum(one.is_school and view.key in OPTIONAL_FOR_SCHOOL and not one.scores[stage] for one in board.rows)
        self._count.setText(wording.people_count(done, len(people), board.subject))
        return wording.place(self._people.place() + 1, len(people), len(people) - done - free)

    def label(self, row: ScoreRow) -> str:
        """The name, told apart from namesakes."""
        return self._labels.get(row.id, row.name)

    def step(self, by: int) -> None:
        """To the next or previous person."""
        self._people.step(by)

    def _listed(self) -> list[ListedPerson]:
        board, stage = self._board, self._stage
        if board is None or stage is None:
            return []
        unit: UnitId | None = self._units.currentData()
        return [
            ListedPerson(row.id, self.label(row), scoring.stage_total(board, row, stage), bool(row.drafts[stage]))
            for row in board.rows
            if unit is None or row.unit_id == unit
        ]

    def _change_unit(self) -> None:
        people = self._listed()
        if people and self._person not in {person.id for person in people}:
            self.chosen.emit(people[0].id)
        else:
            self.narrowed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, theme.px(12))
        column.setSpacing(theme.px(8))
        top = QVBoxLayout()
        top.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        top.addWidget(self._back)
        top.addWidget(self._units)
        counts = QHBoxLayout()
        counts.addWidget(self._count, 1)
        points = _label("muted")
        points.setText(wording.POINTS_HEADING)
        counts.addWidget(points)
        top.addLayout(counts)
        steps = QHBoxLayout()
        steps.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        steps.addWidget(self._previous)
        steps.addWidget(self._next)
        column.addLayout(top)
        column.addWidget(self._people, 1)
        column.addLayout(steps)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._units.currentIndexChanged.connect(self._change_unit)
        self._people.chosen.connect(self.chosen)
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label
