"""Which initiatives of a person may support an award: recognised, wide enough, not spent. Knows no other conditions."""

from collections.abc import Container

from thidua_gui.core.conditions import Condition
from thidua_gui.core.eligibility_facts import EarlierUse, Frame, InitiativeFact, PersonFacts
from thidua_gui.core.ids import InitiativeId
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey


def usable(
    condition: Condition, person: PersonFacts, frame: Frame, years: Container[int], *, is_hopeful: bool = False
) -> set[InitiativeId]:
    """Those of the years that serve and may still be used; a hopeful reader takes what is not decided yet as well."""
    return {
        one.id
        for one in person.initiatives
        if one.year in years
        and _serves(one, condition.asked.scope, is_hopeful=is_hopeful)
        and not (one.uses and _is_spent(one, condition.award, frame))
    }


def used_before(
    condition: Condition, person: PersonFacts, frame: Frame, years: Container[int]
) -> tuple[InitiativeId, ...]:
    """Those that serve but supported something else as well, whether that bars them or not."""
    own = (one for one in person.initiatives if one.year in years)
    found = (one for one in own if _serves(one, condition.asked.scope, is_hopeful=False))
    return tuple(sorted(one.id for one in found if _other_uses(one, condition.award, frame)))


def _serves(one: InitiativeFact, scope: Scope, *, is_hopeful: bool) -> bool:
    """Recognised, and wide enough; whatever is recognised has effect where it was recognised."""
    recognised = is_hopeful if one.is_recognised is None else one.is_recognised
    if scope is Scope.GRASSROOTS:
        return recognised
    return recognised and (is_hopeful if one.scope is None else one.scope.order >= scope.order)


def _is_spent(one: InitiativeFact, award: TitleKey, frame: Frame) -> bool:
    since = frame.single_use_since
    return since is not None and any(max(use.day, frame.decided_on) >= since for use in _other_uses(one, award, frame))


def _other_uses(one: InitiativeFact, award: TitleKey, frame: Frame) -> list[EarlierUse]:
    return [use for use in one.uses if (use.award, use.year) != (award, frame.year)]


def enough(mine: set[InitiativeId], others: set[InitiativeId], needed: int) -> bool:
    """Whether so many of `mine` can be taken that one of either is left for the other title."""
    return len(mine) >= needed and len(mine | others) > needed
