"""Deciding a rating from the board: the proposal, a reason for another one, withdrawing."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.scored_school import School
from tests.ui.scoring.hands import Key, go, press, undo, words
from thidua_gui.core.ratings import Rating
from thidua_gui.services import history
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.scoring.rating_dialog import RatingDialog
from thidua_gui.ui.widgets.grid.columns import Chip


def opened(qtbot: QtBot, page: ScoringPage, school: School, person: str = "GV01") -> RatingDialog:
    go(page, school.people[person], "rating")
    press(qtbot, page, Key.Key_F2)
    (dialog,) = page.findChildren(RatingDialog)
    return dialog


def chip(page: ScoringPage, school: School, person: str = "GV01") -> Chip:
    model = page.view.grid.model_
    line = model.line_of(school.people[person])
    assert line is not None
    face = model.face(line, model.column_place("rating"))
    assert isinstance(face, Chip)
    return face


def test_the_dialog_begins_with_the_proposal(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = opened(qtbot, page, school)
    assert dialog.heading.text() == "Xếp loại Phạm Thị Hồng Nhung"
    assert dialog.text.text() == "Đề xuất theo 98,5 điểm đơn vị: Hoàn thành xuất sắc nhiệm vụ."
    assert dialog.chosen() is Rating.EXCELLENT
    assert dialog.withdraw.isHidden()


def test_another_rating_is_not_taken_without_a_reason(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = opened(qtbot, page, school)
    dialog.choices[Rating.GOOD].click()
    dialog.primary.click()
    assert dialog.isVisible()
    assert dialog.field.has_error
    assert history.next_undo() == "Chấm sẵn"


def test_a_decision_with_its_reason_is_marked_on_the_board(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    assert chip(page, school).icon == ""
    dialog = opened(qtbot, page, school)
    dialog.choices[Rating.GOOD].click()
    dialog.reason.setText("Bị phê bình")
    dialog.primary.click()
    assert (chip(page, school).word, chip(page, school).icon) == ("HT tốt", "pencil")
    undo(page)
    assert (chip(page, school).word, chip(page, school).icon) == ("HT xuất sắc", "")


def test_a_confirmed_proposal_has_a_check_mark(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    opened(qtbot, page, school).primary.click()
    assert (chip(page, school).word, chip(page, school).icon) == ("HT xuất sắc", "check")


def test_a_decision_can_be_withdrawn(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    opened(qtbot, page, school).primary.click()
    QApplication.sendPostedEvents(None, 52)
    opened(qtbot, page, school).withdraw.click()
    assert chip(page, school).icon == ""


def test_who_lacks_points_shows_that_instead_of_a_rating(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    assert words(page, school.people["NV01"], "rating") == "Chưa đủ"
    dialog = opened(qtbot, page, school, "NV01")
    assert dialog.text.text() == "Chưa có đề xuất vì chưa đủ điểm đơn vị."
    dialog.primary.click()
    assert dialog.error.text() == "Hãy chọn một mức xếp loại."
