"""The shipped kinds of awards and those of the school, as one list in rank order. Knows no rows and no law."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_gui.core.awards import Authority, AwardCatalogue, AwardKind, Bearer, Level, award_key, spellings
from thidua_gui.core.titles import TitleGroup, TitleKey

OWN = "own-"
"""What the key of a kind begins with that the school added."""

_HEIGHT = {Level.GRASSROOTS: 0, Level.PROVINCE: 1, Level.MINISTRY: 1, Level.STATE: 2}


@dataclass(frozen=True, slots=True)
class SchoolKind:
    """What the school has written down: a kind of its own, or its particulars of a shipped one (the same `key`)."""

    key: str
    name: str
    short: str
    group: TitleGroup
    bearer: Bearer
    level: Level
    authority: str = ""
    wordings: tuple[str, ...] = ()
    note: str = ""
    position: int = 0
    is_used: bool = True

    @property
    def is_own(self) -> bool:
        return self.key.startswith(OWN)


@dataclass(frozen=True, slots=True)
class ListedKind:
    """Danh hiệu, hình thức as this school has it. `award`: the kind of the law, None of the school's own; `wordings`:
    those that the school added; `authority`: the school's word on it, empty = as shipped."""

    key: str
    award: TitleKey | None
    name: str
    short: str
    group: TitleGroup
    bearer: Bearer
    level: Level
    wordings: tuple[str, ...] = ()
    authority: str = ""
    note: str = ""
    is_used: bool = True
    is_changed: bool = False
    shipped: AwardKind | None = None

    @property
    def is_title(self) -> bool:
        return self.group is TitleGroup.TITLE

    def takes(self, *, is_unit: bool) -> bool:
        return self.bearer.takes(is_unit=is_unit)


@dataclass(frozen=True, slots=True, eq=False)
class KindList:
    """All kinds in rank order, titles first; `aliases`: folded wordings → key. One is equal only to itself, so that
    what is worked out from it can be kept under it."""

    kinds: tuple[ListedKind, ...]
    by_key: Mapping[str, ListedKind]
    aliases: Mapping[str, str]
    named: Mapping[TitleKey, AwardKind]

    def meant(self, written: str) -> ListedKind | None:
        """The kind that a wording means, by the longest wording that it is or begins with."""
        key = award_key(written, self.aliases)
        return None if key is None else self.by_key[key]


def merged(catalogue: AwardCatalogue, school: Sequence[SchoolKind]) -> KindList:
    """The shipped kinds with the school's particulars and its own kinds in their places. A wording that two kinds
    have stays the shipped one's."""
    changes = {one.key: one for one in school if not one.is_own}
    kinds = [_shipped(kind, changes.get(kind.key)) for kind in catalogue.kinds]
    for one in sorted((one for one in school if one.is_own), key=lambda one: one.position):
        kinds.insert(_place(kinds, one), _own(one))
    aliases: dict[str, str] = dict(catalogue.aliases)
    for listed in kinds:
        for alias in spellings((listed.name, listed.short, *listed.wordings), catalogue.leads):
            aliases.setdefault(alias, listed.key)
    named = {one.award: _renamed(one.shipped, one) for one in kinds if one.award is not None and one.shipped}
    return KindList(tuple(kinds), {one.key: one for one in kinds}, aliases, named)


def authority_on(authorities: Iterable[Authority], on: date, unread_from: date) -> Authority | None:
    """Who decides on that day; of a day before the first, or of a law that nobody has read, not checked."""
    ordered = sorted(authorities, key=lambda one: one.from_on)
    begun = [one for one in ordered if one.from_on <= on]
    if not ordered:
        return None
    if not begun:
        return replace(ordered[0], is_checked=False)
    return begun[-1] if on < unread_from else replace(begun[-1], is_checked=False)


def wordings_of(text: str) -> tuple[str, ...]:
    """One a line, or several on a line between semicolons."""
    return tuple(word.strip() for line in text.splitlines() for word in line.split(";") if word.strip())


def _shipped(kind: AwardKind, change: SchoolKind | None) -> ListedKind:
    listed = ListedKind(
        kind.key.value, kind.key, kind.name, kind.short, kind.group, kind.bearer, kind.level, shipped=kind
    )  # fmt: skip
    if change is None:
        return listed
    return replace(
        listed, name=change.name, short=change.short, wordings=change.wordings, authority=change.authority,
        note=change.note, is_used=change.is_used, is_changed=True,
    )  # fmt: skip


def _own(one: SchoolKind) -> ListedKind:
    return ListedKind(
        one.key, None, one.name, one.short, one.group, one.bearer, one.level, one.wordings, one.authority, one.note,
        one.is_used,
    )  # fmt: skip


def _place(kinds: Sequence[ListedKind], one: SchoolKind) -> int:
    """After the last kind of its group, of its bearers in the case of a title, and of no higher level; before all of
    the group where each is higher."""
    alike = [
        place for place, other in enumerate(kinds)
        if other.group is one.group and (one.group is TitleGroup.FORM or (other.bearer is one.bearer))
    ]  # fmt: skip
    if not alike:
        alike = [place for place, other in enumerate(kinds) if other.group is one.group]
    not_higher = [place for place in alike if _HEIGHT[kinds[place].level] <= _HEIGHT[one.level]]
    return not_higher[-1] + 1 if not_higher else alike[0]


def _renamed(kind: AwardKind, listed: ListedKind) -> AwardKind:
    return replace(kind, name=listed.name, short=listed.short)
