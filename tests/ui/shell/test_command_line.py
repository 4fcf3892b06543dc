"""The command line: what it starts, and that a built program can test itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_tree import ROOT
from thidua_gui.app import demo, gui, main


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[gui.Request]:
    asked: list[gui.Request] = []
    monkeypatch.setattr(gui, "run", lambda request: asked.append(request) or 0)
    return asked


@pytest.mark.parametrize(
    ("arguments", "request_"),
    [
        ([], gui.Request()),
        (["truong.tdkt"], gui.Request(file=Path("truong.tdkt"))),
        (["--sample"], gui.Request(sample=True)),
    ],
)
def test_windows_are_started_with_what_was_asked_for(
    requests: list[gui.Request], arguments: list[str], request_: gui.Request
) -> None:
    assert main.main(arguments) == 0
    assert requests == [request_]


def test_the_demo_is_given_its_folder_and_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[Path, Path | None]] = []
    monkeypatch.setattr(demo, "run", lambda out, source: ran.append((out, source)) or 2)
    assert main.main(["demo", "--out", "ra", "--from", "so.xlsx"]) == 2
    assert main.main(["demo", "--out", "ra"]) == 2
    assert ran == [(Path("ra"), Path("so.xlsx")), (Path("ra"), None)]


def test_the_demo_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["demo"])
    assert ended.value.code == 2
    assert "--out" in capsys.readouterr().err


def test_the_command_line_is_read_without_loading_windows() -> None:
    code = "import sys, thidua_gui.app.main; print([name for name in sys.modules if name.startswith('PySide6')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_first_window_is_reached_without_heavy_imports() -> None:
    heavy = ("peewee", "reportlab", "xlsxwriter", "python_calamine", "pypdfium2", "PySide6.QtSvg")
    code = f"import sys, thidua_gui.app.gui; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_program_tests_itself_in_one_line() -> None:
    done = subprocess.run([sys.executable, "main.py", "--self-test"], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("Tự kiểm tra xong: ")
    assert done.stdout.count(b"\n") == 1
