"""The page of criteria sheets by keyboard: lines typed, added, moved, deleted; locked sheets, versions, dialogs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.models.campaigns import Campaign
from db.models.organisation import Unit
from tests.services.scored_school import School, score
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services import criteria, history
from thidua_gui.services.criteria import SheetView
from thidua_gui.services.transaction import write
from thidua_gui.ui import messages
from thidua_gui.ui.context import Context
from thidua_gui.ui.criteria.dialogs import ApplyDialog, CopyDialog, SheetDialog
from thidua_gui.ui.criteria.page import CriteriaPage
from thidua_gui.ui.widgets.grid.columns import CellEdit

Shift, Alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def press(page: CriteriaPage, *keys: object) -> None:
    """Keys, or words that are typed, wherever the keyboard is."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                strike(target(page), letter)
        elif isinstance(key, tuple):
            QTest.keyClick(target(page), key[0], key[1])
        else:
            QTest.keyClick(target(page), key)


def target(page: CriteriaPage) -> QWidget:
    return QApplication.focusWidget() or page.desk.grid.editing.editor or page.desk.grid


def strike(widget: QWidget, letter: str) -> None:
    """A key with any letter (QTest knows ASCII only)."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def go(page: CriteriaPage, number: str, column: str) -> None:
    view = shown(page)
    row = next(line.id for line in view.sheet.criteria if line.number == number)
    page.desk.grid.select_row(int(row), column)
    page.desk.grid.setFocus()


def shown(page: CriteriaPage) -> SheetView:
    assert page.desk.view is not None
    return criteria.sheet(page.desk.view.id)


def lines(page: CriteriaPage) -> list[tuple[str, str]]:
    """What the grid shows, not what is stored."""
    model = page.desk.grid.model_
    return [(row.criterion.number, row.criterion.maximum.shortest) for row in model.rows]


def numbers(page: CriteriaPage) -> list[str]:
    return [number for number, _ in lines(page)]


def dialog(page: CriteriaPage, kind: type) -> object:
    (found,) = page.findChildren(kind)
    return found


def test_enter_goes_down_and_the_sum_follows(page: CriteriaPage) -> None:
    go(page, "1.1", "maximum")
    press(page, "10", Qt.Key.Key_Return, "10,5", Qt.Key.Key_Return)
    assert lines(page)[:3] == [("I", "20,5"), ("1.1", "10"), ("1.2", "10,5")]
    assert "100,5" in page.desk.scale.text()


def test_f2_changes_a_wording_and_the_panel_shows_it(page: CriteriaPage) -> None:
    go(page, "1.1", "content")
    press(page, Qt.Key.Key_F2, Qt.Key.Key_End, " của Đảng", (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    go(page, "1.1", "content")
    assert page.panel.content.toPlainText() == "Chấp hành chủ trương của Đảng"


def test_a_refused_value_says_why_and_the_cell_is_as_before(page: CriteriaPage) -> None:
    go(page, "1.1", "step")
    press(page, "0,3", Qt.Key.Key_Return)
    assert "phải chia hết" in page.desk.problem.label.text()
    assert shown(page).sheet.criteria[1].step == page.desk.grid.model_.rows[1].criterion.step
    go(page, "1.1", "step")
    press(page, "0,25", Qt.Key.Key_Return)
    assert page.desk.problem.isHidden()


def test_delete_takes_a_line_away_and_undo_brings_it_back(page: CriteriaPage) -> None:
    go(page, "II", "content")
    press(page, Qt.Key.Key_Delete)
    assert numbers(page) == ["I", "1.1", "1.2", "VI"]
    assert page.desk.grid.current_row_id is not None
    page.context.jobs.command(lambda _: history.undo_last())
    assert numbers(page) == ["I", "1.1", "1.2", "II", "2.1", "2.2", "VI"]


def test_delete_in_a_cell_that_may_be_empty_empties_it_first(page: CriteriaPage) -> None:
    go(page, "1.1", "step")
    press(page, Qt.Key.Key_Delete)
    assert shown(page).sheet.criteria[1].step is None
    press(page, Qt.Key.Key_Delete)
    assert numbers(page)[:2] == ["I", "1.2"]


def test_insert_adds_below_and_the_words_are_typed_at_once(page: CriteriaPage) -> None:
    go(page, "1.1", "maximum")
    press(page, Qt.Key.Key_Insert, "Học tập", Qt.Key.Key_Return)
    added = shown(page).sheet.criteria[2]
    assert (added.number, added.content) == ("1.3", "Học tập")
    press(page, (Qt.Key.Key_Insert, Shift))
    assert "III" in numbers(page)


def test_alt_and_arrows_move_a_line(page: CriteriaPage) -> None:
    go(page, "II", "content")
    press(page, (Qt.Key.Key_Up, Alt))
    assert numbers(page) == ["II", "2.1", "2.2", "I", "1.1", "1.2", "VI"]
    press(page, (Qt.Key.Key_Down, Alt))
    page.desk.renumber.click()
    assert numbers(page) == ["I", "1.1", "1.2", "II", "2.1", "2.2", "III"]


def test_a_field_of_the_panel_is_written_when_it_is_left(page: CriteriaPage) -> None:
    go(page, "I", "content")
    page.panel.cap.setFocus()
    press(page, "15", Qt.Key.Key_Return)
    assert shown(page).sheet.criteria[0].cap is not None
    assert page.desk.grid.model_.rows[0].criterion.cap is not None
    page.panel.number.setFocus()
    page.panel.number.selectAll()
    press(page, "II", Qt.Key.Key_Return)
    assert page.panel.fields["number"].has_error


def test_words_and_kind_of_the_panel_are_written(page: CriteriaPage) -> None:
    go(page, "VI", "content")
    page.panel.content.setFocus()
    page.panel.content.selectAll()
    press(page, "Thành tích khác", Qt.Key.Key_Tab)
    page.panel.kind.setCurrentIndex(3)
    page.panel.kind.activated.emit(3)
    last = shown(page).sheet.criteria[-1]
    assert (last.content, last.kind.value) == ("Thành tích khác", "deduction")


def test_a_sheet_in_use_is_locked_and_says_why(school: School, show: Callable[[], CriteriaPage]) -> None:
    score(school, StageKey.SELF, "GV01", [8])
    page = show()
    assert "1 người đã có điểm" in page.desk.lock.label.text()
    go(page, "1.1", "maximum")
    press(page, "9", Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Insert)
    assert lines(page)[1] == ("1.1", "8")
    assert page.panel.maximum.isReadOnly()
    assert page.version_button in page.header_widgets()


def test_a_version_is_made_edited_and_applied(school: School, show: Callable[[], CriteriaPage]) -> None:
    score(school, StageKey.SELF, "GV01", [8, 12])
    page = show()
    page.version_button.click()
    assert "chưa áp dụng" in page.desk.lock.label.text()
    go(page, "1.1", "maximum")
    press(page, "7", Qt.Key.Key_Return)
    page.desk.lock.action.click()
    asked = dialog(page, ApplyDialog)
    assert isinstance(asked, ApplyDialog)
    assert "1 điểm giữ nguyên" in asked.facts.text()
    assert "1 vượt điểm tối đa mới" in asked.facts.text()
    asked.submit()
    assert (shown(page).version, shown(page).stands_for, shown(page).in_use) == (2, None, True)
    assert [view.superseded for view in criteria.sheets(school.campaign)] == [False, False, True]


def test_the_apply_dialog_says_what_not_carrying_means(school: School, show: Callable[[], CriteriaPage]) -> None:
    score(school, StageKey.SELF, "GV01", [8])
    page = show()
    page.version_button.click()
    page.desk.lock.action.click()
    asked = dialog(page, ApplyDialog)
    assert isinstance(asked, ApplyDialog)
    asked.carry.setChecked(False)
    assert "chưa có điểm nào" in asked.facts.text()
    asked.submit()
    assert not shown(page).in_use


def test_a_sheet_for_units_is_added_and_filled_by_keyboard(page: CriteriaPage, school: School) -> None:
    page.add_button.click()
    form = dialog(page, SheetDialog)
    assert isinstance(form, SheetDialog)
    form.code.setText("TT")
    form.subject.setCurrentIndex(form.subject.findData(SheetSubject.UNIT))
    assert form.fields["staff_groups"].isHidden()
    form.submit()
    made = next(view for view in criteria.sheets(school.campaign) if view.code == "TT")
    page.open_argument(int(made.id))
    assert not page.desk.no_lines.isHidden()
    page.desk.no_lines.button.click()
    press(page, "Nhiệm vụ", Qt.Key.Key_Return, Qt.Key.Key_Insert, "Kế hoạch", Qt.Key.Key_Return)
    assert [line.content for line in shown(page).sheet.criteria] == ["Nhiệm vụ", "Kế hoạch"]


def test_the_school_itself_is_chosen_for_a_sheet_of_units_alone(page: CriteriaPage, school: School) -> None:
    with write("Trường"):
        root = Unit.create(code="@", name="Trường", kind="Trường", is_root=True, name_fold="truong").id
    page.reload()
    page.add_button.click()
    form = dialog(page, SheetDialog)
    assert isinstance(form, SheetDialog)
    assert (form.units.item(0).text(), form.units.item(0).isHidden()) == ("Nhà trường", True)
    form.subject.setCurrentIndex(form.subject.findData(SheetSubject.UNIT))
    assert not form.units.item(0).isHidden()
    form.units.setCurrentRow(0)
    QTest.keyClick(form.units, Qt.Key.Key_Space)
    form.code.setText("CUM")
    form.submit()
    made = next(view for view in criteria.sheets(school.campaign) if view.code == "CUM")
    assert (made.units, made.unit_names) == ((root,), ("Nhà trường",))


def test_a_form_says_beside_its_field_what_is_wrong(page: CriteriaPage) -> None:
    page.add_button.click()
    form = dialog(page, SheetDialog)
    assert isinstance(form, SheetDialog)
    form.code.setText("X")
    form.submit()
    assert form.fields["staff_groups"].has_error
    form.groups.check(["Giảng viên"])
    form.submit()
    assert "GV" in form.fields["staff_groups"].below.text()
    form.reject()


def test_a_sheet_is_renamed(page: CriteriaPage) -> None:
    page.desk.edit.click()
    form = dialog(page, SheetDialog)
    assert isinstance(form, SheetDialog)
    form.name.setText("Giảng viên")
    form.other_groups.setText("Trợ giảng; ")
    form.submit()
    assert (shown(page).name, shown(page).staff_groups) == ("Giảng viên", ("Giảng viên", "Trợ giảng"))


def test_sheets_of_an_earlier_year_are_copied(school: School, show: Callable[[], CriteriaPage]) -> None:
    with write("Năm sau"):
        Campaign.create(year=2023)
    page = show()
    assert not page.empty.isHidden()
    page.copy_button.click()
    form = dialog(page, CopyDialog)
    assert isinstance(form, CopyDialog)
    assert form.sheets.checked() == [view.id for view in criteria.sheets(school.campaign)]
    form.submit()
    assert [view.code for view in page._views] == ["GV", "VC"]


def test_without_another_year_there_is_nothing_to_copy(page: CriteriaPage) -> None:
    page.copy_button.click()
    form = dialog(page, CopyDialog)
    assert isinstance(form, CopyDialog)
    assert not form.primary.isEnabled()
    form.reject()


def test_an_unused_sheet_is_deleted_after_a_question(page: CriteriaPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(messages, "confirm", lambda *words, **_: asked.append(words[2]) or True)
    page.desk.delete.click()
    assert "GV phiên bản 1" in asked[0]
    assert [view.code for view in page._views] == ["VC"]


def test_arrow_keys_in_the_list_change_the_sheet(page: CriteriaPage) -> None:
    page.list.setFocus()
    press(page, Qt.Key.Key_Down)
    assert shown(page).code == "VC"
    assert numbers(page) == ["I", "1.1", "1.2", "II", "2.1"]


def test_a_narrow_page_puts_the_panel_under_the_list(page: CriteriaPage) -> None:
    page.resize(800, 700)
    assert page.panel.parentWidget() is page._left
    page.resize(1300, 700)
    assert page.panel.parentWidget() is not page._left


def test_a_file_without_a_year_offers_no_buttons(
    school: School, show: Callable[[], CriteriaPage], context: Context
) -> None:
    page = show()
    context.campaign = None
    page.reload()
    assert page.header_widgets() == []
    assert not page.empty.button.isVisibleTo(page)


def test_pasted_cells_are_one_step(page: CriteriaPage) -> None:
    rows = page.desk.grid.model_.rows
    edits = tuple(CellEdit(rows[place].id, "content", f"Nội dung {place}") for place in (1, 2))
    page.desk.grid.edits_requested.emit(edits)
    assert [line.content for line in shown(page).sheet.criteria[1:3]] == ["Nội dung 1", "Nội dung 2"]
    page.context.jobs.command(lambda _: history.undo_last())
    assert page.desk.grid.model_.rows[1].criterion.content == "Chấp hành chủ trương"
