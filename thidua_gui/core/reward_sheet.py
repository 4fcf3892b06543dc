"""Who is paid how much for the awards of one decision or one year. Knows no law's number, no names and no rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from thidua_gui.core.rewards import MoneyRounding, Reward, amount

Bearer = tuple[bool, int]
"""Whether it is a unit, and its row."""


class Together(StrEnum):
    """How two awards of one bearer stand to each other: for one achievement at one time, or not."""

    SAME_TITLES = "same_titles"
    OTHER_TITLES = "other_titles"
    SAME_FORMS = "same_forms"
    OTHER_FORMS = "other_forms"
    TITLE_AND_FORM = "title_and_form"


class Pay(StrEnum):
    """Chỉ hưởng mức cao nhất, hoặc hưởng từng mức."""

    HIGHEST = "highest"
    EACH = "each"


class Why(StrEnum):
    """What became of an award's money. What is not known is never nought."""

    PAID = "paid"
    COVERED = "covered"
    NOT_OWN = "not_own"
    NO_MULTIPLE = "no_multiple"
    NO_SALARY = "no_salary"


UNKNOWN = frozenset({Why.NO_MULTIPLE, Why.NO_SALARY})


@dataclass(frozen=True, slots=True)
class Given:
    """An award: `occasion` is equal where the achievement and the time are one; `is_own`: the school decides it, and
    so it pays; `reward` None = no multiple is named for the kind."""

    bearer: Bearer
    is_title: bool
    occasion: Hashable
    reward: Reward | None
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class PaidLine:
    """`amount`: đồng that are paid, None where they are not or nobody can say how many."""

    given: Given
    why: Why
    amount: int | None = None


def together(one: Given, other: Given) -> Together:
    """The case of the rule that two awards of one bearer fall under."""
    if one.is_title is not other.is_title:
        return Together.TITLE_AND_FORM
    is_same = one.occasion == other.occasion
    if one.is_title:
        return Together.SAME_TITLES if is_same else Together.OTHER_TITLES
    return Together.SAME_FORMS if is_same else Together.OTHER_FORMS


def paid_lines(
    given: Iterable[Given], salary: int | None, rounding: MoneyRounding, rules: Mapping[Together, Pay]
) -> tuple[PaidLine, ...]:
    """In the given order. Where the rules say nothing of a case, each award is paid: nobody has read that one takes
    the other's money away."""
    lines = [_line(one, salary, rounding) for one in given]
    by_bearer: dict[Bearer, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if line.why is Why.PAID:
            by_bearer[line.given.bearer].append(place)
    for places in by_bearer.values():
        for place in _covered(lines, places, rules):
            lines[place] = PaidLine(lines[place].given, Why.COVERED)
    return tuple(lines)


def total(lines: Iterable[PaidLine]) -> int:
    """Đồng altogether, of what is known."""
    return sum(line.amount or 0 for line in lines)


def sums(lines: Iterable[PaidLine]) -> dict[Bearer, int]:
    """Đồng of each bearer; who is paid nothing is not in it."""
    found: dict[Bearer, int] = defaultdict(int)
    for line in lines:
        if line.amount is not None:
            found[line.given.bearer] += line.amount
    return dict(found)


def _line(one: Given, salary: int | None, rounding: MoneyRounding) -> PaidLine:
    """"Không quá" names no figure of its own: the authority that gives the award does."""
    if not one.is_own:
        return PaidLine(one, Why.NOT_OWN)
    if one.reward is None or one.reward.is_most:
        return PaidLine(one, Why.NO_MULTIPLE)
    if salary is None:
        return PaidLine(one, Why.NO_SALARY)
    return PaidLine(one, Why.PAID, amount(one.reward.multiple, salary, rounding))


def _covered(lines: list[PaidLine], places: list[int], rules: Mapping[Together, Pay]) -> Iterable[int]:
    """Those that a higher award, itself paid, stands for; of equal ones the first is paid."""
    kept: list[Given] = []
    for place in sorted(places, key=lambda place: -(lines[place].amount or 0)):
        one = lines[place].given
        if any(rules.get(together(one, other)) is Pay.HIGHEST for other in kept):
            yield place
        else:
            kept.append(one)
