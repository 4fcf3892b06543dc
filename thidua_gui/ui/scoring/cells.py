"""What the cells of the score board show: criteria, group sums, ratings. Pure functions of a row; knows no widget."""

from __future__ import annotations

from thidua_gui.core.merged_criteria import MergedCriterion
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoreboard import Standing, notable_difference
from thidua_gui.core.scoring import Criterion, CriterionKind, group_maximum, missing, parse_entry
from thidua_gui.services.scoring import Draft
from thidua_gui.text import names
from thidua_gui.text import score_board as wording
from thidua_gui.text import stage_closing as closing
from thidua_gui.ui.scoring.board_rows import BoardRow, Frame
from thidua_gui.ui.widgets.grid.columns import CellState, Chip, ScoreCell, Tone

_NO_SUCH_CELL = ScoreCell("", state=CellState.LOCKED)
_STATE_CHIP = {
    Standing.ERROR: Chip(wording.STATUS[Standing.ERROR], Tone.ERROR, "alert-circle"),
    Standing.MISSING: Chip(wording.STATUS[Standing.MISSING], Tone.WARNING, "clock"),
    Standing.NO_SHEET: Chip(wording.STATUS[Standing.NO_SHEET], Tone.NEUTRAL, "info-circle"),
}
_RATING_TONE = {Rating.EXCELLENT: Tone.OK, Rating.NOT_COMPLETED: Tone.ERROR}
_NO_RATING = Chip(wording.NOTHING)
_DOUBTFUL = Chip(closing.DOUBTFUL, Tone.WARNING, "alert-triangle")


def criterion_of(merged: MergedCriterion, row: BoardRow) -> Criterion | None:
    """The criterion of this person's own sheet, None when the sheet has none of that number."""
    return None if row.sheet is None else merged.by_sheet.get(row.sheet.id)


def criterion_cell(frame: Frame, merged: MergedCriterion, row: BoardRow) -> ScoreCell:
    """One score, with that of the stage before."""
    criterion = criterion_of(merged, row)
    if criterion is None:
        return _NO_SUCH_CELL
    before = None if frame.before is None else row.points(frame.before, criterion)
    draft = row.draft(frame.active, criterion)
    if draft is not None:
        problem = wording.problem(draft.problem, draft.text, criterion)
        return ScoreCell(draft.text, _words(before), CellState.ERROR, problem)
    points = row.points(frame.active, criterion)
    if points is None and criterion.kind is CriterionKind.POINTS and _owes(frame, row):
        return ScoreCell("", _words(before), CellState.MISSING)
    return _given(frame, points, before, criterion.maximum)


def group_cell(frame: Frame, merged: MergedCriterion, row: BoardRow) -> ScoreCell:
    """The sum of a group; what is wrong with one of its criteria shows through."""
    group = criterion_of(merged, row)
    if group is None or row.sheet is None:
        return _NO_SUCH_CELL
    before = None if frame.before is None else row.group_points(frame.before, group)
    leaves = row.sheet.leaves(group.id)
    for leaf in leaves:
        draft = row.draft(frame.active, leaf)
        if draft is not None:
            words = wording.refused_in_group(leaf.number, draft.text)
            return ScoreCell(words, _words(before), CellState.ERROR, wording.problem(draft.problem, draft.text, leaf))
    points = row.group_points(frame.active, group)
    if points is None and _owes(frame, row):
        lacking = set(missing(row.sheet, row.person.scores[frame.active.id]))
        numbers = [leaf.number for leaf in leaves if leaf.id in lacking]
        if numbers:
            required = sum(leaf.kind is CriterionKind.POINTS for leaf in leaves)
            said = wording.missing_items(numbers, required)
            return ScoreCell("", _words(before), CellState.MISSING, said)
    return _given(frame, points, before, group_maximum(row.sheet, group.id))


def cell_tip(merged: MergedCriterion, row: BoardRow, cell: ScoreCell) -> str:
    """Why a cell looks as it does; empty when there is nothing to say."""
    if row.sheet is None:
        return wording.NO_SHEET_CELL
    if criterion_of(merged, row) is None:
        return wording.no_such_criterion(row.sheet.code, merged.number)
    return cell.problem


def refusal(merged: MergedCriterion, row: BoardRow, text: str) -> str:
    """What is wrong with a text before it is written, "" if nothing."""
    criterion = criterion_of(merged, row)
    if criterion is None:
        return ""
    entry = parse_entry(criterion, text)
    return "" if entry.problem is None else wording.problem(entry.problem, entry.text, criterion)


def rating_chip(row: BoardRow) -> Chip:
    """What needs work comes first; then the rating, with a mark when it was decided."""
    state = _STATE_CHIP.get(row.line.standing)
    if state is not None:
        return state
    rating = row.line.rating
    if rating.rating is None:
        return _NO_RATING
    if row.person.is_doubtful:
        return _DOUBTFUL
    icon = ""
    if rating.is_decided:
        icon = "check" if rating.proposed in (None, rating.rating) else "pencil"
    return Chip(names.RATING_SHORT[rating.rating], _RATING_TONE.get(rating.rating, Tone.NEUTRAL), icon)


def rating_tip(row: BoardRow) -> str:
    """The rating in full, where it comes from and why."""
    rating = row.line.rating
    said = wording.rating_tip(
        None if rating.rating is None else names.RATINGS[rating.rating],
        decided=rating.is_decided,
        proposed=None if rating.proposed is None else names.RATINGS[rating.proposed],
        reason=row.person.decided_reason,
        of=row.subject,
    )
    return f"{said}\n{closing.DOUBTFUL_WHY}" if row.person.is_doubtful else said


def problems_of(frame: Frame, row: BoardRow) -> list[tuple[Criterion, Draft]]:
    """Each refused value of the active stage, in printed order."""
    if row.sheet is None or not row.line.refused:
        return []
    drafts = ((leaf, row.draft(frame.active, leaf)) for leaf in row.sheet.leaves())
    return [(leaf, one) for leaf, one in drafts if one is not None]


def _owes(frame: Frame, row: BoardRow) -> bool:
    """A missing score is asked for: not in a stage that is closed or that has not begun for this person."""
    return not frame.is_locked and row.line.standing is not Standing.NOT_BEGUN


def _given(frame: Frame, points: Points | None, before: Points | None, maximum: Points) -> ScoreCell:
    state = CellState.LOCKED if frame.is_locked else CellState.NORMAL
    difference = 0 if points is None else notable_difference(points, before, maximum, frame.limit)
    return ScoreCell(_words(points), _words(before), state, difference=difference)


def _words(points: Points | None) -> str:
    return "" if points is None else str(points)
