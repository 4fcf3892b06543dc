"""How a layout is put on a sheet: blank paper or a pre-printed blank, and the correction of one printer.

Knows no layout and no printer by name: the printer's profile gives the numbers.
"""

from dataclasses import dataclass

from thidua_gui.documents.marks import POINT


@dataclass(frozen=True, slots=True)
class Output:
    """The output mode. `preprinted`: only what differs from person to person, frame and fixed words left out.

    `tinted=False` leaves the paper colour of the art white, for white sheets. The sheet is stretched by `scale_x`,
    `scale_y` from its top left corner, then moved by `dx` to the right and `dy` down, in millimetres.
    `outlines` draws the edges of all boxes, to hold a proof against a blank.
    """

    preprinted: bool = False
    tinted: bool = True
    dx: float = 0.0
    dy: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    outlines: bool = False

    def moved(self, page_height: float) -> str:
        """The correction as the six numbers of a PDF map; empty when there is none."""
        if (self.dx, self.dy, self.scale_x, self.scale_y) == (0, 0, 1, 1):
            return ""
        up = (page_height * (1 - self.scale_y) - self.dy) / POINT
        return f"{self.scale_x:.5f} 0 0 {self.scale_y:.5f} {self.dx / POINT:.3f} {up:.3f}"


BLANK_PAPER = Output()
"""The whole certificate with frame and emblem, uncorrected: what the preview shows."""
