"""The top of a document's first page: the two headings, number, place and date, title. Knows no other content."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_gui.documents.content import Heading, HeadingStyle
from thidua_gui.documents.marks import POINT, Mark, RuleMark, TextMark
from thidua_gui.documents.pages.columns import wrap
from thidua_gui.documents.pages.page_form import PageForm
from thidua_gui.documents.pages.paragraphs import Measure, Side, Style, paragraph, rich
from thidua_gui.documents.pages.slices import Slice, gap

_RULE = 0.25
_RULE_GAP = 2.0
_LEFT_SHARE = 0.4  # of the text width, for the issuing body
_LEADING = 1.22


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    style: Style
    size: float
    rule: float = 0.0  # length of the line below, as a part of the text's width


def heading_block(heading: Heading, number: str, place_and_date: str, form: PageForm) -> tuple[Slice, ...]:
    """Issuing body on the left, nation on the right; below them number and place with date on one line."""
    office, left, right = form.sizes["office"], _left_lines(heading, form), _right_lines(heading, form)
    middle = form.left + form.text_width * _LEFT_SHARE
    marks: list[Mark] = []
    depth = 0.0
    for lines, edges in ((left, (form.left, middle)), (right, (middle, form.right_edge))):
        stacked, height = _stack(lines, *edges)
        marks.extend(stacked)
        depth = max(depth, height)
    for text, style, edges in (
        (number, Style.REGULAR, (form.left, middle)),
        (place_and_date, Style.ITALIC, (middle, form.right_edge)),
    ):
        stacked, height = _stack([_Line(text, style, office)] if text else [], *edges, top=depth)
        marks.extend(stacked)
    return (Slice(depth + office * _LEADING * POINT, tuple(marks)), gap(6))


def title_block(kind: str, subject: Sequence[str], form: PageForm, *, dashes: bool) -> tuple[Slice, ...]:
    """The kind of document, what it is about, and in Party style the five dashes below."""
    lines = [(kind, Style.BOLD, form.sizes["kind"]), *((line, Style.BOLD, form.sizes["subject"]) for line in subject)]
    slices: list[Slice] = []
    for text, style, size in lines:
        measure = Measure(form.left, form.text_width, size, size * _LEADING, Side.CENTER)
        slices.extend(paragraph(rich(text, style), measure, keep=True))
    if dashes:
        size = form.sizes["subject"]
        measure = Measure(form.left, form.text_width, size, size, Side.CENTER)
        slices.extend(paragraph(rich("-----"), measure, keep=True))
    return tuple(slices)


def _left_lines(heading: Heading, form: PageForm) -> list[_Line]:
    size = form.sizes["office"]
    lines = [_Line(heading.parent, Style.REGULAR, size)] if heading.parent else []
    if heading.style is HeadingStyle.PARTY:
        return [*lines, _Line(heading.school, Style.BOLD, size), _Line("*", Style.REGULAR, size)]
    return [*lines, _Line(heading.school, Style.BOLD, size, rule=0.4)]


def _right_lines(heading: Heading, form: PageForm) -> list[_Line]:
    nation, motto = form.sizes["nation"], form.sizes["motto"]
    if heading.style is HeadingStyle.PARTY:
        return [_Line(heading.nation, Style.BOLD, nation, rule=1.0)]
    return [_Line(heading.nation, Style.BOLD, nation), _Line(heading.motto, Style.BOLD, motto, rule=1.0)]


def _stack(lines: Sequence[_Line], left: float, right: float, top: float = 0.0) -> tuple[list[Mark], float]:
    """The lines below one another, centred between the edges, and the height they take from `top` on."""
    marks: list[Mark] = []
    y = top
    for line in lines:
        cut, size = line.style.font, line.size * POINT
        for text in wrap(line.text, line.style, right - left, line.size):
            width = cut.width(text) * size
            x = (left + right - width) / 2
            baseline = y + (_LEADING + cut.ascent - cut.descent) / 2 * size
            marks.append(TextMark(x, baseline, text, cut, line.size))
            y += _LEADING * size
        if line.rule and line.text:
            short, y = width * (1 - line.rule) / 2, baseline + _RULE_GAP
            marks.append(RuleMark(x + short, y, x + width - short, y, _RULE))
            y += _RULE_GAP
    return marks, y - top
