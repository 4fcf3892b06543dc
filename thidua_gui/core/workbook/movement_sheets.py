"""What must hold between the sheets of movements and of awards. Knows no cells."""

from collections.abc import Iterable

from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.tables import Table


def check_movements(movements: Table | None, awards: Iterable[Table | None]) -> None:
    """An award names a movement of the year; without their sheet the data file itself is asked later."""
    if movements is None or not all("name" in line.values for line in movements.lines):
        return
    known = {line.values["name"] for line in movements.lines}
    for table in awards:
        for line in () if table is None else table.lines:
            name = line.values.get("movement")
            if table is not None and name is not None and name not in known:
                table.refuse_cell(line, "movement", Reason.MOVEMENT_UNKNOWN, name)
