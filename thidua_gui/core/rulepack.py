"""Rule packs: the law of a stretch of time as data, parsed, validated and chosen by dates. Reads no file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import groupby, pairwise

from thidua_gui.core.conditions import CHECKED, Condition
from thidua_gui.core.errors import UserError
from thidua_gui.core.titles import TitleKey

DAY = timedelta(days=1)
CLAIMED = "claimed"
"""The grade of what a file says of itself that it was read in its source: nobody here compared it."""


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A number of the law from its first to its last day, with where it was read; `confirmed_by`: who compared it
    with the text."""

    key: str
    from_on: date
    until_on: date | None
    number: int
    source: str
    grade: str
    confirmed_by: str = ""

    @property
    def is_checked(self) -> bool:
        """Whether somebody read it in the text itself."""
        return self.grade == CHECKED or bool(self.confirmed_by)


@dataclass(frozen=True, slots=True)
class Pack:
    """Gói quy tắc. `until_on` None = until a later pack begins. One that is not `is_enabled` judges nothing and its
    `note` says why. `keeps_earlier`: a dossier received before `from_on` stays with the earlier pack."""

    id: str
    title: str
    texts: tuple[str, ...]
    from_on: date
    until_on: date | None
    checked_by: str
    is_enabled: bool
    note: str
    keeps_earlier: bool
    values: tuple[DatedValue, ...]
    conditions: tuple[Condition, ...]
    sha256: str
    is_shipped: bool = True

    def covers(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)

    def rules(self, on: date) -> Mapping[TitleKey, tuple[Condition, ...]]:
        """The conditions of each award, with the values of that day; after the pack's time those of its last day."""
        day = on if self.until_on is None else min(on, self.until_on)
        valid = [value for value in self.values if _covers(value, day)]
        numbers = {value.key: value.number for value in valid}
        unchecked = {value.key: value.grade for value in valid if not value.is_checked}
        found: dict[TitleKey, tuple[Condition, ...]] = {}
        for condition in self.conditions:
            filled = condition.with_values(numbers, unchecked)
            found[condition.award] = (*found.get(condition.award, ()), filled)
        return found


def digest(text: str) -> str:
    """The hash by which a verdict names the pack it was made with; the line ends of a checkout do not matter."""
    return sha256(text.replace("\r\n", "\n").encode("utf-8")).hexdigest()


def not_shipped(pack: Pack) -> Pack:
    """One of the data folder: it cannot certify itself, so all of it waits for an officer to compare it."""
    values = tuple(replace(value, grade=_claimed(value.grade)) for value in pack.values)
    return replace(pack, is_shipped=False, values=values, conditions=tuple(map(_uncertified, pack.conditions)))


def choose(packs: Sequence[Pack], decided_on: date, received_on: date | None = None) -> Pack | None:
    """The pack of the day of the decision. If it leaves dossiers received earlier with the law before it, the pack
    of that time. None of a day that no pack covers."""
    found = next((pack for pack in packs if pack.covers(decided_on)), None)
    while found is not None and found.keeps_earlier and received_on is not None and received_on < found.from_on:
        before = found.from_on - DAY
        found = next((pack for pack in packs if pack.covers(before)), None)
    return found


def in_order(packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """The packs by time, the open end of each but the last closed by the next; UserError of one id twice, of a day
    that two packs cover, or of a day that none does."""
    if len({pack.id for pack in packs}) < len(packs):
        ids = sorted(pack.id for pack in packs)
        raise UserError("rule_pack_repeated", pack=next(one for one, two in pairwise(ids) if one == two))
    ordered = sorted(packs, key=lambda pack: pack.from_on)
    closed = [_closed(earlier, later) for earlier, later in pairwise(ordered)]
    for earlier, later in zip(closed, ordered[1:], strict=True):
        names = f"{earlier.id}, {later.id}"
        if _overlap(earlier.until_on, later.from_on):
            raise UserError("rule_pack_overlap", name=names, day=later.from_on)
        if not _adjoin(earlier.until_on, later.from_on):
            raise UserError("rule_pack_gap", name=names, day=later.from_on - DAY)
    return (*closed, *ordered[-1:])


def refuse_seams(values: Sequence[DatedValue], from_on: date, until_on: date | None) -> None:
    """The values of each key follow one another without gap or overlap through the whole time of their pack."""
    for key, group in groupby(sorted(values, key=lambda value: (value.key, value.from_on)), lambda value: value.key):
        of_key = list(group)
        if of_key[0].from_on > from_on:
            raise UserError("rule_value_gap", name=key, day=from_on)
        for earlier, later in pairwise(of_key):
            if _overlap(earlier.until_on, later.from_on):
                raise UserError("rule_value_overlap", name=key, day=later.from_on)
            if not _adjoin(earlier.until_on, later.from_on):
                raise UserError("rule_value_gap", name=key, day=later.from_on - DAY)
        end = of_key[-1].until_on
        if end is not None and (until_on is None or end < until_on):
            raise UserError("rule_value_gap", name=key, day=end + DAY)


def _uncertified(condition: Condition) -> Condition:
    parts = tuple(map(_uncertified, condition.parts))
    return replace(condition, grade=_claimed(condition.grade), parts=parts)


def _claimed(grade: str) -> str:
    return CLAIMED if grade == CHECKED else grade


def _closed(pack: Pack, later: Pack) -> Pack:
    is_open = pack.until_on is None and pack.from_on < later.from_on
    return replace(pack, until_on=later.from_on - DAY) if is_open else pack


def _overlap(until_on: date | None, from_on: date) -> bool:
    return until_on is None or until_on >= from_on


def _adjoin(until_on: date | None, from_on: date) -> bool:
    return until_on == from_on - DAY


def _covers(value: DatedValue, on: date) -> bool:
    return value.from_on <= on and (value.until_on is None or on <= value.until_on)
