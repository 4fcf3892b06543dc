"""What is done with many checked units at once, one undo step each; whichever needs nothing is passed over and told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from db.models.campaigns import Launch
from db.models.organisation import Unit
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import launch_rules
from thidua_gui.services.bulk import Done, carry_out, sorted_out
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.organisation_edit import close_row
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read
from thidua_gui.services.unit_tree import ordered_rows
from thidua_gui.text import bulk as wording

NOUN = wording.UNITS_NOUN


def record_launch(campaign_id: CampaignId, units: Sequence[UnitId], on: date | None, *, replace: bool) -> Done:
    """The day on which all launched the year's movement; a day that is recorded stays unless `replace`."""
    day = _day(on, "launched_on")
    with read():
        year = refuse_if_closed(campaign_id).year
        launch_rules.refuse_day(day, year, open_session().clock().date())
        launches = {row.unit_id: row for row in Launch.select().where(Launch.campaign == campaign_id)}

    def why_not(row: Unit) -> str | None:
        launch = launches.get(row.id)
        has_launched = launch is not None and (not replace or launch.launched_on == day)
        return _school(row) or (wording.LAUNCHED if has_launched else None)

    def write_one(row: Unit) -> None:
        launch = launches.get(row.id)
        if launch is None:
            Launch.create(campaign=campaign_id, unit=row.id, launched_on=day)
        else:
            save_changed(launch, {"launched_on": day})

    taken, skipped = sorted_out(_units(units), why_not)
    return carry_out(wording.launch(len(taken), day), taken, skipped, NOUN, write_one)


def close(units: Sequence[UnitId], closed_on: date | None) -> Done:
    """The last day of all, those below before those above; the first one that still has people refuses the whole."""
    day = _day(closed_on, "closed_on")
    rows = _units(units)
    above = {row.id: row.parent_id for row in rows}
    rows.sort(key=lambda row: _depth(row.id, above), reverse=True)
    taken, skipped = sorted_out(
        rows, lambda row: _school(row) or (wording.CLOSED if row.closed_on is not None else None)
    )
    return carry_out(wording.close(len(taken), day), taken, skipped, NOUN, lambda row: close_row(row, day))


def set_kind(units: Sequence[UnitId], kind: str) -> Done:
    """What all of them are: Khoa, Phòng, …"""
    name = tidy(kind)
    if not name:
        raise UserError("bulk_kind_missing", field="kind")
    taken, skipped = sorted_out(
        _units(units), lambda row: _school(row) or (wording.SAME_KIND if row.kind == name else None)
    )
    return carry_out(wording.kind(name, len(taken)), taken, skipped, NOUN, lambda row: _put(row, {"kind": name}))


def _put(row: Unit, wanted: dict[str, object]) -> None:
    save_changed(row, wanted)


def _school(row: Unit) -> str | None:
    return wording.SCHOOL if row.is_root else None


def _day(day: date | None, field: str) -> date:
    if day is None:
        raise UserError("bulk_day_missing", field=field)
    refuse_odd(field, day)
    return day


def _depth(unit: int, above: Mapping[int, int | None]) -> int:
    """How many of the units stand above this one."""
    depth, parent = 0, above.get(unit)
    while parent is not None:
        depth, parent = depth + 1, above.get(parent)
    return depth


def _units(units: Sequence[UnitId]) -> list[Unit]:
    """The rows in the office's order."""
    wanted = set(units)
    with read():
        return [row for row in ordered_rows() if row.id in wanted]
