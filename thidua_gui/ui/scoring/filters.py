"""Which people the board lists: unit, criteria sheet, state. Pure values; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_gui.core.ids import SheetId, UnitId
from thidua_gui.core.scoreboard import Standing
from thidua_gui.ui.scoring.board_rows import BoardRow

_STANDINGS = {
    Standing.COMPLETE: frozenset({Standing.COMPLETE}),
    Standing.MISSING: frozenset({Standing.MISSING, Standing.NOT_BEGUN, Standing.ERROR}),
    Standing.ERROR: frozenset({Standing.ERROR}),
}
STATES = tuple(_STANDINGS)
"""What the state filter offers."""


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """None = everybody. Whoever has a refused value is not complete either."""

    unit: UnitId | None = None
    sheet: SheetId | None = None
    state: Standing | None = None

    @property
    def is_set(self) -> bool:
        """Somebody may be left out."""
        return self != BoardFilter()

    def holds(self, row: BoardRow) -> bool:
        """The person belongs to the unit and the sheet, whatever the state: of these the counts speak."""
        person = row.person
        return self.unit in (None, person.unit_id) and self.sheet in (None, person.sheet_id)

    def accepts(self, row: BoardRow) -> bool:
        """The person is listed."""
        return self.holds(row) and (self.state is None or row.line.standing in _STANDINGS[self.state])
