"""The importing page: check first, write in one step, undo, and files that are no workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign
from db.models.organisation import Person
from db.models.scoring import Score
from tests.ui.importing.workbooks import put, sample_cells, save
from tests.ui.year_pages import NARROW, WIDE, Show, sideways
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.services import exports, history, imports, sample
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.text.importing import SHEETS
from thidua_gui.ui import messages, theme
from thidua_gui.ui.importing.page import ImportingPage

OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> ImportingPage:
    """Over the sample year."""
    assert year
    shown = show(ImportingPage)
    assert isinstance(shown, ImportingPage)
    return shown


@pytest.fixture
def empty(no_year: None, show: Show) -> ImportingPage:
    """Over a file without a year."""
    shown = show(ImportingPage)
    assert isinstance(shown, ImportingPage)
    return shown


def begins(page: ImportingPage) -> bool:
    return page._start.isVisibleTo(page)


@pytest.mark.parametrize(("scale", "width"), [(1.0, NARROW), (1.0, WIDE), (1.5, 1180)])
def test_nothing_is_scrolled_sideways(year: CampaignSummary, show: Show, scale: float, width: int) -> None:
    assert year
    theme.theme_switch().set_scale(scale)
    assert sideways(show(ImportingPage), width) == []


def test_the_guide_explains_every_sheet() -> None:
    assert set(SHEETS) == set(SheetKey)


def test_checking_writes_nothing_and_tells_what_would_change(empty: ImportingPage) -> None:
    empty.open_argument(sample.workbook())
    assert Campaign.select().count() == 0
    assert empty._heading.text() == "Sẽ ghi gì vào năm 2022"
    assert empty._apply.hasFocus()


def test_writing_is_one_step_and_leads_to_the_year(empty: ImportingPage, qtbot: QtBot) -> None:
    empty.open_argument(sample.workbook())
    empty._apply.click()
    assert (Person.select().count(), history.next_undo()) == (45, "Nhập sổ dữ liệu năm 2022")
    with qtbot.waitSignals([empty.context.bus.year_wanted, empty.context.bus.navigate]):
        empty._open.click()
    assert begins(empty)


def test_an_undone_import_is_no_longer_shown_as_done(empty: ImportingPage) -> None:
    empty.open_argument(sample.workbook())
    empty._apply.click()
    empty.context.bus.changed.emit(history.undo_last())
    assert begins(empty)
    assert Person.select().count() == 0


def test_the_years_own_workbook_again_changes_nothing(
    page: ImportingPage, year: CampaignSummary, tmp_path: Path
) -> None:
    page.open_argument(exports.export_year(year.id, tmp_path / "nam.xlsx"))
    assert page._banner.label.text() == "Tệp này không có gì mới so với dữ liệu đang có: 0 thay đổi."
    assert not page._apply.isVisibleTo(page)


def test_what_would_change_is_judged_again_after_a_change_elsewhere(page: ImportingPage) -> None:
    page.open_argument(sample.workbook())
    while history.next_undo() is not None:
        page.context.bus.changed.emit(history.undo_last())
    assert page._apply.isVisibleTo(page)
    page._apply.click()
    assert Person.select().count() == 45


def test_every_wrong_cell_is_listed_and_can_be_copied(page: ImportingPage, tmp_path: Path) -> None:
    cells = sample_cells()
    put(cells, "Cá nhân", 7, "Ngày sinh", "31/02/1988")
    put(cells, "Cá nhân", 9, "Nhóm", "Không có")
    page.open_argument(save(cells, tmp_path / "sai.xlsx"))
    assert page._heading.text() == "Tệp sai.xlsx có 2 chỗ phải sửa"
    page._copy.click()
    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first.startswith("Trang “Cá nhân”, dòng 7, cột “Ngày sinh” (ô E7), giá trị “31/02/1988”")


def test_a_corrected_file_is_read_again_by_the_button(
    page: ImportingPage, year: CampaignSummary, tmp_path: Path
) -> None:
    cells = sample_cells()
    put(cells, "Cá nhân", 7, "Ngày sinh", "31/02/1988")
    path = save(cells, tmp_path / "sai.xlsx")
    page.open_argument(path)
    exports.export_year(year.id, path)
    page._again.click()
    assert page._banner.label.text().endswith("0 thay đổi.")


def test_two_thousand_problems_are_listed(page: ImportingPage, tmp_path: Path) -> None:
    cells = sample_cells()
    people = cells["Cá nhân"]
    people += [[None] * len(people[3]) for _ in range(1000)]
    for row in range(len(people) - 999, len(people) + 1):
        put(cells, "Cá nhân", row, "Chức vụ", "Giảng viên")
    page.open_argument(save(cells, tmp_path / "dai.xlsx"))
    assert page._problems.snapshot.rowCount() >= 2000


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "trống"),
        (b"xin ch\xc3\xa0o", "không phải sổ Excel"),
        (OLD_EXCEL, "Excel đời cũ"),
        (OLD_EXCEL + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (b"PK\x03\x04" + bytes(40), "bị hỏng"),
    ],
)
def test_a_file_that_is_no_workbook_is_told_by_name(
    page: ImportingPage, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "so.xlsx"
    path.write_bytes(content)
    page.open_argument(path)
    assert page._heading.text() == "Không đọc được tệp so.xlsx"
    assert words in page._banner.label.text()
    assert page._nothing.isVisibleTo(page)


def test_a_file_held_by_another_program_is_told(
    page: ImportingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: Path) -> bytes:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "read_bytes", held)
    page.open_argument(tmp_path / "dang-mo.xlsx")
    assert "đang bị khóa" in page._banner.label.text()


def test_a_refused_file_leaves_no_way_to_write_the_one_before(page: ImportingPage, tmp_path: Path) -> None:
    page.open_argument(sample.workbook())
    page.open_argument(tmp_path / "khong-co.xlsx")
    assert page._checked is None
    assert not page._apply.isVisibleTo(page)


def test_the_pattern_is_a_workbook_that_can_be_imported(
    empty: ImportingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mau"), ""))
    empty._start.template.click()
    assert imports.import_workbook(tmp_path / "mau.xlsx").year == 2022


def test_an_exported_year_read_again_changes_nothing(
    page: ImportingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "xuat.xlsx"), ""))
    with qtbot.waitSignal(page.context.bus.status) as told:
        page._start.export.click()
    assert told.args == ["Đã xuất xuat.xlsx."]
    page.open_argument(tmp_path / "xuat.xlsx")
    assert page._banner.label.text().endswith("0 thay đổi.")


def test_without_a_year_there_is_nothing_to_export(empty: ImportingPage) -> None:
    assert not empty._start.export.isEnabled()
    assert empty._start.export.toolTip() == "Chưa có năm nào để xuất."


def test_what_would_disappear_is_told_in_red(page: ImportingPage) -> None:
    page.open_argument(sample.workbook())
    assert page._banner.property("banner") == "er"
    told = page._banner.label.text()
    assert told.startswith("Sẽ mất 131 dòng")
    assert "Tiêu chí 30" in told
    assert "Chấm điểm" in told


def test_before_lines_disappear_it_is_asked_and_no_writes_nothing(
    page: ImportingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, bool]] = []
    monkeypatch.setattr(messages, "confirm", lambda *words, danger: bool(asked.append((words[3], danger))))
    page.open_argument(sample.workbook())
    scores = Score.select().count()
    page._apply.click()
    assert asked[0][1]
    assert "bỏ 131 dòng" in asked[0][0]
    assert Score.select().count() == scores
    assert page._apply.isEnabled()


def test_a_workbook_that_takes_nothing_away_is_written_at_once(
    empty: ImportingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "confirm", lambda *_, **__: pytest.fail("nothing disappears"))
    empty.open_argument(sample.workbook())
    empty._apply.click()
    assert Person.select().count() == 45
