"""Where the cap stands, and what one more or one fewer would do to it. Values and words; knows no widget."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

from thidua_gui.core.rating_cap import CapRule, CapScope, CapStanding, ScopeStanding, key_in, moved, standing, tally
from thidua_gui.core.ratings import Rating
from thidua_gui.services.rating_list import RatingList
from thidua_gui.text import rating_cap as wording
from thidua_gui.ui.ratings.lines import Line, placed, standings_of


@dataclass(frozen=True, slots=True)
class CapBoard:
    """The school's figures, those of every scope of the rule, and every unit's; `names` are the units' short names."""

    rule: CapRule
    school: CapStanding
    found: tuple[ScopeStanding, ...]
    by_part: Mapping[tuple[CapScope, Hashable], CapStanding]
    units: Mapping[Hashable, CapStanding]
    names: Mapping[object, str]

    def one_more(self, line: Line) -> str:
        """What rating this person HTXSNV would do in each scope, or no longer rating them so."""
        now, one = line.rated.decision.rating, placed(line)
        is_excellent = now is Rating.EXCELLENT
        after = Rating.GOOD if is_excellent else Rating.EXCELLENT
        told = []
        for scope in self.rule.scopes:
            key = key_in(scope, one)
            part = self.by_part.get((scope, key))
            if part is not None:
                then = standing(moved(part.tally, now, after), self.rule.quota, self.rule.base)
                told.append((part_name(ScopeStanding(scope, key, then), self.names), then))
        return wording.one_more(told, is_excellent=is_excellent)

    def heading(self, unit: Hashable) -> str:
        """At the right of a unit's heading row; the cap is told only where it is one for units."""
        part = self.units.get(unit)
        if part is None:
            return ""
        return wording.heading_capped(part) if CapScope.UNIT in self.rule.scopes else wording.heading(part)


def cap_board(shown: RatingList, lines: list[Line]) -> CapBoard:
    """Count everybody; may run beside the window."""
    rule = shown.cap.rule
    found = standings_of(lines, rule)
    school = standing(tally(line.rated.decision.rating for line in lines), rule.quota, rule.base)
    units = standings_of(lines, replace(rule, scopes=(CapScope.UNIT,)))
    return CapBoard(
        rule, school, found, {(one.scope, one.key): one.standing for one in found},
        {one.key: one.standing for one in units}, dict(shown.units),
    )  # fmt: skip


def part_name(one: ScopeStanding, names: Mapping[object, str]) -> str:
    """The unit's short name, the group, or nothing for the school."""
    if one.scope is CapScope.SCHOOL:
        return ""
    if one.key is None:
        return wording.NO_UNIT if one.scope is CapScope.UNIT else wording.NO_GROUP
    return names.get(one.key, "") if one.scope is CapScope.UNIT else str(one.key)
