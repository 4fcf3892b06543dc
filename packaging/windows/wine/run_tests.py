"""Runs the tests of the last commit in Windows' Python under Wine: run_tests.py FOLDER [arguments of pytest].

It finds what Linux forgives: a file moved while open, an encoding not named, paths with a drive. Without arguments
all tests but those of the windows, which the trial looks at.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from prepare import unpack_wheels
from wine_root import WineRoot

ALL_BUT_WINDOWS = "tests/core tests/text tests/db tests/documents tests/services tests/crash tests/flows".split()
# limits and powers that only Unix has; and Windows lets nobody remove an open file
OF_UNIX = "read_only_folder or write_protected or refuses_to_write_more or removed_between_opening_and_locking"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="made by prepare.py")
    chosen, words = parser.parse_known_args(arguments)
    root = WineRoot(chosen.folder.resolve())
    python = root.ours("python-with-tests")
    if not python.exists():
        shutil.copytree(root.ours("python"), python)
        with tempfile.TemporaryDirectory() as wheels:
            unpack_wheels(python / "Lib" / "site-packages", Path(wheels) / "wheels", "requirements-dev.txt")
    root.bring_tree()
    options = ("-q", "-p", "no:cacheprovider", "-k", f"not ({OF_UNIX})", "--tb=short")
    program = root.windows("python-with-tests", "python.exe")
    done = root.wine(program, "-m", "pytest", *options, *(words or ALL_BUT_WINDOWS), folder="/w/tree")
    print(done.stdout)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
