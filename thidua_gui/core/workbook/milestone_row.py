"""The row of a year workbook about one milestone. Knows no cells and no wording."""

from dataclasses import dataclass
from datetime import date

from thidua_gui.core.timeline import MilestoneKind


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """Mốc thời gian; a year whose milestones follow from its plan's dates alone has no such rows."""

    kind: MilestoneKind
    name: str
    from_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    plan_wording: str | None = None
    note: str | None = None
