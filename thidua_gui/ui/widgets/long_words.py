"""Words that somebody typed, for labels that wrap: Qt cannot break a word, however long. Knows no widget."""

import re
from html import escape

LONGEST_WORD = 24
MOST_LETTERS = 300
_MAY_BREAK = "\u200b"
_LONG = re.compile(rf"(\S{{{LONGEST_WORD}}})(?=\S)")


def breakable(text: str) -> str:
    """The same words, those that are too long for a line with places to break them."""
    return _LONG.sub(rf"\1{_MAY_BREAK}", text)


def shortened(text: str) -> str:
    """So much of a text as is read at a glance."""
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS].rstrip()}…"


def wrapping_tip(text: str) -> str:
    """A tooltip that wraps."""
    return f"<p>{escape(breakable(text)).replace(chr(10), '<br>')}</p>"
