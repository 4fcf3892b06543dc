"""The columns of all awards of all years; asks no service."""

from __future__ import annotations

from thidua_gui.core.titles import TitleKey, rank
from thidua_gui.core.vietnamese import date_text, text_key
from thidua_gui.services.awards import AwardRow
from thidua_gui.text import awards as wording
from thidua_gui.text.commendations import kind_name
from thidua_gui.ui.widgets.grid.columns import Align, Chip, Column, FilterKind, Kind, Look, Tone, pick_column

CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
HELD = Chip(wording.HELD)
REVOKED = Chip(wording.REVOKED, Tone.ERROR, "circle-x")


def columns() -> tuple[Column[AwardRow], ...]:
    """Filters by year, bearer, title, unit then, decision and state."""
    return (
        pick_column(),
        Column(
            key="year", title=wording.YEAR, text=lambda row: str(row.year), width=60, kind=Kind.NUMBER,
            align=Align.LEFT, sort_key=lambda row: row.year,
        ),
        Column(key="code", title=wording.CODE, text=lambda row: row.bearer_code, width=68, filter=CONTAINS,
               look=Look.MUTED, hidden=True),
        Column(
            key="name", title=wording.NAME, text=lambda row: row.name, width=156, stretch=True, filter=CONTAINS,
            look=Look.STRONG, sort_key=lambda row: row.name_sort, tooltip=lambda row: row.name,
        ),
        Column(
            key="title", title=wording.AWARD, text=lambda row: row.title, width=176, filter=CHOICE, icon=_icon,
            sort_key=lambda row: (rank(row.key), text_key(row.title)), tooltip=lambda row: row.title,
        ),
        Column(
            key="unit", title=wording.UNIT_THEN, text=lambda row: row.unit_then or "", width=130, filter=CHOICE,
            tooltip=lambda row: row.unit_then or "",
        ),
        Column(
            key="post", title=wording.POST_THEN, text=lambda row: row.post_then or "", width=130, filter=CONTAINS,
            hidden=True,
        ),
        Column(
            key="number", title=wording.NUMBER, text=lambda row: row.decision_number or "", width=104, filter=CONTAINS
        ),
        Column(
            key="decided", title=wording.DECIDED_ON, text=_decided, width=104, kind=Kind.DATE, filter=CONTAINS,
            hidden=True,
            sort_key=lambda row: row.decided_on,
        ),
        Column(
            key="authority", title=wording.AUTHORITY, text=lambda row: row.authority or "", width=130, filter=CHOICE,
            hidden=True,
        ),
        Column(
            key="kind", title=wording.COMMENDED_FOR, text=lambda row: kind_name(row.kind), width=120, filter=CHOICE,
            hidden=True, tooltip=lambda row: " · ".join(filter(None, (row.movement, row.achievement))),
        ),
        Column(
            key="state", title=wording.STATE, width=116, kind=Kind.BADGE, filter=CHOICE,
            chip=lambda row: HELD if row.revocation is None else REVOKED, tooltip=_revoked,
        ),
    )  # fmt: skip


def look_of(row: AwardRow) -> Look:
    """Revoked awards are quieter."""
    return Look.PLAIN if row.revocation is None else Look.MUTED


def _icon(row: AwardRow) -> str:
    above = row.key is not None and row.key is not TitleKey.ADVANCED_LABOURER
    return "award" if above and row.revocation is None else ""


def _decided(row: AwardRow) -> str:
    return "" if row.decided_on is None else date_text(row.decided_on)


def _revoked(row: AwardRow) -> str:
    told = row.revocation
    return "" if told is None else wording.revoked(told.revoked_on, told.reason, told.decision_number)
