"""Words of the targets' catalogue read back to what they mean; sentences say what is counted, missing or impossible."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import UnitId
from thidua_gui.core.target_catalogue import BASES, MEASURES, Among, Base, Measure, Measured, Within
from thidua_gui.core.targets import Bound, BoundUnit, Count, OpenReason, Verdict, gap
from thidua_gui.text import target_page, target_words
from thidua_gui.text import target_sentences as sentences

PERCENT, COLLECTIVES, INDIVIDUALS = BoundUnit
STAFF, HOLDERS = Among(Base.EVERYONE), Among(Base.HOLDERS, "Lao động tiên tiến")


def percent(lower: str | None, upper: str | None = None) -> Bound:
    return Bound(*(None if end is None else Fraction(end) for end in (lower, upper)), PERCENT)


@pytest.mark.parametrize(
    ("word", "measured"),
    [("danh hiệu CSTĐCS", Measured(Measure.TITLE, "Chiến sĩ thi đua cơ sở"))]
    + [("danh hiệu: Chiến sĩ thi đua cấp tỉnh", Measured(Measure.TITLE, "Chiến sĩ thi đua cấp tỉnh"))]
    + [("xếp loại từ HTT", Measured(Measure.RATED, "good")), ("xếp loại HTXS", Measured(Measure.RATED, "excellent"))]
    + [("xếp loại từ: Hoàn thành nhiệm vụ", Measured(Measure.RATED, "completed"))]
    + [("dạy giỏi: cấp tỉnh", Measured(Measure.TEACHING, "province"))]
    + [("điểm từ: 85,5", Measured(Measure.SCORED, "85,5"))]
    + [("cá nhân đăng ký", Measured(Measure.PEOPLE_REGISTERED))]
    + [("khen thưởng cá nhân: UBND tỉnh", Measured(Measure.INDIVIDUALS_COMMENDED, "UBND tỉnh"))],
)
def test_a_measure_is_written_as_it_is_read(word: str, measured: Measured) -> None:
    assert target_words.MEASURES.value(word) == measured
    assert target_words.MEASURES.spelled(measured) == word
    assert target_words.MEASURES.value(*target_words.MEASURES.split(measured)) == measured


def test_a_general_word_with_the_parameter_of_a_short_one_means_the_same() -> None:
    general = target_words.MEASURES.value("Danh hiệu:  chiến sĩ thi đua cơ sở".replace("chiến", "Chiến"))
    assert target_words.MEASURES.spelled(general) == "danh hiệu CSTĐCS"
    assert target_words.TARGET_BASES.spelled(HOLDERS) == "cá nhân đạt LĐTT"


@pytest.mark.parametrize(
    "word", ["danh hiệu", "danh hiệu:", "bị kỷ luật: nặng", "xếp loại từ: giỏi", "điểm từ: cao", ""]
)
def test_a_word_without_its_parameter_or_with_a_wrong_one_is_refused(word: str) -> None:
    with pytest.raises(UserError):
        target_words.MEASURES.value(word)
    assert word not in target_words.MEASURES


@given(st.sampled_from([*MEASURES]), st.sampled_from([*BASES]))
def test_every_entry_can_be_chosen_and_said(measure: Measure, base: Base) -> None:
    assert target_page.MEASURES[measure]
    assert target_page.BASES[base]
    assert sentences.counts(Measured(measure), Among(base), PERCENT).endswith(".")


@pytest.mark.parametrize(
    ("measured", "among", "unit", "said"),
    [(Measured(Measure.TEACHING, "faculty"), Among(Base.LECTURERS), PERCENT,
      "Tỷ lệ đạt giảng viên dạy giỏi cấp khoa trong số giảng viên.")]
    + [(Measured(Measure.DISCIPLINED), Among(Base.INDIVIDUALS), INDIVIDUALS, "Số cá nhân bị kỷ luật trong năm.")]
    + [(Measured(Measure.UNITS_LAUNCHED), Among(Base.FACULTIES_AND_OFFICES), COLLECTIVES,
        "Số đơn vị đã phát động thi đua trong số khoa, phòng.")]
    + [(Measured(Measure.PEOPLE), Among(Base.INDIVIDUALS), INDIVIDUALS, "Số cá nhân.")],
)  # fmt: skip
def test_what_is_counted_is_one_sentence(measured: Measured, among: Among, unit: BoundUnit, said: str) -> None:
    assert sentences.counts(measured, among, unit) == said


def test_what_narrows_the_base_is_said_with_it() -> None:
    within = sentences.narrowed(Within(UnitId(1), "Giảng viên"), "Khoa Xây dựng Đảng")
    said = sentences.counts(Measured(Measure.PEOPLE_REGISTERED), Among(Base.INDIVIDUALS), INDIVIDUALS, within)
    assert said == "Số cá nhân (Khoa Xây dựng Đảng, nhóm Giảng viên) có đăng ký thi đua."
    assert sentences.counted_how(Measured(Measure.DISCIPLINED), Among(Base.INDIVIDUALS)) == (
        "đếm số cá nhân bị kỷ luật trong năm"
    )


@pytest.mark.parametrize(
    ("bound", "counted", "said"),
    [(percent("100"), Count(44, 45), "Còn thiếu 1 người."), (percent("10", "15"), Count(7, 41), "Vượt 1 người.")]
    + [(percent("80", "90"), Count(21, 26), "")]
    + [(percent("80"), Count(2, 10, 5), "Còn thiếu 6 người; 5 người chưa rõ.")]
    + [(percent("10", "15"), Count(0, 6),
        "Không có số người nguyên nào đạt 10% - 15% của 6 người; gần nhất là 1 người (16,7%).")]
    + [(Bound(Fraction(10), None, INDIVIDUALS), Count(6, 6), "Cơ sở tính chỉ có 6 người, ít hơn mức yêu cầu.")],
)  # fmt: skip
def test_what_is_missing_is_said_in_whole_people(bound: Bound, counted: Count, said: str) -> None:
    assert sentences.gap_sentence(gap(bound, counted), bound, counted, STAFF) == said


@pytest.mark.parametrize(
    ("bound", "of", "said"),
    [(percent("100"), 45, "Cần đủ 45 người trong 45.")]
    + [(percent("80", "90"), 26, "Cần từ 21 đến 23 người trong 26.")]
    + [(percent("90"), 45, "Cần ít nhất 41 người trong 45.")]
    + [(percent(None, "5"), 45, "Cần không quá 2 người trong 45.")]
    + [(percent("10", "15"), 7, "Cần đúng 1 người trong 7."), (percent("10", "15"), 6, ""), (percent(None), 6, "")],
)
def test_the_whole_numbers_that_are_needed_are_said(bound: Bound, of: int, said: str) -> None:
    assert sentences.needed(bound, of, STAFF) == said


@pytest.mark.parametrize("reason", list(OpenReason))
def test_every_reason_of_an_open_target_is_a_sentence(reason: OpenReason) -> None:
    assert sentences.why_open(reason, Count(0, 3, 3), STAFF).endswith(".")


def test_the_value_now_is_said_with_its_verdict() -> None:
    said = sentences.present_value(Count(44, 45), percent("100"), Verdict.BELOW)
    assert said == "Hiện nay 44/45 (97,8%): Chưa đạt."
    assert sentences.present_value(Count(2, 5), Bound(None, None, COLLECTIVES), Verdict.OPEN) == "Hiện nay 2 tập thể."
