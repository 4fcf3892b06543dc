"""Which emulation titles and commendation forms there are and how they rank. Knows no wording and no law."""

from collections.abc import Iterable
from enum import StrEnum


class TitleGroup(StrEnum):
    """An emulation title (danh hiệu thi đua) or a commendation form (hình thức khen thưởng)."""

    TITLE = "title"
    FORM = "form"


class TitleKey(StrEnum):
    """The canonical name of a title or form; the order of the members is their rank, lowest first, within a group."""

    ADVANCED_LABOURER = "advanced_labourer"
    GRASSROOTS_FIGHTER = "grassroots_fighter"
    PROVINCIAL_FIGHTER = "provincial_fighter"
    NATIONAL_FIGHTER = "national_fighter"
    ADVANCED_COLLECTIVE = "advanced_collective"
    EXCELLENT_COLLECTIVE = "excellent_collective"
    ACADEMY_FLAG = "academy_flag"
    EMULATION_FLAG = "emulation_flag"
    GOVERNMENT_FLAG = "government_flag"
    CERTIFICATE_OF_MERIT = "certificate_of_merit"
    COMMEMORATIVE_MEDAL = "commemorative_medal"
    DIPLOMA_OF_MERIT = "diploma_of_merit"
    PRIME_MINISTER_DIPLOMA = "prime_minister_diploma"
    EXCELLENT_TEACHER = "excellent_teacher"
    PEOPLES_TEACHER = "peoples_teacher"
    MEDAL = "medal"
    ORDER_THIRD = "order_third"
    ORDER_SECOND = "order_second"
    ORDER_FIRST = "order_first"


INDIVIDUAL_TITLES = (
    TitleKey.ADVANCED_LABOURER,
    TitleKey.GRASSROOTS_FIGHTER,
    TitleKey.PROVINCIAL_FIGHTER,
    TitleKey.NATIONAL_FIGHTER,
)
COLLECTIVE_TITLES = (
    TitleKey.ADVANCED_COLLECTIVE,
    TitleKey.EXCELLENT_COLLECTIVE,
    TitleKey.ACADEMY_FLAG,
    TitleKey.EMULATION_FLAG,
    TitleKey.GOVERNMENT_FLAG,
)
COUNT_AS_ADVANCED_LABOURER = frozenset(INDIVIDUAL_TITLES)
"""Nobody is a fighter without having met the lowest title of that year, so each of these makes a year of it."""

_RANK = {key: rank for rank, key in enumerate(TitleKey)}


def rank(key: TitleKey | None) -> int:
    """Higher is more; an unknown title stands below all known ones."""
    return -1 if key is None else _RANK[key]


def group_of(key: TitleKey) -> TitleGroup:
    return TitleGroup.TITLE if key in INDIVIDUAL_TITLES or key in COLLECTIVE_TITLES else TitleGroup.FORM


def consecutive_years(years: Iterable[int], last: int) -> int:
    """How many years without a gap end in `last`; if `last` itself is missing, those that end in the year before it.

    `last` is the campaign's year: its own title is usually decided at the very end of the year.
    """
    held = set(years)
    year = last if last in held else last - 1
    count = 0
    while year in held:
        count, year = count + 1, year - 1
    return count
