"""The page of units' books: writing for all, taking in with choices, ticks, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.models.campaigns import Campaign, Registration
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.organisation import Person
from db.models.scoring import Criterion, Score, Stage
from db.models.submissions import Submission, UnitBook, UnitBookReceipt
from tests.services.returned_books import Cells, filled
from tests.ui.year_pages import NARROW, NOW, WIDE, Show, sideways
from thidua_gui.core.ids import CriterionId, PersonId, StageId
from thidua_gui.services import history, sample, score_entry, unit_books
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.transaction import write
from thidua_gui.ui import theme
from thidua_gui.ui.forms.submitted_dialog import SubmittedDialog
from thidua_gui.ui.jobs import Job
from thidua_gui.ui.unitbooks.differences import Show as Shown
from thidua_gui.ui.unitbooks.page import UnitbooksPage

LLCS, TITLE = "Khoa Lý luận cơ sở", "Tập thể lao động xuất sắc"


@pytest.fixture
def page(year: CampaignSummary, show: Show) -> UnitbooksPage:
    """Over the sample year."""
    assert year
    shown = show(UnitbooksPage)
    assert isinstance(shown, UnitbooksPage)
    return shown


@pytest.fixture
def books(year: CampaignSummary, tmp_path: Path) -> dict[str, Path]:
    """Everybody's book, by the unit's code."""
    done = unit_books.write_books(year.id, None, tmp_path / "so", NOW)
    return {one.path.name.partition("-")[0]: one.path for one in done.books}


def criterion(number: str) -> CriterionId:
    return CriterionId(Criterion.get((Criterion.number == number) & (Criterion.sheet == 1)).id)


def enter(code: str, number: str, text: str) -> None:
    person = PersonId(Person.get(Person.code == code).id)
    stage = StageId(Stage.get(Stage.key == "unit").id)
    score_entry.enter(stage, [score_entry.CellEntry(person, criterion(number), text)])


def sent(books: dict[str, Path], more: Cells) -> Path:
    return filled(books["LLCS"], {("registrations", "LLCS#1", "title"): TITLE, **more})


def points(code: str, number: str) -> int:
    person = Person.get(Person.code == code).id
    cell = (Score.person == person) & (Score.criterion == criterion(number)) & (Score.stage == 2)
    return Score.get(cell).points


def states(page: UnitbooksPage) -> dict[str, str]:
    return {row.code: row.state.value for row in page.list.model.rows}


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_is_scrolled_sideways(page: UnitbooksPage, books: dict[str, Path], width: int) -> None:
    assert sideways(page, width) == []
    page.read_files([sent(books, {})])
    assert sideways(page, width) == []


def test_a_file_without_a_year_leads_to_importing(no_year: None, show: Show, qtbot: QtBot) -> None:
    page = show(UnitbooksPage)
    assert isinstance(page, UnitbooksPage)
    with qtbot.waitSignal(page.context.bus.navigate) as asked:
        page.no_year.button.click()
    assert (asked.args, page.header_widgets()) == (["importing", None], [])


def test_books_for_all_are_written_into_a_folder(
    page: UnitbooksPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.write_all.click()
    assert len(list(tmp_path.glob("*.xlsx"))) == UnitBook.select().count() == 6
    assert "Đã lập 6 sổ" in page.list.banner.label.text()
    assert all(row.written_at == NOW.replace(microsecond=0) for row in page.list.model.rows)


def test_books_for_the_checked_units_alone(
    page: UnitbooksPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.list.model.pick([row.id for row in page.list.model.rows if row.code in ("LLCS", "XDD")])
    page.list.write_button.click()
    names = sorted(path.name.partition("-")[0] for path in tmp_path.glob("*.xlsx"))
    assert names == ["LLCS", "XDD"]


def test_stopping_keeps_and_records_what_is_written(
    page: UnitbooksPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    step = Job.step

    def stop_at_two(job: Job, done: int, total: int, what: str = "") -> None:
        if done >= 2:
            job.cancel()
        step(job, done, total, what)

    monkeypatch.setattr(Job, "step", stop_at_two)
    page.write_all.click()
    assert (UnitBook.select().count(), len(list(tmp_path.glob("*.xlsx")))) == (2, 2)
    assert "Đã dừng; đã lập 2 sổ" in page.list.banner.label.text()


def test_a_file_that_cannot_be_written_is_told_and_the_others_are_recorded(
    page: UnitbooksPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    (tmp_path / "XDD-khoa-xay-dung-dang-2022.xlsx").mkdir()
    page.write_all.click()
    assert "XDD-khoa-xay-dung-dang-2022.xlsx" in page.list.banner.label.text()
    assert UnitBook.select().count() == 2


def test_nothing_is_written_before_it_is_applied(page: UnitbooksPage, books: dict[str, Path]) -> None:
    before = history.next_undo()
    page.read_files([sent(books, {})])
    assert [row.difference.returned for row in page.received.model.rows] == [TITLE]
    assert (history.next_undo(), UnitBookReceipt.select().count()) == (before, 0)
    page.received.cancel.click()
    assert page.first_pane() is page.list.grid


def test_applying_writes_ticks_and_goes_back_to_the_list(page: UnitbooksPage, books: dict[str, Path]) -> None:
    before = Registration.select().count()
    page.read_files([sent(books, {})])
    page.received.apply.click()
    assert Registration.select().count() == before + 1
    assert (states(page)["LLCS"], states(page)["XDD"]) == ("submitted", "waiting")
    assert "Đã nhận 1 sổ: ghi 1 ô" in page.list.banner.label.text()
    history.undo_last()
    assert Submission.select().count() == 0


def test_a_conflict_stays_until_somebody_takes_it(page: UnitbooksPage, books: dict[str, Path], qtbot: QtBot) -> None:
    back = sent(books, {("scores", "CB04", f"unit:{criterion('1.1')}"): 7})
    enter("CB04", "1.1", "6")
    page.read_files([back])
    assert page.received.apply.text() == "Áp dụng 1 thay đổi"
    page.received.grid.setFocus()
    qtbot.keyClick(page.received.grid, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    assert page.received.apply.text() == "Áp dụng 2 thay đổi"
    page.received.apply.click()
    assert points("CB04", "1.1") == 700


def test_every_conflict_can_be_kept_at_once(page: UnitbooksPage, books: dict[str, Path]) -> None:
    back = sent(books, {("scores", code, f"unit:{criterion('1.1')}"): 7 for code in ("CB04", "CB05")})
    for code in ("CB04", "CB05"):
        enter(code, "1.1", "6")
    page.read_files([back])
    page.received.take_all.click()
    page.received.keep_all.click()
    page.received.apply.click()
    assert (points("CB04", "1.1"), points("CB05", "1.1")) == (600, 600)


def test_conflicts_come_first_and_can_be_listed_alone(page: UnitbooksPage, books: dict[str, Path]) -> None:
    back = sent(books, {("scores", "CB04", f"unit:{criterion('1.1')}"): 7})
    enter("CB04", "1.1", "6")
    page.read_files([back])
    assert [row.difference.fate.value for row in page.received.model.shown_rows] == ["conflict", "change"]
    page.received.shows.set_current(Shown.CONFLICTS)
    page.received.shows.picked.emit(Shown.CONFLICTS)
    assert [row.difference.code for row in page.received.model.shown_rows] == ["CB04"]
    assert [label.text() for label in page.received.card.values] == ["8", "6", "7"]


def test_data_changed_meanwhile_is_judged_anew(page: UnitbooksPage, books: dict[str, Path]) -> None:
    page.read_files([sent(books, {("scores", "CB04", f"unit:{criterion('1.1')}"): 7})])
    enter("CB04", "1.1", "6")
    page.received.apply.click()
    assert "vừa thay đổi nên chưa ghi gì" in page.received.banner.label.text()
    assert UnitBookReceipt.select().count() == 0
    assert page.received.model.rows[0].is_conflict


def test_files_that_are_no_books_say_why_and_the_others_go_on(page: UnitbooksPage, books: dict[str, Path]) -> None:
    page.read_files([sample.workbook(), sent(books, {}), books["LLCS"].with_name("khong-co.xlsx")])
    assert "2 tệp không nhận được" in page.received.banner.label.text()
    page.received.file_grid.select_row(1)
    assert "không phải sổ của đơn vị" in page.received.nothing.text.text()
    page.received.apply.click()
    assert UnitBookReceipt.select().count() == 1


def test_what_is_left_out_can_be_copied_for_the_unit(page: UnitbooksPage, books: dict[str, Path]) -> None:
    page.read_files([sent(books, {("registrations", "CB04#1", "registered_on"): "31/02/2022"})])
    page.received.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"{LLCS} · trang Đăng ký thi đua, ô G6 · Ngày đăng ký: 31/02/2022 - Không phải ngày")


def test_a_book_without_changes_is_a_submission_too(page: UnitbooksPage, books: dict[str, Path]) -> None:
    page.read_files([books["TCHC"]])
    assert page.received.apply.text() == "Ghi nhận đã nộp"
    page.received.apply.click()
    assert states(page)["TCHC"] == "submitted"
    page.read_files([books["TCHC"]])
    assert not page.received.apply.isEnabled()


def test_files_can_be_dropped_on_the_page(page: UnitbooksPage, books: dict[str, Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(sent(books, {}))), QUrl.fromLocalFile(str(books["XDD"]))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, Qt.KeyboardModifier.NoModifier))
    assert len(page.received.files.rows) == 3


def test_a_submission_on_paper_is_ticked_and_taken_back(page: UnitbooksPage) -> None:
    page.list.model.pick([row.id for row in page.list.model.rows if row.code == "QLDT"])
    page.list.tick_button.click()
    dialog = page.findChild(SubmittedDialog)
    dialog.submit()
    assert states(page)["QLDT"] == "submitted"
    page.list.untick_button.click()
    assert states(page)["QLDT"] == "waiting"


def test_the_other_hand_in_has_its_own_deadline_and_states(page: UnitbooksPage) -> None:
    assert set(states(page).values()) == {"waiting", "not_owed"}
    page.list.phases.segments()[0].click()
    assert set(states(page).values()) == {"overdue", "not_owed"}
    assert "31/03/2022" in page.list.due.text()


def test_a_closed_year_is_read_only(year: CampaignSummary, show: Show) -> None:
    with write("Chốt năm"):
        Campaign.update(state="closed").where(Campaign.id == year.id).execute()
    page = show(UnitbooksPage)
    assert isinstance(page, UnitbooksPage)
    assert "đã chốt" in page.list.banner.label.text()
    assert not any(button.isEnabled() for button in (page.write_all, page.receive, page.list.write_button))
    page.read_files([sample.workbook()])
    assert page.first_pane() is page.list.grid


def test_every_key_is_listed(page: UnitbooksPage) -> None:
    keys = {action.shortcut().toString() for action in (*page.actions(), *page.received.actions())}
    assert keys == {"Ctrl+N", "Ctrl+Shift+N", "Ctrl+I", "Ctrl+D", "Ctrl+F", "Ctrl+E", "Ctrl+P", "Alt+G", "Alt+L"}


def test_the_leadership_is_listed_but_owes_nothing(page: UnitbooksPage) -> None:
    assert states(page)["BGH"] == "not_owed"
    assert page.subtitle() == "0/5 đơn vị đã nộp"
    page.list.model.pick([row.id for row in page.list.model.rows if row.code == "BGH"])
    page.list.tick_button.click()
    dialog = page.findChild(SubmittedDialog)
    dialog.submit()
    assert states(page)["BGH"] == "submitted"
    assert page.subtitle() == "0/5 đơn vị đã nộp"


def test_a_file_tells_what_is_not_taken_beside_its_changes(page: UnitbooksPage, books: dict[str, Path]) -> None:
    page.read_files([sent(books, {("registrations", "LLCS#1", "registered_on"): "hôm qua"})])
    assert page.received.files.rows[1].chip.word == "1 thay đổi, 1 ô không nhận"


def test_a_doubted_initiative_is_taken_whole_by_one_choice(page: UnitbooksPage, books: dict[str, Path]) -> None:
    known = Initiative.get(Initiative.code == "SK01")
    author = InitiativeAuthor.get(InitiativeAuthor.initiative == known).person.code
    facts = {"name": known.name, "kind": "Sáng kiến", "authors": author}
    page.read_files([sent(books, {("initiatives", "+LLCS-SK01", field): words for field, words in facts.items()})])
    rows = [row for row in page.received.model.rows if row.difference.is_new]
    assert [row.is_written for row in rows] == [False, False, False]
    page.received.grid.select_row(rows[0].id)
    assert "trùng với SK01" in page.received.card.reason.text()
    page.received.take_chosen()
    assert [row.is_written for row in page.received.model.rows if row.difference.is_new] == [True, True, True]


def test_a_low_window_with_large_letters_shows_six_differences(page: UnitbooksPage, books: dict[str, Path]) -> None:
    theme.theme_switch().set_scale(1.5)
    page.resize(1216, 590)
    page.read_files([sent(books, {("registrations", "LLCS#1", "registered_on"): "hôm qua"})])
    QCoreApplication.processEvents()
    grid = page.received.grid
    assert grid.viewport().height() >= 6 * grid.verticalHeader().defaultSectionSize()
    assert "ngày" in page.received.card.place.text()
    page.resize(1216, 1000)
    assert page.received.stepper.isVisibleTo(page)
