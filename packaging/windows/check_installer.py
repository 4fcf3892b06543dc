"""Compiles the installer script on a stand-in folder: python packaging/windows/check_installer.py. Needs makensis."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent / "installer.nsi"


def main() -> int:
    compiler = shutil.which("makensis")
    if compiler is None:
        return 3
    with tempfile.TemporaryDirectory() as folder:
        dist = Path(folder) / "TDKT"
        (dist / "_internal").mkdir(parents=True)
        (dist / "TDKT.exe").write_bytes(b"stand-in")
        (dist / "_internal" / "library.dll").write_bytes(b"stand-in")
        setup = Path(folder) / "TDKT-0.0.0-setup.exe"
        names = [f"-DSRC={dist}", "-DVERSION=0.0.0", f"-DOUT={setup}"]
        ended = subprocess.run([compiler, "-V2", "-WX", "-XTarget amd64-unicode", *names, str(SCRIPT)], check=False)
        if ended.returncode or not setup.exists():
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
