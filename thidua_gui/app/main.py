"""The command line: the program with its windows, the demo, the self test; imports nothing heavy itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from thidua_gui.version import PROGRAM, VERSION


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for and give the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    if given[:1] == ["demo"]:
        return _demo(given[1:])
    chosen = _parser().parse_args(given)
    if chosen.self_test:
        from thidua_gui.app import self_test

        return self_test.run()
    from thidua_gui.app import gui

    return gui.run(gui.Request(chosen.file, chosen.sample))


def _speak_utf8() -> None:
    """Windows gives a redirected program an encoding without Vietnamese letters; a windowed one no streams at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(PROGRAM.lower(), description="Opens the program; 'demo --out DIR' fills a folder.")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE.tdkt", help="data file to open")
    parser.add_argument("--sample", action="store_true", help="open the sample year")
    parser.add_argument("--self-test", action="store_true", help="open every window, render every document, say so")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {VERSION}")
    return parser


def _demo(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(f"{PROGRAM.lower()} demo", description="Data file, PDFs and pictures of a year.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to fill")
    parser.add_argument("--from", dest="source", type=Path, metavar="WORKBOOK", help="year workbook (the sample's)")
    chosen = parser.parse_args(arguments)
    from thidua_gui.app import demo

    return demo.run(chosen.out, chosen.source)
