"""The way of proposals: which steps are open, which must say why, and who stands where among equals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.cases import is_open
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.points import Points
from thidua_gui.core.proposals import (
    EDITABLE,
    FROZEN,
    GONE,
    MOVES,
    OPEN,
    STANDING,
    State,
    allowed,
    is_short,
    may_move,
    needs_reason,
    ranked,
)

FIRST, LAST = date(2022, 3, 1), date(2022, 5, 1)
TOTALS = st.lists(st.none() | st.integers(0, 4).map(Points))


def test_the_usual_way_leads_from_the_draft_to_the_certificate_in_hand():
    way = [State.DRAFT]
    while allowed(way[-1]) and way[-1] is not State.DELIVERED:
        way.append(allowed(way[-1])[0])
    assert way == [
        State.DRAFT, State.SUBMITTED, State.VALID, State.PRESENTED, State.PASSED, State.DECIDED, State.PRINTED,
        State.DELIVERED,
    ]  # fmt: skip


def test_every_state_is_reached_and_only_a_revoked_one_is_the_end():
    reached = {to for targets in MOVES.values() for to in targets}
    assert reached == set(State)
    assert [state for state in State if not allowed(state)] == [State.REVOKED]


@pytest.mark.parametrize("state", [state for state in State if state not in (State.PASSED, State.LOWERED)])
def test_a_decision_needs_a_result_of_the_council(state):
    assert not may_move(state, State.DECIDED)


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.RETURNED])
def test_the_council_is_given_only_what_is_valid(state):
    assert not may_move(state, State.PRESENTED)


@pytest.mark.parametrize(
    ("state", "to", "asks"),
    [
        (State.DRAFT, State.SUBMITTED, False),
        (State.DRAFT, State.WITHDRAWN, False),
        (State.SUBMITTED, State.WITHDRAWN, True),
        (State.SUBMITTED, State.RETURNED, True),
        (State.PRESENTED, State.DEFERRED, True),
        (State.PRESENTED, State.LOWERED, True),
        (State.PRESENTED, State.VALID, True),
        (State.PRESENTED, State.PASSED, False),
        (State.PRESENTED, State.FAILED, False),
        (State.FAILED, State.PRESENTED, True),
        (State.DELIVERED, State.REVOKED, True),
        (State.DEFERRED, State.PRESENTED, False),
    ],
)
def test_what_sends_or_takes_back_says_why(state, to, asks):
    assert may_move(state, to)
    assert needs_reason(state, to) is asks


def test_the_states_are_parted_without_rest():
    assert set(State) == STANDING | GONE
    assert not STANDING & GONE
    assert FROZEN | EDITABLE | {State.WITHDRAWN} == set(State)
    assert {State.PRESENTED} == OPEN - EDITABLE


def test_only_what_is_given_at_once_goes_the_short_way():
    assert [kind for kind in CommendationKind if is_short(kind)] == [
        CommendationKind.IRREGULAR, CommendationKind.MOVEMENT,
    ]  # fmt: skip


def test_equals_share_a_rank_and_stand_in_the_order_that_people_set():
    rows = [("an", 90, 2), ("binh", 95, 0), ("cuong", 90, 1), ("dung", None, 0)]
    found = ranked(rows, lambda row: None if row[1] is None else Points(row[1]), lambda row: (row[2],))
    assert [(row[0], place.rank, place.is_tied) for row, place in found] == [
        ("binh", 1, False), ("cuong", 2, True), ("an", 2, True), ("dung", None, False),
    ]  # fmt: skip


@given(TOTALS, st.randoms(use_true_random=False))
def test_the_ranking_does_not_hang_on_the_order_of_the_rows(totals, chance):
    rows = list(enumerate(totals))
    expected = ranked(rows, lambda row: row[1], lambda row: (row[0],))
    chance.shuffle(rows)
    assert ranked(rows, lambda row: row[1], lambda row: (row[0],)) == expected


@given(TOTALS)
def test_the_rank_is_one_more_than_how_many_stand_higher(totals):
    for (_, total), place in ranked(list(enumerate(totals)), lambda row: row[1], lambda row: (row[0],)):
        same = sum(other == total for other in totals)
        higher = sum(other is not None and total is not None and other > total for other in totals)
        assert (place.rank, place.is_tied) == ((None, False) if total is None else (higher + 1, same > 1))


@pytest.mark.parametrize(("offset", "open_"), [(-1, False), (0, True), (60, True), (61, False)])
def test_a_case_is_open_from_its_first_day_to_the_eve_of_its_last(offset, open_):
    day = FIRST.fromordinal(FIRST.toordinal() + offset)
    assert is_open(FIRST, LAST, day) is open_


def test_a_case_that_nobody_closed_stays_open():
    assert is_open(FIRST, None, FIRST.replace(year=2030))
