"""The school's own cap on HTXSNV: share, rounding, reading and scopes, with what every reading means here and now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QRadioButton, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.rating_cap import CapBase, CapRule, CapScope, Tally, base_of, highest, standing
from thidua_gui.services import rating_caps
from thidua_gui.services.rating_caps import CapInForce
from thidua_gui.text import quotas
from thidua_gui.text import rating_cap as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import FormDialog
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.date_field import DateField

WIDTH = 640


class Readings(QWidget):
    """The three readings side by side: radio button, base now, allowed now, the most that can be reached."""

    def __init__(self, counted: Tally, base: CapBase) -> None:
        super().__init__()
        self._tally = counted
        self._group = QButtonGroup(self)
        self.choices = {one: QRadioButton(words) for one, words in wording.BASES.items()}
        self.figures = {one: [QLabel() for _ in range(3)] for one in CapBase}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(0, 1)
        for column, words in enumerate(wording.READING_HEADS):
            head = QLabel(words)
            head.setProperty("role", "label")
            head.setToolTip(wording.READINGS_TIP)
            grid.addWidget(head, 0, column, _side(column))
        grid.addWidget(line(), 1, 0, 1, 4)
        for row, one in enumerate(CapBase, start=2):
            self._group.addButton(self.choices[one])
            grid.addWidget(self.choices[one], row, 0)
            for column, label in enumerate(self.figures[one], start=1):
                label.setToolTip(wording.READINGS_TIP)
                grid.addWidget(label, row, column, _side(column))
        self.choices[base].setChecked(True)

    @property
    def base(self) -> CapBase:
        """The reading that is marked."""
        return next(one for one, button in self.choices.items() if button.isChecked())

    def show_quota(self, quota: Quota | None) -> None:
        """What each reading makes of the share; dashes while it is none."""
        for one, (people, allowed, most) in self.figures.items():
            people.setText(wording.people(base_of(self._tally, one)))
            now = None if quota is None else standing(self._tally, quota, one)
            allowed.setText(wording.NOTHING if now is None else wording.allowed(now))
            most.setText(wording.NOTHING if quota is None else wording.people(highest(self._tally, quota, one)))
            told = ", ".join(label.text() for label in (people, allowed, most))
            self.choices[one].setAccessibleName(f"{wording.BASES[one]}: {told}")


class CapDialog(FormDialog):
    """One command writes the whole rule from a day on."""

    def __init__(self, context: Context, parent: QWidget, cap: CapInForce, counted: Tally) -> None:
        super().__init__(context, parent, wording.TITLE, wording.VERB, text=wording.TEXT)
        rule = cap.rule
        self.percent = QLineEdit(wording.share(rule.quota.percent))
        self.rounding = QComboBox()
        for rounding, words in quotas.ROUNDINGS.items():
            self.rounding.addItem(words, rounding)
        self.rounding.setCurrentIndex(self.rounding.findData(rule.quota.rounding))
        self.readings = Readings(counted, rule.base)
        self.scopes = {scope: QCheckBox(words) for scope, words in wording.SCOPE_NAMES.items()}
        self.valid_from = DateField(date(context.year, 1, 1))
        self.exception = QLineEdit(cap.exception)
        source = wording.source(cap.source.words, is_own=cap.is_own, is_checked=cap.source.is_checked)
        self.add_field("percent", wording.PERCENT, self.percent, half=0)
        self.add_field("rounding", wording.ROUNDING, self.rounding, half=1)
        self.source = QLabel(source)
        self.source.setWordWrap(True)
        self.source.setProperty("role", "caption")
        self.add_widget(self.source)
        self.add_field("base", wording.base_label(counted), self.readings)
        self.add_field("scopes", wording.SCOPES, self._scope_row(rule.scopes))
        self.add_field("valid_from", wording.VALID_FROM, self.valid_from, wording.VALID_FROM_HINT, half=0)
        self.add_field("exception", wording.EXCEPTION, self.exception, wording.EXCEPTION_HINT, half=1)
        self.setMinimumWidth(theme.px(WIDTH))
        self.percent.textChanged.connect(self._show_readings)
        self.rounding.currentIndexChanged.connect(self._show_readings)
        self._show_readings()
        self.percent.setFocus()
        self.percent.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Wrapped words are only now as high as they are."""
        super().showEvent(event)
        self.readings.setMinimumHeight(self.readings.sizeHint().height())
        self.grow()

    def submit(self) -> None:
        """The share is read before anything is sent."""
        if self._quota() is None:
            self.refuse("percent", wording.NOT_A_SHARE)
            return
        super().submit()

    def command(self) -> Callable[[], Changes]:
        quota = self._quota()
        assert quota is not None
        chosen = tuple(scope for scope, box in self.scopes.items() if box.isChecked())
        rule, exception, day = CapRule(quota, self.readings.base, chosen), self.exception.text(), self.valid_from.day()
        return lambda: rating_caps.set_cap(rule, exception, day)

    def _scope_row(self, chosen: tuple[CapScope, ...]) -> QWidget:
        row = QWidget()
        layout = QGridLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(theme.px(16))
        for place, (scope, box) in enumerate(self.scopes.items()):
            box.setChecked(scope in chosen)
            layout.addWidget(box, 0, place)
        layout.setColumnStretch(len(self.scopes), 1)
        row.setFocusProxy(self.scopes[CapScope.SCHOOL])
        return row

    def _show_readings(self) -> None:
        self.readings.show_quota(self._quota())

    def _quota(self) -> Quota | None:
        try:
            percent = Fraction(Points.parse(self.percent.text()).hundredths, 100)
        except UserError:
            return None
        return Quota(percent, QuotaRounding(self.rounding.currentData())) if 0 < percent <= 100 else None


def _side(column: int) -> Qt.AlignmentFlag:
    upright = Qt.AlignmentFlag.AlignVCenter
    return upright | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
