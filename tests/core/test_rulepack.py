"""Rule packs: what is wrong in one is refused with its place, and the days choose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.core.rule_cases import packs
from thidua_gui.core.conditions import SHAPES, Kind
from thidua_gui.core.errors import UserError
from thidua_gui.core.rulepack import Pack, choose, digest, in_order
from thidua_gui.core.rulepack_reading import _PARAMETERS, parse
from thidua_gui.core.titles import TitleKey

PACK = """
[pack]
id = "X"
title = "Luật thử"
texts = ["Luật thử 2030"]
valid_from = 2030-01-01
valid_to = 2030-12-31
enabled = true

[[value]]
key = "months"
from = 2030-01-01
to = 2030-06-30
number = 10
source = "Điều 1"
grade = "S"

[[value]]
key = "months"
from = 2030-07-01
number = 6
source = "Điều 2"
grade = "M"

[[condition]]
award = "advanced_labourer"
kind = "rating"
rating = "good"
source = "Điều 3"
grade = "S"

[[condition]]
award = "advanced_labourer"
id = "newcomer"
any = [{ kind = "months_in_year", at_least = "months", source = "Điều 4", grade = "S" }]
source = "Điều 4"
grade = "S"

[[condition]]
award = "advanced_labourer"
kind = "ethics"
source = "Điều 5"
grade = "S"
attested = true

[[condition]]
award = "grassroots_fighter"
kind = "meets"
title = "advanced_labourer"
source = "Điều 6"
grade = "S"
"""
FIGHTER = PACK[PACK.rindex("[[condition]]") :]


def refusal(text: str) -> UserError:
    with pytest.raises(UserError) as refused:
        parse(text)
    return refused.value


def changed(old: str, new: str) -> str:
    assert old in PACK
    return PACK.replace(old, new, 1)


def test_a_pack_is_read_with_its_head() -> None:
    pack = parse(PACK)
    assert (pack.id, pack.title, pack.texts, pack.from_on, pack.until_on, pack.checked_by, pack.is_enabled) == (
        "X", "Luật thử", ("Luật thử 2030",), date(2030, 1, 1), date(2030, 12, 31), "", True,
    )  # fmt: skip
    assert (pack.note, pack.keeps_earlier, pack.is_shipped, pack.sha256) == ("", False, True, digest(PACK))


def test_numbers_are_those_of_the_day_and_lend_their_grade() -> None:
    pack = parse(PACK)
    for day, months, grade in ((date(2030, 6, 30), 10, "S"), (date(2030, 7, 1), 6, "M"), (date(2031, 5, 5), 6, "M")):
        part = pack.rules(day)[TitleKey.ADVANCED_LABOURER][1].parts[0]
        assert (part.asked.at_least, part.grade, part.is_checked) == (months, grade, grade == "S")


def test_a_condition_is_named_by_its_kind_and_attested_by_it() -> None:
    rules = parse(PACK).rules(date(2030, 1, 1))
    assert [one.id for one in rules[TitleKey.ADVANCED_LABOURER]] == ["rating", "newcomer", "ethics"]
    assert [one.is_attested for one in rules[TitleKey.ADVANCED_LABOURER]] == [False, False, True]
    assert replace(rules[TitleKey.GRASSROOTS_FIGHTER][0], grade="M", confirmed_by="An").is_checked


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        ("[pack]", "[pack", "rule_pack_syntax", None),
        ("[pack]", "extra = 1\n[pack]", "rule_pack_key_unknown", "extra"),
        ("enabled = true", "enabled = true\nyear = 2030", "rule_pack_key_unknown", "year"),
        ('title = "Luật thử"\n', "", "rule_pack_key_missing", "title"),
        ('source = "Điều 1"\n', "", "rule_pack_key_missing", "source"),
        ('source = "Điều 3"\n', "", "rule_pack_key_missing", "source"),
        ('rating = "good"\n', "", "rule_pack_key_missing", "rating"),
        ('id = "newcomer"\n', "", "rule_pack_key_missing", "id"),
        ("attested = true\n", "", "rule_pack_key_missing", "attested"),
        ('rating = "good"', 'rating = "good"\nattested = true', "rule_pack_key_unknown", "attested"),
        ('rating = "good"', 'rating = "good"\nyears = 3', "rule_pack_key_unknown", "years"),
        ('at_least = "months"', 'at_least = "weeks"', "rule_value_missing", "weeks"),
        ("\nfrom = 2030-01-01", "\nfrom = 2030-01-02", "rule_value_gap", "months"),
        ("to = 2030-06-30", "to = 2030-06-29", "rule_value_gap", "months"),
        ("to = 2030-06-30", "to = 2030-07-01", "rule_value_overlap", "months"),
        ("to = 2030-06-30\n", "", "rule_value_overlap", "months"),
        ("from = 2030-07-01", "from = 2030-07-01\nto = 2030-12-30", "rule_value_gap", "months"),
        ('kind = "ethics"', 'kind = "rating"\nid = "rating"\nrating="good"', "rule_pack_key_unknown", "attested"),
        ('kind = "ethics"', 'kind = "ethics"\nid = "rating"', "rule_condition_repeated", "rating"),
        ('title = "advanced_labourer"', 'title = "grassroots_fighter"', "rule_award_missing", "grassroots_fighter"),
        ('title = "advanced_labourer"', 'title = "order_third"', "rule_award_missing", "order_third"),
    ],
)
def test_what_is_wrong_in_a_pack_is_refused_by_name(old: str, new: str, code: str, told: str | None) -> None:
    problem = refusal(changed(old, new))
    assert (problem.code, problem.details.get("name")) == (code, told)


@pytest.mark.parametrize(
    ("old", "new", "day"),
    [
        ("\nfrom = 2030-01-01", "\nfrom = 2030-01-02", date(2030, 1, 1)),
        ("to = 2030-06-30", "to = 2030-06-28", date(2030, 6, 30)),
        ("to = 2030-06-30", "to = 2030-07-01", date(2030, 7, 1)),
        ("from = 2030-07-01", "from = 2030-07-01\nto = 2030-12-30", date(2030, 12, 31)),
    ],
)
def test_the_day_that_is_left_out_or_doubled_is_named(old: str, new: str, day: date) -> None:
    assert refusal(changed(old, new)).details["day"] == day


def test_a_value_may_end_with_its_pack_but_not_in_one_without_an_end() -> None:
    ends = changed("from = 2030-07-01", "from = 2030-07-01\nto = 2030-12-31")
    assert parse(ends).values[1].until_on == date(2030, 12, 31)
    problem = refusal(ends.replace("valid_to = 2030-12-31\n", ""))
    assert (problem.code, problem.details["day"]) == ("rule_value_gap", date(2031, 1, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("valid_from = 2030-01-01", 'valid_from = "2030-01-01"'),
        ("valid_from = 2030-01-01", "valid_from = 2030-01-01T08:00:00"),
        ("valid_to = 2030-12-31", "valid_to = 2030"),
        ('texts = ["Luật thử 2030"]', "texts = []"), ('texts = ["Luật thử 2030"]', 'texts = "Luật thử 2030"'),
        ('texts = ["Luật thử 2030"]', "texts = [2030]"),
        ('id = "X"', 'id = " "'), ('id = "X"', "id = 1"), ("enabled = true", 'enabled = "yes"'),
        ("enabled = true", 'enabled = true\ntransition = "never"'),
        ("enabled = true", "enabled = true\ntransition = 1"),
        ("enabled = true", "enabled = true\nnote = 1"),
        ("number = 10", "number = 10.5"), ("number = 10", "number = true"), ("number = 10", "number = 0"),
        ('source = "Điều 3"', 'source = ""'), ('rating = "good"', 'rating = "great"'),
        ('rating = "good"', "rating = 1"),
        ('kind = "rating"', 'kind = "luck"'), ('award = "advanced_labourer"', 'award = "medal of luck"'),
        ('award = "advanced_labourer"', 'award = "advanced_collective"'),
        ("attested = true", "attested = false"), ('at_least = "months"', "at_least = -1"),
        ('any = [{ kind = "months_in_year", at_least = "months", source = "Điều 4", grade = "S" }]', "any = 1"),
        ('any = [{ kind = "months_in_year", at_least = "months", source = "Điều 4", grade = "S" }]', "any = [1]"),
        ('kind = "months_in_year", at_least = "months"', "any = []"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_meant_is_refused(old: str, new: str) -> None:
    assert refusal(changed(old, new)).code in ("rule_pack_odd", "rule_pack_key_unknown", "rule_pack_key_missing")


def test_a_pack_without_a_head_or_with_an_odd_one_is_refused() -> None:
    assert refusal("").code == "rule_pack_headless"
    assert refusal("pack = 1").code == "rule_pack_odd"


def test_the_conditions_of_an_award_stand_together() -> None:
    late = FIGHTER.replace('kind = "meets"\ntitle = "advanced_labourer"', 'kind = "registered"')
    late = late.replace('"grassroots_fighter"', '"advanced_labourer"')
    assert refusal(PACK + late).code == "rule_award_split"


def test_no_award_asks_for_itself_by_way_of_another() -> None:
    asks = PACK.replace('kind = "rating"\nrating = "good"', 'kind = "meets"\ntitle = "grassroots_fighter"')
    assert refusal(asks).details["name"] == "grassroots_fighter"


def test_a_run_of_granted_titles_needs_no_conditions_of_them() -> None:
    run = FIGHTER.replace('kind = "meets"', 'kind = "title_run"\nyears = 2\ngranted_only = true')
    text = PACK + run.replace('"grassroots_fighter"', '"national_fighter"').replace(
        '"advanced_labourer"', '"provincial_fighter"'
    )
    assert parse(text).rules(date(2030, 1, 1))[TitleKey.NATIONAL_FIGHTER][0].asked.years == 2


@pytest.mark.parametrize("name", ["beside", "run_title"])
def test_what_stands_beside_and_what_runs_are_awards_asked_for(name: str) -> None:
    initiatives = f'kind = "initiatives"\nat_least = 1\nscope = "province"\n{name} = "provincial_fighter"'
    problem = refusal(changed('kind = "meets"\ntitle = "advanced_labourer"', initiatives))
    assert (problem.code, problem.details["name"]) == ("rule_award_missing", "provincial_fighter")


def test_every_parameter_of_every_kind_can_be_read() -> None:
    assert set(SHAPES) == set(Kind)
    assert {name for shape in SHAPES.values() for name in shape.required | shape.optional} == set(_PARAMETERS)


def test_line_ends_do_not_change_the_hash() -> None:
    assert digest("a\r\nb") == digest("a\nb") != digest("a b")


@pytest.mark.parametrize(
    ("day", "pack"),
    [
        (date(2017, 9, 30), None), (date(2017, 10, 1), "A"), (date(2023, 12, 31), "A"), (date(2024, 1, 1), "B"),
        (date(2025, 6, 30), "B"), (date(2025, 7, 1), "C"), (date(2026, 9, 30), "C"), (date(2026, 10, 1), "D"),
        (date(2030, 1, 1), "D"),
    ],
)  # fmt: skip
def test_the_day_of_the_decision_chooses(day: date, pack: str | None) -> None:
    found = choose(packs(), day)
    assert (None if found is None else found.id) == pack


@pytest.mark.parametrize(
    ("decided_on", "received_on", "pack"),
    [
        (date(2026, 10, 20), date(2026, 9, 30), "C"), (date(2026, 10, 20), date(2026, 10, 1), "D"),
        (date(2025, 7, 20), date(2025, 6, 1), "C"), (date(2026, 10, 20), date(2024, 5, 5), "C"),
    ],
)  # fmt: skip
def test_a_dossier_stays_with_the_earlier_law_only_where_the_new_one_says_so(
    decided_on: date, received_on: date, pack: str
) -> None:
    found = choose(packs(), decided_on, received_on)
    assert found is not None
    assert found.id == pack


def test_the_first_pack_of_all_has_none_before_it() -> None:
    last = packs()[-1]
    assert choose([last], date(2026, 10, 20), date(2026, 1, 1)) is None


def made(name: str, first: date, last: date | None) -> Pack:
    return replace(parse(PACK), id=name, from_on=first, until_on=last)


def test_packs_stand_by_time_and_an_open_end_is_closed_by_the_next() -> None:
    later, open_end = made("Y", date(2031, 1, 1), None), made("X", date(2030, 1, 1), None)
    ordered = in_order([later, open_end])
    assert [(pack.id, pack.until_on) for pack in ordered] == [("X", date(2030, 12, 31)), ("Y", None)]
    assert in_order([]) == ()


@pytest.mark.parametrize(
    ("name", "first", "code", "details"),
    [
        ("Y", date(2030, 12, 31), "rule_pack_overlap", {"name": "X, Y", "day": date(2030, 12, 31)}),
        ("Y", date(2031, 1, 2), "rule_pack_gap", {"name": "X, Y", "day": date(2031, 1, 1)}),
        ("X", date(2031, 1, 1), "rule_pack_repeated", {"pack": "X"}),
    ],
)
def test_two_packs_neither_overlap_nor_leave_a_day_out(
    name: str, first: date, code: str, details: dict[str, object]
) -> None:
    with pytest.raises(UserError) as refused:
        in_order([made("X", date(2030, 1, 1), date(2030, 12, 31)), made(name, first, None)])
    assert (refused.value.code, refused.value.details) == (code, details)


def test_two_open_packs_of_one_day_overlap() -> None:
    with pytest.raises(UserError) as refused:
        in_order([made("X", date(2030, 1, 1), None), made("Y", date(2030, 1, 1), None)])
    assert (refused.value.code, refused.value.details["day"]) == ("rule_pack_overlap", date(2030, 1, 1))
