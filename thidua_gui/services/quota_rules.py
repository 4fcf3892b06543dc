"""The quota of each kind of award on a day: the school's own or the shipped one. Counts nobody."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache

from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.conditions import CHECKED
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.days import refuse_odd as refuse_odd_day
from thidua_gui.core.errors import UserError
from thidua_gui.core.quotas import QuotaBase, QuotaRule, QuotaScope, refuse_odd
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import settings
from thidua_gui.services.settings import Decided
from thidua_gui.services.transaction import read, write
from thidua_gui.text import quotas as wording

_PREFIX, _RULE = "quota.", "quota.rule."
_OLD_PERCENT, _OLD_ROUNDING = "quota.grassroots_fighter.percent", "quota.grassroots_fighter.rounding"
_OLD_UNSET = -1
_UNLIMITED, _SHIPPED = "unlimited", "shipped"


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """What holds for a kind from `since` on (None = ever since). Without a `rule` there is no limit; `is_own`: the
    school decided it. `source` is what the shipped rule was read in, also beside an own one; empty where none is
    shipped."""

    kind: str
    since: date | None
    rule: QuotaRule | None
    is_own: bool
    source: str
    is_checked: bool


class RuleBook:
    """Every rule of every kind and day, from one query; to be made inside a read."""

    def __init__(self) -> None:
        self._own = _own_steps(settings.decided(_PREFIX))

    def on(self, kind: str, day: date) -> RuleInForce:
        """What holds on that day."""
        applied = [step for step in self.steps(kind) if _day(step) <= day]
        return _judged(kind, applied[-1], day) if applied else _shipped_on(kind, day)

    def steps(self, kind: str) -> Sequence[Decided]:
        """As they were decided, in the order of the days."""
        return self._own.get(kind, ())

    def own_steps(self, kind: str) -> tuple[RuleInForce, ...]:
        """What the school decided, in the order of the days; what follows the shipped rule again is one of them."""
        return tuple(_judged(kind, step, _day(step)) for step in self.steps(kind))


def in_force(kind: str, on: date) -> RuleInForce:
    """What holds for a kind on that day."""
    with read():
        return RuleBook().on(kind, on)


def own_steps(kind: str) -> tuple[RuleInForce, ...]:
    """What the school decided for a kind, in the order of the days."""
    with read():
        return RuleBook().own_steps(kind)


def set_rule(kind: str, rule: QuotaRule | None, valid_from: date | None = None) -> Changes:
    """Decide the school's own rule from that day on (None = since ever); no rule = no limit."""
    with write(wording.STEP) as operation:
        store_rule(kind, rule, valid_from)
    return operation.changes


def store_rule(kind: str, rule: QuotaRule | None, valid_from: date | None = None) -> None:
    """The same, for use inside a transaction."""
    refuse_odd_day("valid_from", valid_from)
    if rule is None:
        settings.store(_RULE + kind, {"base": _UNLIMITED}, valid_from)
        return
    refuse_odd(rule)
    if rule.base_kind == kind:
        raise UserError("quota_base_kind", field="base_kind")
    settings.store(_RULE + kind, _written(rule), valid_from)


def change_rule(kind: str, rule: QuotaRule, on: date) -> None:
    """Put another rule in the place of the one that holds on that day, from the same day on, inside a transaction."""
    applied = [step.valid_from for step in RuleBook().steps(kind) if _day(step) <= on]
    store_rule(kind, rule, applied[-1] if applied else None)


def follow_shipped(kind: str, valid_from: date | None = None) -> Changes:
    """From that day on the shipped rule holds again."""
    with write(wording.STEP_SHIPPED) as operation:
        refuse_odd_day("valid_from", valid_from)
        settings.store(_RULE + kind, {"base": _SHIPPED}, valid_from)
    return operation.changes


def forget(kind: str, valid_from: date | None) -> Changes:
    """Take back what was decided from that very day, as if it had never been."""
    with write(wording.STEP_FORGET) as operation:
        keys = [_RULE + kind]
        if kind == TitleKey.GRASSROOTS_FIGHTER:
            keys += [_OLD_PERCENT, _OLD_ROUNDING]
        for key in keys:
            settings.forget(key, valid_from)
    return operation.changes


def with_share(rule: QuotaRule, share: Quota) -> QuotaRule:
    """Another share of the same base; a range is not turned upside down by it."""
    return replace(rule, share=share, lower=None if rule.lower is None else min(rule.lower, share.percent))


def _own_steps(rows: tuple[Decided, ...]) -> Mapping[str, list[Decided]]:
    """By kind, in the order of the days. The share of grassroots fighters once had two keys of its own."""
    found: dict[str, dict[date | None, Decided]] = {}
    roundings = {row.valid_from: str(row.value) for row in rows if row.key == _OLD_ROUNDING}
    for row in rows:
        if row.key == _OLD_PERCENT:
            old = _of_old_keys(row, roundings.get(row.valid_from, QuotaRounding.FLOOR.value))
            found.setdefault(TitleKey.GRASSROOTS_FIGHTER.value, {}).setdefault(row.valid_from, old)
    for row in rows:
        if row.key.startswith(_RULE):
            found.setdefault(row.key.removeprefix(_RULE), {})[row.valid_from] = row
    return {kind: sorted(steps.values(), key=_day) for kind, steps in found.items()}


def _day(step: Decided) -> date:
    return step.valid_from or date.min


def _of_old_keys(row: Decided, rounding: str) -> Decided:
    """An unset share with the shipped rounding was the way to follow the shipped rule."""
    shipped = _shipped_on(TitleKey.GRASSROOTS_FIGHTER, _day(row)).rule
    if shipped is None or shipped.share is None:
        raise ValueError("the shipped rules name no share of fighters")
    percent = shipped.share.percent if row.value == _OLD_UNSET else Fraction(row.value, 100)
    wanted = Quota(percent, QuotaRounding(rounding))
    is_shipped = row.value == _OLD_UNSET and wanted == shipped.share
    return row._replace(value={"base": _SHIPPED} if is_shipped else _written(replace(shipped, share=wanted)))


def _judged(kind: str, step: Decided, day: date) -> RuleInForce:
    shipped = _shipped_on(kind, day)
    written: Mapping[str, str] = step.value
    if written["base"] == _SHIPPED:
        days = [known for known in (step.valid_from, shipped.since) if known is not None]
        return replace(shipped, since=max(days, default=None))
    rule = None if written["base"] == _UNLIMITED else _read(written, shipped.source, is_own=True)
    return RuleInForce(kind, step.valid_from, rule, True, shipped.source, shipped.is_checked)


def _written(rule: QuotaRule) -> dict[str, str]:
    """As `_read` takes it; shares are written exactly ("15", "25/2")."""
    share = rule.share
    told = {
        "base": rule.base.value,
        "base_kind": rule.base_kind,
        "percent": None if share is None else str(share.percent),
        "rounding": None if share is None else share.rounding.value,
        "number": None if rule.number is None else str(rule.number),
        "lower": None if rule.lower is None else str(rule.lower),
        "scope": rule.scope.value,
        "at_least_one": "yes" if rule.at_least_one else None,
    }
    return {key: value for key, value in told.items() if value is not None}


def _read(written: Mapping[str, str], source: str, *, is_own: bool = False, is_checked: bool = True) -> QuotaRule:
    share = number = lower = None
    if "percent" in written:
        share = Quota(Fraction(written["percent"]), QuotaRounding(written["rounding"]))
    if "number" in written:
        number = int(written["number"])
    if "lower" in written:
        lower = Fraction(written["lower"])
    base, scope = QuotaBase(written["base"]), QuotaScope(written["scope"])
    one, base_kind = "at_least_one" in written, written.get("base_kind")
    return QuotaRule(base, share, number, base_kind, lower, scope, one, source, is_own, is_own or is_checked)


def _shipped_on(kind: str, day: date) -> RuleInForce:
    """Before the first day that is known the first rule holds: nothing older was read."""
    steps = _shipped_steps().get(kind, [])
    valid = [step for step in steps if step.since is not None and step.since <= day] or steps[:1]
    return valid[-1] if valid else RuleInForce(kind, None, None, False, "", True)


@cache
def _shipped_steps() -> Mapping[str, list[RuleInForce]]:
    found: dict[str, list[RuleInForce]] = {}
    for entry in tomllib.loads(resources.text("quotas.toml"))["quota"]:
        kind, source, is_checked = entry["kind"], entry["source"], entry["grade"] == CHECKED
        rule = _read({key: str(value) for key, value in entry.items()}, source, is_checked=is_checked)
        found.setdefault(kind, []).append(RuleInForce(kind, entry["from"], rule, False, source, is_checked))
    return {kind: sorted(steps, key=lambda step: step.since or date.min) for kind, steps in found.items()}
