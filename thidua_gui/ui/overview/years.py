"""The year's targets side by side with the same targets of the years before. Knows no service call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from thidua_gui.core.targets import Verdict
from thidua_gui.services.target_facts import TargetLine
from thidua_gui.services.target_history import TargetTrend
from thidua_gui.text import overview as wording
from thidua_gui.text.targets import MARK_NOTE, NOT_GRANTED, actual_text, by_conditions, marked_verdict
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.grid.columns import Chip, Column, Kind, Look, Tone
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

_TONES = {
    Verdict.MET: (Tone.OK, "circle-check"),
    Verdict.BELOW: (Tone.ERROR, "alert-circle"),
    Verdict.ABOVE: (Tone.WARNING, "alert-triangle"),
    Verdict.OPEN: (Tone.NEUTRAL, "clock"),
}
MOST_YEARS = 5


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One target; `id` is its place in the plan."""

    id: int
    trend: TargetTrend

    def line_of(self, year: int) -> TargetLine | None:
        """The target as it was in that year; None = that year had none like it."""
        return next((point.line for point in self.trend.points if point.year == year), None)


class YearsTable(QWidget):
    """A column of figures and a chip for each of the newest years."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.years: tuple[int, ...] = ()
        self.grid: GridView | None = None
        self._panel: GridPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.note = QLabel(MARK_NOTE)
        self.note.setProperty("role", "caption")
        self.note.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(8))
        self.note.hide()

    def show_trends(self, trends: Sequence[TargetTrend]) -> None:
        """Show these targets; the columns are made anew when the years are others."""
        years = tuple(sorted({point.year for trend in trends for point in trend.points}))[-MOST_YEARS:]
        if years != self.years or self.grid is None:
            self.years = years
            self._make_grid(years)
        if self.grid is not None:
            lines = [point.line for trend in trends for point in trend.points if point.line is not None]
            self.note.setVisible(any(by_conditions(line.verdict, line.basis) for line in lines))
            self.grid.snapshot.set_rows([TrendRow(place, trend) for place, trend in enumerate(trends)])

    def _make_grid(self, years: Sequence[int]) -> None:
        if self._panel is not None:
            self._column.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
        model: SnapshotModel[TrendRow] = SnapshotModel(_columns(years))
        self.grid = GridView(model)
        model.setParent(self.grid)
        self.grid.setAccessibleName(wording.ALL_YEARS)
        self._panel = GridPanel(self.grid, framed=False)
        self._column.insertWidget(0, self._panel, 1)
        self._column.addWidget(self.note)


def _columns(years: Sequence[int]) -> list[Column[TrendRow]]:
    columns: list[Column[TrendRow]] = [
        Column(key="code", title=wording.COLUMNS[0], text=lambda row: row.trend.code, width=44, sortable=False),
        Column(
            key="content", title=wording.COLUMNS[1], text=lambda row: row.trend.content, width=160, stretch=True,
            sortable=False, tooltip=lambda row: row.trend.content, look=Look.STRONG,
        ),
    ]  # fmt: skip
    for year in years:
        columns.append(_figure_column(year))
        columns.append(_verdict_column(year))
    return columns


def _figure_column(year: int) -> Column[TrendRow]:
    def words(row: TrendRow) -> str:
        line = row.line_of(year)
        return wording.NO_TARGET_THEN if line is None else actual_text(line.bound, line.counted)

    return Column(key=f"actual-{year}", title=str(year), text=words, width=110, kind=Kind.NUMBER, sortable=False)


def _verdict_column(year: int) -> Column[TrendRow]:
    def chip(row: TrendRow) -> Chip:
        line = row.line_of(year)
        if line is None:
            return Chip("")
        tone, icon = _TONES[line.verdict]
        return Chip(marked_verdict(line.verdict, line.basis), tone, icon)

    def tip(row: TrendRow) -> str:
        line = row.line_of(year)
        return NOT_GRANTED if line is not None and by_conditions(line.verdict, line.basis) else ""

    return Column(key=f"verdict-{year}", title="", kind=Kind.CHIP, chip=chip, width=136, sortable=False, tooltip=tip)
