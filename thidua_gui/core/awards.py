"""Finds the canonical award meant by a free wording, by aliases given as data. Reads no file, knows no wording."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

from thidua_gui.core.conditions import CHECKED
from thidua_gui.core.titles import TitleGroup, TitleKey, group_of
from thidua_gui.core.vietnamese import fold

_NOT_A_WORD = re.compile(r"[\W_]+")

Key = TypeVar("Key", bound=str)


class Bearer(StrEnum):
    """Đối tượng: whom a kind is for."""

    PERSON = "person"
    UNIT = "unit"
    BOTH = "both"

    def takes(self, *, is_unit: bool) -> bool:
        return self is not (Bearer.PERSON if is_unit else Bearer.UNIT)


class Level(StrEnum):
    """Cấp khen thưởng, the lowest first; a ministry, a sector or the Academy stands beside a province."""

    GRASSROOTS = "grassroots"
    PROVINCE = "province"
    MINISTRY = "ministry"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Authority:
    """Thẩm quyền quyết định from a day on, with where it was read."""

    from_on: date
    name: str
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class AwardKind:
    """Danh hiệu hoặc hình thức khen thưởng: its full name for papers and its short name for grids. `wordings`: other
    wordings of it; `authorities` by time."""

    key: TitleKey
    name: str
    short: str
    bearer: Bearer = Bearer.BOTH
    level: Level = Level.GRASSROOTS
    authorities: tuple[Authority, ...] = ()
    wordings: tuple[str, ...] = ()

    @property
    def group(self) -> TitleGroup:
        return group_of(self.key)


@dataclass(frozen=True, slots=True)
class AwardCatalogue:
    """The kinds in rank order, and folded wordings → key; `leads` may stand before any wording. From `unread_from` on
    nobody has read the law."""

    kinds: tuple[AwardKind, ...]
    aliases: Mapping[str, TitleKey]
    leads: tuple[str, ...] = ("",)
    unread_from: date = date.max


def award_key(text: str, aliases: Mapping[str, Key]) -> Key | None:
    """The kind that a wording means: the longest alias that the wording is or begins with, in whole words, without
    regard to case, marks or quotation marks. None when no alias fits: an unknown award is kept as it was written."""
    words = _words(text).split(" ")
    for length in range(len(words), 0, -1):
        key = aliases.get(" ".join(words[:length]))
        if key is not None:
            return key
    return None


def parse_catalogue(document: Mapping[str, object]) -> AwardCatalogue:
    """Read resources/awards.toml as tomllib gives it: `leads` (words that may stand before a name) and one [[award]]
    per kind. An alias of two kinds, an unknown key or a group that the key does not have is a ValueError."""
    leads = ("", *cast("list[str]", document["leads"]))
    kinds: list[AwardKind] = []
    aliases: dict[str, TitleKey] = {}
    for entry in cast("list[dict[str, object]]", document["award"]):
        kind = _kind(entry)
        kinds.append(kind)
        for alias in spellings((kind.name, kind.short, *kind.wordings), leads):
            if aliases.setdefault(alias, kind.key) is not kind.key:
                raise ValueError(f"alias of two awards: {alias}")
    return AwardCatalogue(tuple(kinds), aliases, leads, cast("date", document["unread_from"]))


def spellings(words: Iterable[str], leads: Iterable[str]) -> Iterator[str]:
    """The folded wordings, each alone and after each lead."""
    before = tuple(leads)
    for word in words:
        for lead in before:
            yield _words(f"{lead} {word}")


def _kind(entry: Mapping[str, object]) -> AwardKind:
    kind = AwardKind(
        TitleKey(str(entry["key"])),
        str(entry["name"]),
        str(entry["short"]),
        Bearer(str(entry["bearer"])),
        Level(str(entry["level"])),
        tuple(_authority(one) for one in cast("list[dict[str, object]]", entry["authority"])),
        tuple(cast("list[str]", entry["aliases"])),
    )
    if kind.group is not TitleGroup(str(entry["group"])):
        raise ValueError(f"not of its group: {kind.key}")
    return kind


def _authority(entry: Mapping[str, object]) -> Authority:
    return Authority(
        cast("date", entry["from"]), str(entry["name"]), str(entry["source"]), entry["grade"] == CHECKED
    )  # fmt: skip


def _words(text: str) -> str:
    return _NOT_A_WORD.sub(" ", fold(text)).strip()
