"""The bundled fonts: every Vietnamese letter, heights, embedding."""

import unicodedata

import pytest

from tests.documents import pdfs
from thidua_gui.documents.fonts import FILES, NO_BREAK_SPACE, font
from thidua_gui.documents.marks import TextMark
from thidua_gui.documents.pdf import operators
from thidua_gui.documents.pdf.paper import Paper

_PLAIN = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LOWER = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _PLAIN for tone in _TONES) + "đ"
LETTERS = LOWER + LOWER.upper()


def page(text: str, name: str) -> bytes:
    paper = Paper("Thử chữ", 400, 100)
    paper.page(operators.marks([TextMark(10, 50, text, font(name), 12)], paper.ink, 100))
    return paper.finish()


def test_the_letters_of_the_test_are_all_146_of_the_alphabet_with_its_vowels() -> None:
    assert len(set(LETTERS)) == 2 * (12 * 6 + 1)


@pytest.mark.parametrize("name", FILES)
def test_every_vietnamese_letter_is_drawn_and_read_back(name: str) -> None:
    assert pdfs.texts(page(LETTERS, name)) == [LETTERS]


@pytest.mark.parametrize("name", FILES)
def test_the_font_is_embedded_with_its_letters(name: str) -> None:
    assert all(pdfs.fonts(page("Trường Chính trị", name)).values())


@pytest.mark.parametrize("name", FILES)
def test_heights_hold_the_tallest_capital(name: str) -> None:
    found = font(name)
    assert 0.85 < found.ascent < 1.2
    assert 0.15 < found.descent < 0.35


def test_a_character_that_the_font_lacks_is_named() -> None:
    assert font("Tinos").missing("Lò Thị 漢 Hạnh") == "漢"
    assert font("Tinos").missing("Lò Thị Hạnh") is None


def test_widths_count_letter_spacing_between_letters_only() -> None:
    tinos = font("Tinos")
    assert tinos.width("ab", spacing=0.5) == pytest.approx(tinos.width("ab") + 0.5)
    assert tinos.width("", spacing=0.5) == 0


def test_kerned_pairs_move_together() -> None:
    tinos = font("Tinos")
    assert tinos.width("ẤY ẤY", pairs=(("ẤY", -0.06),)) == pytest.approx(tinos.width("ẤY ẤY") - 0.12)


def test_a_no_break_space_is_as_wide_as_a_space() -> None:
    assert font("Tinos").width(NO_BREAK_SPACE) == font("Tinos").width(" ")


def test_spacing_and_pairs_are_drawn_as_measured() -> None:
    paper = Paper("Thử chữ", 400, 100)
    spaced = TextMark(10, 50, "GIẤY KHEN", font("Tinos Bold"), 20, spacing=3, pairs=(("ẤY", -0.06),))
    paper.page(operators.marks([spaced], paper.ink, 100))
    _, right = pdfs.edges(paper.finish())
    width = font("Tinos Bold").width("GIẤY KHEN", 3 / 20, (("ẤY", -0.06),)) * 20 * pdfs.MM
    assert right - 10 == pytest.approx(width, abs=0.2)
