"""What a unit's workbook (sổ của đơn vị) holds, as frozen values: sheets, fields, lines. Knows no cells and no rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Threshold
from thidua_gui.core.scoring import Sheet, StageKey

FORMAT = 1
"""Books of another form are refused."""

NEW = "+"
"""The key of an empty line, to be filled in by the unit, begins with this mark."""


class Part(StrEnum):
    """What a sheet of the book is about."""

    REGISTRATIONS = "registrations"
    SCORES = "scores"
    UNIT_SCORES = "unit_scores"
    RATINGS = "ratings"
    INITIATIVES = "initiatives"
    VOTES = "votes"


class FieldKind(StrEnum):
    """How a cell is written and read. TOTAL and PROPOSAL are formulas of the book and carry nothing back."""

    TEXT = "text"
    LONG = "long"
    WORD = "word"
    DATE = "date"
    COUNT = "count"
    POINTS = "points"
    AUTHORS = "authors"
    TOTAL = "total"
    PROPOSAL = "proposal"


COMPUTED = frozenset({FieldKind.TOTAL, FieldKind.PROPOSAL})


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `words` are offered, `unit_words` to a unit's own line if there are any; `also` are other spellings
    (folded) that are understood; further words are refused unless `takes_others`. Points have a maximum and perhaps a
    step; `above` is the heading shared with the neighbours; `stage` is that of points and totals."""

    key: str
    title: str
    kind: FieldKind
    is_open: bool = True
    words: tuple[str, ...] = ()
    unit_words: tuple[str, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)
    takes_others: bool = False
    maximum: Points | None = None
    step: Points | None = None
    above: str = ""
    note: str = ""
    width: float = 12
    stage: StageKey | None = None
    criterion: int | None = None

    @property
    def is_carried(self) -> bool:
        """Whether the cell is compared when the book comes back."""
        return self.kind not in COMPUTED


@dataclass(frozen=True, slots=True)
class Line:
    """One row: whom it is about, and the words of its cells by field key ("" or absent = empty).

    `locked` are fields closed in this line alone; `not_before` is the first day a date of it can have.
    """

    key: str
    code: str
    name: str
    values: Mapping[str, str]
    locked: frozenset[str] = frozenset()
    not_before: date | None = None
    is_unit: bool = False


@dataclass(frozen=True, slots=True)
class BookSheet:
    """One worksheet. `blank` are the keys of empty lines at its end; `taken` are keys that another unit's line has."""

    key: str
    part: Part
    title: str
    heading: str
    hint: str
    fields: tuple[Field, ...]
    lines: tuple[Line, ...]
    blank: tuple[str, ...] = ()
    taken: frozenset[str] = frozenset()
    criteria: Sheet | None = None

    def field(self, key: str) -> Field | None:
        """The column of that key."""
        return next((each for each in self.fields if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Head:
    """What tells one book from another. `school_id` is the data file's, `token` this book's own."""

    school: str
    school_id: str
    year: int
    unit_code: str
    unit_name: str
    token: str


@dataclass(frozen=True, slots=True)
class Book:
    """The whole workbook of one unit. `subjects` are the codes of its people and of itself."""

    head: Head
    written_on: date
    guide: tuple[str, ...]
    sheets: tuple[BookSheet, ...]
    subjects: Mapping[str, str]
    thresholds: tuple[Threshold, ...] = ()
    gone: Mapping[str, str] = field(default_factory=dict)

    def sheet(self, key: str) -> BookSheet | None:
        """The sheet of that key."""
        return next((each for each in self.sheets if each.key == key), None)
