"""All that is wrong in a workbook, cell by cell, to be read and copied. Knows no workbook file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from thidua_gui.core.workbook.problems import CellProblem
from thidua_gui.text import importing as wording
from thidua_gui.text import workbook_problems
from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, Kind, Look
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView


@dataclass(frozen=True, slots=True)
class _Line:
    id: int
    problem: CellProblem


class ProblemList(GridView):
    """One line a problem, in the order of sheets and rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._snapshot: SnapshotModel[_Line] = SnapshotModel(_columns())
        super().__init__(self._snapshot, parent=parent)
        self._problems: tuple[CellProblem, ...] = ()
        self.setAccessibleName(wording.REASON)

    def show_problems(self, problems: Sequence[CellProblem]) -> None:
        """Show these."""
        self._problems = tuple(problems)
        self._snapshot.set_rows(tuple(_Line(place, problem) for place, problem in enumerate(problems, start=1)))

    def copy_all(self) -> int:
        """Put every line on the clipboard; how many."""
        QGuiApplication.clipboard().setText("\n".join(workbook_problems.lines(self._problems)))
        return len(self._problems)


def _columns() -> list[Column[_Line]]:
    return [
        Column(key="sheet", title=wording.SHEET, text=lambda line: line.problem.sheet, width=150,
               filter=FilterKind.CHOICE),
        Column(key="row", title=wording.ROW, kind=Kind.NUMBER, width=70,
               text=lambda line: "" if line.problem.row is None else str(line.problem.row),
               sort_key=lambda line: line.problem.row),
        Column(key="column", title=wording.COLUMN, text=lambda line: line.problem.column or "", width=160,
               filter=FilterKind.CHOICE),
        Column(key="value", title=wording.VALUE, text=lambda line: line.problem.value, width=180, look=Look.STRONG,
               filter=FilterKind.CONTAINS),
        Column(key="reason", title=wording.REASON, width=420, stretch=True, filter=FilterKind.CONTAINS,
               text=lambda line: wording.sentence_of(workbook_problems.advice(line.problem))),
    ]  # fmt: skip
