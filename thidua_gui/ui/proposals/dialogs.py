"""What is asked before something is written on a proposal: reasons, objections, cases, papers. Each runs a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.cases import CaseKind
from thidua_gui.core.ids import CampaignId, ObjectionId, OpenCaseId
from thidua_gui.core.proposals import PaperState, State, needs_reason
from thidua_gui.services import objections, open_cases, proposals_edit
from thidua_gui.services.objections import ObjectionDraft
from thidua_gui.services.open_cases import CaseDraft
from thidua_gui.services.proposal_views import DossierLine, PaperLine, ProposalRow
from thidua_gui.text import proposals as service_wording
from thidua_gui.text import proposals_panel as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.elided_combo import ElidedCombo

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes

Kinds = Sequence[tuple[str, str]]
"""Key and name of titles and forms."""


class MoveDialog(FormDialog):
    """One or many into another state; the reason is asked for where the step needs one."""

    def __init__(
        self, context: Context, parent: QWidget, rows: Sequence[ProposalRow], to: State, kinds: Kinds = ()
    ) -> None:
        self._rows, self._to = rows, to
        title = wording.move_title(to, rows[0].name) if len(rows) == 1 else wording.move_many(to, len(rows))
        super().__init__(context, parent, title, service_wording.ACTIONS[to])
        asks = any(needs_reason(row.state, to) for row in rows)
        self.lowered_to: QComboBox | None = None
        if to is State.LOWERED:
            self.lowered_to = ElidedCombo()
            for key, name in kinds:
                self.lowered_to.addItem(name, key)
            self.add_field("lowered_to", wording.LOWERED_TO, self.lowered_to)
        self.reason = note_editor("")
        label = wording.REASON if asks else wording.REASON_OPTIONAL
        self.add_field("reason", label, self.reason, wording.REASON_HINT)
        self.reason.setFocus()

    def command(self) -> Command:
        ids = [row.id for row in self._rows]
        lowered = None if self.lowered_to is None else self.lowered_to.currentData()
        return partial(proposals_edit.move, ids, self._to, self.reason.toPlainText(), lowered_to=lowered)


class OverrideDialog(FormDialog):
    """Chấp nhận ngoài điều kiện: nothing is blocked, and nothing is set aside in silence."""

    def __init__(self, context: Context, parent: QWidget, row: ProposalRow, line: DossierLine) -> None:
        text = wording.OVERRIDE_TEXT.format(condition=wording.sentence(f"{line.needed}: {line.had}"))
        super().__init__(context, parent, wording.OVERRIDE_TITLE, wording.OVERRIDE_VERB, text=text)
        self._row, self._condition = row, line.condition
        self.reason = note_editor(line.override or "")
        self.add_field("reason", wording.REASON, self.reason)
        self.reason.setFocus()

    def command(self) -> Command:
        return partial(proposals_edit.override, self._row.id, self._condition, self.reason.toPlainText())


class ObjectionDialog(FormDialog):
    """Against one of the conditions that nobody but the unit attests."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, row: ProposalRow,
        lines: Sequence[DossierLine], chosen: DossierLine | None,
    ) -> None:  # fmt: skip
        super().__init__(
            context, parent, wording.OBJECTION_TITLE, wording.OBJECTION_VERB, text=wording.OBJECTION_TEXT
        )  # fmt: skip
        self._campaign_id, self._row = campaign_id, row
        self.condition = ElidedCombo()
        for line in lines:
            self.condition.addItem(wording.sentence(line.needed), line.condition)
        if chosen is not None:
            self.condition.setCurrentIndex(self.condition.findData(chosen.condition))
        self.content = note_editor("")
        self.raised_by, self.raised_on = QLineEdit(), DateField()
        self.add_field("condition", wording.CONDITION, self.condition)
        self.add_field("content", wording.CONTENT, self.content)
        self.add_field("raised_by", wording.RAISED_BY, self.raised_by, half=0)
        self.add_field("raised_on", wording.RAISED_ON, self.raised_on, half=1)
        self.content.setFocus()

    def command(self) -> Command:
        draft = ObjectionDraft(
            self._row.person_id, self._row.unit_id, str(self.condition.currentData() or ""),
            self.content.toPlainText(), self.raised_by.text(), self.raised_on.day(),
        )  # fmt: skip
        return partial(objections.raise_objection, self._campaign_id, draft)


class SettleDialog(FormDialog):
    """How an objection was answered."""

    def __init__(self, context: Context, parent: QWidget, objection_id: ObjectionId, content: str) -> None:
        super().__init__(context, parent, wording.SETTLE_TITLE, wording.SETTLE_VERB, text=content)
        self._objection_id = objection_id
        self.settlement, self.settled_on = note_editor(""), DateField()
        self.add_field("settlement", wording.SETTLEMENT, self.settlement)
        self.add_field("settled_on", wording.SETTLED_ON, self.settled_on, half=0)
        self.settlement.setFocus()

    def command(self) -> Command:
        return partial(objections.settle, self._objection_id, self.settlement.toPlainText(), self.settled_on.day())


class CaseDialog(FormDialog):
    """Vụ việc đang xem xét: from its first day on the person or unit waits."""

    def __init__(self, context: Context, parent: QWidget, row: ProposalRow) -> None:
        super().__init__(context, parent, f"{wording.CASE_TITLE}: {row.name}", wording.CASE_VERB)
        self._row = row
        self.kind = QComboBox()
        for kind in CaseKind:
            self.kind.addItem(service_wording.CASES[kind], kind)
        self.opened_on, self.closed_on = DateField(), DateField()
        self.content, self.source = note_editor(""), QLineEdit()
        self.add_field("kind", wording.CASE_KIND, self.kind)
        self.add_field("opened_on", wording.OPENED_ON, self.opened_on, half=0)
        self.add_field("closed_on", wording.CLOSED_ON, self.closed_on, half=1)
        self.add_field("content", wording.CONTENT, self.content)
        self.add_field("source", wording.SOURCE, self.source)
        self.opened_on.setFocus()

    def command(self) -> Command:
        draft = CaseDraft(
            self._row.person_id, self._row.unit_id, CaseKind(self.kind.currentData()), self.opened_on.day(),
            self.closed_on.day(), self.content.toPlainText(), self.source.text(),
        )  # fmt: skip
        return partial(open_cases.open_case, draft)


class CloseCaseDialog(FormDialog):
    """The last day of a case, and what came of it."""

    def __init__(self, context: Context, parent: QWidget, case_id: OpenCaseId, content: str) -> None:
        super().__init__(context, parent, wording.CLOSE_CASE_TITLE, wording.CLOSE_CASE_VERB, text=content)
        self._case_id = case_id
        self.closed_on, self.conclusion = DateField(), note_editor("")
        self.add_field("closed_on", wording.CLOSED_ON, self.closed_on, half=0)
        self.end_line()
        self.add_field("conclusion", wording.CONCLUSION, self.conclusion)
        self.closed_on.setFocus()

    def command(self) -> Command:
        return partial(open_cases.close_case, self._case_id, self.closed_on.day(), self.conclusion.toPlainText())


class PaperDialog(FormDialog):
    """A paper beside the list, why one is not needed, or a note on one that is there."""

    def __init__(
        self, context: Context, parent: QWidget, row: ProposalRow, state: PaperState, paper: PaperLine | None = None
    ) -> None:
        title, verb = _titles(state, paper)
        super().__init__(context, parent, title, verb, text="" if paper is None else paper.name)
        self._row, self._state, self._paper = row, state, paper
        self.name = QLineEdit()
        self.note = note_editor("" if paper is None else paper.note)
        self.noted_on = DateField()
        if paper is None:
            self.add_field("name", wording.PAPER_NAME, self.name)
        is_waived = state is PaperState.WAIVED
        self.add_field("note", wording.REASON if is_waived else wording.NOTE, self.note)
        if not is_waived:
            self.noted_on.set_day(None if paper is None else paper.noted_on)
            self.add_field("noted_on", wording.NOTED_ON, self.noted_on, half=0)
        (self.name if paper is None else self.note).setFocus()

    def command(self) -> Command:
        paper = self._paper
        name = self.name.text() if paper is None else paper.name
        return partial(
            proposals_edit.note_paper, self._row.id, name, self._state, self.note.toPlainText(),
            noted_on=self.noted_on.day(), attachment_id=None if paper is None else paper.attachment_id,
        )  # fmt: skip


class ConfirmDialog(FormDialog):
    """One sentence and the verb of what will be done."""

    def __init__(
        self, context: Context, parent: QWidget, title: str, verb: str, text: str, act: Callable[[], Changes]
    ) -> None:
        super().__init__(context, parent, title, verb, text=text)
        self._act = act

    def command(self) -> Command:
        return self._act


def _titles(state: PaperState, paper: PaperLine | None) -> tuple[str, str]:
    if paper is None:
        return wording.PAPER_TITLE, wording.PAPER_VERB
    if state is PaperState.WAIVED:
        return wording.WAIVE_TITLE, wording.WAIVE_VERB
    return wording.PAPER_NOTE_TITLE, wording.SAVE
