"""Prints the pages of a PDF at 100 % and writes PDF files where the user wants; knows no document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from thidua_gui.core.progress import Progress
from thidua_gui.text import printing as wording
from thidua_gui.ui.context import Context

_DPI = 300.0
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page drawn for the printer: paper in millimetres, pixels at 300 dpi."""

    width: float
    height: float
    image: QImage


def ask_and_print(parent: QWidget, context: Context, pdf: bytes, title: str, then: Callable[[], None]) -> None:
    """The system's print dialog, then page by page on the whole paper without any scaling; `then` when all is sent."""
    from thidua_gui.documents import raster

    pages = raster.page_count(pdf)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    set_up_page(printer, *_size(pdf, 0))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(wording.PRINT)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return
    first, last = printer.fromPage() or 1, printer.toPage() or pages
    PrintRun(context, pdf, printer, range(first - 1, min(last, pages)), then).start()


def set_up_page(printer: QPrinter, width: float, height: float) -> None:
    """Paper of that size in millimetres, the whole sheet without margins, upright or lying."""
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Millimeter)
    lying = width > height
    orientation = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


class PrintRun:
    """Draws a page in the pool, paints it, then the next: memory holds one page at a time."""

    def __init__(self, context: Context, pdf: bytes, printer: QPrinter, pages: range, then: Callable[[], None]) -> None:
        self._context = context
        self._pdf = pdf
        self._printer = printer
        self._pages = list(pages)
        self._sent = 0
        self._then = then
        self._painter = QPainter()

    def start(self) -> None:
        """Send the first page; the others follow by themselves."""
        self._order()

    def _order(self) -> None:
        pdf, page, done, total = self._pdf, self._pages[self._sent], self._sent, len(self._pages)

        def draw(progress: Progress) -> _Sheet:
            progress.step(done, total)
            return draw_sheet(pdf, page)

        self._context.jobs.render(draw, self._paint, title=wording.PRINTING)

    def _paint(self, sheet: _Sheet) -> None:
        started = self._painter.isActive()
        ready = self._printer.newPage() if started else self._painter.begin(self._printer)
        if not ready:
            self._context.bus.status.emit(wording.NOT_PRINTED)
            return
        paint_sheet(self._painter, self._printer, sheet)
        self._sent += 1
        if self._sent < len(self._pages):
            self._order()
            return
        self._painter.end()
        sent = wording.SENT.format(count=self._sent, printer=self._printer.printerName())
        self._context.bus.status.emit(sent)
        self._then()


def draw_sheet(pdf: bytes, page: int) -> _Sheet:
    """One page as pixels for the printer."""
    from thidua_gui.documents import raster

    width, height = _size(pdf, page)
    drawn = raster.page_bitmap(pdf, page, _DPI)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()
    return _Sheet(width, height, image)


def paint_sheet(painter: QPainter, printer: QPrinter, sheet: _Sheet) -> None:
    """The page in its own size from the paper's corner: 1 mm is 1 mm."""
    per_mm = printer.resolution() / _MM_PER_INCH
    painter.drawImage(QRectF(0, 0, sheet.width * per_mm, sheet.height * per_mm), sheet.image)


def ask_pdf_path(parent: QWidget, folder: Path, name: str) -> Path | None:
    """Where one PDF is to be saved."""
    chosen, _ = QFileDialog.getSaveFileName(parent, wording.SAVE_PDF, str(folder / name), wording.PDF_FILTER)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")


def ask_folder(parent: QWidget, folder: Path) -> Path | None:
    """In which folder many files are to be saved."""
    chosen = QFileDialog.getExistingDirectory(parent, wording.CHOOSE_FOLDER, str(folder))
    return Path(chosen) if chosen else None


def last_folder(context: Context) -> Path:
    """Where the user saved last; the documents' folder at first."""
    saved = context.settings.text("files/folder")
    return Path(saved) if saved and Path(saved).is_dir() else Path.home()


def remember_folder(context: Context, folder: Path) -> None:
    """Next time the dialog opens there."""
    context.settings.put_text("files/folder", str(folder))


def _size(pdf: bytes, page: int) -> tuple[float, float]:
    from thidua_gui.documents import raster

    size = raster.page_sizes(pdf)[page]
    return size.width, size.height
