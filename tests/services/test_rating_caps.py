"""The cap in force: shipped with its source, the school's own from a day on, the reason for a year that goes beyond."""

from datetime import date
from fractions import Fraction

import pytest

from tests.services.small_school import found, refusal
from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.rating_cap import CapBase, CapRule, CapScope
from thidua_gui.services import history, rating_caps
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.rating_caps import Source

OWN = CapRule(
    Quota(Fraction(25), QuotaRounding.HALF_UP), CapBase.ALL_STAFF, (CapScope.SCHOOL, CapScope.STAFF_GROUP)
)  # fmt: skip


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return found()


def test_the_shipped_cap_is_twenty_percent_and_not_yet_checked(year: CampaignId) -> None:
    cap = rating_caps.cap_of(year)
    assert cap.rule == CapRule(
        Quota(Fraction(20), QuotaRounding.FLOOR), CapBase.GOOD_ONLY, (CapScope.SCHOOL,)
    )  # fmt: skip
    assert (cap.is_own, cap.source.is_checked) == (False, False)
    assert "132-QĐ/TW" in cap.source.words


def test_the_schools_own_cap_holds_from_its_day_on(year: CampaignId) -> None:
    rating_caps.set_cap(OWN, " Ban Giám hiệu xếp riêng ", date(2022, 1, 1))
    cap = rating_caps.cap_of(year)
    assert (cap.rule, cap.is_own, cap.exception) == (OWN, True, "Ban Giám hiệu xếp riêng")
    history.undo_last()
    assert not rating_caps.cap_of(year).is_own


def test_a_cap_of_the_next_year_leaves_this_one_alone(year: CampaignId) -> None:
    rating_caps.set_cap(OWN, "", date(2023, 1, 1))
    assert not rating_caps.cap_of(year).is_own


@pytest.mark.parametrize("percent", [Fraction(0), Fraction(-5), Fraction(101)])
def test_a_share_that_cannot_be_is_refused(year: CampaignId, percent: Fraction) -> None:
    assert year
    rule = CapRule(Quota(percent, QuotaRounding.FLOOR), CapBase.GOOD_ONLY, (CapScope.SCHOOL,))
    refused = refusal(rating_caps.set_cap, rule, "", None)
    assert (refused.code, refused.details["field"]) == ("quota_percent", "percent")


def test_a_cap_without_any_scope_is_refused(year: CampaignId) -> None:
    assert year
    rule = CapRule(OWN.quota, OWN.base, ())
    assert refusal(rating_caps.set_cap, rule, "", None).code == "cap_scope_missing"


def test_the_reason_for_going_beyond_is_kept_and_taken_away(year: CampaignId) -> None:
    rating_caps.note_over(year, " Theo Thông báo 12-TB/TCT ")
    assert rating_caps.cap_of(year).over_reason == "Theo Thông báo 12-TB/TCT"
    rating_caps.note_over(year, "")
    assert rating_caps.cap_of(year).over_reason == ""


def test_the_rule_for_party_members_has_its_source_by_the_day() -> None:
    assert rating_caps.party_source(date(2022, 12, 31)).is_checked
    assert "124-QĐ/TW" in rating_caps.party_source(date(2024, 12, 31)).words
    assert not rating_caps.party_source(date(2024, 12, 31)).is_checked


def test_the_order_of_ratings_has_its_source_by_the_day() -> None:
    assert rating_caps.order_source(date(2022, 12, 31)) == Source("Nghị định 90/2020/NĐ-CP", True)
    assert not rating_caps.order_source(date(2026, 12, 31)).is_checked
