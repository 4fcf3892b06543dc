"""The form of the school's letterhead and signer. Asks and saves; services.letterhead knows what applies."""

from __future__ import annotations

from PySide6.QtCore import Signal
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
    """Empty fields show in grey what the year's rows say."""

    saved = Signal(object)
    """LetterheadChoice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wording.LETTERHEAD, "file-certificate", parent=parent)
        self._style = QComboBox()
        self._style.addItem(wording.PARTY, HeadingStyle.PARTY)
        self._style.addItem(wording.STATE, HeadingStyle.STATE)
        self._editors = {key: QLineEdit() for key, _ in _FIELDS}
        self._save = push(wording.SAVE, "device-floppy")
        why = QLabel(wording.LETTERHEAD_WHY)
        why.setProperty("role", "muted")
        why.setWordWrap(True)
        self.body.addWidget(why)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.addWidget(Field(wording.STYLE, self._style), 0, 0, 1, 2)
        for place, (key, label) in enumerate(_FIELDS):
            grid.addWidget(Field(label, self._editors[key]), 1 + place // 2, place % 2)
        self.body.addLayout(grid)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._save)
        self.body.addLayout(foot)
        self._save.clicked.connect(lambda: self.saved.emit(self.choice()))

    def show_choice(self, choice: LetterheadChoice, found: Letterhead | None) -> None:
        """Fill the form; `found` is what would be printed now."""
        self._style.setCurrentIndex(self._style.findData(choice.style))
        for key, editor in self._editors.items():
            editor.setText(getattr(choice, key))
        if found is not None:
            seen = {
                "parent": found.office.parent,
                "school": found.office.name,
                "place": found.office.place,
                "code": found.office.code,
                "signer_post": found.signer_post,
                "signer_name": found.signer_name,
            }
            for key, text in seen.items():
                self._editors[key].setPlaceholderText(text)

    def choice(self) -> LetterheadChoice:
        """What the form says."""
        own = {key: editor.text().strip() for key, editor in self._editors.items()}
        return LetterheadChoice(HeadingStyle(self._style.currentData()), **own)
