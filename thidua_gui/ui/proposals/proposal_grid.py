"""The grid of proposals: Space marks whoever is selected for the council. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from thidua_gui.services.proposal_views import ProposalList, ProposalRow
from thidua_gui.text import proposals_page as wording
from thidua_gui.text import proposals_quota as quota_wording
from thidua_gui.ui.proposals.proposal_columns import GIVES_WAY, columns, may_list
from thidua_gui.ui.widgets.grid.columns import Column
from thidua_gui.ui.widgets.grid.keys import Keys
from thidua_gui.ui.widgets.grid.row_order import CutLine
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

FROZEN = 1


class _Keys(Keys):
    """The grid's keys; Space anywhere in a line is the mark of that line."""

    def press(self, event: QKeyEvent) -> bool:
        grid = self._grid
        if event.key() == Qt.Key.Key_Space and isinstance(grid, ProposalGrid) and grid.chosen():
            grid.mark_wanted.emit()
            return True
        return super().press(event)


class ProposalGrid(GridView):
    """Several lines are selected with Shift or Ctrl; what is done is done with all of them."""

    mark_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.lines: SnapshotModel[ProposalRow] = SnapshotModel(columns(_NOTHING))
        super().__init__(self.lines, frozen=FROZEN, parent=parent)
        self.lines.setParent(self)
        self.keys = _Keys(self)
        self.setAccessibleName(wording.GRID)

    def columns_reset(self) -> None:
        """The filter row waits for Ctrl+F, so that the rows have its room; once there it stays."""
        was_shown = self.filter_row_shown
        super().columns_reset()
        self.filter_row_shown = was_shown
        self.columns_changed()
        self.arrangement.give_way(GIVES_WAY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrangement.give_way(GIVES_WAY)

    def show_list(self, shown: ProposalList) -> bool:
        """Another snapshot; the same rows keep cursor and filters. True when the columns are others now."""
        wanted = columns(shown)
        is_other = [column.key for column in wanted] != [column.key for column in self.lines.columns]
        if is_other or _seen(wanted) != _seen(self.lines.columns):
            self.lines.set_columns(wanted)
        same = [row.id for row in shown.rows] == [row.id for row in self.lines.rows]
        if same:
            self.lines.patch_rows(shown.rows)
            self.lines.settle()
            self.lines.reorder()
        else:
            self.lines.set_rows(shown.rows)
        self.lines.set_cut(cut_of(shown))
        if self.current_row_id is None and self.lines.shown_rows:
            self.select_row(self.lines.shown_rows[0].id, "name")
        return is_other

    def chosen(self) -> list[ProposalRow]:
        """The selected lines, top to bottom."""
        rows = (self.lines.row_of(row_id) for row_id in self.selected_row_ids())
        return [row for row in rows if row is not None]

    def current(self) -> ProposalRow | None:
        """The line under the cursor, if it is shown."""
        row_id = self.current_row_id
        return None if row_id is None or self.lines.line_of(row_id) is None else self.lines.row_of(row_id)

    def to_mark(self) -> tuple[list[ProposalRow], bool]:
        """Whose mark may change, and whether they shall have it: all of them unless all have it."""
        rows = [row for row in self.chosen() if may_list(row)]
        return rows, not all(row.is_listed for row in rows)


def cut_of(shown: ProposalList) -> CutLine | None:
    """The line where the quota ends; none while places are left, and none within units, which have one each."""
    quota = shown.quota
    if quota is None or shown.above_line is None:
        return None
    below = sum(row.is_below_line for row in shown.rows)
    facts = quota_wording.cut_facts(quota, len(shown.above_line), of_units=shown.of_units) if below else ()
    return CutLine(quota_wording.cut_title(quota.rule), frozenset(map(int, shown.above_line)), facts)


def _seen(shown: Sequence[Column[ProposalRow]]) -> list[tuple[str, int]]:
    return [(column.title, column.width) for column in shown]


_NOTHING = ProposalList(0, "", False, (), None, "", None)  # type: ignore[arg-type]  # no year yet
