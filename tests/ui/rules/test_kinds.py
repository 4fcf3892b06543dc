"""Danh hiệu & hình thức: kinds listed, changed, added, hidden, removed by keyboard; papers edited; the law linked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.titles import TitleGroup
from thidua_gui.services import award_kinds, award_kinds_edit, dossiers, history, titles
from thidua_gui.services.award_kinds_edit import KindDraft
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.text import award_kinds_page as wording
from thidua_gui.ui import messages, theme
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.rules.kind_dialog import KindDialog
from thidua_gui.ui.rules.kind_papers_dialog import PapersDialog
from thidua_gui.ui.rules.kinds_pane import KindsPane
from thidua_gui.ui.rules.page import RulesPage
from thidua_gui.ui.widgets.grid.columns import CellEdit

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
LETTER = KindDraft("Thư khen của Hiệu trưởng", "Thư khen", TitleGroup.FORM, Bearer.BOTH, Level.GRASSROOTS)
TODAY = date(2022, 11, 16)


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> RulesPage:
    award_kinds_edit.add_kind(LETTER)
    shown = show(RulesPage)
    assert isinstance(shown, RulesPage)
    shown.show_view(KindsPane.key)
    return shown


@pytest.fixture
def pane(page: RulesPage) -> KindsPane:
    found = page.views[KindsPane.key]
    assert isinstance(found, KindsPane)
    return found


def go_to(pane: KindsPane, key: str) -> None:
    pane.go_to(key)
    pane._load_detail()


def shown(pane: KindsPane) -> list[str]:
    return [entry.row.key for entry in pane.model.shown_rows]


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(page: RulesPage, pane: KindsPane, width: int, scale: float) -> None:
    theme.theme_switch().set_scale(scale)
    assert sideways(page, width) == []
    assert page.width() == width


def test_both_families_stand_apart_with_the_numbers_of_their_awards(page: RulesPage, pane: KindsPane) -> None:
    assert page.subtitle() == "9 danh hiệu, 11 hình thức, trong đó 1 của trường"
    keys = shown(pane)
    assert keys[keys.index("certificate_of_merit") + 1] == "own-1"
    counts = {entry.row.key: entry.line.awards for entry in pane.model.rows}
    assert counts["advanced_labourer"] == 120
    pane.filter.set_current(wording.TITLES)
    pane._narrow()
    assert set(shown(pane)) == {key for key in keys if titles.listed().by_key[key].is_title}


def test_the_panel_tells_papers_and_conditions_of_the_day(pane: KindsPane) -> None:
    go_to(pane, "grassroots_fighter")
    assert pane.panel.pack.text() == "Gói quy tắc A"
    assert len(pane.panel.seen.conditions) == 2
    assert len(pane.panel.papers.papers) == 4
    pane.panel.procedure.set_current(CommendationKind.IRREGULAR)
    assert len(pane.panel.papers.papers) == 2
    pane.on.set_day(date(2024, 1, 1))
    pane.load()
    assert pane.panel.pack.text() == "Gói quy tắc B"


def test_the_conditions_lead_to_the_law(pane: KindsPane) -> None:
    asked: list[tuple[object, object]] = []
    pane.context.bus.navigate.connect(lambda key, place: asked.append((key, place)))
    go_to(pane, "grassroots_fighter")
    pane.panel.to_law.click()
    assert asked == [("rules", ("packs", "A", "grassroots_fighter", "meets"))]


def test_a_kind_of_the_school_is_added_by_keyboard_and_shown(pane: KindsPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.grid, Qt.Key.Key_N, CONTROL)
    dialog = pane.findChild(KindDialog)
    dialog.name.setText("Giấy chứng nhận Ngôi sao")
    dialog.short.setText("Ngôi sao")
    dialog.wordings.setPlainText("GCN Ngôi sao\n")
    dialog.submit()
    row = award_kinds.kind("own-2", TODAY)
    assert (row.name, row.short, row.wordings) == ("Giấy chứng nhận Ngôi sao", "Ngôi sao", ("GCN Ngôi sao",))
    assert "own-2" in shown(pane)


def test_a_taken_name_is_told_beside_the_field_and_nothing_typed_is_lost(pane: KindsPane) -> None:
    pane.add_new()
    dialog = pane.findChild(KindDialog)
    dialog.name.setText("Giấy khen")
    dialog.note.setText("ghi chú")
    dialog.submit()
    assert dialog.fields["name"].below.text() == "Đã có “Giấy khen”. Hãy ghi tên khác."
    assert (dialog.isVisible(), dialog.note.text()) == (True, "ghi chú")


def test_a_shipped_kind_gets_the_schools_authority_and_is_reset(
    pane: KindsPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to(pane, "excellent_collective")
    pane.edit_current()
    dialog = pane.findChild(KindDialog)
    assert not dialog.bearer.isVisible()
    dialog.authority.setText("Tỉnh ủy")
    dialog.submit()
    assert pane.current.authority == "Tỉnh ủy"
    monkeypatch.setattr(messages, "confirm", lambda *_, **__: True)
    pane._reset()
    assert not pane.current.is_changed


def test_delete_hides_a_shipped_kind_and_undo_brings_it_back(pane: KindsPane, qtbot: QtBot) -> None:
    go_to(pane, "medal")
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert "medal" not in shown(pane)
    pane.filter.set_current(wording.HIDDEN)
    pane._narrow()
    assert shown(pane) == ["medal"]
    history.undo_last()
    assert award_kinds.kind("medal", TODAY).is_used


def test_delete_removes_an_own_kind_only_after_asking(
    pane: KindsPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter((False, True))
    monkeypatch.setattr(messages, "confirm", lambda *_, **__: next(answers))
    go_to(pane, "own-1")
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert "own-1" in shown(pane)
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert "own-1" not in shown(pane)


def test_what_cannot_be_removed_says_why(pane: KindsPane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(award_kinds_edit, "used_keys", lambda: frozenset({"own-1"}))
    monkeypatch.setattr(messages, "confirm", lambda *_, **__: True)
    go_to(pane, "own-1")
    pane.remove()
    assert "nếu trường không dùng nữa, hãy ẩn đi" in pane.refusal.label.text()


def open_papers(pane: KindsPane, qtbot: QtBot, key: str) -> PapersDialog:
    go_to(pane, key)
    qtbot.keyClick(pane.grid, Qt.Key.Key_H, CONTROL | SHIFT)
    dialog: PapersDialog = pane.findChild(PapersDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.papers.grid.setFocus()
    return dialog


def test_papers_are_added_moved_and_taken_away_by_keyboard(pane: KindsPane, qtbot: QtBot) -> None:
    dialog = open_papers(pane, qtbot, "certificate_of_merit")
    grid = dialog.papers.grid
    qtbot.keyClick(grid, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(grid, Qt.Key.Key_Insert)
    grid.request_edits((CellEdit(grid.current_row_id, "name", "Ảnh tư liệu"),))
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    dialog.submit()
    found = dossiers.dossier_list("certificate_of_merit", "merit", TODAY)
    assert [paper.name for paper in found] == ["Báo cáo thành tích", "Ảnh tư liệu", "Biên bản bình xét khen thưởng"]


def test_a_paper_is_made_optional_with_the_space_bar(pane: KindsPane, qtbot: QtBot) -> None:
    dialog = open_papers(pane, qtbot, "certificate_of_merit")
    grid = dialog.papers.grid
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    dialog.since.set_day(date(2022, 3, 1))
    dialog.submit()
    assert not dossiers.dossier_list("certificate_of_merit", "merit", TODAY)[0].is_required
    assert dossiers.dossier_list("certificate_of_merit", "merit", date(2022, 2, 28))[0].is_required
    assert pane.panel.papers_source.text() == "Danh sách của trường, từ 01/03/2022"


def test_the_shipped_list_comes_back(pane: KindsPane, qtbot: QtBot) -> None:
    dossiers.set_dossier_list("certificate_of_merit", "merit", [dossiers.PaperDraft("Tờ trình")])
    pane.load()
    dialog = open_papers(pane, qtbot, "certificate_of_merit")
    dialog.reset.click()
    assert len(dossiers.dossier_list("certificate_of_merit", "merit", TODAY)) == 3


def test_an_empty_list_is_refused_and_stays_on_screen(pane: KindsPane, qtbot: QtBot) -> None:
    dialog = open_papers(pane, qtbot, "certificate_of_merit")
    for _ in range(3):
        dialog.papers.remove()
    dialog.submit()
    assert dialog.isVisible()
    assert "ít nhất một giấy tờ" in dialog.error.text()


def test_the_list_on_paper_has_what_a_narrow_window_leaves_out(pane: KindsPane, qtbot: QtBot) -> None:
    pane.resize(700, 500)
    qtbot.keyClick(pane.grid, Qt.Key.Key_P, CONTROL)
    assert pane.findChild(ListPreview).pdf.startswith(b"%PDF")


def test_every_pane_has_a_name_for_screen_readers(pane: KindsPane) -> None:
    assert all(part.accessibleName() for part in (pane.grid, pane.filter, pane.on, pane.panel))
