"""The demo's PDFs: the plan, certificates of the year before, drafts of the year, registrations, both summaries."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from thidua_gui.core.errors import UserError
from thidua_gui.documents import batch
from thidua_gui.documents.content import CertificateContent
from thidua_gui.documents.files import safe_name, unique_names, write_whole
from thidua_gui.documents.layouts import Layout, layout_of
from thidua_gui.documents.overview_paper import render_overview
from thidua_gui.documents.plan_pages import render_plan
from thidua_gui.documents.registration_pages import render_registration, render_registrations
from thidua_gui.documents.reminder import render_reminder, render_reminders
from thidua_gui.documents.summaries import render_score_summary, render_target_report
from thidua_gui.services import (
    certificates,
    overview_paper,
    plan,
    registration_papers,
    registrations,
    reminders,
    summaries,
)
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.certificates import Candidate, CertificateKind
from thidua_gui.services.letterhead import Letterhead, letterhead
from thidua_gui.services.plan_document import collected_plan
from thidua_gui.text import demo as wording
from thidua_gui.text.errors import sentence


def write(season: CampaignSummary, folder: Path, today: date) -> None:
    """One PDF for all and one file a person of each kind of certificate, and the summaries."""
    folder.mkdir(parents=True, exist_ok=True)
    year, issue = season.year, summaries.Issue(today)
    earlier, merit = CertificateKind.ADVANCED_LABOURER, CertificateKind.MERIT
    _certificates(season, earlier, year - 1, folder, wording.advanced_labourer_file(year - 1), drafts=False)
    _certificates(season, merit, year, folder, wording.merit_draft_file(year), drafts=True)
    scores = render_score_summary(summaries.score_summary_content(season.id, issue))
    write_whole(folder / wording.score_summary_file(year), scores)
    report = render_target_report(summaries.target_report_content(season.id, issue))
    write_whole(folder / wording.target_report_file(year), report)
    page = render_overview(overview_paper.overview_content(season.id, today))
    write_whole(folder / wording.overview_file(year), page)
    _reminders(season, issue, folder)
    _plan(season, folder)
    _registrations(season, folder, today)


def _registrations(season: CampaignSummary, folder: Path, today: date) -> None:
    """A year without people leaves no files."""
    if registrations.missing(season.id):
        units = render_registrations(registration_papers.unit_papers(season.id, today))
        write_whole(folder / wording.registration_forms_file(season.year), units)
        school = render_registration(registration_papers.collective_paper(season.id, today))
        write_whole(folder / wording.school_registration_file(season.year), school)
        summary = render_registration(registration_papers.summary_paper(season.id, today))
        write_whole(folder / wording.registration_summary_file(season.year), summary)


def _plan(season: CampaignSummary, folder: Path) -> None:
    """A year whose plan is not written leaves no file."""
    if not plan.plan(season.id).is_empty:
        write_whole(folder / wording.plan_file(season.year), render_plan(collected_plan(season.id)))


def _certificates(
    season: CampaignSummary, kind: CertificateKind, year: int, folder: Path, name: str, *, drafts: bool
) -> None:
    """Nobody to print leaves no file. Who cannot be printed is told on standard error, by person and field, and the
    others are printed all the same."""
    head = letterhead(season.id)
    found = [item for item in certificates.candidates(season.id, kind, year) if item.is_draft is drafts]
    if found and not head.signer_name:
        print(wording.no_signer(head.signer_post, len(found)), file=sys.stderr)
        return
    page = layout_of(kind.value)
    contents = [words for candidate in found if (words := _printable(page, kind, candidate, head)) is not None]
    if contents:
        write_whole(folder / f"{name}.pdf", batch.render_certificates(page, contents))
        batch.render_each(page, contents, folder / name)


def _reminders(season: CampaignSummary, issue: summaries.Issue, folder: Path) -> None:
    """Letters to the units that owe something: all in one file, and one file a unit; nobody owing leaves no file."""
    letters = reminders.reminders(season.id, issue)
    if not letters:
        return
    name = wording.reminders_file(season.year)
    write_whole(folder / f"{name}.pdf", render_reminders(letters, name))
    for letter, own in zip(letters, unique_names(safe_name(letter.unit) for letter in letters), strict=True):
        write_whole(folder / name / f"{own}.pdf", render_reminder(letter))


def _printable(
    page: Layout, kind: CertificateKind, candidate: Candidate, head: Letterhead
) -> CertificateContent | None:
    try:
        words = certificates.content(kind, candidate, head)
    except UserError as refusal:
        print(sentence(refusal), file=sys.stderr)
        return None
    (fit,) = batch.check_fit(page, [words])
    for field in fit.fields:
        if field.problem is not None:
            print(sentence(field.problem), file=sys.stderr)
    return None if fit.problem is not None else words
