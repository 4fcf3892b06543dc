"""Dialogs of the page: everything one person or collective has registered, one registration, one day for all units."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.services import registration_entry, registrations, units_bulk
from thidua_gui.services.registration_entry import LineDraft
from thidua_gui.services.registration_rules import offered
from thidua_gui.services.registrations import Line, Row
from thidua_gui.text import launches as launch_wording
from thidua_gui.text import registration as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.bulk_dialog import BulkDialog
from thidua_gui.ui.forms.choices import editable_choice
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.forms.layouts import clear
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_gui.services.bulk import Done


class RegistrationsDialog(Dialog):
    """Every registration of one row; each change is written at once and can be undone."""

    changed = Signal(object)
    """Row as it is now."""

    def __init__(self, context: Context, parent: QWidget, row: Row, *, is_open: bool) -> None:
        super().__init__(parent, wording.dialog_title(wording.DETAIL, row.label), wording.CLOSE)
        self.context = context
        self.row = row
        self._is_open = is_open
        self.secondary.hide()
        self.add = push(wording.ADD, "plus")
        self.add.setVisible(is_open)
        self.add_button(self.add)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.px(8))
        self.body.addLayout(self.lines)
        self.setMinimumWidth(theme.px(560))
        self.add.clicked.connect(self.add_new)
        self._show_lines()

    def add_new(self) -> None:
        """Ask for one more."""
        self._ask(None)

    def _ask(self, line: Line | None) -> None:
        dialog = LineDialog(self.context, self, self.row, line)
        dialog.accepted.connect(self._renew)
        dialog.open()

    def _delete(self, line: Line) -> None:
        self.context.jobs.command(
            lambda _: registration_entry.delete_line(line.id),
            lambda _: self._renew(wording.deleted(line.title)),
            lambda problem: self.show_error(sentence(problem)),
        )

    def _renew(self, said: str = "") -> None:
        campaign_id, row = self.context.campaign_id, self.row
        if said:
            self.context.bus.status.emit(said)
        if campaign_id is not None:
            self.context.jobs.run(lambda _: registrations.rows_of(campaign_id, row.side, {row.id}), self._take)

    def _take(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self.row = row
            self.changed.emit(row)
        self._show_lines()

    def _show_lines(self) -> None:
        clear(self.lines)
        for line in self.row.lines:
            self.lines.addWidget(self._line(line))
        if not self.row.lines:
            none = ElidedLabel(wording.EMPTY_LINE)
            none.setProperty("role", "muted")
            self.lines.addWidget(none)

    def _line(self, line: Line) -> QWidget:
        shown = QWidget()
        title, facts = ElidedLabel(line.title), ElidedLabel(wording.line_facts(line.registered_on, line.content))
        title.setProperty("role", "tableStrong")
        facts.setProperty("role", "caption")
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(title)
        words.addWidget(facts)
        row = QHBoxLayout(shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        shown.setAccessibleName(f"{line.title}. {facts.text()}")
        if self._is_open:
            edit = icon_button("pencil", wording.edit_of(line.title))
            delete = icon_button("trash", wording.delete_of(line.title))
            edit.clicked.connect(lambda: self._ask(line))
            delete.clicked.connect(lambda: self._delete(line))
            row.addWidget(edit)
            row.addWidget(delete)
        return shown


class LineDialog(FormDialog):
    """One registration: a new one, or an old one to be changed."""

    def __init__(self, context: Context, parent: QWidget, row: Row, line: Line | None) -> None:
        verb = wording.ADD if line is None else wording.EDIT
        super().__init__(
            context, parent, wording.dialog_title(verb, row.label),
            wording.ADD_VERB if line is None else wording.SAVE, text=wording.ADD_TEXT,
        )  # fmt: skip
        self._row, self._old = row, line
        self.title = editable_choice(offered(row.side), "" if line is None else line.title)
        self.on = DateField(None if line is None else line.registered_on)
        self.content = note_editor("" if line is None else line.content)
        self.add_field("title", wording.AWARD, self.title)
        self.add_field("registered_on", wording.DAY, self.on, half=0)
        self.end_line()
        self.add_field("content", wording.CONTENT, self.content)
        self.title.setFocus()

    def command(self) -> Command:
        row, line, campaign_id = self._row, self._old, self.context.campaign_id
        draft = LineDraft(self.title.currentText(), self.on.day(), self.content.toPlainText())
        if line is not None:
            return lambda: registration_entry.edit_line(line.id, draft)
        assert campaign_id is not None
        return lambda: registration_entry.add_line(campaign_id, row.side, row.id, draft)


class LaunchAllDialog(BulkDialog):
    """One day of launch for every khoa and phòng."""

    def __init__(self, context: Context, parent: QWidget, campaign_id: CampaignId, units: Sequence[UnitId]) -> None:
        super().__init__(
            context, parent, launch_wording.SET_ALL, launch_wording.SET_ALL_VERB, text=launch_wording.SET_ALL_TEXT
        )  # fmt: skip
        self._campaign_id, self._units = campaign_id, tuple(units)
        self.on = DateField(None)
        self.replace = QCheckBox(launch_wording.REPLACE)
        self.add_field("launched_on", launch_wording.DAY_LABEL, self.on, half=0)
        self.end_line()
        self.add_widget(self.replace)
        self.on.setFocus()

    def work(self) -> Callable[[], Done]:
        campaign_id, units, on, replace = self._campaign_id, self._units, self.on.day(), self.replace.isChecked()
        return lambda: units_bulk.record_launch(campaign_id, units, on, replace=replace)
