"""Kế hoạch & chỉ tiêu: the year's plan and its targets, one view at a time. Owns the keys; the views do the work."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from importlib.util import find_spec
from typing import ClassVar, Literal

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.text import plan as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.plan.year_view import YearView
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.segmented import Choice, Segmented

PLAN, TARGETS = "plan", "targets"
VIEWS = ((PLAN, "text_view", "TextView"), (TARGETS, "targets_view", "TargetsView"))


class PlanPage(Page):
    """A view is made on its first visit and reloads only while it is shown; `open_argument("targets")` shows one."""

    key: ClassVar[str] = "plan"
    icon: ClassVar[str] = "target"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._made: dict[str, YearView] = {}
        self._outdated: set[str] = set()
        choices = [Choice(key, wording.VIEWS[key]) for key, module, _ in VIEWS if find_spec(_path(module)) is not None]
        self.switch = Segmented(choices, name=wording.SWITCH)
        self._stack = QStackedWidget()
        self._lay_out()
        self.switch.picked.connect(self._on_picked)
        self._add_actions()
        self._view_of(str(self.switch.current()))

    @property
    def view(self) -> YearView:
        """The view that is shown."""
        return self._made[str(self.switch.current())]

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return self.view.subtitle()

    def header_widgets(self) -> list[QWidget]:
        return self.view.header_widgets()

    def panes(self) -> list[QWidget]:
        return [*self.view.panes(), self.switch] if self.view.panes() else super().panes()

    def reload(self) -> None:
        self._outdated = set(self._made)
        self._load_shown()

    def on_changes(self, changes: Changes) -> None:
        """A view that is not shown waits for its next visit."""
        touched = {key for key, view in self._made.items() if changes.touches(*view.tables)}
        self._outdated |= touched
        if not self.isVisible():
            self._stale = self._stale or bool(touched)
        elif str(self.switch.current()) in touched:
            self._load_shown()

    def open_argument(self, argument: object) -> None:
        """The name of a view, or whatever one of the views knows."""
        keys = [str(segment.choice.key) for segment in self.switch.segments()]
        if argument in keys:
            self.show_view(str(argument))
            return
        for key in keys:
            if self._view_of(key).open_argument(argument):
                self.show_view(key)
                return

    def show_view(self, key: str) -> None:
        """As a click on the switch."""
        self.switch.set_current(key)
        self._on_picked(key)

    def _on_picked(self, key: object) -> None:
        self._stack.setCurrentWidget(self._view_of(str(key)))
        if str(key) in self._outdated:
            self._load_shown()
        self.heading_changed.emit()

    def _load_shown(self) -> None:
        self._outdated.discard(str(self.switch.current()))
        self.view.reload(self.context.campaign_id)
        self.heading_changed.emit()

    def _view_of(self, key: str) -> YearView:
        if key not in self._made:
            _, module, name = next(view for view in VIEWS if view[0] == key)
            kind: type[YearView] = getattr(importlib.import_module(_path(module)), name)
            view = kind(self.context)
            view.heading_changed.connect(lambda: self._on_heading(key))
            self._made[key] = view
            self._outdated.add(key)
            self._stack.addWidget(view)
        return self._made[key]

    def _on_heading(self, key: str) -> None:
        if key == self.switch.current():
            self.heading_changed.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        top.addWidget(self.switch)
        top.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)

    def _add_actions(self) -> None:
        """Done by whichever view is shown when the keys are struck."""
        add_actions(
            self,
            (
                ("Ctrl+N", wording.KEY_NEW, self._with_view("add_new")),
                ("Ctrl+F", wording.KEY_FIND, self._with_view("start_finding")),
                ("Ctrl+P", wording.KEY_PRINT, self._with_view("print_out")),
                ("Ctrl+E", wording.KEY_EXPORT, self._with_view("export")),
                ("Ctrl+Tab", wording.KEY_SWITCH, self._show_other),
            ),
        )

    def _with_view(self, act: Literal["add_new", "start_finding", "print_out", "export"]) -> Callable[[], None]:
        def done() -> None:
            getattr(self.view, act)()

        return done

    def _show_other(self) -> None:
        keys = [str(segment.choice.key) for segment in self.switch.segments()]
        self.show_view(keys[(keys.index(str(self.switch.current())) + 1) % len(keys)])


def _path(module: str) -> str:
    return f"thidua_gui.ui.plan.{module}"
