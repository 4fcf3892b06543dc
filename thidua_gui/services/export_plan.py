"""Reads the paragraphs of a year's plan for its workbook. Knows no other sheet."""

from __future__ import annotations

from thidua_gui.core.workbook.rows import PlanRow
from thidua_gui.services.export_people import Listed
from thidua_gui.services.plan import own_lines


def plan_rows(campaign_id: int, people: Listed) -> tuple[PlanRow, ...]:
    """In the order of reading; units that the year does not list are left out, as everywhere in its workbook."""
    rows = []
    for line in own_lines(campaign_id):
        units = tuple(people.unit_codes[unit] for unit in line.units if unit in people.unit_codes)
        said = line.number, line.carrier, units or None, line.targets or None
        rows.append(PlanRow(line.section, line.text, line.depth + 1, *said))
    return tuple(rows)
