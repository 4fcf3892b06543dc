"""Quorum, thresholds and the relations of a count: exactly at, one below, one above."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.council import (
    Line,
    Method,
    Outcome,
    Papers,
    Recused,
    Room,
    Rule,
    Threshold,
    VoteBase,
    base_of,
    broken,
    differences,
    is_counted,
    quorum,
    verdict,
)

TWO_THIRDS = Threshold(Fraction(2, 3), VoteBase.MEMBERS)
ROOM = Room(9, 8)
PAPERS = Papers(8, 8)
SECRET, HANDS = Method.SECRET, Method.HANDS


def line(agree=6, disagree=2, valid=8, invalid=0, blank=0, **more) -> Line:
    return Line(valid, invalid, agree, disagree, blank, **more)


def rules(room=ROOM, papers=PAPERS, lines=(), method=SECRET) -> list[Rule]:
    return [one.rule for one in broken(room, papers, lines, method)]


@pytest.mark.parametrize(
    ("share", "base", "needed"),
    [
        (Fraction(2, 3), 9, 6),
        (Fraction(2, 3), 10, 7),
        (Fraction(4, 5), 9, 8),
        (Fraction(4, 5), 10, 8),
        (Fraction(9, 10), 11, 10),
        (Fraction(9, 10), 10, 9),
        (Fraction(1, 2), 9, 5),
        (Fraction(1), 9, 9),
        (Fraction(2, 3), 0, 1),
    ],
)
def test_the_threshold_is_the_first_whole_number_that_reaches_the_share(share, base, needed):
    assert Threshold(share, VoteBase.MEMBERS).needed(base) == needed


def test_more_than_half_of_ten_is_six():
    assert Threshold(Fraction(1, 2), VoteBase.MEMBERS, is_strict=True).needed(10) == 6


def test_more_than_half_of_nine_is_five():
    assert Threshold(Fraction(1, 2), VoteBase.MEMBERS, is_strict=True).needed(9) == 5


@pytest.mark.parametrize(
    ("agree", "outcome"), [(5, Outcome.FAILED), (6, Outcome.PASSED), (7, Outcome.PASSED), (None, None)]
)
def test_one_below_fails_and_exactly_at_passes(agree, outcome):
    found = verdict(line(agree=agree), ROOM, TWO_THIRDS, SECRET)
    assert (found.outcome, found.needed, found.base) == (outcome, 6, 9)


def test_what_is_missing_is_counted_up_to_the_threshold():
    assert [verdict(line(agree=agree), ROOM, TWO_THIRDS, SECRET).missing for agree in (4, 5, 6, 7)] == [2, 1, 0, 0]


@pytest.mark.parametrize(("present", "is_met"), [(5, False), (6, True), (7, True)])
def test_the_quorum_is_a_share_of_all_members(present, is_met):
    found = quorum(Fraction(2, 3), Room(9, present, written=3))
    assert (found.needed, found.is_met) == (6, is_met)


@pytest.mark.parametrize(
    ("base", "people"),
    [(VoteBase.MEMBERS, 9), (VoteBase.PRESENT, 7), (VoteBase.ENTITLED, 8), (VoteBase.VALID, 6)],
)
def test_each_base_counts_whom_its_name_says(base, people):
    counted = line(valid=6, agree=6, disagree=0)
    assert base_of(counted, Room(9, 7, written=1), Threshold(Fraction(2, 3), base), SECRET) == people


@pytest.mark.parametrize(
    ("base", "people"),
    [(VoteBase.MEMBERS, 8), (VoteBase.PRESENT, 7), (VoteBase.ENTITLED, 7), (VoteBase.VALID, 8)],
)
def test_who_steps_out_leaves_the_base_of_that_line(base, people):
    counted = line(recused=Recused(members=1, present=1))
    assert base_of(counted, ROOM, Threshold(Fraction(2, 3), base), SECRET) == people


def test_who_steps_out_in_writing_leaves_those_entitled():
    counted = line(recused=Recused(members=1, written=1))
    assert base_of(counted, Room(9, 7, 2), Threshold(Fraction(2, 3), VoteBase.ENTITLED), SECRET) == 8


def test_by_show_of_hands_the_votes_cast_are_the_valid_ones():
    counted = Line(agree=5, disagree=1, blank=1)
    assert base_of(counted, ROOM, Threshold(Fraction(2, 3), VoteBase.VALID), HANDS) == 7
    assert base_of(Line(), ROOM, Threshold(Fraction(2, 3), VoteBase.VALID), HANDS) is None


@pytest.mark.parametrize(
    ("room", "papers", "lines", "rule"),
    [
        (Room(9, 10), PAPERS, (), Rule.PRESENT),
        (Room(9, 8, 2), PAPERS, (), Rule.WRITTEN),
        (ROOM, Papers(9, 8), (), Rule.ISSUED),
        (ROOM, Papers(7, 8), (), Rule.RETURNED),
        (ROOM, PAPERS, (line(valid=8, invalid=1),), Rule.VALID),
        (ROOM, PAPERS, (line(valid=7, invalid=0, agree=7, disagree=0),), Rule.VALID),
        (ROOM, PAPERS, (Line(valid=9),), Rule.VALID),
        (ROOM, PAPERS, (line(agree=7, disagree=2),), Rule.CAST),
        (ROOM, PAPERS, (line(agree=5, disagree=2),), Rule.CAST),
        (ROOM, PAPERS, (Line(valid=8, agree=9),), Rule.CAST),
        (ROOM, PAPERS, (Line(valid=8, agree=5, disagree=1),), Rule.CAST),
        (ROOM, PAPERS, (Line(valid=7, agree=6, disagree=1),), Rule.VALID),
        (ROOM, PAPERS, (line(recused=Recused(1, 1)),), Rule.VOTERS),
        (ROOM, Papers(), (Line(agree=9),), Rule.VOTERS),
    ],
)
def test_every_broken_relation_is_named(room, papers, lines, rule):
    assert rules(room, papers, lines) == [rule]


@pytest.mark.parametrize(
    ("room", "papers", "lines"),
    [
        (ROOM, PAPERS, (line(),)),
        (ROOM, Papers(8, 7), (line(valid=6, invalid=1, agree=6, disagree=0),)),
        (Room(9, 8, 1), Papers(9, 9), (line(valid=9, agree=8, disagree=1),)),
        (ROOM, Papers(8, None), (Line(valid=8),)),
        (ROOM, Papers(), (Line(agree=3),)),
        (ROOM, PAPERS, (Line(valid=8, agree=5),)),
        (ROOM, PAPERS, (Line(valid=8, agree=5, disagree=3),)),
        (ROOM, PAPERS, (line(valid=7, invalid=1, agree=7, disagree=0, recused=Recused(1, 1)),)),
    ],
)
def test_what_holds_or_is_not_typed_yet_breaks_nothing(room, papers, lines):
    assert rules(room, papers, lines) == []


def test_a_broken_relation_says_what_was_found_and_in_which_line():
    (found,) = broken(ROOM, PAPERS, (line(), line(agree=7)), SECRET)
    assert (found.found, found.allowed, found.line) == (9, 8, 1)


def test_more_hands_than_people_are_broken():
    assert rules(lines=(Line(agree=7, disagree=1),), method=HANDS) == []
    assert rules(lines=(Line(agree=7, disagree=1, blank=1),), method=HANDS) == [Rule.HANDS]


def test_a_hand_of_somebody_who_stepped_out_is_one_too_many():
    assert rules(lines=(Line(agree=8, disagree=0, recused=Recused(1, 1)),), method=HANDS) == [Rule.HANDS]


@pytest.mark.parametrize(
    ("papers", "counted", "is_whole"),
    [
        (PAPERS, line(), True),
        (PAPERS, replace(line(), invalid=None, blank=None), True),
        (Papers(8, None), line(), False),
        (Papers(None, 8), line(), False),
        (PAPERS, replace(line(), valid=None), False),
        (PAPERS, replace(line(), agree=None), False),
        (PAPERS, replace(line(), disagree=None), False),
    ],
)
def test_a_secret_ballot_is_counted_when_its_numbers_are_there(papers, counted, is_whole):
    assert is_counted(papers, [line(), counted], SECRET) is is_whole


def test_a_show_of_hands_needs_no_papers():
    assert is_counted(Papers(), [Line(agree=8, disagree=0)], HANDS)
    assert not is_counted(Papers(), [Line(agree=8)], HANDS)


def test_two_counters_who_differ_are_told_where():
    assert differences([line(), line()], [line(), line(agree=5, disagree=3)]) == ((1, "agree"), (1, "disagree"))


shares = st.fractions(min_value=Fraction(1, 100), max_value=1, max_denominator=100)
thresholds = st.builds(Threshold, shares, st.sampled_from(VoteBase), st.booleans())


@given(thresholds, st.integers(0, 300))
def test_the_needed_votes_reach_the_share_and_one_fewer_do_not(threshold, base):
    needed = threshold.needed(base)
    reaches = [needed > threshold.share * base if threshold.is_strict else needed >= threshold.share * base]
    fewer = needed - 1
    falls_short = fewer <= threshold.share * base if threshold.is_strict else fewer < threshold.share * base
    assert all(reaches)
    assert falls_short or needed == 1


@st.composite
def whole_counts(draw) -> tuple[Room, Papers, Line]:
    members = draw(st.integers(1, 40))
    present = draw(st.integers(0, members))
    written = draw(st.integers(0, members - present))
    issued = draw(st.integers(0, present + written))
    returned = draw(st.integers(0, issued))
    valid = draw(st.integers(0, returned))
    agree = draw(st.integers(0, valid))
    disagree = draw(st.integers(0, valid - agree))
    counted = Line(valid, returned - valid, agree, disagree, valid - agree - disagree)
    return Room(members, present, written), Papers(issued, returned), counted


@given(whole_counts())
def test_a_count_that_adds_up_breaks_nothing(count):
    room, papers, counted = count
    assert broken(room, papers, [counted], SECRET) == ()


@given(whole_counts(), st.integers(0, 3), st.sampled_from(Method))
def test_no_count_that_fits_has_more_votes_than_voters(count, out, method):
    room, papers, counted = count
    recused = Recused(min(out, room.present), min(out, room.present))
    stepped_out = replace(counted, recused=recused)
    if not broken(room, papers, [stepped_out], method):
        votes = counted.agree + counted.disagree + counted.blank
        assert votes <= room.entitled - recused.present


@given(whole_counts(), st.sets(st.sampled_from(["invalid", "blank"])))
def test_what_is_left_empty_hides_no_paper_and_no_vote(count, empty):
    room, papers, counted = count
    left = replace(counted, **dict.fromkeys(empty))
    hidden = any(getattr(counted, name) for name in empty)
    assert bool(broken(room, papers, [left], SECRET)) is hidden


@given(whole_counts(), st.sampled_from(["valid", "invalid", "agree", "disagree", "blank"]), st.integers(1, 5))
def test_one_number_more_than_it_is_breaks_something(count, name, more):
    room, papers, counted = count
    wrong = replace(counted, **{name: getattr(counted, name) + more})
    assert broken(room, papers, [wrong], SECRET) != ()


@given(whole_counts(), thresholds)
def test_more_who_agree_never_turn_passed_into_failed(count, threshold):
    room, _, counted = count
    if verdict(counted, room, threshold, SECRET).outcome is Outcome.PASSED and counted.disagree:
        better = replace(counted, agree=counted.agree + 1, disagree=counted.disagree - 1)
        assert verdict(better, room, threshold, SECRET).outcome is Outcome.PASSED
    if verdict(counted, room, threshold, HANDS).outcome is Outcome.PASSED:
        more = replace(counted, agree=counted.agree + 1)
        assert verdict(more, room, threshold, HANDS).outcome is Outcome.PASSED
