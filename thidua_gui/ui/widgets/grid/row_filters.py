"""Which rows pass the filter row, the search and the page's own condition; knows no Qt."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Generic

from thidua_gui.core.vietnamese import fold, text_key
from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, R
from thidua_gui.ui.widgets.grid.numbers import number_in

_NOT_WORD = re.compile(r"[\W_]+")


def words_form(folded: str) -> str:
    """Folded words with one blank before each, so that " thi" finds word starts only."""
    return " " + (folded if folded.isalnum() else _NOT_WORD.sub(" ", folded.replace("'", "")))


def needles(query: str) -> list[str]:
    """What must occur in the words form for each word of a query."""
    return [f" {word}" for word in words_form(fold(query)).split()]


class RowFilters(Generic[R]):
    """Keeps the conditions, and per column the folded words and numbers of all rows, made when first needed."""

    def __init__(self) -> None:
        self.conditions: dict[str, str] = {}
        self.search = ""
        self.accepts: Callable[[R], bool] | None = None
        self._words: dict[str, list[str]] = {}
        self._numbers: dict[str, list[Decimal | None]] = {}
        self._choices: dict[str, list[str]] = {}

    @property
    def active(self) -> bool:
        """Something the clerk can clear is in force."""
        return bool(self.conditions or self.search)

    def forget(self) -> None:
        """The rows are others now."""
        self._words.clear()
        self._numbers.clear()
        self._choices.clear()

    def patched(self, places: dict[int, R], columns: Sequence[Column[R]]) -> None:
        """Some rows have new values."""
        self._choices.clear()
        for column in columns:
            words = self._words.get(column.key)
            numbers = self._numbers.get(column.key)
            for place, row in places.items():
                if words is not None:
                    words[place] = _folded(column, row)
                if numbers is not None:
                    numbers[place] = number_in(column.display(row))

    def keep(self, rows: Sequence[R], columns: Sequence[Column[R]]) -> list[int]:
        """Places of the rows that pass, in their own order."""
        kept: Sequence[int] = range(len(rows))
        if self.accepts is not None:
            accepts = self.accepts
            kept = [place for place in kept if accepts(rows[place])]
        by_key = {column.key: column for column in columns}
        for key, wanted in self.conditions.items():
            if key in by_key:
                kept = self._passing(by_key[key], wanted, rows, kept)
        searched = [column for column in columns if column.searched]
        for needle in needles(self.search):
            lists = [self._words_of(column, rows) for column in searched]
            kept = [place for place in kept if any(needle in words[place] for words in lists)]
        return list(kept)

    def choices(self, column: Column[R], rows: Sequence[R]) -> list[str]:
        """What a choice filter offers."""
        if column.key not in self._choices:
            self._choices[column.key] = values_present(column, rows)
        return self._choices[column.key]

    def _passing(self, column: Column[R], wanted: str, rows: Sequence[R], kept: Sequence[int]) -> Sequence[int]:
        if column.filter is FilterKind.CHOICE:
            return [place for place in kept if column.display(rows[place]) == wanted]
        if column.filter is FilterKind.AT_LEAST:
            least = number_in(wanted)
            numbers = self._numbers_of(column, rows)
            return kept if least is None else [place for place in kept if _reaches(numbers[place], least)]
        words = self._words_of(column, rows)
        for needle in needles(wanted):
            kept = [place for place in kept if needle in words[place]]
        return kept

    def _words_of(self, column: Column[R], rows: Sequence[R]) -> list[str]:
        if column.key not in self._words:
            self._words[column.key] = [_folded(column, row) for row in rows]
        return self._words[column.key]

    def _numbers_of(self, column: Column[R], rows: Sequence[R]) -> list[Decimal | None]:
        if column.key not in self._numbers:
            self._numbers[column.key] = [number_in(column.display(row)) for row in rows]
        return self._numbers[column.key]


def values_present(column: Column[R], rows: Sequence[R]) -> list[str]:
    """What a choice filter offers: every value once, in the column's own order."""
    first: dict[str, R] = {}
    for row in rows:
        first.setdefault(column.display(row), row)
    first.pop("", None)
    return sorted(first, key=lambda words: _offer_key(column, first[words], words))


def _offer_key(column: Column[R], row: R, words: str) -> tuple[bool, object]:
    key = column.order_key(row)
    return (True, text_key(words)) if key is None else (False, key)


def _folded(column: Column[R], row: R) -> str:
    return words_form(column.folded(row) if column.folded is not None else fold(column.display(row)))


def _reaches(number: Decimal | None, least: Decimal) -> bool:
    return number is not None and number >= least
