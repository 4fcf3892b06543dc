"""Which papers a proposal needs: the shipped lists, parsed and chosen by award, basis and day. Reads no file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.conditions import CHECKED
from thidua_gui.core.titles import TitleGroup, TitleKey

_NAMES = frozenset(TitleKey) | frozenset(TitleGroup)


@dataclass(frozen=True, slots=True)
class DossierItem:
    """Thành phần hồ sơ. `form`: the number of its form, empty until it was compared with the text; `is_checked`:
    whether somebody read it in the text itself."""

    name: str
    is_required: bool
    note: str
    source: str
    is_checked: bool
    form: str = ""


@dataclass(frozen=True, slots=True)
class ShippedList:
    """One list of the file: for these awards ("title" and "form" stand for all of the group) and bases, from a day."""

    of: frozenset[str]
    basis: frozenset[CommendationKind]
    from_on: date
    papers: tuple[DossierItem, ...]


@dataclass(frozen=True, slots=True)
class DossierBook:
    """All lists. From `unread_from` on nobody has read the law: the last lists stand, none of them checked."""

    lists: tuple[ShippedList, ...]
    unread_from: date

    def papers(self, award: str, group: TitleGroup, basis: CommendationKind, on: date) -> tuple[DossierItem, ...]:
        """The award's own list before that of its group; a basis without a list takes that of merit, unchecked. Of a
        day before the first list the first, unchecked."""
        for asked in dict.fromkeys((basis, CommendationKind.MERIT)):
            for name in (award, group.value):
                found = [each for each in self.lists if name in each.of and asked in each.basis]
                if found:
                    is_known = asked is basis and on < self.unread_from
                    return _of_day(found, on, is_known=is_known)
        return ()


def parse_book(document: Mapping[str, object]) -> DossierBook:
    """Read resources/dossiers.toml as tomllib gives it; an unknown award or basis is a ValueError."""
    lists = tuple(_list(entry) for entry in cast("list[dict[str, object]]", document["list"]))
    return DossierBook(lists, cast("date", document["unread_from"]))


def _list(entry: Mapping[str, object]) -> ShippedList:
    names = frozenset(cast("list[str]", entry["of"]))
    if names - _NAMES:
        raise ValueError(f"a list of papers for an unknown award: {sorted(names - _NAMES)}")
    basis = frozenset(CommendationKind(one) for one in cast("list[str]", entry["basis"]))
    papers = cast("list[dict[str, object]]", entry["papers"])
    return ShippedList(
        names, basis, cast("date", entry["from"]), tuple(_paper(entry, paper) for paper in papers)
    )  # fmt: skip


def _paper(entry: Mapping[str, object], paper: Mapping[str, object]) -> DossierItem:
    grade = paper.get("grade", entry["grade"])
    return DossierItem(
        str(paper["name"]),
        bool(paper.get("required", True)),
        str(paper.get("note", "")),
        str(paper.get("source", entry["source"])),
        grade == CHECKED,
        str(paper.get("form", "")),
    )


def _of_day(lists: Sequence[ShippedList], on: date, *, is_known: bool) -> tuple[DossierItem, ...]:
    """The last list begun by that day."""
    begun = [each for each in lists if each.from_on <= on]
    if begun:
        papers = max(begun, key=lambda each: each.from_on).papers
    else:
        papers = min(lists, key=lambda each: each.from_on).papers
    return papers if is_known and begun else tuple(replace(paper, is_checked=False) for paper in papers)
