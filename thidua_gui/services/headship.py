"""Who heads a unit, and that no unit has two heads at a time. Knows posts by their words alone."""

from __future__ import annotations

from datetime import date
from functools import cache

from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.vietnamese import date_text, fold
from thidua_gui.services.memberships import covering, employed
from thidua_gui.services.rows import fetch
from thidua_gui.text import headship as wording


def unit_heads(on: date) -> dict[UnitId, str]:
    """The name of who heads each unit: who was named its head, else who holds a post of head in it on that day."""
    return {unit: name for unit, (_, name) in _heads(on).items()}


def heads_of_units(on: date) -> dict[UnitId, PersonId]:
    """The same people themselves."""
    return {unit: person for unit, (person, _) in _heads(on).items()}


def _heads(on: date) -> dict[UnitId, tuple[PersonId, str]]:
    holders = (
        Membership.select(Membership.unit, Person.id, Person.full_name, Membership.post)
        .join(Person)
        .where(covering(on) & employed(on) & Membership.post.is_null(False))
        .order_by(Membership.id)
    )
    posts, plain = {fold(post) for post in wording.HEAD_POSTS}, cache(fold)
    by_post = [(unit, person, name) for unit, person, name, post in fetch(holders) if plain(post) in posts]
    named = Unit.select(Unit.id, Person.id, Person.full_name).join(Person, on=(Unit.head == Person.id))
    return {UnitId(unit): (PersonId(person), name) for unit, person, name in (*by_post, *fetch(named))}


def refuse_second_head(made: Membership) -> None:
    """Refuse a post of head (Trưởng khoa, Hiệu trưởng …) that somebody else holds in the unit in the same days, inside
    the write that has just noted it; deputies, acting heads and other posts may be several."""
    post = made.post or ""
    if fold(post) not in {fold(head) for head in wording.HEAD_POSTS}:
        return
    others = Membership.select(Membership, Person).join(Person).where(
        Membership.unit == made.unit_id, Membership.person != made.person_id, Membership.post.is_null(False)
    )
    for other in others:
        if fold(other.post or "") == fold(post) and _overlap(made, other):
            since = wording.SINCE_EVER if other.from_on is None else date_text(other.from_on)
            unit = Unit.get_by_id(made.unit_id).name
            raise UserError("two_heads", field="post", unit=unit, post=post, name=other.person.full_name, since=since)


def _overlap(one: Membership, other: Membership) -> bool:
    """Both in force on some day; None at an end is open."""
    starts_late = one.until_on is not None and other.from_on is not None and other.from_on > one.until_on
    ends_early = one.from_on is not None and other.until_on is not None and other.until_on < one.from_on
    return not starts_late and not ends_early
