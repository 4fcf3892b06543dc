"""What the page of people reads in one go, and how it is cut for its parts; shows nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.vietnamese import match_spans
from thidua_gui.services import attachments, organisation, people, person_detail, person_scores
from thidua_gui.services.organisation import UnitRow
from thidua_gui.services.people import ListFor, PersonRow
from thidua_gui.text import people as wording
from thidua_gui.ui.people.panel import PersonSeen
from thidua_gui.ui.people.people_model import named
from thidua_gui.ui.people.unit_filter import NO_UNIT, UnitChoice

LOOKED_AT = 400
WORDS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class ListSeen:
    """One state of the list and the units."""

    asked: ListFor
    rows: tuple[PersonRow, ...]
    units: tuple[UnitRow, ...]
    choices: tuple[UnitChoice, ...]

    @property
    def unit_count(self) -> int:
        """Units without the school itself."""
        return sum(not unit.is_root for unit in self.units)

    def below(self, unit_id: UnitId | None) -> frozenset[UnitId]:
        """The unit and all units below it."""
        if unit_id is None:
            return frozenset()
        return frozenset(_below(unit_id, self.units))


def list_seen(asked: ListFor) -> ListSeen:
    """The list, the units and their counts."""
    rows = people.people(asked)
    units = organisation.units(asked.on, with_closed=asked.with_left)
    return ListSeen(asked, rows, units, _choices(rows, units))


def changed_rows(
    asked: ListFor, rows: Mapping[str, Collection[int]], known: Collection[PersonId]
) -> tuple[PersonRow, ...] | None:
    """The lines of touched people again; None when somebody came, went or can't be told: read the whole list."""
    touched = people.touched_people(rows)
    if touched is None or not touched <= frozenset(known):
        return None
    found = people.people(asked, touched)
    return found if len(found) == len(touched) else None


def whole_name(person_id: PersonId, asked: ListFor) -> str:
    """The name with what tells it apart, also of somebody who does not work here on the day; "" when they are gone."""
    found = people.people(replace(asked, with_left=True), (person_id,))
    return "".join(named(row) for row in found)


def person_seen(person_id: PersonId, asked: ListFor) -> PersonSeen | None:
    """Everything about one person; None when they are gone."""
    try:
        detail = person_detail.detail(person_id, asked.on, asked.year, asked.campaign_id)
    except UserError:
        return None
    portrait_id = detail.facts.portrait_id
    portrait = None if portrait_id is None else attachments.content(portrait_id)
    scores = None if asked.campaign_id is None else person_scores.person_scores(asked.campaign_id, person_id)
    return PersonSeen(detail, portrait, scores, asked.on, asked.year)


def words_hit(query: str, rows: Iterable[PersonRow]) -> list[str]:
    """Different words that a query without marks found, the first few; none if all are spelt as the query."""
    if not query or " " in query:
        return []
    found: dict[str, None] = {}
    for row, _ in zip(rows, range(LOOKED_AT), strict=False):
        for start, _end in match_spans(row.full_name, query):
            word = row.full_name[start:].split(" ")[0]
            if word.lower() != query.lower():
                found.setdefault(word)
    words = list(found)
    return [*words[:WORDS_SHOWN], "…"] if len(words) > WORDS_SHOWN else words


def _choices(rows: Iterable[PersonRow], units: Iterable[UnitRow]) -> tuple[UnitChoice, ...]:
    """Everybody, each unit with people (those below it counted), and those without a unit."""
    listed = list(rows)
    own = Counter(row.unit_id for row in listed)
    units = list(units)
    totals: dict[UnitId, int] = {}
    for unit in reversed(units):
        totals[unit.id] = totals.get(unit.id, 0) + own.get(unit.id, 0)
        if unit.parent_id is not None:
            totals[unit.parent_id] = totals.get(unit.parent_id, 0) + totals[unit.id]
    choices = [UnitChoice(None, wording.ALL_UNITS, wording.ALL_UNITS, len(listed), 0)]
    choices += [
        UnitChoice(unit.id, unit.short_name, unit.name, totals[unit.id], unit.depth)
        for unit in units
        if totals[unit.id] and not unit.is_root
    ]
    if own.get(None):
        choices.append(UnitChoice(NO_UNIT, wording.NO_UNIT, wording.NO_UNIT, own[None]))
    return tuple(choices)


def _below(unit_id: UnitId, units: Iterable[UnitRow]) -> set[UnitId]:
    found = {unit_id}
    for unit in units:
        if unit.parent_id in found:
            found.add(unit.id)
    return found
