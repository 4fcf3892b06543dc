"""Adding and correcting an award; opened by the pages of people and of awards. Each runs one command."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.titles import TitleGroup
from thidua_gui.services import awards_edit, titles
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.awards_edit import AwardDraft, BearerThen, UsedWordings
from thidua_gui.text import awards as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice, known, merged
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.forms.pick_field import Find, PickField
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.segmented import Choice, Segmented

Bearer = tuple[bool, int]
"""Whether it is a unit, and its id."""


class AwardDialog(FormDialog):
    """`row` None adds. Without `bearer` the dialog asks for whom, with `find` to look for them."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        used: UsedWordings,
        *,
        row: AwardRow | None = None,
        bearer: Bearer | None = None,
        name: str = "",
        find: Find | None = None,
        year: int,
    ) -> None:
        new = row is None
        title, verb = (wording.DIALOG_ADD, wording.ADD_VERB) if new else (wording.DIALOG_CORRECT, wording.SAVE)
        super().__init__(context, parent, title, verb, text=name)
        self._row, self._bearer, self._used = row, bearer, used
        self._touched_then = row is not None
        self.bearer = PickField(find or (lambda query, answer: None), wording.FIND_PERSON)
        self.group = Segmented(
            (Choice(TitleGroup.TITLE, wording.KIND_TITLE), Choice(TitleGroup.FORM, wording.KIND_FORM)),
            name=wording.KIND,
        )
        self.title = editable_choice((), None if row is None else row.title)
        self.meaning = QLabel()
        self.meaning.setProperty("role", "caption")
        self.meaning.setWordWrap(True)
        self.year = QLineEdit(str(year if row is None else row.year))
        self.year.setMaxLength(4)
        self.year.setValidator(QIntValidator(0, 9999, self.year))
        self.number = QLineEdit("" if row is None else row.decision_number or "")
        self.decided_on = DateField(None if row is None else row.decided_on)
        self.authority = editable_choice(used.authorities, None if row is None else row.authority)
        self.post_then = QLineEdit("" if row is None else row.post_then or "")
        self.unit_then = QLineEdit("" if row is None else row.unit_then or "")
        self._add_fields()
        self._wire()
        self._start(row)

    def command(self) -> Command:
        is_unit, bearer_id = self._bearer or (False, 0)
        draft = AwardDraft(
            person_id=None if is_unit or self._bearer is None else PersonId(bearer_id),
            unit_id=UnitId(bearer_id) if is_unit else None,
            year=self.chosen_year(),
            title=self.title.currentText(),
            decision_number=self.number.text(),
            decided_on=self.decided_on.day(),
            authority=known(self.authority),
            name_then=None if self._row is None else self._row.name_then,
            post_then=self.post_then.text(),
            unit_then=self.unit_then.text(),
        )
        if self._row is None:
            return lambda: awards_edit.add_award(draft)
        award_id = self._row.id
        return lambda: awards_edit.correct_award(award_id, draft)

    def chosen_year(self) -> int:
        """0 while no year stands there."""
        return int(self.year.text() or 0)

    def show_then(self, then: BearerThen) -> None:
        """Post and unit of that year as the records have them, unless the clerk typed others."""
        if not self._touched_then:
            self.post_then.setText(then.post or "")
            self.unit_then.setText(then.unit or "")

    def _add_fields(self) -> None:
        if self._bearer is None:
            self.add_field("bearer", wording.BEARER, self.bearer)
        self.add_widget(self.group)
        self.add_field("title", wording.WORDING, self.title)
        self.add_widget(self.meaning)
        self.add_field("year", wording.YEAR, self.year, half=0)
        self.add_field("authority", wording.AUTHORITY, self.authority, half=1)
        self.add_field("decision_number", wording.NUMBER, self.number, half=0)
        self.add_field("decided_on", wording.DECIDED_ON, self.decided_on, half=1)
        self.add_field("post_then", wording.POST_THEN, self.post_then, half=0)
        self.add_field("unit_then", wording.UNIT_THEN, self.unit_then, half=1)

    def _wire(self) -> None:
        self.group.picked.connect(lambda group: self._offer())
        self.title.editTextChanged.connect(lambda words: self._tell_meaning())
        self.bearer.picked.connect(self._on_bearer)
        self.year.editingFinished.connect(self._ask_then)
        for line in (self.post_then, self.unit_then):
            line.textEdited.connect(self._on_then_touched)

    def _start(self, row: AwardRow | None) -> None:
        self.group.set_current(TitleGroup.FORM if row is not None and row.is_form else TitleGroup.TITLE)
        self._offer()
        self._tell_meaning()
        self._ask_then()
        (self.bearer if self._bearer is None else self.title).setFocus()

    def _offer(self) -> None:
        """Titles or forms: those of the catalogue, then other wordings in use."""
        words = self.title.currentText()
        group = TitleGroup(str(self.group.current()))
        is_unit = None if self._bearer is None else self._bearer[0]
        catalogue = titles.offered(group, is_unit=is_unit)
        in_use = [word for word in self._used.titles if _is_of(word, group)]
        with QSignalBlocker(self.title):
            self.title.clear()
            self.title.addItems(list(merged(catalogue, in_use)))
            self.title.setCurrentIndex(-1)
            self.title.setEditText(words)

    def _tell_meaning(self) -> None:
        """Say what the words mean, and show the list they belong to."""
        words = self.title.currentText().strip()
        kind = titles.kind_of(words) if words else None
        if kind is not None and kind.group is not self.group.current():
            self.group.set_current(kind.group)
            self._offer()
        if not words:
            self.meaning.setText(wording.WORDING_HINT)
        else:
            self.meaning.setText(wording.NOT_UNDERSTOOD if kind is None else wording.understood(kind.name))

    def _on_bearer(self, key: object) -> None:
        self._bearer = key if isinstance(key, tuple) else None
        self._offer()
        self._ask_then()

    def _ask_then(self) -> None:
        if self._bearer is None or self._touched_then:
            return
        is_unit, bearer_id = self._bearer
        person_id = None if is_unit else PersonId(bearer_id)
        unit_id = UnitId(bearer_id) if is_unit else None
        year = self.chosen_year()
        if year == 0:
            return
        self.context.jobs.run(lambda _: awards_edit.bearer_then(person_id, unit_id, year), self.show_then)

    def _on_then_touched(self) -> None:
        self._touched_then = True


def _is_of(word: str, group: object) -> bool:
    return (TitleGroup.FORM if titles.is_form(word) else TitleGroup.TITLE) is group
