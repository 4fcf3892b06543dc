"""Vụ việc đang xem xét: complaints, inspections, disciplines under review, from their first to their last day."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from db.models.proposals import OpenCase
from thidua_gui.core.cases import CaseKind, is_open
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import OpenCaseId, PersonId, UnitId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.objections import name_of
from thidua_gui.services.proposal_views import CaseLine
from thidua_gui.services.rows import day, fetch, save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import proposals as wording


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """As the clerk writes it down, about exactly one person or unit; `closed_on` None = still open."""

    person_id: PersonId | None
    unit_id: UnitId | None
    kind: CaseKind
    opened_on: date | None
    closed_on: date | None = None
    content: str = ""
    source: str = ""
    conclusion: str = ""


@dataclass(frozen=True, slots=True)
class OpenCases:
    """Against whom something is open on a day."""

    people: AbstractSet[int]
    units: AbstractSet[int]


def open_on(on: date) -> OpenCases:
    """People, and units, with a case open on that day; for use in a read."""
    fields = OpenCase.person, OpenCase.unit, OpenCase.opened_on, OpenCase.closed_on
    people, units = set[int](), set[int]()
    for person, unit, opened_on, closed_on in fetch(OpenCase.select(*fields)):
        first = day(opened_on)
        if first is not None and is_open(first, day(closed_on), on):
            found, subject = (units, unit) if person is None else (people, person)
            found.add(subject)
    return OpenCases(people, units)


def cases_of(person_id: PersonId | None, unit_id: UnitId | None, on: date) -> tuple[CaseLine, ...]:
    """Every case of one person or unit, the newest first; `on` is the day on which it is asked whether it is open."""
    whom = OpenCase.unit == unit_id if person_id is None else OpenCase.person == person_id
    with read():
        rows = OpenCase.select().where(whom).order_by(OpenCase.opened_on.desc(), OpenCase.id)
        return tuple(_line(row, on) for row in rows)


def open_case(draft: CaseDraft) -> Changes:
    """Write down that something is open against somebody."""
    with write(wording.step_case(name_of(draft.person_id, draft.unit_id))) as operation:
        OpenCase.create(**_judged(draft))
    return operation.changes


def edit_case(case_id: OpenCaseId, draft: CaseDraft) -> Changes:
    """Correct what was written down."""
    with write(wording.step_case(name_of(draft.person_id, draft.unit_id))) as operation:
        save_changed(_row(case_id), _judged(draft))
    return operation.changes


def close_case(case_id: OpenCaseId, closed_on: date | None, conclusion: str = "") -> Changes:
    """It is over from that day on."""
    with write(wording.step_close_case(_name(case_id))) as operation:
        row = _row(case_id)
        if row.closed_on is not None:
            raise UserError("case_closed", day=row.closed_on)
        if closed_on is None:
            raise UserError("case_close_missing", field="closed_on")
        _refuse_days(row.opened_on, closed_on)
        save_changed(row, {"closed_on": closed_on, "conclusion": tidy(conclusion) or None})
    return operation.changes


def remove_case(case_id: OpenCaseId) -> Changes:
    """Take away what was written by mistake; undo brings it back."""
    with write(wording.step_drop_case(_name(case_id))) as operation:
        _row(case_id).delete_instance()
    return operation.changes


def _judged(draft: CaseDraft) -> dict[str, object]:
    if (draft.person_id is None) == (draft.unit_id is None):
        raise UserError("case_subject", field="subject")
    if draft.opened_on is None:
        raise UserError("case_day_missing", field="opened_on")
    _refuse_days(draft.opened_on, draft.closed_on)
    return {
        "person_id": draft.person_id, "unit_id": draft.unit_id, "kind": draft.kind.value,
        "opened_on": draft.opened_on, "closed_on": draft.closed_on, "content": tidy(draft.content) or None,
        "source": tidy(draft.source) or None, "conclusion": tidy(draft.conclusion) or None,
    }  # fmt: skip


def _refuse_days(opened_on: date, closed_on: date | None) -> None:
    today = open_session().clock().date()
    for field, one in (("opened_on", opened_on), ("closed_on", closed_on)):
        refuse_odd(field, one)
        if one is not None and one > today:
            raise UserError("case_future", field=field, day=one)
    if closed_on is not None and closed_on < opened_on:
        raise UserError("case_closed_before", field="closed_on", day=closed_on, opened=opened_on)


def _name(case_id: OpenCaseId) -> str:
    with read():
        row = _row(case_id)
        return name_of(row.person_id, row.unit_id)


def _row(case_id: OpenCaseId) -> OpenCase:
    row = OpenCase.get_or_none(OpenCase.id == case_id)
    if row is None:
        raise UserError("case_gone")
    return row


def _line(row: OpenCase, on: date) -> CaseLine:
    return CaseLine(
        OpenCaseId(row.id), None if row.person_id is None else PersonId(row.person_id),
        None if row.unit_id is None else UnitId(row.unit_id), CaseKind(row.kind), row.opened_on, row.closed_on,
        row.content or "", row.source or "", row.conclusion or "", is_open(row.opened_on, row.closed_on, on),
    )  # fmt: skip
