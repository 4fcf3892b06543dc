"""A milestone to fill in. It runs one command."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.services import schedule
from thidua_gui.services.schedule import MilestoneDraft, MilestoneLine
from thidua_gui.text import schedule as wording
from thidua_gui.text.names import MILESTONES
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.widgets.date_field import DateField

_NEW = MilestoneDraft(MilestoneKind.OTHER, "")


class MilestoneDialog(FormDialog):
    """`line` None adds a milestone; a kind's usual name is proposed until the clerk has typed one."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, line: MilestoneLine | None = None
    ) -> None:
        super().__init__(context, parent, wording.ADD if line is None else wording.EDIT, wording.SAVE)
        self._campaign_id, self._edited = campaign_id, line
        draft = _NEW if line is None else line.draft
        self.kind = QComboBox()
        for kind in MilestoneKind:
            self.kind.addItem(MILESTONES[kind], kind)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.name = QLineEdit(draft.name)
        self.from_on, self.due_on, self.done_on = (
            DateField(day) for day in (draft.from_on, draft.due_on, draft.done_on)
        )
        self.plan_wording = QLineEdit(draft.plan_wording)
        self.note = note_editor(draft.note)
        self._own_name = line is not None
        self._add_fields()
        self.kind.currentIndexChanged.connect(self._propose_name)
        self.name.textEdited.connect(self._on_name)
        self.name.setFocus()

    def command(self) -> Command:
        draft = MilestoneDraft(
            MilestoneKind(self.kind.currentData()), self.name.text(), self.from_on.day(), self.due_on.day(),
            self.done_on.day(), self.plan_wording.text(), self.note.toPlainText(),
        )  # fmt: skip
        if self._edited is None:
            return partial(schedule.add, self._campaign_id, draft)
        return partial(schedule.change, self._edited.id, draft)

    def _add_fields(self) -> None:
        self.add_field("kind", wording.KIND, self.kind, wording.KIND_HINT)
        self.add_field("name", wording.NAME, self.name)
        self.add_field("from_on", wording.FROM_ON, self.from_on, half=0)
        self.add_field("due_on", wording.DUE_ON, self.due_on, wording.DUE_HINT, half=1)
        self.add_field("done_on", wording.DONE_ON, self.done_on, wording.DONE_HINT, half=0)
        self.end_line()
        self.add_field("plan_wording", wording.PLAN_WORDING, self.plan_wording, wording.PLAN_WORDING_HINT)
        self.add_field("note", wording.NOTE, self.note)

    def _propose_name(self) -> None:
        kind = MilestoneKind(self.kind.currentData())
        if not self._own_name:
            self.name.setText("" if kind is MilestoneKind.OTHER else MILESTONES[kind])

    def _on_name(self, name: str) -> None:
        self._own_name = bool(name)
