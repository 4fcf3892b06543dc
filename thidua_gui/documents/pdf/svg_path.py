"""The little language of SVG path data turned into straight lines and cubic curves. Knows no colours and no page."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Segment = tuple[str, tuple[float, ...]]
"""("M" | "L", (x, y)), ("C", (x1, y1, x2, y2, x, y)) or ("Z", ()); all absolute."""

_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([\s,]+)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = re.compile(r"[\s,]*([01])")


@dataclass(slots=True)
class _Pen:
    segments: list[Segment] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    start: tuple[float, float] = (0.0, 0.0)
    control: tuple[float, float] = (0.0, 0.0)  # the last control point, for the smooth commands
    last: str = ""

    def move(self, x: float, y: float) -> None:
        self.segments.append(("M", (x, y)))
        self.x, self.y, self.start = x, y, (x, y)

    def line(self, x: float, y: float) -> None:
        self.segments.append(("L", (x, y)))
        self.x, self.y = x, y

    def curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self.segments.append(("C", (x1, y1, x2, y2, x, y)))
        self.x, self.y, self.control = x, y, (x2, y2)

    def quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        x0, y0 = self.x, self.y
        self.curve(x0 + (cx - x0) * 2 / 3, y0 + (cy - y0) * 2 / 3, x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3, x, y)
        self.control = (cx, cy)

    def mirrored(self, after: str) -> tuple[float, float]:
        """The last control point seen from the pen, or the pen itself when the last command was of another kind."""
        if self.last and self.last in after:
            return 2 * self.x - self.control[0], 2 * self.y - self.control[1]
        return self.x, self.y

    def close(self) -> None:
        self.segments.append(("Z", ()))
        self.x, self.y = self.start


def parse_path(written: str) -> tuple[Segment, ...]:
    """The segments of a `d` attribute; ValueError when it cannot be read to its end."""
    pen = _Pen()
    for command, numbers in _commands(written):
        _apply(pen, command, numbers)
        pen.last = command.upper()
    return tuple(pen.segments)


def _commands(written: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    place, command = 0, ""
    while place < len(written):
        token = _TOKEN.match(written, place)
        if token is None:
            raise ValueError(written)
        if token[3]:
            place = token.end()
            continue
        if token[1]:
            command, place = token[1], token.end()
        elif not command or command in "Zz":
            raise ValueError(written)
        numbers, place = _numbers(written, place, command.upper())
        yield command, numbers
        command = {"M": "L", "m": "l"}.get(command, command)


def _numbers(written: str, place: int, command: str) -> tuple[tuple[float, ...], int]:
    found: list[float] = []
    while len(found) < _COUNTS[command]:
        if command == "A" and len(found) in (3, 4):  # flags may stand without a blank: 0 01-7,2
            flag = _FLAGS.match(written, place)
            if flag is None:
                raise ValueError(written)
            found.append(float(flag[1]))
            place = flag.end()
            continue
        token = _TOKEN.match(written, place)
        if token is None or token[1]:
            raise ValueError(written)
        if token[2]:
            found.append(float(token[2]))
        place = token.end()
    return tuple(found), place


def _apply(pen: _Pen, command: str, numbers: tuple[float, ...]) -> None:
    kind = command.upper()
    dx, dy = (pen.x, pen.y) if command.islower() else (0.0, 0.0)
    if kind == "H":
        pen.line(numbers[0] + dx, pen.y)
    elif kind == "V":
        pen.line(pen.x, numbers[0] + dy)
    elif kind == "A":
        rx, ry, tilt, large, sweep, x, y = numbers
        _arc(pen, (rx, ry), tilt, (large, sweep), (x + dx, y + dy))
    elif kind == "Z":
        pen.close()
    else:
        points = [number + (dy if place % 2 else dx) for place, number in enumerate(numbers)]
        _draw(pen, kind, points)


def _draw(pen: _Pen, kind: str, points: list[float]) -> None:
    if kind == "M":
        pen.move(*points)
    elif kind == "L":
        pen.line(*points)
    elif kind == "C":
        pen.curve(*points)
    elif kind == "S":
        pen.curve(*pen.mirrored("CS"), *points)
    elif kind == "Q":
        pen.quadratic(*points)
    else:
        pen.quadratic(*pen.mirrored("QT"), *points)


def _arc(
    pen: _Pen, radii: tuple[float, float], tilt: float, flags: tuple[float, float], end: tuple[float, float]
) -> None:
    """An elliptical arc as curves of at most a quarter turn (SVG 1.1, appendix F.6)."""
    (rx, ry), (large, sweep), (x, y) = map(abs, radii), flags, end
    if rx == 0 or ry == 0 or (x, y) == (pen.x, pen.y):
        if (x, y) != (pen.x, pen.y):
            pen.line(x, y)
        return
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    half_x, half_y = (pen.x - x) / 2, (pen.y - y) / 2
    px, py = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    grow = math.sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    rest = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2
    root = math.sqrt(max(0.0, rest / ((rx * py) ** 2 + (ry * px) ** 2)))
    root = -root if large == sweep else root
    qx, qy = root * rx * py / ry, -root * ry * px / rx
    centre = (cos * qx - sin * qy + (pen.x + x) / 2, sin * qx + cos * qy + (pen.y + y) / 2)
    first = math.atan2((py - qy) / ry, (px - qx) / rx)
    turn = math.atan2((-py - qy) / ry, (-px - qx) / rx) - first
    turn += 2 * math.pi * ((turn < 0) - (turn > 0)) if (turn > 0) != bool(sweep) else 0.0
    _quarters(pen, centre, (rx, ry), (cos, sin), first, turn)
    pen.x, pen.y = x, y


def _quarters(
    pen: _Pen,
    centre: tuple[float, float],
    radii: tuple[float, float],
    tilt: tuple[float, float],
    first: float,
    turn: float,
) -> None:
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    reach = 4 / 3 * math.tan(step / 4)

    def point(x: float, y: float) -> tuple[float, float]:
        x, y = x * radii[0], y * radii[1]
        return centre[0] + tilt[0] * x - tilt[1] * y, centre[1] + tilt[1] * x + tilt[0] * y

    for piece in range(pieces):
        begin, end = first + piece * step, first + (piece + 1) * step
        cos1, sin1, cos2, sin2 = math.cos(begin), math.sin(begin), math.cos(end), math.sin(end)
        pen.curve(
            *point(cos1 - reach * sin1, sin1 + reach * cos1),
            *point(cos2 + reach * sin2, sin2 - reach * cos2),
            *point(cos2, sin2),
        )
