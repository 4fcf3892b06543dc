"""The closed set of conditions that a rule pack may set for an award. Knows no facts and judges nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.ratings import Rating
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import COLLECTIVE_TITLES, TitleKey

CHECKED = "S"
"""The grade of what was read in a source; anything else is shown as not yet compared with the text."""


class Kind(StrEnum):
    """Loại điều kiện."""

    ANY = "any"
    RATING = "rating"
    REGISTERED = "registered"
    DISCIPLINE = "discipline"
    MONTHS_IN_YEAR = "months_in_year"
    LONG_STUDY = "long_study"
    MEETS = "meets"
    INITIATIVES = "initiatives"
    TITLE_RUN = "title_run"
    TITLE_COUNT = "title_count"
    RATING_RUN = "rating_run"
    RATING_COUNT = "rating_count"
    HELD_BEFORE = "held_before"
    LED_UNIT = "led_unit"
    UNIT_RATING = "unit_rating"
    SHARE = "share"
    ALL_RATED = "all_rated"
    MEMBERS_MEETING = "members_meeting"
    MEMBERS_DISCIPLINE = "members_discipline"
    OPEN_CASE = "open_case"
    REMARK = "remark"
    ETHICS = "ethics"
    SOLIDARITY = "solidarity"
    EMULATION = "emulation"
    STUDY = "study"
    SELF_RELIANCE = "self_reliance"
    DUTIES = "duties"
    OUTSTANDING = "outstanding"


ATTESTED = frozenset({
    Kind.OPEN_CASE, Kind.REMARK, Kind.ETHICS, Kind.SOLIDARITY, Kind.EMULATION, Kind.STUDY, Kind.SELF_RELIANCE,
    Kind.DUTIES, Kind.OUTSTANDING,
})  # fmt: skip
"""What no data can show: the unit's proposal says it, and it counts as met unless somebody objects."""

OF_UNITS = frozenset({
    Kind.UNIT_RATING, Kind.SHARE, Kind.ALL_RATED, Kind.MEMBERS_MEETING, Kind.MEMBERS_DISCIPLINE,
})  # fmt: skip

_TITLES_OF_YEARS = frozenset({Kind.TITLE_RUN, Kind.TITLE_COUNT, Kind.HELD_BEFORE})

_BY_EARLIER_YEARS = frozenset({
    Kind.TITLE_RUN, Kind.TITLE_COUNT, Kind.RATING_RUN, Kind.RATING_COUNT, Kind.HELD_BEFORE,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """The parameters that a kind must be given, and those that it may be given."""

    required: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()


def _shape(required: str = "", optional: str = "") -> Shape:
    return Shape(frozenset(required.split()), frozenset(optional.split()))


_PERIOD = "run_rating run_title after"
SHAPES: Mapping[Kind, Shape] = {kind: _shape() for kind in Kind} | {
    Kind.RATING: _shape("rating"),
    Kind.DISCIPLINE: _shape("level"),
    Kind.MONTHS_IN_YEAR: _shape("at_least"),
    Kind.LONG_STUDY: _shape("months"),
    Kind.REMARK: _shape("months"),
    Kind.MEETS: _shape("title"),
    Kind.INITIATIVES: _shape("at_least scope", f"beside {_PERIOD}"),
    Kind.TITLE_RUN: _shape("title years", "granted_only"),
    Kind.TITLE_COUNT: _shape("title at_least", _PERIOD),
    Kind.RATING_RUN: _shape("rating years", "after"),
    Kind.RATING_COUNT: _shape("rating at_least", _PERIOD),
    Kind.HELD_BEFORE: _shape("title"),
    Kind.LED_UNIT: _shape("rating"),
    Kind.UNIT_RATING: _shape("rating"),
    Kind.SHARE: _shape("title percent inclusive"),
    Kind.ALL_RATED: _shape("rating"),
    Kind.MEMBERS_MEETING: _shape("title at_least"),
    Kind.MEMBERS_DISCIPLINE: _shape("level"),
}


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a condition asks for; its shape says which of these it was given.

    `run_rating` and `run_title` name a period: the unbroken years up to this one with such a rating or title, the
    longer of the two. `after`: of it only the years after that form was first given. `beside`: the initiatives must be
    others than the one on which that title of this year rests. `granted_only`: this year's conditions do not count,
    and the years may end in the year before.
    """

    rating: Rating = Rating.COMPLETED
    title: TitleKey = TitleKey.ADVANCED_LABOURER
    level: DisciplineLevel = DisciplineLevel.REPRIMAND
    scope: Scope = Scope.GRASSROOTS
    at_least: int = 0
    years: int = 0
    months: int = 0
    percent: int = 0
    inclusive: bool = False
    granted_only: bool = False
    run_rating: Rating | None = None
    run_title: TitleKey | None = None
    after: TitleKey | None = None
    beside: TitleKey | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Điều kiện of an award; `id` is unique within it. `value_keys` names the dated values that stand for numbers;
    `confirmed_by`: who compared it with the text."""

    id: str
    award: TitleKey
    kind: Kind
    asked: Parameters
    source: str
    grade: str
    parts: tuple["Condition", ...] = ()
    value_keys: Mapping[str, str] = field(default_factory=dict)
    confirmed_by: str = ""

    @property
    def is_checked(self) -> bool:
        """Whether somebody read it in the text itself."""
        return self.grade == CHECKED or bool(self.confirmed_by)

    @property
    def is_attested(self) -> bool:
        return self.kind in ATTESTED

    @property
    def asks_earlier_years(self) -> bool:
        """Whether awards, ratings or initiatives of other years count."""
        asked = self.asked
        of_itself = self.kind in _BY_EARLIER_YEARS or asked.run_rating is not None or asked.run_title is not None
        return of_itself or any(part.asks_earlier_years for part in self.parts)

    @property
    def asks_led_units(self) -> bool:
        """Whether the results of the units that somebody leads count."""
        return self.kind is Kind.LED_UNIT or any(part.asks_led_units for part in self.parts)

    @property
    def titles_of_years(self) -> set[TitleKey]:
        """The titles and forms of which it asks in which years they were held."""
        asked = self.asked
        own = {asked.title} if self.kind in _TITLES_OF_YEARS else set[TitleKey]()
        named = {title for title in (asked.run_title, asked.after) if title is not None}
        return own.union(named, *(part.titles_of_years for part in self.parts))

    def with_values(self, numbers: Mapping[str, int], unchecked: Mapping[str, str]) -> "Condition":
        """The same with its dated values filled in; a value not compared with its text lends it its grade, and nobody
        has confirmed the whole then."""
        filled = {name: numbers[key] for name, key in self.value_keys.items()}
        grades = [unchecked[key] for key in self.value_keys.values() if key in unchecked]
        parts = tuple(part.with_values(numbers, unchecked) for part in self.parts)
        asked = replace(self.asked, **filled)  # type: ignore[arg-type]  # the names of numbers alone
        by = "" if grades else self.confirmed_by
        return replace(self, asked=asked, parts=parts, grade=(*grades, self.grade)[0], confirmed_by=by)


def fits(kind: Kind, award: TitleKey) -> bool:
    """Whether a kind speaks of whom the award is for: collectives, or people."""
    if kind is Kind.ANY or kind in ATTESTED - {Kind.REMARK}:
        return True
    return (kind in OF_UNITS) is (award in COLLECTIVE_TITLES)
