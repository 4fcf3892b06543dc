"""Typing scores and comments into a year. Decides no verdict: core.scoring says what a typed text is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.models.scoring import CriteriaSheet, DraftInput, Score, ScoreComment
from db.models.scoring import Criterion as CriterionRow
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId, StageId, SubjectId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.scoring import Criterion, Entry, SheetSubject, parse_entry
from thidua_gui.services import score_reasons
from thidua_gui.services.campaigns import refuse_if_stage_closed
from thidua_gui.services.sheet_rows import criterion_of
from thidua_gui.services.subjects import column, name_of, owner
from thidua_gui.services.transaction import read, write
from thidua_gui.text import score_reasons as reason_wording
from thidua_gui.text import scoring as wording
from thidua_gui.text.names import SHEET_SUBJECTS


@dataclass(frozen=True, slots=True)
class CellEntry:
    """What was typed for one person, or unit, and criterion; an empty text means not scored."""

    subject_id: SubjectId
    criterion_id: CriterionId
    text: str


def enter(
    stage_id: StageId, entries: Sequence[CellEntry], progress: Progress = SILENT, *,
    of: SheetSubject = SheetSubject.PERSON,
) -> Changes:  # fmt: skip
    """Write what was typed for people, or for units, one undo step. A refused value becomes a draft input and the
    score stays missing; so does a council's change that wants a reason (score_reasons) as long as none is given."""
    with write(_title(entries, of)) as operation:
        refuse_if_stage_closed(stage_id)
        store(stage_id, entries, progress, of=of)
    return operation.changes


def enter_with_reason(
    stage_id: StageId, entry: CellEntry, reason: str, *, at: datetime, author: str,
    of: SheetSubject = SheetSubject.PERSON,
) -> Changes:  # fmt: skip
    """Write a council's change together with the reason that it wants, one undo step; silence is refused."""
    said = reason.strip()
    if not said:
        raise UserError("score_reason_empty")
    with write(_title_with_reason(entry, of), reason=said) as operation:
        refuse_if_stage_closed(stage_id)
        score_reasons.keep(stage_id, entry.subject_id, entry.criterion_id, said, at=at, author=author, of=of)
        store(stage_id, (entry,), of=of)
    return operation.changes


def store(
    stage_id: StageId, entries: Sequence[CellEntry], progress: Progress = SILENT, *,
    of: SheetSubject = SheetSubject.PERSON,
) -> None:  # fmt: skip
    """Write what was typed, for use inside a transaction. Refused: a criterion by which people are scored, typed for
    a unit, or the other way round."""
    criteria = _criteria_by_id({entry.criterion_id for entry in entries}, of)
    wanting = score_reasons.wanting(stage_id, {entry.subject_id for entry in entries}, of)
    for place, entry in enumerate(entries):
        progress.step(place, len(entries))
        _enter_cell(stage_id, entry, criteria[entry.criterion_id], wanting, of)


def add_comment(
    stage_id: StageId, subject_id: SubjectId, criterion_id: CriterionId | None, text: str, *, at: datetime,
    author: str, of: SheetSubject = SheetSubject.PERSON,
) -> Changes:  # fmt: skip
    """Write a comment on a person's or unit's sheet or one criterion of it; an empty one is refused."""
    written = text.strip()
    if not written:
        raise UserError("comment_empty")
    with write(wording.step_comment(_name(subject_id, of))) as operation:
        refuse_if_stage_closed(stage_id)
        ScoreComment.create(
            stage=stage_id, criterion=criterion_id, text=written, written_at=at, author=author,
            **{column(of): subject_id},
        )
    return operation.changes


def remove_comment(comment_id: int) -> Changes:
    """Take a comment away again; undo brings it back."""
    with write(wording.STEP_REMOVE_COMMENT) as operation:
        ScoreComment.delete().where(ScoreComment.id == comment_id).execute()
    return operation.changes


def _enter_cell(
    stage_id: StageId, entry: CellEntry, criterion: Criterion, wanting: score_reasons.Wanting, of: SheetSubject
) -> None:
    read_entry = parse_entry(criterion, entry.text)
    if read_entry.points is not None and wanting(entry.subject_id, entry.criterion_id, read_entry.points):
        read_entry = Entry(None, score_reasons.REASON_MISSING, read_entry.text)
    key = {"stage": stage_id, column(of): entry.subject_id, "criterion": entry.criterion_id}
    old = Score.get_or_none(_cell(Score, stage_id, entry, of))
    DraftInput.delete().where(_cell(DraftInput, stage_id, entry, of)).execute()
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


def _cell(model: Any, stage_id: StageId, entry: CellEntry, of: SheetSubject) -> Any:
    mine = owner(model, of) == entry.subject_id
    return (model.stage == stage_id) & mine & (model.criterion == entry.criterion_id)


def _title(entries: Sequence[CellEntry], of: SheetSubject) -> str:
    if len(entries) != 1:
        return wording.step_many(len(entries))
    with read():
        criterion = CriterionRow.get_by_id(entries[0].criterion_id)
        return wording.step_one(name_of(entries[0].subject_id, of), criterion.number)


def _title_with_reason(entry: CellEntry, of: SheetSubject) -> str:
    with read():
        number = CriterionRow.get_by_id(entry.criterion_id).number
        return reason_wording.step_reason(name_of(entry.subject_id, of), number)


def _name(subject_id: SubjectId, of: SheetSubject) -> str:
    with read():
        return name_of(subject_id, of)


def _criteria_by_id(ids: Iterable[CriterionId], of: SheetSubject) -> dict[CriterionId, Criterion]:
    query = CriterionRow.select(CriterionRow, CriteriaSheet.subject).join(CriteriaSheet)
    found = list(query.where(CriterionRow.id.in_(list(ids))))
    stranger = next((row for row in found if row.sheet.subject != of), None)
    if stranger is not None:
        raise UserError("score_of_other_subject", number=stranger.number, subject=SHEET_SUBJECTS[of])
    return {CriterionId(row.id): criterion_of(row) for row in found}
