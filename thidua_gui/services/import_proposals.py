"""Plans the proposals of a year workbook with what hangs on them, objections and open cases. Drafts alone are ever
taken away, for the others are official."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, cast

import peewee as pw

from db.models.initiatives import Initiative, InitiativeUse
from db.models.proposals import (
    AwardKind,
    ConditionOverride,
    Objection,
    OpenCase,
    Proposal,
    ProposalEvent,
    ProposalPaper,
)
from thidua_gui.core.errors import UserError
from thidua_gui.core.proposals import State
from thidua_gui.core.vietnamese import fold
from thidua_gui.core.workbook.proposal_rows import ProposalFindingRow, ProposalRow
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services.export_proposals import cases_of_year
from thidua_gui.services.import_awards import AwardKey
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fields, Plan, numbered
from thidua_gui.services.proposal_kinds import key_of

_Key = tuple[object, ...]
_SAME = ("kind", "person", "unit", "basis", "movement")
_OBJECTION = ("person", "unit", "condition", "content")
_CASE = ("person", "unit", "kind", "opened_on")
_OBJECTION_TOLD = ("condition", "content", "raised_by", "raised_on", "settled_on", "settlement")
_CASE_TOLD = ("opened_on", "closed_on", "content", "source", "conclusion")


def plan_proposals(
    plan: Plan, book: YearWorkbook, campaign: int, codes: Codes, movements: Mapping[str, int],
    awards: Mapping[AwardKey, int],
) -> None:  # fmt: skip
    """Matched by kind, bearer, basis and movement, of several alike by their order. What hangs on a proposal is
    replaced where the workbook has its sheet."""
    if SheetKey.PROPOSALS not in book.present:
        return
    findings = defaultdict(list)
    for finding in book.proposal_findings:
        findings[finding.proposal].append(finding)
    wanted = [_fields(plan, row, campaign, codes, movements, awards) for row in book.proposals]
    if SheetKey.PROPOSAL_FINDINGS in book.present:
        wanted = [
            {**one, "findings": _findings(findings[row.code])} for one, row in zip(wanted, book.proposals, strict=True)
        ]
    existing = numbered((_identity(row), row) for row in _held(Proposal.select().where(Proposal.campaign == campaign)))
    keyed = numbered((_identity(one), one) for one in wanted)
    kept = {key: row for key, row in existing.items() if key in keyed or row["state"] == State.DRAFT}
    _take_along(plan, [row["id"] for key, row in kept.items() if key not in keyed])
    ids = plan.merge(Proposal, title(SheetKey.PROPOSALS), kept, keyed)
    by_code = {row.code: ids[key] for row, key in zip(book.proposals, keyed, strict=True)}
    _plan_hanging(plan, book, by_code)
    if any(row.initiatives is not None for row in book.proposals):
        _plan_initiatives(plan, book, campaign, codes, by_code, {number: key for key, number in ids.items()})


def plan_against(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Objections and open cases, each only if the workbook has its sheet; of those whom it does not list it cannot
    tell."""
    listed = set(codes.people.values()), set(codes.units.values())
    if SheetKey.OBJECTIONS in book.present:
        query = Objection.select().where(Objection.campaign == campaign)
        wanted = [{**_told(row, _OBJECTION_TOLD, codes), "campaign": campaign} for row in book.objections]
        held = [row for row in _held(query) if row["person"] in listed[0] or row["unit"] in listed[1]]
        _merge(plan, SheetKey.OBJECTIONS, Objection, held, wanted, _OBJECTION)
    if SheetKey.OPEN_CASES in book.present:
        mine = [row.id for row in cases_of_year(book.campaign.year)]
        cases = [{**_told(row, _CASE_TOLD, codes), "kind": row.kind.value} for row in book.open_cases]
        of_year = _held(OpenCase.select().where(OpenCase.id.in_(mine)))
        held = [row for row in of_year if row["person"] in listed[0] or row["unit"] in listed[1]]
        _merge(plan, SheetKey.OPEN_CASES, OpenCase, held, cases, _CASE)


def _fields(
    plan: Plan, row: ProposalRow, campaign: int, codes: Codes, movements: Mapping[str, int],
    awards: Mapping[AwardKey, int],
) -> Fields:  # fmt: skip
    if row.movement is not None and row.movement not in movements:
        raise UserError("import_movement_unknown", name=row.movement)
    award = None if row.award_title is None else awards.get((row.subject, row.award_title, row.award_number))
    return {
        "campaign": campaign, **codes.subject(row.subject), "kind": _kind(plan, row.kind), "title": row.title,
        "basis": row.basis.value, "movement": None if row.movement is None else movements[row.movement],
        "proposing_unit": None if row.proposing_unit is None else codes.units[row.proposing_unit],
        "state": row.state.value, "is_listed": row.is_listed, "position": row.position or 0,
        "received_on": row.received_on, "achievement": row.achievement, "note": row.note,
        "lowered_to": None if row.lowered_to is None else _kind(plan, row.lowered_to), "pack": row.pack,
        "pack_sha256": row.pack_sha256, "outcome": None if row.outcome is None else row.outcome.value,
        **({} if award is None else {"award": award}),
    }  # fmt: skip


def _kind(plan: Plan, written: str) -> str:
    """By what the program has, or by what the same workbook brings."""
    found = key_of(written)
    if found is None:
        brought = {fold(row["name"]): str(row["key"]) for row in plan.inserts(AwardKind)}
        found = brought.get(fold(written))
    if found is None:
        raise UserError("import_kind_unknown", kind=written)
    return found


def _findings(rows: Iterable[ProposalFindingRow]) -> str | None:
    """As the presentation to the council wrote them."""
    told = [
        {
            "condition": row.condition, "outcome": row.outcome.value, "needed": row.needed, "had": row.had,
            "source": row.source, "checked": row.is_checked, "attested": row.is_attested,
        }
        for row in rows
    ]  # fmt: skip
    return json.dumps(told, ensure_ascii=False) if told else None


def _plan_hanging(plan: Plan, book: YearWorkbook, by_code: Mapping[str, int]) -> None:
    codes = {number: code for code, number in by_code.items()}
    events = [
        {
            "proposal": by_code[row.proposal], "at": row.at, "user": row.user or "", "to_state": row.to_state.value,
            "from_state": None if row.from_state is None else row.from_state.value, "reason": row.reason,
        }
        for row in book.proposal_events
    ]  # fmt: skip
    papers = [
        {
            "proposal": by_code[row.proposal], "name": row.name, "state": row.state.value, "noted_on": row.noted_on,
            "note": row.note,
        }
        for row in book.proposal_papers
    ]  # fmt: skip
    overrides = [
        {
            "proposal": by_code[row.proposal], "condition": row.condition, "reason": row.reason, "at": row.at,
            "user": row.user or "",
        }
        for row in book.condition_overrides
    ]  # fmt: skip
    hanging: tuple[tuple[SheetKey, type[pw.Model], list[dict[str, Any]], tuple[str, ...]], ...] = (
        (SheetKey.PROPOSAL_EVENTS, ProposalEvent, events, ("proposal", "at", "to_state")),
        (SheetKey.PROPOSAL_PAPERS, ProposalPaper, papers, ("proposal", "name")),
        (SheetKey.CONDITION_OVERRIDES, ConditionOverride, overrides, ("proposal", "condition")),
    )
    for sheet, model, wanted, named_by in hanging:
        if sheet in book.present:
            table: Any = model
            held = _held(table.select().where(table.proposal.in_(list(codes))))
            _merge(plan, sheet, model, held, wanted, named_by)


def _plan_initiatives(
    plan: Plan, book: YearWorkbook, campaign: int, codes: Codes, by_code: Mapping[str, int],
    lines: Mapping[int, Hashable],
) -> None:  # fmt: skip
    """What the proposals rest on, of the year's own initiatives; others are left as they are."""
    own = {row.code: row.id for row in Initiative.select().where(Initiative.campaign == campaign)}
    own |= {row["code"]: row["id"] for row in plan.inserts(Initiative) if row["campaign"] == campaign}
    proposals = list(by_code.values())
    query = InitiativeUse.select().where(InitiativeUse.proposal.in_(proposals))
    held = {(row["initiative"], row["proposal"]): row for row in _held(query) if row["initiative"] in own.values()}
    wanted = {
        (own[code], by_code[row.code]): {
            "initiative": own[code], "proposal": by_code[row.code], **codes.subject(row.subject),
            "year": book.campaign.year, "title": row.title if row.lowered_to is None else row.lowered_to,
        }
        for row in book.proposals
        for code in row.initiatives or ()
        if code in own
    }  # fmt: skip
    plan.merge(InitiativeUse, title(SheetKey.PROPOSALS), held, wanted, lambda key: lines.get(key[1], key))


def _take_along(plan: Plan, drafts: list[int]) -> None:
    """What hangs on drafts that go."""
    for model in (ProposalEvent, ProposalPaper, ConditionOverride, InitiativeUse):
        for row in model.select(model.id).where(model.proposal.in_(drafts)) if drafts else ():
            plan.delete(model, row.id)


def _told(row: object, names: Iterable[str], codes: Codes) -> dict[str, Any]:
    return {**codes.subject(cast(Any, row).subject), **{name: getattr(row, name) for name in names}}


def _merge(
    plan: Plan, sheet: SheetKey, model: type[pw.Model], held: Iterable[Fields], wanted: Iterable[Fields],
    named_by: tuple[str, ...],
) -> None:  # fmt: skip
    def named(row: Fields) -> _Key:
        return tuple(row[name] for name in named_by)

    existing = numbered((named(row), row) for row in held)
    plan.merge(model, title(sheet), existing, numbered((named(row), row) for row in wanted))


def _identity(row: Fields) -> _Key:
    return tuple(row[name] for name in _SAME)


def _held(query: Any) -> list[Fields]:
    """Rows in the order in which they were made."""
    return list(cast(Iterable[Fields], query.order_by(query.model.id).dicts()))
