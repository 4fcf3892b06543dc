"""Printing at 100 %: measured on a printer that writes PDF."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from thidua_gui.documents import raster
from thidua_gui.documents.batch import render_certificates
from thidua_gui.documents.layouts import layout
from thidua_gui.services import certificates, letterhead
from thidua_gui.services.certificates import CertificateKind
from thidua_gui.ui import printing
from thidua_gui.ui.context import Context

pytestmark = pytest.mark.usefixtures("qapp")

MM = 72 / 25.4


@pytest.fixture
def pdf(sample_context: Context) -> bytes:
    year = sample_context.campaign
    assert year is not None
    head = letterhead.letterhead(year.id)
    found = certificates.candidates(year.id, CertificateKind.MERIT, 2022)[:3]
    words = [certificates.content(CertificateKind.MERIT, each, head) for each in found]
    return render_certificates(layout("giay-khen-a4"), words)


def _printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printing.set_up_page(printer, 297, 210)
    return printer


def test_every_page_goes_onto_the_whole_sheet(pdf: bytes, sample_context: Context, tmp_path: Path) -> None:
    target, sent = tmp_path / "in.pdf", []
    run = printing.PrintRun(sample_context, pdf, _printer(target), range(3), lambda: sent.append(True))
    run.start()
    pages = pypdf.PdfReader(target).pages
    assert sent == [True]
    assert len(pages) == 3
    assert float(pages[0].mediabox.width) == pytest.approx(297 * MM, abs=1)
    assert float(pages[0].mediabox.height) == pytest.approx(210 * MM, abs=1)


def test_a_millimetre_stays_a_millimetre(pdf: bytes, sample_context: Context, tmp_path: Path) -> None:
    target = tmp_path / "in.pdf"
    printing.PrintRun(sample_context, pdf, _printer(target), range(1), lambda: None).start()
    assert _frame(target.read_bytes()) == pytest.approx(_frame(pdf), abs=0.3)


def _frame(pdf: bytes) -> tuple[float, float]:
    """Millimetres from the left and the upper edge to the first dark red of the frame, along the page's middle."""
    drawn = raster.page_bitmap(pdf, 0, 254)
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
    across = next(x for x in range(drawn.width) if _is_red(image, x, drawn.height // 2))
    down = next(y for y in range(drawn.height) if _is_red(image, drawn.width // 2, y))
    return across / 10, down / 10


def _is_red(image: QImage, x: int, y: int) -> bool:
    colour = image.pixelColor(x, y)
    return colour.red() > 100 and colour.green() < 60 and colour.blue() < 60


def test_the_number_of_pages_sent_is_told(pdf: bytes, sample_context: Context, tmp_path: Path) -> None:
    told: list[str] = []
    sample_context.bus.status.connect(told.append, Qt.ConnectionType.DirectConnection)
    printing.PrintRun(sample_context, pdf, _printer(tmp_path / "in.pdf"), range(2), lambda: None).start()
    assert told[-1].startswith("Đã gửi 2 trang")
