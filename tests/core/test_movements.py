"""How a movement stands on a day, and how a pasted list of recipients is taken apart."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_gui.core.commendations import pasted_entries
from thidua_gui.core.movements import MovementState, movement_state

FIRST, LAST = date(2022, 3, 1), date(2022, 5, 19)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2022, 2, 28), MovementState.UPCOMING),
        (FIRST, MovementState.UNDER_WAY),
        (LAST, MovementState.UNDER_WAY),
        (date(2022, 5, 20), MovementState.TO_REVIEW),
    ],
)
def test_first_and_last_day_are_days_of_the_movement(today, state):
    assert movement_state(FIRST, LAST, None, today) is state


def test_a_movement_is_reviewed_from_the_day_of_its_review_on():
    review = date(2022, 5, 25)
    assert movement_state(FIRST, LAST, review, date(2022, 5, 24)) is MovementState.TO_REVIEW
    assert movement_state(FIRST, LAST, review, review) is MovementState.REVIEWED


def test_days_that_nobody_wrote_are_not_guessed():
    assert movement_state(None, None, None, LAST) is MovementState.UNDATED
    assert movement_state(None, LAST, None, FIRST) is MovementState.UNDATED
    assert movement_state(FIRST, None, None, LAST) is MovementState.UNDER_WAY


def test_a_pasted_list_loses_numbers_and_bullets_but_keeps_what_was_written():
    text = "1. Nguyễn Văn An\n\n- CB02; Lò Thị Hạnh\r\n3\tCB04\tSùng A Vừ"
    assert list(pasted_entries(text)) == [
        ("1. Nguyễn Văn An", ("Nguyễn Văn An",)),
        ("- CB02", ("CB02",)),
        ("Lò Thị Hạnh", ("Lò Thị Hạnh",)),
        ("3\tCB04\tSùng A Vừ", ("3", "CB04", "Sùng A Vừ")),
    ]
