"""Adding a kind of the school's own, and changing what the school says of one. Each runs one command."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from thidua_gui.core.award_kinds import wordings_of
from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.titles import TitleGroup
from thidua_gui.services import award_kinds_edit
from thidua_gui.services.award_kinds import AwardKindRow
from thidua_gui.services.award_kinds_edit import LONGEST, LONGEST_SHORT, KindDraft
from thidua_gui.text import award_kinds as kind_wording
from thidua_gui.text import award_kinds_page as wording
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.widgets.segmented import Choice, Segmented


class KindDialog(FormDialog):
    """`row` None adds; group, bearer and level of a shipped kind are the law's."""

    def __init__(self, context: Context, parent: QWidget, row: AwardKindRow | None) -> None:
        title, verb = (wording.DIALOG_ADD, wording.ADD_VERB) if row is None else (wording.DIALOG_EDIT, wording.SAVE)
        super().__init__(context, parent, title, verb)
        self._row = row
        self.name = QLineEdit("" if row is None else row.name)
        self.name.setMaxLength(LONGEST)
        self.short = QLineEdit("" if row is None else row.short)
        self.short.setMaxLength(LONGEST_SHORT)
        self.group = Segmented(
            [Choice(group, words) for group, words in kind_wording.GROUPS.items()], name=wording.GROUP
        )
        self.group.set_current(TitleGroup.FORM if row is None else row.group)
        self.bearer, self.level = QComboBox(), QComboBox()
        for bearer, words in kind_wording.BEARERS.items():
            self.bearer.addItem(words, bearer.value)
        for level, words in kind_wording.LEVELS.items():
            self.level.addItem(words, level.value)
        self.bearer.setCurrentIndex(self.bearer.findData((Bearer.BOTH if row is None else row.bearer).value))
        self.level.setCurrentIndex(self.level.findData((Level.GRASSROOTS if row is None else row.level).value))
        self.authority = QLineEdit(row.authority if row is not None and row.is_authority_own else "")
        self.wordings = note_editor("" if row is None else "\n".join(row.wordings))
        self.note = QLineEdit("" if row is None else row.note)
        self._add_fields()
        self.name.setFocus()

    def command(self) -> Command:
        draft = KindDraft(
            self.name.text(), self.short.text(), TitleGroup(str(self.group.current())),
            Bearer(str(self.bearer.currentData())), Level(str(self.level.currentData())), self.authority.text(),
            wordings_of(self.wordings.toPlainText()), self.note.text(),
        )  # fmt: skip
        if self._row is None:
            return partial(award_kinds_edit.add_kind, draft)
        return partial(award_kinds_edit.edit_kind, self._row.key, draft)

    def _add_fields(self) -> None:
        row = self._row
        shipped = None if row is None else row.shipped
        self.add_field("name", wording.NAME, self.name)
        self.add_field("short", wording.SHORT, self.short, wording.SHORT_HINT.format(most=LONGEST_SHORT), half=0)
        self.end_line()
        if shipped is None:
            self.add_field("group", wording.GROUP, self.group)
            self.add_field("bearer", wording.BEARER, self.bearer, half=0)
            self.add_field("level", wording.LEVEL, self.level, half=1)
        hint = wording.OWN_AUTHORITY_HINT
        if row is not None and shipped is not None:
            self.add_widget(_caption(_law_told(row)))
            hint = wording.AUTHORITY_HINT.format(name=row.shipped_authority)
        self.add_field("authority", wording.AUTHORITY, self.authority, hint)
        self.add_field("wordings", wording.WORDINGS, self.wordings, wording.WORDINGS_HINT)
        if shipped is not None and shipped.wordings:
            self.add_widget(_caption(wording.SHIPPED_WORDINGS.format(words="; ".join(shipped.wordings))))
        self.add_field("note", wording.NOTE, self.note)


def _law_told(row: AwardKindRow) -> str:
    told = (kind_wording.GROUPS[row.group], kind_wording.BEARERS[row.bearer], kind_wording.LEVELS[row.level])
    return f"{'; '.join(told)}. {wording.LAW_NOTE}"


def _caption(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    return label
