"""Chooses one of the readings of a disputed text, from a day on, with what each of them comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.quotas import QuotaScope
from thidua_gui.core.rating_cap import CapBase
from thidua_gui.core.rewards import MoneyRounding
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import quota_rules, rating_caps, reward_rules
from thidua_gui.services.readings import Readings, with_rounding
from thidua_gui.text import quota_page as wording
from thidua_gui.text import rewards
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.rules.quota_cards import Dispute, Reading, ReadingTable
from thidua_gui.ui.rules.quota_disputes import CAP, MONEY, SHARE
from thidua_gui.ui.widgets.date_field import DateField

WIDTH = 560


class ReadingDialog(FormDialog):
    """The texts' own rounding of money can be chosen as well: then nothing is the school's own."""

    def __init__(self, context: Context, parent: QWidget, dispute: Dispute, found: Readings) -> None:
        super().__init__(context, parent, dispute.title, wording.READING_VERB, text=wording.READING_TEXT)
        self.setMinimumWidth(theme.px(WIDTH))
        self._key, self._readings = dispute.key, found
        readings = dispute.readings
        if dispute.key == MONEY:
            readings = _with_texts(readings, found)
        self.table = ReadingTable(dispute.heads, readings, to_choose=True)
        day = first_day(found.year, _since(dispute.key, found), is_closed=found.is_closed)
        self.valid_from = DateField(day)
        hint = wording.closed_hint(found.year) if found.is_closed else wording.VALID_FROM_HINT
        self.add_field("base", wording.READING_LABEL, self.table)
        self.add_field("valid_from", wording.VALID_FROM, self.valid_from, hint, half=0)
        chosen = self.table.choices.get(self.table.chosen)
        if chosen is not None:
            chosen.setFocus()

    def command(self) -> Command:
        return partial(_COMMANDS[self._key], self._readings, self.table.chosen, self.valid_from.day())


def first_day(year: int, since: date | None, *, is_closed: bool) -> date:
    """From when a decision is offered: the day of the one that it replaces, else the first of the year; behind a
    closed year."""
    if is_closed:
        return date(year + 1, 1, 1)
    return max(since or date(year, 1, 1), date(year, 1, 1))


def _since(key: str, found: Readings) -> date | None:
    if key == CAP and found.cap.in_force.is_own:
        return found.cap.in_force.since
    if key == SHARE and found.share.in_force.is_own:
        return found.share.in_force.since
    if key == MONEY and found.money.rules.rounding.is_own:
        return found.money.rules.rounding.since
    return None


def _with_texts(readings: tuple[Reading, ...], found: Readings) -> tuple[Reading, ...]:
    rounding = found.money.rules.rounding
    marked = tuple(
        replace(one, words=rewards.ROUNDINGS[MoneyRounding(str(one.key))], is_chosen=one.is_chosen and rounding.is_own)
        for one in readings
    )
    words = wording.follow_texts(rewards.ROUNDINGS[rounding.text])
    return (*marked, Reading(None, words, (), not rounding.is_own))


def _choose_cap(found: Readings, chosen: object, day: date | None) -> Changes:
    cap = found.cap.in_force
    assert isinstance(chosen, CapBase)
    return rating_caps.set_cap(replace(cap.rule, base=chosen), cap.exception, day)


def _choose_share(found: Readings, chosen: object, day: date | None) -> Changes:
    rule = found.share.in_force.rule
    assert rule is not None
    assert isinstance(chosen, tuple)
    scope, rounding = chosen
    return quota_rules.set_rule(
        TitleKey.GRASSROOTS_FIGHTER.value, with_rounding(rule, QuotaScope(scope), rounding), day
    )  # fmt: skip


def _choose_money(found: Readings, chosen: object, day: date | None) -> Changes:
    return reward_rules.set_rounding(chosen if isinstance(chosen, MoneyRounding) else None, day)


_COMMANDS: dict[str, Callable[[Readings, object, date | None], Changes]] = {
    CAP: _choose_cap,
    SHARE: _choose_share,
    MONEY: _choose_money,
}
