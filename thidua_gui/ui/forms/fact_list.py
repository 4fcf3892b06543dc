"""Labels and values under headings, rebuilt with every person; knows no person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from thidua_gui.text.forms import NOT_KNOWN
from thidua_gui.ui import theme
from thidua_gui.ui.forms.layouts import clear

Section = tuple[str, Sequence[tuple[str, str]]]


class FactList(QWidget):
    """What is not known says so, quietly."""

    def __init__(self, label_width: int = 122, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_width = label_width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnMinimumWidth(0, theme.px(label_width))
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Headings in small capitals; a section without lines is left out."""
        clear(self._grid)
        line = 0
        for heading, facts in sections:
            if not facts:
                continue
            if heading:
                title = _label(heading.upper(), "overline")
                title.setContentsMargins(0, theme.px(8) if line else 0, 0, 0)
                self._grid.addWidget(title, line, 0, 1, 2)
                line += 1
            for name, value in facts:
                self._add(line, name, value)
                line += 1

    def _add(self, line: int, name: str, value: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        label = _label(name, "muted")
        label.setFixedWidth(theme.px(self._label_width))
        self._grid.addWidget(label, line, 0, top)
        shown = _label(value or NOT_KNOWN, "table" if value else "muted")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(f"{name}: {value or NOT_KNOWN}")
        self._grid.addWidget(shown, line, 1, top)


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
