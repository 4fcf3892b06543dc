"""How SVG paints: inherited fill, stroke, opacity and line style. Knows no outlines and no page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from thidua_gui.core.errors import UserError
from thidua_gui.documents.colour import BLACK, Colour
from thidua_gui.documents.pdf.svg_outlines import read

PAINT_NAMES = frozenset(
    {"fill", "stroke", "stroke-width", "opacity", "fill-opacity", "stroke-opacity", "fill-rule", "stroke-linecap"}
    | {"stroke-linejoin"}
)
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


@dataclass(frozen=True, slots=True)
class Style:
    """The paint in force; `opacity` is already multiplied down from the groups around."""

    fill: Colour | None = BLACK
    stroke: Colour | None = None
    width: float = 1.0
    opacity: float = 1.0
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    even_odd: bool = False
    cap: int = 0
    join: int = 0

    def inside(self, element: Element) -> "Style":
        """The style within `element`, from its attributes and its `style` attribute."""
        declared = _declarations(element)
        return _changed(self, declared) if declared else self


def paint(value: str) -> Colour | None:
    return None if value in ("none", "transparent") else read(Colour.parse, value)


def _declarations(element: Element) -> Mapping[str, str]:
    found = {name: element.attrib[name] for name in element.attrib if name in PAINT_NAMES}
    for declaration in filter(None, map(str.strip, element.get("style", "").split(";"))):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name not in PAINT_NAMES:
            raise UserError("art_unsupported", element=f"style {name}")
        found[name] = value
    return found


def _changed(style: Style, declared: Mapping[str, str]) -> Style:
    def factor(name: str, inherited: float) -> float:
        return read(float, declared[name].removesuffix("px")) if name in declared else inherited

    return replace(
        style,
        fill=paint(declared["fill"]) if "fill" in declared else style.fill,
        stroke=paint(declared["stroke"]) if "stroke" in declared else style.stroke,
        width=factor("stroke-width", style.width),
        opacity=style.opacity * factor("opacity", 1.0),
        fill_opacity=factor("fill-opacity", style.fill_opacity),
        stroke_opacity=factor("stroke-opacity", style.stroke_opacity),
        even_odd=declared["fill-rule"] == "evenodd" if "fill-rule" in declared else style.even_odd,
        cap=_CAPS.get(declared.get("stroke-linecap", ""), style.cap),
        join=_JOINS.get(declared.get("stroke-linejoin", ""), style.join),
    )
