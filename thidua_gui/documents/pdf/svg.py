"""A small SVG reader for the art of certificates: shapes in millimetres, colours already mixed with the paper.

Opacity is laid over the paper's colour instead of being kept: office printers turn transparent pages into slow
bitmaps, and the art is drawn on one plain ground. What it cannot draw it refuses; nothing is dropped silently.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from thidua_gui.core.errors import UserError
from thidua_gui.documents.colour import WHITE, Colour
from thidua_gui.documents.pdf.matrix import Matrix, parse_transform, scaling, translation
from thidua_gui.documents.pdf.svg_outlines import OUTLINES, millimetres, number, read, view_box
from thidua_gui.documents.pdf.svg_path import Segment
from thidua_gui.documents.pdf.svg_style import PAINT_NAMES, Style, paint

_SILENT = frozenset({"defs", "title", "desc", "metadata"})
_PLACES = frozenset("x y x1 y1 x2 y2 cx cy r rx ry width height d points transform href id class style".split())
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline with its paint; lengths in millimetres from the drawing's top left corner, y downwards."""

    segments: tuple[Segment, ...]
    fill: Colour | None
    stroke: Colour | None
    stroke_width: float
    even_odd: bool = False
    cap: int = 0
    join: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of `width` by `height` mm; `ground` is the paper colour that fills it, None on bare paper."""

    width: float
    height: float
    ground: Colour | None
    shapes: tuple[Shape, ...]


def read_svg(text: str, *, tinted: bool = True, paper: Colour = WHITE) -> Drawing:
    """The drawing in an SVG file.

    A first rectangle over the whole picture is its ground; `tinted=False` puts white in the place of its colour, for
    printing on white sheets. `paper` is what art without a ground lies on.
    UserError("art_unsupported") names what this reader does not know, ("art_damaged") says the file is no SVG.
    """
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise UserError("art_damaged", reason=str(error)) from error
    return _Reader(root, tinted, paper).drawing()


class _Reader:
    def __init__(self, root: Element, tinted: bool, paper: Colour) -> None:
        self._root = root
        self._tinted = tinted
        self._named = {name: element for element in root.iter() if (name := element.get("id"))}
        self._box = view_box(root)
        self._width = millimetres(root.get("width"), self._box[2])
        self._height = millimetres(root.get("height"), self._box[3])
        self._ground_element = self._find_ground()
        self._ground = None if self._ground_element is None else paint(self._ground_element.get("fill", "black"))
        self._paper = paper if self._ground is None else self._ground if tinted else WHITE
        self._open: list[Element] = []  # the targets being drawn, to refuse a picture that contains itself

    def drawing(self) -> Drawing:
        x, y, width, height = self._box
        to_mm = scaling(self._width / width, self._height / height).after(translation(-x, -y))
        shapes = tuple(self._children(self._root, to_mm, Style().inside(self._root)))
        return Drawing(self._width, self._height, self._ground if self._tinted else None, shapes)

    def _find_ground(self) -> Element | None:
        """The first drawn element, if it is a plain rectangle over the whole picture."""
        first = next((child for child in self._root if _tag(child) not in _SILENT), None)
        if first is None or _tag(first) != "rect" or {"transform", "stroke", "opacity", "style"} & set(first.attrib):
            return None
        place = (number(first, "x"), number(first, "y"), number(first, "width"), number(first, "height"))
        return first if place == self._box and not {"rx", "ry"} & set(first.attrib) else None

    def _children(self, parent: Element, matrix: Matrix, style: Style) -> Iterator[Shape]:
        for element in parent:
            if _tag(element) not in _SILENT and element is not self._ground_element:
                yield from self._shapes(element, matrix, style)

    def _shapes(self, element: Element, matrix: Matrix, style: Style) -> Iterator[Shape]:
        tag = _known_tag(element)
        style = style.inside(element)
        if transform := element.get("transform"):
            matrix = matrix.after(read(parse_transform, transform))
        if tag == "g":
            yield from self._children(element, matrix, style)
        elif tag == "use":
            moved = matrix.after(translation(number(element, "x"), number(element, "y")))
            self._open.append(self._target(element))
            yield from self._shapes(self._open[-1], moved, style)
            self._open.pop()
        else:
            yield from self._shape(OUTLINES[tag](element), matrix, style)

    def _target(self, element: Element) -> Element:
        href = element.get("href") or element.get(_XLINK_HREF) or ""
        target = self._named.get(href.removeprefix("#"))
        if target is None or target in self._open or element in target.iter():
            raise UserError("art_unsupported", element=f"use {href}")
        return target

    def _shape(self, segments: tuple[Segment, ...], matrix: Matrix, style: Style) -> Iterator[Shape]:
        fill = self._seen(style.fill, style.opacity * style.fill_opacity)
        stroke = self._seen(style.stroke, style.opacity * style.stroke_opacity) if style.width > 0 else None
        if fill is not None or stroke is not None:
            moved = tuple(_moved(segment, matrix) for segment in segments)
            yield Shape(moved, fill, stroke, style.width * matrix.scale(), style.even_odd, style.cap, style.join)

    def _seen(self, colour: Colour | None, opacity: float) -> Colour | None:
        if colour is None or opacity <= 0:
            return None
        if colour == self._ground:
            return self._paper
        return colour if opacity >= 1 else colour.over(self._paper, opacity)


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _known_tag(element: Element) -> str:
    tag = _tag(element)
    if tag not in OUTLINES and tag not in ("g", "use"):
        raise UserError("art_unsupported", element=tag)
    for name in element.attrib:
        if not name.startswith("{") and name not in PAINT_NAMES and name not in _PLACES:  # "{": an editor's own notes
            raise UserError("art_unsupported", element=f"{tag} {name}")
    return tag


def _moved(segment: Segment, matrix: Matrix) -> Segment:
    name, numbers = segment
    points = zip(numbers[::2], numbers[1::2], strict=True)
    return name, tuple(value for x, y in points for value in matrix.at(x, y))
