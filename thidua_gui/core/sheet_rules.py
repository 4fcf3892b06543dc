"""What a criteria sheet must be to be scored by: whom it serves, its lines, its numbers. Knows no scores. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from string import ascii_uppercase

from thidua_gui.core.ids import SheetId, UnitId
from thidua_gui.core.points import ZERO, Points
from thidua_gui.core.scoring import CriterionKind, SheetSubject, parent_places

_COUNTS = range(1, 10_000)


@dataclass(frozen=True, slots=True)
class Served:
    """Whom a sheet serves: members of its staff groups, or (subject UNIT) units; `units` empty = all of them.

    A sheet that names a unit serves also the units below it. The school itself is one of the units of a sheet for
    units only where it is named, and stands for nobody below it there.
    """

    sheet_id: SheetId
    subject: SheetSubject
    staff_groups: tuple[str, ...]
    units: frozenset[UnitId]


def is_for_group(staff_groups: Collection[str], group: str | None) -> bool:
    """Whether a sheet for these staff groups may hold scores of a person of this one; unknown is not no."""
    return group is None or not staff_groups or group in staff_groups


@dataclass(frozen=True, slots=True)
class Serving:
    """The sheets of a year in their order, which unit stands below which, and which one is the school itself."""

    sheets: tuple[Served, ...]
    parents: Mapping[UnitId, UnitId | None]
    school: UnitId | None = None

    def of_person(self, staff_group: str | None, unit_id: UnitId | None) -> SheetId | None:
        """The first sheet for this staff group that serves the unit."""
        above = frozenset(self.line_of(unit_id))
        for served in self.sheets:
            is_for_group = served.subject is SheetSubject.PERSON and staff_group in served.staff_groups
            if is_for_group and (not served.units or served.units & above):
                return served.sheet_id
        return None

    def of_unit(self, unit_id: UnitId) -> SheetId | None:
        """The sheet by which the unit itself is scored."""
        above = frozenset(self.line_of(unit_id)) - {self.school}
        for served in self.sheets:
            if served.subject is not SheetSubject.UNIT:
                continue
            if self.school in served.units if unit_id == self.school else not served.units or served.units & above:
                return served.sheet_id
        return None

    def clash(self) -> tuple[Served, Served, str] | None:
        """The first two sheets that serve the same people or units, with the staff group ("" for units)."""
        for one, other in combinations(self.sheets, 2):
            if one.subject is not other.subject:
                continue
            if one.subject is SheetSubject.UNIT:
                if self._score_one_unit(one.units, other.units):
                    return one, other, ""
                continue
            if not self._share_units(one.units, other.units):
                continue
            shared = [group for group in one.staff_groups if group in other.staff_groups]
            if shared:
                return one, other, shared[0]
        return None

    def line_of(self, unit_id: UnitId | None) -> Iterator[UnitId]:
        """The unit and all above it."""
        while unit_id is not None:
            yield unit_id
            unit_id = self.parents.get(unit_id)

    def _score_one_unit(self, one: frozenset[UnitId], other: frozenset[UnitId]) -> bool:
        """Both for the school itself, or for a unit of it; a sheet of the school alone is for no other."""
        if self.school in one & other:
            return True
        school = {self.school}
        return one != school and other != school and self._share_units(one - school, other - school)

    def _share_units(self, one: frozenset[UnitId], other: frozenset[UnitId]) -> bool:
        if not one or not other:
            return True
        return any(self._is_below(unit, other) for unit in one) or any(self._is_below(unit, one) for unit in other)

    def _is_below(self, unit_id: UnitId, units: frozenset[UnitId]) -> bool:
        return not units.isdisjoint(self.line_of(unit_id))


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line as it is written down, before it has an id."""

    number: str
    content: str
    kind: CriterionKind
    maximum: Points
    step: Points | None = None
    cap: Points | None = None


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What is wrong with the line at a place: a code, and the column it stands in."""

    place: int
    code: str
    field: str


def line_problem(lines: Sequence[SheetLine]) -> LineProblem | None:
    """The first thing wrong with the lines of a sheet."""
    seen: set[str] = set()
    for place, line in enumerate(lines):
        found = ("criterion_number_taken", "number") if line.number in seen else _own_problem(line)
        if found is not None:
            return LineProblem(place, *found)
        seen.add(line.number)
    return None


def stated_maxima(lines: Sequence[SheetLine]) -> list[Points]:
    """The maximum of each line, a group's being the sum of its items (deductions take nothing off it)."""
    parents = parent_places([(line.number, line.kind) for line in lines])
    sums = [0 if line.kind is CriterionKind.GROUP else line.maximum.hundredths for line in lines]
    for place in range(len(lines) - 1, -1, -1):
        parent = parents[place]
        if parent is not None and lines[place].kind is not CriterionKind.DEDUCTION:
            sums[parent] += sums[place]
    return [Points(hundredths) for hundredths in sums]


def block_end(parents: Sequence[int | None], place: int) -> int:
    """The place after a line and everything under it."""
    inside = {place}
    end = place + 1
    while end < len(parents) and parents[end] in inside:
        inside.add(end)
        end += 1
    return end


def moved(parents: Sequence[int | None], place: int, step: int) -> list[int] | None:
    """The places in their new order once a line has passed its neighbour of the same group with all that is under
    both; None when there is no such neighbour."""
    siblings = [other for other, parent in enumerate(parents) if parent == parents[place]]
    at = siblings.index(place) + step
    if not 0 <= at < len(siblings):
        return None
    first, second = sorted((place, siblings[at]))
    middle, end = block_end(parents, first), block_end(parents, second)
    places = list(range(len(parents)))
    return places[:first] + places[second:end] + places[middle:second] + places[first:middle] + places[end:]


def next_number(lines: Sequence[tuple[str, CriterionKind]], after: int | None, *, group: bool) -> str:
    """A free number for a new line below the line at `after` (None = the end of the sheet)."""
    taken = {number for number, _ in lines}
    parents = parent_places(lines)
    place = len(lines) - 1 if after is None else after
    holder = None
    if lines and not group:
        holder = place if lines[place][1] is CriterionKind.GROUP else parents[place]
    if holder is None:
        return next(number for number in _top_numbers(lines) if number not in taken)
    prefix = _prefix(lines, parents, holder)
    return next(number for count in _COUNTS if (number := f"{prefix}{count}") not in taken)


def renumbered(parents: Sequence[int | None]) -> list[str]:
    """Numbers by place: I, II at the top, 1.1, 1.2 under the first, 1.1.1 under that."""
    paths: list[tuple[int, ...]] = []
    counted: dict[int | None, int] = {}
    for parent in parents:
        counted[parent] = counted.get(parent, 0) + 1
        paths.append((*(paths[parent] if parent is not None else ()), counted[parent]))
    return [_roman(path[0]) if len(path) == 1 else ".".join(map(str, path)) for path in paths]


def _own_problem(line: SheetLine) -> tuple[str, str] | None:
    if not line.number:
        return "criterion_number_missing", "number"
    if not line.content:
        return "criterion_content_missing", "content"
    if line.kind is CriterionKind.GROUP:
        return ("criterion_cap_not_positive", "cap") if line.cap is not None and line.cap <= ZERO else None
    if line.maximum <= ZERO:
        return "criterion_maximum_not_positive", "maximum"
    if line.cap is not None:
        return "criterion_cap_needs_group", "cap"
    if line.step is not None and line.step <= ZERO:
        return "criterion_step_not_positive", "step"
    if line.step is not None and line.maximum.hundredths % line.step.hundredths:
        return "criterion_step_off", "step"
    return None


def _prefix(lines: Sequence[tuple[str, CriterionKind]], parents: Sequence[int | None], holder: int) -> str:
    """What the numbers under a group begin with: as its first item shows, else the group's own place."""
    for place, parent in enumerate(parents):
        head, dot, last = lines[place][0].rpartition(".")
        if parent == holder and last.isdecimal():
            return head + dot
    if parents[holder] is not None:
        return f"{lines[holder][0]}."
    tops = [place for place, parent in enumerate(parents) if parent is None]
    return f"{tops.index(holder) + 1}."


def _top_numbers(lines: Sequence[tuple[str, CriterionKind]]) -> Iterator[str]:
    """As the first line is numbered: 1, 2 or A, B; otherwise I, II."""
    first = lines[0][0] if lines else ""
    if first.isdecimal():
        yield from map(str, _COUNTS)
    if first and first in ascii_uppercase and first != "I":
        yield from ascii_uppercase
    yield from map(_roman, _COUNTS)


def _roman(count: int) -> str:
    words = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        times, count = divmod(count, value)
        words += letters * times
    return words
