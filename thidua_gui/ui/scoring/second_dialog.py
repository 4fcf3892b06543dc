"""Typing one person's paper sheet a second time without seeing the first; then only what differs. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.scoring import Criterion
from thidua_gui.services.second_entry import Difference, SheetCheck
from thidua_gui.text import second_typing as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.field import Field

SIZE = (640, 600)


class SecondDialog(Dialog):
    """Stays open from person to person; `show_person` empties it, `show_check` shows what differs."""

    typed = Signal(object)
    """dict of CriterionId → text, after the last field."""
    settled = Signal(object, object)
    """CriterionId, and the text that both entries shall have; None keeps the first."""
    confirmed = Signal(str, str)
    skipped = Signal()
    again = Signal()

    def __init__(self, user: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, wording.TITLE, wording.COMPARE, text=wording.HIDDEN, cancel=wording.CLOSE)
        self._user = user
        self.fields: dict[CriterionId, QLineEdit] = {}
        self.choices: dict[tuple[CriterionId, str], QWidget] = {}
        self._is_typing = True
        self.hint = QLabel()
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.first_by, self.second_by = QLineEdit(), QLineEdit(user)
        self.names = [Field(wording.FIRST_BY, self.first_by), Field(wording.SECOND_BY, self.second_by)]
        self.skip = push(wording.SKIP, kind="flat")
        self.retype = push(wording.AGAIN, "refresh", "flat")
        self._put_together()

    def show_person(self, heading: str, where: str, leaves: Sequence[Criterion]) -> None:
        """Empty fields for the next person; nothing of the first entry is in this window."""
        self._is_typing = True
        self.heading.setText(heading)
        self.text.setText(where)
        self.hint.setText(wording.HIDDEN)
        self.fields.clear()
        holder, grid = self._page()
        for line, leaf in enumerate(leaves):
            words = wording.criterion(leaf.number, leaf.content, leaf.maximum)
            self.fields[leaf.id] = _field(words)
            grid.addWidget(_label(words), line, 0)
            grid.addWidget(self.fields[leaf.id], line, 1)
            self.fields[leaf.id].returnPressed.connect(self._next)
        grid.setRowStretch(len(leaves), 1)
        self._show_page(holder)
        self._switch(wording.COMPARE, may_act=True)
        next(iter(self.fields.values()), self.secondary).setFocus()

    def show_check(self, check: SheetCheck) -> None:
        """Only the fields that differ, side by side; the names once nothing differs any more."""
        self._is_typing = False
        self.choices.clear()
        self.fields.clear()
        holder, grid = self._page()
        if check.differences:
            for place, words in enumerate((wording.CRITERION, wording.FIRST, wording.SECOND)):
                grid.addWidget(_label(words, "label"), 0, place)
        for line, difference in enumerate(check.differences, start=1):
            self._add_difference(grid, 2 * line, difference)
        grid.setRowStretch(2 * len(check.differences) + 2, 1)
        self._show_page(holder)
        count = len(check.differences)
        self.hint.setText(wording.differences(count) if count else wording.AGREES)
        self._switch(wording.CONFIRM, may_act=check.can_confirm)
        if check.can_confirm:
            (self.second_by if self.first_by.text().strip() else self.first_by).setFocus()
        else:
            next(iter(self.choices.values()), self.secondary).setFocus()

    def submit(self) -> None:
        """Compare what was typed, or confirm with two names."""
        self.show_error("")
        if self._is_typing:
            self.typed.emit({criterion: field.text().strip() for criterion, field in self.fields.items()})
            return
        first, second = self.first_by.text().strip(), self.second_by.text().strip()
        if first and second:
            self.confirmed.emit(first, second)
        else:
            self.show_error(wording.NAMES_NEEDED)

    def _next(self) -> None:
        """Enter: the next field; after the last one the comparison."""
        listed = list(self.fields.values())
        at = next((place for place, field in enumerate(listed) if field.hasFocus()), len(listed) - 1)
        if at + 1 < len(listed):
            listed[at + 1].setFocus()
            self.area.ensureWidgetVisible(listed[at + 1])
        elif self._is_typing:
            self.submit()

    def _add_difference(self, grid: QGridLayout, line: int, difference: Difference) -> None:
        leaf = difference.criterion
        grid.addWidget(_label(wording.criterion(leaf.number, leaf.content, leaf.maximum)), line, 0)
        first = wording.value(difference.first)
        grid.addWidget(_label(first, "numberStrong"), line, 1)
        grid.addWidget(_label(wording.typed(difference.second), "numberStrong"), line, 2)
        anew = _field(wording.choice_name(wording.RETYPE, leaf.number))
        anew.setPlaceholderText(wording.RETYPE)
        anew.returnPressed.connect(lambda: self.settled.emit(leaf.id, anew.text().strip()))
        self.fields[leaf.id] = anew
        for place, (words, text) in enumerate(((wording.KEEP_FIRST, None), (wording.TAKE_SECOND, difference.second))):
            button = push(words)
            button.setAccessibleName(wording.choice_name(words, leaf.number))
            button.clicked.connect(lambda *_, text=text: self.settled.emit(leaf.id, text))
            self.choices[leaf.id, words] = button
            grid.addWidget(button, line + 1, place + 1)
        grid.addWidget(anew, line + 1, 0, Qt.AlignmentFlag.AlignRight)

    def _put_together(self) -> None:
        self.body.addWidget(self.hint)
        self.body.addWidget(self.area, 1)
        for field in self.names:
            self.body.addWidget(field)
        for button in (self.skip, self.retype):
            self.add_button(button)
        self.fill_with_body()
        self.resize(theme.px(SIZE[0]), theme.px(SIZE[1]))
        self.primary.setDefault(False)
        self.skip.clicked.connect(self.skipped)
        self.retype.clicked.connect(self.again)
        self.first_by.returnPressed.connect(self.second_by.setFocus)
        self.second_by.returnPressed.connect(self.submit)

    def _switch(self, verb: str, *, may_act: bool) -> None:
        self.primary.setText(verb)
        self.primary.setEnabled(may_act)
        for field in self.names:
            field.setVisible(not self._is_typing and may_act)
        self.retype.setVisible(not self._is_typing)
        self.show_error("")

    def _page(self) -> tuple[QWidget, QGridLayout]:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(theme.px(12))
        return holder, grid

    def _show_page(self, holder: QWidget) -> None:
        old = self.area.takeWidget()
        if old is not None:
            old.deleteLater()
        self.area.setWidget(holder)


def _label(words: str, role: str = "table") -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(role == "table")
    return label


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setFixedWidth(theme.px(110))
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setAccessibleName(name)
    return field
