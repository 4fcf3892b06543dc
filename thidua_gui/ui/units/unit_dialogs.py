"""Adding, editing and closing a unit, and noting what it did in the year. Each runs one command."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.ratings import Rating
from thidua_gui.services import organisation_edit, organisation_year
from thidua_gui.services.organisation import UnitFacts, UnitRow
from thidua_gui.services.organisation_edit import UnitDraft
from thidua_gui.services.organisation_year import UnitYearDraft
from thidua_gui.text import forms as common
from thidua_gui.text import units as wording
from thidua_gui.text.names import RATINGS
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice, merged
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.forms.people_find import find_people
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among
from thidua_gui.ui.widgets.date_field import DateField


class UnitDialog(FormDialog):
    """`facts` None adds a unit below `parent_id`; the school itself has neither code, kind nor parent to fill in."""

    def __init__(
        self, context: Context, parent: QWidget, units: Sequence[UnitRow], facts: UnitFacts | None,
        parent_id: UnitId | None = None,
    ) -> None:  # fmt: skip
        new = facts is None
        is_school = facts is not None and facts.is_root
        title = wording.NEW_UNIT if new else wording.EDIT_SCHOOL if is_school else wording.EDIT_UNIT
        super().__init__(context, parent, title, wording.ADD_VERB if new else wording.SAVE)
        self._facts = facts
        self._own_code = not new
        self.name = QLineEdit("" if facts is None else facts.name)
        self.code = QLineEdit("" if facts is None else facts.code)
        self.kind = editable_choice(_kinds(units), wording.DEFAULT_KIND if facts is None else facts.kind)
        self.short_name = QLineEdit("" if facts is None else facts.chosen_short_name or "")
        self.above = PickField(among(_items(units, facts)), common.PICK_UNIT)
        self.head = PickField(find_people(context), common.PICK_PERSON)
        self.opened_on = DateField(None if facts is None else facts.opened_on)
        self._start(units, facts, parent_id)
        self._add_fields(is_school)
        self.name.textEdited.connect(self._suggest_code)
        self.code.textEdited.connect(self._on_code)
        self.name.setFocus()

    def command(self) -> Command:
        parent_id, head = self.above.key(), self.head.key()
        draft = UnitDraft(
            code=self.code.text(),
            name=self.name.text(),
            kind=self.kind.currentText(),
            parent_id=UnitId(parent_id) if isinstance(parent_id, int) else None,
            short_name=self.short_name.text(),
            opened_on=self.opened_on.day(),
            head_id=PersonId(head) if isinstance(head, int) else None,
        )
        if self._facts is None:
            return lambda: organisation_edit.add_unit(draft)
        unit_id = self._facts.id
        return lambda: organisation_edit.edit_unit(unit_id, draft)

    def _start(self, units: Sequence[UnitRow], facts: UnitFacts | None, parent_id: UnitId | None) -> None:
        above = parent_id if facts is None else facts.parent_id
        chosen = next((unit for unit in units if unit.id == above), None)
        self.above.choose(None if chosen is None else PickItem(chosen.id, chosen.name))
        if facts is not None and facts.head_id is not None:
            self.head.choose(PickItem(facts.head_id, facts.head_name or ""))

    def _add_fields(self, is_school: bool) -> None:
        self.add_field("name", wording.SCHOOL_NAME if is_school else wording.NAME, self.name)
        if not is_school:
            self.add_field("code", wording.CODE, self.code, half=0)
            self.add_field("kind", wording.KIND, self.kind, half=1)
            self.add_field("parent", wording.PARENT, self.above)
            self.add_field("short_name", wording.SHORT_NAME, self.short_name, wording.SHORT_NAME_HINT)
        self.add_field("head", wording.HEAD, self.head)
        self.add_field("opened_on", wording.OPENED_ON, self.opened_on, half=0)
        self.end_line()

    def _suggest_code(self, name: str) -> None:
        if not self._own_code:
            self.code.setText(wording.suggested_code(name))

    def _on_code(self, code: str) -> None:
        self._own_code = bool(code)


class CloseDialog(FormDialog):
    """Ngừng hoạt động: the last day."""

    def __init__(self, context: Context, parent: QWidget, unit_id: UnitId, name: str, on: date) -> None:
        super().__init__(
            context, parent, wording.close_title(name), wording.CLOSE_UNIT, text=wording.CLOSE_TEXT
        )  # fmt: skip
        self._unit_id = unit_id
        self.closed_on = DateField(on)
        self.add_field("closed_on", wording.CLOSED_ON, self.closed_on)
        self.closed_on.setFocus()
        self.closed_on.selectAll()

    def submit(self) -> None:
        """A day must be given."""
        if self.closed_on.is_valid() and self.closed_on.day() is None:
            self.refuse("closed_on", wording.CLOSE_DAY_MISSING)
        else:
            super().submit()

    def command(self) -> Command:
        unit_id, closed_on = self._unit_id, self.closed_on.day() or date.max
        return lambda: organisation_edit.close_unit(unit_id, closed_on)


class YearDialog(FormDialog):
    """Phát động và xếp loại tập thể of the year."""

    def __init__(
        self, context: Context, parent: QWidget, unit_id: UnitId, name: str, campaign_id: CampaignId,
        draft: UnitYearDraft,
    ) -> None:  # fmt: skip
        super().__init__(context, parent, wording.year_title(context.year), wording.SAVE, text=name)
        self._unit_id, self._campaign_id = unit_id, campaign_id
        self.launched_on = DateField(draft.launched_on)
        self.participants = QLineEdit("" if draft.participants is None else str(draft.participants))
        self.participants.setValidator(QIntValidator(0, 99_999, self.participants))
        self.rating = QComboBox()
        self.rating.addItem(wording.NOT_RATED, None)
        for rating in sorted(Rating, key=lambda one: -one.order):
            self.rating.addItem(RATINGS[rating], rating)
        self.rating.setCurrentIndex(max(self.rating.findData(draft.rating), 0))
        self.add_field("launched_on", wording.LAUNCHED_ON, self.launched_on, wording.LAUNCHED_HINT, half=0)
        self.add_field("participants", wording.PARTICIPANTS, self.participants, half=1)
        self.add_field("rating", wording.RATING, self.rating)
        self.launched_on.setFocus()

    def command(self) -> Command:
        words, rating = self.participants.text(), self.rating.currentData()
        draft = UnitYearDraft(
            self.launched_on.day(), int(words) if words else None, None if rating is None else Rating(rating)
        )
        unit_id, campaign_id = self._unit_id, self._campaign_id
        return lambda: organisation_year.record_year(unit_id, campaign_id, draft)


def _kinds(units: Sequence[UnitRow]) -> tuple[str, ...]:
    return merged(wording.KINDS, [unit.kind for unit in units if not unit.is_root])


def _items(units: Sequence[UnitRow], facts: UnitFacts | None) -> list[PickItem]:
    """Where the unit may stand: not in or below itself, not in a closed one."""
    below: set[UnitId] = set() if facts is None else {facts.id}
    for unit in units:
        if unit.parent_id in below:
            below.add(unit.id)
    return [
        PickItem(unit.id, unit.name, "" if unit.is_root else unit.code, unit.depth)
        for unit in units
        if unit.id not in below and unit.closed_on is None
    ]
