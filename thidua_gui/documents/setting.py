"""Fits the boxes of a layout with one person's words, or says why not. Knows no drawing."""

from collections.abc import Mapping

from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import nfc
from thidua_gui.documents.content import CertificateContent
from thidua_gui.documents.fitting import BoxProblem, Fitted, Misfit, fit
from thidua_gui.documents.layouts import Box, Empty, Layout
from thidua_gui.text.documents import field_label, person_label

BoxTexts = tuple[str, ...]
"""The texts of a box's fields in the order of its runs; with the box's id it decides how the box is set."""


class Setter:
    """Sets the boxes of one layout; what was set for one person is kept for the next with the same words."""

    def __init__(self, layout: Layout) -> None:
        self._fields = {box.id: box.fields for box in layout.boxes}
        self._set: dict[tuple[str, BoxTexts], Fitted | Misfit] = {}

    def words(self, box: Box, texts: Mapping[str, str]) -> BoxTexts:
        return tuple(map(texts.__getitem__, self._fields[box.id]))

    def set(self, box: Box, texts: Mapping[str, str]) -> Fitted | Misfit:
        """How the box is set. A field that must not be empty and is, is a misfit too."""
        words = self.words(box, texts)
        key = (box.id, words)
        if key not in self._set:
            self._set[key] = self._fit(box, texts, words)
        return self._set[key]

    def _fit(self, box: Box, texts: Mapping[str, str], words: BoxTexts) -> Fitted | Misfit:
        for field, word in zip(self._fields[box.id], words, strict=True):
            if word != nfc(word):
                raise ValueError(f"{field} is not in composed form: {word!r}")
            if not word and box.empty is Empty.BLOCK:
                return Misfit(BoxProblem.EMPTY, field)
        return fit(box, texts)


def refusal(content: CertificateContent, misfit: Misfit) -> UserError:
    """The misfit as a refusal that names the person and the field."""
    person = person_label(content.name, content.recipient_code)
    details = {"person": person, "field": misfit.field, "label": field_label(misfit.field)}
    if misfit.character:
        details["char"] = misfit.character
    return UserError(misfit.problem, **details)
