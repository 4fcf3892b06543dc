"""The plan on paper: headings and numbers, italics of the theme, who signs for whom, Party and State form."""

from dataclasses import replace
from datetime import date

import pytest

from tests.documents.pdfs import fonts, placed, reader, texts
from thidua_gui.core.errors import UserError
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import office
from thidua_gui.documents.plan_content import LineFacts, PlanFacts, plan_content
from thidua_gui.documents.plan_pages import render_plan

DAY = date(2022, 3, 2)
THEME = "Trọng tâm - Trách nhiệm"
SECTIONS = {
    PlanSection.LEGAL_BASIS: [LineFacts(0, "Căn cứ Hướng dẫn số 30-HD/HVCTQG;")],
    PlanSection.OPENING: [LineFacts(0, f"Thực hiện chủ đề “{THEME}”, trường xây dựng kế hoạch như sau:")],
    PlanSection.CONTENT: [LineFacts(0, "Giảng dạy:"), LineFacts(1, "Cập nhật"), LineFacts(0, "Kỷ cương", "b)")],
    PlanSection.TASK: [LineFacts(0, "Các khoa, phòng thực hiện")],
    PlanSection.RECIPIENT: [LineFacts(0, "Các khoa, phòng,"), LineFacts(0, "Lưu: VT.")],
}
FACTS = PlanFacts(
    office("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "Lai Châu", "TCT"),
    2022,
    THEME,
    "",
    SECTIONS,
    number="100-KH/TCT",
    issued_on=DAY,
    authority="K/T Hiệu trưởng",
    signer_post="Phó Hiệu trưởng",
    signer_name="Lò Văn An",
)


def lines(facts: PlanFacts) -> list[str]:
    return "\n".join(texts(render_plan(plan_content(facts, DAY)))).splitlines()


def test_the_paper_reads_from_heading_to_recipients() -> None:
    found = lines(FACTS)
    for line in (
        "Số 100-KH/TCT Lai Châu, ngày 02 tháng 3 năm 2022", "KẾ HOẠCH", "Triển khai phong trào thi đua năm 2022",
        "I. CHỦ ĐỀ, NỘI DUNG, CHỈ TIÊU", "1. Nội dung", "1.1. Giảng dạy:", "- Cập nhật", "b) Kỷ cương",
        "II. TỔ CHỨC THỰC HIỆN", "1. Phân công thực hiện", "1.1. Các khoa, phòng thực hiện", "Nơi nhận:",
        "- Lưu: VT.", "Lò Văn An",
    ):  # fmt: skip
        assert line in found


def test_what_is_empty_is_not_printed() -> None:
    found = lines(replace(FACTS, sections={PlanSection.CONTENT: [LineFacts(0, "Giảng dạy")]}))
    assert not any("MỤC ĐÍCH" in line or "Nơi nhận" in line or "TỔ CHỨC" in line for line in found)


def test_whoever_signs_for_another_stands_below_that_post() -> None:
    pieces = {piece.text: piece for piece in placed(render_plan(plan_content(FACTS, DAY)))}
    upper, lower, name = pieces["K/T HIỆU TRƯỞNG"], pieces["PHÓ HIỆU TRƯỞNG"], pieces["Lò Văn An"]
    assert 5 < lower.y - upper.y < 7
    assert name.y - lower.y > 25


def test_the_theme_is_in_italics_within_its_quotes() -> None:
    pieces = placed(render_plan(plan_content(FACTS, DAY)))
    assert any(THEME in piece.text and "Italic" in piece.font for piece in pieces)


def test_what_is_not_said_yet_is_left_open_for_the_hand() -> None:
    found = lines(replace(FACTS, number="", issued_on=None, signer_name=""))
    assert any(line.startswith("Số ") and "-KH/TCT Lai Châu, ngày " in line for line in found)
    assert "Lò Văn An" not in found


def test_in_the_states_form_nation_and_motto_head_the_paper() -> None:
    found = lines(replace(FACTS, heading=HeadingStyle.STATE, number="", issued_on=None))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in found
    assert any(line.startswith("Số:") and "/KH-TCT" in line for line in found)
    assert "-----" not in found


def test_a_long_plan_numbers_its_pages_and_keeps_headings_with_what_follows() -> None:
    many = [LineFacts(0, "Nâng cao chất lượng đào tạo, bồi dưỡng cán bộ " * 6)] * 40
    pdf = render_plan(plan_content(replace(FACTS, sections={**SECTIONS, PlanSection.CONTENT: many}), DAY))
    pages = texts(pdf)
    assert len(pages) > 4
    assert all(page.startswith(f"{place}/{len(pages)}") for place, page in enumerate(pages[1:], 2))
    assert not any(page.splitlines()[-1].startswith(("II.", "1. Phân")) for page in pages)


def test_equal_plans_are_equal_bytes_in_embedded_fonts() -> None:
    pdf = render_plan(plan_content(FACTS, DAY))
    assert pdf == render_plan(plan_content(FACTS, DAY))
    assert all(fonts(pdf).values())
    assert reader(pdf).metadata is not None


def test_a_letter_that_no_font_has_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        render_plan(plan_content(replace(FACTS, signer_name="Lò Văn 中"), DAY))
    assert refused.value.details["char"] == "中"
