"""What can be wrong in a year workbook, cell by cell. Knows no wording: text.workbook makes sentences of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.core.errors import UserError


class Reason(StrEnum):
    """Why a sheet, column or cell is refused; `CellProblem.expected` holds what would have been right, if known."""

    SHEET_MISSING = "sheet_missing"
    SHEET_UNKNOWN = "sheet_unknown"
    SHEET_REPEATED = "sheet_repeated"
    SHEET_WITHOUT_CRITERIA = "sheet_without_criteria"
    OFFICE_MISSING = "office_missing"
    COLUMN_MISSING = "column_missing"
    COLUMN_UNKNOWN = "column_unknown"
    COLUMN_REPEATED = "column_repeated"
    VALUE_OUTSIDE_COLUMNS = "value_outside_columns"
    ITEM_UNKNOWN = "item_unknown"
    ITEM_MISSING = "item_missing"
    VALUE_MISSING = "value_missing"
    FORMULA_FAILED = "formula_failed"
    NOT_TEXT = "not_text"
    CHARACTER_UNREADABLE = "character_unreadable"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    TOO_FINE = "too_fine"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    NOT_A_DATE = "not_a_date"
    TIME_IN_DATE = "time_in_date"
    DATE_OUT_OF_RANGE = "date_out_of_range"
    WORD_UNKNOWN = "word_unknown"
    NOT_A_MARK = "not_a_mark"
    NOT_A_FRACTION = "not_a_fraction"
    CODE_UNUSABLE = "code_unusable"
    CODE_REPEATED = "code_repeated"
    REPEATED_IN_CELL = "repeated_in_cell"
    CODE_OF_A_UNIT = "code_of_a_unit"
    UNIT_UNKNOWN = "unit_unknown"
    PERSON_UNKNOWN = "person_unknown"
    SUBJECT_UNKNOWN = "subject_unknown"
    REGISTERED_BEFORE_JOINING = "registered_before_joining"
    RATED_OUTSIDE_YEAR = "rated_outside_year"
    ENDS_BEFORE_START = "ends_before_start"
    BOUNDS_REVERSED = "bounds_reversed"
    THRESHOLD_ORDER = "threshold_order"
    GROUP_SUM_DIFFERS = "group_sum_differs"
    STAFF_GROUPS_DIFFER = "staff_groups_differ"
    SHEET_FACT_DIFFERS = "sheet_fact_differs"
    CAP_OF_ITEM = "cap_of_item"
    SCORE_NEGATIVE = "score_negative"
    SCORE_OVER_MAXIMUM = "score_over_maximum"
    SCORE_OFF_STEP = "score_off_step"
    OTHER_STAFF_GROUP = "other_staff_group"
    TOTAL_DIFFERS = "total_differs"
    MORE_THAN_BEFORE = "more_than_before"
    NOT_SHARES = "not_shares"
    NOT_A_MOMENT = "not_a_moment"
    PROPOSAL_UNKNOWN = "proposal_unknown"
    SHARES_COUNT = "shares_count"
    SHARES_OVER = "shares_over"
    INITIATIVE_UNKNOWN = "initiative_unknown"
    TEACHING_NOT_MARKED = "teaching_not_marked"
    MOVEMENT_UNKNOWN = "movement_unknown"


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing to put right. `row` counts as Excel does; `column` is the header; `cell` is "D12", "" for a sheet."""

    sheet: str
    row: int | None
    column: str | None
    value: str
    reason: Reason
    expected: str = ""
    cell: str = ""


class WorkbookErrors(UserError):
    """The workbook is refused as a whole; `problems` lists everything found, in the order of sheets and rows."""

    def __init__(self, problems: Iterable[CellProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("workbook_refused", count=len(self.problems))

    def __reduce__(self) -> tuple[type["WorkbookErrors"], tuple[tuple[CellProblem, ...]]]:
        return type(self), (self.problems,)
