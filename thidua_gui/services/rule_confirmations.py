"""Đối chiếu: which conditions and values of rule packs an officer compared with the text, as kept in the data file."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from db.models.settings import Setting
from thidua_gui.core.conditions import Condition
from thidua_gui.core.rulepack import DatedValue, Pack
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import settings
from thidua_gui.services.rows import fetch
from thidua_gui.text import rules as wording

_PREFIX = "rules.confirmed."
_HASH = 16
"""So many letters of a pack's hash stand in a key."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who compared a passage with the text itself, when, and which document they read."""

    by: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What is compared by itself: a condition of an award, or without `award` the value of a key from a day on."""

    award: TitleKey | None
    id: str
    from_on: date | None = None

    @property
    def token(self) -> str:
        if self.award is not None:
            return f"{self.award.value}.{self.id}"
        return f"value.{self.id}.{self.from_on}"


Noted = Mapping[str, Confirmation]
"""What was confirmed, by pack, hash and passage."""


def of_condition(condition: Condition) -> Passage:
    return Passage(condition.award, condition.id)


def of_value(value: DatedValue) -> Passage:
    return Passage(None, value.key, value.from_on)


def passages(pack: Pack) -> frozenset[Passage]:
    """All that can be compared in it."""
    return frozenset((*map(of_condition, pack.conditions), *map(of_value, pack.values)))


def noted() -> Noted:
    """Everything confirmed in the data file; for use in a read."""
    rows = fetch(Setting.select(Setting.key, Setting.value).where(Setting.key.startswith(_PREFIX)))
    found = {key.removeprefix(_PREFIX): json.loads(value) for key, value in rows}
    return {key: Confirmation(one["by"], date.fromisoformat(one["on"]), one["document"]) for key, one in found.items()}


def to_compare(pack: Pack, condition: Condition) -> tuple[Passage, ...]:
    """What nobody compared of a condition: itself, and the values that it is filled with."""
    own = all(one.is_checked for one in (condition, *condition.parts))
    keys = value_keys(condition)
    values = (of_value(one) for one in pack.values if one.key in keys and not one.is_checked)
    return (*(() if own else (of_condition(condition),)), *values)


def compared(pack: Pack, condition: Condition, known: Noted) -> tuple[Passage, ...]:
    """What is taken back with a condition: its own confirmation, else those of its values."""
    own = of_condition(condition)
    if confirmation_of(pack, own, known) is not None:
        return (own,)
    keys = value_keys(condition)
    return tuple(of_value(one) for one in pack.values if one.key in keys and one.confirmed_by)


def value_keys(condition: Condition) -> frozenset[str]:
    """The dated values that it or a part of it is filled with."""
    return frozenset(key for one in (condition, *condition.parts) for key in one.value_keys.values())


def confirmation_of(pack: Pack, passage: Passage, known: Noted) -> Confirmation | None:
    return known.get(_name(pack, passage))


def lapsed(pack: Pack, passage: Passage, known: Noted) -> Confirmation | None:
    """The last confirmation of the same passage in another text of the pack, while this text has none."""
    if confirmation_of(pack, passage, known) is not None:
        return None
    begin, end = f"{pack.id}.", f".{passage.token}"
    of_others = [one for key, one in known.items() if key.startswith(begin) and key[len(begin) + _HASH :] == end]
    return max(of_others, key=lambda one: one.on, default=None)


def with_confirmations(pack: Pack, known: Noted) -> Pack:
    """The pack with the words of who confirmed what; a confirmed condition lends them to its parts."""
    values = tuple(replace(one, confirmed_by=_words(pack, of_value(one), known)) for one in pack.values)
    return replace(pack, conditions=tuple(_noted(pack, one, known) for one in pack.conditions), values=values)


def store(pack: Pack, found: Collection[Passage], confirmation: Confirmation) -> None:
    """Inside a write; what was confirmed before is confirmed anew."""
    words = {"by": confirmation.by, "on": confirmation.on.isoformat(), "document": confirmation.document}
    for passage in found:
        settings.store(_key(pack, passage), words)


def remove(pack: Pack, found: Collection[Passage]) -> int:
    """Inside a write; how many were there."""
    keys = [_key(pack, passage) for passage in found]
    return int(Setting.delete().where(Setting.key.in_(keys)).execute())


def _noted(pack: Pack, condition: Condition, known: Noted) -> Condition:
    by = _words(pack, of_condition(condition), known)
    if not by:
        return condition
    return replace(condition, confirmed_by=by, parts=tuple(replace(part, confirmed_by=by) for part in condition.parts))


def _words(pack: Pack, passage: Passage, known: Noted) -> str:
    found = confirmation_of(pack, passage, known)
    return "" if found is None else wording.confirmed(found.by, found.on, found.document)


def _key(pack: Pack, passage: Passage) -> str:
    return f"{_PREFIX}{_name(pack, passage)}"


def _name(pack: Pack, passage: Passage) -> str:
    return f"{pack.id}.{pack.sha256[:_HASH]}.{passage.token}"
