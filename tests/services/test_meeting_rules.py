"""Rules of the vote: shipped, decided by the school from a day on, the year's own, the law's for a higher council."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.services.council_school import FIGHTER, CouncilSchool
from tests.services.small_school import refusal
from thidua_gui.core.council import Threshold, VoteBase
from thidua_gui.core.meeting_rules import CouncilLevel, Rules
from thidua_gui.services import history, meeting_rules, year_states
from thidua_gui.services.meeting_rules import Origin
from thidua_gui.text.council import rule_source

TWO_THIRDS = Threshold(Fraction(2, 3), VoteBase.MEMBERS)
HALF = Threshold(Fraction(1, 2), VoteBase.PRESENT, is_strict=True)
PROVINCIAL = "provincial_fighter"
DAY = date(2022, 11, 24)


def own(**more: object) -> Rules:
    return replace(meeting_rules.shipped(), usual=HALF, **more)  # type: ignore[arg-type]  # test values


def test_what_is_shipped_is_two_thirds_of_all_and_nobodys_national_rule(school: CouncilSchool) -> None:
    found = meeting_rules.of_year(school.year)
    assert (found.origin, found.rules.quorum, found.rules.usual) == (Origin.SHIPPED, Fraction(2, 3), TWO_THIRDS)
    rule = found.rules.of(FIGHTER)
    assert (rule.is_secret, rule_source(rule)) == (True, "quy chế của trường, không phải quy định quốc gia")
    assert not found.rules.of("advanced_labourer").is_secret


def test_the_schools_decision_holds_from_its_day_on(school: CouncilSchool) -> None:
    meeting_rules.decide(own(), date(2022, 6, 1))
    assert meeting_rules.in_force(date(2022, 5, 31)).rules.usual == TWO_THIRDS
    found = meeting_rules.in_force(date(2022, 6, 1))
    assert (found.rules.usual, found.origin, found.since) == (HALF, Origin.SCHOOL, date(2022, 6, 1))
    assert [one.since for one in meeting_rules.steps_of_school()] == [date(2022, 6, 1)]
    meeting_rules.forget(date(2022, 6, 1))
    assert meeting_rules.steps_of_school() == ()


def test_an_award_may_have_a_threshold_of_its_own(school: CouncilSchool) -> None:
    meeting_rules.decide(own(own={FIGHTER: Threshold(Fraction(4, 5), VoteBase.MEMBERS)}))
    rules = meeting_rules.of_year(school.year).rules
    assert rules.of(FIGHTER).threshold.share == Fraction(4, 5)
    assert rules.of("advanced_labourer").threshold == HALF


def test_the_years_own_rules_stand_before_the_schools(school: CouncilSchool) -> None:
    meeting_rules.decide(own())
    meeting_rules.set_year(school.year, replace(meeting_rules.shipped(), votes_for_self=False, asks_absent=True))
    found = meeting_rules.of_year(school.year)
    assert (found.origin, found.rules.usual, found.rules.votes_for_self) == (Origin.YEAR, TWO_THIRDS, False)
    history.undo_last()
    assert meeting_rules.of_year(school.year).rules.usual == HALF


def test_more_than_a_half_is_kept_as_more_than_a_half(school: CouncilSchool) -> None:
    wanted = replace(meeting_rules.shipped(), quorum=Fraction(1, 2), quorum_is_strict=True, usual=HALF)
    meeting_rules.set_year(school.year, wanted)
    assert meeting_rules.of_year(school.year).rules == wanted


def test_what_the_law_sets_is_for_a_council_of_a_province_alone(school: CouncilSchool) -> None:
    assert meeting_rules.in_force(DAY).rules.of(PROVINCIAL).threshold == TWO_THIRDS
    meeting_rules.decide(replace(meeting_rules.shipped(), level=CouncilLevel.PROVINCE))
    rule = meeting_rules.in_force(DAY).rules.of(PROVINCIAL)
    assert (rule.threshold.share, rule.is_secret, rule.asks_absent) == (Fraction(9, 10), True, True)
    assert (rule_source(rule), rule.is_checked) == ("Nghị định 91/2017/NĐ-CP, Điều 45 khoản 8", True)


def test_what_was_not_compared_with_the_text_says_so(school: CouncilSchool) -> None:
    meeting_rules.decide(replace(meeting_rules.shipped(), level=CouncilLevel.PROVINCE))
    rule = meeting_rules.in_force(date(2024, 1, 1)).rules.of(PROVINCIAL)
    assert rule_source(rule).endswith("(chưa đối chiếu)")


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (date(2017, 9, 30), set()),
        (date(2017, 10, 1), {PROVINCIAL, "national_fighter"}),
        (date(2025, 6, 30), {PROVINCIAL, "national_fighter"}),
        (date(2025, 7, 1), {PROVINCIAL, "national_fighter", "government_flag"}),
    ],
)
def test_the_law_is_shown_for_the_day_asked_for(school: CouncilSchool, day: date, kinds: set[str]) -> None:
    assert {rule.kind for rule in meeting_rules.legal_rules(day)} == kinds


def test_the_law_of_a_higher_council_is_told_with_its_source(school: CouncilSchool) -> None:
    assert meeting_rules.legal_sentences(DAY)[0] == (
        "Chiến sĩ thi đua cấp tỉnh: 9/10 tổng số thành viên, phiếu kín, lấy ý kiến người vắng bằng văn bản; chỉ áp "
        "dụng cho Hội đồng cấp bộ, cấp tỉnh (Nghị định 91/2017/NĐ-CP, Điều 45 khoản 8)"
    )
    assert all(one.endswith(", chưa đối chiếu)") for one in meeting_rules.legal_sentences(date(2025, 7, 1)))


@pytest.mark.parametrize(
    "odd",
    [
        replace(meeting_rules.shipped(), quorum=Fraction(0)),
        replace(meeting_rules.shipped(), quorum=Fraction(3, 2)),
        replace(meeting_rules.shipped(), usual=Threshold(Fraction(1), VoteBase.MEMBERS, is_strict=True)),
        own(own={FIGHTER: Threshold(Fraction(2), VoteBase.MEMBERS)}),
    ],
)
def test_a_share_that_nobody_reaches_is_refused(school: CouncilSchool, odd: Rules) -> None:
    assert refusal(meeting_rules.decide, odd).code == "council_share_odd"
    assert refusal(meeting_rules.set_year, school.year, odd).code == "council_share_odd"


def test_words_that_nobody_understands_are_named_with_their_item(school: CouncilSchool) -> None:
    refused = refusal(meeting_rules.with_item, meeting_rules.shipped(), "majority", "đa số")
    assert (refused.code, refused.details["name"]) == ("council_rule_unread", "Tỷ lệ phiếu đạt")


def test_a_closed_year_keeps_its_rules(school: CouncilSchool) -> None:
    year_states.close_year(school.year)
    assert refusal(meeting_rules.set_year, school.year, None).code == "campaign_closed"
