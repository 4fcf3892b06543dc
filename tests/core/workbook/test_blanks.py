"""Titles and catalogue words pasted from Word, with no-break blanks in them."""

import pytest

from thidua_gui.core.workbook.cells import header_text, reader
from thidua_gui.core.workbook.specification import Column, Kind


@pytest.mark.parametrize("typed", ["Họ\u00a0và\u202ftên", "\u200bHọ và tên\ufeff", "Họ và t\u00adên"])
def test_a_title_is_known_whatever_blanks_it_was_pasted_with(typed: str) -> None:
    assert header_text(typed) == "Họ và tên"


def test_two_blanks_are_not_one() -> None:
    assert header_text("Họ  và tên") == "Họ  và tên"


def test_a_word_of_the_catalogue_is_known_with_no_break_blanks() -> None:
    read = reader(Column("rating", Kind.WORD), {"Hoàn thành tốt": 1})
    assert read("Hoàn\u00a0thành tốt") == 1


def test_no_break_blanks_of_a_text_become_plain_ones() -> None:
    assert reader(Column("post", Kind.TEXT), {})("Hiệu\u00a0trưởng") == "Hiệu trưởng"
