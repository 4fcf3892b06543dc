"""Reading produced PDFs back: texts, positions in millimetres, fonts."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdf
import pypdfium2

MM = 25.4 / 72


class Placed(NamedTuple):
    """A piece of text with its origin in mm from the page's top left corner."""

    text: str
    x: float
    y: float
    font: str
    size: float


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def texts(pdf: bytes) -> list[str]:
    """The lines of each page, empty ones left out."""
    pages = (page.extract_text() for page in reader(pdf).pages)
    return ["\n".join(line.strip() for line in page.splitlines() if line.strip()) for page in pages]


def placed(pdf: bytes, page: int = 0) -> list[Placed]:
    """Every text operation of a page, where it begins."""
    found: list[Placed] = []
    sheet = reader(pdf).pages[page]
    height = float(sheet.mediabox.height)

    def visit(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        if text.strip():
            x = cm[0] * tm[4] + cm[4]
            y = cm[3] * tm[5] + cm[5]
            found.append(Placed(text.strip("\n"), x * MM, (height - y) * MM, str((font or {}).get("/BaseFont")), size))

    sheet.extract_text(visitor_text=visit)
    return found


def edges(pdf: bytes, page: int = 0) -> tuple[float, float]:
    """Left and right edge of all text of a page by the letters' advances, in mm."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        letters = document[page].get_textpage()
        boxes = [letters.get_charbox(number, loose=True) for number in range(letters.count_chars())]
    finally:
        document.close()
    return min(box[0] for box in boxes) * MM, max(box[2] for box in boxes) * MM


def rectangles(pdf: bytes, page: int = 0) -> Iterator[tuple[float, float, float, float]]:
    """x, y from the top, width, height in mm of every rectangle drawn on the page itself."""
    sheet = reader(pdf).pages[page]
    height = float(sheet.mediabox.height)
    for operands, operator in pypdf.generic.ContentStream(sheet.get_contents(), sheet.pdf).operations:
        if operator == b"re":
            x, y, width, tall = (float(operand) for operand in operands)
            yield x * MM, (height - y - tall) * MM, width * MM, tall * MM


def fonts(pdf: bytes) -> dict[str, bool]:
    """The fonts of all pages and forms, and whether each is embedded with a map back to Unicode."""
    found: dict[str, bool] = {}
    for page in reader(pdf).pages:
        _collect(page["/Resources"], found)
    return found


def _collect(resources: Any, found: dict[str, bool]) -> None:
    for font in resources.get("/Font", {}).values():
        font = font.get_object()
        embedded = "/FontFile2" in font.get("/FontDescriptor", {}) and "/ToUnicode" in font
        found[str(font["/BaseFont"])] = embedded
    for form in resources.get("/XObject", {}).values():
        _collect(form.get_object().get("/Resources", {}), found)
