"""Which rows stand where: groups with headings, the cut line, collapsing. Pure; knows no Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic

from thidua_gui.ui.widgets.grid.columns import R


class RowKind(Enum):
    """What a line of the grid is."""

    ROW = "row"
    GROUP = "group"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Group:
    """A collapsible heading row; groups stand in the order given, one without rows is left out unless `keep_empty`."""

    key: str
    title: str
    right: str = ""
    keep_empty: bool = False


@dataclass(frozen=True, slots=True)
class CutLine:
    """The line under the last row that is within a limit (đường cắt), e.g. the 15 % line.

    `above` are the ids of the rows over it; the line is drawn where the shown order parts them from the others,
    and only stands at the foot of the view when another order mixes them.
    """

    title: str
    above: frozenset[int]
    facts: tuple[str, ...] = ()
    right: str = ""
    right_icon: str = "alert-triangle"
    group: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The pinned row under the grid (averages): a label over the first columns, then words by column key."""

    label: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is no row of its own: a group heading with its count, or the cut line."""

    kind: RowKind
    group: Group | None = None
    cut: CutLine | None = None
    count: int = 0
    collapsed: bool = False

    @property
    def key(self) -> str:
        """What selection is kept by."""
        return f"group:{self.group.key}" if self.group is not None else "cut"


Entry = int | Heading
"""A place in the snapshot's rows, or a heading."""


@dataclass(slots=True)
class RowOrder(Generic[R]):
    """Turns kept row places (sorted, filtered) into the lines of the grid."""

    groups: tuple[Group, ...] = ()
    group_of: Callable[[R], str] | None = None
    collapsed: set[str] = field(default_factory=set)
    cut: CutLine | None = None

    def arrange(self, rows: Sequence[R], kept: Sequence[int]) -> list[Entry]:
        """The lines, top to bottom."""
        if not self.groups or self.group_of is None:
            return self._with_cut(rows, kept, "")
        buckets: dict[str, list[int]] = {group.key: [] for group in self.groups}
        for place in kept:
            buckets.setdefault(self.group_of(rows[place]), []).append(place)
        lines: list[Entry] = []
        for group in self.groups:
            members = buckets[group.key]
            if not members and not group.keep_empty:
                continue
            folded = group.key in self.collapsed
            lines.append(Heading(RowKind.GROUP, group=group, count=len(members), collapsed=folded))
            if not folded:
                lines += self._with_cut(rows, members, group.key)
        return lines

    def _with_cut(self, rows: Sequence[R], members: Sequence[int], group: str) -> list[Entry]:
        lines: list[Entry] = list(members)
        if self.cut is None or self.cut.group != group:
            return lines
        above = self.cut.above
        length = sum(rows[place].id in above for place in members)
        if members and all(rows[place].id in above for place in members[:length]):
            lines.insert(length, Heading(RowKind.CUT, cut=self.cut))
        return lines
