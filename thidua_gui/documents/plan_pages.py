"""The year's plan as PDF pages in the form of the Party or the State. Knows its words and pages, no database."""

from collections.abc import Sequence
from itertools import chain

from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.drawable import require_drawable
from thidua_gui.documents.office import form
from thidua_gui.documents.pages.heading_block import heading_block, title_block
from thidua_gui.documents.pages.page_form import PageForm, page_form
from thidua_gui.documents.pages.page_press import print_pages
from thidua_gui.documents.pages.paragraphs import Measure, RichText, Style, paragraph, rich
from thidua_gui.documents.pages.signatures import Signatory, signature_block
from thidua_gui.documents.pages.slices import Slice, gap
from thidua_gui.documents.plan_content import PlanContent, PlanParagraph

_BETWEEN = 1.4
"""Millimetres between paragraphs."""


def render_plan(content: PlanContent, progress: Progress = SILENT) -> bytes:
    """The plan, upright."""
    _require_drawable(content)
    sheet = page_form(form(content.heading.style, content.form_on))
    signatory = Signatory("\n".join(content.signer_posts), content.signer_name)
    slices = [
        *heading_block(content.heading, content.number, content.place_and_date, sheet),
        *title_block(content.kind, content.subject, sheet, dashes=content.heading.style is HeadingStyle.PARTY),
        gap(4),
        *chain.from_iterable(
            _set(one, content.italics, sheet, last=one is content.paragraphs[-1]) for one in content.paragraphs
        ),
        gap(6, keep=True),
        signature_block([signatory], sheet, heading=content.recipients_title, recipients=content.recipients),
    ]
    return print_pages(slices, sheet, content.document_title, content.issuer, progress)


def _set(one: PlanParagraph, italics: Sequence[str], sheet: PageForm, *, last: bool) -> tuple[Slice, ...]:
    sizes = sheet.sizes
    measure = Measure(sheet.left, sheet.text_width, sizes["body"], sizes["leading"], indent=sizes["indent"])
    text = rich(one.text, Style.BOLD) if one.is_heading else _italicised(one.text, italics)
    keep = one.is_heading or last
    return (*paragraph(text, measure, keep=keep), gap(_BETWEEN, keep=keep))


def _italicised(text: str, italics: Sequence[str]) -> RichText:
    """The themes in italics where they stand in quotes."""
    for words in italics:
        for opened, closed in (("“", "”"), ('"', '"')):
            text = text.replace(f"{opened}{words}{closed}", f"{opened}<i>{words}</i>{closed}")
    return rich(text)


def _require_drawable(content: PlanContent) -> None:
    cut, title = Style.REGULAR.font, content.document_title
    heading = content.heading
    texts = (heading.parent, heading.school, content.number, content.place_and_date, *content.subject)
    signed = (*content.signer_posts, content.signer_name, *content.recipients)
    words = (one.text for one in content.paragraphs)
    require_drawable([(content.kind, text) for text in chain(texts, signed, words)], cut, title)
