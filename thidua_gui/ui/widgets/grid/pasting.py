"""What a block of pasted cells, a fill or one value would change, as a value before anything is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_gui.ui.widgets.grid.columns import CellEdit, Column, Kind, R
from thidua_gui.ui.widgets.grid.numbers import decimal_text
from thidua_gui.ui.widgets.grid.snapshot_reading import SnapshotReading

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PastePlan:
    """A paste before it is done.

    `changes` are valid, `invalid` are refused by the column's own check: they are written too, as drafts that keep
    their words and are marked (nothing typed is ever dropped). `overflow_rows` rows of the block have no place.
    """

    changes: tuple[CellEdit, ...] = ()
    invalid: tuple[CellEdit, ...] = ()
    skipped_read_only: int = 0
    overflow_rows: int = 0
    overflow_columns: int = 0
    unchanged: int = 0

    @property
    def edits(self) -> tuple[CellEdit, ...]:
        """Everything that one command writes."""
        return self.changes + self.invalid


def plan_block(
    snapshot: SnapshotReading[R], lines: Sequence[int], columns: Sequence[int], block: Sequence[Sequence[str]]
) -> PastePlan:
    """Put a block into these lines and columns, cell by cell; rows without a line overflow."""
    cells = [
        (line, column, text)
        for line, texts in zip(lines, block, strict=False)
        for column, text in zip(columns, texts, strict=False)
    ]
    widest = max(map(len, block), default=0)
    return _plan(snapshot, cells, max(0, len(block) - len(lines)), max(0, widest - len(columns)))


def plan_value(snapshot: SnapshotReading[R], cells: Iterable[Cell], text: str) -> PastePlan:
    """One text into many cells."""
    return _plan(snapshot, [(line, column, text) for line, column in cells], 0, 0)


def plan_fill(snapshot: SnapshotReading[R], source: int, lines: Iterable[int], columns: Sequence[int]) -> PastePlan:
    """The words of one line into the lines below (Ctrl+D)."""
    texts = {column: snapshot.typed(source, column) for column in columns}
    return _plan(snapshot, [(line, column, texts[column]) for line in lines for column in columns], 0, 0)


def tiled(block: Sequence[Sequence[str]], lines: int, columns: int) -> list[list[str]]:
    """A block repeated over a selection whose sides are multiples of its own, else as it is."""
    height, width = len(block), len(block[0]) if block else 0
    if not height or not width or lines % height or columns % width:
        return [list(row) for row in block]
    return [[block[line % height][column % width] for column in range(columns)] for line in range(lines)]


def _plan(snapshot: SnapshotReading[R], cells: Iterable[tuple[int, int, str]], rows: int, columns: int) -> PastePlan:
    changes: list[CellEdit] = []
    invalid: list[CellEdit] = []
    read_only = unchanged = 0
    for line, place, text in cells:
        row = snapshot.row_at(line)
        column = snapshot.columns[place]
        if row is None:
            continue
        if not column.editable(row):
            read_only += 1
            continue
        text = as_typed(column, text)
        if text in (snapshot.words(line, place), snapshot.typed(line, place)):
            unchanged += 1
            continue
        refused = column.check is not None and bool(text) and bool(column.check(row, text))
        (invalid if refused else changes).append(CellEdit(row.id, column.key, text))
    return PastePlan(tuple(changes), tuple(invalid), read_only, rows, columns, unchanged)


def as_typed(column: Column[R], text: str) -> str:
    """Pasted words as the clerk would type them: one line, decimal comma in number cells."""
    if column.kind in (Kind.SCORE, Kind.NUMBER):
        return decimal_text(text)
    if column.kind is Kind.CHECK:
        return "x" if text.strip().lower() in ("x", "1", "true") else ""
    return " ".join(text.split("\n"))
