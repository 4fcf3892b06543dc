"""Where a centred text is broken into lines: as few as possible, even, at commas, phrases whole. Knows no fonts."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from thidua_gui import resources

_AFTER_PAUSE, _BETWEEN_WORDS, _IN_PHRASE = 0.0, 0.12, 0.6
_PAUSES = tuple(",;:.-–—…”)")
_DASHES = ("-", "–", "—")
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """The words from `start` up to but not including `end`, and their width with the blanks between."""

    start: int
    end: int
    width: float


def break_lines(
    widths: Sequence[float], blanks: Sequence[float], costs: Sequence[float], limit: float, max_lines: int
) -> tuple[Line, ...] | None:
    """The best way to set words in at most `max_lines` lines of `limit`, or None when they do not fit.

    `blanks[i]` is the width of the blank and `costs[i]` the cost of a break after word i. The fewest lines win; of
    those the evenest, weighed against the costs of their breaks.
    """
    reached: dict[int, tuple[float, tuple[Line, ...]]] = {0: (0.0, ())}
    for _ in range(max_lines):
        following: dict[int, tuple[float, tuple[Line, ...]]] = {}
        for start, (cost, lines) in reached.items():
            for line in _lines_from(start, widths, blanks, limit):
                last = line.end == len(widths)
                total = cost + (line.width / limit) ** 2 + (0.0 if last else costs[line.end - 1])
                if line.end not in following or total < following[line.end][0]:
                    following[line.end] = (total, (*lines, line))
        if len(widths) in following:
            return following[len(widths)][1]
        reached = following
    return None


def _lines_from(start: int, widths: Sequence[float], blanks: Sequence[float], limit: float) -> list[Line]:
    lines, width = [], 0.0
    for end in range(start, len(widths)):
        width += widths[end] + (blanks[end - 1] if end > start else 0.0)
        if width > limit + _TOLERANCE:
            break
        lines.append(Line(start, end + 1, width))
    return lines


def break_costs(words: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> tuple[float, ...]:
    """What it costs to break after each word: nothing after a comma or dash, much inside a phrase or before a dash."""
    inside = _inside_phrases(words, phrases)
    costs = []
    for place, (word, following) in enumerate(pairwise([*words, ""])):
        if place in inside or following in _DASHES:
            costs.append(_IN_PHRASE)
        else:
            costs.append(_AFTER_PAUSE if word.endswith(_PAUSES) else _BETWEEN_WORDS)
    return tuple(costs)


def _inside_phrases(words: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> set[int]:
    """The places after which a break would split a phrase."""
    plain = [word.strip(',;:.“”"()').lower() for word in words]
    longest = max(map(len, phrases), default=0)
    inside: set[int] = set()
    for start in range(len(plain)):
        for length in range(2, min(longest, len(plain) - start) + 1):
            if tuple(plain[start : start + length]) in phrases:
                inside.update(range(start, start + length - 1))
    return inside


@lru_cache(maxsize=1)
def kept_phrases() -> frozenset[tuple[str, ...]]:
    """Compound words and set phrases that a line should not split."""
    return parse_phrases(resources.text("documents", "phrases.txt"))


def parse_phrases(written: str) -> frozenset[tuple[str, ...]]:
    """Phrases from a text with one on each line; "#" begins a remark."""
    lines = (line.partition("#")[0].split() for line in written.lower().splitlines())
    return frozenset(tuple(words) for words in lines if len(words) > 1)
