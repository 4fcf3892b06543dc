"""Opens and closes every window and renders every kind of document, without a screen; says so in one line.

For a program that was just built or installed: it finds what is missing in it, not what is wrong with its rules.
"""

from __future__ import annotations

import os
import sys
import traceback
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING

from thidua_gui.text import shell

if TYPE_CHECKING:
    from thidua_gui.services.campaigns import CampaignSummary
    from thidua_gui.ui.main_window import MainWindow

NOW = datetime(2022, 11, 16, 9, 41)
FAILED = 1


def run() -> int:
    """0 and one line, or 1 and the first failure on standard error."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failures: list[BaseException] = []
    hook = sys.excepthook
    sys.excepthook = lambda kind, error, frames: failures.append(_with(error, frames))
    try:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            os.environ["TDKT_DATA"] = folder
            done = _everything(Path(folder))
    except Exception as error:  # noqa: BLE001 - whatever is missing is to be told
        failures.append(error)
    finally:
        sys.excepthook = hook
    if failures:
        traceback.print_exception(failures[0])
        return FAILED
    print(shell.self_test_passed(*done))
    return 0


def _everything(folder: Path) -> tuple[int, int]:
    """Counts of windows opened and documents rendered."""
    from PySide6.QtCore import qInstallMessageHandler

    from thidua_gui.app import gui, pages
    from thidua_gui.services import data_file
    from thidua_gui.ui.main_window import MainWindow
    from thidua_gui.ui.settings import Settings

    qInstallMessageHandler(lambda *_: None)
    app = gui.application()
    context = gui.make_context(Settings(folder), inline=True, clock=lambda: NOW)
    window = MainWindow(context, pages.entries())
    window.show_welcome()
    window.show()
    window.session.open_sample()
    if window.workspace is None or context.campaign is None:
        raise RuntimeError("the sample year was not opened")
    windows = 2
    for key in window.workspace.entries:
        window.workspace.open_page(key)
        app.processEvents()
        windows += 1
    windows += _dialogs(window)
    documents = _documents(folder / "pdf", context.campaign)
    data_file.close()
    window.session.path = None
    window.close()
    context.jobs.stop()
    qInstallMessageHandler(None)
    return windows, documents


def _dialogs(window: MainWindow) -> int:
    from thidua_gui.ui.first_run.new_file import NewFileDialog
    from thidua_gui.ui.shortcut_sheet import ShortcutSheet

    for dialog in (NewFileDialog(window, NOW.year), ShortcutSheet(window, ())):
        dialog.show()
        dialog.close()
    return 2


def _documents(folder: Path, season: CampaignSummary) -> int:
    from thidua_gui.app import demo_documents

    demo_documents.write(season, folder, NOW.date())
    return len(list(folder.glob("*.pdf")))


def _with(error: BaseException, frames: TracebackType | None) -> BaseException:
    return error.with_traceback(frames)
