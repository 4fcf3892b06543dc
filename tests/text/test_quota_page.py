"""What a quota makes of a year, in one sentence; how rules and their days are named."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.quotas import Counted, QuotaBase, QuotaRule, QuotaScope, standing
from thidua_gui.text import quota_page

SHORTS = {"advanced_labourer": "LĐTT"}
FIFTEEN = QuotaRule(QuotaBase.HOLDERS, Quota(Fraction(15), QuotaRounding.FLOOR), base_kind="advanced_labourer")
RANGE = replace(FIFTEEN, lower=Fraction(10))
THREE = QuotaRule(QuotaBase.FIXED, None, number=3)


def _made(rule: QuotaRule, counted: Counted, *, of_units: bool = False) -> str:
    return quota_page.made_of(standing(rule, counted), SHORTS, of_units=of_units)


@pytest.mark.parametrize(
    ("rule", "counted", "words"),
    [
        (FIFTEEN, Counted({None: 41}), "41 LĐTT × 15% = 6,15 → 6 người"),
        (FIFTEEN, Counted({None: 40}), "40 LĐTT × 15% = 6 người"),
        (FIFTEEN, Counted({None: 1041}), "1.041 LĐTT × 15% = 156,15 → 156 người"),
        (FIFTEEN, Counted({None: 41}, is_settled=False), "41 LĐTT × 15% = 6,15 → 6 người (tạm tính)"),
        (
            FIFTEEN, Counted({None: 41}, is_settled=False, unknown=2),
            "41 LĐTT × 15% = 6,15 → 6 người (tạm tính, 2 người chưa rõ)",
        ),
        (RANGE, Counted({None: 41}), "41 LĐTT × 15% = 6,15 → 6 người, ít nhất 5"),
        (RANGE, Counted({None: 6}), "6 LĐTT × 15% = 0,9 → 0 người; không có số nguyên nào đạt mức tối thiểu"),
        (replace(FIFTEEN, at_least_one=True), Counted({None: 6}), "6 LĐTT × 15% = 0,9 → 1 người"),
        (
            replace(FIFTEEN, scope=QuotaScope.UNIT), Counted({1: 20, 2: 21}),
            "41 LĐTT, 15% mỗi đơn vị → 6 người",
        ),
        (THREE, Counted({}), "Không quá 3 người"),
        (
            replace(THREE, scope=QuotaScope.UNIT), Counted({1: 0, 2: 0}),
            "3 người × 2 đơn vị = 6 người",
        ),
    ],
)  # fmt: skip
def test_the_sum_is_told_in_one_sentence(rule: QuotaRule, counted: Counted, words: str) -> None:
    assert _made(rule, counted) == words


def test_of_collectives_it_speaks_of_collectives() -> None:
    rule = QuotaRule(QuotaBase.HEADCOUNT, Quota(Fraction(20), QuotaRounding.FLOOR))
    assert _made(rule, Counted({None: 9}), of_units=True) == "9 tập thể × 20% = 1,8 → 1 tập thể"


@pytest.mark.parametrize(
    ("rule", "limit", "base", "scope", "rounding"),
    [
        (None, "Không giới hạn", "–", "–", "–"),
        (FIFTEEN, "Tối đa 15%", "Số LĐTT", "Toàn trường", "Xuống"),
        (RANGE, "10–15%", "Số LĐTT", "Toàn trường", "Xuống"),
        (replace(FIFTEEN, at_least_one=True), "Tối đa 15%", "Số LĐTT", "Toàn trường", "Xuống (≥ 1)"),
        (replace(THREE, scope=QuotaScope.UNIT), "Không quá 3", "–", "Từng đơn vị", "–"),
    ],
)
def test_each_part_of_a_rule_has_its_words(
    rule: QuotaRule | None, limit: str, base: str, scope: str, rounding: str
) -> None:
    told = (
        quota_page.limit_words(rule), quota_page.base_of(rule, SHORTS, of_units=False), quota_page.scope_of(rule),
        quota_page.rounding_of(rule),
    )  # fmt: skip
    assert told == (limit, base, scope, rounding)


def test_of_a_shipped_share_only_the_share_is_the_texts() -> None:
    rule = replace(FIFTEEN, source="Điều 9")
    local = "phạm vi, làm tròn: trường tự chọn."
    assert quota_page.basis(rule, is_checked=True) == f"Điều 9. Tối đa 15%: theo văn bản; {local}"
    assert quota_page.basis(rule, is_checked=False) == f"Điều 9. Tối đa 15%: chưa đối chiếu; {local}"
    assert quota_page.basis(replace(THREE, source="Điều 9"), is_checked=True) == "Điều 9: theo văn bản"


def test_without_a_day_a_rule_holds_in_every_year_and_no_rule_since_no_day() -> None:
    assert quota_page.since(None, has_rule=True) == "Mọi năm"
    assert quota_page.since(None, has_rule=False) == "–"
    assert quota_page.since(date(2022, 1, 1), has_rule=True) == "01/01/2022"


def test_the_foot_of_a_card_says_whose_rule_it_is_and_from_when() -> None:
    law = "Nghị định 91/2017/NĐ-CP"
    assert quota_page.source(law, None, is_own=False, is_checked=True) == f"{law}."
    assert quota_page.source(law, None, is_own=False, is_checked=False) == f"{law} (chưa đối chiếu)."
    assert quota_page.source(law, date(2022, 1, 1), is_own=True, is_checked=False) == (
        f"Quy định của trường, từ 01/01/2022. Văn bản: {law} (chưa đối chiếu)."
    )
    assert quota_page.source(law, None, is_own=True, is_checked=True) == (
        f"Quy định của trường, áp dụng mọi năm. Văn bản: {law}."
    )


def test_decisions_of_the_school_are_told_with_their_days() -> None:
    told = quota_page.steps([(date(2022, 1, 1), "Tối đa 10%"), (None, "Không giới hạn")])
    assert told == "Trường đã đặt: từ 01/01/2022: Tối đa 10%; mọi năm: Không giới hạn."
