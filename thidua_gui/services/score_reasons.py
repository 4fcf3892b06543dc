"""The reason for a council's change beyond a set amount: when it is wanted, which were given. Types no score itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from db.models.scoring import Score, Stage
from db.models.stages import ScoreReason
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CriterionId, StageId, SubjectId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services import settings
from thidua_gui.services.subjects import column, owner, owner_of
from thidua_gui.services.transaction import read, write
from thidua_gui.text import score_reasons as wording

REASON_MISSING = "reason_missing"
"""The problem of a draft input that waits for its reason."""

_SETTING = "scoring.reason_beyond"
_NEVER = -1

Wanting = Callable[[SubjectId, CriterionId, Points], bool]


@dataclass(frozen=True, slots=True)
class Reason:
    """Lý do điều chỉnh of one cell."""

    criterion_id: CriterionId
    reason: str
    at: datetime
    author: str | None


def limit() -> Points | None:
    """By how much the council may change a score without a reason; None = any change (the school's own setting)."""
    amount = settings.get(_SETTING, _NEVER)
    return None if amount < 0 else Points(amount)


def set_limit(amount: Points | None) -> Changes:
    """Set it; None asks for no reasons any more. Scores that are there stay as they are."""
    with write(wording.step_limit(amount)) as operation:
        store_limit(amount)
    return operation.changes


def store_limit(amount: Points | None) -> None:
    """The same, for use inside a transaction."""
    settings.store(_SETTING, _NEVER if amount is None else amount.hundredths)


def wanting(
    stage_id: StageId, ids: Collection[SubjectId], of: SheetSubject = SheetSubject.PERSON
) -> Wanting:
    """Whether a score of the stage wants a reason that nobody has given; for use inside a transaction."""
    stage = Stage.get_by_id(stage_id)
    most = limit()
    if stage.key != StageKey.COUNCIL or most is None:
        return lambda subject, criterion, points: False
    before = _scores_before(stage, ids, of)
    given = _cells_with_reason(stage_id, of)

    def is_wanting(subject: SubjectId, criterion: CriterionId, points: Points) -> bool:
        earlier = before.get((subject, criterion))
        if earlier is None or (subject, criterion) in given:
            return False
        return abs(points.hundredths - earlier.hundredths) > most.hundredths

    return is_wanting


def keep(
    stage_id: StageId, subject_id: SubjectId, criterion_id: CriterionId, reason: str, *, at: datetime, author: str,
    of: SheetSubject = SheetSubject.PERSON,
) -> None:  # fmt: skip
    """Give or replace the reason of one cell; for use inside a transaction, before the score is judged."""
    cell = (ScoreReason.stage == stage_id) & (owner(ScoreReason, of) == subject_id)
    row = ScoreReason.get_or_none(cell & (ScoreReason.criterion == criterion_id)) or ScoreReason(
        stage=stage_id, criterion=criterion_id, **{column(of): subject_id}
    )
    row.reason, row.at, row.author = reason, at.replace(microsecond=0), author
    row.save()


def reasons(
    stage_id: StageId, subject_id: SubjectId, of: SheetSubject = SheetSubject.PERSON
) -> tuple[Reason, ...]:
    """The reasons given on one person's or unit's sheet in that stage."""
    with read():
        mine = (ScoreReason.stage == stage_id) & (owner(ScoreReason, of) == subject_id)
        found = ScoreReason.select().where(mine).order_by(ScoreReason.id)
        return tuple(Reason(CriterionId(row.criterion_id), row.reason, row.at, row.author) for row in found)


def _scores_before(
    stage: Stage, ids: Collection[SubjectId], of: SheetSubject
) -> dict[tuple[SubjectId, CriterionId], Points]:
    """What the stage before said of them."""
    earlier = Stage.get_or_none((Stage.campaign == stage.campaign_id) & (Stage.position == stage.position - 1))
    if earlier is None:
        return {}
    found = Score.select().where((Score.stage == earlier.id) & owner(Score, of).in_(list(ids)))
    return {
        (subject, CriterionId(row.criterion_id)): Points(row.points)
        for row in found
        if (subject := owner_of(row, of)) is not None
    }


def _cells_with_reason(stage_id: StageId, of: SheetSubject) -> set[tuple[SubjectId, CriterionId]]:
    found = ScoreReason.select().where(ScoreReason.stage == stage_id)
    return {
        (subject, CriterionId(row.criterion_id)) for row in found if (subject := owner_of(row, of)) is not None
    }
