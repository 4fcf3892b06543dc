"""Page marks and art as PDF operators. Knows the page's height and nothing of what the marks mean."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from thidua_gui.documents.colour import Colour
from thidua_gui.documents.marks import POINT, BoxMark, Mark, RuleMark, TextMark
from thidua_gui.documents.pdf.ink import Ink
from thidua_gui.documents.pdf.svg import Drawing, Shape

_MM = 1 / POINT
_PATH = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_PAINT = {(True, False): "f", (False, True): "S", (True, True): "B"}


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


@lru_cache(maxsize=64)
def _colour(colour: Colour, operator: str) -> str:
    return f"{_number(colour.red / 255)} {_number(colour.green / 255)} {_number(colour.blue / 255)} {operator}"


def marks(found: Iterable[Mark], ink: Ink, page_height: float) -> str:
    """The operators that draw the marks in their order on a page `page_height` mm high."""
    out = []
    for mark in found:
        if isinstance(mark, TextMark):
            out.append(_text(mark, ink, page_height))
        elif isinstance(mark, RuleMark):
            out.append(_rule(mark, page_height))
        else:
            out.append(_box(mark, page_height))
    return "\n".join(out)


def _text(mark: TextMark, ink: Ink, page_height: float) -> str:
    x, y = mark.x * _MM, (page_height - mark.y) * _MM
    shown = ink.shown(mark)
    return f"{_colour(mark.colour, 'rg')} BT 1 0 0 1 {_number(x)} {_number(y)} Tm {shown} ET"


def _rule(mark: RuleMark, page_height: float) -> str:
    ends = (mark.x1, page_height - mark.y1, mark.x2, page_height - mark.y2)
    x1, y1, x2, y2 = (_number(value * _MM) for value in ends)
    return f"{_colour(mark.colour, 'RG')} {_number(mark.weight * _MM)} w {x1} {y1} m {x2} {y2} l S"


def _box(mark: BoxMark, page_height: float) -> str:
    place = (mark.x, page_height - mark.y - mark.height, mark.width, mark.height)
    rectangle = " ".join(_number(value * _MM) for value in place) + " re"
    if not mark.weight:
        return f"{_colour(mark.colour, 'rg')} {rectangle} f"
    return f"{_colour(mark.colour, 'RG')} {_number(mark.weight * _MM)} w {rectangle} S"


def art(drawing: Drawing, x: float, y: float, width: float, height: float, page_height: float) -> str:
    """The drawing stretched into a box of the page, its ground first."""
    sx, sy = width / drawing.width * _MM, height / drawing.height * _MM
    tx, ty = x * _MM, (page_height - y) * _MM
    lines = [f"q {_number(sx)} 0 0 {_number(-sy)} {_number(tx)} {_number(ty)} cm 4 M"]
    if drawing.ground is not None:
        size = f"{_number(drawing.width)} {_number(drawing.height)}"
        lines.append(f"{_colour(drawing.ground, 'rg')} 0 0 {size} re f")
    lines.extend(_shapes(drawing.shapes))
    return "\n".join([*lines, "Q"])


def _shapes(shapes: Iterable[Shape]) -> Iterator[str]:
    state: dict[str, str] = {}
    for shape in shapes:
        yield " ".join([*_changes(shape, state), _path(shape), _paint(shape)])


def _changes(shape: Shape, state: dict[str, str]) -> Iterator[str]:
    """Only those settings that differ from the shape before: it halves the size of the art."""
    wanted = {}
    if shape.fill is not None:
        wanted["fill"] = _colour(shape.fill, "rg")
    if shape.stroke is not None:
        wanted["stroke"] = _colour(shape.stroke, "RG")
        wanted["width"] = f"{_number(shape.stroke_width)} w"
        wanted["line"] = f"{shape.cap} J {shape.join} j"
    for name, operator in wanted.items():
        if state.get(name) != operator:
            state[name] = operator
            yield operator


def _path(shape: Shape) -> str:
    return " ".join(" ".join([*map(_number, numbers), _PATH[name]]) for name, numbers in shape.segments)


def _paint(shape: Shape) -> str:
    painted = _PAINT[shape.fill is not None, shape.stroke is not None]
    return painted + "*" if shape.even_odd and shape.fill is not None else painted
