"""The columns of the excellent-teaching awards: a check cell for each level. Asks no service."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.services.teaching_awards import TeachingRow, Won
from thidua_gui.text import initiatives_page as wording
from thidua_gui.text.names import teaching_award
from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, Kind, Look

CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
FROZEN = 2


def columns(is_open: Callable[[], bool]) -> tuple[Column[TeachingRow], ...]:
    """Whom it is about stays frozen at the left."""
    return (
        Column(key="code", title=wording.CODE, text=lambda row: row.code, width=62, look=Look.MUTED, filter=CONTAINS),
        Column(
            key="name", title=wording.PERSON, text=lambda row: row.name, width=172, look=Look.STRONG, hideable=False,
            filter=CONTAINS, sort_key=lambda row: row.name_sort,
        ),
        Column(
            key="unit", title=wording.UNIT, text=lambda row: row.unit, width=124, filter=CHOICE,
            tooltip=lambda row: row.unit_name,
        ),
        Column(key="post", title=wording.POST, text=lambda row: row.post, width=118, filter=CHOICE),
        Column(
            key="group", title=wording.GROUP, text=lambda row: row.staff_group, width=104, filter=CHOICE, hidden=True
        ),
        *(_level(level, is_open) for level in TeachingLevel),
        Column(
            key="period", title=wording.PERIOD, text=partial(_told, _period), width=142, filter=CONTAINS,
            tooltip=partial(_told_each, _period),
        ),
        Column(
            key="decision", title=wording.DECISION, text=partial(_told, _decision), width=120, stretch=True,
            filter=CONTAINS, tooltip=partial(_told_each, _decision),
        ),
        Column(
            key="note", title=wording.NOTE, text=partial(_told, _note), width=120, filter=CONTAINS, hidden=True,
            tooltip=partial(_told_each, _note),
        ),
    )  # fmt: skip


def _level(level: TeachingLevel, is_open: Callable[[], bool]) -> Column[TeachingRow]:
    return Column(
        key=level.value, title=wording.short_level(level), title_tip=f"{teaching_award(level)}. {wording.TYPE_X}",
        kind=Kind.CHECK, width=84, checked=lambda row: level in row.awards, editable=lambda _row: is_open(),
    )  # fmt: skip


def _told(part: Callable[[Won], str], row: TeachingRow) -> str:
    """The words of all levels once if they agree, else each with its level: no decision seems to be another one's."""
    words = {level: part(row.awards[level]) for level in TeachingLevel if level in row.awards}
    if len(set(words.values())) <= 1:
        return next(iter(words.values()), "")
    return "; ".join(wording.of_short_level(level, text) for level, text in words.items() if text)


def _told_each(part: Callable[[Won], str], row: TeachingRow) -> str:
    words = {level: part(row.awards[level]) for level in TeachingLevel if level in row.awards}
    return "\n".join(wording.of_level(level, text) for level, text in words.items() if text)


def _period(won: Won) -> str:
    return won.period or ""


def _decision(won: Won) -> str:
    return wording.decision(won.decision_number, won.decided_on)


def _note(won: Won) -> str:
    return won.note or ""
