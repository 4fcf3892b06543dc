"""Each condition in one sentence: what is needed, what there is, where it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.core.rule_cases import Table, cases, frame, packs, person, unit
from thidua_gui.core.conditions import Kind
from thidua_gui.core.eligibility import judge
from thidua_gui.core.eligibility_facts import Finding, PersonFacts
from thidua_gui.core.eligibility_units import judge_unit
from thidua_gui.core.titles import TitleKey
from thidua_gui.services.titles import kinds
from thidua_gui.text.conditions import had, needed, sentence
from thidua_gui.text.noted_words import discipline_level, is_fair_result

NAMES = {key: kind.name for key, kind in kinds().items()}
LABOURER, FIGHTER = "advanced_labourer", "grassroots_fighter"
PROVINCIAL, BEST, DIPLOMA = "provincial_fighter", "excellent_collective", "diploma_of_merit"
A, LATE_A, C = date(2022, 12, 8), date(2023, 9, 5), date(2025, 12, 8)
FIGHTERS = [{"title": FIGHTER, "year": year, "revoked": year == 2020} for year in (2020, 2021)]


def found(award: str, day: date, name: str, facts: Table) -> Finding:
    law, key = frame(day), TitleKey(award)
    of_units = "members" in facts
    judged = judge_unit(key, unit(facts), law) if of_units else judge(key, person(facts, law.year), law)
    (one,) = [finding for finding in judged.findings if finding.condition.id == name]
    return one


def test_a_sentence_says_what_is_needed_what_there_is_and_where_it_is_written() -> None:
    one = found(LABOURER, A, "months_in_year", {"joined_on": date(2022, 3, 2)})
    assert sentence(one, NAMES) == (
        "Cần đủ 10 tháng công tác trong năm / hiện có: 9 tháng (vào cơ quan ngày 02/03/2022) "
        "(Nghị định 91/2017/NĐ-CP, Điều 10)."
    )


def test_a_leader_is_told_the_units_led_and_their_ratings() -> None:
    one = found(DIPLOMA, C, "led_unit", {"leads": [{"name": "Khoa A", "rating": "completed"}]})
    assert sentence(one, NAMES) == (
        "Cần đơn vị phụ trách xếp loại từ Hoàn thành tốt nhiệm vụ trở lên / hiện có: Khoa A: Hoàn thành nhiệm vụ "
        "(Nghị định 65/2014/NĐ-CP, Điều 2 khoản 2 (quy định trước đó); chưa đối chiếu)."
    )


def test_what_nobody_compared_with_the_text_says_so_until_somebody_does() -> None:
    one = found(LABOURER, C, "registered", {})
    assert sentence(one, NAMES) == "Cần đăng ký thi đua / hiện có: đã đăng ký (Luật 06/2022/QH15; chưa đối chiếu)."
    confirmed = one._replace(condition=replace(one.condition, confirmed_by="An"))
    assert sentence(confirmed, NAMES) == "Cần đăng ký thi đua / hiện có: đã đăng ký (Luật 06/2022/QH15)."


@pytest.mark.parametrize(
    ("award", "day", "name", "facts", "told"),
    [
        (LABOURER, A, "rating", {"rating": ""}, "chưa xếp loại; không có khóa học dài như vậy"),
        (LABOURER, A, "registered", {"registered": False}, "không đăng ký"),
        (LABOURER, A, "months_in_year", {"joined_on": ""}, "chưa rõ ngày vào cơ quan"),
        (LABOURER, A, "discipline", {}, "không có kỷ luật trong năm"),
        (LABOURER, A, "discipline", {"disciplines": [{"level": "reprimand", "on": date(2022, 6, 15)}, {}]},
         "khiển trách, quyết định ngày 15/06/2022; kỷ luật chưa rõ hình thức"),
        (LABOURER, A, "ethics", {}, "theo đề nghị của đơn vị"),
        (LABOURER, A, "ethics", {"objections": ["ethics"]}, "có ý kiến phản đối"),
        (LABOURER, A, "remark", {}, "không chuyển đơn vị, không biệt phái"),
        (LABOURER, A, "remark", {"moves": [{"on": date(2022, 8, 1), "place": "Từ QLDT"}]},
         "chuyển đơn vị: Từ QLDT, theo đề nghị của đơn vị"),
        (LABOURER, A, "remark", {"moves": [{"secondment": True, "place": ""}], "objections": ["remark"]},
         "biệt phái, có ý kiến phản đối"),
        (DIPLOMA, A, "led_unit", {}, "không phụ trách đơn vị nào"),
        (DIPLOMA, A, "led_unit", {"leads": [{"name": "Khoa A", "rating": "good"}, {"name": "Tổ B", "rating": ""}]},
         "Khoa A: Hoàn thành tốt nhiệm vụ; Tổ B: chưa xếp loại"),
        (FIGHTER, A, "meets", {}, "đủ điều kiện"), (FIGHTER, A, "meets", {"rating": ""}, "chưa rõ"),
        (FIGHTER, A, "initiatives", {}, "chưa có sáng kiến, đề tài"),
        (FIGHTER, A, "initiatives", {"initiatives": [{"id": 1, "recognised": ""}]},
         "chưa có sáng kiến, đề tài; còn sáng kiến chưa có kết quả hoặc phạm vi"),
        (FIGHTER, A, "initiatives", {"initiatives": [{"id": 1, "uses": [{"year": 2021, "day": date(2021, 12, 1)}]}]},
         "1 sáng kiến, đề tài; 1 sáng kiến đã dùng cho khen thưởng khác"),
        (PROVINCIAL, LATE_A, "initiatives", {"initiatives": [{"id": 1, "scope": "province"}]},
         "1 sáng kiến, đề tài; một sáng kiến tính cho Chiến sĩ thi đua cơ sở của năm"),
        (PROVINCIAL, A, "title_run", {"held": FIGHTERS, "rating": ""},
         "chưa có năm nào, đã thu hồi năm 2020"),
        (PROVINCIAL, A, "title_run", {"held": FIGHTERS, "initiatives": [{"id": 1}]},
         "2 năm (2021, 2022), đã thu hồi năm 2020"),
        ("diploma_of_merit", A, "rating_run", {"rating": "excellent"}, "1 năm (2022), còn năm chưa rõ"),
        ("order_third", C, "held_before", {"held": [{"title": "prime_minister_diploma", "year": 2019}]},
         "đã được tặng năm 2019"),
        ("order_third", C, "held_before", {}, "chưa được tặng"),
        (BEST, A, "share", {"rating": "good", "members": [{"count": 2, "labourer": "met"}, {"labourer": "unknown"}]},
         "2/3 cá nhân (66,7%), 1 người chưa rõ"),
        (BEST, A, "all_rated", {"rating": "good", "members": [{}]}, "1/1 cá nhân (100%)"),
        (BEST, A, "share", {"rating": "good", "members": []}, "0/0 cá nhân"),
        (BEST, A, "unit_rating", {"rating": "excellent", "members": []}, "Hoàn thành xuất sắc nhiệm vụ"),
    ],
)  # fmt: skip
def test_what_there_is_is_told_by_its_facts(award: str, day: date, name: str, facts: Table, told: str) -> None:
    assert had(found(award, day, name, facts), NAMES) == told


@pytest.mark.parametrize(
    ("fair", "told"), [(True, "kết quả từ khá trở lên"), (False, "kết quả dưới khá"), (None, "chưa rõ kết quả học")]
)
def test_a_long_study_tells_its_result(fair: bool | None, told: str) -> None:
    study = {"from": date(2021, 9, 1), "until": date(2022, 12, 31), "fair": fair}
    one = found(LABOURER, A, "rating", {"rating": "", "studies": [study]})
    assert had(one, NAMES) == f"chưa xếp loại; {told}"


@pytest.mark.parametrize(
    ("award", "day", "name", "told"),
    [
        (LABOURER, A, "discipline", "không bị kỷ luật từ khiển trách trở lên trong năm"),
        (PROVINCIAL, A, "initiatives", "1 sáng kiến, đề tài được công nhận, có hiệu quả trong phạm vi tỉnh"),
        (FIGHTER, C, "achievement",
         "một trong: xếp loại Hoàn thành xuất sắc nhiệm vụ; 1 sáng kiến, đề tài được công nhận"),
        ("order_third", C, "title_count", "3 lần đạt Chiến sĩ thi đua cơ sở trong thời gian đó"),
        ("order_third", C, "rating_run",
         "5 năm liên tục xếp loại từ Hoàn thành tốt nhiệm vụ trở lên sau khi được tặng "
         "Bằng khen của Thủ tướng Chính phủ"),
        (BEST, A, "share", "từ 70% trở lên cá nhân đạt Lao động tiên tiến"),
        ("advanced_collective", A, "share", "trên 50% cá nhân đạt Lao động tiên tiến"),
        (BEST, A, "members_meeting", "ít nhất 1 cá nhân đạt Chiến sĩ thi đua cơ sở"),
    ],
)  # fmt: skip
def test_what_is_needed_is_told_with_its_numbers(award: str, day: date, name: str, told: str) -> None:
    (condition,) = [one for one in frame(day).rules[TitleKey(award)] if one.id == name]
    assert needed(condition, NAMES) == told


def test_every_kind_of_condition_has_its_words() -> None:
    every = [one for pack in packs() for whole in pack.conditions for one in (whole, *whole.parts)]
    assert {one.kind for one in every} == set(Kind)
    assert all(needed(one, NAMES) for one in every)
    for case in cases():
        judged = judge if isinstance(case.subject, PersonFacts) else judge_unit
        for finding in judged(case.award, case.subject, case.frame).findings:  # type: ignore[operator]  # either
            assert sentence(finding, NAMES).startswith("Cần ")


@pytest.mark.parametrize(
    ("form", "level"),
    [
        ("Khiển trách", "reprimand"), ("Kỷ luật CẢNH CÁO về chính quyền", "warning"), ("Hạ bậc lương", "salary_cut"),
        ("Giáng chức", "demotion"), ("Cách chức", "removal"), ("Buộc thôi việc", "dismissal"),
        ("Khiển trách, sau nâng lên cảnh cáo", "warning"), ("Phê bình", None), ("", None),
    ],
)  # fmt: skip
def test_forms_of_discipline_are_read_from_free_words(form: str, level: str | None) -> None:
    assert discipline_level(form) == level


@pytest.mark.parametrize(
    ("detail", "is_fair"),
    [
        ("Cao học, kết quả khá", True), ("Kết quả Giỏi", True), ("xuất sắc", True), ("Kết quả trung bình khá", False),
        ("không đạt", False), ("Lớp nâng cao khả năng sư phạm", None), ("Cao cấp lý luận chính trị", None), ("", None),
    ],
)  # fmt: skip
def test_the_result_of_a_study_is_read_from_free_words(detail: str, is_fair: bool | None) -> None:
    assert is_fair_result(detail) is is_fair
