"""Tổng quan: theme, timeline, targets, and what the year still lacks. Shows and leads on; writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.services import campaigns, overview, target_facts
from thidua_gui.services.debts import Debt, Lack
from thidua_gui.services.overview import YearState
from thidua_gui.services.target_facts import TargetLine, TargetSubject
from thidua_gui.text import overview as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.target_delegate import verdict_colour
from thidua_gui.ui.forms.targets_table import TargetsTable
from thidua_gui.ui.overview.coming import ComingCard
from thidua_gui.ui.overview.debts import DebtsCard
from thidua_gui.ui.overview.dialogs import PlanDialog, SubjectsDialog
from thidua_gui.ui.overview.theme_banner import ThemeBanner
from thidua_gui.ui.overview.timeline import Timeline
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.beside import Beside
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.legend import Legend

_SIDE = 320
_SIDE_BY_SIDE = 1000
"""Narrower than this the debts stand below the targets."""
_LEADS_TO = {
    Lack.LAUNCH: "units",
    Lack.REGISTRATION: "people",
    Lack.MID_YEAR: "schedule",
    Lack.RESULTS: "schedule",
    Lack.NO_SHEET: "people",
    Lack.SELF_SCORES: "scoring",
    Lack.UNIT_SCORES: "scoring",
    Lack.DRAFTS: "scoring",
}


@dataclass(frozen=True, slots=True)
class _Seen:
    state: YearState
    targets: tuple[TargetLine, ...]


class OverviewPage(Page):
    """The first page: the year at a glance."""

    key = "overview"
    icon = "layout-dashboard"
    tables = (
        "campaigns", "targets", "milestones", "launches", "registrations", "units", "people", "memberships", "scores",
        "draft_inputs", "ratings", "rating_thresholds", "teaching_awards", "criteria", "criteria_sheets",
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._banner = ThemeBanner()
        self._timeline = Timeline()
        self._table = TargetsTable()
        self._no_targets = EmptyState("target", wording.NO_TARGETS, wording.NO_TARGETS_WHY)
        self._tally = QLabel()
        self._tally.setProperty("role", "table")
        self._tally.setTextFormat(Qt.TextFormat.RichText)
        self._tally.setWordWrap(True)
        self._evidence = push(wording.SHOW_SUBJECTS, "users", "link")
        self._evidence.setToolTip(wording.SHOW_SUBJECTS_TIP)
        self._foot = QWidget()
        self._foot_line = line()
        self._debts = DebtsCard()
        self._coming = ComingCard()
        self._timeline_card = Card(margins=(0, 0, 0, 0))
        self._targets = Card(wording.TARGETS.format(year=context.year), "target", margins=(0, 0, 0, 0))
        self._empty = EmptyState("calendar", wording.NO_YEAR, wording.NO_YEAR_WHY, wording.NO_YEAR_VERB)
        self._verdicts: tuple[TargetLine, ...] = ()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        return "" if self.context.campaign is None else wording.subtitle(self.context.year)

    def reload(self) -> None:
        campaign_id = self.context.campaign_id
        self._stack.setCurrentIndex(0 if campaign_id is not None else 1)
        if campaign_id is not None:
            today = self.context.clock().date()
            self.context.jobs.run(lambda progress: _seen(campaign_id, today), self._show)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        column.addWidget(self._debts)
        column.addWidget(self._coming, 1)
        self._fill_targets_card()
        self._timeline_card.body.addWidget(self._timeline)
        whole = QWidget()
        whole.setProperty("transparent", True)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        rows.setSpacing(theme.px(16))
        rows.addWidget(self._banner)
        rows.addWidget(self._timeline_card)
        rows.addWidget(Beside(self._targets, side, least=_SIDE_BY_SIDE, side_width=_SIDE), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(whole)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(area)
        self._stack.addWidget(self._empty)

    def _fill_targets_card(self) -> None:
        card = self._targets
        card.add_to_heading(Legend((("band", wording.REQUIRED_RANGE), ("successFill", wording.REACHED))))
        card.body.setSpacing(0)
        card.body.addWidget(self._table, 1)
        card.body.addWidget(self._no_targets, 1)
        card.body.addWidget(self._foot_line)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(theme.px(16), theme.px(5), theme.px(8), theme.px(5))
        foot.addWidget(self._tally, 1)
        foot.addWidget(self._evidence)
        card.body.addWidget(self._foot)

    def _connect(self) -> None:
        self._banner.plan_wanted.connect(self._show_plan)
        self._table.opened.connect(self._show_subjects)
        self._evidence.clicked.connect(self._table.open_chosen)
        self._debts.opened.connect(self._open_debt)
        theme.theme_switch().changed.connect(self._show_tally)
        self._empty.acted.connect(lambda: self.context.bus.navigate.emit("importing", None))
        theme.theme_switch().changed.connect(self._show_tally)

    def _show(self, seen: _Seen) -> None:
        state = seen.state
        today = self.context.clock().date()
        self._banner.show_year(state.campaign, today, state.scored_units)
        self._timeline.show_milestones(state.milestones)
        self._timeline_card.setVisible(bool(state.milestones))
        self._coming.show_milestones(state.milestones, today)
        self._targets.title.setText(wording.TARGETS.format(year=state.campaign.year))
        self._table.show_lines(seen.targets)
        self._table.setVisible(bool(seen.targets))
        for widget in (self._foot, self._foot_line):
            widget.setVisible(bool(seen.targets))
        self._no_targets.setVisible(not seen.targets)
        self._verdicts = seen.targets
        self._show_tally()
        self._debts.show_debts(state.debts, today)
        self.heading_changed.emit()

    def _show_tally(self) -> None:
        parts = [
            f'<span style="color:{verdict_colour(verdict).name()};font-weight:600">{words}</span>'
            for verdict, words in wording.tally([item.verdict for item in self._verdicts])
        ]
        head = wording.tally_of(len(self._verdicts)) if parts else ""
        self._tally.setText("&nbsp;&nbsp;&nbsp;".join([head, *parts]))

    def _open_debt(self, debt: Debt) -> None:
        """Registrations lead to the people themselves, launches to the unit, scores to the board narrowed to them."""
        argument: object = debt
        if debt.lack.is_of_unit:
            argument = debt.unit_id
        elif debt.lack in (Lack.REGISTRATION, Lack.NO_SHEET):
            argument = debt.people[0] if len(debt.people) == 1 else debt.people
        self.context.bus.navigate.emit(_LEADS_TO[debt.lack], argument)

    def _show_subjects(self, target: TargetLine) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            return

        def show(subjects: tuple[TargetSubject, ...]) -> None:
            dialog = SubjectsDialog(target, subjects, self)
            dialog.person_wanted.connect(lambda person: self.context.bus.navigate.emit("people", person))
            dialog.open()

        self.context.jobs.run(lambda progress: target_facts.subjects(campaign_id, target.id), show)

    def _show_plan(self) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is not None:
            self.context.jobs.run(lambda progress: campaigns.plan_text(campaign_id), self._open_plan)

    def _open_plan(self, text: str | None) -> None:
        if text is not None and self.context.campaign is not None:
            PlanDialog(self.context.campaign, text, self).open()


def _seen(campaign_id: CampaignId, today: date) -> _Seen:
    return _Seen(overview.year_state(campaign_id, today), target_facts.target_lines(campaign_id))
