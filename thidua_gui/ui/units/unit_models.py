"""The columns of the two tables of a unit: its members on a day, and the units below it; asks no service."""

from __future__ import annotations

from datetime import date

from thidua_gui.core.ratings import Rating
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.organisation import MemberRow
from thidua_gui.services.organisation_year import ChildRow
from thidua_gui.text import units as wording
from thidua_gui.text.names import RATING_SHORT
from thidua_gui.ui.widgets.grid.columns import Chip, Column, Kind, Look, Tone, pick_column

TONES = {
    Rating.EXCELLENT: Tone.OK,
    Rating.GOOD: Tone.NEUTRAL,
    Rating.COMPLETED: Tone.NEUTRAL,
    Rating.NOT_COMPLETED: Tone.ERROR,
}


def member_columns() -> tuple[Column[MemberRow], ...]:
    """The unit's own column is hidden until units below are shown too."""
    return (
        Column(key="code", title=wording.MEMBER_CODE, text=lambda row: row.code, width=70, look=Look.MUTED),
        Column(
            key="name", title=wording.MEMBER_NAME, text=_name, width=190, stretch=True, look=Look.STRONG,
            sort_key=lambda row: row.name_sort, tooltip=_name,
        ),
        Column(key="unit", title=wording.MEMBER_UNIT, text=lambda row: row.unit, width=160, hidden=True),
        Column(key="post", title=wording.MEMBER_POST, text=lambda row: row.post or "", width=140),
        Column(key="group", title=wording.MEMBER_GROUP, text=lambda row: row.staff_group or "", width=110),
        Column(
            key="since", title=wording.MEMBER_SINCE, text=lambda row: _day(row.since) or wording.NOT_KNOWN, width=110,
            kind=Kind.DATE, sort_key=lambda row: row.since,
        ),
    )  # fmt: skip


def child_columns(year: int) -> tuple[Column[ChildRow], ...]:
    """What each unit below did in the year; checked ones can be worked on together."""
    return (
        pick_column(),
        Column(
            key="code", title=wording.MEMBER_CODE, text=lambda row: row.code, width=70, look=Look.MUTED, hidden=True
        ),
        Column(
            key="name", title=wording.NAME, text=lambda row: row.name, width=180, stretch=True, look=Look.STRONG,
            tooltip=lambda row: row.name,
        ),
        Column(key="kind", title=wording.KIND, text=lambda row: row.kind, width=84, hidden=True),
        Column(
            key="head", title=wording.HEAD, text=lambda row: row.head or wording.NO_HEAD, width=146,
            look_of=lambda row: Look.MUTED if row.head is None else Look.PLAIN,
        ),
        Column(
            key="members", title=wording.MEMBERS, text=lambda row: str(row.members), width=88, kind=Kind.NUMBER,
            sort_key=lambda row: row.members,
        ),
        Column(
            key="launched", title=wording.launched_in(year), width=122, kind=Kind.BADGE,
            chip=_launched, sort_key=lambda row: row.launched_on,
        ),
        Column(
            key="rating", title=wording.rated_in(year), width=118, kind=Kind.CHIP,
            chip=lambda row: None if row.rating is None else Chip(RATING_SHORT[row.rating], TONES[row.rating]),
            sort_key=lambda row: None if row.rating is None else row.rating.order,
        ),
    )  # fmt: skip


def _launched(row: ChildRow) -> Chip | None:
    if row.launched_on is not None:
        return Chip(date_text(row.launched_on))
    return None if row.kind == wording.LEADERS else Chip(wording.NOT_YET, Tone.WARNING, "alert-triangle")


def _name(row: MemberRow) -> str:
    return f"{row.full_name} ({row.told_apart})" if row.told_apart else row.full_name


def _day(day: date | None) -> str:
    return "" if day is None else date_text(day)
