"""One PDF file being written: its pages, its repeated forms, its facts. Knows no document of ours."""

import io
from threading import Lock
from typing import Any

from thidua_gui.documents.fonts import font
from thidua_gui.documents.marks import POINT
from thidua_gui.documents.pdf.ink import Ink

_PRODUCER = "TDKT"
_SUBSETTING = Lock()
"""Fonts are cut to their used letters when a file ends; reportlab reads a font by one place in it that all share."""


class Paper:
    """A PDF in memory. Equal calls give equal bytes; every font is embedded; viewers are asked not to scale."""

    def __init__(self, title: str, width: float, height: float, *, author: str = "", base_font: str = "Tinos") -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0
        font(base_font)  # registers it: the canvas names it on every page and would else name an unembedded Helvetica
        self.width, self.height = width, height
        self._bytes = io.BytesIO()
        self._canvas: Any = Canvas(
            self._bytes,
            pagesize=(width / POINT, height / POINT),
            pageCompression=1,
            invariant=1,
            initialFontName=base_font,
            lang="vi-VN",
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator(_PRODUCER)
        self._canvas.setProducer(_PRODUCER)
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self.ink = Ink(self._canvas)

    def form(self, name: str, operators: str) -> None:
        """Keep operators once under a name, for any number of pages."""
        self._canvas.beginForm(name, 0, 0, self.width / POINT, self.height / POINT)
        self._canvas.addLiteral(operators)
        self._canvas.endForm()

    def page(self, operators: str, *, form: str = "", moved: str = "") -> None:
        """Add a page: the form, then the operators, both under the map `moved` (six numbers) if given."""
        if moved:
            self._canvas.addLiteral(f"q {moved} cm")
        if form:
            self._canvas.doForm(form)
        if operators:
            self._canvas.addLiteral(operators)
        if moved:
            self._canvas.addLiteral("Q")
        self._canvas.showPage()

    def finish(self) -> bytes:
        with _SUBSETTING:
            self._canvas.save()
        return self._bytes.getvalue()
