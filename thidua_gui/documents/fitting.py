"""Sets a box's texts so that they fit, or refuses: smaller in half points to the floor, then broken into lines.

Knows fonts and boxes, not people: who refuses which person is the caller's to say. Sizes in points, places in mm.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.documents.layouts import Box, Run
from thidua_gui.documents.line_breaking import Line, break_costs, break_lines, kept_phrases
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
    for paragraph in box.paragraphs:
        for run in paragraph:
            if character := run.font.missing(_shown(run, texts).replace("\n", "")):
                return Misfit(BoxProblem.NO_GLYPH, run.field, character)
    whole = tuple(_paragraphs(box, texts, split=False))
    fitted = _largest(box, whole, 1)
    if fitted is None and box.max_lines > 1:
        words = tuple(_paragraphs(box, texts, split=True))
        tries = (_largest(box, words, lines) for lines in range(2, box.max_lines + 1))
        fitted = next(filter(None, tries), None)
    return fitted or Misfit(BoxProblem.TOO_LONG, _widest(whole).run.field)


def _largest(box: Box, paragraphs: Sequence[tuple[_Word, ...]], max_lines: int) -> Fitted | None:
    """The largest size at which no paragraph takes more lines than that."""
    sizes = (_set(box, paragraphs, size, max_lines) for size in _sizes(box))
    return next(filter(None, sizes), None)


def _sizes(box: Box) -> Iterator[float]:
    size = box.size
    while size > box.floor:
        yield size
        size -= STEP
    yield box.floor


def _shown(run: Run, texts: Mapping[str, str]) -> str:
    text = texts[run.field]
    return text.upper() if run.capitals else text


def _paragraphs(box: Box, texts: Mapping[str, str], *, split: bool) -> Iterator[tuple[_Word, ...]]:
    """The words of each paragraph, or its runs unsplit; a field of several lines makes as many paragraphs."""
    for runs in box.paragraphs:
        if len(runs) == 1:
            for line in _shown(runs[0], texts).split("\n"):
                if line:
                    yield tuple(_words(runs[0], line, 0.0, split=split))
            continue
        words: list[_Word] = []
        for run in runs:
            words.extend(_words(run, _shown(run, texts), run.gap if words else 0.0, split=split))
        if words:
            yield tuple(words)


def _words(run: Run, text: str, gap: float, *, split: bool) -> Iterator[_Word]:
    """Words with the blank before each, the first one with the run's own gap. Names are one word."""
    millimetres = run.size * POINT
    spacing = run.spacing / run.size
    blank = (run.font.widths[" "] + 2 * spacing) * millimetres
    words = text.split(" ") if split and run.field not in WHOLE_FIELDS else [text]
    for place, word in enumerate(filter(None, words)):
        width = run.font.width(word, spacing, run.pairs) * millimetres
        yield _Word(word, run, width, blank if place else gap)


WHOLE_FIELDS = frozenset({"name", "signer_name"})
"""People's names are never broken."""


def _widest(paragraphs: Sequence[tuple[_Word, ...]]) -> _Word:
    widest = max(paragraphs, key=_width)
    return max(widest, key=lambda word: word.width)


def _width(words: Sequence[_Word]) -> float:
    """The width of the words on one line at full size."""
    return sum(word.width + word.gap for word in words) - words[0].gap


def _set(box: Box, paragraphs: Sequence[tuple[_Word, ...]], size: float, max_lines: int) -> Fitted | None:
    """The box at this size, or None when a paragraph takes more lines or all of them more height than there is."""
    lines: list[SetLine] = []
    part = size / box.size
    for words in paragraphs:
        if _width(words) * part <= box.width + _TOLERANCE:
            lines.append(_line(words, part, box.leading))
            continue
        broken = _broken(words, box.width / part, max_lines) if max_lines > 1 else None
        if broken is None:
            return None
        lines.extend(_line(words[line.start : line.end], part, box.leading) for line in broken)
    fitted = Fitted(tuple(lines), size)
    return fitted if fitted.height <= box.height + _TOLERANCE else None


def _broken(words: Sequence[_Word], width: float, max_lines: int) -> tuple[Line, ...] | None:
    return break_lines(
        [word.width for word in words],
        [word.gap for word in words[1:]],
        break_costs([word.text for word in words], kept_phrases()),
        width,
        max_lines,
    )


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
