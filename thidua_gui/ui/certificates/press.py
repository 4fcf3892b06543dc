"""What the certificates page asks services and documents for: who, which words, whether they fit. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.progress import Progress
from thidua_gui.documents import batch
from thidua_gui.documents.batch import FitResult, FitState
from thidua_gui.documents.content import CertificateContent, HeadingStyle
from thidua_gui.documents.layouts import Layout, layout_of
from thidua_gui.services import certificates
from thidua_gui.services.certificates import Candidate, CertificateKind
from thidua_gui.services.letterhead import Letterhead, letterhead
from thidua_gui.text import certificates as wording
from thidua_gui.text.documents import field_label
from thidua_gui.text.errors import sentence


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the list: the words to print, or why there are none; `note` says the state in words."""

    id: int
    candidate: Candidate
    content: CertificateContent | None
    state: FitState
    note: str

    @property
    def can_print(self) -> bool:
        """There are words and they fit."""
        return self.content is not None and self.state is not FitState.REFUSED


@dataclass(frozen=True, slots=True)
class Run:
    """Everything shown of one kind and year."""

    kind: CertificateKind
    year: int
    years: tuple[int, ...]
    head: Letterhead
    layout: Layout
    recipients: tuple[Recipient, ...]


def collect(
    campaign_id: CampaignId,
    campaign_year: int,
    kind: CertificateKind,
    year: int | None,
    style: HeadingStyle | None,
    progress: Progress,
) -> Run:
    """The list of one kind; without a year the newest that has recipients."""
    years = certificates.award_years(kind)
    if kind is CertificateKind.MERIT and campaign_year not in years:
        years = tuple(sorted((*years, campaign_year), reverse=True))
    wanted = year if year in years else next((each for each in years if each <= campaign_year), campaign_year)
    head = letterhead(campaign_id)
    if style is not None:
        head = Letterhead(head.office, style, head.signer_post, head.signer_name, head.signer_id)
    page = layout_of(kind.value)
    found = certificates.candidates(campaign_id, kind, wanted)
    recipients = []
    for place, candidate in enumerate(found):
        progress.step(place, len(found), candidate.name)
        recipients.append(_recipient(place, kind, candidate, head, page))
    return Run(kind, wanted, years, head, page, tuple(recipients))


def contents(recipients: Sequence[Recipient]) -> list[CertificateContent]:
    """The words of those that can be printed."""
    return [each.content for each in recipients if each.content is not None and each.can_print]


def _recipient(place: int, kind: CertificateKind, candidate: Candidate, head: Letterhead, page: Layout) -> Recipient:
    try:
        words = certificates.content(kind, candidate, head)
        (fit,) = batch.check_fit(page, [words])
    except UserError as refusal:
        return Recipient(place, candidate, None, FitState.REFUSED, sentence(refusal))
    return Recipient(place, candidate, words, fit.state, _note(candidate, fit))


def _note(candidate: Candidate, fit: FitResult) -> str:
    if fit.problem is not None:
        return sentence(fit.problem)
    state = wording.READY
    if fit.state is FitState.SHRUNK:
        smaller = [wording.shrunk(field_label(each.field), each.size, each.full_size) for each in fit.fields]
        state = "; ".join([wording.SHRUNK, *smaller])
    return f"{wording.DRAFT} - {state}" if candidate.is_draft else state
