"""The outlines of SVG's basic elements and the reading of its lengths. Knows no styles, no transforms, no page."""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar
from xml.etree.ElementTree import Element

from thidua_gui.core.errors import UserError
from thidua_gui.documents.pdf.svg_path import Segment, parse_path

T = TypeVar("T")
Outline = tuple[Segment, ...]

_MM = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "px": 25.4 / 96, None: 25.4 / 96}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(mm|cm|in|pt|px)?\s*")
_ROUND = 4 / 3 * (2**0.5 - 1)  # how far the control points of a quarter circle reach


def read(reader: Callable[[str], T], value: str) -> T:
    """`reader(value)`; what it cannot read is a refusal that shows the value."""
    try:
        return reader(value)
    except ValueError as error:
        raise UserError("art_unsupported", element=value[:60]) from error


def number(element: Element, name: str) -> float:
    """A length in the drawing's own units; 0 when the attribute is absent."""
    return read(float, element.get(name, "0").strip().removesuffix("px"))


def millimetres(written: str | None, units: float) -> float:
    """The drawing's outer width or height; without one its units are pixels of 1/96 inch."""
    length = _LENGTH.fullmatch(written if written is not None else str(units))
    if length is None:
        raise UserError("art_unsupported", element=f"width {written}")
    return float(length[1]) * _MM[length[2]]


def view_box(root: Element) -> tuple[float, float, float, float]:
    if "viewBox" not in root.attrib:
        return 0.0, 0.0, number(root, "width"), number(root, "height")
    numbers = [read(float, value) for value in re.split(r"[\s,]+", root.attrib["viewBox"].strip())]
    if len(numbers) != 4 or numbers[2] <= 0 or numbers[3] <= 0:
        raise UserError("art_unsupported", element="viewBox")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def _path(element: Element) -> Outline:
    return read(parse_path, element.get("d", ""))


def _rect(element: Element) -> Outline:
    x, y = number(element, "x"), number(element, "y")
    width, height = number(element, "width"), number(element, "height")
    rx = number(element, "rx" if "rx" in element.attrib else "ry")
    ry = number(element, "ry" if "ry" in element.attrib else "rx")
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if rx == 0 or ry == 0:
        return (("M", (x, y)), ("L", (x + width, y)), ("L", (x + width, y + height)), ("L", (x, y + height)), ("Z", ()))
    turn = f"a{rx} {ry} 0 0 1 "
    return parse_path(
        f"M{x + rx} {y}h{width - 2 * rx}{turn}{rx} {ry}v{height - 2 * ry}{turn}{-rx} {ry}"
        f"h{2 * rx - width}{turn}{-rx} {-ry}v{2 * ry - height}{turn}{rx} {-ry}z"
    )


def _circle(element: Element) -> Outline:
    radius = number(element, "r")
    return _ring(number(element, "cx"), number(element, "cy"), radius, radius)


def _ellipse(element: Element) -> Outline:
    return _ring(number(element, "cx"), number(element, "cy"), number(element, "rx"), number(element, "ry"))


def _ring(x: float, y: float, rx: float, ry: float) -> Outline:
    kx, ky = rx * _ROUND, ry * _ROUND
    return (
        ("M", (x + rx, y)),
        ("C", (x + rx, y + ky, x + kx, y + ry, x, y + ry)),
        ("C", (x - kx, y + ry, x - rx, y + ky, x - rx, y)),
        ("C", (x - rx, y - ky, x - kx, y - ry, x, y - ry)),
        ("C", (x + kx, y - ry, x + rx, y - ky, x + rx, y)),
        ("Z", ()),
    )


def _line(element: Element) -> Outline:
    return (
        ("M", (number(element, "x1"), number(element, "y1"))),
        ("L", (number(element, "x2"), number(element, "y2"))),
    )


def _polyline(element: Element) -> Outline:
    values = [read(float, value) for value in re.split(r"[\s,]+", element.get("points", "").strip()) if value]
    points = list(zip(values[::2], values[1::2], strict=False))
    return tuple(("L" if place else "M", point) for place, point in enumerate(points))


def _polygon(element: Element) -> Outline:
    return (*_polyline(element), ("Z", ()))


OUTLINES: Mapping[str, Callable[[Element], Outline]] = {
    "path": _path,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
