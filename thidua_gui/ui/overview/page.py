"""Tổng quan: theme, timeline, targets, and what the year still lacks. Shows and leads on; writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.targets import Count
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.services import next_steps, overview, target_facts, target_history
from thidua_gui.services.debts import pressing
from thidua_gui.services.next_steps import NextStep, StepKind
from thidua_gui.services.overview import NamedStatus, YearState
from thidua_gui.services.target_facts import TargetLine, TargetSubject
from thidua_gui.services.target_history import TargetTrend
from thidua_gui.text import overview as wording
from thidua_gui.text import overview_paper as paper_wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.debt_links import lead
from thidua_gui.ui.forms.letters import show_letters
from thidua_gui.ui.forms.list_output import ListPreview
from thidua_gui.ui.forms.target_delegate import verdict_colour
from thidua_gui.ui.forms.targets_table import TargetsTable
from thidua_gui.ui.overview.coming import ComingCard
from thidua_gui.ui.overview.debts import DebtsCard
from thidua_gui.ui.overview.dialogs import SubjectsDialog
from thidua_gui.ui.overview.next_steps import NextCard
from thidua_gui.ui.overview.theme_banner import ThemeBanner
from thidua_gui.ui.overview.timeline import Timeline
from thidua_gui.ui.overview.years import YearsTable
from thidua_gui.ui.page import Page
from thidua_gui.ui.widgets.beside import Beside
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.legend import Legend
from thidua_gui.ui.widgets.segmented import Choice, Segmented

if TYPE_CHECKING:
    from thidua_gui.documents.overview_paper import OverviewContent

_SIDE = 320
_SIDE_BY_SIDE = 1000
"""Narrower than this the debts stand below the targets."""
_NODE_LEADS_TO: Mapping[MilestoneKind, tuple[str, object]] = {
    MilestoneKind.PLAN: ("plan", None),
    MilestoneKind.LAUNCH: ("registration", "launch"),
    MilestoneKind.REGISTRATION: ("registration", "people"),
    MilestoneKind.UNIT_SCORING: ("scoring", None),
}
"""Where a milestone is worked on; any other is looked at among the milestones."""
_STEP_LEADS_TO: Mapping[StepKind, tuple[str, object]] = {
    StepKind.OPEN_YEAR: ("plan", None),
    StepKind.PLAN_NUMBER: ("plan", None),
    StepKind.REMIND: ("schedule", None),
    StepKind.CLOSE_STAGE: ("scoring", None),
    StepKind.LOOK_AGAIN: ("ratings", None),
    StepKind.RATE: ("ratings", None),
    StepKind.JUDGE_INITIATIVES: ("initiatives", None),
    StepKind.PROPOSAL_DRAFTS: ("proposals", None),
    StepKind.PROPOSAL_PAPERS: ("proposals", None),
    StepKind.PROPOSALS_ABOVE: ("proposals", None),
    StepKind.TARGETS_BELOW: ("plan", "targets"),
}
_THIS_YEAR, _ALL_YEARS = "this", "all"


@dataclass(frozen=True, slots=True)
class _Seen:
    state: YearState
    targets: tuple[TargetLine, ...]
    steps: tuple[NextStep, ...]
    trends: tuple[TargetTrend, ...]


class OverviewPage(Page):
    """The first page: the year at a glance."""

    key = "overview"
    icon = "layout-dashboard"
    tables = (
        "campaigns", "targets", "milestones", "launches", "registrations", "submissions", "units", "people",
        "memberships", "stages", "scores", "draft_inputs", "ratings", "rating_thresholds", "teaching_awards",
        "initiatives", "initiative_authors", "initiative_uses", "awards", "award_revocations", "disciplines",
        "personnel_changes", "settings", "criteria", "criteria_sheets",
        "proposals", "proposal_papers", "objections", "open_cases",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._banner = ThemeBanner()
        self._timeline = Timeline()
        self._table = TargetsTable()
        self._no_targets = EmptyState("target", wording.NO_TARGETS, wording.NO_TARGETS_WHY, wording.NO_TARGETS_VERB)
        self._tally = QLabel()
        self._tally.setProperty("role", "table")
        self._tally.setTextFormat(Qt.TextFormat.RichText)
        self._tally.setWordWrap(True)
        self._evidence = push(wording.SHOW_SUBJECTS, "users", "link")
        self._evidence.setToolTip(wording.SHOW_SUBJECTS_TIP)
        self._foot = QWidget()
        self._foot_line = line()
        self._debts = DebtsCard()
        self._next = NextCard()
        self._years = YearsTable()
        self.views = Segmented(
            (Choice(_THIS_YEAR, wording.THIS_YEAR), Choice(_ALL_YEARS, wording.ALL_YEARS)), name=wording.YEARS_VIEW
        )
        self.print_button = icon_button("printer", wording.PRINT_TIP, bordered=True)
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

    def header_widgets(self) -> list[QWidget]:
        return [self.print_button]

    def reload(self) -> None:
        self.print_button.setEnabled(self.context.campaign_id is not None)
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
        column.addWidget(self._next)
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
        card.add_to_heading(self.views)
        card.body.setSpacing(0)
        card.body.addWidget(self._table, 1)
        card.body.addWidget(self._years, 1)
        card.body.addWidget(self._no_targets, 1)
        card.body.addWidget(self._foot_line)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(theme.px(16), theme.px(5), theme.px(8), theme.px(5))
        foot.addWidget(self._tally, 1)
        foot.addWidget(self._evidence)
        card.body.addWidget(self._foot)

    def _connect(self) -> None:
        self._banner.plan_wanted.connect(lambda: self._lead("plan", None))
        self._banner.submissions_wanted.connect(lambda: self._lead("schedule", None))
        self._timeline.opened.connect(self._open_milestone)
        self._tally.linkActivated.connect(lambda _: self._lead("plan", "targets"))
        self._next.opened.connect(lambda step: self._lead(*_STEP_LEADS_TO[step.kind]))
        self._debts.remind.clicked.connect(lambda: show_letters(self, self.context, None))
        self.views.picked.connect(lambda _: self._show_view())
        self.print_button.clicked.connect(self._print)
        add_actions(self, (("Ctrl+P", wording.PRINT_PAGE, self._print),))
        self._table.opened.connect(self._show_subjects)
        self._evidence.clicked.connect(self._table.open_chosen)
        self._no_targets.acted.connect(lambda: self._lead("plan", "targets"))
        self._debts.opened.connect(lambda debt: lead(self.context.bus, debt))
        theme.theme_switch().changed.connect(self._show_tally)
        self._empty.acted.connect(lambda: self.context.bus.navigate.emit("importing", None))
        theme.theme_switch().changed.connect(self._show_tally)

    def _show(self, seen: _Seen) -> None:
        state = seen.state
        today = self.context.clock().date()
        self._banner.show_year(state.campaign, today, _submitted(state))
        self._timeline.show_milestones(state.milestones)
        self._timeline_card.setVisible(any(mark.status.milestone.due_on for mark in state.milestones))
        self._coming.show_milestones(state.milestones, today)
        self._targets.title.setText(wording.TARGETS.format(year=state.campaign.year))
        self._table.show_lines(seen.targets)
        self._years.show_trends(seen.trends)
        self._next.show_steps(seen.steps)
        self.views.setVisible(len(self._years.years) > 1)
        for widget in (self._foot, self._foot_line):
            widget.setVisible(bool(seen.targets))
        self._no_targets.setVisible(not seen.targets)
        self._verdicts = seen.targets
        self._show_view()
        self._show_tally()
        owed = pressing(state.debts, today)
        self._debts.show_debts(owed, today, wording.nothing_owed(len(state.debts), state.people))
        self.heading_changed.emit()

    def _show_tally(self) -> None:
        parts = [
            f'<a href="{verdict.value}" style="color:{verdict_colour(verdict).name()};font-weight:600;'
            f'text-decoration:none">{words}</a>'
            for verdict, words in wording.tally([item.verdict for item in self._verdicts])
        ]
        head = wording.tally_of(len(self._verdicts)) if parts else ""
        self._tally.setText("&nbsp;&nbsp;&nbsp;".join([head, *parts]))

    def _show_view(self) -> None:
        """This year's targets with their bars, or all years side by side."""
        has_targets = bool(self._verdicts)
        all_years = self.views.isVisibleTo(self) and self.views.current() == _ALL_YEARS
        self._table.setVisible(has_targets and not all_years)
        self._years.setVisible(has_targets and all_years)

    def _lead(self, page: str, argument: object) -> None:
        self.context.bus.navigate.emit(page, argument)

    def _open_milestone(self, item: NamedStatus) -> None:
        self._lead(*_NODE_LEADS_TO.get(item.status.milestone.kind, ("schedule", None)))

    def _show_subjects(self, target: TargetLine) -> None:
        campaign_id = self.context.campaign_id
        if campaign_id is None:
            return

        def show(subjects: tuple[TargetSubject, ...]) -> None:
            dialog = SubjectsDialog(target, subjects, self)
            dialog.person_wanted.connect(lambda person: self.context.bus.navigate.emit("people", person))
            dialog.open()

        self.context.jobs.run(lambda progress: target_facts.subjects(campaign_id, target.id), show)

    def _print(self) -> None:
        """The page as it is today, on one sheet."""
        from thidua_gui.documents.overview_paper import render_overview
        from thidua_gui.services import overview_paper

        campaign_id, today = self.context.campaign_id, self.context.clock().date()
        if campaign_id is None:
            return
        title = paper_wording.document_title(self.context.year)

        def draw(content: OverviewContent) -> None:
            self.context.jobs.render(
                lambda _: render_overview(content), lambda pdf: ListPreview(self, self.context, title, pdf).open()
            )

        self.context.jobs.run(lambda _: overview_paper.overview_content(campaign_id, today), draw)


def _submitted(state: YearState) -> Count | None:
    """How many units have handed in their results; None when the year sets no day for them."""
    marks = [mark.status.milestone for mark in state.milestones]
    found = next((mark for mark in marks if mark.kind is MilestoneKind.RESULTS), None)
    return None if found is None or found.due_on is None else found.counted


def _seen(campaign_id: CampaignId, today: date) -> _Seen:
    state, lines = overview.year_state(campaign_id, today), target_facts.target_lines(campaign_id)
    steps = next_steps.next_steps(state, lines, today)
    return _Seen(state, lines, steps, target_history.trend(campaign_id))
