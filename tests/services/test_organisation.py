"""Units: the tree under the school, members on any day, and commands that refuse with the field that is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.small_school import DAY, add_person, add_unit, found, person, populate, refusal, unit
from thidua_gui.services import history, organisation, organisation_edit, people_moves
from thidua_gui.services.organisation_edit import UnitDraft
from thidua_gui.services.people_edit import Placement


@pytest.fixture
def school(data_file):
    return populate()


def codes(**how):
    return [row.code for row in organisation.units(DAY, **how)]


def test_the_school_is_the_root_and_its_units_stand_in_their_order(school):
    rows = organisation.units(DAY)
    assert [(row.code, row.depth) for row in rows] == [("@", 0), ("LLCS", 1), ("XDD", 1), ("TCHC", 1)]
    assert rows[0].is_root


def test_a_unit_counts_its_own_members_and_those_below_it(school):
    add_person("CB05", "Lò Văn Thịnh", add_unit("BM1", "Bộ môn Triết học", "Bộ môn", parent_id=unit("LLCS")))
    counts = {row.code: (row.members, row.members_below) for row in organisation.units(DAY)}
    assert counts["LLCS"] == (2, 3)
    assert counts["@"] == (0, 5)


def test_grids_show_a_unit_without_khoa_and_a_long_one_by_initials(school):
    assert [row.short_name for row in organisation.units(DAY)][1:] == [
        "Lý luận cơ sở", "Xây dựng Đảng", "TC-HC-TT-TL"
    ]  # fmt: skip


def test_two_units_that_would_read_alike_keep_their_full_names(school):
    add_unit("PXDD", "Phòng Xây dựng Đảng", "Phòng")
    shown = {row.code: row.short_name for row in organisation.units(DAY)}
    assert (shown["XDD"], shown["PXDD"]) == ("Khoa Xây dựng Đảng", "Phòng Xây dựng Đảng")


def test_members_come_in_vietnamese_name_order_on_the_day_asked_for(school):
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), "Giảng viên", date(2022, 8, 1)))
    before = organisation.members(unit("LLCS"), date(2022, 7, 31))
    after = organisation.members(unit("LLCS"), date(2022, 8, 1))
    assert [row.code for row in before] == ["CB02", "CB01"]
    assert [row.code for row in after] == ["CB02", "CB03", "CB01"]


def test_members_of_the_school_with_everything_below_are_all(school):
    root = organisation.units(DAY)[0].id
    assert {row.code for row in organisation.members(root, DAY, with_children=True)} == {"CB01", "CB02", "CB03", "CB04"}
    assert organisation.members(root, DAY) == ()


def test_people_who_have_left_or_not_yet_joined_are_no_members(school):
    people_moves.leave(person("CB01"), date(2022, 6, 30), "Nghỉ hưu")
    add_person("CB05", "Lò Văn Thịnh", unit("LLCS"), joined_on=date(2022, 12, 1))
    assert [row.code for row in organisation.members(unit("LLCS"), DAY)] == ["CB02"]


def test_namesakes_among_members_are_told_apart(school):
    add_person("CB05", "Nguyễn Văn An", unit("XDD"), born_on=date(1996, 9, 9))
    shown = {row.code: row.told_apart for row in organisation.members(unit("LLCS"), DAY)}
    assert shown == {"CB01": "", "CB02": "1991"}


def test_a_year_is_looked_at_today_while_it_runs_and_else_at_its_end_or_start():
    today = date(2026, 11, 22)
    days = [organisation.day_for(year, today) for year in (2026, 2022, 2027)]
    assert days == [today, date(2022, 12, 31), date(2027, 1, 1)]


def test_editing_a_unit_writes_what_changed_and_undo_restores_it(school):
    before = organisation.unit(unit("XDD"))
    draft = UnitDraft("XDĐ", "Khoa Xây dựng Đảng và dân vận", "Khoa", head_id=person("CB03"))
    changes = organisation_edit.edit_unit(before.id, draft)
    assert changes.title == "Sửa đơn vị Khoa Xây dựng Đảng"
    assert organisation.unit(before.id).head_name == "Lò Thị Hạnh"
    history.undo_last()
    assert organisation.unit(before.id) == before


def test_saving_a_unit_unchanged_leaves_no_step(school):
    changes = organisation_edit.edit_unit(unit("XDD"), UnitDraft("XDD", "Khoa Xây dựng Đảng", "Khoa"))
    assert changes.operation is None


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (UnitDraft("", "Khoa Mới", "Khoa"), "unit_code_missing", "code"),
        (UnitDraft("K M", "Khoa Mới", "Khoa"), "unit_code_has_space", "code"),
        (UnitDraft("@", "Khoa Mới", "Khoa"), "unit_code_reserved", "code"),
        (UnitDraft("llcs", "Khoa Mới", "Khoa"), "unit_code_taken", "code"),
        (UnitDraft("CB01", "Khoa Mới", "Khoa"), "unit_code_taken", "code"),
        (UnitDraft("KM", "  ", "Khoa"), "unit_name_missing", "name"),
        (UnitDraft("KM", "khoa xây dựng đảng", "Khoa"), "unit_name_taken", "name"),
        (UnitDraft("KM", "Khoa Mới", " "), "unit_kind_missing", "kind"),
        (UnitDraft("KM", "Khoa Mới", "Khoa", opened_on=date(1022, 1, 1)), "date_out_of_range", "opened_on"),
    ],
)
def test_a_new_unit_is_refused_beside_the_field_that_is_wrong(school, draft, code, field):
    problem = refusal(organisation_edit.add_unit, draft)
    assert (problem.code, problem.details["field"]) == (code, field)


def test_a_unit_cannot_stand_below_itself(school):
    child = add_unit("BM1", "Bộ môn Triết học", "Bộ môn", parent_id=unit("LLCS"))
    draft = UnitDraft("LLCS", "Khoa Lý luận cơ sở", "Khoa", parent_id=child)
    assert refusal(organisation_edit.edit_unit, unit("LLCS"), draft).code == "unit_parent_below"


def test_units_change_places_and_stop_at_the_ends(school):
    organisation_edit.move_unit(unit("TCHC"), -1)
    assert codes() == ["@", "LLCS", "TCHC", "XDD"]
    assert refusal(organisation_edit.move_unit, unit("LLCS"), -1).code == "unit_cannot_move"
    history.undo_last()
    assert codes() == ["@", "LLCS", "XDD", "TCHC"]


def test_a_unit_with_people_or_open_units_below_is_not_closed(school):
    assert refusal(organisation_edit.close_unit, unit("LLCS"), DAY).details["count"] == 2
    parent = add_unit("TT", "Trung tâm Bồi dưỡng", "Trung tâm")
    add_unit("TO", "Tổ Nghiệp vụ", "Tổ", parent_id=parent)
    assert refusal(organisation_edit.close_unit, parent, DAY).code == "unit_has_children"


def test_a_closed_unit_leaves_the_tree_the_day_after_and_can_be_reopened(school):
    people_moves.transfer([person("CB03")], Placement(unit("LLCS"), None, date(2022, 7, 1)))
    organisation_edit.close_unit(unit("XDD"), date(2022, 6, 30))
    assert "XDD" not in codes()
    assert "XDD" in codes(with_closed=True)
    assert "XDD" in [row.code for row in organisation.units(date(2022, 6, 30))]
    organisation_edit.reopen_unit(unit("XDD"))
    assert "XDD" in codes()


def test_the_school_can_be_renamed_but_neither_moved_nor_closed(data_file):
    found()
    root = organisation.units(DAY)[0].id
    organisation_edit.edit_unit(root, UnitDraft("", "Trường Chính trị tỉnh Điện Biên", ""))
    assert organisation.unit(root).name == "Trường Chính trị tỉnh Điện Biên"
    assert organisation.unit(root).code == "@"
    assert refusal(organisation_edit.close_unit, root, DAY).code == "unit_is_school"
    assert refusal(organisation_edit.move_unit, root, 1).code == "unit_is_school"


def test_the_year_of_a_unit_says_nothing_that_was_not_recorded(school):
    known = organisation.unit_year(unit("LLCS"), school)
    assert (known.launched_on, known.rating, known.registered) == (None, None, ())
