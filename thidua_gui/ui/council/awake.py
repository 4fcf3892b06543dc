"""Holds sleep and screen saver off while the projector shows, by requests that end with the process."""

from __future__ import annotations

import sys
from typing import Protocol

CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED of SetThreadExecutionState (Win32)."""


class Requests(Protocol):
    """What a system offers; a request may be refused without harm."""

    def hold(self, reason: str) -> bool: ...

    def release(self) -> None: ...


class Awake:
    """Nothing is left behind when the program dies: the system drops the request with the process."""

    def __init__(self, requests: Requests | None = None) -> None:
        self._requests = requests or _of_system()
        self.is_held = False

    def hold(self, reason: str) -> None:
        if not self.is_held:
            self.is_held = self._requests.hold(reason)

    def release(self) -> None:
        if self.is_held:
            self._requests.release()
            self.is_held = False


class _Windows:
    def hold(self, reason: str) -> bool:
        return self._set(CONTINUOUS | SYSTEM | DISPLAY)

    def release(self) -> None:
        self._set(CONTINUOUS)

    def _set(self, state: int) -> bool:
        import ctypes

        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - known to Windows alone
        return bool(kernel.SetThreadExecutionState(state))


class _FreeDesktop:
    """org.freedesktop.ScreenSaver; a desktop without it refuses, and nothing happens."""

    def __init__(self) -> None:
        self._cookie: int | None = None

    def hold(self, reason: str) -> bool:
        reply = self._call("Inhibit", "tdkt", reason)
        self._cookie = reply[0] if reply and isinstance(reply[0], int) else None
        return self._cookie is not None

    def release(self) -> None:
        if self._cookie is not None:
            self._call("UnInhibit", self._cookie)
            self._cookie = None

    def _call(self, method: str, *arguments: object) -> list[object]:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return []
        name, path = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
        message = QDBusMessage.createMethodCall(name, path, name, method)
        message.setArguments(list(arguments))
        reply = bus.call(message)
        return list(reply.arguments()) if reply.type() is QDBusMessage.MessageType.ReplyMessage else []


class _Nothing:
    def hold(self, reason: str) -> bool:
        return False

    def release(self) -> None:
        pass


def _of_system() -> Requests:
    if sys.platform == "win32":
        return _Windows()
    return _FreeDesktop() if sys.platform.startswith("linux") else _Nothing()
