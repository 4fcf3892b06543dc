"""Writes documents so that a file is whole or not there, under names that every system takes. Knows no documents."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from thidua_gui.core.errors import SystemProblem
from thidua_gui.core.vietnamese import fold

_LONGEST = 100
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def safe_name(*parts: str) -> str:
    """Parts as one file name without suffix: CB01, Hoàng Đức Khải → CB01-hoang-duc-khai.

    The first part keeps its case, for it is a code.
    """
    first, *others = parts
    plain = "-".join([re.sub(r"[^A-Za-z0-9]+", "-", _unmarked(first)), *map(_slug, others)])
    plain = re.sub(r"-+", "-", plain).strip("-")[:_LONGEST].rstrip("-")
    if not plain:
        return "khong-ten"
    return f"{plain}-" if plain.lower() in _RESERVED else plain


def _unmarked(text: str) -> str:
    """Without marks but in its own case."""
    return "".join(fold(letter).upper() if letter.isupper() else fold(letter) for letter in text)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text))


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their order, the second of equal ones numbered; case makes no difference (Windows)."""
    taken: set[str] = set()
    unique = []
    for name in names:
        number, candidate = 1, name
        while candidate.lower() in taken:
            number += 1
            candidate = f"{name}-{number}"
        taken.add(candidate.lower())
        unique.append(candidate)
    return tuple(unique)


def _usual_mode() -> int:
    """The rights of an ordinary new file here: a temporary file belongs to its maker alone, and colleagues could not
    read it in a shared folder."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put_in_place(temporary: Path, path: Path) -> None:
    """The folder has just taken a file, so it is the old one that refuses: Windows keeps what another program shows."""
    try:
        temporary.replace(path)
    except PermissionError as error:
        if path.exists():
            raise SystemProblem("document_in_use", file=path.name) from error
        raise


def write_whole(path: Path, content: bytes) -> Path:
    """Write beside the goal, then put it in its place in one step; what stood there stays whole on any failure."""
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".tdkt-", suffix=".tmp", delete=False) as file:
            temporary = Path(file.name)
            file.write(content)
        temporary.chmod(_usual_mode())
        _put_in_place(temporary, path)
    except OSError as error:
        raise SystemProblem("document_not_written", file=path.name, reason=error.strerror or str(error)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
    return path
