"""One condition, value or pair of conditions in full, below the list; asks to compare or take back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.services.rule_review import ComparedLine, ConditionLine, PartLine, ValueLine
from thidua_gui.text import rule_packs as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.fact_list import FactList
from thidua_gui.ui.rules.pack_columns import state_chip
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.chip import Chip

Facts = Sequence[tuple[str, str]]
HEIGHT, PAIR, LOW = 190, 132, 84
"""Heights: of a condition, of a pair, and in a low window, where all but the words themselves is scrolled to."""


class PassageCard(QFrame):
    """Scrolls where the words are many."""

    compare_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._is_low, self._is_narrow, self._is_pair = False, False, False
        self.heading = QLabel()
        self.heading.setProperty("role", "strong")
        self.heading.setWordWrap(True)
        self.award = QLabel()
        self.award.setProperty("role", "caption")
        self.chip = Chip()
        self.facts = FactList(130)
        self.compare = push(wording.COMPARE, "check")
        self.back = push(wording.TAKE_BACK, "arrow-back-up")
        self._lay_out()
        self.compare.clicked.connect(self.compare_wanted)
        self.back.clicked.connect(self.back_wanted)

    def show_condition(self, line: ConditionLine) -> None:
        facts = [(wording.SOURCE, wording.source(line.source, line.grade))]
        facts += [(wording.VALUE_FACT, _value(value)) for value in line.values]
        if line.parts:
            facts += [(wording.WAYS, "\n".join(map(_part, line.parts)))]
        facts += [(wording.NOTED, wording.ATTESTED)] if line.is_attested else []
        self._is_pair = False
        self._show(line.award_name, wording.capital(line.needed), [*facts, *_by(line)])
        self._show_state(line)
        self.compare.setEnabled(bool(line.open_passages))
        self.back.setEnabled(bool(line.taken_back))

    def show_value(self, line: ValueLine) -> None:
        facts = [
            (wording.NUMBER, wording.number_told(line.number, line.from_on, line.until_on)),
            (wording.USED_IN, ", ".join(line.used_in)),
            (wording.SOURCE, wording.source(line.source, line.grade)),
        ]  # fmt: skip
        self._is_pair = False
        self._show(wording.VALUE, wording.capital(line.name), [*facts, *_by(line)])
        self._show_state(line)
        self.compare.setEnabled(not line.is_checked)
        self.back.setEnabled(line.confirmation is not None)

    def show_compared(self, line: ComparedLine, earlier: str, later: str) -> None:
        """Both laws with their sources; there is nothing to do here."""
        sides = ((earlier, line.earlier, line.earlier_source), (later, line.later, line.later_source))
        facts = [(name, f"{wording.capital(words)} ({source})" if words else wording.NOT_ASKED)
                 for name, words, source in sides]  # fmt: skip
        self._is_pair = True
        self._show(line.award_name, wording.CHANGES_TOLD[line.change], facts)
        self.chip.setText("")
        for part in (self.chip, self.compare, self.back):
            part.hide()

    def show_nothing(self) -> None:
        self._show("", "", ())
        self.chip.setText("")
        for part in (self.chip, self.compare, self.back):
            part.hide()

    def show_briefly(self, *, is_low: bool, is_narrow: bool) -> None:
        """The chip stands in the list too."""
        self._is_low, self._is_narrow = is_low, is_narrow
        self._set_height()
        self.chip.setVisible(bool(self.chip.text()) and not is_narrow)

    def _show(self, award: str, heading: str, facts: Facts) -> None:
        self.award.setText(award)
        self.heading.setText(heading)
        self.facts.show_sections([("", facts)])
        self._set_height()
        for part in (self.compare, self.back):
            part.show()

    def _set_height(self) -> None:
        self.setFixedHeight(theme.px(LOW if self._is_low else PAIR if self._is_pair else HEIGHT))

    def _show_state(self, line: ConditionLine | ValueLine) -> None:
        found = state_chip(line)
        if found is None:
            self.chip.setText("")
        else:
            self.chip.show_state(found.word, found.tone.value)
        self.chip.setVisible(found is not None and not self._is_narrow)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(theme.px(8))
        first.addWidget(self.award, 1)
        first.addWidget(self.chip)
        first.addWidget(self.back)
        first.addWidget(self.compare)
        inside = QWidget()
        inside.setProperty("transparent", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.heading)
        column.addWidget(self.facts)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(8))
        whole.setSpacing(theme.px(4))
        whole.addLayout(first)
        whole.addWidget(area, 1)
        self._set_height()


def _value(line: ValueLine) -> str:
    return wording.value_told(line.name, line.number, line.from_on, line.until_on)


def _part(part: PartLine) -> str:
    return wording.part_told(part.needed, part.source, is_checked=part.is_checked)


def _by(line: ConditionLine | ValueLine) -> Facts:
    found = line.confirmation
    if found is not None:
        return [(wording.BY, wording.confirmed(found.by, found.on, found.document))]
    if line.lapsed is not None:
        return [(wording.BY, wording.lapsed(line.lapsed.by, line.lapsed.on))]
    return []
