"""The columns of conditions, of dated values and of two packs side by side; asks no service."""

from __future__ import annotations

from typing import Any

from thidua_gui.core.conditions import CHECKED
from thidua_gui.core.pack_comparison import Change
from thidua_gui.core.rulepack import Pack
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.rule_review import ComparedLine, ConditionLine, ValueLine
from thidua_gui.text import rule_packs as wording
from thidua_gui.text.rules import UNCHECKED
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone, pick_column

Line = ConditionLine | ValueLine
CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
OPEN_CHIP = Chip(UNCHECKED, Tone.WARNING)
CONFIRMED_CHIP = Chip(wording.CONFIRMED, Tone.OK)
ON_PAPER = {"conditions": ("award", "by"), "values": ("used", "to", "by"), "compared": ("award",)}
"""Columns that the printed lists have whether the screen shows them or not."""
_CHANGES = {
    Change.SAME: None,
    Change.CHANGED: Chip(wording.CHANGES[Change.CHANGED], Tone.WARNING, "arrows-exchange"),
    Change.ADDED: Chip(wording.CHANGES[Change.ADDED], Tone.INFO, "plus"),
    Change.DROPPED: Chip(wording.CHANGES[Change.DROPPED], Tone.NEUTRAL, "x"),
}


def state_chip(line: Line) -> Chip | None:
    """None of what was read in the text when the program was made."""
    if not line.is_checked:
        return OPEN_CHIP
    return CONFIRMED_CHIP if line.confirmation is not None or line.grade != CHECKED else None


def condition_columns() -> tuple[Column[ConditionLine], ...]:
    return (
        pick_column(),
        Column(
            key="award", title=wording.AWARD, text=lambda row: row.award_name, width=160, hidden=True, filter=CHOICE,
        ),
        Column(
            key="needed", title=wording.NEEDED, text=lambda row: wording.capital(row.needed), width=240, stretch=True,
            hideable=False, look=Look.STRONG, filter=CONTAINS, sortable=False,
        ),
        _source(110), _state(), _by(),
    )  # fmt: skip


def value_columns() -> tuple[Column[ValueLine], ...]:
    return (
        pick_column(),
        Column(
            key="needed", title=wording.VALUE, text=lambda row: row.name, width=156, stretch=True, hideable=False,
            look=Look.STRONG, filter=CONTAINS, sortable=False,
        ),
        Column(key="number", title=wording.NUMBER, kind=Kind.NUMBER, text=lambda row: str(row.number), width=52),
        Column(
            key="from", title=wording.FROM, kind=Kind.DATE, text=lambda row: date_text(row.from_on), width=104,
            sort_key=lambda row: row.from_on,
        ),
        Column(
            key="to", title=wording.TO, kind=Kind.DATE, width=104, hidden=True,
            text=lambda row: "" if row.until_on is None else date_text(row.until_on),
            sort_key=lambda row: row.until_on,
        ),
        Column(
            key="used", title=wording.USED_IN, text=lambda row: ", ".join(row.used_in), width=130, hidden=True,
        ),
        _source(60), _state(), _by(),
    )  # fmt: skip


def compared_columns(earlier: Pack, later: Pack) -> tuple[Column[ComparedLine], ...]:
    return (
        Column(
            key="award", title=wording.AWARD, text=lambda row: row.award_name, width=160, hidden=True, filter=CHOICE,
        ),
        Column(
            key="needed", title=wording.title(earlier), text=lambda row: wording.capital(row.earlier), width=200,
            stretch=True, hideable=False, filter=CONTAINS, sortable=False,
        ),
        Column(
            key="later", title=wording.title(later), text=lambda row: wording.capital(row.later), width=200,
            stretch=True, hideable=False, filter=CONTAINS, sortable=False,
        ),
        Column(
            key="change", title=wording.CHANGE, kind=Kind.CHIP, chip=lambda row: _CHANGES[row.change], width=96,
            filter=CHOICE,
        ),
    )  # fmt: skip


def _state() -> Column[Any]:
    return Column(
        key="state", title=wording.STATE, title_tip=wording.STATE_TIP, kind=Kind.CHIP, chip=state_chip, width=138,
        filter=CHOICE,
    )  # fmt: skip


def _source(width: int) -> Column[Any]:
    return Column(
        key="source", title=wording.SOURCE, text=lambda row: row.source, width=width, stretch=True, filter=CONTAINS,
    )  # fmt: skip


def _by() -> Column[Any]:
    return Column(key="by", title=wording.COMPARED_BY, text=_confirmer, width=190, hidden=True, filter=CONTAINS)


def _confirmer(line: Line) -> str:
    found = line.confirmation
    return "" if found is None else wording.confirmed_by(found.by, found.on)
