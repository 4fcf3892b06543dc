"""The catalogue that targets are composed from: what is counted, among whom, within what. Knows no wording, no rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.core.ids import UnitId
from thidua_gui.core.targets import Basis, BoundUnit


class Subject(StrEnum):
    """Đối tượng: whether people or units are counted."""

    PEOPLE = "people"
    UNITS = "units"


class Parameter(StrEnum):
    """What a measure or base needs to be told: a title or form, a rating, a level, points, a group, a kind of paper."""

    TITLE = "title"
    RATING = "rating"
    TEACHING_LEVEL = "teaching_level"
    SCOPE = "scope"
    AUTHORITY = "authority"
    SUBMISSION = "submission"
    STAFF_GROUP = "staff_group"
    POINTS = "points"


class Scope(StrEnum):
    """Phạm vi ảnh hưởng of an initiative, the narrowest first."""

    GRASSROOTS = "grassroots"
    PROVINCE = "province"
    COUNTRY = "country"

    @property
    def order(self) -> int:
        """Wider is more."""
        return _SCOPE_ORDER[self]


_SCOPE_ORDER = {scope: order for order, scope in enumerate(Scope)}


class Measure(StrEnum):
    """Thước đo: what is counted. RATED, SCORED and the scope of INITIATIVE_AUTHORS mean "at least"."""

    UNITS_LAUNCHED = "units_launched"
    PEOPLE_REGISTERED = "people_registered"
    TEACHING = "teaching"
    RATED = "rated"
    TITLE = "title"
    UNIT_TITLE = "unit_title"
    COLLECTIVES_COMMENDED = "collectives_commended"
    INDIVIDUALS_COMMENDED = "individuals_commended"
    INITIATIVE_AUTHORS = "initiative_authors"
    SCORED = "scored"
    DISCIPLINED = "disciplined"
    OF_STAFF_GROUP = "of_staff_group"
    PEOPLE = "people"
    UNITS_REGISTERED = "units_registered"
    UNITS_SUBMITTED = "units_submitted"
    UNITS_RATED = "units_rated"
    UNITS = "units"


class Base(StrEnum):
    """Tính trên: among whom or what it is counted. FACULTIES_AND_OFFICES is every unit but the leadership."""

    FACULTIES_AND_OFFICES = "faculties_and_offices"
    EVERYONE = "everyone"
    LECTURERS = "lecturers"
    HOLDERS = "holders"
    COLLECTIVES = "collectives"
    INDIVIDUALS = "individuals"
    STAFF_GROUP = "staff_group"
    REGISTERED = "registered"
    RATED = "rated"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an entry of the catalogue asks for: of which subject it is, and its parameter, if any."""

    subject: Subject
    parameter: Parameter | None = None
    is_optional: bool = False


_PEOPLE, _UNITS = Asked(Subject.PEOPLE), Asked(Subject.UNITS)

MEASURES: Mapping[Measure, Asked] = {
    Measure.UNITS_LAUNCHED: _UNITS,
    Measure.PEOPLE_REGISTERED: Asked(Subject.PEOPLE, Parameter.TITLE, is_optional=True),
    Measure.TEACHING: Asked(Subject.PEOPLE, Parameter.TEACHING_LEVEL),
    Measure.RATED: Asked(Subject.PEOPLE, Parameter.RATING),
    Measure.TITLE: Asked(Subject.PEOPLE, Parameter.TITLE),
    Measure.UNIT_TITLE: Asked(Subject.UNITS, Parameter.TITLE),
    Measure.COLLECTIVES_COMMENDED: Asked(Subject.UNITS, Parameter.AUTHORITY, is_optional=True),
    Measure.INDIVIDUALS_COMMENDED: Asked(Subject.PEOPLE, Parameter.AUTHORITY, is_optional=True),
    Measure.INITIATIVE_AUTHORS: Asked(Subject.PEOPLE, Parameter.SCOPE, is_optional=True),
    Measure.SCORED: Asked(Subject.PEOPLE, Parameter.POINTS),
    Measure.DISCIPLINED: _PEOPLE,
    Measure.OF_STAFF_GROUP: Asked(Subject.PEOPLE, Parameter.STAFF_GROUP),
    Measure.PEOPLE: _PEOPLE,
    Measure.UNITS_REGISTERED: Asked(Subject.UNITS, Parameter.TITLE, is_optional=True),
    Measure.UNITS_SUBMITTED: Asked(Subject.UNITS, Parameter.SUBMISSION),
    Measure.UNITS_RATED: Asked(Subject.UNITS, Parameter.RATING),
    Measure.UNITS: _UNITS,
}
BASES: Mapping[Base, Asked] = {
    Base.FACULTIES_AND_OFFICES: _UNITS,
    Base.EVERYONE: _PEOPLE,
    Base.LECTURERS: _PEOPLE,
    Base.HOLDERS: Asked(Subject.PEOPLE, Parameter.TITLE),
    Base.COLLECTIVES: _UNITS,
    Base.INDIVIDUALS: _PEOPLE,
    Base.STAFF_GROUP: Asked(Subject.PEOPLE, Parameter.STAFF_GROUP),
    Base.REGISTERED: Asked(Subject.PEOPLE, Parameter.TITLE, is_optional=True),
    Base.RATED: Asked(Subject.PEOPLE, Parameter.RATING),
}
_ELIGIBLE = frozenset((Measure.TITLE, Measure.UNIT_TITLE))
COMMENDED = frozenset((Measure.COLLECTIVES_COMMENDED, Measure.INDIVIDUALS_COMMENDED))


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure with its parameter: the value of a closed set (rating, level, scope), else words."""

    measure: Measure
    parameter: str | None = None

    @property
    def entry(self) -> Measure:
        """The entry of the catalogue."""
        return self.measure

    @property
    def asked(self) -> Asked:
        return MEASURES[self.measure]


@dataclass(frozen=True, slots=True)
class Among:
    """A base with its parameter."""

    base: Base
    parameter: str | None = None

    @property
    def entry(self) -> Base:
        """The entry of the catalogue."""
        return self.base

    @property
    def asked(self) -> Asked:
        return BASES[self.base]


@dataclass(frozen=True, slots=True)
class Within:
    """Phạm vi: the base narrowed to a unit with those below it, to a staff group, or to both."""

    unit_id: UnitId | None = None
    staff_group: str | None = None


WHOLE = Within()


@dataclass(frozen=True, slots=True)
class Misfit:
    """Which part of a target does not go with the rest: a field's name and the code of the refusal."""

    field: str
    code: str


def misfit(measured: Measured, among: Among, unit: BoundUnit, within: Within = WHOLE) -> Misfit | None:
    """The first part that does not fit, None if all speak of the same thing: people, or units."""
    subject = measured.asked.subject
    if _lacks_parameter(measured):
        return Misfit("measure_parameter", "target_parameter_missing")
    if among.asked.subject is not subject:
        return Misfit("base", "target_base_unfit")
    if _lacks_parameter(among):
        return Misfit("base_parameter", "target_parameter_missing")
    if within.staff_group is not None and subject is Subject.UNITS:
        return Misfit("within_group", "target_group_unfit")
    if unit is not BoundUnit.PERCENT and (unit is BoundUnit.COLLECTIVES) is not (subject is Subject.UNITS):
        return Misfit("unit", "target_unit_unfit")
    return None


def fit(measured: Measured, among: Among, unit: BoundUnit, within: Within = WHOLE) -> bool:
    """Whether the parts of a target go together."""
    return misfit(measured, among, unit, within) is None


def first_basis(measured: Measured) -> Basis:
    """On what a measure rests before any decision of the year."""
    if measured.measure in _ELIGIBLE:
        return Basis.ELIGIBLE
    return Basis.GRANTED if measured.measure in COMMENDED else Basis.FACT


def basis_of(measured: Measured, among: Among, *, is_granted: bool) -> Basis:
    """On what a figure rests: once a decision granted what it asks for (title or base), on that decision."""
    first = first_basis(measured)
    rests_on_titles = first is Basis.ELIGIBLE or among.base is Base.HOLDERS
    if rests_on_titles:
        return Basis.GRANTED if is_granted else Basis.ELIGIBLE
    return first


def _lacks_parameter(composed: Measured | Among) -> bool:
    asked = composed.asked
    return asked.parameter is not None and not asked.is_optional and composed.parameter is None
