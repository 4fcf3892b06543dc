"""A council's change beyond the set amount waits for its reason."""

from datetime import datetime

import pytest

from db.models.scoring import DraftInput, Score
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId, PersonId, StageId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import score_entry, score_reasons, scoring
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.score_entry import CellEntry

AT = datetime(2022, 11, 24, 8, 0)


@pytest.fixture
def cell(sample_year: CampaignSummary) -> tuple[StageId, PersonId, CriterionId]:
    """A cell of the council's stage to which the unit gave 14,5 of 15; reasons are wanted beyond 2 points."""
    score_reasons.set_limit(Points(200))
    year = scoring.board(sample_year.id)
    row = next(row for row in year.rows if row.code == "CB01")
    sheet = year.sheet(row.sheet_id)
    assert sheet is not None
    criterion = next(leaf.id for leaf in sheet.leaves() if leaf.number == "2.1")
    return next(each.id for each in year.stages if each.key is StageKey.COUNCIL), row.id, criterion


def _type(cell: tuple[StageId, PersonId, CriterionId], text: str) -> None:
    score_entry.enter(cell[0], [CellEntry(cell[1], cell[2], text)])


def _held(cell: tuple[StageId, PersonId, CriterionId]) -> int | None:
    row = Score.get_or_none((Score.stage == cell[0]) & (Score.person == cell[1]) & (Score.criterion == cell[2]))
    return None if row is None else row.points


def test_a_change_at_the_limit_wants_no_reason(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    _type(cell, "12,5")
    assert _held(cell) == 1250


def test_a_change_beyond_it_is_kept_as_a_draft_until_the_reason_is_given(
    cell: tuple[StageId, PersonId, CriterionId],
) -> None:
    _type(cell, "12")
    assert _held(cell) is None
    assert DraftInput.get().problem == score_reasons.REASON_MISSING
    score_reasons.give(*cell, "Trùng tiết dạy", at=AT, author="Thư ký")
    _type(cell, "12")
    assert _held(cell) == 1200
    assert DraftInput.select().count() == 0


def test_without_the_setting_any_change_is_taken(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    score_reasons.set_limit(None)
    _type(cell, "1")
    assert _held(cell) == 100


def test_an_empty_reason_is_refused(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    with pytest.raises(UserError) as refusal:
        score_reasons.give(*cell, " ", at=AT, author="Thư ký")
    assert refusal.value.code == "score_reason_empty"


def test_a_reason_is_replaced_and_read_again(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    for words in ("Trùng tiết dạy", "Thiếu giáo án"):
        score_reasons.give(*cell, words, at=AT, author="Thư ký")
    (reason,) = score_reasons.reasons(cell[0], cell[1])
    assert (reason.criterion_id, reason.reason) == (cell[2], "Thiếu giáo án")
