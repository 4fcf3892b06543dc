"""Moves people: transfer, leave, return, and corrects the dated periods. Each command is one operation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import peewee as pw

from db.models.campaigns import Campaign, PersonnelChange
from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, MembershipId, PersonId, UnitId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.headship import refuse_second_head
from thidua_gui.services.memberships import covering
from thidua_gui.services.people_edit import Placement, open_unit_of
from thidua_gui.services.person_detail import row_of
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_tree import row_of as unit_row_of
from thidua_gui.text import people as wording

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A dated membership as the clerk corrects it; None = not known since when, still going on."""

    unit_id: UnitId
    post: str | None
    from_on: date | None
    until_on: date | None


def transfer(people: Sequence[PersonId], to: Placement, *, keep_posts: bool = False) -> Changes:
    """Close what each person holds on the day before and open the new membership; one operation for all.

    `keep_posts` lets everybody keep the post they have. A change of unit is noted among the year's changes.
    """
    with write(_transfer_title(people, to)) as operation:
        if to.from_on is None:
            raise UserError("person_from_missing", field="from_on")
        refuse_odd("from_on", to.from_on)
        unit = open_unit_of(to)
        for person_id in people:
            move_row(row_of(person_id), unit, to, to.from_on, keep_posts)
    return operation.changes


def leave(person_id: PersonId, left_on: date | None, reason: str) -> Changes:
    """The person's last day: memberships end, headships are given up, everything recorded stays."""
    with write(wording.op_leave(_name(person_id)), reason=tidy(reason)) as operation:
        leave_row(row_of(person_id), left_on, reason)
    return operation.changes


def rejoin(person_id: PersonId, to: Placement) -> Changes:
    """Somebody who had left works here again from a day on."""
    with write(wording.op_rejoin(_name(person_id))) as operation:
        row = row_of(person_id)
        if row.left_on is None:
            raise UserError("person_has_not_left", field="from_on", name=row.full_name)
        if to.from_on is None:
            raise UserError("person_from_missing", field="from_on")
        refuse_odd("from_on", to.from_on)
        if to.from_on <= row.left_on:
            raise UserError("person_rejoin_early", field="from_on", day=row.left_on)
        open_unit_of(to)
        save_changed(row, {"left_on": None, "left_reason": None})
        made = Membership.create(person=row.id, unit=to.unit_id, post=_post(to.post), from_on=to.from_on)
        refuse_second_head(made)
    return operation.changes


def add_period(person_id: PersonId, period: Period) -> Changes:
    """Note an earlier or further period in a unit."""
    with write(wording.op_membership(_name(person_id))) as operation:
        _judge_period(row_of(person_id), period, None)
        made = Membership.create(
            person=person_id, unit=period.unit_id, post=_post(period.post),
            from_on=period.from_on, until_on=period.until_on,
        )
        refuse_second_head(made)
    return operation.changes


def edit_period(membership_id: MembershipId, period: Period) -> Changes:
    """Correct a period."""
    with write(wording.op_membership(_name_of_member(membership_id))) as operation:
        row = _membership(membership_id)
        _judge_period(row_of(PersonId(row.person_id)), period, row)
        wanted = {
            "unit_id": period.unit_id, "post": _post(period.post),
            "from_on": period.from_on, "until_on": period.until_on,
        }
        save_changed(row, wanted)
        refuse_second_head(row)
    return operation.changes


def remove_period(membership_id: MembershipId) -> Changes:
    """Take a period away that was noted by mistake; undo brings it back."""
    with write(wording.op_membership(_name_of_member(membership_id))) as operation:
        _membership(membership_id).delete_instance()
    return operation.changes


def move_row(row: Person, unit: Unit, to: Placement, from_on: date, keep_posts: bool) -> None:
    """One person's transfer, for commands inside their write."""
    if row.left_on is not None and row.left_on < from_on:
        raise UserError("person_has_left", field="from_on", name=row.full_name, day=row.left_on)
    _refuse_later_posts(row, from_on)
    held = list(Membership.select().where((Membership.person == row.id) & covering(from_on)).order_by(Membership.id))
    current = max(held, key=lambda one: (one.from_on or date.min, one.id), default=None)
    post = current.post if keep_posts and current is not None else _post(to.post)
    if current is not None and (current.unit_id, current.post) == (unit.id, post):
        raise UserError("person_already_there", field="unit", name=row.full_name)
    for membership in held:
        save_changed(membership, {"until_on": from_on - DAY})
    made = Membership.create(person=row.id, unit=unit.id, post=post, from_on=from_on, until_on=row.left_on)
    refuse_second_head(made)
    _give_up_headships(row, unit)
    if current is not None and current.unit_id != unit.id:
        _note_transfer(row, UnitId(current.unit_id), from_on)


def leave_row(row: Person, left_on: date | None, reason: str) -> None:
    """One person's leaving, for commands inside their write."""
    if left_on is None:
        raise UserError("person_leave_missing", field="left_on")
    refuse_odd("left_on", left_on)
    if not tidy(reason):
        raise UserError("person_reason_missing", field="reason")
    if row.left_on is not None:
        raise UserError("person_has_left", field="left_on", name=row.full_name, day=row.left_on)
    refuse_reversed("left_on", "person_left_before_joined", row.joined_on, left_on, day=row.joined_on)
    _end_memberships(row, left_on)
    _give_up_headships(row, None)
    save_changed(row, {"left_on": left_on, "left_reason": tidy(reason)})


def _refuse_later_posts(row: Person, from_on: date) -> None:
    later = (Membership.person == row.id) & (Membership.from_on >= from_on)
    last = Membership.select().where(later).order_by(Membership.from_on.desc()).first()
    if last is not None:
        raise UserError("person_moves_back", field="from_on", name=row.full_name, day=last.from_on)


def _note_transfer(row: Person, former: UnitId, from_on: date) -> None:
    """As the year workbook does: "Chuyển đơn vị … Từ QLDT"; a year that is not in the file notes nothing."""
    campaign = Campaign.get_or_none((Campaign.year == from_on.year) & (Campaign.kind == "yearly"))
    if campaign is None:
        return
    refuse_if_closed(CampaignId(campaign.id))
    last = PersonnelChange.select(pw.fn.MAX(PersonnelChange.position)).where(PersonnelChange.campaign == campaign.id)
    PersonnelChange.create(
        campaign=campaign.id, person=row.id, kind=wording.TRANSFER_KIND, from_on=from_on,
        detail=wording.detail_of_transfer(unit_row_of(former).code), former_unit=former,
        position=(last.scalar() or 0) + 1,
    )


def _end_memberships(row: Person, last_day: date) -> None:
    mine = Membership.person == row.id
    later = Membership.select().where(mine & (Membership.from_on > last_day)).order_by(Membership.from_on).first()
    if later is not None:
        raise UserError("person_left_before_post", field="left_on", name=row.full_name, day=later.from_on)
    for membership in Membership.select().where(mine):
        if membership.until_on is None or membership.until_on > last_day:
            save_changed(membership, {"until_on": last_day})


def _give_up_headships(row: Person, stays_in: Unit | None) -> None:
    """Heads of units they no longer belong to; whoever heads the school or a unit above stays."""
    for unit in list(Unit.select().where(Unit.head == row.id)):
        if stays_in is None or (unit.id != stays_in.id and not unit.is_root):
            save_changed(unit, {"head_id": None})


def _judge_period(row: Person, period: Period, replaced: Membership | None) -> None:
    refuse_odd("from_on", period.from_on)
    refuse_odd("until_on", period.until_on)
    refuse_reversed("until_on", "membership_reversed", period.from_on, period.until_on)
    unit_row_of(period.unit_id)
    for other in Membership.select().where(Membership.person == row.id):
        if replaced is not None and other.id == replaced.id:
            continue
        begins_after = other.from_on is not None and period.until_on is not None and other.from_on > period.until_on
        ends_before = other.until_on is not None and period.from_on is not None and other.until_on < period.from_on
        if not begins_after and not ends_before:
            unit = unit_row_of(UnitId(other.unit_id)).name
            held = wording.period(other.from_on, other.until_on)
            raise UserError("membership_overlaps", field="from_on", unit=unit, period=held)


def _membership(membership_id: MembershipId) -> Membership:
    row = Membership.get_or_none(Membership.id == membership_id)
    if row is None:
        raise UserError("membership_gone")
    return row


def _transfer_title(people: Sequence[PersonId], to: Placement) -> str:
    with read():
        rows = Person.select(Person.full_name).where(Person.id.in_(list(people)))
        return wording.op_transfer([row.full_name for row in rows], unit_row_of(to.unit_id).name)


def _name_of_member(membership_id: MembershipId) -> str:
    with read():
        return row_of(PersonId(_membership(membership_id).person_id)).full_name


def _name(person_id: PersonId) -> str:
    with read():
        return row_of(person_id).full_name


def _post(written: str | None) -> str | None:
    return tidy(written or "") or None
