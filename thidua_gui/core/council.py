"""The arithmetic of a council's vote: quorum, thresholds, what a count must add up to, the verdict. Knows no people.

Every number is whole and every share a fraction, so nobody passes by a rounding. National rules fix no threshold for a
school's own titles (law.md §4): shares, bases and methods are settings of the school.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor


class VoteBase(StrEnum):
    """Tính trên: of whom the share is taken. `entitled` are those who may vote: present or asked in writing."""

    MEMBERS = "members"
    PRESENT = "present"
    VALID = "valid"
    ENTITLED = "entitled"


class Method(StrEnum):
    """Phiếu kín, giơ tay."""

    SECRET = "secret"
    HANDS = "hands"


class Outcome(StrEnum):
    """Đạt, không đạt; hạ danh hiệu and hoãn are put by the chair, never by the count."""

    PASSED = "passed"
    FAILED = "failed"
    LOWERED = "lowered"
    DEFERRED = "deferred"


@dataclass(frozen=True, slots=True)
class Threshold:
    """Tỷ lệ phiếu đạt: at least the share of its base, or more than it when `is_strict` ("quá bán")."""

    share: Fraction
    base: VoteBase
    is_strict: bool = False

    def needed(self, base: int) -> int:
        """The fewest agreeing votes that are enough; of an empty base one, which nobody can cast."""
        exact = self.share * base
        return max(1, floor(exact) + 1 if self.is_strict else ceil(exact))


@dataclass(frozen=True, slots=True)
class Room:
    """Members with a vote, how many of them are present, and how many absent ones are asked in writing."""

    members: int
    present: int
    written: int = 0

    @property
    def entitled(self) -> int:
        return self.present + self.written


@dataclass(frozen=True, slots=True)
class Recused:
    """Không tham gia biểu quyết on one line: members who step out, how many of them present, how many in writing."""

    members: int = 0
    present: int = 0
    written: int = 0


@dataclass(frozen=True, slots=True)
class Papers:
    """Phiếu phát ra, thu về of one ballot; None = not counted yet. A show of hands has none."""

    issued: int | None = None
    returned: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Kết quả kiểm phiếu of one candidate; None = not counted yet. `blank`: neither agreeing nor not agreeing; by show
    of hands it counts the abstaining, and `valid` and `invalid` stay empty unless somebody says how many voted."""

    valid: int | None = None
    invalid: int | None = None
    agree: int | None = None
    disagree: int | None = None
    blank: int | None = None
    recused: Recused = Recused()


class Rule(StrEnum):
    """A relation that the numbers of a count keep."""

    PRESENT = "present"
    WRITTEN = "written"
    ISSUED = "issued"
    RETURNED = "returned"
    VALID = "valid"
    CAST = "cast"
    HANDS = "hands"
    VOTERS = "voters"


@dataclass(frozen=True, slots=True)
class Broken:
    """A relation that does not hold: `found` against `allowed`, in which line (None = in the whole ballot)."""

    rule: Rule
    found: int
    allowed: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the count of one line says: `agree` of `base`, where `needed` are enough. `outcome` None = not counted."""

    agree: int | None
    base: int | None
    needed: int | None
    outcome: Outcome | None

    @property
    def missing(self) -> int:
        """How many agreeing votes more would have been enough."""
        return 0 if self.agree is None or self.needed is None else max(0, self.needed - self.agree)


@dataclass(frozen=True, slots=True)
class Quorum:
    """Số thành viên cần có mặt."""

    needed: int
    present: int

    @property
    def is_met(self) -> bool:
        return self.present >= self.needed


def quorum(share: Fraction, room: Room, *, is_strict: bool = False) -> Quorum:
    """Whether enough members have come; those asked in writing are not in the room. `is_strict`: over the share."""
    return Quorum(Threshold(share, VoteBase.MEMBERS, is_strict).needed(room.members), room.present)


def broken(room: Room, papers: Papers, lines: Sequence[Line], method: Method) -> tuple[Broken, ...]:
    """Every relation that the numbers typed so far break; what is not counted yet breaks none."""
    found = [*_room(room), *(_papers(room, papers) if method is Method.SECRET else ())]
    for place, line in enumerate(lines):
        found += _secret(line, room, papers, place) if method is Method.SECRET else _hands(line, room, place)
    return tuple(found)


def is_counted(papers: Papers, lines: Sequence[Line], method: Method) -> bool:
    """Whether every number that the method needs has been typed."""
    if method is Method.HANDS:
        return all(None not in (line.agree, line.disagree) for line in lines)
    typed = all(None not in (line.valid, line.agree, line.disagree) for line in lines)
    return typed and None not in (papers.issued, papers.returned)


def base_of(line: Line, room: Room, threshold: Threshold, method: Method) -> int | None:
    """Of how many the share of one line is taken; whoever steps out of the line leaves its base."""
    out = line.recused
    if threshold.base is VoteBase.MEMBERS:
        return room.members - out.members
    if threshold.base is VoteBase.PRESENT:
        return room.present - out.present
    if threshold.base is VoteBase.ENTITLED:
        return room.entitled - out.present - out.written
    return _cast(line) if method is Method.HANDS and line.valid is None else line.valid


def verdict(line: Line, room: Room, threshold: Threshold, method: Method) -> Verdict:
    """What the numbers of one line say by themselves."""
    base = base_of(line, room, threshold, method)
    needed = None if base is None else threshold.needed(base)
    if line.agree is None or needed is None:
        return Verdict(line.agree, base, needed, None)
    outcome = Outcome.PASSED if line.agree >= needed else Outcome.FAILED
    return Verdict(line.agree, base, needed, outcome)


def differences(first: Sequence[Line], second: Sequence[Line]) -> tuple[tuple[int, str], ...]:
    """Where two people who counted the same ballots wrote something else: line and name of the number."""
    names = ("valid", "invalid", "agree", "disagree", "blank")
    return tuple(
        (place, name)
        for place, (one, other) in enumerate(zip(first, second, strict=True))
        for name in names
        if getattr(one, name) != getattr(other, name)
    )


def _room(room: Room) -> list[Broken]:
    found = []
    if room.present > room.members:
        found.append(Broken(Rule.PRESENT, room.present, room.members))
    absent = max(0, room.members - room.present)
    if room.written > absent:
        found.append(Broken(Rule.WRITTEN, room.written, absent))
    return found


def _papers(room: Room, papers: Papers) -> list[Broken]:
    found = []
    if papers.issued is not None and papers.issued > room.entitled:
        found.append(Broken(Rule.ISSUED, papers.issued, room.entitled))
    if papers.issued is not None and papers.returned is not None and papers.returned > papers.issued:
        found.append(Broken(Rule.RETURNED, papers.returned, papers.issued))
    return found


def _secret(line: Line, room: Room, papers: Papers, place: int) -> list[Broken]:
    """`invalid` or `blank` left empty is none of them, once every other number is typed: no paper and no vote is
    lost."""
    found = []
    if line.valid is not None and papers.returned is not None:
        counted = line.valid + (line.invalid or 0)
        is_whole = line.invalid is not None or None not in (line.agree, line.disagree)
        if counted > papers.returned or (is_whole and counted != papers.returned):
            found.append(Broken(Rule.VALID, counted, papers.returned, place))
    cast, allowed = _cast(line) or 0, voters(line, room)
    is_cast = line.disagree is not None
    if line.valid is not None and line.agree is not None and (cast > line.valid or (is_cast and cast != line.valid)):
        found.append(Broken(Rule.CAST, cast, line.valid, place))
    elif max(cast, line.valid or 0) > allowed and (papers.returned is None or (line.valid or 0) <= papers.returned):
        found.append(Broken(Rule.VOTERS, max(cast, line.valid or 0), allowed, place))
    return found


def _hands(line: Line, room: Room, place: int) -> list[Broken]:
    cast = _cast(line)
    allowed = voters(line, room)
    return [Broken(Rule.HANDS, cast, allowed, place)] if cast is not None and cast > allowed else []


def voters(line: Line, room: Room) -> int:
    """How many may vote on a line: those entitled without those who step out of it."""
    return room.entitled - line.recused.present - line.recused.written


def _cast(line: Line) -> int | None:
    """The votes counted on a line; None before the first number."""
    typed = [number for number in (line.agree, line.disagree, line.blank) if number is not None]
    return sum(typed) if typed else None
