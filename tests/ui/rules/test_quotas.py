"""Tỷ lệ & cách tính: rules read, changed by keyboard with a live sum, taken back; disputed readings chosen."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign
from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.quotas import QuotaBase, QuotaRule, QuotaScope
from thidua_gui.core.rating_cap import CapBase
from thidua_gui.core.rewards import MoneyRounding
from thidua_gui.services import history, quota_rules, rating_caps, reward_rules
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.quota_list import QuotaRow
from thidua_gui.services.transaction import write
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.rules import quota_columns
from thidua_gui.ui.rules.page import RulesPage
from thidua_gui.ui.rules.quota_reading_dialog import ReadingDialog
from thidua_gui.ui.rules.quota_rule_dialog import NUMBER, SHARE, SHIPPED, UNLIMITED, QuotaRuleDialog
from thidua_gui.ui.rules.quotas_pane import QuotasPane

CONTROL = Qt.KeyboardModifier.ControlModifier
FIGHTER, MERIT = "grassroots_fighter", "certificate_of_merit"
DAY = date(2022, 12, 8)


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> RulesPage:
    shown = show(RulesPage)
    assert isinstance(shown, RulesPage)
    shown.show_view(QuotasPane.key)
    return shown


@pytest.fixture
def pane(page: RulesPage) -> QuotasPane:
    found = page.views[QuotasPane.key]
    assert isinstance(found, QuotasPane)
    return found


def row(pane: QuotasPane, kind: str) -> QuotaRow:
    return next(one for one in pane.model.rows if one.kind == kind)


def cells(pane: QuotasPane, kind: str) -> dict[str, str]:
    return {column.key: column.display(row(pane, kind)) for column in pane.model.columns}


def opened(pane: QuotasPane, qtbot: QtBot, kind: str) -> QuotaRuleDialog:
    pane.go_to(kind)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Return)
    return pane.findChildren(QuotaRuleDialog)[-1]


def choose(dialog: QuotaRuleDialog, mode: str) -> None:
    dialog.mode.setCurrentIndex(dialog.mode.findData(mode))


def reading(pane: QuotasPane, key: str) -> ReadingDialog:
    pane.cards[key].change.click()
    return pane.findChildren(ReadingDialog)[-1]


def close_year() -> None:
    with write("Chốt năm"):
        Campaign.update(state="closed").execute()


def figures(pane: QuotasPane, key: str) -> list[list[str]]:
    return [[label.text() for label in line] for line in pane.cards[key].table.rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(page: RulesPage, pane: QuotasPane, width: int, scale: float) -> None:
    theme.theme_switch().set_scale(scale)
    assert sideways(page, width) == []
    assert page.width() == width


@pytest.mark.parametrize(("width", "columns"), [(WIDE, 3), (900, 2), (520, 1)])
def test_cards_stand_above_one_another_where_there_is_no_room(
    page: RulesPage, pane: QuotasPane, width: int, columns: int
) -> None:
    sideways(page, width)
    assert pane.across.columns == columns


def test_particulars_wait_to_be_shown_where_there_is_no_room(page: RulesPage, pane: QuotasPane) -> None:
    sideways(page, 900)
    assert all(pane.grid.arrangement.is_hidden(key) for key in quota_columns.PARTICULARS)
    sideways(page, WIDE)
    assert not any(pane.grid.arrangement.is_hidden(key) for key in quota_columns.PARTICULARS)


def test_every_kind_tells_its_share_base_scope_rounding_and_day(page: RulesPage, pane: QuotasPane) -> None:
    assert cells(pane, FIGHTER) == {
        "kind": "Chiến sĩ thi đua cơ sở", "limit": "Tối đa 15%", "base": "Số LĐTT", "scope": "Toàn trường",
        "rounding": "Xuống", "year": "41 LĐTT × 15% = 6,15 → 6 người (tạm tính)", "since": "01/10/2017",
        "state": "mức theo văn bản", "source": "Nghị định 91/2017/NĐ-CP, Điều 9 khoản 3",
    }  # fmt: skip
    assert cells(pane, "advanced_labourer")["limit"] == "Không giới hạn"
    assert cells(pane, MERIT)["limit"] == "Chưa đặt"
    assert page.subtitle() == "Mức ngày 08/12/2022"


def test_no_limit_is_said_only_where_the_school_or_the_law_decided_it(pane: QuotasPane) -> None:
    quota_rules.set_rule(MERIT, None)
    pane.load()
    assert cells(pane, MERIT)["limit"] == "Không giới hạn"


def test_the_first_kind_with_a_rule_is_under_the_cursor(pane: QuotasPane) -> None:
    assert pane.grid.current_row_id == row(pane, FIGHTER).id


def test_the_sum_follows_every_key(pane: QuotasPane, qtbot: QtBot) -> None:
    dialog = opened(pane, qtbot, FIGHTER)
    assert dialog.made.text() == "Năm 2022: 41 LĐTT × 15% = 6,15 → 6 người (tạm tính)"
    dialog.percent.clear()
    qtbot.keyClicks(dialog.percent, "20")
    assert dialog.made.text() == "Năm 2022: 41 LĐTT × 20% = 8,2 → 8 người (tạm tính)"
    dialog.base.setCurrentIndex(dialog.base.findData(QuotaBase.HEADCOUNT))
    assert dialog.made.text() == "Năm 2022: 45 người × 20% = 9 người"
    dialog.scope.setCurrentIndex(dialog.scope.findData(QuotaScope.UNIT))
    assert dialog.made.text().startswith("Năm 2022: 45 người, 20% mỗi đơn vị → ")


def test_a_rule_of_the_school_is_saved_by_keyboard_and_undone(pane: QuotasPane, qtbot: QtBot) -> None:
    dialog = opened(pane, qtbot, FIGHTER)
    dialog.percent.setText("12,5")
    dialog.least.setText("10")
    qtbot.keyClick(dialog.percent, Qt.Key.Key_Return)
    found = quota_rules.in_force(FIGHTER, DAY)
    assert found.rule is not None
    assert (found.since, found.rule.exact(8), found.rule.lower) == (date(2022, 1, 1), 1, Fraction(10))
    told = cells(pane, FIGHTER)
    assert (told["limit"], told["since"], told["state"]) == ("10–12,5%", "01/01/2022", "quy định của trường")
    history.undo_last()
    assert not quota_rules.in_force(FIGHTER, DAY).is_own


def test_a_number_without_a_share_is_a_rule_too(pane: QuotasPane, qtbot: QtBot) -> None:
    dialog = opened(pane, qtbot, MERIT)
    choose(dialog, NUMBER)
    assert not dialog.fields["percent"].isVisible()
    dialog.number.setText("10")
    assert dialog.made.text() == "Năm 2022: Không quá 10 người"
    dialog.submit()
    assert cells(pane, MERIT)["limit"] == "Không quá 10"


@pytest.mark.parametrize(
    ("mode", "field", "typed", "words"),
    [
        (SHARE, "percent", "0", "Tỷ lệ phải lớn hơn 0 và không quá 100%, không nhận 0."),
        (SHARE, "percent", "nhiều", "Nhập tỷ lệ là một số, ví dụ 15 hoặc 12,5."),
        (SHARE, "least", "30", "Mức tối thiểu phải lớn hơn 0 và không quá mức tối đa 15%, không nhận 30."),
        (NUMBER, "number", "0", "Nhập số tối đa là số nguyên từ 1 trở lên."),
        (NUMBER, "number", "năm", "Nhập số tối đa là số nguyên từ 1 trở lên."),
    ],
)
def test_what_makes_no_rule_is_told_beside_its_field(
    pane: QuotasPane, qtbot: QtBot, mode: str, field: str, typed: str, words: str
) -> None:
    dialog = opened(pane, qtbot, FIGHTER)
    choose(dialog, mode)
    getattr(dialog, field).setText(typed)
    dialog.submit()
    told = dialog.fields["lower" if field == "least" else field].below
    assert (told.text(), dialog.isVisible()) == (words, True)
    assert quota_rules.own_steps(FIGHTER) == ()


def test_the_award_of_the_base_is_asked_only_where_the_base_are_its_holders(pane: QuotasPane, qtbot: QtBot) -> None:
    dialog = opened(pane, qtbot, FIGHTER)
    assert dialog.fields["base_kind"].isVisible()
    assert dialog.base_kind.currentData() == "advanced_labourer"
    assert dialog.base_kind.findData(FIGHTER) == -1
    dialog.base.setCurrentIndex(dialog.base.findData(QuotaBase.REGISTERED))
    assert not dialog.fields["base_kind"].isVisible()


def test_the_texts_rule_is_offered_again_where_there_is_one(pane: QuotasPane, qtbot: QtBot) -> None:
    quota_rules.set_rule(FIGHTER, None)
    pane.load()
    dialog = opened(pane, qtbot, FIGHTER)
    assert dialog.mode.currentData() == UNLIMITED
    choose(dialog, SHIPPED)
    dialog.valid_from.setText("")
    dialog.submit()
    assert cells(pane, FIGHTER)["state"] == "mức theo văn bản"
    assert opened(pane, qtbot, MERIT).mode.findData(SHIPPED) == -1


def test_what_the_school_decided_before_is_told_in_the_dialog(pane: QuotasPane, qtbot: QtBot) -> None:
    rule = QuotaRule(QuotaBase.HEADCOUNT, Quota(Fraction(10), QuotaRounding.FLOOR))
    quota_rules.set_rule(MERIT, rule, date(2021, 1, 1))
    pane.load()
    dialog = opened(pane, qtbot, MERIT)
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Trường đã đặt: từ 01/01/2021: Tối đa 10%." in told


def test_delete_takes_the_rule_of_the_school_back(pane: QuotasPane, qtbot: QtBot) -> None:
    quota_rules.set_rule(MERIT, QuotaRule(QuotaBase.FIXED, None, number=3))
    pane.load()
    pane.go_to(MERIT)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert cells(pane, MERIT)["limit"] == "Chưa đặt"
    pane.go_to(FIGHTER)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert cells(pane, FIGHTER)["limit"] == "Tối đa 15%"


def test_each_card_shows_its_readings_side_by_side(pane: QuotasPane) -> None:
    assert figures(pane, "cap") == [["7, vượt 1", "8"], ["8", "10"], ["9", "10"]]
    assert figures(pane, "share") == [["6", "7"], ["7", "8"], ["6", "8"], ["3", "0"], ["9", "10"], ["6", "10"]]
    assert figures(pane, "money") == [
        ["450.000", "1.190.000", "28.260.000"], ["450.000", "1.200.000", "28.290.000"],
        ["447.000", "1.192.000", "28.161.000"],
    ]  # fmt: skip


def test_a_card_is_told_to_who_does_not_see_it(pane: QuotasPane) -> None:
    told = pane.cards["cap"].accessibleName()
    assert told.startswith("Tối đa HTXSNV (20%). Số người xếp HTTNV: 7, vượt 1, 8, đang áp dụng.")
    assert pane.cards["cap"].change.accessibleName() == "Đổi cách tính: Tối đa HTXSNV (20%)"


def test_another_base_of_the_cap_keeps_the_rest_of_its_rule(pane: QuotasPane) -> None:
    before = rating_caps.cap_of(pane.list.campaign_id).rule  # type: ignore[union-attr,arg-type]
    dialog = reading(pane, "cap")
    dialog.table.choices[CapBase.ALL_STAFF].click()
    dialog.submit()
    after = rating_caps.cap_of(pane.list.campaign_id)  # type: ignore[union-attr,arg-type]
    assert (after.rule.base, after.rule.quota, after.rule.scopes) == (CapBase.ALL_STAFF, before.quota, before.scopes)
    assert (pane.cards["cap"].chip.text(), after.since) == ("trường đặt", date(2022, 1, 1))
    assert pane.cards["cap"].foot.text().startswith("Quy định của trường, từ 01/01/2022. Văn bản: ")
    history.undo_last()
    pane.load()
    assert pane.cards["cap"].chip.text() == "chưa đối chiếu"


def test_the_share_is_rounded_and_counted_as_the_school_chooses(pane: QuotasPane) -> None:
    dialog = reading(pane, "share")
    dialog.table.choices[(QuotaScope.UNIT, QuotaRounding.CEIL)].click()
    dialog.submit()
    assert cells(pane, FIGHTER)["scope"] == "Từng đơn vị"
    assert row(pane, FIGHTER).standing.places == 9  # type: ignore[union-attr]


def test_money_is_rounded_as_the_school_chooses_or_as_the_texts_say(pane: QuotasPane) -> None:
    dialog = reading(pane, "money")
    assert dialog.table.chosen is None
    dialog.table.choices[MoneyRounding.CEIL_10000].click()
    dialog.submit()
    assert reward_rules.rules_on(DAY).rounding.mode is MoneyRounding.CEIL_10000
    again = reading(pane, "money")
    assert (again.table.chosen, again.valid_from.day()) == (MoneyRounding.CEIL_10000, date(2022, 1, 1))
    again.table.choices[None].click()
    again.submit()
    assert not reward_rules.rules_on(DAY).rounding.is_own


def test_where_there_is_no_share_the_card_says_why(pane: QuotasPane) -> None:
    quota_rules.set_rule(FIGHTER, QuotaRule(QuotaBase.FIXED, None, number=5))
    pane.load()
    card = pane.cards["share"]
    assert "không tính theo tỷ lệ" in card.why.text()
    assert not card.change.isEnabled()
    assert not card.table.isVisible()


def test_of_a_year_before_the_known_salaries_no_money_is_counted(pane: QuotasPane) -> None:
    with write("Ngày quyết định"):
        Campaign.update(decision_on=date(2018, 6, 30)).execute()
    pane.load()
    assert pane.cards["money"].why.text() == "Chưa có mức lương cơ sở cho ngày 30/06/2018."


def test_after_a_closed_year_a_rule_is_offered_from_the_next_one(pane: QuotasPane, qtbot: QtBot) -> None:
    close_year()
    pane.load()
    dialog = opened(pane, qtbot, FIGHTER)
    assert dialog.valid_from.day() == date(2023, 1, 1)
    assert "Năm 2022 đã chốt" in dialog.fields["valid_from"].below.text()
    assert reading(pane, "cap").valid_from.day() == date(2023, 1, 1)


def test_without_a_year_the_rules_of_today_may_still_be_set(no_year: None, show: Show, qtbot: QtBot) -> None:
    page = show(RulesPage)
    assert isinstance(page, RulesPage)
    page.show_view(QuotasPane.key)
    pane = page.views[QuotasPane.key]
    assert isinstance(pane, QuotasPane)
    assert (pane.banner.isVisible(), pane.across.isVisible()) == (True, False)
    dialog = opened(pane, qtbot, MERIT)
    choose(dialog, SHARE)
    dialog.percent.setText("20")
    assert dialog.made.text() == "Chưa có năm nào để tính thử."
    dialog.submit()
    assert cells(pane, MERIT)["limit"] == "Tối đa 20%"


def test_another_page_may_lead_to_a_kind(page: RulesPage, pane: QuotasPane) -> None:
    page.open_argument(("quotas", MERIT))
    assert pane.grid.current_row_id == row(pane, MERIT).id


def test_the_list_goes_to_paper_with_its_sources(pane: QuotasPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.grid, Qt.Key.Key_P, CONTROL)
    preview = pane.findChildren(ListPreview)
    assert len(preview) == 1
    assert quota_columns.ON_PAPER[-1] == "source"


def test_ctrl_f_finds_a_kind(pane: QuotasPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.grid, Qt.Key.Key_F, CONTROL)
    focused = pane.grid.window().focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "giay khen")
    qtbot.waitUntil(lambda: [one.kind for one in pane.model.shown_rows] == [MERIT])
