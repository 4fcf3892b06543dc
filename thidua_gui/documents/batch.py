"""Certificates for many people: what fits, one PDF for all, one file for each. Knows no database and no window."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from thidua_gui.core.errors import UserError
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.certificate_press import Press
from thidua_gui.documents.content import CertificateContent
from thidua_gui.documents.files import safe_name, unique_names, write_whole
from thidua_gui.documents.fitting import Misfit
from thidua_gui.documents.layouts import Layout
from thidua_gui.documents.output import BLANK_PAPER, Output
from thidua_gui.documents.setting import Setter, refusal


class FitState(StrEnum):
    """Whether a certificate can be printed: as designed, with smaller type or more lines somewhere, or not at all."""

    FITS = "fits"
    SHRUNK = "shrunk"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FieldFit:
    """One box that is not as designed: the size used of the full size, the lines used, or why it is refused."""

    field: str
    state: FitState
    size: float
    full_size: float
    lines: int
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class FitResult:
    """How one person's certificate comes out; `fields` lists only what is not as designed."""

    recipient_code: str
    name: str
    state: FitState
    fields: tuple[FieldFit, ...]

    @property
    def problem(self) -> UserError | None:
        """The first refusal, to be turned into a sentence."""
        return next((field.problem for field in self.fields if field.problem), None)


def check_fit(layout: Layout, contents: Sequence[CertificateContent]) -> tuple[FitResult, ...]:
    """How each certificate would come out, in the order of the contents; nothing is drawn and nothing refused."""
    setter = Setter(layout)
    return tuple(_result(layout, setter, content) for content in contents)


def render_certificates(
    layout: Layout,
    contents: Sequence[CertificateContent],
    progress: Progress = SILENT,
    output: Output = BLANK_PAPER,
) -> bytes:
    """One PDF with a page for each content; the first one that cannot be printed is refused with person and field."""
    press = _press(layout, contents, output)
    for done, content in enumerate(contents, start=1):
        press.add(content)
        progress.step(done, len(contents), content.name)
    return press.finish()


def render_each(
    layout: Layout,
    contents: Sequence[CertificateContent],
    folder: Path,
    progress: Progress = SILENT,
    output: Output = BLANK_PAPER,
) -> tuple[Path, ...]:
    """One file for each content, named by code and name (CB01-hoang-duc-khai.pdf), in the order of the contents.

    Everyone is checked before the first file is written. A file is whole or not there; stopping keeps what is done.
    """
    setter = Setter(layout)
    for content in contents:
        _refuse_misfits(layout, setter, content)
    names = unique_names(safe_name(content.recipient_code, content.name) for content in contents)
    written = []
    for done, (content, name) in enumerate(zip(contents, names, strict=True), start=1):
        press = Press(layout, f"{content.document_title} - {content.name}", content.heading.school, output, setter)
        press.add(content)
        written.append(write_whole(folder / f"{name}.pdf", press.finish()))
        progress.step(done, len(contents), content.name)
    return tuple(written)


def _press(layout: Layout, contents: Sequence[CertificateContent], output: Output) -> Press:
    if not contents:
        raise UserError("nobody_to_print")
    return Press(layout, contents[0].document_title, contents[0].heading.school, output)


def _refuse_misfits(layout: Layout, setter: Setter, content: CertificateContent) -> None:
    texts = content.texts()
    for box in layout.boxes:
        fitted = setter.set(box, texts)
        if isinstance(fitted, Misfit):
            raise refusal(content, fitted)


def _result(layout: Layout, setter: Setter, content: CertificateContent) -> FitResult:
    fields = tuple(_field_fits(layout, setter, content))
    worst = FitState.FITS
    if fields:
        worst = FitState.REFUSED if any(field.problem for field in fields) else FitState.SHRUNK
    return FitResult(content.recipient_code, content.name, worst, fields)


def _field_fits(layout: Layout, setter: Setter, content: CertificateContent) -> Iterator[FieldFit]:
    texts: Mapping[str, str] = content.texts()
    for box in layout.boxes:
        fitted = setter.set(box, texts)
        if isinstance(fitted, Misfit):
            problem = refusal(content, fitted)
            yield FieldFit(fitted.field, FitState.REFUSED, box.floor, box.size, 0, problem)
        elif fitted.lines and fitted.size < box.size:
            field = max(box.paragraphs[0], key=lambda run: run.size).field
            yield FieldFit(field, FitState.SHRUNK, fitted.size, box.size, len(fitted.lines))
