"""Filling in an initiative, its authors, and what it was used for. Each runs one command."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId, UnitId
from thidua_gui.core.initiatives import InitiativeKind
from thidua_gui.services import initiative_uses, initiatives_edit, titles
from thidua_gui.services.initiative_uses import UseDraft, UseRow
from thidua_gui.services.initiatives import InitiativeRow
from thidua_gui.services.initiatives_edit import InitiativeDraft, UsedWords
from thidua_gui.text import forms as common
from thidua_gui.text import initiatives as service_wording
from thidua_gui.text import initiatives_page as wording
from thidua_gui.text.errors import sentence
from thidua_gui.text.target_words import SCOPES
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.choices import closed_choice, editable_choice, known
from thidua_gui.ui.forms.form_dialog import Command, FormDialog
from thidua_gui.ui.forms.pick_field import PickField, PickItem, among
from thidua_gui.ui.initiatives.authors_field import AuthorsField, Named
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.date_field import DateField

WIDTH = 640
Subject = tuple[bool, int]
"""Whether it is a unit, and its id."""


class _WithAuthors(FormDialog):
    """A form with the field of authors; what cannot be read of it is told beside it."""

    authors: AuthorsField

    def submit(self) -> None:
        """Shares must be numbers, and a name that was begun must be chosen."""
        try:
            self.authors.authors()
        except UserError as refused:
            self.refuse("authors", sentence(refused))
            return
        if not self.authors.is_settled():
            self.refuse("authors", common.NOT_CHOSEN)
            return
        super().submit()


class InitiativeDialog(_WithAuthors):
    """`row` None adds one."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, used: UsedWords, row: InitiativeRow | None
    ) -> None:
        title, verb = (wording.ADD, wording.ADD_VERB) if row is None else (wording.EDIT, wording.SAVE)
        super().__init__(context, parent, title, verb)
        self.setMinimumWidth(theme.px(WIDTH))
        self._campaign_id, self._row = campaign_id, row
        kind = None if row is None or row.kind is None else service_wording.KINDS[row.kind]
        self.code = QLineEdit(used.code if row is None else row.code)
        self.kind = closed_choice(service_wording.KINDS.known, kind)
        self.name = QLineEdit("" if row is None else row.name)
        self.scope = closed_choice(SCOPES.known, None if row is None else row.scope)
        self.outcome = closed_choice(service_wording.RESULTS, None if row is None else row.result)
        self.outcome.setItemText(0, wording.PENDING)
        self.number = QLineEdit("" if row is None else row.decision_number or "")
        self.recognised_on = DateField(None if row is None else row.recognised_on)
        self.recognised_by = editable_choice(used.recognised_by, None if row is None else row.recognised_by)
        self.applied_at = QLineEdit("" if row is None else row.applied_at or "")
        self.summary = _short_text("" if row is None else row.summary or "")
        self.effect = _short_text("" if row is None else row.effect or "")
        self.authors = AuthorsField(context, named(row))
        for line in (self.name, self.applied_at):
            line.setCursorPosition(0)
        self._add_fields()
        (self.name if row is None else self.code).setFocus()

    def command(self) -> Command:
        draft, authors = self.draft(), self.authors.authors()
        if self._row is None:
            return partial(initiatives_edit.add_initiative, self._campaign_id, draft, authors)
        return partial(initiatives_edit.edit_initiative, self._row.id, draft, authors)

    def draft(self) -> InitiativeDraft:
        """What stands in the fields now."""
        word = self.kind.currentData()
        kind: InitiativeKind | None = None if word is None else service_wording.KINDS.value(word)
        return InitiativeDraft(
            self.code.text(), self.name.text(), kind,
            self.scope.currentData(), self.outcome.currentData(), self.number.text(), self.recognised_on.day(),
            known(self.recognised_by), self.summary.toPlainText(), self.effect.toPlainText(), self.applied_at.text(),
        )  # fmt: skip

    def _add_fields(self) -> None:
        self.add_field("code", wording.CODE, self.code, half=0)
        self.add_field("kind", wording.KIND, self.kind, half=1)
        self.add_field("name", wording.NAME, self.name)
        self.add_field("scope", wording.SCOPE, self.scope, half=0)
        self.add_field("result", wording.RESULT, self.outcome, half=1)
        self.add_field("decision_number", wording.DECISION_NUMBER, self.number, half=0)
        self.add_field("recognised_on", wording.RECOGNISED_ON, self.recognised_on, half=1)
        self.add_field("recognised_by", wording.RECOGNISED_BY, self.recognised_by, half=0)
        self.add_field("applied_at", wording.APPLIED_AT, self.applied_at, half=1)
        self.add_field("summary", wording.SUMMARY, self.summary, half=0)
        self.add_field("effect", wording.EFFECT, self.effect, half=1)
        self.add_field("authors", wording.AUTHORS, self.authors, wording.AUTHORS_HINT)


class AuthorsDialog(_WithAuthors):
    """The authors alone."""

    def __init__(self, context: Context, parent: QWidget, row: InitiativeRow) -> None:
        super().__init__(context, parent, wording.EDIT_AUTHORS, wording.SAVE, text=row.name)
        self._initiative_id = row.id
        self.authors = AuthorsField(context, named(row))
        self.add_field("authors", wording.AUTHORS, self.authors, wording.AUTHORS_HINT)
        self.authors.setFocus()

    def command(self) -> Command:
        return partial(initiatives_edit.set_authors, self._initiative_id, self.authors.authors())


class UseDialog(FormDialog):
    """What an initiative supported; `use` None adds one. A second use by the same bearer is told while it is typed."""

    def __init__(
        self, context: Context, parent: QWidget, row: InitiativeRow, year: int, units: Sequence[PickItem],
        use: UseRow | None,
    ) -> None:  # fmt: skip
        title, verb = (wording.ADD_USE, wording.ADD_VERB) if use is None else (wording.EDIT_USE, wording.SAVE)
        super().__init__(context, parent, title, verb, text=f"{row.code}. {row.name}")
        self._initiative_id, self._use = row.id, use
        authors = [PickItem((False, int(one.person_id)), one.name, wording.AUTHOR) for one in row.authors]
        self.subject = PickField(among([*authors, *units]), wording.SUBJECT_FIND)
        if use is not None:
            self.subject.choose(PickItem(_subject(use), use.name))
        elif len(authors) == 1:
            self.subject.choose(authors[0])
        offered = titles.offered()
        self.title = editable_choice(offered, None if use is None else use.title)
        self.year = QLineEdit(str(year if use is None else use.year))
        self.year.setMaxLength(4)
        self.year.setValidator(QIntValidator(0, 9999, self.year))
        self.decided_on = DateField(None if use is None else use.decided_on)
        self.note = QLineEdit("" if use is None else use.note or "")
        self.warning = Banner()
        self.add_field("subject", wording.SUBJECT, self.subject, wording.SUBJECT_HINT)
        self.add_field("title", wording.USE_TITLE, self.title)
        self.add_field("year", wording.USE_YEAR, self.year, half=0)
        self.add_field("decided_on", wording.DECIDED_ON, self.decided_on, wording.USE_DAY_HINT, half=1)
        self.add_field("note", wording.NOTE, self.note)
        self.add_widget(self.warning)
        self.subject.picked.connect(lambda _: self.look())
        self.title.editTextChanged.connect(lambda _: self.look())
        self.year.editingFinished.connect(self.look)
        self.decided_on.day_changed.connect(lambda _: self.look())
        (self.title if self.subject.key() is not None else self.subject).setFocus()
        self.look()

    def draft(self) -> UseDraft:
        """What stands in the fields now."""
        key = self.subject.key()
        is_unit, bearer = key if isinstance(key, tuple) else (False, 0)
        return UseDraft(
            PersonId(bearer) if bearer and not is_unit else None, UnitId(bearer) if bearer and is_unit else None,
            int(self.year.text() or 0), self.title.currentText(), self.decided_on.day(), self.note.text(),
        )  # fmt: skip

    def command(self) -> Command:
        draft = self.draft()
        if self._use is None:
            return partial(initiative_uses.add_use, self._initiative_id, draft)
        return partial(initiative_uses.edit_use, self._use.id, draft)

    def look(self) -> None:
        """Ask whether the same bearer rested something on it before."""
        draft, initiative_id = self.draft(), self._initiative_id
        edited = None if self._use is None else self._use.id
        if (draft.person_id is None) == (draft.unit_id is None) or not draft.title.strip() or not draft.year:
            self._tell("")
            return
        self.context.jobs.run(lambda _: initiative_uses.warning(initiative_id, draft, edited), self._tell)

    def _tell(self, warning: str) -> None:
        if warning:
            self.warning.say("wa", warning)
            self.grow()
        else:
            self.warning.silence()


def named(row: InitiativeRow | None) -> list[Named]:
    """The authors as the field shows them."""
    return [] if row is None else [Named(one.person_id, one.name, one.share) for one in row.authors]


def _subject(use: UseRow) -> Subject:
    return (False, int(use.person_id)) if use.person_id is not None else (True, int(use.unit_id or 0))


def _short_text(text: str) -> QPlainTextEdit:
    """Two lines are seen; Tab leads on."""
    editor = QPlainTextEdit(text)
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(theme.row_height("body", 8) * 2)
    return editor
