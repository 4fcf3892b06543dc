"""Typing scores and comments into a year. Decides no verdict: core.scoring says what a typed text is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from db.models.organisation import Person
from db.models.scoring import Criterion as CriterionRow
from db.models.scoring import DraftInput, Score, ScoreComment
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId, PersonId, StageId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.scoring import Criterion, Entry, parse_entry
from thidua_gui.services import score_reasons
from thidua_gui.services.campaigns import refuse_if_stage_closed
from thidua_gui.services.sheet_rows import criterion_of
from thidua_gui.services.transaction import read, write
from thidua_gui.text import score_reasons as reason_wording
from thidua_gui.text import scoring as wording


@dataclass(frozen=True, slots=True)
class CellEntry:
    """What was typed for one person and criterion; an empty text means not scored."""

    person_id: PersonId
    criterion_id: CriterionId
    text: str


def enter(stage_id: StageId, entries: Sequence[CellEntry], progress: Progress = SILENT) -> Changes:
    """Write what was typed, one undo step. A refused value becomes a draft input and the score stays missing; so
    does a council's change that wants a reason (score_reasons) as long as none is given."""
    with write(_title(entries)) as operation:
        refuse_if_stage_closed(stage_id)
        store(stage_id, entries, progress)
    return operation.changes


def enter_with_reason(stage_id: StageId, entry: CellEntry, reason: str, *, at: datetime, author: str) -> Changes:
    """Write a council's change together with the reason that it wants, one undo step; silence is refused."""
    said = reason.strip()
    if not said:
        raise UserError("score_reason_empty")
    with write(_title_with_reason(entry), reason=said) as operation:
        refuse_if_stage_closed(stage_id)
        score_reasons.keep(stage_id, entry.person_id, entry.criterion_id, said, at=at, author=author)
        store(stage_id, (entry,))
    return operation.changes


def store(stage_id: StageId, entries: Sequence[CellEntry], progress: Progress = SILENT) -> None:
    """Write what was typed, for use inside a transaction."""
    criteria = _criteria_by_id({entry.criterion_id for entry in entries})
    wanting = score_reasons.wanting(stage_id, {entry.person_id for entry in entries})
    for place, entry in enumerate(entries):
        progress.step(place, len(entries))
        _enter_cell(stage_id, entry, criteria[entry.criterion_id], wanting)


def add_comment(
    stage_id: StageId, person_id: PersonId, criterion_id: CriterionId | None, text: str, *, at: datetime, author: str
) -> Changes:
    """Write a comment on a person's sheet or one criterion of it; an empty one is refused."""
    written = text.strip()
    if not written:
        raise UserError("comment_empty")
    with write(wording.step_comment(_name(person_id))) as operation:
        refuse_if_stage_closed(stage_id)
        ScoreComment.create(
            stage=stage_id, person=person_id, criterion=criterion_id, text=written, written_at=at, author=author
        )
    return operation.changes


def remove_comment(comment_id: int) -> Changes:
    """Take a comment away again; undo brings it back."""
    with write(wording.STEP_REMOVE_COMMENT) as operation:
        ScoreComment.delete().where(ScoreComment.id == comment_id).execute()
    return operation.changes


def _enter_cell(stage_id: StageId, entry: CellEntry, criterion: Criterion, wanting: score_reasons.Wanting) -> None:
    read_entry = parse_entry(criterion, entry.text)
    if read_entry.points is not None and wanting(entry.person_id, entry.criterion_id, read_entry.points):
        read_entry = Entry(None, score_reasons.REASON_MISSING, read_entry.text)
    cell = (Score.stage == stage_id) & (Score.person == entry.person_id) & (Score.criterion == entry.criterion_id)
    draft_cell = (
        (DraftInput.stage == stage_id)
        & (DraftInput.person == entry.person_id)
        & (DraftInput.criterion == entry.criterion_id)
    )
    key = {"stage": stage_id, "person": entry.person_id, "criterion": entry.criterion_id}
    old = Score.get_or_none(cell)
    DraftInput.delete().where(draft_cell).execute()
    if read_entry.points is None or read_entry.problem is not None:
        if old is not None:
            old.delete_instance()
        if read_entry.problem is not None:
            DraftInput.create(**key, text=read_entry.text, problem=read_entry.problem)
    elif old is None:
        Score.create(**key, points=read_entry.points.hundredths)
    elif old.points != read_entry.points.hundredths:
        old.points = read_entry.points.hundredths
        old.save(only=[Score.points])


def _title(entries: Sequence[CellEntry]) -> str:
    if len(entries) != 1:
        return wording.step_many(len(entries))
    with read():
        criterion = CriterionRow.get_by_id(entries[0].criterion_id)
        return wording.step_one(_name(entries[0].person_id), criterion.number)


def _title_with_reason(entry: CellEntry) -> str:
    with read():
        number = CriterionRow.get_by_id(entry.criterion_id).number
        return reason_wording.step_reason(_name(entry.person_id), number)


def _name(person_id: PersonId) -> str:
    return Person.get_by_id(person_id).full_name


def _criteria_by_id(ids: Iterable[CriterionId]) -> dict[CriterionId, Criterion]:
    found = CriterionRow.select().where(CriterionRow.id.in_(list(ids)))
    return {CriterionId(row.id): criterion_of(row) for row in found}
