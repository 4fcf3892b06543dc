"""The columns of the list of quotas; asks no service."""

from __future__ import annotations

from thidua_gui.core.titles import TitleKey
from thidua_gui.services.quota_list import QuotaList, QuotaRow
from thidua_gui.text import quota_page as wording
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone

PARTICULARS = ("base", "scope", "rounding", "since")
"""Columns that wait to be shown where there is little room."""
ON_PAPER = (*PARTICULARS, "source")
"""Columns that the printed list has whether the screen shows them or not."""
TITLE, FORM = "title", "form"
CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
_OWN = Chip(wording.OWN, Tone.INFO)
_UNCHECKED = Chip(wording.UNCHECKED, Tone.WARNING)
_CHECKED = Chip(wording.CHECKED, Tone.OK)
_SHARE_CHECKED = Chip(wording.SHARE_CHECKED, Tone.OK)


def quota_columns(shown: QuotaList) -> tuple[Column[QuotaRow], ...]:
    return (
        Column(
            key="kind", title=wording.KIND, text=lambda row: row.name, width=165, stretch=True, hideable=False,
            look=Look.STRONG, filter=CONTAINS, sortable=False, tooltip=lambda row: row.name,
        ),
        Column(
            key="limit", title=wording.LIMIT, text=_limit, width=116,
            filter=CHOICE, sortable=False,
        ),
        Column(
            key="base", title=wording.BASE, width=92, filter=CHOICE, sortable=False,
            text=lambda row: wording.base_of(row.in_force.rule, shown.shorts, of_units=row.of_units),
        ),
        Column(
            key="scope", title=wording.SCOPE, text=lambda row: wording.scope_of(row.in_force.rule), width=98,
            filter=CHOICE, sortable=False,
        ),
        Column(
            key="rounding", title=wording.ROUNDING, text=lambda row: wording.rounding_of(row.in_force.rule), width=104,
            filter=CHOICE, sortable=False,
        ),
        Column(
            key="year", title=wording.year_head(shown.year), text=lambda row: made_of(row, shown),
            width=292, sortable=False, tooltip=lambda row: made_of(row, shown),
        ),
        Column(
            key="since", title=wording.SINCE, width=97, sortable=False,
            text=lambda row: wording.since(row.in_force.since, has_rule=_is_told(row)),
        ),
        Column(
            key="state", title=wording.STATE, title_tip=wording.STATE_TIP, kind=Kind.CHIP, chip=_state,
            width=148, filter=CHOICE, tooltip=_basis,
        ),
        Column(
            key="source", title=wording.SOURCE, text=lambda row: row.in_force.source, width=260, hidden=True,
            sortable=False,
        ),
    )  # fmt: skip


def made_of(row: QuotaRow, shown: QuotaList) -> str:
    """What the rule makes of the year; nothing without a rule."""
    if row.standing is None:
        return ""
    return wording.made_of(row.standing, shown.shorts, of_units=row.of_units)


def _limit(row: QuotaRow) -> str:
    """Only of the lowest title the law is known to set none; else nobody has decided yet."""
    is_open = row.in_force.rule is None and not row.in_force.is_own and row.kind != TitleKey.ADVANCED_LABOURER
    return wording.UNDECIDED if is_open else wording.limit_words(row.in_force.rule)


def _basis(row: QuotaRow) -> str:
    found = row.in_force
    if found.is_own or found.rule is None:
        return found.source
    return wording.basis(found.rule, is_checked=found.is_checked)


def _is_told(row: QuotaRow) -> bool:
    return row.in_force.is_own or row.in_force.rule is not None


def _state(row: QuotaRow) -> Chip | None:
    if row.in_force.is_own:
        return _OWN
    if row.in_force.rule is None:
        return None
    checked = _CHECKED if row.in_force.rule.share is None else _SHARE_CHECKED
    return checked if row.in_force.is_checked else _UNCHECKED
