"""Colours of things on paper, as three bytes. Knows no themes of the screen."""

import re
from typing import NamedTuple

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NAMED = {"black": "#000000", "white": "#FFFFFF"}


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def parse(cls, written: str) -> "Colour":
        """`#8E1A1A`, `#fff`, `black` or `white`; ValueError for anything else."""
        written = _NAMED.get(written, written)
        if not _HEX.fullmatch(written):
            raise ValueError(written)
        digits = written[1:] if len(written) == 7 else "".join(digit * 2 for digit in written[1:])
        return cls(*(int(digits[place : place + 2], 16) for place in (0, 2, 4)))

    def over(self, paper: "Colour", opacity: float) -> "Colour":
        """What the eye sees of this colour laid thinly on `paper`."""
        mixed = (round(below + (above - below) * opacity) for above, below in zip(self, paper, strict=True))
        return Colour(*mixed)


BLACK = Colour(0, 0, 0)
WHITE = Colour(255, 255, 255)
