"""The school's own rules of scoring: the share of fighters, its rounding, from when a reason is wanted."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.cutline import QuotaRounding
from thidua_gui.core.errors import Problem, UserError
from thidua_gui.core.points import Points
from thidua_gui.services import score_rules
from thidua_gui.services.quotas import QuotaRule
from thidua_gui.text import quotas as quota_wording
from thidua_gui.text import score_rules as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import FormDialog


class RulesDialog(FormDialog):
    """One command writes what was changed."""

    def __init__(self, context: Context, rule: QuotaRule, limit: Points | None, parent: QWidget) -> None:
        super().__init__(context, parent, wording.TITLE, wording.VERB)
        self._rule, self._limit = rule, limit
        self.percent = QLineEdit(wording.share(rule.quota.percent))
        self.rounding = QComboBox()
        for rounding, words in quota_wording.ROUNDINGS.items():
            self.rounding.addItem(words, rounding)
        self.rounding.setCurrentIndex(self.rounding.findData(rule.quota.rounding))
        self.limit = QLineEdit(wording.limit(limit))
        source = wording.source(rule.source, is_own=rule.is_own, is_checked=rule.is_checked)
        self.add_field("percent", wording.PERCENT, self.percent, source)
        self.add_field("rounding", wording.ROUNDING, self.rounding)
        self.add_field("limit", wording.LIMIT, self.limit, wording.LIMIT_HINT)
        self.percent.setFocus()
        self.percent.selectAll()

    def submit(self) -> None:
        """Numbers are read before anything is sent."""
        try:
            percent = _share(self.percent.text())
        except UserError:
            self.refuse("percent", wording.NOT_A_SHARE)
            return
        try:
            limit = Points.parse(self.limit.text()) if self.limit.text().strip() else None
        except UserError as problem:
            self._refuse_limit(problem)
            return
        self._wanted = score_rules.Rules(percent, QuotaRounding(self.rounding.currentData()), limit)
        super().submit()

    def command(self) -> Callable[[], Changes]:
        """What was typed, as the school's own rules."""
        quota = self._rule.quota
        wanted, before = self._wanted, score_rules.Rules(quota.percent, quota.rounding, self._limit)
        return lambda: score_rules.set_rules(wanted, before)

    def _refuse_limit(self, problem: Problem) -> None:
        self.refuse("limit", sentence(problem))


def _share(text: str) -> Fraction:
    percent = Fraction(Points.parse(text).hundredths, 100)
    if not 0 < percent <= 100:
        raise UserError("quota_percent", percent=float(percent))
    return percent
