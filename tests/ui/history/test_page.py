"""The history page: every step, what it touched, undo of old steps, redo."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from db.models.campaigns import Campaign
from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.services import history
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.history import Operation
from thidua_gui.services.transaction import write
from thidua_gui.ui import messages, theme
from thidua_gui.ui.history.page import HistoryPage


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> HistoryPage:
    assert year
    shown = show(HistoryPage)
    assert isinstance(shown, HistoryPage)
    return shown


def rename(page: HistoryPage, theme_words: str) -> int:
    """A step that changes the year's row, told to the page as the main window would."""
    with write(f"Đổi chủ đề thành {theme_words}", reason="Theo công văn") as operation:
        row = Campaign.get()
        row.theme = theme_words
        row.save()
    page.context.bus.changed.emit(operation.changes)
    return operation.id


def titles(page: HistoryPage) -> list[str]:
    return [row.title for row in page._rows]


def step(page: HistoryPage, row_id: int) -> Operation:
    return next(row for row in page._rows if row.id == row_id)


def current_theme() -> str | None:
    return Campaign.get().theme


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(year: CampaignSummary, show: Show, scale: float, width: int) -> None:
    assert year
    theme.theme_switch().set_scale(scale)
    assert sideways(show(HistoryPage), width) == []


def test_the_newest_step_is_chosen_and_its_time_is_told_to_the_second(page: HistoryPage) -> None:
    assert page._grid.current_row_id == page._rows[0].id
    assert page._grid.snapshot.words(0, 0) == "16/11/2022 09:41:07"
    assert page._grid.columnWidth(0) > QFontMetrics(theme.font("table", numeric=True)).horizontalAdvance(
        "20/10/2026 20:54:46"
    ) + theme.px(16)


def test_what_a_step_touched_is_told_in_words(page: HistoryPage) -> None:
    page._grid.select_row(page._rows[-1].id)
    assert "Hồ sơ cá nhân: thêm 45 dòng" in page._detail._touched.text()


def test_a_new_step_appears_at_once_with_its_reason(page: HistoryPage) -> None:
    page._grid.select_row(rename(page, "Mới"))
    assert titles(page)[0] == "Đổi chủ đề thành Mới"
    assert page._detail._why.text() == "Lý do: Theo công văn"


def test_undo_by_the_keys_of_the_window_shows_in_the_list(page: HistoryPage) -> None:
    made = rename(page, "Mới")
    page.context.bus.changed.emit(history.undo_last())
    assert step(page, made).undone
    assert page._rows[0].kind == "undo"


def test_an_old_step_is_undone_by_its_button_and_redone_by_that_of_its_undo(page: HistoryPage) -> None:
    before = current_theme()
    page._grid.select_row(rename(page, "Mới"))
    page._detail.undo.click()
    assert current_theme() == before
    assert not page._detail.undo.isEnabled()
    page._grid.select_row(page._rows[0].id)
    assert page._detail.undo.text() == "Làm lại bước này"
    page._detail.undo.click()
    assert current_theme() == "Mới"


def test_later_steps_on_the_same_rows_are_named_before_anything_is_undone(
    page: HistoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(messages, "confirm", lambda *words, **_: bool(asked.append(words[2])))
    first = rename(page, "Một")
    rename(page, "Hai")
    page._grid.select_row(first)
    page._detail.undo.click()
    assert "- Đổi chủ đề thành Hai" in asked[0]
    assert current_theme() == "Hai"


def test_a_conflicting_undo_is_done_when_wanted(page: HistoryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "confirm", lambda *words, **_: True)
    before = current_theme()
    first = rename(page, "Một")
    rename(page, "Hai")
    page._grid.select_row(first)
    page._detail.undo.click()
    assert (current_theme(), step(page, first).undone) == (before, True)


def test_a_step_that_issued_a_number_cannot_be_undone(page: HistoryPage) -> None:
    with write("Ban hành quyết định", barrier=True) as operation:
        Campaign.update(plan_number="1").execute()
    page.context.bus.changed.emit(operation.changes)
    page._grid.select_row(operation.id)
    assert not page._detail.undo.isEnabled()
    assert page._detail._locked.isVisibleTo(page)


def test_older_steps_are_asked_for_only_while_there_are_some(
    year: CampaignSummary, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert year
    monkeypatch.setattr("thidua_gui.ui.history.page._AT_ONCE", 1)
    page = show(HistoryPage)
    assert isinstance(page, HistoryPage)
    assert len(page._rows) == 1
    steps = len(history.operations())
    while page._older.isVisibleTo(page):
        page._older.click()
    assert len(page._rows) == steps > 1


def test_the_chosen_step_stays_chosen_when_others_come(page: HistoryPage) -> None:
    chosen = page._rows[-1].id
    page._grid.select_row(chosen)
    rename(page, "Mới")
    assert page._grid.current_row_id == chosen


def test_a_file_without_steps_says_so(no_year: None, show: Show) -> None:
    page = show(HistoryPage)
    assert isinstance(page, HistoryPage)
    assert page._empty.isVisibleTo(page)
