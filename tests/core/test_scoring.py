"""What a typed score is worth, when totals exist, and how a flat list of criteria becomes groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import Points, sum_points
from thidua_gui.core.scoring import (
    Criterion,
    CriterionKind,
    Entry,
    Sheet,
    Subtotal,
    disagreeing_groups,
    group_maximum,
    group_total,
    missing,
    parent_places,
    parse_entry,
    problem_of,
    required_maximum,
    total,
)

GROUP, POINTS, BONUS, DEDUCTION = CriterionKind


def line(
    number: int, kind: CriterionKind, maximum: int, parent: int | None = None, step: int | None = None
) -> Criterion:
    """A criterion of whole points; `step` in hundredths."""
    held_by = None if parent is None else CriterionId(parent)
    every = None if step is None else Points(step)
    return Criterion(CriterionId(number), str(number), "", kind, Points(maximum * 100), every, held_by)


def sheet(*criteria: Criterion) -> Sheet:
    return Sheet(SheetId(1), "GV", 1, criteria)


EXAMPLE = sheet(
    line(1, GROUP, 20),
    line(11, POINTS, 12, 1, 50),
    line(12, POINTS, 8, 1, 50),
    line(2, GROUP, 10),
    line(21, GROUP, 10, 2),
    line(211, POINTS, 5, 21),
    line(212, BONUS, 5, 21),
    line(3, BONUS, 5),
    line(4, DEDUCTION, 10),
)


def scores(**points: int) -> dict[CriterionId, Points]:
    """c11=50 stands for half a point on criterion 11."""
    return {CriterionId(int(name[1:])): Points(hundredths) for name, hundredths in points.items()}


@pytest.mark.parametrize(
    ("criterion", "hundredths", "problem"),
    [(line(1, POINTS, 8, step=50), 800, None), (line(1, POINTS, 8, step=50), 0, None)]
    + [(line(1, POINTS, 8), 801, "over_maximum"), (line(1, POINTS, 8), -1, "negative")]
    + [(line(1, POINTS, 8, step=50), 775, "off_step"), (line(1, POINTS, 8), 775, None)]
    + [(line(1, POINTS, 8, step=0), 775, None), (line(1, DEDUCTION, 8), -100, "negative")]
    + [(line(1, GROUP, 8), 100, "group_not_scored"), (line(1, POINTS, 8, step=50), 825, "over_maximum")],
)
def test_points_are_refused_for_what_is_wrong_with_them(
    criterion: Criterion, hundredths: int, problem: str | None
) -> None:
    assert problem_of(criterion, Points(hundredths)) == problem


@pytest.mark.parametrize(
    ("text", "entry"),
    [("7,5", Entry(Points(750), None, "7,5")), (" 7 ", Entry(Points(700), None, "7,0")), ("", Entry(None, None, ""))]
    + [("42", Entry(None, "over_maximum", "42")), ("tốt", Entry(None, "points_not_a_number", "tốt"))]
    + [("0", Entry(Points(0), None, "0,0")), ("-1", Entry(None, "negative", "-1")), ("   ", Entry(None, None, ""))],
)
def test_typed_text_becomes_points_or_a_draft_with_its_problem(text: str, entry: Entry) -> None:
    assert parse_entry(line(1, POINTS, 8, step=50), text) == entry


def test_there_is_no_total_while_a_required_score_is_missing() -> None:
    given_scores = scores(c11=1200, c12=800)
    assert total(EXAMPLE, given_scores) == Subtotal(None, 2, 3)
    assert not total(EXAMPLE, given_scores).is_complete
    assert missing(EXAMPLE, given_scores) == (CriterionId(211),)


def test_a_score_of_zero_is_not_a_missing_one() -> None:
    assert total(EXAMPLE, scores(c11=0, c12=0, c211=0)) == Subtotal(Points(0), 3, 3)
    assert missing(EXAMPLE, scores(c11=0, c12=0, c211=0)) == ()


def test_bonus_and_deduction_may_stay_empty_and_count_when_given() -> None:
    complete = scores(c11=1200, c12=800, c211=500)
    assert total(EXAMPLE, complete) == Subtotal(Points(2500), 3, 3)
    assert total(EXAMPLE, complete | scores(c3=300, c4=150, c212=100)) == Subtotal(Points(2750), 3, 3)


def test_a_group_is_the_sum_of_its_items_at_any_depth() -> None:
    given_scores = scores(c11=1150, c12=800, c211=300, c212=150)
    assert group_total(EXAMPLE, CriterionId(1), given_scores) == Subtotal(Points(1950), 2, 2)
    assert group_total(EXAMPLE, CriterionId(2), given_scores) == Subtotal(Points(450), 1, 1)
    assert group_total(EXAMPLE, CriterionId(21), given_scores) == Subtotal(Points(450), 1, 1)


def test_a_group_of_bonuses_alone_has_no_sum_until_one_is_given() -> None:
    bonuses = sheet(line(1, GROUP, 5), line(11, BONUS, 5, 1))
    assert group_total(bonuses, CriterionId(1), {}) == Subtotal(None, 0, 0)
    assert group_total(bonuses, CriterionId(1), scores(c11=200)) == Subtotal(Points(200), 0, 0)


def test_scores_of_another_sheet_are_not_counted() -> None:
    assert total(EXAMPLE, scores(c11=100, c12=100, c211=100, c999=5000)).points == Points(300)


def test_the_maximum_of_a_group_leaves_deductions_out() -> None:
    assert group_maximum(EXAMPLE, CriterionId(2)) == Points(1000)
    assert group_maximum(EXAMPLE) == Points(3500)
    assert required_maximum(EXAMPLE) == Points(2500)
    assert required_maximum(EXAMPLE, CriterionId(21)) == Points(500)


def test_groups_whose_stated_maximum_is_not_the_sum_of_their_items_are_named() -> None:
    wrong = sheet(line(1, GROUP, 9), line(11, POINTS, 8, 1), line(2, GROUP, 8), line(21, POINTS, 8, 2))
    assert disagreeing_groups(wrong) == (CriterionId(1),)
    assert disagreeing_groups(EXAMPLE) == ()


def test_a_group_may_state_its_maximum_with_or_without_bonuses() -> None:
    items = (line(11, POINTS, 8, 1), line(12, BONUS, 2, 1))
    stated = {maximum: disagreeing_groups(sheet(line(1, GROUP, maximum), *items)) for maximum in (8, 9, 10)}
    assert stated == {8: (), 9: (CriterionId(1),), 10: ()}


def test_the_lines_directly_under_a_group_are_its_children() -> None:
    assert [child.id for child in EXAMPLE.children(CriterionId(2))] == [21]
    assert [child.id for child in EXAMPLE.children()] == [1, 2, 3, 4]


def test_a_criterion_before_its_group_is_a_broken_sheet() -> None:
    with pytest.raises(ValueError, match="before its group"):
        sheet(line(11, POINTS, 8, 1), line(1, GROUP, 8))


def test_lines_belong_to_the_group_above_that_is_numbered_otherwise() -> None:
    numbered = [("I", GROUP), ("1.1", POINTS), ("1.2", BONUS), ("II", GROUP), ("2.1", POINTS), ("III", BONUS)]
    assert parent_places(numbered) == [None, 0, 0, None, 3, None]


def test_groups_may_nest_and_be_numbered_by_letters_or_digits() -> None:
    nested = [("A", GROUP), ("I", GROUP), ("1", GROUP), ("1.1", POINTS), ("2", GROUP), ("2.1", POINTS), ("B", BONUS)]
    assert parent_places(nested) == [None, 0, 1, 2, 1, 4, None]
    assert parent_places([("1", GROUP), ("1.1.", POINTS), ("2.", POINTS), ("", DEDUCTION)]) == [None, 0, None, None]


items = st.lists(st.tuples(st.sampled_from([POINTS, BONUS, DEDUCTION]), st.none() | st.integers(0, 5000)), max_size=12)


@given(items)
def test_the_total_exists_exactly_when_nothing_required_is_missing(
    given_items: list[tuple[CriterionKind, int | None]],
) -> None:
    criteria = [line(place, kind, 50) for place, (kind, _) in enumerate(given_items)]
    written = {c.id: Points(p) for c, (_, p) in zip(criteria, given_items, strict=True) if p is not None}
    counted = total(sheet(*criteria), written)
    signed = [-p if kind is DEDUCTION else p for kind, p in given_items if p is not None]
    complete = all(p is not None for kind, p in given_items if kind is POINTS) and bool(signed)
    assert counted.points == (Points(sum(signed)) if complete else None)
    assert counted.of - counted.scored == len(missing(sheet(*criteria), written))


@given(st.lists(st.lists(st.integers(0, 1000), min_size=1, max_size=5), min_size=1, max_size=5))
def test_the_groups_of_a_complete_sheet_sum_to_its_total(groups: list[list[int]]) -> None:
    criteria: list[Criterion] = []
    written: dict[CriterionId, Points] = {}
    for place, points in enumerate(groups):
        group = line(place * 100, GROUP, 50)
        held = [line(place * 100 + 1 + item, POINTS, 10, group.id) for item in range(len(points))]
        criteria += [group, *held]
        written |= {c.id: Points(p) for c, p in zip(held, points, strict=True)}
    whole = sheet(*criteria)
    parts = [group_total(whole, CriterionId(place * 100), written).points for place in range(len(groups))]
    assert sum_points(part for part in parts if part is not None) == total(whole, written).points
