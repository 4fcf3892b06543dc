"""Draws a unit's book as an .xlsx file: locked where nothing is asked, checked where something is. Knows no data.

Whatever came from the data is written as a string or a number: only the formulas made here can be counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import propose
from thidua_gui.core.scoring import StageKey, parse_entry, total
from thidua_gui.core.unit_book.cells import day_of
from thidua_gui.core.unit_book.content import Book, BookSheet, Field, FieldKind, Line, Part
from thidua_gui.core.unit_book.formulas import proposal_formula, total_formula, total_value
from thidua_gui.core.unit_book.returned import HEADING_ROW, MARK, META, column_letters, meta_grid
from thidua_gui.services.unit_book_checks import Checks
from thidua_gui.services.unit_book_looks import Looks
from thidua_gui.text import names
from thidua_gui.text import unit_book_file as wording

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LISTS = "_danh_sach"
_NO_TIME = datetime(2000, 1, 1)
_A4 = 9
_MARK_ROW, _ABOVE_ROW, _TITLE_ROW, _FIRST_ROW = 2, 3, 4, 5
_KEY, _NUMBER, _FIRST_FIELD = 0, 1, 2
_LINE_HEIGHT, _HEAD_MOST = 15, 150
_TEXT_HEIGHT, _ROW_MOST, _TEXT_LETTER = 16, 400, 1.15
_NUMBER_WIDTH, _HEADING_HEIGHT = 5, 20
_HEADING_LETTER, _HINT_LETTER = 1.45, 1.15
"""How much wider than a column's unit a letter of the heading and of the hint is, on the safe side."""
_PROTECTION = {"format_columns": True, "format_rows": True, "select_locked_cells": True}


def book_bytes(book: Book) -> bytes:
    """The workbook; equal books give equal bytes."""
    from xlsxwriter import Workbook

    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(target, options)
    workbook.set_properties({"created": _NO_TIME, "title": wording.guide_title(book.head.year)})
    _Drawing(workbook, book).draw()
    workbook.close()
    return target.getvalue()


@dataclass(slots=True)
class _Total:
    """Where somebody's total of the unit's stage stands, and what it is."""

    reference: str
    points: Points | None


class _Drawing:
    def __init__(self, workbook: Workbook, book: Book) -> None:
        self._workbook = workbook
        self._book = book
        self._looks = Looks(workbook)
        self._totals: dict[str, _Total] = {}

    def draw(self) -> None:
        """Guide first, then the parts, then what nobody sees."""
        self._guide()
        sheets = [(sheet, self._workbook.add_worksheet(sheet.title)) for sheet in self._book.sheets]
        lists = self._workbook.add_worksheet(LISTS)
        self._checks = Checks(lists, LISTS, self._book, self._looks)
        for sheet, worksheet in sheets:
            self._part(sheet, worksheet)
        lists.protect("")
        lists.hide()
        self._meta()

    def _guide(self) -> None:
        page = self._workbook.add_worksheet(wording.GUIDE)
        page.set_column(0, 0, 112)
        page.write_string(0, 0, wording.guide_title(self._book.head.year), self._looks.heading)
        for row, words in enumerate(self._book.guide, 2):
            page.write_string(row, 0, words, self._looks.guide)
        page.protect("", _PROTECTION)
        page.set_paper(_A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.activate()

    def _part(self, sheet: BookSheet, page: Worksheet) -> None:
        self._head(sheet, page)
        self._columns(sheet, page)
        for row, line in enumerate(sheet.lines, _FIRST_ROW):
            self._line(sheet, page, row, line)
        for row, key in enumerate(sheet.blank, _FIRST_ROW + len(sheet.lines)):
            self._blank_line(sheet, page, row, key)
        if not sheet.lines and not sheet.blank:
            page.write_string(_FIRST_ROW, _FIRST_FIELD, wording.NO_PEOPLE, self._looks.hint)
        self._checks.put(page, sheet, _FIRST_ROW, _FIRST_FIELD)
        self._set_up(sheet, page)

    def _head(self, sheet: BookSheet, page: Worksheet) -> None:
        width = _NUMBER_WIDTH + sum(field.width for field in sheet.fields)
        last = _FIRST_FIELD + len(sheet.fields) - 1
        for row, words, look, letter, height in (
            (0, sheet.heading, self._looks.heading, _HEADING_LETTER, _HEADING_HEIGHT),
            (1, sheet.hint, self._looks.hint, _HINT_LETTER, _LINE_HEIGHT + 2),
        ):  # fmt: skip
            page.merge_range(row, _NUMBER, row, last, words, look)
            page.set_row(row, height * max(-(-int(len(words) * letter) // int(width)), 1))
        page.write_string(_MARK_ROW, _KEY, MARK + sheet.key, self._looks.quiet)
        for place, field in enumerate(sheet.fields, _FIRST_FIELD):
            page.write_string(_MARK_ROW, place, field.key, self._looks.quiet)
        page.set_row(_MARK_ROW, None, None, {"hidden": True})
        for row in (_ABOVE_ROW, _TITLE_ROW):
            page.write_string(row, _KEY, HEADING_ROW, self._looks.quiet)

    def _columns(self, sheet: BookSheet, page: Worksheet) -> None:
        page.merge_range(_ABOVE_ROW, _NUMBER, _TITLE_ROW, _NUMBER, wording.NUMBER, self._looks.title)
        place = _FIRST_FIELD
        tallest = 2
        while place < _FIRST_FIELD + len(sheet.fields):
            field = sheet.fields[place - _FIRST_FIELD]
            alike = [each for each in sheet.fields if field.above and each.above == field.above]
            last = place + max(len(alike), 1) - 1
            if not field.above:
                page.merge_range(_ABOVE_ROW, place, _TITLE_ROW, place, field.title, self._looks.title)
            else:
                if last > place:
                    page.merge_range(_ABOVE_ROW, place, _ABOVE_ROW, last, field.above, self._looks.title)
                else:
                    page.write_string(_ABOVE_ROW, place, field.above, self._looks.title)
                for each, column in zip(alike, range(place, last + 1), strict=True):
                    page.write_string(_TITLE_ROW, column, each.title, self._looks.title)
                width = sum(each.width for each in alike)
                tallest = max(tallest, -(-len(field.above) // max(int(width * 0.85), 1)))
            place = last + 1
        page.set_row(_ABOVE_ROW, min(tallest * _LINE_HEIGHT, _HEAD_MOST))
        lines = max(-(-len(field.title) // max(int(field.width), 1)) for field in sheet.fields)
        page.set_row(_TITLE_ROW, min(max(lines, 2), 4) * _LINE_HEIGHT)

    def _line(self, sheet: BookSheet, page: Worksheet, row: int, line: Line) -> None:
        lines = max((_wrapped(line.values.get(field.key, ""), field.width) for field in sheet.fields), default=1)
        if lines > 1:
            page.set_row(row, min(lines * _TEXT_HEIGHT, _ROW_MOST))
        page.write_string(row, _KEY, line.key, self._looks.quiet)
        page.write_number(row, _NUMBER, row - _FIRST_ROW + 1, self._looks.number)
        for place, field in enumerate(sheet.fields, _FIRST_FIELD):
            is_open = field.is_open and field.key not in line.locked
            if field.is_carried:
                self._cell(page, row, place, field, line.values.get(field.key, ""), is_open=is_open)
            elif sheet.part is Part.RATINGS:
                self._proposal(page, row, place, field, line)
            else:
                self._total(sheet, page, row, place, field, line)

    def _blank_line(self, sheet: BookSheet, page: Worksheet, row: int, key: str) -> None:
        page.write_string(row, _KEY, key, self._looks.quiet)
        page.write_number(row, _NUMBER, row - _FIRST_ROW + 1, self._looks.number)
        for place, field in enumerate(sheet.fields, _FIRST_FIELD):
            if sheet.part is Part.VOTES and field.key == "name":
                code = f"{column_letters(_FIRST_FIELD)}{row + 1}"
                page.write_formula(row, place, self._checks.name_formula(code), self._looks.of(field, False), "")
            else:
                is_open = field.is_open or sheet.part is Part.VOTES
                page.write_blank(row, place, None, self._looks.of(field, is_open))

    def _cell(self, page: Worksheet, row: int, place: int, field: Field, words: str, *, is_open: bool) -> None:
        look = self._looks.of(field, is_open)
        number = _number(field, words)
        day = day_of(words) if field.kind is FieldKind.DATE else None
        if not words:
            page.write_blank(row, place, None, look)
        elif day is not None:
            page.write_datetime(row, place, datetime(day.year, day.month, day.day), look)
        elif number is not None:
            page.write_number(row, place, number, look)
        else:
            page.write_string(row, place, words, look)

    def _total(self, sheet: BookSheet, page: Worksheet, row: int, place: int, field: Field, line: Line) -> None:
        if sheet.criteria is None:
            return
        cells: dict[CriterionId, str] = {}
        scores: dict[CriterionId, Points] = {}
        leaves = {leaf.id: leaf for leaf in sheet.criteria.leaves()}
        for column, each in enumerate(sheet.fields, _FIRST_FIELD):
            if each.stage is field.stage and each.criterion is not None:
                criterion = CriterionId(each.criterion)
                cells[criterion] = f"{column_letters(column)}{row + 1}"
                entry = parse_entry(leaves[criterion], line.values.get(each.key, ""))
                if entry.points is not None:
                    scores[criterion] = entry.points
        points = total(sheet.criteria, scores).points
        look = self._looks.of(field, False)
        page.write_formula(row, place, total_formula(sheet.criteria, cells), look, total_value(points))
        if field.stage is StageKey.UNIT:
            quoted = sheet.title.replace("'", "''")
            self._totals[line.code] = _Total(f"'{quoted}'!{column_letters(place)}{row + 1}", points)

    def _proposal(self, page: Worksheet, row: int, place: int, field: Field, line: Line) -> None:
        look = self._looks.of(field, False)
        found = self._totals.get(line.code)
        if found is None or (field.kind is FieldKind.PROPOSAL and line.is_unit):
            page.write_blank(row, place, None, look)
        elif field.kind is FieldKind.TOTAL:
            formula = f'=IF({found.reference}="","",{found.reference})'
            page.write_formula(row, place, formula, look, total_value(found.points))
        else:
            thresholds = self._book.thresholds
            proposed = propose(found.points, thresholds)
            words = [self._checks.address_of(names.RATINGS[each.rating]) for each in thresholds]
            formula = proposal_formula(found.reference, thresholds, words)
            page.write_formula(row, place, formula, look, "" if proposed is None else names.RATINGS[proposed])

    def _set_up(self, sheet: BookSheet, page: Worksheet) -> None:
        page.set_column(_KEY, _KEY, 2, None, {"hidden": True})
        page.set_column(_NUMBER, _NUMBER, _NUMBER_WIDTH)
        for place, field in enumerate(sheet.fields, _FIRST_FIELD):
            page.set_column(place, place, field.width)
        page.freeze_panes(_FIRST_ROW, _FIRST_FIELD + 2)
        page.protect("", _PROTECTION)
        page.set_paper(_A4)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(_ABOVE_ROW, _TITLE_ROW)
        page.set_margins(0.4, 0.4, 0.5, 0.6)
        page.set_footer("&R&P/&N")

    def _meta(self) -> None:
        page = self._workbook.add_worksheet(META)
        for row, cells in enumerate(meta_grid(self._book)):
            for place, words in enumerate(cells):
                if words:
                    page.write_string(row, place, words)
        page.protect("")
        page.very_hidden()


def _wrapped(words: str, width: float) -> int:
    """How many lines a cell takes: not every program that prints the book makes a row as high as its words."""
    return sum(max(-(-int(len(part) * _TEXT_LETTER) // int(width)), 1) for part in words.split("\n"))


def _number(field: Field, words: str) -> float | None:
    if field.kind is FieldKind.COUNT:
        return float(words) if words.isdecimal() else None
    if field.kind is not FieldKind.POINTS or not words:
        return None
    try:
        return Points.parse(words).as_number
    except UserError:
        return None
