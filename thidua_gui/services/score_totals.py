"""Complete totals of a whole year by SQL sums, for lists of many people. Knows no window; core.scoring has the rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import cast

import peewee as pw

from db.models.organisation import Person
from db.models.scoring import CriteriaSheet, Criterion, Score, Stage
from thidua_gui.core.ids import CampaignId, CriterionId, PersonId, SheetId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import CriterionKind, StageKey, total
from thidua_gui.core.sheet_rules import Serving
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.memberships import main_posts
from thidua_gui.services.serving import serving
from thidua_gui.services.sheet_rows import sheets_by_id


def required_scores(campaign_id: CampaignId) -> dict[SheetId, int]:
    """How many scores each sheet of the year asks for."""
    asked = (
        Criterion.select(Criterion.sheet, pw.fn.COUNT(Criterion.id))
        .join(CriteriaSheet, on=(Criterion.sheet == CriteriaSheet.id))
        .where((CriteriaSheet.campaign == campaign_id) & (Criterion.kind == CriterionKind.POINTS))
        .group_by(Criterion.sheet)
    )
    return {SheetId(sheet): count for sheet, count in cast(Iterable[tuple[int, int]], asked.tuples())}


def complete_totals(campaign_id: CampaignId) -> dict[StageKey, dict[PersonId, Points]]:
    """By stage, the total of everyone who has each score that the own sheet asks for.

    As core.scoring.total: scores outside that sheet (of a staff group left meanwhile, of an older version) do not
    count, deductions are taken off, caps cut, and nobody without any score has a total.
    """
    rule, required = serving(campaign_id), required_scores(campaign_id)
    units = _units_of_people(campaign_id, rule)
    capped = _totals_under_caps(campaign_id)
    totals: dict[StageKey, dict[PersonId, Points]] = {key: {} for key in StageKey}
    for key, group, person, sheet, scored, hundredths in _sums(campaign_id):
        mine = rule.of_person(group, units.get(PersonId(person)))
        if mine == sheet and scored == required.get(SheetId(sheet), 0):
            cut = capped.get((StageKey(key), PersonId(person), SheetId(sheet)))
            totals[StageKey(key)][PersonId(person)] = Points(hundredths) if cut is None else cut
    return totals


def owes_scores(campaign_id: CampaignId) -> Callable[[str | None, UnitId | None], bool]:
    """Whether somebody of a staff group and unit has a sheet that asks for scores."""
    required, rule = required_scores(campaign_id), serving(campaign_id)

    def owes(staff_group: str | None, unit_id: UnitId | None) -> bool:
        sheet = rule.of_person(staff_group, unit_id)
        return sheet is not None and bool(required.get(sheet))

    return owes


def _units_of_people(campaign_id: CampaignId, rule: Serving) -> dict[PersonId, UnitId]:
    """Asked for only when a sheet names units."""
    if not any(served.units for served in rule.sheets):
        return {}
    last_day = date(row_of(campaign_id).year, 12, 31)
    return {person: post.unit_id for person, post in main_posts(last_day).items()}


def _totals_under_caps(campaign_id: CampaignId) -> dict[tuple[StageKey, PersonId, SheetId], Points]:
    """Totals by sheets with a cap, which no sum of SQL can cut."""
    capped = Criterion.select(Criterion.sheet).where(Criterion.cap.is_null(False))
    wanted = Stage.campaign == campaign_id, Criterion.sheet.in_(capped), Score.person.is_null(False)
    query = (
        Score.select(Stage.key, Score.person, Criterion.sheet, Score.criterion, Score.points)
        .join(Stage, on=(Score.stage == Stage.id))
        .switch(Score)
        .join(Criterion, on=(Score.criterion == Criterion.id))
        .where(*wanted)
    )
    given: dict[tuple[StageKey, PersonId, SheetId], dict[CriterionId, Points]] = defaultdict(dict)
    for key, person, sheet, criterion, points in cast(Iterable[tuple[str, int, int, int, int]], query.tuples()):
        given[StageKey(key), PersonId(person), SheetId(sheet)][CriterionId(criterion)] = Points(points)
    sheets = {sheet.id: sheet for sheet in sheets_by_id({sheet for _, _, sheet in given})}
    totals = {place: total(sheets[place[2]], scores).points for place, scores in given.items()}
    return {place: points for place, points in totals.items() if points is not None}


def _sums(campaign_id: CampaignId) -> Iterable[tuple[str, str | None, int, int, int, int]]:
    """Stage, staff group, person, sheet, how many required scores, sum in hundredths."""
    signed = pw.Case(None, [(Criterion.kind == CriterionKind.DEDUCTION, Score.points * -1)], Score.points)
    required = pw.Case(None, [(Criterion.kind == CriterionKind.POINTS, 1)], 0)
    query = (
        Score.select(
            Stage.key, Person.staff_group, Score.person, Criterion.sheet, pw.fn.SUM(required), pw.fn.SUM(signed)
        )
        .join(Stage, on=(Score.stage == Stage.id))
        .switch(Score)
        .join(Criterion, on=(Score.criterion == Criterion.id))
        .switch(Score)
        .join(Person, on=(Score.person == Person.id))
        .where((Stage.campaign == campaign_id) & (Criterion.kind != CriterionKind.GROUP))
        .group_by(Score.stage, Score.person, Criterion.sheet)
    )
    return cast(Iterable[tuple[str, str | None, int, int, int, int]], query.tuples())
