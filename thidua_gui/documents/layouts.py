"""Where each text of a certificate stands, in millimetres, read from a layout file. Knows no people and no wording."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from thidua_gui import resources
from thidua_gui.core.errors import UserError
from thidua_gui.documents.colour import Colour
from thidua_gui.documents.fonts import Font


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class VerticalAlign(StrEnum):
    """TOP and BOTTOM hold the first or the last baseline still when the type shrinks."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Empty(StrEnum):
    """What an empty field does: stop that person's certificate, or leave the place blank."""

    BLOCK = "block"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Run:
    """A field set in one font within a line; `gap` mm before it.

    `spacing` points follow each letter at full size; `pairs` are letters to move together, in parts of the type size.
    """

    field: str
    font: Font
    size: float
    gap: float = 0.0
    spacing: float = 0.0
    capitals: bool = False
    pairs: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line under a text: `gap` mm below its last baseline, `length` as a part of the text's width."""

    gap: float
    weight: float
    length: float = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A double frame round a text that is there, `gap` mm away from it: a stamp."""

    gap: float
    weight: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page and the paragraphs set in it; `floor` is the smallest size of its largest run.

    `on_blank` texts are already printed on pre-printed blanks (phôi in sẵn).
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    paragraphs: tuple[tuple[Run, ...], ...]
    align: Align
    vertical_align: VerticalAlign
    floor: float
    max_lines: int
    empty: Empty
    on_blank: bool
    colour: Colour
    leading: float
    rule: Rule | None = None
    frame: Frame | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of all runs in their order."""
        return tuple(run.field for paragraph in self.paragraphs for run in paragraph)

    @property
    def size(self) -> float:
        """The full size of the largest run, to which the floor belongs."""
        return max(run.size for paragraph in self.paragraphs for run in paragraph)


@dataclass(frozen=True, slots=True)
class Picture:
    """Art in a rectangle of the page."""

    file: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A certificate's layout (mẫu in): page, art and boxes; printer corrections are never part of it."""

    id: str
    version: int
    name: str
    document: str
    width: float
    height: float
    art: tuple[Picture, ...]
    boxes: tuple[Box, ...]
    note: str = ""

    def box(self, box_id: str) -> Box:
        return next(box for box in self.boxes if box.id == box_id)


def layout_ids() -> tuple[str, ...]:
    """The ids of the layouts shipped with the program."""
    return tuple(sorted(file.stem for file in resources.path("layouts").glob("*.toml")))


@lru_cache(maxsize=16)
def layout(layout_id: str) -> Layout:
    """A shipped layout; UserError("layout_unknown") when there is none of that id."""
    if layout_id not in layout_ids():
        raise UserError("layout_unknown", layout=layout_id)
    from thidua_gui.documents.layout_reader import read_layout

    return read_layout(resources.text("layouts", f"{layout_id}.toml"))


def layout_of(document: str) -> Layout:
    """The first shipped layout of that document; UserError("layout_unknown") when there is none."""
    found = next((each for each in map(layout, layout_ids()) if each.document == document), None)
    if found is None:
        raise UserError("layout_unknown", layout=document)
    return found
