"""The milestones and who owes what: kept by keyboard, ticked off, led on from, printed, exported."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.services import campaigns, submissions, year_states
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.text import schedule as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.forms.submitted_dialog import SubmittedDialog
from thidua_gui.ui.schedule.dialogs import MilestoneDialog
from thidua_gui.ui.schedule.page import LATE, SchedulePage

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> SchedulePage:
    assert year
    shown = show(SchedulePage)
    assert isinstance(shown, SchedulePage)
    return shown


def choose(page: SchedulePage, kind: MilestoneKind) -> None:
    line = next(line for line in page.milestones.rows if line.draft.kind is kind)
    page.grid.select_row(line.id)


def names(page: SchedulePage) -> list[str]:
    return [line.draft.name for line in page.milestones.shown_rows]


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(year: CampaignSummary, show: Show, width: int, scale: float) -> None:
    assert year
    theme.theme_switch().set_scale(scale)
    assert sideways(show(SchedulePage), width) == []


def test_the_page_opens_where_somebody_is_missing(page: SchedulePage) -> None:
    (owed,) = page.owed.shown_rows
    assert owed.debt.names == ("Sùng A Vừ",)
    assert page.subtitle() == "Năm 2022 · 1 mục quá hạn"


def test_a_milestone_is_added_moved_and_taken_away_by_keyboard(page: SchedulePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_N, CONTROL)
    dialog = page.findChild(MilestoneDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(MilestoneKind.MID_YEAR))
    dialog.due_on.setText("15/7/2022")
    dialog.submit()
    assert names(page)[-1] == "Kiểm tra giữa năm"
    choose(page, MilestoneKind.MID_YEAR)
    assert len(page.owed.shown_rows) == 5
    qtbot.keyClick(page.grid, Qt.Key.Key_Up, ALT)
    assert names(page)[-2] == "Kiểm tra giữa năm"
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Delete)
    assert "Kiểm tra giữa năm" not in names(page)


def test_a_wrong_day_is_told_beside_its_field(page: SchedulePage, qtbot: QtBot) -> None:
    choose(page, MilestoneKind.RESULTS)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    dialog = page.findChild(MilestoneDialog)
    dialog.due_on.setText("19/11/2032")
    dialog.submit()
    assert dialog.isVisible()
    assert "2032" in dialog.fields["due_on"].below.text()


def test_units_are_ticked_off_for_their_results(page: SchedulePage, year: CampaignSummary, qtbot: QtBot) -> None:
    choose(page, MilestoneKind.RESULTS)
    page.owed_grid.selectAll()
    qtbot.keyClick(page.owed_grid, Qt.Key.Key_D, CONTROL)
    dialog = page.findChild(SubmittedDialog)
    dialog.submitted_on.setText("15/11/2022")
    dialog.submit()
    kinds = {kind for _, kind in submissions.latest(year.id)}
    assert (len(submissions.latest(year.id)), kinds) == (5, {SubmissionKind.RESULTS})
    assert page.owed.shown_rows == ()


def test_enter_on_a_debt_leads_to_where_it_is_made_good(page: SchedulePage, qtbot: QtBot) -> None:
    page.owed_grid.setFocus()
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        qtbot.keyClick(page.owed_grid, Qt.Key.Key_Return)
    assert asked.args == ["registration", ("people", "missing")]


def test_a_unit_pointed_at_is_shown_with_what_it_is_late_with(page: SchedulePage) -> None:
    unit_id = page.owed.shown_rows[0].debt.unit_id
    page.open_argument(unit_id)
    assert page.views.current() == LATE
    assert [row.debt.unit_id for row in page.owed.shown_rows] == [unit_id]


def test_letters_are_shown_before_they_are_printed(page: SchedulePage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_P, CONTROL)
    preview = page.findChild(ListPreview)
    assert preview.pdf.startswith(b"%PDF")
    assert preview.windowTitle() == "Công văn đôn đốc năm 2022"


def test_the_calendar_is_written_where_the_clerk_wants_it(
    page: SchedulePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "lịch"), ""))
    qtbot.keyClick(page.grid, Qt.Key.Key_E, CONTROL)
    assert (tmp_path / "lịch.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_closed_year_is_read_only_and_says_so(page: SchedulePage, year: CampaignSummary) -> None:
    year_states.close_year(year.id)
    page.context.campaign = campaigns.campaign(year.id)
    page.reload()
    assert page.banner.label.text() == wording.CLOSED.format(year=2022)
    for button in (page.add_button, page.edit_button, page.remove_button, page.up_button, page.mark_button):
        assert not button.isEnabled()
    assert page.letters_button.isEnabled()


def test_without_a_year_the_page_says_how_to_begin(no_year: None, show: Show) -> None:
    page = show(SchedulePage)
    assert isinstance(page, SchedulePage)
    assert page.no_year.isVisible()
    assert not page.add_button.isEnabled()
