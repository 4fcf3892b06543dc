"""Imports a year workbook: one transaction, one undo step, a result for each sheet. Knows no cells and no windows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import peewee as pw

from db.models import (
    awards,
    campaigns,
    council,
    evidence,
    initiatives,
    movements,
    organisation,
    plan,
    proposals,
    scoring,
    stages,
    submissions,
)
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.workbook.reading import parse
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services.import_award_kinds import plan_award_kinds
from thidua_gui.services.import_awards import plan_awards
from thidua_gui.services.import_campaign import plan_campaign, plan_lists
from thidua_gui.services.import_criteria import score_title
from thidua_gui.services.import_handed_in import plan_handed_in
from thidua_gui.services.import_initiatives import plan_initiatives
from thidua_gui.services.import_meetings import TABLES as MEETING_TABLES
from thidua_gui.services.import_meetings import plan_meetings
from thidua_gui.services.import_movements import plan_movements
from thidua_gui.services.import_people import plan_organisation, year_of
from thidua_gui.services.import_plan import Fate, Plan
from thidua_gui.services.import_proposals import plan_against, plan_proposals
from thidua_gui.services.import_scores import plan_scoring
from thidua_gui.services.transaction import read, write
from thidua_gui.services.workbook_file import load
from thidua_gui.text import imports as wording
from thidua_gui.text.workbook import WORDING

_ORDER: tuple[type[pw.Model], ...] = (
    proposals.AwardKind,
    organisation.Person,
    organisation.Unit,
    organisation.Membership,
    campaigns.Campaign,
    plan.PlanItem,
    plan.PlanItemUnit,
    plan.Target,
    plan.Milestone,
    campaigns.Launch,
    campaigns.Registration,
    campaigns.PersonnelChange,
    campaigns.Discipline,
    scoring.CriteriaSheet,
    scoring.CriteriaSheetGroup,
    scoring.CriteriaSheetUnit,
    scoring.Criterion,
    scoring.Stage,
    scoring.Score,
    scoring.DraftInput,
    scoring.ScoreComment,
    stages.ScoreReason,
    stages.SecondEntry,
    scoring.RatingThreshold,
    scoring.Rating,
    scoring.PartyRating,
    scoring.TeachingAward,
    initiatives.Initiative,
    initiatives.InitiativeAuthor,
    evidence.Evidence,
    movements.Movement,
    movements.MovementUnit,
    awards.Award,
    awards.AwardRevocation,
    proposals.Proposal,
    proposals.ProposalEvent,
    proposals.ProposalPaper,
    proposals.ConditionOverride,
    proposals.Objection,
    proposals.OpenCase,
    initiatives.InitiativeUse,
    council.CouncilMember,
    council.MeetingRule,
    council.BallotLine,
    *MEETING_TABLES,
    submissions.UnitVote,
    submissions.Submission,
    submissions.SchoolResult,
)


@dataclass(frozen=True, slots=True)
class ResultLine:
    """What becomes of the lines of one sheet. `removed`: rows of the year that the workbook does not have any more."""

    sheet: str
    new: int
    updated: int
    unchanged: int
    removed: int

    @property
    def changed(self) -> int:
        return self.new + self.updated + self.removed


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do now, sheet by sheet in the workbook's order."""

    year: int
    lines: tuple[ResultLine, ...]

    @property
    def changed(self) -> int:
        return sum(line.changed for line in self.lines)

    @property
    def removed(self) -> int:
        """How many lines of the year disappear."""
        return sum(line.removed for line in self.lines)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did."""

    changes: Changes
    campaign_id: CampaignId
    year: int
    lines: tuple[ResultLine, ...]

    @property
    def changed(self) -> int:
        """How many lines are new, updated or gone; 0 = the file said nothing new."""
        return sum(line.changed for line in self.lines)


def read_year_workbook(path: Path, progress: Progress = SILENT) -> YearWorkbook:
    """The workbook as values. Raises WorkbookErrors with everything that is wrong in it, or a UserError that says why
    the file cannot be read."""
    return parse(load(path, progress), WORDING)


def preview(book: YearWorkbook) -> ImportPreview:
    """What importing would change now; nothing is written."""
    with read():
        plan, _ = _planned(book)
    return ImportPreview(book.campaign.year, _lines(plan, book))


def import_year(book: YearWorkbook | Path, progress: Progress = SILENT) -> ImportResult:
    """Put the year into the open data file, new or over what it holds of that year; all of it or nothing.

    What other years say is kept. A file that says nothing new changes nothing and leaves no step to undo.
    """
    if isinstance(book, Path):
        book = read_year_workbook(book, progress)
    with write(wording.step_import(book.campaign.year), kind="import") as operation:
        plan, campaign = _planned(book)
        plan.write(_ORDER, progress)
    return ImportResult(operation.changes, CampaignId(campaign), book.campaign.year, _lines(plan, book))


def import_workbook(path: Path, progress: Progress = SILENT) -> ImportResult:
    """Read and import a year workbook."""
    return import_year(read_year_workbook(path, progress), progress)


def _planned(book: YearWorkbook) -> tuple[Plan, int]:
    plan = Plan()
    year = plan_campaign(plan, book)
    codes = plan_organisation(plan, book, year_of(book.campaign.year))
    plan_lists(plan, book, year.campaign, codes)
    plan_initiatives(plan, book, year.campaign, codes)
    plan_handed_in(plan, book, year.campaign, codes)
    plan_scoring(plan, book, year, codes)
    by_name = plan_movements(plan, book, year.campaign, codes)
    given = plan_awards(plan, book, year.campaign, codes, by_name)
    plan_award_kinds(plan, book)
    plan_proposals(plan, book, year.campaign, codes, by_name, given)
    plan_against(plan, book, year.campaign, codes)
    plan_meetings(plan, book, year.campaign, codes)
    return plan, year.campaign


def _lines(plan: Plan, book: YearWorkbook) -> tuple[ResultLine, ...]:
    """In the order of the workbook's sheets; a sheet without lines, now and before, is not told."""
    titles = {key: [names.title] for key, names in WORDING.sheets.items()}
    found = plan.fates()
    own = [score_title(code) for code in book.score_sheets]
    gone = [sheet for sheet in found if sheet.startswith(score_title("")) and sheet not in own]
    titles[SheetKey.SCORES] = [*own, *gone]
    return tuple(
        ResultLine(sheet, fates[Fate.NEW], fates[Fate.UPDATED], fates[Fate.UNCHANGED], fates[Fate.REMOVED])
        for key in SheetKey
        for sheet in titles[key]
        if (fates := found.get(sheet))
    )
