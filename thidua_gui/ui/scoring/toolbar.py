"""The strip above the score board: whom, which stage, in which state; what is wrong. Knows no row and no service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

from thidua_gui.core.ids import SheetId, UnitId
from thidua_gui.core.scoreboard import Standing
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.text import score_board as wording
from thidua_gui.text import stage_closing as closing
from thidua_gui.ui import icons, theme
from thidua_gui.ui.scoring.filters import DOUBTFUL, STATES, BoardFilter
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.search_box import SearchBox
from thidua_gui.ui.widgets.segmented import PADDING, Choice, Segmented

CHIPS, SEARCH, SHEETS, STAGES, COUNTS, FIGURES, SIGNS, GAPS, SHEET_SIGN, LOCKS, LEVELS = range(1, 12)
"""Level 0 shows every word; from its own level on each of these is short. The stages' names are never cut."""
MOST_UNIT_WIDTH = 220
SIGN_WIDTH = 54
LEAST_WIDTH = 900


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many of the people listed are complete in a stage."""

    stage: StageKey
    done: int
    of: int
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """`invalid` refused values and `incomplete` people, or units, of the active stage."""

    stages: tuple[StageCount, ...]
    invalid: int
    incomplete: int
    subject: SheetSubject = SheetSubject.PERSON


class ScoringToolbar(QFrame):
    """Everything in one line at every width of the window: words give way before controls do."""

    filter_changed = Signal()
    stage_picked = Signal(object)
    """StageKey."""
    searched = Signal(str)
    problem_wanted = Signal()
    expand_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("toolbar", True)
        self.units = _combo(wording.UNIT_CHOICE)
        self.sheets = _combo(wording.SHEET_CHOICE)
        self.states = _combo(wording.STATUS_CHOICE)
        self.stages = Segmented(name=wording.STAGE_CHOICE)
        self.search = _Search(wording.SEARCH)
        self.search.setToolTip(wording.SEARCH_TIP)
        self.search_button = icon_button("search", wording.SEARCH_TIP, bordered=True)
        self.invalid = _chip_button("alert-circle", "er", "error")
        self.incomplete = _chip_button("clock", "wa", "warning")
        self.incomplete.setCheckable(True)
        self.expand = icon_button("columns", wording.EXPAND_ALL, bordered=True)
        self._tally = Tally((), 0, 0)
        self._level = 0
        self._searching = False
        self._lay_out()
        self._connect()

    @property
    def filter(self) -> BoardFilter:
        """Whom the choices mean."""
        is_doubtful = self.states.currentData() == DOUBTFUL
        return BoardFilter(self.units.currentData(), self.sheets.currentData(), self._state(), is_doubtful)

    def offer_units(self, units: Sequence[tuple[UnitId, str]]) -> None:
        """The units that have people; the chosen one stays chosen. None to choose from: the choice is hidden."""
        _offer(self.units, wording.WHOLE_SCHOOL, units)
        self.units.setVisible(bool(units))

    def offer_sheets(self, sheets: Sequence[tuple[SheetId, str]]) -> None:
        """The criteria sheets, to choose from only if there are several."""
        _offer(self.sheets, wording.ALL_SHEETS, [(key, wording.sheet_name(code)) for key, code in sheets])
        self.sheets.setVisible(len(sheets) > 1)
        self._fit()

    def set_filter(self, wanted: BoardFilter) -> None:
        """Choose without telling anybody."""
        state = DOUBTFUL if wanted.doubtful else wanted.state
        for combo, key in ((self.units, wanted.unit), (self.sheets, wanted.sheet), (self.states, state)):
            with QSignalBlocker(combo):
                combo.setCurrentIndex(max(0, combo.findData(key)))
        self.units.setToolTip(self.units.currentText())
        self._mark_incomplete()
        self._fit()

    def show_tally(self, tally: Tally, active: StageKey) -> None:
        """How far the stages are; what the chips count belongs to the active one."""
        before, self._tally = self._tally, tally
        if tally.stages != before.stages:
            self._show_stages()
        self.stages.set_current(active)
        if tally != before:
            self._fit()

    def show_expanded(self, all_open: bool) -> None:
        """The button does the other thing now."""
        words = wording.COLLAPSE_ALL if all_open else wording.EXPAND_ALL
        self.expand.setToolTip(words)
        self.expand.setAccessibleName(words)

    def focus_search(self) -> None:
        """Ctrl+F."""
        self._searching = True
        self._fit()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def minimumSizeHint(self) -> QSize:
        """Long words must not keep the window wide."""
        return QSize(theme.px(LEAST_WIDTH), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other words."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        left: tuple[QWidget, ...] = (self.units, self.sheets, self.stages, self.states, self.search, self.search_button)
        right: tuple[QWidget, ...] = (self.invalid, self.incomplete, self.expand)
        self._parts = (*left, *right)
        self._set_gaps(is_narrow=False)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        self.states.addItem(icons.icon("filter", "text2", 16), wording.STATUS_ANY, None)
        for state in STATES:
            self.states.addItem(icons.icon("filter", "accentText", 16), wording.STATUS[state], state)
        self.states.addItem(icons.icon("filter", "accentText", 16), closing.DOUBTFUL, DOUBTFUL)
        for button in (self.invalid, self.incomplete):
            button.hide()
        self.search_button.hide()

    def _connect(self) -> None:
        for combo in (self.units, self.sheets, self.states):
            combo.currentIndexChanged.connect(self._on_choice)
        self.stages.picked.connect(self.stage_picked)
        self.search.searched.connect(self.searched)
        self.search.left.connect(self._leave_search)
        self.search_button.clicked.connect(self.focus_search)
        self.invalid.clicked.connect(self.problem_wanted)
        self.incomplete.clicked.connect(self._toggle_incomplete)
        self.expand.clicked.connect(self.expand_wanted)

    def _leave_search(self) -> None:
        self._searching = False
        self._fit()

    def _on_choice(self) -> None:
        self.units.setToolTip(self.units.currentText())
        self._fit()
        self._mark_incomplete()
        self.filter_changed.emit()

    def _toggle_incomplete(self) -> None:
        wanted = None if self._state() is Standing.MISSING else Standing.MISSING
        self.states.setCurrentIndex(self.states.findData(wanted))
        self._mark_incomplete()

    def _mark_incomplete(self) -> None:
        self.incomplete.setChecked(self._state() is Standing.MISSING)
        self._show_chips()

    def _state(self) -> Standing | None:
        """Qt hands an enum of words back as a plain word."""
        word = self.states.currentData()
        return None if word in (None, DOUBTFUL) else Standing(word)

    def _show_stages(self) -> None:
        named = wording.stage_choice_short if self._level >= STAGES else wording.stage_choice
        lock = "" if self._level >= LOCKS else "lock"
        self.stages.set_choices(
            [
                Choice(
                    one.stage,
                    named(place, one.stage),
                    wording.done_of(one.done, one.of),
                    wording.stage_tip(place, one.stage, one.done, one.of, self._tally.subject, is_closed=one.is_closed),
                    "success" if one.of and one.done == one.of else "",
                    lock if one.is_closed else "",
                )
                for place, one in enumerate(self._tally.stages, start=1)
            ]
        )

    def _show_chips(self) -> None:
        short = self._level >= CHIPS
        only_figures = self._level >= FIGURES
        invalid, incomplete = str(self._tally.invalid), str(self._tally.incomplete)
        self.invalid.setText(invalid if only_figures else wording.invalid_cells(self._tally.invalid, short=short))
        self.invalid.setAccessibleName(wording.invalid_cells(self._tally.invalid))
        self.invalid.setToolTip(wording.invalid_tip(self._tally.invalid))
        self.invalid.setVisible(self._tally.invalid > 0)
        count, of = self._tally.incomplete, self._tally.subject
        self.incomplete.setText(incomplete if only_figures else wording.incomplete_people(count, of, short=short))
        self.incomplete.setAccessibleName(wording.incomplete_people(count, of))
        self.incomplete.setToolTip(wording.incomplete_tip(count, of, only=self.incomplete.isChecked()))
        self.incomplete.setVisible(self._tally.incomplete > 0 or self.incomplete.isChecked())

    def _fit(self) -> None:
        """The longest words for which the line has room."""
        for level in range(LEVELS):
            self._set_level(level)
            if self._needed() <= self.width():
                break
        spare = max(0, self.width() - self._needed())
        chosen = min(_width_for(self.units, self.units.currentText()), theme.px(MOST_UNIT_WIDTH))
        missing = max(0, chosen - self.units.minimumWidth())
        self.units.setFixedWidth(self.units.minimumWidth() + min(spare, missing))

    def _needed(self) -> int:
        """Width of what is shown; asked of the widgets, for a layout learns of new words only later."""
        margins = self._row.contentsMargins()
        widths = [self._width_of(widget) for widget in self._parts if not widget.isHidden()]
        return sum(widths) + self._row.spacing() * len(widths) + margins.left() + margins.right()

    def _width_of(self, widget: QWidget) -> int:
        if widget is self.stages:
            hint = self.stages.minimumSizeHint() if self._level >= COUNTS else self.stages.sizeHint()
            return hint.width()
        fixed = (self.search, self.units, self.sheets, self.states)
        return widget.minimumWidth() if widget in fixed else widget.sizeHint().width()

    def _set_level(self, level: int) -> None:
        stages_change = any((level >= one) != (self._level >= one) for one in (STAGES, LOCKS))
        self._level = level
        if stages_change:
            self._show_stages()
        self._show_chips()
        self._set_gaps(is_narrow=level >= GAPS)
        self.sheets.setItemText(0, wording.ALL_SHEETS_SHORT if level >= SHEETS else wording.ALL_SHEETS)
        self.units.setFixedWidth(_width_for(self.units, wording.WHOLE_SCHOOL))
        self._show_sheets(is_sign=level >= SHEET_SIGN)
        whole = _width_for(self.states, wording.STATUS_ANY) + theme.px(20)
        self.states.setFixedWidth(theme.px(SIGN_WIDTH) if level >= SIGNS else whole)
        has_field = level < SEARCH or self._searching or bool(self.search.text())
        self.search.setVisible(has_field)
        self.search_button.setVisible(not has_field)

    def _show_sheets(self, *, is_sign: bool) -> None:
        """As a sign alone it is coloured while one sheet is chosen."""
        words = _width_for(self.sheets, self.sheets.itemText(0))
        self.sheets.setFixedWidth(theme.px(SIGN_WIDTH) if is_sign else words)
        self.sheets.setToolTip(self.sheets.currentText())
        for place in range(self.sheets.count()):
            role = "accentText" if place else "text2"
            self.sheets.setItemIcon(place, icons.icon("clipboard-list", role, 16) if is_sign else QIcon())

    def _set_gaps(self, *, is_narrow: bool) -> None:
        side = theme.px(8 if is_narrow else 16)
        self._row.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._row.setSpacing(theme.px(4 if is_narrow else 8))
        self.stages.set_padding(6 if is_narrow else PADDING)


class _Search(SearchBox):
    """Tells when the keyboard leaves it, so that an empty field can make room."""

    left = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.setMinimumWidth(theme.px(150))
        self.setMaximumWidth(theme.px(220))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    return combo


def _width_for(combo: QComboBox, words: str) -> int:
    """Room for the words, the arrow and the frame."""
    return combo.fontMetrics().horizontalAdvance(words) + theme.px(46)


def _offer(combo: QComboBox, everything: str, choices: Sequence[tuple[object, str]]) -> None:
    chosen = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItem(everything, None)
        for key, words in choices:
            combo.addItem(words, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
    longest = max((combo.fontMetrics().horizontalAdvance(words) for _, words in choices), default=0)
    combo.view().setMinimumWidth(longest + theme.px(48))


def _chip_button(icon: str, kind: str, role: str) -> QPushButton:
    button = push("", icon)
    button.setIcon(icons.icon(icon, role, 16, gap=4))
    button.setProperty("chip", kind)
    return button
