"""Has proposals written: opens the dialogs, runs the commands, says what was done or refused. Shows no list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_gui.core.award_kinds import ListedKind
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.proposals import PaperState, State, allowed, needs_reason
from thidua_gui.services import (
    movements,
    objections,
    open_cases,
    organisation,
    proposal_initiatives,
    proposal_kinds,
    proposals_edit,
)
from thidua_gui.services.organisation import day_for
from thidua_gui.services.proposal_views import CaseLine, Dossier, DossierLine, ObjectionLine, PaperLine, ProposalRow
from thidua_gui.services.proposals_edit import Nominee
from thidua_gui.text.forms import done
from thidua_gui.ui.context import Context
from thidua_gui.ui.proposals.dialogs import (
    CaseDialog,
    CloseCaseDialog,
    MoveDialog,
    ObjectionDialog,
    OverrideDialog,
    PaperDialog,
    SettleDialog,
)
from thidua_gui.ui.proposals.panel import ProposalPanel
from thidua_gui.ui.proposals.paper_desk import PaperDesk
from thidua_gui.ui.proposals.propose_dialogs import EditDialog, Offered, ProposeDialog

if TYPE_CHECKING:
    from thidua_gui.core.changes import Changes


class ProposalDesk(QObject):
    """Every action is one command and one step of undo. `refused` carries a Problem for the page."""

    refused = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.seen: Dossier | None = None
        """What the panel shows: objections, papers and overrides are of it."""
        self.is_closed = True
        self.papers = PaperDesk(context, window)
        self.papers.refused.connect(self.refused)

    def serve(self, panel: ProposalPanel) -> None:
        """Do what the panel asks for."""
        check, papers = panel.check, panel.papers
        panel.move_wanted.connect(lambda to: self.move(self.seen_rows(), to))
        panel.edit_wanted.connect(self.edit_seen)
        panel.remove_wanted.connect(lambda: self.remove(self.seen_rows()))
        for signal, act in (
            (check.override_wanted, self.override), (check.drop_wanted, self.drop_override),
            (check.objection_wanted, self.object_to), (check.settle_wanted, self.settle),
            (check.objection_removal_wanted, self.remove_objection), (check.case_wanted, self.add_case),
            (check.close_wanted, self.close_case), (check.case_removal_wanted, self.remove_case),
            (papers.tick_wanted, self.tick_paper), (check.rule_wanted, self.see_rule),
            (papers.waive_wanted, partial(self.ask_paper, PaperState.WAIVED)),
            (papers.note_wanted, partial(self.ask_paper, PaperState.PRESENT)),
            (papers.attach_wanted, self._attach),
            (papers.open_wanted, self.papers.open),
            (papers.add_wanted, partial(self.ask_paper, PaperState.PRESENT)),
            (panel.initiatives.chosen, self.choose_initiatives),
            (panel.initiatives.suggestion_taken, self.choose_suggested),
        ):  # fmt: skip
            signal.connect(act)

    def run(self, command: Callable[[], Changes]) -> None:
        """Something that asks nothing more."""
        self._context.jobs.command(lambda _: command(), self._tell, self.refused.emit)

    def add(self, kind: str) -> None:
        """One or many by name."""
        self._with_offered(lambda offered: ProposeDialog(self._context, self._window, offered, kind).open())

    def edit(self, row: ProposalRow) -> None:
        """What is proposed."""
        self._with_offered(lambda offered: EditDialog(self._context, self._window, offered, row).open())

    def edit_seen(self) -> None:
        """The one in the panel."""
        if self.seen is not None:
            self.edit(self.seen.row)

    def seen_rows(self) -> list[ProposalRow]:
        """The one in the panel, as a list."""
        return [] if self.seen is None else [self.seen.row]

    def propose(self, kind: str, nominees: Sequence[Nominee]) -> None:
        """Drafts for people who were found."""
        campaign_id = self._campaign()
        if campaign_id is not None:
            self.run(partial(proposals_edit.propose, campaign_id, kind, nominees))

    def set_listed(self, rows: Sequence[ProposalRow], flag: bool) -> None:
        """Tick or untick them for the council."""
        if rows and not self.is_closed:
            self.run(partial(proposals_edit.set_listed, [row.id for row in rows], flag))

    def move(self, rows: Sequence[ProposalRow], to: State) -> None:
        """At once, or after a dialog where a reason is asked for."""
        if not rows or self.is_closed:
            return
        if to is State.LOWERED or any(needs_reason(row.state, to) for row in rows):
            self._ask_move(rows, to)
        else:
            self.run(partial(proposals_edit.move, [row.id for row in rows], to))

    def step(self, rows: Sequence[ProposalRow]) -> None:
        """The usual next step of all of them."""
        to = next_step(rows)
        if to is not None:
            self.move(rows, to)

    def remove(self, rows: Sequence[ProposalRow]) -> None:
        """Drafts are deleted (undo brings them back), anything later is withdrawn with a reason."""
        if not rows or self.is_closed:
            return
        if all(row.state is State.DRAFT for row in rows):
            self.run(partial(proposals_edit.delete_drafts, [row.id for row in rows]))
        else:
            self.move(rows, State.WITHDRAWN)

    def place(self, row: ProposalRow, position: int) -> None:
        """Before or after others with the same total."""
        if not self.is_closed:
            self.run(partial(proposals_edit.place, row.id, position))

    def override(self, line: DossierLine) -> None:
        if self.seen is not None:
            OverrideDialog(self._context, self._window, self.seen.row, line).open()

    def drop_override(self, line: DossierLine) -> None:
        if self.seen is not None:
            self.run(partial(proposals_edit.drop_override, self.seen.row.id, line.condition))

    def object_to(self, line: DossierLine | None) -> None:
        """Against a condition that the unit attests; None lets choose."""
        campaign_id, seen = self._campaign(), self.seen
        if campaign_id is None or seen is None or seen.is_closed:
            return
        lines = [one for one in seen.lines if one.is_attested]
        if lines:
            ObjectionDialog(self._context, self._window, campaign_id, seen.row, lines, line).open()

    def settle(self, one: ObjectionLine) -> None:
        SettleDialog(self._context, self._window, one.id, one.content).open()

    def remove_objection(self, one: ObjectionLine) -> None:
        self.run(partial(objections.remove_objection, one.id))

    def add_case(self) -> None:
        if self.seen is not None and not self.seen.is_closed:
            CaseDialog(self._context, self._window, self.seen.row).open()

    def see_rule(self, line: DossierLine) -> None:
        """The condition among the packs, where it is compared with its text."""
        if self.seen is not None:
            place = ("packs", self.seen.pack, self.seen.row.kind, line.condition)
            self._context.bus.navigate.emit("rules", place)

    def close_case(self, one: CaseLine) -> None:
        CloseCaseDialog(self._context, self._window, one.id, one.content).open()

    def remove_case(self, one: CaseLine) -> None:
        self.run(partial(open_cases.remove_case, one.id))

    def tick_paper(self, paper: PaperLine, state: PaperState | None) -> None:
        if self.seen is not None:
            command = partial(
                proposals_edit.note_paper, self.seen.row.id, paper.name, state, paper.note if state else "",
                attachment_id=paper.attachment_id,
            )  # fmt: skip
            self.run(command)

    def ask_paper(self, state: PaperState, paper: PaperLine | None = None) -> None:
        """A note on a paper, why it is not needed, or a paper beside the list."""
        if self.seen is not None:
            PaperDialog(self._context, self._window, self.seen.row, state, paper).open()

    def choose_initiatives(self, chosen: Sequence[int]) -> None:
        if self.seen is not None:
            self.run(partial(proposals_edit.choose_initiatives, self.seen.row.id, list(chosen)))  # type: ignore[arg-type]  # a signal's tuple of InitiativeId

    def choose_suggested(self) -> None:
        """For all proposals of the person at once."""
        campaign_id, seen = self._campaign(), self.seen
        if campaign_id is not None and seen is not None and seen.row.person_id is not None:
            self.run(partial(proposal_initiatives.choose_suggested, campaign_id, seen.row.person_id))

    def _attach(self, paper: PaperLine) -> None:
        if self.seen is not None:
            self.papers.attach(self.seen.row.id, paper)

    def _ask_move(self, rows: Sequence[ProposalRow], to: State) -> None:
        def ask(found: dict[str, ListedKind]) -> None:
            own = found.get(rows[0].kind)
            lower = [(kind.key, kind.name) for kind in found.values() if own is None or _may_replace(kind, own)]
            MoveDialog(self._context, self._window, rows, to, lower).open()

        self._context.jobs.run(lambda _: proposal_kinds.kinds(), ask)

    def _with_offered(self, ask: Callable[[Offered], None]) -> None:
        campaign_id = self._campaign()
        if campaign_id is None or self.is_closed:
            return
        today = self._context.clock().date()
        on = day_for(self._context.year, today)

        def offered() -> Offered:
            return Offered(
                campaign_id, proposal_kinds.kinds(), organisation.units(on), movements.movements(campaign_id, today)
            )

        self._context.jobs.run(lambda _: offered(), ask)

    def _campaign(self) -> CampaignId | None:
        return self._context.campaign_id

    def _tell(self, changes: Changes) -> None:
        if changes.operation is not None:
            self._context.bus.status.emit(done(changes.title))


def next_step(rows: Sequence[ProposalRow]) -> State | None:
    """The usual next step, if it is the same for all of them."""
    steps = {allowed(row.state)[0] if allowed(row.state) else None for row in rows}
    return steps.pop() if len(steps) == 1 else None


def common_steps(rows: Sequence[ProposalRow]) -> tuple[State, ...]:
    """Where every one of them may go."""
    if not rows:
        return ()
    return tuple(state for state in allowed(rows[0].state) if all(state in allowed(row.state) for row in rows))


def _may_replace(kind: ListedKind, own: ListedKind) -> bool:
    """Another award for the same bearers."""
    return kind.key != own.key and kind.bearer is own.bearer and kind.is_used
