"""Folding for search, word prefixes, and the places to highlight."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.vietnamese import fold, match_spans, nfc, tidy, words_start_with

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
vietnamese_text = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " -'0123456789,")


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đặng Thị Phượng", "dang thi phuong"), ("Nguyễn Văn Ân", "nguyen van an"), ("ỶTHỊ", "ythi"), ("ABC", "abc")]
    + [
        ("K’Pă H’Linh", "k'pa h'linh"),
        ("100–KH", "100-kh"),
        ("a\u00a0b", "a b"),
        ("Ðức", "duc"),
        ("Y Bĕ Ƀyă", "y be bya"),
    ]
    + [("a`b\tc", "a'b c"), ("Trang\u200b thi", "trang thi"), ("İ", "i"), ("русский", "русский")],
)
def test_folding_takes_away_case_and_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.one_of(st.text(), vietnamese_text))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text)) == fold(text)


@given(st.text())
def test_folding_never_lengthens_composed_text(text: str) -> None:
    assert len(fold(text)) <= len(nfc(text))


@given(vietnamese_text)
def test_folding_vietnamese_keeps_one_character_for_one_and_leaves_ascii(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(text).isascii()
    assert fold(text) == fold(text.upper()) == fold(text.lower())


def test_every_vietnamese_letter_folds_to_its_plain_one() -> None:
    plain = [unicodedata.normalize("NFD", letter)[0].replace("đ", "d") for letter in VIETNAMESE]
    assert [fold(letter) for letter in VIETNAMESE] == plain


@given(st.text())
def test_tidying_leaves_no_double_or_outer_blanks_and_settles_at_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert tidy(text) == " ".join(tidy(text).split())


def test_tidying_removes_what_cannot_be_seen() -> None:
    assert tidy("\ufeffNguyê\u0303n\u00a0 Văn\u200b An \n") == "Nguyễn Văn An"


@pytest.mark.parametrize(
    ("text", "query", "is_met"),
    [("Nguyễn Văn An", "ngu an", True), ("Nguyễn Văn An", "an nguyen", True), ("Nguyễn Văn An", "uyen", False)]
    + [("Lường Thị Mai Hoa", "mai ho", True), ("Lường Thị Mai Hoa", "mai hoang", False), ("K'Pă H'Linh", "kpa", True)]
    + [("K'Pă H'Linh", "linh", True), ("Phòng TC-HC", "hc", True), ("100-KH/TCT", "kh", True), ("Số 100", "100", True)]
    + [("Bất kỳ", "", True), ("", "a", False), ("a_b", "b", True)],
)
def test_each_query_word_must_begin_a_word(text: str, query: str, is_met: bool) -> None:
    assert words_start_with(fold(text), fold(query)) is is_met


@given(st.lists(st.text(alphabet=VIETNAMESE, min_size=1), min_size=1), st.data())
def test_the_beginnings_of_a_texts_words_find_it_in_any_order(words: list[str], data: st.DataObject) -> None:
    query = [word[: data.draw(st.integers(1, len(word)))] for word in data.draw(st.permutations(words))]
    assert words_start_with(fold(" ".join(words)), fold(" ".join(query)))


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [("Nguyễn Văn An", "an ngu", ["Ngu", "An"]), ("Nguyễn Văn An", "xyz", []), ("Đặng Đào", "đ", ["Đ", "Đ"])]
    + [("K'Pă H'Linh", "kpa", ["K'Pă"]), ("Lan Lành", "la lan", ["Lan", "Làn"]), ("Lan", "", [])],
)
def test_the_places_found_are_marked_in_the_text_as_given(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in match_spans(text, query)] == marked


def test_decomposed_letters_are_marked_with_all_their_marks() -> None:
    text = unicodedata.normalize("NFD", "Trịnh Ấn")
    assert [nfc(text[start:end]) for start, end in match_spans(text, "tri an")] == ["Trị", "Ấn"]


@given(vietnamese_text, vietnamese_text)
def test_marked_places_are_ordered_and_apart_and_fold_to_a_query_word(text: str, query: str) -> None:
    spans = match_spans(text, query)
    assert all(start < end for start, end in spans)
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    words = {word.replace("'", "") for word in fold(query).split()}
    assert all(any(fold(text[a:b]).replace("'", "").startswith(word) for word in words) for a, b in spans)
