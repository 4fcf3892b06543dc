"""Điểm of the year in the person panel: parts of the sheet by stage, total, rating. Shows only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import Subtotal
from thidua_gui.services.person_scores import GroupLine, PersonScores
from thidua_gui.text import people as wording
from thidua_gui.text.names import RATING_SHORT, RATINGS, STAGES
from thidua_gui.ui import theme
from thidua_gui.ui.forms.layouts import clear
from thidua_gui.ui.people.panel_tabs import PanelTab, heading_row
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip, ChipKind

CHIP: dict[Rating, ChipKind] = {
    Rating.EXCELLENT: "ok", Rating.GOOD: "nf", Rating.COMPLETED: "nf", Rating.NOT_COMPLETED: "er"
}  # fmt: skip
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
STAGE_WIDTH = 54


class ScoresTab(PanelTab):
    """Missing is shown as missing, never as 0."""

    sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_sheet = push(wording.OPEN_SHEET, kind="link")
        self._none = QLabel()
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(6))
        self._grid.setVerticalSpacing(theme.px(7))
        self._grid.setColumnStretch(0, 1)
        self.rating = QHBoxLayout()
        self._rating_note = QLabel()
        self._rating_note.setProperty("role", "caption")
        self._rating_note.setWordWrap(True)
        rated = QHBoxLayout()
        label = QLabel(wording.RATING)
        label.setProperty("role", "tableStrong")
        rated.addWidget(label)
        rated.addStretch(1)
        rated.addLayout(self.rating)
        self.column.addLayout(heading_row(wording.BY_PART, self.open_sheet))
        self.column.addWidget(self._none)
        self.column.addWidget(self._table)
        self.column.addLayout(rated)
        self.column.addWidget(self._rating_note)
        self.column.addStretch(1)
        self.open_sheet.clicked.connect(self.sheet_wanted)

    def show_scores(self, scores: PersonScores | None) -> None:
        """None while there is no campaign."""
        clear(self._grid)
        has_lines = scores is not None and bool(scores.lines)
        self._none.setVisible(not has_lines)
        self._none.setText(wording.NO_SHEET)
        self._table.setVisible(has_lines)
        self.open_sheet.setVisible(has_lines)
        if scores is not None:
            if has_lines:
                self._fill(scores)
            self._show_rating(scores)

    def _fill(self, scores: PersonScores) -> None:
        for place, stage in enumerate(scores.stages, start=1):
            head = _label(STAGES[stage.key], "caption", RIGHT)
            self._grid.setColumnMinimumWidth(place, theme.px(STAGE_WIDTH))
            self._grid.addWidget(head, 0, place)
        self._grid.addWidget(line(), 1, 0, 1, len(scores.stages) + 1)
        for number, part in enumerate(scores.lines, start=2):
            self._add_line(number, part)
        last = len(scores.lines) + 2
        self._grid.addWidget(line(), last, 0, 1, len(scores.stages) + 1)
        self._grid.addWidget(_label(wording.TOTAL, "tableStrong"), last + 1, 0)
        for place, subtotal in enumerate(scores.totals, start=1):
            self._grid.addWidget(_points(subtotal, strong=True), last + 1, place)

    def _add_line(self, number: int, part: GroupLine) -> None:
        words = _label(wording.part(part.number, part.content, str(part.maximum)), "table")
        words.setTextFormat(Qt.TextFormat.RichText)
        self._grid.addWidget(words, number, 0)
        for place, subtotal in enumerate(part.by_stage, start=1):
            self._grid.addWidget(_points(subtotal), number, place)

    def _show_rating(self, scores: PersonScores) -> None:
        rating = scores.rating.rating
        chip = Chip(wording.NOT_RATED) if rating is None else Chip(RATING_SHORT[rating], CHIP[rating])
        chip.setToolTip("" if rating is None else RATINGS[rating])
        clear(self.rating)
        self.rating.addWidget(chip)
        is_proposed = rating is not None and not scores.rating.is_decided
        note = wording.RATING_PROPOSED if is_proposed else scores.reason or ""
        if scores.drafts:
            note = "\n".join(part for part in (note, wording.drafts(scores.drafts)) if part)
        self._rating_note.setText(note)
        self._rating_note.setVisible(bool(note))


def _points(subtotal: Subtotal, *, strong: bool = False) -> QLabel:
    if subtotal.points is not None:
        shown = _label(str(subtotal.points), "number", RIGHT)
        if strong:
            shown.setFont(theme.font("bodyStrong", numeric=True))
            shown.setProperty("role", "numberStrong")
        return shown
    missing = subtotal.scored < subtotal.of and subtotal.scored > 0
    words = _label(wording.scored(subtotal.scored, subtotal.of) if missing else wording.DASH, "caption", RIGHT)
    words.setToolTip(wording.scored_tip(subtotal.scored, subtotal.of))
    if missing:
        words.setProperty("tone", "warning")
    return words


def _label(words: str, role: str, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setAlignment(alignment)
    label.setWordWrap(alignment == Qt.AlignmentFlag.AlignLeft)
    return label
