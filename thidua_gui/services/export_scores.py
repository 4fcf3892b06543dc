"""Reads the criteria, scores, thresholds and results of one year for its workbook. Adds up nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from db.models.scoring import (
    CriteriaSheet,
    CriteriaSheetGroup,
    Criterion,
    RatingThreshold,
    Score,
    Stage,
    TeachingAward,
)
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import CriterionKind, StageKey
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook.rows import CriterionRow, ResultRow, ScoreRow, ThresholdRow
from thidua_gui.services.export_people import Listed

_FilledIn = tuple[str, str, StageKey]
_ASKED_OF_ALL = (StageKey.SELF, StageKey.UNIT)
"""Stages in which everybody is scored; the council scores only those it looks into."""


def criteria_rows(campaign: int) -> tuple[CriterionRow, ...]:
    """The lines of the current criteria sheets."""
    current = (CriteriaSheet.campaign == campaign) & CriteriaSheet.superseded_by.is_null()
    rows: list[CriterionRow] = []
    for sheet in CriteriaSheet.select().where(current).order_by(CriteriaSheet.position, CriteriaSheet.id):
        named = CriteriaSheetGroup.select().where(CriteriaSheetGroup.sheet == sheet.id)
        groups = tuple(row.staff_group for row in named.order_by(CriteriaSheetGroup.position, CriteriaSheetGroup.id))
        lines = Criterion.select().where(Criterion.sheet == sheet.id).order_by(Criterion.position, Criterion.id)
        rows += [
            CriterionRow(
                sheet.code,
                groups,
                line.number,
                line.content,
                Points(line.maximum),
                CriterionKind(line.kind),
                None if line.step is None else Points(line.step),
            )
            for line in lines
        ]
    return tuple(rows)


def threshold_rows(campaign: int) -> tuple[ThresholdRow, ...]:
    """The best rating first."""
    query = RatingThreshold.select().where(RatingThreshold.campaign == campaign)
    thresholds = [ThresholdRow(Rating(row.rating), Points(row.from_points)) for row in query]
    return tuple(sorted(thresholds, key=lambda threshold: threshold.rating.order, reverse=True))


def result_rows(campaign: int, people: Listed) -> tuple[ResultRow, ...]:
    """Everybody of the year's list, so that who has no result yet can be seen and filled in."""
    decided = RatingRow.select().where(RatingRow.campaign == campaign, RatingRow.person.is_null(False))
    ratings = {people.person_codes[row.person_id or 0]: Rating(row.rating) for row in decided}
    awards = TeachingAward.select().where(TeachingAward.campaign == campaign)
    taught = {(people.person_codes[row.person_id], row.level) for row in awards}
    return tuple(
        ResultRow(
            person.code,
            ratings.get(person.code),
            (person.code, TeachingLevel.FACULTY) in taught,
            (person.code, TeachingLevel.SCHOOL) in taught,
        )
        for person in people.people
    )


def score_rows(campaign: int, criteria: Sequence[CriterionRow], people: Listed) -> tuple[ScoreRow, ...]:
    """By sheet, person and stage. In a stage that a sheet uses, everybody of its staff groups has a line, so that
    what is missing can be seen and filled in."""
    scored = _scored(campaign, people)
    used = {(sheet, stage) for sheet, _, stage in scored}
    serving = _serving(criteria)
    rows: list[ScoreRow] = []
    for sheet in dict.fromkeys(row.sheet for row in criteria):
        numbers = [row.number for row in criteria if row.sheet == sheet]
        for person in people.people:
            expected = person.code in people.counting and serving.get(person.staff_group or "") == sheet
            for stage in StageKey:
                points = scored.get((sheet, person.code, stage))
                if points is None and not (expected and stage in _ASKED_OF_ALL and (sheet, stage) in used):
                    continue
                cells = tuple((number, points[number]) for number in numbers if points and number in points)
                rows.append(ScoreRow(sheet, person.code, stage, cells))
    return tuple(rows)


def _serving(criteria: Sequence[CriterionRow]) -> dict[str, str]:
    """Which sheet serves which staff group; the first that names a group keeps it."""
    serving: dict[str, str] = {}
    for row in criteria:
        for group in row.staff_groups:
            serving.setdefault(group, row.sheet)
    return serving


def _scored(campaign: int, people: Listed) -> Mapping[_FilledIn, Mapping[str, Points]]:
    stages = {row.id: StageKey(row.key) for row in Stage.select().where(Stage.campaign == campaign)}
    current = (CriteriaSheet.campaign == campaign) & CriteriaSheet.superseded_by.is_null()
    sheets = {row.id: row.code for row in CriteriaSheet.select().where(current)}
    lines = Criterion.select().where(Criterion.sheet.in_(list(sheets)))
    criteria = {line.id: (sheets[line.sheet_id], line.number) for line in lines}
    scored: dict[_FilledIn, dict[str, Points]] = defaultdict(dict)
    mine = Score.stage.in_(list(stages)) & Score.criterion.in_(list(criteria)) & Score.person.is_null(False)
    for row in Score.select().where(mine):
        sheet, number = criteria[row.criterion_id]
        person = people.person_codes[row.person_id or 0]
        scored[sheet, person, stages[row.stage_id]][number] = Points(row.points)
    return scored
