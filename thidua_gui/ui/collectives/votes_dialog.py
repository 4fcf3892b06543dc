"""Kết quả bình xét: what one unit proposes after its vote, line by line. Each change is one command."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from thidua_gui.core.ids import CampaignId, UnitId, UnitVoteId
from thidua_gui.services import organisation, unit_votes_edit, vote_list
from thidua_gui.services.vote_list import VoteLine, VoteList
from thidua_gui.text import collectives as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui import theme
from thidua_gui.ui.collectives.vote_dialog import VoteDialog
from thidua_gui.ui.context import Context
from thidua_gui.ui.widgets.buttons import push
from thidua_gui.ui.widgets.dialog import Dialog
from thidua_gui.ui.widgets.empty_state import EmptyState
from thidua_gui.ui.widgets.grid.columns import Column, FilterKind, Kind, Look
from thidua_gui.ui.widgets.grid.panel import GridPanel
from thidua_gui.ui.widgets.grid.snapshot_model import SnapshotModel
from thidua_gui.ui.widgets.grid.view import GridView
from thidua_gui.ui.widgets.keyed_actions import add_actions


class VotesDialog(Dialog):
    """Opens once its lines are read; a year that is closed is only shown."""

    def __init__(
        self, context: Context, parent: QWidget, campaign_id: CampaignId, unit_id: UnitId, name: str, *, is_open: bool
    ) -> None:
        text = wording.VOTES_TEXT if is_open else f"{wording.VOTES_TEXT} {wording.VOTES_CLOSED}"
        super().__init__(parent, wording.VOTES_OF.format(unit=name), wording.CLOSE, text=text)
        self.context = context
        self._campaign_id, self._unit_id, self._name, self._is_open = campaign_id, unit_id, name, is_open
        self._seen: VoteList | None = None
        self._known: frozenset[int] | None = None
        self.model: SnapshotModel[VoteLine] = SnapshotModel(vote_columns())
        self.grid = GridView(self.model)
        self.grid.setAccessibleName(wording.VOTES_OF.format(unit=name))
        self.empty = EmptyState(
            "list-check", wording.NO_VOTES, wording.NO_VOTES_WHY, wording.VOTE_ADD if is_open else ""
        )
        self.add_vote = push(wording.VOTE_ADD, "plus")
        self.edit_vote = push(wording.VOTE_EDIT, "pencil")
        self.remove_vote = push(wording.VOTE_REMOVE, "trash")
        self.secondary.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._arrange()
        self._wire()

    def load(self) -> None:
        """Read the lines anew; the dialog opens with the first."""
        campaign_id, unit_id, today = self._campaign_id, self._unit_id, self.context.clock().date()
        on = organisation.day_for(self.context.year, today)
        self.context.jobs.run(lambda _: vote_list.vote_list(campaign_id, unit_id, on), self._show)

    def _show(self, seen: VoteList) -> None:
        self._seen = seen
        ids = frozenset(line.id for line in seen.lines)
        added, self._known = ids - (self._known if self._known is not None else ids), ids
        self.model.set_rows(seen.lines)
        self._stack.setCurrentIndex(0 if seen.lines else 1)
        chosen = max(added) if added else self.grid.current_row_id
        if seen.lines:
            self.grid.select_row(seen.lines[0].id if chosen is None or chosen not in ids else chosen)
        self._enable()
        if not self.isVisible():
            self.open()
        (self.grid if seen.lines else self.empty.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self) -> VoteLine | None:
        row_id = self.grid.current_row_id
        return None if row_id is None or self.model.line_of(row_id) is None else self.model.row_of(row_id)

    def _enable(self) -> None:
        has_line = self._line() is not None
        self.edit_vote.setEnabled(has_line)
        self.remove_vote.setEnabled(has_line)

    def _add(self) -> None:
        self._ask(None)

    def _edit(self) -> None:
        line = self._line()
        if line is not None:
            self._ask(line)

    def _ask(self, line: VoteLine | None) -> None:
        if self._seen is None or not self._is_open:
            return
        dialog = VoteDialog(self.context, self, self._campaign_id, self._name, self._seen, line)
        dialog.accepted.connect(self.load)
        dialog.open()

    def _remove(self) -> None:
        chosen = self.grid.selected_row_ids() or tuple(filter(None, [self.grid.current_row_id]))
        votes = [UnitVoteId(row_id) for row_id in chosen]
        if not votes or not self._is_open:
            return
        self.show_error("")
        self.context.jobs.command(
            lambda _: unit_votes_edit.remove(self._campaign_id, votes), lambda _: self.load(),
            lambda problem: self.show_error(sentence(problem)),
        )  # fmt: skip

    def _arrange(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        for button in (self.add_vote, self.edit_vote, self.remove_vote):
            button.setVisible(self._is_open)
            tools.addWidget(button)
        tools.addStretch(1)
        self.body.addLayout(tools)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(GridPanel(self.grid))
        self._stack.addWidget(self.empty)
        holder.setMinimumHeight(theme.px(220))
        self.body.addWidget(holder, 1)
        self.fill_with_body()
        self.setMinimumWidth(theme.px(720))
        self.resize(theme.px(860), theme.px(500))

    def _wire(self) -> None:
        self.add_vote.clicked.connect(self._add)
        self.edit_vote.clicked.connect(self._edit)
        self.remove_vote.clicked.connect(self._remove)
        self.empty.acted.connect(self._add)
        self.grid.opened.connect(lambda _: self._edit())
        self.grid.current_row_changed.connect(lambda _: self._enable())
        if self._is_open:
            add_actions(self, [("Ctrl+N", wording.VOTE_ADD, self._add)])
            add_actions(self.grid, [("Del", wording.VOTE_REMOVE, self._remove)])


def vote_columns() -> tuple[Column[VoteLine], ...]:
    """Who, for what, with how many votes, when."""
    return (
        Column(
            key="who", title=wording.COLUMN_WHO, text=lambda line: line.name, width=200, look=Look.STRONG, stretch=True,
            tooltip=lambda line: line.name, filter=FilterKind.CONTAINS,
        ),
        Column(
            key="title", title=wording.COLUMN_TITLE, text=lambda line: line.short, width=160, filter=FilterKind.CHOICE,
            tooltip=lambda line: line.vote.title,
        ),
        Column(
            key="agree", title=wording.COLUMN_AGREE, width=150,
            text=lambda line: wording.counted(line.count) or wording.NOT_COUNTED,
            look_of=lambda line: Look.PLAIN if line.vote.agree is not None else Look.MUTED,
            sort_key=lambda line: line.count.share,
        ),
        Column(
            key="day", title=wording.COLUMN_DAY, width=104, kind=Kind.DATE,
            text=lambda line: wording.day(line.vote.held_on), sort_key=lambda line: line.vote.held_on,
        ),
        Column(
            key="achievement", title=wording.ACHIEVEMENT, width=150, text=lambda line: line.vote.achievement or "",
            tooltip=lambda line: line.vote.achievement or "",
        ),
    )  # fmt: skip
