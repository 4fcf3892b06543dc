"""Blind second entry of paper sheets: a second person types without seeing, then only differences are shown.

Nobody confirms alone: a sheet counts as checked when both entries agree and two different people are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from db.models.scoring import Criterion as CriterionRow
from db.models.scoring import Stage
from db.models.stages import SecondEntry, SecondEntryCheck
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CriterionId, StageId, SubjectId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, Entry, Sheet, SheetSubject, parse_entry
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import score_entry
from thidua_gui.services.campaigns import refuse_if_stage_closed
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import board
from thidua_gui.services.subjects import column, name_of, owner, owner_of
from thidua_gui.services.transaction import read, write
from thidua_gui.text import second_entry as wording


@dataclass(frozen=True, slots=True)
class Difference:
    """One criterion on which the entries differ; `first` None = not scored, `second` as typed, "" = left empty."""

    criterion: Criterion
    first: Points | None
    second: str


@dataclass(frozen=True, slots=True)
class Vouched:
    """Who confirmed a sheet, and when."""

    first_by: str
    second_by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class SheetCheck:
    """How far one sheet is: typed a second time or not, what differs, and who has confirmed it."""

    subject_id: SubjectId
    typed: int
    of: int
    differences: tuple[Difference, ...]
    first_by: str | None
    second_by: str | None
    checked_at: datetime | None

    @property
    def can_confirm(self) -> bool:
        """Everything was typed twice and agrees."""
        return self.typed == self.of and not self.differences


def enter(
    stage_id: StageId, entries: Sequence[CellEntry], *, by: str, at: datetime, of: SheetSubject = SheetSubject.PERSON
) -> Changes:
    """Keep what the second person typed, as typed. A sheet that was confirmed is no longer."""
    ids = {entry.subject_id for entry in entries}
    with write(_title(ids, of)) as operation:
        refuse_if_stage_closed(stage_id)
        for entry in entries:
            _keep(stage_id, entry, by, at.replace(microsecond=0), of)
        _forget_checks(stage_id, ids, of)
    return operation.changes


def settle(
    stage_id: StageId, entry: CellEntry, *, by: str, at: datetime, of: SheetSubject = SheetSubject.PERSON
) -> Changes:
    """End a difference: both entries become this text, one undo step. A sheet that was confirmed is no longer."""
    with write(_title_of_cell(entry, of)) as operation:
        refuse_if_stage_closed(stage_id)
        score_entry.store(stage_id, (entry,), of=of)
        _keep(stage_id, entry, by, at.replace(microsecond=0), of)
        _forget_checks(stage_id, {entry.subject_id}, of)
    return operation.changes


def check(
    campaign_id: CampaignId, stage_id: StageId, subject_id: SubjectId, of: SheetSubject = SheetSubject.PERSON
) -> SheetCheck:
    """The two entries of one sheet compared; the first is what the scores say now."""
    with read():
        return _check(campaign_id, stage_id, subject_id, of)


def vouched(
    campaign_id: CampaignId, of: SheetSubject = SheetSubject.PERSON
) -> Mapping[StageId, Mapping[SubjectId, Vouched]]:
    """By stage, the sheets that two have confirmed."""
    with read():
        found = (
            SecondEntryCheck.select()
            .join(Stage, on=(SecondEntryCheck.stage == Stage.id))
            .where((Stage.campaign == campaign_id) & owner(SecondEntryCheck, of).is_null(False))
        )
        by_stage: dict[StageId, dict[SubjectId, Vouched]] = defaultdict(dict)
        for row in found:
            subject = owner_of(row, of)
            if subject is not None:
                names = Vouched(row.first_by or "", row.second_by or "", row.first_at)
                by_stage[StageId(row.stage_id)][subject] = names
        return dict(by_stage)


def confirm(
    campaign_id: CampaignId, stage_id: StageId, subject_id: SubjectId, *, first_by: str, second_by: str, at: datetime,
    of: SheetSubject = SheetSubject.PERSON,
) -> Changes:  # fmt: skip
    """Two people vouch for a sheet whose entries agree. Refused: one name missing, one person twice, a difference."""
    first, second = tidy(first_by), tidy(second_by)
    if not first or not second:
        raise UserError("second_entry_names_missing")
    if fold(first) == fold(second):
        raise UserError("second_entry_one_person", name=first)
    with write(wording.step_confirm(_name(subject_id, of))) as operation:
        refuse_if_stage_closed(stage_id)
        found = _check(campaign_id, stage_id, subject_id, of)
        if not found.can_confirm:
            raise UserError("second_entry_differs", differences=len(found.differences), left=found.of - found.typed)
        typed_at = _typed_at(stage_id, subject_id, of)
        _forget_checks(stage_id, {subject_id}, of)
        SecondEntryCheck.create(
            stage=stage_id, first_by=first, first_at=at.replace(microsecond=0), second_by=second,
            second_at=typed_at or at.replace(microsecond=0), **{column(of): subject_id},
        )
    return operation.changes


def discard(stage_id: StageId, subject_id: SubjectId, of: SheetSubject = SheetSubject.PERSON) -> Changes:
    """Throw the second entry of one sheet away, to type it anew."""
    with write(wording.step_discard(_name(subject_id, of))) as operation:
        refuse_if_stage_closed(stage_id)
        mine = (SecondEntry.stage == stage_id) & (owner(SecondEntry, of) == subject_id)
        SecondEntry.delete().where(mine).execute()
        _forget_checks(stage_id, {subject_id}, of)
    return operation.changes


def _check(
    campaign_id: CampaignId, stage_id: StageId, subject_id: SubjectId, of: SheetSubject
) -> SheetCheck:
    year = board(campaign_id, of)
    row = next((row for row in year.rows if row.id == subject_id), None)
    sheet = None if row is None else year.sheet(row.sheet_id)
    if row is None or sheet is None:
        raise UserError("second_entry_no_sheet")
    second = _second(stage_id, subject_id, of)
    vouched = SecondEntryCheck.get_or_none(
        (SecondEntryCheck.stage == stage_id) & (owner(SecondEntryCheck, of) == subject_id)
    )
    return SheetCheck(
        subject_id=subject_id,
        typed=sum(leaf.id in second for leaf in sheet.leaves()),
        of=len(sheet.leaves()),
        differences=_differences(sheet, row.scores[stage_id], second),
        first_by=None if vouched is None else vouched.first_by,
        second_by=None if vouched is None else vouched.second_by,
        checked_at=None if vouched is None else vouched.first_at,
    )


def _differences(
    sheet: Sheet, first: Mapping[CriterionId, Points], second: Mapping[CriterionId, str]
) -> tuple[Difference, ...]:
    """Only what was typed a second time can differ: 13,50 and 13,5 agree, an empty cell agrees with no score."""
    return tuple(
        Difference(leaf, first.get(leaf.id), second[leaf.id])
        for leaf in sheet.leaves()
        if leaf.id in second and not _agree(parse_entry(leaf, second[leaf.id]), first.get(leaf.id))
    )


def _agree(second: Entry, first: Points | None) -> bool:
    return second.problem is None and second.points == first


def _second(stage_id: StageId, subject_id: SubjectId, of: SheetSubject) -> dict[CriterionId, str]:
    mine = (SecondEntry.stage == stage_id) & (owner(SecondEntry, of) == subject_id)
    return {CriterionId(row.criterion_id): row.text for row in SecondEntry.select().where(mine)}


def _typed_at(stage_id: StageId, subject_id: SubjectId, of: SheetSubject) -> datetime | None:
    mine = (SecondEntry.stage == stage_id) & (owner(SecondEntry, of) == subject_id)
    newest = SecondEntry.select().where(mine).order_by(SecondEntry.entered_at.desc()).first()
    return None if newest is None else newest.entered_at


def _keep(stage_id: StageId, entry: CellEntry, by: str, at: datetime, of: SheetSubject) -> None:
    cell = (SecondEntry.stage == stage_id) & (owner(SecondEntry, of) == entry.subject_id)
    row = SecondEntry.get_or_none(cell & (SecondEntry.criterion == entry.criterion_id)) or SecondEntry(
        stage=stage_id, criterion=entry.criterion_id, **{column(of): entry.subject_id}
    )
    row.text, row.entered_by, row.entered_at = entry.text.strip(), by, at
    row.save()


def _forget_checks(stage_id: StageId, ids: set[SubjectId], of: SheetSubject) -> None:
    mine = (SecondEntryCheck.stage == stage_id) & owner(SecondEntryCheck, of).in_(list(ids))
    SecondEntryCheck.delete().where(mine).execute()


def _title(ids: set[SubjectId], of: SheetSubject) -> str:
    return wording.step_enter(_name(next(iter(ids)), of) if len(ids) == 1 else "", len(ids))


def _title_of_cell(entry: CellEntry, of: SheetSubject) -> str:
    with read():
        number = CriterionRow.get_by_id(entry.criterion_id).number
        return wording.step_settle(_name(entry.subject_id, of), number)


def _name(subject_id: SubjectId, of: SheetSubject) -> str:
    with read():
        return name_of(subject_id, of)
