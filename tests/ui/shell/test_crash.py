"""An exception nobody expected: logged without names or scores, shown once, and the program goes on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from thidua_gui.core.errors import UserError
from thidua_gui.text import shell
from thidua_gui.ui import crash, messages
from thidua_gui.ui.widgets.dialog import Dialog

NAME = "Lò Thị Hạnh"


def caught(error: BaseException) -> BaseException:
    """With frames, as if it came out of a slot."""
    try:
        raise error
    except BaseException as thrown:  # noqa: BLE001
        return thrown


@pytest.fixture
def shown() -> list[BaseException]:
    return []


@pytest.fixture
def watch(tmp_path: Path, shown: list[BaseException]) -> Iterator[crash.CrashWatch]:
    made = crash.CrashWatch(tmp_path / "logs", shown.append)
    hooks = sys.excepthook, threading.excepthook
    made.start()
    yield made
    made.stop()
    sys.excepthook, threading.excepthook = hooks


def log_text(tmp_path: Path) -> str:
    return (tmp_path / "logs" / "tdkt.log").read_text(encoding="utf-8")


def test_the_log_tells_type_and_place_but_no_name_and_no_score(watch: crash.CrashWatch, tmp_path: Path) -> None:
    watch.take(caught(KeyError(f"{NAME}: 42,0")))
    text = log_text(tmp_path)
    assert "builtins.KeyError" in text
    assert "test_crash.py" in text
    assert NAME not in text
    assert "42,0" not in text


def test_causes_are_told_and_problems_by_their_code(watch: crash.CrashWatch, tmp_path: Path) -> None:
    error = RuntimeError("x")
    error.__cause__ = UserError("over_maximum", name=NAME)
    watch.take(caught(error))
    assert "UserError over_maximum" in log_text(tmp_path)
    assert NAME not in log_text(tmp_path)


def test_the_folders_above_the_program_are_not_told(watch: crash.CrashWatch) -> None:
    from thidua_gui.core.points import Points

    with pytest.raises(UserError) as refused:
        Points.parse("một")
    text = crash.report_text(refused.value)
    assert " thidua_gui/core/points.py:" in text
    assert str(Path(__file__).parents[3]) not in text


def test_a_slot_that_fails_is_shown(watch: crash.CrashWatch, shown: list[BaseException]) -> None:
    error = caught(ZeroDivisionError())
    sys.excepthook(type(error), error, error.__traceback__)
    assert shown == [error]


def test_an_error_while_one_is_shown_opens_no_second_dialog(tmp_path: Path) -> None:
    opened: list[BaseException] = []

    def show(error: BaseException) -> None:
        opened.append(error)
        watch.take(caught(ValueError("second")))

    watch = crash.CrashWatch(tmp_path, show)
    watch.take(caught(ValueError("first")))
    watch.stop()
    assert [str(error) for error in opened] == ["first"]


def test_a_failing_thread_is_logged(watch: crash.CrashWatch, tmp_path: Path) -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in log_text(tmp_path)


def test_warnings_of_qt_reach_the_log(watch: crash.CrashWatch, tmp_path: Path) -> None:
    qWarning("QLayout: odd")
    assert "QLayout: odd" in log_text(tmp_path)


def test_nothing_is_written_while_nothing_happens(watch: crash.CrashWatch, tmp_path: Path) -> None:
    assert not (tmp_path / "logs" / "tdkt.log").exists()


def test_the_dialog_gives_the_report_to_the_clipboard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QPushButton

    def answer(dialog: Dialog) -> int:
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        buttons[shell.COPY_DETAILS].click()
        return 1

    monkeypatch.setattr(Dialog, "exec", answer)
    report = crash.report_text(caught(KeyError(NAME)))
    messages.tell(None, shell.CRASH_TITLE, shell.CRASH_TEXT, details=report)
    assert "builtins.KeyError" in QGuiApplication.clipboard().text()
    assert NAME not in QGuiApplication.clipboard().text()
