"""Changes the year's targets: add, edit, remove, move, take over those of another year. One operation each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeVar

import peewee as pw

from db.models.plan import PlanItem, Target
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem, UserError
from thidua_gui.core.ids import CampaignId, PlanItemId, TargetId
from thidua_gui.core.points import Points
from thidua_gui.core.target_catalogue import WHOLE, Among, Measured, Parameter, Within, misfit
from thidua_gui.core.targets import Bound, BoundUnit, bound_problem
from thidua_gui.core.vietnamese import tidy
from thidua_gui.core.workbook.cells import is_code
from thidua_gui.services import unit_tree
from thidua_gui.services.campaigns import refuse_if_closed, row_of
from thidua_gui.services.rows import save_changed
from thidua_gui.services.target_facts import Judged, Question, TargetJudge, question_of
from thidua_gui.services.transaction import read, write
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import target_sentences as wording
from thidua_gui.text.target_words import BOUND_UNITS, MEASURES, TARGET_BASES, parameter_value

_HIGHEST = Fraction(10_000)
"""The workbook holds no higher number."""
_ENDS = ("lower", "upper")
_Composed = TypeVar("_Composed", Measured, Among)


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """Chỉ tiêu as the clerk fills it in; `lower` and `upper` as typed, "" = open."""

    code: str
    content: str
    measured: Measured
    among: Among
    unit: BoundUnit
    lower: str = ""
    upper: str = ""
    within: Within = WHOLE
    plan_item_id: PlanItemId | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a draft would count now; `problem` is the first thing that is wrong with it, the figure stands even so
    unless measure and base do not go together."""

    judged: Judged | None
    problem: Problem | None


def add_target(campaign_id: CampaignId, draft: TargetDraft) -> Changes:
    """A new target at the end."""
    with write(wording.step_add(tidy(draft.code))) as operation:
        refuse_if_closed(campaign_id)
        columns = _columns(campaign_id, draft, None)
        Target.create(campaign=campaign_id, position=_last(campaign_id) + 1, **columns)
    return operation.changes


def edit_target(target_id: TargetId, draft: TargetDraft) -> Changes:
    """Correct a target."""
    with write(wording.step_edit(_code(target_id))) as operation:
        row = _row(target_id)
        campaign_id = CampaignId(row.campaign_id)
        refuse_if_closed(campaign_id)
        save_changed(row, _columns(campaign_id, draft, row))
    return operation.changes


def remove_target(target_id: TargetId) -> Changes:
    """Take a target away; undo brings it back."""
    with write(wording.step_remove(_code(target_id))) as operation:
        row = _row(target_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        row.delete_instance()
    return operation.changes


def move_target(target_id: TargetId, step: int) -> Changes:
    """One place up (-1) or down (1); at either end nothing changes."""
    with write(wording.step_move(_code(target_id))) as operation:
        row = _row(target_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        rows = _ordered(CampaignId(row.campaign_id))
        place = next(place for place, other in enumerate(rows) if other.id == row.id)
        rows.insert(min(max(place + step, 0), len(rows) - 1), rows.pop(place))
        for position, other in enumerate(rows, 1):
            save_changed(other, {"position": position})
    return operation.changes


def take_targets(campaign_id: CampaignId, source: CampaignId) -> Changes:
    """The targets of another year that this one does not have yet, told apart by their codes."""
    with read():
        year = row_of(source).year
    with write(wording.step_take(year)) as operation:
        refuse_if_closed(campaign_id)
        if not copy_targets(source, campaign_id):
            raise UserError("targets_nothing_to_copy", year=year)
    return operation.changes


def copy_targets(source: CampaignId, target: CampaignId, plan_items: Mapping[int, int] | None = None) -> int:
    """How many targets of a year were copied into another, for use inside a larger write; codes that the year has
    already are left out. `plan_items` tells which paragraph of the new plan stands for which of the old."""
    taken = {row.code.casefold() for row in _ordered(target)}
    wanted = [row for row in _ordered(source) if row.code.casefold() not in taken]
    for position, row in enumerate(wanted, _last(target) + 1):
        Target.create(
            campaign=target, position=position, code=row.code, content=row.content, measure=row.measure,
            measure_parameter=row.measure_parameter, base=row.base, base_parameter=row.base_parameter,
            lower=row.lower, upper=row.upper, unit=row.unit, within_unit=row.within_unit_id,
            within_group=row.within_group, plan_item=(plan_items or {}).get(row.plan_item_id or 0),
        )  # fmt: skip
    return len(wanted)


def preview(campaign_id: CampaignId, draft: TargetDraft) -> Preview:
    """What the draft counts now, while it is being filled in."""
    with read():
        problem = _problem(draft)
        if problem is not None and problem.details.get("field") not in _ENDS:
            return Preview(None, problem)
        bound = bound_of(draft) or Bound(None, None, draft.unit)
        judges = TargetJudge(YearFacts(campaign_id))
        return Preview(judges.judge(Question(draft.measured, draft.among, bound, draft.within)), problem)


def bound_of(draft: TargetDraft) -> Bound | None:
    """The bound as typed, None while it cannot be read or is refused."""
    try:
        return _bound(draft)
    except UserError:
        return None


def draft_of(target_id: TargetId) -> TargetDraft:
    """A stored target as the dialog shows it."""
    with read():
        row = _row(target_id)
        asked = question_of(row)
        lower, upper = ("" if end is None else Points(end).shortest for end in (row.lower, row.upper))
        item = None if row.plan_item_id is None else PlanItemId(row.plan_item_id)
        return TargetDraft(
            row.code, row.content, asked.measured, asked.among, asked.bound.unit, lower, upper, asked.within, item
        )


def _columns(campaign_id: CampaignId, draft: TargetDraft, row: Target | None) -> dict[str, object]:
    draft = _named(campaign_id, draft, row)
    _refuse_misfit(draft)
    measured, among = _settled(draft.measured), _settled(draft.among)
    bound = _bound(draft)
    if bound.lower is None and bound.upper is None:
        raise UserError("target_bounds_missing", field="lower")
    if draft.within.unit_id is not None:
        unit_tree.row_of(draft.within.unit_id)
    item = draft.plan_item_id
    if item is not None and not PlanItem.select().where(PlanItem.id == item).exists():
        item = None
    measure, measure_parameter = MEASURES.split(measured)
    base, base_parameter = TARGET_BASES.split(among)
    return {
        "code": draft.code, "content": draft.content, "measure": measure, "measure_parameter": measure_parameter,
        "base": base, "base_parameter": base_parameter, "unit": BOUND_UNITS[draft.unit],
        "lower": _hundredths(bound.lower), "upper": _hundredths(bound.upper), "within_unit_id": draft.within.unit_id,
        "within_group": draft.within.staff_group, "plan_item_id": item,
    }  # fmt: skip


def _named(campaign_id: CampaignId, draft: TargetDraft, row: Target | None) -> TargetDraft:
    code, content = tidy(draft.code), tidy(draft.content)
    if not code:
        raise UserError("target_code_missing", field="code")
    if not is_code(code):
        raise UserError("target_code_unusable", field="code", code=code)
    for other in _ordered(campaign_id):
        if other.code.casefold() == code.casefold() and (row is None or other.id != row.id):
            raise UserError("target_code_taken", field="code", code=other.code)
    if not content:
        raise UserError("target_content_missing", field="content")
    return replace(draft, code=code, content=content)


def _refuse_misfit(draft: TargetDraft) -> None:
    found = misfit(draft.measured, draft.among, draft.unit, draft.within)
    if found is not None:
        raise UserError(found.code, field=found.field)
    for field, composed in (("measure_parameter", draft.measured), ("base_parameter", draft.among)):
        _refuse_parameter(field, composed)


def _refuse_parameter(field: str, composed: Measured | Among) -> None:
    """Points are the one parameter that is typed freely and must be something."""
    if composed.asked.parameter is Parameter.POINTS and composed.parameter is not None:
        try:
            parameter_value(Parameter.POINTS, composed.parameter)
        except UserError:
            raise UserError("target_not_a_number", field=field, value=composed.parameter) from None


def _settled(composed: _Composed) -> _Composed:
    """The one spelling of a number."""
    if composed.asked.parameter is not Parameter.POINTS or composed.parameter is None:
        return composed
    return replace(composed, parameter=parameter_value(Parameter.POINTS, composed.parameter))


def _problem(draft: TargetDraft) -> Problem | None:
    try:
        _refuse_misfit(draft)
        _bound(draft)
    except UserError as refused:
        return refused
    return None


def _bound(draft: TargetDraft) -> Bound:
    bound = Bound(_end("lower", draft.lower, draft.unit), _end("upper", draft.upper, draft.unit), draft.unit)
    code = bound_problem(bound)
    if code is not None:
        raise UserError(code, field="upper")
    return bound


def _end(field: str, written: str, unit: BoundUnit) -> Fraction | None:
    text = tidy(written).removesuffix("%").rstrip()
    if not text:
        return None
    try:
        end = Fraction(Points.parse(text).hundredths, 100)
    except UserError:
        raise UserError("target_not_a_number", field=field, value=written) from None
    highest = Fraction(100) if unit is BoundUnit.PERCENT else _HIGHEST
    if not 0 <= end <= highest:
        raise UserError("target_out_of_range", field=field, value=text, highest=highest)
    if unit is not BoundUnit.PERCENT and end.denominator > 1:
        raise UserError("target_not_whole", field=field, value=text)
    return end


def _hundredths(end: Fraction | None) -> int | None:
    return None if end is None else int(end * 100)


def _ordered(campaign_id: CampaignId) -> list[Target]:
    return list(Target.select().where(Target.campaign == campaign_id).order_by(Target.position, Target.id))


def _last(campaign_id: CampaignId) -> int:
    found: int | None = Target.select(pw.fn.MAX(Target.position)).where(Target.campaign == campaign_id).scalar()
    return found or 0


def _row(target_id: TargetId) -> Target:
    row = Target.get_or_none(Target.id == target_id)
    if row is None:
        raise UserError("target_gone")
    return row


def _code(target_id: TargetId) -> str:
    with read():
        return _row(target_id).code
