"""The four tabs of the person panel: facts, awards, scores of the year, course of work. They write nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.person_detail import PersonDetail, PersonYear
from thidua_gui.text import people as wording
from thidua_gui.text.names import TEACHING_LEVELS
from thidua_gui.ui import theme
from thidua_gui.ui.forms.awards_timeline import AwardsTimeline
from thidua_gui.ui.forms.fact_list import FactList, Section
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.field import set_property


class PanelTab(QScrollArea):
    """A column that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QWidget()
        whole.setProperty("transparent", True)
        self.column = QVBoxLayout(whole)
        self.column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        self.column.setSpacing(theme.px(12))
        self.setWidget(whole)


class FactsTab(PanelTab):
    """Thông tin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = FactList()
        self.column.addWidget(self._facts)
        self.column.addStretch(1)

    def show_person(self, detail: PersonDetail, on: date, year: int) -> None:
        """All recorded facts; the year's own at the end."""
        facts = detail.facts
        work = [
            (wording.GROUP, facts.staff_group or ""),
            (wording.JOINED_ON, _day(facts.joined_on)),
            (wording.SENIORITY, _seniority(facts.joined_on, facts.left_on or on)),
        ]
        if detail.heads:
            work.append((wording.HEADS, "\n".join(detail.heads)))
        if facts.left_on is not None:
            work.append((wording.LEFT, f"{_day(facts.left_on)}\n{facts.left_reason or ''}".strip()))
        sections: list[Section] = [
            (
                wording.IDENTITY,
                [
                    (wording.PERSON_CODE, facts.code),
                    (wording.GENDER, facts.gender or ""),
                    (wording.BIRTHDAY, _day(facts.born_on)),
                    (wording.ETHNICITY, facts.ethnicity or ""),
                ],
            ),
            (wording.WORK, work),
            (wording.in_year(year), [] if detail.year is None else _of_year(detail.year)),
            (wording.NOTE, [(wording.NOTE, facts.note)] if facts.note else []),
        ]
        self._facts.show_sections(sections)


class Figure(QFrame):
    """A number over its words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tile", True)
        self.number = QLabel()
        self.number.setProperty("role", "tileNumber")
        self.words = QLabel(words)
        self.words.setProperty("role", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(9), theme.px(6), theme.px(6), theme.px(7))
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(self.words)

    def show_number(self, number: str, *, gold: bool = False) -> None:
        """Gold only for awards."""
        self.number.setText(number)
        set_property(self.number, "tone", "gold" if gold else "")


class AwardsTab(PanelTab):
    """Thành tích."""

    add_wanted = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.advanced = Figure(wording.ADVANCED_FIGURE)
        self.fighter = Figure(wording.FIGHTER_FIGURE)
        self.certificates = Figure(wording.CERTIFICATE_FIGURE)
        self.timeline = AwardsTimeline()
        self.add = push(wording.ADD_AWARD, kind="link")
        self._none = QLabel(wording.NO_AWARDS)
        self._none.setProperty("role", "muted")
        figures = QHBoxLayout()
        figures.setSpacing(theme.px(8))
        for figure in (self.advanced, self.fighter, self.certificates):
            figures.addWidget(figure, 1)
        self.column.addLayout(figures)
        self.column.addLayout(heading_row(wording.HISTORY, self.add))
        self.column.addWidget(self._none)
        self.column.addWidget(self.timeline)
        self.column.addStretch(1)
        self.add.clicked.connect(self.add_wanted)
        self.timeline.menu_wanted.connect(self.menu_wanted)

    def show_awards(self, rows: Sequence[AwardRow], detail: PersonDetail) -> None:
        """Figures and history."""
        self.advanced.show_number(wording.years(detail.advanced_years))
        fighter = detail.figures.fighter_titles
        self.fighter.show_number(str(fighter), gold=fighter > 0)
        self.certificates.show_number(str(detail.figures.certificates))
        self._none.setVisible(not rows)
        self.timeline.setVisible(bool(rows))
        self.timeline.show_awards(rows)


def heading_row(title: str, *widgets: QWidget) -> QHBoxLayout:
    """A small heading with links at its right."""
    row = QHBoxLayout()
    label = QLabel(title)
    label.setProperty("role", "tableStrong")
    row.addWidget(label)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _of_year(year: PersonYear) -> list[tuple[str, str]]:
    registered = "\n".join(mark.written for mark in year.registered)
    if registered and year.registered_on is not None:
        registered += "\n" + wording.on_day(date_text(year.registered_on))
    lines = [(wording.REGISTERED, registered or wording.NOT_REGISTERED)]
    if year.teaching:
        lines.append((wording.TEACHING, ", ".join(TEACHING_LEVELS[level] for level in year.teaching)))
    if year.initiatives:
        lines.append((wording.INITIATIVES, "\n".join(year.initiatives)))
    return lines


def _seniority(joined_on: date | None, on: date) -> str:
    if joined_on is None or joined_on > on:
        return ""
    years = on.year - joined_on.year - ((on.month, on.day) < (joined_on.month, joined_on.day))
    return wording.seniority(years)


def _day(day: date | None) -> str:
    return "" if day is None else date_text(day)
