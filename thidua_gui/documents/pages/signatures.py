"""The end of a document: who receives it, who signs it, with room for the signature. Knows no other content."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_gui.documents.marks import POINT, Mark, RuleMark, TextMark
from thidua_gui.documents.pages.page_form import PageForm
from thidua_gui.documents.pages.paragraphs import Style
from thidua_gui.documents.pages.slices import Slice

_ROOM = 24.0
"""Millimetres between a post and the name below it, for signature and seal."""

_LEADING = 1.22
_UNDERLINE = 0.7


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs (người ký): the post in capitals and the name; the name may stay open for writing by hand.

    The post has a line for each of its lines: above it may stand for whom it signs.
    """

    post: str
    name: str


def signature_block(
    signatories: Sequence[Signatory],
    form: PageForm,
    *,
    heading: str = "",
    recipients: Sequence[str] = (),
    size: float = 0.0,
) -> Slice:
    """The signatories side by side, the recipients left of them; one slice, so it is never torn apart.

    `size` in points where posts side by side leave no room for the form's own.
    """
    columns = len(signatories) + (1 if recipients else 0)
    column = form.text_width / max(columns, 2)
    first = form.right_edge - column * len(signatories)
    marks: list[Mark] = []
    height = 0.0
    for place, signatory in enumerate(signatories):
        centre = first + column * (place + 0.5)
        signed, depth = _signature(signatory, centre, size or form.sizes["body"])
        marks.extend(signed)
        height = max(height, depth)
    if recipients:
        listed, depth = _recipients(heading, recipients, form)
        marks.extend(listed)
        height = max(height, depth)
    return Slice(height, tuple(marks))


def _signature(signatory: Signatory, centre: float, size: float) -> tuple[list[Mark], float]:
    line = size * _LEADING * POINT
    posts = signatory.post.split("\n")
    marks: list[Mark] = [_centred(post, centre, line * place, size) for place, post in enumerate(posts, 1)]
    name = (len(posts) + 1) * line + _ROOM
    if signatory.name:
        marks.append(_centred(signatory.name, centre, name, size))
    return marks, name + line * 0.3


def _centred(text: str, centre: float, bottom: float, size: float) -> TextMark:
    cut = Style.BOLD.font
    x = centre - cut.width(text) * size * POINT / 2
    return TextMark(x, bottom - cut.descent * size * POINT, text, cut, size)


def _recipients(heading: str, recipients: Sequence[str], form: PageForm) -> tuple[list[Mark], float]:
    """The heading underlined, then one line for each recipient."""
    size = form.sizes["recipients"]
    cut = Style.REGULAR.font
    y = size * _LEADING * POINT - cut.descent * size * POINT
    width = cut.width(heading) * size * POINT
    below = y + _UNDERLINE
    marks: list[Mark] = [TextMark(form.left, y, heading, cut, size)]
    marks.append(RuleMark(form.left, below, form.left + width, below, 0.25))
    small = form.sizes["recipient"]
    for recipient in recipients:
        y += small * _LEADING * POINT
        marks.append(TextMark(form.left, y, recipient, cut, small))
    return marks, y + small * POINT * 0.4
