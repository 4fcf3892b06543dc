"""Writes disciplines of a year: added, corrected, taken away. One operation each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.campaigns import Discipline
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import overlap, refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, DisciplineId, PersonId
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.person_detail import row_of
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import disciplines as wording
from thidua_gui.text.people import change_period


@dataclass(frozen=True, slots=True)
class DisciplineDraft:
    """Kỷ luật as the clerk fills it in; `ended_on` None = in force still, or not known."""

    form: str
    decided_on: date | None
    ended_on: date | None = None
    decision_number: str | None = None
    task_related: bool | None = None
    reason: str | None = None


def add_discipline(campaign_id: CampaignId, person_id: PersonId, draft: DisciplineDraft) -> Changes:
    """Note a decision that is in force in the campaign's year."""
    with write(wording.step_add(_name(person_id), tidy(draft.form))) as operation:
        year = refuse_if_closed(campaign_id).year
        values = _judged(campaign_id, person_id, year, draft)
        mine = Discipline.campaign == campaign_id
        last = Discipline.select(pw.fn.MAX(Discipline.position)).where(mine).scalar() or 0
        Discipline.create(campaign=campaign_id, person=person_id, position=last + 1, **values)
    return operation.changes


def edit_discipline(discipline_id: DisciplineId, draft: DisciplineDraft) -> Changes:
    """Correct a decision."""
    with write(wording.step_edit(_bearer(discipline_id), tidy(draft.form))) as operation:
        row = _row(discipline_id)
        campaign_id = CampaignId(row.campaign_id)
        year = refuse_if_closed(campaign_id).year
        save_changed(row, _judged(campaign_id, PersonId(row.person_id), year, draft, discipline_id))
    return operation.changes


def remove_discipline(discipline_id: DisciplineId) -> Changes:
    """Take one away that was noted by mistake; undo brings it back."""
    with read():
        form = _row(discipline_id).form
    with write(wording.step_remove(_bearer(discipline_id), form)) as operation:
        row = _row(discipline_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        row.delete_instance()
    return operation.changes


def _judged(
    campaign_id: CampaignId, person_id: PersonId, year: int, draft: DisciplineDraft, edited: DisciplineId | None = None
) -> dict[str, object]:
    form, decided_on, ended_on = tidy(draft.form), draft.decided_on, draft.ended_on
    if not form:
        raise UserError("discipline_form_missing", field="form")
    if decided_on is None:
        raise UserError("discipline_decided_missing", field="decided_on")
    refuse_odd("decided_on", decided_on)
    refuse_odd("ended_on", ended_on)
    refuse_reversed("ended_on", "discipline_reversed", decided_on, ended_on)
    _refuse_day(person_id, decided_on)
    if decided_on.year > year or (ended_on is not None and ended_on.year < year):
        raise UserError("discipline_outside_year", field="decided_on", year=year)
    _refuse_overlap(campaign_id, person_id, form, decided_on, ended_on, edited)
    return {
        "form": form, "decided_on": decided_on, "ended_on": ended_on, "task_related": draft.task_related,
        "decision_number": tidy(draft.decision_number or "") or None, "reason": tidy(draft.reason or "") or None,
    }  # fmt: skip


def _refuse_day(person_id: PersonId, decided_on: date) -> None:
    person = row_of(person_id)
    if decided_on > open_session().clock().date():
        raise UserError("discipline_decided_future", field="decided_on", day=decided_on)
    if person.joined_on is not None and decided_on < person.joined_on:
        raise UserError(
            "discipline_decided_before_joining", field="decided_on", name=person.full_name, day=person.joined_on
        )


def _refuse_overlap(
    campaign_id: CampaignId, person_id: PersonId, form: str, first: date, last: date | None,
    edited: DisciplineId | None,
) -> None:  # fmt: skip
    """Of one form only one decision is in force at a time; the day on which one ends may be the next one's first."""
    for row in Discipline.select().where((Discipline.campaign == campaign_id) & (Discipline.person == person_id)):
        if row.id == edited or fold(row.form) != fold(form) or row.decided_on is None:
            continue
        follows = row.ended_on == first or (last is not None and last == row.decided_on)
        if not follows and overlap(first, last, row.decided_on, row.ended_on):
            period = change_period(row.decided_on, row.ended_on)
            raise UserError("discipline_overlaps", field="decided_on", form=row.form, period=period)


def _row(discipline_id: DisciplineId) -> Discipline:
    row = Discipline.get_or_none(Discipline.id == discipline_id)
    if row is None:
        raise UserError("discipline_gone")
    return row


def _bearer(discipline_id: DisciplineId) -> str:
    with read():
        return row_of(PersonId(_row(discipline_id).person_id)).full_name


def _name(person_id: PersonId) -> str:
    with read():
        return row_of(person_id).full_name
