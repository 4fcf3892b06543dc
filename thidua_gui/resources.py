"""Where the files shipped with the program are (fonts, icons, layouts, the sample year); knows not what is in them."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent / "resources"  # also right in the packaged program


def path(*parts: str) -> Path:
    """The file or folder `resources/<parts>`; FileNotFoundError when the program was shipped without it."""
    found = _ROOT.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(found)
    return found


def text(*parts: str) -> str:
    return path(*parts).read_text(encoding="utf-8")


def content(*parts: str) -> bytes:
    return path(*parts).read_bytes()
