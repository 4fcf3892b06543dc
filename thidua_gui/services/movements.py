"""Thematic and short movements of a year: listed, added, changed, removed. Gives no award."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.awards import Award, AwardRevocation
from db.models.movements import Movement, MovementUnit
from db.models.organisation import Unit
from db.models.proposals import Proposal
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MovementId, UnitId
from thidua_gui.core.movements import MovementKind, MovementState, movement_state
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services.campaigns import refuse_if_closed, row_of
from thidua_gui.services.rows import fetch, save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_tree import ordered_rows, unit_names
from thidua_gui.text import movements as wording

TABLES = ("movements", "movement_units", "awards", "award_revocations", "units", "campaigns")
_DAYS = ("plan_issued_on", "starts_on", "ends_on", "closed_on")


@dataclass(frozen=True, slots=True)
class MovementDraft:
    """What the clerk filled in; no units = the whole school, a day that is not known stays None."""

    kind: MovementKind
    name: str
    theme: str = ""
    plan_number: str = ""
    plan_issued_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    units: tuple[UnitId, ...] = ()
    closed_on: date | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """How many commendations that stand were given; `outside`: to others than the school's people and units."""

    people: int = 0
    collectives: int = 0
    outside: int = 0


@dataclass(frozen=True, slots=True)
class MovementLine:
    """A movement with how it stands on the day asked for; `units` are short names in the order of the tree."""

    id: MovementId
    draft: MovementDraft
    units: tuple[str, ...]
    state: MovementState
    given: Given


def movements(campaign_id: CampaignId, today: date) -> tuple[MovementLine, ...]:
    """The year's movements, the earliest first; four queries whatever their number."""
    with read():
        rows = list(Movement.select().where(Movement.campaign == campaign_id))
        units = _units([row.id for row in rows])
        given = _given([row.id for row in rows])
        tree = ordered_rows()
        names = unit_names(tree)
    places = {UnitId(row.id): place for place, row in enumerate(tree)}
    rows.sort(key=lambda row: (row.starts_on or row.ends_on or date.max, row.position, row.id))
    return tuple(
        MovementLine(
            MovementId(row.id),
            _draft(row, tuple(sorted(units[row.id], key=places.__getitem__))),
            tuple(names[unit] for unit in sorted(units[row.id], key=places.__getitem__)),
            movement_state(row.starts_on, row.ends_on, row.closed_on, today),
            given.get(row.id, Given()),
        )
        for row in rows
    )


def add_movement(campaign_id: CampaignId, draft: MovementDraft) -> Changes:
    """A new movement of the year."""
    with write(wording.step_add(tidy(draft.name))) as operation:
        refuse_if_closed(campaign_id)
        fields = _judged(campaign_id, draft, None)
        last = Movement.select(pw.fn.MAX(Movement.position)).where(Movement.campaign == campaign_id).scalar() or 0
        row = Movement.create(campaign=campaign_id, position=last + 1, **fields)
        _store_units(row, draft.units)
    return operation.changes


def change_movement(movement_id: MovementId, draft: MovementDraft) -> Changes:
    """Everything that its dialog holds."""
    with write(wording.step_change(tidy(draft.name))) as operation:
        row = movement_row(movement_id)
        campaign_id = CampaignId(row.campaign_id)
        refuse_if_closed(campaign_id)
        save_changed(row, _judged(campaign_id, draft, row))
        _store_units(row, draft.units)
    return operation.changes


def remove_movement(movement_id: MovementId) -> Changes:
    """The year has no such movement; refused once anybody was commended or proposed by it, revoked or not."""
    with read():
        name = movement_row(movement_id).name
    with write(wording.step_remove(name)) as operation:
        row = movement_row(movement_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        count = Award.select().where(Award.movement == movement_id).count()
        if count:
            raise UserError("movement_awarded", name=row.name, count=count)
        proposed = Proposal.select().where(Proposal.movement == movement_id).count()
        if proposed:
            raise UserError("movement_proposed", name=row.name, count=proposed)
        for link in MovementUnit.select().where(MovementUnit.movement == movement_id):
            link.delete_instance()
        row.delete_instance()
    return operation.changes


def movement_row(movement_id: MovementId) -> Movement:
    """The row itself, for services inside a transaction."""
    row: Movement | None = Movement.get_or_none(Movement.id == movement_id)
    if row is None:
        raise UserError("movement_gone")
    return row


def _judged(campaign_id: CampaignId, draft: MovementDraft, row: Movement | None) -> Mapping[str, object]:
    """The row's fields; refuses beside the field at fault."""
    name = tidy(draft.name)
    if not name:
        raise UserError("movement_name_missing", field="name")
    _refuse_taken(campaign_id, name, row)
    year = row_of(campaign_id).year
    for field in _DAYS:
        day: date | None = getattr(draft, field)
        if day is not None and not date(year - 1, 7, 1) <= day <= date(year + 1, 12, 31):
            raise UserError("movement_out_of_year", field=field, day=day, year=year)
    first, last, closed = draft.starts_on, draft.ends_on, draft.closed_on
    refuse_reversed("ends_on", "movement_reversed", first, last, begin=first, end=last)
    refuse_reversed("closed_on", "movement_closed_early", first, closed, begin=first, day=closed)
    if row is not None:
        _refuse_after_award(row, first)
    return {
        "kind": draft.kind.value, "name": name, "theme": tidy(draft.theme) or None,
        "plan_number": tidy(draft.plan_number) or None, "plan_issued_on": draft.plan_issued_on,
        "starts_on": first, "ends_on": last, "closed_on": closed, "summary": draft.summary.strip() or None,
    }  # fmt: skip


def _refuse_taken(campaign_id: CampaignId, name: str, row: Movement | None) -> None:
    for other in Movement.select().where(Movement.campaign == campaign_id):
        if fold(other.name) == fold(name) and (row is None or other.id != row.id):
            raise UserError("movement_name_taken", field="name", name=other.name)


def _refuse_after_award(row: Movement, starts_on: date | None) -> None:
    earliest = Award.select(pw.fn.MIN(Award.decided_on)).where(Award.movement == row.id, _standing()).scalar()
    if starts_on is not None and earliest is not None:
        day = date.fromisoformat(str(earliest))
        refuse_reversed("starts_on", "movement_starts_after_award", starts_on, day, day=day)


def _store_units(row: Movement, wanted: Collection[UnitId]) -> None:
    """Make these the units that take part; who stays keeps the row."""
    held = {link.unit_id: link for link in MovementUnit.select().where(MovementUnit.movement == row.id)}
    if Unit.select().where(Unit.id.in_(list(wanted))).count() < len(set(wanted)):
        raise UserError("unit_gone", field="units")
    for unit in dict.fromkeys(wanted):
        if held.pop(unit, None) is None:
            MovementUnit.create(movement=row.id, unit=unit)
    for link in held.values():
        link.delete_instance()


def _units(ids: list[int]) -> Mapping[int, list[UnitId]]:
    found: dict[int, list[UnitId]] = defaultdict(list)
    query = MovementUnit.select(MovementUnit.movement, MovementUnit.unit).where(MovementUnit.movement.in_(ids))
    for movement, unit in fetch(query):
        found[movement].append(UnitId(unit))
    return found


def _given(ids: list[int]) -> dict[int, Given]:
    query = Award.select(Award.movement, Award.person, Award.unit).where(Award.movement.in_(ids), _standing())
    counted: dict[int, Counter[str]] = defaultdict(Counter)
    for movement, person, unit in fetch(query):
        counted[movement]["people" if person is not None else "outside" if unit is None else "collectives"] += 1
    return {movement: Given(**counts) for movement, counts in counted.items()}


def _standing() -> pw.Expression:
    return Award.id.not_in(AwardRevocation.select(AwardRevocation.award))


def _draft(row: Movement, units: tuple[UnitId, ...]) -> MovementDraft:
    return MovementDraft(
        MovementKind(row.kind), row.name, row.theme or "", row.plan_number or "", row.plan_issued_on, row.starts_on,
        row.ends_on, units, row.closed_on, row.summary or "",
    )
