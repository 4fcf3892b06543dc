"""Whether a text can be drawn at all: composed letters, all of them in the font. Knows no pages."""

from collections.abc import Iterable

from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import nfc
from thidua_gui.documents.fonts import Font


def require_drawable(texts: Iterable[tuple[str, str]], font: Font, person: str) -> None:
    """Check (label, text) pairs; UserError("glyph_missing") names the person, the label and the character.

    A text that is not in composed form is a bug of whoever made it: ValueError.
    """
    for label, text in texts:
        if text != nfc(text):
            raise ValueError(f"{label} is not in composed form: {text!r}")
        character = font.missing(text)
        if character is not None:
            raise UserError("glyph_missing", person=person, field=label, label=label, char=character)
