"""The page of ratings: counter and cap, filters, warnings, thresholds, units, lists on paper, empty states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign
from db.models.organisation import Unit
from db.models.scoring import Rating as RatingRow
from tests.services.scored_school import School
from tests.ui.ratings.conftest import DAY, cells, codes, dialog, go
from tests.ui.year_pages import NARROW, sideways
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.rating_cap import CapBase, CapRule, CapScope
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services import data_file, rating_caps, rating_edits
from thidua_gui.services.rating_edits import RatingEdit, RatingField
from thidua_gui.services.transaction import write
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.ratings.cap_dialog import CapDialog
from thidua_gui.ui.ratings.dialogs import OverDialog, ThresholdsDialog
from thidua_gui.ui.ratings.lines import Showing
from thidua_gui.ui.ratings.page import RatingsPage

Rate = Callable[..., None]
EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = Rating


@pytest.fixture
def rated(page: RatingsPage, rate: Rate) -> RatingsPage:
    """Two HTXSNV, three HTTNV, one HTNV, two not rated: 20 % of three people is nobody."""
    rate(GV01=EXCELLENT, GV02=EXCELLENT, GV03=GOOD, GV04=GOOD, GV05=GOOD, GV06=COMPLETED)
    page.reload()
    return page


def party(school: School, code: str, rating: Rating, on: date | None = None) -> None:
    person = school.people[code]
    edits = [RatingEdit(person, RatingField.PARTY, rating), RatingEdit(person, RatingField.PARTY_ON, on)]
    rating_edits.edit(school.campaign, edits, on=DAY)


def choose(page: RatingsPage, showing: Showing) -> None:
    next(one for one in page.view.showing.segments() if one.choice.key is showing).click()


def test_the_counter_follows_each_rating(page: RatingsPage, rate: Rate) -> None:
    assert page.view.cap.counter.text().startswith("Đang xếp HTXSNV 0/8; mức tối đa 0 (20% của 0 người HTTNV")
    rate(GV01=EXCELLENT)
    page.reload()
    assert page.view.cap.counter.text().startswith("Đang xếp HTXSNV 1/8; mức tối đa 0")
    assert page.view.cap.state.text() == "vượt 1 người"


def test_a_share_that_nobody_compared_is_labelled(rated: RatingsPage) -> None:
    assert "chưa đối chiếu" in rated.view.cap.counter.text()
    assert "132-QĐ/TW" in rated.view.cap.toolTip()


def test_the_strip_tells_what_one_more_would_do(rated: RatingsPage) -> None:
    go(rated, "GV03")
    rated._show_person()
    assert rated.view.person.who.text() == "Nguyễn Hữu Thắng: 90,0 điểm (Đơn vị), đề xuất HTTNV, đang xếp HTTNV"
    assert rated.view.person.then.text() == "Nếu xếp HTXSNV: 3/8, tối đa 0, vượt 3 người"


def test_the_settings_show_all_readings_with_the_schools_own_numbers(rated: RatingsPage) -> None:
    rated.cap.click()
    asked = dialog(rated, CapDialog)
    told = {base: [label.text() for label in labels] for base, labels in asked.readings.figures.items()}
    assert told == {
        CapBase.GOOD_ONLY: ["3 người", "0 người, vượt 2", "0 người"],
        CapBase.GOOD_OR_BETTER: ["5 người", "1 người, vượt 1", "1 người"],
        CapBase.ALL_STAFF: ["8 người", "1 người, vượt 1", "1 người"],
    }
    asked.percent.setText("50")
    assert asked.readings.figures[CapBase.GOOD_OR_BETTER][1].text() == "2 người"


def test_the_schools_own_cap_is_kept_and_counted_by_unit(rated: RatingsPage) -> None:
    rated.cap.click()
    asked = dialog(rated, CapDialog)
    asked.percent.setText("40")
    asked.readings.choices[CapBase.GOOD_OR_BETTER].setChecked(True)
    asked.scopes[CapScope.UNIT].setChecked(True)
    asked.primary.click()
    assert rated.view.cap.counter.text() == "Đang xếp HTXSNV 2/8; mức tối đa 2 (40% của 5 người HTTNV trở lên)"
    assert (rated.view.cap.state.text(), rated.view.cap.parts.text()) == ("trong mức", "2 đơn vị trong mức")


@pytest.mark.parametrize("typed", ["", "không", "0", "101"])
def test_a_share_that_cannot_be_is_said_beside_its_field(rated: RatingsPage, typed: str) -> None:
    rated.cap.click()
    asked = dialog(rated, CapDialog)
    asked.percent.setText(typed)
    asked.primary.click()
    assert asked.fields["percent"].below.text() == "Nhập số lớn hơn 0 và không quá 100, ví dụ 20."
    assert not rating_caps.cap_of(rated._shown.campaign_id).is_own


def test_the_cap_never_blocks_and_its_reason_is_noted(rated: RatingsPage) -> None:
    rated.view.cap.note.click()
    asked = dialog(rated, OverDialog)
    asked.line.setText("Theo Thông báo 12-TB/TCT")
    asked.primary.click()
    assert rated.view.cap.note.toolTip() == "Theo Thông báo 12-TB/TCT"
    assert cells(rated)["GV02"] == "HTXSNV"


def test_filters_show_who_needs_work(rated: RatingsPage, rate: Rate) -> None:
    rate("Vượt khó", GV04=EXCELLENT)
    rated.reload()
    choose(rated, Showing.UNRATED)
    assert codes(rated) == ["NV01", "NV02"]
    choose(rated, Showing.DIFFERENT)
    assert codes(rated) == ["GV04"]
    rated.view.count.clear.click()
    assert len(codes(rated)) == 8


def test_doubtful_ratings_are_shown_and_let_stand(rated: RatingsPage) -> None:
    with write("Mở lại vòng"):
        RatingRow.update(stale_since=datetime(2022, 11, 20, 8)).where(RatingRow.rating == "good").execute()
    rated.reload()
    assert rated.view.notice.label.text().startswith("3 người cần xem lại")
    rated.view.notice.action.click()
    assert codes(rated) == ["GV03", "GV04", "GV05"]
    rated.model.pick_shown(True)
    rated.view.keep.click()
    assert rated.view.notice.isHidden()


def test_a_broken_order_is_told_for_the_year_and_the_person(rated: RatingsPage, school: School) -> None:
    party(school, "GV03", EXCELLENT, date(2022, 11, 10))
    rated.reload()
    assert rated.view.notice.label.text().startswith("1 người sai trình tự xếp loại: ")
    choose(rated, Showing.ODD)
    assert codes(rated) == ["GV03"]
    tip = rated.model.column("note").tooltip
    assert tip is not None
    said = tip(rated.model.kept_rows[0])
    assert "Xếp loại đảng viên trước khi xếp loại viên chức" in said
    assert "132-QĐ/TW" in said


def test_a_council_that_met_too_early_is_told(rated: RatingsPage) -> None:
    with write("Họp sớm"):
        Campaign.update(council_on=date(2022, 11, 1)).execute()
    rated.reload()
    assert "6 người họp Hội đồng trước khi xếp loại viên chức" in rated.view.notice.label.text()


@pytest.fixture
def low(rated: RatingsPage) -> RatingsPage:
    """As in a window of 1280 × 720 with letters of 150 %."""
    quota = Quota(Fraction(20), QuotaRounding.FLOOR)
    rating_caps.set_cap(CapRule(quota, CapBase.GOOD_ONLY, tuple(CapScope)), "", None)
    rated.reload()
    theme.theme_switch().set_scale(1.5)
    rated.resize(NARROW, 590)
    QApplication.processEvents()
    return rated


def test_in_a_low_window_no_word_of_the_counter_is_cut(low: RatingsPage) -> None:
    counter = low.view.cap.counter
    assert low.width() == NARROW
    assert counter.width() >= 180
    assert counter.heightForWidth(counter.width()) <= counter.height()


def test_in_a_low_window_what_one_more_would_do_stands_beside_the_count(low: RatingsPage) -> None:
    go(low, "GV03")
    low._show_person()
    assert not low.view.person.isVisible()
    assert low.view.brief.isVisible()
    assert low.view.brief.text().startswith("Nếu xếp HTXSNV: 3/8")


def test_in_a_low_window_the_choices_keep_their_counts(low: RatingsPage) -> None:
    counts = [segment.shown_words()[1] for segment in low.view.showing.segments()]
    assert counts == ["8", "2", "0", "0", "0"]


def test_thresholds_change_what_is_proposed(rated: RatingsPage) -> None:
    rated.thresholds.click()
    asked = dialog(rated, ThresholdsDialog)
    asked.lines[EXCELLENT].setText("89,5")
    assert asked.foreseen.text() == "Với ngưỡng này, đề xuất: 3 HTXSNV, 2 HTTNV, 1 HTNV."
    asked.primary.click()
    assert cells(rated, "proposed")["GV03"] == "HTXSNV"
    assert cells(rated)["GV03"] == "HTTNV"


def test_overlapping_thresholds_are_refused_beside_their_field(rated: RatingsPage) -> None:
    rated.thresholds.click()
    asked = dialog(rated, ThresholdsDialog)
    asked.lines[GOOD].setText("50")
    asked.primary.click()
    assert asked.fields["good"].below.text() == "HTTNV phải cần nhiều điểm hơn HTNV (từ 50 điểm)."
    asked.lines[EXCELLENT].setText("200")
    asked.lines[GOOD].setText("70")
    asked.primary.click()
    assert asked.fields["excellent"].below.text().startswith("Không ai đạt được 200 điểm")
    asked.lines[GOOD].setText("bảy mươi")
    asked.primary.click()
    assert asked.fields["good"].below.text().startswith("Gõ số điểm")


def test_units_have_a_list_of_their_own(page: RatingsPage) -> None:
    page.view.subjects.segments()[1].click()
    assert codes(page) == ["LLCS", "TCHC"]
    page.grid.setFocus()
    go(page, "LLCS")
    page.grid.block.set_value("2")
    assert cells(page)["LLCS"] == "HTTNV"
    assert page.view.cap.counter.text() == "Đang xếp HTXSNV 0/2 tập thể"
    assert page.subtitle() == "Năm 2022 · đã xếp loại 1/2 tập thể"


def test_without_units_the_way_back_to_people_is_there(page: RatingsPage) -> None:
    with write("Đóng các đơn vị"):
        Unit.update(closed_on=date(2021, 12, 31)).where(~Unit.is_root).execute()
    page._choose_subject(SheetSubject.UNIT)
    assert page.empty.title.text() == "Chưa có đơn vị để xếp loại"
    assert page.header_widgets() == [page.back]
    page.back.click()
    assert len(codes(page)) == 8
    assert page.view.subjects.current() is SheetSubject.PERSON


def test_another_page_points_at_a_person(page: RatingsPage, school: School) -> None:
    choose(page, Showing.DIFFERENT)
    page.open_argument(school.people["NV02"])
    assert page.grid.current_row_id == school.people["NV02"]


def test_the_printed_list_names_the_unit_that_headings_name_on_screen(rated: RatingsPage) -> None:
    listed = rated.output.listed()
    assert listed is not None
    assert [column.title for column in listed.columns][:3] == ["Họ và tên", "Đơn vị", "Chức vụ"]
    assert listed.words[0][:2] == ("Phạm Thị Hồng Nhung", "Lý luận cơ sở")
    rated.view.by_unit.click()
    without_headings = rated.output.listed()
    assert without_headings is not None
    assert without_headings.columns[1].title == "Đơn vị"


def test_the_summary_counts_by_unit_and_for_the_school(rated: RatingsPage) -> None:
    summed = rated.output.summed_up()
    assert summed is not None
    assert summed.values == (
        ("Lý luận cơ sở", 6, 2, 3, 1, 0, 0, "33,3"),
        ("TC-HC", 2, 0, 0, 0, 0, 2, None),
        ("Toàn trường", 8, 2, 3, 1, 0, 2, "33,3"),
    )


def test_the_summary_is_shown_as_pages(rated: RatingsPage) -> None:
    rated.output.preview_summary()
    assert dialog(rated, ListPreview).view.page_count == 1


def test_the_summary_is_written_to_excel(
    rated: RatingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import python_calamine

    target = tmp_path / "xl.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    rated.output.save_summary()
    rows = python_calamine.CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[4][1:5] == ["Lý luận cơ sở", 6.0, 2.0, 3.0]


def test_without_a_year_the_page_says_what_it_is_for(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    data_file.create(tmp_path / "trong.tdkt", user="Thư ký", clock=lambda: datetime(2022, 11, 16))
    page = RatingsPage(context)
    qtbot.addWidget(page)
    page.reload()
    assert page.empty.title.text() == "Chưa có năm thi đua"
    went: list[str] = []
    context.bus.navigate.connect(lambda key, argument: went.append(key))
    page.empty.button.click()
    assert went == ["importing"]
    data_file.close()


def test_nothing_but_the_grid_scrolls_sideways(rated: RatingsPage) -> None:
    assert set(sideways(rated, NARROW)) <= {"RatingGrid"}
    assert rated._of is SheetSubject.PERSON
