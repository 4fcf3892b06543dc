"""Why a total is what it is, and why the council departs from the unit: asked and answered by keyboard."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.scored_school import School, score
from tests.ui.scoring.hands import Key, Mod, cell, go, press, undo, words
from tests.ui.scoring.test_closing import dialog_of
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import ratings, score_reasons
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.scoring.reason_dialog import ReasonDialog
from thidua_gui.ui.scoring.why_dialog import WhyDialog
from thidua_gui.ui.widgets.grid.columns import CellState

COUNCIL = StageKey.COUNCIL


def why(qtbot: QtBot, page: ScoringPage) -> WhyDialog:
    press(qtbot, page, Key.Key_I, mod=Mod.ControlModifier)
    return dialog_of(page, WhyDialog)


def type_as_council(qtbot: QtBot, page: ScoringPage, school: School, text: str) -> None:
    """GV01 had 50 for 2.1 from the unit; beyond two points a reason is wanted."""
    score_reasons.set_limit(Points(200))
    page.reload()
    press(qtbot, page, Key.Key_3, mod=Mod.AltModifier)
    page.view.grid.toggle_all()
    go(page, school.people["GV01"], "item:II/2.1")
    press(qtbot, page, text, Key.Key_Return)
    go(page, school.people["GV01"], "item:II/2.1")


def test_a_total_answers_with_criteria_sums_sheet_and_rating(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    page.store.enter(school.stages[StageKey.UNIT], (school.cell("GV02", "VI", "2"),))
    go(page, school.people["GV02"], "total:unit")
    dialog = why(qtbot, page)
    assert dialog.text.text() == "Đơn vị chấm, bộ tiêu chí GV, bản 1"
    assert ("2.1", "Định mức giờ giảng", "50", "50,0") in dialog.rows
    assert dict(dialog.sums) == {
        "Cộng các mục bắt buộc": "97,0", "Điểm thưởng": "+2,0", "Làm tròn": "không, cộng đúng đến phần trăm",
        "Tổng điểm": "99,0",
    }  # fmt: skip
    assert dict(dialog.rating)["Đề xuất"] == "Hoàn thành xuất sắc nhiệm vụ"


def test_the_stage_under_the_cursor_is_explained(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    go(page, school.people["GV01"], "total:self")
    press(qtbot, page, Key.Key_Return, mod=Mod.AltModifier)
    dialog = dialog_of(page, WhyDialog)
    assert dialog.text.text().startswith("Tự chấm")
    assert dict(dialog.sums)["Tổng điểm"] == "99,0"


def test_no_total_says_how_much_is_missing(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    go(page, school.people["NV01"], "total:unit")
    assert dict(why(qtbot, page).sums)["Tổng điểm"] == "Chưa có tổng điểm vì còn 3 mục chưa chấm."


def test_a_decided_rating_is_told_with_its_reason_and_all_can_be_copied(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    on = page.context.clock().date()
    ratings.decide(school.campaign, school.people["GV01"], Rating.GOOD, "Còn chậm hồ sơ", on=on)
    page.reload()
    go(page, school.people["GV01"], "total:unit")
    dialog = why(qtbot, page)
    assert dict(dialog.rating)["Lý do"] == "Còn chậm hồ sơ"
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "2.1\tĐịnh mức giờ giảng\t50\t50,0" in copied
    assert "Tổng điểm\t98,5" in copied


def test_a_change_beyond_the_limit_waits_for_its_reason(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    type_as_council(qtbot, page, school, "45")
    assert cell(page, school.people["GV01"], "item:II/2.1").state is CellState.ERROR
    assert page.view.give_reason.isVisible()
    assert "Hãy ghi lý do điều chỉnh" in page.view.problems.label.text()


def test_giving_the_reason_types_the_score_again_in_one_flow(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    type_as_council(qtbot, page, school, "45")
    press(qtbot, page, Key.Key_R, mod=Mod.ControlModifier)
    dialog = dialog_of(page, ReasonDialog)
    assert dialog.text.text().endswith("Hội đồng chấm 45,0, đơn vị chấm 50,0.")
    qtbot.keyClicks(dialog.reason, "Thieu so dau bai")
    dialog.primary.click()
    QApplication.processEvents()
    assert words(page, school.people["GV01"], "item:II/2.1") == "45,0"
    (given,) = score_reasons.reasons(school.stages[COUNCIL], school.people["GV01"])
    assert (given.reason, given.author) == ("Thieu so dau bai", "Thư ký")
    assert not page.view.give_reason.isVisible()


def test_score_and_reason_go_with_one_undo_and_the_value_waits_again(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    type_as_council(qtbot, page, school, "45")
    press(qtbot, page, Key.Key_R, mod=Mod.ControlModifier)
    dialog = dialog_of(page, ReasonDialog)
    qtbot.keyClicks(dialog.reason, "Thieu so dau bai")
    dialog.primary.click()
    undo(page)
    assert score_reasons.reasons(school.stages[COUNCIL], school.people["GV01"]) == ()
    assert cell(page, school.people["GV01"], "item:II/2.1").state is CellState.ERROR
    assert page.view.give_reason.isVisible()


def test_who_gives_no_reason_after_all_keeps_the_value_waiting(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    type_as_council(qtbot, page, school, "45")
    press(qtbot, page, Key.Key_R, mod=Mod.ControlModifier)
    dialog = dialog_of(page, ReasonDialog)
    qtbot.keyClicks(dialog.reason, "Thieu so")
    dialog.reject()
    assert cell(page, school.people["GV01"], "item:II/2.1").state is CellState.ERROR
    assert words(page, school.people["GV01"], "item:II/2.1") == "45,0"
    assert page.view.give_reason.isVisible()


def test_without_a_reason_the_value_keeps_waiting(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    type_as_council(qtbot, page, school, "45")
    press(qtbot, page, Key.Key_R, mod=Mod.ControlModifier)
    dialog = dialog_of(page, ReasonDialog)
    dialog.primary.click()
    assert dialog.field.below.text() == "Hãy ghi lý do điều chỉnh điểm."
    assert dialog.isVisible()


def test_the_triangle_follows_the_limit_that_the_school_set(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    score(school, COUNCIL, "GV01", [8, 12, 49, 28.5])
    type_as_council(qtbot, page, school, "49")
    assert cell(page, school.people["GV01"], "item:II/2.1").difference == 0
    score_reasons.set_limit(Points(50))
    page.reload()
    assert cell(page, school.people["GV01"], "item:II/2.1").difference == -1
