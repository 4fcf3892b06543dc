"""Which stage and people the board lists: unit, criteria sheet, state. Pure values; knows no widget."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_gui.core.debts import Lack
from thidua_gui.core.ids import SheetId, UnitId
from thidua_gui.core.scoreboard import Standing, stage_due
from thidua_gui.core.scoring import StageKey
from thidua_gui.services.debts import Debt
from thidua_gui.services.scoring import Board, stage_total
from thidua_gui.ui.scoring.board_rows import BoardRow

_STANDINGS = {
    Standing.COMPLETE: frozenset({Standing.COMPLETE}),
    Standing.MISSING: frozenset({Standing.MISSING, Standing.NOT_BEGUN, Standing.ERROR}),
    Standing.ERROR: frozenset({Standing.ERROR}),
}
STATES = tuple(_STANDINGS)
"""What the state filter offers."""
DOUBTFUL = "doubtful"
"""Its last entry: whose decided rating must be looked at again."""


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """None = everybody. Whoever has a refused value is not complete either."""

    unit: UnitId | None = None
    sheet: SheetId | None = None
    state: Standing | None = None
    doubtful: bool = False

    @property
    def is_set(self) -> bool:
        """Somebody may be left out."""
        return self != BoardFilter()

    @property
    def is_whole(self) -> bool:
        """The whole school is listed, as far as its points are complete."""
        no_part = self.unit is None and self.sheet is None and not self.doubtful
        return no_part and self.state in (None, Standing.COMPLETE)

    def holds(self, row: BoardRow) -> bool:
        """The person belongs to the unit and the sheet, whatever the state: of these the counts speak."""
        person = row.person
        return self.unit in (None, person.unit_id) and self.sheet in (None, person.sheet_id)

    def accepts(self, row: BoardRow) -> bool:
        """The person is listed."""
        if self.doubtful and not row.person.is_doubtful:
            return False
        return self.holds(row) and (self.state is None or row.line.standing in _STANDINGS[self.state])


def scope_of(debt: Debt, board: Board, current: StageKey) -> tuple[StageKey, BoardFilter]:
    """The stage and the people that a debt of the overview speaks of."""
    stage = _STAGE_OF.get(debt.lack, current)
    if debt.lack is Lack.DRAFTS:
        rows = [row for row in board.rows if row.id in debt.people]
        refused = [one.key for one in board.stages if any(row.drafts[one.id] for row in rows)]
        stage = current if current in refused else next(iter(refused), current)
    state = Standing.ERROR if debt.lack is Lack.DRAFTS else Standing.MISSING
    return stage, BoardFilter(debt.unit_id, None, state)


def work_goes_on(board: Board) -> StageKey:
    """In which stage a year is opened."""
    scored = [row for row in board.rows if row.sheet_id is not None]
    return stage_due({stage.key: [stage_total(board, row, stage.id) for row in scored] for stage in board.stages})


_STAGE_OF = {Lack.SELF_SCORES: StageKey.SELF, Lack.UNIT_SCORES: StageKey.UNIT}
