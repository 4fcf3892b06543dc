"""Writes the year's changes of people (leave, study, secondment). Transfers note themselves. One operation each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.campaigns import PersonnelChange
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import overlap, refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, PersonnelChangeId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.person_detail import row_of
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.text import people as wording


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """Biến động as the clerk fills it in; `kind` in the workbook's words, `until_on` None = still."""

    kind: str
    from_on: date | None
    until_on: date | None = None
    detail: str | None = None


def add_change(campaign_id: CampaignId, person_id: PersonId, draft: ChangeDraft) -> Changes:
    """Note a change that touches the campaign's year."""
    with write(wording.op_change(_name(person_id), draft.kind)) as operation:
        draft = _judged(draft, refuse_if_closed(campaign_id).year, wording.CHANGE_KINDS)
        _refuse_days(campaign_id, person_id, draft)
        mine = PersonnelChange.campaign == campaign_id
        last = PersonnelChange.select(pw.fn.MAX(PersonnelChange.position)).where(mine).scalar() or 0
        PersonnelChange.create(campaign=campaign_id, person=person_id, position=last + 1, **_columns(draft))
    return operation.changes


def edit_change(change_id: PersonnelChangeId, draft: ChangeDraft) -> Changes:
    """Correct a change."""
    with write(wording.op_change(_bearer(change_id), draft.kind)) as operation:
        row = _row(change_id)
        year = refuse_if_closed(CampaignId(row.campaign_id)).year
        draft = _judged(draft, year, (*wording.CHANGE_KINDS, row.kind))
        _refuse_days(CampaignId(row.campaign_id), PersonId(row.person_id), draft, change_id)
        kept = {} if draft.kind == row.kind else {"former_unit_id": None}
        save_changed(row, _columns(draft) | kept)
    return operation.changes


def remove_change(change_id: PersonnelChangeId) -> Changes:
    """Take a change away that was noted by mistake; undo brings it back."""
    with read():
        kind = _row(change_id).kind
    with write(wording.op_remove_change(_bearer(change_id), kind)) as operation:
        row = _row(change_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        row.delete_instance()
    return operation.changes


def _judged(draft: ChangeDraft, year: int, kinds: Collection[str]) -> ChangeDraft:
    kind = tidy(draft.kind)
    if not kind:
        raise UserError("change_kind_missing", field="kind")
    if kind not in kinds:
        raise UserError("change_kind_unknown", field="kind", kind=kind, known=wording.CHANGE_KINDS)
    if draft.from_on is None:
        raise UserError("change_from_missing", field="from_on")
    refuse_odd("from_on", draft.from_on)
    refuse_odd("until_on", draft.until_on)
    refuse_reversed("until_on", "change_reversed", draft.from_on, draft.until_on)
    if draft.from_on.year > year or (draft.until_on is not None and draft.until_on.year < year):
        raise UserError("change_outside_year", field="from_on", year=year)
    return ChangeDraft(kind, draft.from_on, draft.until_on, tidy(draft.detail or "") or None)


def _refuse_days(
    campaign_id: CampaignId, person_id: PersonId, draft: ChangeDraft, edited: PersonnelChangeId | None = None
) -> None:
    """Nothing begins before the person has joined, and nobody is away twice for one kind of reason on a day."""
    person, first = row_of(person_id), draft.from_on
    if first is None:
        return
    if person.joined_on is not None and first < person.joined_on:
        raise UserError(
            "change_before_joining", field="from_on", name=person.full_name, day=person.joined_on, kind=draft.kind
        )
    mine = (PersonnelChange.campaign == campaign_id) & (PersonnelChange.person == person_id)
    for row in PersonnelChange.select().where(mine & (PersonnelChange.kind == draft.kind)):
        if row.id == edited or row.from_on is None or not _meet(draft, first, row, row.from_on):
            continue
        period = wording.change_period(row.from_on, row.until_on)
        raise UserError("change_overlaps", field="from_on", kind=row.kind, period=period)


def _meet(draft: ChangeDraft, first: date, row: PersonnelChange, other: date) -> bool:
    """A transfer happens on its day; all else goes on until its last."""
    if row.kind == wording.TRANSFER_KIND:
        return first == other
    return overlap(first, draft.until_on, other, row.until_on)


def _columns(draft: ChangeDraft) -> dict[str, object]:
    return {"kind": draft.kind, "from_on": draft.from_on, "until_on": draft.until_on, "detail": draft.detail}


def _row(change_id: PersonnelChangeId) -> PersonnelChange:
    row = PersonnelChange.get_or_none(PersonnelChange.id == change_id)
    if row is None:
        raise UserError("change_gone")
    return row


def _bearer(change_id: PersonnelChangeId) -> str:
    with read():
        return row_of(PersonId(_row(change_id).person_id)).full_name


def _name(person_id: PersonId) -> str:
    with read():
        return row_of(person_id).full_name
