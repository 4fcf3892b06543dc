"""A sheet in use is superseded: the version is edited beside it, then applied, and the scores come along."""

from datetime import datetime

import pytest

from db.models.scoring import CriteriaSheet, DraftInput, Score, ScoreComment, Stage
from tests.services.scored_school import School, build, score
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import (
    criteria,
    criteria_edit,
    criteria_lines,
    criteria_versions,
    history,
    score_entry,
    score_totals,
    scoring,
)
from thidua_gui.services.criteria import SheetView
from thidua_gui.services.criteria_edit import SheetDraft
from thidua_gui.services.criteria_lines import LineEdit
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import read, write

SELF, UNIT, COUNCIL = StageKey


@pytest.fixture
def school(data_file: OpenFile) -> School:
    """One lecturer fully scored, another in part, with a refused value."""
    assert data_file
    made = build()
    score(made, UNIT, "GV01", [8, 12, 50, 30])
    score(made, UNIT, "GV02", [6, 10])
    score_entry.enter(made.stages[UNIT], [made.cell("GV02", "2.1", "99")])
    return made


def versions(school: School) -> list[SheetView]:
    return [found for found in criteria.sheets(school.campaign) if found.code == "GV"]


def waiting(school: School) -> SheetView:
    return next(found for found in versions(school) if found.stands_for is not None)


def current(school: School) -> SheetView:
    return next(found for found in versions(school) if not found.superseded and found.stands_for is None)


def change(school: School, number: str, field: str, text: str) -> None:
    new = waiting(school)
    line = next(line.id for line in new.sheet.criteria if line.number == number)
    criteria_lines.edit_lines(new.id, [LineEdit(line, field, text)])


def begun(school: School) -> SheetId:
    criteria_versions.new_version(current(school).id)
    return waiting(school).id


def snapshot() -> list[list[dict[str, object]]]:
    models = (CriteriaSheet, Score, DraftInput, ScoreComment)
    with read():
        return [[dict(row) for row in model.select().order_by(model.id).dicts()] for model in models]


def given(school: School, person: str) -> dict[str, Points]:
    (row,) = scoring.rows(school.campaign, [school.people[person]])
    numbers = {line.id: line.number for line in current(school).sheet.criteria}
    return {numbers[one]: points for one, points in row.scores[school.stages[UNIT]].items() if one in numbers}


def test_an_unapplied_version_serves_nobody_and_may_be_edited(school: School) -> None:
    old = current(school).id
    new = begun(school)
    assert (waiting(school).version, waiting(school).stands_for, waiting(school).is_open) == (2, old, True)
    assert current(school).next_version == new
    (row,) = scoring.rows(school.campaign, [school.people["GV01"]])
    assert row.sheet_id == old
    assert [sheet.id for sheet in scoring.board(school.campaign).sheets].count(new) == 0


def test_one_version_waits_at_a_time(school: School) -> None:
    begun(school)
    with pytest.raises(UserError) as refused:
        criteria_versions.new_version(current(school).id)
    assert refused.value.code == "sheet_version_waits"


def test_scores_come_along_when_the_version_is_applied(school: School) -> None:
    new = begun(school)
    criteria_versions.apply_version(new, carry=True)
    assert current(school).id == new
    assert [found.superseded for found in versions(school)] == [False, True]
    assert given(school, "GV01") == {"1.1": Points(800), "1.2": Points(1200), "2.1": Points(5000), "2.2": Points(3000)}
    totals = score_totals.complete_totals(school.campaign)
    assert totals[UNIT] == {school.people["GV01"]: Points(100_00)}


def test_scores_that_the_version_does_not_admit_become_drafts(school: School) -> None:
    new = begun(school)
    change(school, "1.1", "maximum", "7")
    plan = criteria_versions.carry_plan(new)
    assert (plan.kept, dict(plan.refused), dict(plan.left)) == (5, {"over_maximum": 1}, {})
    criteria_versions.apply_version(new, carry=True)
    assert "1.1" not in given(school, "GV01")
    texts = sorted((row.text, row.problem) for row in DraftInput.select())
    assert texts == [("8,0", "over_maximum"), ("99", "over_maximum")]


def test_scores_without_a_counterpart_stay_in_the_older_version(school: School) -> None:
    new = begun(school)
    change(school, "1.1", "number", "1.9")
    change(school, "1.2", "kind", "Thưởng")
    plan = criteria_versions.carry_plan(new)
    assert (plan.kept, plan.drafts, plan.lost) == (2, 0, 4)
    before = Score.select().count()
    criteria_versions.apply_version(new, carry=True)
    assert Score.select().count() == before + 2
    assert set(given(school, "GV01")) == {"2.1", "2.2"}


def test_a_waiting_text_that_the_version_admits_becomes_a_score(school: School) -> None:
    new = begun(school)
    change(school, "2.1", "maximum", "100")
    criteria_versions.apply_version(new, carry=True)
    assert given(school, "GV02")["2.1"] == Points(99_00)
    assert DraftInput.select().count() == 0


def test_what_was_said_of_a_criterion_follows_it(school: School) -> None:
    line = school.criteria["GV", "1.1"]
    at = datetime(2026, 11, 22)
    score_entry.add_comment(school.stages[UNIT], school.people["GV01"], line, "Tốt", at=at, author="Hoa")
    new = begun(school)
    criteria_versions.apply_version(new, carry=True)
    (comment,) = scoring.comments(school.campaign, school.people["GV01"])
    assert comment.criterion_id in {line.id for line in current(school).sheet.criteria}


def test_without_carrying_the_version_starts_empty(school: School) -> None:
    new = begun(school)
    criteria_versions.apply_version(new, carry=False)
    assert given(school, "GV01") == {}
    assert (current(school).in_use, DraftInput.select().count()) == (False, 0)


def test_applying_is_one_step_and_its_undo_restores_every_row(school: School) -> None:
    new = begun(school)
    change(school, "1.1", "maximum", "7")
    before = snapshot()
    criteria_versions.apply_version(new, carry=True)
    history.undo_last()
    assert snapshot() == before


@pytest.mark.parametrize(("carry", "maximum"), [(False, "8"), (True, "7")])
def test_scores_of_a_closed_stage_are_never_changed_by_a_version(school: School, carry: bool, maximum: str) -> None:
    new = begun(school)
    change(school, "1.1", "maximum", maximum)
    with write("Chốt"):
        Stage.update(closed_at=datetime(2026, 11, 22)).where(Stage.id == school.stages[UNIT]).execute()
    before = snapshot()
    with pytest.raises(UserError) as refused:
        criteria_versions.apply_version(new, carry=carry)
    assert (refused.value.code, snapshot()) == ("version_changes_closed_stage", before)


def test_only_a_waiting_version_with_lines_is_applied(school: School) -> None:
    with pytest.raises(UserError) as refused:
        criteria_versions.apply_version(current(school).id, carry=True)
    assert refused.value.code == "sheet_not_waiting"
    new = begun(school)
    criteria_lines.delete_lines(new, [CriterionId(line.id) for line in waiting(school).sheet.criteria])
    with pytest.raises(UserError) as empty:
        criteria_versions.apply_version(new, carry=True)
    assert empty.value.code == "sheet_empty"


def test_a_superseded_sheet_is_history(school: School) -> None:
    old, new = current(school).id, begun(school)
    criteria_versions.apply_version(new, carry=False)
    for work in (criteria_versions.new_version, criteria_edit.delete_sheet):
        with pytest.raises(UserError) as refused:
            work(old)
        assert refused.value.code in ("sheet_superseded", "sheet_in_use")
    with pytest.raises(UserError) as named:
        criteria_edit.delete_sheet(new)
    assert named.value.code == "sheet_has_versions"


def test_a_waiting_version_may_be_thrown_away_and_keeps_its_code(school: School) -> None:
    new = begun(school)
    with pytest.raises(UserError) as refused:
        criteria_edit.edit_sheet(new, SheetDraft("G2", staff_groups=("Giảng viên",)))
    assert refused.value.code == "sheet_code_of_versions"
    criteria_edit.delete_sheet(new)
    assert [found.version for found in versions(school)] == [1]


def test_totals_of_the_year_are_cut_at_caps(school: School) -> None:
    new = begun(school)
    change(school, "I", "cap", "15")
    criteria_versions.apply_version(new, carry=True)
    assert score_totals.complete_totals(school.campaign)[UNIT] == {school.people["GV01"]: Points(95_00)}
