"""What can stand on a page: texts, rules, frames and fills. Knows no PDF; lengths in millimetres, type sizes in points.

The origin is the page's top left corner, y runs downwards; a text's y is its baseline.
"""

from dataclasses import dataclass

from thidua_gui.documents.colour import BLACK, Colour
from thidua_gui.documents.fonts import Font

POINT = 25.4 / 72
"""One typographic point in millimetres."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """A piece of one line in one font; `spacing` and `word_spacing` are points added after each letter, each blank."""

    x: float
    y: float
    text: str
    font: Font
    size: float
    colour: Colour = BLACK
    spacing: float = 0.0
    word_spacing: float = 0.0
    pairs: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line; `weight` in millimetres."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A rectangle, filled or outlined; a `weight` of 0 means filled."""

    x: float
    y: float
    width: float
    height: float
    weight: float
    colour: Colour = BLACK


Mark = TextMark | RuleMark | BoxMark
