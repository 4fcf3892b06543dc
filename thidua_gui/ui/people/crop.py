"""Where a 3 × 4 frame stands on a picture: moved, made larger or smaller, never outside. Plain numbers, no painting."""

from __future__ import annotations

from dataclasses import dataclass, replace

_SMALLEST = 90
"""A frame narrower than so many pixels gives a portrait of blocks."""


@dataclass(frozen=True, slots=True)
class Crop:
    """The frame in pixels of the picture; its height is 4/3 of its width."""

    picture_width: int
    picture_height: int
    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        return self.width * 4 / 3

    @property
    def widest(self) -> float:
        """The largest frame that the picture holds."""
        return min(self.picture_width, self.picture_height * 3 / 4)

    @property
    def narrowest(self) -> float:
        """The smallest sensible frame; a small picture may be taken whole."""
        return min(self.widest, _SMALLEST)

    @property
    def zoom(self) -> float:
        """0 = the largest frame, 1 = the smallest."""
        room = self.widest - self.narrowest
        return (self.widest - self.width) / room if room else 0.0

    def moved(self, dx: float, dy: float) -> Crop:
        """Moved by so many pixels, as far as the picture goes."""
        return replace(self, x=self.x + dx, y=self.y + dy)._inside()

    def zoomed(self, zoom: float) -> Crop:
        """Of another size around the same middle."""
        zoom = min(max(zoom, 0.0), 1.0)
        width = self.widest - zoom * (self.widest - self.narrowest)
        x = self.x + (self.width - width) / 2
        y = self.y + (self.height - width * 4 / 3) / 2
        return replace(self, x=x, y=y, width=width)._inside()

    def _inside(self) -> Crop:
        x = min(max(self.x, 0.0), self.picture_width - self.width)
        y = min(max(self.y, 0.0), self.picture_height - self.height)
        return replace(self, x=x, y=y)


def centred(picture_width: int, picture_height: int) -> Crop:
    """The largest frame, in the middle; of an upright picture a little above it, where faces are."""
    width = min(picture_width, picture_height * 3 / 4)
    spare = picture_height - width * 4 / 3
    return Crop(picture_width, picture_height, (picture_width - width) / 2, spare / 3, width)
