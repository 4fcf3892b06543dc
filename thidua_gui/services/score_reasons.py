"""The reason for a council's change beyond a set amount: when it is wanted, which were given. Types no score itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from db.models.scoring import Score, Stage
from db.models.stages import ScoreReason
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CriterionId, PersonId, StageId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import settings
from thidua_gui.services.transaction import read, write
from thidua_gui.text import score_reasons as wording

REASON_MISSING = "reason_missing"
"""The problem of a draft input that waits for its reason."""

_SETTING = "scoring.reason_beyond"
_NEVER = -1

Wanting = Callable[[PersonId, CriterionId, Points], bool]


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


def wanting(stage_id: StageId, people: Collection[PersonId]) -> Wanting:
    """Whether a score of the stage wants a reason that nobody has given; for use inside a transaction."""
    stage = Stage.get_by_id(stage_id)
    most = limit()
    if stage.key != StageKey.COUNCIL or most is None:
        return lambda person, criterion, points: False
    before = _scores_before(stage, people)
    given = _cells_with_reason(stage_id)

    def is_wanting(person: PersonId, criterion: CriterionId, points: Points) -> bool:
        earlier = before.get((person, criterion))
        if earlier is None or (person, criterion) in given:
            return False
        return abs(points.hundredths - earlier.hundredths) > most.hundredths

    return is_wanting


def keep(
    stage_id: StageId, person_id: PersonId, criterion_id: CriterionId, reason: str, *, at: datetime, author: str
) -> None:
    """Give or replace the reason of one cell; for use inside a transaction, before the score is judged."""
    cell = (ScoreReason.stage == stage_id) & (ScoreReason.person == person_id)
    row = ScoreReason.get_or_none(cell & (ScoreReason.criterion == criterion_id)) or ScoreReason(
        stage=stage_id, person=person_id, criterion=criterion_id
    )
    row.reason, row.at, row.author = reason, at.replace(microsecond=0), author
    row.save()


def reasons(stage_id: StageId, person_id: PersonId) -> tuple[Reason, ...]:
    """The reasons given on one person's sheet in that stage."""
    with read():
        mine = (ScoreReason.stage == stage_id) & (ScoreReason.person == person_id)
        found = ScoreReason.select().where(mine).order_by(ScoreReason.id)
        return tuple(Reason(CriterionId(row.criterion_id), row.reason, row.at, row.author) for row in found)


def _scores_before(stage: Stage, people: Collection[PersonId]) -> dict[tuple[PersonId, CriterionId], Points]:
    """What the stage before said of these people."""
    earlier = Stage.get_or_none((Stage.campaign == stage.campaign_id) & (Stage.position == stage.position - 1))
    if earlier is None:
        return {}
    found = Score.select().where((Score.stage == earlier.id) & Score.person.in_(list(people)))
    return {
        (PersonId(row.person_id), CriterionId(row.criterion_id)): Points(row.points)
        for row in found
        if row.person_id is not None
    }


def _cells_with_reason(stage_id: StageId) -> set[tuple[PersonId, CriterionId]]:
    found = ScoreReason.select().where((ScoreReason.stage == stage_id) & ScoreReason.person.is_null(False))
    return {
        (PersonId(row.person_id), CriterionId(row.criterion_id)) for row in found if row.person_id is not None
    }
