"""What a sheet of a year workbook is made of: kinds of cells, closed lists, columns. Knows no particular sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto

from thidua_gui.core.workbook.rows import SheetKey


class Kind(StrEnum):
    """What a column's cells hold. IGNORED is there for the reader's eye and carries nothing."""

    IGNORED = auto()
    TEXT = auto()
    CODE = auto()
    CODES = auto()
    SHEET_CODE = auto()
    WORD = auto()
    TEXTS = auto()
    DATE = auto()
    YEAR = auto()
    COUNT = auto()
    NUMBER = auto()
    SIGNED = auto()
    MARK = auto()
    FRACTION = auto()
    SHARES = auto()
    MOMENT = auto()


class Vocabulary(StrEnum):
    """The closed lists of words."""

    RATING = auto()
    STAGE = auto()
    CRITERION_KIND = auto()
    SHEET_SUBJECT = auto()
    MEASURE = auto()
    BASE = auto()
    BOUND_UNIT = auto()
    CHANGE_KIND = auto()
    TASK_RELATED = auto()
    YES_NO = auto()
    SCOPE = auto()
    INITIATIVE_RESULT = auto()
    BALLOT_METHOD = auto()
    VOTE_BASE = auto()
    PLAN_SECTION = auto()
    INITIATIVE_KIND = auto()
    TEACHING_LEVEL = auto()
    SUBMISSION_KIND = auto()
    MOVEMENT_KIND = auto()
    COMMENDATION_KIND = auto()
    MILESTONE_KIND = auto()
    AWARD_GROUP = auto()
    AWARD_BEARER = auto()
    AWARD_LEVEL = auto()
    PROPOSAL_STATE = auto()
    PAPER_STATE = auto()
    OUTCOME = auto()
    CASE_KIND = auto()
    MEETING_STATE = auto()
    ATTENDANCE = auto()
    PASSAGE = auto()
    ITEM_KIND = auto()
    ITEM_STATE = auto()
    COUNCIL_OUTCOME = auto()
    VOTE_METHOD = auto()
    MEETING_EVENT = auto()


class Refers(StrEnum):
    """Whose code a cell must be."""

    PERSON = auto()
    UNIT = auto()
    SUBJECT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column, or in a sheet of items one item. An `extra` column is what the program adds to the format: it may be
    absent and is written only when it holds something. `names_school`: the school itself is written by its word, not
    by its code; both are read wherever a unit's code may stand."""

    key: str
    kind: Kind = Kind.TEXT
    required: bool = False
    words: Vocabulary | None = None
    refers: Refers | None = None
    extra: bool = False
    names_school: bool = False


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """One sheet. `identity` names the columns that together must not repeat; `ordered` pairs of (earlier, later)."""

    key: SheetKey
    columns: tuple[Column, ...]
    row: Callable[..., object]
    identity: tuple[str, ...] = ()
    ordered: tuple[tuple[str, str], ...] = ()
    items: tuple[Column, ...] = ()
    required: bool = False


ROW_NUMBER = Column("row_number", Kind.IGNORED)
NAME_TO_READ = Column("full_name", Kind.IGNORED)
ITEM_COLUMNS = (Column("item", Kind.IGNORED), Column("value", Kind.IGNORED))
TOTAL = Column("total", Kind.SIGNED)


def person_column(key: str = "person") -> Column:
    return Column(key, Kind.CODE, required=True, refers=Refers.PERSON)


SUBJECT = Column("subject", Kind.CODE, required=True, refers=Refers.SUBJECT)
