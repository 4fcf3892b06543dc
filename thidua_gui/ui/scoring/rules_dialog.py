"""The school's own rules of scoring: the share of fighters, its rounding, from when a reason is wanted."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.errors import Problem, UserError
from thidua_gui.core.points import Points
from thidua_gui.services import score_rules
from thidua_gui.services.quota_line import QuotaFacts
from thidua_gui.text import quotas as quota_wording
from thidua_gui.text import score_rules as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import FormDialog


class RulesDialog(FormDialog):
    """One command writes what was changed."""

    def __init__(self, context: Context, known: QuotaFacts, limit: Points | None, parent: QWidget) -> None:
        super().__init__(context, parent, wording.TITLE, wording.VERB)
        self._known, self._limit = known, limit
        rule = known.in_force
        self._share = None if rule.rule is None else rule.rule.share
        shown = self._share or Quota(Fraction(), QuotaRounding.FLOOR)
        self.percent = QLineEdit(wording.share(shown.percent))
        self.rounding = QComboBox()
        for rounding, words in quota_wording.ROUNDINGS.items():
            self.rounding.addItem(words, rounding)
        self.rounding.setCurrentIndex(self.rounding.findData(shown.rounding))
        self.limit = QLineEdit(wording.limit(limit))
        source = wording.source(rule.source, is_own=rule.is_own, is_checked=rule.is_checked)
        if self._share is not None:
            self.add_field("percent", wording.PERCENT, self.percent, source)
            self.add_field("rounding", wording.ROUNDING, self.rounding)
        self.add_field("limit", wording.LIMIT, self.limit, wording.LIMIT_HINT)
        first = self.limit if self._share is None else self.percent
        first.setFocus()
        first.selectAll()

    def submit(self) -> None:
        """Numbers are read before anything is sent."""
        try:
            share = None if self._share is None else self._typed_share()
        except UserError:
            self.refuse("percent", wording.NOT_A_SHARE)
            return
        try:
            limit = Points.parse(self.limit.text()) if self.limit.text().strip() else None
        except UserError as problem:
            self._refuse_limit(problem)
            return
        self._wanted = score_rules.Rules(share, limit)
        super().submit()

    def command(self) -> Callable[[], Changes]:
        """What was typed, as the school's own rules."""
        wanted, before, known = self._wanted, score_rules.Rules(self._share, self._limit), self._known
        return lambda: score_rules.set_rules(wanted, before, known)

    def _typed_share(self) -> Quota:
        return Quota(_share(self.percent.text()), QuotaRounding(self.rounding.currentData()))

    def _refuse_limit(self, problem: Problem) -> None:
        self.refuse("limit", sentence(problem))


def _share(text: str) -> Fraction:
    percent = Fraction(Points.parse(text).hundredths, 100)
    if not 0 < percent <= 100:
        raise UserError("quota_percent", percent=float(percent))
    return percent
