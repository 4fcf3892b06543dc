"""The columns of movements and of commendations; asks no service."""

from __future__ import annotations

from datetime import date

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.movements import MovementState
from thidua_gui.core.titles import rank
from thidua_gui.core.vietnamese import date_text, text_key
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.movements import MovementLine
from thidua_gui.text import awards as award_wording
from thidua_gui.text import commendations, movements
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone

CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
_TONES = {
    MovementState.UPCOMING: (Tone.NEUTRAL, "clock"),
    MovementState.UNDER_WAY: (Tone.INFO, "progress"),
    MovementState.TO_REVIEW: (Tone.WARNING, "flag"),
    MovementState.REVIEWED: (Tone.OK, "circle-check"),
    MovementState.UNDATED: (Tone.NEUTRAL, ""),
}
_HELD = Chip(award_wording.HELD)
_REVOKED = Chip(award_wording.REVOKED, Tone.ERROR, "circle-x")


def movement_columns() -> tuple[Column[MovementLine], ...]:
    """In the order of their first days."""
    return (
        Column(
            key="name", title=movements.COLUMN_NAME, text=lambda line: line.draft.name, width=104, look=Look.STRONG,
            stretch=True, filter=CONTAINS, tooltip=_about,
        ),
        Column(
            key="kind", title=movements.KIND, text=lambda line: movements.KINDS[line.draft.kind], width=86,
            filter=CHOICE,
        ),
        Column(
            key="when", title=movements.COLUMN_WHEN, width=196, filter=CONTAINS,
            text=lambda line: movements.when(line.draft.starts_on, line.draft.ends_on),
            sort_key=lambda line: line.draft.starts_on or line.draft.ends_on,
        ),
        Column(
            key="units", title=movements.COLUMN_UNITS, text=lambda line: movements.units(line.units), width=120,
            filter=CONTAINS, tooltip=lambda line: movements.units(line.units),
        ),
        Column(
            key="state", title=movements.COLUMN_STATE, kind=Kind.CHIP, width=128, filter=CHOICE, chip=_state,
            sort_key=lambda line: list(MovementState).index(line.state),
        ),
        Column(
            key="people", title=movements.COLUMN_PEOPLE, width=64, kind=Kind.NUMBER, group=movements.COLUMN_GIVEN,
            text=lambda line: _count(line.given.people), sort_key=lambda line: line.given.people,
        ),
        Column(
            key="collectives", title=movements.COLUMN_COLLECTIVES, width=64, kind=Kind.NUMBER,
            group=movements.COLUMN_GIVEN, text=lambda line: _count(line.given.collectives),
            sort_key=lambda line: line.given.collectives,
        ),
        Column(
            key="outside", title=movements.COLUMN_OUTSIDE, width=88, kind=Kind.NUMBER, group=movements.COLUMN_GIVEN,
            text=lambda line: _count(line.given.outside), sort_key=lambda line: line.given.outside, hidden=True,
        ),
        Column(
            key="plan", title=movements.PLAN_NUMBER, text=lambda line: line.draft.plan_number, width=110,
            filter=CONTAINS, hidden=True,
        ),
        Column(
            key="closed", title=movements.CLOSED_ON, text=lambda line: _day(line.draft.closed_on), width=104,
            kind=Kind.DATE, sort_key=lambda line: line.draft.closed_on, hidden=True,
        ),
        Column(
            key="theme", title=movements.THEME, text=lambda line: line.draft.theme, width=160, filter=CONTAINS,
            hidden=True, tooltip=lambda line: line.draft.theme,
        ),
    )  # fmt: skip


def commendation_columns() -> tuple[Column[AwardRow], ...]:
    """Of a movement its name stands where else "Đột xuất" does."""
    return (
        Column(
            key="name", title=commendations.COLUMN_NAME, text=lambda row: row.name, width=124, look=Look.STRONG,
            stretch=True, filter=CONTAINS, sort_key=lambda row: row.name_sort, tooltip=_who,
        ),
        Column(
            key="post", title=commendations.COLUMN_POST, text=lambda row: row.post_then or "", width=120,
            filter=CONTAINS, hidden=True,
        ),
        Column(
            key="unit", title=commendations.COLUMN_UNIT, text=lambda row: row.unit_then or "", width=120,
            filter=CHOICE, tooltip=lambda row: row.unit_then or "",
        ),
        Column(
            key="kind", title=commendations.COLUMN_KIND, text=_kind, width=120, filter=CHOICE, tooltip=_kind,
        ),
        Column(
            key="title", title=commendations.FORM, text=lambda row: row.short, width=88, filter=CHOICE,
            sort_key=lambda row: (rank(row.key), text_key(row.title)), tooltip=lambda row: row.title,
        ),
        Column(
            key="achievement", title=commendations.ACHIEVEMENT, text=_achievement, width=120, stretch=True,
            filter=CONTAINS, tooltip=lambda row: row.achievement or "",
        ),
        Column(
            key="decision", title=commendations.COLUMN_DECISION, text=_decision, width=176, filter=CONTAINS,
            sort_key=lambda row: row.decided_on, tooltip=_told, icon=_revoked_icon,
        ),
        Column(
            key="number", title=commendations.NUMBER, text=lambda row: row.decision_number or "", width=98,
            filter=CONTAINS, hidden=True,
        ),
        Column(
            key="decided", title=commendations.DECIDED_ON, text=lambda row: _day(row.decided_on), width=108,
            kind=Kind.DATE, filter=CONTAINS, sort_key=lambda row: row.decided_on, hidden=True,
        ),
        Column(
            key="authority", title=commendations.AUTHORITY, text=lambda row: row.authority or "", width=150,
            filter=CHOICE, hidden=True,
        ),
        Column(
            key="state", title=commendations.COLUMN_STATE, kind=Kind.BADGE, width=108, filter=CHOICE,
            chip=lambda row: _HELD if row.revocation is None else _REVOKED, tooltip=_revoked, hidden=True,
        ),
    )  # fmt: skip


def commendation_look(row: AwardRow) -> Look:
    """Revoked ones are quieter."""
    return Look.PLAIN if row.revocation is None else Look.MUTED


def _about(line: MovementLine) -> str:
    draft = line.draft
    return "\n".join(words for words in (draft.name, draft.theme, draft.plan_number, draft.summary) if words)


def _state(line: MovementLine) -> Chip:
    tone, icon = _TONES[line.state]
    return Chip(movements.STATES[line.state], tone, icon)


def _who(row: AwardRow) -> str:
    return ", ".join(words for words in (row.name, row.post_then, row.unit_then) if words)


def _kind(row: AwardRow) -> str:
    if row.kind == CommendationKind.MOVEMENT and row.movement:
        return row.movement
    return commendations.kind_name(row.kind)


def _achievement(row: AwardRow) -> str:
    return " ".join((row.achievement or "").split())


def _decision(row: AwardRow) -> str:
    return commendations.decision(row.decision_number, row.decided_on, is_revoked=row.revocation is not None)


def _told(row: AwardRow) -> str:
    return "\n".join(words for words in (_decision(row), row.authority, _revoked(row)) if words)


def _revoked_icon(row: AwardRow) -> str:
    return "" if row.revocation is None else "circle-x"


def _revoked(row: AwardRow) -> str:
    return "" if row.revocation is None else award_wording.revoked(row.revocation.revoked_on, row.revocation.reason)


def _count(number: int) -> str:
    return str(number) if number else ""


def _day(day: date | None) -> str:
    return "" if day is None else date_text(day)
