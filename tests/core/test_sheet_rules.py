"""What a criteria sheet must be: whom it serves, its lines, its numbers, and how lines move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.ids import SheetId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import CriterionKind, SheetSubject, parent_places
from thidua_gui.core.sheet_rules import (
    LineProblem,
    Served,
    Serving,
    SheetLine,
    block_end,
    line_problem,
    moved,
    next_number,
    renumbered,
    stated_maxima,
)

GROUP, POINTS, BONUS, DEDUCTION = CriterionKind
SCHOOL, KHOA, TO, PHONG = map(UnitId, range(1, 5))
PARENTS = {SCHOOL: None, KHOA: SCHOOL, TO: KHOA, PHONG: SCHOOL}


def served(sheet: int, groups: str, *units: UnitId, subject: SheetSubject = SheetSubject.PERSON) -> Served:
    return Served(SheetId(sheet), subject, tuple(groups.split()), frozenset(units))


def of_units(sheet: int, *units: UnitId) -> Served:
    return served(sheet, "", *units, subject=SheetSubject.UNIT)


def serving(*sheets: Served) -> Serving:
    return Serving(sheets, PARENTS, SCHOOL)


def line(number: str, kind: CriterionKind = POINTS, maximum: int = 10, **more: Points) -> SheetLine:
    return SheetLine(number, "Nội dung", kind, Points(maximum * 100), **more)


FIRST = (line("I", GROUP, 0), line("1.1"), line("1.2", BONUS, 5))
EXAMPLE = (*FIRST, line("II", GROUP, 0), line("2.1"), line("VI", BONUS))
PLACES = parent_places([(one.number, one.kind) for one in EXAMPLE])


def test_the_school_is_scored_only_by_a_sheet_that_names_it() -> None:
    assert serving(of_units(1)).of_unit(SCHOOL) is None
    both = serving(of_units(1), of_units(2, SCHOOL))
    assert (both.of_unit(SCHOOL), both.of_unit(KHOA), both.of_unit(TO)) == (2, 1, 1)


def test_a_sheet_of_the_school_alone_is_for_nobody_below_it() -> None:
    alone = serving(of_units(2, SCHOOL))
    assert (alone.of_unit(SCHOOL), alone.of_unit(KHOA)) == (2, None)
    shared = serving(of_units(3, SCHOOL, PHONG))
    assert (shared.of_unit(SCHOOL), shared.of_unit(PHONG), shared.of_unit(KHOA)) == (3, 3, None)


def test_two_sheets_clash_over_the_school_only_where_both_name_it() -> None:
    assert serving(of_units(1), of_units(2, SCHOOL)).clash() is None
    assert serving(of_units(1, KHOA), of_units(2, SCHOOL, PHONG)).clash() is None
    assert serving(of_units(1, KHOA, SCHOOL), of_units(2, SCHOOL)).clash() is not None
    assert serving(of_units(1), of_units(2, SCHOOL, PHONG)).clash() is not None


def test_a_sheet_of_a_unit_serves_those_below_it() -> None:
    found = serving(served(1, "GV", KHOA), served(2, "GV NV", PHONG))
    assert [found.of_person("GV", unit) for unit in (TO, PHONG, SCHOOL, None)] == [1, 2, None, None]
    assert found.of_person("NV", PHONG) == 2
    assert found.of_person(None, KHOA) is None


def test_a_sheet_without_units_serves_people_of_no_unit_too() -> None:
    assert serving(of_units(3), served(1, "GV")).of_person("GV", None) == 1


def test_units_are_scored_by_the_sheets_for_units_alone() -> None:
    found = serving(served(1, "GV"), of_units(2, KHOA), of_units(3, PHONG))
    assert [found.of_unit(unit) for unit in (TO, PHONG, SCHOOL)] == [2, 3, None]


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (served(1, "GV"), served(2, "GV NV"), "GV"),
        (served(1, "GV"), served(2, "GV", PHONG), "GV"),
        (served(1, "GV", TO), served(2, "GV", KHOA), "GV"),
        (served(1, "GV", KHOA), served(2, "GV", PHONG), None),
        (served(1, "GV", KHOA), served(2, "NV", KHOA), None),
        (served(1, "GV"), of_units(2), None),
        (of_units(1), of_units(2, KHOA), ""),
        (of_units(1, PHONG), of_units(2, TO), None),
    ],
)
def test_two_sheets_must_not_serve_the_same(one: Served, other: Served, clash: str | None) -> None:
    found = serving(one, other).clash()
    assert found == (None if clash is None else (one, other, clash))
    turned = serving(other, one).clash()
    assert (turned is None) == (found is None)


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        (line("I"), "criterion_number_taken", "number"),
        (line(""), "criterion_number_missing", "number"),
        (SheetLine("9", "", POINTS, Points(100)), "criterion_content_missing", "content"),
        (line("9", maximum=0), "criterion_maximum_not_positive", "maximum"),
        (line("9", step=Points(0)), "criterion_step_not_positive", "step"),
        (line("9", step=Points(30)), "criterion_step_off", "step"),
        (line("9", cap=Points(100)), "criterion_cap_needs_group", "cap"),
        (line("9", GROUP, cap=Points(0)), "criterion_cap_not_positive", "cap"),
    ],
)
def test_a_line_that_cannot_be_scored_by_is_named(wrong: SheetLine, code: str, field: str) -> None:
    assert line_problem((*EXAMPLE, wrong)) == LineProblem(len(EXAMPLE), code, field)


def test_good_lines_have_no_problem() -> None:
    assert line_problem((*EXAMPLE, line("9", step=Points(25)), line("X", GROUP, cap=Points(100)))) is None


def test_a_group_states_the_sum_of_its_items_without_what_is_taken_off() -> None:
    lines = (line("I", GROUP, 99), line("1.1", GROUP), line("1.1.1"), line("1.1.2", DEDUCTION), line("1.2", BONUS, 5))
    assert [points.hundredths for points in stated_maxima(lines)] == [1500, 1000, 1000, 1000, 500]


def test_a_group_moves_with_all_that_is_under_it() -> None:
    assert moved(PLACES, 0, 1) == [3, 4, 0, 1, 2, 5]
    assert moved(PLACES, 3, -1) == [3, 4, 0, 1, 2, 5]
    assert moved(PLACES, 1, 1) == [0, 2, 1, 3, 4, 5]


@pytest.mark.parametrize(("place", "step"), [(0, -1), (5, 1), (4, 1), (1, -1)])
def test_a_line_at_the_edge_of_its_group_does_not_move(place: int, step: int) -> None:
    assert moved(PLACES, place, step) is None


@given(st.integers(0, 5), st.sampled_from([-1, 1]))
def test_moving_there_and_back_changes_nothing(place: int, step: int) -> None:
    order = moved(PLACES, place, step)
    if order is not None:
        names = [EXAMPLE[old].number for old in order]
        there = [PLACES[old] for old in order]
        parents = [None if parent is None else order.index(parent) for parent in there]
        back = moved(parents, order.index(place), -step)
        assert back is not None
        assert [names[old] for old in back] == [one.number for one in EXAMPLE]


def test_a_block_ends_where_its_group_does() -> None:
    assert [block_end(PLACES, place) for place in range(6)] == [3, 2, 3, 5, 5, 6]


@pytest.mark.parametrize(
    ("numbers", "after", "group", "expected"),
    [
        ("", None, False, "I"),
        ("I* 1.1 1.2 II*", 2, False, "1.3"),
        ("I* 1.1 1.2 II*", 3, False, "2.1"),
        ("I* 1.1 1.2 II*", None, True, "III"),
        ("I* 1.1 VI", None, False, "II"),
        ("A* 1 2 B*", 1, False, "3"),
        ("A* 1 2 B*", None, True, "C"),
        ("1* 1.1 2*", None, True, "3"),
        ("I* 1.1* 1.1.1 1.2*", 3, False, "1.2.1"),
        ("I* a b", 1, False, "1.1"),
    ],
)
def test_a_new_line_gets_the_number_that_follows(numbers: str, after: int | None, group: bool, expected: str) -> None:
    lines = [(one.rstrip("*"), GROUP if one.endswith("*") else POINTS) for one in numbers.split()]
    assert next_number(lines, after, group=group) == expected


def test_lines_are_numbered_anew_by_their_places() -> None:
    assert renumbered(PLACES) == ["I", "1.1", "1.2", "II", "2.1", "III"]
    assert renumbered([None] * 9 + [8])[8:] == ["IX", "9.1"]
