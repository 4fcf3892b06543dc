"""Scores of a year: the board of people or units × criteria × stages, as values. Writes nothing, has no total rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from db.models.campaigns import Registration
from db.models.organisation import Person
from db.models.scoring import (
    DraftInput,
    RatingThreshold,
    Score,
    ScoreComment,
    Stage,
)
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.ids import CampaignId, CriterionId, PersonId, SheetId, StageId, SubjectId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import EffectiveRating, Rating, Threshold, effective
from thidua_gui.core.scoring import Sheet, SheetSubject, StageKey, required_maximum, total
from thidua_gui.services.board_subjects import MOST_LISTED, Listed, listed
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.memberships import employed
from thidua_gui.services.rows import fetch
from thidua_gui.services.score_totals import complete_totals
from thidua_gui.services.serving import serving
from thidua_gui.services.sheet_rows import current_sheets
from thidua_gui.services.subjects import owner, owner_of
from thidua_gui.services.transaction import read


@dataclass(frozen=True, slots=True)
class StageView:
    """Vòng chấm; a closed stage is read-only."""

    id: StageId
    key: StageKey
    closed_at: datetime | None
    closed_by: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and refused: the score itself stays missing. `problem` is a code of core.scoring."""

    text: str
    problem: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One person or unit of the board. A criterion absent from `scores[stage]` is not yet scored, which is never 0.

    Of a unit: `post` is who heads it, `unit_name` its kind; `is_school` is the school itself.
    """

    id: SubjectId
    code: str
    position: int
    name: str
    name_sort: str
    born_on: date | None
    unit_id: UnitId | None
    unit_name: str
    unit_short: str
    unit_position: int
    post: str
    sheet_id: SheetId | None
    registered_title: str | None
    scores: Mapping[StageId, Mapping[CriterionId, Points]]
    drafts: Mapping[StageId, Mapping[CriterionId, Draft]]
    decided: Rating | None
    decided_reason: str | None
    is_doubtful: bool = False
    """The rating was decided before a stage was opened again; somebody must look at it."""
    is_school: bool = False
    subject: SheetSubject = SheetSubject.PERSON


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that the scoring page shows of one year; of units without thresholds where their scale is another."""

    campaign_id: CampaignId
    stages: tuple[StageView, ...]
    sheets: tuple[Sheet, ...]
    thresholds: tuple[Threshold, ...]
    rows: tuple[ScoreRow, ...]
    subject: SheetSubject = SheetSubject.PERSON

    def sheet(self, sheet_id: SheetId | None) -> Sheet | None:
        """The criteria sheet of that id."""
        return next((sheet for sheet in self.sheets if sheet.id == sheet_id), None)


@dataclass(frozen=True, slots=True)
class Comment:
    """Nhận xét on a person's sheet; `criterion_id` None speaks of the whole sheet."""

    id: int
    stage_id: StageId
    criterion_id: CriterionId | None
    text: str
    written_at: datetime
    author: str | None


def board(campaign_id: CampaignId, of: SheetSubject = SheetSubject.PERSON) -> Board:
    """Stages, sheets, thresholds and every person who counts (no end date), or every unit, in a handful of queries."""
    with read():
        return _board(campaign_id, of, listed(campaign_id, of))


def rows(
    campaign_id: CampaignId, ids: Collection[SubjectId], of: SheetSubject = SheetSubject.PERSON
) -> tuple[ScoreRow, ...]:
    """The board's rows of these people or units again, to patch what is shown."""
    with read():
        return _rows(campaign_id, listed(campaign_id, of, ids), stages_of(campaign_id), of)


def board_of(
    campaign_id: CampaignId, ids: Collection[SubjectId], of: SheetSubject = SheetSubject.PERSON
) -> Board:
    """The board of these people or units alone, also of those who have left."""
    with read():
        return _board(campaign_id, of, listed(campaign_id, of, ids))


def stage_total(year: Board, row: ScoreRow, stage_id: StageId) -> Points | None:
    """The person's total of a stage; None without a sheet or while a score is missing."""
    sheet = year.sheet(row.sheet_id)
    return None if sheet is None else total(sheet, row.scores[stage_id]).points


def effective_of(row: ScoreRow, year: Board) -> EffectiveRating:
    """What holds for this person of the board: decided, or proposed by the thresholds."""
    sheet = None if row.is_school else year.sheet(row.sheet_id)
    totals = {} if sheet is None else {stage.key: total(sheet, row.scores[stage.id]).points for stage in year.stages}
    return effective(row.decided, totals, year.thresholds)


def effective_ratings(campaign_id: CampaignId) -> dict[PersonId, Rating]:
    """The rating that holds for each person of the year who has one; totals are asked for only of the undecided."""
    with read():
        holding = {PersonId(person): rating for person, (rating, _) in _decided(campaign_id).items()}
        working = Person.select(Person.id).where(employed(_year_end(campaign_id))).order_by(Person.id)
        open_cases = [PersonId(one) for (one,) in cast(Iterable[tuple[int]], working.tuples()) if one not in holding]
        if open_cases:
            totals, thresholds = complete_totals(campaign_id), thresholds_of(campaign_id)
            for person in open_cases:
                of_stages = {stage: given.get(person) for stage, given in totals.items()}
                proposed = effective(None, of_stages, thresholds).rating
                if proposed is not None:
                    holding[person] = proposed
    return holding


def proposal_for(
    campaign_id: CampaignId, subject_id: SubjectId, of: SheetSubject = SheetSubject.PERSON
) -> Rating | None:
    """What the thresholds propose for one person or unit now; for use inside a transaction."""
    year = _board(campaign_id, of, listed(campaign_id, of, [subject_id]))
    return effective_of(year.rows[0], year).proposed if year.rows else None


def comments(
    campaign_id: CampaignId, subject_id: SubjectId, of: SheetSubject = SheetSubject.PERSON
) -> tuple[Comment, ...]:
    """The comments of the year on one sheet, the oldest first."""
    with read():
        found = (
            ScoreComment.select()
            .join(Stage, on=(ScoreComment.stage == Stage.id))
            .where(Stage.campaign == campaign_id, owner(ScoreComment, of) == subject_id)
            .order_by(ScoreComment.written_at, ScoreComment.id)
        )
        return tuple(
            Comment(
                row.id, StageId(row.stage_id), None if row.criterion_id is None else CriterionId(row.criterion_id),
                row.text, row.written_at, row.author,
            )
            for row in found
        )


def _year_end(campaign_id: CampaignId) -> date:
    return date(row_of(campaign_id).year, 12, 31)


def stages_of(campaign_id: CampaignId) -> tuple[StageView, ...]:
    """The year's stages in order; for use inside a transaction, as the following."""
    found = Stage.select().where(Stage.campaign == campaign_id).order_by(Stage.position)
    return tuple(StageView(StageId(row.id), StageKey(row.key), row.closed_at, row.closed_by) for row in found)


def thresholds_of(campaign_id: CampaignId) -> tuple[Threshold, ...]:
    """The year's thresholds, the best first."""
    found = RatingThreshold.select().where(RatingThreshold.campaign == campaign_id)
    best_first = found.order_by(RatingThreshold.from_points.desc())
    return tuple(Threshold(Rating(row.rating), Points(row.from_points)) for row in best_first)


def scaled_alike(campaign_id: CampaignId) -> bool:
    """The thresholds speak of people's points: they propose for units only where their sheets give as many; for use
    inside a transaction. A sheet of the school alone does not matter: the school is rated by others."""
    rule = serving(campaign_id)
    own = {served.sheet_id for served in rule.sheets if served.units == {rule.school}}
    people, units = (
        {required_maximum(sheet) for sheet in current_sheets(campaign_id, of) if sheet.id not in own}
        for of in SheetSubject
    )
    return units <= people


def _board(campaign_id: CampaignId, of: SheetSubject, shown: Sequence[Listed]) -> Board:
    stages, sheets = stages_of(campaign_id), current_sheets(campaign_id, of)
    comparable = of is SheetSubject.PERSON or scaled_alike(campaign_id)
    thresholds = thresholds_of(campaign_id) if comparable else ()
    return Board(campaign_id, stages, sheets, thresholds, _rows(campaign_id, shown, stages, of), of)


def _rows(
    campaign_id: CampaignId, shown: Sequence[Listed], stages: Sequence[StageView], of: SheetSubject
) -> tuple[ScoreRow, ...]:
    """The rows of these people or units, in their order, by one query a kind of fact."""
    ids = None if len(shown) > MOST_LISTED else [one.id for one in shown]
    scores, drafts = _scores(stages, ids, of), _drafts(stages, ids, of)
    registered = _registered(campaign_id, ids, of)
    decided = _decided(campaign_id, ids, of)
    doubtful = _doubtful(campaign_id, ids, of)
    return tuple(
        ScoreRow(
            id=one.id,
            code=one.code,
            position=one.position,
            name=one.name,
            name_sort=one.name_sort,
            born_on=one.born_on,
            unit_id=one.unit_id,
            unit_name=one.unit_name,
            unit_short=one.unit_short,
            unit_position=one.unit_position,
            post=one.post,
            sheet_id=one.sheet_id,
            registered_title=registered.get(one.id),
            scores={stage.id: scores.get((stage.id, one.id), {}) for stage in stages},
            drafts={stage.id: drafts.get((stage.id, one.id), {}) for stage in stages},
            decided=decided.get(one.id, (None, None))[0],
            decided_reason=decided.get(one.id, (None, None))[1],
            is_doubtful=one.id in doubtful,
            is_school=one.is_school,
            subject=of,
        )
        for one in shown
    )


def _mine(model: Any, ids: Sequence[int] | None, of: SheetSubject) -> Any:
    """Rows of people, or of units: of those alone, if they are named."""
    field = owner(model, of)
    return field.is_null(False) if ids is None else field.in_(ids)


def _scores(
    stages: Sequence[StageView], ids: Sequence[int] | None, of: SheetSubject
) -> dict[tuple[StageId, int], dict[CriterionId, Points]]:
    found: dict[tuple[StageId, int], dict[CriterionId, Points]] = defaultdict(dict)
    cells = Score.select(Score.stage, owner(Score, of), Score.criterion, Score.points)
    condition = Score.stage.in_([stage.id for stage in stages]) & _mine(Score, ids, of)
    for stage, subject, criterion, points in cast(
        Iterable[tuple[int, int, int, int]], cells.where(condition).tuples()
    ):
        found[StageId(stage), subject][CriterionId(criterion)] = Points(points)
    return found


def _drafts(
    stages: Sequence[StageView], ids: Sequence[int] | None, of: SheetSubject
) -> dict[tuple[StageId, int], dict[CriterionId, Draft]]:
    found: dict[tuple[StageId, int], dict[CriterionId, Draft]] = defaultdict(dict)
    condition = DraftInput.stage.in_([stage.id for stage in stages]) & _mine(DraftInput, ids, of)
    cells = DraftInput.select(
        DraftInput.stage, owner(DraftInput, of), DraftInput.criterion, DraftInput.text, DraftInput.problem
    )
    for stage, subject, criterion, text, problem in cast(
        Iterable[tuple[int, int, int, str, str]], cells.where(condition).tuples()
    ):
        found[StageId(stage), subject][CriterionId(criterion)] = Draft(text, problem)
    return found


def _registered(campaign_id: CampaignId, ids: Sequence[int] | None, of: SheetSubject) -> dict[SubjectId, str]:
    found = Registration.select().where((Registration.campaign == campaign_id) & _mine(Registration, ids, of))
    return {subject: row.title for row in found if (subject := owner_of(row, of)) is not None}


def _decided(
    campaign_id: CampaignId, ids: Sequence[int] | None = None, of: SheetSubject = SheetSubject.PERSON
) -> dict[SubjectId, tuple[Rating, str | None]]:
    found = RatingRow.select(owner(RatingRow, of), RatingRow.rating, RatingRow.reason)
    mine = (RatingRow.campaign == campaign_id) & _mine(RatingRow, ids, of)
    return {subject: (Rating(rating), reason) for subject, rating, reason in fetch(found.where(mine))}


def _doubtful(campaign_id: CampaignId, ids: Sequence[int] | None, of: SheetSubject) -> frozenset[SubjectId]:
    stale = (RatingRow.campaign == campaign_id) & RatingRow.stale_since.is_null(False)
    found = RatingRow.select(RatingRow.person, RatingRow.unit).where(stale & _mine(RatingRow, ids, of))
    return frozenset(subject for row in found if (subject := owner_of(row, of)) is not None)
