"""Blind second entry of paper sheets: a second person types without seeing, then only differences are shown.

Nobody confirms alone: a sheet counts as checked when both entries agree and two different people are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from db.models.organisation import Person
from db.models.scoring import Criterion as CriterionRow
from db.models.scoring import Stage
from db.models.stages import SecondEntry, SecondEntryCheck
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CriterionId, PersonId, StageId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, Entry, Sheet, parse_entry
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import score_entry
from thidua_gui.services.campaigns import refuse_if_stage_closed
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.scoring import board
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
    """How far one person's sheet is: typed a second time or not, what differs, and who has confirmed it."""

    person_id: PersonId
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


def enter(stage_id: StageId, entries: Sequence[CellEntry], *, by: str, at: datetime) -> Changes:
    """Keep what the second person typed, as typed. A sheet that was confirmed is no longer."""
    people = {entry.person_id for entry in entries}
    with write(_title(people)) as operation:
        refuse_if_stage_closed(stage_id)
        for entry in entries:
            _keep(stage_id, entry, by, at.replace(microsecond=0))
        _forget_checks(stage_id, people)
    return operation.changes


def settle(stage_id: StageId, entry: CellEntry, *, by: str, at: datetime) -> Changes:
    """End a difference: both entries become this text, one undo step. A sheet that was confirmed is no longer."""
    with write(_title_of_cell(entry)) as operation:
        refuse_if_stage_closed(stage_id)
        score_entry.store(stage_id, (entry,))
        _keep(stage_id, entry, by, at.replace(microsecond=0))
        _forget_checks(stage_id, {entry.person_id})
    return operation.changes


def check(campaign_id: CampaignId, stage_id: StageId, person_id: PersonId) -> SheetCheck:
    """The two entries of one person compared; the first is what the scores say now."""
    with read():
        return _check(campaign_id, stage_id, person_id)


def vouched(campaign_id: CampaignId) -> Mapping[StageId, Mapping[PersonId, Vouched]]:
    """By stage, the sheets of people that two have confirmed."""
    with read():
        found = (
            SecondEntryCheck.select()
            .join(Stage, on=(SecondEntryCheck.stage == Stage.id))
            .where((Stage.campaign == campaign_id) & SecondEntryCheck.person.is_null(False))
        )
        by_stage: dict[StageId, dict[PersonId, Vouched]] = defaultdict(dict)
        for row in found:
            if row.person_id is not None:
                names = Vouched(row.first_by or "", row.second_by or "", row.first_at)
                by_stage[StageId(row.stage_id)][PersonId(row.person_id)] = names
        return dict(by_stage)


def confirm(
    campaign_id: CampaignId, stage_id: StageId, person_id: PersonId, *, first_by: str, second_by: str, at: datetime
) -> Changes:
    """Two people vouch for a sheet whose entries agree. Refused: one name missing, one person twice, a difference."""
    first, second = tidy(first_by), tidy(second_by)
    if not first or not second:
        raise UserError("second_entry_names_missing")
    if fold(first) == fold(second):
        raise UserError("second_entry_one_person", name=first)
    with write(wording.step_confirm(_name(person_id))) as operation:
        refuse_if_stage_closed(stage_id)
        found = _check(campaign_id, stage_id, person_id)
        if not found.can_confirm:
            raise UserError("second_entry_differs", differences=len(found.differences), left=found.of - found.typed)
        typed_at = _typed_at(stage_id, person_id)
        _forget_checks(stage_id, {person_id})
        SecondEntryCheck.create(
            stage=stage_id, person=person_id, first_by=first, first_at=at.replace(microsecond=0), second_by=second,
            second_at=typed_at or at.replace(microsecond=0),
        )
    return operation.changes


def discard(stage_id: StageId, person_id: PersonId) -> Changes:
    """Throw the second entry of one sheet away, to type it anew."""
    with write(wording.step_discard(_name(person_id))) as operation:
        refuse_if_stage_closed(stage_id)
        mine = (SecondEntry.stage == stage_id) & (SecondEntry.person == person_id)
        SecondEntry.delete().where(mine).execute()
        _forget_checks(stage_id, {person_id})
    return operation.changes


def _check(campaign_id: CampaignId, stage_id: StageId, person_id: PersonId) -> SheetCheck:
    year = board(campaign_id)
    row = next((row for row in year.rows if row.id == person_id), None)
    sheet = None if row is None else year.sheet(row.sheet_id)
    if row is None or sheet is None:
        raise UserError("second_entry_no_sheet")
    second = _second(stage_id, person_id)
    vouched = SecondEntryCheck.get_or_none(
        (SecondEntryCheck.stage == stage_id) & (SecondEntryCheck.person == person_id)
    )
    return SheetCheck(
        person_id=person_id,
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


def _second(stage_id: StageId, person_id: PersonId) -> dict[CriterionId, str]:
    mine = (SecondEntry.stage == stage_id) & (SecondEntry.person == person_id)
    return {CriterionId(row.criterion_id): row.text for row in SecondEntry.select().where(mine)}


def _typed_at(stage_id: StageId, person_id: PersonId) -> datetime | None:
    mine = (SecondEntry.stage == stage_id) & (SecondEntry.person == person_id)
    newest = SecondEntry.select().where(mine).order_by(SecondEntry.entered_at.desc()).first()
    return None if newest is None else newest.entered_at


def _keep(stage_id: StageId, entry: CellEntry, by: str, at: datetime) -> None:
    cell = (SecondEntry.stage == stage_id) & (SecondEntry.person == entry.person_id)
    row = SecondEntry.get_or_none(cell & (SecondEntry.criterion == entry.criterion_id)) or SecondEntry(
        stage=stage_id, person=entry.person_id, criterion=entry.criterion_id
    )
    row.text, row.entered_by, row.entered_at = entry.text.strip(), by, at
    row.save()


def _forget_checks(stage_id: StageId, people: set[PersonId]) -> None:
    mine = (SecondEntryCheck.stage == stage_id) & SecondEntryCheck.person.in_(list(people))
    SecondEntryCheck.delete().where(mine).execute()


def _title(people: set[PersonId]) -> str:
    return wording.step_enter(_name(next(iter(people))) if len(people) == 1 else "", len(people))


def _title_of_cell(entry: CellEntry) -> str:
    with read():
        number = CriterionRow.get_by_id(entry.criterion_id).number
        return wording.step_settle(_name(entry.person_id), number)


def _name(person_id: PersonId) -> str:
    with read():
        return Person.get_by_id(person_id).full_name
