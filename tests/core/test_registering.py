"""Which titles people and collectives can register for, and which wordings are one thing."""

from __future__ import annotations

from thidua_gui.core.registering import Side, fits, same_award
from thidua_gui.core.titles import COLLECTIVE_TITLES, INDIVIDUAL_TITLES, TitleKey


def test_titles_of_people_are_not_for_collectives_and_the_other_way_round() -> None:
    assert all(fits(key, Side.PEOPLE) and not fits(key, Side.UNITS) for key in INDIVIDUAL_TITLES)
    assert all(fits(key, Side.UNITS) and not fits(key, Side.PEOPLE) for key in COLLECTIVE_TITLES)


def test_papers_of_praise_are_for_both() -> None:
    for key in (TitleKey.CERTIFICATE_OF_MERIT, TitleKey.DIPLOMA_OF_MERIT, TitleKey.ORDER_THIRD):
        assert fits(key, Side.PEOPLE)
        assert fits(key, Side.UNITS)


def test_a_short_name_and_the_full_name_are_one_title() -> None:
    labourer = TitleKey.ADVANCED_LABOURER
    assert same_award("LĐTT", labourer, "Lao động tiên tiến", labourer)
    assert not same_award("LĐTT", labourer, "CSTĐCS", TitleKey.GRASSROOTS_FIGHTER)


def test_flags_of_two_givers_are_two_things() -> None:
    flag = TitleKey.EMULATION_FLAG
    assert not same_award("Cờ thi đua của Giám đốc Học viện", flag, "Cờ thi đua cấp tỉnh", flag)
    assert same_award("Cờ thi đua cấp tỉnh", flag, "cờ thi đua cấp tỉnh", flag)
