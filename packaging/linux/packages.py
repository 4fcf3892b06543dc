"""Makes the .deb and the tar.xz from the built folder: python packages.py DIST VERSION OUT. Standard library only.

The .deb needs dpkg-deb; everything in it belongs to root, and equal folders give packages of equal content.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAME = "tdkt"
PROGRAM = "TDKT"
ARCHITECTURE = "amd64"
DEPENDS = (
    "libc6 (>= 2.36), libgl1, libegl1, libx11-6, libxcb1, libdbus-1-3, libfontconfig1, libglib2.0-0, libxkbcommon0"
)
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: TDKT <tdkt@example.invalid>
Installed-Size: {size}
Depends: {depends}
Section: office
Priority: optional
Description: Emulation and commendation work of a school
 Plans, scores, ratings, certificates and reports of the yearly emulation
 work of a Vietnamese school, offline, in one data file.
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dist", type=Path, help="the folder that PyInstaller built")
    parser.add_argument("version")
    parser.add_argument("out", type=Path, help="where the packages go")
    chosen = parser.parse_args(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    if shutil.which("dpkg-deb") is None:
        return 1
    return 0


def make_tar(dist: Path, version: str, out: Path) -> Path:
    """The folder to unpack anywhere: no installation, no rights needed."""
    path = out / f"{NAME}-{version}-linux-{ARCHITECTURE}.tar.xz"
    with tarfile.open(path, "w:xz", preset=6) as archive:
        archive.add(dist, f"{NAME}-{version}", filter=_owned_by_root)
    return path


def make_deb(dist: Path, version: str, out: Path) -> Path:
    """The program in /opt, a command in /usr/bin, menu entry, icon and file type."""
    path = out / f"{NAME}_{version}_{ARCHITECTURE}.deb"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        _lay_out(root, dist)
        size = sum(file.stat().st_size for file in root.rglob("*") if file.is_file()) // 1024
        control = CONTROL.format(
            name=NAME, version=version, architecture=ARCHITECTURE, size=size, depends=DEPENDS
        )
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
        for entry in [root, *root.rglob("*")]:
            if entry.is_dir() and not entry.is_symlink():
                entry.chmod(0o755)
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(path)], check=True)
    return path


def _lay_out(root: Path, dist: Path) -> None:
    shutil.copytree(dist, root / "opt" / NAME, symlinks=True)
    places = {
        "tdkt.desktop": f"usr/share/applications/{NAME}.desktop",
        "tdkt-mime.xml": f"usr/share/mime/packages/{NAME}.xml",
        "tdkt.png": f"usr/share/icons/hicolor/256x256/apps/{NAME}.png",
    }
    for source, place in places.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / source, root / place)
        (root / place).chmod(0o644)
    command = root / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/opt/{NAME}/{PROGRAM}")


def _owned_by_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
