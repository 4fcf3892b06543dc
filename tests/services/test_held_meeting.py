"""The meeting that a year's workbook tells of: held as the sheets say it, reported line by line, never twice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.models.council import BallotLine, CouncilMember, MeetingRule
from db.models.proposals import Proposal
from tests.services.small_school import refusal
from thidua_gui.core.ids import PersonId
from thidua_gui.core.meetings import MeetingState
from thidua_gui.services import (
    ballots,
    campaigns,
    held_meeting,
    history,
    imports,
    meetings,
    proposals_edit,
    report_council,
    sample,
)
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.proposals_edit import Nominee
from thidua_gui.services.transaction import read, write

EXPECTED = json.loads((Path(__file__).parents[1] / "flows" / "expected-2022.json").read_text(encoding="utf-8"))


@pytest.fixture
def year(sample_year: CampaignSummary) -> CampaignSummary:
    return sample_year


def held(year: CampaignSummary) -> Mapping[str, Any]:
    held_meeting.hold(year.id)
    found: Mapping[str, Any] = report_council.council_report(year.id)["council"]
    return found


def state(rule: str, value: str) -> None:
    """Put down another rule, as the workbook would have brought it."""
    with write("Quy chế"):
        MeetingRule.update(value=value).where(MeetingRule.name == rule).execute()


def lines(found: Mapping[str, Any], key: str) -> list[Any]:
    return [line[key] for line in found["lines"]]


def test_the_sample_years_meeting_is_reported_as_a_careful_reader_concludes(year: CampaignSummary) -> None:
    assert held_meeting.is_told(year.id)
    assert held(year) == EXPECTED["council"]
    (meeting,) = meetings.meetings(year.id)
    assert (meeting.state, meeting.items_done, meeting.candidates) == (MeetingState.CLOSED, 4, 8)


def test_holding_it_makes_the_proposals_and_moves_them_to_their_results(year: CampaignSummary) -> None:
    held_meeting.hold(year.id)
    with read():
        states = [row.state for row in Proposal.select().order_by(Proposal.id)]
    assert sorted(states) == ["failed"] + ["passed"] * 7


def test_one_undo_takes_the_whole_meeting_back(year: CampaignSummary) -> None:
    held_meeting.hold(year.id)
    history.undo_last()
    assert meetings.meetings(year.id) == ()
    assert report_council.council_report(year.id) == {}
    with read():
        assert not Proposal.select().exists()


def test_it_is_held_once(year: CampaignSummary) -> None:
    held_meeting.hold(year.id)
    assert not held_meeting.is_told(year.id)
    assert refusal(held_meeting.hold, year.id).code == "held_already"


@pytest.mark.parametrize("gone", [BallotLine, CouncilMember])
def test_a_year_without_council_or_counts_has_no_meeting(year: CampaignSummary, gone: Any) -> None:
    with write("Bỏ"):
        gone.delete().execute()
    assert not held_meeting.is_told(year.id)
    assert refusal(held_meeting.hold, year.id).code in {"held_nothing", "meeting_no_member"}
    assert report_council.council_report(year.id) == {}


def test_who_is_judged_and_may_not_vote_leaves_the_base_of_the_own_line_alone(year: CampaignSummary) -> None:
    state("Tỷ lệ phiếu đạt", "9/10")
    state("Người được xét có bỏ phiếu cho mình", "Không")
    found = held(year)
    of = {line["subject"]: line["needed"] for line in found["lines"]}
    assert found["members"] == 9
    assert (of["CB01"], of["CB05"], of["LLCS"]) == (8, 9, 9)


@pytest.mark.parametrize(
    ("base", "needed"),
    [("Tổng số thành viên", [6] * 8), ("Thành viên có mặt", [6] * 8), ("Phiếu hợp lệ", [6] * 7 + [5])],
)
def test_the_share_is_taken_of_the_base_that_the_rules_name(
    year: CampaignSummary, base: str, needed: list[int]
) -> None:  # fmt: skip
    state("Tính trên", base)
    assert lines(held(year), "needed") == needed


def test_absent_members_who_are_asked_in_writing_count_beside_those_present(year: CampaignSummary) -> None:
    state("Tỷ lệ phiếu đạt", "100%")
    state("Tính trên", "Thành viên có mặt")
    state("Lấy ý kiến người vắng bằng văn bản", "Có")
    found = held(year)
    assert (found["members"], found["present"], set(lines(found, "needed"))) == (9, 8, {9})


def test_a_line_without_a_count_leaves_its_ballot_and_the_meeting_open(year: CampaignSummary) -> None:
    with write("Chưa kiểm"):
        BallotLine.update(agree=None).where(BallotLine.person == 5).execute()
    found = held(year)
    assert [line["verdict"] for line in found["lines"] if line["subject"] == "CB05"] == [None]
    assert lines(found, "subject") == [line["subject"] for line in EXPECTED["council"]["lines"]]
    assert meetings.meetings(year.id)[0].state is MeetingState.OPEN


def test_counts_that_do_not_fit_are_published_with_where_they_come_from(year: CampaignSummary) -> None:
    with write("Sai"):
        BallotLine.update(issued=12).where(BallotLine.person == 5).execute()
    found = held(year)
    assert [line["issued"] for line in found["lines"] if line["subject"] == "CB05"] == [12]
    assert meetings.meetings(year.id)[0].state is MeetingState.CLOSED


def test_what_a_decision_has_settled_already_is_left_as_it_is(year: CampaignSummary) -> None:
    proposals_edit.propose(year.id, "grassroots_fighter", [Nominee(PersonId(1))])
    with write("Đã quyết định"):
        Proposal.update(state="decided").execute()
    assert held(year) == EXPECTED["council"]
    with read():
        assert [row.state for row in Proposal.select().where(Proposal.person == 1)] == ["decided"]


def test_a_title_that_the_catalogue_does_not_have_is_voted_on_without_a_proposal(data_file: OpenFile) -> None:
    assert data_file
    book = imports.read_year_workbook(sample.workbook())
    odd = replace(book.ballots[0], title="Gương mặt của năm")
    imports.import_year(replace(book, ballots=(odd,)))
    year = campaigns.campaigns()[0]
    assert lines(held(year), "title") == ["Gương mặt của năm"]
    with read():
        assert not Proposal.select().exists()


def test_what_the_sheet_leaves_out_is_found_so_that_no_paper_is_lost(year: CampaignSummary) -> None:
    held_meeting.hold(year.id)
    (meeting,) = meetings.meetings(year.id)
    for ballot in ballots.of_meeting(meeting.id):
        for line in ballot.lines:
            counted = line.counted
            assert counted.valid + counted.invalid == ballot.papers.returned
            assert counted.agree + counted.disagree + counted.blank == counted.valid
