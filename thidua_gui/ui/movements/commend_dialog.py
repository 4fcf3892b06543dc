"""Khen đột xuất, khen theo phong trào: one decision with everybody it names. It runs one command."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.ids import CampaignId, MovementId
from thidua_gui.services import commendations, recipients
from thidua_gui.services.commendations import CommendationDraft, Proposal
from thidua_gui.services.movements import MovementLine
from thidua_gui.services.organisation import UnitRow, day_for
from thidua_gui.services.recipients import Found, Pasted
from thidua_gui.text import commendations as wording
from thidua_gui.text import forms as form_wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.forms.people_find import find_subjects
from thidua_gui.ui.forms.recipients_field import OutsideLine, PastedList, RecipientsField
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.elided_combo import ElidedCombo
from thidua_gui.ui.widgets.field import Field

_WIDTH = 860
_NAMED = 4


class CommendDialog(FormDialog):
    """The decision at the left, its recipients at the right. With `movements` one of them is asked for."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, proposal: Proposal,
        units: Sequence[UnitRow], movements: Sequence[MovementLine] | None = None,
        chosen: MovementId | None = None,
    ) -> None:  # fmt: skip
        self._kind = CommendationKind.IRREGULAR if movements is None else CommendationKind.MOVEMENT
        title = wording.IRREGULAR_TITLE if movements is None else wording.MOVEMENT_TITLE
        super().__init__(context, parent, title, wording.COMMEND_VERB)
        self.setMinimumWidth(theme.px(_WIDTH))
        self._campaign_id = campaign_id
        self._today = day_for(context.year, context.clock().date())
        self.movement = ElidedCombo()
        for line in movements or ():
            self.movement.addItem(line.draft.name, line.id)
        self.movement.setCurrentIndex(max(0, self.movement.findData(chosen)))
        self.title = editable_choice(proposal.forms, proposal.form)
        self.authority = editable_choice(proposal.authorities, proposal.authority)
        self.number, self.decided_on = QLineEdit(), DateField()
        self.achievement = note_editor("")
        self.recipients = RecipientsField(find_subjects(context, units, self._today))
        self.pasted, self.outside = PastedList(), OutsideLine()
        self._add_fields()
        self._wire()
        self._show_count()
        (self.movement if movements else self.number).setFocus()

    def command(self) -> Command:
        movement = self.movement.currentData() if self._kind is CommendationKind.MOVEMENT else None
        draft = CommendationDraft(
            self._kind, self.title.currentText(), self.achievement.toPlainText(), self.number.text(),
            self.decided_on.day(), self.authority.currentText(), self.recipients.recipients(),
            None if movement is None else MovementId(movement),
        )  # fmt: skip
        return partial(commendations.commend, self._campaign_id, draft)

    def take_pasted(self) -> None:
        """Whoever is meant for sure joins the list; the other lines stay with the reason."""
        text, on = self.pasted.words(), self.decided_on.day() or self._today
        self.context.jobs.run(lambda _: recipients.understood(text, on), self._show_pasted)

    def _show_pasted(self, pasted: Pasted) -> None:
        self.recipients.add(pasted.found)
        self.pasted.text.setPlainText("\n".join(each.written for each in pasted.not_found))
        if pasted.not_found:
            reasons = [each.why for each in pasted.not_found]
            more = f"; +{len(reasons) - _NAMED}" if len(reasons) > _NAMED else ""
            self.refuse("pasted", "; ".join(reasons[:_NAMED]) + more)
        else:
            self.fields["pasted"].set_hint(wording.taken(len(pasted.found)) if pasted.found else wording.PASTED_HINT)

    def _is_complete(self) -> bool:
        if not super()._is_complete():
            return False
        if not self.recipients.is_settled():
            self.refuse("recipients", form_wording.NOT_CHOSEN)
        elif self.pasted.words().strip():
            self.refuse("pasted", wording.PASTED_LEFT)
        elif not self.outside.is_empty():
            self.refuse("outside", wording.OUTSIDE_LEFT)
        else:
            return True
        return False

    def _add_fields(self) -> None:
        left, right = _column(), _column()
        if self._kind is CommendationKind.MOVEMENT:
            self._add(left, "movement", wording.MOVEMENT, self.movement)
        self._add(left, "title", wording.FORM, self.title)
        self._add(left, "achievement", wording.ACHIEVEMENT, self.achievement, wording.ACHIEVEMENT_HINT)
        self._add(left, "decision_number", wording.NUMBER, self.number, place=0)
        self._add(left, "decided_on", wording.DECIDED_ON, self.decided_on, place=1)
        self._add(left, "authority", wording.AUTHORITY, self.authority)
        self._add(right, "recipients", wording.RECIPIENTS, self.recipients)
        self._add(right, "pasted", wording.PASTED, self.pasted, wording.PASTED_HINT)
        self._add(right, "outside", wording.OUTSIDE, self.outside)
        for place, column in enumerate((left, right)):
            column.setRowStretch(column.rowCount(), 1)
            self._grid.addLayout(column, 0, place)
        self._grid.setHorizontalSpacing(theme.px(24))

    def _add(
        self, column: QGridLayout, name: str, label: str, editor: QWidget, hint: str = "", *, place: int | None = None
    ) -> None:
        field = self.fields[name] = Field(label, editor, hint)
        line = column.rowCount() - (1 if place == 1 else 0)
        column.addWidget(field, line, place or 0, 1, 2 if place is None else 1, Qt.AlignmentFlag.AlignTop)

    def _wire(self) -> None:
        self.pasted.asked.connect(self.take_pasted)
        self.outside.added.connect(self._add_outside)
        self.outside.nameless.connect(lambda: self.refuse("outside", wording.OUTSIDE_NAME_MISSING))
        self.recipients.changed.connect(self._show_count)

    def _add_outside(self, found: Found) -> None:
        self.fields["outside"].set_error("")
        self.recipients.add([found])

    def _show_count(self) -> None:
        self.fields["recipients"].set_hint(wording.count(*self.recipients.counts()))
        self.grow()


def _column() -> QGridLayout:
    column = QGridLayout()
    column.setHorizontalSpacing(theme.px(12))
    column.setVerticalSpacing(theme.px(12))
    for place in (0, 1):
        column.setColumnStretch(place, 1)
    return column
