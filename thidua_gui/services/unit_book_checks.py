"""Drop-down lists and input checks of a unit's book, and the hidden worksheet that the lists stand on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua_gui.core.unit_book.content import Book, BookSheet, Field, FieldKind, Part
from thidua_gui.core.unit_book.returned import column_letters
from thidua_gui.services.unit_book_looks import Looks
from thidua_gui.text import names
from thidua_gui.text import unit_book_file as wording

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LONGEST_NOTE, _LONGEST_TITLE = 255, 32


class Checks:
    """Lists are written as they are asked for, each once; subjects stand with their names beside the codes."""

    def __init__(self, page: Worksheet, title: str, book: Book, looks: Looks) -> None:
        self._page = page
        self._title = title
        self._year = book.head.year
        self._looks = looks
        self._lists: dict[tuple[str, ...], str] = {}
        self._next = 3
        self._subjects = max(len(book.subjects), 1)
        for row, (code, name) in enumerate(book.subjects.items()):
            page.write_string(row, 0, code)
            page.write_string(row, 1, name)
        for row, word in enumerate(names.RATINGS.known):
            page.write_string(row, 2, word)
        self._lists[tuple(book.subjects)] = f"={title}!$A$1:$A${self._subjects}"
        self._lists[names.RATINGS.known] = f"={title}!$C$1:$C${len(names.RATINGS.known)}"

    def address_of(self, rating: str) -> str:
        """Where the word of a rating stands."""
        return f"{self._title}!$C${names.RATINGS.known.index(rating) + 1}"

    def name_formula(self, cell: str) -> str:
        """The name of whose code stands in a cell."""
        table = f"{self._title}!$A$1:$B${self._subjects}"
        return f'=IF({cell}="","",IFERROR(VLOOKUP({cell},{table},2,FALSE),""))'

    def put(self, page: Worksheet, sheet: BookSheet, first: int, left: int) -> None:
        """On every open column of the worksheet."""
        rows = len(sheet.lines) + len(sheet.blank)
        if not rows:
            return
        own = next((row for row, line in enumerate(sheet.lines, first) if line.is_unit), first + rows)
        for place, field in enumerate(sheet.fields, left):
            if field.unit_words and field.is_open:
                self._offer(page, field, field.words, (first, place, own - 1, place))
                self._offer(page, field, field.unit_words, (own, place, first + rows - 1, place))
            elif field.is_open:
                self._check(page, field, (first, place, first + rows - 1, place))
            elif sheet.part is Part.VOTES and field.words and sheet.blank:
                self._offer(page, field, field.words, (first + len(sheet.lines), place, first + rows - 1, place))
        if sheet.part is Part.RATINGS:
            self._mark_missing_reasons(page, sheet, first, left)

    def _check(self, page: Worksheet, field: Field, area: tuple[int, int, int, int]) -> None:
        if field.kind is FieldKind.WORD:
            self._offer(page, field, field.words, area)
        elif field.kind is FieldKind.POINTS:
            self._points(page, field, area)
        elif field.kind is FieldKind.DATE:
            first, last = date(self._year, 1, 1), date(self._year + (field.key == "held_on"), 12, 31)
            self._validate(page, area, field, "date", first, last, wording.WRONG_DATE.format(year=self._year))
        elif field.kind is FieldKind.COUNT:
            self._validate(page, area, field, "integer", 0, 1_000_000, wording.WRONG_COUNT)

    def _points(self, page: Worksheet, field: Field, area: tuple[int, int, int, int]) -> None:
        if field.maximum is None:
            return
        cell = f"{column_letters(area[1])}{area[0] + 1}"
        conditions = [f"ISNUMBER({cell})", f"{cell}>=0", f"{cell}<={field.maximum.as_number:g}"]
        if field.step is not None:
            conditions.append(f"MOD(ROUND({cell}*100,0),{field.step.hundredths})=0")
        right = f"AND({','.join(conditions)})"
        page.data_validation(*area, {
            "validate": "custom", "value": f"={right}", "ignore_blank": True,
            "input_title": field.title[:_LONGEST_TITLE], "input_message": field.note[:_LONGEST_NOTE],
            "error_title": wording.WRONG, "error_message": wording.wrong_points(field.maximum, field.step),
        })  # fmt: skip
        page.conditional_format(*area, {
            "type": "formula", "criteria": f'=AND({cell}<>"",NOT(IFERROR({right},FALSE)))',
            "format": self._looks.wrong,
        })  # fmt: skip

    def _validate(
        self, page: Worksheet, area: tuple[int, int, int, int], field: Field, kind: str, low: date | int,
        high: date | int, message: str,
    ) -> None:  # fmt: skip
        page.data_validation(*area, {
            "validate": kind, "criteria": "between", "minimum": low, "maximum": high, "ignore_blank": True,
            "input_title": field.title[:_LONGEST_TITLE], "input_message": message,
            "error_title": wording.WRONG, "error_message": message,
        })  # fmt: skip

    def _offer(
        self, page: Worksheet, field: Field, words: tuple[str, ...], area: tuple[int, int, int, int]
    ) -> None:
        if area[2] < area[0] or not words:
            return
        page.data_validation(*area, {
            "validate": "list", "source": self._list(words), "ignore_blank": True,
            "error_title": wording.WRONG, "error_message": wording.WRONG_WORD,
            "error_type": "warning" if field.takes_others else "stop",
        })  # fmt: skip

    def _list(self, words: tuple[str, ...]) -> str:
        if words not in self._lists:
            column = column_letters(self._next)
            for row, word in enumerate(words):
                self._page.write_string(row, self._next, word)
            self._next += 1
            self._lists[words] = f"={self._title}!${column}$1:${column}${len(words)}"
        return self._lists[words]

    def _mark_missing_reasons(self, page: Worksheet, sheet: BookSheet, first: int, left: int) -> None:
        places = {field.key: column_letters(place) for place, field in enumerate(sheet.fields, left)}
        row, last = first + 1, first + len(sheet.lines)
        proposed, rating, reason = (f"${places[key]}{row}" for key in ("proposed", "rating", "reason"))
        differs = f'=AND({rating}<>"",{proposed}<>"",{rating}<>{proposed},{reason}="")'
        area = f"{places['reason']}{row}:{places['reason']}{last}"
        page.conditional_format(area, {"type": "formula", "criteria": differs, "format": self._looks.wanted})

