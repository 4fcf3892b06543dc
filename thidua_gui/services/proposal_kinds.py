"""What may be proposed: the kinds in use of the school's list, by their keys. Judges nothing."""

from __future__ import annotations

from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.awards import Bearer
from thidua_gui.core.errors import UserError
from thidua_gui.core.titles import COLLECTIVE_TITLES, TitleKey
from thidua_gui.services import titles


def kinds() -> dict[str, ListedKind]:
    """Each kind by its key, lowest first, hidden ones too."""
    return {kind.key: kind for kind in titles.listed().kinds}


def kind_of(key: str) -> ListedKind:
    """One; `proposal_kind_unknown` of a key that nobody knows."""
    if not key:
        raise UserError("proposal_kind_missing", field="kind")
    found = kinds().get(key)
    if found is None:
        raise UserError("proposal_kind_unknown", field="kind", kind=key)
    return found


def key_of(written: str) -> str | None:
    """The kind that a wording means, None of words that no kind has."""
    found = titles.kind_of(written)
    return None if found is None else found.key


def is_of_units(kind: ListedKind) -> bool:
    """Whether only collectives are proposed for it."""
    return kind.bearer is Bearer.UNIT


def judged_as(kind: ListedKind, *, is_unit: bool) -> TitleKey | None:
    """The award whose conditions speak of this bearer; the law's conditions of forms speak of people alone."""
    award = kind.award
    return award if award is not None and (award in COLLECTIVE_TITLES) is is_unit else None
