"""The 15 % line over the sample year's ranking."""

from datetime import date
from fractions import Fraction

import pytest

from db.models.awards import Award
from thidua_gui.core.cutline import QuotaRounding
from thidua_gui.core.errors import UserError
from thidua_gui.core.scoring import StageKey
from thidua_gui.services import quotas, scoring
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.quotas import QuotaLine
from thidua_gui.services.transaction import write


def _line(year: CampaignSummary) -> QuotaLine:
    board = scoring.board(year.id)
    return quotas.quota_line(board, next(each.id for each in board.stages if each.key is StageKey.UNIT))


def test_before_any_title_is_granted_the_base_is_provisional(sample_year: CampaignSummary) -> None:
    found = _line(sample_year)
    assert not found.is_settled
    assert (found.base, found.line.places) == (43, 6)


def test_granted_titles_make_the_base_a_fact(sample_year: CampaignSummary) -> None:
    people = [row.id for row in scoring.board(sample_year.id).rows][:20]
    with write("LĐTT"):
        for person in people:
            Award.create(person=person, year=2022, title="Lao động tiên tiến")
    found = _line(sample_year)
    assert (found.base, found.is_settled, found.line.places) == (20, True, 3)


def test_registered_fighters_below_the_line_are_counted(sample_year: CampaignSummary) -> None:
    assert _line(sample_year).proposed_below == 3


def test_the_school_sets_its_own_share_and_rounding(sample_year: CampaignSummary) -> None:
    quotas.set_rule(Fraction(10), QuotaRounding.CEIL)
    found = _line(sample_year)
    assert found.line.places == 5
    assert found.rule.is_own


def test_the_share_of_the_old_law_is_checked_and_that_of_the_new_is_not(sample_year: CampaignSummary) -> None:
    assert quotas.rule(date(2022, 12, 8)).is_checked
    assert not quotas.rule(date(2024, 12, 8)).is_checked


@pytest.mark.parametrize("percent", [Fraction(0), Fraction(101)])
def test_an_absurd_share_is_refused(sample_year: CampaignSummary, percent: Fraction) -> None:
    with pytest.raises(UserError):
        quotas.set_rule(percent, QuotaRounding.FLOOR)
