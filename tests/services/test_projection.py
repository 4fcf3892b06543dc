"""The slides of a meeting: made of what is recorded, and of a ballot nothing before it is published."""

from dataclasses import astuple

import pytest

from tests.services.held_year import held as held
from thidua_gui.core.projection import (
    AgendaSlide,
    BallotSlide,
    CandidateSlide,
    ListSlide,
    QuotaSlide,
    ResultSlide,
    Tone,
    WaitingSlide,
)
from thidua_gui.services import ballots, meetings, projection


@pytest.fixture
def cues(held):
    return projection.cues(held)


def of_type(cues, kind):
    return [cue.view for cue in cues if isinstance(cue.view, kind)]


def test_every_kind_of_slide_follows_the_agenda(cues):
    kinds = [type(cue.view) for cue in cues]
    assert kinds[:3] == [WaitingSlide, AgendaSlide, WaitingSlide]
    assert kinds[3:6] == [ListSlide, QuotaSlide, CandidateSlide]
    assert kinds[-1] is WaitingSlide


def test_every_cue_has_a_key_of_its_own(cues):
    assert len({cue.key for cue in cues}) == len(cues)


def test_the_result_shows_who_passed_and_by_how_much(cues):
    result = of_type(cues, ResultSlide)[0]
    assert [(line.agree, line.tone) for line in result.lines][-2:] == [(6, Tone.PASSED), (5, Tone.FAILED)]
    assert (result.lines[0].needed, result.lines[0].base) == (6, 9)
    assert "6/9" in result.threshold
    assert "có mặt 8" in result.summary


def test_a_candidate_has_the_own_total_place_and_earlier_titles(cues):
    nhung = next(view for view in of_type(cues, CandidateSlide) if view.name == "Phạm Thị Hồng Nhung")
    assert (nhung.score.total, nhung.score.place) == ("98,5", "hạng 1 trên 6")
    assert [(year.year, year.title, year.is_high) for year in nhung.years][-2:] == [
        ("2020", "CSTĐCS", True), ("2021", "CSTĐCS", True)
    ]  # fmt: skip
    assert nhung.conditions.tone is Tone.PASSED
    assert "Khoa Lý luận cơ sở" in nhung.below


def test_the_score_is_hidden_when_the_school_wants_it(held):
    projection.set_shows_score(False)
    try:
        assert {view.score for view in of_type(projection.cues(held), CandidateSlide)} == {None}
    finally:
        projection.set_shows_score(True)


def test_a_narrow_screen_has_more_pages(held, cues):
    narrow = projection.cues(held, rows=3)
    assert len(of_type(narrow, ListSlide)) > len(of_type(cues, ListSlide))
    assert max(len(view.lines) for view in of_type(narrow, ListSlide)) == 3
    assert [view.frame.aside for view in of_type(narrow, ListSlide)][:2] == ["1/2", "2/2"]


def test_nothing_of_a_ballot_under_way_reaches_a_slide(held):
    meetings.reopen(held, "Bỏ phiếu lại")
    item = next(cue.item_id for cue in projection.cues(held) if isinstance(cue.view, ResultSlide))
    ballots.repeat(item, "Hai người bằng điểm")
    ballot = ballots.current(item)
    ballots.type_numbers(ballot.id, [ballots.TypedNumber("agree", 77, line.candidate_id) for line in ballot.lines])
    under_way = [cue for cue in projection.cues(held) if cue.ballot_id == ballot.id]
    assert [type(cue.view) for cue in under_way] == [BallotSlide]
    assert "77" not in str(astuple(under_way[0].view))
