"""Numbers before the plan's paragraphs, pasted text as paragraphs, moving and indenting with what is below."""

import pytest

from thidua_gui.core.plan_outline import (
    Entry,
    Headings,
    Marking,
    Numbers,
    Paragraph,
    Placed,
    PlanSection,
    indented,
    marks,
    moved,
    numbered,
    outdented,
    paragraphs,
    whole_plan,
)

ROWS = [Placed(1, None), Placed(2, 1), Placed(3, 1), Placed(4, None), Placed(5, 4)]


def keys(rows: list[Placed] | None) -> list[tuple[int, int | None]] | None:
    return None if rows is None else [(row.key, row.parent) for row in rows]


def test_numbers_count_what_stands_directly_in_the_section_and_dashes_mark_what_is_below() -> None:
    found = marks([Entry(0), Entry(1), Entry(2), Entry(0)], Marking.NUMBERS, "2")
    assert found == ("2.1.", "-", "+", "2.2.")


def test_a_list_starts_with_dashes_and_plain_text_has_no_mark() -> None:
    assert marks([Entry(0), Entry(1)], Marking.BULLETS, "3") == ("-", "+")
    assert marks([Entry(0), Entry(1)], Marking.PLAIN, "") == ("", "-")


def test_a_chosen_mark_is_kept_and_its_place_still_counts() -> None:
    found = marks([Entry(0, "a)"), Entry(0), Entry(0, "3.7")], Marking.NUMBERS, "2")
    assert found == ("a)", "2.2.", "3.7.")


def test_what_is_empty_takes_no_number() -> None:
    found = numbered([PlanSection.REQUIREMENT, PlanSection.TARGET, PlanSection.TASK, PlanSection.CLOSING])
    assert found == {
        PlanSection.REQUIREMENT: Numbers("I", "1"),
        PlanSection.TARGET: Numbers("II", "1"),
        PlanSection.TASK: Numbers("III", "1"),
    }


def test_pasted_numbers_and_dashes_become_levels() -> None:
    found = paragraphs("2.1. Thực hiện:\n- Giảng dạy\n+ Soi giảng\n\n2.2. Giữ vững kỷ cương")
    assert [(one.depth, one.text) for one in found] == [
        (0, "Thực hiện:"), (1, "Giảng dạy"), (2, "Soi giảng"), (0, "Giữ vững kỷ cương"),
    ]  # fmt: skip


def test_words_marks_of_word_processors_are_taken_off() -> None:
    found = paragraphs("•\tMột\n–\u00a0Hai\na) Ba")
    assert [one.text for one in found] == ["Một", "Hai", "Ba"]


def test_a_line_in_small_letters_goes_on_with_the_one_before() -> None:
    found = paragraphs("- Tổng kết và nhân\nrộng các điển hình")
    assert found == (Paragraph(0, "Tổng kết và nhân rộng các điển hình"),)


@pytest.mark.parametrize("text", ["100% đơn vị phát động", "80-90% giảng viên", "16 năm ngày thành lập", "2.000 người"])
def test_numbers_that_belong_to_the_sentence_stay(text: str) -> None:
    assert paragraphs(text) == (Paragraph(0, text),)


def test_nothing_pasted_is_no_paragraph() -> None:
    assert paragraphs(" \n-\n\t") == (Paragraph(0, "-"),)
    assert paragraphs(" \n\t") == ()


def test_a_row_moves_with_what_is_below_it() -> None:
    assert keys(moved(ROWS, 4, -1)) == [(4, None), (5, 4), (1, None), (2, 1), (3, 1)]
    assert keys(moved(ROWS, 1, 1)) == [(4, None), (5, 4), (1, None), (2, 1), (3, 1)]
    assert moved(ROWS, 1, -1) is None


def test_a_row_is_put_under_its_neighbour_and_out_again() -> None:
    under = indented(ROWS, 4)
    assert keys(under) == [(1, None), (2, 1), (3, 1), (4, 1), (5, 4)]
    assert keys(outdented(under or [], 4)) == keys(ROWS)


def test_nothing_stands_deeper_than_the_third_level() -> None:
    rows = [Placed(1, None), Placed(2, 1), Placed(3, 1), Placed(4, 3)]
    assert indented(rows, 3) is None
    assert indented([*rows[:3], Placed(9, 2)], 1) is None


def test_out_of_a_list_a_row_comes_after_all_that_stood_beside_it() -> None:
    assert keys(outdented(ROWS, 2)) == [(1, None), (3, 1), (2, None), (4, None), (5, 4)]
    assert outdented(ROWS, 1) is None


HEADINGS = Headings(
    {"muc dich": PlanSection.PURPOSE, "noi dung": PlanSection.CONTENT, "dang ky danh hieu": PlanSection.REGISTRATION},
    ["muc dich, yeu cau", "chu de, noi dung"],
    "can cu",
    "tren day la",
    "noi nhan",
)
PAPER = """
TỈNH ỦY LAI CHÂU
Số 100-KH/TCT
KẾ HOẠCH
Căn cứ Hướng dẫn số 30;
Căn cứ Công văn số 1791;
Trường xây dựng kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Thi đua sôi nổi.
II.\tCHỦ ĐỀ, NỘI DUNG
2. NỘI DUNG:
2.1. Giảng dạy:
- Cập nhật
3. Đăng ký danh hiệu năm 2022
Trường đăng ký.
Trên đây là kế hoạch.
Nơi nhận:
- Các khoa, phòng,
- Lưu: VT.
HIỆU TRƯỞNG
Lò Văn An
"""


def test_a_whole_paper_is_told_apart_by_its_headings() -> None:
    found = whole_plan(PAPER, HEADINGS)
    assert {section: [(one.depth, one.text) for one in own] for section, own in found.items()} == {
        PlanSection.LEGAL_BASIS: [(0, "Căn cứ Hướng dẫn số 30;"), (0, "Căn cứ Công văn số 1791;")],
        PlanSection.OPENING: [(0, "Trường xây dựng kế hoạch như sau:")],
        PlanSection.PURPOSE: [(0, "Thi đua sôi nổi.")],
        PlanSection.CONTENT: [(0, "Giảng dạy:"), (1, "Cập nhật")],
        PlanSection.REGISTRATION: [(0, "Trường đăng ký.")],
        PlanSection.CLOSING: [(0, "Trên đây là kế hoạch.")],
        PlanSection.RECIPIENT: [(0, "Các khoa, phòng,"), (0, "Lưu: VT.")],
    }


def test_a_page_that_ends_within_the_legal_grounds_does_not_end_them() -> None:
    found = whole_plan("Căn cứ Hướng dẫn về tổ chức\nvà bình xét;\nTrường lập kế hoạch:\nMục đích\n- Một", HEADINGS)
    assert [one.text for one in found[PlanSection.LEGAL_BASIS]] == ["Căn cứ Hướng dẫn về tổ chức và bình xét;"]
    assert [one.text for one in found[PlanSection.OPENING]] == ["Trường lập kế hoạch:"]


def test_a_text_without_any_heading_is_no_plan() -> None:
    assert whole_plan("Kính gửi các đồng chí\nNơi nhận:\n- Lưu", HEADINGS) == {}


def test_grounds_cited_within_a_section_stay_there() -> None:
    found = whole_plan("Mục đích\n- Một\n- Căn cứ kế hoạch, các khoa thực hiện", HEADINGS)
    assert [one.text for one in found[PlanSection.PURPOSE]] == ["Một", "Căn cứ kế hoạch, các khoa thực hiện"]
