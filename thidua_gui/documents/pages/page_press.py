"""Draws paginated slices into a PDF, with the page number above every page but the first. Knows no document."""

from collections.abc import Iterable, Sequence

from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.marks import POINT, TextMark
from thidua_gui.documents.pages.page_form import PageForm
from thidua_gui.documents.pages.paragraphs import Style
from thidua_gui.documents.pages.slices import Page, Slice, paginate
from thidua_gui.documents.pdf import operators
from thidua_gui.documents.pdf.paper import Paper

_NUMBER_ABOVE = 7.0
"""How far the page number's baseline stands above the text area, in mm."""


def print_pages(slices: Sequence[Slice], form: PageForm, title: str, author: str, progress: Progress = SILENT) -> bytes:
    """One document."""
    paper = Paper(title, form.width, form.height, author=author)
    _add(slices, paper, form, progress)
    return paper.finish()


def print_parts(
    parts: Iterable[Sequence[Slice]],
    form: PageForm,
    title: str,
    author: str,
    progress: Progress = SILENT,
    *,
    names: Sequence[str],
) -> bytes:
    """Several documents in one file: each begins on a new page and counts its own pages. `names` tell the progress."""
    paper = Paper(title, form.width, form.height, author=author)
    for done, (part, name) in enumerate(zip(parts, names, strict=True), start=1):
        _add(part, paper, form, SILENT)
        progress.step(done, len(names), name)
    return paper.finish()


def _add(slices: Sequence[Slice], paper: Paper, form: PageForm, progress: Progress) -> None:
    pages = paginate(slices, form.top, form.lowest)
    for number, page in enumerate(pages, start=1):
        drawn = [operators.marks(_number(number, len(pages), form), paper.ink, form.height)] if number > 1 else []
        drawn.extend(_drawn(page, paper, form))
        paper.page("\n".join(drawn))
        progress.step(number, len(pages))


def _drawn(page: Page, paper: Paper, form: PageForm) -> list[str]:
    shown = (placed for placed in page if placed.slice.marks)
    return [operators.marks(placed.slice.marks, paper.ink, form.height - placed.top) for placed in shown]


def _number(number: int, of: int, form: PageForm) -> tuple[TextMark, ...]:
    text, size = f"{number}/{of}", form.sizes["page_number"]
    cut = Style.REGULAR.font
    x = form.left + (form.text_width - cut.width(text) * size * POINT) / 2
    return (TextMark(x, form.top - _NUMBER_ABOVE, text, cut, size),)
