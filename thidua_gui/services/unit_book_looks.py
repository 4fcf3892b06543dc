"""The looks of cells of a unit's book: what is asked is white, what is not is grey and locked. Knows no content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_gui.core.unit_book.content import Field, FieldKind

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_FONT = {"font_name": "Times New Roman", "font_size": 12}
_LOCKED, _HEAD, _LINE = "#EFECE6", "#E4DED3", "#B9B1A4"
_CELL = {**_FONT, "valign": "top", "border": 1, "border_color": _LINE}
_WHOLE = {"text_wrap": True, "valign": "top"}
_AS_TEXT = frozenset({FieldKind.TEXT, FieldKind.LONG, FieldKind.WORD, FieldKind.AUTHORS})
_WRAPPED = frozenset({FieldKind.LONG, FieldKind.AUTHORS, FieldKind.WORD, FieldKind.TEXT, FieldKind.PROPOSAL})


class Looks:
    """Formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[FieldKind, bool], Format] = {}
        self.heading = workbook.add_format({**_FONT, "font_size": 14, "bold": True, **_WHOLE})
        self.hint = workbook.add_format({**_FONT, "italic": True, "font_color": "#555555", **_WHOLE})
        self.guide = workbook.add_format({**_FONT, "font_size": 13, "text_wrap": True, "valign": "top"})
        self.title = workbook.add_format(
            {**_CELL, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "bg_color": _HEAD}
        )
        self.number = workbook.add_format({**_CELL, "align": "center", "bg_color": _LOCKED})
        self.quiet = workbook.add_format({"num_format": "@", "font_color": "#FFFFFF"})
        self.wrong = workbook.add_format({"bg_color": "#FBD9D5", "font_color": "#9C1B12"})
        self.wanted = workbook.add_format({"bg_color": "#FCE9C8"})

    def of(self, field: Field, is_open: bool) -> Format:
        """Text cells stay text whatever is typed into them: a leading sign begins no formula."""
        key = field.kind, is_open
        if key not in self._made:
            look: dict[str, object] = {**_CELL, "locked": not is_open, "text_wrap": field.kind in _WRAPPED}
            if not is_open:
                look["bg_color"] = _LOCKED
            if field.kind in _AS_TEXT:
                look["num_format"] = "@"
            elif field.kind is FieldKind.DATE:
                look |= {"num_format": "dd/mm/yyyy", "align": "center"}
            elif field.kind is FieldKind.TOTAL:
                look["bold"] = True
            self._made[key] = self._workbook.add_format(look)
        return self._made[key]
