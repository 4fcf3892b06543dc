"""The board in Excel and on paper says just what the screen says: rows, order, columns, decimals, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.models.organisation import Unit
from tests.services.scored_school import School
from tests.ui.scoring.hands import Key, go, press
from tests.ui.scoring.test_closing import dialog_of
from thidua_gui.services.transaction import write
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.scoring.page import ScoringPage

Saved = Callable[[ScoringPage], list[list[str]]]


@pytest.fixture(autouse=True)
def named_school(school: School) -> None:
    """Every list bears the school's name."""
    assert school.people
    with write("Tên trường"):
        Unit.create(code="@", name="Trường Chính trị tỉnh Lai Châu", kind="Trường", is_root=True, name_fold="truong")


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Saved:
    """Chooses the menu's entry; the rows of the file from the titles on, whole numbers without decimals."""
    import python_calamine

    target = tmp_path / "bang.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def save(page: ScoringPage) -> list[list[str]]:
        choose(page, "Xuất bảng điểm ra Excel…")
        sheet = python_calamine.CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0)
        return [[f"{one:g}" if isinstance(one, float) else str(one) for one in row] for row in sheet.to_python()]

    return save


def choose(page: ScoringPage, words: str) -> None:
    next(action for action in page.more.menu().actions() if action.text() == words).trigger()


def on_screen(page: ScoringPage) -> list[list[str]]:
    grid = page.view.grid
    titles, *body = grid.model_.as_table(grid.visible_columns())
    return [["TT", *titles], *([str(place), *row] for place, row in enumerate(body, start=1))]


def test_excel_says_what_the_screen_says(page: ScoringPage, school: School, saved: Saved) -> None:
    typed = (school.cell("GV02", "VI", "1,25"), school.cell("GV03", "2.1", "99"))
    page.store.enter(school.stages[page.board.stage], typed)
    page.view.grid.toggle_all()
    page.view.grid.arrangement.set_hidden("unit", True)
    shown = on_screen(page)
    written = [[word.replace("Thiếu", "") for word in row] for row in saved(page)[3:]]
    assert written == shown
    assert {"1,25", "99", "98,5"} <= {word for row in shown for word in row}
    assert "Đơn vị" not in shown[0][:4]


def test_a_missing_score_is_said_to_be_missing_and_never_zero(page: ScoringPage, school: School, saved: Saved) -> None:
    page.view.grid.toggle_all()
    titles, *body = saved(page)[3:]
    place = [row.id for row in page.view.grid.model_.shown_rows].index(school.people["NV01"])
    row = dict(zip(titles, body[place], strict=True))
    assert list(row.values()).count("Thiếu") == 3
    assert not {"0", "0,0"} & set(row.values())


def test_filters_and_order_of_the_screen_are_kept_and_named(page: ScoringPage, school: School, saved: Saved) -> None:
    page.toolbar.units.setCurrentIndex(page.toolbar.units.findData(school.units["LLCS"]))
    page.view.grid.model_.sort(1, Qt.SortOrder.DescendingOrder)
    assert page.view.grid.model_.counts[0] < 8
    rows = saved(page)
    assert rows[1][0].startswith("BẢNG ĐIỂM Năm 2022; Điểm đơn vị chấm; ")
    assert [row[2] for row in rows[4:]] == [row[2] for row in on_screen(page)[1:]]


def test_what_is_typed_and_not_yet_written_is_printed_as_it_stands(
    qtbot: QtBot, page: ScoringPage, school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.store, "enter", lambda *_: None)
    monkeypatch.setattr(page.view.grid.model_, "settle", lambda *_: None)
    page.view.grid.toggle_all()
    go(page, school.people["GV01"], "item:II/2.1")
    press(qtbot, page, "41", Key.Key_Return)
    assert any("41" in row for row in page.output.shown().words)


def test_the_board_is_previewed_before_it_is_printed(page: ScoringPage) -> None:
    page.view.grid.toggle_all()
    assert {"1.1", "2.1", "II"} < {column.title for column in page.output.on_paper().columns}
    choose(page, "In bảng điểm…")
    asked = dialog_of(page, ListPreview)
    assert asked.pdf.startswith(b"%PDF")
    assert asked.heading.text() == "Bảng điểm"
