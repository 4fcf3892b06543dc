"""The quota of one kind from a day on, with what it makes of the year: a share, a number, none, or the texts' own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.quotas import Counted, QuotaBase, QuotaRule, QuotaScope, refuse_odd, standing
from thidua_gui.services import quota_list, quota_rules
from thidua_gui.services.quota_list import QuotaList, QuotaRow
from thidua_gui.services.quota_rules import RuleInForce
from thidua_gui.text import quota_page as wording
from thidua_gui.text.errors import sentence
from thidua_gui.text.quotas import ROUNDINGS
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.rules.quota_reading_dialog import first_day
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.elided_combo import ElidedCombo
from thidua_gui.ui.widgets.field import set_property

WIDTH = 600
SHARE, NUMBER, UNLIMITED, SHIPPED = "share", "number", "unlimited", "shipped"
_OF_SHARE = ("percent", "lower", "base", "base_kind", "rounding", "scope")
_OF_NUMBER = ("number", "scope")


class QuotaRuleDialog(FormDialog):
    """One command writes the rule; below the fields stands what it would make of the year."""

    def __init__(
        self, context: Context, parent: QWidget, row: QuotaRow, shown: QuotaList, steps: Sequence[RuleInForce]
    ) -> None:
        super().__init__(context, parent, wording.dialog_title(row.name), wording.DIALOG_VERB)
        self.setMinimumWidth(theme.px(WIDTH))
        self._row, self._shown = row, shown
        self._counted: dict[tuple[object, ...], Counted] = {}
        rule = row.in_force.rule
        share = None if rule is None else rule.share
        self.mode = _choice(self._modes(), _mode(row))
        self.percent = QLineEdit("" if share is None else wording.percent(share.percent))
        self.least = QLineEdit("" if rule is None or rule.lower is None else wording.percent(rule.lower))
        self.number = QLineEdit("" if rule is None or rule.number is None else str(rule.number))
        self.base = _choice(wording.BASES, None if rule is None else rule.base)
        kinds = {one.kind: one.name for one in shown.rows if one.kind != row.kind and one.of_units is row.of_units}
        self.base_kind = _choice(kinds, None if rule is None else rule.base_kind)
        self.rounding = _choice(ROUNDINGS, None if share is None else share.rounding)
        self.scope = _choice(wording.SCOPES, None if rule is None else rule.scope)
        self.at_least_one = QCheckBox(wording.AT_LEAST_ONE)
        self.at_least_one.setChecked(rule is not None and rule.at_least_one)
        since = row.in_force.since if row.in_force.is_own else None
        year = context.year if shown.year is None else shown.year
        self.valid_from = DateField(first_day(year, since, is_closed=shown.is_closed))
        self.made = QLabel()
        self._place_fields(year, steps)
        self._wire()
        self._show_mode()
        first = self.percent if share is not None else self.mode
        first.setFocus()
        self.percent.selectAll()

    def rule(self) -> QuotaRule | None:
        """What the fields say; refused as the command would refuse it, None without a limit of its own."""
        mode, scope = self.mode.currentData(), QuotaScope(self.scope.currentData())
        if mode not in (SHARE, NUMBER):
            return None
        if mode == NUMBER:
            written = self.number.text().strip()
            number = int(written) if written.isdecimal() else None
            found = QuotaRule(QuotaBase.FIXED, None, number, scope=scope)
        else:
            found = self._share_rule(scope)
        refuse_odd(found)
        return found

    def submit(self) -> None:
        """What is no number is told before anything is sent."""
        try:
            self.rule()
        except UserError as problem:
            self._refused(problem)
            return
        super().submit()

    def command(self) -> Command:
        kind, day = self._row.kind, self.valid_from.day()
        if self.mode.currentData() == SHIPPED:
            return partial(quota_rules.follow_shipped, kind, day)
        return partial(quota_rules.set_rule, kind, self.rule(), day)

    def _share_rule(self, scope: QuotaScope) -> QuotaRule:
        base = QuotaBase(self.base.currentData())
        share = Quota(_percent(self.percent, "percent"), QuotaRounding(self.rounding.currentData()))
        return QuotaRule(
            base, share, None, self.base_kind.currentData() if base is QuotaBase.HOLDERS else None,
            _percent(self.least, "lower") if self.least.text().strip() else None, scope, self.at_least_one.isChecked(),
        )  # fmt: skip

    def _modes(self) -> dict[str, str]:
        modes = {SHARE: wording.BY_SHARE, NUMBER: wording.BY_NUMBER, UNLIMITED: wording.UNLIMITED}
        return modes | ({SHIPPED: wording.SHIPPED} if self._row.in_force.source else {})

    def _show_mode(self) -> None:
        mode = self.mode.currentData()
        wanted = _OF_SHARE if mode == SHARE else _OF_NUMBER if mode == NUMBER else ()
        for name in (*_OF_SHARE, *_OF_NUMBER):
            self.fields[name].setVisible(name in wanted)
        self.at_least_one.setVisible(mode == SHARE)
        self.fields["base_kind"].setVisible(mode == SHARE and QuotaBase(self.base.currentData()) is QuotaBase.HOLDERS)
        self._show_made()

    def _show_made(self) -> None:
        """The sentence follows every key; only another base or scope has to be counted anew."""
        campaign_id, kind = self._shown.campaign_id, self._row.kind
        try:
            rule = self.rule()
        except UserError as problem:
            self._say(sentence(problem) if self._is_typed() else "", "caption")
            return
        if rule is None:
            self._say(wording.limit_words(None) if self.mode.currentData() == UNLIMITED else "", "strong")
        elif campaign_id is None:
            self._say(wording.NO_YEAR_COUNT, "caption")
        elif _asked(rule) in self._counted:
            self._say(self._told(rule, self._counted[_asked(rule)]), "strong")
        else:
            self._say(wording.COUNTING, "caption")
            self.context.jobs.run(
                lambda _: quota_list.counted_for(campaign_id, kind, rule), partial(self._count, _asked(rule))
            )

    def _count(self, asked: tuple[object, ...], counted: Counted) -> None:
        self._counted[asked] = counted
        self._show_made()

    def _told(self, rule: QuotaRule, counted: Counted) -> str:
        found = standing(rule, counted)
        words = wording.made_of(found, self._shown.shorts, of_units=self._row.of_units)
        return wording.year_sentence(self._shown.year or 0, words)

    def _say(self, words: str, role: str) -> None:
        self.made.setText(words)
        self.made.setAccessibleName(words)
        set_property(self.made, "role", role)

    def _is_typed(self) -> bool:
        field = self.number if self.mode.currentData() == NUMBER else self.percent
        return bool(field.text().strip())

    def _place_fields(self, year: int, steps: Sequence[RuleInForce]) -> None:
        self.add_field("mode", wording.MODE, self.mode)
        self.add_field("percent", wording.PERCENT, self.percent, half=0)
        self.add_field("lower", wording.LOWER, self.least, wording.LOWER_HINT, half=1)
        self.add_field("number", wording.NUMBER, self.number)
        self.add_field("base", wording.BASE_FIELD, self.base, half=0)
        self.add_field("base_kind", wording.BASE_KIND, self.base_kind, half=1)
        self.add_field("scope", wording.SCOPE_FIELD, self.scope, half=0)
        self.add_field("rounding", wording.ROUNDING_FIELD, self.rounding, half=1)
        self.add_widget(self.at_least_one)
        hint = wording.closed_hint(year) if self._shown.is_closed else wording.VALID_FROM_HINT
        self.add_field("valid_from", wording.VALID_FROM, self.valid_from, hint)
        told = [(step.since, wording.limit_words(step.rule)) for step in steps]
        if told:
            earlier = QLabel(wording.steps(told))
            earlier.setWordWrap(True)
            earlier.setProperty("role", "caption")
            self.add_widget(earlier)
        self.made.setWordWrap(True)
        self.body.addWidget(self.made)

    def _wire(self) -> None:
        self.mode.currentIndexChanged.connect(self._show_mode)
        self.base.currentIndexChanged.connect(self._show_mode)
        for box in (self.base_kind, self.rounding, self.scope):
            box.currentIndexChanged.connect(self._show_made)
        for line in (self.percent, self.least, self.number):
            line.textChanged.connect(self._show_made)
        self.at_least_one.toggled.connect(self._show_made)


def _mode(row: QuotaRow) -> str:
    rule = row.in_force.rule
    if rule is None:
        return UNLIMITED
    return NUMBER if rule.share is None else SHARE


def _choice(offered: Mapping[Any, str], chosen: object) -> QComboBox:
    box = ElidedCombo()
    for key, words in offered.items():
        box.addItem(words, key)
    place = box.findData(chosen)
    box.setCurrentIndex(max(place, 0))
    return box


def _asked(rule: QuotaRule) -> tuple[object, ...]:
    """What the base and its parts depend on."""
    return rule.base, rule.base_kind, rule.scope


def _percent(editor: QLineEdit, field: str) -> Fraction:
    try:
        return Fraction(Points.parse(editor.text()).hundredths, 100)
    except UserError as problem:
        raise UserError("quota_not_a_number", field=field) from problem
