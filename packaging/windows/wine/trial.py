"""Freezes the last commit under Wine, tries the program and its installer, tells the figures: trial.py FOLDER PICTURES.

FOLDER is what prepare.py made. What comes out is a trial and never shipped: the release is made on Windows.
"""

from __future__ import annotations

import argparse
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PureWindowsPath

from PIL import Image
from wine_root import TREE, WineRoot

PROGRAM = "TDKT.exe"
SETUP = "TDKT-trial-setup.exe"
GOAL = PureWindowsPath("C:/users/root/Đơn vị thử – Trường A/Thi đua")
DATA = ("users", "root", "AppData", "Local", "TDKT")
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\TDKT"
PROGRAM_RUNS = 4
DRAWN = 200_000
WINDOWS_AT_MOST = 4


class Failed(Exception):
    """What was tried did not do what it must."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="made by prepare.py")
    parser.add_argument("pictures", type=Path, help="where the pictures of the screen go")
    chosen = parser.parse_args(arguments)
    root = WineRoot(chosen.folder.resolve())
    chosen.pictures.mkdir(parents=True, exist_ok=True)
    try:
        freeze(root)
        self_test(root, PureWindowsPath(root.windows("dist", "TDKT")))
        show(root, chosen.pictures)
        install(root, compile_installer(root))
        refuse_while_running(root)
        remove(root)
    except Failed as failed:
        print(f"FAILED {failed}")
        return 1
    return 0


def require(what: str, holds: bool, told: str = "") -> None:
    if not holds:
        raise Failed(f"{what}\n{told[-3000:]}")


@contextmanager
def timed(what: str) -> Iterator[None]:
    begin = time.monotonic()
    yield
    print(f"{what}: {time.monotonic() - begin:.1f} s", flush=True)


def wait_until(what: str, holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        require(f"{what} within {seconds} s", time.monotonic() < end)
        time.sleep(0.02)


def megabytes(path: Path) -> str:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return f"{sum(file.stat().st_size for file in files) / 1e6:.0f} MB"


def freeze(root: WineRoot) -> None:
    for name in ("dist", "build"):
        shutil.rmtree(root.ours(name), ignore_errors=True)
    root.bring_tree()
    places = ("--distpath", root.windows("dist"), "--workpath", root.windows("build"))
    words = ("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, "build.spec")
    with timed("freezing"):
        done = root.wine(root.windows("python", "python.exe"), *words, folder="/w/tree")
    require("freezing", done.returncode == 0, done.stdout)
    folder = root.ours("dist", "TDKT")
    require("Wine's stand-in stays out", not list(folder.rglob("icuuc.dll")))
    print(f"folder: {megabytes(folder)}")


def self_test(root: WineRoot, folder: PureWindowsPath) -> None:
    with timed(f"self-test in {folder}"):
        done = root.wine(str(folder / PROGRAM), "--self-test")
    require("self-test", done.returncode == 0, done.stdout)
    print(done.stdout.strip())


def show(root: WineRoot, pictures: Path) -> None:
    """The sample year in a window, then a second copy of the program that is to be refused the same file."""
    program = root.windows("dist", "TDKT", PROGRAM)
    for time_of_starting in ("first start", "second start"):
        with root.screen() as screen, running(root, program, "--sample"):
            with timed(f"{time_of_starting}, until something is drawn"):
                wait_until("window", lambda: drawn(screen) > DRAWN)
            time.sleep(10)
            save_picture(screen, pictures / "sample.png")
            data = next(root.drive_c(*DATA).glob("*.tdkt"))
            with running(root, program, str(PureWindowsPath("C:/", *DATA, data.name))):
                time.sleep(8)
                save_picture(screen, pictures / "second-copy.png")
    require("a closed program leaves no lock", not list(root.drive_c(*DATA).glob("*.lock")))


@contextmanager
def running(root: WineRoot, program: str, *words: str) -> Iterator[None]:
    with root.started("wine", program, *words) as process:
        yield
        for _ in range(WINDOWS_AT_MOST):
            close_windows(root)
            with suppress(subprocess.TimeoutExpired):
                require("program ends well when its window is closed", process.wait(10) == 0)
                return
        raise Failed("program does not end when its window is closed")


def close_windows(root: WineRoot) -> None:
    """As the cross in the corner does; a message over a window is closed first, and the window the next time."""
    root.wine("taskkill", "/im", PROGRAM)


def drawn(screen: Path) -> int:
    """How many bytes of the picture are not black."""
    if not screen.exists() or screen.stat().st_size < 100:
        return 0
    _, _, pixels = picture_of(screen)
    return len(pixels) - pixels.count(0)


def picture_of(screen: Path) -> tuple[tuple[int, int], int, bytes]:
    """Size, bytes a line and pixels of X's dump: a head of 25 numbers, a table of colours, the pixels."""
    dump = screen.read_bytes()
    head = struct.unpack(">25I", dump[:100])
    return (head[4], head[5]), head[12], dump[head[0] + 12 * head[19] :]


def save_picture(screen: Path, target: Path) -> None:
    size, line, pixels = picture_of(screen)
    Image.frombytes("RGB", size, pixels[: line * size[1]], "raw", "BGRX", line).save(target)


def compile_installer(root: WineRoot) -> str:
    setup = root.ours(SETUP)
    names = [f"-DSRC={root.ours('dist', 'TDKT')}", "-DVERSION=0.0.1", f"-DOUT={setup}"]
    script = TREE / "packaging" / "windows" / "installer.nsi"
    with timed("making the installer"):
        subprocess.run(["makensis", "-V2", "-WX", "-XTarget amd64-unicode", *names, str(script)], check=True)
    print(f"installer: {megabytes(setup)}")
    return root.windows(SETUP)


def install(root: WineRoot, setup: str) -> None:
    with timed("installing"):
        done = root.wine(setup, *silently_into(GOAL))
    require("installing", done.returncode == 0 and on_disk(root, GOAL / PROGRAM).exists(), done.stdout)
    require("it is told to Windows", root.wine("reg", "query", UNINSTALL_KEY).returncode == 0)
    self_test(root, GOAL)


def silently_into(folder: PureWindowsPath) -> list[str]:
    """NSIS takes the rest of the line as the folder and must not see quotation marks: word by word."""
    return ["/S", *f"/D={folder}".split(" ")]


def on_disk(root: WineRoot, path: PureWindowsPath) -> Path:
    return root.drive_c(*path.parts[1:])


def refuse_while_running(root: WineRoot) -> None:
    with root.screen() as screen, running(root, str(GOAL / PROGRAM)):
        wait_until("window of the installed program", lambda: drawn(screen) > DRAWN)
        done = root.wine(root.windows(SETUP), *silently_into(GOAL))
        require("installing over a running program is refused", done.returncode == PROGRAM_RUNS, str(done.returncode))
        root.wine(str(GOAL / "uninstall.exe"), "/S")
        time.sleep(3)
        require("so is removing it", on_disk(root, GOAL / PROGRAM).exists())
    stale = on_disk(root, GOAL / "_internal" / "of-an-older-version.dll")
    stale.write_bytes(b"")
    done = root.wine(root.windows(SETUP), *silently_into(GOAL))
    require("installing over the closed program", done.returncode == 0 and not stale.exists(), done.stdout)
    print("installing over it: refused while it runs, no stale file afterwards")


def remove(root: WineRoot) -> None:
    before = {path.name: path.read_bytes() for path in root.drive_c(*DATA).glob("*.tdkt")}
    beside = on_disk(root, GOAL / "Ghi chú của tôi.txt")
    beside.write_bytes(b"")
    with timed("removing"):
        root.wine(str(GOAL / "uninstall.exe"), "/S")
        wait_until("program is gone", lambda: not on_disk(root, GOAL / "uninstall.exe").exists())
    require("only the user's own file is left", list(beside.parent.iterdir()) == [beside])
    require("Windows forgot it", root.wine("reg", "query", UNINSTALL_KEY).returncode != 0)
    require("no shortcut is left", not list(root.drive_c("users").rglob("*.lnk")))
    after = {path.name: path.read_bytes() for path in root.drive_c(*DATA).glob("*.tdkt")}
    require("the data stays", bool(before) and before == after)
    print(f"removed; the data stays: {', '.join(after)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
