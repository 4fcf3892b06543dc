"""Supersedes a sheet in use: a version beside it is edited freely, then applied, and the scores come along.

An unapplied version names the sheet that holds (`superseded_by`), so whatever asks for current sheets never meets it.
When it is applied the two change places. What was scored by the older version stays in the data file as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db.models.evidence import Evidence
from db.models.scoring import CriteriaSheet, DraftInput, Score, ScoreComment, Stage
from db.models.scoring import Criterion as CriterionRow
from db.models.stages import ScoreReason, SecondEntry
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, SheetId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, parse_entry, problem_of
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.criteria import row_of
from thidua_gui.services.criteria_edit import copy_lines, copy_served, refuse_clash
from thidua_gui.services.sheet_rows import criterion_of
from thidua_gui.services.transaction import read, write
from thidua_gui.text import criteria as wording

_FOLLOW: tuple[Any, ...] = (ScoreComment, ScoreReason, SecondEntry, Evidence)
"""What was said of a criterion speaks of the same criterion in the new version."""
GONE = "criterion_gone"
OTHER_KIND = "kind_differs"


@dataclass(frozen=True, slots=True)
class CarryPlan:
    """What becomes of the scores when a version is applied: `kept` go over as they are; `refused` become draft inputs,
    by the code of what is wrong; `left`, by reason, stay in the older version alone."""

    kept: int
    refused: Mapping[str, int]
    left: Mapping[str, int]

    @property
    def drafts(self) -> int:
        """How many become draft inputs."""
        return sum(self.refused.values())

    @property
    def lost(self) -> int:
        """How many have no place in the new version."""
        return sum(self.left.values())


def new_version(sheet_id: SheetId) -> Changes:
    """A copy as the next version, which serves nobody until it is applied."""
    with write(wording.op_new_version(_code(sheet_id))) as operation:
        row = row_of(sheet_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        if row.superseded_by_id is not None:
            raise UserError("sheet_superseded", code=row.code, version=row.version)
        versions = CriteriaSheet.select().where(
            CriteriaSheet.campaign == row.campaign_id, CriteriaSheet.code == row.code
        )
        newest = max(other.version for other in versions)
        if newest > row.version:
            raise UserError("sheet_version_waits", code=row.code, version=newest)
        made = CriteriaSheet.create(
            campaign=row.campaign_id, code=row.code, name=row.name, subject=row.subject, version=newest + 1,
            superseded_by=row.id, position=row.position,
        )
        copy_served(sheet_id, made)
        copy_lines(sheet_id, made)
    return operation.changes


def carry_plan(sheet_id: SheetId) -> CarryPlan:
    """What applying this version would do with the scores of the one that holds."""
    with read():
        new, old = _waiting(sheet_id)
        return _planned(*_by_number(new, old))


def apply_version(sheet_id: SheetId, *, carry: bool) -> Changes:
    """This version holds from now on, with the scores of the older one if so asked; one undo step."""
    with write(wording.op_apply(_code(sheet_id))) as operation:
        new, old = _waiting(sheet_id)
        refuse_if_closed(CampaignId(new.campaign_id))
        if not CriterionRow.select().where(CriterionRow.sheet == new.id).exists():
            raise UserError("sheet_empty", code=new.code, version=new.version)
        olds, news = _by_number(new, old)
        _refuse_change_of_closed(olds, news, carry)
        if carry:
            _carry(olds, news)
        _move_drafts(olds, news, carry)
        old.superseded_by_id = new.id
        new.superseded_by_id = None
        for row in (old, new):
            row.save(only=[CriteriaSheet.superseded_by])
        refuse_clash(CampaignId(new.campaign_id))
    return operation.changes


def _waiting(sheet_id: SheetId) -> tuple[CriteriaSheet, CriteriaSheet]:
    """The unapplied version and the one that holds."""
    new = row_of(sheet_id)
    old = None if new.superseded_by_id is None else row_of(SheetId(new.superseded_by_id))
    if old is None or old.version > new.version:
        raise UserError("sheet_not_waiting", code=new.code, version=new.version)
    return new, old


def _by_number(new: CriteriaSheet, old: CriteriaSheet) -> tuple[dict[int, Criterion], dict[str, Criterion]]:
    """The older version's criteria by id, the newer's by number."""
    olds = CriterionRow.select().where(CriterionRow.sheet == old.id)
    news = CriterionRow.select().where(CriterionRow.sheet == new.id)
    return {row.id: criterion_of(row) for row in olds}, {row.number: criterion_of(row) for row in news}


def _counterpart(old: Criterion, news: Mapping[str, Criterion]) -> Criterion | str:
    """The same criterion in the new version, or why there is none."""
    new = news.get(old.number)
    if new is None:
        return GONE
    return new if new.kind is old.kind and new.kind is not CriterionKind.GROUP else OTHER_KIND


def _planned(olds: Mapping[int, Criterion], news: Mapping[str, Criterion]) -> CarryPlan:
    kept = 0
    refused: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for row in Score.select().where(Score.criterion.in_(list(olds))):
        target = _counterpart(olds[row.criterion_id], news)
        if isinstance(target, str):
            left[target] += 1
        elif problem := problem_of(target, Points(row.points)):
            refused[problem] += 1
        else:
            kept += 1
    return CarryPlan(kept, dict(refused), dict(left))


def _refuse_change_of_closed(olds: Mapping[int, Criterion], news: Mapping[str, Criterion], carry: bool) -> None:
    """Scores of a closed stage must come over as they are, or the stage is to be reopened first."""
    closed = {row.id: row.name for row in Stage.select().where(Stage.closed_at.is_null(False))}
    for row in Score.select().where(Score.criterion.in_(list(olds)), Score.stage.in_(list(closed))):
        target = _counterpart(olds[row.criterion_id], news)
        if not carry or isinstance(target, str) or problem_of(target, Points(row.points)):
            raise UserError("version_changes_closed_stage", stage=closed[row.stage_id])


def _carry(olds: Mapping[int, Criterion], news: Mapping[str, Criterion]) -> None:
    """Scores are copied, so that the older version stays what it was."""
    targets = _targets(olds, news)
    for row in list(Score.select().where(Score.criterion.in_(list(olds)))):
        target = targets.get(row.criterion_id)
        if target is not None:
            _write(_cell(row), target, str(Points(row.points)))
    for model in _FOLLOW:
        for said in list(model.select().where(model.criterion.in_(list(targets)))):
            said.criterion_id = targets[said.criterion_id].id
            said.save(only=[model.criterion])


def _move_drafts(olds: Mapping[int, Criterion], news: Mapping[str, Criterion], carry: bool) -> None:
    """Texts that wait for a score wait in the version that holds, or nowhere: nobody could settle them any more."""
    targets = _targets(olds, news) if carry else {}
    for draft in list(DraftInput.select().where(DraftInput.criterion.in_(list(olds)))):
        target = targets.get(draft.criterion_id)
        if target is not None:
            _write(_cell(draft), target, draft.text)
        draft.delete_instance()


def _targets(olds: Mapping[int, Criterion], news: Mapping[str, Criterion]) -> dict[int, Criterion]:
    return {old: new for old, one in olds.items() if isinstance(new := _counterpart(one, news), Criterion)}


def _cell(row: Any) -> dict[str, int | None]:
    return {"stage_id": row.stage_id, "person_id": row.person_id, "unit_id": row.unit_id}


def _write(cell: Mapping[str, int | None], target: Criterion, text: str) -> None:
    entry = parse_entry(target, text)
    if entry.problem is not None:
        DraftInput.create(**cell, criterion=target.id, text=entry.text, problem=entry.problem)
    elif entry.points is not None:
        Score.create(**cell, criterion=target.id, points=entry.points.hundredths)


def _code(sheet_id: SheetId) -> str:
    with read():
        return row_of(sheet_id).code
