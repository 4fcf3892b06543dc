"""A free wording finds its award by the longest alias it begins with."""

import tomllib
from datetime import date

import pytest

from thidua_gui import resources
from thidua_gui.core.awards import AwardCatalogue, Bearer, award_key, parse_catalogue
from thidua_gui.core.titles import COLLECTIVE_TITLES, INDIVIDUAL_TITLES, TitleKey


@pytest.fixture
def catalogue() -> AwardCatalogue:
    return parse_catalogue(tomllib.loads(resources.text("awards.toml")))


@pytest.mark.parametrize(
    ("text", "key"),
    [("Lao động tiên tiến", "advanced_labourer"), ("LĐTT", "advanced_labourer"), ("CSTĐCS", "grassroots_fighter")]
    + [("danh hiệu “Chiến sỹ thi đua cơ sở”", "grassroots_fighter"), ("CSTĐ cấp tỉnh", "provincial_fighter")]
    + [("Giấy khen của Hiệu trưởng", "certificate_of_merit"), ("Bằng khen của UBND tỉnh", "diploma_of_merit")]
    + [("Bằng khen của Thủ tướng Chính phủ", "prime_minister_diploma"), ("TẬP THỂ LĐXS", "excellent_collective")]
    + [("Lao động tiên tiến năm 2021", "advanced_labourer"), ("TTLĐTT", "advanced_collective")]
    + [("Chiến sĩ thi đua", None), ("Giấy khenh", None), ("", None), ("Đạt", None)],
)
def test_a_wording_is_known_by_its_longest_alias(catalogue: AwardCatalogue, text: str, key: str | None) -> None:
    assert award_key(text, catalogue.aliases) == key


def test_the_shipped_list_has_every_award_in_rank_order_under_names_of_its_own(catalogue: AwardCatalogue) -> None:
    assert [kind.key for kind in catalogue.kinds] == list(TitleKey)
    for kind in catalogue.kinds:
        assert award_key(kind.name, catalogue.aliases) is award_key(kind.short, catalogue.aliases) is kind.key


def test_titles_of_people_are_not_for_collectives_and_the_other_way_round(catalogue: AwardCatalogue) -> None:
    bearers = {kind.key: kind.bearer for kind in catalogue.kinds}
    assert {bearers[key] for key in INDIVIDUAL_TITLES} == {Bearer.PERSON}
    assert {bearers[key] for key in COLLECTIVE_TITLES} == {Bearer.UNIT}
    assert bearers[TitleKey.CERTIFICATE_OF_MERIT] is bearers[TitleKey.ORDER_THIRD] is Bearer.BOTH


def test_flags_have_three_givers(catalogue: AwardCatalogue) -> None:
    flags = ("Cờ thi đua của Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh", "Cờ thi đua", "Cờ thi đua Chính phủ")
    found = [award_key(written, catalogue.aliases) for written in flags]
    assert found == [TitleKey.ACADEMY_FLAG, TitleKey.EMULATION_FLAG, TitleKey.GOVERNMENT_FLAG]


def test_every_kind_says_who_decides_in_every_regime_and_where_that_was_read(catalogue: AwardCatalogue) -> None:
    for kind in catalogue.kinds:
        assert kind.authorities[0].from_on == date(2017, 10, 1)
        assert all(one.name and one.source for one in kind.authorities)


ENTRY = {"key": "medal", "name": "Cờ", "short": "C", "group": "form", "bearer": "both", "level": "state",
         "authority": [], "aliases": []}  # fmt: skip


def _broken(*changes: dict[str, str]) -> dict[str, object]:
    return {"leads": [], "unread_from": date(2026, 10, 1), "award": [{**ENTRY, **change} for change in changes]}


def test_an_alias_of_two_awards_is_a_broken_list() -> None:
    with pytest.raises(ValueError, match="alias of two awards: co"):
        parse_catalogue(_broken({}, {"key": "order_first"}))


@pytest.mark.parametrize("change", [{"key": "cup"}, {"group": "cup"}, {"bearer": "cup"}, {"level": "cup"}])
def test_an_unknown_word_is_a_broken_list(change: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="cup"):
        parse_catalogue(_broken(change))


def test_a_form_among_the_titles_is_a_broken_list() -> None:
    with pytest.raises(ValueError, match="not of its group: medal"):
        parse_catalogue(_broken({"group": "title"}))
