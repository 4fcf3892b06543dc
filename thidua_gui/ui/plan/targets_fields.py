"""Editors of the dialog of a target: an entry of the catalogue with its parameter. Asks no service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from thidua_gui.core.target_catalogue import Asked, Parameter
from thidua_gui.core.vietnamese import tidy
from thidua_gui.text import target_page as wording
from thidua_gui.text.target_words import CLOSED
from thidua_gui.ui.forms.choices import editable_choice
from thidua_gui.ui.widgets.field import Field

Entry = TypeVar("Entry", bound=StrEnum)


def entry_combo(words: Mapping[Entry, str], chosen: Entry | None = None) -> QComboBox:
    """One entry of the catalogue."""
    box = QComboBox()
    box.setMaxVisibleItems(20)
    fill(box, words, chosen)
    return box


def fill(box: QComboBox, words: Mapping[Entry, str], chosen: Entry | None) -> None:
    """Other entries; the chosen one stays if it is among them."""
    box.blockSignals(True)
    box.clear()
    for key, shown in words.items():
        box.addItem(shown, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)


class ParameterBox(QComboBox):
    """One of a few, or words that are offered and may be others; hidden with its field when nothing is asked."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Asked | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(lambda _: self.edited.emit())
        self.editTextChanged.connect(lambda _: self.edited.emit())

    def ask(self, field: Field, asked: Asked, offered: Sequence[str], parameter: str | None) -> None:
        """Another parameter; `offered` are the words of one that is not closed."""
        self._asked = asked
        kind = asked.parameter
        field.setVisible(kind is not None)
        if kind is None:
            return
        field.label.setText(wording.PARAMETERS[kind])
        self.setAccessibleName(wording.PARAMETERS[kind])
        self.blockSignals(True)
        self.clear()
        if kind in CLOSED:
            self._offer_few(kind, asked, parameter)
        else:
            self._offer_words(asked, offered, parameter)
        self.blockSignals(False)

    def parameter(self) -> str | None:
        """The value of a closed parameter, the words of another; None when there is none."""
        if self._asked is None or self._asked.parameter is None:
            return None
        if self._asked.parameter in CLOSED:
            value = self.currentData()
            return None if value is None else str(value)
        words = tidy(self.currentText())
        return None if not words or (self._asked.is_optional and words == wording.ANY) else words

    def _offer_few(self, kind: Parameter, asked: Asked, parameter: str | None) -> None:
        self.setEditable(False)
        if asked.is_optional:
            self.addItem(wording.ANY, None)
        for value, words in CLOSED[kind].items():
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(parameter)))

    def _offer_words(self, asked: Asked, offered: Sequence[str], parameter: str | None) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if asked.is_optional:
            self.addItem(wording.ANY)
        self.addItems(list(offered))
        self.setEditText(parameter or (wording.ANY if asked.is_optional else ""))
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
            line.setAccessibleName(self.accessibleName())


def group_box(offered: Sequence[str], chosen: str | None) -> QComboBox:
    """A staff group, or every one."""
    return editable_choice((wording.EVERY_GROUP, *offered), chosen or wording.EVERY_GROUP)
