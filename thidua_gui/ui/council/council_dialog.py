"""Who belongs to the council of the year and by which decision."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.core.ids import PersonId
from thidua_gui.core.meetings import CouncilRole
from thidua_gui.services import councils
from thidua_gui.services.councils import DecisionDraft, MemberDraft
from thidua_gui.services.meeting_views import CouncilMemberRow, CouncilView
from thidua_gui.text import council as council_words
from thidua_gui.text import council_prepare as words
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.forms.people_find import find_people
from thidua_gui.ui.forms.pick_field import PickField
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.date_field import DateField

_WIDTH = 720
NAME, POST, ROLE = range(3)


class CouncilDialog(FormDialog):
    """Members are written at once, each as a step of its own; the decision when the dialog is saved."""

    def __init__(self, context: Context, parent: QWidget, council: CouncilView) -> None:
        super().__init__(context, parent, words.COUNCIL_CARD, words.SAVE)
        self.setMinimumWidth(theme.px(_WIDTH))
        self._council = council
        self.number, self.authority = QLineEdit(council.decision_number), QLineEdit(council.authority)
        self.decided_on = DateField()
        self.decided_on.set_day(council.decided_on)
        self.table = QTableWidget(0, len(words.MEMBER_COLUMNS))
        self.table.setHorizontalHeaderLabels(list(words.MEMBER_COLUMNS))
        self.table.setAccessibleName(words.COUNCIL_CARD)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.px(36))
        self.table.setMinimumHeight(theme.px(280))
        self.table.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.person = PickField(find_people(context), words.ADD_MEMBER_HINT)
        self.add_member, self.remove = push(words.ADD_MEMBER, "plus"), push(words.REMOVE_MEMBER, "trash")
        self.up, self.down = push(words.UP, "arrow-up"), push(words.DOWN, "arrow-down")
        self._lay_out_fields()
        self._show()
        self.add_member.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        for widget in (self.number, self.authority, self.person, self.add_member, self.remove, self.up, self.down):
            widget.setEnabled(not council.is_closed)

    def command(self) -> Command:
        council = self._council
        draft = DecisionDraft(
            council.name, self.number.text(), self.decided_on.day(), self.authority.text(), council.standing_unit_id,
            council.note,
        )  # fmt: skip
        return partial(councils.edit_decision, council.campaign_id, draft)

    def _lay_out_fields(self) -> None:
        self.add_field("decision_number", words.DECISION_NUMBER, self.number, half=0)
        self.add_field("decided_on", words.DECIDED_ON, self.decided_on, half=1)
        self.add_field("authority", words.AUTHORITY, self.authority)
        self.add_widget(self.table)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.person, 1)
        for button in (self.add_member, self.up, self.down, self.remove):
            row.addWidget(button)
        self.add_widget(line)

    def _show(self) -> None:
        at = self.table.currentRow()
        self.table.setRowCount(len(self._council.members))
        for place, member in enumerate(self._council.members):
            self.table.setItem(place, NAME, _cell(member.name))
            self.table.setItem(place, POST, _cell(member.post))
            self.table.setCellWidget(place, ROLE, self._role_box(member))
        self.table.resizeColumnToContents(POST)
        self.table.setColumnWidth(ROLE, theme.px(220))
        self.table.selectRow(min(max(at, 0), len(self._council.members) - 1))

    def _role_box(self, member: CouncilMemberRow) -> QComboBox:
        box = QComboBox()
        for role in CouncilRole:
            box.addItem(council_words.ROLES[role], role)
        if box.findText(member.role_words) < 0:
            box.addItem(member.role_words)
        box.setCurrentText(member.role_words)
        box.setEnabled(not self._council.is_closed)
        box.activated.connect(lambda _: self._set_role(member, box.currentText()))
        return box

    def _set_role(self, member: CouncilMemberRow, role: str) -> None:
        self._run(partial(councils.edit_member, member.id, MemberDraft(role, member.from_on, member.until_on)))

    def _add(self) -> None:
        key = self.person.key()
        if isinstance(key, int):
            role = council_words.ROLES[CouncilRole.MEMBER]
            self._run(partial(councils.add_members, self._council.campaign_id, [PersonId(key)], MemberDraft(role)))
            self.person.clear()

    def _remove(self) -> None:
        member = self._current()
        if member is not None:
            self._run(partial(councils.remove_members, [member.id]))

    def _move(self, step: int) -> None:
        member, row = self._current(), self.table.currentRow()
        if member is not None and 0 <= row + step < len(self._council.members):
            self._run(partial(councils.move_member, member.id, row + step))
            self.table.setCurrentCell(row + step, NAME)

    def _current(self) -> CouncilMemberRow | None:
        row = self.table.currentRow()
        return self._council.members[row] if 0 <= row < len(self._council.members) else None

    def _run(self, command: Command) -> None:
        self.show_error("")
        self.context.jobs.command(lambda _: command(), self._reload, self._cannot)

    def _reload(self, changes: Changes) -> None:
        campaign_id = self._council.campaign_id
        self.context.jobs.run(lambda _: councils.council(campaign_id), self._renew)

    def _renew(self, council: CouncilView) -> None:
        self._council = council
        self._show()

    def _cannot(self, problem: Problem) -> None:
        self.show_error(sentence(problem))
        self._show()


def _cell(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
