"""Movements and commendations at once: kept and given by keyboard, refused beside the field, listed, revoked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.core.movements import MovementKind, MovementState
from thidua_gui.services import campaigns, history, movements, year_states
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.movements import MovementDraft
from thidua_gui.text import movements as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.forms.revoke_dialog import RevokeDialog
from thidua_gui.ui.movements.commend_dialog import CommendDialog
from thidua_gui.ui.movements.movement_dialog import MovementDialog
from thidua_gui.ui.movements.page import AWARDS, MovementsPage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPRING = MovementDraft(
    MovementKind.SHORT, "Chào mừng 19/5", starts_on=date(2022, 3, 1), ends_on=date(2022, 5, 19)
)  # fmt: skip


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> MovementsPage:
    movements.add_movement(year.id, SPRING)
    shown = show(MovementsPage)
    assert isinstance(shown, MovementsPage)
    return shown


def names(page: MovementsPage) -> list[str]:
    return [line.draft.name for line in page.movements.model.shown_rows]


def commend(page: MovementsPage, qtbot: QtBot, code: str = "CB02") -> CommendDialog:
    """Fill the open dialog in and press its verb."""
    dialog = page.findChild(CommendDialog)
    assert isinstance(dialog, CommendDialog)
    dialog.achievement.setPlainText("Cứu người trong lũ")
    dialog.number.setText("96/QĐ-TCT")
    dialog.decided_on.setText("3/9/2022")
    dialog.pasted.text.setPlainText(code)
    qtbot.keyClick(dialog.pasted.button, Qt.Key.Key_Space)
    dialog.submit()
    return dialog


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(page: MovementsPage, width: int, scale: float) -> None:
    theme.theme_switch().set_scale(scale)
    assert sideways(page, width) == []
    page.show_view(AWARDS)
    assert sideways(page, width) == []
    assert page.width() == width


def test_a_movement_is_added_edited_and_removed_by_keyboard(page: MovementsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.movements.grid, Qt.Key.Key_N, CONTROL)
    dialog = page.findChild(MovementDialog)
    dialog.name.setText("Chuyển đổi số")
    dialog.starts_on.setText("1/4/2022")
    dialog.submit()
    assert names(page) == ["Chào mừng 19/5", "Chuyển đổi số"]
    page.movements.grid.setFocus()
    qtbot.keyClick(page.movements.grid, Qt.Key.Key_Delete)
    assert names(page) == ["Chuyển đổi số"]


def test_enter_edits_and_the_state_follows(page: MovementsPage, qtbot: QtBot) -> None:
    assert page.movements.model.rows[0].state is MovementState.TO_REVIEW
    assert page.subtitle() == "Năm 2022 · 1 phong trào, 1 chờ tổng kết"
    page.movements.grid.setFocus()
    qtbot.keyClick(page.movements.grid, Qt.Key.Key_Return)
    dialog = page.findChild(MovementDialog)
    dialog.closed_on.setText("25/5/2022")
    dialog.submit()
    assert page.movements.model.rows[0].state is MovementState.REVIEWED


def test_a_wrong_day_is_told_beside_its_field_and_nothing_typed_is_lost(page: MovementsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.movements.grid, Qt.Key.Key_N, CONTROL)
    dialog = page.findChild(MovementDialog)
    dialog.name.setText("Chuyển đổi số")
    dialog.starts_on.setText("1/4/2022")
    dialog.ends_on.setText("31/3/2022")
    dialog.submit()
    assert "31/03/2022" in dialog.fields["ends_on"].below.text()
    assert (dialog.isVisible(), dialog.name.text()) == (True, "Chuyển đổi số")


def test_an_irregular_commendation_is_given_by_keyboard(page: MovementsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.movements.grid, Qt.Key.Key_Tab, CONTROL)
    qtbot.keyClick(page.awards.grid, Qt.Key.Key_N, CONTROL)
    commend(page, qtbot)
    (row,) = page.awards.model.shown_rows
    assert (row.bearer_code, row.kind, row.title) == ("CB02", "irregular", "Giấy khen")
    assert page.subtitle() == "Năm 2022 · 1 khen đột xuất, 0 khen theo phong trào"


def test_the_current_movement_is_commended_by_from_its_own_view(page: MovementsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.movements.grid, Qt.Key.Key_N, CONTROL | SHIFT)
    commend(page, qtbot)
    assert page.movements.model.rows[0].given.people == 1
    page.movements.grid.setFocus()
    qtbot.keyClick(page.movements.grid, Qt.Key.Key_Delete)
    assert names(page) == ["Chào mừng 19/5"]


def test_a_line_nobody_bears_stays_in_its_field_and_holds_the_dialog_back(page: MovementsPage, qtbot: QtBot) -> None:
    page.show_view(AWARDS)
    qtbot.keyClick(page.awards.grid, Qt.Key.Key_N, CONTROL)
    dialog = commend(page, qtbot, "CB03\nNgười Lạ")
    assert dialog.isVisible()
    assert dialog.pasted.words() == "Người Lạ"
    assert dialog.fields["pasted"].has_error
    dialog.pasted.text.clear()
    dialog.submit()
    assert [row.bearer_code for row in page.awards.model.rows] == ["CB03"]


def test_somebody_from_outside_is_typed_and_enter_adds(page: MovementsPage, qtbot: QtBot) -> None:
    page.show_view(AWARDS)
    qtbot.keyClick(page.awards.grid, Qt.Key.Key_N, CONTROL)
    dialog = page.findChild(CommendDialog)
    dialog.outside.name.setText("Lò Văn Tướng")
    dialog.outside.unit.setText("Bản Nậm Loỏng")
    qtbot.keyClick(dialog.outside.unit, Qt.Key.Key_Return)
    commend(page, qtbot)
    assert {row.name for row in page.awards.model.rows if row.is_outside} == {"Lò Văn Tướng"}
    assert len(page.awards.model.rows) == 2


def test_delete_takes_a_recipient_from_the_list(page: MovementsPage, qtbot: QtBot) -> None:
    page.show_view(AWARDS)
    qtbot.keyClick(page.awards.grid, Qt.Key.Key_N, CONTROL)
    dialog = page.findChild(CommendDialog)
    dialog.pasted.text.setPlainText("CB02\nCB03\nCB02")
    dialog.take_pasted()
    dialog.recipients.list.setCurrentRow(0)
    qtbot.keyClick(dialog.recipients.list, Qt.Key.Key_Delete)
    assert dialog.recipients.counts() == (1, 0, 0)


def test_a_commendation_is_revoked_and_stays_in_the_list(page: MovementsPage, qtbot: QtBot) -> None:
    page.show_view(AWARDS)
    page.awards.add_new()
    commend(page, qtbot)
    page.awards.revoke()
    dialog = page.findChild(RevokeDialog)
    dialog.reason.setText("Nhầm người")
    dialog.submit()
    assert [row.revocation is not None for row in page.awards.model.rows] == [True]
    assert not page.awards.revoke_button.isEnabled()


def test_the_list_of_irregular_commendations_is_printed_under_its_own_title(page: MovementsPage, qtbot: QtBot) -> None:
    page.show_view(AWARDS)
    page.awards.add_new()
    commend(page, qtbot)
    qtbot.mouseClick(page.awards.kinds.segments()[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.awards.grid, Qt.Key.Key_P, CONTROL)
    preview = page.findChild(ListPreview)
    assert preview.windowTitle() == "Danh sách khen thưởng đột xuất năm 2022"


def test_undo_takes_the_commendation_off_the_page(page: MovementsPage, qtbot: QtBot) -> None:
    page.show_view(AWARDS)
    page.awards.add_new()
    commend(page, qtbot)
    page.context.jobs.command(lambda _: history.undo_last())
    assert page.awards.model.rows == ()


def test_a_closed_year_is_read_only_and_says_so(page: MovementsPage, year: CampaignSummary) -> None:
    year_states.close_year(year.id)
    page.context.campaign = campaigns.campaign(year.id)
    page.reload()
    assert page.banner.label.text() == wording.CLOSED.format(year=2022)
    for pane in (page.movements, page.awards):
        pane.add_new()
        assert not any(button.isEnabled() for button in pane.header_widgets())
    assert page.findChild(MovementDialog) is None
    assert page.findChild(CommendDialog) is None


def test_without_a_year_the_page_says_how_to_begin(no_year: None, show: Show) -> None:
    page = show(MovementsPage)
    assert isinstance(page, MovementsPage)
    assert page.no_year.isVisible()
    assert page.header_widgets() == []
