"""Affine maps of the plane, as SVG and PDF write them. Knows nothing of what is drawn."""

import math
import re
from collections.abc import Callable
from typing import NamedTuple

_CALL = re.compile(r"\s*,?\s*([A-Za-z]+)\s*\(([^)]*)\)\s*")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


class Matrix(NamedTuple):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: "Matrix") -> "Matrix":
        """First `inner`, then this map."""
        e, f = self.at(inner.e, inner.f)
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            e,
            f,
        )

    def scale(self) -> float:
        """By how much lengths grow; of an uneven map the geometric mean."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)


def translation(x: float, y: float = 0.0) -> Matrix:
    return Matrix(1, 0, 0, 1, x, y)


def scaling(x: float, y: float | None = None) -> Matrix:
    return Matrix(x, 0, 0, x if y is None else y, 0, 0)


def rotation(degrees: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turned = Matrix(cos, sin, -sin, cos, 0, 0)
    return translation(x, y).after(turned).after(translation(-x, -y))


_CALLS: dict[str, tuple[Callable[..., Matrix], tuple[int, ...]]] = {
    "translate": (translation, (1, 2)),
    "scale": (scaling, (1, 2)),
    "rotate": (rotation, (1, 3)),
    "matrix": (Matrix, (6,)),
}


def parse_transform(written: str) -> Matrix:
    """An SVG transform list; ValueError for a function that is not one of the four above."""
    result, place = IDENTITY, 0
    while place < len(written.rstrip()):
        call = _CALL.match(written, place)
        if call is None or call[1] not in _CALLS:
            raise ValueError(written)
        make, counts = _CALLS[call[1]]
        numbers = [float(number) for number in _NUMBER.findall(call[2])]
        if len(numbers) not in counts:
            raise ValueError(written)
        result, place = result.after(make(*numbers)), call.end()
    return result
