"""Tập thể & nhà trường: the year's results of units and of the school. Owns the keys; its views do the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId
from thidua_gui.services import collectives, registrations, school_results
from thidua_gui.services.collectives import Collectives
from thidua_gui.services.school_results import ResultLine
from thidua_gui.text import collectives as wording
from thidua_gui.text import lists as list_wording
from thidua_gui.ui import theme
from thidua_gui.ui.collectives.school_pane import SchoolPane
from thidua_gui.ui.collectives.units_pane import UnitsPane
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.segmented import Choice, Segmented

UNITS, SCHOOL = "units", "school"
VIEWS = ((UNITS, wording.UNITS_VIEW), (SCHOOL, wording.SCHOOL_VIEW))
RESULTS = "school_results"
Seen = tuple[Collectives, tuple[ResultLine, ...]]


class CollectivesPage(Page):
    """`open_argument` takes a view's key, or the id of a unit."""

    key: ClassVar[str] = "collectives"
    icon: ClassVar[str] = "school"
    tables: ClassVar[tuple[str, ...]] = tuple(dict.fromkeys((
        *registrations.TABLES, RESULTS, "unit_votes", "campaigns", "units", "people", "memberships", "scores", "stages",
        "ratings", "rating_thresholds", "settings", "criteria", "criteria_sheets", "criteria_sheet_groups",
        "criteria_sheet_units", "draft_inputs",
    )))  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: Collectives | None = None
        self.switch = Segmented([Choice(key, words) for key, words in VIEWS], name=wording.VIEWS)
        self.banner = Banner()
        self.units = UnitsPane(context)
        self.school = SchoolPane(context)
        self.no_year = EmptyState("school", wording.NO_YEAR, wording.NO_YEAR_WHY)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        seen = self._seen
        return "" if seen is None else wording.subtitle(seen.year, len(seen.rows))

    def reload(self) -> None:
        campaign_id = self.context.campaign_id
        self._whole.setCurrentIndex(1 if campaign_id is None else 0)
        if campaign_id is None:
            self._seen = None
            self.heading_changed.emit()
        else:
            self.context.jobs.run(lambda _: _read(campaign_id), self._show)

    def on_changes(self, changes: Changes) -> None:
        """New results alone do not read the whole year again."""
        others = [table for table in self.tables if table != RESULTS]
        seen = self._seen
        if changes.touches(*others) or not self.isVisible() or seen is None:
            super().on_changes(changes)
        elif changes.touches(RESULTS):
            self.context.jobs.run(
                lambda _: school_results.results(seen.campaign_id), lambda lines: self.school.show_results(seen, lines)
            )

    def open_argument(self, argument: object) -> None:
        if argument in (UNITS, SCHOOL):
            self.show_view(str(argument))
        elif isinstance(argument, int):
            self.show_view(UNITS)
            self.units.go_to(argument)

    def show_view(self, key: str) -> None:
        """As a click on the switch."""
        self.switch.set_current(key)
        self._show_view(key)
        first = self.first_pane()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        grid = self.units.grid if self._shows_units() else self.school.results.grid
        return [grid, self.switch]

    def _shows_units(self) -> bool:
        return self.switch.current() == UNITS

    def _show(self, found: Seen) -> None:
        seen, lines = found
        if seen.campaign_id != self.context.campaign_id:
            return
        self._seen = seen
        self.units.show_seen(seen)
        self.school.show_seen(seen, lines)
        if seen.is_closed:
            self.banner.say("in", wording.CLOSED.format(year=seen.year), icon="lock")
        else:
            self.banner.silence()
        self.heading_changed.emit()

    def _show_view(self, key: object) -> None:
        self._stack.setCurrentWidget(self.units if key == UNITS else self.school)
        for tool in self.units.tools():
            tool.setVisible(key == UNITS)
        for action in self._of_units:
            action.setEnabled(key == UNITS)
        for action in self._of_school:
            action.setEnabled(key == SCHOOL)

    def _register(self) -> None:
        self.units.register()

    def _print(self) -> None:
        self._put_out(list_output.preview)

    def _export(self) -> None:
        self._put_out(list_output.save_excel)

    def _put_out(self, output: Callable[..., None]) -> None:
        """The list of the view on screen."""
        seen = self._seen
        if seen is not None:
            shown = self.units.shown() if self._shows_units() else self.school.results.shown(seen.year)
            output(self, self.context, shown)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        tools.addWidget(self.switch)
        tools.addStretch(1)
        for tool in self.units.tools():
            tools.addWidget(tool)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.units)
        self._stack.addWidget(self.school)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(10))
        column.addWidget(self.banner)
        column.addLayout(tools)
        column.addWidget(holder, 1)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(inside)
        self._whole.addWidget(self.no_year)

    def _connect(self) -> None:
        units, results = self.units, self.school.results
        self.switch.picked.connect(self._show_view)
        self._of_units = add_actions(self, (
            ("Ctrl+F", wording.FIND, units.start_finding),
            ("Ctrl+Shift+B", wording.VOTES, units.open_votes),
            ("Ctrl+Shift+X", wording.RATE, units.rate),
        ))  # fmt: skip
        self._of_school = add_actions(self, (("Ctrl+N", wording.RESULT_ADD, results.add),))
        add_actions(self, (
            ("Ctrl+Shift+D", wording.REGISTER, self._register),
            ("Ctrl+Shift+M", wording.SCORE, self._score),
            ("Ctrl+E", list_wording.EXPORT, self._export),
            ("Ctrl+P", list_wording.PRINT, self._print),
            *((f"Alt+{place}", words, partial(self.show_view, key)) for place, (key, words) in enumerate(VIEWS, 1)),
        ))  # fmt: skip
        self._show_view(self.switch.current())

    def _score(self) -> None:
        if self._shows_units():
            self.units.score()
        else:
            self.school.open_sheet()


def _read(campaign_id: CampaignId) -> Seen:
    return collectives.collectives(campaign_id), school_results.results(campaign_id)
