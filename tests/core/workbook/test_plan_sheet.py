"""The sheet of the plan: its lines and levels, units and targets; what is wrong in it is told in its cell."""

from tests.core.workbook.small import Grid, problems, read, small
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import CampaignItems, PlanRow, SheetKey

HEADERS = ["Phần", "Cấp", "Số", "Nội dung", "Thực hiện", "Mã đơn vị", "Mã chỉ tiêu"]


def planned(*lines: list[object], headers: list[str] = HEADERS) -> dict[str, Grid]:
    sheets = small()
    top: Grid = [["TRƯỜNG"], ["NỘI DUNG KẾ HOẠCH THI ĐUA"], [], list(headers)]
    return {**sheets, "Kế hoạch": [*top, *lines]}


def told(*lines: list[object]) -> list[tuple[str, Reason, str]]:
    return [(problem.cell, problem.reason, problem.expected) for problem in problems(planned(*lines))]


def test_a_line_is_read_with_everything_it_says() -> None:
    book = read(planned(["Phân công thực hiện", 1.0, "a)", "Tổng hợp", "Công đoàn", "KA; PB", "1; 7"]))
    row = PlanRow(PlanSection.TASK, "Tổng hợp", 1, "a)", "Công đoàn", ("KA", "PB"), ("1", "7"))
    assert book.plan_items == (row,)
    assert SheetKey.PLAN_ITEMS in book.present


def test_section_and_words_are_enough() -> None:
    book = read(planned(["Mục đích", "Thi đua sôi nổi"], headers=["Phần", "Nội dung"]))
    assert book.plan_items == (PlanRow(PlanSection.PURPOSE, "Thi đua sôi nổi", None),)


def test_a_workbook_without_the_sheet_is_right() -> None:
    book = read(small())
    assert book.plan_items == ()
    assert SheetKey.PLAN_ITEMS not in book.present


def test_a_level_never_skips_one() -> None:
    lines = (["Nội dung", 2.0, "", "Một"], ["Nội dung", 1.0, "", "Hai"], ["Nội dung", 3.0, "", "Ba"])
    out_of_range = Reason.NUMBER_OUT_OF_RANGE
    assert told(*lines) == [("B5", out_of_range, "1-1"), ("B7", out_of_range, "1-2")]


def test_a_section_begins_at_the_first_level_whatever_stood_before() -> None:
    lines = (["Nội dung", 1.0, "", "Một"], ["Nội dung", 2.0, "", "Hai"], ["Nơi nhận", 2.0, "", "Ba"])
    assert told(*lines) == [("B7", Reason.NUMBER_OUT_OF_RANGE, "1-1")]


def test_an_unknown_section_unit_or_target_is_told() -> None:
    found = told(["Mục tiêu", 1.0, "", "Một", "", "KC", "9"])
    assert [(cell, reason) for cell, reason, _ in found] == [
        ("A5", Reason.WORD_UNKNOWN), ("F5", Reason.UNIT_UNKNOWN), ("G5", Reason.WORD_UNKNOWN),
    ]  # fmt: skip


def test_a_target_comes_from_one_line() -> None:
    lines = (["Chỉ tiêu", 1.0, "", "Một", "", "", "1"], ["Chỉ tiêu", 1.0, "", "Hai", "", "", "7; 1"])
    assert told(*lines) == [("G6", Reason.CODE_REPEATED, "5")]


def test_title_and_signer_stand_among_the_years_items() -> None:
    sheets = small()
    sheets["Phong trào"] += [["Trích yếu", "Triển khai"], ["Người ký", "Lò Văn An"]]
    campaign = read(sheets).campaign
    assert isinstance(campaign, CampaignItems)
    assert (campaign.plan_title, campaign.plan_signer_name, campaign.plan_signer_post) == (
        "Triển khai", "Lò Văn An", None,
    )  # fmt: skip
