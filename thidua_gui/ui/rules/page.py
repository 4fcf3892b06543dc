"""Danh hiệu & quy định: what can be awarded, by which law, in which shares. Owns the keys; its views do the work."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.text import rules_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.rules.kinds_pane import KindsPane
from thidua_gui.ui.rules.packs_pane import PacksPane
from thidua_gui.ui.rules.pane import RulesPane
from thidua_gui.ui.rules.quotas_pane import QuotasPane
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.segmented import Choice, Segmented

PANES: tuple[type[RulesPane], ...] = (
    KindsPane,
    PacksPane,
    QuotasPane,
)  # fmt: skip
"""In the order of the switch and of Alt+1 to Alt+3."""


class RulesPage(Page):
    """`open_argument` takes a view's key, or a tuple of the key and what its `go_to` takes."""

    key: ClassVar[str] = "rules"
    icon: ClassVar[str] = "scale"
    tables: ClassVar[tuple[str, ...]] = tuple(dict.fromkeys(table for pane in PANES for table in pane.tables))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._outdated: set[str] = set()
        self.views = {pane.key: pane(context) for pane in PANES}
        self.switch = Segmented([Choice(pane.key, pane.words) for pane in PANES], name=wording.VIEWS)
        self._keys: dict[str, list[QAction]] = {}
        self._lay_out()
        self._connect()

    @property
    def view(self) -> RulesPane:
        """The view that is shown."""
        return self.views[str(self.switch.current())]

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return self.view.subtitle()

    def header_widgets(self) -> list[QWidget]:
        return self.view.header_widgets()

    def reload(self) -> None:
        self._outdated = set(self.views)
        self._load_shown()

    def show_loaded(self) -> None:
        """What lies in files may have changed since the last visit."""
        was_stale = self._stale
        super().show_loaded()
        if not was_stale:
            self._outdated |= {pane.key for pane in PANES if pane.reads_files}
            self._load_shown()

    def on_changes(self, changes: Changes) -> None:
        """Only the views that show what has changed are read again."""
        if not self.isVisible() or set(self.views) == self._outdated:
            super().on_changes(changes)
            return
        self._outdated |= {key for key, pane in self.views.items() if pane.tables and changes.touches(*pane.tables)}
        self._load_shown()

    def open_argument(self, argument: object) -> None:
        key, *place = argument if isinstance(argument, tuple) else (argument,)
        if key in self.views:
            self.show_view(str(key))
            if place:
                self.view.go_to(*place)

    def show_view(self, key: str) -> None:
        """As a click on the switch."""
        self.switch.set_current(key)
        self._show_view(key)
        first = self.first_pane()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        return [*self.view.panes(), self.switch]

    def _show_view(self, key: object) -> None:
        self._stack.setCurrentWidget(self.views[str(key)])
        for name, pane in self.views.items():
            for tool in pane.tools():
                tool.setVisible(name == key)
            for action in self._keys.get(name, ()):
                action.setEnabled(name == key)
        self._load_shown()
        self.heading_changed.emit()

    def _load_shown(self) -> None:
        if self.view.key in self._outdated:
            self._outdated.discard(self.view.key)
            self.view.load()

    def _on_heading(self, pane: RulesPane) -> None:
        if pane is self.view:
            self.heading_changed.emit()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.switch)
        tools.addStretch(1)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(10))
        column.addLayout(tools)
        column.addLayout(self._stack, 1)
        for pane in self.views.values():
            for tool in pane.tools():
                tools.addWidget(tool)
            self._stack.addWidget(pane)

    def _connect(self) -> None:
        self.switch.picked.connect(self._show_view)
        for place, (key, pane) in enumerate(self.views.items(), 1):
            pane.heading_changed.connect(partial(self._on_heading, pane))
            self._keys[key] = add_actions(self, pane.keys())
            add_actions(self, ((f"Alt+{place}", pane.words, partial(self.show_view, key)),))
        self._show_view(self.switch.current())
