"""A folder with a small Debian and Wine in it, and how programs run in there. Standard library only, Linux, as root.

Mounts live in a namespace that ends with the command: removing the folder can never reach the system.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

TREE = Path(__file__).resolve().parents[3]
ENTER = 'mount --bind /proc "$0/proc" && exec nice -n 10 chroot "$0" env -i "$@"'
DISPLAY = ":77"
SCREEN = (1440, 900)
ENVIRONMENT = (
    "HOME=/w/home",
    "XDG_RUNTIME_DIR=/tmp",
    "LC_ALL=C.UTF-8",
    "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
    "DEBIAN_FRONTEND=noninteractive",
    f"DISPLAY={DISPLAY}",
    "WINEPREFIX=/w/prefix",
    "WINEARCH=win64",
    "WINEDEBUG=-all",
    "WINEDLLOVERRIDES=winedbg.exe=d",
)


@dataclass(frozen=True, slots=True)
class WineRoot:
    """`path` is the small Debian; all of ours in it is under /w, which Windows programs see as Z:\\w."""

    path: Path

    def ours(self, *parts: str) -> Path:
        return self.path.joinpath("w", *parts)

    @staticmethod
    def windows(*parts: str) -> str:
        return str(PureWindowsPath("Z:/w", *parts))

    def drive_c(self, *parts: str) -> Path:
        return self.ours("prefix", "drive_c", *parts)

    def bring_tree(self) -> None:
        """The last commit as /w/tree."""
        shutil.rmtree(self.ours("tree"), ignore_errors=True)
        self.ours("tree").mkdir()
        tree = subprocess.run(["git", "archive", "HEAD"], cwd=TREE, check=True, stdout=subprocess.PIPE).stdout
        subprocess.run(["tar", "-x", "-C", str(self.ours("tree"))], input=tree, check=True)

    def run(self, *command: str, folder: str = "/", seconds: int = 600) -> subprocess.CompletedProcess[str]:
        """The command's end; its output is text, whatever its exit code."""
        with self.started(*command, folder=folder) as process:
            try:
                out, _ = process.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                self._end_windows_programs()
                raise
        return subprocess.CompletedProcess(command, process.returncode, out)

    def wine(self, program: str, *words: str, folder: str = "/") -> subprocess.CompletedProcess[str]:
        return self.run("wine", program, *words, folder=folder, seconds=1800)

    @contextmanager
    def started(self, *command: str, folder: str = "/") -> Iterator[subprocess.Popen[str]]:
        inside = ["unshare", "--mount", "sh", "-c", ENTER, str(self.path), "-C", folder, *ENVIRONMENT, *command]
        pipe, nothing, same = subprocess.PIPE, subprocess.DEVNULL, subprocess.STDOUT
        with subprocess.Popen(inside, stdin=nothing, stdout=pipe, stderr=same, text=True, errors="replace") as process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    process.kill()

    @contextmanager
    def screen(self) -> Iterator[Path]:
        """A screen without glass for the block: a file of the picture that is on it, in X's own dump format."""
        width, height = SCREEN
        self.ours("screen").mkdir(exist_ok=True)
        command = ("Xvfb", DISPLAY, "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-fbdir", "/w/screen")
        with self.started(*command):
            try:
                yield self.ours("screen", "Xvfb_screen0")
            finally:
                self._end_windows_programs()

    def _end_windows_programs(self) -> None:
        with self.started("wineserver", "-k") as process:
            process.wait(60)
