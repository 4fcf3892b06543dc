"""What the school decides for itself, each value with the day it starts to apply. Knows no key's meaning."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NamedTuple, TypeVar

from db.models.settings import Setting
from thidua_gui.core.changes import Changes
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text.storage import CHANGE_SETTING

Value = TypeVar("Value", bool, int, str, list[str], dict[str, str])


def get(key: str, default: Value, on: date | None = None) -> Value:
    """The value that applies on that day (today if None), or `default` if none was ever decided.

    A stored value of another kind than the default's is a bug and raises TypeError.
    """
    with read():
        day = open_session().clock().date() if on is None else on
        applies = (Setting.valid_from.is_null()) | (Setting.valid_from <= day)
        found = Setting.select().where(Setting.key == key, applies).order_by(Setting.valid_from.desc(nulls="LAST"))
        row = found.first()
    if row is None:
        return default
    value = json.loads(row.value)
    if type(value) is not type(default):
        raise TypeError(f"the setting {key} holds {value!r}, not {type(default).__name__}")
    return value


class Decided(NamedTuple):
    """One value as it was decided; no day = since ever."""

    key: str
    valid_from: date | None
    value: Any


def decided(prefix: str) -> tuple[Decided, ...]:
    """Every value ever decided under keys that begin so, in the order of their days; for use in a read."""
    rows = Setting.select().where(Setting.key.startswith(prefix)).order_by(Setting.valid_from.asc(nulls="FIRST"))
    return tuple(Decided(row.key, row.valid_from, json.loads(row.value)) for row in rows)


def put(key: str, value: Value, valid_from: date | None = None, *, title: str = CHANGE_SETTING) -> Changes:
    """Decide a value from that day on (None = since ever); a value of the same day is replaced."""
    with write(title) as operation:
        store(key, value, valid_from)
    return operation.changes


def store(key: str, value: Value, valid_from: date | None = None) -> None:
    """As `put`, inside the write of a larger command."""
    same_day = Setting.valid_from.is_null() if valid_from is None else Setting.valid_from == valid_from
    text = json.dumps(value, ensure_ascii=False)
    if not Setting.update(value=text).where(Setting.key == key, same_day).execute():
        Setting.create(key=key, valid_from=valid_from, value=text)


def forget(key: str, valid_from: date | None) -> None:
    """Take back what was decided from that very day, inside the write of a larger command."""
    same_day = Setting.valid_from.is_null() if valid_from is None else Setting.valid_from == valid_from
    Setting.delete().where(Setting.key == key, same_day).execute()
