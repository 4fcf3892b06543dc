"""One proposal of a unit as its minutes say it. It runs one command."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_gui.core.ids import CampaignId, PersonId, UnitId, UnitVoteId
from thidua_gui.core.registering import Side
from thidua_gui.core.votes import VoteCount
from thidua_gui.services import people, unit_votes_edit
from thidua_gui.services.naming import labelled
from thidua_gui.services.registration_rules import offered
from thidua_gui.services.unit_votes_edit import VoteDraft
from thidua_gui.services.vote_list import VoteLine, VoteList
from thidua_gui.text import collectives as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import editable_choice, merged
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.forms.pick_field import SHOWN, Answer, Find, PickField, PickItem, among
from thidua_gui.ui.widgets.date_field import DateField

MOST = 99_999
"""More people than any unit has."""
FEW_UNITS = 5
Subject = tuple[Side, int]


class VoteDialog(FormDialog):
    """`line` None adds; the day and the members of the unit's last proposal are offered again, for one meeting votes on
    many."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, unit: str, seen: VoteList,
        line: VoteLine | None,
    ) -> None:  # fmt: skip
        super().__init__(context, parent, wording.VOTE_DIALOG.format(unit=unit), wording.SAVE)
        self._campaign_id, self._seen, self._edited = campaign_id, seen, line
        vote = None if line is None else line.vote
        meeting = vote or (seen.lines[-1].vote if seen.lines else None)
        self.subject = PickField(subject_finder(context, seen), wording.SUBJECT_HINT)
        self.title = editable_choice(_titles(None), None if vote is None else vote.title)
        self.held_on = DateField(None if meeting is None else meeting.held_on)
        self.members = _number(None if meeting is None else meeting.members)
        self.present = _number(None if meeting is None else meeting.present)
        self.agree = _number(None if vote is None else vote.agree)
        self.disagree = _number(None if vote is None else vote.disagree)
        self.achievement = note_editor("" if vote is None else vote.achievement or "")
        self.note = QLineEdit("" if vote is None else vote.note or "")
        self._add_fields()
        self.subject.picked.connect(self._offer)
        if line is not None:
            self._choose(line)
        (self.subject if line is None else self.agree).setFocus()

    def command(self) -> Command:
        side, row_id = self._subject() or (None, 0)
        draft = VoteDraft(
            self._seen.unit_id,
            PersonId(row_id) if side is Side.PEOPLE else None,
            UnitId(row_id) if side is Side.UNITS else None,
            self.title.currentText(),
            self.held_on.day(),
            VoteCount(*map(_value, (self.members, self.present, self.agree, self.disagree))),
            self.achievement.toPlainText(),
            self.note.text(),
        )
        vote_id = None if self._edited is None else UnitVoteId(self._edited.id)
        return partial(unit_votes_edit.record, self._campaign_id, draft, vote_id)

    def _add_fields(self) -> None:
        self.add_field("subject", wording.SUBJECT, self.subject)
        self.add_field("title", wording.VOTE_TITLE, self.title, half=0)
        self.add_field("held_on", wording.HELD_ON, self.held_on, half=1)
        self.add_field("members", wording.MEMBERS, self.members, half=0)
        self.add_field("present", wording.PRESENT, self.present, half=1)
        self.add_field("agree", wording.AGREE, self.agree, half=0)
        self.add_field("disagree", wording.DISAGREE, self.disagree, half=1)
        self.add_field("achievement", wording.ACHIEVEMENT, self.achievement)
        self.add_field("note", wording.NOTE, self.note)

    def _choose(self, line: VoteLine) -> None:
        vote = line.vote
        side, row_id = (Side.PEOPLE, vote.person_id) if vote.person_id is not None else (Side.UNITS, vote.unit_id)
        self.subject.choose(PickItem((side, int(row_id or 0)), line.name))
        self._offer((side, row_id))

    def _subject(self) -> Subject | None:
        key = self.subject.key()
        return key if isinstance(key, tuple) else None

    def _offer(self, key: object) -> None:
        """Titles that a person, or a collective, can be given."""
        words = self.title.currentText()
        with QSignalBlocker(self.title):
            self.title.clear()
            self.title.addItems(_titles(key[0] if isinstance(key, tuple) else None))
            self.title.setCurrentIndex(-1)
            self.title.setEditText(words)


def subject_finder(context: Context, seen: VoteList) -> Find:
    """The unit's own people and the unit itself first, then everybody who works here, then other units."""
    members = [
        PickItem((Side.PEOPLE, int(one.id)), labelled(one.full_name, one.told_apart), f"{one.unit} · {one.code}")
        for one in seen.members
    ]
    units = [PickItem((Side.UNITS, int(row.id)), row.name, row.code) for row in seen.units]
    own = [item for item in units if item.key == (Side.UNITS, int(seen.unit_id))]
    others = [item for item in units if item not in own]
    find_own, find_units = among([*own, *members]), among(others)
    today = context.clock().date()

    def find(query: str, answer: Answer) -> None:
        first, last = _found(find_own, query), _found(find_units, query)
        if not query:
            answer([*first, *last])
            return
        taken = {item.key for item in first}

        def add_others(found: tuple[people.PersonChoice, ...]) -> None:
            items = [PickItem((Side.PEOPLE, int(one.id)), one.label, f"{one.unit} · {one.code}") for one in found]
            answer([*first, *(item for item in items if item.key not in taken), *last[:FEW_UNITS]])

        context.jobs.run(lambda _: people.find(query, SHOWN, today), add_others)

    return find


def _found(find: Find, query: str) -> list[PickItem]:
    found: list[PickItem] = []
    find(query, found.extend)
    return found


def _titles(side: object) -> list[str]:
    sides = [side] if isinstance(side, Side) else list(Side)
    return list(merged((), [name for one in sides for name in offered(one)]))


def _number(value: int | None) -> QLineEdit:
    line = QLineEdit("" if value is None else str(value))
    line.setValidator(QIntValidator(0, MOST, line))
    line.setMaxLength(len(str(MOST)))
    return line


def _value(line: QLineEdit) -> int | None:
    return int(line.text()) if line.text() else None
