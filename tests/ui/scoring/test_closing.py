"""Closing a stage by keyboard: the gate leads to what is missing, a backup comes first, reopening wants a reason."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.services.scored_school import School, score
from tests.ui.scoring.hands import Key, Mod, at, go, listed, press, undo, words
from thidua_gui.core.ids import PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import data_file, ratings, stages
from thidua_gui.services.score_entry import enter
from thidua_gui.ui import messages
from thidua_gui.ui.scoring.gate_dialog import GateDialog
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.scoring.stage_desk import ReopenDialog
from thidua_gui.ui.widgets.dialog import Dialog

UNIT, SELF = StageKey.UNIT, StageKey.SELF
D = TypeVar("D", bound=Dialog)
LOCK = Mod.ControlModifier | Mod.ShiftModifier


def dialog_of(page: ScoringPage, kind: type[D]) -> D:
    """The one that is open."""
    QApplication.processEvents()
    return next(one for one in page.findChildren(kind) if one.isVisible())


def ask_to_close(qtbot: QtBot, page: ScoringPage) -> GateDialog:
    press(qtbot, page, Key.Key_K, mod=LOCK)
    return dialog_of(page, GateDialog)


def close(qtbot: QtBot, page: ScoringPage, stage: int) -> None:
    """Alt and the stage's number, then the verb."""
    page.activateWindow()
    page.view.grid.setFocus()
    qtbot.waitUntil(page.isActiveWindow)
    press(qtbot, page, Key(Key.Key_0 + stage), mod=Mod.AltModifier)
    qtbot.keyClick(ask_to_close(qtbot, page), Key.Key_Return)
    QApplication.processEvents()


def complete(school: School, page: ScoringPage) -> None:
    for code in ("NV01", "NV02"):
        score(school, UNIT, code, [8, 12, 75], sheet="VC")
    page.reload()


def reopen(qtbot: QtBot, page: ScoringPage, reason: str) -> None:
    page.banner.action.click()
    dialog = dialog_of(page, ReopenDialog)
    qtbot.keyClicks(dialog.reason, reason)
    dialog.primary.click()
    QApplication.processEvents()


def decide(school: School, page: ScoringPage, code: str) -> PersonId:
    person = school.people[code]
    ratings.decide(school.campaign, person, Rating.GOOD, "Xét thêm", on=page.context.clock().date())
    page.reload()
    return person


def test_the_gate_counts_what_is_missing_and_its_verb_waits(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    enter(school.stages[UNIT], [school.cell("GV01", "2.1", "99")])
    page.reload()
    dialog = ask_to_close(qtbot, page)
    assert dialog.text.text() == "5/8 người đã đủ điểm, còn 6 ô chưa chấm và 1 ô không hợp lệ."
    assert not dialog.primary.isEnabled()
    assert [row.number for row in dialog.rows][:2] == ["2.1", "1.1"]


def test_enter_on_a_line_of_the_gate_goes_to_exactly_that_cell(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    dialog = ask_to_close(qtbot, page)
    for _ in range(2):
        qtbot.keyClick(dialog.grid, Key.Key_Down)
    qtbot.keyClick(dialog.grid, Key.Key_Return)
    assert at(page) == (dialog.rows[2].subject_id, "item:II/2.1")
    assert not dialog.isVisible()


def test_a_person_hidden_by_a_filter_is_shown_again(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    page.toolbar.units.setCurrentIndex(page.toolbar.units.findData(school.units["LLCS"]))
    qtbot.keyClick(ask_to_close(qtbot, page).grid, Key.Key_Return)
    assert at(page)[1] == "item:I/1.1"
    assert len(listed(page, school)) == 8


def test_the_stage_before_must_be_closed_first(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    complete(school, page)
    dialog = ask_to_close(qtbot, page)
    assert not dialog.primary.isEnabled()
    assert dialog.earlier.label.text() == "Phải chốt vòng tự chấm trước."
    dialog.earlier.action.click()
    assert page.toolbar.stages.current() is SELF
    assert page.close_stage.text() == "Chốt vòng tự chấm"


def test_closing_makes_a_backup_first_and_locks_the_stage(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    complete(school, page)
    close(qtbot, page, 1)
    close(qtbot, page, 2)
    assert len(data_file.backups()) >= 1
    assert page.banner.label.text().startswith("Vòng Đơn vị chấm đã chốt lúc 09:41 ngày 16/11/2022 bởi Thư ký")
    assert [segment.choice.icon for segment in page.toolbar.stages.segments()] == ["lock", "lock", ""]
    assert page.close_stage not in page.header_widgets()
    go(page, school.people["GV01"], "group:I")
    press(qtbot, page, "5")
    assert not page.view.grid.editing.active


def test_without_a_backup_nothing_is_closed(
    qtbot: QtBot, page: ScoringPage, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete(school, page)
    monkeypatch.setattr(data_file, "back_up_now", _fail)
    with qtbot.waitSignal(page.context.jobs.problem):
        close(qtbot, page, 1)
    assert page.banner.isHidden()


def test_one_undo_opens_a_closed_stage_again(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    complete(school, page)
    close(qtbot, page, 1)
    undo(page)
    assert page.banner.isHidden()
    assert page.close_stage in page.header_widgets()


def test_the_menu_reopens_a_stage_whose_notice_was_closed(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    complete(school, page)
    close(qtbot, page, 1)
    page.banner.close_button.click()
    page.more.menu().actions()[-1].trigger()
    assert dialog_of(page, ReopenDialog).heading.text() == "Mở lại vòng tự chấm"


def test_reopening_without_a_reason_is_refused_at_the_field(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    complete(school, page)
    close(qtbot, page, 1)
    reopen(qtbot, page, "   ")
    assert dialog_of(page, ReopenDialog).fields["reason"].below.text() == "Hãy ghi lý do mở lại."
    assert not page.banner.isHidden()


def test_reopening_marks_decided_ratings_and_computes_nothing(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    complete(school, page)
    person = decide(school, page, "GV01")
    close(qtbot, page, 1)
    close(qtbot, page, 2)
    before = words(page, person, "total:unit")
    reopen(qtbot, page, "Cham sot minh chung")
    assert words(page, person, "rating") == "Cần xem lại"
    assert page.notice.doubtful.label.text() == "1 xếp loại đã quyết định trước khi mở lại vòng chấm, cần xem lại."
    assert words(page, person, "total:unit") == before
    assert stages.events(school.stages[UNIT])[0].reason == "Cham sot minh chung"


def test_doubtful_ratings_are_listed_kept_and_doubted_again_by_undo(
    qtbot: QtBot, page: ScoringPage, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete(school, page)
    person = decide(school, page, "GV01")
    close(qtbot, page, 1)
    close(qtbot, page, 2)
    reopen(qtbot, page, "Cham sot")
    page.notice.doubtful.action.click()
    assert listed(page, school) == ["GV01"]
    monkeypatch.setattr(messages, "confirm", lambda *args, **kwargs: True)
    page.notice.keep.click()
    assert page.notice.doubtful.isHidden()
    assert words(page, person, "rating") == "HT tốt"
    undo(page)
    assert words(page, person, "rating") == "Cần xem lại"


def test_deciding_a_doubtful_rating_anew_settles_it(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    complete(school, page)
    person = decide(school, page, "GV01")
    close(qtbot, page, 1)
    close(qtbot, page, 2)
    reopen(qtbot, page, "Cham sot")
    page.store.decide(person, Rating.COMPLETED, "Xét lại")
    assert words(page, person, "rating") == "Hoàn thành"
    assert page.notice.doubtful.isHidden()


def _fail(progress: object) -> None:
    from thidua_gui.core.errors import SystemProblem

    raise SystemProblem("disk_full")
