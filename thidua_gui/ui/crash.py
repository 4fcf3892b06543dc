"""What happens with exceptions nobody expected: a log without names or scores, a dialog, and the program goes on."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion

from thidua_gui.core.errors import Problem
from thidua_gui.version import PROGRAM, VERSION

LOG = logging.getLogger("tdkt")
LOG_BYTES = 256 * 1024
LOG_FILES = 3
QT_MESSAGE_LENGTH = 160
QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def describe(error: BaseException) -> str:
    """Types, codes and places of an exception and its causes; never their messages, which may name people."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        code = f" {current.code}" if isinstance(current, Problem) else ""
        parts.append(f"{type(current).__module__}.{type(current).__name__}{code}")
        parts += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(parts)


def report_text(error: BaseException) -> str:
    """What the copy button of the crash dialog gives."""
    system = f"{platform.system()} {platform.release()}"
    return f"{PROGRAM} {VERSION}, {system}, Python {platform.python_version()}, Qt {qVersion()}\n{describe(error)}"


class CrashWatch:
    """Takes over every way in which an exception can get lost; `stop` gives them back."""

    def __init__(self, folder: Path, show: Callable[[BaseException], None]) -> None:
        self._show = show
        self._shown = False
        folder.mkdir(parents=True, exist_ok=True)
        self._fault_file: TextIO = (folder / "fault.txt").open("a", encoding="utf-8")
        self._handler = RotatingFileHandler(
            folder / "tdkt.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))

    def start(self) -> None:
        """Install log and hooks."""
        LOG.addHandler(self._handler)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False
        faulthandler.enable(self._fault_file)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_log_qt)
        LOG.info("start %s", VERSION)

    def stop(self) -> None:
        """Give the hooks back and close the log."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        LOG.info("end")
        LOG.removeHandler(self._handler)
        LOG.propagate = True
        self._handler.close()
        self._fault_file.close()

    def take(self, error: BaseException) -> None:
        """Log an exception and show it, one dialog at a time."""
        LOG.error("unexpected %s", describe(error))
        if self._shown:
            return
        self._shown = True
        try:
            self._show(error)
        finally:
            self._shown = False

    def _on_exception(self, kind: type[BaseException], error: BaseException, frames: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, frames)
            return
        self.take(error.with_traceback(frames))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            LOG.error("thread %s", describe(arguments.exc_value))


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    LOG.log(QT_LEVELS.get(kind, logging.WARNING), "qt %s %s", context.category, message[:QT_MESSAGE_LENGTH])


def _short(file_name: str) -> str:
    """The path inside the program: the folders above it may carry the user's name."""
    parts = Path(file_name).parts
    for top in ("thidua_gui", "db", "site-packages"):
        if top in parts:
            return "/".join(parts[parts.index(top) :])
    return parts[-1] if parts else file_name
