"""The shipped kinds and those of the school make one list; a wording means the kind with the longest wording."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from thidua_gui import resources
from thidua_gui.core.award_kinds import KindList, SchoolKind, authority_on, merged, wordings_of
from thidua_gui.core.awards import Authority, AwardCatalogue, Bearer, Level, parse_catalogue
from thidua_gui.core.titles import TitleGroup, TitleKey

CATALOGUE = parse_catalogue(tomllib.loads(resources.text("awards.toml")))
LETTER = SchoolKind("own-1", "Thư khen", "TK", TitleGroup.FORM, Bearer.BOTH, Level.GRASSROOTS)


def _list(*school: SchoolKind) -> KindList:
    return merged(CATALOGUE, school)


def _key(known: KindList, written: str) -> str | None:
    found = known.meant(written)
    return None if found is None else found.key


def test_without_anything_of_the_school_the_list_is_the_shipped_one() -> None:
    known = _list()
    assert [kind.award for kind in known.kinds] == [kind.key for kind in CATALOGUE.kinds]
    assert not any(kind.is_changed for kind in known.kinds)


@pytest.mark.parametrize("written", ["Thư khen", "THU KHEN", "tk", "đạt “Thư khen” của Hiệu trưởng"])
def test_an_own_kind_is_known_by_its_name_in_any_spelling(written: str) -> None:
    assert _key(_list(LETTER), written) == "own-1"
    assert _key(_list(), written) is None


def test_an_own_kind_of_a_longer_wording_stands_before_the_shipped_one_it_begins_with() -> None:
    club = replace(LETTER, name="Bằng khen của Tỉnh đoàn", short="BKTĐ")
    known = _list(club)
    assert _key(known, "Bằng khen của Tỉnh đoàn Lai Châu") == "own-1"
    assert _key(known, "Bằng khen của UBND tỉnh") == "diploma_of_merit"


def test_a_wording_of_two_kinds_stays_the_shipped_ones() -> None:
    assert _key(_list(replace(LETTER, wordings=("Giấy khen",))), "Giấy khen") == "certificate_of_merit"


def test_the_school_names_a_shipped_kind_and_its_old_names_are_still_known() -> None:
    shipped = next(kind for kind in CATALOGUE.kinds if kind.key is TitleKey.ADVANCED_LABOURER)
    change = SchoolKind(
        shipped.key.value, "Lao động tiên tiến cấp trường", "LĐTT trường", shipped.group, shipped.bearer, shipped.level,
        wordings=("Tiên tiến",),
    )  # fmt: skip
    known = _list(change)
    assert known.named[TitleKey.ADVANCED_LABOURER].name == "Lao động tiên tiến cấp trường"
    for written in ("Lao động tiên tiến", "LĐTT", "LĐTT trường", "tiên tiến năm 2020"):
        assert _key(known, written) == "advanced_labourer"


@pytest.mark.parametrize(
    ("group", "bearer", "level", "before", "after"),
    [
        (TitleGroup.FORM, Bearer.BOTH, Level.GRASSROOTS, "certificate_of_merit", "commemorative_medal"),
        (TitleGroup.FORM, Bearer.PERSON, Level.MINISTRY, "diploma_of_merit", "prime_minister_diploma"),
        (TitleGroup.FORM, Bearer.UNIT, Level.STATE, "order_first", None),
        (TitleGroup.TITLE, Bearer.PERSON, Level.GRASSROOTS, "grassroots_fighter", "provincial_fighter"),
        (TitleGroup.TITLE, Bearer.UNIT, Level.PROVINCE, "emulation_flag", "government_flag"),
    ],
)
def test_an_own_kind_ranks_behind_its_like_of_the_same_level(
    group: TitleGroup, bearer: Bearer, level: Level, before: str, after: str | None
) -> None:
    keys = [kind.key for kind in _list(replace(LETTER, group=group, bearer=bearer, level=level)).kinds]
    place = keys.index("own-1")
    assert keys[place - 1] == before
    assert keys[place + 1 : place + 2] == ([] if after is None else [after])


def test_own_kinds_of_one_place_stand_in_the_order_they_were_given() -> None:
    second = replace(LETTER, key="own-2", name="Thư cảm ơn", short="TCƠ", position=2)
    keys = [kind.key for kind in _list(second, replace(LETTER, position=1)).kinds]
    assert keys.index("own-2") == keys.index("own-1") + 1


OLD = Authority(date(2017, 10, 1), "Thủ trưởng", "Luật 2003", is_checked=True)
NEW = Authority(date(2024, 1, 1), "Người đứng đầu", "Luật 2022", is_checked=True)
UNREAD = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2023, 12, 31), OLD),
        (date(2024, 1, 1), NEW),
        (date(2026, 9, 30), NEW),
        (date(2026, 10, 1), replace(NEW, is_checked=False)),
        (date(2010, 1, 1), replace(OLD, is_checked=False)),
    ],
)
def test_who_decides_is_dated_and_unchecked_outside_the_laws_that_were_read(on: date, found: Authority) -> None:
    assert authority_on((NEW, OLD), on, UNREAD) == found


def test_nobody_decides_what_names_no_authority() -> None:
    assert authority_on((), UNREAD, UNREAD) is None


def test_wordings_are_one_a_line_without_empty_ones() -> None:
    assert wordings_of(" Thư khen của Hiệu trưởng \n\nTK HT; TKHT\n") == ("Thư khen của Hiệu trưởng", "TK HT", "TKHT")


def test_a_catalogue_without_leads_still_knows_names() -> None:
    bare = AwardCatalogue(CATALOGUE.kinds, {})
    assert merged(bare, (LETTER,)).meant("Thư khen") is not None
