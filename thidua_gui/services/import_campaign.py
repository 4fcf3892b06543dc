"""Plans a year workbook's campaign, its milestones and stages, and the plain lists of the year. Knows no scores."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import peewee as pw

from db.models.campaigns import Campaign, Discipline, Launch, PersonnelChange, Registration
from db.models.council import BallotLine, CouncilMember, MeetingRule
from db.models.plan import Milestone, Target
from db.models.scoring import Stage
from db.models.submissions import SchoolResult
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.workbook.milestone_row import MilestoneRow
from thidua_gui.core.workbook.rows import CampaignItems, SheetKey, TargetRow, YearWorkbook
from thidua_gui.core.workbook.specification import Vocabulary
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fields, Plan, numbered, rows_by
from thidua_gui.services.import_plan_items import plan_items
from thidua_gui.services.meeting_rows import has_meetings
from thidua_gui.text.names import MILESTONES, STAGES
from thidua_gui.text.target_words import MEASURES, TARGET_BASES
from thidua_gui.text.workbook import WORDING

KIND = "yearly"
_HEAD_OF_PLAN = ("plan_title", "plan_signer_name", "plan_signer_post", "plan_signer_authority")
_Days = tuple[date | None, date | None, date | None]


def title(key: SheetKey) -> str:
    """The sheet's name."""
    return WORDING.sheets[key].title


@dataclass(frozen=True, slots=True)
class PlannedYear:
    """The ids of the campaign and its stages; `closed` names the stages whose scores stand."""

    campaign: int
    stages: Mapping[StageKey, int]
    closed: Mapping[int, str]


def plan_campaign(plan: Plan, book: YearWorkbook) -> PlannedYear:
    """The campaign with its milestones and stages; a closed year is refused."""
    items = _campaign_items(book.campaign)
    existing = rows_by(
        Campaign.select().where(Campaign.year == book.campaign.year, Campaign.kind == KIND), lambda row: KIND
    )
    old = existing.get(KIND)
    if old is not None and old["state"] == CampaignState.CLOSED:
        raise UserError("campaign_closed", year=book.campaign.year)
    wanted = {**items, "office_heading": book.office}
    campaign = plan.merge(Campaign, title(SheetKey.CAMPAIGN), existing, {KIND: wanted})[KIND]
    if SheetKey.MILESTONES in book.present:
        lines = [_milestone(row) for row in book.milestones]
        merge_list(plan, SheetKey.MILESTONES, Milestone, campaign, lines, ("kind",))
    else:
        _plan_milestones(plan, campaign, old, book.campaign)
    return _plan_stages(plan, campaign)


def _campaign_items(said: CampaignItems) -> dict[str, Any]:
    """A file that says nothing of the plan's title and signer leaves what the year holds."""
    items = {item.name: getattr(said, item.name) for item in fields(CampaignItems)}
    if all(items[name] is None for name in _HEAD_OF_PLAN):
        items = {name: value for name, value in items.items() if name not in _HEAD_OF_PLAN}
    return items


def _plan_stages(plan: Plan, campaign: int) -> PlannedYear:
    existing = rows_by(Stage.select().where(Stage.campaign == campaign), lambda row: StageKey(row["key"]))
    ids = {key: int(row["id"]) for key, row in existing.items()}
    for position, key in enumerate(StageKey, 1):
        if key not in existing:
            fields = {"campaign": campaign, "position": position, "key": key.value, "name": STAGES[key]}
            ids[key] = plan.insert(Stage, fields)
    closed = {row["id"]: row["name"] for row in existing.values() if row["closed_at"] is not None}
    return PlannedYear(campaign, ids, closed)


def _plan_milestones(plan: Plan, campaign: int, old: Fields | None, items: CampaignItems) -> None:
    """Dates that were derived from the plan before and that nobody changed since follow the plan."""
    wanted = derived_milestones(items)
    existing = rows_by(Milestone.select().where(Milestone.campaign == campaign), lambda row: str(row["kind"]))
    if not existing:
        for position, (kind, (from_on, due_on, done_on)) in enumerate(wanted.items(), 1):
            days = {"from_on": from_on, "due_on": due_on, "done_on": done_on}
            named = {"position": position, "kind": kind.value, "name": MILESTONES[kind]}
            plan.insert(Milestone, {"campaign": campaign, **named, **days})
    elif old is not None:
        before = derived_milestones(CampaignItems(**{item.name: old[item.name] for item in fields(CampaignItems)}))
        for kind, days_now in wanted.items():
            row = existing.get(kind.value)
            if row is not None:
                changes = zip(("from_on", "due_on", "done_on"), before[kind], days_now, strict=True)
                plan.change(Milestone, row, {name: now for name, was, now in changes if row[name] == was})


def _milestone(row: MilestoneRow) -> Fields:
    return {
        "kind": row.kind.value, "name": row.name, "from_on": row.from_on, "due_on": row.due_on, "done_on": row.done_on,
        "plan_wording": row.plan_wording, "note": row.note,
    }  # fmt: skip


def derived_milestones(items: CampaignItems) -> Mapping[MilestoneKind, _Days]:
    """From, due and done of each milestone as the plan's own dates tell: launch and registration in its month."""
    issued_on, due_on = items.plan_issued_on, items.results_due_on
    month_begins = issued_on and issued_on.replace(day=1)
    month_ends = issued_on and issued_on.replace(day=monthrange(issued_on.year, issued_on.month)[1])
    year_ends = issued_on and date(items.year, 12, 31)
    return {
        MilestoneKind.PLAN: (None, issued_on, issued_on),
        MilestoneKind.LAUNCH: (issued_on, month_ends, None),
        MilestoneKind.REGISTRATION: (issued_on, month_ends, None),
        MilestoneKind.IMPLEMENTATION: (month_begins, year_ends, None),
        MilestoneKind.UNIT_SCORING: (None, due_on, None),
        MilestoneKind.RESULTS: (None, due_on, None),
        MilestoneKind.COUNCIL: (None, items.council_on, None),
        MilestoneKind.AWARDING: (None, items.decision_on, None),
    }


def plan_lists(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Every sheet of the year that is a plain list; a sheet that the workbook does not have is left as it is."""
    _plan_launches(plan, book, campaign, codes)
    targets = _target_ids(plan, book, campaign, codes)
    if SheetKey.PLAN_ITEMS in book.present:
        plan_items(plan, book, campaign, codes, targets)
    for key, planned in _LISTS.items():
        if key in book.present:
            planned(plan, book, campaign, codes)


def merge_list(
    plan: Plan, key: SheetKey, model: type[pw.Model], campaign: int, wanted: Sequence[Fields], named_by: Sequence[str]
) -> dict[Any, int]:
    """The year's rows of a table, told apart by the named columns and among equals by their order."""

    def identity(row: Fields) -> tuple[object, ...]:
        return tuple(row[name] for name in named_by)

    table: Any = model
    query = table.select().where(table.campaign == campaign).order_by(table.position, table.id)
    placed = [{**fields, "campaign": campaign, "position": place} for place, fields in enumerate(wanted, 1)]
    existing = numbered((identity(row), row) for row in query.dicts())
    return plan.merge(model, title(key), existing, numbered((identity(row), row) for row in placed))


def _plan_launches(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """A file that tells of no launch's people, or of no note, leaves those that the year holds."""
    by_id = {row_id: code for code, row_id in codes.units.items()}
    launched = [unit for unit in book.units if unit.launched_on is not None]
    counts = any(unit.participants is not None for unit in launched)
    notes = any(unit.launch_note is not None for unit in launched)
    wanted = {
        codes.units[unit.code]: {
            "campaign": campaign,
            "unit": codes.units[unit.code],
            "launched_on": unit.launched_on,
            **({"participants": unit.participants} if counts else {}),
            **({"note": unit.launch_note} if notes else {}),
        }
        for unit in launched
    }
    existing = rows_by(Launch.select().where(Launch.campaign == campaign), lambda row: int(row["unit"]))
    plan.merge(Launch, title(SheetKey.UNITS), existing, wanted, lambda unit: by_id.get(unit, unit))


def _target_ids(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> Mapping[str, int]:
    """The ids of the year's targets by code, after the file's own are planned."""
    if SheetKey.TARGETS in book.present:
        return _plan_targets(plan, book, campaign, codes)
    return {row.code: row.id for row in Target.select().where(Target.campaign == campaign)}


def _plan_targets(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> Mapping[str, int]:
    """A file that narrows no base says nothing of it, so what the year holds stays."""
    narrows = any(target.within_unit or target.within_group for target in book.targets)
    wanted = [_target(target) | (_within(target, codes) if narrows else {}) for target in book.targets]
    ids = merge_list(plan, SheetKey.TARGETS, Target, campaign, wanted, ("code",))
    return {key[0][0]: row_id for key, row_id in ids.items()}


def _target(target: TargetRow) -> dict[str, object]:
    measure, measure_parameter = MEASURES.split(target.measure)
    base, base_parameter = TARGET_BASES.split(target.base)
    return {
        "code": target.code,
        "content": target.content,
        "measure": measure,
        "measure_parameter": measure_parameter,
        "base": base,
        "base_parameter": base_parameter,
        "lower": _hundredths(target.lower),
        "upper": _hundredths(target.upper),
        "unit": WORDING.word(Vocabulary.BOUND_UNIT, target.unit),
    }


def _within(target: TargetRow, codes: Codes) -> dict[str, object]:
    unit = None if target.within_unit is None else codes.units[target.within_unit]
    return {"within_unit": unit, "within_group": target.within_group}


def _plan_personnel_changes(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    wanted = [
        {
            "person": codes.people[change.person],
            "kind": WORDING.word(Vocabulary.CHANGE_KIND, change.kind),
            "from_on": change.from_on,
            "until_on": change.until_on,
            "detail": change.detail,
            "former_unit": None if change.former_unit is None else codes.units[change.former_unit],
        }
        for change in book.personnel_changes
    ]
    named_by = ("person", "kind", "from_on")
    merge_list(plan, SheetKey.PERSONNEL_CHANGES, PersonnelChange, campaign, wanted, named_by)


def _plan_disciplines(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """A file that says of no decision when it ends leaves what the year holds."""
    ends = any(row.ended_on is not None for row in book.disciplines)
    wanted = [
        {
            "person": codes.people[row.person],
            "form": row.form,
            "decided_on": row.decided_on,
            "decision_number": row.decision_number,
            "task_related": row.task_related,
            "reason": row.reason,
            **({"ended_on": row.ended_on} if ends else {}),
        }
        for row in book.disciplines
    ]
    merge_list(plan, SheetKey.DISCIPLINES, Discipline, campaign, wanted, ("person", "form", "decision_number"))


def _plan_registrations(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """A file without contents leaves those that the year holds."""
    contents = any(row.content is not None for row in book.registrations)
    wanted = [
        {
            **codes.subject(row.subject),
            "title": row.title,
            "registered_on": row.registered_on,
            **({"content": row.content} if contents else {}),
        }
        for row in book.registrations
    ]
    merge_list(plan, SheetKey.REGISTRATIONS, Registration, campaign, wanted, ("person", "unit", "title"))


def _plan_council(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Nobody marked as present means that attendance is not known, but for those whose absence has a reason. Where the
    program holds the meeting its attendance stands there, and a file without days leaves those of the members."""
    is_held = has_meetings(campaign)
    has_days = any(row.from_on or row.until_on for row in book.council)
    known = any(row.present for row in book.council)
    before = {row.person_id: row.present for row in CouncilMember.select().where(CouncilMember.campaign == campaign)}
    wanted = []
    for row in book.council:
        person = codes.people[row.person]
        absent = False if known or row.absence_reason is not None else None
        told = before[person] if before.get(person, True) is not True else absent
        fields: dict[str, Any] = {"person": person, "role": row.role}
        if not is_held:
            fields |= {"absence_reason": row.absence_reason, "present": True if row.present else told}
        wanted.append({**fields, "from_on": row.from_on, "until_on": row.until_on} if has_days else fields)
    merge_list(plan, SheetKey.COUNCIL, CouncilMember, campaign, wanted, ("person",))


def _plan_meeting_rules(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Where the program holds the meeting the sheet is only the image of its rules, as that of its counts is."""
    if has_meetings(campaign):
        return
    names = WORDING.sheets[SheetKey.MEETING_RULES].items
    wanted = [
        {"name": name, "value": value}
        for item, name in names.items()
        if (value := getattr(book.meeting_rules, item)) is not None
    ]
    merge_list(plan, SheetKey.MEETING_RULES, MeetingRule, campaign, wanted, ("name",))


def _plan_ballots(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    if has_meetings(campaign):
        return
    counts = ("issued", "returned", "valid", "agree", "disagree")
    wanted = [
        {
            "title": row.title,
            "method": row.method,
            **codes.subject(row.subject),
            **{count: getattr(row, count) for count in counts},
        }
        for row in book.ballots
    ]
    merge_list(plan, SheetKey.BALLOTS, BallotLine, campaign, wanted, ("title", "person", "unit"))


def _plan_school_results(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    names = ("content", "planned", "achieved", "note")
    wanted = [{name: getattr(row, name) for name in names} for row in book.school_results]
    merge_list(plan, SheetKey.SCHOOL_RESULTS, SchoolResult, campaign, wanted, ("content",))


def _hundredths(points: Points | None) -> int | None:
    return None if points is None else points.hundredths


_LISTS = {
    SheetKey.PERSONNEL_CHANGES: _plan_personnel_changes,
    SheetKey.DISCIPLINES: _plan_disciplines,
    SheetKey.REGISTRATIONS: _plan_registrations,
    SheetKey.COUNCIL: _plan_council,
    SheetKey.MEETING_RULES: _plan_meeting_rules,
    SheetKey.BALLOTS: _plan_ballots,
    SheetKey.SCHOOL_RESULTS: _plan_school_results,
}
