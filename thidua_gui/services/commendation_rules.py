"""What the law says of results given at once: since when they are no basis for proposals of merit. Reads one file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import cast

from thidua_gui import resources
from thidua_gui.core.commendations import CommendationKind


@dataclass(frozen=True, slots=True)
class LawNote:
    """Since when such results are no basis for merit proposals, by which text; `applies`: in the year asked for."""

    since: date
    source: str
    is_checked: bool
    applies: bool
    kinds: frozenset[CommendationKind] = frozenset()


def law_note(year: int) -> LawNote:
    """As it holds on the last day of the year; where none held yet, the first one to come."""
    return _on(date(year, 12, 31))


def no_basis(decided_on: date) -> frozenset[str]:
    """The kinds of commendation that no condition of merit counts, for a decision of that day."""
    note = _on(decided_on)
    return frozenset(kind.value for kind in note.kinds) if note.applies else frozenset()


def _on(day: date) -> LawNote:
    notes = _law_notes()
    held = [note for note in notes if note.since <= day]
    return held[-1] if held else replace(notes[0], applies=False)


@cache
def _law_notes() -> tuple[LawNote, ...]:
    found: Iterable[Mapping[str, object]] = tomllib.loads(resources.text("commendation_rules.toml"))["not_a_basis"]
    return tuple(_law_note(entry) for entry in found)


def _law_note(entry: Mapping[str, object]) -> LawNote:
    since = entry["from"]
    if not isinstance(since, date):
        raise TypeError(f"commendation_rules.toml: from = {since!r}")
    kinds = frozenset(CommendationKind(kind) for kind in cast("list[str]", entry["kinds"]))
    return LawNote(since, str(entry["source"]), entry["grade"] == "S", applies=True, kinds=kinds)
