"""Where importing begins: two ways, and what a year workbook consists of. Asks; knows no file and no service."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.text import importing as wording
from thidua_gui.text.workbook import WORDING
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.beside import Beside
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card

_SIDE_BY_SIDE = 640
_IN_TWO_COLUMNS = 860


class StartView(QScrollArea):
    """Import, export, and a guide to the workbook's sheets."""

    import_wanted = Signal()
    export_wanted = Signal()
    template_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = push(wording.CHOOSE, "file-import", "primary", large=True)
        self.export = push(wording.EXPORT, "file-export", large=True)
        self.template = push(wording.TEMPLATE, "file-text")
        self.template.setToolTip(wording.TEMPLATE_TIP)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QWidget()
        whole.setProperty("transparent", True)
        column = QVBoxLayout(whole)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(16))
        ways = (
            _way(wording.IMPORT, "file-import", wording.IMPORT_WHY, self.choose),
            _way(wording.EXPORT, "file-export", wording.EXPORT_WHY, self.export),
        )
        column.addWidget(Beside(*ways, least=_SIDE_BY_SIDE))
        column.addWidget(self._guide())
        column.addStretch(1)
        self.setWidget(whole)
        self.choose.clicked.connect(self.import_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.template.clicked.connect(self.template_wanted)

    def show_year(self, year: int | None) -> None:
        """The year that can be exported, None while there is none."""
        self.export.setEnabled(year is not None)
        self.export.setText(wording.EXPORT if year is None else wording.EXPORT_VERB.format(year=year))
        self.export.setToolTip(wording.NO_YEAR if year is None else "")

    def _guide(self) -> Card:
        card = Card(wording.GUIDE, "table-import")
        card.add_to_heading(self.template)
        card.body.setSpacing(theme.px(12))
        card.body.addWidget(_label("muted", wording.GUIDE_WHY))
        halves = tuple(SheetKey)[: len(SheetKey) // 2], tuple(SheetKey)[len(SheetKey) // 2 :]
        lists = [_sheets(half, first) for half, first in zip(halves, (1, 1 + len(halves[0])), strict=True)]
        card.body.addWidget(Beside(lists[0], lists[1], least=_IN_TWO_COLUMNS))
        return card


def _way(title: str, icon: str, why: str, button: QPushButton) -> Card:
    card = Card(title, icon)
    card.body.addWidget(_label("muted", why))
    card.body.addStretch(1)
    card.body.addSpacing(theme.px(8))
    card.body.addWidget(button)
    return card


def _sheets(keys: tuple[SheetKey, ...], first: int) -> QWidget:
    """Number, name and purpose of each sheet."""
    listed = QWidget()
    grid = QGridLayout(listed)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(10))
    grid.setVerticalSpacing(theme.px(10))
    grid.setColumnStretch(2, 1)
    grid.setRowStretch(len(keys), 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, key in enumerate(keys):
        number = _label("number", str(first + row))
        number.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(number, row, 0, top)
        name = QLabel(WORDING.sheets[key].title)
        name.setProperty("role", "tableStrong")
        grid.addWidget(name, row, 1, top)
        grid.addWidget(_label("muted", wording.SHEETS[key]), row, 2, top)
    return listed


def _label(role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
