"""Reads which units somebody leads at the end of a year, with what these were rated. Judges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from thidua_gui.core.eligibility_facts import LedUnit
from thidua_gui.core.ids import UnitId
from thidua_gui.services.headship import heads_of_units
from thidua_gui.text.units import LEADERSHIP

if TYPE_CHECKING:
    from thidua_gui.services.year_facts import YearFacts


def led_units(facts: YearFacts) -> Mapping[int, tuple[LedUnit, ...]]:
    """Person → the units headed; whoever heads the leadership leads the school itself, unless another was named its
    head. The leadership is no collective and has no rating to follow; inside a read."""
    heads, ratings = heads_of_units(facts.year.last_day), facts.unit_ratings
    of_leadership = [heads.get(UnitId(unit.id)) for unit in facts.units if unit.kind == LEADERSHIP]
    found: dict[int, list[LedUnit]] = defaultdict(list)
    for unit in facts.collectives:
        own = heads.get(UnitId(unit.id))
        for leader in of_leadership if unit.is_root and own is None else [own]:
            if leader is not None:
                found[leader].append(LedUnit(unit.name, ratings.get(unit.id)))
    return {leader: tuple(units) for leader, units in found.items()}
