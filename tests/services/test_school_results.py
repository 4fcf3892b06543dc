"""The school's own results are kept in its words and order; each change is one step."""

from __future__ import annotations

import pytest

from tests.services import small_school
from thidua_gui.core.errors import UserError
from thidua_gui.services import history, school_results, year_states
from thidua_gui.services.school_results import ResultEdit


@pytest.fixture
def year(data_file):
    made = small_school.populate()
    school_results.add(made, ["Mở lớp trung cấp lý luận chính trị", "  ", "Đề tài cấp tỉnh"])
    return made


def contents(year):
    return [line.content for line in school_results.results(year)]


def test_pasted_lines_become_results_in_one_step(year):
    assert contents(year) == ["Mở lớp trung cấp lý luận chính trị", "Đề tài cấp tỉnh"]
    history.undo_last()
    assert contents(year) == []


def test_cells_are_changed_together_and_emptied(year):
    first, second = school_results.results(year)
    school_results.edit(year, [ResultEdit(first.id, "planned", "6 lớp"), ResultEdit(second.id, "achieved", " 2 ")])
    assert [(line.planned, line.achieved) for line in school_results.results(year)] == [("6 lớp", ""), ("", "2")]
    school_results.edit(year, [ResultEdit(first.id, "planned", "")])
    assert school_results.results(year)[0].planned == ""


def test_a_line_without_content_is_refused_and_nothing_is_written(year):
    first, second = school_results.results(year)
    with pytest.raises(UserError, match="result_content_missing"):
        school_results.edit(year, [ResultEdit(second.id, "note", "x"), ResultEdit(first.id, "content", " ")])
    assert [line.note for line in school_results.results(year)] == ["", ""]


def test_a_block_changes_cells_and_adds_lines_in_one_step(year):
    first, second = school_results.results(year)
    edits = [ResultEdit(first.id, "planned", "6 lớp")]
    school_results.paste(year, edits, [{"content": "Đảng bộ", "achieved": "HTXSNV"}, {"content": " "}])
    assert [(line.content, line.planned, line.achieved) for line in school_results.results(year)][2:] == [
        ("Đảng bộ", "", "HTXSNV")
    ]
    assert school_results.results(year)[0].planned == "6 lớp"
    history.undo_last()
    assert school_results.results(year) == (first, second)


def test_an_added_line_without_content_leaves_everything_as_it_was(year):
    first, _ = school_results.results(year)
    with pytest.raises(UserError, match="result_content_missing"):
        school_results.paste(year, [ResultEdit(first.id, "note", "x")], [{"planned": "6"}])
    assert [line.note for line in school_results.results(year)] == ["", ""]


def test_lines_are_moved_and_removed(year):
    first, second = school_results.results(year)
    school_results.move(year, second.id, -1)
    assert contents(year) == ["Đề tài cấp tỉnh", "Mở lớp trung cấp lý luận chính trị"]
    school_results.remove(year, [first.id])
    assert contents(year) == ["Đề tài cấp tỉnh"]


def test_a_closed_year_keeps_its_results(year):
    year_states.close_year(year)
    with pytest.raises(UserError, match="campaign_closed"):
        school_results.add(year, ["Thêm"])
