"""The printed criteria sheet of a person, from points to pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.documents import pdfs
from tests.documents.samples import OFFICE, ON
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import EffectiveRating, Rating
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, SheetSubject, StageKey
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.freeze import freeze
from thidua_gui.documents.score_sheet import Proof, Remark, ScoreSheetFacts, SheetPerson, score_sheet
from thidua_gui.documents.score_sheet_content import ScoreSheetContent
from thidua_gui.documents.score_sheet_pages import render_each_sheet, render_score_sheets
from thidua_gui.text.errors import sentence

GOLDEN = Path(__file__).parent / "golden"


def criterion(key: int, number: str, content: str, maximum: int, group: int | None = None) -> Criterion:
    kind = CriterionKind.GROUP if group is None else CriterionKind.POINTS
    above = None if group is None else CriterionId(group)
    return Criterion(CriterionId(key), number, content, kind, Points(maximum * 100), parent_id=above)


SHEET = Sheet(
    SheetId(1),
    "GV",
    1,
    (
        criterion(1, "I", "Phẩm chất chính trị, đạo đức, lối sống", 20),
        criterion(2, "1.1", "Chấp hành chủ trương, chính sách, nội quy, quy chế", 8, 1),
        criterion(3, "1.2", "Đoàn kết, trung thực", 12, 1),
        criterion(4, "II", "Giảng dạy, bồi dưỡng", 80),
        criterion(5, "2.1", "Hoàn thành định mức giờ giảng", 80, 4),
        Criterion(CriterionId(6), "VI", "Điểm thưởng", CriterionKind.BONUS, Points(500)),
        Criterion(CriterionId(7), "VII", "Vi phạm giờ giấc", CriterionKind.DEDUCTION, Points(300)),
    ),
)


def given(*points: float) -> dict[CriterionId, Points]:
    """Points of the criteria 1.1, 1.2, 2.1, VI, VII in that order."""
    return {CriterionId(key): Points(round(one * 100)) for key, one in zip((2, 3, 5, 6, 7), points, strict=False)}


HANH = SheetPerson(
    code="CB13",
    name="Lò Thị Hạnh",
    post="Phó Trưởng khoa",
    unit="Khoa Xây dựng Đảng",
    staff_group="Giảng viên",
    registered="Lao động tiên tiến",
    sheet=SHEET,
    scores={StageKey.SELF: given(8, 12, 79.5, 2, 0.5), StageKey.UNIT: given(7.75, 12)},
    rating=EffectiveRating(Rating.GOOD, True, Rating.EXCELLENT, StageKey.UNIT),
    rating_reason="Theo nghị quyết Hội đồng",
    remarks=(Remark(StageKey.UNIT, "Nguyễn Hữu Thắng", date(2022, 11, 10), "1.1", "Trừ 0,25:\n nộp báo cáo muộn."),),
    proofs=(Proof("Phiếu thao giảng.pdf", "2.1"), Proof("QĐ 12.pdf", initiative="Số hóa bài giảng"), Proof("Đơn.docx")),
    unit_head="Nguyễn Hữu Thắng",
)
FACTS = ScoreSheetFacts(OFFICE, 2022, date(2022, 11, 16), chair="Hoàng Đức Khải", issued_on=date(2022, 11, 20))


def sheet(person: SheetPerson = HANH, *, blank: bool = False, **changes: object) -> ScoreSheetContent:
    return score_sheet(replace(FACTS, **changes), person, ON, blank=blank)  # type: ignore[arg-type]


def cells(content: ScoreSheetContent, number: str) -> tuple[str, ...]:
    return next(line.cells[2:] for line in content.lines if line.number == number)


def large(lines: int) -> Sheet:
    many = (criterion(key, f"1.{key}", f"Tiêu chí số {key}", 1, 1) for key in range(2, lines + 2))
    return Sheet(SheetId(1), "GV", 1, (criterion(1, "I", "Nhóm", lines), *many))


@pytest.mark.parametrize("blank", [False, True], ids=["filled", "blank"])
def test_every_word_of_the_sheet_is_as_agreed(blank: bool) -> None:
    name = "phieu-cham-diem-trong" if blank else "phieu-cham-diem"
    golden = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").strip()
    assert "\n\f\n".join(pdfs.texts(render_score_sheets([sheet(blank=blank)]))) == golden


def test_the_sheet_of_a_unit_names_it_and_its_head() -> None:
    own = replace(SHEET, subject=SheetSubject.UNIT)
    unit = replace(HANH, code="LLCS", name="Khoa Lý luận cơ sở", post="Phạm Thị Hồng Nhung", sheet=own, unit_head="")
    page = "\n".join(pdfs.texts(render_score_sheets([sheet(unit)])))
    for words in ("PHIẾU CHẤM ĐIỂM THI ĐUA TẬP THỂ", "Tập thể: Khoa Lý luận cơ sở", "Mã số: LLCS", "ĐẠI DIỆN TẬP THỂ"):
        assert words in page
    assert "Xếp loại đề xuất: Hoàn thành xuất sắc nhiệm vụ (theo điểm vòng" in page
    assert "Mã số" not in "\n".join(pdfs.texts(render_score_sheets([sheet(replace(unit, code=""), blank=True)])))


def test_groups_are_summed_and_a_missing_score_is_a_dash() -> None:
    content = sheet()
    assert cells(content, "I") == ("20", "20,0", "19,75", "")
    assert cells(content, "2.1") == ("80", "79,5", "–", "")
    assert content.total.cells[2:] == ("100", "101,0", "–", "")


def test_a_stage_that_has_not_begun_is_left_for_the_pen() -> None:
    assert {line.council_points for line in sheet().lines} == {""}


def test_bonus_and_deduction_carry_their_sign_and_an_ungiven_bonus_is_no_dash() -> None:
    assert cells(sheet(), "VI") == ("+5", "2,0", "", "")
    assert cells(sheet(), "VII") == ("-3", "-0,5", "", "")


def test_a_blank_form_shows_maxima_but_no_points_no_rating_and_no_evidence() -> None:
    content = sheet(blank=True)
    assert {cell for line in content.lines for cell in line.cells[3:]} == {""}
    assert "Phiếu thao giảng" not in str(content)
    assert "Hoàn thành" not in str(content.ratings)


def test_the_decided_rating_stands_beside_the_proposed_one_with_its_reason() -> None:
    proposed, decided = ("".join(span.text for span in text) for text in sheet().ratings)
    assert proposed == "Xếp loại đề xuất: Hoàn thành xuất sắc nhiệm vụ (theo điểm vòng Đơn vị)"
    assert decided == "Xếp loại quyết định: Hoàn thành tốt nhiệm vụ (Theo nghị quyết Hội đồng)"


def test_without_enough_points_no_rating_is_claimed() -> None:
    open_case = replace(HANH, rating=EffectiveRating(None, False, None, None))
    proposed, decided = ("".join(span.text for span in text) for text in sheet(open_case).ratings)
    assert proposed.endswith("chưa đủ điểm để đề xuất")
    assert "…" in decided


def test_everyone_begins_on_a_new_page_with_page_numbers_of_their_own() -> None:
    longer = sheet(replace(HANH, name="Phạm Thị Hồng Nhung", sheet=large(60), scores={}))
    pages = pdfs.texts(render_score_sheets([longer, sheet(), longer]))
    heads = [page.splitlines()[0] for page in pages]
    assert [head for head in heads if "/" in head] == ["2/3", "3/3", "2/2", "2/3", "3/3"]
    assert sum("PHIẾU CHẤM ĐIỂM" in page for page in pages) == 3


@pytest.mark.parametrize("lines", range(22, 46, 3))
@pytest.mark.parametrize("blank", [False, True])
def test_signatures_never_stand_alone_and_the_total_never_without_its_table(lines: int, blank: bool) -> None:
    pages = pdfs.texts(render_score_sheets([sheet(replace(HANH, sheet=large(lines), scores={}), blank=blank)]))
    signed = next(page for page in pages if "NGƯỜI TỰ CHẤM" in page)
    assert "Minh chứng" in signed or "nhận xét" in signed or "3. " in signed
    assert "Tiêu chí số" in next(page for page in pages if "Tổng cộng" in page)


def test_a_row_of_the_blank_form_has_room_for_a_pen() -> None:
    tops = sorted(piece.y for piece in pdfs.placed(render_score_sheets([sheet(blank=True)])) if piece.text == "80")
    assert tops[1] - tops[0] >= 7.2 - 0.05


def test_equal_sheets_give_equal_bytes_with_every_font_embedded() -> None:
    pdf = render_score_sheets([sheet(), sheet(blank=True)])
    assert pdf == render_score_sheets([sheet(), sheet(blank=True)])
    assert all(pdfs.fonts(pdf).values())
    assert freeze(sheet()) == freeze(sheet())


def test_one_file_for_each_person_is_named_by_code_and_name(tmp_path: Path) -> None:
    files = render_each_sheet([sheet(), sheet(replace(HANH, code="CB14", name="Vi Văn Ưng"))], tmp_path)
    assert [path.name for path in files] == ["CB13-lo-thi-hanh.pdf", "CB14-vi-van-ung.pdf"]
    assert files[0].read_bytes() == render_score_sheets([sheet()])


def test_the_state_form_has_its_motto() -> None:
    page = pdfs.texts(render_score_sheets([sheet(heading=HeadingStyle.STATE)]))[0]
    assert "Độc lập - Tự do - Hạnh phúc" in page
    assert "-----" not in page


def test_a_character_that_cannot_be_drawn_is_refused_with_the_person() -> None:
    with pytest.raises(UserError) as refused:
        render_score_sheets([sheet(replace(HANH, remarks=(replace(HANH.remarks[0], text="漢"),)))])
    assert "Lò Thị Hạnh" in sentence(refused.value)


def test_nobody_is_refused() -> None:
    with pytest.raises(UserError, match="nobody_to_print"):
        render_score_sheets([])


def test_a_person_without_a_name_is_refused_by_code() -> None:
    with pytest.raises(UserError) as refused:
        sheet(replace(HANH, name=" "))
    assert "CB13" in sentence(refused.value)
