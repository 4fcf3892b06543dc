"""Mốc thời gian: the milestones of the year, and below them who still owes what. Writes through dialogs alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.debts import MILESTONE_OF, Lack
from thidua_gui.core.ids import MilestoneId, UnitId
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.services import schedule
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.schedule import MilestoneLine, Schedule
from thidua_gui.text import schedule as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.debt_links import lead
from thidua_gui.ui.forms.letters import show_letters
from thidua_gui.ui.forms.submitted_dialog import SubmittedDialog
from thidua_gui.ui.page import Page
from thidua_gui.ui.schedule.dialogs import MilestoneDialog
from thidua_gui.ui.schedule.output import ask_for_calendar
from thidua_gui.ui.schedule.tables import OwedRow, milestone_columns, owed_columns, owed_rows
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.segmented import Choice, Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

OF_MILESTONE, LATE = "milestone", "late"
HANDED_IN = {Lack.MID_YEAR: SubmissionKind.MID_YEAR, Lack.RESULTS: SubmissionKind.RESULTS}


class SchedulePage(Page):
    """The clerk sees what comes next, who is late, ticks off what was handed in and prints the letters."""

    key: ClassVar[str] = "schedule"
    icon: ClassVar[str] = "calendar-event"
    tables: ClassVar[tuple[str, ...]] = (
        "campaigns", "milestones", "launches", "registrations", "submissions", "units", "people", "memberships",
        "scores", "draft_inputs", "criteria", "criteria_sheets",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: Schedule | None = None
        self._wanted_unit: UnitId | None = None
        self.milestones: SnapshotModel[MilestoneLine] = SnapshotModel(milestone_columns())
        self.grid = GridView(self.milestones)
        self.grid.setAccessibleName(wording.MILESTONES)
        self.owed: SnapshotModel[OwedRow] = SnapshotModel(owed_columns())
        self.owed_grid = GridView(self.owed)
        self.owed_grid.setAccessibleName(wording.OWED)
        self.banner = Banner()
        self.edit_button = push(wording.EDIT, "pencil")
        self.remove_button = push(wording.REMOVE, "trash")
        self.up_button = icon_button("arrow-up", wording.UP, bordered=True)
        self.down_button = icon_button("arrow-down", wording.DOWN, bordered=True)
        self.views = Segmented(
            (
                Choice(OF_MILESTONE, wording.OF_MILESTONE, tip=wording.OF_MILESTONE_TIP),
                Choice(LATE, wording.ALL_LATE, tip=wording.ALL_LATE_TIP),
            ),
            name=wording.VIEWS,
        )
        self.open_button = push(wording.OPEN, "chevron-right")
        self.mark_button = push(wording.MARK, "check")
        self.letter_button = push(wording.REMIND_ONE, "printer")
        self.add_button = push(wording.ADD, "plus", "primary")
        self.letters_button = push(wording.REMIND, "printer")
        self.calendar_button = icon_button("calendar", wording.CALENDAR_TIP, bordered=True)
        self.empty = EmptyState("calendar-event", wording.NO_MILESTONES, wording.NO_MILESTONES_WHY, wording.ADD)
        self.no_year = EmptyState("calendar", wording.NO_YEAR, wording.NO_YEAR_WHY)
        self.nothing_owed = EmptyState("circle-check", wording.NOTHING_OWED, wording.NOTHING_OWED_WHY)
        for button, tip in (
            (self.open_button, wording.OPEN_TIP), (self.mark_button, wording.MARK_TIP),
            (self.letter_button, wording.REMIND_ONE_TIP), (self.letters_button, wording.REMIND_ALL),
        ):  # fmt: skip
            button.setToolTip(tip)
        self._lay_out()
        self._connect()
        self._add_actions()

    def title(self) -> str:
        return wording.TITLE

    def subtitle(self) -> str:
        if self.context.campaign is None:
            return ""
        return wording.subtitle(self.context.year, len(self._late_rows()))

    def header_widgets(self) -> list[QWidget]:
        return [self.calendar_button, self.letters_button, self.add_button]

    def reload(self) -> None:
        campaign_id, today = self.context.campaign_id, self.context.clock().date()
        if campaign_id is None:
            self._seen = None
            self._stack.setCurrentWidget(self.no_year)
            self._enable()
            return
        self.context.jobs.run(lambda _: schedule.schedule(campaign_id, today), self._show)

    def open_argument(self, argument: object) -> None:
        """The id of a unit shows everything it is late with."""
        if isinstance(argument, int):
            self._wanted_unit = UnitId(argument)
            self.views.set_current(LATE)
            self._show_owed()

    def _show(self, seen: Schedule) -> None:
        self._seen = seen
        self._stack.setCurrentWidget(self.body if seen.lines else self.empty)
        self.milestones.set_rows(seen.lines)
        if self.grid.current_row_id is None and seen.lines:
            late = next((line for line in seen.lines if line.debts), seen.lines[0])
            self.grid.select_row(late.id)
        if self._is_closed():
            self.banner.say("in", wording.CLOSED.format(year=self.context.year), icon="lock")
        else:
            self.banner.silence()
        self._show_owed()
        self.heading_changed.emit()

    def _show_owed(self) -> None:
        line = self._line()
        if self.views.current() == LATE:
            rows = self._late_rows()
        else:
            rows = () if line is None else owed_rows(line.debts, self.context.clock().date())
        self.owed.set_rows(rows)
        self._owed_stack.setCurrentIndex(0 if rows else 1)
        self._go_to_wanted(rows)
        self._enable()

    def _go_to_wanted(self, rows: tuple[OwedRow, ...]) -> None:
        wanted = next((row for row in rows if row.debt.unit_id == self._wanted_unit), None)
        if self._wanted_unit is not None and wanted is not None:
            self._wanted_unit = None
            self.owed_grid.select_row(wanted.id)
            self.owed_grid.setFocus()

    def _late_rows(self) -> tuple[OwedRow, ...]:
        if self._seen is None:
            return ()
        today = self.context.clock().date()
        debts = self._seen.state.debts
        return owed_rows([debt for debt in debts if debt.due_on is not None and debt.due_on < today], today)

    def _line(self) -> MilestoneLine | None:
        row_id = self.grid.current_row_id
        known = row_id is not None and self.milestones.line_of(row_id) is not None
        return self.milestones.row_of(row_id) if known and row_id is not None else None

    def _chosen_debts(self) -> list[OwedRow]:
        """The selected rows, else the one under the cursor."""
        current = self.owed_grid.current_row_id
        chosen = self.owed_grid.selected_row_ids() or (() if current is None else (current,))
        rows = (self.owed.row_of(row_id) for row_id in chosen if self.owed.line_of(row_id) is not None)
        return [row for row in rows if row is not None]

    def _is_closed(self) -> bool:
        campaign = self.context.campaign
        return campaign is not None and campaign.state is CampaignState.CLOSED

    def _enable(self) -> None:
        line, debts = self._line(), self._chosen_debts()
        may_write = self._seen is not None and not self._is_closed()
        self.add_button.setEnabled(may_write)
        for button in (self.edit_button, self.remove_button, self.up_button, self.down_button):
            button.setEnabled(may_write and line is not None)
        self.calendar_button.setEnabled(self._seen is not None and bool(self._seen.lines))
        self.letters_button.setEnabled(self._seen is not None and bool(self._seen.state.debts))
        self.open_button.setEnabled(len(debts) == 1 and debts[0].debt.lack not in HANDED_IN)
        self.mark_button.setEnabled(may_write and self._one_kind() is not None)
        self.letter_button.setEnabled(any(row.debt.unit_id is not None for row in debts))

    def _one_kind(self) -> SubmissionKind | None:
        """What the chosen units are to be ticked off for; None of a mixed choice."""
        kinds = {HANDED_IN.get(row.debt.lack) for row in self._chosen_debts()}
        return kinds.pop() if len(kinds) == 1 else None

    def _add(self) -> None:
        if self.context.campaign_id is not None and self.add_button.isEnabled():
            MilestoneDialog(self.context, self, self.context.campaign_id).open()

    def _edit(self) -> None:
        line, campaign_id = self._line(), self.context.campaign_id
        if line is not None and campaign_id is not None and self.edit_button.isEnabled():
            MilestoneDialog(self.context, self, campaign_id, line).open()

    def _remove(self) -> None:
        line = self._line()
        if line is not None and self.remove_button.isEnabled():
            milestone_id = line.id
            self.context.jobs.command(lambda _: schedule.remove(milestone_id))

    def _move(self, by: int) -> None:
        line = self._line()
        if line is not None and self.up_button.isEnabled():
            milestone_id = MilestoneId(line.id)
            self.context.jobs.command(lambda _: schedule.move(milestone_id, by))

    def _open(self) -> None:
        debts = self._chosen_debts()
        if len(debts) == 1:
            if debts[0].debt.lack in HANDED_IN:
                self._mark()
            else:
                lead(self.context.bus, debts[0].debt)

    def _mark(self) -> None:
        kind, campaign_id = self._one_kind(), self.context.campaign_id
        units = [row.debt.unit_id for row in self._chosen_debts() if row.debt.unit_id is not None]
        if kind is not None and campaign_id is not None and units and self.mark_button.isEnabled():
            SubmittedDialog(self.context, self, campaign_id, units, kind).open()

    def _print_letters(self) -> None:
        show_letters(self, self.context, None)

    def _print_chosen(self) -> None:
        units = {row.debt.unit_id for row in self._chosen_debts()}
        show_letters(self, self.context, [unit for unit in units if unit is not None])

    def _export(self) -> None:
        if self.calendar_button.isEnabled():
            ask_for_calendar(self, self.context)

    def _follow_debts(self) -> None:
        """From a debt of all that is late to the milestone it is owed by."""
        debts = self._chosen_debts()
        if self.views.current() == LATE and len(debts) == 1 and self._seen is not None:
            kind = MILESTONE_OF[debts[0].debt.lack]
            line = next((line for line in self._seen.lines if line.draft.kind is kind), None)
            if line is not None and line.id != self.grid.current_row_id:
                self.grid.select_row(line.id)
        self._enable()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(theme.px(8))
        heading = QLabel(wording.MILESTONES)
        heading.setProperty("role", "strong")
        above.addWidget(heading)
        above.addStretch(1)
        for widget in (self.edit_button, self.remove_button, self.up_button, self.down_button):
            above.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self.views)
        below.addStretch(1)
        for button in (self.open_button, self.mark_button, self.letter_button):
            below.addWidget(button)
        holder = QWidget()
        self._owed_stack = QStackedLayout(holder)
        self._owed_stack.addWidget(GridPanel(self.owed_grid))
        self._owed_stack.addWidget(self.nothing_owed)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(_column(above, GridPanel(self.grid)))
        self.splitter.addWidget(_column(below, holder))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.body = QWidget()
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        whole.setSpacing(theme.px(12))
        whole.addWidget(self.banner)
        whole.addWidget(self.splitter, 1)
        self._stack = QStackedLayout(self)
        for shown in (self.body, self.empty, self.no_year):
            self._stack.addWidget(shown)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.empty.acted.connect(self._add)
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.calendar_button.clicked.connect(self._export)
        self.letters_button.clicked.connect(self._print_letters)
        self.letter_button.clicked.connect(self._print_chosen)
        self.mark_button.clicked.connect(self._mark)
        self.open_button.clicked.connect(self._open)
        self.views.picked.connect(lambda _: self._show_owed())
        self.grid.current_row_changed.connect(lambda _: self._show_owed() if self.views.current() != LATE else None)
        self.grid.opened.connect(lambda _: self._edit())
        self.owed_grid.current_row_changed.connect(lambda _: self._follow_debts())
        self.owed_grid.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.owed_grid.opened.connect(lambda _: self._open())

    def _add_actions(self) -> None:
        acts: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (wording.ADD, "Ctrl+N", self._add),
            (wording.MARK_TIP, "Ctrl+D", self._mark),
            (wording.CALENDAR_TIP, "Ctrl+E", self._export),
            (wording.REMIND_ALL, "Ctrl+P", self._print_letters),
            (wording.FIND, "Ctrl+F", lambda: self.owed_grid.focus_filter("unit")),
            (wording.UP, "Alt+Up", lambda: self._move(-1)),
            (wording.DOWN, "Alt+Down", lambda: self._move(1)),
        )
        for words, keys, act in acts:
            self._add_action(self, words, keys, act)
        self._add_action(self.grid, wording.REMOVE, "Del", self._remove)

    def _add_action(self, where: QWidget, words: str, keys: str, act: Callable[[], object]) -> None:
        action = QAction(words, where)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        where.addAction(action)


def _column(top: QHBoxLayout, below: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    column.addLayout(top)
    column.addWidget(below, 1)
    return made
