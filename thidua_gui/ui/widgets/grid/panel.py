"""A grid with everything around it: frame, summary row, pinned cut line, one horizontal scroll bar, the empty state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollBar, QVBoxLayout, QWidget

from thidua_gui.text import grid as wording
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.foot import PinnedCut, SummaryRow
from thidua_gui.ui.widgets.grid.view import GridView


class GridPanel(QFrame):
    """Put this on a page instead of the bare grid; `framed` draws a line around it."""

    def __init__(self, grid: GridView, *, framed: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = grid
        self.setProperty("gridPanel", "framed" if framed else "bare")
        self.pinned_cut = PinnedCut(grid)
        self.summary = SummaryRow(grid)
        self.scroll_bar = QScrollBar(Qt.Orientation.Horizontal)
        self.no_hit = EmptyState("list-search", wording.NO_HIT, "", wording.CLEAR_FILTERS, grid)
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        self.grid.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.grid, self.pinned_cut, self.summary, self.scroll_bar):
            column.addWidget(widget, 1 if widget is self.grid else 0)
        self.no_hit.hide()
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        inner = self.grid.horizontalScrollBar()
        inner.rangeChanged.connect(self._follow)
        inner.valueChanged.connect(self.scroll_bar.setValue)
        self.scroll_bar.valueChanged.connect(inner.setValue)
        self.grid.snapshot.shown_changed.connect(self._say_why_empty)
        self.grid.geometry_changed.connect(self._place_no_hit)
        self.no_hit.acted.connect(self.grid.snapshot.clear_filters)

    def _follow(self) -> None:
        inner = self.grid.horizontalScrollBar()
        self.scroll_bar.setRange(inner.minimum(), inner.maximum())
        self.scroll_bar.setPageStep(inner.pageStep())
        self.scroll_bar.setSingleStep(inner.singleStep())
        self.scroll_bar.setVisible(inner.maximum() > 0)

    def _say_why_empty(self) -> None:
        """A filter that finds nothing is named and offers the way back."""
        snapshot = self.grid.snapshot
        empty = snapshot.filtered and not snapshot.rowCount() and bool(snapshot.rows)
        if empty:
            titles = {column.key: " ".join(column.title.split()) for column in snapshot.columns}
            named = [f"{titles[key]}: {wanted}" for key, wanted in snapshot.filters.items()]
            self.no_hit.say(wording.NO_HIT, wording.no_hit([snapshot.search, *named]), wording.CLEAR_FILTERS)
        self.no_hit.setVisible(empty)
        self._place_no_hit()

    def _place_no_hit(self) -> None:
        box = self.grid.viewport().geometry()
        self.no_hit.setGeometry(box.adjusted(-self.grid.shift(), 0, 0, 0))
        self.no_hit.raise_()
