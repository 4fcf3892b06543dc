"""Danh hiệu & quy định: three views under one switch, each with its keys, read when it is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.year_pages import Show
from thidua_gui.services import settings
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.ui.rules.page import PANES, RulesPage

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> RulesPage:
    shown = show(RulesPage)
    assert isinstance(shown, RulesPage)
    return shown


def actions(page: RulesPage, key: str) -> list[str]:
    return [action.text() for action in page.keyed_actions() if action.shortcut().toString() == key]


def test_the_three_views_stand_in_the_order_of_the_work() -> None:
    assert [pane.words for pane in PANES] == ["Danh hiệu & hình thức", "Quy định pháp luật", "Tỷ lệ & cách tính"]


def test_alt_and_a_number_show_a_view_and_put_the_keyboard_into_it(page: RulesPage, qtbot: QtBot) -> None:
    for place, key in enumerate(page.views):
        qtbot.keyClick(page, Qt.Key(Qt.Key.Key_1 + place), ALT)
        assert page.switch.current() == key
        assert page.view.isVisible()
        assert page.view.isAncestorOf(page.focusWidget())


def test_a_key_does_the_work_of_the_shown_view_alone(page: RulesPage) -> None:
    for key in page.views:
        page.show_view(key)
        assert [len(actions(page, one)) for one in ("Ctrl+E", "Ctrl+P", "Ctrl+F")] == [1, 1, 1]


def test_only_the_views_that_show_what_has_changed_are_read_again(
    page: RulesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_view("packs")
    loaded: list[str] = []
    for key, pane in page.views.items():
        monkeypatch.setattr(pane, "load", lambda key=key: loaded.append(key))
    page.context.bus.changed.emit(settings.put("quota.test", 1))
    assert loaded == ["packs"]
    page.show_view("quotas")
    assert loaded == ["packs", "quotas"]


def test_an_unknown_place_changes_nothing(page: RulesPage) -> None:
    page.show_view("packs")
    page.open_argument(("no_such_view", "A"))
    page.open_argument(None)
    page.open_argument(("packs", "A", "no_such_award", "rating"))
    assert page.switch.current() == "packs"
