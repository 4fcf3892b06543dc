"""The targets of the year: the table with each bar on its own scale, and what stands behind the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId, TargetId
from thidua_gui.services import campaigns, target_choices, target_facts, targets
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.list_documents import ShownList
from thidua_gui.services.target_choices import TargetChoices, TargetSource
from thidua_gui.services.target_facts import TargetLine, TargetSubject
from thidua_gui.services.targets import TargetDraft
from thidua_gui.text import overview as tallies
from thidua_gui.text import target_page as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms import list_output
from thidua_gui.ui.forms.target_delegate import verdict_colour
from thidua_gui.ui.forms.targets_table import TargetsTable
from thidua_gui.ui.plan.targets_dialog import TargetDialog, copied, fresh_draft
from thidua_gui.ui.plan.targets_output import shown_targets
from thidua_gui.ui.plan.targets_panel import TargetPanel
from thidua_gui.ui.plan.targets_take import TakeDialog
from thidua_gui.ui.plan.year_view import YearView
from thidua_gui.ui.widgets.banner import Banner
from thidua_gui.ui.widgets.beside import Beside
from thidua_gui.ui.widgets.buttons import icon_button, push
from thidua_gui.ui.widgets.card import Card, line
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.keyed_actions import add_actions
from thidua_gui.ui.widgets.legend import Legend

REST = 120
"""Milliseconds on one row before its people are read."""
_SIDE = 384
_SIDE_BY_SIDE = 1040


@dataclass(frozen=True, slots=True)
class _Seen:
    campaign_id: CampaignId
    year: int
    is_closed: bool
    lines: tuple[TargetLine, ...]
    sources: tuple[TargetSource, ...]


class TargetsView(YearView):
    """Chỉ tiêu. Shows and asks; services do."""

    tables: ClassVar[tuple[str, ...]] = (
        "campaigns", "targets", "plan_items", "launches", "registrations", "units", "people", "memberships", "scores",
        "ratings", "rating_thresholds", "teaching_awards", "criteria", "criteria_sheets", "awards",
        "award_revocations", "disciplines", "initiatives", "initiative_authors", "initiative_uses",
        "personnel_changes", "settings", "submissions",
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: _Seen | None = None
        self._wanted: TargetId | None = None
        self.lock = Banner()
        self.table = TargetsTable(scrolls=True)
        self.table.setAccessibleName(wording.TABLE)
        self.panel = TargetPanel()
        self.card = Card(wording.TITLE, "target", margins=(0, 0, 0, 0))
        self.tally = QLabel()
        self.tally.setProperty("role", "table")
        self.tally.setTextFormat(Qt.TextFormat.RichText)
        self.tally.setWordWrap(True)
        self.up, self.down = icon_button("arrow-up", wording.UP), icon_button("arrow-down", wording.DOWN)
        self.edit_button = push(wording.EDIT, "pencil")
        self.copy_button = push(wording.COPY, "copy")
        self.copy_button.setToolTip(wording.COPY_TIP)
        self.delete_button = icon_button("trash", wording.DELETE_TIP, bordered=True)
        self.output_button = icon_button("printer", wording.OUTPUT, bordered=True)
        self.take_button = push(wording.TAKE, "copy")
        self.add_button = push(wording.ADD, "plus", "primary")
        self.empty = EmptyState("target", wording.EMPTY, wording.EMPTY_WHY, wording.ADD)
        self.no_year = EmptyState("target", wording.NO_YEAR, wording.NO_YEAR_WHY)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()

    def reload(self, campaign_id: CampaignId | None) -> None:
        if campaign_id is None:
            self._seen = None
            self._stack.setCurrentWidget(self.no_year)
            self.heading_changed.emit()
            return
        self.context.jobs.run(lambda _: _read(campaign_id), self._show)

    def subtitle(self) -> str:
        return "" if self._seen is None else wording.subtitle(self._seen.year, len(self._seen.lines))

    def header_widgets(self) -> list[QWidget]:
        if self._seen is None or self._seen.is_closed:
            return []
        return [*([self.take_button] if self._seen.sources else []), self.add_button]

    def panes(self) -> list[QWidget]:
        return [self.table, self.panel.grid] if self._stack.currentWidget() is self._content else []

    def add_new(self) -> None:
        """The dialog of a new target."""
        self._with_choices(lambda choices: self._open_dialog(choices, fresh_draft(choices.next_code)))

    def start_finding(self) -> None:
        """In the list of people or units."""
        self.panel.start_finding()

    def print_out(self) -> None:
        if self._seen is not None:
            list_output.preview(self, self.context, self._shown(self._seen))

    def export(self) -> None:
        if self._seen is not None:
            list_output.save_excel(self, self.context, self._shown(self._seen))

    def open_argument(self, argument: object) -> bool:
        """A target's line, or its code."""
        if isinstance(argument, TargetLine):
            self._wanted = argument.id
            self.table.choose(argument.id)
        elif isinstance(argument, str) and self._seen is not None:
            found = next((one for one in self._seen.lines if one.code == argument), None)
            if found is None:
                return False
            self.table.choose(found.id)
        else:
            return False
        return True

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        if seen.is_closed:
            self.lock.say("in", wording.closed(seen.year), icon="lock")
        else:
            self.lock.silence()
        self.card.title.setText(wording.heading(seen.year))
        self._stack.setCurrentWidget(self._content if seen.lines else self.empty)
        self.empty.button.setVisible(not seen.is_closed)
        self.table.show_lines(seen.lines)
        if self._wanted is not None:
            self.table.choose(self._wanted)
            self._wanted = None
        if self.table.chosen() is None and seen.lines:
            self.table.choose(seen.lines[0].id)
        self._show_tally()
        self._show_chosen()
        self.heading_changed.emit()

    def _show_chosen(self) -> None:
        """The panel follows the row; its people are read when the cursor rests."""
        target = self.table.chosen()
        self.panel.show_target(target)
        is_open = target is not None and self._seen is not None and not self._seen.is_closed
        for widget in (self.edit_button, self.copy_button, self.delete_button, self.up, self.down):
            widget.setEnabled(is_open)
        self._timer.start()

    def _read_subjects(self) -> None:
        target, seen = self.table.chosen(), self._seen
        if target is None or seen is None:
            return

        def show(subjects: tuple[TargetSubject, ...]) -> None:
            chosen = self.table.chosen()
            if chosen is not None and chosen.id == target.id:
                self.panel.show_subjects(subjects)

        self.context.jobs.run(lambda _: target_facts.subjects(seen.campaign_id, target.id), show)

    def _show_tally(self) -> None:
        verdicts = [] if self._seen is None else [target.verdict for target in self._seen.lines]
        parts = [
            f'<span style="color:{verdict_colour(verdict).name()};font-weight:600">{words}</span>'
            for verdict, words in tallies.tally(verdicts)
        ]
        self.tally.setText("&nbsp;&nbsp;&nbsp;".join([tallies.tally_of(len(verdicts)), *parts]))

    def _edit(self) -> None:
        target = self._editable()
        if target is not None:
            self._with_draft(target, lambda choices, draft: self._open_dialog(choices, draft, target.id))

    def _copy(self) -> None:
        target = self._editable()
        if target is not None:
            self._with_draft(
                target, lambda choices, draft: self._open_dialog(choices, copied(draft, choices.next_code))
            )

    def _delete(self) -> None:
        target = self._editable()
        if target is not None:
            self.context.jobs.command(lambda _: targets.remove_target(target.id), self._say_deleted)

    def _move(self, step: int) -> None:
        target = self._editable()
        if target is not None:
            self.context.jobs.command(lambda _: targets.move_target(target.id, step))

    def _take(self) -> None:
        seen = self._seen
        if seen is not None and not seen.is_closed:
            TakeDialog(self.context, self, seen.campaign_id, seen.sources).open()

    def _editable(self) -> TargetLine | None:
        return None if self._seen is None or self._seen.is_closed else self.table.chosen()

    def _say_deleted(self, changes: Changes) -> None:
        self.context.bus.status.emit(wording.deleted(changes.title))

    def _with_choices(self, then: Callable[[TargetChoices], None]) -> None:
        seen = self._seen
        if seen is not None and not seen.is_closed:
            self.context.jobs.run(lambda _: target_choices.choices(seen.campaign_id), then)

    def _with_draft(self, target: TargetLine, then: Callable[[TargetChoices, TargetDraft], None]) -> None:
        seen = self._seen
        if seen is not None:
            self.context.jobs.run(
                lambda _: (target_choices.choices(seen.campaign_id), targets.draft_of(target.id)),
                lambda found: then(*found),
            )

    def _open_dialog(self, choices: TargetChoices, draft: TargetDraft, target_id: TargetId | None = None) -> None:
        if self._seen is None:
            return
        dialog = TargetDialog(self.context, self, self._seen.campaign_id, choices, draft, target_id)
        if target_id is None:
            dialog.accepted.connect(self._go_to_last)
        dialog.open()

    def _go_to_last(self) -> None:
        if self._seen is not None and self._seen.lines:
            self.table.choose(self._seen.lines[-1].id)

    def _shown(self, seen: _Seen) -> ShownList:
        return shown_targets(seen.lines, seen.year, self.context.clock().date())

    def _open_output(self) -> None:
        menu = QMenu(self)
        menu.addAction(wording.PRINT_LIST).triggered.connect(self.print_out)
        menu.addAction(wording.EXPORT_LIST).triggered.connect(self.export)
        menu.popup(self.output_button.mapToGlobal(QPoint(0, self.output_button.height() + 2)))

    def _lay_out(self) -> None:
        self.card.add_to_heading(Legend((("band", wording.REQUIRED_RANGE), ("successFill", wording.REACHED))))
        self.card.body.setSpacing(0)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(line())
        self.card.body.addLayout(self._foot())
        whole = QWidget()
        whole.setProperty("transparent", True)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(16))
        rows.setSpacing(theme.px(12))
        rows.addWidget(self.lock)
        rows.addWidget(Beside(self.card, self.panel, least=_SIDE_BY_SIDE, side_width=_SIDE), 1)
        self._content = QScrollArea()
        self._content.setWidgetResizable(True)
        self._content.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content.setWidget(whole)
        self._stack = QStackedLayout(self)
        for page in (self._content, self.empty, self.no_year):
            self._stack.addWidget(page)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.tally, 1)
        for widget in (
            self.up, self.down, self.edit_button, self.copy_button, self.delete_button, self.output_button
        ):  # fmt: skip
            foot.addWidget(widget)
        return foot

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_new)
        self.empty.acted.connect(self.add_new)
        self.take_button.clicked.connect(self._take)
        self.edit_button.clicked.connect(self._edit)
        self.copy_button.clicked.connect(self._copy)
        self.delete_button.clicked.connect(self._delete)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.output_button.clicked.connect(self._open_output)
        self.table.line_chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _: self._edit())
        self._timer.timeout.connect(self._read_subjects)
        theme.theme_switch().changed.connect(self._show_tally)
        navigate = self.context.bus.navigate
        self.panel.person_opened.connect(lambda person: navigate.emit("people", person))
        self.panel.conditions_wanted.connect(
            lambda title: self.context.bus.navigate.emit("rules", ("packs", None, title.value))
        )
        self.panel.unit_opened.connect(lambda unit: navigate.emit("units", unit))
        add_actions(self.table, (
            ("F2", wording.EDIT, self._edit),
            ("Ctrl+D", wording.COPY, self._copy),
            ("Delete", wording.DELETE, self._delete),
            ("Alt+Up", wording.UP, lambda: self._move(-1)),
            ("Alt+Down", wording.DOWN, lambda: self._move(1)),
        ))  # fmt: skip


def _read(campaign_id: CampaignId) -> _Seen:
    year = campaigns.campaign(campaign_id)
    closed = year.state is CampaignState.CLOSED
    lines = target_facts.target_lines(campaign_id)
    return _Seen(campaign_id, year.year, closed, lines, target_choices.sources(campaign_id))
