"""Caps of groups: what they take off, that they take nothing off otherwise, and how a total is explained."""

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.ids import CriterionId, SheetId
from thidua_gui.core.points import ZERO, Points
from thidua_gui.core.score_explanation import ExplainedLine, explain
from thidua_gui.core.scoring import (
    Criterion,
    CriterionKind,
    Sheet,
    SheetSubject,
    disagreeing_groups,
    group_maximum,
    group_total,
    items_maximum,
    required_maximum,
    total,
)

GROUP, POINTS, BONUS, DEDUCTION = CriterionKind


def line(number: int, kind: CriterionKind, maximum: int, parent: int = 0, cap: int | None = None) -> Criterion:
    held_by = CriterionId(parent) if parent else None
    most = None if cap is None else Points(cap * 100)
    return Criterion(CriterionId(number), str(number), "", kind, Points(maximum * 100), None, held_by, most)


def capped_sheet(outer: int | None = 22, inner: int | None = 6) -> Sheet:
    """Group 1 (20 and a bonus of 5, at most 22) holds group 2 (8 by two items, at most 6)."""
    criteria = (
        line(1, GROUP, 25, cap=outer),
        line(11, POINTS, 12, 1),
        line(2, GROUP, 8, 1, inner),
        line(21, POINTS, 4, 2),
        line(22, POINTS, 4, 2),
        line(12, BONUS, 5, 1),
        line(3, DEDUCTION, 10),
    )
    return Sheet(SheetId(1), "GV", 1, criteria, SheetSubject.PERSON)


def scores(**points: int) -> dict[CriterionId, Points]:
    return {CriterionId(int(name[1:])): Points(given * 100) for name, given in points.items()}


def test_a_group_gives_no_more_than_its_cap() -> None:
    everything = scores(c11=12, c21=4, c22=4, c12=5)
    assert group_total(capped_sheet(), CriterionId(2), everything).points == Points(600)
    assert group_total(capped_sheet(), CriterionId(1), everything).points == Points(2200)
    assert total(capped_sheet(), everything | scores(c3=1)).points == Points(2100)


def test_a_cap_takes_nothing_off_what_stays_below_it() -> None:
    few = scores(c11=10, c21=3, c22=3)
    assert total(capped_sheet(), few).points == Points(1600)


def test_a_capped_group_has_no_sum_while_a_score_is_missing() -> None:
    found = group_total(capped_sheet(), CriterionId(1), scores(c11=12, c21=4, c12=5))
    assert (found.points, found.scored, found.of) == (None, 2, 3)


def test_a_cap_on_a_single_criterion_means_nothing() -> None:
    sheet = Sheet(SheetId(1), "GV", 1, (line(1, POINTS, 10, cap=5),))
    assert not sheet.has_caps
    assert total(sheet, scores(c1=9)).points == Points(900)


def test_maxima_follow_the_caps_and_the_stated_sum_of_items_does_not() -> None:
    sheet = capped_sheet(outer=16)
    assert group_maximum(sheet, CriterionId(1)) == Points(1600)
    assert required_maximum(sheet) == Points(1600)
    assert required_maximum(capped_sheet()) == Points(1800)
    assert items_maximum(sheet, CriterionId(1)) == Points(2500)
    assert disagreeing_groups(sheet) == ()


def test_an_explanation_says_what_each_cap_took_off() -> None:
    found = explain(capped_sheet(), scores(c11=12, c21=4, c22=4, c12=5, c3=1))
    cut = {one.criterion.id: (one.before_cap, one.cap, one.points, one.cut) for one in found.lines if one.is_cut}
    assert cut == {
        CriterionId(1): (Points(2300), Points(2200), Points(2200), Points(100)),
        CriterionId(2): (Points(800), Points(600), Points(600), Points(200)),
    }
    assert (found.required, found.bonus, found.deduction) == (Points(2000), Points(500), Points(100))
    assert (found.code, found.version, found.total.points) == ("GV", 1, Points(2100))


def test_an_explanation_of_a_sheet_with_gaps_names_them() -> None:
    found = explain(capped_sheet(None, None), scores(c11=12))
    assert found.missing == (CriterionId(21), CriterionId(22))
    assert found.total.points is None
    first, *_ = found.lines
    assert first == ExplainedLine(first.criterion, 0, None, Points(1200), None, ZERO)
    assert [one.depth for one in found.lines] == [0, 1, 1, 2, 2, 1, 0]


points_of = st.fixed_dictionaries(
    {CriterionId(number): st.integers(0, 12_00).map(Points) for number in (11, 12, 21, 22, 3)}
)
caps = st.one_of(st.none(), st.integers(1, 30))


@given(points_of, caps, caps)
def test_the_parts_of_an_explanation_make_its_total(
    given_scores: dict[CriterionId, Points], outer: int | None, inner: int | None
) -> None:
    sheet = capped_sheet(outer, inner)
    found = explain(sheet, given_scores)
    assert found.total.points == found.required + found.bonus - found.deduction - found.cut
    assert found.total.points == total(sheet, given_scores).points


@given(points_of)
def test_a_sheet_without_caps_adds_up_as_a_flat_sum(given_scores: dict[CriterionId, Points]) -> None:
    generous = capped_sheet(10_000, 10_000)
    assert total(generous, given_scores) == total(capped_sheet(None, None), given_scores)
