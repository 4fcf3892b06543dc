"""Typing scores: what is written, refused, kept as a draft; missing is not zero; undo restores every row."""


import pytest

from db.models.campaigns import Campaign
from db.models.scoring import DraftInput, Score, Stage
from tests.services.conftest import NOW
from tests.services.scored_school import School, build, score
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import history, score_changes, score_entry, scoring
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.scoring import ScoreRow
from thidua_gui.services.transaction import read, write

SELF, UNIT, COUNCIL = StageKey


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    return build()


def row(school: School, person: str) -> ScoreRow:
    (found,) = scoring.rows(school.campaign, [school.people[person]])
    return found


def given(school: School, person: str, number: str, stage: StageKey = UNIT) -> Points | None:
    return row(school, person).scores[school.stages[stage]].get(school.criteria["GV", number])


def draft(school: School, person: str, number: str) -> tuple[str, str] | None:
    kept = row(school, person).drafts[school.stages[UNIT]].get(school.criteria["GV", number])
    return None if kept is None else (kept.text, kept.problem)


def tables() -> list[list[dict[str, object]]]:
    with read():
        return [[dict(found) for found in model.select().order_by(model.id).dicts()] for model in (Score, DraftInput)]


def test_typed_points_are_stored_exactly(school: School) -> None:
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", " 7,5 ")])
    assert given(school, "GV01", "1.1") == Points(750)
    assert given(school, "GV01", "1.1", SELF) is None


def test_zero_is_a_score_and_an_emptied_cell_is_none(school: School) -> None:
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "0")])
    assert given(school, "GV01", "1.1") == Points(0)
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "")])
    assert given(school, "GV01", "1.1") is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [("8,5", "over_maximum"), ("-1", "negative"), ("7,3", "off_step"), ("bảy", "points_not_a_number")],
)
def test_a_refused_value_is_kept_and_the_score_is_missing(school: School, text: str, problem: str) -> None:
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "7")])
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", text)])
    assert draft(school, "GV01", "1.1") == (text, problem)
    assert given(school, "GV01", "1.1") is None


def test_a_good_value_takes_the_place_of_a_refused_one(school: School) -> None:
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "88")])
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "8")])
    assert draft(school, "GV01", "1.1") is None
    assert given(school, "GV01", "1.1") == Points(800)


def test_a_block_is_one_step_and_its_undo_restores_every_row(school: School) -> None:
    score(school, UNIT, "GV01", [8, 12, 50, 30])
    score_entry.enter(school.stages[UNIT], [school.cell("GV02", "2.1", "99")])
    before = tables()
    cells = [("GV01", "1.1", "7"), ("GV01", "1.2", ""), ("GV01", "2.1", "60"), ("GV02", "2.1", "45")]
    score_entry.enter(school.stages[UNIT], [school.cell(*cell) for cell in cells])
    after = tables()
    history.undo_last()
    assert tables() == before
    history.redo_last()
    assert tables() == after


def test_typing_the_same_value_again_leaves_no_step(school: School) -> None:
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "7")])
    steps = len(history.operations())
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "7,0")])
    assert len(history.operations()) == steps


def test_a_step_is_named_after_the_person_and_the_criterion(school: School) -> None:
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "7")])
    assert history.next_undo() == "Chấm điểm Phạm Thị Hồng Nhung, mục 1.1"


def refused(school: School) -> str:
    before = tables()
    with pytest.raises(UserError) as refusal:
        score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "7")])
    assert tables() == before
    return refusal.value.code


def test_a_closed_stage_refuses_scores(school: School) -> None:
    with write("Chốt"):
        Stage.update(closed_at=NOW, closed_by="Thư ký").where(Stage.id == school.stages[UNIT]).execute()
    assert refused(school) == "stage_closed"
    assert scoring.board(school.campaign).stages[1].closed_at == NOW


def test_a_closed_year_refuses_scores(school: School) -> None:
    with write("Chốt năm"):
        Campaign.update(state=CampaignState.CLOSED).execute()
    assert refused(school) == "campaign_closed"


def test_the_board_has_everybody_by_name_with_the_sheet_of_the_own_group(school: School) -> None:
    board = scoring.board(school.campaign)
    assert [one.name.split()[-1] for one in board.rows] == ["Hạnh", "Nhung", "Pao", "Thắng", "Vinh", "Vinh"]
    sheets = {one.code: board.sheet(one.sheet_id) for one in board.rows}
    assert [sheet.code for sheet in (sheets["GV01"], sheets["NV01"]) if sheet] == ["GV", "VC"]
    assert [stage.key for stage in board.stages] == [SELF, UNIT, COUNCIL]


def test_rows_asked_for_again_equal_those_of_the_board(school: School) -> None:
    score(school, SELF, "GV02", [8, 11.5])
    score_entry.enter(school.stages[UNIT], [school.cell("GV02", "2.1", "51")])
    board = {one.id: one for one in scoring.board(school.campaign).rows}
    people = [school.people["GV02"], school.people["NV01"]]
    assert {one.id: one for one in scoring.rows(school.campaign, people)} == {one: board[one] for one in people}


def test_totals_propose_a_rating_only_when_complete(school: School) -> None:
    score(school, UNIT, "GV01", [8, 12, 50, 25])
    score(school, UNIT, "GV02", [8, 12, 50])
    board = scoring.board(school.campaign)
    proposed = {one.code: scoring.effective_of(one, board).proposed for one in board.rows}
    assert (proposed["GV01"], proposed["GV02"]) == (Rating.EXCELLENT, None)


def test_the_people_of_a_change_are_known_also_when_their_rows_are_gone(school: School) -> None:
    cells = [school.cell("GV01", "1.1", "7"), school.cell("GV02", "1.1", "99")]
    mine = frozenset({school.people["GV01"], school.people["GV02"]})
    typed = score_entry.enter(school.stages[UNIT], cells)
    assert score_changes.touched_by(typed) == mine
    assert score_changes.touched_by(history.undo_last()) == mine
    assert score_changes.touched_by(history.redo_last()) == mine


def test_too_many_changes_name_nobody(data_file: OpenFile) -> None:
    assert data_file
    school = build(lecturers=130, staff=0)
    codes = [(person, number) for person in school.people for number in ("1.1", "1.2", "2.1", "2.2")]
    changes = score_entry.enter(school.stages[UNIT], [school.cell(person, number, "1") for person, number in codes])
    assert score_changes.touched_by(changes) is None


def test_comments_are_kept_by_stage_and_criterion_and_undone(school: School) -> None:
    person, criterion = school.people["GV01"], school.criteria["GV", "2.1"]
    score_entry.add_comment(school.stages[UNIT], person, criterion, " Thiếu chữ ký ", at=NOW, author="Trưởng khoa")
    (comment,) = scoring.comments(school.campaign, person)
    assert (comment.text, comment.criterion_id, comment.author) == ("Thiếu chữ ký", criterion, "Trưởng khoa")
    score_entry.remove_comment(comment.id)
    assert scoring.comments(school.campaign, person) == ()
    history.undo_last()
    assert scoring.comments(school.campaign, person) == (comment,)


def test_an_empty_comment_is_refused(school: School) -> None:
    with pytest.raises(UserError) as refusal:
        score_entry.add_comment(school.stages[UNIT], school.people["GV01"], None, "  ", at=NOW, author="")
    assert refusal.value.code == "comment_empty"
