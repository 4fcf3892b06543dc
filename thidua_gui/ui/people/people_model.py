"""The columns of the list of people; asks no service."""

from __future__ import annotations

from datetime import date

from thidua_gui.core.titles import TitleKey, rank
from thidua_gui.core.vietnamese import date_text, text_key
from thidua_gui.services.people import PersonRow, TitleMark
from thidua_gui.text import people as wording
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone, pick_column

CONTAINS, CHOICE, AT_LEAST = FilterKind.CONTAINS, FilterKind.CHOICE, FilterKind.AT_LEAST


def columns(year: int, code_letters: int = 4) -> tuple[Column[PersonRow], ...]:
    """As in the picture; what is quieter is there to be switched on. The longest code has `code_letters`."""
    return (
        pick_column(),
        Column(
            key="code", title=wording.CODE, text=lambda row: row.code, width=max(60, 18 + 9 * code_letters),
            filter=CONTAINS, look=Look.MUTED,
        ),
        Column(
            key="name", title=wording.NAME, text=named, width=170, stretch=True, hideable=False, filter=CONTAINS,
            look=Look.STRONG, sort_key=lambda row: row.name_sort, tooltip=named,
        ),
        Column(
            key="unit", title=wording.UNIT, text=unit_of, width=158, filter=CHOICE,
            sort_key=lambda row: (row.unit_place, row.position), tooltip=lambda row: row.unit_name,
        ),
        Column(
            key="post", title=wording.POST, text=lambda row: row.post or "", width=127, filter=CONTAINS,
            tooltip=lambda row: row.post or "",
        ),
        Column(
            key="advanced", title=wording.ADVANCED, title_tip=wording.ADVANCED_TIP, text=_advanced, width=58,
            kind=Kind.NUMBER, filter=AT_LEAST, sort_key=lambda row: row.advanced_years,
        ),
        Column(
            key="before", title=wording.title_of(year - 1), width=88, kind=Kind.BADGE, filter=CHOICE,
            chip=lambda row: _badge(row.titles_before), sort_key=lambda row: _order(row.titles_before),
            tooltip=lambda row: _all(row.titles_before) or wording.NO_TITLE,
        ),
        Column(
            key="registered", title=wording.registered_for(year), width=97, kind=Kind.BADGE, filter=CHOICE,
            chip=lambda row: _badge(row.registered) or MISSING, sort_key=lambda row: _order(row.registered),
            tooltip=lambda row: _all(row.registered) or wording.NOT_REGISTERED,
        ),
        *_quiet_columns(),
    )  # fmt: skip


def _quiet_columns() -> tuple[Column[PersonRow], ...]:
    return (
        Column(
            key="gender", title=wording.GENDER, text=lambda row: row.gender or "", width=84, filter=CHOICE, hidden=True
        ),
        Column(
            key="born", title=wording.BORN, text=lambda row: _day(row.born_on), width=96, kind=Kind.DATE,
            filter=CONTAINS, hidden=True, sort_key=lambda row: row.born_on,
        ),
        Column(
            key="ethnicity", title=wording.ETHNICITY, text=lambda row: row.ethnicity or "", width=88, filter=CHOICE,
            hidden=True,
        ),
        Column(
            key="group", title=wording.GROUP, text=lambda row: row.staff_group or "", width=104, filter=CHOICE,
            hidden=True,
        ),
        Column(
            key="joined", title=wording.JOINED, text=lambda row: _day(row.joined_on), width=104, kind=Kind.DATE,
            filter=CONTAINS, hidden=True, sort_key=lambda row: row.joined_on,
        ),
        Column(
            key="left", title=wording.LEFT, text=lambda row: _day(row.left_on), width=104, kind=Kind.DATE,
            filter=CONTAINS, hidden=True, sort_key=lambda row: row.left_on,
        ),
    )  # fmt: skip


def named(row: PersonRow) -> str:
    """The name, with what tells a namesake apart."""
    return f"{row.full_name} ({row.told_apart})" if row.told_apart else row.full_name


def unit_of(row: PersonRow) -> str:
    """The short name of the unit, or that it is not known."""
    return row.unit or wording.NO_UNIT


def look_of(row: PersonRow) -> Look:
    """People who have left are quieter."""
    return Look.PLAIN if row.left_on is None else Look.MUTED


MISSING = Chip(wording.NONE_REGISTERED, Tone.WARNING, "alert-triangle")


def _badge(marks: tuple[TitleMark, ...]) -> Chip | None:
    if not marks:
        return None
    best = marks[0]
    above = best.key is not None and best.key is not TitleKey.ADVANCED_LABOURER
    return Chip(best.short, Tone.GOLD, "award") if above else Chip(best.short)


def _order(marks: tuple[TitleMark, ...]) -> tuple[int, str] | None:
    return (rank(marks[0].key), text_key(marks[0].short)) if marks else None


def _all(marks: tuple[TitleMark, ...]) -> str:
    return "\n".join(mark.written for mark in marks)


def _advanced(row: PersonRow) -> str:
    return wording.years(row.advanced_years) if row.advanced_years else ""


def _day(day: date | None) -> str:
    return "" if day is None else date_text(day)
