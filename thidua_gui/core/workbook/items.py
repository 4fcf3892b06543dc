"""Reads a sheet of two columns, the name of an item and its value, as one line. Knows no other sheet."""

from collections.abc import Sequence
from typing import Any

from thidua_gui.core.workbook.cells import header_text
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.specification import SheetSpec
from thidua_gui.core.workbook.tables import HEADER_ROW, Cells, Line, Table, at, column_reader, read_line, read_table
from thidua_gui.core.workbook.wording import Wording


def read_items(title: str, grid: Sequence[Cells], spec: SheetSpec, wording: Wording) -> Table:
    """The items as a table of one line. An item that is not listed has no value; a required one must be listed."""
    names = wording.sheets[spec.key]
    table = read_table(title, grid, spec, spec.columns, wording, names.headers)
    listed, table.lines = table.lines, []
    if not {"item", "value"} <= set(table.places):
        return table
    columns = {names.items[column.key]: column for column in spec.items}
    table.headers = {**names.headers, **{column.key: names.headers["value"] for column in spec.items}}
    table.places |= {column.key: table.places["value"] for column in spec.items}
    values: dict[str, object] = {}
    rows: dict[str, int] = {}
    for line in listed:
        name = header_text(at(line.cells, table.places["item"]))
        column = columns.get(name)
        if column is None:
            table.refuse_cell(line, "item", Reason.ITEM_UNKNOWN, ", ".join(columns))
        elif column.key in rows:
            table.refuse_cell(line, "item", Reason.CODE_REPEATED, str(rows[column.key]))
        else:
            values[column.key], rows[column.key] = None, line.row
            plan = [(table.places["value"], column, column_reader(column, wording), dict[str | None, Any]())]
            read_line(table, Line(line.row, values, line.cells), plan)
    for column in spec.items:
        if column.key not in rows:
            values[column.key] = None
            if column.required:
                table.refuse(Reason.ITEM_MISSING, names.items[column.key])
    table.lines = [Line(HEADER_ROW + 1, values, ())]
    return table
