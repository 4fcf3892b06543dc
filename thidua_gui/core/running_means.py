"""Averages of many columns that follow a change of one row without looking at the others. Pure."""

from collections.abc import Hashable, Sequence
from fractions import Fraction

from thidua_gui.core.points import Points
from thidua_gui.core.scoreboard import rounded_to_tenth


class RunningMeans:
    """Holds what each row contributes; a value that is None counts for nothing."""

    def __init__(self, columns: int) -> None:
        self._sums = [0] * columns
        self._counts = [0] * columns
        self._rows: dict[Hashable, tuple[int | None, ...]] = {}

    @property
    def counted(self) -> int:
        """How many rows contribute."""
        return len(self._rows)

    def put(self, row: Hashable, values: Sequence[Points | None] | None) -> None:
        """The row's present values, in the columns' order; None takes the row out."""
        old = self._rows.pop(row, None)
        if old is not None:
            self._add(old, -1)
        if values is not None:
            fresh = tuple(None if value is None else value.hundredths for value in values)
            self._rows[row] = fresh
            self._add(fresh, 1)

    def mean(self, column: int) -> Points | None:
        """The column's mean, rounded to a tenth; None of nothing."""
        count = self._counts[column]
        return rounded_to_tenth(Fraction(self._sums[column], 100 * count)) if count else None

    def _add(self, values: Sequence[int | None], sign: int) -> None:
        for column, value in enumerate(values):
            if value is not None:
                self._sums[column] += sign * value
                self._counts[column] += sign
