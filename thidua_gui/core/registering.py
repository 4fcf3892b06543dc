"""Who registers, and which wordings register for the same. Knows no rows."""

from enum import StrEnum

from thidua_gui.core.titles import INDIVIDUAL_TITLES, TitleKey
from thidua_gui.core.vietnamese import fold

FLAGS = frozenset({TitleKey.ACADEMY_FLAG, TitleKey.EMULATION_FLAG, TitleKey.GOVERNMENT_FLAG})
_ONE_MEANING = frozenset((*INDIVIDUAL_TITLES, TitleKey.ADVANCED_COLLECTIVE, TitleKey.EXCELLENT_COLLECTIVE))
"""Whatever the wording, these are one title; there are flags, diplomas and medals of several givers."""


class Side(StrEnum):
    """Who registers: people, or units with the school itself."""

    PEOPLE = "people"
    UNITS = "units"


def same_award(first: str, first_key: TitleKey | None, second: str, second_key: TitleKey | None) -> bool:
    """Whether two wordings register for one and the same thing."""
    if fold(first) == fold(second):
        return True
    return first_key is not None and first_key is second_key and first_key in _ONE_MEANING
