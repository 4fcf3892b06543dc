"""Reads and writes blocks of cells as spreadsheets put them on the clipboard; knows no grid."""

from collections.abc import Iterable, Sequence

_BLANKS = {ord(blank): " " for blank in "\u00a0\u202f\u2007"}
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))


def read(text: str) -> list[list[str]]:
    """Cells of a block copied from Excel, LibreOffice or Word.

    A cell that begins with a quote ends with one and may hold tabs, line ends and doubled quotes; a quote elsewhere
    is a letter. One empty line at the end belongs to the format and is no row. Short rows are filled up.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if not text:
        return []
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, place = _cell(text, place)
        rows[-1].append(_tidy(cell))
        if place >= len(text):
            break
        if text[place] == "\n":
            if place + 1 == len(text):
                break
            rows.append([])
        place += 1
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def write(rows: Iterable[Sequence[str]]) -> str:
    """A block as spreadsheets read it: cells with tabs, line ends or quotes in quotes, a line end after each row."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def _cell(text: str, start: int) -> tuple[str, int]:
    """The cell that begins here and the place of the tab or line end after it."""
    if text.startswith('"', start):
        quoted = _quoted_cell(text, start)
        if quoted is not None:
            return quoted
    ends = [end for end in (text.find("\t", start), text.find("\n", start)) if end >= 0]
    end = min(ends, default=len(text))
    return text[start:end], end


def _quoted_cell(text: str, start: int) -> tuple[str, int] | None:
    """A cell in quotes; None when the quote is never closed before a tab or line end, so it is a mere letter."""
    place = start + 1
    while True:
        close = text.find('"', place)
        if close < 0:
            return None
        if text.startswith('""', close):
            place = close + 2
            continue
        after = close + 1
        if after == len(text) or text[after] in "\t\n":
            return text[start + 1 : close].replace('""', '"'), after
        return None


def _tidy(cell: str) -> str:
    """No-break blanks as blanks, invisible characters out, ends trimmed."""
    return cell.translate(_BLANKS).translate(_INVISIBLE).strip(" \n\t\v\f")


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
