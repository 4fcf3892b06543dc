"""The catalogue of titles and forms, shipped and of the school, and what a written wording means by it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, cast

from db.connection import Kept, database
from db.models.proposals import AwardKind as KindRow
from thidua_gui import resources
from thidua_gui.core.award_kinds import KindList, ListedKind, SchoolKind, merged, wordings_of
from thidua_gui.core.awards import AwardCatalogue, AwardKind, Bearer, Level, parse_catalogue
from thidua_gui.core.titles import TitleGroup, TitleKey
from thidua_gui.core.vietnamese import fold
from thidua_gui.services.rows import fetch

_TABLE = "award_kinds"
_FIELDS = (
    KindRow.key, KindRow.name, KindRow.short, KindRow.family, KindRow.subject, KindRow.level, KindRow.authority,
    KindRow.wordings, KindRow.note, KindRow.position, KindRow.is_used,
)  # fmt: skip


@cache
def catalogue() -> AwardCatalogue:
    """What is shipped, read once; the file is part of the program."""
    return parse_catalogue(tomllib.loads(resources.text("awards.toml")))


def listed() -> KindList:
    """The shipped kinds with those of the school whose file is open. May be asked in any thread: the list is read
    when the file is opened and after each change of it."""
    kept = database.kept.get(_TABLE)
    if kept is not None:
        return cast("KindList", kept.value)
    return read_school() if database.is_mine else _shipped_alone()


def read_school() -> KindList:
    """Read the school's kinds anew, in the thread of the data file."""
    known = merged(catalogue(), school_kinds())
    database.kept[_TABLE] = Kept(known, read_school)
    return known


def school_kinds() -> tuple[SchoolKind, ...]:
    """The rows of the data file."""
    return tuple(_school_kind(row) for row in fetch(KindRow.select(*_FIELDS).order_by(KindRow.position, KindRow.id)))


def kinds() -> Mapping[TitleKey, AwardKind]:
    """Each kind of the law by its key, lowest first, under the names that the school gives them."""
    return listed().named


def kind_of(written: str) -> ListedKind | None:
    """The kind that a wording means, shipped or of the school; None if nobody has it."""
    return _meaning(written, listed())


def key_of(written: str) -> TitleKey | None:
    """The kind of the law that a wording means; None also of the school's own kinds, to which no law applies."""
    found = _meaning(written, listed())
    return None if found is None else found.award


def short_of(written: str) -> str:
    """The short name for grids; an unknown wording stays as it was written."""
    found = _meaning(written, listed())
    return written if found is None else found.short


def is_form(written: str) -> bool:
    """A commendation form; a wording that nobody knows counts as one."""
    found = _meaning(written, listed())
    return found is None or not found.is_title


def token(written: str) -> str:
    """One token for all wordings of a kind; a wording that nobody knows stands for itself."""
    found = _meaning(written, listed())
    return fold(written) if found is None else found.key


def offered(group: TitleGroup | None = None, *, is_unit: bool | None = None) -> tuple[str, ...]:
    """Full names to choose from in rank order, without hidden kinds: of one group, for people or for units."""
    return tuple(
        kind.name for kind in listed().kinds
        if kind.is_used and group in (None, kind.group) and (is_unit is None or kind.takes(is_unit=is_unit))
    )  # fmt: skip


@lru_cache(maxsize=8192)
def _meaning(written: str, known: KindList) -> ListedKind | None:
    return known.meant(written)


@cache
def _shipped_alone() -> KindList:
    return merged(catalogue(), ())


def _school_kind(row: tuple[Any, ...]) -> SchoolKind:
    key, name, short, family, subject, level, authority, wordings, note, position, is_used = row
    return SchoolKind(
        key, name, short, TitleGroup(family), Bearer(subject), Level(level), authority or "",
        wordings_of(wordings or ""), note or "", position, bool(is_used),
    )  # fmt: skip
