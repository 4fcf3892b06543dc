"""A running document as a file for Word: the same words, for the office to go on writing in. Knows no database."""

import io
import re
from copy import deepcopy
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.columns import Cell, Column, Row, TableColumn, fitted_widths
from thidua_gui.documents.pages.page_form import page_form
from thidua_gui.documents.pages.paragraphs import Side, Style
from thidua_gui.documents.running import Grid, Para, RunningDocument

_FONT = "Times New Roman"
_BOLD = (Style.BOLD, Style.BOLD_ITALIC)
_ITALIC = (Style.ITALIC, Style.BOLD_ITALIC)
_LEFT_SHARE = 0.4
_SIGNED_LINES = 4
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_running(document: RunningDocument, progress: Progress = SILENT) -> bytes:
    """The file's bytes; equal documents give equal files."""
    return _Writer(document).written(progress)


class _Writer:
    def __init__(self, document: RunningDocument) -> None:
        from docx import Document

        self._document = document
        self._sheet = page_form(form(document.heading.style, document.form_on))
        self._file: Any = Document()
        self._dress()

    def written(self, progress: Progress) -> bytes:
        self._head()
        self._title()
        blocks = self._document.blocks
        for place, block in enumerate(blocks, 1):
            if isinstance(block, Para):
                self._para(block)
            else:
                self._grid(block)
            progress.step(place, len(blocks))
        self._signatures()
        stored = io.BytesIO()
        self._file.save(stored)
        return _timeless(stored)

    def _dress(self) -> None:
        from docx.shared import Mm, Pt

        sheet, file = self._sheet, self._file
        section = file.sections[0]
        section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
        section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
        section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)
        section.header_distance = Mm(sheet.top / 2)
        normal = file.styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(sheet.sizes["body"])
        fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(f"{{{_WORD}}}{kind}", _FONT)
        normal.paragraph_format.space_after = Pt(0)
        properties = file.core_properties
        properties.title, properties.author = self._document.document_title, self._document.issuer
        properties.comments, properties.language = "", "vi-VN"
        day = self._document.form_on
        properties.created = properties.modified = datetime(day.year, day.month, day.day)
        self._number_pages(section)

    def _number_pages(self, section: Any) -> None:
        """The number stands in the middle above every page but the first."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement

        section.different_first_page_header_footer = True
        line = section.header.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        field = OxmlElement("w:fldSimple")
        field.set(f"{{{_WORD}}}instr", "PAGE")
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "2"
        run.append(text)
        field.append(run)
        line._p.append(field)

    def _head(self) -> None:
        heading, sizes = self._document.heading, self._sheet.sizes
        left, right = self._beside(_LEFT_SHARE)
        is_party = heading.style is HeadingStyle.PARTY
        if heading.parent:
            self._line(left, heading.parent, sizes["office"])
        self._line(left, heading.school, sizes["office"], Style.BOLD)
        if is_party:
            self._line(left, "*", sizes["office"])
        self._line(left, self._document.number, sizes["office"])
        self._line(right, heading.nation, sizes["nation"], Style.BOLD)
        if not is_party:
            self._line(right, heading.motto, sizes["motto"], Style.BOLD)
        self._rule(right)
        for _ in range(_lines_left(heading, is_party=is_party)):
            self._line(right, "", sizes["office"])
        self._line(right, self._document.place_and_date, sizes["office"], Style.ITALIC)
        _drop_first(left)
        _drop_first(right)

    def _title(self) -> None:
        sizes = self._sheet.sizes
        self._line(self._file, "", sizes["body"])
        if self._document.kind:
            self._line(self._file, self._document.kind, sizes["kind"], Style.BOLD)
        for line in self._document.subject:
            self._line(self._file, line, sizes["subject"], Style.BOLD)
        if self._document.heading.style is HeadingStyle.PARTY:
            self._line(self._file, "-----", sizes["subject"])
        self._line(self._file, "", sizes["body"])

    def _para(self, one: Para) -> None:
        from docx.shared import Mm, Pt

        line = self._file.add_paragraph()
        line.alignment = _side(one.side)
        layout = line.paragraph_format
        layout.space_after = Pt(4)
        layout.line_spacing = Pt(self._sheet.sizes["leading"])
        layout.keep_with_next = one.keep
        if one.side is Side.FILLED:
            layout.first_line_indent = Mm(self._sheet.sizes["indent"] if one.indent is None else one.indent)
        _write(line, one.text, one.style, self._sheet.sizes["body"])

    def _grid(self, block: Grid) -> None:
        from docx.shared import Mm

        widths = fitted_widths(block.columns, block.rows, block.size, self._sheet.text_width)
        made = self._file.add_table(rows=1, cols=len(block.columns))
        made.style = "Table Grid"
        made.autofit = False
        for place, width in enumerate(widths):
            made.columns[place].width = Mm(width)
        top = made.rows[0]
        for cell, column, width in zip(top.cells, block.columns, widths, strict=True):
            cell.width = Mm(width)
            _fill(cell, Cell(column.title, Style.BOLD), Column.CENTER, block.size)
        pattern = deepcopy(top._tr)
        _repeat(top)
        for row in block.rows:
            made._tbl.append(self._row(made, pattern, row, block.columns, block.size))
        self._line(self._file, "", 6)

    def _row(self, made: Any, pattern: Any, row: Row, columns: tuple[TableColumn, ...], size: float) -> Any:
        from docx.table import _Row

        copied = _Row(deepcopy(pattern), made)
        cells, place = copied.cells, 0
        for cell in row.cells:
            first = cells[place]
            if cell.span > 1:
                first = first.merge(cells[place + cell.span - 1])
            _fill(first, cell, cell.align or columns[place].align, size)
            place += cell.span
        return copied._tr

    def _signatures(self) -> None:
        document, sizes = self._document, self._sheet.sizes
        self._line(self._file, "", sizes["body"])
        count = len(document.signatories) + (1 if document.recipients else 0)
        cells = self._beside(*[1 / max(count, 2)] * (max(count, 2) - 1))
        if document.recipients:
            self._recipients(cells[0])
        for cell, signatory in zip(cells[-len(document.signatories) :], document.signatories, strict=True):
            for post in signatory.post.split("\n"):
                self._line(cell, post, sizes["body"], Style.BOLD)
            for _ in range(_SIGNED_LINES):
                self._line(cell, "", sizes["body"])
            self._line(cell, signatory.name, sizes["body"], Style.BOLD)
            _drop_first(cell)

    def _recipients(self, cell: Any) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        title = cell.paragraphs[0].add_run(self._document.recipients_title)
        title.font.underline, title.font.size = True, Pt(self._sheet.sizes["recipients"])
        for recipient in self._document.recipients:
            line = cell.add_paragraph()
            line.alignment = WD_ALIGN_PARAGRAPH.LEFT
            line.add_run(recipient).font.size = Pt(self._sheet.sizes["recipient"])

    def _beside(self, *shares: float) -> list[Any]:
        """Cells side by side without rules, the last one as wide as is left."""
        from docx.shared import Mm

        made = self._file.add_table(rows=1, cols=len(shares) + 1)
        made.autofit = False
        width = self._sheet.text_width
        for column, share in zip(made.columns, (*shares, 1 - sum(shares)), strict=True):
            column.width = column.cells[0].width = Mm(width * share)
        return list(made.rows[0].cells)

    def _line(self, into: Any, text: str, size: float, style: Style = Style.REGULAR) -> Any:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        line = into.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(line, text, style, size)
        return line

    def _rule(self, cell: Any) -> None:
        """The underline of the nation's heading."""
        for run in cell.paragraphs[-1].runs:
            run.font.underline = True


def _lines_left(heading: Heading, *, is_party: bool) -> int:
    """How many lines the right side must skip so that place and date stand beside the number."""
    left = 1 + bool(heading.parent) + is_party
    return max(0, left - (1 if is_party else 2))


def _write(line: Any, text: str, style: Style, size: float) -> None:
    from docx.shared import Pt

    for place, part in enumerate(re.split("</?i>", text)):
        if part:
            run = line.add_run(part)
            run.font.size = Pt(size)
            run.font.bold = style in _BOLD
            run.font.italic = bool(place % 2) != (style in _ITALIC)


def _fill(cell: Any, content: Cell, align: Column, size: float) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    line = cell.paragraphs[0]
    for run in list(line.runs):
        run._r.getparent().remove(run._r)
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT if align is Column.LEFT else WD_ALIGN_PARAGRAPH.CENTER
    _write(line, content.text, content.style, size)


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    mark = OxmlElement("w:tblHeader")
    mark.set(f"{{{_WORD}}}val", "true")
    row._tr.get_or_add_trPr().append(mark)


def _side(side: Side) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    sides = WD_ALIGN_PARAGRAPH
    return {Side.FILLED: sides.JUSTIFY, Side.CENTER: sides.CENTER, Side.RIGHT: sides.RIGHT}.get(side, sides.LEFT)


def _drop_first(cell: Any) -> None:
    """A new cell begins with an empty paragraph."""
    first = cell.paragraphs[0]
    if not first.text and len(cell.paragraphs) > 1:
        first._p.getparent().remove(first._p)


def _timeless(stored: io.BytesIO) -> bytes:
    """The same archive without the hours at which its parts were written."""
    packed = io.BytesIO()
    with ZipFile(stored) as found, ZipFile(packed, "w", ZIP_DEFLATED) as made:
        for entry in found.infolist():
            made.writestr(ZipInfo(entry.filename), found.read(entry), ZIP_DEFLATED)
    return packed.getvalue()
