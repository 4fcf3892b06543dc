"""Reads one person's points of a year as the panel shows them: groups by stage, totals, rating. Writes nothing."""

from dataclasses import dataclass

from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import EffectiveRating
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, Subtotal, group_maximum, group_total, total
from thidua_gui.services import scoring
from thidua_gui.services.scoring import ScoreRow, StageView


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A part of the sheet: its number and words, its maximum, what each stage gave."""

    number: str
    content: str
    maximum: Points
    by_stage: tuple[Subtotal, ...]


@dataclass(frozen=True, slots=True)
class PersonScores:
    """Phiếu chấm in short. `lines` is empty when no sheet serves the person's group."""

    stages: tuple[StageView, ...]
    lines: tuple[GroupLine, ...]
    totals: tuple[Subtotal, ...]
    drafts: int
    rating: EffectiveRating
    reason: str | None


def person_scores(campaign_id: CampaignId, person_id: PersonId) -> PersonScores:
    """One person's sheet of the year; `rating` says whether it was decided or is what the thresholds propose."""
    board = scoring.board_of(campaign_id, [person_id])
    (row,) = board.rows
    sheet = board.sheet(row.sheet_id)
    drafts = sum(len(typed) for typed in row.drafts.values())
    rating = scoring.effective_of(row, board)
    if sheet is None:
        return PersonScores(board.stages, (), (), drafts, rating, row.decided_reason)
    totals = tuple(total(sheet, row.scores[stage.id]) for stage in board.stages)
    lines = tuple(_line(sheet, part, row, board.stages) for part in sheet.children())
    return PersonScores(board.stages, lines, totals, drafts, rating, row.decided_reason)


def _line(sheet: Sheet, part: Criterion, row: ScoreRow, stages: tuple[StageView, ...]) -> GroupLine:
    if part.kind is CriterionKind.GROUP:
        subtotals = tuple(group_total(sheet, part.id, row.scores[stage.id]) for stage in stages)
        return GroupLine(part.number, part.content, group_maximum(sheet, part.id), subtotals)
    single = tuple(_single(row.scores[stage.id].get(part.id)) for stage in stages)
    return GroupLine(part.number, part.content, part.maximum, single)


def _single(points: Points | None) -> Subtotal:
    return Subtotal(points, 0 if points is None else 1, 1)
