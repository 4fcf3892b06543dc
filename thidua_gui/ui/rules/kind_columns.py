"""The columns of titles and forms; asks no service."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_gui.core.award_kinds import OWN
from thidua_gui.core.awards import Level
from thidua_gui.core.titles import TitleKey, rank
from thidua_gui.services.award_kinds import AwardKindRow, KindLine
from thidua_gui.text import award_kinds as kind_wording
from thidua_gui.text import award_kinds_page as wording
from thidua_gui.ui.widgets.grid.columns import Chip, Column, FilterKind, Kind, Look, Tone

_FIRST_OWN = 1000
_HEIGHTS = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class KindEntry:
    """One line as shown; `place` is its rank."""

    line: KindLine
    place: int

    @property
    def id(self) -> int:
        """The same as long as the kind is there."""
        return entry_id(self.line.row.key)

    @property
    def row(self) -> AwardKindRow:
        """The kind."""
        return self.line.row


def entry_id(key: str) -> int:
    """The id in the grid of a kind with that key."""
    if key.startswith(OWN):
        return _FIRST_OWN + int(key.removeprefix(OWN))
    return rank(TitleKey(key))


ON_PAPER = ("bearer", "level", "authority", "awards")
"""Columns that the printed list has whether the screen has room for them or not."""


def columns(*, is_narrow: bool = False) -> tuple[Column[KindEntry], ...]:
    """Sorted by rank until a title of a column is clicked; where room is short the panel tells the rest."""
    return (
        Column(
            key="name", title=wording.NAME, text=lambda entry: entry.row.name, stretch=True,
            width=170 if is_narrow else 204, look=Look.STRONG, hideable=False, filter=FilterKind.CONTAINS,
            sort_key=lambda entry: entry.place,
            tooltip=lambda entry: entry.row.name,
        ),
        Column(
            key="short", title=wording.SHORT, text=lambda entry: entry.row.short, width=92,
            filter=FilterKind.CONTAINS,
        ),
        Column(
            key="bearer", title=wording.BEARER, width=86, hidden=is_narrow,
            filter=FilterKind.CHOICE,
            text=lambda entry: kind_wording.BEARERS_BRIEFLY[entry.row.bearer],
            tooltip=lambda entry: kind_wording.BEARERS[entry.row.bearer],
        ),
        Column(
            key="level", title=wording.LEVEL, width=88, hidden=is_narrow, filter=FilterKind.CHOICE,
            text=lambda entry: kind_wording.LEVELS_BRIEFLY[entry.row.level],
            tooltip=lambda entry: kind_wording.LEVELS[entry.row.level],
            sort_key=lambda entry: _HEIGHTS[entry.row.level],
        ),
        Column(
            key="authority", title=wording.AUTHORITY_SHORT, text=lambda entry: entry.row.authority, width=114,
            hidden=is_narrow,
            filter=FilterKind.CONTAINS, tooltip=_authority_told,
        ),
        Column(
            key="source", title=wording.SOURCE, kind=Kind.CHIP, chip=lambda entry: chip_of(entry.row), width=124,
            filter=FilterKind.CHOICE, tooltip=_authority_told,
        ),
        Column(
            key="awards", title=wording.AWARDS, title_tip=wording.AWARDS_TIP, kind=Kind.NUMBER, width=68,
            hidden=is_narrow,
            text=lambda entry: str(entry.line.awards or ""), sort_key=lambda entry: entry.line.awards,
        ),
    )  # fmt: skip


def look_of(entry: KindEntry) -> Look:
    """Hidden kinds are quieter."""
    return Look.PLAIN if entry.row.is_used else Look.MUTED


def chip_of(row: AwardKindRow) -> Chip:
    """Whose word it is, and whether it was compared with the law."""
    if not row.is_used:
        return Chip(wording.HIDDEN_WORD, Tone.NEUTRAL, "eye-off")
    if row.is_own:
        return Chip(wording.OWN_WORD, Tone.INFO, "building")
    if not row.is_authority_checked:
        return Chip(wording.UNCHECKED, Tone.WARNING)
    if row.is_changed:
        return Chip(wording.CHANGED, Tone.INFO, "pencil")
    return Chip(wording.CHECKED, Tone.OK)


def _authority_told(entry: KindEntry) -> str:
    row = entry.row
    source = wording.source(row.authority_source, is_checked=row.is_authority_checked)
    return "\n".join(part for part in (row.authority, source) if part)
