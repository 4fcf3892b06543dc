"""Row heights, header heights and the cut line's height of a grid at the present theme and letter size."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from thidua_gui.ui import theme
from thidua_gui.ui.widgets.grid import ink
from thidua_gui.ui.widgets.grid.header import LEAST, HeaderEnd, Heights, measure
from thidua_gui.ui.widgets.grid.ink import Ink

if TYPE_CHECKING:
    from thidua_gui.ui.widgets.grid.view import GridView

ROW_PADDING = {"dense": 12, "normal": 16, "roomy": 24}
CUT_HEIGHT = 30


class Sizes(QObject):
    """Everything in px that follows from the letters."""

    def __init__(self, grid: "GridView") -> None:
        super().__init__(grid)
        self._grid = grid
        self.density = "normal"
        self.heights = Heights(0, LEAST, 0)
        self._cut_line: int | None = None
        self._header_end = HeaderEnd(grid)
        grid.addScrollBarWidget(self._header_end, Qt.AlignmentFlag.AlignTop)
        theme.theme_switch().changed.connect(self.dress)

    def dress(self) -> None:
        """Another theme or letter size."""
        self._grid.ink = Ink()
        self.rows()
        if self._grid.horizontalHeader().count():
            self._grid.arrangement.apply()

    def rows(self) -> None:
        """Every row as high as its letters and the density want."""
        height = self._grid.ink.metrics(ink.PLAIN).height() + theme.px(ROW_PADDING[self.density])
        for surface in (self._grid, self._grid.frozen):
            surface.verticalHeader().setDefaultSectionSize(height)
        self.cut()

    def cut(self) -> None:
        """The cut line has its own height, wherever it stands now."""
        snapshot, old = self._grid.snapshot, self._cut_line
        self._cut_line = None if snapshot.cut is None else snapshot.line_of("cut")
        for surface in (self._grid, self._grid.frozen):
            if old is not None and old < snapshot.rowCount():
                surface.setRowHeight(old, surface.verticalHeader().defaultSectionSize())
            if self._cut_line is not None:
                surface.setRowHeight(self._cut_line, theme.px(CUT_HEIGHT))

    def forget_cut(self) -> None:
        """The lines are others now, all of usual height."""
        self._cut_line = None

    def header(self) -> None:
        """Both headers, and the vertical header that holds the frozen surface's place."""
        grid = self._grid
        self.heights = measure(grid)
        rows, width = grid.verticalHeader(), grid.shift()
        rows.setVisible(width > 0)
        rows.setFixedWidth(max(width, 1))
        self._header_end.setFixedHeight(self.heights.total)
        for head in grid.heads():
            head.setFixedHeight(self.heights.total)
            head.updateGeometries()
            head.viewport().update()
