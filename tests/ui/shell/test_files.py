"""Opening, creating and restoring data files from the window, and what is said when it cannot be."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.shell.conftest import SCHOOL
from thidua_gui.core.errors import Problem
from thidua_gui.services import data_file, school
from thidua_gui.text import shell
from thidua_gui.ui import messages
from thidua_gui.ui.first_run.new_file import NewFileDialog, proposed_path
from thidua_gui.ui.first_run.welcome import Welcome
from thidua_gui.ui.main_window import MainWindow


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    problems: list[Problem] = []
    monkeypatch.setattr(messages, "show_problem", lambda parent, problem, title="": problems.append(problem))
    return problems


def answer_file_dialogs(
    monkeypatch: pytest.MonkeyPatch, *, open_: Path | None = None, save: Path | None = None
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(open_ or ""), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(save or ""), ""))


def welcome_of(window: MainWindow) -> Welcome:
    shown = window.centralWidget()
    assert isinstance(shown, Welcome)
    return shown


def another_file(path: Path) -> Path:
    data_file.create(path)
    school.found("Trường khác", 2025)
    data_file.close()
    return path


def test_a_file_is_opened_from_the_start_page(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_file_dialogs(monkeypatch, open_=another_file(tmp_path / "khac.tdkt"))
    qtbot.mouseClick(welcome_of(window).open.button, Qt.MouseButton.LeftButton)
    assert window.context.year == 2025
    assert window.context.settings.recent_files() == (tmp_path / "khac.tdkt",)


def test_cancelling_the_file_dialog_leaves_everything(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_file_dialogs(monkeypatch)
    qtbot.mouseClick(welcome_of(window).open.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(welcome_of(window).restore.button, Qt.MouseButton.LeftButton)
    assert window.workspace is None


def test_another_file_takes_the_place_of_the_open_one(school_window: MainWindow, tmp_path: Path) -> None:
    school_window.session.open(another_file_elsewhere(tmp_path))
    assert data_file.current().path == tmp_path / "khac.tdkt"
    assert school_window.context.year == 2025


def another_file_elsewhere(tmp_path: Path) -> Path:
    """Made while another file is open: as a copy of a file of its own."""
    import subprocess
    import sys

    code = (
        "from pathlib import Path; import sys; from thidua_gui.services import data_file, school\n"
        "data_file.create(Path(sys.argv[1])); school.found('Trường khác', 2025); data_file.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "khac.tdkt")], check=True)
    return tmp_path / "khac.tdkt"


def test_a_file_that_is_gone_is_told_and_the_start_page_shown(
    window: MainWindow, told: list[Problem], tmp_path: Path
) -> None:
    window.session.open(tmp_path / "mat.tdkt")
    assert [problem.code for problem in told] == ["file_missing"]
    assert window.workspace is None


def test_a_file_open_in_another_copy_is_refused_with_who_has_it(
    window: MainWindow, told: list[Problem], tmp_path: Path
) -> None:
    from thidua_gui.text.errors import sentence

    path = another_file(tmp_path / "khac.tdkt")
    other = hold(path)
    window.session.open(path)
    assert [problem.code for problem in told] == ["locked_by"]
    assert "Chị Hương" in sentence(told[0])
    other.kill()
    other.wait()
    other.stdin.close()  # type: ignore[union-attr]
    other.stdout.close()  # type: ignore[union-attr]


def hold(path: Path):  # type: ignore[no-untyped-def]
    """Another copy of the program that has the file open."""
    import subprocess
    import sys

    code = (
        "from pathlib import Path; import sys; from thidua_gui.services import data_file\n"
        "data_file.open_file(Path(sys.argv[1]), user='Chị Hương'); print('open', flush=True); sys.stdin.read()"
    )
    pipe = subprocess.PIPE
    other = subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=pipe, stdout=pipe)
    assert other.stdout is not None
    assert other.stdout.readline().strip() == b"open"
    return other


def test_a_backup_is_restored_beside_what_exists(
    qtbot: QtBot, school_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    school_window.session.back_up()
    backup = data_file.backups()[0].path
    school_window.session.close()
    answer_file_dialogs(monkeypatch, open_=backup, save=tmp_path / "khoi-phuc.tdkt")
    qtbot.mouseClick(welcome_of(school_window).restore.button, Qt.MouseButton.LeftButton)
    assert data_file.current().path == tmp_path / "khoi-phuc.tdkt"
    assert school.name() == SCHOOL


def test_a_broken_backup_is_told_and_nothing_is_written(
    window: MainWindow, told: list[Problem], tmp_path: Path
) -> None:
    broken = tmp_path / "hong.tdkt"
    broken.write_bytes(b"SQLite format 3\x00" + bytes(4000))
    window.session.restore(broken, tmp_path / "moi.tdkt")
    assert [problem.code for problem in told] == ["backup_damaged"]
    assert not (tmp_path / "moi.tdkt").exists()


def test_the_sample_year_is_built_once_and_then_opened(window: MainWindow, tmp_path: Path) -> None:
    window.session.open_sample()
    assert window.context.year == 2022
    window.session.close()
    before = (tmp_path / shell.SAMPLE_FILE).read_bytes()
    window.session.open_sample()
    assert (tmp_path / shell.SAMPLE_FILE).read_bytes() == before


def test_recent_files_are_offered_and_those_gone_are_pale(window: MainWindow, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QPushButton

    window.context.settings.remember_file(another_file(tmp_path / "khac.tdkt"))
    window.context.settings.remember_file(tmp_path / "mat.tdkt")
    window.show_welcome()
    links = {button.text(): button.isEnabled() for button in welcome_of(window).findChildren(QPushButton)}
    assert links["khac"]
    assert not links["mat"]


def test_a_new_file_asks_for_what_it_needs_beside_each_field(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewFileDialog(None, 2026)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.year.setText("20")
    dialog.submit()
    assert dialog.school_field.below.text() == shell.SCHOOL_NAME_MISSING
    assert dialog.year_field.below.text() == shell.FIRST_YEAR_WRONG
    assert dialog.result() == 0


def test_the_name_of_the_school_proposes_a_free_file_name(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewFileDialog(None, 2026)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.school, "Truong Dang")
    assert dialog.path() == tmp_path / "truong-dang.tdkt"
    (tmp_path / "truong-dang.tdkt").touch()
    assert proposed_path("Trường Đảng") == tmp_path / "truong-dang-2.tdkt"


def test_a_file_left_open_on_another_computer_can_be_taken_over(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def agree(parent: object, title: str, text: str, verb: str) -> bool:
        asked.append(f"{verb}: {text}")
        return True

    monkeypatch.setattr(messages, "confirm", agree)
    path = another_file(tmp_path / "khac.tdkt")
    leave_a_lock_of_another_computer(path)
    window.session.open(path)
    assert "Chị Hương" in asked[0]
    assert asked[0].startswith(shell.OPEN_ANYWAY)
    assert window.context.year == 2025


def leave_a_lock_of_another_computer(path: Path) -> None:
    import json

    lock = path.with_name(path.name + ".lock")
    data_file.open_file(path, user="Chị Hương")
    held = json.loads(lock.read_text(encoding="utf-8"))
    data_file.close()
    lock.write_text(json.dumps(held | {"host": "MAY-PHONG-DAO-TAO"}), encoding="utf-8")
