"""What a year's list makes of a person's memberships."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.course import Move, Piece, Place, Year, ended, held, placed
from thidua_gui.core.ids import UnitId

A, B, C = UnitId(1), UnitId(2), UnitId(3)
ALONE, SECOND, FIRST, BETWEEN = (Year(2022, *neighbours) for neighbours in ((0, 0), (1, 0), (0, 1), (1, 1)))
SINCE = date(2010, 9, 1)
AUGUST = date(2022, 8, 1)


def piece(unit, first=None, last=None, post=None):
    return Piece(unit, post, first, last)


def test_somebody_new_belongs_since_joining():
    assert placed([], Place(A, "Trưởng khoa", joined_on=SINCE), ALONE) == (piece(A, SINCE, None, "Trưởng khoa"),)


def test_somebody_new_of_whom_nothing_more_is_known_belongs_since_ever():
    assert placed([], Place(A, None), ALONE) == (piece(A),)


def test_somebody_new_beside_an_earlier_year_belongs_since_the_first_of_january():
    assert placed([], Place(A, None, joined_on=SINCE), SECOND) == (piece(A, date(2022, 1, 1)),)


def test_somebody_of_an_earlier_year_alone_belongs_to_its_end():
    assert placed([], Place(A, None, joined_on=SINCE), FIRST) == (piece(A, SINCE, date(2022, 12, 31)),)


def test_what_is_known_already_stays_the_very_same():
    known = (piece(A, SINCE, None, "Giảng viên"),)
    assert placed(known, Place(A, "Giảng viên"), SECOND) == known
    assert placed(known, Place(A, None), SECOND) == known


def test_another_unit_in_a_later_year_begins_with_that_year():
    known = (piece(A, SINCE),)
    assert placed(known, Place(B, None), SECOND) == (piece(A, SINCE, date(2021, 12, 31)), piece(B, date(2022, 1, 1)))


def test_another_post_in_a_later_year_begins_with_that_year():
    known = (piece(A, SINCE, None, "Giảng viên"),)
    before, now = placed(known, Place(A, "Trưởng khoa"), SECOND)
    assert (before.post, before.until_on) == ("Giảng viên", date(2021, 12, 31))
    assert (now.post, now.from_on) == ("Trưởng khoa", date(2022, 1, 1))


def test_a_correction_of_the_only_year_replaces_the_unit():
    assert placed((piece(A, SINCE),), Place(B, None), ALONE) == (piece(B, SINCE),)


def test_a_correction_between_two_years_touches_neither():
    known = (piece(A, SINCE),)
    assert placed(known, Place(B, None), BETWEEN) == (
        piece(A, SINCE, date(2021, 12, 31)),
        piece(B, date(2022, 1, 1), date(2022, 12, 31)),
        piece(A, date(2023, 1, 1)),
    )


def test_a_transfer_makes_two_memberships():
    place = Place(B, None, (Move(AUGUST, A),), SINCE)
    assert placed([], place, ALONE) == (piece(A, SINCE, date(2022, 7, 31)), piece(B, AUGUST))


def test_a_transfer_that_is_known_already_changes_nothing():
    known = (piece(A, SINCE, date(2022, 7, 31), "Giảng viên"), piece(B, AUGUST))
    assert placed(known, Place(B, None, (Move(AUGUST, A),), SINCE), ALONE) == known


def test_a_transfer_out_of_the_unit_of_the_year_before_keeps_the_post_held_there():
    known = (piece(A, SINCE, None, "Giảng viên"),)
    place = Place(B, "Phó Trưởng phòng", (Move(AUGUST, A),), SINCE)
    assert placed(known, place, SECOND) == (
        piece(A, SINCE, date(2022, 7, 31), "Giảng viên"),
        piece(B, AUGUST, None, "Phó Trưởng phòng"),
    )


def test_a_corrected_day_of_transfer_moves_the_border():
    known = (piece(A, SINCE, date(2022, 8, 31)), piece(B, date(2022, 9, 1)))
    assert placed(known, Place(B, None, (Move(AUGUST, A),), SINCE), ALONE) == (
        piece(A, SINCE, date(2022, 7, 31)),
        piece(B, AUGUST),
    )


def test_a_corrected_former_unit_replaces_the_wrong_one():
    known = (piece(C, SINCE, date(2022, 7, 31)), piece(B, AUGUST))
    assert placed(known, Place(B, None, (Move(AUGUST, A),), SINCE), ALONE) == (
        piece(A, SINCE, date(2022, 7, 31)),
        piece(B, AUGUST),
    )


def test_a_former_unit_is_added_where_nothing_was_known():
    known = (piece(B, date(2022, 9, 1)),)
    assert placed(known, Place(B, None, (Move(AUGUST, A),), SINCE), ALONE) == (
        piece(A, SINCE, date(2022, 7, 31)),
        piece(B, AUGUST),
    )


def test_two_transfers_in_a_year_make_three_memberships():
    place = Place(C, None, (Move(AUGUST, B), Move(date(2022, 3, 1), A)), SINCE)
    expected = (
        piece(A, SINCE, date(2022, 2, 28)),
        piece(B, date(2022, 3, 1), date(2022, 7, 31)),
        piece(C, AUGUST),
    )
    assert placed([], place, ALONE) == expected
    assert placed(expected, place, ALONE) == expected


@pytest.mark.parametrize("on", [SINCE, date(2009, 1, 1), date(2023, 1, 1)])
def test_a_transfer_before_joining_or_after_the_year_tells_nothing(on):
    assert placed([], Place(B, None, (Move(on, A),), SINCE), ALONE) == (piece(B, SINCE),)


def test_somebody_who_left_belongs_to_the_last_day():
    left_on = date(2022, 6, 30)
    assert placed([], Place(A, None, joined_on=SINCE, left_on=left_on), ALONE) == (piece(A, SINCE, left_on),)
    assert placed((piece(A, SINCE),), Place(A, None, left_on=left_on), ALONE) == (piece(A, SINCE, left_on),)


def test_somebody_who_left_before_the_list_can_speak_is_left_alone():
    known = (piece(A, SINCE),)
    assert placed(known, Place(B, None, left_on=date(2021, 6, 30)), SECOND) == known


def test_what_is_known_to_follow_stays():
    known = (piece(B, date(2023, 6, 1)),)
    assert placed(known, Place(A, None), ALONE) == (piece(A, None, date(2023, 5, 31)), *known)


def test_of_two_memberships_on_a_day_the_one_begun_last_counts():
    assert held([piece(A), piece(B, SINCE)], AUGUST) == piece(B, SINCE)
    assert held([piece(A, None, SINCE)], AUGUST) is None


@pytest.mark.parametrize(
    ("year", "rest"),
    [
        (ALONE, (piece(A, SINCE, date(2021, 12, 31)),)),
        (SECOND, (piece(A, SINCE, date(2021, 12, 31)),)),
        (FIRST, (piece(A, date(2023, 1, 1)),)),
        (BETWEEN, (piece(A, SINCE, date(2021, 12, 31)), piece(A, date(2023, 1, 1)))),
    ],
)
def test_somebody_whom_the_list_does_not_name_is_not_there_that_year(year, rest):
    assert ended((piece(A, SINCE),), year) == rest


days = st.dates(date(2020, 1, 1), date(2024, 12, 31))
units = st.sampled_from([A, B, C])
moves = st.lists(st.builds(Move, days, units), max_size=3, unique_by=lambda move: move.on).map(tuple)
places = st.builds(Place, units, st.none() | st.just("Giảng viên"), moves, st.none() | days)
years = st.sampled_from([ALONE, SECOND, FIRST, BETWEEN])


@st.composite
def courses(draw):
    """Memberships one after the other."""
    borders = sorted(draw(st.sets(days, max_size=4)))
    pieces = []
    for number, first in enumerate(borders):
        last = borders[number + 1] - timedelta(days=1) if number + 1 < len(borders) else None
        if draw(st.booleans()):
            pieces.append(piece(draw(units), first, last))
    return tuple(pieces)


@given(courses(), places, years)
def test_the_list_is_followed_and_following_it_again_changes_nothing(course, place, year):
    after = placed(course, place, year)
    if place.joined_on is None or place.joined_on <= year.last_day:
        assert held(after, year.last_day).unit == place.unit
    assert placed(after, place, year) == after


@given(courses(), places)
def test_no_day_of_another_year_is_touched(course, place):
    after = placed(course, place, BETWEEN)
    for day in (date(2021, 12, 31), date(2020, 6, 1), date(2023, 1, 1), date(2024, 6, 1)):
        assert held(after, day) == held(course, day) or held(after, day).unit == held(course, day).unit


@given(courses(), years)
def test_whoever_is_not_named_is_not_there_at_the_end_of_the_year(course, year):
    assert held(ended(course, year), year.last_day) is None
