"""The line of the share through the ranking: where it stands, that it follows typing, when it is hidden and why."""

import pytest
from pytestqt.qtbot import QtBot

from db.models.campaigns import Registration
from tests.services.scored_school import School
from tests.ui.scoring.hands import Key, Mod, go, press, undo
from tests.ui.scoring.test_closing import dialog_of
from thidua_gui.services.transaction import write
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.scoring.rules_dialog import RulesDialog
from thidua_gui.ui.widgets.grid.row_order import CutLine, RowKind


@pytest.fixture
def lined(page: ScoringPage, school: School) -> ScoringPage:
    """Six lecturers are registered as fighters: 50 % of six rated good or better would be three."""
    with write("Đăng ký"):
        for code in ("GV01", "GV02", "GV03", "GV04", "GV05", "GV06"):
            Registration.create(
                campaign=school.campaign, person=school.people[code], title="Chiến sĩ thi đua cơ sở", position=1
            )
    page.reload()
    return page


def line(page: ScoringPage) -> CutLine | None:
    page.view._draw_cut()
    return page.view.grid.model_.cut


def set_rules(qtbot: QtBot, page: ScoringPage, percent: str, limit: str = "") -> RulesDialog:
    press(qtbot, page, Key.Key_Q, mod=Mod.ControlModifier | Mod.ShiftModifier)
    dialog = dialog_of(page, RulesDialog)
    dialog.percent.setText(percent)
    dialog.limit.setText(limit)
    dialog.primary.click()
    return dialog


def codes_above(page: ScoringPage, school: School) -> list[str]:
    found = line(page)
    assert found is not None
    return sorted(code for code, person in school.people.items() if person in found.above)


def test_the_line_parts_the_ranking_and_names_its_base(
    qtbot: QtBot, lined: ScoringPage, school: School
) -> None:
    set_rules(qtbot, lined, "17")
    found = line(lined)
    assert found is not None
    assert found.title == "Ngưỡng CSTĐ cơ sở: 17% của 6 LĐTT = 1 người (tạm tính)"
    assert found.facts == ("Hạng 1: 98,5 điểm", "Hạng 2: 97,0 điểm (kém 1,5)")
    assert found.right == "5 người đăng ký nằm dưới ngưỡng"
    assert codes_above(lined, school) == ["GV01"]
    kinds = [heading.kind for place in range(lined.view.grid.model_.rowCount())
             if (heading := lined.view.grid.model_.heading(place)) is not None]  # fmt: skip
    assert RowKind.CUT in kinds


def test_ties_at_the_line_stand_below_it_and_are_named(qtbot: QtBot, lined: ScoringPage, school: School) -> None:
    set_rules(qtbot, lined, "34")
    found = line(lined)
    assert found is not None
    assert found.facts == ("2 người cùng 97,0 điểm ở ngưỡng, chỉ còn 1 suất",)
    assert codes_above(lined, school) == ["GV01"]


def test_the_line_follows_what_is_typed_and_undone(qtbot: QtBot, lined: ScoringPage, school: School) -> None:
    set_rules(qtbot, lined, "17")
    lined.activateWindow()
    go(lined, school.people["GV01"], "group:II")
    press(qtbot, lined, "20", Key.Key_Return)
    assert "GV01" not in codes_above(lined, school)
    undo(lined)
    assert codes_above(lined, school) == ["GV01"]


def test_the_line_follows_by_itself_shortly_after_the_key(
    qtbot: QtBot, lined: ScoringPage, school: School
) -> None:
    set_rules(qtbot, lined, "17")
    lined.activateWindow()
    go(lined, school.people["GV01"], "group:II")
    with qtbot.waitSignal(lined.view.grid.model_.cut_changed):
        press(qtbot, lined, "20", Key.Key_Return)


def test_one_unit_alone_has_no_line_and_says_why(lined: ScoringPage, school: School) -> None:
    assert line(lined) is not None
    lined.toolbar.units.setCurrentIndex(lined.toolbar.units.findData(school.units["LLCS"]))
    assert line(lined) is None
    groups = {group.key: group.right for group in lined.view._groups}
    assert groups["done"] == "Ngưỡng CSTĐ cơ sở tính cho toàn trường, bỏ lọc để xem"


def test_another_order_than_by_total_has_no_line(lined: ScoringPage) -> None:
    model = lined.view.grid.model_
    model.sort(model.column_place("name"))
    assert line(lined) is None
    model.sort(-1)
    assert line(lined) is not None


def test_nobody_registered_makes_no_line(page: ScoringPage) -> None:
    assert line(page) is None


def test_an_absurd_share_is_refused_at_its_field(qtbot: QtBot, lined: ScoringPage) -> None:
    dialog = set_rules(qtbot, lined, "150")
    assert dialog.fields["percent"].below.text() == "Nhập số lớn hơn 0 và không quá 100, ví dụ 15."
    assert dialog.isVisible()


def test_share_and_limit_are_one_step_to_undo(qtbot: QtBot, lined: ScoringPage) -> None:
    set_rules(qtbot, lined, "17", "2")
    assert str(lined.store.limit) == "2,0"
    undo(lined)
    assert lined.store.limit is None
    known = lined.store.quota
    assert known is not None
    assert known.in_force.rule is not None
    assert known.in_force.rule.exact(100) == 15
