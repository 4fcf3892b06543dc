"""A dressed program, a context without threads, and a main window over fake pages and a real data file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from thidua_gui.app import gui
from thidua_gui.core.changes import Changes
from thidua_gui.services import data_file
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.navigation import PageEntry
from thidua_gui.ui.page import Page
from thidua_gui.ui.settings import Settings

NOW = datetime(2026, 11, 22, 9, 41)
SCHOOL = "Trường Chính trị tỉnh Lai Châu"


class FakePage(Page):
    """Counts what happens to it."""

    tables = ("people",)

    def __init__(self, context: Context, key: str) -> None:
        super().__init__(context)
        self.name = key
        self.loads = 0
        self.arguments: list[object] = []
        self.seen: list[Changes] = []
        self.button = QPushButton("Thêm")
        self.line = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.line)

    def title(self) -> str:
        return f"Trang {self.name}"

    def subtitle(self) -> str:
        return f"năm {self.context.year}"

    def header_widgets(self) -> list[QWidget]:
        return [self.button]

    def reload(self) -> None:
        self.loads += 1

    def open_argument(self, argument: object) -> None:
        self.arguments.append(argument)


def fake_entries() -> tuple[PageEntry, ...]:
    def maker(key: str) -> Callable[[Context], Page]:
        return lambda context: FakePage(context, key)

    sections = {"overview": "start", "units": "catalogue", "people": "catalogue", "importing": "tools"}
    return tuple(PageEntry(key, "users", section, maker(key)) for key, section in sections.items())


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program's look and language, its folder in `tmp_path`; light and 100 % again afterwards."""
    monkeypatch.setenv("TDKT_DATA", str(tmp_path))
    gui.application()
    yield
    theme.theme_switch().set_name("light")
    theme.theme_switch().set_scale(1.0)


@pytest.fixture
def context(tmp_path: Path) -> Context:
    made = gui.make_context(Settings(tmp_path / "settings"), inline=True, clock=lambda: NOW)
    made.user = "Thư ký"
    return made


@pytest.fixture
def window(context: Context, dressed: None) -> Iterator[MainWindow]:
    """A main window without a data file."""
    made = MainWindow(context, fake_entries())
    made.resize(1440, 900)
    made.show_welcome()
    made.show()
    yield made
    if data_file.is_open():
        data_file.close()
    made.session.path = None
    shiboken6.delete(made)


@pytest.fixture
def school_window(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A main window over a new school's data file."""
    window.session.create(tmp_path / "truong.tdkt", SCHOOL, 2022)
    return window


@pytest.fixture
def pages(school_window: MainWindow) -> dict[str, FakePage]:
    """The fake pages that have been made so far."""
    assert school_window.workspace is not None
    return school_window.workspace.pages  # type: ignore[return-value]
