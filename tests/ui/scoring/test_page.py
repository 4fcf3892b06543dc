"""The scoring page: what it lists, filters and says; stages, closed stages, empty years; where other pages lead."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign
from db.models.organisation import Person
from db.models.scoring import CriteriaSheetGroup
from tests.services.scored_school import School, build, score
from tests.ui.scoring.hands import Key, Mod, at, cell, go, headings, listed, press, words
from thidua_gui.core.debts import Lack
from thidua_gui.core.scoreboard import Standing
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import data_file as data_files
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.debts import Debt
from thidua_gui.services.score_entry import enter
from thidua_gui.services.transaction import write
from thidua_gui.ui.context import Context
from thidua_gui.ui.scoring.filters import BoardFilter
from thidua_gui.ui.scoring.page import BOARD, EMPTY, SHEET, ScoringPage
from thidua_gui.ui.widgets.grid.columns import CellState

SELF, UNIT, COUNCIL = StageKey
Show = Callable[[], ScoringPage]


def test_it_begins_with_the_units_stage_the_incomplete_first(page: ScoringPage, school: School) -> None:
    assert headings(page) == ["Cần xử lý trước khi chốt 2", "Đã đủ điểm, xếp theo tổng điểm đơn vị 6"]
    assert listed(page, school) == ["NV02", "NV01", "GV01", "GV02", "GV03", "GV04", "GV05", "GV06"]
    counts = [segment.choice.count for segment in page.toolbar.stages.segments()]
    assert counts == ["8/8", "6/8", "0/8"]
    assert page.subtitle() == "Năm 2022, thang 100 điểm"


def test_ranks_are_shared_and_the_incomplete_have_none(page: ScoringPage, school: School) -> None:
    ranks = {code: words(page, school.people[code], "rank") for code in ("GV01", "GV02", "GV03", "GV04", "NV01")}
    assert ranks == {"GV01": "1", "GV02": "2", "GV03": "2", "GV04": "4", "NV01": "–"}


def test_the_previous_stage_stands_beside_and_the_difference_has_its_sign(page: ScoringPage, school: School) -> None:
    person = school.people["GV04"]
    assert (cell(page, person, "group:II").previous, cell(page, person, "group:II").text) == ("79,0", "70,0")
    assert words(page, person, "difference") == "-9,0"
    assert cell(page, person, "group:II").difference == -1


def test_the_averages_are_of_the_complete_people_listed(page: ScoringPage, school: School) -> None:
    summary = page.view.grid.model_.summary
    assert summary is not None
    assert summary.label == "Trung bình 6 người đã chấm xong"
    assert summary.values["total:unit"] == "91,8"
    page.toolbar.units.setCurrentIndex(page.toolbar.units.findData(school.units["TCHC"]))
    page.view._recount()
    assert page.view.grid.model_.summary is not None
    assert page.view.grid.model_.summary.label == "Chưa ai chấm xong"


def test_a_unit_alone_has_its_own_counts(page: ScoringPage, school: School) -> None:
    page.toolbar.units.setCurrentIndex(page.toolbar.units.findData(school.units["TCHC"]))
    assert listed(page, school) == ["NV02", "NV01"]
    assert [segment.choice.count for segment in page.toolbar.stages.segments()] == ["2/2", "0/2", "0/2"]


def test_a_sheet_alone_has_its_own_columns_and_people(page: ScoringPage, school: School) -> None:
    page.toolbar.sheets.setCurrentIndex(2)
    assert listed(page, school) == ["NV02", "NV01"]
    titles = [column.title for column in page.view.grid.model_.columns]
    assert "II. Nhiệm vụ chuyên môn" in titles
    assert not any("VI" in title for title in titles)


def test_a_filter_without_a_hit_names_itself_and_can_be_cleared(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    page.toolbar.states.setCurrentIndex(page.toolbar.states.findData(Standing.ERROR))
    qtbot.keyClicks(page.toolbar.search, "nhung")
    qtbot.keyClick(page.toolbar.search, Key.Key_Return)
    assert page.view.no_hit.isVisible()
    assert page.view.no_hit.text.text() == "Đang lọc: Có lỗi; tìm “nhung”."
    page.view.no_hit.button.click()
    assert len(listed(page, school)) == 8
    assert page.toolbar.filter == BoardFilter()


def test_a_search_needs_no_marks(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    press(qtbot, page, Key.Key_F, mod=Mod.ControlModifier)
    assert page.toolbar.search.hasFocus()
    qtbot.keyClicks(page.toolbar.search, "pham nhu")
    qtbot.keyClick(page.toolbar.search, Key.Key_Return)
    assert listed(page, school) == ["GV01"]


def test_the_chip_of_the_incomplete_lists_them_and_lists_all_again(page: ScoringPage, school: School) -> None:
    assert page.toolbar.incomplete.accessibleName() == "2 người chưa đủ điểm"
    page.toolbar.incomplete.click()
    assert listed(page, school) == ["NV02", "NV01"]
    page.toolbar.incomplete.click()
    assert len(listed(page, school)) == 8


def test_alt_and_a_number_change_the_stage(qtbot: QtBot, page: ScoringPage) -> None:
    press(qtbot, page, Key.Key_1, mod=Mod.AltModifier)
    assert page.toolbar.stages.current() is SELF
    assert headings(page) == ["Đã đủ điểm, xếp theo tổng điểm tự chấm 8"]


def test_the_council_owes_nothing_before_its_first_score(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    press(qtbot, page, Key.Key_3, mod=Mod.AltModifier)
    assert headings(page) == ["Hội đồng chưa chấm, giữ điểm đơn vị 8"]
    assert cell(page, school.people["GV01"], "group:I").state is CellState.NORMAL
    go(page, school.people["GV01"], "group:I")
    press(qtbot, page, "8", Key.Key_Return)
    assert cell(page, school.people["GV01"], "item:I/1.2").state is CellState.MISSING
    assert page.toolbar.incomplete.accessibleName() == "1 người chưa đủ điểm"


def test_a_cell_that_the_own_sheet_lacks_can_not_be_written(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    page.view.grid.toggle_all()
    go(page, school.people["NV01"], "item:II/2.2")
    press(qtbot, page, "5")
    assert not page.view.grid.editing.active
    column = page.view.grid.model_.column("item:II/2.2")
    row = page.view.grid.model_.row_of(school.people["NV01"])
    assert row is not None
    assert column.tooltip is not None
    assert column.tooltip(row) == "Bộ VC không có mục 2.2"


def test_maxima_that_differ_are_told_side_by_side(page: ScoringPage) -> None:
    page.view.grid.toggle_all()
    column = page.view.grid.model_.column("item:II/2.1")
    assert column.note == "tối đa 50/80"
    assert "Bộ GV: Định mức giờ giảng, tối đa 50 điểm" in column.title_tip


def test_a_closed_stage_is_read_only_and_says_so(
    qtbot: QtBot, page: ScoringPage, school: School, close_stage: None
) -> None:
    page.reload()
    assert page.banner.label.text() == "Vòng Đơn vị chấm đã chốt lúc 09:41 ngày 16/11/2022 bởi Thư ký, chỉ để xem."
    go(page, school.people["GV01"], "group:I")
    press(qtbot, page, "5")
    assert not page.view.grid.editing.active
    assert cell(page, school.people["GV01"], "item:I/1.1").state is CellState.LOCKED


def test_a_closed_year_is_read_only(qtbot: QtBot, school: School, show: Show) -> None:
    with write("Chốt năm"):
        Campaign.update(state=CampaignState.CLOSED).execute()
    page = show()
    assert page.banner.label.text() == "Năm 2022 đã chốt nên bảng điểm chỉ để xem."
    go(page, school.people["GV01"], "group:I")
    press(qtbot, page, "5")
    assert not page.view.grid.editing.active


def test_namesakes_are_told_apart_by_their_birth_years(school: School, show: Show) -> None:
    with write("Đổi tên"):
        Person.update(full_name="Lò Thị Hạnh").where(Person.id == school.people["GV01"]).execute()
    page = show()
    names = {words(page, school.people[code], "name") for code in ("GV01", "GV02")}
    assert names == {"Lò Thị Hạnh (1970)", "Lò Thị Hạnh (1971)"}


def test_somebody_without_a_sheet_is_named_apart(school: School, show: Show) -> None:
    with write("Bỏ nhóm"):
        CriteriaSheetGroup.delete().where(CriteriaSheetGroup.staff_group == "Nhân viên").execute()
    page = show()
    assert headings(page)[-1] == "Chưa có bộ tiêu chí 2"
    assert words(page, school.people["NV01"], "rating") == "Chưa có bộ"


def test_an_empty_file_leads_to_the_import(qtbot: QtBot, data_file: OpenFile, show: Show) -> None:
    assert data_file
    page = show()
    assert page._stack.currentIndex() == EMPTY
    assert page.header_widgets() == []
    with qtbot.waitSignal(page.context.bus.navigate) as led:
        page.empty.button.click()
    assert led.args == ["importing", None]


def test_a_year_without_criteria_says_what_is_missing(data_file: OpenFile, show: Show) -> None:
    assert data_file
    with write("Năm mới"):
        Campaign.create(year=2023)
        Person.create(code="CB01", full_name="Lò A", name_fold="lo a", name_sort="a", born_on=date(1980, 1, 1))
    page = show()
    assert page.empty.title.text() == "Năm này chưa có bộ tiêu chí"


def test_a_unit_in_debt_is_shown_with_those_who_owe(page: ScoringPage, school: School) -> None:
    people = (school.people["NV01"], school.people["NV02"])
    page.open_argument(Debt(Lack.UNIT_SCORES, school.units["TCHC"], "", "", None, people, (), 2, 2, None))
    assert page.toolbar.filter == BoardFilter(school.units["TCHC"], None, Standing.MISSING)
    assert listed(page, school) == ["NV02", "NV01"]
    assert at(page)[1] == "item:I/1.1"


def test_refused_values_are_shown_in_the_stage_that_has_them(page: ScoringPage, school: School) -> None:
    page.context.jobs.command(lambda progress: enter(school.stages[SELF], [school.cell("GV05", "1.1", "99")]))
    debt = Debt(Lack.DRAFTS, school.units["LLCS"], "", "", None, (school.people["GV05"],), (), 1, 6, None)
    page.open_argument(debt)
    assert page.toolbar.stages.current() is SELF
    assert at(page) == (school.people["GV05"], "item:I/1.1")


def test_ctrl_enter_opens_the_sheet_and_escape_leads_back(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    go(page, school.people["GV02"], "group:I")
    press(qtbot, page, Key.Key_Return, mod=Mod.ControlModifier)
    assert page._stack.currentIndex() == SHEET
    assert (page.title(), page.subtitle()) == ("Phiếu chấm điểm cá nhân", "Chấm điểm / Khoa Lý luận cơ sở")
    qtbot.keyClick(page.sheet, Key.Key_Escape)
    assert page._stack.currentIndex() == BOARD
    assert at(page)[0] == school.people["GV02"]
    assert page.view.grid.hasFocus()


def test_a_score_typed_in_the_sheet_stands_on_the_board(page: ScoringPage, school: School) -> None:
    page.open_argument(school.people["GV02"])
    page.sheet.entered.emit(school.stages[UNIT], (school.cell("GV02", "2.1", "40"),))
    page.show_loaded()
    assert words(page, school.people["GV02"], "total:unit") == "87,0"


def test_a_click_on_the_heading_opens_and_on_the_band_closes(qtbot: QtBot, page: ScoringPage) -> None:
    grid = page.view.grid
    header = grid.horizontalHeader()

    def click(key: str, y: int) -> None:
        left = header.sectionViewportPosition(grid.model_.column_place(key))
        place = header.viewport().rect().topLeft()
        place.setX(left + 40)
        place.setY(y)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click("group:II", header.height() - 20)
    assert grid.expanded == {"II"}
    click("item:II/2.1", 8)
    assert grid.expanded == frozenset()


def test_changes_of_another_page_are_taken_over(page: ScoringPage, school: School) -> None:
    score(school, COUNCIL, "GV01", [8, 12, 50, 30])
    page.reload()
    assert words(page, school.people["GV01"], "total:council") == "100,0"


def test_showing_cells_asks_the_data_file_nothing(page: ScoringPage) -> None:
    page.view.grid.toggle_all()
    data_files.close()
    model = page.view.grid.model_
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    shown = [
        model.data(model.index(line, column), role)
        for line in range(model.rowCount())
        for column in range(model.columnCount())
        for role in roles
    ]
    assert len(shown) == model.rowCount() * model.columnCount() * 3


def test_widths_of_columns_are_kept_for_the_next_visit(page: ScoringPage, show: Show, context: Context) -> None:
    page.view.grid.setColumnWidth(2, 200)
    page.view.grid.arrangement.changed.emit(page.view.grid.arrangement.state().to_text())
    again = show()
    assert again.view.grid.columnWidth(2) == 200


def test_a_year_begins_at_the_stage_that_is_due(data_file: OpenFile, show: Show) -> None:
    assert data_file
    school = build(lecturers=2, staff=0)
    assert show().toolbar.stages.current() is SELF
    for code in school.people:
        score(school, SELF, code, [8, 12, 50, 29])
    assert show().toolbar.stages.current() is UNIT
