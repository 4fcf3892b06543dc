"""Adding a person or correcting their record. What is not known stays empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.services import people_edit
from thidua_gui.services.people_edit import PersonDraft, Placement, Suggestions
from thidua_gui.services.person_detail import PersonFacts
from thidua_gui.text import forms as common
from thidua_gui.text import people as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import closed_choice, editable_choice, known, merged
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among
from thidua_gui.ui.widgets.date_field import DateField


class PersonDialog(FormDialog):
    """`facts` None adds a person; then unit and post are asked too."""

    added = Signal(object)
    """PersonId of the new person, once they are stored."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        facts: PersonFacts | None,
        suggestions: Suggestions,
        units: Sequence[PickItem] = (),
        code: str = "",
    ) -> None:
        title, verb = (wording.NEW_PERSON, wording.ADD_VERB) if facts is None else (wording.EDIT_PERSON, wording.SAVE)
        super().__init__(context, parent, title, verb)
        self._facts = facts
        start = PersonDraft(code, "") if facts is None else _draft_of(facts)
        self.full_name = QLineEdit(start.full_name)
        self.code = QLineEdit(start.code)
        self.gender = closed_choice(wording.GENDERS, start.gender)
        self.born_on = DateField(start.born_on)
        self.ethnicity = editable_choice(merged(suggestions.ethnicities, wording.ETHNICITIES), start.ethnicity)
        self.staff_group = closed_choice(suggestions.staff_groups, start.staff_group)
        self.joined_on = DateField(start.joined_on)
        self.unit = PickField(among(units), common.PICK_UNIT)
        self.post = editable_choice(suggestions.posts, None)
        self.note = note_editor(start.note or "")
        self._add_fields()
        self.full_name.setFocus()

    def command(self) -> Command:
        draft = PersonDraft(
            code=self.code.text(),
            full_name=self.full_name.text(),
            gender=self.gender.currentData(),
            born_on=self.born_on.day(),
            ethnicity=known(self.ethnicity),
            staff_group=self.staff_group.currentData(),
            joined_on=self.joined_on.day(),
            note=self.note.toPlainText(),
        )
        if self._facts is not None:
            person_id = self._facts.id
            return lambda: people_edit.edit_person(person_id, draft)
        unit = self.unit.key()
        placement = Placement(UnitId(unit), known(self.post)) if isinstance(unit, int) else None
        return lambda: people_edit.add_person(draft, placement)

    def _done(self, changes: Changes) -> None:
        super()._done(changes)
        if self._facts is None:
            for person in changes.ids("people"):
                self.added.emit(PersonId(person))

    def _add_fields(self) -> None:
        self.add_field("full_name", wording.FULL_NAME, self.full_name, half=0)
        self.add_field("code", wording.PERSON_CODE, self.code, half=1)
        self.add_field("gender", wording.GENDER, self.gender, half=0)
        self.add_field("born_on", wording.BIRTHDAY, self.born_on, half=1)
        self.add_field("ethnicity", wording.ETHNICITY, self.ethnicity, half=0)
        self.add_field("staff_group", wording.STAFF_GROUP, self.staff_group, half=1)
        self.add_field("joined_on", wording.JOINED_ON, self.joined_on, half=0)
        if self._facts is None:
            self.add_field("unit", wording.UNIT, self.unit, half=1)
            self.add_field("post", wording.POST, self.post, half=0)
        self.end_line()
        self.add_field("note", wording.NOTE, self.note)


def _draft_of(facts: PersonFacts) -> PersonDraft:
    return PersonDraft(
        facts.code, facts.full_name, facts.gender, facts.born_on, facts.ethnicity, facts.staff_group, facts.joined_on,
        facts.note,
    )
