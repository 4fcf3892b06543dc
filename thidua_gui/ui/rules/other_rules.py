"""Quy định khác: what the school decides beside the packs, and the rule of initiatives; asks to change them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.services.rule_review import RuleBook
from thidua_gui.text import rule_packs as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import line


class OtherRules(QFrame):
    """Below the list of packs."""

    newcomers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(wording.OWN_RULES.upper())
        heading.setProperty("role", "overline")
        self.newcomers, self.single_use = _words(), _words()
        self.change = push(wording.CHANGE_VERB, kind="link")
        self.change.setAccessibleName(wording.NEWCOMERS_TITLE)
        first = QHBoxLayout()
        first.addWidget(self.newcomers, 1)
        first.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(4), theme.px(10), theme.px(10))
        column.setSpacing(theme.px(6))
        column.addWidget(line())
        column.addWidget(heading)
        column.addLayout(first)
        column.addWidget(self.single_use)
        self.change.clicked.connect(self.newcomers_wanted)

    def show_book(self, book: RuleBook) -> None:
        rule = book.single_use
        self.newcomers.setText(wording.newcomers(book.newcomer_months))
        self.single_use.setText(wording.single_use(rule.since, rule.source, is_checked=rule.is_checked))


    def show_briefly(self, *, is_low: bool) -> None:
        """In a low window the rule of initiatives stands in the tooltip."""
        self.single_use.setVisible(not is_low)
        self.setToolTip(self.single_use.text() if is_low else "")


def _words() -> QLabel:
    label = QLabel()
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    return label
