"""The disputed readings of a year in words, for the cards and for the dialog. Values only; asks no service."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_gui.core.vietnamese import date_text, grouped
from thidua_gui.services.readings import CapReading, CapReadings, MoneyReading, MoneyReadings, Readings, ShareReadings
from thidua_gui.text import quota_page as wording
from thidua_gui.text import rating_cap
from thidua_gui.ui.rules.quota_cards import Dispute, Reading
from thidua_gui.ui.widgets.chip import ChipKind

CAP, SHARE, MONEY = "cap", "share", "money"
LABOURER, COLLECTIVE = ("advanced_labourer", False), ("advanced_collective", True)


def disputes(found: Readings, shorts: Mapping[str, str]) -> tuple[Dispute, ...]:
    """In the order of the cards."""
    year = str(found.year)
    return _cap(found.cap, year), _share(found.share, year), _money(found, shorts)


def _cap(found: CapReadings, year: str) -> Dispute:
    cap = found.in_force
    readings = tuple(
        Reading(one.base, rating_cap.BASES[one.base], _cap_figures(one), one.is_chosen,
                (wording.cap_tip(one.people, one.most), wording.EXAMPLE_TIPS[CAP]))
        for one in found.found
    )  # fmt: skip
    foot = wording.source(cap.source.words, cap.since, is_own=cap.is_own, is_checked=cap.source.is_checked)
    return Dispute(
        CAP, wording.cap_share(cap.rule.quota.percent), wording.CAP_WHY, (year, wording.EXAMPLE), readings,
        _chip(is_own=cap.is_own, is_checked=cap.source.is_checked), foot,
    )  # fmt: skip


def _cap_figures(one: CapReading) -> tuple[str, ...]:
    return wording.allowed(one.allowed, one.over), grouped(one.example)


def _share(found: ShareReadings, year: str) -> Dispute:
    rule, in_force = found.in_force.rule, found.in_force
    if rule is None or rule.share is None or found.counted is None:
        return Dispute(SHARE, wording.SHARE_TITLE, "", (), (), None, "", wording.NOT_A_SHARE_NOW)
    base = sum(found.counted.base.values())
    tips = (wording.units_tip(found.units, base, is_settled=found.counted.is_settled), wording.EXAMPLE_TIPS[SHARE])
    readings = tuple(
        Reading((one.scope, one.rounding), wording.reading(one.scope, one.rounding),
                (grouped(one.places), grouped(one.example)), one.is_chosen, tips)
        for one in found.found
    )  # fmt: skip
    foot = wording.source(in_force.source, in_force.since, is_own=in_force.is_own, is_checked=in_force.is_checked)
    return Dispute(
        SHARE, wording.share_title(rule.share.percent), wording.SHARE_WHY, (year, wording.EXAMPLE), readings,
        _chip(is_own=in_force.is_own, is_checked=in_force.is_checked), foot,
    )  # fmt: skip


def _money(found: Readings, shorts: Mapping[str, str]) -> Dispute:
    rules, rounding = found.money.rules, found.money.rules.rounding
    foot = wording.source(rounding.source, rounding.since, is_own=rounding.is_own, is_checked=rounding.is_checked)
    if rules.salary is None:
        nothing = wording.NO_SALARY.format(day=date_text(found.day))
        return Dispute(MONEY, wording.MONEY_TITLE, "", (), (), None, "", nothing)
    readings = tuple(_money_reading(one, found.money, shorts) for one in found.money.found)
    return Dispute(
        MONEY, wording.MONEY_TITLE, wording.MONEY_WHY, (*wording.MONEY_HEADS, wording.MONEY_TOTAL), readings,
        _chip(is_own=rounding.is_own, is_checked=rounding.is_checked),
        f"{wording.salary(rules.salary.amount, rules.salary.since)} {foot}",
    )  # fmt: skip


def _money_reading(one: MoneyReading, found: MoneyReadings, shorts: Mapping[str, str]) -> Reading:
    each = {(payment.reward.kind, payment.reward.of_units): payment.each for payment in one.paid}
    counts = [(shorts.get(payment.reward.kind, ""), payment.count, payment.each) for payment in one.paid]
    words = wording.MONEY_ROUNDINGS[one.mode]
    figures = [wording.NOTHING if key not in each else grouped(each[key]) for key in (LABOURER, COLLECTIVE)]
    each_tip = wording.MONEY_HEADS_TIP
    tip = wording.money_tip(counts, is_granted=found.is_granted)
    return Reading(one.mode, words, (*figures, grouped(one.total)), one.is_chosen, (each_tip, each_tip, tip))


def _chip(*, is_own: bool, is_checked: bool) -> tuple[str, ChipKind]:
    """What the text leaves open is the school's to choose even where the text itself was read."""
    if is_own:
        return wording.OWN_SHORT, "in"
    return (wording.FREE, "nf") if is_checked else (wording.UNCHECKED, "wa")
