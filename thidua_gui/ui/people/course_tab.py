"""Quá trình công tác in the person panel: dated memberships, changes and discipline of the year. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.person_detail import ChangeRow, DisciplineRow, MembershipRow, PersonDetail
from thidua_gui.text import disciplines as discipline_wording
from thidua_gui.text import people as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.layouts import clear
from thidua_gui.ui.people.panel_tabs import PanelTab, heading_row
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.chip import Chip


class Entry(QFrame):
    """One recorded thing: strong words, quiet lines, and dots that open what can be done with it."""

    menu_wanted = Signal(QPoint)

    def __init__(self, title: str, lines: Sequence[str], *, current: bool = False, has_menu: bool = True) -> None:
        super().__init__()
        self.setProperty("entryRow", "current" if current else True)
        self.setAccessibleName(". ".join([title, *lines]))
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        for text, role in ((title, "tableStrong"), *((text, "caption") for text in lines)):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(7), theme.px(4), theme.px(7))
        row.addLayout(words, 1)
        if current:
            row.addWidget(Chip(wording.NOW, "ok"), 0, Qt.AlignmentFlag.AlignTop)
        self.dots = icon_button("dots-vertical", wording.entry_menu(title))
        row.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)
        self.dots.setVisible(has_menu)
        self.dots.clicked.connect(lambda: self.menu_wanted.emit(self.dots.mapToGlobal(QPoint(0, self.dots.height()))))


class CourseTab(PanelTab):
    """Newest period first."""

    add_period_wanted = Signal()
    add_change_wanted = Signal()
    period_menu_wanted = Signal(object, QPoint)
    change_menu_wanted = Signal(object, QPoint)
    add_discipline_wanted = Signal()
    discipline_menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_period = push(wording.ADD_MEMBERSHIP, kind="link")
        self.add_change = push(wording.ADD_CHANGE, kind="link")
        self.add_discipline = push(discipline_wording.ADD, kind="link")
        self._periods = _column()
        self._changes = _column()
        self._disciplines = _column()
        self.change_part = QWidget()
        changes = QVBoxLayout(self.change_part)
        changes.setContentsMargins(0, 0, 0, 0)
        changes.setSpacing(self.column.spacing())
        changes.addLayout(heading_row(wording.CHANGES, self.add_change))
        changes.addLayout(self._changes)
        changes.addLayout(heading_row(wording.DISCIPLINES, self.add_discipline))
        changes.addLayout(self._disciplines)
        self.column.addLayout(heading_row(wording.MEMBERSHIPS, self.add_period))
        self.column.addLayout(self._periods)
        self.column.addWidget(self.change_part)
        self.column.addStretch(1)
        self.add_period.clicked.connect(self.add_period_wanted)
        self.add_change.clicked.connect(self.add_change_wanted)
        self.add_discipline.clicked.connect(self.add_discipline_wanted)

    def show_person(self, detail: PersonDetail) -> None:
        """Everything dated about the person."""
        _fill(self._periods, [self._period(row) for row in detail.memberships], wording.NO_MEMBERSHIPS)
        self.change_part.setVisible(detail.year is not None)
        if detail.year is not None:
            _fill(self._changes, [self._change(row) for row in detail.year.changes], wording.NO_CHANGES)
            entries = [self._discipline(row) for row in detail.year.disciplines]
            _fill(self._disciplines, entries, discipline_wording.NONE)

    def _period(self, row: MembershipRow) -> Entry:
        lines = [row.post or wording.NO_POST, wording.period(row.from_on, row.until_on)]
        entry = Entry(row.unit, lines, current=row.is_main)
        entry.menu_wanted.connect(lambda at: self.period_menu_wanted.emit(row, at))
        return entry

    def _change(self, row: ChangeRow) -> Entry:
        lines = [wording.change_period(row.from_on, row.until_on)]
        if row.former_unit:
            lines.append(wording.former(row.former_unit))
        if row.detail and not (row.former_unit and _says_unit_alone(row.detail)):
            lines.append(row.detail)
        entry = Entry(row.kind, lines)
        entry.menu_wanted.connect(lambda at: self.change_menu_wanted.emit(row, at))
        return entry

    def _discipline(self, row: DisciplineRow) -> Entry:
        decided = None if row.decided_on is None else date_text(row.decided_on)
        decision = ", ".join(part for part in (row.decision_number, decided) if part)
        related = None if row.task_related is None else wording.TASK_RELATED[row.task_related]
        ended = None if row.ended_on is None else discipline_wording.ended(row.ended_on)
        entry = Entry(row.form, [text for text in (decision, ended, related, row.reason) if text])
        entry.menu_wanted.connect(lambda at: self.discipline_menu_wanted.emit(row, at))
        return entry


def _says_unit_alone(detail: str) -> bool:
    """A transfer's detail in the workbook's form, "Từ QLDT", says no more than the former unit does."""
    start = wording.detail_of_transfer("")
    return detail.startswith(start) and len(detail.removeprefix(start).split()) == 1


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(6))
    return column


def _fill(column: QVBoxLayout, entries: Sequence[QWidget], none: str) -> None:
    clear(column)
    for entry in entries:
        column.addWidget(entry)
    if not entries and none:
        label = QLabel(none)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        column.addWidget(label)
