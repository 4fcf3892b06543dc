"""Period and decision of a level for the chosen people or for everybody who holds it. Runs one command."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.teaching import PeriodKind, TeachingLevel, usual_period
from thidua_gui.services import teaching_awards
from thidua_gui.services.teaching_awards import TeachingRow
from thidua_gui.text import initiatives_page as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice, known
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.widgets.date_field import DateField
from thidua_gui.ui.widgets.segmented import Choice, Segmented

CHOSEN, ALL = "chosen", "all"


class RecordDialog(FormDialog):
    """The fields show what all of them have in common; only a field that was changed is written."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, year: int, chosen: Sequence[TeachingRow],
        rows: Sequence[TeachingRow],
    ) -> None:  # fmt: skip
        super().__init__(context, parent, wording.RECORD, wording.SAVE, text=wording.RECORD_TEXT)
        self._campaign_id, self._chosen, self._rows = campaign_id, tuple(chosen), tuple(rows)
        self._shown: dict[str, object] = {}
        self.level = QComboBox()
        for level in TeachingLevel:
            self.level.addItem(wording.short_level(level), level)
        self.level.setCurrentIndex(self.level.findData(self._likely_level()))
        self.whom = Segmented(name=wording.FOR_WHOM)
        self.period = editable_choice([usual_period(kind, year) for kind in PeriodKind], None)
        self.decided_on = DateField(None)
        self.number = QLineEdit()
        self.note = QLineEdit()
        self.add_field("level", wording.LEVEL, self.level, half=0)
        self.end_line()
        self.add_field("people", wording.FOR_WHOM, self.whom)
        self.add_field("decision_number", wording.DECISION_NUMBER, self.number, half=0)
        self.add_field("decided_on", wording.DECIDED_ON, self.decided_on, half=1)
        self.add_field("period", wording.PERIOD, self.period, wording.PERIOD_HINT, half=0)
        self.add_field("note", wording.NOTE, self.note, half=1)
        self.level.currentIndexChanged.connect(lambda _: self._offer())
        self.whom.picked.connect(lambda _: self._fill())
        self._offer()
        self.number.setFocus()

    def people(self) -> list[TeachingRow]:
        """Whose awards are written."""
        level = self._level()
        rows = self._chosen if self.whom.current() == CHOSEN else self._rows
        return [row for row in rows if level in row.awards]

    def command(self) -> Command:
        now = self._now()
        changed = {name: value for name, value in now.items() if value != self._shown[name]}
        people = [row.id for row in self.people()]
        return partial(teaching_awards.record, self._campaign_id, self._level(), people, changed)

    def _level(self) -> TeachingLevel:
        return TeachingLevel(self.level.currentData())

    def _likely_level(self) -> TeachingLevel:
        """The highest that one of the chosen holds."""
        held = {level for row in self._chosen for level in row.awards}
        return next((level for level in reversed(TeachingLevel) if level in held), TeachingLevel.FACULTY)

    def _offer(self) -> None:
        level = self._level()
        chosen, rows = (sum(level in row.awards for row in rows) for rows in (self._chosen, self._rows))
        self.whom.set_choices([Choice(CHOSEN, wording.chosen(chosen)), Choice(ALL, wording.all_holders(rows))])
        self.whom.set_current(CHOSEN if chosen and len(self._chosen) > 0 else ALL)
        self._fill()

    def _fill(self) -> None:
        """What they have in common; a field in which they differ is empty and says so."""
        level = self._level()
        awards = [row.awards[level] for row in self.people()]
        common: dict[str, object] = {}
        for name in ("period", "decided_on", "decision_number", "note"):
            values = {getattr(won, name) for won in awards}
            common[name] = values.pop() if len(values) == 1 else None
            hint = wording.PERIOD_HINT if name == "period" else ""
            self.fields[name].set_hint(wording.MANY if values else hint)
        self.period.setEditText(str(common["period"] or ""))
        day = common["decided_on"]
        self.decided_on.set_day(day)  # type: ignore[arg-type]  # a date or None, as the award has it
        self.number.setText(str(common["decision_number"] or ""))
        self.note.setText(str(common["note"] or ""))
        self._shown = self._now()

    def _now(self) -> dict[str, object]:
        return {
            "period": known(self.period), "decided_on": self.decided_on.day(),
            "decision_number": self.number.text().strip() or None, "note": self.note.text().strip() or None,
        }  # fmt: skip
