"""The form of the school's letterhead and signer. Asks and saves; services.letterhead knows what applies."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services.letterhead import Letterhead, LetterheadChoice
from thidua_gui.text import system as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card
from thidua_gui.ui.widgets.field import Field

_FIELDS = (
    ("parent", wording.PARENT),
    ("school", wording.SCHOOL),
    ("place", wording.PLACE),
    ("code", wording.CODE),
    ("signer_post", wording.SIGNER_POST),
    ("signer_name", wording.SIGNER_NAME),
)


class LetterheadCard(Card):
    """Below each field stands what an empty one takes from the year's rows."""

    saved = Signal(object)
    """LetterheadChoice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.LETTERHEAD, "file-certificate", parent=parent)
        self._style = QComboBox()
        self._style.addItem(wording.PARTY, HeadingStyle.PARTY)
        self._style.addItem(wording.STATE, HeadingStyle.STATE)
        self._editors = {key: QLineEdit() for key, _ in _FIELDS}
        self._fields = {key: Field(label, self._editors[key]) for key, label in _FIELDS}
        self._save = push(wording.SAVE, "device-floppy")
        self._kept = LetterheadChoice(HeadingStyle.PARTY)
        why = QLabel(wording.LETTERHEAD_WHY)
        why.setProperty("role", "muted")
        why.setWordWrap(True)
        self.body.addWidget(why)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.addWidget(Field(wording.STYLE, self._style), 0, 0, 1, 2)
        for place, field in enumerate(self._fields.values()):
            grid.addWidget(field, 1 + place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._save)
        self.body.addLayout(foot)
        self._save.clicked.connect(lambda: self.saved.emit(self.choice()))
        self._style.currentIndexChanged.connect(self._enable)
        for editor in self._editors.values():
            editor.textChanged.connect(self._enable)
            editor.returnPressed.connect(self._save.click)
        self._enable()

    def show_choice(self, choice: LetterheadChoice, otherwise: Letterhead | None) -> None:
        """Fill the form; `otherwise` is what empty fields stand for. What is being typed is not overwritten."""
        is_typing = self.choice() != self._kept
        self._kept = choice
        if not is_typing:
            self._style.setCurrentIndex(self._style.findData(choice.style))
            for key, editor in self._editors.items():
                editor.setText(getattr(choice, key))
        for key, text in _texts(otherwise).items():
            self._fields[key].set_hint(wording.by_the_rows(text))
        self._enable()

    def choice(self) -> LetterheadChoice:
        """What the form says."""
        own = {key: editor.text().strip() for key, editor in self._editors.items()}
        return LetterheadChoice(HeadingStyle(self._style.currentData()), **own)

    def _enable(self) -> None:
        self._save.setEnabled(self.choice() != self._kept)


def _texts(found: Letterhead | None) -> dict[str, str]:
    if found is None:
        return {key: "" for key, _ in _FIELDS}
    return {
        "parent": found.office.parent,
        "school": found.office.name,
        "place": found.office.place,
        "code": found.office.code,
        "signer_post": found.signer_post,
        "signer_name": found.signer_name,
    }
