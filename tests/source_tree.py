"""Reads the program's own sources as syntax trees for tests/test_architecture.py; knows no rule."""

import ast
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM = ("main.py", "thidua_gui", "db", "tools")
EVERYTHING = (*PROGRAM, "tests", "benchmarks", "soak")


@dataclass(frozen=True, slots=True)
class Source:
    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def module(self) -> str:
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def at(self, node: ast.AST, what: str) -> str:
        return f"{self.name}:{getattr(node, 'lineno', 1)}: {what}"


def parsed(text: str, path: Path = ROOT / "example.py") -> Source:
    return Source(path, text, ast.parse(text))


@cache
def sources(*places: str) -> tuple[Source, ...]:
    """Every Python file under these files and folders of the tree."""
    found = [ROOT / place for place in places]
    files = [file for place in found for file in ([place] if place.is_file() else sorted(place.rglob("*.py")))]
    return tuple(_read(file) for file in files)


@cache
def _read(file: Path) -> Source:
    return parsed(file.read_text(encoding="utf-8"), file)


def strings(source: Source) -> Iterator[ast.Constant]:
    """The string literals that are values: no docstrings, no strings that stand alone."""
    alone = {id(node.value) for node in ast.walk(source.tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node


def is_vietnamese(text: str) -> bool:
    """Whether it has a Latin letter beyond ASCII or a mark: Vietnamese without them cannot be told from English."""
    return any(unicodedata.name(sign, "").startswith(("LATIN", "COMBINING")) for sign in text if ord(sign) > 127)


def imports(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Every imported module, with `from a import b` as a.b too (b may be a module)."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def calls(source: Source, *names: str) -> Iterator[ast.Call]:
    """The calls of functions or methods with these names."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node


def called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
