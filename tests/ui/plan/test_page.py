"""The page of the plan shows one of its views, gives it the keys, and reloads only what is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.models.plan import PlanItem
from tests.ui.year_pages import sideways
from thidua_gui.core.ids import CampaignId, PlanItemId
from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.services import plan_edit
from thidua_gui.ui.context import Context
from thidua_gui.ui.plan import page as page_module
from thidua_gui.ui.plan.page import PLAN, TARGETS, PlanPage
from thidua_gui.ui.plan.text_view import TextView

Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, sample_context: Context, monkeypatch: pytest.MonkeyPatch) -> PlanPage:
    """Both views are of the kind that this test knows."""
    views = ((PLAN, "text_view", "TextView"), (TARGETS, "text_view", "TextView"))
    monkeypatch.setattr(page_module, "VIEWS", views)
    page = PlanPage(sample_context)
    qtbot.addWidget(page)
    page.resize(1184, 740)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.show_loaded()
    return page


def shown(page: PlanPage) -> TextView:
    assert isinstance(page.view, TextView)
    return page.view


def test_the_switch_makes_and_loads_a_view_on_its_first_visit(page: PlanPage) -> None:
    first = shown(page)
    page.switch.segments()[1].click()
    assert shown(page) is not first
    assert shown(page).outline.model.row_keys() == first.outline.model.row_keys()


def test_keys_reach_the_view_that_is_shown(page: PlanPage) -> None:
    shown(page).outline.tree.setFocus()
    QTest.keyClick(shown(page).outline.tree, Qt.Key.Key_F, Ctrl)
    assert shown(page).outline.search.hasFocus()
    QTest.keyClick(shown(page).outline.search, Qt.Key.Key_Tab, Ctrl)
    assert page.switch.current() == TARGETS
    QTest.keyClick(shown(page).outline.tree, Qt.Key.Key_P, Ctrl)
    assert shown(page).preview.pdf is not None


def test_the_name_of_a_view_or_of_a_section_is_understood(page: PlanPage) -> None:
    page.open_argument(TARGETS)
    assert page.switch.current() == TARGETS
    page.open_argument(PlanSection.TASK)
    node = shown(page).outline.current()
    assert page.switch.current() == PLAN
    assert node is not None
    assert node.section is PlanSection.TASK


def test_a_view_that_is_not_shown_reloads_on_its_next_visit(page: PlanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.show_view(TARGETS)
    page.show_view(PLAN)
    reloaded: list[CampaignId | None] = []
    other = page._made[TARGETS]
    monkeypatch.setattr(other, "reload", reloaded.append)
    row = PlanItem.select().order_by(PlanItem.id.desc()).get()
    page.on_changes(plan_edit.delete_items([PlanItemId(row.id)]))
    assert reloaded == []
    page.show_view(TARGETS)
    assert len(reloaded) == 1


def test_f1_names_the_keys_of_the_page_and_of_the_outline(page: PlanPage) -> None:
    keys = {action.shortcut().toString() for action in page.keyed_actions()}
    assert {"Ctrl+N", "Ctrl+F", "Ctrl+P", "Ctrl+E", "Alt+Up", "Alt+Right", "Del"} <= keys


@pytest.mark.parametrize("width", [1216, 1014, 800])
def test_nothing_has_to_be_scrolled_sideways(page: PlanPage, width: int) -> None:
    assert sideways(page, width) == []
