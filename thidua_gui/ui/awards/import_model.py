"""The columns of the preview of a list of past awards; asks no service."""

from __future__ import annotations

from thidua_gui.core.vietnamese import text_key
from thidua_gui.services.award_list import Examined, Fate
from thidua_gui.text import award_list as wording
from thidua_gui.text import awards as award_wording
from thidua_gui.ui.widgets.grid.columns import Align, Chip, Column, FilterKind, Kind, Look, Tone

CHIPS = {
    Fate.READY: Chip(wording.READY, Tone.OK, "check"),
    Fate.AS_TEXT: Chip(wording.AS_TEXT, Tone.INFO, "pencil"),
    Fate.CHOOSE: Chip(wording.CHOOSE, Tone.WARNING, "alert-triangle"),
    Fate.NOT_FOUND: Chip(wording.NOT_FOUND, Tone.WARNING, "alert-triangle"),
    Fate.DOUBLE: Chip(wording.DOUBLE),
    Fate.PROBLEM: Chip(wording.PROBLEM, Tone.ERROR, "circle-x"),
    Fate.SKIPPED: Chip(wording.SKIPPED),
}
LOOK = Chip(wording.TO_LOOK_AT, Tone.WARNING, "alert-triangle")
OPEN = (Fate.CHOOSE, Fate.NOT_FOUND, Fate.PROBLEM)
"""What the clerk should look at."""


def columns() -> tuple[Column[Examined], ...]:
    """As the list has them, with whom each line means and what is to be known."""
    return (
        Column(
            key="row", title=wording.ROW, text=lambda row: str(row.line.row), width=48, kind=Kind.NUMBER,
            align=Align.LEFT, sort_key=lambda row: row.line.row,
        ),
        Column(
            key="state", title=wording.STATE, width=144, kind=Kind.BADGE, filter=FilterKind.CHOICE,
            chip=lambda row: LOOK if row.is_to_look_at else CHIPS[row.fate],
        ),
        Column(
            key="name", title=wording.BEARER, text=lambda row: row.name or row.line.code, width=146,
            filter=FilterKind.CONTAINS, look=Look.STRONG, sort_key=lambda row: text_key(row.name),
            tooltip=lambda row: " · ".join(filter(None, (row.line.name, row.line.unit, row.line.code))),
        ),
        Column(key="year", title=wording.YEAR, text=_year, width=60, kind=Kind.NUMBER, align=Align.LEFT),
        Column(
            key="title", title=wording.AWARD, text=lambda row: row.line.title, width=130, filter=FilterKind.CONTAINS,
            tooltip=lambda row: row.line.title,
        ),
        Column(key="decision", title=wording.DECISION, text=lambda row: row.line.number, width=98, tooltip=_decision),
        Column(
            key="why", title=wording.WHY, text=lambda row: "; ".join(row.notes), width=110, stretch=True,
            tooltip=lambda row: "\n".join(row.notes),
        ),
    )  # fmt: skip


def look_of(row: Examined) -> Look:
    """What is not written is quieter."""
    return Look.PLAIN if row.is_written or row.fate in OPEN else Look.MUTED


def _year(row: Examined) -> str:
    return "" if row.line.year is None else str(row.line.year)


def _decision(row: Examined) -> str:
    line = row.line
    has_any = line.number or line.decided_on is not None
    return award_wording.decision(line.number or None, line.decided_on) if has_any else ""
