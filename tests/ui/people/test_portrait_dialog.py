"""Choosing the part of a picture that becomes the portrait, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.people.conftest import choose, dialog
from thidua_gui.services import attachments
from thidua_gui.ui.people import portrait
from thidua_gui.ui.people.crop import centred
from thidua_gui.ui.people.page import PeoplePage
from thidua_gui.ui.people.portrait_dialog import PortraitDialog

RED, BLUE = QColor(200, 30, 30), QColor(30, 30, 200)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """The left half red, the right half blue."""
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(RED)
    painter = QPainter(image)
    painter.fillRect(400, 0, 400, 600, BLUE)
    painter.end()
    path = tmp_path / "anh.png"
    image.save(str(path))
    return path


@pytest.fixture
def asked(qtbot: QtBot, picture: Path) -> PortraitDialog:
    made = PortraitDialog(None, QImage(str(picture)), "Lò Thị Hạnh")  # type: ignore[arg-type]  # no parent needed
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_largest_upright_frame_stands_in_the_middle_at_first(asked: PortraitDialog) -> None:
    assert asked.view.frame() == QRect(175, 0, 450, 600)


def test_keys_move_the_frame_and_change_its_size(asked: PortraitDialog) -> None:
    view = asked.view
    QTest.keyClick(view, Qt.Key.Key_Plus)
    smaller = view.frame()
    assert smaller.width() < 450
    assert smaller.center().x() == pytest.approx(400, abs=1)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.frame().x() < smaller.x()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.frame() == QRect(175, 0, 450, 600)


def test_the_frame_stops_at_the_edge_of_the_picture(asked: PortraitDialog) -> None:
    for _ in range(40):
        QTest.keyClick(asked.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert asked.view.frame() == QRect(350, 0, 450, 600)


def test_dragging_moves_the_frame_as_far_as_the_mouse(asked: PortraitDialog) -> None:
    view, before = asked.view, asked.view.crop.x
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(view, QPoint(130, 100))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(130, 100))
    assert view.crop.x - before == pytest.approx(30 / view._scale(), abs=1)
    QTest.mouseMove(view, QPoint(160, 100))
    assert view.crop.x - before == pytest.approx(30 / view._scale(), abs=1)


def test_the_wheel_and_the_slider_zoom_together(asked: PortraitDialog) -> None:
    centre = QPointF(50, 50)
    no_keys, no_phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(
        centre, centre, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, no_keys, no_phase, False
    )  # fmt: skip
    QApplication.sendEvent(asked.view, turn)
    assert asked.zoom.value() == 5
    asked.zoom.setValue(100)
    assert asked.view.frame().width() == 90
    asked.again.click()
    assert asked.zoom.value() == 0


def test_the_chosen_part_becomes_the_portrait(page: PeoplePage, picture: Path) -> None:
    choose(page, "CB13")
    page.desk.set_portrait(str(picture))
    asked = dialog(page, PortraitDialog)
    for _ in range(40):
        QTest.keyClick(asked.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(asked.view, Qt.Key.Key_Return)
    assert page.panel.seen is not None
    stored = page.panel.seen.detail.facts.portrait_id
    assert stored is not None
    image = QImage.fromData(attachments.content(stored))
    assert (image.width(), image.height()) == (450, 600)
    assert image.pixelColor(225, 300).blue() > 180


def test_cancelling_keeps_the_portrait_as_it_was(page: PeoplePage, picture: Path) -> None:
    choose(page, "CB13")
    page.desk.set_portrait(str(picture))
    QTest.keyClick(dialog(page, PortraitDialog), Qt.Key.Key_Escape)
    assert not page.panel.portrait.has_picture


def test_a_small_picture_may_be_taken_whole_but_not_zoomed(qtbot: QtBot) -> None:
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill(RED)
    made = PortraitDialog(None, image, "A")  # type: ignore[arg-type]  # no parent needed
    qtbot.addWidget(made)
    assert made.view.frame() == QRect(0, 0, 60, 80)
    assert not made.zoom.isEnabled()


def test_a_large_picture_is_read_no_larger_than_needed(tmp_path: Path) -> None:
    image = QImage(5000, 100, QImage.Format.Format_RGB32)
    image.fill(RED)
    image.save(str(tmp_path / "rong.png"))
    read = portrait.read_picture(str(tmp_path / "rong.png"))
    assert read is not None
    assert read.width() == portrait.LARGEST


SIDE = st.integers(1, 4000)
PART = st.floats(-5000, 5000, allow_nan=False)


@given(SIDE, SIDE, PART, PART, st.floats(-1, 2, allow_nan=False))
def test_no_frame_ever_leaves_the_picture_or_loses_its_shape(
    width: int, height: int, dx: float, dy: float, zoom: float
) -> None:
    crop = centred(width, height).zoomed(zoom).moved(dx, dy)
    assert -1e-6 <= crop.x <= width - crop.width + 1e-6
    assert -1e-6 <= crop.y <= height - crop.height + 1e-6
    assert crop.narrowest - 1e-6 <= crop.width <= crop.widest + 1e-6
