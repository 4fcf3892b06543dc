"""Đăng ký thi đua: people, collectives with the school, the units' launches. Owns the keys; its views do the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.registering import Side
from thidua_gui.services import launches, registrations
from thidua_gui.text import lists as list_wording
from thidua_gui.text import registration as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.registration.entry_pane import EntryPane
from thidua_gui.ui.registration.launch_pane import LaunchPane
from thidua_gui.ui.registration.registration_pane import RegistrationPane
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.segmented import Choice, Segmented

LAUNCH = "launch"
VIEWS = (
    (Side.PEOPLE.value, wording.PEOPLE_VIEW),
    (Side.UNITS.value, wording.UNITS_VIEW),
    (LAUNCH, wording.LAUNCH_VIEW),
)


class RegistrationPage(Page):
    """A view reloads while it is shown, or on its next visit; `open_argument` takes a view's key, or a pair of the
    key and a state to list ("missing", "late", "wrong")."""

    key: ClassVar[str] = "registration"
    icon: ClassVar[str] = "writing-sign"
    tables: ClassVar[tuple[str, ...]] = tuple(dict.fromkeys((*registrations.TABLES, *launches.TABLES)))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._own: Changes | None = None
        self._outdated: set[str] = set()
        self.people = RegistrationPane(context, Side.PEOPLE)
        self.units = RegistrationPane(context, Side.UNITS)
        self.launches = LaunchPane(context)
        self.views: dict[str, EntryPane[Any]] = {pane.key: pane for pane in (self.people, self.units, self.launches)}
        self.switch = Segmented([Choice(key, words) for key, words in VIEWS], name=wording.VIEWS)
        self.no_year = EmptyState("writing-sign", wording.NO_YEAR, wording.NO_YEAR_WHY, wording.NO_YEAR_VERB)
        self._lay_out()
        self._connect()

    @property
    def view(self) -> EntryPane[Any]:
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

    def on_changes(self, changes: Changes) -> None:
        """A view that has renewed its own rows is not read again; the others are, on their next visit."""
        if changes is self._own:
            self._own = None
            self._outdated = set(self.views) - {self.view.key}
            return
        super().on_changes(changes)

    def open_argument(self, argument: object) -> None:
        key, state = argument if isinstance(argument, tuple) else (argument, None)
        if key in self.views:
            self.show_view(str(key))
            if state is not None:
                self.view.filter_state(state)

    def show_view(self, key: str) -> None:
        """As a click on the switch."""
        self.switch.set_current(key)
        self._show_view(key)

    def panes(self) -> list[QWidget]:
        return [self.view.grid, self.view.states, self.switch]

    def _show_view(self, key: object) -> None:
        for name, pane in self.views.items():
            for tool in pane.tools():
                tool.setVisible(name == key)
        self._stack.setCurrentWidget(self.view)
        self._tools.addWidget(self.view.view_button)
        for name, pane in self.views.items():
            pane.view_button.setVisible(name == key)
        self._load_shown()
        self.heading_changed.emit()

    def _load_shown(self) -> None:
        if self.view.key in self._outdated and self.context.campaign_id is not None:
            self._outdated.discard(self.view.key)
            self.view.load()

    def _own_change(self, changes: Changes) -> None:
        self._own = changes

    def _on_heading(self, pane: EntryPane[Any]) -> None:
        if pane is self.view:
            self.heading_changed.emit()

    def _lay_out(self) -> None:
        self._tools = QHBoxLayout()
        self._tools.setSpacing(theme.px(8))
        self._tools.addWidget(self.switch)
        self._tools.addStretch(1)
        self._stack = QStackedLayout()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(10))
        column.addLayout(self._tools)
        column.addLayout(self._stack, 1)
        for pane in self.views.values():
            for tool in (*pane.tools(), pane.view_button):
                self._tools.addWidget(tool)
            self._stack.addWidget(pane)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(inside)
        self._whole.addWidget(self.no_year)
        self._show_view(self.switch.current())

    def _connect(self) -> None:
        self.switch.picked.connect(self._show_view)
        self.no_year.acted.connect(lambda: self.context.bus.navigate.emit("importing", None))
        for pane in self.views.values():
            pane.own_change.connect(self._own_change)
            pane.heading_changed.connect(lambda pane=pane: self._on_heading(pane))
        self._add_keys()

    def _add_keys(self) -> None:
        """Each does its work in whichever view is shown when it is struck."""
        numbered = [
            (f"Alt+{place}", words, partial(self.show_view, key)) for place, (key, words) in enumerate(VIEWS, 1)
        ]
        add_actions(self, (
            ("Ctrl+N", wording.KEY_NEW, self._in_view(lambda view: view.add_new())),
            ("Ctrl+F", wording.FIND, self._in_view(lambda view: view.start_finding())),
            ("Ctrl+;", wording.TODAY, self._in_view(lambda view: view.put_today())),
            ("Ctrl+E", list_wording.EXPORT, self._in_view(lambda view: view.export())),
            ("Ctrl+P", list_wording.PRINT, self._in_view(lambda view: view.print_out())),
            ("Ctrl+Shift+P", wording.PRINT_MENU, self._in_view(lambda view: view.open_papers())),
            ("Ctrl+Shift+L", wording.FILTER_ROW, self._in_view(lambda view: view.toggle_filter_row())),
            *numbered,
        ))  # fmt: skip

    def _in_view(self, act: Callable[[EntryPane[Any]], None]) -> Callable[[], None]:
        return lambda: act(self.view)
