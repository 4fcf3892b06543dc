"""Looks into an .xlsx package: whether it is one, whether it is sane, which formulas failed. Knows no year workbook."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from thidua_gui.core.errors import UserError

_OLD_CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_MOST_BYTES = 400_000_000
_MOST_CELLS = 40_000_000
_WIDEST, _WIDE = 16_384, 702
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_WIDER = re.compile(rb' r="[A-Z]{3}')
_COLUMN = re.compile(rb' r="([A-Z]{1,3})')
_FAILED = re.compile(rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]+)(\d+)"[^>]*>(.*?)</(?:\w+:)?c>', re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_BROKEN = (
    BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_RELATIONS = tuple(
    f"{{{namespace}/relationships}}id"
    for namespace in (
        "http://schemas.openxmlformats.org/officeDocument/2006",
        "http://purl.oclc.org/ooxml/officeDocument",
    )
)


def open_package(content: bytes, name: str) -> ZipFile:
    """The package of an .xlsx file; a UserError says what the file is instead."""
    if not content:
        raise UserError("workbook_empty", name=name)
    if content.startswith(_OLD_CONTAINER):
        raise UserError("workbook_encrypted" if _ENCRYPTED in content else "workbook_old_format", name=name)
    if not content.startswith(_ZIP):
        raise UserError("workbook_not_xlsx", name=name)
    try:
        package = ZipFile(BytesIO(content))
    except (BadZipFile, OSError, ValueError) as error:
        raise UserError("workbook_damaged", name=name) from error
    if "xl/workbook.xml" not in package.namelist():
        raise UserError("workbook_not_xlsx", name=name)
    if sum(part.file_size for part in package.infolist()) > _MOST_BYTES:
        raise UserError("workbook_too_large", name=name)
    return package


def failed_formulas(package: ZipFile, name: str) -> dict[str, list[tuple[int, int, str]]]:
    """By worksheet name: (row, place, what Excel shows) from 0 of each cell with an error, which readers leave out.

    Refuses a worksheet with cells so far out that reading it would fill the memory.
    """
    found: dict[str, list[tuple[int, int, str]]] = {}
    try:
        for title, part in _worksheets(package):
            xml = package.read(part)
            _refuse_far_cells(xml, name)
            if b't="e"' in xml:
                found[title] = list(_failed(xml))
    except _BROKEN as error:
        raise UserError("workbook_damaged", name=name) from error
    return found


def _worksheets(package: ZipFile) -> Iterator[tuple[str, str]]:
    """Names of worksheets and where they lie in the package."""
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    parts = set(package.namelist())
    for element in ElementTree.fromstring(package.read("xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet"):
            relation = next(filter(None, map(element.get, _RELATIONS)), "")
            target = targets.get(relation, "")
            part = str(PurePosixPath("xl") / target).lstrip("/")
            if part in parts:
                yield element.get("name", ""), part


def _refuse_far_cells(xml: bytes, name: str) -> None:
    last = xml.rfind(b"<row ")
    row = _ROW.match(xml, last) if last >= 0 else None
    rows = int(row[1]) if row else xml.count(b"<row")
    if rows * _WIDEST > _MOST_CELLS and rows * _width(xml, rows) > _MOST_CELLS:
        raise UserError("workbook_too_large", name=name)


def _width(xml: bytes, rows: int) -> int:
    """The number of columns, or what it cannot exceed if that is little enough."""
    if rows * _WIDE <= _MOST_CELLS and not _WIDER.search(xml):
        return _WIDE
    return max(map(_number, set(_COLUMN.findall(xml))), default=1)


def _number(letters: bytes) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _failed(xml: bytes) -> Iterator[tuple[int, int, str]]:
    for letters, row, inside in _FAILED.findall(xml):
        value = _VALUE.search(inside)
        yield int(row) - 1, _number(letters) - 1, value[1].decode("utf-8", "replace") if value else ""
