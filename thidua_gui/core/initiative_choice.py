"""Which initiative to use for which award when each may serve one only. Knows no rows, no law and no wording."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from thidua_gui.core.ids import InitiativeId


@dataclass(frozen=True, slots=True)
class Need:
    """What one proposal asks for: so many of the initiatives that would do. `key` names the proposal."""

    key: int
    number: int
    usable: frozenset[InitiativeId]


@dataclass(frozen=True, slots=True)
class Offer:
    """One initiative; the higher `width`, the more other awards it could serve."""

    id: InitiativeId
    width: int
    year: int


def choose(needs: Sequence[Need], offers: Sequence[Offer]) -> Mapping[int, tuple[InitiativeId, ...]]:
    """For each need the initiatives to use, none where they do not suffice; no initiative twice.

    As many needs as can be are served in full, of equally many those that come first. What is spent on them is the
    narrowest that suffices, of equal width the oldest.
    """
    served = _most_served(needs, offers)
    taken = _narrowest(served, offers)
    return {need.key: tuple(sorted(taken.get(need.key, ()))) for need in needs}


def _most_served(needs: Sequence[Need], offers: Sequence[Offer]) -> Sequence[Need]:
    known = {offer.id for offer in offers}
    single = [need for need in needs if len(need.usable & known) >= need.number]
    for count in range(len(single), 0, -1):
        for subset in combinations(single, count):
            if sum(map(len, _narrowest(subset, offers).values())) == sum(need.number for need in subset):
                return subset
    return ()


def _narrowest(needs: Sequence[Need], offers: Iterable[Offer]) -> dict[int, list[InitiativeId]]:
    """The greatest matching; whatever is matched once stays matched, so taking the narrowest first makes the sum of
    widths the least."""
    slots = [(need, place) for need in needs for place in range(need.number)]
    held: dict[int, InitiativeId] = {}
    usable: dict[InitiativeId, list[int]] = {}
    for offer in sorted(offers, key=lambda one: (one.width, one.year, one.id)):
        usable[offer.id] = [at for at, (need, _) in enumerate(slots) if offer.id in need.usable]
        _placed(offer.id, usable, held, set())
    found: dict[int, list[InitiativeId]] = {}
    for at, initiative in held.items():
        found.setdefault(slots[at][0].key, []).append(initiative)
    return found


def _placed(
    initiative: InitiativeId, usable: Mapping[InitiativeId, Sequence[int]], held: dict[int, InitiativeId],
    tried: set[int],
) -> bool:  # fmt: skip
    """Find it a slot, moving others to other slots if that makes room."""
    for at in usable[initiative]:
        if at in tried:
            continue
        tried.add(at)
        if at not in held or _placed(held[at], usable, held, tried):
            held[at] = initiative
            return True
    return False
