"""Units and the school by keyboard: what is shown, where it leads, votes typed from minutes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from db.models.scoring import Rating as RatingRow
from db.models.submissions import UnitVote
from tests.ui.year_pages import NARROW, NOW, WIDE, Show, sideways
from thidua_gui.core.ids import UnitId
from thidua_gui.core.registering import Side
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.votes import VoteCount
from thidua_gui.services import campaigns, history, unit_votes_edit, year_states
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.transaction import write
from thidua_gui.services.unit_votes_edit import VoteDraft
from thidua_gui.text import collectives as wording
from thidua_gui.ui.collectives.page import SCHOOL, CollectivesPage
from thidua_gui.ui.collectives.vote_dialog import VoteDialog
from thidua_gui.ui.collectives.votes_dialog import VotesDialog
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.forms.pick_field import PickItem
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.ratings.page import RatingsPage
from thidua_gui.ui.scoring.page import SHEET, ScoringPage
from thidua_gui.ui.widgets.grid.columns import Chip, Tone

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
)  # fmt: skip
TITLE = "Tập thể lao động xuất sắc"


@pytest.fixture
def page(year: CampaignSummary, show: Show, qtbot: QtBot) -> CollectivesPage:
    assert year
    shown = show(CollectivesPage)
    assert isinstance(shown, CollectivesPage)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def words(page: CollectivesPage, line: int, key: str) -> str:
    return page.units.model.words(line, page.units.model.column_place(key))


def vote_of(page: CollectivesPage, count: VoteCount) -> UnitId:
    """The first unit proposes itself."""
    unit = UnitId(page.units.model.rows[0].id)
    assert page.context.campaign_id is not None
    draft = VoteDraft(unit, None, unit, TITLE, None, count)
    changes = unit_votes_edit.record(page.context.campaign_id, draft)
    page.context.bus.changed.emit(changes)
    return unit


def open_votes(page: CollectivesPage, qtbot: QtBot) -> VotesDialog:
    qtbot.keyClick(page.units.grid, Qt.Key.Key_B, CONTROL | SHIFT)
    (dialog,) = page.findChildren(VotesDialog)
    assert isinstance(dialog, VotesDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def form_of(dialog: VotesDialog) -> VoteDialog:
    (form,) = [one for one in dialog.findChildren(VoteDialog) if one.isVisible()]
    assert isinstance(form, VoteDialog)
    return form


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_is_scrolled_sideways(page: CollectivesPage, width: int) -> None:
    assert sideways(page, width) == []
    page.show_view(SCHOOL)
    assert sideways(page, width) == []


def test_each_unit_tells_points_rating_and_registration(page: CollectivesPage) -> None:
    assert page.subtitle() == "Năm 2022 · 5 khoa, phòng"
    told = [words(page, 0, key) for key in ("unit", "stage-self", "stage-unit", "stage-council", "rating")]
    assert told == ["Lý luận cơ sở", "98,0", "97,5", "", "HT xuất sắc"]
    assert words(page, 0, "registered") == wording.NOT_REGISTERED


def test_a_rating_that_is_only_proposed_or_doubtful_says_so(page: CollectivesPage) -> None:
    first, second = (row.id for row in page.units.model.rows[:2])
    with write("Chuẩn bị") as operation:
        RatingRow.delete().where(RatingRow.unit == first).execute()
        RatingRow.update(stale_since=NOW).where(RatingRow.unit == second).execute()
    page.context.bus.changed.emit(operation.changes)
    place = page.units.model.column_place("rating")
    assert page.units.model.face(0, place) == Chip("đề xuất HTXS")
    assert page.units.model.face(1, place) == Chip(wording.STALE, Tone.WARNING, "alert-triangle")


def test_the_units_own_vote_and_its_proposals_are_told(page: CollectivesPage) -> None:
    vote_of(page, VoteCount(13, 13, 12, 1))
    assert words(page, 0, "votes") == "TTLĐXS: 12/13 (92,3%)"
    assert (words(page, 0, "proposals"), words(page, 1, "proposals")) == ("1", "")


def test_enter_leads_to_the_units_own_sheet(page: CollectivesPage, show: Show, qtbot: QtBot) -> None:
    page.units.grid.setFocus()
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        qtbot.keyClick(page.units.grid, Qt.Key.Key_Return)
    unit = page.units.model.rows[0].id
    assert asked.args == ["scoring", (SheetSubject.UNIT, unit)]
    scoring = show(ScoringPage)
    scoring.open_argument(asked.args[1])
    assert isinstance(scoring, ScoringPage)
    assert (scoring._stack.currentIndex(), scoring.sheet.person_id) == (SHEET, unit)


def test_ratings_are_opened_at_the_unit(page: CollectivesPage, show: Show, qtbot: QtBot) -> None:
    page.units.grid.select_row(page.units.model.rows[3].id)
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        qtbot.keyClick(page.units.grid, Qt.Key.Key_X, CONTROL | SHIFT)
    ratings = show(RatingsPage)
    ratings.open_argument(asked.args[1])
    assert isinstance(ratings, RatingsPage)
    assert ratings.view.subjects.current() is SheetSubject.UNIT
    assert ratings.grid.current_row_id == page.units.model.rows[3].id


def test_registration_is_opened_at_the_collectives(page: CollectivesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        qtbot.keyClick(page.units.grid, Qt.Key.Key_D, CONTROL | SHIFT)
    assert asked.args == ["registration", Side.UNITS.value]


def test_a_vote_is_typed_from_the_minutes(page: CollectivesPage, qtbot: QtBot) -> None:
    dialog = open_votes(page, qtbot)
    assert dialog.empty.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_N, CONTROL)
    form = form_of(dialog)
    unit = page.units.model.rows[0]
    form.subject.choose(PickItem((Side.UNITS, unit.id), unit.name))
    form.title.setEditText(TITLE)
    for editor, typed in ((form.members, "13"), (form.present, "13"), (form.agree, "12"), (form.disagree, "1")):
        qtbot.keyClicks(editor, typed)
    form.submit()
    (row,) = UnitVote.select()
    assert (row.unit_id, row.title, row.members, row.agree) == (unit.id, TITLE, 13, 12)
    assert [line.name for line in dialog.model.rows] == [unit.name]
    assert words(page, 0, "proposals") == "1"


def test_the_units_own_people_come_first_when_nothing_is_typed(page: CollectivesPage, qtbot: QtBot) -> None:
    dialog = open_votes(page, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_N, CONTROL)
    form = form_of(dialog)
    qtbot.keyClick(form.subject, Qt.Key.Key_Down)
    found = [form.subject.completer().model().index(line, 0).data() for line in range(3)]
    assert found[:2] == [page.units.model.rows[0].name, "Đỗ Thị Ngọc Ánh"]


def test_too_many_ballots_are_refused_beside_their_field(page: CollectivesPage, qtbot: QtBot) -> None:
    vote_of(page, VoteCount(13, 13, 12, 1))
    dialog = open_votes(page, qtbot)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Return)
    form = form_of(dialog)
    form.disagree.setText("2")
    form.submit()
    assert form.fields["disagree"].below.text() == "Tổng số phiếu 14 nhiều hơn 13 người có mặt."
    assert UnitVote.get().disagree == 1


def test_the_next_vote_begins_with_the_meeting_of_the_last(page: CollectivesPage, qtbot: QtBot) -> None:
    vote_of(page, VoteCount(13, 12, 11, 1))
    dialog = open_votes(page, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_N, CONTROL)
    form = form_of(dialog)
    assert [form.members.text(), form.present.text(), form.agree.text()] == ["13", "12", ""]


def test_a_vote_goes_by_delete_and_comes_back_by_undo(page: CollectivesPage, qtbot: QtBot) -> None:
    vote_of(page, VoteCount(13, 13, 12, 1))
    dialog = open_votes(page, qtbot)
    qtbot.keyClick(dialog.grid, Qt.Key.Key_Delete)
    assert (UnitVote.select().count(), dialog.empty.isVisible()) == (0, True)
    history.undo_last()
    assert UnitVote.get().agree == 12


def test_a_closed_year_is_read_only_and_says_so(page: CollectivesPage, year: CampaignSummary, qtbot: QtBot) -> None:
    year_states.close_year(year.id)
    page.context.campaign = campaigns.campaign(year.id)
    page.reload()
    assert page.banner.label.text() == wording.CLOSED.format(year=2022)
    dialog = open_votes(page, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_N, CONTROL)
    assert not dialog.add_vote.isVisible()
    assert not dialog.findChildren(VoteDialog)


def test_the_list_is_shown_before_it_is_printed(page: CollectivesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.units.grid, Qt.Key.Key_P, CONTROL)
    preview = page.findChild(ListPreview)
    assert isinstance(preview, ListPreview)
    assert preview.windowTitle() == wording.LIST_TITLE


def test_the_list_is_written_to_excel(
    page: CollectivesPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "tập thể"), ""))
    qtbot.keyClick(page.units.grid, Qt.Key.Key_E, CONTROL)
    assert (tmp_path / "tập thể.xlsx").stat().st_size > 0


def test_ctrl_f_finds_a_unit(page: CollectivesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.units.grid, Qt.Key.Key_F, CONTROL)
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "xay")
    qtbot.waitUntil(lambda: [row.short for row in page.units.model.shown_rows] == ["Xây dựng Đảng"])


def test_the_sheet_of_keys_follows_the_view(page: CollectivesPage, qtbot: QtBot) -> None:
    assert wording.VOTES in [action.text() for action in page.keyed_actions()]
    qtbot.keyClick(page, Qt.Key.Key_2, ALT)
    told = [action.text() for action in page.keyed_actions()]
    assert wording.VOTES not in told
    assert wording.RESULT_ADD in told


def test_without_a_year_the_page_says_how_to_begin(no_year: None, show: Show) -> None:
    page = show(CollectivesPage)
    assert isinstance(page, CollectivesPage)
    assert page.no_year.isVisible()


def test_no_key_of_the_page_is_taken_by_the_window_or_the_grid(page: CollectivesPage, qtbot: QtBot) -> None:
    window = MainWindow(page.context, ())
    qtbot.addWidget(window)
    taken = {keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()}
    assert "Ctrl+B" in taken
    own = [action.shortcut().toString() for action in page.actions()]
    assert not set(own) & (taken | {"Ctrl+C", "Ctrl+Shift+C", "Ctrl+V", "Ctrl+D", "Ctrl+A", "Ctrl+Shift+L"})
    assert len(own) == len(set(own))
