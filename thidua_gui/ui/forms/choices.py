"""Combo boxes that offer what is in use and take any other words; know no field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from thidua_gui.core.vietnamese import tidy
from thidua_gui.text.forms import NOT_KNOWN


def editable_choice(offered: Sequence[str], chosen: str | None) -> QComboBox:
    """Any words may be typed; what is in use is offered while typing."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMaxVisibleItems(12)
    box.addItems(list(offered))
    completer = box.completer()
    if completer is not None:
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
    box.setCurrentIndex(-1)
    box.setEditText(chosen or "")
    line = box.lineEdit()
    if line is not None:
        line.setCursorPosition(0)
    return box


def closed_choice(offered: Sequence[str], chosen: str | None) -> QComboBox:
    """One of these or "not known"; `currentData()` is the word or None."""
    box = QComboBox()
    box.addItem(NOT_KNOWN, None)
    for value in merged(offered, (chosen,) if chosen else ()):
        box.addItem(value, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def known(box: QComboBox) -> str | None:
    """The words in the box, None if there are none."""
    return tidy(box.currentText()) or None


def merged(first: Sequence[str], then: Sequence[str]) -> tuple[str, ...]:
    """Both without repetition, in order."""
    return tuple(dict.fromkeys((*first, *then)))
