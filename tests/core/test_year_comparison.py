"""This year's points beside last year's: what is the same is compared, nothing else is."""

from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet
from thidua_gui.core.year_comparison import Compared, Earlier, compared

GROUP, POINTS, BONUS, _ = CriterionKind


def sheet(first: int, *lines: tuple[str, str, int]) -> Sheet:
    """A group over criteria with ids from `first`."""
    group = Criterion(CriterionId(first), "I", "Nhiệm vụ chính trị", GROUP, Points(0))
    leaves = [
        Criterion(CriterionId(first + place), number, content, POINTS, Points(maximum * 100), None, group.id)
        for place, (number, content, maximum) in enumerate(lines, 1)
    ]
    return Sheet(SheetId(first), "CUM", 1, (group, *leaves))


def given(first: int, *points: float) -> dict[CriterionId, Points]:
    return {CriterionId(first + place): Points(round(one * 100)) for place, one in enumerate(points, 1)}


def beside(now: Sheet, then: Sheet | None, *earlier: float) -> dict[CriterionId | None, Compared]:
    return compared(now, given(10, 9, 8), then, given(50, *earlier))


NOW = sheet(10, ("1", "Đào tạo", 10), ("2", "Nghiên cứu khoa học", 10))


def test_lines_groups_and_the_whole_are_less_last_years() -> None:
    lines = beside(NOW, sheet(50, ("1", "Đào tạo", 10), ("2", "Nghiên cứu khoa học", 10)), 8.5, 8.5)
    differences = {key: line.difference for key, line in lines.items()}
    assert differences == {10: Points(0), 11: Points(50), 12: Points(-50), None: Points(0)}


def test_a_criterion_of_other_words_has_nothing_to_stand_beside() -> None:
    lines = beside(NOW, sheet(50, ("1", "Đào tạo", 10), ("2", "Đổi mới sáng tạo", 10)), 8, 8)
    assert lines[CriterionId(12)].before is None
    assert lines[CriterionId(12)].difference is None


def test_a_criterion_that_moved_to_another_number_is_found_by_its_words() -> None:
    lines = beside(NOW, sheet(50, ("1", "Nghiên cứu  khoa học", 10), ("2", "ĐÀO TẠO", 10)), 7, 6)
    assert lines[CriterionId(11)].before == Earlier(Points(600), Points(1000))


def test_of_two_with_the_same_words_the_number_decides() -> None:
    twice = sheet(50, ("1", "Nghiên cứu khoa học", 10), ("2", "Nghiên cứu khoa học", 10))
    assert beside(NOW, twice, 3, 4)[CriterionId(12)].before == Earlier(Points(400), Points(1000))


def test_another_scale_is_shown_and_not_compared() -> None:
    line = beside(NOW, sheet(50, ("1", "Đào tạo", 20), ("2", "Nghiên cứu khoa học", 10)), 18, 9)[CriterionId(11)]
    assert (line.before, line.difference) == (Earlier(Points(1800), Points(2000)), None)


def test_not_scored_last_year_is_not_zero() -> None:
    lines = beside(NOW, sheet(50, ("1", "Đào tạo", 10), ("2", "Nghiên cứu khoa học", 10)), 8)
    assert lines[CriterionId(12)].before == Earlier(None, Points(1000))
    assert (lines[CriterionId(12)].difference, lines[None].difference) == (None, None)


def test_without_a_year_before_everything_stands_alone() -> None:
    assert {line.before for line in beside(NOW, None).values()} == {None}
