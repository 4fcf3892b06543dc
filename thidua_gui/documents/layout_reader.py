"""Reads a layout file and refuses one that could not be printed. Knows the file's words, nothing of drawing."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from thidua_gui.core.errors import UserError
from thidua_gui.documents.colour import Colour
from thidua_gui.documents.content import FIELDS
from thidua_gui.documents.fonts import FILES, font
from thidua_gui.documents.layouts import Align, Box, Empty, Frame, Layout, Picture, Rule, Run, VerticalAlign

T = TypeVar("T")

_FLOOR_PART, _SMALLEST = 0.7, 10.0  # the floor an author did not set, and the size below which print is not read
_LAYOUT_KEYS = {"id", "version", "name", "document", "note", "page", "colours", "art", "box"}
_BOX_KEYS = {"id", "x", "y", "w", "h", "align", "valign", "floor", "max_lines", "empty", "on_blank", "colour",
             "leading", "rule", "frame", "lines"}  # fmt: skip
_RUN_KEYS = {"field", "font", "size", "gap", "spacing", "capitals", "pairs"}


def read_layout(text: str) -> Layout:
    """The layout in a TOML text; UserError("layout_invalid") names the place and what is wrong there."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError("layout_invalid", place="toml", reason=str(error)) from error
    return _Reader(table).layout()


class _Reader:
    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._place = str(table.get("id", "?"))
        self._colours: dict[str, Colour] = {}

    def layout(self) -> Layout:
        table = self._table
        self._known(table, _LAYOUT_KEYS)
        page = self._get(table, "page", dict)
        self._colours = {role: self._colour(value) for role, value in self._get(table, "colours", dict).items()}
        boxes = tuple(self._box(box) for box in self._get(table, "box", list))
        if len({box.id for box in boxes}) < len(boxes):
            raise self._refusal("id")
        return Layout(
            id=self._get(table, "id", str),
            version=self._get(table, "version", int),
            name=self._get(table, "name", str),
            document=self._get(table, "document", str),
            width=self._number(page, "width"),
            height=self._number(page, "height"),
            art=tuple(self._picture(art) for art in table.get("art", ())),
            boxes=boxes,
            note=str(table.get("note", "")),
        )

    def _box(self, table: Mapping[str, Any]) -> Box:
        self._place = f"{self._table.get('id', '?')}: {table.get('id', '?')}"
        self._known(table, _BOX_KEYS)
        lines = self._get(table, "lines", list)
        paragraphs = tuple(tuple(self._run(run) for run in line) for line in lines)
        if not paragraphs or not all(paragraphs):
            raise self._refusal("lines")
        size = max(run.size for paragraph in paragraphs for run in paragraph)
        floor = self._number(table, "floor", max(_SMALLEST, size * _FLOOR_PART))
        if not min(size, _SMALLEST) <= floor <= size:
            raise self._refusal("floor")
        return Box(
            id=self._get(table, "id", str),
            x=self._number(table, "x"),
            y=self._number(table, "y"),
            width=self._number(table, "w"),
            height=self._number(table, "h"),
            paragraphs=paragraphs,
            align=self._choice(table, "align", Align, Align.CENTER),
            vertical_align=self._choice(table, "valign", VerticalAlign, VerticalAlign.BOTTOM),
            floor=floor,
            max_lines=int(table.get("max_lines", 1)),
            empty=self._choice(table, "empty", Empty, Empty.BLOCK),
            on_blank=bool(table.get("on_blank", False)),
            colour=self._colours_get(str(table.get("colour", "text"))),
            leading=self._number(table, "leading", 1.3),
            rule=self._part(table, "rule", Rule),
            frame=self._part(table, "frame", Frame),
        )

    def _run(self, table: Mapping[str, Any]) -> Run:
        self._known(table, _RUN_KEYS)
        name, field = self._get(table, "font", str), self._get(table, "field", str)
        if name not in FILES:
            raise self._refusal("font")
        if field not in FIELDS:
            raise self._refusal("field")
        return Run(
            field=field,
            font=font(name),
            size=self._number(table, "size"),
            gap=self._number(table, "gap", 0.0),
            spacing=self._number(table, "spacing", 0.0),
            capitals=bool(table.get("capitals", False)),
            pairs=tuple((str(pair), float(nearer)) for pair, nearer in table.get("pairs", {}).items()),
        )

    def _picture(self, table: Mapping[str, Any]) -> Picture:
        self._known(table, {"file", "x", "y", "w", "h"})
        return Picture(self._get(table, "file", str), *(self._number(table, key) for key in "xywh"))

    def _part(self, table: Mapping[str, Any], key: str, make: Callable[..., T]) -> T | None:
        if key not in table:
            return None
        part = self._get(table, key, dict)
        try:
            return make(**{name: float(value) for name, value in part.items()})
        except (TypeError, ValueError) as error:
            raise self._refusal(key) from error

    def _choice(self, table: Mapping[str, Any], key: str, choices: Callable[[str], T], default: T) -> T:
        try:
            return choices(str(table[key])) if key in table else default
        except ValueError as error:
            raise self._refusal(key) from error

    def _colours_get(self, role: str) -> Colour:
        if role not in self._colours:
            raise self._refusal("colour")
        return self._colours[role]

    def _colour(self, value: object) -> Colour:
        try:
            return Colour.parse(str(value))
        except ValueError as error:
            raise self._refusal("colours") from error

    def _number(self, table: Mapping[str, Any], key: str, default: float | None = None) -> float:
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._refusal(key)
        return float(value)

    def _get(self, table: Mapping[str, Any], key: str, kind: type[T]) -> T:
        value = table.get(key)
        if not isinstance(value, kind):
            raise self._refusal(key)
        return value

    def _known(self, table: Mapping[str, Any], keys: Sequence[str] | set[str]) -> None:
        unknown = sorted(set(table) - set(keys))
        if unknown:
            raise self._refusal(unknown[0])

    def _refusal(self, key: str) -> UserError:
        return UserError("layout_invalid", place=self._place, reason=key)
