"""Starts the program with its windows: builds jobs, bus, context and main window, and takes them down."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from thidua_gui import resources
from thidua_gui.app import pages
from thidua_gui.text import shell
from thidua_gui.ui import look_choice, theme
from thidua_gui.ui.bus import Bus
from thidua_gui.ui.context import Context
from thidua_gui.ui.crash import CrashWatch, report_text
from thidua_gui.ui.jobs import InlineJobs, Jobs
from thidua_gui.ui.main_window import MainWindow
from thidua_gui.ui.opened_files import OpenedFiles
from thidua_gui.ui.qt_vietnamese import install_vietnamese
from thidua_gui.ui.settings import Settings, user_folder
from thidua_gui.version import PROGRAM, VERSION

USER_KEY = "user/name"
LOGIN_VARIABLES = ("LOGNAME", "USER", "USERNAME")


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for: a file, the sample, or neither (the last file or the welcome page)."""

    file: Path | None = None
    sample: bool = False


def application() -> QApplication:
    """The QApplication, dressed and speaking Vietnamese; the running one if there is one."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([PROGRAM])
    app.setApplicationName(PROGRAM)
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("tdkt")
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    install_vietnamese(app)
    app.setWindowIcon(QIcon(str(resources.path("icons", "app.svg"))))
    theme.theme_switch().apply()
    return app


def make_context(settings: Settings, *, inline: bool = False, clock: Callable[[], datetime] = datetime.now) -> Context:
    """Bus and jobs tied together; `inline` does every job at once."""
    bus = Bus()
    jobs = InlineJobs(bus) if inline else Jobs(bus)
    return Context(jobs, bus, settings, clock, settings.text(USER_KEY) or login_name())


def login_name() -> str:
    """Who is logged in to the computer; empty when the system does not say."""
    names = (os.environ.get(name, "") for name in LOGIN_VARIABLES)
    return next((name for name in names if name), "")


def run(request: Request) -> int:
    """Show the program until its window is closed."""
    settings = Settings(user_folder())
    look_choice.apply_saved(settings)
    app = application()
    OpenedFiles(settings.folder).clean_leftovers()
    context = make_context(settings)
    window = MainWindow(context, pages.entries())
    watch = CrashWatch(user_folder() / "logs", lambda error: _show_crash(window, error))
    watch.start()
    context.jobs.crashed.connect(watch.take)
    window.show_opening()
    window.show()
    QTimer.singleShot(0, lambda: _start(window, request))
    try:
        return app.exec()
    finally:
        context.jobs.stop()
        settings.sync()
        watch.stop()


def _start(window: MainWindow, request: Request) -> None:
    recent = window.context.settings.recent_files()
    if request.sample:
        window.session.open_sample()
    elif request.file is not None:
        window.session.open(request.file)
    elif recent and recent[0].exists():
        window.session.open(recent[0])
    else:
        window.show_welcome()


def _show_crash(window: MainWindow, error: BaseException) -> None:
    from thidua_gui.ui import messages

    messages.tell(window, shell.CRASH_TITLE, shell.CRASH_TEXT, details=report_text(error))
