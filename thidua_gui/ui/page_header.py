"""The strip above a page: title, its buttons, search, help; knows no page's inside."""

from __future__ import annotations

import itertools
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.search_field import SearchField
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.elided_label import ElidedLabel
from thidua_gui.ui.widgets.folding import fold, may_fold, unfold, words_of

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context
    from thidua_gui.ui.page import Page

_LEAST_SUBTITLE = 120


class Room(IntEnum):
    """What gives way, in this order, while the window is too narrow for everything."""

    WHOLE = 0
    NO_SUBTITLE = 1
    SEARCH_IS_A_SIGN = 2
    BUTTONS_ARE_SIGNS = 3
    TITLE_IS_CUT = 4


class _Words(ElidedLabel):
    """As wide as its words: a QLabel would never be narrower than the least width it was given for older ones."""

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, super().sizeHint().height())


class PageHeader(QFrame):
    """56 px. The buttons belong to the page and are shown here while it is on screen; nothing ever lies over another,
    and no button's word is cut. A search without room takes the place of the buttons while it lasts."""

    search_closed = Signal()
    """A search that had taken the buttons' place is over."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pageHeader", True)
        self.setFixedHeight(theme.px(56))
        self.title = _Words()
        self.title.setProperty("role", "title")
        self.subtitle = _Words()
        self.subtitle.setProperty("role", "muted")
        self.search = SearchField(context)
        self.search_button = icon_button("search", shell.SEARCH, bordered=True)
        self.search_button.setToolTip(shell.SEARCH_TIPS)
        self.help = icon_button("help", shell.HELP, bordered=True)
        self.room = Room.WHOLE
        self._page: Page | None = None
        self._buttons: list[QWidget] = []
        self._put_away: list[QWidget] = []
        self._searching = False
        self._fitted: object = None
        self._lay_out()
        self.search_button.clicked.connect(self.start_search)
        self.search.left.connect(lambda: QTimer.singleShot(0, self, self._end_search))

    def show_page(self, page: Page) -> None:
        """Take over a page's title and buttons."""
        self.title.setText(page.title())
        self.subtitle.setText(page.subtitle())
        buttons = page.header_widgets()
        if buttons != self._buttons:
            self.clear()
            self._page, self._buttons = page, buttons
            for place, button in enumerate(buttons):
                self._row.insertWidget(3 + place, button)
                button.show()
            self._set_tab_order()
        self._fit()

    def clear(self) -> None:
        """Give its buttons back to the page."""
        for button in self._buttons:
            if isinstance(button, QPushButton):
                unfold(button)
            button.setMinimumWidth(0)
            self._row.removeWidget(button)
            button.hide()
            button.setParent(self._page)
            button.hide()
        self._page, self._buttons, self._put_away, self._searching = None, [], [], False

    def start_search(self) -> None:
        """Ctrl+K, also where the search is only a sign."""
        if self.search.isHidden():
            self._searching = True
            self._put_away = [button for button in self._buttons if not button.isHidden()]
            self._fit()
        self.search.start()

    def search_pane(self) -> QWidget:
        """Where F6 finds the search."""
        return self.search_button if self.search.isHidden() else self.search

    def minimumSizeHint(self) -> QSize:
        """It never keeps the window from being made narrower: it gives way."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A page may give its buttons other words at any time."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _end_search(self) -> None:
        if not self._searching or self.search.hasFocus():
            return
        self._searching = False
        for button in self._put_away:
            button.show()
        self._put_away = []
        self._fit()
        self.search_closed.emit()

    def _fit(self) -> None:
        """The first step at which all of it has room; the same state is not measured twice."""
        if self._state() == self._fitted:
            return
        if self._searching:
            self._show_search_alone()
        else:
            for room in Room:
                self._give_way(room)
                if self._needed() <= self.width():
                    break
        self._fitted = self._state()

    def _state(self) -> object:
        words = [words_of(one) if isinstance(one, QPushButton) else one.sizeHint().width() for one in self._buttons]
        hidden = [one.isHidden() for one in self._buttons]
        ids = [id(one) for one in self._buttons]
        return self.width(), self.title.text(), self.subtitle.text(), words, hidden, ids, self._searching

    def _give_way(self, room: Room) -> None:
        self.room = room
        self.subtitle.setVisible(room < Room.NO_SUBTITLE and bool(self.subtitle.text()))
        self.subtitle.setMinimumWidth(min(theme.px(_LEAST_SUBTITLE), self.subtitle.sizeHint().width()))
        self.search.setVisible(room < Room.SEARCH_IS_A_SIGN)
        self.search_button.setVisible(room >= Room.SEARCH_IS_A_SIGN)
        for button in self._buttons:
            if isinstance(button, QPushButton) and may_fold(button):
                (fold if room >= Room.BUTTONS_ARE_SIGNS else unfold)(button)
            button.setMinimumWidth(0)
            button.setMinimumWidth(min(button.sizeHint().width(), button.maximumWidth()))
        self.title.setMinimumWidth(0 if room >= Room.TITLE_IS_CUT else self.title.sizeHint().width())

    def _show_search_alone(self) -> None:
        self.subtitle.hide()
        self.search_button.hide()
        for button in self._put_away:
            button.hide()
        self.search.show()

    def _needed(self) -> int:
        parts = [self.title, self.subtitle, *self._buttons, self.search, self.search_button, self.help]
        shown = [one for one in parts if not one.isHidden()]
        widths = [min(max(one.minimumWidth(), one.minimumSizeHint().width()), one.maximumWidth()) for one in shown]
        margins = self._row.contentsMargins()
        gaps = self._row.spacing() * (len(shown) - 1)
        return sum(widths) + gaps + margins.left() + margins.right()

    def _set_tab_order(self) -> None:
        order = [*self._buttons, self.search, self.search_button, self.help]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(self.title)
        self._row.addWidget(self.subtitle, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 2)
        self._row.addWidget(self.search_button)
        self._row.addWidget(self.help)
        self.search_button.hide()
