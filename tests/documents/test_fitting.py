"""Shrinking, breaking and refusing within a box."""

from dataclasses import replace

import pytest

from thidua_gui.documents.fitting import BoxProblem, Fitted, Misfit, fit
from thidua_gui.documents.fonts import font
from thidua_gui.documents.layouts import Box, Run, layout

NAME = layout("giay-khen-a4").box("name")
POST = layout("giay-khen-a4").box("post_and_unit")
ACHIEVEMENT = layout("giay-khen-a4").box("achievement")


def lines(fitted: Fitted | Misfit) -> list[str]:
    assert isinstance(fitted, Fitted)
    return ["|".join(piece.text for piece in line.pieces) for line in fitted.lines]


def set_post(text: str, box: Box = POST) -> Fitted | Misfit:
    return fit(box, {"post_and_unit": text})


def set_name(name: str, honorific: str = "Đồng chí") -> Fitted | Misfit:
    return fit(NAME, {"honorific": honorific, "name": name})


def test_a_short_text_keeps_its_full_size() -> None:
    fitted = set_post("Phó Trưởng khoa, Khoa Xây dựng Đảng")
    assert isinstance(fitted, Fitted)
    assert (fitted.size, len(fitted.lines)) == (16, 1)


def test_a_longer_text_shrinks_by_half_points_only_as_far_as_it_must() -> None:
    fitted = set_post("Phó Trưởng phòng phụ trách, Phòng Quản lý đào tạo và nghiên cứu khoa học cấp trường")
    assert isinstance(fitted, Fitted)
    assert 12 <= fitted.size < 16
    assert (2 * fitted.size).is_integer()
    wider = replace(POST, floor=fitted.size + 0.5, max_lines=1)
    assert isinstance(fit(wider, {"post_and_unit": " ".join(lines(fitted))}), Misfit)


def test_below_the_floor_the_text_is_broken_at_the_comma() -> None:
    unit = "Phòng Tổ chức, hành chính, thông tin, tư liệu và hợp tác quốc tế của nhà trường"
    fitted = set_post(f"Phó Trưởng phòng kiêm Chủ tịch Công đoàn, {unit}")
    assert lines(fitted)[0].endswith(",")
    assert len(lines(fitted)) == 2


def test_what_does_not_fit_in_all_lines_is_a_misfit_of_its_field() -> None:
    assert set_post("Phòng Quản lý đào tạo " * 12) == Misfit(BoxProblem.TOO_LONG, "post_and_unit")


def test_a_name_is_never_broken() -> None:
    narrow = replace(NAME, width=78, height=40, max_lines=3)
    fitted = fit(narrow, {"honorific": "Đồng chí", "name": "Nguyễn Thị Phương"})
    assert lines(fitted) == ["Đồng chí", "NGUYỄN THỊ PHƯƠNG"]


def test_a_name_wider_than_the_box_at_the_floor_is_a_misfit_of_the_name() -> None:
    assert set_name("Nguyễn Thị Phương Thảo Nguyên Hoàng Anh Tôn Nữ") == Misfit(BoxProblem.TOO_LONG, "name")


def test_honorific_and_name_shrink_together() -> None:
    fitted = set_name("Nguyễn Thị Phương Thảo Nguyên")
    assert isinstance(fitted, Fitted)
    small, large = (piece.size for piece in fitted.lines[0].pieces)
    assert small / large == pytest.approx(18 / 26)
    assert large < 26


def test_an_empty_first_run_leaves_no_gap() -> None:
    fitted = set_name("Lò Thị Hạnh", honorific="")
    assert isinstance(fitted, Fitted)
    assert fitted.lines[0].pieces[0].x == 0


def test_paragraphs_share_the_height_of_the_box() -> None:
    theme = "“Đoàn kết, sáng tạo, thi đua hoàn thành xuất sắc nhiệm vụ chính trị, chào mừng 40 năm ngày Nhà giáo”"
    fitted = fit(ACHIEVEMENT, {"achievement": "Đã có thành tích xuất sắc năm 2022", "theme": theme})
    assert isinstance(fitted, Fitted)
    assert len(fitted.lines) == 3
    assert fitted.height <= ACHIEVEMENT.height + 0.01


def test_empty_fields_take_no_room() -> None:
    assert lines(fit(ACHIEVEMENT, {"achievement": "Đã có thành tích", "theme": ""})) == ["Đã có thành tích"]
    assert fit(ACHIEVEMENT, {"achievement": "", "theme": ""}) == Fitted((), 17)


def test_a_missing_glyph_is_found_before_anything_is_measured() -> None:
    assert set_name("Lò Thị 漢") == Misfit(BoxProblem.NO_GLYPH, "name", "漢")


def test_letter_spacing_shrinks_with_the_type() -> None:
    run = Run("title", font("Tinos"), 20, spacing=4)
    full = fit(replace(POST, paragraphs=((run,),), floor=10, width=200), {"title": "GIẤY KHEN"})
    assert isinstance(full, Fitted)
    half = fit(replace(POST, paragraphs=((run,),), floor=10, width=full.lines[0].width / 2), {"title": "GIẤY KHEN"})
    assert isinstance(half, Fitted)
    assert half.lines[0].width == pytest.approx(full.lines[0].width / 2, rel=0.01)
