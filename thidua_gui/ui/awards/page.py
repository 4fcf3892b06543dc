"""Tra cứu thành tích: all awards, who lacks little for a higher one, and the card of whom a row is about.

Owns the keys and the card beside the lists; its views do the work.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import Problem
from thidua_gui.services import award_cards
from thidua_gui.services.award_cards import Bearer, Card
from thidua_gui.text import award_list as list_in_wording
from thidua_gui.text import awards as wording
from thidua_gui.text import lists as list_wording
from thidua_gui.text import near_misses as near_wording
from thidua_gui.ui import theme
from thidua_gui.ui.awards import near_pane
from thidua_gui.ui.awards.all_pane import AllPane
from thidua_gui.ui.awards.card_panel import CardPanel
from thidua_gui.ui.awards.desk import AwardsDesk
from thidua_gui.ui.awards.near_pane import NearPane
from thidua_gui.ui.context import Context
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.segmented import Choice, Segmented

ALL, NEAR, CARD = "all", "near", "card"
PANEL_WIDTH = 336
BOTH_FROM = 900
"""Below this width of the page list and card take turns: the card has a view of its own."""
REST = 120
"""Milliseconds until the card follows the keyboard."""


class AwardsPage(Page):
    """`open_argument` takes the number of a decision, a Bearer whose card is to be shown, or a view's key."""

    key: ClassVar[str] = "awards"
    icon: ClassVar[str] = "list-search"
    tables: ClassVar[tuple[str, ...]] = (
        "awards", "award_revocations", "people", "units", "memberships", "decisions", "movements", "ratings",
        "initiatives", "initiative_authors", "initiative_uses", "disciplines", "teaching_awards", "award_kinds",
        "settings",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: Bearer | None = None
        self._last: Bearer | None = None
        self._is_narrow = False
        self.desk = AwardsDesk(context, self)
        self.switch = Segmented(_views(narrow=False), name=wording.VIEWS)
        self.all = AllPane(context, self.desk)
        self.near = NearPane(context, self.desk)
        self.card = CardPanel()
        self.add_button = push(wording.ADD, "plus", "primary")
        self.import_button = push(list_in_wording.IMPORT, "table-import")
        self.empty = EmptyState("award", wording.NONE, wording.NONE_WHY, wording.ADD)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        near = self.near.seen
        if self.switch.current() == NEAR and near is not None:
            return near_wording.subtitle(near.year, *near.counts)
        seen = self.all.seen
        if seen is None:
            return ""
        bearers = len({(row.person_id, row.unit_id, row.name if row.is_outside else "") for row in seen.rows})
        return wording.counted(len(seen.rows), bearers)

    def header_widgets(self) -> list[QWidget]:
        return [self.import_button, self.add_button]

    def reload(self) -> None:
        self.all.reload()
        if self.switch.current() == NEAR:
            self.near.show_year()

    def on_changes(self, changes: Changes) -> None:
        """What was judged is said to be old; it is not judged again by itself."""
        super().on_changes(changes)
        if changes.touches(*near_pane.TABLES):
            self.near.mark_stale()

    def open_argument(self, argument: object) -> None:
        if isinstance(argument, Bearer):
            self._wanted = argument
            self._load_card()
            if self._is_narrow:
                self.show_view(CARD)
        elif argument in (ALL, NEAR):
            self.show_view(str(argument))
        elif isinstance(argument, str):
            self.show_view(ALL)
            self.all.show_decision(argument)

    def show_view(self, key: str) -> None:
        """As a click on the switch."""
        self.switch.set_current(key)
        self._show_view(key)
        first = self.first_pane()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        shown = {ALL: self.all.grid, NEAR: self.near.grid, CARD: self.card.timeline}[str(self.switch.current())]
        return [shown, *([self.card.timeline] if not self._is_narrow else []), self.switch]

    def showEvent(self, event: QShowEvent) -> None:
        """The card follows a choice that was made just before the page was left."""
        super().showEvent(event)
        if self.all.seen is not None:
            self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is asked of a data file that may be closed by then."""
        super().hideEvent(event)
        self._rest.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < theme.px(BOTH_FROM)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()

    def _arrange(self) -> None:
        """The card beside the lists, or a view of its own where there is no room for both."""
        shown = str(self.switch.current())
        self.switch.set_choices(_views(narrow=self._is_narrow))
        if self._is_narrow:
            self._stack.addWidget(self.card)
        else:
            self.splitter.addWidget(self.card)
        self.card.setMaximumWidth(_UNBOUND if self._is_narrow else theme.px(460))
        self.card.setVisible(not self._is_narrow)  # in the stack only its turn shows it
        self.show_view(ALL if shown == CARD and not self._is_narrow else shown)

    def _show_view(self, key: object) -> None:
        views: dict[object, QWidget] = {ALL: self.all, NEAR: self.near, CARD: self.card}
        if key == CARD and not self._is_narrow:
            key = ALL
        self._stack.setCurrentWidget(views[key])
        if key == NEAR:
            self.near.show_year()
        if key != CARD:
            self._follow()
        self.heading_changed.emit()

    def _follow(self) -> None:
        """The card follows the row, unless another page asked for somebody else."""
        self._rest.start()

    def _chosen(self) -> Bearer | None:
        return self.near.bearer() if self.switch.current() == NEAR else self.all.bearer()

    def _on_row(self) -> None:
        """Another row takes the card back; the first row of a list that was just read does not."""
        chosen = self._chosen()
        if chosen != self._last:
            self._wanted = None if self._last is not None else self._wanted
            self._last = chosen
        self._follow()

    def _load_card(self) -> None:
        self._rest.stop()
        bearer = self._wanted or self._chosen()
        if bearer is None:
            row = self.all.current()
            self.card.show_nothing(is_outside=self.switch.current() == ALL and row is not None and row.is_outside)
            return
        on, wanted = self.context.clock().date(), bearer
        self.context.jobs.run(
            lambda _: award_cards.card(wanted, on), lambda card: self._show_card(wanted, card), self._refuse_card
        )

    def _show_card(self, bearer: Bearer, card: Card) -> None:
        if bearer == (self._wanted or self._chosen()):
            self.card.show_card(card)

    def _refuse_card(self, problem: Problem) -> None:
        self.card.show_nothing()

    def _on_loaded(self) -> None:
        seen = self.all.seen
        self._whole.setCurrentIndex(0 if seen is not None and seen.years else 1)
        self._follow()
        self.heading_changed.emit()

    def _open_record(self) -> None:
        bearer = self._wanted or self._chosen()
        if bearer is not None:
            self.desk.open_record(bearer)

    def _open_row(self) -> None:
        """Enter: the card where it has a view of its own, else the record."""
        if self._is_narrow and self._chosen() is not None:
            self.show_view(CARD)
            self.card.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._open_record()

    def _of_card(self, act: str) -> None:
        card = self.card.card
        if card is not None:
            {"print": self.desk.print, "export": self.desk.export}[act]((card.bearer,))

    def _put_out(self, act: str) -> None:
        """The list of the view on screen; of the card its own papers."""
        if self.switch.current() == CARD:
            self._of_card(act)
        else:
            pane = self.near if self.switch.current() == NEAR else self.all
            {"print": pane.print, "export": pane.export}[act]()

    def _find(self) -> None:
        if self.switch.current() == CARD:
            self.show_view(ALL)
        (self.near.grid if self.switch.current() == NEAR else self.all.grid).focus_filter("name")

    def _filter_row(self) -> None:
        grid = self.near.grid if self.switch.current() == NEAR else self.all.grid
        grid.show_filter_row(not grid.filter_row_shown)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.switch)
        bar.addStretch(1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.all)
        self._stack.addWidget(self.near)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(holder)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([10_000, theme.px(PANEL_WIDTH)])
        self.card.setMinimumWidth(theme.px(300))
        self.card.setMaximumWidth(theme.px(460))
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(12))
        whole.setSpacing(theme.px(10))
        whole.addLayout(bar)
        whole.addWidget(self.splitter, 1)
        self._whole = QStackedLayout(self)
        self._whole.addWidget(page)
        self._whole.addWidget(self.empty)

    def _connect(self) -> None:
        self.switch.picked.connect(self._show_view)
        for pane in (self.all, self.near):
            pane.loaded.connect(self._on_loaded)
            pane.bearer_changed.connect(self._on_row)
            pane.grid.opened.connect(lambda row: self._open_row())
        self._rest.timeout.connect(self._load_card)
        self.add_button.clicked.connect(self.desk.add)
        self.import_button.clicked.connect(self.desk.import_list)
        self.empty.acted.connect(self.desk.add)
        self.card.record_wanted.connect(self._open_record)
        self.card.print_wanted.connect(lambda: self._of_card("print"))
        self.card.export_wanted.connect(lambda: self._of_card("export"))
        self.card.add_wanted.connect(lambda: None if self.card.card is None else self.desk.add_for(self.card.card))
        self.card.menu_wanted.connect(self.desk.menu)
        views = ((ALL, wording.ALL_VIEW), (NEAR, wording.NEAR_VIEW))
        add_actions(self, (
            ("Ctrl+N", wording.ADD, self.desk.add),
            ("Ctrl+I", list_in_wording.IMPORT, self.desk.import_list),
            ("Ctrl+F", wording.FIND, self._find),
            ("Ctrl+E", list_wording.EXPORT, lambda: self._put_out("export")),
            ("Ctrl+P", list_wording.PRINT, lambda: self._put_out("print")),
            ("Ctrl+Shift+P", wording.PRINT_CARD, lambda: self._of_card("print")),
            ("Ctrl+Shift+L", wording.FILTER_ROW, self._filter_row),
            *((f"Alt+{place}", words, partial(self.show_view, key)) for place, (key, words) in enumerate(views, 1)),
        ))  # fmt: skip


def _views(*, narrow: bool) -> list[Choice]:
    views = [Choice(ALL, wording.ALL_VIEW), Choice(NEAR, wording.NEAR_VIEW)]
    return [*views, Choice(CARD, wording.CARD_VIEW)] if narrow else views


_UNBOUND = 16_777_215
"""Qt's own largest width."""
