"""Chuyên đề & đột xuất: thematic and short movements, and what is commended at once. Owns the keys of its views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.services import commendations, movements
from thidua_gui.services.awards import AwardRow
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.commendation_rules import LawNote, law_note
from thidua_gui.services.movements import MovementLine
from thidua_gui.text import lists as list_wording
from thidua_gui.text import movements as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.movements.awards_pane import AwardsPane
from thidua_gui.ui.movements.list_pane import ListPane
from thidua_gui.ui.movements.movements_pane import MovementsPane
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.segmented import Choice, Segmented

MOVEMENTS, AWARDS = "movements", "awards"


@dataclass(frozen=True, slots=True)
class _Seen:
    lines: tuple[MovementLine, ...]
    rows: tuple[AwardRow, ...]
    note: LawNote


class MovementsPage(Page):
    """`open_argument` takes the key of a view."""

    key: ClassVar[str] = "movements"
    icon: ClassVar[str] = "speakerphone"
    tables: ClassVar[tuple[str, ...]] = tuple(dict.fromkeys((*movements.TABLES, *commendations.TABLES)))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.movements, self.awards = MovementsPane(context), AwardsPane(context)
        self.views: dict[str, ListPane[Any]] = {MOVEMENTS: self.movements, AWARDS: self.awards}
        choices = (Choice(MOVEMENTS, wording.MOVEMENTS_VIEW), Choice(AWARDS, wording.AWARDS_VIEW))
        self.switch = Segmented(choices, name=wording.VIEWS)
        self.banner = Banner()
        self.no_year = EmptyState("calendar", wording.NO_YEAR, wording.NO_YEAR_WHY)
        self._lay_out()
        self._connect()

    @property
    def view(self) -> MovementsPane | AwardsPane:
        """The view that is shown."""
        return self.awards if self.switch.current() == AWARDS else self.movements

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return "" if self.context.campaign_id is None else self.view.subtitle()

    def header_widgets(self) -> list[QWidget]:
        return [] if self.context.campaign_id is None else self.view.header_widgets()

    def panes(self) -> list[QWidget]:
        return [self.view.grid, self.switch]

    def reload(self) -> None:
        campaign_id, today, year = self.context.campaign_id, self.context.clock().date(), self.context.year
        self._whole.setCurrentIndex(1 if campaign_id is None else 0)
        if campaign_id is not None:
            self.context.jobs.run(lambda _: _read(campaign_id, year, today), self._show)

    def open_argument(self, argument: object) -> None:
        if argument in self.views:
            self.show_view(str(argument))

    def show_view(self, key: str) -> None:
        """As a click on the switch."""
        self.switch.set_current(key)
        self._show_view()

    def _show(self, seen: _Seen) -> None:
        is_closed = self._is_closed()
        self.movements.show_rows(seen.lines, may_write=not is_closed)
        self.awards.show_year(seen.rows, seen.lines, seen.note, may_write=not is_closed)
        if is_closed:
            self.banner.say("in", wording.CLOSED.format(year=self.context.year), icon="lock")
        else:
            self.banner.silence()
        self.heading_changed.emit()

    def _is_closed(self) -> bool:
        campaign = self.context.campaign
        return campaign is not None and campaign.state is CampaignState.CLOSED

    def _show_view(self) -> None:
        for pane in self.views.values():
            for tool in (*pane.tools(), pane.view_button):
                tool.setVisible(pane is self.view)
        self._stack.setCurrentWidget(self.view)
        self.heading_changed.emit()

    def _show_other(self) -> None:
        self.show_view(MOVEMENTS if self.view is self.awards else AWARDS)

    def _commend_by(self, movement_id: object) -> None:
        chosen = next((line.id for line in self.movements.model.rows if line.id == movement_id), None)
        self.awards.commend_by(chosen)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.switch)
        top.addStretch(1)
        top.setSpacing(theme.px(8))
        self._stack = QStackedLayout()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(10))
        column.setSpacing(theme.px(10))
        column.addWidget(self.banner)
        column.addLayout(top)
        column.addLayout(self._stack, 1)
        for pane in self.views.values():
            for tool in (*pane.tools(), pane.view_button):
                tool.hide()
                top.addWidget(tool)
            self._stack.addWidget(pane)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(inside)
        self._whole.addWidget(self.no_year)
        self._show_view()

    def _connect(self) -> None:
        self.switch.picked.connect(lambda _: self._show_view())
        self.movements.commend_asked.connect(self._commend_by)
        add_actions(self, (
            ("Ctrl+N", wording.KEY_NEW, self._in_view(lambda view: view.add_new())),
            ("Ctrl+Shift+N", wording.KEY_COMMEND, self._commend_current),
            ("Ctrl+F", wording.FIND, self._in_view(ListPane.start_finding)),
            ("Ctrl+P", list_wording.PRINT, self._in_view(ListPane.print_out)),
            ("Ctrl+E", list_wording.EXPORT, self._in_view(ListPane.export)),
            ("Ctrl+Shift+L", wording.FILTER_ROW, self._in_view(ListPane.toggle_filter_row)),
            ("Ctrl+Tab", wording.OTHER_VIEW, self._show_other),
        ))  # fmt: skip

    def _in_view(self, act: Callable[[ListPane[Any]], None]) -> Callable[[], None]:
        return lambda: act(self.view)

    def _commend_current(self) -> None:
        """By the current movement while the movements are shown."""
        line = self.movements.current()
        self.awards.commend_by(line.id if self.view is self.movements and line is not None else None)


def _read(campaign_id: CampaignId, year: int, today: date) -> _Seen:
    return _Seen(
        movements.movements(campaign_id, today), commendations.commendations(campaign_id),
        law_note(year),
    )  # fmt: skip
