"""A thematic or short movement to fill in. It runs one command."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.movements import MovementKind
from thidua_gui.services import movements
from thidua_gui.services.movements import MovementDraft, MovementLine
from thidua_gui.services.organisation import UnitRow
from thidua_gui.text import movements as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.forms.unit_picks import UnitPicks
from thidua_gui.ui.widgets.date_field import DateField

_NEW = MovementDraft(MovementKind.THEMATIC, "")
_WIDTH = 600


class MovementDialog(FormDialog):
    """`line` None adds a movement. The school itself is not offered as a unit: no unit at all means all of it."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, units: Sequence[UnitRow],
        line: MovementLine | None = None,
    ) -> None:  # fmt: skip
        super().__init__(context, parent, wording.ADD if line is None else wording.EDIT_TITLE, wording.SAVE)
        self.setMinimumWidth(theme.px(_WIDTH))
        self._campaign_id, self._edited = campaign_id, line
        draft = _NEW if line is None else line.draft
        self.name = QLineEdit(draft.name)
        self.kind = QComboBox()
        for kind, words in wording.KINDS.items():
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.theme = QLineEdit(draft.theme)
        self.plan_number = QLineEdit(draft.plan_number)
        self.plan_issued_on, self.starts_on, self.ends_on, self.closed_on = (
            DateField(day) for day in (draft.plan_issued_on, draft.starts_on, draft.ends_on, draft.closed_on)
        )
        self.units = UnitPicks()
        self.units.show_units(
            [(row.id, row.name) for row in units if not row.is_root], draft.units, editable=True
        )  # fmt: skip
        self.units.changed.connect(self.grow)
        self.summary = note_editor(draft.summary)
        self._add_fields()
        self.name.setFocus()

    def command(self) -> Command:
        draft = MovementDraft(
            MovementKind(self.kind.currentData()), self.name.text(), self.theme.text(), self.plan_number.text(),
            self.plan_issued_on.day(), self.starts_on.day(), self.ends_on.day(), self.units.units(),
            self.closed_on.day(), self.summary.toPlainText(),
        )  # fmt: skip
        if self._edited is None:
            return partial(movements.add_movement, self._campaign_id, draft)
        return partial(movements.change_movement, self._edited.id, draft)

    def _add_fields(self) -> None:
        self.add_field("name", wording.NAME, self.name)
        self.add_field("kind", wording.KIND, self.kind, half=0)
        self.add_field("theme", wording.THEME, self.theme, half=1)
        self.add_field("plan_number", wording.PLAN_NUMBER, self.plan_number, half=0)
        self.add_field("plan_issued_on", wording.PLAN_ISSUED_ON, self.plan_issued_on, half=1)
        self.add_field("starts_on", wording.STARTS_ON, self.starts_on, half=0)
        self.add_field("ends_on", wording.ENDS_ON, self.ends_on, half=1)
        self.add_field("units", wording.UNITS, self.units, wording.UNITS_HINT)
        self.add_field("closed_on", wording.CLOSED_ON, self.closed_on, wording.CLOSED_HINT, half=0)
        self.end_line()
        self.add_field("summary", wording.SUMMARY, self.summary)
