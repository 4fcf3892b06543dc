"""Whom a source would give a proposal, to be looked at before anything is written. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.models.organisation import Person, Unit
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.points import Points
from thidua_gui.services.naming import labelled, told_apart
from thidua_gui.services.proposal_kinds import kind_of
from thidua_gui.services.proposal_rows import Totals
from thidua_gui.services.proposal_sources import registered, voted
from thidua_gui.services.proposal_store import Nominee, taken
from thidua_gui.services.rows import fetch
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import unit_names
from thidua_gui.services.year_facts import YearFacts


class Source(StrEnum):
    """Where the names come from: the units' votes, or the registrations of the year."""

    VOTES = "votes"
    REGISTRATIONS = "registrations"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person or unit that has no proposal of the kind yet; `id` is the place in the source."""

    id: int
    nominee: Nominee
    name: str
    name_sort: str
    unit_name: str
    total: Points | None


def candidates(campaign_id: CampaignId, kind: str, source: Source) -> tuple[Candidate, ...]:
    """Each once, in the order of the source; a fixed number of queries."""
    with read():
        of_kind, facts = kind_of(kind), YearFacts(campaign_id)
        nominees = voted(campaign_id, kind) if source is Source.VOTES else registered(campaign_id, kind)
        held = taken(campaign_id, of_kind, CommendationKind.MERIT, None)
        fresh = list({one.subject: one for one in nominees if one.subject not in held}.values())
        named, totals = _Names(facts), Totals(facts)
        return tuple(
            Candidate(place, one, *named.of(one), totals.of(one.person_id, one.unit_id))
            for place, one in enumerate(fresh)
        )


class _Names:
    """Name, sort key and unit of everybody, read once."""

    def __init__(self, facts: YearFacts) -> None:
        self._posts = facts.posts
        self._units = {row.id: row for row in Unit.select()}
        self._short = unit_names(self._units.values())
        self._additions = told_apart(facts.year.last_day, posts=self._posts)
        fields = Person.id, Person.full_name, Person.name_sort
        self._people = {person: (name, name_sort) for person, name, name_sort in fetch(Person.select(*fields))}

    def of(self, one: Nominee) -> tuple[str, str, str]:
        if one.unit_id is not None:
            unit = self._units[one.unit_id]
            return unit.name, unit.name_fold, unit.kind
        person = PersonId(one.subject[0] or 0)
        name, name_sort = self._people[person]
        post = self._posts.get(person)
        unit_name = "" if post is None else self._short[post.unit_id]
        return labelled(name, self._additions.get(person, "")), name_sort, unit_name
