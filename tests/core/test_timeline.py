"""Each milestone is done, late, current, under way or upcoming on the day asked for."""

from datetime import date

import pytest

from thidua_gui.core.targets import Count
from thidua_gui.core.timeline import Milestone, MilestoneKind, MilestoneState, statuses

DONE, LATE, CURRENT, UNDER_WAY, UPCOMING = MilestoneState
YEAR = (
    Milestone(MilestoneKind.PLAN, due_on=date(2022, 3, 2), done_on=date(2022, 3, 2)),
    Milestone(MilestoneKind.LAUNCH, date(2022, 3, 1), date(2022, 3, 31), counted=Count(5, 5)),
    Milestone(MilestoneKind.REGISTRATION, date(2022, 3, 1), date(2022, 3, 31), counted=Count(44, 45)),
    Milestone(MilestoneKind.IMPLEMENTATION, date(2022, 3, 1), date(2022, 12, 31), passes_by_itself=True),
    Milestone(MilestoneKind.UNIT_SCORING, date(2022, 11, 1), date(2022, 11, 15), counted=Count(3, 5)),
    Milestone(MilestoneKind.RESULTS, None, date(2022, 11, 19), counted=Count(2, 5)),
    Milestone(MilestoneKind.COUNCIL, None, date(2022, 11, 24)),
    Milestone(MilestoneKind.AWARDING),
)


def states(milestones: tuple[Milestone, ...], today: date) -> list[MilestoneState]:
    return [status.state for status in statuses(milestones, today)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2022, 11, 16), [DONE, DONE, LATE, UNDER_WAY, LATE, CURRENT, UPCOMING, UPCOMING])]
    + [(date(2022, 11, 20), [DONE, DONE, LATE, UNDER_WAY, LATE, LATE, CURRENT, UPCOMING])]
    + [(date(2022, 3, 31), [DONE, DONE, CURRENT, UNDER_WAY, UPCOMING, UPCOMING, UPCOMING, UPCOMING])]
    + [(date(2022, 12, 31), [DONE, DONE, LATE, CURRENT, LATE, LATE, LATE, UPCOMING])]
    + [(date(2026, 11, 22), [DONE, DONE, LATE, DONE, LATE, LATE, LATE, UPCOMING])],
)
def test_the_year_is_read_off_its_dates_and_counts(today: date, expected: list[MilestoneState]) -> None:
    assert states(YEAR, today) == expected


def test_the_last_day_itself_is_not_late() -> None:
    results = statuses(YEAR, date(2022, 11, 19))[5]
    assert (results.state, results.days_left, results.missing) == (CURRENT, 0, 3)


def test_days_late_count_from_the_last_day_and_the_missing_are_told() -> None:
    registration = statuses(YEAR, date(2022, 11, 16))[2]
    assert (registration.days_left, registration.missing) == (-230, 1)


def test_what_was_recorded_as_done_still_tells_who_is_missing() -> None:
    closed = Milestone(MilestoneKind.REGISTRATION, None, date(2022, 3, 31), date(2022, 4, 1), Count(44, 45))
    status = statuses((closed,), date(2022, 11, 16))[0]
    assert (status.state, status.days_left, status.missing) == (DONE, None, 1)


def test_without_anybody_to_count_a_milestone_is_not_done() -> None:
    empty = Milestone(MilestoneKind.LAUNCH, None, date(2022, 3, 31), counted=Count(0, 0))
    assert states((empty,), date(2022, 4, 1)) == [LATE]


def test_of_two_deadlines_on_one_day_the_first_in_order_is_current() -> None:
    pair = (
        Milestone(MilestoneKind.RESULTS, None, date(2022, 11, 19)),
        Milestone(MilestoneKind.COUNCIL, None, date(2022, 11, 19)),
    )
    assert states(pair, date(2022, 11, 1)) == [CURRENT, UPCOMING]


def test_a_milestone_without_dates_is_upcoming_and_has_no_days_left() -> None:
    status = statuses((Milestone(MilestoneKind.AWARDING),), date(2022, 1, 1))[0]
    assert (status.state, status.days_left, status.missing) == (UPCOMING, None, None)
