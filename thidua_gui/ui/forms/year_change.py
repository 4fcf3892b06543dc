"""A total beside last year's as a chip: sign, arrow and colour. Knows no page."""

from __future__ import annotations

from thidua_gui.core.year_comparison import Compared
from thidua_gui.text.score_board import signed
from thidua_gui.ui.widgets.grid.columns import NO_CHIP, Chip, Tone


def change_chip(compared: Compared | None) -> Chip:
    """By how much the total differs from last year's; empty while there is nothing to compare."""
    difference = None if compared is None else compared.difference
    if difference is None:
        return NO_CHIP
    word = signed(difference)
    if not difference.hundredths:
        return Chip(word, Tone.NEUTRAL, "equal")
    return Chip(word, Tone.OK, "arrow-up") if difference.hundredths > 0 else Chip(word, Tone.ERROR, "arrow-down")
