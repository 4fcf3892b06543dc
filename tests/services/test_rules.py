"""Rule packs that the program holds: shipped, laid into the data folder, confirmed by an officer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.small_school import refusal
from thidua_gui import resources
from thidua_gui.core.conditions import Condition, Kind
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import data_file, history, rules
from thidua_gui.services.rule_confirmations import Confirmation, Passage
from thidua_gui.services.rules import confirm, confirm_all, law, set_newcomer_months, shelf, take_back

pytestmark = pytest.mark.usefixtures("data_file")
LABOURER, COLLECTIVE = TitleKey.ADVANCED_LABOURER, TitleKey.ADVANCED_COLLECTIVE
READ = Confirmation("Phạm Thị Hồng Nhung", date(2026, 11, 20), "Luật số 06/2022/QH15, bản Công báo")


def lay(name: str, text: str) -> Path:
    folder = data_file.current().path.parent / rules.FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def pack_text(name: str, valid_from: str) -> str:
    """The shipped pack C with another name and time."""
    text = resources.text("rules", "C.toml").replace('id = "C"', f'id = "{name}"').replace("2025-07-01", valid_from)
    return text.replace("valid_to = 2026-09-30\n", "")


def conditions(day: date) -> tuple[Condition, ...]:
    frame = law(day.year, day).frame
    assert frame is not None
    return frame.rules[LABOURER]


def test_four_packs_are_shipped_and_the_last_judges_nothing() -> None:
    found = shelf()
    assert [(pack.id, pack.is_enabled, pack.is_shipped) for pack in found.packs] == [
        ("A", True, True), ("B", True, True), ("C", True, True), ("D", False, True),
    ]  # fmt: skip
    assert found.refused == ()


def test_a_law_that_nobody_read_gives_its_reason_instead_of_a_frame() -> None:
    found = law(2026, date(2026, 12, 8))
    assert (found.regime, found.frame, found.is_provisional) == ("D", None, False)
    assert found.reason.startswith("Nội dung Luật số 06/2026/QH16 chưa được đọc")
    assert law(2017, date(2017, 9, 30)).reason == "Chưa có gói quy tắc cho ngày quyết định 30/09/2017."


def test_on_demand_the_last_law_that_was_read_judges_provisionally() -> None:
    found = law(2026, date(2026, 12, 8), is_provisional=True)
    assert found.pack is not None
    assert (found.regime, found.pack.id, found.is_provisional) == ("D", "C", True)
    assert found.reason == "Tạm tính theo gói quy tắc C"
    assert law(2017, date(2017, 9, 30), is_provisional=True).frame is None


def test_a_dossier_received_before_d_stays_with_c() -> None:
    found = law(2026, date(2026, 12, 8), date(2026, 9, 30))
    assert (found.regime, found.is_provisional, found.reason) == ("C", False, "")


def test_a_pack_in_the_data_folder_follows_the_shipped_ones_and_is_marked() -> None:
    lay("E.toml", pack_text("E", "2027-03-01"))
    packs = shelf().packs
    assert [(pack.id, pack.until_on, pack.is_shipped) for pack in packs[-2:]] == [
        ("D", date(2027, 2, 28), True), ("E", None, False),
    ]  # fmt: skip
    assert law(2027, date(2027, 12, 1)).regime == "E"


def test_a_pack_there_may_fill_in_a_shipped_one_that_judges_nothing() -> None:
    lay("D.toml", pack_text("D", "2026-10-01"))
    assert law(2026, date(2026, 12, 8)).frame is not None


def test_a_pack_there_cannot_certify_itself() -> None:
    lay("E.toml", pack_text("E", "2027-03-01"))
    pack = shelf().packs[-1]
    assert not any(value.is_checked for value in pack.values)
    assert not any(one.is_checked for whole in pack.conditions for one in (whole, *whole.parts))
    whole = conditions(date(2027, 12, 8))[0]
    confirm("E", LABOURER, whole.id, READ)
    (whole, *_) = conditions(date(2027, 12, 8))
    assert all(one.is_checked for one in (whole, *whole.parts))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[pack", "rule_pack_syntax"),
        (pack_text("C", "2027-03-01"), "rule_pack_repeated"),
        (pack_text("E", "2024-06-01"), "rule_pack_overlap"),
        (pack_text("E", "2027-03-01").replace('rating = "good"', 'rating = "great"'), "rule_pack_odd"),
    ],
)
def test_a_file_with_a_mistake_is_refused_and_the_others_go_on(text: str, code: str) -> None:
    lay("hong.toml", text)
    found = shelf()
    assert [(one.file, one.problem.code) for one in found.refused] == [("hong.toml", code)]
    assert [pack.id for pack in found.packs] == ["A", "B", "C", "D"]


def test_a_file_that_is_no_text_is_refused() -> None:
    lay("hong.toml", "").write_bytes(b"\xff\xfe\x00\x81")
    assert shelf().refused[0].problem.code == "rule_pack_encoding"


def test_a_confirmation_makes_a_condition_checked_with_all_its_parts() -> None:
    (whole, registered, *_) = conditions(date(2025, 12, 8))
    assert (whole.parts[1].is_checked, registered.is_checked) == (False, False)
    confirm("C", LABOURER, "rating", READ)
    confirm("C", LABOURER, "registered", READ)
    (whole, registered, *_) = conditions(date(2025, 12, 8))
    assert (whole.parts[1].is_checked, registered.is_checked) == (True, True)
    assert registered.confirmed_by == (
        "Phạm Thị Hồng Nhung đã đối chiếu ngày 20/11/2026 với Luật số 06/2022/QH15, bản Công báo"
    )


def test_a_confirmation_is_one_step_and_can_be_taken_back() -> None:
    step = confirm("C", LABOURER, "registered", READ).operation
    assert step is not None
    history.undo(step)
    assert not conditions(date(2025, 12, 8))[1].is_checked


def test_a_confirmation_of_one_pack_says_nothing_of_another() -> None:
    confirm("C", LABOURER, "registered", READ)
    assert not conditions(date(2024, 12, 8))[1].is_checked


def test_a_confirmation_ends_with_the_text_that_was_compared() -> None:
    lay("E.toml", pack_text("E", "2027-03-01"))
    confirm("E", LABOURER, "registered", READ)
    assert conditions(date(2027, 12, 8))[1].is_checked
    lay("E.toml", pack_text("E", "2027-03-01") + "\n# sửa\n")
    assert not conditions(date(2027, 12, 8))[1].is_checked


@pytest.mark.parametrize(
    ("pack", "name", "given", "code"),
    [
        ("C", "registered", replace(READ, by=" "), "rule_confirmer_missing"),
        ("C", "registered", replace(READ, document=""), "rule_document_missing"),
        ("C", "registered", replace(READ, on=date(2026, 11, 23)), "rule_confirmed_future"),
        ("C", "registered", replace(READ, on=date(1026, 11, 23)), "date_out_of_range"),
        ("C", "discipline", READ, "rule_condition_unknown"), ("E", "registered", READ, "rule_pack_unknown"),
    ],
)  # fmt: skip
def test_a_confirmation_names_somebody_a_document_and_a_condition(
    pack: str, name: str, given: Confirmation, code: str
) -> None:
    assert refusal(confirm, pack, LABOURER, name, given).code == code


def test_the_school_may_ask_newcomers_for_months_where_the_law_does_not() -> None:
    set_newcomer_months(10, date(2025, 1, 1))
    assert all(one.kind is not Kind.MONTHS_IN_YEAR for one in conditions(date(2024, 12, 8)))
    own = conditions(date(2025, 12, 8))[-1]
    assert (own.id, own.asked.at_least, own.is_checked) == ("months_in_year", 10, True)
    assert own.source == "Quy định của trường"


def test_where_the_law_asks_for_months_the_school_changes_nothing() -> None:
    set_newcomer_months(6)
    asked = [one.asked.at_least for one in conditions(date(2022, 12, 8)) if one.kind is Kind.MONTHS_IN_YEAR]
    assert asked == [10]


@pytest.mark.parametrize("months", [-1, 13])
def test_months_of_a_year_are_twelve_at_most(months: int) -> None:
    assert refusal(set_newcomer_months, months).code == "rule_months_odd"


VALUE = Passage(None, "long_study.months", date(2025, 7, 1))


def test_a_value_is_confirmed_by_itself_and_frees_the_conditions_that_lack_nothing_else() -> None:
    lay("E.toml", one_grade_changed())
    confirm_all("E", [Passage(TitleKey.ADVANCED_COLLECTIVE, "share")], READ)
    assert not share_of_e().is_checked
    confirm_all("E", [Passage(None, "advanced_collective.percent", date(2027, 3, 1))], READ)
    assert share_of_e().is_checked


def test_several_passages_are_one_step_and_are_taken_back_in_one() -> None:
    confirm_all("C", [VALUE, Passage(LABOURER, "registered")], READ)
    assert conditions(date(2025, 12, 8))[1].is_checked
    changes = take_back("C", [VALUE, Passage(LABOURER, "registered")])
    assert changes.title == "Bỏ đối chiếu 2 mục của gói quy tắc C"
    assert not conditions(date(2025, 12, 8))[1].is_checked
    assert changes.operation is not None
    history.undo(changes.operation)
    assert conditions(date(2025, 12, 8))[1].confirmed_by


def test_what_nobody_confirmed_cannot_be_taken_back() -> None:
    before = history.operations()
    assert refusal(take_back, "C", [VALUE]).code == "rule_not_confirmed"
    assert refusal(take_back, "C", [Passage(None, "no.such", date(2025, 7, 1))]).code == "rule_condition_unknown"
    assert refusal(confirm_all, "C", [], READ).code == "rule_condition_unknown"
    assert history.operations() == before


def share_of_e() -> Condition:
    frame = law(2027, date(2027, 12, 8)).frame
    assert frame is not None
    return next(one for one in frame.rules[COLLECTIVE] if one.kind is Kind.SHARE)


def one_grade_changed() -> str:
    """A pack E whose share of collectives was read, but not its number."""
    head, share, rest = pack_text("E", "2027-03-01").partition('kind = "share"\ntitle = "advanced_labourer"')
    return head + share + rest.replace('grade = "M"', 'grade = "S"', 1)


def test_a_refused_file_tells_the_line_to_look_at() -> None:
    text = pack_text("E", "2027-03-01")
    lay("a.toml", text.replace('rating = "good"', 'rating = "great"', 1))
    lay("b.toml", text + "\n[[condition]\n")
    lines = [one.problem.details["line"] for one in shelf().refused]
    assert lines == [text.splitlines().index("[[condition]]") + 1, text.count("\n") + 2]
