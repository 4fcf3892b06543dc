"""Which column of a list is what: guessed, shown and changeable. Knows no service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.award_list import Field
from thidua_gui.core.workbook.cells import header_text
from thidua_gui.core.workbook.tables import cell_name
from thidua_gui.text import award_list as wording
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.elided_combo import ElidedCombo

WIDTH = 276
NO_HEADER = -1


class MappingForm(QScrollArea):
    """The row of the headings and, for each thing a line may say, the column that says it."""

    changed = Signal()
    header_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(theme.px(WIDTH))
        self.header = ElidedCombo()
        self.header.setAccessibleName(wording.HEADER)
        self.boxes: dict[Field, ElidedCombo] = {}
        inside = QWidget()
        inside.setProperty("transparent", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.px(10), 0)
        heading = QLabel(wording.MAPPING)
        heading.setProperty("role", "strong")
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        self._add(grid, 0, wording.HEADER, self.header)
        for row, (field, words) in enumerate(wording.FIELDS.items(), 1):
            box = ElidedCombo()
            box.setAccessibleName(words)
            box.activated.connect(lambda _: self.changed.emit())
            self.boxes[field] = box
            self._add(grid, row, words, box)
        column.addLayout(grid)
        column.addStretch(1)
        self.setWidget(inside)
        self.header.activated.connect(lambda _: self.header_changed.emit())

    def offer_headers(self, grid: Sequence[Sequence[object]], chosen: int | None, within: int) -> None:
        """The rows that may hold the headings, each by its first words."""
        with QSignalBlocker(self.header):
            self.header.clear()
            self.header.addItem(wording.NO_HEADER, NO_HEADER)
            for place, cells in enumerate(grid[:within]):
                words = ", ".join(text for cell in cells if (text := header_text(cell)))
                self.header.addItem(wording.column(str(place + 1), words[:40]), place)
            self.header.setCurrentIndex(self.header.findData(NO_HEADER if chosen is None else chosen))

    def header_place(self) -> int | None:
        """From 0; None without headings."""
        place = self.header.currentData()
        return None if place in (None, NO_HEADER) else int(place)

    def offer_columns(self, header: Sequence[object], width: int, columns: Mapping[Field, int]) -> None:
        """Every column by its letter and heading; those guessed are chosen."""
        for field, box in self.boxes.items():
            with QSignalBlocker(box):
                box.clear()
                box.addItem(wording.NOT_THERE, None)
                for place in range(width):
                    words = header_text(header[place]) if place < len(header) else ""
                    box.addItem(wording.column(_letter(place), words), place)
                box.setCurrentIndex(box.findData(columns[field]) if field in columns else 0)

    def columns(self) -> dict[Field, int]:
        """What is chosen now."""
        return {field: int(box.currentData()) for field, box in self.boxes.items() if box.currentData() is not None}

    def _add(self, grid: QGridLayout, row: int, words: str, box: QComboBox) -> None:
        label = QLabel(words)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setBuddy(box)
        grid.addWidget(label, row, 0)
        grid.addWidget(box, row, 1)


def _letter(place: int) -> str:
    return cell_name(1, place)[:-1]
