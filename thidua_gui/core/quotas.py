"""How many an award may be proposed for: a share of a base, or a number. Knows no people, no day and no law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil

from thidua_gui.core.cutline import CutLine, Quota, cut
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points


class QuotaBase(StrEnum):
    """Cơ sở tính: of whom the share is taken. HOLDERS are those of another award, FIXED is no share but a number."""

    HOLDERS = "holders"
    HEADCOUNT = "headcount"
    REGISTERED = "registered"
    PROPOSED = "proposed"
    RATED_GOOD = "rated_good"
    RATED_EXCELLENT = "rated_excellent"
    FIXED = "fixed"


class QuotaScope(StrEnum):
    """Phạm vi: the share is taken of the whole school, or of every unit by itself."""

    SCHOOL = "school"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class QuotaRule:
    """Tỷ lệ, chỉ tiêu of one award.

    `share` is the upper share with its rounding, None exactly where the base is FIXED: then `number` is "không quá n"
    in each part of the scope. `base_kind` is the key of the award whose holders are the base. `lower` (per cent) makes
    it a range as "10–15 %". `at_least_one`: a base that is not empty has one place however small the share.
    `source` says where the rule was read; `is_own`: the school decided it; without `is_checked` it is shown as not yet
    compared with the text.
    """

    base: QuotaBase
    share: Quota | None
    number: int | None = None
    base_kind: str | None = None
    lower: Fraction | None = None
    scope: QuotaScope = QuotaScope.SCHOOL
    at_least_one: bool = False
    source: str = ""
    is_own: bool = False
    is_checked: bool = True

    def exact(self, base: int) -> Fraction | None:
        """The share of that base before it is rounded, None of a number."""
        return None if self.share is None else self.share.percent * base / 100

    def places(self, base: int) -> int:
        """The most who may be given it."""
        if self.share is None:
            return self.number or 0
        found = self.share.places(base)
        return max(found, 1) if self.at_least_one and base else found

    def least(self, base: int) -> int:
        """The fewest who reach the lower share, which nothing rounds down; 0 without one."""
        return 0 if self.lower is None else ceil(self.lower * base / 100)


@dataclass(frozen=True, slots=True)
class Proposed:
    """Người, tập thể được đề nghị. `position` is the order that somebody set among equal totals; no total is not yet
    complete and stands on neither side of the line."""

    subject: int
    unit: int | None = None
    total: Points | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """What a rule is held against: how many there are in the base by unit, and who is proposed.

    The base of the rule PROPOSED is counted from the proposed and `base` is not looked at. Without `is_settled` the
    base is who meets the conditions as far as they are known, for nobody has decided yet; of `unknown` more nobody can
    say it.
    """

    base: Mapping[int | None, int]
    proposed: tuple[Proposed, ...] = ()
    is_settled: bool = True
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class PartStanding:
    """The school (unit None), or one unit of a rule that holds within each.

    `exact` → `places` is the sum as it is shown (6,15 → 6). `line` cuts the ranking of the proposed; `within` stand
    above it, also by the order set among equals; `tied` are those at the line whom nothing separates.
    """

    unit: int | None
    base: int
    exact: Fraction | None
    places: int
    least: int
    proposed: int
    line: CutLine
    within: frozenset[int]
    tied: tuple[int, ...]

    @property
    def over(self) -> int:
        """How many are proposed beyond the places."""
        return max(0, self.proposed - self.places)

    @property
    def left(self) -> int:
        """How many more may be proposed."""
        return max(0, self.places - self.proposed)

    @property
    def missing(self) -> int:
        """How many are still wanted to reach the lower share."""
        return max(0, self.least - self.proposed)

    @property
    def fits_nobody(self) -> bool:
        """No whole number lies in the range (10–15 % of 6 people)."""
        return self.least > self.places


@dataclass(frozen=True, slots=True)
class QuotaStanding:
    """Where an award stands to its rule. `parts`: the school alone, or every unit that has a base or a proposal."""

    rule: QuotaRule
    counted: Counted
    parts: tuple[PartStanding, ...]

    @property
    def base(self) -> int:
        return sum(part.base for part in self.parts)

    @property
    def exact(self) -> Fraction | None:
        """The share of the whole base; where each unit rounds for itself the places are not its rounding."""
        return self.rule.exact(self.base)

    @property
    def places(self) -> int:
        return sum(part.places for part in self.parts)

    @property
    def proposed(self) -> int:
        return sum(part.proposed for part in self.parts)

    @property
    def least(self) -> int:
        return sum(part.least for part in self.parts)

    @property
    def over(self) -> int:
        """Beyond the places of their own part: what one unit leaves free does not help another."""
        return sum(part.over for part in self.parts)

    @property
    def left(self) -> int:
        return sum(part.left for part in self.parts)

    @property
    def missing(self) -> int:
        return sum(part.missing for part in self.parts)

    @property
    def fits_nobody(self) -> bool:
        return any(part.fits_nobody for part in self.parts)

    @property
    def within(self) -> frozenset[int]:
        return frozenset[int]().union(*(part.within for part in self.parts))

    @property
    def tied(self) -> tuple[int, ...]:
        return tuple(subject for part in self.parts for subject in part.tied)

    @property
    def line(self) -> CutLine | None:
        """The one line through the ranking; None where every unit has its own."""
        return self.parts[0].line if self.rule.scope is QuotaScope.SCHOOL else None

    def what_if(
        self,
        added: Iterable[Proposed] = (),
        removed: Collection[int] = (),
        base_change: Mapping[int | None, int] | None = None,
    ) -> QuotaStanding:
        """The same rule with these proposed as well (instead of their earlier row) and those no more.

        `base_change`: how many more, or fewer, each unit would have in the base, as when somebody loses the title that
        the share is taken of.
        """
        kept = {one.subject: one for one in self.counted.proposed if one.subject not in removed}
        proposed = {**kept, **{one.subject: one for one in added}}
        change = base_change or {}
        units = dict.fromkeys((*self.counted.base, *change))
        base = {unit: self.counted.base.get(unit, 0) + change.get(unit, 0) for unit in units}
        return standing(self.rule, replace(self.counted, base=base, proposed=tuple(proposed.values())))


def standing(rule: QuotaRule, counted: Counted) -> QuotaStanding:
    """What the rule says of these people; the parts in the order in which the units come."""
    proposed: dict[int | None, list[Proposed]] = defaultdict(list)
    is_school = rule.scope is QuotaScope.SCHOOL
    for one in counted.proposed:
        proposed[None if is_school else one.unit].append(one)
    base = _base(rule, counted)
    if is_school:
        base = {None: sum(base.values())}
    units = dict.fromkeys((*base, *proposed))
    parts = tuple(_part(rule, unit, base.get(unit, 0), proposed.get(unit, ())) for unit in units)
    return QuotaStanding(rule, counted, parts)


def refuse_odd(rule: QuotaRule) -> None:
    """A share of nothing or of more than all, an upside-down range, a number that is none, a base without its award."""
    if rule.share is None:
        if rule.number is None or rule.number < 1:
            raise UserError("quota_number", field="number")
    else:
        _refuse_odd_share(rule.share.percent, rule.lower)
    if rule.base is QuotaBase.HOLDERS and not rule.base_kind:
        raise UserError("quota_base_kind", field="base_kind")


def _refuse_odd_share(percent: Fraction, lower: Fraction | None) -> None:
    if not 0 < percent <= 100:
        raise UserError("quota_percent", field="percent", percent=float(percent))
    if lower is not None and not 0 < lower <= percent:
        raise UserError("quota_lower", field="lower", lower=float(lower), percent=float(percent))


def _base(rule: QuotaRule, counted: Counted) -> Mapping[int | None, int]:
    if rule.base is not QuotaBase.PROPOSED:
        return counted.base
    found: dict[int | None, int] = defaultdict(int)
    for one in counted.proposed:
        found[one.unit] += 1
    return found


def _part(rule: QuotaRule, unit: int | None, base: int, proposed: Sequence[Proposed]) -> PartStanding:
    places = rule.places(base)
    line = cut([one.total for one in proposed], places)
    within, tied = _sides(proposed, line)
    return PartStanding(
        unit, base, rule.exact(base), places, rule.least(base), len(proposed), line, within, tied
    )  # fmt: skip


def _sides(proposed: Sequence[Proposed], line: CutLine) -> tuple[frozenset[int], tuple[int, ...]]:
    """Who stands above the line, and who is left undecided at it."""
    edge = line.last_in if line.tied_at is None else line.tied_at
    if edge is None:
        return frozenset(), ()
    ranked = [(one, one.total) for one in proposed if one.total is not None]
    if line.tied_at is None:
        return frozenset(one.subject for one, total in ranked if total >= edge), ()
    equal = sorted((one for one, total in ranked if total == edge), key=lambda one: (one.position, one.subject))
    free = line.places - line.above
    last_in, first_out = equal[free - 1].position, equal[free].position
    above = [one for one, total in ranked if total > edge] + [one for one in equal if one.position < first_out]
    tied = tuple(one.subject for one in equal if one.position == first_out) if last_in == first_out else ()
    return frozenset(one.subject for one in above), tied
