"""Scores of units and of the school itself: accepted, refused, undone, counted by the gate, beside last year's."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from db.models.scoring import CriteriaSheet, CriteriaSheetUnit, Criterion, DraftInput, Rating, Score, ScoreComment
from tests.services import scored_school, unit_scores
from tests.services.scored_school import School
from tests.services.unit_scores import Units
from thidua_gui.core import ratings as core_ratings
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services import (
    evidence,
    history,
    last_year,
    ratings,
    score_changes,
    score_entry,
    score_reasons,
    scoring,
    second_entry,
    stages,
)
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.evidence import OnSheet
from thidua_gui.services.scoring import ScoreRow
from thidua_gui.services.transaction import write

SELF, UNIT, COUNCIL = StageKey
AT = datetime(2022, 11, 16, 9, 41)
OF = SheetSubject.UNIT


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    return scored_school.build(lecturers=1, staff=1)


@pytest.fixture
def made(school: School) -> Units:
    return unit_scores.add(school)


def row(made: Units, unit: str) -> ScoreRow:
    return next(one for one in scoring.board(made.campaign, OF).rows if one.id == made.units[unit])


def test_the_board_lists_the_school_first_and_the_units_its_sheets_serve(made: Units) -> None:
    board = scoring.board(made.campaign, OF)
    codes = {sheet.id: sheet.code for sheet in board.sheets}
    assert [(one.code, one.is_school, codes[one.sheet_id]) for one in board.rows if one.sheet_id is not None] == [
        ("@", True, "CUM"), ("LLCS", False, "TT"), ("TCHC", False, "TT"),
    ]  # fmt: skip
    assert [sheet.code for sheet in scoring.board(made.campaign).sheets] == ["GV", "VC"]


def test_without_a_sheet_that_names_it_the_school_has_no_row(school: School, made: Units) -> None:
    with write("Bỏ"):
        CriteriaSheetUnit.delete().execute()
        CriteriaSheet.update(subject="person").where(CriteriaSheet.code == "CUM").execute()
    assert [one.code for one in scoring.board(school.campaign, OF).rows] == ["LLCS", "TCHC"]


def test_a_score_of_a_unit_is_written_and_undone_in_one_step(school: School, made: Units) -> None:
    score_entry.enter(school.stages[UNIT], [made.cell("LLCS", "1.1", "48,5")], of=OF)
    written = Score.get()
    assert (written.unit_id, written.person_id, written.points) == (made.units["LLCS"], None, 4850)
    assert history.next_undo() == "Chấm điểm Khoa Lý luận cơ sở, mục 1.1"
    history.undo_last()
    assert not Score.select().exists()


def test_a_refused_text_of_a_unit_waits_as_a_draft(school: School, made: Units) -> None:
    score_entry.enter(school.stages[SELF], [made.cell("@", "1", "61", "CUM")], of=OF)
    draft = DraftInput.get()
    assert (draft.unit_id, draft.text, draft.problem) == (made.units["@"], "61", "over_maximum")
    assert row(made, "@").drafts[school.stages[SELF]].keys() == {made.criteria["CUM", "1"]}
    score_entry.enter(school.stages[SELF], [made.cell("@", "1", "60", "CUM")], of=OF)
    assert not DraftInput.select().exists()


def test_a_person_and_a_unit_of_one_number_are_not_mixed_up(school: School, made: Units) -> None:
    assert school.people["GV01"] == made.units["LLCS"]
    score_entry.enter(school.stages[UNIT], [made.cell("LLCS", "1.1", "40")], of=OF)
    score_entry.enter(school.stages[UNIT], [school.cell("GV01", "1.1", "7")])
    assert row(made, "LLCS").scores[school.stages[UNIT]] == {made.criteria["TT", "1.1"]: Points(4000)}
    person = next(one for one in scoring.board(made.campaign).rows if one.code == "GV01")
    assert person.scores[school.stages[UNIT]] == {school.criteria["GV", "1.1"]: Points(700)}


@pytest.mark.parametrize("of", SheetSubject)
def test_a_criterion_of_the_other_subject_is_refused_and_nothing_written(
    school: School, made: Units, of: SheetSubject
) -> None:
    entry = school.cell("GV01", "1.1", "7") if of is OF else made.cell("LLCS", "1.1", "7")
    with pytest.raises(UserError) as refusal:
        score_entry.enter(school.stages[UNIT], [entry], of=of)
    assert refusal.value.code == "score_of_other_subject"
    assert not Score.select().exists()


def test_the_gate_counts_cells_of_units_and_of_the_school(school: School, made: Units) -> None:
    scored_school.score(school, SELF, "GV01", [8, 12, 50, 30])
    scored_school.score(school, SELF, "NV01", [8, 12, 80], sheet="VC")
    unit_scores.score(school, made, SELF, "LLCS", [50, 20, 15, 15])
    score_entry.enter(school.stages[SELF], [made.cell("@", "1", "61", "CUM")], of=OF)
    gate = stages.gate(made.campaign, school.stages[SELF])
    assert (gate.people, gate.units, gate.missing_cells, gate.refused_cells, gate.is_open) == (2, 3, 5, 1, False)
    assert [(one.subject, one.name) for one in gate.lacking] == [
        (OF, "Trường Chính trị tỉnh"), (OF, "Phòng Tổ chức, hành chính"),
    ]  # fmt: skip
    with pytest.raises(UserError) as refusal:
        stages.close(made.campaign, school.stages[SELF], user="A", at=AT)
    assert refusal.value.details["whom"] == "2 tập thể"


def test_the_school_owes_only_its_own_stage(school: School, made: Units) -> None:
    for stage in (SELF, UNIT):
        scored_school.score(school, stage, "GV01", [8, 12, 50, 30])
        scored_school.score(school, stage, "NV01", [8, 12, 80], sheet="VC")
        for unit in ("LLCS", "TCHC"):
            unit_scores.score(school, made, stage, unit, [50, 20, 15, 15])
    unit_scores.score(school, made, SELF, "@", [55, 38])
    for stage in (SELF, UNIT):
        stages.close(made.campaign, school.stages[stage], user="A", at=AT)
    assert stages.gate(made.campaign, school.stages[UNIT]).units == 2
    with pytest.raises(UserError) as refusal:
        score_entry.enter(school.stages[SELF], [made.cell("@", "1", "50", "CUM")], of=OF)
    assert refusal.value.code == "stage_closed"


def test_the_council_gives_a_reason_for_a_unit_too(school: School, made: Units) -> None:
    score_reasons.set_limit(Points(200))
    unit_scores.score(school, made, UNIT, "LLCS", [50, 20, 15, 15])
    entry = made.cell("LLCS", "1.1", "40")
    score_entry.enter(school.stages[COUNCIL], [entry], of=OF)
    assert DraftInput.get().problem == score_reasons.REASON_MISSING
    score_entry.enter_with_reason(school.stages[COUNCIL], entry, "Chậm báo cáo", at=AT, author="A", of=OF)
    (reason,) = score_reasons.reasons(school.stages[COUNCIL], made.units["LLCS"], OF)
    assert reason.reason == "Chậm báo cáo"
    assert row(made, "LLCS").scores[school.stages[COUNCIL]] == {entry.criterion_id: Points(4000)}
    assert score_reasons.reasons(school.stages[COUNCIL], school.people["GV01"]) == ()


def test_a_second_entry_of_a_unit_is_confirmed_by_two(school: School, made: Units) -> None:
    unit_scores.score(school, made, UNIT, "LLCS", [50, 20, 15, 15])
    texts = zip(("1.1", "1.2", "2.1", "2.2"), ("50", "20", "15", "15"), strict=True)
    stage, unit = school.stages[UNIT], made.units["LLCS"]
    second_entry.enter(stage, [made.cell("LLCS", number, text) for number, text in texts], by="B", at=AT, of=OF)
    assert second_entry.check(made.campaign, stage, unit, OF).can_confirm
    second_entry.confirm(made.campaign, stage, unit, first_by="A", second_by="B", at=AT, of=OF)
    assert second_entry.vouched(made.campaign, OF)[stage].keys() == {unit}
    assert second_entry.vouched(made.campaign) == {}


def test_a_unit_is_rated_against_its_proposal_with_a_reason(school: School, made: Units) -> None:
    unit_scores.score(school, made, UNIT, "LLCS", [50, 20, 15, 15])
    unit, good, on = made.units["LLCS"], core_ratings.Rating.GOOD, date(2022, 11, 16)
    assert scoring.effective_of(row(made, "LLCS"), scoring.board(made.campaign, OF)).proposed is not good
    with pytest.raises(UserError) as refusal:
        ratings.decide(made.campaign, unit, good, "", on=on, of=OF)
    assert refusal.value.code == "rating_reason_missing"
    ratings.decide(made.campaign, unit, good, "Theo biên bản họp", on=on, of=OF)
    assert row(made, "LLCS").decided is good
    history.undo_last()
    assert not Rating.select().exists()


def test_the_thresholds_propose_for_units_of_the_same_scale_and_never_for_the_school(
    school: School, made: Units
) -> None:
    unit_scores.score(school, made, SELF, "@", [60, 40])
    unit_scores.score(school, made, UNIT, "@", [60, 40])
    unit_scores.score(school, made, UNIT, "LLCS", [50, 20, 15, 15])
    board = scoring.board(made.campaign, OF)
    assert scoring.effective_of(row(made, "@"), board).proposed is None
    with write("Thang khác"):
        Criterion.update(maximum=3000).where(Criterion.id == made.criteria["TT", "1.2"]).execute()
    assert scoring.board(made.campaign, OF).thresholds == ()


def test_comments_and_evidence_of_a_unit_stay_with_the_unit(school: School, made: Units, tmp_path: Path) -> None:
    proof = tmp_path / "Báo cáo.pdf"
    proof.write_bytes(b"%PDF-1.4")
    school_id, criterion = made.units["@"], made.criteria["CUM", "1"]
    evidence.add(OnSheet(made.campaign, school_id, criterion, OF), [proof], at=AT, user="A")
    score_entry.add_comment(school.stages[SELF], school_id, criterion, "Có biên bản", at=AT, author="A", of=OF)
    assert [file.title for file in evidence.of_sheet(made.campaign, school_id, OF)] == ["Báo cáo.pdf"]
    assert evidence.of_units(made.campaign, [school_id])[school_id][0].number == "1"
    assert [one.text for one in scoring.comments(made.campaign, school_id, OF)] == ["Có biên bản"]
    assert ScoreComment.get().person_id is None


def test_what_a_command_touched_is_told_apart(school: School, made: Units) -> None:
    changes = score_entry.enter(school.stages[UNIT], [made.cell("TCHC", "1.1", "40")], of=OF)
    assert score_changes.touched_by(changes, OF) == {made.units["TCHC"]}
    assert score_changes.touched_by(changes) == frozenset()
    assert score_changes.touched_by(history.undo_last(), OF) == {made.units["TCHC"]}


def test_points_stand_beside_those_of_the_same_stage_a_year_ago(school: School, made: Units) -> None:
    unit_scores.score(school, made, SELF, "@", [55, 38])
    unit_scores.add_last_year(made, {(SELF, "@"): [53, 38.5], (UNIT, "LLCS"): [40, 20, 15, 15]})
    board, before = scoring.board(made.campaign, OF), last_year.last_year(made.campaign)
    sheets = {sheet.id: sheet for sheet in board.sheets}
    own = before.compared(sheets, row(made, "@"), board.stages[0])
    assert (before.year, own[None].difference) == (2021, Points(150))
    assert own[made.criteria["CUM", "2"]].difference == Points(-50)
    assert before.compared(sheets, row(made, "LLCS"), board.stages[0])[None].before is None


def test_without_last_year_nothing_is_compared(school: School, made: Units) -> None:
    unit_scores.score(school, made, SELF, "@", [55, 38])
    board, before = scoring.board(made.campaign, OF), last_year.last_year(made.campaign)
    lines = before.compared({sheet.id: sheet for sheet in board.sheets}, row(made, "@"), board.stages[0])
    assert {line.before for line in lines.values()} == {None}
