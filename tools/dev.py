"""One command for every job: python tools/dev.py run | test | demo | bench | soak | build [arguments for the job].

Standard library only. From nothing it makes .venv, installs the pinned requirements and Qt's system libraries, then
does the job. It must not know what the program does: it only starts it. `test` with arguments runs only these tests.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)
CANNOT_INSTALL = 3

# Debian's package → the library in it that Qt loads (tried in a bare Debian 12)
LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
}
X_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-image0": "libxcb-image.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libcups2": "libcups.so.2",  # printing
}
WAYLAND_LIBRARIES = {
    "libwayland-client0": "libwayland-client.so.0",
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libwayland-egl1": "libwayland-egl.so.1",
}


class Stop(Exception):
    """The job cannot go on: one sentence for the person and an exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


def say(sentence: str) -> None:
    print(f"» {sentence}", file=sys.stderr, flush=True)


def call(*command: str | Path, env: Mapping[str, str] | None = None) -> int:
    """Runs a command from the root of the tree with extra environment; its exit code."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=ROOT, env={**os.environ, **(env or {})}, check=False).returncode


def need(sentence: str, *command: str | Path) -> None:
    code = call(*command)
    if code:
        raise Stop(sentence, code)


def loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def wanted_libraries(platform: str, environment: Mapping[str, str], *, packaging: bool = False) -> dict[str, str]:
    """What Qt needs here; a package carries the X libraries and Python's, so building one needs them all."""
    if not platform.startswith("linux"):
        return {}
    wanted = dict(LIBRARIES)
    if environment.get("DISPLAY") or packaging:
        wanted |= X_LIBRARIES
    if packaging and sys.base_prefix == "/usr":  # Debian's Python; any other brings its library along
        python = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
        wanted[python] = f"{python}.so.1.0"
    if environment.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND_LIBRARIES
    return wanted


def missing_packages(wanted: Mapping[str, str], is_loadable: Callable[[str], bool] = loads) -> list[str]:
    return [package for package, soname in wanted.items() if not is_loadable(soname)]


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    if platform.startswith("linux"):
        return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return True


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def install_packages(packages: Sequence[str]) -> None:
    """Installs Debian packages as root; otherwise stops with the one line to run."""
    line = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        raise Stop(f"Missing system packages (Debian's names): {' '.join(packages)}", CANNOT_INSTALL)
    if not is_root():
        raise Stop(f'System packages are missing. Run:  sudo sh -c "{line}"', CANNOT_INSTALL)
    say(f"Installing system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    ended = subprocess.run(line, shell=True, env=environment, capture_output=True, text=True, check=False)
    if ended.returncode:
        raise Stop(f"{ended.stdout}{ended.stderr}System packages could not be installed by:  {line}", CANNOT_INSTALL)


def ensure_libraries(*, packaging: bool = False) -> None:
    packages = missing_packages(wanted_libraries(sys.platform, os.environ, packaging=packaging))
    if packaging and sys.platform.startswith("linux") and shutil.which("objdump") is None:
        packages.append("binutils")
    if packages:
        install_packages(packages)


def venv_program(name: str) -> Path:
    return VENV / "Scripts" / f"{name}.exe" if sys.platform == "win32" else VENV / "bin" / name


def ensure_venv() -> Path:
    """The Python of .venv, made when it is not there or does not start (a moved tree, a new system Python)."""
    python = venv_program("python")
    if python.exists() and call(python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))") == 0:
        return python
    say("Making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    if importlib.util.find_spec("venv") is None:
        install_packages(["python3-venv"])
    need("The virtual environment .venv could not be made.", sys.executable, "-m", "venv", "--without-pip", VENV)
    return python


def pip_command(python: Path) -> list[str]:
    """How to install into .venv: Debian's Python has no ensurepip without python3-venv, but its own pip can do it."""
    bare = [sys.executable, "-m", "pip"]
    if runs(str(python), "-m", "pip", "--version"):
        return [str(python), "-m", "pip"]
    if runs(str(python), "-m", "ensurepip", "--default-pip"):
        return [str(python), "-m", "pip"]
    if runs(*bare, "--python", str(python), "--version"):
        return [*bare, "--python", str(python)]
    install_packages(["python3-venv"])
    need("pip could not be put into .venv.", python, "-m", "ensurepip", "--default-pip")
    return [str(python), "-m", "pip"]


def runs(*command: str) -> bool:
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0


def stamp_of(requirements: Path, python_version: str) -> str:
    return hashlib.sha256(requirements.read_bytes() + python_version.encode()).hexdigest()


def ensure_requirements(python: Path, name: str) -> None:
    """Installs a pinned list when it is not the one installed last."""
    stamp = VENV / f"{name}.stamp"
    wanted = stamp_of(ROOT / name, sys.version)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say(f"Installing {name} (the first time takes a minute or two)")
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes", "-r", name]
    need(f"The packages of {name} could not be installed.", *pip_command(python), "install", *options)
    stamp.write_text(wanted)


def ready(requirements: str) -> Path:
    """.venv with the packages of a list; its Python."""
    ensure_libraries()
    python = ensure_venv()
    ensure_requirements(python, requirements)
    return python


def run(arguments: Sequence[str]) -> int:
    if not has_screen(sys.platform, os.environ):
        say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY): making the demo in out/ instead.")
        return demo(arguments)
    return call(ready("requirements.txt"), "main.py", *(arguments or ["--sample"]))


def demo(arguments: Sequence[str]) -> int:
    return call(ready("requirements.txt"), "main.py", "demo", *(arguments or ["--out", "out"]))


def test(arguments: Sequence[str]) -> int:
    """All checks, then all tests; with arguments only the tests they choose. Everything runs, any failure counts."""
    python = ready("requirements-dev.txt")
    if arguments:
        return call(python, "-m", "pytest", *arguments)
    checks: dict[str, list[str | Path]] = {
        "ruff": [python, "-m", "ruff", "check", "."],
        "mypy": [python, "-m", "mypy"],
        "import contracts": [venv_program("lint-imports"), "--no-logo"],
    }
    failed = [name for name, command in checks.items() if fails(name, command)]
    if failed:
        say(f"Failed: {', '.join(failed)}. The tests run all the same.")
    tests = call(python, "-m", "pytest", "-n", "2")  # last: its summary closes the output
    return tests or int(bool(failed))


def fails(name: str, command: Sequence[str | Path]) -> bool:
    say(name)
    return call(*command) != 0


def bench(arguments: Sequence[str]) -> int:
    """Every benchmark, or those named; each prints JSON lines on standard output."""
    python = ready("requirements-dev.txt")
    scripts = sorted(path for path in (ROOT / "benchmarks").glob("*.py") if not path.stem.startswith("_"))
    chosen = [path for path in scripts if not arguments or path.stem in arguments]
    if not chosen:
        raise Stop(f"No such benchmark; there are: {', '.join(path.stem for path in scripts) or 'none'}", 2)
    codes = [call(python, path, env={"PYTHONPATH": str(ROOT)}) for path in chosen]
    return int(any(codes))


def soak(arguments: Sequence[str]) -> int:
    """The long seeded runs; soak/run.py says which there are."""
    script = ROOT / "soak" / "run.py"
    if not script.exists():
        raise Stop("This version has no long runs: soak/run.py is not there.", 2)
    return call(ready("requirements-dev.txt"), script, *arguments, env={"PYTHONPATH": str(ROOT)})


def build(arguments: Sequence[str]) -> int:
    """The program as a folder that needs no Python, in dist/, checked by its own self-test; on Linux also as .deb
    and tar.xz. The Windows installer is made of the folder by makensis (packaging/README.md)."""
    ensure_libraries(packaging=True)
    python = ready("requirements.txt")
    ensure_requirements(python, "requirements-build.txt")
    options = ["--noconfirm", "--log-level", "ERROR", *arguments]
    need("The package could not be built.", python, "-m", "PyInstaller", *options, "build.spec")
    program = ROOT / "dist" / "TDKT" / ("TDKT.exe" if sys.platform == "win32" else "TDKT")
    say(f"Built {program.parent.relative_to(ROOT)}; its self-test says:")
    code = call(program, "--self-test", env={"QT_QPA_PLATFORM": "offscreen"})
    if code or not sys.platform.startswith("linux"):
        return code
    say("Packing the folder; this takes some minutes.")
    return call(python, ROOT / "packaging" / "linux" / "packages.py", program.parent, program_version(), ROOT / "dist")


def program_version() -> str:
    """The version that the program calls its own."""
    text = (ROOT / "thidua_gui" / "version.py").read_text("utf-8")
    found = re.search(r'^VERSION: Final = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise Stop("thidua_gui/version.py names no version.", 1)
    return found[1]


JOBS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "demo": demo,
    "bench": bench,
    "soak": soak,
    "build": build,
}


def main(argv: Sequence[str]) -> int:
    if sys.version_info < OLDEST:
        say(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
        return CANNOT_INSTALL
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, allow_abbrev=False)
    parser.add_argument("job", choices=JOBS)
    job = parser.parse_args(argv[:1]).job
    try:
        return JOBS[job](argv[1:])
    except Stop as stop:
        say(str(stop))
        return stop.code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
