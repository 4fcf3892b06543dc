"""Quy định pháp luật: packs read, compared with the text by keyboard, taken back, added from a file, put on paper."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign
from tests.services.test_rules import lay, pack_text
from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.services import history, settings
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.transaction import write
from thidua_gui.ui import messages, theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.rules.packs_desk import COMPARED, OPEN, VALUES
from thidua_gui.ui.rules.packs_dialogs import CompareDialog, NewcomersDialog
from thidua_gui.ui.rules.packs_pane import PacksPane
from thidua_gui.ui.rules.page import RulesPage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> RulesPage:
    shown = show(RulesPage)
    assert isinstance(shown, RulesPage)
    shown.show_view(PacksPane.key)
    return shown


@pytest.fixture
def pane(page: RulesPage) -> PacksPane:
    found = page.views[PacksPane.key]
    assert isinstance(found, PacksPane)
    return found


def shown(pane: PacksPane) -> list[str]:
    return [row.needed for row in pane.desk.lines.model.shown_rows]


def show_part(pane: PacksPane, part: str) -> None:
    pane.desk.parts.set_current(part)
    pane.desk.show_part()


def compare(pane: PacksPane, qtbot: QtBot) -> CompareDialog:
    """Ask for the comparison of the row under the cursor and fill the dialog in."""
    qtbot.keyClick(pane.desk.lines.grid, Qt.Key.Key_D, CONTROL | SHIFT)
    dialog = pane.findChild(CompareDialog)
    dialog.by.setText("Lò Văn Đối")
    dialog.document.setEditText("Luật số 06/2022/QH15, bản Công báo")
    return dialog


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(page: RulesPage, pane: PacksPane, width: int, scale: float) -> None:
    theme.theme_switch().set_scale(scale)
    for part in ("conditions", VALUES, COMPARED):
        show_part(pane, part)
        assert sideways(page, width) == []
    assert page.width() == width


def test_the_pack_of_the_year_is_shown_first_with_the_reason(page: RulesPage, pane: PacksPane) -> None:
    assert pane.desk.head.title.text() == "A. Luật 2003 và Nghị định 91/2017"
    assert pane.banner.label.text() == (
        "Năm 2022 xét theo gói A. Luật 2003 và Nghị định 91/2017, vì quyết định ngày 08/12/2022."
    )
    assert page.subtitle() == f"còn {sum(view.unchecked for view in pane.book.packs)} mục chưa đối chiếu"


def test_without_a_year_the_packs_are_still_there_to_read(no_year: None, show: Show) -> None:
    page = show(RulesPage)
    assert isinstance(page, RulesPage)
    page.show_view(PacksPane.key)
    pane = page.views[PacksPane.key]
    assert isinstance(pane, PacksPane)
    assert (pane.desk.head.title.text(), pane.banner.isVisible()) == ("A. Luật 2003 và Nghị định 91/2017", False)


def test_only_the_keys_of_the_shown_view_work(page: RulesPage, pane: PacksPane) -> None:
    assert {"Ctrl+N", "Ctrl+F", "Ctrl+P", "Ctrl+E"} <= keys(page)
    assert len([action for action in page.keyed_actions() if action.shortcut().toString() == "Ctrl+E"]) == 1


def keys(page: RulesPage) -> set[str]:
    return {action.shortcut().toString() for action in page.keyed_actions()}


def test_a_condition_is_compared_by_keyboard_and_taken_back(pane: PacksPane, qtbot: QtBot) -> None:
    pane.go_to("C", "advanced_labourer", "registered")
    before = pane.desk.view.unchecked
    compare(pane, qtbot).submit()
    assert pane.desk.view.unchecked == before - 1
    assert pane.desk.lines.current.confirmation.by == "Lò Văn Đối"
    qtbot.keyClick(pane.desk.lines.grid, Qt.Key.Key_Delete)
    assert pane.desk.view.unchecked == before
    history.undo_last()
    pane.load()
    assert pane.desk.view.unchecked == before - 1


def test_a_comparison_without_a_document_is_refused_beside_the_field(pane: PacksPane, qtbot: QtBot) -> None:
    pane.go_to("C", "advanced_labourer", "registered")
    dialog = compare(pane, qtbot)
    dialog.document.setEditText(" ")
    dialog.submit()
    assert dialog.fields["document"].below.text() == "Chưa ghi văn bản đã đối chiếu."
    assert (dialog.isVisible(), dialog.by.text()) == (True, "Lò Văn Đối")


def test_checked_rows_are_compared_together_with_their_values(pane: PacksPane, qtbot: QtBot) -> None:
    pane.go_to("C", "advanced_collective", "share")
    pane.desk.filter.set_current(OPEN)
    pane.desk.show_part()
    rows = pane.desk.lines.model.shown_rows
    pane.desk.lines.model.pick([row.id for row in rows])
    assert pane.desk.compare_many.text() == f"Đối chiếu {len(rows)} mục…"
    dialog = compare(pane, qtbot)
    assert "•  và 5 mục khác" in dialog.told.text()
    dialog.submit()
    assert pane.desk.view.unchecked == 0


def test_a_place_given_by_another_page_opens_the_view_and_the_row(page: RulesPage, pane: PacksPane) -> None:
    page.open_argument(("packs", "B", "provincial_fighter", "title_run"))
    assert pane.desk.lines.current.needed == "3 năm liên tục đạt Chiến sĩ thi đua cơ sở"
    page.open_argument(("packs", None, "grassroots_fighter"))
    assert (pane.desk.view.pack.id, pane.desk.lines.current.needed) == ("A", "đạt Lao động tiên tiến trong năm")
    page.open_argument(("packs", "B", None, "long_study.months"))
    assert (pane.desk.part, pane.desk.lines.current.key) == (VALUES, "long_study.months")


def test_two_laws_stand_side_by_side_and_only_changes_when_wanted(pane: PacksPane) -> None:
    pane.go_to("B")
    show_part(pane, COMPARED)
    titles = [column.title for column in pane.desk.lines.model.columns][1:3]
    assert titles == ["A. Luật 2003 và Nghị định 91/2017", "B. Luật 2022 và Nghị định 98/2023"]
    whole = len(pane.desk.lines.model.shown_rows)
    pane.desk.only_changed.setChecked(True)
    changes = {row.change.value for row in pane.desk.lines.model.shown_rows}
    assert len(pane.desk.lines.model.shown_rows) < whole
    assert "same" not in changes


def test_a_file_is_added_and_another_of_the_same_id_only_after_asking(
    pane: PacksPane, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "moi.toml"
    chosen.write_text(pack_text("E", "2027-03-01"), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    qtbot.keyClick(pane.desk.lines.grid, Qt.Key.Key_N, CONTROL)
    assert (pane.desk.view.pack.id, pane.desk.head.own.text()) == ("E", "không kèm chương trình")
    chosen.write_text(pack_text("E", "2027-04-01"), encoding="utf-8")
    asked = []
    monkeypatch.setattr(messages, "confirm", lambda *words, **_: asked.append(words[2]))
    qtbot.keyClick(pane.desk.lines.grid, Qt.Key.Key_N, CONTROL)
    assert ["E.toml" in words for words in asked] == [True]
    assert pane.desk.view.pack.from_on == date(2027, 3, 1)


def test_a_file_of_a_law_in_force_is_refused_in_words(
    pane: PacksPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "moi.toml"
    chosen.write_text(pack_text("A", "2027-03-01"), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    pane.ask_for_file()
    assert "Gói quy tắc A đã có trong chương trình" in pane.refusal.label.text()


def test_a_file_that_cannot_be_used_is_listed_with_line_and_reason(page: RulesPage, pane: PacksPane) -> None:
    lay("hong.toml", pack_text("E", "2027-03-01").replace('rating = "good"', 'rating = "great"', 1))
    page.hide()
    page.show()
    page.show_loaded()
    pane.list.chosen.emit("hong.toml")
    assert pane.broken.isVisible()
    assert re.search(r"hong.toml \(dòng \d+\).* great", pane.broken.text.text())


def test_a_law_that_nobody_read_says_so(pane: PacksPane) -> None:
    pane.go_to("D")
    assert pane.desk.head.note.isVisible()
    assert "Nội dung Luật số 06/2026/QH16 chưa được đọc" in pane.desk.head.note.label.text()


def test_a_year_decided_under_it_says_that_results_are_provisional(pane: PacksPane) -> None:
    with write("Ngày quyết định"):
        Campaign.update(decision_on=date(2026, 12, 8)).execute()
    pane.load()
    words = pane.banner.label.text()
    assert words.startswith("Năm 2022: quyết định ngày 08/12/2026 thuộc gói D.")
    assert words.endswith("Kết quả xét là “chưa rõ”; xem thử theo gói C thì ghi “tạm tính”.")


def test_that_the_school_asks_for_no_months_does_not_deny_those_of_the_law(pane: PacksPane) -> None:
    assert pane.other.newcomers.text() == (
        "Người mới: trường không yêu cầu thêm số tháng; luật có quy định số tháng thì theo luật."
    )


def test_the_school_sets_the_months_of_newcomers(pane: PacksPane, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.other.change, Qt.MouseButton.LeftButton)
    dialog = pane.findChild(NewcomersDialog)
    dialog.months.setText("mười")
    dialog.submit()
    assert dialog.fields["months"].has_error
    dialog.months.setText("10")
    dialog.submit()
    assert settings.get("rules.newcomer_months", 0, date(2022, 12, 31)) == 10
    assert pane.other.newcomers.text() == (
        "Người mới: đủ 10 tháng công tác trong năm (trường quy định); luật có quy định số tháng thì theo luật."
    )


def test_the_list_is_drawn_on_paper_with_the_awards(pane: PacksPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.desk.lines.grid, Qt.Key.Key_P, CONTROL)
    preview = pane.findChild(ListPreview)
    assert preview.pdf.startswith(b"%PDF")
    words = "".join(page.get_textpage().get_text_range() for page in PdfDocument(preview.pdf))
    assert "ĐIỀU KIỆN CỦA GÓI QUY TẮC A" in words
    assert "chưa đối chiếu" in words
