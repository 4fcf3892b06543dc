"""A fitted box as marks on the page. Knows layouts and sizes, neither people nor PDF."""

from collections.abc import Iterator

from thidua_gui.documents.fitting import Fitted, SetLine
from thidua_gui.documents.layouts import Align, Box, Frame, Rule, VerticalAlign
from thidua_gui.documents.marks import BoxMark, Mark, RuleMark, TextMark

_OUTLINE = 0.1
_INNER_FRAME = 0.8  # mm between the two lines of a frame


def box_marks(box: Box, fitted: Fitted) -> tuple[Mark, ...]:
    """The texts of the box, its rule and its frame; nothing for a box without text."""
    if not fitted.lines:
        return ()
    placed = list(_placed(box, fitted))
    marks: list[Mark] = [mark for line, x, y in placed for mark in _texts(box, line, x, y)]
    if box.rule is not None:
        marks.append(_rule(box, box.rule, *placed[-1]))
    if box.frame is not None:
        marks.extend(_frame(box, box.frame, placed))
    return tuple(marks)


def outline(box: Box) -> BoxMark:
    """The edge of the box itself."""
    return BoxMark(box.x, box.y, box.width, box.height, _OUTLINE, box.colour)


def _placed(box: Box, fitted: Fitted) -> Iterator[tuple[SetLine, float, float]]:
    """Each line with its left end and its baseline."""
    y = _first_baseline(box, fitted)
    for place, line in enumerate(fitted.lines):
        y += line.leading if place else 0.0
        yield line, _left(box, line), y


def _first_baseline(box: Box, fitted: Fitted) -> float:
    first, last = fitted.lines[0], fitted.lines[-1]
    part = fitted.size / box.size
    between = sum(line.leading for line in fitted.lines[1:])
    if box.vertical_align is VerticalAlign.TOP:
        return box.y + first.ascent / part
    if box.vertical_align is VerticalAlign.BOTTOM:
        return box.y + box.height - last.descent / part - between
    return box.y + (box.height - fitted.height) / 2 + first.ascent


def _left(box: Box, line: SetLine) -> float:
    if box.align is Align.LEFT:
        return box.x
    spare = box.width - line.width
    return box.x + (spare if box.align is Align.RIGHT else spare / 2)


def _texts(box: Box, line: SetLine, x: float, y: float) -> Iterator[TextMark]:
    for piece in line.pieces:
        run = piece.run
        spacing = run.spacing * piece.size / run.size
        yield TextMark(x + piece.x, y, piece.text, run.font, piece.size, box.colour, spacing, pairs=run.pairs)


def _rule(box: Box, rule: Rule, line: SetLine, x: float, y: float) -> RuleMark:
    short = line.width * (1 - rule.length) / 2
    y += rule.gap
    return RuleMark(x + short, y, x + line.width - short, y, rule.weight, box.colour)


def _frame(box: Box, frame: Frame, placed: list[tuple[SetLine, float, float]]) -> Iterator[BoxMark]:
    """Two lines round the capitals of the text: the heavier outside."""
    left = min(x for _, x, _ in placed) - frame.gap * 1.6
    right = max(x + line.width for line, x, _ in placed) + frame.gap * 1.6
    first, _, top = placed[0]
    top -= first.ascent * 0.78 + frame.gap
    bottom = placed[-1][2] + placed[-1][0].descent * 0.35 + frame.gap
    for inset, weight in ((0.0, frame.weight), (_INNER_FRAME, frame.weight / 2.5)):
        yield BoxMark(left + inset, top + inset, right - left - 2 * inset, bottom - top - 2 * inset, weight, box.colour)
