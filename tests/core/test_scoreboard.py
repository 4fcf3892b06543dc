"""Lines of the board: what is complete, missing, refused, not begun; ranks, differences, averages, merged criteria."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.merged_criteria import in_number_order, merged
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating, Threshold
from thidua_gui.core.scoreboard import (
    Line,
    StageMarks,
    Standing,
    line,
    mean,
    notable_difference,
    ranked,
    stage_due,
)
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, StageKey

SELF, UNIT, COUNCIL = StageKey
THRESHOLDS = (Threshold(Rating.EXCELLENT, Points(9000)), Threshold(Rating.GOOD, Points(5000)))


def sheet(code: int = 1, numbers: Sequence[tuple[str, str, int]] = (), title: str = "Nhóm") -> Sheet:
    """A group per Roman number with its items (number, group, maximum) and a bonus at the top."""
    made: list[Criterion] = []
    groups: dict[str, CriterionId] = {}
    for number, group, maximum in numbers or (("1.1", "I", 60), ("2.1", "II", 40)):
        if group not in groups:
            groups[group] = CriterionId(code * 100 + len(made))
            made.append(Criterion(groups[group], group, f"{title} {group}", CriterionKind.GROUP, Points(0)))
        own = CriterionId(code * 100 + len(made))
        made.append(Criterion(own, number, "", CriterionKind.POINTS, Points(maximum * 100), None, groups[group]))
    bonus = CriterionId(code * 100 + len(made))
    return Sheet(SheetId(code), str(code), 1, (*made, Criterion(bonus, "X", "", CriterionKind.BONUS, Points(500))))


PLAIN = sheet()
FIRST, SECOND, BONUS = (leaf.id for leaf in PLAIN.leaves())


def marks(*hundredths: int | None, drafts: Sequence[CriterionId] = ()) -> StageMarks:
    given = zip((FIRST, SECOND, BONUS), hundredths, strict=False)
    return StageMarks({key: Points(points) for key, points in given if points is not None}, drafts)


def told(active: StageKey = UNIT, **stages: StageMarks) -> Line:
    year: Mapping[StageKey, StageMarks] = {key: stages.get(key.value, StageMarks({})) for key in StageKey}
    return line(PLAIN, year, active, None, THRESHOLDS)


def test_a_complete_person_has_a_total_a_difference_and_a_proposal() -> None:
    done = told(self=marks(6000, 4000), unit=marks(5500, 4000))
    assert done.standing is Standing.COMPLETE
    assert (done.points(SELF), done.points(UNIT), done.points(COUNCIL)) == (Points(10000), Points(9500), None)
    assert done.difference == Points(-500)
    assert done.rating.rating is Rating.EXCELLENT


def test_a_missing_score_is_not_zero() -> None:
    assert told(unit=marks(5500, None)).points(UNIT) is None
    assert told(unit=marks(5500, None)).standing is Standing.MISSING
    assert told(unit=marks(5500, 0)).points(UNIT) == Points(5500)
    assert told(unit=marks(5500, 0)).standing is Standing.COMPLETE


def test_a_refused_value_counts_as_an_error_and_not_as_missing() -> None:
    refused = told(unit=marks(5500, None, drafts=[SECOND]))
    assert (refused.standing, refused.missing, refused.refused) == (Standing.ERROR, 0, 1)


def test_a_refused_bonus_keeps_the_person_out_of_the_ranking_though_the_total_stands() -> None:
    refused = told(unit=marks(5500, 4000, drafts=[BONUS]))
    assert refused.standing is Standing.ERROR
    assert refused.points(UNIT) == Points(9500)
    assert ranked([refused], UNIT) == [None]


def test_nobody_owes_council_scores_before_the_first_one() -> None:
    assert told(COUNCIL).standing is Standing.NOT_BEGUN
    assert told(COUNCIL, council=marks(5000)).standing is Standing.MISSING
    assert told(SELF).standing is Standing.MISSING


def test_a_person_without_a_sheet_has_only_what_was_decided() -> None:
    lone = line(None, {UNIT: StageMarks({})}, UNIT, Rating.GOOD, THRESHOLDS)
    assert (lone.standing, lone.points(UNIT), lone.rating.rating) == (Standing.NO_SHEET, None, Rating.GOOD)


def test_the_first_stage_has_no_difference() -> None:
    assert told(SELF, self=marks(6000, 4000)).difference is None


def test_ranks_are_shared_on_ties_and_the_incomplete_have_none() -> None:
    lines = [told(unit=marks(5000, 4000)), told(unit=marks(5500, 4000)), told(), told(unit=marks(6000, 3500))]
    assert ranked(lines, UNIT) == [3, 1, None, 1]


@given(st.lists(st.integers(-20000, 20000), min_size=1))
def test_a_mean_is_within_half_a_tenth_of_the_exact_one(values: list[int]) -> None:
    rounded = mean(map(Points, values))
    assert rounded is not None
    assert rounded.hundredths % 10 == 0
    assert abs(rounded.hundredths * len(values) - sum(values)) <= 5 * len(values)


@pytest.mark.parametrize(("values", "expected"), [((1200, 1210), 1210), ((-1200, -1210), -1210), ((1201, 1204), 1200)])
def test_a_mean_is_rounded_half_away_from_zero(values: tuple[int, int], expected: int) -> None:
    assert mean(map(Points, values)) == Points(expected)


def test_sheets_are_merged_by_number_and_keep_their_own_maxima() -> None:
    lecturers = sheet(1, (("1.1", "I", 8), ("2.1", "II", 15), ("2.2", "II", 10)))
    staff = sheet(2, (("1.1", "I", 8), ("2.1", "II", 20), ("2.3", "II", 5)), "Mục")
    one, two, bonus = merged((lecturers, staff))
    assert (one.number, two.number, bonus.number) == ("I", "II", "X")
    assert [item.number for item in two.items] == ["2.1", "2.2", "2.3"]
    assert two.distinct_maxima == (Points(2500),)
    assert two.items[0].distinct_maxima == (Points(1500), Points(2000))
    assert two.contents == ("Nhóm II", "Mục II")
    assert set(two.items[2].by_sheet) == {SheetId(2)}
    assert not bonus.is_group


def test_one_number_under_two_groups_is_two_entries() -> None:
    top = merged((sheet(1, (("1.1", "I", 8), ("9", "I", 5))), sheet(2, (("9", "II", 5),))))
    assert [(group.number, [item.number for item in group.items]) for group in top] == [
        ("I", ["1.1", "9"]), ("II", ["9"]), ("X", []),
    ]


@pytest.mark.parametrize(
    ("numbers", "ordered"),
    [
        (["II", "IX", "I", "IV"], ["I", "II", "IV", "IX"]),
        (["2.10", "2.2", "2.1"], ["2.1", "2.2", "2.10"]),
        (["B", "A"], ["B", "A"]),
        (["1", "b", "a"], ["1", "b", "a"]),
    ],
)
def test_numbers_are_ordered_by_value_unless_they_are_letters(numbers: list[str], ordered: list[str]) -> None:
    assert in_number_order(numbers) == ordered


@pytest.mark.parametrize(
    ("own", "unit", "council", "due"),
    [
        ([None, 1], [None, None], [None, None], SELF),
        ([1, 1], [None, 1], [None, None], UNIT),
        ([1, 1], [1, 1], [None, None], UNIT),
        ([1, 1], [1, 1], [None, 1], COUNCIL),
        ([1, None], [1, 1], [None, 1], SELF),
        ([1, 1], [1, 1], [1, 1], COUNCIL),
        ([], [], [], UNIT),
    ],
)
def test_work_goes_on_in_the_first_stage_that_owes_a_total(
    own: list[int | None], unit: list[int | None], council: list[int | None], due: StageKey
) -> None:
    given = zip(StageKey, (own, unit, council), strict=True)
    totals = {stage: [None if one is None else Points(one) for one in values] for stage, values in given}
    assert stage_due(totals) is due


@pytest.mark.parametrize(
    ("points", "before", "sign"), [(700, 800, -1), (800, 700, 1), (720, 800, 0), (800, None, 0), (800, 800, 0)]
)
def test_a_difference_is_striking_beyond_a_tenth_of_the_maximum(points: int, before: int | None, sign: int) -> None:
    then = None if before is None else Points(before)
    assert notable_difference(Points(points), then, Points(800)) == sign
