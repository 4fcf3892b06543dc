"""What is done with many checked people at once, one undo step each; whoever needs nothing is passed over and told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count

import peewee as pw

from db.models.campaigns import Registration
from db.models.organisation import Person
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import titles
from thidua_gui.services.award_kinds import kind_of, listed_kind
from thidua_gui.services.bulk import Done, carry_out, chunks, sorted_out
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.memberships import HeldPost, main_posts
from thidua_gui.services.people_edit import Placement, open_unit_of
from thidua_gui.services.people_moves import leave_row, move_row
from thidua_gui.services.registration_rules import refuse_day_of_year
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read
from thidua_gui.services.unit_tree import row_of as unit_row_of
from thidua_gui.text import bulk as wording

NOUN = wording.PEOPLE_NOUN


def offered_titles() -> tuple[tuple[str, str], ...]:
    """The titles that a person can register for, by key, the lowest first; also the school's own."""
    return tuple(
        (kind.key, kind.name) for kind in titles.listed().kinds
        if kind.is_used and kind.is_title and kind.takes(is_unit=False)
    )  # fmt: skip


def register(
    campaign_id: CampaignId, people: Sequence[PersonId], title: str | None, on: date | None, *, replace: bool
) -> Done:
    """Register a title for all. Whoever has registered it already is passed over, whoever has another one too unless
    `replace`; so is who had left before the day (or before the year) or joined after it."""
    if title is None:
        raise UserError("bulk_title_missing", field="title")
    kind = listed_kind(title)
    with read():
        year = refuse_if_closed(campaign_id).year
        if on is not None:
            refuse_day_of_year(on, year, open_session().clock().date())
        last_needed = on or date(year, 1, 1)
        held = _registrations(campaign_id, people)
        numbers = count(_last_position(campaign_id) + 1)

    def why_not(row: Person) -> str | None:
        if row.left_on is not None and row.left_on < last_needed:
            return wording.LEFT
        if on is not None and row.joined_on is not None and on < row.joined_on:
            return wording.JOINED_LATER
        mine = held.get(PersonId(row.id), [])
        if any(kind_of(one.title) == title for one in mine):
            return wording.SAME_TITLE
        return wording.OTHER_TITLE if mine and not replace else None

    def write_one(row: Person) -> None:
        mine = held.get(PersonId(row.id), [])
        for other in mine[1:]:
            other.delete_instance()
        if mine:
            save_changed(mine[0], {"title": kind.name, "registered_on": on or mine[0].registered_on})
        else:
            Registration.create(
                campaign=campaign_id, person=row.id, title=kind.name, registered_on=on, position=next(numbers)
            )

    taken, skipped = sorted_out(_people(people), why_not)
    return carry_out(wording.register(kind.short, len(taken)), taken, skipped, NOUN, write_one)


def set_staff_group(people: Sequence[PersonId], group: str) -> Done:
    """Put all into a staff group, which decides the criteria sheet."""
    name = tidy(group)
    if not name:
        raise UserError("bulk_group_missing", field="group")
    taken, skipped = sorted_out(_people(people), lambda row: wording.SAME_GROUP if row.staff_group == name else None)
    title = wording.group(name, len(taken))
    return carry_out(title, taken, skipped, NOUN, lambda row: _put(row, {"staff_group": name}))


def set_post(people: Sequence[PersonId], post: str, from_on: date | None) -> Done:
    """A new post for all from a day on, everyone in the own unit."""
    name, start = tidy(post), _day(from_on)
    if not name:
        raise UserError("bulk_post_missing", field="post")
    held = _posts(people, start)

    def why_not(row: Person) -> str | None:
        if row.left_on is not None and row.left_on < start:
            return wording.LEFT
        current = held.get(PersonId(row.id))
        if current is None:
            raise UserError("bulk_no_unit", field="from_on", name=row.full_name)
        return wording.SAME_POST if current.post == name else None

    def write_one(row: Person) -> None:
        to = Placement(held[PersonId(row.id)].unit_id, name, start)
        move_row(row, unit_row_of(to.unit_id), to, start, False)

    taken, skipped = sorted_out(_people(people), why_not)
    return carry_out(wording.post(name, len(taken), start), taken, skipped, NOUN, write_one)


def transfer(people: Sequence[PersonId], to: Placement, *, keep_posts: bool) -> Done:
    """Move all into a unit from a day on; whoever is there with that post already is passed over."""
    start = _day(to.from_on)
    with read():
        unit = open_unit_of(to)
    held = _posts(people, start)

    def why_not(row: Person) -> str | None:
        if row.left_on is not None and row.left_on < start:
            return wording.LEFT
        current = held.get(PersonId(row.id))
        there = current is not None and current.unit_id == UnitId(unit.id)
        same_post = keep_posts or (current is not None and (current.post or "") == tidy(to.post or ""))
        return wording.THERE if there and same_post else None

    taken, skipped = sorted_out(_people(people), why_not)
    title = wording.transfer(unit.name, len(taken), start)
    return carry_out(title, taken, skipped, NOUN, lambda row: move_row(row, unit, to, start, keep_posts))


def leave(people: Sequence[PersonId], left_on: date | None, reason: str) -> Done:
    """The last day of all; whoever has left already is passed over."""
    taken, skipped = sorted_out(_people(people), lambda row: wording.LEFT if row.left_on is not None else None)
    title = wording.leave(len(taken), _day(left_on, "left_on"))
    return carry_out(
        title, taken, skipped, NOUN, lambda row: leave_row(row, left_on, reason), reason=tidy(reason)
    )


def _put(row: Person, wanted: dict[str, object]) -> None:
    save_changed(row, wanted)


def _day(day: date | None, field: str = "from_on") -> date:
    if day is None:
        raise UserError("bulk_day_missing", field=field)
    refuse_odd(field, day)
    return day


def _people(people: Sequence[PersonId]) -> list[Person]:
    """The rows in the order given; who is gone meanwhile is left out."""
    found: dict[int, Person] = {}
    with read():
        for some in chunks(people):
            found.update((row.id, row) for row in Person.select().where(Person.id.in_(some)))
    return [found[person] for person in dict.fromkeys(people) if person in found]


def _posts(people: Sequence[PersonId], on: date) -> dict[PersonId, HeldPost]:
    found: dict[PersonId, HeldPost] = {}
    with read():
        for some in chunks(people):
            found.update(main_posts(on, people=some))
    return found


def _registrations(campaign_id: CampaignId, people: Sequence[PersonId]) -> dict[PersonId, list[Registration]]:
    found: dict[PersonId, list[Registration]] = {}
    for some in chunks(people):
        mine = (Registration.campaign == campaign_id) & Registration.person.in_(some)
        for row in Registration.select().where(mine).order_by(Registration.position, Registration.id):
            found.setdefault(PersonId(row.person_id or 0), []).append(row)
    return found


def _last_position(campaign_id: CampaignId) -> int:
    last = Registration.select(pw.fn.MAX(Registration.position)).where(Registration.campaign == campaign_id)
    return int(last.scalar() or 0)
