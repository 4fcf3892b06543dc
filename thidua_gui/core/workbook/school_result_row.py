"""The row of a year workbook about one result of the school itself. Knows no cells and no wording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SchoolResultRow:
    """Kết quả của trường: as planned and as achieved, in the school's words."""

    content: str
    planned: str | None = None
    achieved: str | None = None
    note: str | None = None
