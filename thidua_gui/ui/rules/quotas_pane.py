"""Tỷ lệ & cách tính: the quota of every kind and the three disputed readings, with what they make of the year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from thidua_gui.core.errors import Problem
from thidua_gui.services import quota_list, quota_rules, readings
from thidua_gui.services.list_documents import ShownList
from thidua_gui.services.quota_list import QuotaList, QuotaRow
from thidua_gui.services.readings import Readings
from thidua_gui.text import lists as list_wording
from thidua_gui.text import quota_page as wording
from thidua_gui.text import rules_page
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.rules.pane import RulesPane
from thidua_gui.ui.rules.quota_cards import Across, Dispute, DisputeCard
from thidua_gui.ui.rules.quota_columns import FORM, ON_PAPER, PARTICULARS, TITLE, quota_columns
from thidua_gui.ui.rules.quota_disputes import CAP, MONEY, SHARE, disputes
from thidua_gui.ui.rules.quota_reading_dialog import ReadingDialog
from thidua_gui.ui.rules.quota_rule_dialog import QuotaRuleDialog
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.row_order import Group
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.keyed_actions import Key

LEAST_HEIGHT, WIDE = 230, 1120
"""Height of the list above the cards; from which width on it has all its columns; logical px."""


class QuotasPane(RulesPane):
    """`go_to` takes the key of a kind."""

    key: ClassVar[str] = "quotas"
    words: ClassVar[str] = rules_page.QUOTAS_VIEW
    tables: ClassVar[tuple[str, ...]] = quota_list.TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.list: QuotaList | None = None
        self.readings: Readings | None = None
        self._wanted = ""
        self._is_narrow = False
        self.banner, self.refusal = Banner(), Banner(closable=True)
        self.model: SnapshotModel[QuotaRow] = SnapshotModel(())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.LIST)
        self.cards = {
            CAP: DisputeCard(CAP, wording.CAP_TITLE, "chart-bar"),
            SHARE: DisputeCard(SHARE, wording.SHARE_TITLE, "users"),
            MONEY: DisputeCard(MONEY, wording.MONEY_TITLE, "calculator"),
        }
        self.across = Across(list(self.cards.values()))
        self.edit_button = push(wording.EDIT, "pencil", "primary")
        self.edit_button.setToolTip(wording.EDIT_TIP)
        self.view_button = icon_button("columns", wording.COLUMNS, bordered=True)
        self._lay_out()
        self._connect()

    def load(self) -> None:
        campaign_id = self.context.campaign_id
        self.context.jobs.run(lambda _: quota_list.quota_list(campaign_id), self._show_list)
        self.across.setVisible(campaign_id is not None)
        if campaign_id is not None:
            self.context.jobs.run(lambda _: readings.readings(campaign_id), self._show_readings)

    def subtitle(self) -> str:
        return "" if self.list is None else wording.subtitle(self.list.day)

    def header_widgets(self) -> list[QWidget]:
        return [self.edit_button]

    def tools(self) -> Sequence[QWidget]:
        return (self.view_button,)

    def keys(self) -> Sequence[Key]:
        return (
            ("Ctrl+F", wording.FIND, lambda: self.grid.focus_filter("kind")),
            ("F2", wording.EDIT, self.edit),
            ("Delete", wording.FORGET, self.forget),
            ("Ctrl+E", list_wording.EXPORT, lambda: self._put_out(list_output.save_excel)),
            ("Ctrl+P", list_wording.PRINT, lambda: self._put_out(list_output.preview)),
        )

    def panes(self) -> list[QWidget]:
        return [self.grid, *(card.change for card in self.cards.values() if card.change.isEnabled())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.list is not None and self._is_narrow is not (self.width() < theme.px(WIDE)):
            self._fit()

    def go_to(self, *place: object) -> None:
        self._wanted = str(place[0])
        if self.list is not None:
            self._select()

    def edit(self) -> None:
        """The rule of the row under the cursor."""
        row, shown = self._current(), self.list
        if row is not None and shown is not None:
            self.context.jobs.run(
                lambda _: quota_list.own_steps(row.kind),
                lambda steps: QuotaRuleDialog(self.context, self, row, shown, steps).open(),
            )

    def forget(self) -> None:
        """Take back the decision that holds for the row under the cursor; it can be undone."""
        row = self._current()
        if row is not None and row.in_force.is_own:
            self.refusal.silence()
            self.context.jobs.command(
                lambda _: quota_rules.forget(row.kind, row.in_force.since),
                lambda _: self.context.bus.status.emit(wording.forgotten(row.name)),
                self._refuse,
            )

    def _change_reading(self, key: str) -> None:
        found, shown = self.readings, self.list
        if found is None or shown is None:
            return
        dispute = next(one for one in disputes(found, shown.shorts) if one.key == key)
        if dispute.readings:
            ReadingDialog(self.context, self, dispute, found).open()

    def _show_list(self, shown: QuotaList) -> None:
        is_other = self.list is None or self.list.year != shown.year
        self.list = shown
        if is_other:
            self._set_columns(shown)
            groups = [Group(TITLE, wording.TITLES), Group(FORM, wording.FORMS)]
            self.model.set_groups(groups, lambda row: TITLE if row.is_title else FORM)
        self.model.set_rows(shown.rows)
        if shown.year is None:
            self.banner.say("in", wording.NO_YEAR)
        else:
            self.banner.silence()
        if self.grid.current_row_id is None and self._wanted == "":
            ruled = next((row for row in shown.rows if row.in_force.rule is not None), shown.rows[0])
            self._wanted = ruled.kind
        self._select()
        self._show_disputes()
        self.heading_changed.emit()

    def _set_columns(self, shown: QuotaList) -> None:
        self.model.set_columns(quota_columns(shown))
        self.grid.show_filter_row(False)
        self._fit()

    def _fit(self) -> None:
        self._is_narrow = self.width() < theme.px(WIDE)
        for key in PARTICULARS:
            self.grid.arrangement.set_hidden(key, self._is_narrow)

    def _show_readings(self, found: Readings) -> None:
        self.readings = found
        self._show_disputes()

    def _show_disputes(self) -> None:
        """Short names come with the list, figures with the readings: whichever is last shows them."""
        if self.readings is None or self.list is None:
            return
        for dispute in disputes(self.readings, self.list.shorts):
            self._card(dispute).show_dispute(dispute)

    def _card(self, dispute: Dispute) -> DisputeCard:
        return self.cards[dispute.key]

    def _select(self) -> None:
        wanted, self._wanted = self._wanted, ""
        row = next((row for row in self.model.rows if row.kind == wanted), None)
        if row is not None:
            self.grid.select_row(row.id, "kind")

    def _current(self) -> QuotaRow | None:
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def _refuse(self, problem: Problem) -> None:
        self.refusal.say("er", sentence(problem))

    def _put_out(self, output: Callable[..., None]) -> None:
        if self.list is not None:
            output(self, self.context, self._shown(self.list))

    def _shown(self, shown: QuotaList) -> ShownList:
        subject, on = (wording.list_subject(shown.year),), self.context.clock().date()
        return list_output.shown_list(self.grid, self.model.shown_rows, wording.LIST, subject, on, ON_PAPER)

    def _open_columns_menu(self) -> None:
        list_output.open_list_menu(
            self.grid, self.view_button,
            partial(self._put_out, list_output.save_excel), partial(self._put_out, list_output.preview),
        )  # fmt: skip

    def _lay_out(self) -> None:
        panel = GridPanel(self.grid)
        panel.setMinimumHeight(theme.px(LEAST_HEIGHT))
        inside = QWidget()
        inside.setProperty("transparent", True)
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(theme.px(12))
        parts.addWidget(panel, 1)
        parts.addWidget(self.across)
        area = QScrollArea()
        area.setProperty("transparent", True)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.refusal)
        column.addWidget(self.banner)
        column.addWidget(area, 1)
        self.area = area

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self.edit)
        self.grid.opened.connect(lambda _: self.edit())
        self.view_button.clicked.connect(self._open_columns_menu)
        for card in self.cards.values():
            card.change_wanted.connect(self._change_reading)
