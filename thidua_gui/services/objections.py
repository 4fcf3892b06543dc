"""Ý kiến phản đối: who contests a condition that only the unit's proposal attests. Judges no condition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import peewee as pw

from db.models.organisation import Person, Unit
from db.models.proposals import Objection
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, ObjectionId, PersonId, UnitId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.proposal_views import ObjectionLine
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.rules import shelf
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import proposals as wording


@dataclass(frozen=True, slots=True)
class ObjectionDraft:
    """As the clerk writes it down, about exactly one person or unit."""

    person_id: PersonId | None
    unit_id: UnitId | None
    condition: str
    content: str
    raised_by: str = ""
    raised_on: date | None = None


@dataclass(frozen=True, slots=True)
class Objections:
    """The ids of attested conditions that somebody contested, by person and by unit."""

    people: Mapping[int, frozenset[str]] = field(default_factory=dict)
    units: Mapping[int, frozenset[str]] = field(default_factory=dict)


def stored(campaign_id: CampaignId) -> Objections:
    """What is not settled yet; for use in a read."""
    fields = Objection.person, Objection.unit, Objection.condition
    mine = (Objection.campaign == campaign_id) & Objection.settled_on.is_null()
    people: dict[int, set[str]] = defaultdict(set)
    units: dict[int, set[str]] = defaultdict(set)
    for person, unit, condition in fetch(Objection.select(*fields).where(mine)):
        found, subject = (units, unit) if person is None else (people, person)
        found[subject].add(condition)
    return Objections(
        {person: frozenset(found) for person, found in people.items()},
        {unit: frozenset(found) for unit, found in units.items()},
    )


def objections_of(
    campaign_id: CampaignId, person_id: PersonId | None, unit_id: UnitId | None
) -> tuple[ObjectionLine, ...]:
    """Everything said against one person or unit in the year, settled ones too."""
    whom = Objection.unit == unit_id if person_id is None else Objection.person == person_id
    with read():
        rows = Objection.select().where((Objection.campaign == campaign_id) & whom).order_by(Objection.id)
        return tuple(_line(row) for row in rows)


def raise_objection(campaign_id: CampaignId, draft: ObjectionDraft) -> Changes:
    """Write down what somebody objects; the condition counts as not met until it is settled."""
    with write(wording.step_objection(name_of(draft.person_id, draft.unit_id))) as operation:
        refuse_if_closed(campaign_id)
        judged = _judged(draft)
        if judged["condition"] not in {one.id for pack in shelf().packs for one in pack.conditions}:
            raise UserError("objection_condition_unknown", field="condition", condition=judged["condition"])
        Objection.create(campaign=campaign_id, **judged)
    return operation.changes


def edit_objection(objection_id: ObjectionId, draft: ObjectionDraft) -> Changes:
    """Correct what was written down."""
    with write(wording.step_objection(name_of(draft.person_id, draft.unit_id))) as operation:
        row = _row(objection_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        save_changed(row, _judged(draft))
    return operation.changes


def settle(objection_id: ObjectionId, settlement: str, settled_on: date | None = None) -> Changes:
    """It was answered, and nothing stands against the condition any more; without a day on today's."""
    with write(wording.step_settle(_name(objection_id))) as operation:
        row = _row(objection_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        if row.settled_on is not None:
            raise UserError("objection_settled", day=row.settled_on)
        if not tidy(settlement):
            raise UserError("objection_settlement", field="settlement")
        day = _past("settled_on", settled_on) or open_session().clock().date()
        if row.raised_on is not None and day < row.raised_on:
            raise UserError("objection_settled_before", field="settled_on", day=day, raised=row.raised_on)
        save_changed(row, {"settled_on": day, "settlement": tidy(settlement)})
    return operation.changes


def remove_objection(objection_id: ObjectionId) -> Changes:
    """Take away what was written by mistake; undo brings it back."""
    with write(wording.step_drop_objection(_name(objection_id))) as operation:
        row = _row(objection_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        row.delete_instance()
    return operation.changes


def name_of(person_id: int | pw.Field[int | None] | None, unit_id: int | pw.Field[int | None] | None) -> str:
    """Whose name stands in the title of a step, "" of somebody who is gone."""
    with read():
        person = None if person_id is None else Person.get_or_none(Person.id == person_id)
        if person is not None:
            return str(person.full_name)
        unit = None if unit_id is None else Unit.get_or_none(Unit.id == unit_id)
        return "" if unit is None else str(unit.name)


def _judged(draft: ObjectionDraft) -> dict[str, object]:
    if (draft.person_id is None) == (draft.unit_id is None):
        raise UserError("objection_subject", field="subject")
    if not tidy(draft.condition):
        raise UserError("objection_condition", field="condition")
    if not tidy(draft.content):
        raise UserError("objection_content", field="content")
    return {
        "person_id": draft.person_id, "unit_id": draft.unit_id, "condition": tidy(draft.condition),
        "content": tidy(draft.content), "raised_by": tidy(draft.raised_by) or None,
        "raised_on": _past("raised_on", draft.raised_on),
    }  # fmt: skip


def _past(field: str, day: date | None) -> date | None:
    refuse_odd(field, day)
    if day is not None and day > open_session().clock().date():
        raise UserError("objection_future", field=field, day=day)
    return day


def _name(objection_id: ObjectionId) -> str:
    with read():
        row = _row(objection_id)
        return name_of(row.person_id, row.unit_id)


def _row(objection_id: ObjectionId) -> Objection:
    row = Objection.get_or_none(Objection.id == objection_id)
    if row is None:
        raise UserError("objection_gone")
    return row


def _line(row: Objection) -> ObjectionLine:
    return ObjectionLine(
        ObjectionId(row.id), None if row.person_id is None else PersonId(row.person_id),
        None if row.unit_id is None else UnitId(row.unit_id), row.condition, row.raised_by or "", row.raised_on,
        row.content, row.settled_on, row.settlement or "",
    )  # fmt: skip
