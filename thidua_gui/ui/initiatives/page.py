"""Sáng kiến & dạy giỏi: initiatives with what they served, and excellent-teaching awards. Its views do the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import InitiativeId
from thidua_gui.services import initiatives, teaching_awards
from thidua_gui.text import initiatives_page as wording
from thidua_gui.text import lists as list_wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.initiatives.initiative_pane import InitiativePane
from thidua_gui.ui.initiatives.list_pane import ListPane
from thidua_gui.ui.initiatives.teaching_pane import TeachingPane
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.segmented import Choice, Segmented

INITIATIVES, TEACHING = "initiatives", "teaching"
VIEWS = ((INITIATIVES, wording.INITIATIVES_VIEW), (TEACHING, wording.TEACHING_VIEW))
_TABLES = {INITIATIVES: initiatives.TABLES, TEACHING: teaching_awards.TABLES}


class InitiativesPage(Page):
    """A view reloads while it is shown, or on its next visit; `open_argument` takes a view's key or an initiative."""

    key: ClassVar[str] = "initiatives"
    icon: ClassVar[str] = "bulb"
    tables: ClassVar[tuple[str, ...]] = tuple(dict.fromkeys((*initiatives.TABLES, *teaching_awards.TABLES)))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._outdated: set[str] = set()
        self.initiatives = InitiativePane(context)
        self.teaching = TeachingPane(context)
        self.views: dict[str, ListPane[Any]] = {INITIATIVES: self.initiatives, TEACHING: self.teaching}
        self.switch = Segmented([Choice(key, words) for key, words in VIEWS], name=wording.VIEWS)
        self.no_year = EmptyState("bulb", wording.NO_YEAR, wording.NO_YEAR_WHY, wording.NO_YEAR_VERB)
        self._lay_out()
        self._connect()

    @property
    def view(self) -> ListPane[Any]:
        """The view that is shown."""
        return self.views[str(self.switch.current())]

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return "" if self.context.campaign_id is None else self.view.subtitle()

    def header_widgets(self) -> list[QWidget]:
        return [] if self.context.campaign_id is None else [self.view.add_button]

    def reload(self) -> None:
        self._outdated = set(self.views)
        self._whole.setCurrentIndex(1 if self.context.campaign_id is None else 0)
        self._load_shown()
        self.heading_changed.emit()

    def on_changes(self, changes: Changes) -> None:
        """Only the views whose tables were touched are read again, the hidden one on its next visit."""
        touched = {key for key, tables in _TABLES.items() if changes.touches(*tables)}
        if not self.isVisible():
            super().on_changes(changes)
        elif touched:
            self._outdated |= touched
            self._load_shown()

    def open_argument(self, argument: object) -> None:
        if argument in self.views:
            self.show_view(str(argument))
        elif isinstance(argument, int):
            self.show_view(INITIATIVES)
            self.initiatives.show_initiative(InitiativeId(argument))

    def show_view(self, key: str) -> None:
        """As a click on the switch."""
        self.switch.set_current(key)
        self._show_view(key)

    def panes(self) -> list[QWidget]:
        return [self.view.grid, self.view.states, self.switch]

    def _show_view(self, key: object) -> None:
        for name, pane in self.views.items():
            for tool in (*pane.tools(), pane.view_button):
                tool.setVisible(name == key)
        self._stack.setCurrentWidget(self.view)
        self._load_shown()
        self.heading_changed.emit()

    def _load_shown(self) -> None:
        if self.view.key in self._outdated and self.context.campaign_id is not None:
            self._outdated.discard(self.view.key)
            self.view.load()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.switch)
        tools.addStretch(1)
        self._stack = QStackedLayout()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(10))
        column.addLayout(tools)
        column.addLayout(self._stack, 1)
        for pane in self.views.values():
            for tool in (*pane.tools(), pane.view_button):
                tools.addWidget(tool)
            self._stack.addWidget(pane)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(inside)
        self._whole.addWidget(self.no_year)
        self._show_view(self.switch.current())

    def _connect(self) -> None:
        self.switch.picked.connect(self._show_view)
        self.no_year.acted.connect(lambda: self.context.bus.navigate.emit("importing", None))
        for pane in self.views.values():
            pane.heading_changed.connect(partial(self._on_heading, pane))
        numbered = [
            (f"Alt+{place}", words, partial(self.show_view, key)) for place, (key, words) in enumerate(VIEWS, 1)
        ]
        add_actions(self, (
            ("Ctrl+N", wording.KEY_NEW, self._in_view(lambda view: view.add_new())),
            ("Ctrl+F", wording.FIND, self._in_view(lambda view: view.start_finding())),
            ("Ctrl+E", list_wording.EXPORT, self._in_view(lambda view: view.export())),
            ("Ctrl+P", list_wording.PRINT, self._in_view(lambda view: view.print_out())),
            ("Ctrl+Shift+L", wording.FILTER_ROW, self._in_view(lambda view: view.toggle_filter_row())),
            *numbered,
        ))  # fmt: skip

    def _on_heading(self, pane: ListPane[Any]) -> None:
        if pane is self.view:
            self.heading_changed.emit()

    def _in_view(self, act: Callable[[ListPane[Any]], None]) -> Callable[[], None]:
        return lambda: act(self.view)
