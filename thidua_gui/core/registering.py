"""Which title or form a person or a collective can register for, and which wordings mean the same. Knows no rows."""

from enum import StrEnum

from thidua_gui.core.titles import COLLECTIVE_TITLES, INDIVIDUAL_TITLES, TitleKey
from thidua_gui.core.vietnamese import fold

FLAGS = frozenset({TitleKey.EMULATION_FLAG, TitleKey.GOVERNMENT_FLAG})
_OF_PEOPLE_ALONE = frozenset({
    *INDIVIDUAL_TITLES, TitleKey.COMMEMORATIVE_MEDAL, TitleKey.EXCELLENT_TEACHER, TitleKey.PEOPLES_TEACHER,
    TitleKey.MEDAL,
})  # fmt: skip
_OF_UNITS_ALONE = frozenset(COLLECTIVE_TITLES)
_ONE_MEANING = frozenset((*INDIVIDUAL_TITLES, TitleKey.ADVANCED_COLLECTIVE, TitleKey.EXCELLENT_COLLECTIVE))
"""Whatever the wording, these are one title; there are flags, diplomas and medals of several givers."""


class Side(StrEnum):
    """Who registers: people, or units with the school itself."""

    PEOPLE = "people"
    UNITS = "units"


def fits(key: TitleKey, side: Side) -> bool:
    """Whether a person, or a collective, can have it at all."""
    return key not in (_OF_UNITS_ALONE if side is Side.PEOPLE else _OF_PEOPLE_ALONE)


def same_award(first: str, first_key: TitleKey | None, second: str, second_key: TitleKey | None) -> bool:
    """Whether two wordings register for one and the same thing."""
    if fold(first) == fold(second):
        return True
    return first_key is not None and first_key is second_key and first_key in _ONE_MEANING
