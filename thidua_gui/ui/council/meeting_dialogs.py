"""A meeting as it is planned, its conclusion, what happens in it: each dialog runs one command."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_gui.core.ids import AgendaItemId, CampaignId, MeetingId
from thidua_gui.services import meetings
from thidua_gui.services.meeting_views import MeetingView
from thidua_gui.services.meetings import MeetingDraft
from thidua_gui.text import council_page as words
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.widgets.date_field import DateField


class MeetingDialog(FormDialog):
    """A new meeting, or the particulars of one."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, meeting: MeetingView | None
    ) -> None:
        title = words.NEW_MEETING if meeting is None else words.EDIT_MEETING
        super().__init__(context, parent, title, words.SAVE)
        self._campaign_id, self._meeting = campaign_id, meeting
        self.name = QLineEdit("" if meeting is None else meeting.name)
        self.held_on = DateField()
        self.held_on.set_day(None if meeting is None else meeting.held_on)
        self.starts_at = QLineEdit("" if meeting is None else meeting.starts_at or "")
        self.place = QLineEdit("" if meeting is None else meeting.place)
        self.invited = note_editor("" if meeting is None else meeting.invited)
        self.add_field("name", words.NAME, self.name, words.NAME_HINT)
        self.add_field("held_on", words.HELD_ON, self.held_on, half=0)
        self.add_field("starts_at", words.STARTS_AT, self.starts_at, words.STARTS_AT_HINT, half=1)
        self.add_field("place", words.PLACE, self.place)
        self.add_field("invited", words.INVITED, self.invited)
        self.name.setFocus()

    def command(self) -> Command:
        draft = MeetingDraft(
            self.name.text(), self.held_on.day(), self.starts_at.text(), self.place.text(),
            None if self._meeting is None else self._meeting.chair_id,
            None if self._meeting is None else self._meeting.secretary_id, self.invited.toPlainText(),
        )  # fmt: skip
        if self._meeting is None:
            return partial(meetings.create, self._campaign_id, draft)
        return partial(meetings.edit, self._meeting.id, draft)


class ConcludeDialog(FormDialog):
    """Kết luận of the chair on the whole meeting."""

    def __init__(self, context: Context, parent: QWidget, meeting: MeetingView) -> None:
        super().__init__(context, parent, words.CONCLUDE_TITLE, words.SAVE)
        self._meeting_id = meeting.id
        self.conclusion = note_editor(meeting.conclusion)
        self.add_field("conclusion", words.CONCLUSION, self.conclusion, words.NOTES_HINT)
        self.conclusion.setFocus()

    def command(self) -> Command:
        return partial(meetings.conclude, self._meeting_id, self.conclusion.toPlainText())


class EventDialog(FormDialog):
    """Something that happened just now, for the time line."""

    def __init__(
        self, context: Context, parent: QWidget, meeting_id: MeetingId, item_id: AgendaItemId | None
    ) -> None:
        super().__init__(context, parent, words.ADD_EVENT_TITLE, words.SAVE)
        self._meeting_id, self._item_id = meeting_id, item_id
        self.said = note_editor("")
        self.add_field("words", words.EVENT_WORDS, self.said, words.EVENT_HINT)
        self.said.setFocus()

    def command(self) -> Command:
        return partial(meetings.add_note, self._meeting_id, self.said.toPlainText(), self._item_id)
