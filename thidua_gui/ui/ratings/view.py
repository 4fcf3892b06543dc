"""What the page of ratings consists of: switches, counter, notices, grid, bars under it. Asks no service."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.vietnamese import grouped
from thidua_gui.services.rating_list import RatingList
from thidua_gui.text import names
from thidua_gui.text import ratings as wording
from thidua_gui.ui import theme
from thidua_gui.ui.forms.list_foot import BulkBar, CountLine
from thidua_gui.ui.ratings.cap_strip import CapStrip, PersonStrip
from thidua_gui.ui.ratings.columns import Around
from thidua_gui.ui.ratings.lines import Line, Showing, problem_counts
from thidua_gui.ui.ratings.rating_grid import RatingGrid
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.segmented import PADDING, Choice, Segmented

SUBJECTS = {SheetSubject.PERSON: wording.PEOPLE, SheetSubject.UNIT: wording.UNITS}
SHOWINGS = {
    Showing.ALL: wording.ALL,
    Showing.UNRATED: wording.UNRATED,
    Showing.DIFFERENT: wording.DIFFERENT,
    Showing.STALE: wording.STALE,
    Showing.ODD: wording.ODD,
}
LEAST_HEIGHT = 480
"""Lower than that, one line beside the count tells what the strip under the grid would."""
NARROW_PADDING = 5
"""Beside the words of the choices, so that their counts still have room in a narrow window."""
_WARNING = frozenset({Showing.STALE, Showing.ODD})


class RatingView(QWidget):
    """`rated` carries the rating picked in the bulk bar's menu."""

    rated = Signal(object)

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subjects = Segmented([Choice(key, words) for key, words in SUBJECTS.items()], name=wording.SUBJECTS)
        self.showing = Segmented([Choice(key, words) for key, words in SHOWINGS.items()], name=wording.FILTER)
        self.by_unit = icon_button("list-tree", wording.GROUP_BY_UNIT, bordered=True)
        self.by_unit.setCheckable(True)
        self.columns = icon_button("columns", wording.COLUMNS, bordered=True)
        self.cap = CapStrip()
        self.refusal = Banner(closable=True)
        self.notice = Banner()
        self.grid = RatingGrid(around)
        self.panel = GridPanel(self.grid)
        self.set_rating = push(wording.SET, "chart-bar")
        self.follow = push(wording.FOLLOW, "check")
        self.keep = push(wording.KEEP, "circle-check")
        self.keep.setToolTip(wording.KEEP_TIP)
        self.bulk_more = icon_button("dots-vertical", wording.MORE, bordered=True)
        self.bulk = BulkBar([self.set_rating, self.follow, self.keep, self.bulk_more])
        self.count = CountLine()
        self.person = PersonStrip()
        self.brief = ElidedLabel()
        self.brief.setProperty("role", "table")
        self.brief.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.brief.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._top = QHBoxLayout()
        self._lay_out()
        self.set_rating.clicked.connect(self._open_ratings)

    def show_counts(self, counts: Mapping[Showing, int], of: SheetSubject) -> None:
        """Beside each choice how many it shows; the order of steps concerns people alone."""
        self.by_unit.setVisible(of is SheetSubject.PERSON)
        offered = [one for one in Showing if of is SheetSubject.PERSON or one is not Showing.ODD]
        self.showing.set_choices(
            [
                Choice(one, SHOWINGS[one], grouped(counts[one]), count_role="warning" if _warns(one, counts) else "")
                for one in offered
            ]
        )
        self._fit_choices()

    def say_notice(self, shown: RatingList, counts: Mapping[Showing, int], lines: Sequence[Line]) -> None:
        """One at a time, the most severe first; a closed year can only be looked at."""
        problems = wording.year_problems(counts[Showing.ODD], problem_counts(lines), shown.council_on)
        if shown.is_closed:
            self.notice.say("in", wording.closed(shown.year), icon="lock")
        elif counts[Showing.STALE]:
            self.notice.say("wa", wording.stale(counts[Showing.STALE], shown.of), wording.SHOW_THEM)
        elif problems:
            self.notice.say("wa", problems, wording.SHOW_THEM)
        else:
            self.notice.silence()
        for widget in (self.set_rating, self.follow, self.keep, self.bulk_more, self.cap.note):
            widget.setEnabled(not shown.is_closed)
        self.keep.setVisible(counts[Showing.STALE] > 0)

    def rating_menu(self) -> QMenu:
        """The four ratings, and taking one back."""
        menu = QMenu(self)
        for key, rating in wording.KEYS.items():
            menu.addAction(f"&{key}  {wording.short(rating)} - {names.RATINGS[rating]}").triggered.connect(
                lambda _on, rating=rating: self.rated.emit(rating)
            )
        menu.addSeparator()
        menu.addAction(wording.WITHDRAW).triggered.connect(lambda: self.rated.emit(None))
        return menu

    def show_person(self, who: str, then: str, warning: str) -> None:
        """Under the grid; where the window is so low that the rows need the room, in brief beside the count."""
        self.person.show_person(who, then, warning)
        self.brief.setText(". ".join(part for part in (then, warning) if part))
        self._choose_strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_choices()
        self._choose_strip()

    def parts(self) -> Sequence[QWidget]:
        """In the order of Tab."""
        return self.subjects, self.showing, self.by_unit, self.columns, self.cap, self.grid, self.bulk

    def _choose_strip(self) -> None:
        is_low = self.height() < theme.px(LEAST_HEIGHT)
        self.person.setVisible(bool(self.person.who.text()) and not is_low)
        self.brief.setVisible(bool(self.brief.text()) and is_low)

    def _fit_choices(self) -> None:
        """Less room beside the words before any count goes."""
        both, top = (self.subjects, self.showing), self._top
        for padding in (PADDING, NARROW_PADDING):
            for choices in both:
                choices.set_padding(padding)
            buttons = [one for one in (self.by_unit, self.columns) if not one.isHidden()]
            needed = sum(one.sizeHint().width() for one in (*both, *buttons)) + top.spacing() * (len(buttons) + 2)
            if needed <= self.contentsRect().width() - 2 * theme.px(16):
                break

    def _open_ratings(self) -> None:
        menu = self.rating_menu()
        menu.popup(self.set_rating.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))

    def _lay_out(self) -> None:
        top = self._top
        top.setSpacing(theme.px(12))
        top.addWidget(self.subjects)
        top.addWidget(self.showing)
        top.addStretch(1)
        top.addWidget(self.by_unit)
        top.addWidget(self.columns)
        frame = QFrame()
        framed = QVBoxLayout(frame)
        framed.setContentsMargins(0, 0, 0, 0)
        framed.setSpacing(0)
        framed.addWidget(self.panel, 1)
        framed.addWidget(self.bulk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(10))
        whole.setSpacing(theme.px(8))
        whole.addLayout(top)
        for widget in (self.cap, self.refusal, self.notice):
            whole.addWidget(widget)
        whole.addWidget(frame, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(16))
        foot.addWidget(self.count)
        foot.addWidget(self.brief, 1)
        whole.addLayout(foot)
        whole.addWidget(self.person)
        for before, after in itertools.pairwise(self.parts()):
            QWidget.setTabOrder(before, after)


def _warns(one: Showing, counts: Mapping[Showing, int]) -> bool:
    return one in _WARNING and counts[one] > 0
