"""The foot of a person's sheet: totals of the stages, rank, rating and registered title. Knows no service call."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_gui.core.ids import StageId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.core.standings import ranks
from thidua_gui.core.year_comparison import Compared
from thidua_gui.services import scoring
from thidua_gui.services.scoring import Board, ScoreRow
from thidua_gui.text import names
from thidua_gui.text import score_sheet as wording
from thidua_gui.text.score_board import signed
from thidua_gui.ui import theme
from thidua_gui.ui.widgets.card import line
from thidua_gui.ui.widgets.chip import Chip, ChipKind
from thidua_gui.ui.widgets.field import set_property

_CHIP: dict[Rating, ChipKind] = {
    Rating.EXCELLENT: "ok",
    Rating.GOOD: "nf",
    Rating.COMPLETED: "wa",
    Rating.NOT_COMPLETED: "er",
}
_CHANGE: dict[int, tuple[ChipKind, str]] = {1: ("ok", "arrow-up"), 0: ("nf", "equal"), -1: ("er", "arrow-down")}


class SheetFigures(QFrame):
    """Large figures; the active stage's stands out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("footer", True)
        self._totals = {key: _label("figureSmall") for key in StageKey}
        self._rank = _label("figureSmall")
        self._rank_of = _label("number")
        self._before = _label("figureSmall")
        self._change = Chip()
        self._before_box, self._title_box = QWidget(), QWidget()
        self._rating_head = _label("caption")
        self._rating = Chip()
        self._title = Chip()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(8), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(24))
        for key, figure in self._totals.items():
            row.addLayout(_captioned(wording.STAGE_SHORT[key], figure))
        row.addWidget(line(upright=True))
        before = QHBoxLayout()
        before.setSpacing(theme.px(8))
        before.addWidget(self._before)
        before.addWidget(self._change)
        figures = QWidget()
        figures.setLayout(before)
        before.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_boxed(self._before_box, _captioned(wording.LAST_YEAR, figures)))
        rank = QHBoxLayout()
        rank.setSpacing(0)
        rank.addWidget(self._rank)
        rank.addWidget(self._rank_of)
        holder = QWidget()
        holder.setLayout(rank)
        rank.setContentsMargins(0, 0, 0, 0)
        row.addLayout(_captioned(wording.RANK, holder))
        row.addLayout(_captioned(self._rating_head, self._rating))
        registered = _label("caption")
        registered.setText(wording.REGISTERED)
        row.addWidget(_boxed(self._title_box, _captioned(registered, self._title)))
        row.addStretch(1)

    def show_row(
        self, board: Board, row: ScoreRow, stage_id: StageId, last_year: Compared | None = None
    ) -> None:
        """The person's or unit's figures with those of the whole board for the rank."""
        self._show_last_year(board, last_year)
        for stage in board.stages:
            total = scoring.stage_total(board, row, stage.id)
            figure = self._totals[stage.key]
            figure.setText(wording.NOTHING if total is None else str(total))
            set_property(figure, "role", "figureAccent" if stage.id == stage_id else "figureSmall")
        ranked = [
            item
            for item in board.rows
            if not item.is_school and scoring.stage_total(board, item, stage_id) is not None
        ]
        places = ranks([scoring.stage_total(board, item, stage_id) for item in ranked])
        mine = next((place for item, place in zip(ranked, places, strict=True) if item.id == row.id), None)
        self._rank.setText(wording.NOTHING if mine is None else str(mine))
        self._rank_of.setText("" if mine is None else f"/{len(ranked)}")
        self._show_rating(board, row)
        if row.registered_title:
            self._title.show_state(row.registered_title, "nf", "-")
        else:
            self._title.show_state(wording.NOT_REGISTERED, "wa")

    def _show_last_year(self, board: Board, found: Compared | None) -> None:
        is_unit = board.subject is SheetSubject.UNIT
        self._before_box.setVisible(is_unit)
        self._title_box.setVisible(not is_unit)
        earlier = None if found is None or found.before is None else found.before.points
        self._before.setText(wording.NO_LAST_YEAR if earlier is None else str(earlier))
        set_property(self._before, "role", "muted" if earlier is None else "figureSmall")
        difference = None if found is None else found.difference
        self._change.setVisible(difference is not None)
        if difference is not None:
            kind, icon = _CHANGE[(difference.hundredths > 0) - (difference.hundredths < 0)]
            self._change.show_state(signed(difference), kind, icon)

    def _show_rating(self, board: Board, row: ScoreRow) -> None:
        holding = scoring.effective_of(row, board)
        self._rating_head.setText(wording.DECIDED_RATING if holding.is_decided else wording.PROPOSED_RATING)
        if holding.rating is None:
            self._rating.show_state(wording.NOT_RATED[board.subject], "wa", "clock")
        else:
            self._rating.show_state(names.RATING_SHORT[holding.rating], _CHIP[holding.rating], "-")
        full = "" if holding.rating is None else names.RATINGS[holding.rating]
        self._rating.setToolTip("\n".join(part for part in (full, row.decided_reason) if part))


def _captioned(caption: str | QLabel, widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(2))
    if isinstance(caption, str):
        label = _label("caption")
        label.setText(caption)
        caption = label
    column.addWidget(caption)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    return column


def _boxed(box: QWidget, held: QVBoxLayout) -> QWidget:
    """So that caption and figure are hidden together."""
    held.setContentsMargins(0, 0, 0, 0)
    box.setLayout(held)
    return box


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    return label
