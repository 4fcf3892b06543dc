"""Lists as they stand on screen, under the office's heading, for print and for Excel."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdf
import pytest
import python_calamine

from thidua_gui.core.errors import UserError
from thidua_gui.documents.list_sheet import ListColumn, render_list
from thidua_gui.services import list_documents
from thidua_gui.services.list_documents import ShownList

COLUMNS = (ListColumn("Mã"), ListColumn("Họ và tên", wraps=True), ListColumn("Ngày sinh", centred=True))


def shown(*names, subject=()):
    words = tuple((f"CB{place:02}", name, "07/07/1979") for place, name in enumerate(names, start=1))
    values = tuple((code, name, date(1979, 7, 7)) for code, name, _ in words)
    return ShownList("Danh sách cá nhân", subject, date(2022, 11, 16), COLUMNS, words, values)


def pages(content):
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(render_list(content))).pages]


def test_the_print_has_heading_title_count_and_numbered_rows(sample_year):
    (text,) = pages(list_documents.list_content(shown("Phạm Thị Hồng Nhung", "Ỷ Thị Xuân"), sample_year.id))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text
    assert "DANH SÁCH CÁ NHÂN" in text
    assert "2 dòng" in text
    assert "Ỷ Thị Xuân" in text


def test_a_long_list_repeats_its_header_and_numbers_its_pages(sample_year):
    content = list_documents.list_content(shown(*["Lò Thị Hạnh"] * 120), sample_year.id)
    found = pages(content)
    assert len(found) > 2
    assert all("Họ và tên" in text for text in found)
    assert f"2/{len(found)}" in found[1]


def test_numbers_of_very_many_columns_are_not_cut(sample_year):
    columns = (*COLUMNS, *(ListColumn(f"{place}.1", centred=True) for place in range(1, 24)))
    scores = [f"{place},5" for place in range(70, 93)]
    row = ("CB01", "Nguyễn Thị Thu Hiền", "07/07/1979", *scores)
    wide = ShownList("Bảng điểm", (), date(2022, 11, 16), columns, (row,), (row,))
    (text,) = pages(list_documents.list_content(wide, sample_year.id))
    assert set(scores) <= set(text.split())


def test_equal_lists_give_equal_bytes(sample_year):
    content = list_documents.list_content(shown("Lò Thị Hạnh"), sample_year.id)
    assert render_list(content) == render_list(content)


def test_a_letter_the_font_lacks_stops_the_print_and_names_it(sample_year):
    content = list_documents.list_content(shown("Lò Thị Hạnh 漢"), sample_year.id)
    with pytest.raises(UserError) as refused:
        render_list(content)
    assert refused.value.details["char"] == "漢"


def test_without_a_year_the_school_heads_the_list(data_file):
    from thidua_gui.services import school

    school.found("Trường Chính trị tỉnh Lai Châu", 2022)
    (text,) = pages(list_documents.list_content(shown("Lò Thị Hạnh"), None))
    assert "TRƯỜNG CHÍNH TRỊ" in text


def test_in_excel_dates_stay_dates_and_a_chosen_unit_stands_in_the_title(sample_year):
    content = list_documents.list_workbook(shown("Lò Thị Hạnh", subject=("Khoa Xây dựng Đảng",)), sample_year.id)
    sheet = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet[1][0] == "DANH SÁCH CÁ NHÂN Khoa Xây dựng Đảng"
    assert sheet[4] == [1.0, "CB01", "Lò Thị Hạnh", date(1979, 7, 7)]
