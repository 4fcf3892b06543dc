"""Nhà trường: what the school registered, the points of its own sheet beside last year's, and its results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.year_comparison import Compared
from thidua_gui.services.collectives import CollectiveRow, Collectives, SchoolGroup
from thidua_gui.services.school_results import ResultLine
from thidua_gui.text import collectives as wording
from thidua_gui.text import unit_scoring as year_wording
from thidua_gui.text.names import RATINGS
from thidua_gui.ui import theme
from thidua_gui.ui.collectives.results_card import ResultsCard
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.layouts import clear
from thidua_gui.ui.forms.year_change import change_chip
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card
from thidua_gui.ui.widgets.chip import Chip, ChipKind
from thidua_gui.ui.widgets.elided_label import ElidedLabel

RATING_CHIP: dict[Rating, ChipKind] = {Rating.EXCELLENT: "ok", Rating.NOT_COMPLETED: "er"}


class SchoolPane(QScrollArea):
    """Cards one under another; the results take what room there is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._unit_id: int | None = None
        self.registered = Card(wording.SCHOOL_REGISTERED, "writing-sign")
        self.scores = Card(wording.SCHOOL_SCORES, "calculator")
        self.results = ResultsCard(context)
        self.register_button = push(wording.OPEN_REGISTRATION, "chevron-right")
        self.sheet_button = push(wording.OPEN_SHEET, "chevron-right")
        self._titles = QVBoxLayout()
        self.total = QLabel()
        self.total.setProperty("role", "section")
        self.last = QLabel()
        self.last.setProperty("role", "muted")
        self.change = Chip()
        self.rating = Chip()
        self._groups = QGridLayout()
        self._lay_out()
        self._connect()

    def show_seen(self, seen: Collectives, lines: Sequence[ResultLine]) -> None:
        """Another state of the year."""
        school = seen.school
        self._unit_id = None if school is None else school.id
        self._show_registered(() if school is None else school.registered)
        self._show_scores(seen.year, school, seen.school_groups)
        self.show_results(seen, lines)

    def show_results(self, seen: Collectives, lines: Sequence[ResultLine]) -> None:
        """The results alone."""
        self.results.show_lines(seen.campaign_id, lines, is_open=not seen.is_closed)

    def open_sheet(self) -> None:
        """The school's own sheet."""
        if self._unit_id is not None:
            self.context.bus.navigate.emit("scoring", (SheetSubject.UNIT, self._unit_id))

    def register(self) -> None:
        """Registrations of collectives, the school first."""
        self.context.bus.navigate.emit("registration", "units")

    def _show_registered(self, titles: Sequence[str]) -> None:
        clear(self._titles)
        for title in titles or (wording.NOT_REGISTERED,):
            label = QLabel(title)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "table" if titles else "muted")
            self._titles.addWidget(label)

    def _show_scores(self, year: int, school: CollectiveRow | None, groups: Sequence[SchoolGroup]) -> None:
        whole = None if school is None else school.whole
        self.sheet_button.setEnabled(school is not None)
        if whole is None:
            self.total.setText(wording.SCHOOL_NOT_SCORED)
        else:
            self.total.setText(wording.school_total(whole.now, whole.maximum))
        before = None if whole is None else whole.before
        self.last.setText(wording.school_last(year - 1, None if before is None else before.points))
        self.last.setToolTip(year_wording.compared(year - 1, whole))
        _show_change(self.change, whole)
        rating = None if school is None else school.rating
        self.rating.setVisible(rating is not None)
        if rating is not None:
            said = f"{wording.SCHOOL_RATING}: {RATINGS[rating]}"
            self.rating.show_state(said, RATING_CHIP.get(rating, "nf"), "check")
        clear(self._groups)
        for line, group in enumerate(groups):
            self._add_group(line, year, group)

    def _add_group(self, line: int, year: int, group: SchoolGroup) -> None:
        compared = group.compared
        name = ElidedLabel(wording.group(group.number, group.content))
        name.setProperty("role", "table")
        points = QLabel(wording.points_of(compared.now, compared.maximum))
        points.setProperty("role", "table")
        points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        points.setToolTip(year_wording.compared(year - 1, compared))
        change = Chip()
        _show_change(change, compared)
        self._groups.addWidget(name, line, 0)
        self._groups.addWidget(points, line, 1)
        self._groups.addWidget(change, line, 2, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        self.registered.add_to_heading(self.register_button)
        self.registered.body.addLayout(self._titles)
        self.registered.body.addStretch(1)
        self.scores.add_to_heading(self.sheet_button)
        figures = QHBoxLayout()
        figures.setSpacing(theme.px(12))
        for widget in (self.total, self.change, self.last):
            figures.addWidget(widget)
        figures.addStretch(1)
        figures.addWidget(self.rating)
        self._groups.setHorizontalSpacing(theme.px(12))
        self._groups.setVerticalSpacing(theme.px(4))
        self._groups.setColumnStretch(0, 1)
        self.scores.body.addLayout(figures)
        self.scores.body.addLayout(self._groups)
        self.scores.body.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(theme.px(12))
        above.addWidget(self.registered, 1)
        above.addWidget(self.scores, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(above)
        column.addWidget(self.results, 1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.register_button.clicked.connect(self.register)
        self.sheet_button.clicked.connect(self.open_sheet)


def _show_change(chip: Chip, compared: Compared | None) -> None:
    said = change_chip(compared)
    chip.setVisible(bool(said.word))
    chip.show_state(said.word, said.tone.value, said.icon or "-")
