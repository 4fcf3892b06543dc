"""Sidebar, header and pages over one open data file; knows pages only as entries of a registry."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from thidua_gui.ui import theme
from thidua_gui.ui.navigation import PageEntry
from thidua_gui.ui.page_header import PageHeader
from thidua_gui.ui.sidebar import Sidebar

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes
    from thidua_gui.services.campaigns import CampaignSummary
    from thidua_gui.ui.context import Context
    from thidua_gui.ui.file_session import Opened
    from thidua_gui.ui.page import Page

RAIL_BELOW = 1400
"""Logical width of the window, at letters of 100 %, below which the sidebar is a rail of icons."""
START_PAGE = "overview"


class Workspace(QWidget):
    """Made when a file is opened, thrown away when it is closed."""

    page_shown = Signal(str)

    def __init__(self, context: Context, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.entries = {entry.key: entry for entry in entries}
        self.sidebar = Sidebar(entries, may_add_year="importing" in self.entries)
        self.header = PageHeader(context)
        self.stack = QStackedWidget()
        self.pages: dict[str, Page] = {}
        self._wants_rail: bool | None = None
        self._awaited_year: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self._connect()

    def show_file(self, opened: Opened) -> None:
        """Fill the sidebar and show the first page."""
        self.sidebar.set_school(opened.school)
        saved_year = self.context.settings.number("last/year", 0)
        current = next((one for one in opened.campaigns if one.year == saved_year), None)
        self._show_years(opened.campaigns, current or next(iter(opened.campaigns), None))
        saved_page = self.context.settings.text("last/page", START_PAGE)
        for key in (saved_page, START_PAGE, *self.entries):
            if key in self.entries:
                self.open_page(key)
                break
        self.setFocus()

    def open_page(self, key: str, argument: object = None) -> None:
        """Show a page, making it on its first visit."""
        entry = self.entries.get(key)
        if entry is None:
            return
        page = self.pages.get(key) or self._make(entry)
        if page is not self.stack.currentWidget():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # or the stack hands the keys to the page's first button
        self.stack.setCurrentWidget(page)
        self.fit_sidebar(self.window().width())
        self.header.show_page(page)
        self.sidebar.set_current(key)
        self.context.settings.put_text("last/page", key)
        page.show_loaded()
        if argument is not None:
            page.open_argument(argument)
        self._focus(page)
        self.page_shown.emit(key)

    def current_page(self) -> Page | None:
        """The page on screen."""
        shown = self.stack.currentWidget()
        return next((page for page in self.pages.values() if page is shown), None)

    def toggle_rail(self) -> None:
        """Ctrl+B: the other width, until the window's width crosses the limit."""
        self._wants_rail = not self.sidebar.is_rail
        self.sidebar.set_rail(self._wants_rail)

    def fit_sidebar(self, window_width: int) -> None:
        """A narrow window, or a page that wants the room, gets the rail unless the user chose otherwise."""
        page = self.current_page()
        narrow = window_width < theme.px(RAIL_BELOW) or (page is not None and page.wants_room)
        wanted = narrow if self._wants_rail is None else self._wants_rail
        if wanted != self.sidebar.is_rail:
            self.sidebar.set_rail(wanted)

    def panes(self) -> list[QWidget]:
        """Where F6 goes, in order."""
        page = self.current_page()
        return [self.sidebar.list, self.header.search_pane(), *(page.panes() if page is not None else [])]

    def _focus(self, page: Page) -> None:
        """Keys go to the page at once: to its first pane, unless the page has chosen itself."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is None or not page.isAncestorOf(focused):
            (page.first_pane() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, entry: PageEntry) -> Page:
        page = entry.make(self.context)
        page.heading_changed.connect(lambda: self._on_heading(page))
        self.pages[entry.key] = page
        self.stack.addWidget(page)
        return page

    def _show_years(self, campaigns: Sequence[CampaignSummary], current: CampaignSummary | None) -> None:
        self.sidebar.years.set_campaigns(campaigns, current)
        self.sidebar.rail_year.setText("" if current is None else str(current.year))
        self.sidebar.model.set_year(None if current is None else current.year)
        self.context.campaign = current

    def _choose_year(self, campaign: CampaignSummary) -> None:
        self._show_years(self.sidebar.years.campaigns, campaign)
        self.context.settings.put_number("last/year", campaign.year)
        self.context.bus.year_changed.emit(campaign.year)
        self._show_heading()

    def _show_heading(self) -> None:
        page = self.current_page()
        if page is not None:
            self.header.show_page(page)

    def _want_year(self, year: int) -> None:
        wanted = next((one for one in self.sidebar.years.campaigns if one.year == year), None)
        self._awaited_year = year if wanted is None else None
        if wanted is not None and wanted != self.context.campaign:
            self._choose_year(wanted)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches("campaigns", "units"):
            from thidua_gui.services import campaigns, school

            self.context.jobs.run(lambda _: (school.name(), campaigns.campaigns()), self._reload_years)

    def _reload_years(self, read: tuple[str, tuple[CampaignSummary, ...]]) -> None:
        school_name, campaigns = read
        before = self.context.campaign
        same = next((one for one in campaigns if before is not None and one.id == before.id), None)
        awaited = next((one for one in campaigns if one.year == self._awaited_year), None)
        self._awaited_year = None if awaited is not None else self._awaited_year
        current = awaited or same or next(iter(campaigns), None)
        self.sidebar.set_school(school_name)
        self._show_years(campaigns, current)
        if current != before and current is not None:
            self.context.bus.year_changed.emit(current.year)
            self._show_heading()

    def _on_heading(self, page: Page) -> None:
        if page is self.stack.currentWidget():
            self.header.show_page(page)
            if self.window().focusWidget() is self:
                self._focus(page)

    def _on_search_closed(self) -> None:
        page = self.current_page()
        if page is not None and self.window().focusWidget() in (None, self.header.search):
            self._focus(page)

    def _on_new_year(self) -> None:
        from thidua_gui.ui.year_dialogs import ask_for_new_year

        ask_for_new_year(self.context, self)

    def _on_year_state(self) -> None:
        from thidua_gui.ui.year_dialogs import ask_for_state

        if self.context.campaign is not None:
            ask_for_state(self.context, self, self.context.campaign)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)
        order = (self.sidebar.school, self.sidebar.years, self.sidebar.list, self.sidebar.fold_button)
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.sidebar.opened.connect(self.open_page)
        self.sidebar.toggled.connect(self.toggle_rail)
        self.sidebar.years.chosen.connect(self._choose_year)
        self.sidebar.years.wants_new.connect(self._on_new_year)
        self.sidebar.years.wants_import.connect(lambda: self.open_page("importing"))
        self.sidebar.years.wants_state.connect(self._on_year_state)
        self.header.search_closed.connect(self._on_search_closed)
        self.context.bus.navigate.connect(self.open_page)
        self.context.bus.year_wanted.connect(self._want_year)
        self.context.bus.changed.connect(self._on_changes)
