"""The words of closed sets read back to the values they are written from, and unknown words list the catalogue."""

from fractions import Fraction

import pytest

from thidua_gui.core.errors import UserError
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import CriterionKind, StageKey
from thidua_gui.core.target_catalogue import Scope
from thidua_gui.core.targets import Basis, Bound, BoundUnit, Count, Verdict
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.timeline import MilestoneKind, MilestoneState
from thidua_gui.text import names, target_words, targets
from thidua_gui.text.errors import sentence
from thidua_gui.text.words import Words

CATALOGUES = [
    (names.RATINGS, Rating),
    (names.STAGES, StageKey),
    (names.CRITERION_KINDS, CriterionKind),
    (names.TEACHING_LEVELS, TeachingLevel),
    (names.VERDICTS, Verdict),
    (names.BASES, Basis),
    (names.MILESTONES, MilestoneKind),
    (names.MILESTONE_STATES, MilestoneState),
    (target_words.SCOPES, Scope),
    (target_words.BOUND_UNITS, BoundUnit),
]


@pytest.mark.parametrize(("words", "values"), CATALOGUES)
def test_every_value_has_a_word_that_reads_back_to_it(words: Words, values: type) -> None:
    assert [words.value(words[value]) for value in values] == list(values)
    assert words.known == tuple(words[value] for value in values)


@pytest.mark.parametrize("short", [names.RATING_SHORT, names.RATING_CODE])
def test_short_ratings_read_back_too(short: dict[Rating, str]) -> None:
    assert {names.RATINGS.value(word): word for word in short.values()} == short


def test_case_blanks_and_composition_do_not_matter() -> None:
    assert names.RATINGS.value(" hoàn  thành tốt nhie\u0323\u0302m vụ ") is Rating.GOOD


def test_an_unknown_word_is_refused_with_the_whole_catalogue() -> None:
    with pytest.raises(UserError) as refusal:
        target_words.MEASURES.value("danh hiệu ABC")
    assert refusal.value.code == "word_unknown"
    told = sentence(refusal.value)
    assert "“danh hiệu ABC” không có trong danh mục thước đo" in told
    assert all(word in told for word in target_words.MEASURES.known)


def test_teaching_awards_are_named_for_people_and_for_columns() -> None:
    assert names.teaching_award(TeachingLevel.SCHOOL) == "Giảng viên dạy giỏi cấp trường"
    assert names.teaching_column(TeachingLevel.FACULTY) == "GV dạy giỏi cấp khoa"


@pytest.mark.parametrize(
    ("lower", "upper", "unit", "text"),
    [
        (100, None, BoundUnit.PERCENT, "100%"),
        (80, 90, BoundUnit.PERCENT, "80 - 90%"),
        (90, None, BoundUnit.PERCENT, "≥ 90%"),
    ]
    + [
        (None, 5, BoundUnit.PERCENT, "≤ 5%"),
        (1, 2, BoundUnit.COLLECTIVES, "1 - 2"),
        (10, None, BoundUnit.INDIVIDUALS, "≥ 10"),
    ]
    + [
        (50, 50, BoundUnit.PERCENT, "50%"),
        (None, None, BoundUnit.PERCENT, ""),
        (100, None, BoundUnit.INDIVIDUALS, "≥ 100"),
    ],
)
def test_what_is_required_is_written_short(lower: int | None, upper: int | None, unit: BoundUnit, text: str) -> None:
    low, high = (None if end is None else Fraction(end) for end in (lower, upper))
    assert targets.bound_text(Bound(low, high, unit)) == text


def test_what_is_reached_is_a_share_or_a_unit() -> None:
    percent = Bound(Fraction(100), None, BoundUnit.PERCENT)
    assert targets.reached_text(percent, Count(44, 45)) == "97,8%"
    assert targets.reached_text(percent, Count(45, 45)) == "100%"
    assert targets.reached_text(percent, Count(0, 45)) == "0%"
    assert targets.reached_text(percent, Count(0, 0)) == ""
    assert targets.reached_text(Bound(Fraction(1), None, BoundUnit.COLLECTIVES), Count(2, 5)) == "tập thể"


def test_a_share_never_seems_to_reach_what_it_misses() -> None:
    percent = Bound(Fraction(100), None, BoundUnit.PERCENT)
    assert targets.reached_text(percent, Count(1999, 2000)) == "99,95%"
