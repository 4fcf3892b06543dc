"""A sheet with its margins and type sizes, from the dated rules of form. Knows no content."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_gui.documents.wording import Wording

A4_SHORT, A4_LONG = 210.0, 297.0


@dataclass(frozen=True, slots=True)
class PageForm:
    """An A4 sheet, upright or lying; margins in mm, `sizes` in points by what they are for."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    sizes: Mapping[str, float] = field(hash=False)

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def right_edge(self) -> float:
        return self.width - self.right

    @property
    def lowest(self) -> float:
        """Where the text area ends, from the page's top."""
        return self.height - self.bottom


def page_form(rules: Wording, *, landscape: bool = False) -> PageForm:
    """The same margins as seen by the reader, whichever way the sheet lies."""
    width, height = (A4_LONG, A4_SHORT) if landscape else (A4_SHORT, A4_LONG)
    numbers = rules.numbers
    return PageForm(width, height, numbers["top"], numbers["bottom"], numbers["left"], numbers["right"], numbers)
