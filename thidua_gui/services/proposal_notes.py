"""What is noted on a dossier: papers that came, conditions set aside with a reason. Hides no verdict."""

from __future__ import annotations

from datetime import date

from db.models.attachments import Attachment
from db.models.proposals import ConditionOverride, Proposal, ProposalPaper
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AttachmentId, ProposalId
from thidua_gui.core.proposals import EDITABLE, GONE, PaperState, State
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import attachments
from thidua_gui.services.evidence import Offered
from thidua_gui.services.proposal_dossier import dossier
from thidua_gui.services.proposal_store import row_of, whose, writable
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.text import proposals as wording

_OVERRIDABLE = EDITABLE | {State.PRESENTED}


def override(proposal_id: ProposalId, condition_id: str, reason: str) -> Changes:
    """Set a condition aside for a reason; the verdict goes on showing it as not met."""
    with write(wording.STEP_OVERRIDE.format(name=_name(proposal_id)), reason=tidy(reason)) as operation:
        _writable(proposal_id)
        _refuse_unneeded(proposal_id, condition_id)
        if not tidy(reason):
            raise UserError("override_reason_missing", field="reason")
        session = open_session()
        said: dict[str, object] = {"reason": tidy(reason), "at": session.clock(), "user": session.user}
        row = _override(proposal_id, condition_id)
        if row is None:
            ConditionOverride.create(proposal=proposal_id, condition=condition_id, **said)
        else:
            save_changed(row, said)
    return operation.changes


def drop_override(proposal_id: ProposalId, condition_id: str) -> Changes:
    """It is not set aside any more."""
    with write(wording.STEP_DROP_OVERRIDE.format(name=_name(proposal_id))) as operation:
        _writable(proposal_id)
        row = _override(proposal_id, condition_id)
        if row is None:
            raise UserError("override_gone")
        row.delete_instance()
    return operation.changes


def note_paper(
    proposal_id: ProposalId,
    name: str,
    state: PaperState | None,
    note: str = "",
    *,
    noted_on: date | None = None,
    attachment_id: AttachmentId | None = None,
    file: Offered | None = None,
) -> Changes:
    """A paper is there, or is not needed for a reason; None = neither, the note goes. Without a day on today's. A
    `file` is attached to it in the same step."""
    with write(wording.STEP_PAPER.format(name=_name(proposal_id))) as operation:
        (proposal,) = writable([proposal_id])
        if State(proposal.state) in GONE:
            raise UserError("proposal_locked", name=whose(proposal), state=wording.STATES[State(proposal.state)])
        if file is not None:
            attachment_id = attachments.store(file.content, file.name, file.media_type)
        _store_paper(proposal_id, tidy(name), state, tidy(note), _received(noted_on), attachment_id)
    return operation.changes


def _store_paper(
    proposal_id: ProposalId, name: str, state: PaperState | None, note: str, noted_on: date,
    attachment_id: AttachmentId | None,
) -> None:  # fmt: skip
    if not name:
        raise UserError("paper_name_missing", field="name")
    row = ProposalPaper.get_or_none((ProposalPaper.proposal == proposal_id) & (ProposalPaper.name == name))
    if state is None:
        if row is not None:
            row.delete_instance()
        return
    if state is PaperState.WAIVED and not note:
        raise UserError("paper_note_missing", field="note")
    if attachment_id is not None and not Attachment.select().where(Attachment.id == attachment_id).exists():
        raise UserError("paper_attachment_gone", field="attachment")
    said: dict[str, object] = {
        "state": state.value, "note": note or None, "noted_on": noted_on, "attachment_id": attachment_id,
    }  # fmt: skip
    if row is None:
        ProposalPaper.create(proposal=proposal_id, name=name, **said)
    else:
        save_changed(row, said)


def _received(noted_on: date | None) -> date:
    refuse_odd("noted_on", noted_on)
    today = open_session().clock().date()
    if noted_on is not None and noted_on > today:
        raise UserError("paper_day_future", field="noted_on", day=noted_on)
    return noted_on or today


def _refuse_unneeded(proposal_id: ProposalId, condition_id: str) -> None:
    lines = {line.condition: line for line in dossier(proposal_id, is_provisional=True).lines}
    if condition_id not in lines:
        raise UserError("override_condition_unknown")
    if lines[condition_id].outcome is Outcome.MET:
        raise UserError("override_unneeded")


def _writable(proposal_id: ProposalId) -> Proposal:
    (row,) = writable([proposal_id])
    if State(row.state) not in _OVERRIDABLE:
        raise UserError("proposal_locked", name=whose(row), state=wording.STATES[State(row.state)])
    return row


def _override(proposal_id: ProposalId, condition_id: str) -> ConditionOverride | None:
    mine = (ConditionOverride.proposal == proposal_id) & (ConditionOverride.condition == condition_id)
    row: ConditionOverride | None = ConditionOverride.get_or_none(mine)
    return row


def _name(proposal_id: ProposalId) -> str:
    with read():
        return whose(row_of(proposal_id))
