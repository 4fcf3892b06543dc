"""The cap on Hoàn thành xuất sắc in force on a day: the school's own or the shipped one. Counts nobody."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache

from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.rating_cap import CapBase, CapRule, CapScope
from thidua_gui.services import settings
from thidua_gui.services.campaigns import campaign, refuse_if_closed
from thidua_gui.services.transaction import read, write
from thidua_gui.text import rating_cap as wording

_PERCENT, _BASE, _ROUNDING = "rating_cap.percent", "rating_cap.base", "rating_cap.rounding"
_SCOPES, _EXCEPTION, _OVER = "rating_cap.scopes", "rating_cap.exception", "rating_cap.over_reason"
_UNSET = -1


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule was read; `is_checked` False is shown as not yet compared with the text itself."""

    words: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class CapInForce:
    """The rule of the year. `is_own`: the school decided it, from `since` on (None = ever since). `exception` are the
    school's own words on who is not counted, `over_reason` those on why this year goes beyond the cap; both may be
    empty."""

    rule: CapRule
    source: Source
    is_own: bool
    exception: str
    over_reason: str
    since: date | None = None


def cap_of(campaign_id: CampaignId) -> CapInForce:
    """What holds for the ratings of the year: on the day of its decision, else on its last day."""
    with read():
        season = campaign(campaign_id)
        day = season.decision_on or season.last_day
        return _in_force(day, settings.get(_year_key(campaign_id), "", day))


def party_source(on: date) -> Source:
    """Who says that a Party member rated excellent must be excellent as viên chức too."""
    return _source("party", on)


def order_source(on: date) -> Source:
    """Who says that viên chức are rated before Party members, and both before the emulation council."""
    return _source("order", on)


def set_cap(rule: CapRule, exception: str, valid_from: date | None) -> Changes:
    """Decide the school's own cap from that day on (None = since ever)."""
    with write(wording.STEP) as operation:
        _judge(rule, valid_from)
        settings.store(_PERCENT, round(rule.quota.percent * 100), valid_from)
        settings.store(_BASE, rule.base.value, valid_from)
        settings.store(_ROUNDING, rule.quota.rounding.value, valid_from)
        settings.store(_SCOPES, [scope.value for scope in rule.scopes], valid_from)
        settings.store(_EXCEPTION, exception.strip(), valid_from)
    return operation.changes


def note_over(campaign_id: CampaignId, reason: str) -> Changes:
    """Say why the year has more excellent people than the cap allows; empty takes the words away."""
    with write(wording.STEP_OVER, reason=reason.strip()) as operation:
        refuse_if_closed(campaign_id)
        settings.store(_year_key(campaign_id), reason.strip())
    return operation.changes


def _year_key(campaign_id: CampaignId) -> str:
    return f"{_OVER}.{campaign_id}"


def _judge(rule: CapRule, valid_from: date | None) -> None:
    percent = rule.quota.percent
    if not 0 < percent <= 100:
        raise UserError("quota_percent", field="percent", percent=float(percent))
    if not rule.scopes:
        raise UserError("cap_scope_missing", field="scopes")
    refuse_odd("valid_from", valid_from)


def _in_force(on: date, over_reason: str) -> CapInForce:
    shipped = _valid("cap", on)
    percent = settings.get(_PERCENT, _UNSET, on)
    share = Fraction(str(shipped["percent"])) if percent == _UNSET else Fraction(percent, 100)
    scopes = settings.get(_SCOPES, list(map(str, shipped["scopes"])), on)  # type: ignore[call-overload]  # TOML list
    rule = CapRule(
        Quota(share, QuotaRounding(settings.get(_ROUNDING, str(shipped["rounding"]), on))),
        CapBase(settings.get(_BASE, str(shipped["base"]), on)),
        tuple(CapScope(scope) for scope in scopes),
    )
    source = Source(str(shipped["source"]), shipped["grade"] == "S")
    own = [step.valid_from for step in settings.decided(_PERCENT) if step.valid_from is None or step.valid_from <= on]
    since = own[-1] if own else None
    return CapInForce(rule, source, percent != _UNSET, settings.get(_EXCEPTION, "", on), over_reason, since)


def _source(kind: str, on: date) -> Source:
    entry = _valid(kind, on)
    return Source(str(entry["source"]), entry["grade"] == "S")


def _valid(kind: str, on: date) -> Mapping[str, object]:
    entries = _entries()[kind]
    valid = [entry for entry in entries if entry["from"] <= on]  # type: ignore[operator]  # TOML dates
    return max(valid or entries[:1], key=lambda entry: str(entry["from"]))


@cache
def _entries() -> Mapping[str, Sequence[Mapping[str, object]]]:
    found: dict[str, list[Mapping[str, object]]] = tomllib.loads(resources.text("rating_rules.toml"))
    return found
