"""Finds the canonical award meant by a free wording, by aliases given as data. Reads no file, knows no wording."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from thidua_gui.core.titles import TitleKey
from thidua_gui.core.vietnamese import fold

_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class AwardKind:
    """Danh hiệu hoặc hình thức khen thưởng: its full name for papers and its short name for grids."""

    key: TitleKey
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class AwardCatalogue:
    """The kinds in rank order, and folded wordings → key."""

    kinds: tuple[AwardKind, ...]
    aliases: Mapping[str, TitleKey]


def award_key(text: str, aliases: Mapping[str, TitleKey]) -> TitleKey | None:
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
    per kind with key, name, short, aliases. An alias of two kinds or an unknown key is a ValueError."""
    leads = ["", *cast("list[str]", document["leads"])]
    kinds: list[AwardKind] = []
    aliases: dict[str, TitleKey] = {}
    for entry in cast("list[dict[str, object]]", document["award"]):
        kind = AwardKind(TitleKey(str(entry["key"])), str(entry["name"]), str(entry["short"]))
        kinds.append(kind)
        for alias in _spellings(kind, cast("list[str]", entry["aliases"]), leads):
            if aliases.setdefault(alias, kind.key) is not kind.key:
                raise ValueError(f"alias of two awards: {alias}")
    return AwardCatalogue(tuple(kinds), aliases)


def _spellings(kind: AwardKind, aliases: list[str], leads: list[str]) -> Iterator[str]:
    for alias in (kind.name, kind.short, *aliases):
        for lead in leads:
            yield _words(f"{lead} {alias}")


def _words(text: str) -> str:
    return _NOT_A_WORD.sub(" ", fold(text)).strip()
