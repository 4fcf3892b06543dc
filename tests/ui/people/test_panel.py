"""The panel of one person: figures, timeline with revoked awards, scores, dated memberships, portrait."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.people.conftest import choose, dialog, person
from thidua_gui.services import history
from thidua_gui.ui.people import portrait
from thidua_gui.ui.people.page import PeoplePage
from thidua_gui.ui.people.portrait_dialog import PortraitDialog


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def test_choosing_a_line_shows_the_person_after_a_moment(page: PeoplePage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    page.grid.select_row(person("CB13"))
    qtbot.waitUntil(lambda: page.panel.name.text() == "Lò Thị Hạnh")
    assert page.panel.post.text() == "Phó Trưởng khoa"
    assert page.panel.unit.text() == "Khoa Xây dựng Đảng"


def test_a_namesake_is_told_apart_in_the_panel(page: PeoplePage) -> None:
    choose(page, "CB25")
    assert page.panel.unit.text() == "Khoa Nhà nước và pháp luật\nSinh năm 1991"


def test_figures_count_unrevoked_awards(page: PeoplePage) -> None:
    choose(page, "CB05")
    awards = page.panel.awards
    figures = [figure.number.text() for figure in (awards.advanced, awards.fighter, awards.certificates)]
    assert figures == ["3 năm", "1", "0"]


def test_the_timeline_speaks_a_revoked_award_with_its_reason(page: PeoplePage) -> None:
    choose(page, "CB05")
    timeline = page.panel.awards.timeline
    timeline.setFocus()
    for _ in range(2):
        QTest.keyClick(timeline, Qt.Key.Key_Down)
    spoken = timeline.accessibleName()
    assert spoken.startswith("2020, Chiến sĩ thi đua cơ sở")
    assert "Thu hồi ngày 15/06/2021: Khai không đúng thành tích" in spoken


def test_enter_and_the_dots_open_what_can_be_done_with_an_award(page: PeoplePage) -> None:
    choose(page, "CB05")
    page.panel.tabs.setCurrentIndex(1)
    timeline = page.panel.awards.timeline
    asked: list[int] = []
    timeline.menu_wanted.connect(lambda row, at: asked.append(row.year))
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    box = timeline.box_of(4)
    QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=box.topRight() - QPoint(8, -8))
    assert asked == [2021, 2019]


def test_scores_show_parts_totals_and_what_is_missing(page: PeoplePage) -> None:
    choose(page, "CB13")
    shown = words(page.panel.scores)
    assert {"Tự chấm", "Đơn vị", "Hội đồng", "98,0", "40,0"} <= set(shown)
    assert "–" in shown
    assert "HT xuất sắc" in shown


def test_the_course_shows_dated_units_and_changes_of_the_year(page: PeoplePage) -> None:
    choose(page, "CB45")
    shown = words(page.panel.course)
    assert "Từ 01/03/2014 đến 31/07/2022" in shown
    assert "Hiện nay" in shown
    assert {"Chuyển đơn vị", "Từ Phòng Quản lý đào tạo và nghiên cứu khoa học"} <= set(shown)


def test_discipline_of_the_year_is_shown(page: PeoplePage) -> None:
    choose(page, "CB16")
    assert {"Khiển trách", "58-QĐ/TCT, 15/06/2022", "Không liên quan nhiệm vụ"} <= set(words(page.panel.course))


def test_who_did_not_register_is_said_so(page: PeoplePage) -> None:
    choose(page, "CB35")
    assert page.panel.banner.property("banner") == "wa"
    assert page.panel.banner.label.text() == "Năm 2022 chưa đăng ký thi đua."


def test_the_sheet_opens_on_the_page_of_scores(page: PeoplePage) -> None:
    went: list[tuple[str, object]] = []
    page.context.bus.navigate.connect(lambda key, argument: went.append((key, argument)))
    choose(page, "CB13")
    page.panel.scores.open_sheet.click()
    assert went == [("scoring", person("CB13"))]


def test_the_menu_offers_leaving(page: PeoplePage) -> None:
    choose(page, "CB13")
    page.panel.more.click()
    (menu,) = page.panel.findChildren(QMenu)
    assert "Nghỉ việc…" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_picture_is_cut_to_three_by_four_and_at_most_600_high(tmp_path: Path) -> None:
    path = tmp_path / "anh.png"
    image = QImage(2000, 1000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(path))
    read = portrait.read_picture(str(path))
    assert read is not None
    cut = QImage.fromData(portrait.cut(read, QRect(100, 0, 750, 1000)))
    assert (cut.width(), cut.height()) == (450, 600)


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "anh.png"
    path.write_bytes(b"no picture")
    assert portrait.read_picture(str(path)) is None


def test_a_chosen_picture_becomes_the_portrait_and_undo_takes_it_away(
    page: PeoplePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "anh.png"
    QImage(300, 400, QImage.Format.Format_RGB32).save(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    choose(page, "CB13")
    page.panel.portrait.click()
    dialog(page, PortraitDialog).primary.click()
    assert page.panel.portrait.has_picture
    page.context.jobs.command(lambda _: history.undo_last())
    assert not page.panel.portrait.has_picture
