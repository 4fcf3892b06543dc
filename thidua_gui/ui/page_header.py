"""The strip above a page: title, its buttons, search, help; knows no page's inside."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from thidua_gui.text import shell
from thidua_gui.ui import theme
from thidua_gui.ui.search_field import SearchField
from thidua_gui.ui.widgets.buttons import icon_button
from thidua_gui.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from thidua_gui.ui.context import Context
    from thidua_gui.ui.page import Page


class PageHeader(QFrame):
    """56 px. The buttons belong to the page and are shown here while it is on screen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pageHeader", True)
        self.setFixedHeight(theme.px(56))
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.subtitle = ElidedLabel()
        self.subtitle.setProperty("role", "muted")
        self.search = SearchField(context)
        self.help = icon_button("help", shell.HELP, bordered=True)
        self._page: Page | None = None
        self._buttons: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(self.title)
        self._row.addWidget(self.subtitle, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 2)
        self._row.addWidget(self.help)

    def show_page(self, page: Page) -> None:
        """Take over a page's title and buttons."""
        self.title.setText(page.title())
        self.subtitle.setText(page.subtitle())
        buttons = page.header_widgets()
        if buttons == self._buttons:
            return
        self.clear()
        self._page, self._buttons = page, buttons
        for place, button in enumerate(buttons):
            self._row.insertWidget(3 + place, button)
            button.show()
        self._set_tab_order()

    def clear(self) -> None:
        """Give its buttons back to the page."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.setParent(self._page)
            button.hide()
        self._page, self._buttons = None, []

    def _set_tab_order(self) -> None:
        order = [*self._buttons, self.search, self.help]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
