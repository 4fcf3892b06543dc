"""Where lines are broken."""

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.documents.line_breaking import Line, break_costs, break_lines, kept_phrases, parse_phrases

PHRASES = parse_phrases("thi đua\nphong trào thi đua  # a remark\nđơn")


def broken(text: str, limit: float, max_lines: int = 3) -> list[str] | None:
    words = text.split()
    lines = break_lines(
        [len(word) for word in words], [1.0] * (len(words) - 1), break_costs(words, PHRASES), limit, max_lines
    )
    return None if lines is None else [" ".join(words[line.start : line.end]) for line in lines]


def test_what_fits_stays_on_one_line() -> None:
    assert broken("Khoa Xây dựng Đảng", 18) == ["Khoa Xây dựng Đảng"]


def test_lines_are_as_even_as_they_can_be() -> None:
    assert broken("aa bb cc dd", 8) == ["aa bb", "cc dd"]


def test_a_break_after_a_comma_is_preferred() -> None:
    assert broken("Phó Trưởng khoa, Khoa Xây dựng Đảng bộ", 26) == ["Phó Trưởng khoa,", "Khoa Xây dựng Đảng bộ"]


def test_a_phrase_is_kept_whole() -> None:
    assert broken("một hai phong trào thi đua năm", 24) == ["một hai", "phong trào thi đua năm"]


def test_no_line_begins_with_a_dash() -> None:
    assert broken("Trọng tâm - Nêu gương bền", 16) == ["Trọng tâm -", "Nêu gương bền"]


def test_what_needs_more_lines_than_allowed_is_not_broken() -> None:
    assert broken("aaa bbb ccc", 3, max_lines=2) is None
    assert broken("aaaaaa", 3) is None


def test_phrases_of_one_word_and_remarks_are_not_phrases() -> None:
    assert {("thi", "đua"), ("phong", "trào", "thi", "đua")} == PHRASES


def test_the_shipped_phrases_are_read() -> None:
    assert ("hoàn", "thành") in kept_phrases()


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.integers(9, 30), st.integers(1, 5))
def test_lines_are_whole_in_order_and_within_the_limit(widths: list[int], limit: int, max_lines: int) -> None:
    lines = break_lines(widths, [1.0] * (len(widths) - 1), [0.1] * len(widths), limit, max_lines)
    if lines is not None:
        assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])]
        assert lines[-1].end == len(widths)
        assert all(line.width == _width(line, widths) <= limit for line in lines)


def _width(line: Line, widths: list[int]) -> float:
    return sum(widths[line.start : line.end]) + line.end - line.start - 1
