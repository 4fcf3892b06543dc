"""What a unit proposes is typed from its minutes: whom, for what, and a vote that adds up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services import small_school
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import UnitVoteId
from thidua_gui.core.votes import VoteCount
from thidua_gui.services import collectives, history, unit_votes, unit_votes_edit
from thidua_gui.services.unit_votes_edit import VoteDraft


@pytest.fixture
def year(data_file):
    return small_school.populate()


@pytest.fixture
def draft(year):
    return VoteDraft(
        small_school.unit("LLCS"), small_school.person("CB01"), None, "Chiến sĩ thi đua cơ sở", date(2022, 11, 10),
        VoteCount(2, 2, 2, 0), "Chủ nhiệm đề tài cấp trường",
    )  # fmt: skip


def test_a_proposal_is_kept_changed_and_undone(year, draft):
    unit_votes_edit.record(year, draft)
    (kept,) = unit_votes.votes(year)
    assert (kept.person_id, kept.agree, kept.achievement) == (draft.person_id, 2, "Chủ nhiệm đề tài cấp trường")
    unit_votes_edit.record(year, replace(draft, count=VoteCount(2, 2, 1, 1)), UnitVoteId(kept.id))
    assert [vote.agree for vote in unit_votes.votes(year)] == [1]
    history.undo_last()
    assert [vote.agree for vote in unit_votes.votes(year)] == [2]
    unit_votes_edit.remove(year, [UnitVoteId(kept.id)])
    assert unit_votes.votes(year) == ()


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"person_id": None}, "vote_subject_missing", "subject"),
        ({"title": " "}, "vote_title_missing", "title"),
        ({"title": "Tập thể lao động xuất sắc"}, "award_for_collective", "title"),
        ({"held_on": date(2019, 1, 1)}, "vote_out_of_year", "held_on"),
        ({"count": VoteCount(2, 3)}, "vote_present_over_members", "present"),
        ({"count": VoteCount(9, 4, 3, 2)}, "vote_cast_over_present", "disagree"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(year, draft, change, code, field):
    with pytest.raises(UserError, match=code) as refused:
        unit_votes_edit.record(year, replace(draft, **change))
    assert refused.value.details["field"] == field
    assert unit_votes.votes(year) == ()


def test_the_same_for_the_same_is_proposed_once(year, draft):
    unit_votes_edit.record(year, draft)
    with pytest.raises(UserError, match="vote_twice"):
        unit_votes_edit.record(year, replace(draft, title="CSTĐCS"))


def test_a_units_own_vote_stands_beside_its_results(year, draft):
    llcs = small_school.unit("LLCS")
    own = replace(draft, person_id=None, unit_id=llcs, title="Tập thể lao động xuất sắc")
    unit_votes_edit.record(year, own)
    unit_votes_edit.record(year, draft)
    row = next(row for row in collectives.collectives(year).rows if row.id == llcs)
    assert (row.proposals, [vote.title for vote in row.votes]) == (2, ["Tập thể lao động xuất sắc"])
