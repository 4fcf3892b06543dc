"""A refused rule pack says where and what: the table, the key, the value, the line. And what a good one holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.core.test_rulepack import FIGHTER, PACK, changed, refusal
from thidua_gui.core.conditions import Kind, Parameters
from thidua_gui.core.disciplines import DisciplineLevel
from thidua_gui.core.errors import UserError
from thidua_gui.core.ratings import Rating
from thidua_gui.core.rulepack import choose, in_order
from thidua_gui.core.rulepack_reading import parse
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.titles import TitleKey

ANY = 'any = [{ kind = "months_in_year", at_least = "months", source = "Điều 4", grade = "S" }]'
VALUE, CONDITION = "[[value]] months", "[[condition]] advanced_labourer"
MONTHS = f"{CONDITION} months_in_year"


@pytest.mark.parametrize(
    ("old", "new", "code", "details"),
    [
        ("[pack]", "extra = 1\n[pack]", "rule_pack_key_unknown", {"where": "[extra]", "name": "extra"}),
        ("enabled = true", "enabled = true\nzz = 1\nyear = 1", "rule_pack_key_unknown",
         {"where": "[pack]", "name": "year"}),
        ('title = "Luật thử"\nt', "t", "rule_pack_key_missing", {"where": "[pack]", "name": "title"}),
        ('source = "Điều 1"\n', "", "rule_pack_key_missing", {"where": VALUE, "name": "source", "line": 10}),
        ('key = "months"\n', "", "rule_pack_key_missing", {"where": "[[value]] ", "name": "key", "line": 10}),
        ("number = 10", "number = 0", "rule_pack_odd", {"where": f"{VALUE} number", "value": 0, "line": 10}),
        ("number = 10", "number = 1000000000", "rule_number_absurd",
         {"where": VALUE, "value": 1000000000, "most": 100, "line": 10}),
        ('at_least = "months"', "at_least = 101", "rule_number_absurd",
         {"where": f"{MONTHS} at_least", "value": 101, "most": 100, "line": 32}),
        ("number = 10", "number = 1.5", "rule_pack_odd", {"where": f"{VALUE} number", "value": 1.5, "line": 10}),
        ("to = 2030-06-30", "to = 1", "rule_pack_odd", {"where": f"{VALUE} to", "value": 1, "line": 10}),
        ("\nfrom = 2030-01-01", "\nfrom = 1", "rule_pack_odd", {"where": f"{VALUE} from", "value": 1, "line": 10}),
        ('key = "months"', "key = 1", "rule_pack_odd", {"where": "[[value]] 1 key", "value": 1, "line": 10}),
        ('"Điều 2"', '" "', "rule_pack_odd", {"where": f"{VALUE} source", "value": " ", "line": 18}),
        ('grade = "M"', "grade = 1", "rule_pack_odd", {"where": f"{VALUE} grade", "value": 1, "line": 18}),
        ("valid_from = 2030-01-01", "valid_from = 1", "rule_pack_odd", {"where": "valid_from", "value": 1}),
        ("valid_to = 2030-12-31", "valid_to = 1", "rule_pack_odd", {"where": "valid_to", "value": 1}),
        ('id = "X"', "id = 1", "rule_pack_odd", {"where": "id", "value": 1}),
        ('title = "Luật thử"', 'title = ""', "rule_pack_odd", {"where": "title", "value": ""}),
        ('["Luật thử 2030"]', "[]", "rule_pack_odd", {"where": "texts", "value": []}),
        ('["Luật thử 2030"]', "[2030]", "rule_pack_odd", {"where": "texts", "value": 2030}),
        ("enabled = true", "enabled = 1", "rule_pack_odd", {"where": "enabled", "value": 1}),
        ("enabled = true", "enabled = true\nnote = 1", "rule_pack_odd", {"where": "note", "value": 1}),
        ("enabled = true", "enabled = true\nchecked_by = 1", "rule_pack_odd", {"where": "checked_by", "value": 1}),
        ("enabled = true", 'enabled = true\ntransition = "x"', "rule_pack_odd", {"where": "transition", "value": "x"}),
        ("enabled = true", "enabled = true\ntransition = 1", "rule_pack_odd", {"where": "transition", "value": 1}),
        ('rating = "good"', 'rating = "best"', "rule_pack_odd",
         {"where": f"{CONDITION} rating rating", "value": "best", "line": 25}),
        ('kind = "rating"', 'kind = "luck"', "rule_pack_odd",
         {"where": f"{CONDITION} luck", "value": "luck", "line": 25}),
        ('kind = "rating"\nrating = "good"', "", "rule_pack_odd",
         {"where": f"{CONDITION} any", "value": None, "line": 25}),
        ('award = "advanced_labourer"\nkind', "kind", "rule_pack_key_missing",
         {"where": "[[condition]]  rating", "name": "award", "line": 25}),
        ('"advanced_labourer"', '"luck"', "rule_pack_odd",
         {"where": "[[condition]] luck rating", "value": "luck", "line": 25}),
        ('"advanced_labourer"', '"advanced_collective"', "rule_pack_odd",
         {"where": "[[condition]] advanced_collective rating", "value": "rating", "line": 25}),
        ("attested = true", "attested = false", "rule_pack_odd",
         {"where": f"{CONDITION} ethics", "value": "ethics", "line": 39}),
        ("attested = true", 'attested = true\nid = ""', "rule_pack_odd",
         {"where": f"{CONDITION} ethics", "value": "", "line": 39}),
        ('"Điều 5"', '""', "rule_pack_odd", {"where": f"{CONDITION} ethics source", "value": "", "line": 39}),
        ('at_least = "months"', "at_least = 0", "rule_pack_odd",
         {"where": f"{MONTHS} at_least", "value": 0, "line": 32}),
        ('"months_in_year", ', '"months_in_year", award = "x", ', "rule_pack_key_unknown",
         {"where": MONTHS, "name": "award", "line": 32}),
        (ANY, "any = 1", "rule_pack_odd", {"where": "any", "value": 1, "line": 32}),
        (ANY, "any = [1]", "rule_pack_odd", {"where": "any", "value": 1, "line": 32}),
        ('kind = "ethics"', 'kind = "ethics"\nid = "rating"', "rule_condition_repeated",
         {"where": "advanced_labourer", "name": "rating"}),
        ('at_least = "months"', 'at_least = "weeks"', "rule_value_missing",
         {"where": "advanced_labourer", "name": "weeks"}),
        ('title = "advanced_labourer"', 'title = "order_third"', "rule_award_missing",
         {"where": "grassroots_fighter", "name": "order_third"}),
    ],
)  # fmt: skip
def test_a_refusal_says_where_and_what(old: str, new: str, code: str, details: dict[str, Any]) -> None:
    problem = refusal(changed(old, new))
    assert (problem.code, problem.details) == (code, details)


def test_tables_that_are_none_are_refused_by_their_key() -> None:
    for text, where in (("pack = 1", "[pack]"), (PACK[: PACK.index("[[value]]")] + "[value]\nkey = 1", "value")):
        problem = refusal(text)
        assert (problem.code, problem.details["where"]) == ("rule_pack_odd", where)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("[pack]\nid = \n", "Invalid value", 2), ("a = 1\nb = [1", "Unclosed array", 2),
        ("a = 1\nb = [1\n\n\n", "Unclosed array", 2), ('a = """\n?\n', "Unterminated string", 2),
    ],
)  # fmt: skip
def test_what_is_wrongly_written_is_told_with_its_line(text: str, reason: str, line: int) -> None:
    assert refusal(text).details == {"reason": reason, "line": line}


def test_a_table_without_a_heading_of_its_own_is_refused_without_a_line() -> None:
    problem = refusal(PACK[: PACK.index("[pack]")] + "value = [{ key = 1 }]\n" + PACK[: PACK.index("[[value]]")])
    assert problem.details == {"where": "[[value]] 1", "name": "from"}


def test_an_award_whose_conditions_stand_apart_is_named() -> None:
    late = FIGHTER.replace('kind = "meets"\ntitle = "advanced_labourer"', 'kind = "registered"')
    problem = refusal(PACK + late.replace('"grassroots_fighter"', '"advanced_labourer"'))
    assert (problem.code, problem.details) == ("rule_award_split", {"where": "advanced_labourer"})


def test_a_pack_needs_neither_values_nor_conditions() -> None:
    head = PACK[: PACK.index("[[value]]")]
    pack = parse(head + 'checked_by = "An"\nnote = "Ghi chú"\ntransition = "received_before_start"')
    assert (pack.values, pack.conditions, pack.rules(date(2030, 1, 1))) == ((), (), {})
    assert (pack.checked_by, pack.note, pack.keeps_earlier) == ("An", "Ghi chú", True)


def test_a_value_tells_its_days_its_number_and_where_it_was_read() -> None:
    first, second = parse(PACK).values
    assert (first.key, first.from_on, first.until_on, first.number, first.source, first.grade) == (
        "months", date(2030, 1, 1), date(2030, 6, 30), 10, "Điều 1", "S",
    )  # fmt: skip
    assert (second.from_on, second.until_on, second.is_checked) == (date(2030, 7, 1), None, False)
    assert replace(second, confirmed_by="An").is_checked


def test_a_condition_tells_its_award_its_kind_and_where_it_was_read() -> None:
    rating, newcomer, ethics, meets = parse(PACK).conditions
    assert (rating.id, rating.award, rating.kind, rating.source, rating.grade) == (
        "rating", TitleKey.ADVANCED_LABOURER, Kind.RATING, "Điều 3", "S",
    )  # fmt: skip
    assert (rating.asked, rating.parts, rating.value_keys) == (Parameters(rating=Rating.GOOD), (), {})
    (part,) = newcomer.parts
    assert (newcomer.id, newcomer.kind, newcomer.asked, newcomer.value_keys) == ("newcomer", Kind.ANY, Parameters(), {})
    assert (part.award, part.id, part.value_keys) == (newcomer.award, "months_in_year", {"at_least": "months"})
    assert (ethics.kind, ethics.asked) == (Kind.ETHICS, Parameters())
    assert meets.asked == Parameters(title=TitleKey.ADVANCED_LABOURER)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ('kind = "discipline"\nlevel = "warning"', Parameters(level=DisciplineLevel.WARNING)),
        ('kind = "long_study"\nmonths = 12', Parameters(months=12)),
        ('kind = "initiatives"\nat_least = 2\nscope = "country"', Parameters(at_least=2, scope=Scope.COUNTRY)),
        ('kind = "rating_run"\nrating = "good"\nyears = 5\nafter = "diploma_of_merit"',
         Parameters(rating=Rating.GOOD, years=5, after=TitleKey.DIPLOMA_OF_MERIT)),
        ('kind = "rating_count"\nrating = "good"\nat_least = 1\nrun_rating = "completed"',
         Parameters(rating=Rating.GOOD, at_least=1, run_rating=Rating.COMPLETED)),
        ('kind = "title_count"\ntitle = "advanced_labourer"\nat_least = 3\nrun_title = "advanced_labourer"',
         Parameters(title=TitleKey.ADVANCED_LABOURER, at_least=3, run_title=TitleKey.ADVANCED_LABOURER)),
        ('kind = "held_before"\ntitle = "order_third"', Parameters(title=TitleKey.ORDER_THIRD)),
    ],
)  # fmt: skip
def test_parameters_are_read_as_what_they_are(written: str, asked: Parameters) -> None:
    text = PACK + FIGHTER.replace('kind = "meets"\ntitle = "advanced_labourer"', f'{written}\nid = "more"')
    assert parse(text).conditions[-1].asked == asked


@pytest.mark.parametrize(
    "written",
    [
        'kind = "title_run"\ntitle = "order_third"\nyears = 2',
        'kind = "title_count"\ntitle = "order_third"\nat_least = 1',
        'kind = "meets"\ntitle = "order_third"',
    ],
)  # fmt: skip
def test_whoever_asks_for_the_conditions_of_an_award_stands_behind_it(written: str) -> None:
    problem = refusal(PACK.replace('kind = "meets"\ntitle = "advanced_labourer"', written))
    assert (problem.code, problem.details["name"]) == ("rule_award_missing", "order_third")


@pytest.mark.parametrize("kind", ['share"\npercent = 50\ninclusive = true', 'members_meeting"\nat_least = 1'])
def test_the_members_titles_stand_before_those_of_their_collectives(kind: str) -> None:
    asks = f'kind = "{kind}\ntitle = "order_third"'
    problem = refusal(PACK + FIGHTER.replace('"grassroots_fighter"', '"advanced_collective"').replace(
        'kind = "meets"\ntitle = "advanced_labourer"', asks))  # fmt: skip
    assert problem.details == {"where": "advanced_collective", "name": "order_third"}


def test_a_part_that_asks_for_a_missing_award_is_found_too() -> None:
    asks = ANY.replace('kind = "months_in_year", at_least = "months"', 'kind = "meets", title = "order_third"')
    assert refusal(changed(ANY, asks)).details == {"where": "advanced_labourer", "name": "order_third"}


def test_a_value_that_was_compared_makes_no_condition_compared() -> None:
    doubtful = ANY.replace('grade = "S"', 'grade = "M"')
    part = parse(changed(ANY, doubtful)).rules(date(2030, 1, 1))[TitleKey.ADVANCED_LABOURER][1].parts[0]
    assert (part.grade, part.is_checked) == ("M", False)


def test_each_of_several_packs_stands_once() -> None:
    years = {"P": 2032, "Q": 2030, "R": 2031}
    packs = [replace(parse(PACK), id=name, from_on=date(year, 1, 1), until_on=None) for name, year in years.items()]
    ordered = in_order(packs)
    assert [(pack.id, pack.until_on) for pack in ordered] == [
        ("Q", date(2030, 12, 31)), ("R", date(2031, 12, 31)), ("P", None),
    ]  # fmt: skip


def test_the_id_that_is_there_twice_is_the_one_named() -> None:
    packs = [replace(parse(PACK), id=name) for name in ("Y", "A", "Y", "B")]
    with pytest.raises(UserError) as refused:
        in_order(packs)
    assert (refused.value.code, refused.value.details) == ("rule_pack_repeated", {"pack": "Y"})


def test_a_dossier_received_on_the_first_day_of_a_pack_is_judged_by_it() -> None:
    old = replace(parse(PACK), id="O")
    new = replace(old, id="N", from_on=date(2031, 1, 1), until_on=None, keeps_earlier=True)
    for received, pack in ((date(2030, 12, 31), "O"), (date(2031, 1, 1), "N"), (None, "N")):
        found = choose([old, new], date(2031, 5, 5), received)
        assert found is not None
        assert found.id == pack
    assert choose([new], date(2030, 12, 31)) is None


def test_the_numbers_of_a_pack_without_an_end_are_those_of_the_day() -> None:
    pack = parse(changed("valid_to = 2030-12-31\n", ""))
    part = pack.rules(date(2040, 1, 1))[TitleKey.ADVANCED_LABOURER][1].parts[0]
    assert (part.asked.at_least, pack.covers(date(2040, 1, 1)), pack.covers(date(2029, 12, 31))) == (6, True, False)
