"""What happens with exceptions nobody expected: a log without names or scores, a dialog, and the program goes on."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from thidua_gui.core.errors import Problem
from thidua_gui.version import PROGRAM, VERSION

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

QT_MESSAGE_LENGTH = 160
KEPT_FOLDERS = ("thidua_gui", "db", "site-packages")


def describe(error: BaseException) -> str:
    """Types, codes and places of an exception and its causes; never their messages, which may name people."""
    from traceback import extract_tb

    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        code = f" {current.code}" if isinstance(current, Problem) else ""
        parts.append(f"{type(current).__module__}.{type(current).__name__}{code}")
        frames = extract_tb(current.__traceback__)
        parts += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        current = current.__cause__ or current.__context__
    return "\n".join(parts)


def report_text(error: BaseException) -> str:
    """What the copy button of the crash dialog gives."""
    import platform

    system = f"{platform.system()} {platform.release()}"
    return f"{PROGRAM} {VERSION}, {system}, Python {platform.python_version()}, Qt {qVersion()}\n{describe(error)}"


class CrashWatch:
    """Takes over every way in which an exception can get lost; `stop` gives them back."""

    def __init__(self, folder: Path, show: Callable[[BaseException], None]) -> None:
        self._folder = folder
        self._show = show
        self._is_showing = False
        self._fault_file: TextIO | None = None
        self._log_handler: RotatingFileHandler | None = None

    def start(self) -> None:
        """Install the hooks; the log file is opened by its first record."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._fault_file = (self._folder / "fault.txt").open("a", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_qt_message)

    def stop(self) -> None:
        """Give the hooks back and close the files."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._fault_file is not None:
            self._fault_file.close()
            self._fault_file = None
        if self._log_handler is not None:
            from thidua_gui.ui.log_file import close_log

            close_log(self._log_handler)
            self._log_handler = None

    def take(self, error: BaseException) -> None:
        """Log an exception and show it, one dialog at a time."""
        self.write(f"unexpected {describe(error)}")
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._show(error)
        finally:
            self._is_showing = False

    def write(self, text: str) -> None:
        """One record of the log; the caller answers for it naming nobody."""
        from thidua_gui.ui.log_file import LOG, open_log

        if self._log_handler is None:
            self._log_handler = open_log(self._folder)
            LOG.info("%s %s", PROGRAM, VERSION)
        LOG.info("%s", text)

    def _on_exception(self, kind: type[BaseException], error: BaseException, frames: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, frames)
            return
        self.take(error.with_traceback(frames))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.write(f"thread {describe(arguments.exc_value)}")

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self.write(f"qt {kind.name} {context.category} {message[:QT_MESSAGE_LENGTH]}")


def _short(file_name: str) -> str:
    """The path inside the program: the folders above it may carry the user's name."""
    parts = Path(file_name).parts
    for top in KEPT_FOLDERS:
        if top in parts:
            return "/".join(parts[parts.index(top) :])
    return parts[-1] if parts else file_name
