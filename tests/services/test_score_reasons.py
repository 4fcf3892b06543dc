"""A council's change beyond the set amount waits for its reason."""

from datetime import datetime

import pytest

from db.models.scoring import DraftInput, Score, Stage
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId, PersonId, StageId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import history, score_entry, score_reasons, scoring
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.score_entry import CellEntry
from thidua_gui.services.transaction import write

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


def _type_with_reason(cell: tuple[StageId, PersonId, CriterionId], text: str, reason: str) -> None:
    score_entry.enter_with_reason(cell[0], CellEntry(cell[1], cell[2], text), reason, at=AT, author="Thư ký")


def _waiting(cell: tuple[StageId, PersonId, CriterionId]) -> list[tuple[str, str]]:
    mine = DraftInput.select().where((DraftInput.stage == cell[0]) & (DraftInput.person == cell[1]))
    return [(row.text, row.problem) for row in mine]


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
    _type_with_reason(cell, "12", "Trùng tiết dạy")
    assert _held(cell) == 1200
    assert DraftInput.select().count() == 0


def test_score_and_reason_are_one_step_to_undo_and_redo(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    _type(cell, "14")
    _type(cell, "12")
    _type_with_reason(cell, "12", "Trùng tiết dạy")
    history.undo_last()
    assert (_held(cell), _waiting(cell)) == (None, [("12,0", score_reasons.REASON_MISSING)])
    assert score_reasons.reasons(cell[0], cell[1]) == ()
    history.undo_last()
    assert (_held(cell), _waiting(cell)) == (1400, [])
    history.redo_last()
    history.redo_last()
    assert (_held(cell), _waiting(cell)) == (1200, [])
    assert [reason.reason for reason in score_reasons.reasons(cell[0], cell[1])] == ["Trùng tiết dạy"]


def test_the_step_names_person_and_criterion_and_tells_the_reason(
    cell: tuple[StageId, PersonId, CriterionId],
) -> None:
    _type_with_reason(cell, "12", "Trùng tiết dạy")
    step = history.operations(1)[0]
    assert step.title.startswith("Điểm và lý do điều chỉnh của ")
    assert step.title.endswith(", mục 2.1")
    assert step.reason == "Trùng tiết dạy"


def test_a_closed_stage_takes_neither_score_nor_reason(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    with write("Chốt"):
        Stage.update(closed_at=AT, closed_by="Thư ký").where(Stage.id == cell[0]).execute()
    with pytest.raises(UserError):
        _type_with_reason(cell, "12", "Trùng tiết dạy")
    assert _held(cell) is None
    assert score_reasons.reasons(cell[0], cell[1]) == ()


def test_without_the_setting_any_change_is_taken(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    score_reasons.set_limit(None)
    _type(cell, "1")
    assert _held(cell) == 100


def test_an_empty_reason_is_refused(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    with pytest.raises(UserError) as refusal:
        _type_with_reason(cell, "12", " ")
    assert refusal.value.code == "score_reason_empty"
    assert _held(cell) is None


def test_a_reason_is_replaced_and_read_again(cell: tuple[StageId, PersonId, CriterionId]) -> None:
    for words in ("Trùng tiết dạy", "Thiếu giáo án"):
        _type_with_reason(cell, "12", words)
    (reason,) = score_reasons.reasons(cell[0], cell[1])
    assert (reason.criterion_id, reason.reason) == (cell[2], "Thiếu giáo án")
