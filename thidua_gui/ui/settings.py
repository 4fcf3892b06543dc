"""What this user of this computer prefers: look, sizes, recent files; never anything of the data file."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from thidua_gui.version import PROGRAM

RECENT_LIMIT = 8
HOME_PARTS = ("Library", "Application Support") if sys.platform == "darwin" else (".local", "share")


def user_folder() -> Path:
    """Where settings, logs and by default data files live; `TDKT_DATA` overrides it."""
    chosen = os.environ.get("TDKT_DATA")
    if chosen:
        return Path(chosen)
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home().joinpath(*HOME_PARTS)) / PROGRAM


class Settings:
    """Typed access to one ini file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ini = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """A word that was saved, or the default."""
        value = self._ini.value(key, default)
        return value if isinstance(value, str) else default

    def put_text(self, key: str, value: str) -> None:
        """Keep a word."""
        self._ini.setValue(key, value)

    def number(self, key: str, default: float) -> float:
        """A number that was saved; the default also when the ini file was damaged by hand."""
        try:
            return float(self.text(key, str(default)))
        except ValueError:
            return default

    def put_number(self, key: str, value: float) -> None:
        """Keep a number."""
        self.put_text(key, str(value))

    def flag(self, key: str, default: bool = False) -> bool:
        """A yes or no that was saved."""
        return self.text(key, "1" if default else "0") == "1"

    def put_flag(self, key: str, value: bool) -> None:
        """Keep a yes or no."""
        self.put_text(key, "1" if value else "0")

    def state(self, key: str) -> QByteArray:
        """Geometry of a window, splitter or header; empty when never saved."""
        value = self._ini.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def put_state(self, key: str, value: QByteArray) -> None:
        """Keep a geometry."""
        self._ini.setValue(key, value)

    def recent_files(self) -> tuple[Path, ...]:
        """Data files opened before, newest first, also those not reachable now (a USB stick)."""
        saved = self.text("files/recent")
        return tuple(Path(line) for line in saved.split("|") if line)

    def remember_file(self, path: Path) -> None:
        """Put a data file at the head of the recent files."""
        others = [known for known in self.recent_files() if known != path]
        self.put_text("files/recent", "|".join(str(known) for known in [path, *others][:RECENT_LIMIT]))

    def forget_file(self, path: Path) -> None:
        """Take a data file off the recent files."""
        self.put_text("files/recent", "|".join(str(known) for known in self.recent_files() if known != path))

    def sync(self) -> None:
        """Write the ini file now."""
        self._ini.sync()
