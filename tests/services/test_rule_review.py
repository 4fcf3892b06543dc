"""The rule packs as the officer reads them: lines in words, what is still to compare, files laid beside the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.services.small_school import refusal
from tests.services.test_rules import LABOURER, READ, lay, pack_text
from thidua_gui.core.pack_comparison import Change
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import rule_files, rules
from thidua_gui.services.rule_confirmations import Passage
from thidua_gui.services.rule_review import ConditionLine, PackView, compare_packs, rule_book

pytestmark = pytest.mark.usefixtures("data_file")
SHARE = Passage(TitleKey.ADVANCED_COLLECTIVE, "share")
NUMBER = Passage(None, "advanced_collective.percent", date(2025, 7, 1))


def view(pack_id: str) -> PackView:
    return next(one for one in rule_book(None).packs if one.pack.id == pack_id)


def line(pack_id: str, passage: Passage) -> ConditionLine:
    return next(one for one in view(pack_id).conditions if one.passage == passage)


def test_a_condition_is_told_in_words_with_its_values_and_awards() -> None:
    share = line("C", SHARE)
    assert share.needed == "trên 50% cá nhân đạt Lao động tiên tiến"
    assert [(one.number, one.used_in) for one in share.values] == [(50, ("TTLĐTT",))]


def test_what_a_comparison_would_confirm_is_the_condition_and_its_unread_values() -> None:
    assert line("C", SHARE).open_passages == (SHARE, NUMBER)
    before = view("C").unchecked
    rules.confirm("C", SHARE.award or LABOURER, SHARE.id, READ)
    assert (line("C", SHARE).is_checked, line("C", SHARE).open_passages) == (True, ())
    assert line("C", SHARE).confirmation == READ
    assert view("C").unchecked == before - 2


def test_a_condition_is_open_again_when_its_value_is_taken_back() -> None:
    rules.confirm_all("C", line("C", SHARE).open_passages, READ)
    rules.take_back("C", [NUMBER])
    assert (line("C", SHARE).is_checked, line("C", SHARE).open_passages) == (False, (NUMBER,))


def test_after_taking_back_what_stands_with_a_line_the_line_is_open() -> None:
    for share in (SHARE, Passage(LABOURER, "rating")):
        rules.confirm_all("C", line("C", share).open_passages, READ)
        assert line("C", share).is_checked
        rules.take_back("C", line("C", share).taken_back)
        assert not line("C", share).is_checked


def test_an_unread_part_makes_the_whole_line_unread() -> None:
    rating = line("C", Passage(LABOURER, "rating"))
    assert (rating.grade, rating.is_checked, [part.is_checked for part in rating.parts]) == ("S", False, [True, False])


def test_a_confirmation_of_another_text_of_the_pack_is_told_as_lapsed() -> None:
    lay("E.toml", pack_text("E", "2027-03-01"))
    registered = Passage(LABOURER, "registered")
    rules.confirm_all("E", [registered], READ)
    assert line("E", registered).lapsed is None
    lay("E.toml", pack_text("E", "2027-03-01") + "\n# sửa\n")
    found = line("E", registered)
    assert (found.is_checked, found.confirmation, found.lapsed) == (False, None, READ)


def test_two_laws_are_compared_award_by_award() -> None:
    pairs = {(one.award, one.earlier, one.later): one.change for one in compare_packs("A", "B")}
    of_labourer = {change for (award, *_), change in pairs.items() if award is LABOURER}
    assert Change.DROPPED in of_labourer
    months = "đủ 10 tháng công tác trong năm"
    assert pairs[(LABOURER, months, "")] is Change.DROPPED
    assert {one.change for one in compare_packs("B", "B")} == {Change.SAME}


def test_an_added_file_is_copied_beside_the_data_under_the_id(tmp_path: Path) -> None:
    chosen = tmp_path / "luật mới.toml"
    chosen.write_text(pack_text("E", "2027-03-01"), encoding="utf-8")
    assert rule_files.examine(chosen).replaces == ""
    rule_files.add(chosen)
    assert (view("E").file, view("E").pack.is_shipped) == ("E.toml", False)


def test_a_file_that_is_there_is_replaced_only_if_agreed(tmp_path: Path) -> None:
    lay("cũ.toml", pack_text("E", "2027-03-01"))
    chosen = tmp_path / "E.toml"
    chosen.write_text(pack_text("E", "2027-04-01"), encoding="utf-8")
    assert refusal(rule_files.add, chosen).details == {"file": "cũ.toml"}
    rule_files.add(chosen, replaces=rule_files.examine(chosen).replaces)
    assert (view("E").file, view("E").pack.from_on) == ("cũ.toml", date(2027, 4, 1))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (pack_text("C", "2027-03-01"), "rule_pack_shipped"), (pack_text("E", "2024-06-01"), "rule_pack_overlap"),
        ("[pack", "rule_pack_syntax"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_not_copied(tmp_path: Path, text: str, code: str) -> None:
    chosen = tmp_path / "E.toml"
    chosen.write_text(text, encoding="utf-8")
    assert refusal(rule_files.add, chosen).code == code
    assert not rules.folder().exists()


def test_a_pack_that_fills_in_the_unread_law_is_added(tmp_path: Path) -> None:
    chosen = tmp_path / "D.toml"
    chosen.write_text(pack_text("D", "2026-10-01"), encoding="utf-8")
    rule_files.add(chosen)
    assert (view("D").file, view("D").pack.is_enabled) == ("D.toml", True)
