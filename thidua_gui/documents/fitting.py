"""Sets a box's texts so that they fit, or refuses: smaller in half points to the floor, then broken into lines.

Knows fonts and boxes, not people: who refuses which person is the caller's to say. Sizes in points, places in mm.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.documents.layouts import Box, Run
from thidua_gui.documents.line_breaking import break_costs, break_lines, kept_phrases
from thidua_gui.documents.marks import POINT

STEP = 0.5
"""By how many points type shrinks at a time."""

_TOLERANCE = 0.01  # mm


class BoxProblem(StrEnum):
    """Why a box cannot be set; the values are codes of refusals."""

    TOO_LONG = "text_does_not_fit"
    NO_GLYPH = "glyph_missing"
    EMPTY = "document_field_missing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one run on one line; `x` from the line's left end, all at the size it is drawn in."""

    text: str
    run: Run
    x: float
    size: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as set; `ascent` and `descent` of its largest type."""

    pieces: tuple[Piece, ...]
    width: float
    ascent: float
    descent: float
    leading: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A box's lines at the size that fits; no lines when all its fields are empty."""

    lines: tuple[SetLine, ...]
    size: float

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        if not self.lines:
            return 0.0
        return self.lines[0].ascent + sum(line.leading for line in self.lines[1:]) + self.lines[-1].descent


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why and in which field the box cannot be set; `character` is the one the font lacks."""

    problem: BoxProblem
    field: str
    character: str = ""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    run: Run
    width: float  # at full size, in mm
    gap: float  # before the word when it is not first on its line


def fit(box: Box, texts: Mapping[str, str]) -> Fitted | Misfit:
    """The box with these texts; fields that are empty are left out, paragraphs without any text as well."""
    paragraphs = tuple(_paragraphs(box, texts))
    for word in (word for paragraph in paragraphs for word in paragraph):
        if character := word.run.font.missing(word.text):
            return Misfit(BoxProblem.NO_GLYPH, word.run.field, character)
    for max_lines in range(1, box.max_lines + 1):
        for size in _sizes(box):
            fitted = _set(box, paragraphs, size, max_lines)
            if fitted is not None:
                return fitted
    return Misfit(BoxProblem.TOO_LONG, _widest(paragraphs).run.field)


def _sizes(box: Box) -> Iterator[float]:
    size = box.size
    while size > box.floor:
        yield size
        size -= STEP
    yield box.floor


def _paragraphs(box: Box, texts: Mapping[str, str]) -> Iterator[tuple[_Word, ...]]:
    """The words of each paragraph; a field of several lines makes as many paragraphs."""
    for runs in box.paragraphs:
        if len(runs) == 1:
            for line in texts[runs[0].field].split("\n"):
                if line:
                    yield tuple(_words(runs[0], line, 0.0))
            continue
        words: list[_Word] = []
        for run in runs:
            words.extend(_words(run, texts[run.field], run.gap if words else 0.0))
        if words:
            yield tuple(words)


def _words(run: Run, text: str, gap: float) -> Iterator[_Word]:
    text = text.upper() if run.capitals else text
    blank = (run.font.widths[" "] * run.size + 2 * run.spacing) * POINT
    whole = [text] if run.field in WHOLE_FIELDS else text.split(" ")
    for place, word in enumerate(word for word in whole if word):
        spacing, pairs = _per_point(run)
        known = word if run.font.missing(word) is None else ""
        yield _Word(word, run, run.font.width(known, spacing, pairs) * run.size * POINT, blank if place else gap)


WHOLE_FIELDS = frozenset({"name", "signer_name"})
"""People's names are never broken."""


def _per_point(run: Run) -> tuple[float, tuple[tuple[str, float], ...]]:
    return run.spacing / run.size, run.pairs


def _widest(paragraphs: Sequence[tuple[_Word, ...]]) -> _Word:
    widest = max(paragraphs, key=lambda words: sum(word.width + word.gap for word in words))
    return max(widest, key=lambda word: word.width)


def _set(box: Box, paragraphs: Sequence[tuple[_Word, ...]], size: float, max_lines: int) -> Fitted | None:
    lines: list[SetLine] = []
    part = size / box.size
    for words in paragraphs:
        broken = break_lines(
            [word.width * part for word in words],
            [word.gap * part for word in words[1:]],
            break_costs([word.text for word in words], kept_phrases()),
            box.width,
            max_lines,
        )
        if broken is None:
            return None
        lines.extend(_line(words[line.start : line.end], part, box.leading) for line in broken)
    fitted = Fitted(tuple(lines), size)
    return fitted if fitted.height <= box.height + _TOLERANCE else None


def _line(words: Sequence[_Word], part: float, leading: float) -> SetLine:
    pieces: list[Piece] = []
    x = 0.0
    for place, word in enumerate(words):
        x += word.gap * part if place else 0.0
        if pieces and pieces[-1].run is word.run:
            joined = f"{pieces[-1].text} {word.text}"
            pieces[-1] = Piece(joined, word.run, pieces[-1].x, pieces[-1].size)
        else:
            pieces.append(Piece(word.text, word.run, x, word.run.size * part))
        x += word.width * part
    tallest = max(words, key=lambda word: word.run.size).run
    size = tallest.size * part * POINT
    return SetLine(tuple(pieces), x, tallest.font.ascent * size, tallest.font.descent * size, leading * size)
