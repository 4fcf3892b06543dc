"""A paper sheet typed a second time, blind: only what differs is shown, two people confirm, the next one follows."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.services.scored_school import School
from tests.ui.scoring.hands import Key, Mod, go, press, undo, words
from tests.ui.scoring.test_closing import dialog_of
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import second_entry
from thidua_gui.text import second_typing as wording
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.scoring.second_dialog import SecondDialog

SAME = ("8", "12", "50", "28,5", "")


def begin(qtbot: QtBot, page: ScoringPage, school: School) -> SecondDialog:
    go(page, school.people["GV01"], "group:I")
    press(qtbot, page, Key.Key_E, mod=Mod.ControlModifier | Mod.ShiftModifier)
    return dialog_of(page, SecondDialog)


def type_all(qtbot: QtBot, dialog: SecondDialog, texts: tuple[str, ...]) -> None:
    for field, text in zip(list(dialog.fields.values()), texts, strict=True):
        field.setFocus()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Key.Key_Return)
    QApplication.processEvents()


def choose(school: School, dialog: SecondDialog, number: str, what: str) -> None:
    button = dialog.choices[school.criteria["GV", number], what]
    button.click()  # type: ignore[attr-defined]


def check(school: School) -> second_entry.SheetCheck:
    return second_entry.check(school.campaign, school.stages[StageKey.UNIT], school.people["GV01"])


def test_nothing_of_the_first_entry_is_in_the_window(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = begin(qtbot, page, school)
    assert [field.text() for field in dialog.fields.values()] == [""] * 5
    assert not any("28,5" in label.text() for label in dialog.findChildren(QLabel))
    assert not dialog.first_by.isVisible()
    assert not page.view.isVisible()
    dialog.reject()
    assert page.view.isVisible()


def test_entries_that_agree_lead_straight_to_the_names(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = begin(qtbot, page, school)
    type_all(qtbot, dialog, SAME)
    assert dialog.hint.text() == wording.AGREES
    assert (dialog.first_by.text(), dialog.second_by.text()) == ("", "Thư ký")


def test_nobody_confirms_alone(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = begin(qtbot, page, school)
    type_all(qtbot, dialog, SAME)
    dialog.primary.click()
    assert dialog.error.text() == wording.NAMES_NEEDED
    dialog.first_by.setText("Thư ký")
    dialog.primary.click()
    assert "hai người khác nhau" in dialog.error.text()
    assert check(school).checked_at is None


def test_two_names_confirm_and_the_next_person_follows(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = begin(qtbot, page, school)
    type_all(qtbot, dialog, SAME)
    dialog.first_by.setText("Le Anh Dung")
    dialog.primary.click()
    assert (check(school).first_by, check(school).second_by) == ("Le Anh Dung", "Thư ký")
    assert dialog.heading.text().endswith("(4/8)")
    tip = page.view.grid.model_.column("name").tooltip
    row = page.view.grid.model_.row_of(school.people["GV01"])
    assert tip is not None
    assert row is not None
    assert tip(row).endswith("Đã đối chiếu hai lần nhập: Le Anh Dung và Thư ký, 16/11/2022")
    assert [field.text() for field in dialog.fields.values()] == [""] * 5


def test_only_what_differs_is_shown_and_the_first_can_be_kept(
    qtbot: QtBot, page: ScoringPage, school: School
) -> None:
    dialog = begin(qtbot, page, school)
    type_all(qtbot, dialog, ("8", "12", "45", "28,5", ""))
    assert {criterion for criterion, _ in dialog.choices} == {school.criteria["GV", "2.1"]}
    choose(school, dialog, "2.1", wording.KEEP_FIRST)
    assert check(school).can_confirm
    assert words(page, school.people["GV01"], "total:unit") == "98,5"


def test_taking_the_second_entry_changes_the_score(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = begin(qtbot, page, school)
    type_all(qtbot, dialog, ("8", "12", "45", "28,5", ""))
    choose(school, dialog, "2.1", wording.TAKE_SECOND)
    assert check(school).can_confirm
    assert words(page, school.people["GV01"], "total:unit") == "93,5"


def test_taking_the_second_entry_over_is_undone_in_one_step(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = begin(qtbot, page, school)
    type_all(qtbot, dialog, ("8", "12", "45", "28,5", ""))
    choose(school, dialog, "2.1", wording.TAKE_SECOND)
    undo(page)
    assert [each.second for each in check(school).differences] == ["45"]
    assert words(page, school.people["GV01"], "total:unit") == "98,5"


def test_a_third_value_is_typed_for_both(qtbot: QtBot, page: ScoringPage, school: School) -> None:
    dialog = begin(qtbot, page, school)
    type_all(qtbot, dialog, ("8", "12", "45", "28,5", ""))
    field = dialog.fields[school.criteria["GV", "2.1"]]
    qtbot.keyClicks(field, "47")
    qtbot.keyClick(field, Key.Key_Return)
    assert check(school).can_confirm
    assert words(page, school.people["GV01"], "total:unit") == "95,5"
