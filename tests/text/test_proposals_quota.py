"""The sum of a quota on the page of proposals."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from thidua_gui.core.cutline import Quota, QuotaRounding
from thidua_gui.core.quotas import Counted, QuotaBase, QuotaRule, QuotaScope, standing
from thidua_gui.text import proposals_quota

RULE = QuotaRule(QuotaBase.HEADCOUNT, Quota(Fraction(15), QuotaRounding.FLOOR))


@pytest.mark.parametrize("scope", QuotaScope)
@pytest.mark.parametrize(
    ("is_checked", "is_own", "mark"), [(False, False, " (chưa đối chiếu)"), (True, False, ""), (False, True, "")]
)
def test_a_share_that_nobody_read_in_its_text_is_not_told_as_sure(
    scope: QuotaScope, mark: str, *, is_checked: bool, is_own: bool
) -> None:
    sure = proposals_quota.sum_of(standing(replace(RULE, scope=scope), Counted({None: 41})), {}, of_units=False)
    rule = replace(RULE, scope=scope, is_checked=is_checked, is_own=is_own)
    assert proposals_quota.sum_of(standing(rule, Counted({None: 41})), {}, of_units=False) == sure + mark
