"""Texts as PDF strings in the fonts of one document, each encoded once. Knows no places on the page."""

import re
from collections.abc import Iterator
from typing import Any

from thidua_gui.documents.marks import TextMark

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256), *map(ord, "()\\"))}


class Ink:
    """The text encoder of one document; it may not be shared between documents."""

    def __init__(self, canvas: Any) -> None:
        from reportlab.pdfbase import pdfmetrics

        self._document = canvas._doc
        self._font = pdfmetrics.getFont
        self._encoded: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}

    def shown(self, mark: TextMark) -> str:
        """The operators that set font and spacing and show the text, for use between BT and ET."""
        size = f"{mark.size:g} Tf"
        parts = [f"{mark.spacing:.3f} Tc"] if mark.spacing else []
        if mark.word_spacing:
            parts.append(f"{mark.word_spacing:.3f} Tw")
        for piece, nearer in _pieces(mark.text, mark.pairs):
            parts.extend(f"{name} {size} ({string}) Tj" for name, string in self._strings(mark.font.name, piece))
            if nearer:
                parts.append(f"[{-1000 * nearer:.0f}] TJ")
        if mark.spacing:
            parts.append("0 Tc")
        if mark.word_spacing:
            parts.append("0 Tw")
        return " ".join(parts)

    def _strings(self, font: str, text: str) -> tuple[tuple[str, str], ...]:
        """(internal font name, escaped string) for each stretch that one subset of the font covers."""
        key = (font, text)
        if key not in self._encoded:
            drawable = self._font(font)
            self._encoded[key] = tuple(
                (drawable.getSubsetInternalName(subset, self._document), string.decode("latin-1").translate(_ESCAPES))
                for subset, string in drawable.splitString(text, self._document)
            )
        return self._encoded[key]


def _pieces(text: str, pairs: tuple[tuple[str, float], ...]) -> Iterator[tuple[str, float]]:
    """The text cut inside each kerned pair, with the move that follows the piece (in units of the type size)."""
    nearer = dict(pairs)
    start = 0
    if nearer:
        for cut in re.finditer("(?=" + "|".join(map(re.escape, nearer)) + ")", text):
            pair = text[cut.start() : cut.start() + 2]
            yield text[start : cut.start() + 1], nearer[pair]
            start = cut.start() + 1
    yield text[start:], 0.0
