"""Which wordings register for one thing."""

from __future__ import annotations

from thidua_gui.core.registering import same_award
from thidua_gui.core.titles import TitleKey


def test_a_short_name_and_the_full_name_are_one_title() -> None:
    labourer = TitleKey.ADVANCED_LABOURER
    assert same_award("LĐTT", labourer, "Lao động tiên tiến", labourer)
    assert not same_award("LĐTT", labourer, "CSTĐCS", TitleKey.GRASSROOTS_FIGHTER)


def test_flags_of_two_givers_are_two_things() -> None:
    flag = TitleKey.EMULATION_FLAG
    assert not same_award("Cờ thi đua của Giám đốc Học viện", flag, "Cờ thi đua cấp tỉnh", flag)
    assert same_award("Cờ thi đua cấp tỉnh", flag, "cờ thi đua cấp tỉnh", flag)
