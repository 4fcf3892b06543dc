"""Đối chiếu: who compared which passages with which document; the months the school asks of newcomers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from thidua_gui.core.rulepack import Pack
from thidua_gui.services import rules
from thidua_gui.services.rule_confirmations import Confirmation, Passage
from thidua_gui.text import rule_packs as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.widgets.date_field import DateField

_TOLD = 8
_WIDTH = 600
_LAST_BY, _LAST_DOCUMENT = "rules/confirmed_by", "rules/confirmed_document"


class CompareDialog(FormDialog):
    """`told` are the passages in words; who compared last time is offered again."""

    def __init__(
        self, context: Context, parent: QWidget, pack: Pack, found: Sequence[Passage], told: Sequence[str]
    ) -> None:
        super().__init__(context, parent, wording.COMPARE_TITLE, wording.COMPARE_VERB, text=wording.COMPARE_TEXT)
        self.setMinimumWidth(theme.px(_WIDTH))
        self._pack, self._found = pack, tuple(found)
        self.by = QLineEdit(context.settings.text(_LAST_BY) or context.user)
        self.on = DateField(context.clock().date())
        last = context.settings.text(f"{_LAST_DOCUMENT}/{pack.id}")
        self.document: QComboBox = editable_choice(pack.texts, last)
        self.told = QLabel(_listed(told))
        self.told.setWordWrap(True)
        self.told.setProperty("role", "table")
        self.add_widget(self.told)
        self.add_field("by", wording.BY_WHOM, self.by, half=0)
        self.add_field("on", wording.ON_DAY, self.on, half=1)
        self.add_field("document", wording.DOCUMENT, self.document, wording.DOCUMENT_HINT)
        holds = QLabel(wording.HOLDS)
        holds.setProperty("role", "caption")
        holds.setWordWrap(True)
        self.add_widget(holds)
        (self.document if self.by.text() else self.by).setFocus()

    def command(self) -> Command:
        settings = self.context.settings
        settings.put_text(_LAST_BY, self.by.text().strip())
        settings.put_text(f"{_LAST_DOCUMENT}/{self._pack.id}", self.document.currentText().strip())
        day = self.on.day() or date.min
        confirmation = Confirmation(self.by.text(), day, self.document.currentText())
        return partial(rules.confirm_all, self._pack.id, self._found, confirmation)

    def _is_complete(self) -> bool:
        if super()._is_complete() and self.on.day() is None:
            self.refuse("on", wording.DAY_MISSING)
            return False
        return super()._is_complete()


class NewcomersDialog(FormDialog):
    """The school's own minimum of months, where the law has none."""

    def __init__(self, context: Context, parent: QWidget, months: int) -> None:
        super().__init__(
            context, parent, wording.NEWCOMERS_TITLE, wording.NEWCOMERS_VERB, text=wording.NEWCOMERS_TEXT
        )
        self.months = QLineEdit(str(months))
        self.valid_from = DateField(date(context.year, 1, 1))
        self.add_field("months", wording.NEWCOMERS_MONTHS, self.months, wording.NEWCOMERS_HINT, half=0)
        self.add_field("valid_from", wording.NEWCOMERS_FROM, self.valid_from, wording.NEWCOMERS_FROM_HINT, half=1)
        self.months.setFocus()
        self.months.selectAll()

    def submit(self) -> None:
        """A number is read before anything is sent."""
        if not self.months.text().strip().isdecimal():
            self.refuse("months", wording.NEWCOMERS_HINT)
            return
        super().submit()

    def command(self) -> Command:
        return partial(rules.set_newcomer_months, int(self.months.text()), self.valid_from.day())


def _listed(told: Sequence[str]) -> str:
    more = [wording.and_more(len(told) - _TOLD)] if len(told) > _TOLD else []
    return "\n".join(f"•  {words}" for words in (*told[:_TOLD], *more))
