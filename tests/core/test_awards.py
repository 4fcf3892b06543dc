"""A free wording finds its award by the longest alias it begins with."""

import tomllib

import pytest

from thidua_gui import resources
from thidua_gui.core.awards import AwardCatalogue, award_key, parse_catalogue
from thidua_gui.core.titles import TitleKey


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


def test_an_alias_of_two_awards_is_a_broken_list() -> None:
    entries = [{"key": key, "name": "Cờ", "short": "C", "aliases": []} for key in ("medal", "order_first")]
    with pytest.raises(ValueError, match="alias of two awards: co"):
        parse_catalogue({"leads": [], "award": entries})


def test_an_unknown_key_is_a_broken_list() -> None:
    with pytest.raises(ValueError, match="cup"):
        parse_catalogue({"leads": [], "award": [{"key": "cup", "name": "Cúp", "short": "C", "aliases": []}]})
