"""Rules of a council's vote: whatever is written down is read again, and each award has the rule that was meant."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.council import Threshold, VoteBase
from thidua_gui.core.meeting_rules import CouncilLevel, LegalRule, Rules, read, written
from thidua_gui.text.council import role_of, share_of, share_text

KINDS = st.sampled_from(["grassroots_fighter", "medal", "own-7"])
SHARES = st.fractions(Fraction(1, 100), 1, max_denominator=100)
THRESHOLDS = st.builds(Threshold, SHARES, st.sampled_from(list(VoteBase)), st.booleans())
LEGAL = st.builds(
    LegalRule, KINDS, THRESHOLDS, st.just(date(2017, 10, 1)), st.none() | st.just(date(2023, 12, 31)), st.booleans(),
    st.booleans(), st.just("Nghị định 91/2017/NĐ-CP, Điều 45"), st.booleans(),
)  # fmt: skip
RULES = st.builds(
    Rules, SHARES, THRESHOLDS, st.frozensets(KINDS), st.dictionaries(KINDS, THRESHOLDS), st.booleans(), st.booleans(),
    st.sampled_from(list(CouncilLevel)), st.lists(LEGAL).map(lambda some: {one.kind: one for one in some}),
    st.booleans(),
)  # fmt: skip
USUAL = Threshold(Fraction(2, 3), VoteBase.MEMBERS)
NINE_TENTHS = Threshold(Fraction(9, 10), VoteBase.MEMBERS)
LAW = {"medal": LegalRule("medal", NINE_TENTHS, date(2017, 10, 1), None, True, True, "Nghị định", True)}


@given(RULES)
def test_what_was_written_is_read_as_it_was(rules: Rules) -> None:
    assert read(written(rules)) == rules


@given(SHARES, st.booleans())
def test_a_share_in_words_is_read_as_it_was(share: Fraction, is_strict: bool) -> None:
    assert share_of(share_text(share, is_strict=is_strict)) == (share, is_strict)


@pytest.mark.parametrize(
    ("words", "share", "is_strict"),
    [
        ("80 %", Fraction(4, 5), False),
        ("66,5%", Fraction(133, 200), False),
        ("Quá bán", Fraction(1, 2), True),
        ("trên 50 %", Fraction(1, 2), True),
        ("ít nhất 2/3", Fraction(2, 3), False),
        ("từ 2/3", Fraction(2, 3), False),
    ],
)
def test_shares_are_read_as_offices_write_them(words: str, share: Fraction, is_strict: bool) -> None:
    assert share_of(words) == (share, is_strict)


def test_an_own_rule_stands_before_the_law_and_the_law_before_the_usual_one() -> None:
    rules = Rules(Fraction(2, 3), USUAL, law=LAW)
    assert rules.of("medal").threshold == NINE_TENTHS
    assert (rules.of("medal").is_secret, rules.of("medal").asks_absent, rules.of(None).is_secret) == (True, True, False)
    own = Rules(Fraction(2, 3), USUAL, own={"medal": USUAL}, law=LAW)
    assert (own.of("medal").threshold, own.of("medal").source) == (USUAL, "")


def test_who_is_asked_in_writing_counts_beside_those_present() -> None:
    present = Threshold(Fraction(2, 3), VoteBase.PRESENT)
    assert Rules(Fraction(2, 3), present).of("medal").threshold.base is VoteBase.PRESENT
    assert Rules(Fraction(2, 3), present, asks_absent=True).of("medal").threshold.base is VoteBase.ENTITLED


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Chủ tịch", "chair"),
        ("Chủ tịch Hội đồng", "chair"),
        ("Phó Chủ tịch", "vice"),
        ("Phó Chủ tịch thường trực", "vice"),
        ("Ủy viên thường trực", "standing"),
        ("Ủy viên", "member"),
        ("Ủy viên - Chủ tịch Công đoàn", "member"),
        ("Ủy viên, Thư ký", "secretary"),
        ("Thư ký", "secretary"),
        ("Thư ký (không biểu quyết)", "secretary_without_vote"),
        ("Thư ký (KHÔNG BIỂU QUYẾT)", "secretary_without_vote"),
    ],
)
def test_a_role_is_known_however_it_is_worded(words: str, role: str) -> None:
    assert role_of(words) == role
