"""Paragraphs of running text as slices: filled lines, indents, italics inside a sentence. Knows no document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.documents.fonts import Font, font
from thidua_gui.documents.marks import POINT, TextMark
from thidua_gui.documents.pages.slices import Slice


class Style(StrEnum):
    """The four cuts of the document font."""

    REGULAR = "Tinos"
    BOLD = "Tinos Bold"
    ITALIC = "Tinos Italic"
    BOLD_ITALIC = "Tinos Bold Italic"

    @property
    def font(self) -> Font:
        return font(self.value)


class Side(StrEnum):
    """Where the lines of a paragraph stand; FILLED lines reach both edges but for the last."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph in one style."""

    text: str
    style: Style = Style.REGULAR


_WORDS_TO_SPARE = 5
_RUNT = 0.15  # of the width: a last line as short as this looks lost
RichText = tuple[Span, ...]


def rich(text: str, style: Style = Style.REGULAR) -> RichText:
    """A text in which <i>…</i> encloses italics."""
    italic = {Style.REGULAR: Style.ITALIC, Style.BOLD: Style.BOLD_ITALIC}.get(style, style)
    parts = re.split("</?i>", text)
    return tuple(Span(part, italic if place % 2 else style) for place, part in enumerate(parts) if part)


@dataclass(frozen=True, slots=True)
class Measure:
    """The setting of a paragraph: left edge and width in mm, type size and leading in points, first-line indent."""

    x: float
    width: float
    size: float
    leading: float
    side: Side = Side.FILLED
    indent: float = 0.0
    hanging: float = 0.0


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    style: Style
    width: float
    blank: float  # the blank before the word in its own font; 0 when it sticks to the one before


def paragraph(text: RichText, measure: Measure, *, keep: bool = False) -> tuple[Slice, ...]:
    """One slice for each line. Two lines stay together at either end of a page; `keep` binds the last line too."""
    lines = _lines(list(_words(text, measure.size)), measure)
    slices = []
    for place, words in enumerate(lines):
        last = place == len(lines) - 1
        indent = measure.hanging if place else measure.indent
        marks = _marks(words, measure, indent, filled=measure.side is Side.FILLED and not last)
        bound = keep if last else place == 0 or place == len(lines) - 2
        slices.append(Slice(measure.leading * POINT, marks, keep=bound))
    return tuple(slices)


def text_width(text: RichText, size: float) -> float:
    """The width of a text set on one line, in mm."""
    return sum(span.style.font.width(span.text) for span in text) * size * POINT


def _words(text: RichText, size: float) -> Iterator[_Word]:
    glued = True
    for span in text:
        cut = span.style.font
        blank = cut.widths[" "] * size * POINT
        for place, part in enumerate(span.text.split(" ")):
            glued = glued and not place
            if part:
                yield _Word(part, span.style, cut.width(part) * size * POINT, 0.0 if glued else blank)
                glued = True
        glued = not span.text.endswith(" ")


def _lines(words: Sequence[_Word], measure: Measure) -> list[list[_Word]]:
    """Filled from the first word on; words stuck together go to the next line together."""
    lines: list[list[_Word]] = [[]]
    used, room = 0.0, measure.width - measure.indent
    for cluster in _clusters(words):
        width = sum(word.width for word in cluster)
        if lines[-1] and used + cluster[0].blank + width > room:
            lines.append([])
            used, room = 0.0, measure.width - measure.hanging
        used += width + (cluster[0].blank if lines[-1] else 0.0)
        lines[-1].extend(cluster)
    return _without_runt(lines, measure.width)


def _without_runt(lines: list[list[_Word]], width: float) -> list[list[_Word]]:
    """A last line of one short word gets another word from the line above."""
    if len(lines) < 2 or len(lines[-1]) > 1 or lines[-1][0].width > _RUNT * width:
        return lines
    if len(lines[-2]) > _WORDS_TO_SPARE and lines[-2][-1].blank:
        lines[-1].insert(0, lines[-2].pop())
    return lines


def _clusters(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    cluster: list[_Word] = []
    for word in words:
        if cluster and word.blank:
            yield cluster
            cluster = []
        cluster.append(word)
    if cluster:
        yield cluster


def _marks(words: Sequence[_Word], measure: Measure, indent: float, *, filled: bool) -> tuple[TextMark, ...]:
    blanks = sum(1 for word in words[1:] if word.blank)
    width = sum(word.width for word in words) + sum(word.blank for word in words[1:])
    spare = measure.width - indent - width
    wider = spare / blanks if filled and blanks else 0.0
    x = measure.x + indent
    if measure.side in (Side.CENTER, Side.RIGHT):
        x += spare / 2 if measure.side is Side.CENTER else spare
    return tuple(_stretches(words, x, _baseline(measure), measure.size, wider))


def _baseline(measure: Measure) -> float:
    """The first baseline below a line's top, so that type of this leading stands centred in its strip."""
    cut = Style.REGULAR.font
    return (measure.leading + (cut.ascent - cut.descent) * measure.size) / 2 * POINT


def _stretches(words: Sequence[_Word], x: float, y: float, size: float, wider: float) -> Iterator[TextMark]:
    """Neighbouring words of one style as one mark; in filled lines the blanks are `wider` by so many mm."""
    text, style, start = "", Style.REGULAR, x
    for place, word in enumerate(words):
        blank = word.blank + wider if place and word.blank else 0.0
        if text and word.style is not style:
            yield TextMark(start, y, text, style.font, size, word_spacing=wider / POINT)
            text = ""
        if not text:
            start, style, text = x + blank, word.style, word.text
        else:
            text += (" " if blank else "") + word.text
        x += blank + word.width
    if text:
        yield TextMark(start, y, text, style.font, size, word_spacing=wider / POINT)
