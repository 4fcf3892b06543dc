"""What money goes with awards on a day: base salary, multiples, rounding, each with its source. Pays nobody."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.conditions import CHECKED
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.reward_sheet import Pay, Together
from thidua_gui.core.rewards import MoneyRounding, Reward
from thidua_gui.services import settings
from thidua_gui.services.settings import Decided
from thidua_gui.services.transaction import read, write
from thidua_gui.text import rewards as wording

_ROUNDING = "reward.rounding"
_SHIPPED = ""


@dataclass(frozen=True, slots=True)
class BaseSalary:
    """Lương cơ sở: đồng a month, from that day on."""

    amount: int
    since: date
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class RoundingInForce:
    """How money is rounded from `since` on (None = ever since). `is_own`: the school decided it; `text` and `source`
    are what the regime itself says."""

    mode: MoneyRounding
    since: date | None
    is_own: bool
    text: MoneyRounding
    source: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class ReadReward:
    """A multiple and whether it was read in its source."""

    reward: Reward
    is_checked: bool


@dataclass(frozen=True, slots=True)
class SeveralAwards:
    """What is paid to one bearer for two awards of that case."""

    case: Together
    pay: Pay
    is_checked: bool


@dataclass(frozen=True, slots=True)
class RewardRules:
    """What holds on a day; no `salary` is known of days before the first that was read. Of a case that `several` does
    not have nothing was read."""

    regime: str
    source: str
    salary: BaseSalary | None
    rounding: RoundingInForce
    rewards: tuple[ReadReward, ...]
    several: tuple[SeveralAwards, ...] = ()

    def of(self, kind: str, *, of_units: bool) -> Reward | None:
        """None of a kind that no money is named for."""
        found = (one.reward for one in self.rewards if one.reward.kind == kind and one.reward.of_units is of_units)
        return next(found, None)


def rules_on(day: date) -> RewardRules:
    """Salary, multiples and rounding of the day of the decision."""
    shipped = _regime(day)
    with read():
        own = [step for step in settings.decided(_ROUNDING) if step.valid_from is None or step.valid_from <= day]
    rewards = tuple(
        ReadReward(
            Reward(one["kind"], one["of"] == "unit", Fraction(one["number"]), "most" in one), one["grade"] == CHECKED
        )
        for one in _regime_like(shipped)["multiples"]
    )
    rounding = _rounding(shipped, own[-1] if own else None)
    several = tuple(
        SeveralAwards(Together(one["case"]), Pay(one["pay"]), one["grade"] == CHECKED)
        for one in _regime_like(shipped)["several"]
    )
    return RewardRules(shipped["id"], shipped["source"], _salary(day), rounding, rewards, several)


def one_year_titles() -> frozenset[str]:
    """Titles for what was done in one year; what the others ask reaches further back."""
    return frozenset(kind for entry in _entries()["one_year"] for kind in entry["kinds"])


def set_rounding(mode: MoneyRounding | None, valid_from: date | None = None) -> Changes:
    """Decide the school's own rounding from that day on (None = since ever); no mode = as the texts of the day say."""
    with write(wording.STEP) as operation:
        refuse_odd("valid_from", valid_from)
        settings.store(_ROUNDING, _SHIPPED if mode is None else mode.value, valid_from)
    return operation.changes


def _rounding(shipped: Mapping[str, Any], own: Decided | None) -> RoundingInForce:
    text, source = MoneyRounding(shipped["rounding"]), shipped["rounding_source"]
    is_checked = shipped["rounding_grade"] == CHECKED
    if own is None or own.value == _SHIPPED:
        days = [shipped["from"], *([own.valid_from] if own is not None and own.valid_from is not None else [])]
        return RoundingInForce(text, max(days), False, text, source, is_checked)
    return RoundingInForce(MoneyRounding(own.value), own.valid_from, True, text, source, is_checked)


def _salary(day: date) -> BaseSalary | None:
    valid = [entry for entry in _entries()["salary"] if entry["from"] <= day]
    if not valid:
        return None
    last = max(valid, key=lambda entry: entry["from"])
    return BaseSalary(last["amount"], last["from"], last["source"], last["grade"] == CHECKED)


def _regime(day: date) -> Mapping[str, Any]:
    """Before the first that is known the first holds: nothing older was read."""
    entries = _entries()["regime"]
    valid = [entry for entry in entries if entry["from"] <= day] or entries[:1]
    return max(valid, key=lambda entry: entry["from"])


def _regime_like(shipped: Mapping[str, Any]) -> Mapping[str, Any]:
    """The regime whose multiples go on in it; nothing of that was read."""
    if "like" not in shipped:
        return shipped
    (model,) = [entry for entry in _entries()["regime"] if entry["id"] == shipped["like"]]
    return {name: [one | {"grade": "M"} for one in model[name]] for name in ("multiples", "several")}


@cache
def _entries() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = tomllib.loads(resources.text("rewards.toml"))
    return found
