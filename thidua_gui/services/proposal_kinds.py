"""What may be proposed: a title or form by its key, for people, units or both. Judges nothing."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_gui.core.errors import UserError
from thidua_gui.core.titles import COLLECTIVE_TITLES, INDIVIDUAL_TITLES, TitleGroup, TitleKey, group_of
from thidua_gui.services import titles


@dataclass(frozen=True, slots=True)
class ProposalKind:
    """Danh hiệu, hình thức; `award` is the one whose legal conditions hold for it, None of the school's own."""

    key: str
    name: str
    short: str
    group: TitleGroup
    for_people: bool
    for_units: bool
    award: TitleKey | None

    @property
    def of_units(self) -> bool:
        """Whether only collectives are proposed for it."""
        return self.for_units and not self.for_people


def kinds() -> dict[str, ProposalKind]:
    """Each kind in use by its key, lowest first."""
    return {kind.key.value: _shipped(kind.key) for kind in titles.catalogue().kinds}


def kind_of(key: str) -> ProposalKind:
    """One; `proposal_kind_unknown` of a key that nobody knows."""
    if not key:
        raise UserError("proposal_kind_missing", field="kind")
    found = kinds().get(key)
    if found is None:
        raise UserError("proposal_kind_unknown", field="kind", kind=key)
    return found


def key_of(written: str) -> str | None:
    """The kind that a wording means, None of words that no kind has."""
    found = titles.key_of(written)
    return None if found is None else found.value


def _shipped(key: TitleKey) -> ProposalKind:
    kind = titles.kinds()[key]
    return ProposalKind(
        key.value, kind.name, kind.short, group_of(key), key not in COLLECTIVE_TITLES,
        key not in INDIVIDUAL_TITLES, key,
    )  # fmt: skip
