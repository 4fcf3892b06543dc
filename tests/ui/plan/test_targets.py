"""The targets: table and panel, people behind a target, adding and changing by keyboard, a closed year, lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign
from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from tests.ui.year_pages import context as context
from tests.ui.year_pages import dressed as dressed
from tests.ui.year_pages import sample_file as sample_file
from tests.ui.year_pages import show as show
from tests.ui.year_pages import year as year
from thidua_gui.core.target_catalogue import Base, Measure
from thidua_gui.core.targets import BoundUnit
from thidua_gui.services import history, target_facts
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.transaction import write
from thidua_gui.ui import theme
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.targets_model import CONTENT
from thidua_gui.ui.plan.page import PlanPage
from thidua_gui.ui.plan.targets_dialog import TargetDialog
from thidua_gui.ui.plan.targets_output import shown_targets
from thidua_gui.ui.plan.targets_take import TakeDialog
from thidua_gui.ui.plan.targets_view import TargetsView


@pytest.fixture
def view(year: CampaignSummary, show: Show) -> TargetsView:
    assert year
    return shown(show)


def shown(show: Show) -> TargetsView:
    page = show(PlanPage)
    assert isinstance(page, PlanPage)
    page.show_view("targets")
    assert isinstance(page.view, TargetsView)
    return page.view


def codes(view: TargetsView) -> list[str]:
    lines = target_facts.target_lines(view.context.campaign_id)  # type: ignore[arg-type]  # there is a year
    return [line.code for line in lines]


def choose(view: TargetsView, qtbot: QtBot, row: int) -> None:
    """As the cursor on that row, once it rests."""
    view.table.selectRow(row)
    qtbot.waitUntil(lambda: not view._timer.isActive())


def dialog(view: TargetsView) -> TargetDialog:
    return view.findChild(TargetDialog)


def pick(box: object, value: object) -> None:
    """As a choice in a combo box."""
    box.setCurrentIndex(box.findData(value))  # type: ignore[attr-defined]


def submit(made: TargetDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(made.primary, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.0, 800), (1.5, 1216)])
def test_nothing_is_scrolled_sideways(year: CampaignSummary, show: Show, width: int, scale: float) -> None:
    assert year
    theme.theme_switch().set_scale(scale)
    page = show(PlanPage)
    assert isinstance(page, PlanPage)
    page.show_view("targets")
    assert sideways(page, width) == []


def test_the_chosen_target_says_what_it_lacks_and_who_lacks_it(view: TargetsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 3)
    assert view.panel.name.text().startswith("3b. Giảng viên đạt")
    assert view.panel.sentence.label.text() == "Còn thiếu 3 người. Cần từ 11 đến 13 người trong 26."
    assert (view.panel.states.current(), len(view.panel.model.rows)) == (False, 18)
    view.panel.states.set_current(True)
    view.panel.states.picked.emit(True)
    assert len(view.panel.model.rows) == 8


def test_an_open_target_says_why(view: TargetsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 9)
    assert view.panel.sentence.label.text().startswith("Năm này chưa có quyết định khen thưởng nào được ghi.")
    assert not view.panel.grid.isVisible()


def test_enter_in_the_list_opens_the_person(view: TargetsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 1)
    (missing,) = view.panel.model.rows
    with qtbot.waitSignal(view.context.bus.navigate) as opened:
        qtbot.keyClick(view.panel.grid, Qt.Key.Key_Return)
    assert opened.args == ["people", missing.person_id]


def test_a_unit_behind_a_target_opens_too(view: TargetsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 0)
    assert len(view.panel.model.columns) == 1
    with qtbot.waitSignal(view.context.bus.navigate) as opened:
        qtbot.keyClick(view.panel.grid, Qt.Key.Key_Return)
    assert opened.args[0] == "units"


def test_a_target_met_by_conditions_alone_says_so_and_leads_to_them(view: TargetsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 6)
    assert view.panel.verdict.text() == "Đạt (theo điều kiện)"
    assert view.panel.sentence.label.text().startswith("Đạt theo điều kiện; kết quả chính thức")
    with qtbot.waitSignal(view.context.bus.navigate) as asked:
        qtbot.mouseClick(view.panel.sentence.action, Qt.MouseButton.LeftButton)
    assert asked.args == ["rules", ("packs", None, "advanced_labourer")]


def test_a_target_is_composed_and_its_value_said_before_it_is_added(view: TargetsView, qtbot: QtBot) -> None:
    view.add_new()
    made = dialog(view)
    assert made.code.text() == "9"
    pick(made.measure, Measure.RATED)
    pick(made.base, Base.LECTURERS)
    made.low.setText("90")
    made.count_now()
    said = made.says.label.text()
    assert said.startswith("Tỷ lệ xếp loại “Hoàn thành xuất sắc nhiệm vụ” trong số giảng viên.")
    assert "Chưa đạt. Còn thiếu" in said
    made.content.setPlainText("Giảng viên hoàn thành xuất sắc")
    submit(made, qtbot)
    assert codes(view)[-1] == "9"
    assert view.table.chosen().code == "9"  # type: ignore[union-attr]  # just added


def test_only_bases_and_units_of_the_same_subject_are_offered(view: TargetsView) -> None:
    view.add_new()
    made = dialog(view)
    pick(made.measure, Measure.UNITS_LAUNCHED)
    offered = {made.base.itemData(place) for place in range(made.base.count())}
    assert offered == {Base.FACULTIES_AND_OFFICES, Base.COLLECTIVES}
    units = [made.bound_unit.itemData(place) for place in range(made.bound_unit.count())]
    assert units == [BoundUnit.PERCENT, BoundUnit.COLLECTIVES]
    assert not made.fields["within_group"].isVisible()
    assert not made.fields["measure_parameter"].isVisible()


def test_reversed_bounds_are_said_beside_the_field_while_typing_and_refused(view: TargetsView, qtbot: QtBot) -> None:
    view.add_new()
    made = dialog(view)
    made.content.setPlainText("Chỉ tiêu")
    made.low.setText("90")
    made.high.setText("80")
    made.count_now()
    assert made.fields["upper"].below.text() == "Mức “Đến” nhỏ hơn mức “Từ”. Hãy đổi lại hai mức."
    submit(made, qtbot)
    assert made.isVisible()
    assert "9" not in codes(view)


def test_a_share_over_a_hundred_is_refused_beside_the_field(view: TargetsView, qtbot: QtBot) -> None:
    view.add_new()
    made = dialog(view)
    made.content.setPlainText("Chỉ tiêu")
    made.low.setText("120")
    submit(made, qtbot)
    assert made.fields["lower"].below.text() == "120 ngoài khoảng cho phép: từ 0 đến 100."


def test_f2_edits_and_keeps_what_is_not_touched(view: TargetsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 7)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    made = dialog(view)
    before = target_facts.target_lines(view.context.campaign_id)[7]  # type: ignore[arg-type]  # there is a year
    made.content.setPlainText("CSTĐCS")
    submit(made, qtbot)
    after = target_facts.target_lines(view.context.campaign_id)[7]  # type: ignore[arg-type]  # there is a year
    assert (after.content, after.measured, after.among, after.bound) == (
        "CSTĐCS", before.measured, before.among, before.bound,
    )  # fmt: skip


def test_keys_move_copy_and_delete_the_chosen_target(view: TargetsView, qtbot: QtBot) -> None:
    choose(view, qtbot, 1)
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert codes(view)[:2] == ["2", "1"]
    qtbot.keyClick(view.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (dialog(view).code.text(), dialog(view).content.toPlainText()) == ("9", "Cá nhân có đăng ký thi đua đầu năm")
    dialog(view).reject()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert codes(view)[0] == "1"
    history.undo(history.operations(1)[0].id)
    assert codes(view)[0] == "2"


def test_a_closed_year_is_only_to_be_seen(year: CampaignSummary, show: Show, qtbot: QtBot) -> None:
    with write("Chốt"):
        Campaign.update(state="closed").where(Campaign.id == year.id).execute()
    view = shown(show)
    assert view.lock.label.text() == "Năm 2022 đã chốt nên chỉ xem được."
    assert not view.edit_button.isEnabled()
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    view.add_new()
    assert len(codes(view)) == 11
    assert dialog(view) is None


def test_a_year_without_targets_offers_to_add_one_or_to_take_those_of_another(
    year: CampaignSummary, show: Show
) -> None:
    with write("Năm"):
        Campaign.create(year=2023)
    view = shown(show)
    assert view.context.year == 2023
    assert view.empty.isVisible()
    view.take_button.click()
    taking = view.findChild(TakeDialog)
    taking.submit()
    assert len(codes(view)) == len(target_facts.target_lines(year.id)) == 11


def test_the_printed_list_says_what_the_screen_says(view: TargetsView, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = target_facts.target_lines(view.context.campaign_id)  # type: ignore[arg-type]  # there is a year
    listed = shown_targets(lines, 2022, view.context.clock().date())
    assert listed.words[1] == (
        "2", "Cá nhân có đăng ký thi đua đầu năm", "100%", "44/45 (97,8%)", "Chưa đạt", "Theo số liệu",
        "Còn thiếu 1 người. Cần đủ 45 người trong 45.",
    )  # fmt: skip
    asked: list[object] = []
    monkeypatch.setattr(list_output, "preview", lambda parent, context, shown: asked.append(shown))
    view.print_out()
    assert asked == [listed]


def test_the_list_is_written_to_excel(view: TargetsView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "chi-tieu.xlsx"
    monkeypatch.setattr(list_output, "_ask_excel_path", lambda parent, proposed: path)
    view.export()
    assert path.stat().st_size > 0


def test_every_word_of_a_target_is_in_the_table(view: TargetsView) -> None:
    QApplication.processEvents()
    model = view.table.model()
    assert model.rowCount() == 11
    assert all(model.index(row, CONTENT).data() for row in range(11))
