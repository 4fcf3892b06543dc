"""Draws the certificates of one layout into one PDF. Knows pages and operators; what does not fit it refuses.

Frame, emblem and the words that a pre-printed blank already bears are drawn once as a form that every page shows.
"""

from collections.abc import Mapping
from functools import lru_cache

from thidua_gui import resources
from thidua_gui.documents.certificate_page import box_marks, outline
from thidua_gui.documents.colour import WHITE
from thidua_gui.documents.content import CertificateContent
from thidua_gui.documents.fitting import Misfit
from thidua_gui.documents.layouts import Box, Layout
from thidua_gui.documents.output import Output
from thidua_gui.documents.pdf import operators
from thidua_gui.documents.pdf.paper import Paper
from thidua_gui.documents.pdf.svg import read_svg
from thidua_gui.documents.setting import BoxTexts, Setter, refusal


class Press:
    """One PDF of certificates; equal contents in equal order give equal bytes."""

    def __init__(self, layout: Layout, title: str, author: str, output: Output, setter: Setter | None = None) -> None:
        self._layout, self._output = layout, output
        self._setter = setter or Setter(layout)
        self._paper = Paper(title, layout.width, layout.height, author=author)
        self._moved = output.moved(layout.height)
        self._on_blank = tuple(box for box in layout.boxes if box.on_blank)
        self._own = tuple(box for box in layout.boxes if not box.on_blank)
        self._blank_fields = tuple(field for box in self._on_blank for field in box.fields)
        self._forms: dict[BoxTexts, str] = {}
        self._drawn: dict[tuple[str, BoxTexts], str] = {}

    def add(self, content: CertificateContent) -> None:
        """One page; UserError when a text does not fit, cannot be drawn or is missing."""
        texts = content.texts()
        form = "" if self._output.preprinted else self._form(content, texts)
        own = [self._box(box, content, texts) for box in self._own]
        self._paper.page("\n".join(filter(None, own)), form=form, moved=self._moved)

    def finish(self) -> bytes:
        return self._paper.finish()

    def _form(self, content: CertificateContent, texts: Mapping[str, str]) -> str:
        words = tuple(map(texts.__getitem__, self._blank_fields))
        if words not in self._forms:
            name = f"blank{len(self._forms) + 1}"
            boxes = [self._box(box, content, texts) for box in self._on_blank]
            self._paper.form(name, "\n".join(filter(None, [_art(self._layout, self._output.tinted), *boxes])))
            self._forms[words] = name
        return self._forms[words]

    def _box(self, box: Box, content: CertificateContent, texts: Mapping[str, str]) -> str:
        key = (box.id, self._setter.words(box, texts))
        if key not in self._drawn:
            fitted = self._setter.set(box, texts)
            if isinstance(fitted, Misfit):
                raise refusal(content, fitted)
            marks = [*box_marks(box, fitted), *([outline(box)] if self._output.outlines else [])]
            self._drawn[key] = operators.marks(marks, self._paper.ink, self._layout.height)
        return self._drawn[key]


@lru_cache(maxsize=4)
def _art(layout: Layout, tinted: bool) -> str:
    """The frame and emblem of a layout as operators; previews ask for the same ones again and again."""
    paper = WHITE
    drawn = []
    for picture in layout.art:
        drawing = read_svg(resources.text("layouts", "art", picture.file), tinted=tinted, paper=paper)
        paper = drawing.ground or paper
        drawn.append(operators.art(drawing, picture.x, picture.y, picture.width, picture.height, layout.height))
    return "\n".join(drawn)
