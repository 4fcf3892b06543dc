"""Many proposals at once, and many before the council: what will be done is shown before it is. Shows no list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.proposals import State
from thidua_gui.core.vietnamese import grouped
from thidua_gui.services import proposal_candidates, proposals_edit
from thidua_gui.services.proposal_candidates import Candidate, Source
from thidua_gui.services.proposal_views import KindTab, ProposalList
from thidua_gui.text import proposals_page as page_wording
from thidua_gui.text import proposals_propose as wording
from thidua_gui.ui import theme
from thidua_gui.ui.context import Context
from thidua_gui.ui.forms.form_dialog import Command, FormDialog, note_editor
from thidua_gui.ui.forms.list_output import drop_menu
from thidua_gui.ui.proposals.desk import ProposalDesk
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, Kind, Look, pick_column
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView

NAMED = 3
READY = (State.VALID, State.DEFERRED)
NOT_YET = (State.DRAFT, State.SUBMITTED, State.RETURNED)


class Sources(QObject):
    """The menu of the header's button, and what its lines open."""

    def __init__(self, context: Context, window: QWidget, desk: ProposalDesk) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._desk = desk

    def open_menu(self, tab: KindTab, button: QWidget, show_missed: Callable[[], None]) -> None:
        """Below the header's button."""
        menu = QMenu(self._window)
        eligible = page_wording.ADD_ELIGIBLE_UNITS if tab.of_units else page_wording.ADD_ELIGIBLE
        for words, act in (
            (page_wording.ADD_CHOSEN, partial(self._desk.add, tab.kind)), (eligible, show_missed),
            (page_wording.ADD_VOTES, partial(self.preview, tab, Source.VOTES)),
            (page_wording.ADD_REGISTERED, partial(self.preview, tab, Source.REGISTRATIONS)),
        ):  # fmt: skip
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        drop_menu(menu, button)

    def preview(self, tab: KindTab, source: Source) -> None:
        """Who would be proposed; nothing is written before the verb."""
        campaign_id = self._context.campaign_id
        if campaign_id is None or self._desk.is_closed:
            return
        self._context.jobs.run(
            lambda _: proposal_candidates.candidates(campaign_id, tab.kind, source),
            lambda found: PreviewDialog(self._context, self._window, campaign_id, tab, source, found).open(),
        )

    def present(self, tab: KindTab, shown: ProposalList) -> None:
        """What goes to the council now, and what does not."""
        campaign_id = self._context.campaign_id
        if campaign_id is not None and not shown.is_closed:
            PresentDialog(self._context, self._window, campaign_id, tab, shown).open()


class PreviewDialog(FormDialog):
    """Everybody is ticked; who is not to be proposed is unticked."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, tab: KindTab, source: Source,
        found: Sequence[Candidate],
    ) -> None:  # fmt: skip
        is_votes = source is Source.VOTES
        title = wording.PREVIEW_VOTES if is_votes else wording.PREVIEW_REGISTERED
        super().__init__(context, parent, f"{title}: {tab.name}", wording.preview_verb(len(found)))
        self._campaign_id, self._kind = campaign_id, tab.kind
        self.model: SnapshotModel[Candidate] = SnapshotModel(_columns(of_units=tab.of_units))
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.PREVIEW_GRID)
        self.model.set_rows(found)
        self.model.pick([one.id for one in found])
        self.model.picked_changed.connect(self._show_count)
        if found:
            self._show_list(len(found))
        else:
            why = wording.NONE_LEFT_VOTES if is_votes else wording.NONE_LEFT_REGISTERED
            self.body.addWidget(EmptyState("circle-check", wording.NONE_LEFT, why))
        self._show_count()

    def command(self) -> Command:
        picked = set(self.model.picked)
        nominees = [row.nominee for row in self.model.rows if row.id in picked]
        return partial(proposals_edit.propose, self._campaign_id, self._kind, nominees)

    def _show_list(self, count: int) -> None:
        hint = QLabel(wording.preview(count))
        hint.setProperty("role", "muted")
        self.body.addWidget(hint)
        panel = GridPanel(self.grid)
        panel.setMinimumHeight(theme.px(320))
        self.body.addWidget(panel, 1)
        self.setMinimumWidth(theme.px(620))
        self.fill_with_body()
        self.grid.select_row(self.model.rows[0].id, "name")
        self.grid.setFocus()

    def _show_count(self) -> None:
        count = len(self.model.picked)
        self.primary.setText(wording.preview_verb(count))
        self.primary.setEnabled(count > 0)


class PresentDialog(FormDialog):
    """Says how many go, who is not valid yet, and that the quota is exceeded: the council decides."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, tab: KindTab, shown: ProposalList
    ) -> None:
        listed = [row for row in shown.rows if row.is_listed]
        ready = [row for row in listed if row.state in READY]
        text = wording.PRESENT_TEXT.format(count=grouped(len(ready)), name=tab.name)
        super().__init__(
            context, parent, f"{wording.PRESENT_TITLE}: {tab.name}", wording.PRESENT_TITLE,
            text=text if ready else wording.NOTHING_READY,
        )  # fmt: skip
        self._campaign_id, self._kind = campaign_id, tab.kind
        not_yet = [row.name for row in listed if row.state in NOT_YET]
        over = 0 if shown.quota is None else shown.quota.over
        for words, role in (
            (wording.not_ready(not_yet[:NAMED], len(not_yet)), "error"),
            (wording.OVER.format(count=grouped(over)) if over and ready else "", "table"),
        ):  # fmt: skip
            if words:
                label = QLabel(words)
                label.setProperty("role", role)
                label.setWordWrap(True)
                self.body.addWidget(label)

        failed = sum(row.outcome is Outcome.NOT_MET and not row.overridden for row in ready)
        lacking = sum(row.papers_missing > 0 for row in ready)
        if failed or lacking:
            label = QLabel(wording.doubts(failed, lacking, of_units=shown.of_units))
            label.setProperty("role", "error")
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.reason = note_editor("")
        if failed:
            self.add_field("reason", wording.PRESENT_REASON, self.reason)

    def command(self) -> Command:
        return partial(proposals_edit.present, self._campaign_id, self._kind, self.reason.toPlainText())


def _columns(*, of_units: bool) -> tuple[Column[Candidate], ...]:
    name = page_wording.UNIT_SUBJECT if of_units else page_wording.PERSON
    return (
        pick_column(),
        Column(
            key="name", title=name, text=lambda row: row.name, width=200, stretch=True, look=Look.STRONG,
            filter=FilterKind.CONTAINS, sort_key=lambda row: row.name_sort,
        ),
        Column(
            key="unit", title=page_wording.UNIT, text=lambda row: row.unit_name, width=160, filter=FilterKind.CHOICE,
        ),
        Column(
            key="points", title=page_wording.POINTS, width=72, kind=Kind.NUMBER,
            text=lambda row: "" if row.total is None else str(row.total),
            sort_key=lambda row: None if row.total is None else row.total.hundredths,
        ),
    )  # fmt: skip
