"""The row of a year workbook about one kind of award as the school has it. Knows no cells and no wording."""

from dataclasses import dataclass

from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.titles import TitleGroup


@dataclass(frozen=True, slots=True)
class AwardKindRow:
    """Danh hiệu, hình thức: one of the school's own, or its particulars of the shipped kind whose name `replaces`
    is."""

    name: str
    short: str
    group: TitleGroup
    bearer: Bearer
    level: Level
    replaces: str | None = None
    authority: str | None = None
    wordings: tuple[str, ...] | None = None
    note: str | None = None
    is_hidden: bool = False
