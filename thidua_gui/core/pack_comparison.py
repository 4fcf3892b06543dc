"""What one law asks for an award beside what another asks. Knows no wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.core.conditions import Condition
from thidua_gui.core.titles import TitleKey

Rules = Mapping[TitleKey, Sequence[Condition]]


class Change(StrEnum):
    """How a condition came into the later law."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Pair:
    """A condition of an award in both laws; None where one does not have it."""

    award: TitleKey
    earlier: Condition | None
    later: Condition | None

    @property
    def change(self) -> Change:
        """Equal demands are the same whatever text they stand in."""
        if self.earlier is None:
            return Change.ADDED
        if self.later is None:
            return Change.DROPPED
        return Change.SAME if _demand(self.earlier) == _demand(self.later) else Change.CHANGED


def compare(earlier: Rules, later: Rules) -> tuple[Pair, ...]:
    """Award by award in the order of the earlier law; conditions of one id are a pair, else those of one kind."""
    awards = dict.fromkeys((*earlier, *later))
    return tuple(pair for award in awards for pair in _pairs(award, earlier.get(award, ()), later.get(award, ())))


def _pairs(award: TitleKey, earlier: Sequence[Condition], later: Sequence[Condition]) -> list[Pair]:
    left = list(later)
    partners: dict[str, Condition] = {}
    keys: tuple[Callable[[Condition], str], ...] = (lambda one: one.id, lambda one: one.kind.value)
    for by in keys:
        for condition in earlier:
            found = next((one for one in left if by(one) == by(condition)), None)
            if condition.id not in partners and found is not None:
                partners[condition.id] = found
                left.remove(found)
    kept = [Pair(award, condition, partners.get(condition.id)) for condition in earlier]
    return [*kept, *(Pair(award, None, condition) for condition in left)]


def _demand(condition: Condition) -> object:
    return condition.kind, condition.asked, tuple(_demand(part) for part in condition.parts)
