"""Pages of a PDF as pictures, for previews on screen. Knows nothing of what the pages say; no Qt.

PDFium may not be entered by two threads at once, so every call holds one lock.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from thidua_gui.core.errors import SystemProblem

_PDFIUM = Lock()
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as BGRX bytes, one row after the other with `stride` bytes each: QImage.Format_RGB32."""

    width: int
    height: int
    stride: int
    pixels: bytes

    def rgb(self) -> bytes:
        """The pixels as packed red, green, blue."""
        used = 4 * self.width
        rows = (self.pixels[start : start + used] for start in range(0, self.stride * self.height, self.stride))
        packed = b"".join(rows)
        out = bytearray(3 * self.width * self.height)
        out[0::3], out[1::3], out[2::3] = packed[2::4], packed[1::4], packed[0::4]
        return bytes(out)


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in millimetres."""

    width: float
    height: float


def page_count(pdf: bytes) -> int:
    with _opened(pdf) as document:
        return len(document)


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of every page, so that a viewer can leave room before it draws any."""
    with _opened(pdf) as document:
        sizes = [document.get_page_size(page) for page in range(len(document))]
    millimetre = 25.4 / _POINTS_PER_INCH
    return tuple(PageSize(width * millimetre, height * millimetre) for width, height in sizes)


def page_bitmap(pdf: bytes, page: int, dpi: float) -> Raster:
    """One page, counted from 0, on white; `dpi` is pixels per inch of paper."""
    with _opened(pdf) as document:
        shown = document[page]
        bitmap = shown.render(scale=dpi / _POINTS_PER_INCH, prefer_bgrx=True, fill_color=(255, 255, 255, 255))
        return Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def page_png(pdf: bytes, page: int, dpi: float) -> bytes:
    """One page as the bytes of a PNG file that says its resolution."""
    raster = page_bitmap(pdf, page, dpi)
    rgb, row = raster.rgb(), 3 * raster.width
    lines = b"".join(b"\0" + rgb[start : start + row] for start in range(0, len(rgb), row))
    per_metre = round(dpi / 0.0254)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", raster.width, raster.height, 8, 2, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(lines, 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise SystemProblem("pdf_unreadable", reason=str(error)) from error
        try:
            yield document
        finally:
            document.close()
