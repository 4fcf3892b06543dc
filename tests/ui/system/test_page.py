"""The system page: look, letterhead and signer, backups and bringing one back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services import data_file, history, letterhead
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.ui import messages, theme
from thidua_gui.ui.system.page import SystemPage


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> SystemPage:
    assert year
    shown = show(SystemPage)
    assert isinstance(shown, SystemPage)
    return shown


def choose_target(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(year: CampaignSummary, show: Show, scale: float, width: int) -> None:
    assert year
    theme.theme_switch().set_scale(scale)
    assert sideways(show(SystemPage), width) == []


def test_the_look_changes_at_once_and_is_remembered(page: SystemPage, qtbot: QtBot) -> None:
    dark = page._look.themes.segments()[1]
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert theme.theme_switch().name == "dark"
    assert page.context.settings.text("look/theme", "") == "dark"


def test_the_choice_follows_a_theme_taken_in_the_menu(page: SystemPage) -> None:
    theme.theme_switch().set_name("dark")
    assert page._look.themes.current() == "dark"


def test_empty_fields_say_what_they_stand_for(page: SystemPage) -> None:
    fields = page._letterhead._fields
    assert fields["signer_name"].below.text() == "Để trống: Hoàng Đức Khải"
    assert page._letterhead._editors["signer_name"].text() == ""


def test_saving_changes_the_letterhead_of_documents(page: SystemPage, year: CampaignSummary, qtbot: QtBot) -> None:
    card = page._letterhead
    assert not card._save.isEnabled()
    card._style.setCurrentIndex(card._style.findData(HeadingStyle.STATE))
    qtbot.keyClicks(card._editors["place"], "Phong Tho")
    card._save.click()
    head = letterhead.letterhead(year.id)
    assert (head.style, head.office.place) == (HeadingStyle.STATE, "Phong Tho")
    assert not card._save.isEnabled()


def test_undo_brings_the_old_letterhead_back_into_the_form(page: SystemPage) -> None:
    page._letterhead._editors["place"].setText("Tam Đường")
    page._letterhead._save.click()
    page.context.bus.changed.emit(history.undo_last())
    assert page._letterhead._editors["place"].text() == ""


def test_what_is_being_typed_survives_a_reload(page: SystemPage) -> None:
    page._letterhead._editors["place"].setText("Tam Đ")
    page.reload()
    assert page._letterhead._editors["place"].text() == "Tam Đ"


def test_a_backup_appears_in_the_list_and_is_told(page: SystemPage, qtbot: QtBot) -> None:
    assert page._backups._empty.isVisibleTo(page)
    with qtbot.waitSignal(page.context.bus.backed_up):
        page._backups._now.click()
    assert [row.backup.good for row in page._backups._rows] == [True]
    assert page._backups._restore.isEnabled()


def test_a_backup_made_elsewhere_is_seen_on_the_next_visit(page: SystemPage) -> None:
    data_file.back_up_now()
    page.show_loaded()
    assert len(page._backups._rows) == 1


def test_a_damaged_backup_cannot_be_brought_back(page: SystemPage) -> None:
    made = data_file.back_up_now()
    made.path.write_bytes(b"")
    page.reload()
    assert not page._backups._restore.isEnabled()


def test_a_backup_becomes_a_file_of_its_own_which_can_be_opened(
    page: SystemPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page._backups._now.click()
    choose_target(monkeypatch, tmp_path / "khoi-phuc")
    monkeypatch.setattr(messages, "confirm", lambda *_, **__: True)
    with qtbot.waitSignal(page.context.bus.open_file) as asked:
        page._backups._restore.click()
    assert asked.args == [tmp_path / "khoi-phuc.tdkt"]
    data_file.close()
    assert data_file.open_file(asked.args[0]).path.exists()


def test_a_file_that_exists_is_never_overwritten(
    page: SystemPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page._backups._now.click()
    taken = tmp_path / "khoi-phuc.tdkt"
    taken.write_bytes(b"mine")
    choose_target(monkeypatch, taken)
    with qtbot.waitSignal(page.context.jobs.problem) as told:
        page._backups._restore.click()
    assert (told.args[0].code, taken.read_bytes()) == ("file_exists", b"mine")


def test_a_cancelled_dialog_restores_nothing(
    page: SystemPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._backups._now.click()
    choose_target(monkeypatch, "")
    page._backups._restore.click()
    assert sorted(path.name for path in tmp_path.glob("*.tdkt")) == ["truong.tdkt"]


def test_a_file_without_a_year_has_no_rows_to_take_from(no_year: None, show: Show) -> None:
    page = show(SystemPage)
    assert isinstance(page, SystemPage)
    assert page._letterhead._fields["place"].below.text() == "Để trống: sổ năm chưa ghi"
