"""Who belonged where on a day, read for many people at once; judges nothing and writes nothing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

import peewee as pw

from db.models.organisation import Membership, Person
from thidua_gui.core.ids import MembershipId, PersonId, UnitId
from thidua_gui.services.rows import day, fetch


@dataclass(frozen=True, slots=True)
class HeldPost:
    """Where one person belongs on the day asked for; `from_on` None = since a day nobody recorded."""

    id: MembershipId
    person_id: PersonId
    unit_id: UnitId
    post: str | None
    from_on: date | None
    until_on: date | None


def covering(on: date) -> pw.Expression:
    """Memberships that hold on that day."""
    begun = Membership.from_on.is_null() | (Membership.from_on <= on)
    return begun & (Membership.until_on.is_null() | (Membership.until_on >= on))


def employed(on: date) -> pw.Expression:
    """People who work at the school on that day; an unknown first or last day excludes nobody, nor does it that no
    post was ever noted. Whoever has posts, but none on that day, was not (yet) or is no more of the school."""
    begun = Person.joined_on.is_null() | (Person.joined_on <= on)
    here = begun & (Person.left_on.is_null() | (Person.left_on >= on))
    posted = Person.id.in_(Membership.select(Membership.person).where(covering(on)))
    return here & (posted | Person.id.not_in(Membership.select(Membership.person)))


def main_posts(
    on: date, *, within: Collection[UnitId] | None = None, people: Collection[PersonId] | None = None
) -> dict[PersonId, HeldPost]:
    """The one post that counts for each person: of several on a day the one begun last.

    `within` asks only for people whose main post is in one of those units, `people` only for those people.
    One query, whatever the number of people.
    """
    condition = covering(on)
    if people is not None:
        condition &= Membership.person.in_(list(people))
    if within is not None:
        condition &= Membership.person.in_(people_with_post_in(within, on))
    found = _last_of_each(condition)
    if within is not None:
        return {person_id: post for person_id, post in found.items() if post.unit_id in within}
    return found


def last_posts(on: date, *, people: Collection[PersonId] | None = None) -> dict[PersonId, HeldPost]:
    """The last post of people who had left before the day."""
    gone = Person.select(Person.id).where(Person.left_on < on)
    condition = Membership.person.in_(gone)
    if people is not None:
        condition &= Membership.person.in_(list(people))
    return _last_of_each(condition)


def people_with_post_in(unit_ids: Collection[UnitId], on: date) -> "pw.ModelSelect[Membership]":
    """Subquery: people with any post in one of the units on the day."""
    return Membership.select(Membership.person).where(covering(on) & Membership.unit.in_(list(unit_ids)))


def posts_of(person_id: PersonId) -> tuple[HeldPost, ...]:
    """All memberships of a person, the earliest first."""
    return tuple(_held_posts(Membership.person == person_id))


def _last_of_each(condition: pw.Expression) -> dict[PersonId, HeldPost]:
    return {post.person_id: post for post in _held_posts(condition)}


def _held_posts(condition: pw.Expression) -> Iterable[HeldPost]:
    fields = Membership.id, Membership.person, Membership.unit, Membership.post, Membership.from_on, Membership.until_on
    query = Membership.select(*fields).where(condition).order_by(Membership.from_on.asc(nulls="FIRST"), Membership.id)
    for post_id, person, unit, post, from_on, until_on in fetch(query):
        yield HeldPost(MembershipId(post_id), PersonId(person), UnitId(unit), post, day(from_on), day(until_on))
