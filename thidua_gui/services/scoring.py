"""Scores of a year: the board of people × criteria × stages, as values. Writes nothing; knows no total rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from db.models.campaigns import Registration
from db.models.organisation import Person, Unit
from db.models.scoring import (
    DraftInput,
    RatingThreshold,
    Score,
    ScoreComment,
    Stage,
)
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.ids import CampaignId, CriterionId, PersonId, SheetId, StageId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import EffectiveRating, Rating, Threshold, effective
from thidua_gui.core.scoring import Sheet, SheetSubject, StageKey, total
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.memberships import employed, main_posts
from thidua_gui.services.score_totals import complete_totals
from thidua_gui.services.serving import serving
from thidua_gui.services.sheet_rows import current_sheets
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import unit_names

_MOST_LISTED = 500
"""Up to so many people are asked for by id; beyond that a whole year is read."""


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
    """One person of the board. A criterion absent from `scores[stage]` is not yet scored, which is never 0."""

    id: PersonId
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


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that the scoring page shows of one year."""

    campaign_id: CampaignId
    stages: tuple[StageView, ...]
    sheets: tuple[Sheet, ...]
    thresholds: tuple[Threshold, ...]
    rows: tuple[ScoreRow, ...]

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


def board(campaign_id: CampaignId) -> Board:
    """Stages, sheets, thresholds and every person who counts (no end date), in a handful of queries."""
    with read():
        stages = stages_of(campaign_id)
        working = Person.select().where(employed(_year_end(campaign_id))).order_by(Person.name_sort, Person.id)
        rows_of_all = _rows(campaign_id, list(working), stages)
        return Board(campaign_id, stages, _sheets(campaign_id), thresholds_of(campaign_id), rows_of_all)


def rows(campaign_id: CampaignId, people: Collection[PersonId]) -> tuple[ScoreRow, ...]:
    """The board's rows of these people again, to patch what is shown."""
    with read():
        found = list(Person.select().where(Person.id.in_(list(people))).order_by(Person.name_sort, Person.id))
        return _rows(campaign_id, found, stages_of(campaign_id))


def board_of(campaign_id: CampaignId, people: Collection[PersonId]) -> Board:
    """The board of these people alone, also of those who have left."""
    with read():
        found = rows(campaign_id, people)
        return Board(campaign_id, stages_of(campaign_id), _sheets(campaign_id), thresholds_of(campaign_id), found)


def stage_total(year: Board, row: ScoreRow, stage_id: StageId) -> Points | None:
    """The person's total of a stage; None without a sheet or while a score is missing."""
    sheet = year.sheet(row.sheet_id)
    return None if sheet is None else total(sheet, row.scores[stage_id]).points


def effective_of(row: ScoreRow, year: Board) -> EffectiveRating:
    """What holds for this person of the board: decided, or proposed by the thresholds."""
    return _effective(row, year.stages, year.sheets, year.thresholds)


def effective_ratings(campaign_id: CampaignId) -> dict[PersonId, Rating]:
    """The rating that holds for each person of the year who has one; totals are asked for only of the undecided."""
    with read():
        holding = {person: rating for person, (rating, _) in _decided(campaign_id).items()}
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


def proposal_for(campaign_id: CampaignId, person_id: PersonId) -> Rating | None:
    """What the thresholds propose for one person now; for use inside a transaction."""
    stages = stages_of(campaign_id)
    (row,) = _rows(campaign_id, [Person.get_by_id(person_id)], stages)
    return _effective(row, stages, _sheets(campaign_id), thresholds_of(campaign_id)).proposed


def comments(campaign_id: CampaignId, person_id: PersonId) -> tuple[Comment, ...]:
    """The person's comments of the year, the oldest first."""
    with read():
        found = (
            ScoreComment.select()
            .join(Stage, on=(ScoreComment.stage == Stage.id))
            .where(Stage.campaign == campaign_id, ScoreComment.person == person_id)
            .order_by(ScoreComment.written_at, ScoreComment.id)
        )
        return tuple(
            Comment(
                row.id, StageId(row.stage_id), None if row.criterion_id is None else CriterionId(row.criterion_id),
                row.text, row.written_at, row.author,
            )
            for row in found
        )


def _effective(
    row: ScoreRow, stages: Sequence[StageView], sheets: Sequence[Sheet], thresholds: Sequence[Threshold]
) -> EffectiveRating:
    sheet = next((sheet for sheet in sheets if sheet.id == row.sheet_id), None)
    totals = {} if sheet is None else {stage.key: total(sheet, row.scores[stage.id]).points for stage in stages}
    return effective(row.decided, totals, thresholds)


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


def _sheets(campaign_id: CampaignId) -> tuple[Sheet, ...]:
    return current_sheets(campaign_id, SheetSubject.PERSON)


def _rows(campaign_id: CampaignId, people: Sequence[Person], stages: Sequence[StageView]) -> tuple[ScoreRow, ...]:
    """The rows of these people, in their order, by one query a kind of fact."""
    ids = None if len(people) > _MOST_LISTED else [person.id for person in people]
    posts = main_posts(_year_end(campaign_id), people=None if ids is None else [PersonId(one) for one in ids])
    units = {row.id: row for row in Unit.select()}
    short = unit_names(units.values())
    rule = serving(campaign_id)
    scores, drafts = _scores(stages, ids), _drafts(stages, ids)
    registered = _registered(campaign_id, ids)
    decided = _decided(campaign_id, ids)
    doubtful = _doubtful(campaign_id, ids)
    return tuple(
        ScoreRow(
            id=(person_id := PersonId(person.id)),
            code=person.code,
            position=person.position,
            name=person.full_name,
            name_sort=person.name_sort,
            born_on=person.born_on,
            unit_id=(unit_id := posts[person_id].unit_id if person_id in posts else None),
            unit_name="" if unit_id is None else units[unit_id].name,
            unit_short="" if unit_id is None else short[unit_id],
            unit_position=0 if unit_id is None else units[unit_id].position,
            post=(posts[person_id].post or "") if person_id in posts else "",
            sheet_id=rule.of_person(person.staff_group, unit_id),
            registered_title=registered.get(person_id),
            scores={stage.id: scores.get((stage.id, person_id), {}) for stage in stages},
            drafts={stage.id: drafts.get((stage.id, person_id), {}) for stage in stages},
            decided=decided.get(person_id, (None, None))[0],
            decided_reason=decided.get(person_id, (None, None))[1],
            is_doubtful=person_id in doubtful,
        )
        for person in people
    )


def _scores(
    stages: Sequence[StageView], people: Sequence[int] | None
) -> dict[tuple[StageId, PersonId], dict[CriterionId, Points]]:
    found: dict[tuple[StageId, PersonId], dict[CriterionId, Points]] = defaultdict(dict)
    cells = Score.select(Score.stage, Score.person, Score.criterion, Score.points)
    condition = Score.stage.in_([stage.id for stage in stages]) & Score.person.is_null(False)
    if people is not None:
        condition &= Score.person.in_(people)
    for stage, person, criterion, points in cast(
        Iterable[tuple[int, int, int, int]], cells.where(condition).tuples()
    ):
        found[StageId(stage), PersonId(person)][CriterionId(criterion)] = Points(points)
    return found


def _drafts(
    stages: Sequence[StageView], people: Sequence[int] | None
) -> dict[tuple[StageId, PersonId], dict[CriterionId, Draft]]:
    found: dict[tuple[StageId, PersonId], dict[CriterionId, Draft]] = defaultdict(dict)
    condition = DraftInput.stage.in_([stage.id for stage in stages]) & DraftInput.person.is_null(False)
    if people is not None:
        condition &= DraftInput.person.in_(people)
    cells = DraftInput.select(
        DraftInput.stage, DraftInput.person, DraftInput.criterion, DraftInput.text, DraftInput.problem
    )
    for stage, person, criterion, text, problem in cast(
        Iterable[tuple[int, int, int, str, str]], cells.where(condition).tuples()
    ):
        found[StageId(stage), PersonId(person)][CriterionId(criterion)] = Draft(text, problem)
    return found


def _registered(campaign_id: CampaignId, people: Sequence[int] | None) -> dict[PersonId, str]:
    condition = (Registration.campaign == campaign_id) & Registration.person.is_null(False)
    if people is not None:
        condition &= Registration.person.in_(people)
    found = Registration.select().where(condition)
    return {PersonId(row.person_id): row.title for row in found if row.person_id is not None}


def _decided(
    campaign_id: CampaignId, people: Sequence[int] | None = None
) -> dict[PersonId, tuple[Rating, str | None]]:
    condition = (RatingRow.campaign == campaign_id) & RatingRow.person.is_null(False)
    if people is not None:
        condition &= RatingRow.person.in_(people)
    found = RatingRow.select().where(condition)
    return {PersonId(row.person_id): (Rating(row.rating), row.reason) for row in found if row.person_id is not None}


def _doubtful(campaign_id: CampaignId, people: Sequence[int] | None) -> frozenset[PersonId]:
    condition = (RatingRow.campaign == campaign_id) & RatingRow.stale_since.is_null(False)
    if people is not None:
        condition &= RatingRow.person.in_(people)
    found = RatingRow.select(RatingRow.person).where(condition)
    return frozenset(PersonId(row.person_id) for row in found if row.person_id is not None)
