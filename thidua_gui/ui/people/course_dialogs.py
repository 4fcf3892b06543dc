"""Correcting dated memberships, and noting changes of the year. Each runs one command."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.services import people_moves, personnel_changes
from thidua_gui.services.people_moves import Period
from thidua_gui.services.person_detail import ChangeRow, MembershipRow
from thidua_gui.services.personnel_changes import ChangeDraft
from thidua_gui.text import forms as common
from thidua_gui.text import people as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice, known, merged
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among
from thidua_gui.ui.widgets.date_field import DateField


class PeriodDialog(FormDialog):
    """A period in a unit; `row` None adds one."""

    def __init__(
        self, context: Context, parent: QWidget, person_id: PersonId, row: MembershipRow | None,
        units: Sequence[PickItem], posts: Sequence[str],
    ) -> None:  # fmt: skip
        title, verb = (
            (wording.ADD_MEMBERSHIP, wording.ADD_VERB) if row is None else (wording.EDIT_PERIOD, wording.SAVE)
        )
        super().__init__(context, parent, title, verb)
        self._person_id, self._row = person_id, row
        self.unit = PickField(among(units), common.PICK_UNIT)
        if row is not None:
            self.unit.choose(PickItem(row.unit_id, row.unit))
        self.post = editable_choice(posts, None if row is None else row.post)
        self.from_on = DateField(None if row is None else row.from_on)
        self.until_on = DateField(None if row is None else row.until_on)
        self.add_field("unit", wording.UNIT, self.unit)
        self.add_field("post", wording.POST, self.post)
        self.add_field("from_on", wording.FROM_ON, self.from_on, wording.UNKNOWN_DATE, half=0)
        self.add_field("until_on", wording.UNTIL_ON, self.until_on, wording.OPEN_END, half=1)
        self.unit.setFocus()

    def submit(self) -> None:
        """A unit must be chosen."""
        if self.unit.key() is None and not self.unit.text().strip():
            self.refuse("unit", wording.ERRORS["person_unit_missing"])
        else:
            super().submit()

    def command(self) -> Command:
        unit = self.unit.key()
        unit_id = UnitId(unit if isinstance(unit, int) else 0)
        period = Period(unit_id, known(self.post), self.from_on.day(), self.until_on.day())
        if self._row is None:
            person_id = self._person_id
            return lambda: people_moves.add_period(person_id, period)
        membership_id = self._row.id
        return lambda: people_moves.edit_period(membership_id, period)


class ChangeDialog(FormDialog):
    """Biến động trong năm; `row` None adds one."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, person_id: PersonId, row: ChangeRow | None
    ) -> None:
        title, verb = (wording.ADD_CHANGE, wording.ADD_VERB) if row is None else (wording.EDIT_CHANGE, wording.SAVE)
        super().__init__(context, parent, title, verb)
        self._campaign_id, self._person_id, self._row = campaign_id, person_id, row
        self.kind = QComboBox()
        self.kind.addItems(list(merged(wording.CHANGE_KINDS, () if row is None else (row.kind,))))
        self.kind.setCurrentIndex(-1 if row is None else self.kind.findText(row.kind))
        self.from_on = DateField(None if row is None else row.from_on)
        self.until_on = DateField(None if row is None else row.until_on)
        self.detail = QLineEdit("" if row is None else row.detail or "")
        self.add_field("kind", wording.CHANGE_KIND, self.kind)
        self.add_field("from_on", wording.FROM_ON, self.from_on, half=0)
        self.add_field("until_on", wording.UNTIL_ON, self.until_on, wording.OPEN_END, half=1)
        self.add_field("detail", wording.DETAIL, self.detail, wording.DETAIL_HINT)
        self.kind.setFocus()

    def command(self) -> Command:
        draft = ChangeDraft(self.kind.currentText(), self.from_on.day(), self.until_on.day(), self.detail.text())
        if self._row is None:
            campaign_id, person_id = self._campaign_id, self._person_id
            return lambda: personnel_changes.add_change(campaign_id, person_id, draft)
        change_id = self._row.id
        return lambda: personnel_changes.edit_change(change_id, draft)
