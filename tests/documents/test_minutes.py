"""Minutes of a meeting: whatever was recorded stands in them, on paper and in the file for Word."""

import io
from dataclasses import replace

import docx
import pytest

from tests.documents.council_facts import DAY, LONGEST, MINUTES, TALLY
from tests.documents.pdfs import fonts, texts
from thidua_gui.core.errors import UserError
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.minutes import MinutesItem, minutes
from thidua_gui.documents.running import RunningDocument
from thidua_gui.documents.running_docx import write_running
from thidua_gui.documents.running_pages import render_running
from thidua_gui.documents.tally import tally, tally_sheet


def on_paper(document: RunningDocument) -> str:
    return " ".join(" ".join(texts(render_running(document))).split())


def in_word(document: RunningDocument) -> str:
    body = docx.Document(io.BytesIO(write_running(document)))
    cells = [cell.text for table in body.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(line.text for line in body.paragraphs), *cells]).split())


@pytest.mark.parametrize("read", [on_paper, in_word])
@pytest.mark.parametrize(
    "words",
    [
        "Phiên họp thứ nhất", "hồi 14 giờ 00, ngày 24 tháng 11 năm 2022, tại Phòng họp A", "Chủ trì: Hoàng Đức Khải.",
        "Thư ký: Lò Thị Hương Giang.", "có mặt 8, vắng 1", "Đi công tác", "Thành phần mời dự: Bí thư Đoàn trường.",
        "Phiên họp hợp lệ khi có 6/9 thành viên.", "1. Báo cáo tổng kết", "Ý kiến thảo luận: Nhất trí.",
        "Cần nêu rõ số liệu.", "Kết luận: Thông qua.", "Phát ra 8, thu về 8.", "Lê Anh Dũng",
        "Giao Thường trực hoàn thiện hồ sơ.", "14:05", "Khai mạc", "kết thúc hồi 16 giờ 35",
    ],
)  # fmt: skip
def test_everything_recorded_stands_in_the_minutes(read, words):
    assert words in read(minutes(MINUTES, DAY))


@pytest.mark.parametrize("read", [on_paper, in_word])
def test_a_meeting_under_way_says_how_far_it_has_come(read):
    words = read(minutes(replace(MINUTES, closed_at=None), DAY))
    assert "chưa bế mạc" in words
    assert "16 giờ 40" in words


def test_a_meeting_not_begun_leaves_its_hours_open():
    words = on_paper(minutes(replace(MINUTES, opened_at=None, closed_at=None, held_on=None, place=""), DAY))
    assert "hồi 14 giờ" not in words
    assert "trụ sở cơ quan" in words


def test_what_nobody_said_has_no_line():
    bare = minutes(replace(MINUTES, items=(MinutesItem("Báo cáo"),), conclusion="", events=(), invited=""), DAY)
    words = on_paper(bare)
    assert not any(part in words for part in ("Ý kiến thảo luận", "Kết luận:", "KẾT LUẬN", "DIỄN BIẾN", "mời dự"))


@pytest.mark.parametrize(("style", "nation"), [(HeadingStyle.PARTY, "ĐẢNG CỘNG SẢN"), (HeadingStyle.STATE, "CỘNG HÒA")])
def test_both_forms_have_their_heading(style, nation):
    made = minutes(replace(MINUTES, heading=style), DAY)
    assert nation in on_paper(made)
    assert nation in in_word(made)


def test_paper_and_word_say_the_same_counts():
    made = tally(TALLY, DAY)
    for words in (on_paper(made), in_word(made)):
        assert "Số phiếu phát ra: 8; thu về: 8." in words
        assert "2. Chiến sĩ thi đua cơ sở (bỏ phiếu lần 2)" in words
        assert "giơ tay" in words
        assert "Chủ trì công bố khi còn một chênh lệch." in words


def test_a_meeting_without_a_published_ballot_says_so():
    assert "chưa có kết quả kiểm phiếu" in on_paper(tally(replace(TALLY, ballots=()), DAY))


def test_the_sheet_to_count_on_names_everybody_and_tells_no_number():
    words = on_paper(tally_sheet(TALLY, DAY))
    assert "Lê Anh Dũng" in words
    assert "Không đạt" not in words
    assert "phát ra: 8" not in words


def test_the_header_of_a_table_stands_again_on_every_page_of_word():
    body = docx.Document(io.BytesIO(write_running(minutes(MINUTES, DAY))))
    ruled = [table for table in body.tables if table.style.name == "Table Grid"]
    marked = [bool(table.rows[0]._tr.xpath("w:trPr/w:tblHeader")) for table in ruled]
    assert marked == [True] * 3
    assert not ruled[0].rows[1]._tr.xpath("w:trPr/w:tblHeader")


def test_fonts_are_embedded_and_equal_minutes_are_equal_files():
    pdf = render_running(minutes(MINUTES, DAY))
    assert pdf == render_running(minutes(MINUTES, DAY))
    assert write_running(minutes(MINUTES, DAY)) == write_running(minutes(MINUTES, DAY))
    assert all(embedded for embedded in fonts(pdf).values())


def test_a_letter_that_the_font_lacks_is_refused():
    with pytest.raises(UserError) as refused:
        render_running(minutes(replace(MINUTES, conclusion="明"), DAY))
    assert refused.value.code == "glyph_missing"


def test_a_long_name_is_whole():
    assert LONGEST in in_word(minutes(MINUTES, DAY))
