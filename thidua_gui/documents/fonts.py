"""The bundled fonts: their files, letter widths and heights, registered once for drawing. Knows no documents."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from thidua_gui import resources

FILES: Mapping[str, str] = {
    "Tinos": "Tinos_400Regular.ttf",
    "Tinos Italic": "Tinos_400Regular_Italic.ttf",
    "Tinos Bold": "Tinos_700Bold.ttf",
    "Tinos Bold Italic": "Tinos_700Bold_Italic.ttf",
    "Playfair Display Black": "PlayfairDisplay_900Black.ttf",
    "Playfair Display Bold": "PlayfairDisplay_700Bold.ttf",
    "Playfair Display Bold Italic": "PlayfairDisplay_700Bold_Italic.ttf",
    "Be Vietnam Pro": "BeVietnamPro_400Regular.ttf",
    "Be Vietnam Pro Italic": "BeVietnamPro_400Regular_Italic.ttf",
    "Be Vietnam Pro Medium": "BeVietnamPro_500Medium.ttf",
    "Be Vietnam Pro SemiBold": "BeVietnamPro_600SemiBold.ttf",
    "Be Vietnam Pro Bold": "BeVietnamPro_700Bold.ttf",
    "Be Vietnam Pro ExtraBold": "BeVietnamPro_800ExtraBold.ttf",
}
"""The fonts that layouts may name. TDKT Num is not among them: it has digits only."""

NO_BREAK_SPACE = "\u00a0"
_REGISTERING = Lock()


@dataclass(frozen=True, slots=True)
class Font:
    """A font as measured: all lengths for a type size of one point."""

    name: str
    ascent: float
    descent: float
    widths: Mapping[str, float] = field(repr=False, hash=False, compare=False)

    def missing(self, text: str) -> str | None:
        """The first character of `text` that the font cannot draw."""
        if self.widths.keys() >= set(text):
            return None
        return next(character for character in text if character not in self.widths)

    def width(self, text: str, spacing: float = 0.0, pairs: tuple[tuple[str, float], ...] = ()) -> float:
        """The width at one point; `spacing` between letters and `pairs` in the same unit."""
        width = sum(map(self.widths.__getitem__, text))
        if spacing and text:
            width += spacing * (len(text) - 1)
        for pair, nearer in pairs:
            width += nearer * text.count(pair)
        return width


@lru_cache(maxsize=len(FILES))
def font(name: str) -> Font:
    """The font of that name, made ready for drawing; KeyError for one that is not bundled."""
    file = resources.path("fonts", FILES[name])
    widths = {chr(code): width / 1000 for code, width in _register(name, file).items()}
    widths[NO_BREAK_SPACE] = widths[" "]
    ascent, descent = _heights(file)
    return Font(name, ascent, descent, widths)


def _register(name: str, file: Path) -> Mapping[int, float]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    with _REGISTERING:  # documents are rendered by a pool of threads, reportlab's registry is one per process
        drawable: Any = TTFont(name, str(file))
        pdfmetrics.registerFont(drawable)
    face = drawable.face
    return {code: width for code, width in face.charWidths.items() if face.charToGlyph.get(code)}


def _heights(file: Path) -> tuple[float, float]:
    """Ascent and descent from the table `hhea`; reportlab reports the typographic ones, which cut Ấ."""
    content = file.read_bytes()
    tables = {content[at : at + 4]: at for at in range(12, 12 + 16 * int.from_bytes(content[4:6], "big"), 16)}
    (hhea,) = struct.unpack_from(">I", content, tables[b"hhea"] + 8)
    (head,) = struct.unpack_from(">I", content, tables[b"head"] + 8)
    ascent, descent = struct.unpack_from(">hh", content, hhea + 4)
    (units,) = struct.unpack_from(">H", content, head + 18)
    return ascent / units, -descent / units
