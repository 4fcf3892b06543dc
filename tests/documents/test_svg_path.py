"""SVG path data, transforms and colours."""

import math

import pytest

from thidua_gui.documents.colour import BLACK, WHITE, Colour
from thidua_gui.documents.pdf.matrix import IDENTITY, parse_transform, rotation, translation
from thidua_gui.documents.pdf.svg_path import Segment, parse_path


def points(segments: tuple[Segment, ...]) -> list[tuple[str, float, float]]:
    """Each segment with the point it ends in."""
    return [(name, round(numbers[-2], 6), round(numbers[-1], 6)) for name, numbers in segments if numbers]


def test_absolute_lines_keep_their_points() -> None:
    assert parse_path("M1,2 L3 4H5V6Z") == (
        ("M", (1, 2)), ("L", (3, 4)), ("L", (5, 4)), ("L", (5, 6)), ("Z", ()),
    )  # fmt: skip


def test_relative_commands_start_from_the_pen() -> None:
    assert points(parse_path("m10 10 5 0 l0 5h-5v-5z m1 1")) == [
        ("M", 10, 10), ("L", 15, 10), ("L", 15, 15), ("L", 10, 15), ("L", 10, 10), ("M", 11, 11),
    ]  # fmt: skip


def test_numbers_may_stand_without_blanks() -> None:
    assert points(parse_path("M-1.5.5L.5-1e1")) == [("M", -1.5, 0.5), ("L", 0.5, -10)]


def test_smooth_curves_mirror_the_last_control_point() -> None:
    smooth = parse_path("M0 0C0 1 1 1 2 0S4-1 4 0")[-1]
    assert smooth == ("C", (3, -1, 4, -1, 4, 0))


def test_a_smooth_curve_after_a_line_starts_from_the_pen() -> None:
    assert parse_path("M0 0L2 0S4-1 4 0")[-1] == ("C", (2, 0, 4, -1, 4, 0))


def test_a_quadratic_curve_passes_where_the_formula_says() -> None:
    name, (x1, y1, x2, y2, x, y) = parse_path("M0 0Q1 2 2 0T4 0")[1]
    middle = (0 + 3 * x1 + 3 * x2 + x) / 8, (0 + 3 * y1 + 3 * y2 + y) / 8
    assert (name, middle) == ("C", (1, pytest.approx(1)))


@pytest.mark.parametrize("flags", ["0 0", "0 1", "1 0", "1 1"])
def test_an_arc_stays_on_its_circle(flags: str) -> None:
    drawn = parse_path(f"M1 0A1 1 0 {flags} 0 1")[1:]
    centre = (0, 0) if flags in ("0 1", "1 0") else (1, 1)
    for _, (*_, x, y) in drawn:
        assert math.dist(centre, (x, y)) == pytest.approx(1)
    assert len(drawn) == (3 if flags.startswith("1") else 1)


def test_an_arc_with_glued_flags_is_read() -> None:
    assert points(parse_path("M0 0a2 2 0 012 2"))[-1] == ("C", 2, 2)


def test_an_arc_too_small_for_its_ends_grows() -> None:
    assert points(parse_path("M0 0A1 1 0 0 1 10 0"))[-1] == ("C", 10, 0)


def test_an_arc_without_radius_is_a_line() -> None:
    assert points(parse_path("M0 0A0 1 0 0 1 10 0")) == [("M", 0, 0), ("L", 10, 0)]


@pytest.mark.parametrize("wrong", ["M0", "L1 2 3", "0 0", "M0 0X1", "M0 0Z1 1", "M0 0A1 1 0 2 1 1 1"])
def test_path_data_that_cannot_be_read_to_the_end_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_path(wrong)


def test_transforms_apply_from_right_to_left() -> None:
    assert parse_transform("translate(10,20) rotate(90) scale(2)").at(1, 0) == pytest.approx((10, 22))


def test_a_matrix_and_a_rotation_about_a_point_are_understood() -> None:
    assert parse_transform("matrix(1 0 0 1 5 6)") == translation(5, 6)
    assert rotation(180, 1, 1).at(0, 0) == pytest.approx((2, 2))
    assert parse_transform(" ") == IDENTITY


@pytest.mark.parametrize("wrong", ["skewX(3)", "translate(1,2,3)", "rotate(1,2)", "translate(1) x"])
def test_other_transforms_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_transform(wrong)


def test_a_map_knows_by_how_much_lengths_grow() -> None:
    assert parse_transform("rotate(30) scale(3)").scale() == pytest.approx(3)


def test_colours_are_read_in_their_three_spellings() -> None:
    assert Colour.parse("#8E1A1A") == Colour(142, 26, 26)
    assert (Colour.parse("#fff"), Colour.parse("black")) == (WHITE, BLACK)


def test_thin_paint_is_mixed_with_the_paper() -> None:
    assert BLACK.over(WHITE, 0.25) == Colour(191, 191, 191)
