"""Evidence and printing beside a person's sheet, by mouse, keyboard and drag and drop."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from db.models.organisation import Unit
from tests.services.scored_school import School
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import evidence, history, score_entry
from thidua_gui.services.evidence import OnSheet
from thidua_gui.services.transaction import write
from thidua_gui.ui import printing
from thidua_gui.ui.scoring.page import ScoringPage
from thidua_gui.ui.scoring.sheet import PersonSheet
from thidua_gui.ui.scoring.sheet_model import SheetModel
from thidua_gui.ui.scoring.sheet_preview import SheetPreview
from thidua_gui.ui.widgets.buttons import QToolButton

Choose = Callable[..., None]


@pytest.fixture
def sheet(page: ScoringPage, school: School) -> PersonSheet:
    """GV01's sheet, the cursor in 1.1; the school itself heads what is printed."""
    with write("Trường"):
        Unit.create(code="@", name="Trường Chính trị tỉnh Lai Châu", kind="Trường", is_root=True, name_fold="truong")
    page.open_argument(school.people["GV01"])
    return page.sheet


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """What the person picks in the file dialog."""

    def chosen(*files: Path) -> None:
        names = [str(path) for path in files]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))

    return chosen


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "Biên bản.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


def said(sheet: PersonSheet) -> str:
    banner = sheet._panel.evidence.banner
    return banner.label.text() if banner.isVisible() else ""


def shown(sheet: PersonSheet) -> list[str]:
    box = sheet._panel.evidence
    assert box._heading.text() == f"Minh chứng ({len(box.rows)})"
    return [row.title for row in box.rows]


def button(sheet: PersonSheet, name: str) -> QToolButton:
    QApplication.processEvents()
    buttons = sheet._panel.evidence.findChildren(QToolButton)
    return next(one for one in buttons if one.accessibleName() == name and one.isVisible())


def clips(sheet: PersonSheet, school: School, number: str) -> str:
    model: SheetModel = sheet._model
    return str(model.index_of(school.criteria["GV", number], model.columnCount() - 1).data())


def test_a_chosen_file_is_listed_and_counted_at_its_criterion_and_group(
    sheet: PersonSheet, school: School, choose: Choose, pdf: Path, qtbot: QtBot
) -> None:
    choose(pdf)
    qtbot.keyClick(sheet._panel.evidence.add, Qt.Key.Key_Space)
    assert shown(sheet) == ["Biên bản.pdf"]
    assert (clips(sheet, school, "1.1"), clips(sheet, school, "I"), clips(sheet, school, "1.2")) == ("1", "1", "")


def test_a_refused_file_is_said_above_the_list_until_another_criterion_is_read(
    sheet: PersonSheet, choose: Choose, tmp_path: Path, qtbot: QtBot
) -> None:
    empty = tmp_path / "rỗng.pdf"
    empty.touch()
    choose(empty)
    sheet._panel.evidence.add.click()
    assert "rỗng" in said(sheet)
    qtbot.keyClick(sheet._tree, Qt.Key.Key_Down)
    assert said(sheet) == ""


def test_closing_the_file_dialog_adds_nothing(sheet: PersonSheet, choose: Choose) -> None:
    choose()
    sheet._panel.evidence.add.click()
    assert (shown(sheet), said(sheet)) == ([], "")


def test_the_files_of_a_group_are_those_of_its_criteria_with_their_numbers(
    sheet: PersonSheet, school: School, choose: Choose, pdf: Path
) -> None:
    choose(pdf)
    sheet._panel.evidence.add.click()
    sheet._tree.go_to(school.criteria["GV", "I"])
    assert shown(sheet) == ["Biên bản.pdf"]
    assert any(label.text().startswith("Mục 1.1: ") for label in sheet._panel.evidence.findChildren(QLabel))


def test_the_eye_opens_a_read_only_copy(
    sheet: PersonSheet, choose: Choose, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    choose(pdf)
    sheet._panel.evidence.add.click()
    button(sheet, "Mở Biên bản.pdf để xem").click()
    assert opened[0].read_bytes() == b"%PDF-1.4"
    assert opened[0].stat().st_mode & 0o222 == 0
    assert opened[0] != pdf


def test_a_file_that_no_program_opens_is_told(
    sheet: PersonSheet, choose: Choose, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    choose(pdf)
    sheet._panel.evidence.add.click()
    button(sheet, "Mở Biên bản.pdf để xem").click()
    assert "chưa có chương trình mở được" in said(sheet)


def test_removed_evidence_leaves_the_list_and_comes_back_by_undo(
    sheet: PersonSheet, choose: Choose, pdf: Path
) -> None:
    choose(pdf)
    sheet._panel.evidence.add.click()
    button(sheet, "Bỏ minh chứng Biên bản.pdf").click()
    assert shown(sheet) == []
    sheet._context.bus.changed.emit(history.undo_last())
    assert shown(sheet) == ["Biên bản.pdf"]


def test_files_dropped_on_the_panel_are_added(sheet: PersonSheet, pdf: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(pdf))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), copy, files, left, none)
    QApplication.sendEvent(sheet._panel, entering)
    assert entering.isAccepted()
    assert said(sheet) == "Thả tệp vào đây để thêm minh chứng."
    QApplication.sendEvent(sheet._panel, QDropEvent(QPointF(5, 5), copy, files, left, none))
    assert (shown(sheet), said(sheet)) == (["Biên bản.pdf"], "")


def test_dragged_words_are_not_taken(sheet: PersonSheet) -> None:
    words = QMimeData()
    words.setText("không phải tệp")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, words, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(sheet._panel, event)
    assert not event.isAccepted()


def test_the_last_column_is_spoken(sheet: PersonSheet, school: School, pdf: Path) -> None:
    place = OnSheet(school.campaign, school.people["GV01"], school.criteria["GV", "1.1"])
    clock = sheet._context.clock
    sheet._context.jobs.command(
        lambda _: score_entry.add_comment(
            school.stages[StageKey.UNIT], place.subject_id, place.criterion_id, "Tốt", at=clock(), author="A"
        )
    )
    sheet._desk.place = place
    sheet._desk.add([pdf])
    last = sheet._model.index_of(school.criteria["GV", "1.1"], sheet._model.columnCount() - 1)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "1 nhận xét, 1 minh chứng"


def preview(sheet: PersonSheet, qtbot: QtBot) -> SheetPreview:
    qtbot.keyClick(sheet._tree, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    return sheet.findChildren(SheetPreview)[-1]


def text_of(window: SheetPreview) -> str:
    assert window.pdf is not None
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(window.pdf)).pages)


def test_the_sheet_is_previewed_filled_and_blank(sheet: PersonSheet, qtbot: QtBot) -> None:
    window = preview(sheet, qtbot)
    assert "Phạm Thị Hồng Nhung" in text_of(window)
    assert "98,5" in text_of(window)
    window.form.segments()[1].click()
    assert "98,5" not in text_of(window)
    assert "Ý kiến nhận xét" in text_of(window)
    window.reject()


def test_the_previewed_pages_are_the_ones_saved(
    sheet: PersonSheet, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    target = tmp_path / "phieu.pdf"
    monkeypatch.setattr(printing, "ask_pdf_path", lambda parent, folder, name: asked.append(name) or target)
    window = preview(sheet, qtbot)
    window.save.click()
    assert target.read_bytes() == window.pdf
    assert asked == ["GV01-pham-thi-hong-nhung.pdf"]
    window.reject()


def test_evidence_written_elsewhere_appears(sheet: PersonSheet, school: School, pdf: Path) -> None:
    place = OnSheet(school.campaign, school.people["GV01"], school.criteria["GV", "1.1"])
    added = evidence.add(place, [pdf], at=sheet._context.clock(), user="")
    sheet._context.bus.changed.emit(added.changes)
    assert shown(sheet) == ["Biên bản.pdf"]
