"""What an import will do or has done, sheet by sheet. Knows no workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from thidua_gui.services.imports import ResultLine
from thidua_gui.text import importing as wording
from thidua_gui.ui.widgets.grid.columns import Column, Kind, Look
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView


@dataclass(frozen=True, slots=True)
class _Line:
    id: int
    result: ResultLine


class ResultList(GridView):
    """Counts of new, changed, unchanged and removed lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._snapshot: SnapshotModel[_Line] = SnapshotModel(_columns())
        super().__init__(self._snapshot, parent=parent)
        self.setAccessibleName(wording.SHEET)

    def show_lines(self, lines: Sequence[ResultLine]) -> None:
        """Show these."""
        self._snapshot.set_rows(tuple(_Line(place, line) for place, line in enumerate(lines, start=1)))


def _columns() -> list[Column[_Line]]:
    return [
        Column(key="sheet", title=wording.SHEET, text=lambda line: line.result.sheet, width=220, look=Look.STRONG,
               stretch=True, sortable=False),
        _count("new", wording.NEW),
        _count("updated", wording.UPDATED),
        _count("unchanged", wording.UNCHANGED),
        _count("removed", wording.REMOVED),
    ]  # fmt: skip


def _count(key: str, title: str) -> Column[_Line]:
    return Column(
        key=key, title=title, kind=Kind.NUMBER, width=110, sortable=False,
        text=lambda line: str(getattr(line.result, key)),
        look_of=lambda line: Look.MUTED if getattr(line.result, key) == 0 or key == "unchanged" else Look.STRONG,
    )  # fmt: skip
