"""Reads the criteria, scores, thresholds and results of one year for its workbook. Adds up nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from db.models.scoring import (
    CriteriaSheet,
    Criterion,
    PartyRating,
    RatingThreshold,
    Score,
    Stage,
    TeachingAward,
)
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import CriterionKind, SheetSubject, StageKey
from thidua_gui.core.sheet_rules import is_for_group
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook.rows import SCHOOL_CODE, CriterionRow, ResultRow, ScoreRow, ThresholdRow
from thidua_gui.services.export_people import Listed
from thidua_gui.services.serving import serving, staff_groups_of, units_of

_FilledIn = tuple[str, str, StageKey]
_ASKED_OF_ALL = (StageKey.SELF, StageKey.UNIT)
"""Stages in which everybody is scored; the council scores only those it looks into."""


def criteria_rows(campaign: int, people: Listed) -> tuple[CriterionRow, ...]:
    """The lines of the current criteria sheets. Whom a sheet scores and its version are told where one of the year's
    sheets is for units or has more than one version."""
    current = (CriteriaSheet.campaign == campaign) & CriteriaSheet.superseded_by.is_null()
    sheets = list(CriteriaSheet.select().where(current).order_by(CriteriaSheet.position, CriteriaSheet.id))
    ids = [sheet.id for sheet in sheets]
    groups, units = staff_groups_of(ids), units_of(ids)
    some_of_units = any(sheet.subject == SheetSubject.UNIT for sheet in sheets)
    some_of_versions = any(sheet.version > 1 for sheet in sheets)
    rows: list[CriterionRow] = []
    for sheet in sheets:
        lines = Criterion.select().where(Criterion.sheet == sheet.id).order_by(Criterion.position, Criterion.id)
        rows += [
            CriterionRow(
                sheet.code,
                tuple(groups[sheet.id]) or None,
                line.number,
                line.content,
                Points(line.maximum),
                CriterionKind(line.kind),
                None if line.step is None else Points(line.step),
                None if line.cap is None else Points(line.cap),
                tuple(people.unit_codes[unit] for unit in units[sheet.id] if unit in people.unit_codes) or None,
                SheetSubject(sheet.subject) if some_of_units else None,
                sheet.version if some_of_versions else None,
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
    ratings = {
        people.person_codes[row.person_id or 0]: (Rating(row.rating), row.reason, row.decided_on) for row in decided
    }
    party = {
        people.person_codes[row.person_id]: (Rating(row.rating), row.decided_on, row.decision_number)
        for row in PartyRating.select().where(PartyRating.campaign == campaign)
    }
    nothing = (None, None, None)
    awards = TeachingAward.select().where(TeachingAward.campaign == campaign)
    taught = {(people.person_codes[row.person_id], row.level) for row in awards}
    return tuple(
        ResultRow(
            person.code,
            ratings.get(person.code, nothing)[0],
            (person.code, TeachingLevel.FACULTY) in taught,
            (person.code, TeachingLevel.SCHOOL) in taught,
            *ratings.get(person.code, nothing)[1:],
            *party.get(person.code, nothing),
        )
        for person in people.people
    )


def score_rows(campaign: int, criteria: Sequence[CriterionRow], people: Listed) -> tuple[ScoreRow, ...]:
    """By sheet, person or unit, and stage. In a stage that a sheet uses, everybody whom it serves has a line, so that
    what is missing can be seen and filled in. Scores from before somebody changed the staff group are not told."""
    scored = _scored(campaign, people)
    used = {(sheet, stage) for sheet, _, stage in scored}
    expected = _expected(campaign, people)
    rows: list[ScoreRow] = []
    for sheet in dict.fromkeys(row.sheet for row in criteria):
        numbers = [row.number for row in criteria if row.sheet == sheet]
        for code in _fitting(next(row for row in criteria if row.sheet == sheet), people):
            for stage in StageKey:
                points = scored.get((sheet, code, stage))
                asked = expected.get(code) == sheet and stage in _ASKED_OF_ALL and (sheet, stage) in used
                if points is None and not asked:
                    continue
                cells = tuple((number, points[number]) for number in numbers if points and number in points)
                rows.append(ScoreRow(sheet, code, stage, cells))
    return tuple(rows)


def _fitting(line: CriterionRow, people: Listed) -> list[str]:
    """The codes of the school and all units, or of the people whose staff group the sheet of this line is for."""
    if line.subject is SheetSubject.UNIT:
        return list(dict.fromkeys((SCHOOL_CODE, *(unit.code for unit in people.units))))
    groups = line.staff_groups or ()
    return [person.code for person in people.people if is_for_group(groups, person.staff_group)]


def _expected(campaign: int, people: Listed) -> dict[str, str]:
    """The sheet by which each person at work, and each unit, is to be scored, by codes."""
    rule = serving(CampaignId(campaign))
    codes = {row.id: row.code for row in CriteriaSheet.select().where(CriteriaSheet.campaign == campaign)}
    ids = {code: UnitId(unit_id) for unit_id, code in people.unit_codes.items()}
    sheets = {
        person.code: rule.of_person(person.staff_group, ids.get(person.unit))
        for person in people.people
        if person.code in people.counting
    }
    sheets |= {code: rule.of_unit(UnitId(unit_id)) for unit_id, code in people.unit_codes.items()}
    return {code: codes[sheet] for code, sheet in sheets.items() if sheet is not None}


def _scored(campaign: int, people: Listed) -> Mapping[_FilledIn, Mapping[str, Points]]:
    stages = {row.id: StageKey(row.key) for row in Stage.select().where(Stage.campaign == campaign)}
    current = (CriteriaSheet.campaign == campaign) & CriteriaSheet.superseded_by.is_null()
    sheets = {row.id: row.code for row in CriteriaSheet.select().where(current)}
    lines = Criterion.select().where(Criterion.sheet.in_(list(sheets)))
    criteria = {line.id: (sheets[line.sheet_id], line.number) for line in lines}
    scored: dict[_FilledIn, dict[str, Points]] = defaultdict(dict)
    for row in Score.select().where(Score.stage.in_(list(stages)), Score.criterion.in_(list(criteria))):
        sheet, number = criteria[row.criterion_id]
        scored[sheet, people.subject(row), stages[row.stage_id]][number] = Points(row.points)
    return scored
