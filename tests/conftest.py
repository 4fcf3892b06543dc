"""What every test stands on: no screen, no dialogs, folders of its own, and no record that nobody expected.

A test that expects a log record of level WARNING or more asserts it and then calls `caplog.clear()`.
A test that expects a dialog replaces the function that asks (monkeypatch), as the person's answer.
"""

import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import hypothesis
import pytest

hypothesis.settings.register_profile("tests", deadline=None, print_blob=True)
hypothesis.settings.load_profile("tests")

pytest_plugins = ("tests.sample_year",)

_USER_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
_MODAL = {
    "QDialog": ("exec",),
    "QMessageBox": ("exec", "question", "information", "warning", "critical", "about"),
    "QFileDialog": ("exec", "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
    "QInputDialog": ("exec", "getText", "getItem", "getInt", "getDouble", "getMultiLineText"),
    "QColorDialog": ("getColor",),
    "QMenu": ("exec",),
}


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's data and settings folders, new for each test; nothing of the real ones is read or written."""
    monkeypatch.delenv("TDKT_DATA", raising=False)
    folder = tmp_path_factory.mktemp("person")
    for name in _USER_FOLDERS:
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder


@pytest.fixture(autouse=True)
def no_stray_log_records(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    stray = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    assert not stray, "log records that no test expected:\n" + "\n".join(stray)


@pytest.fixture(autouse=True)
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A modal dialog fails the test at once: it would wait for a person for ever."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return
    for class_name, methods in _MODAL.items():
        for method in methods:
            monkeypatch.setattr(getattr(widgets, class_name), method, _refusing(f"{class_name}.{method}"))


def _refusing(name: str) -> Callable[..., object]:
    def refuse(*args: object, **kwargs: object) -> object:
        raise AssertionError(f"{name} was called in a test")

    return refuse
