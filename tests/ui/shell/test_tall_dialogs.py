"""Dialogs at letters of 150 % on a screen of 1280 × 720: the footer is in sight, fields scroll with the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.new_year import Carry
from thidua_gui.services.campaigns import CampaignState, CampaignSummary
from thidua_gui.services.new_year import YearOffer
from thidua_gui.services.year_states import LeftOpen, YearEvent
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import FormDialog
from thidua_gui.ui.schedule.dialogs import MilestoneDialog
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.year_dialogs import NewYearDialog, YearStateDialog

SCREEN = QRect(0, 0, 1280, 720)
YEAR = CampaignId(1)


class SmallScreen:
    def availableGeometry(self) -> QRect:
        return SCREEN


@pytest.fixture
def parent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, dressed: None) -> QWidget:
    """A window with large letters on a small screen."""
    monkeypatch.setattr(Dialog, "screen", lambda self: SmallScreen())
    theme.theme_switch().set_scale(1.5)
    made = QWidget()
    made.resize(1280, 720)
    qtbot.addWidget(made)
    made.show()
    return made


def milestone(context: Context, parent: QWidget) -> FormDialog:
    return MilestoneDialog(context, parent, YEAR)


def new_year(context: Context, parent: QWidget) -> FormDialog:
    return NewYearDialog(context, parent, [YearOffer(YEAR, 2022, dict.fromkeys(Carry, 12))])


MAKERS = [milestone, new_year]


def shown(dialog: FormDialog) -> FormDialog:
    dialog.open()
    settle()
    return dialog


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def is_in_sight(dialog: FormDialog, widget: QWidget) -> bool:
    view = dialog.area.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()))


def has_footer_on_screen(dialog: FormDialog) -> bool:
    buttons = (dialog.primary, dialog.secondary)
    return all(SCREEN.contains(QRect(one.mapToGlobal(QPoint(0, 0)), one.size())) for one in buttons)


@pytest.mark.parametrize("make", MAKERS)
def test_a_dialog_of_many_fields_stays_on_the_screen_with_its_buttons(
    context: Context, parent: QWidget, make: Callable[[Context, QWidget], FormDialog]
) -> None:
    dialog = shown(make(context, parent))
    assert dialog.frameGeometry().height() <= SCREEN.height()
    assert has_footer_on_screen(dialog)
    assert dialog.area.verticalScrollBar().maximum() > 0
    assert dialog.area.widget().width() <= dialog.area.viewport().width()


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_fields_come_into_sight_with_the_keyboard(
    qtbot: QtBot, context: Context, parent: QWidget, make: Callable[[Context, QWidget], FormDialog], key: Qt.Key
) -> None:
    dialog = shown(make(context, parent))
    dialog.activateWindow()
    visited = set()
    for _ in range(30):
        focused = dialog.focusWidget()
        if dialog.area.isAncestorOf(focused):
            visited.add(focused)
            assert is_in_sight(dialog, focused)
        qtbot.keyClick(focused, key)
        settle()
    assert len(visited) >= 7


def turn_wheel_over(widget: QWidget) -> None:
    """One notch down with the pointer on the widget's middle."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_scrolls_past_a_choice_and_turns_only_the_one_with_the_keyboard(
    context: Context, parent: QWidget
) -> None:
    dialog = MilestoneDialog(context, parent, YEAR)
    shown(dialog).activateWindow()
    dialog.name.setFocus()
    dialog.area.verticalScrollBar().setValue(0)
    dialog.kind.setCurrentIndex(0)
    turn_wheel_over(dialog.kind)
    assert (dialog.kind.currentIndex(), dialog.area.verticalScrollBar().value() > 0) == (0, True)
    dialog.kind.setFocus()
    turn_wheel_over(dialog.kind)
    assert dialog.kind.currentIndex() == 1


def test_a_refused_field_is_in_sight_with_its_error(context: Context, parent: QWidget) -> None:
    dialog = shown(milestone(context, parent))
    dialog.refuse("note", "Ghi chú dài quá. " * 8)
    settle()
    assert is_in_sight(dialog, dialog.fields["note"].below)
    dialog.refuse("kind", "Chưa chọn loại mốc.")
    settle()
    assert is_in_sight(dialog, dialog.fields["kind"].below)
    assert has_footer_on_screen(dialog)


def test_fields_do_not_scroll_while_there_is_room(context: Context, parent: QWidget) -> None:
    theme.theme_switch().set_scale(1.0)
    dialog = shown(milestone(context, parent))
    assert dialog.area.verticalScrollBar().maximum() == 0
    assert dialog.height() == dialog.layout().totalHeightForWidth(dialog.width())


def test_an_error_makes_the_dialog_grow_while_there_is_room(
    context: Context, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SmallScreen, "availableGeometry", lambda self: QRect(0, 0, 1920, 1200))
    dialog = shown(milestone(context, parent))
    before = dialog.height()
    dialog.refuse("name", "Hãy đặt tên mốc.")
    settle()
    assert dialog.height() > before
    assert dialog.area.verticalScrollBar().maximum() == 0


def test_a_long_reason_without_spaces_neither_widens_the_dialog_nor_is_lost(context: Context, parent: QWidget) -> None:
    reason = "lý" * 1500
    events = [YearEvent(datetime(2026, 1, 2), "Thư ký", "reopened", reason)]
    year = CampaignSummary(YEAR, 2022, CampaignState.OPEN, *[None] * 9)
    dialog = shown(YearStateDialog(context, parent, year, LeftOpen((), 0, 0, 0), events))
    assert dialog.width() < 900
    assert has_footer_on_screen(dialog)
    tips = [label.toolTip().replace("\u200b", "") for label in dialog.findChildren(QWidget)]
    assert any(reason in tip for tip in tips)
