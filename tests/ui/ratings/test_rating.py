"""Ratings by the keyboard: keys 1 to 4, typed names, blocks, reasons asked once, refused words kept in the editor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.models.campaigns import Campaign
from tests.services.scored_school import School
from tests.ui.ratings.conftest import cells, codes, dialog, go, type_text
from thidua_gui.core.ratings import Rating
from thidua_gui.services import history
from thidua_gui.services.rating_edits import RatingField
from thidua_gui.services.transaction import write
from thidua_gui.ui.ratings.dialogs import DayDialog, ReasonDialog
from thidua_gui.ui.ratings.page import RatingsPage

Rate = Callable[..., None]


def undo(page: RatingsPage) -> None:
    page.context.jobs.command(lambda _: history.undo_last())


def extend(page: RatingsPage, lines: int) -> None:
    for _ in range(lines):
        QTest.keyClick(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def test_a_digit_is_the_rating(page: RatingsPage) -> None:
    go(page, "GV01")
    QTest.keyClicks(page.grid, "1")
    assert cells(page)["GV01"] == "HTXSNV"
    assert cells(page, "decided_on")["GV01"] == "16/11/2022"


def test_a_digit_rates_the_whole_selection_in_one_step(page: RatingsPage) -> None:
    go(page, "GV03")
    extend(page, 2)
    QTest.keyClicks(page.grid, "2")
    assert [cells(page)[code] for code in ("GV03", "GV04", "GV05")] == ["HTTNV"] * 3
    undo(page)
    assert set(cells(page).values()) == {""}


@pytest.mark.parametrize(("typed", "shown"), [("HTXS", "HTXSNV"), ("xuất sắc", "HTXSNV"), ("hoàn thành", "HTNV")])
def test_names_are_typed_too(page: RatingsPage, typed: str, shown: str) -> None:
    go(page, "NV01")
    type_text(page, typed)
    assert cells(page)["NV01"] == shown


def test_words_that_are_no_rating_stay_in_the_editor_and_are_told(page: RatingsPage) -> None:
    go(page, "NV01")
    type_text(page, "giỏi")
    QApplication.processEvents()
    editor = page.grid.editing.editor
    assert editor is not None
    assert editor.text() == "giỏi"
    assert page.view.refusal.label.text().startswith("“giỏi” không phải là mức xếp loại.")
    assert cells(page)["NV01"] == ""


def test_a_rating_against_the_proposal_asks_for_its_reason(page: RatingsPage) -> None:
    go(page, "GV03")
    QTest.keyClicks(page.grid, "1")
    asked = dialog(page, ReasonDialog)
    asked.submit()
    assert asked.fields["reason"].has_error
    asked.line.setText("Vượt khó")
    asked.primary.click()
    assert (cells(page)["GV03"], cells(page, "reason")["GV03"]) == ("HTXSNV", "Vượt khó")


def test_without_a_reason_nothing_is_written(page: RatingsPage) -> None:
    go(page, "GV03")
    QTest.keyClicks(page.grid, "1")
    dialog(page, ReasonDialog).reject()
    assert cells(page)["GV03"] == ""
    assert page.model.words(page.grid.current_line, page.model.column_place("rating")) == ""


def test_the_same_rating_in_other_words_leaves_the_cell_as_it_was(page: RatingsPage, rate: Rate) -> None:
    rate(GV01=Rating.EXCELLENT)
    page.reload()
    go(page, "GV01")
    type_text(page, "HTXS")
    line = page.model.line_of(next(line.id for line in page.model.rows if line.rated.code == "GV01"))
    assert line is not None
    assert page.model.words(line, page.model.column_place("rating")) == "HTXSNV"


def test_delete_takes_a_rating_back(page: RatingsPage, rate: Rate) -> None:
    rate(GV01=Rating.EXCELLENT)
    page.reload()
    go(page, "GV01")
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert cells(page)["GV01"] == ""


def test_fill_down_copies_a_rating(page: RatingsPage) -> None:
    go(page, "NV01")
    QTest.keyClicks(page.grid, "3")
    extend(page, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert cells(page)["NV02"] == "HTNV"


def test_a_pasted_block_leaves_out_what_means_nothing(page: RatingsPage) -> None:
    page.grid.confirm_paste = lambda plan: len(plan.invalid) == 1
    QGuiApplication.clipboard().setText("HTTNV\nrất tốt\nHTTNV")
    go(page, "GV03")
    QTest.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [cells(page)[code] for code in ("GV03", "GV04", "GV05")] == ["HTTNV", "", "HTTNV"]
    assert "“rất tốt”" in page.view.refusal.label.text()


def test_checked_people_follow_their_proposals_and_who_lacks_points_is_counted(page: RatingsPage) -> None:
    said: list[str] = []
    page.context.bus.status.connect(said.append)
    page.model.pick_shown(True)
    page.view.follow.click()
    assert cells(page) == {
        "GV01": "HTXSNV", "GV02": "HTXSNV", "GV03": "HTTNV", "GV04": "HTTNV", "GV05": "HTTNV", "GV06": "HTNV",
        "NV01": "", "NV02": "",
    }  # fmt: skip
    assert "bỏ qua 2 người chưa đủ điểm để đề xuất" in said[-1]


def test_checked_people_are_rated_from_the_menu(page: RatingsPage) -> None:
    page.model.pick([line.id for line in page.model.rows if line.rated.code.startswith("NV")])
    page.view.rating_menu().actions()[1].trigger()
    assert (cells(page)["NV01"], cells(page)["NV02"], cells(page)["GV01"]) == ("HTTNV", "HTTNV", "")


def test_a_day_is_set_for_those_who_are_rated(page: RatingsPage, rate: Rate) -> None:
    rate(GV01=Rating.EXCELLENT, GV03=Rating.GOOD)
    page.reload()
    page.model.pick_shown(True)
    page.desk.ask_day(RatingField.DECIDED_ON)
    asked = dialog(page, DayDialog)
    asked.day.setText("20/11/2022")
    asked.primary.click()
    assert {day for day in cells(page, "decided_on").values() if day} == {"20/11/2022"}


def test_a_party_rating_and_its_day_are_typed(page: RatingsPage) -> None:
    go(page, "GV01", "party")
    QTest.keyClicks(page.grid, "2")
    go(page, "GV01", "party_on")
    type_text(page, "25112022")
    assert (cells(page, "party")["GV01"], cells(page, "party_on")["GV01"]) == ("HTTNV", "25/11/2022")


@pytest.mark.parametrize(("column", "typed"), [("decided_on", "01/01/1990"), ("party_on", "01/12/2021")])
def test_a_day_outside_the_year_stays_in_the_editor_and_is_told(page: RatingsPage, column: str, typed: str) -> None:
    for rated in ("rating", "party"):
        go(page, "GV01", rated)
        QTest.keyClicks(page.grid, "1")
    before = cells(page, column)["GV01"]
    go(page, "GV01", column)
    type_text(page, typed)
    QApplication.processEvents()
    editor = page.grid.editing.editor
    assert editor is not None
    assert editor.text() == typed
    assert page.view.refusal.label.text().startswith(f"Ngày {typed} không thể là ngày xếp loại năm 2022: chỉ nhận từ")
    assert cells(page, column)["GV01"] == before


def test_a_day_outside_the_year_for_many_is_refused_beside_its_field(page: RatingsPage, rate: Rate) -> None:
    rate(GV01=Rating.EXCELLENT)
    page.reload()
    page.model.pick_shown(True)
    page.desk.ask_day(RatingField.DECIDED_ON)
    asked = dialog(page, DayDialog)
    asked.day.setText("01/01/2050")
    asked.primary.click()
    assert asked.fields["decided_on"].has_error
    assert cells(page, "decided_on")["GV01"] == "16/11/2022"


def test_no_day_for_many_is_refused_and_takes_none_away(page: RatingsPage, rate: Rate) -> None:
    rate(GV01=Rating.EXCELLENT)
    page.reload()
    page.model.pick_shown(True)
    page.desk.ask_day(RatingField.DECIDED_ON)
    asked = dialog(page, DayDialog)
    asked.day.clear()
    asked.primary.click()
    assert asked.fields["decided_on"].has_error
    assert cells(page, "decided_on")["GV01"] == "16/11/2022"
    go(page, "GV01", "decided_on")
    QTest.keyClick(page.grid, Qt.Key.Key_Delete)
    assert cells(page, "decided_on")["GV01"] == ""


def test_what_is_rated_stays_in_sight_until_the_clerk_rearranges(page: RatingsPage) -> None:
    page.view.showing.segments()[1].click()
    go(page, "GV01")
    QTest.keyClicks(page.grid, "1")
    assert "GV01" in codes(page)
    page._rearrange()
    assert "GV01" not in codes(page)


def test_a_closed_year_is_only_looked_at(page: RatingsPage) -> None:
    with write("Chốt năm"):
        Campaign.update(state="closed").execute()
    page.reload()
    go(page, "GV01")
    QTest.keyClicks(page.grid, "1")
    assert cells(page)["GV01"] == ""
    assert page.view.notice.label.text() == "Năm 2022 đã chốt, bảng xếp loại chỉ để xem."
    assert not page.thresholds.isEnabled()


def test_ctrl_enter_leads_to_the_sheet_of_points(page: RatingsPage, school: School) -> None:
    went: list[tuple[str, object]] = []
    page.context.bus.navigate.connect(lambda key, argument: went.append((key, argument)))
    go(page, "GV02")
    QTest.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert went == [("scoring", school.people["GV02"])]
    QApplication.processEvents()
