"""One item of the agenda as it is planned."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from thidua_gui.core.ids import MeetingId
from thidua_gui.core.meetings import ItemKind
from thidua_gui.services import agenda_edit
from thidua_gui.services.agenda_edit import ItemDraft
from thidua_gui.services.meeting_views import ItemRow
from thidua_gui.text import council_prepare as words
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog

_LONGEST = 480


class ItemDialog(FormDialog):
    """A new item, or another title and time of one."""

    def __init__(self, context: Context, parent: QWidget, meeting_id: MeetingId, item: ItemRow | None) -> None:
        super().__init__(context, parent, words.ADD_ITEM if item is None else words.EDIT_ITEM, words.SAVE)
        self._meeting_id, self._item = meeting_id, item
        self.title = QLineEdit("" if item is None else item.title)
        self.minutes = QSpinBox()
        self.minutes.setRange(0, _LONGEST)
        self.minutes.setSpecialValueText(words.NO_MINUTES)
        self.minutes.setValue(0 if item is None or item.planned_minutes is None else item.planned_minutes)
        self.add_field("title", words.ITEM_TITLE, self.title)
        self.add_field("planned_minutes", words.MINUTES, self.minutes)
        self.title.setFocus()

    def command(self) -> Command:
        item, minutes = self._item, self.minutes.value() or None
        if item is None:
            return partial(
                agenda_edit.add_item, self._meeting_id, ItemDraft(self.title.text(), ItemKind.OTHER, None, minutes)
            )
        draft = ItemDraft(self.title.text(), item.kind, item.award_kind, minutes)
        return partial(agenda_edit.edit_item, item.id, draft)
