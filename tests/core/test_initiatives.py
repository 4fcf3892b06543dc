"""Who shares an initiative, and what two uses of it by one bearer mean."""

from datetime import date

import pytest

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.initiatives import Author, Use, clash, is_refused, refuse_odd_authors

SINCE = date(2023, 9, 5)
ONE, OTHER = PersonId(1), PersonId(2)


def use(year, day=None, person=ONE, unit=None):
    return Use(person, unit, year, "Chiến sĩ thi đua cơ sở", day)


def test_all_of_the_whole_may_be_shared_out_and_some_may_stay_unstated():
    refuse_odd_authors([Author(ONE, 60_00), Author(OTHER, 40_00)])
    refuse_odd_authors([Author(ONE, 100_00), Author(OTHER)])


@pytest.mark.parametrize("shares", [(60_00, 40_01), (0, 50_00), (-1, None), (100_01, None)])
def test_more_than_the_whole_or_nothing_at_all_is_no_share(shares):
    with pytest.raises(UserError, match="initiative_share"):
        refuse_odd_authors([Author(ONE, shares[0]), Author(OTHER, shares[1])])


def test_the_earliest_use_of_the_same_bearer_is_named():
    first, second = use(2021), use(2022)
    assert clash(use(2024), [second, first, use(2020, person=OTHER), use(2019, person=None, unit=UnitId(1))]) == first
    assert clash(use(2024), [use(2020, person=OTHER)]) is None


@pytest.mark.parametrize(
    ("new", "earlier", "refused"),
    [
        (use(2023, date(2023, 9, 4)), use(2022), False),
        (use(2023, date(2023, 9, 5)), use(2022), True),
        (use(2022), use(2023, date(2023, 9, 5)), True),
        (use(2023), use(2022), True),
        (use(2022), use(2021), False),
    ],
)
def test_the_later_of_the_two_days_decides(new, earlier, refused):
    assert is_refused(new, earlier, SINCE) is refused
