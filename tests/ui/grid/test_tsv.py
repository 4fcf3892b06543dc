"""Blocks as Excel, LibreOffice and Word put them on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.ui.widgets.grid import tsv
from thidua_gui.ui.widgets.grid.numbers import decimal_text, number_in

CELLS = st.text(st.sampled_from('aă1Đ ,."\t\n'), max_size=8).map(lambda text: text.strip(" \n\t"))
BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5)
)


@given(BLOCKS)
def test_what_was_written_is_read_back(block: list[list[str]]) -> None:
    assert tsv.read(tsv.write(block)) == block


@given(BLOCKS)
def test_line_ends_of_windows_and_no_break_blanks_make_no_difference(block: list[list[str]]) -> None:
    text = tsv.write(block)
    assert tsv.read(text.replace("\n", "\r\n").replace(" ", "\u00a0")) == tsv.read(text)


@given(st.text(max_size=60))
def test_any_text_is_read_as_a_rectangle(text: str) -> None:
    block = tsv.read(text)
    assert len({len(row) for row in block}) <= 1


def test_excel_puts_a_cell_of_two_lines_into_quotes() -> None:
    assert tsv.read('"Lò Thị\nHạnh"\t19,5\r\n"nói ""được"""\t\r\n') == [["Lò Thị\nHạnh", "19,5"], ['nói "được"', ""]]


def test_the_empty_line_at_the_end_is_no_row_but_one_in_the_middle_is() -> None:
    assert tsv.read("1\n\n3\n") == [["1"], [""], ["3"]]


def test_a_quote_inside_or_never_closed_is_a_letter() -> None:
    assert tsv.read('5" ống\t"chưa xong\n2') == [['5" ống', '"chưa xong'], ["2", ""]]


def test_word_pads_with_no_break_blanks() -> None:
    assert tsv.read("\u00a013,5\u00a0\t\u200b14\n") == [["13,5", "14"]]


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [
        ("13.5", "13,5"),
        ("13,5", "13,5"),
        (" 13 ", "13"),
        ("1 234,5", "1234,5"),
        ("1.234,5", "1234,5"),
        ("1,234.5", "1234,5"),
        ("13 5", "13 5"),
        ("mười", "mười"),
        ("-0.5", "-0,5"),
    ],
)
def test_numbers_are_pasted_with_the_decimal_comma(pasted: str, typed: str) -> None:
    assert decimal_text(pasted) == typed


@pytest.mark.parametrize(
    ("words", "number"),
    [("6 năm", "6"), ("98,5", "98.5"), ("98.5", "98.5"), ("1.490.000", "1490000"), ("-0,5", "-0.5"), ("–", "None")],
)
def test_numbers_are_found_in_words(words: str, number: str) -> None:
    assert str(number_in(words)) == number
