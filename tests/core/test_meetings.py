"""Who is in a council's room when, and how a list is put in another order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.council import Room
from thidua_gui.core.meetings import Attendance, Passage, Seat, moved, room

EIGHT = datetime(2022, 11, 24, 8)


def at(minutes: int) -> datetime:
    return EIGHT + timedelta(minutes=minutes)


def seat(*passages: tuple[Passage, int], attendance: Attendance | None = Attendance.PRESENT) -> Seat:
    return Seat(True, attendance, tuple((kind, at(minutes)) for kind, minutes in passages))


@pytest.mark.parametrize(
    ("one", "here"),
    [
        (seat(), [True, True, True]),
        (seat((Passage.LEFT, 10)), [True, False, False]),
        (seat((Passage.ARRIVED, 10)), [False, True, True]),
        (seat((Passage.LEFT, 10), (Passage.ARRIVED, 20)), [True, False, True]),
        (seat(attendance=Attendance.WRITTEN), [False, False, False]),
        (seat(attendance=None), [False, False, False]),
    ],
)
def test_a_member_is_in_the_room_between_coming_and_going(one: Seat, here: list[bool]) -> None:
    assert [one.is_here(at(minutes)) for minutes in (5, 10, 20)] == here
    assert one.is_here() is here[-1]


def test_only_seats_with_a_vote_make_the_room() -> None:
    seats = [seat(), seat(attendance=Attendance.WRITTEN), seat(attendance=None), Seat(False, Attendance.PRESENT)]
    assert room(seats) == Room(3, 1, 1)


@given(st.lists(st.integers(), min_size=1, unique=True), st.data())
def test_moving_one_keeps_the_others_in_their_order(ids: list[int], data: st.DataObject) -> None:
    moving, place = data.draw(st.sampled_from(ids)), data.draw(st.integers(-3, len(ids) + 3))
    found = moved(ids, moving, place)
    assert [one for one in found if one != moving] == [one for one in ids if one != moving]
    assert found.index(moving) == max(0, min(place, len(ids) - 1))
