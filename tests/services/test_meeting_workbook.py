"""What the year workbook holds of the council and its meetings: it comes back whole, and nothing is erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from tests.services.conftest import NOW
from tests.services.council_school import CouncilSchool, award_item, candidates, counted, current, fill
from tests.services.small_school import refusal
from tests.services.year_books import rows as stored
from thidua_gui.core.council import Method, Outcome, Threshold, VoteBase
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.workbook.meeting_sheets import MEETINGS
from thidua_gui.core.workbook.reading import parse
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.services import (
    agenda,
    agenda_edit,
    attendance,
    ballots,
    councils,
    exports,
    held_meeting,
    history,
    imports,
    meeting_results,
    meeting_rules,
    meetings,
    report_council,
)
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.councils import DecisionDraft, MemberDraft
from thidua_gui.services.meetings import MeetingDraft
from thidua_gui.text.workbook import WORDING


@pytest.fixture
def whole(school: CouncilSchool) -> CampaignId:
    """A meeting in which everything happened that a workbook must keep, and a planned one."""
    councils.edit_decision(school.year, DecisionDraft("Hội đồng", "1-QĐ", date(2022, 1, 5), "Hiệu trưởng"))
    fifth = councils.council(school.year).members[4].id
    councils.edit_member(fifth, MemberDraft("Ủy viên", until_on=date(2022, 12, 31)))
    meeting = school.meeting(present=8)
    seats = [seat.id for seat in attendance.attendance(meeting).seats]
    attendance.left(seats[7], NOW + timedelta(minutes=40))
    item = award_item(meeting).id
    agenda_edit.start_item(item)
    agenda_edit.write_notes(item, private_note="Hỏi lại", discussion="Nhất trí\nxem lại", conclusion="Thông qua")
    shown = counted(item, 7, 7, 4, papers=7)
    attendance.recuse(shown.lines[1].candidate_id, seats[2], "Là người nhà")
    fill(shown.id, shown.lines[0].candidate_id, counter=2, valid=7, invalid=0, agree=7, disagree=0, blank=0)
    ballots.count(shown.id, "returned", 9)
    ballots.publish(shown.id, "Thu thừa hai phiếu")
    ballots.correct(shown.id, "Ghi nhầm")
    ballots.publish(current(item).id, "Vẫn thừa")
    meeting_results.decide(candidates(item)[2].id, Outcome.LOWERED, "Giữ LĐTT", "advanced_labourer")
    ballots.repeat(item, "Bằng phiếu", Method.HANDS, candidates=[candidates(item)[1].id])
    meetings.conclude(meeting, "Kết luận chung")
    meetings.create(school.year, MeetingDraft("Họp bổ sung", starts_at="14:00", place="Phòng 2", invited="Công đoàn"))
    return school.year


def read_back(year: CampaignId, folder: Path) -> YearWorkbook:
    return imports.read_year_workbook(exports.export_year(year, folder / "nam.xlsx"))


def undo_everything() -> None:
    while history.next_undo() is not None:
        history.undo_last()


def test_everything_comes_back_into_another_file(whole: CampaignId, tmp_path: Path) -> None:
    book = read_back(whole, tmp_path)
    assert book == exports.year_workbook(whole)
    undo_everything()
    again = imports.import_year(book).campaign_id
    assert exports.year_workbook(again) == book
    first, second = meetings.meetings(again)
    assert (first.candidates, second.title, second.starts_at) == (3, "Họp bổ sung", "14:00")


def test_what_came_back_goes_on_as_a_meeting(whole: CampaignId, tmp_path: Path) -> None:
    told = [verdict.words for _, found in meeting_results.results(meetings.meetings(whole)[0].id) for verdict in found]
    book = read_back(whole, tmp_path)
    undo_everything()
    again = imports.import_year(book).campaign_id
    meeting = meetings.meetings(again)[0].id
    assert [one.words for _, found in meeting_results.results(meeting) for one in found] == told
    open_ballot = current(award_item(meeting).id)
    fill(open_ballot.id, open_ballot.lines[0].candidate_id, agree=6, disagree=0)
    ballots.publish(open_ballot.id)
    assert [one.proposal_id is not None for one in agenda.item(award_item(meeting).id).candidates] == [True] * 3


def test_its_own_workbook_changes_nothing(whole: CampaignId, tmp_path: Path) -> None:
    book, before = read_back(whole, tmp_path), stored()
    changed = [line.sheet for line in imports.import_year(book).lines if line.changed]
    assert changed == ["Phong trào"]
    assert {table: rows for table, rows in stored().items() if table != "campaigns"} == {
        table: rows for table, rows in before.items() if table != "campaigns"
    }


def test_a_file_of_the_old_form_leaves_the_meetings_alone(whole: CampaignId) -> None:
    book = exports.year_workbook(whole)
    slim = replace(book, present=book.present - _meeting_sheets(), **_emptied(book))
    before = meetings.meetings(whole)
    imports.import_year(slim)
    assert meetings.meetings(whole) == before
    assert councils.council(whole).decision_number == "1-QĐ"
    assert councils.council(whole).members[4].until_on == date(2022, 12, 31)


def _meeting_sheets() -> frozenset[SheetKey]:
    return frozenset(spec.key for spec in MEETINGS)


def _emptied(book: YearWorkbook) -> dict[str, tuple[object, ...]]:
    council = tuple(replace(row, from_on=None, until_on=None) for row in book.council)
    return {**dict.fromkeys(_meeting_sheets(), ()), "council": council}


def test_a_meeting_that_differs_takes_the_place_of_the_one_with_its_number(whole: CampaignId) -> None:
    book = exports.year_workbook(whole)
    first, second = book.meetings
    imports.import_year(replace(book, meetings=(replace(first, place="Hội trường"), second)))
    assert [meetings.meeting(row.id).place for row in meetings.meetings(whole)] == ["Hội trường", "Phòng 2"]
    assert len(ballots.of_meeting(meetings.meetings(whole)[0].id)) == 3
    history.undo_last()
    assert exports.year_workbook(whole) == book


@pytest.mark.parametrize("sheet", ["candidates", "votes", "vote_counts", "recusals", "meeting_events"])
def test_a_line_of_no_item_is_refused_with_its_sheet(whole: CampaignId, sheet: str) -> None:
    book = exports.year_workbook(whole)
    lines = getattr(book, sheet)
    wrong = replace(book, **{sheet: (*lines[:-1], replace(lines[-1], item=77))}, meetings=(
        replace(book.meetings[0], place="Khác"), book.meetings[1],
    ))  # fmt: skip
    assert refusal(imports.import_year, wrong).code == "import_meeting_link"


def test_rules_that_somebody_changed_by_hand_are_refused(whole: CampaignId) -> None:
    book = exports.year_workbook(whole)
    for odd in ("{", "[]", '{"quorum": "2/3"}'):
        wrong = replace(book, meetings=(replace(book.meetings[0], rules=odd), book.meetings[1]))
        assert refusal(imports.import_year, wrong).code == "import_meeting_rules"


def test_the_sheets_of_the_first_form_are_the_meetings_image(whole: CampaignId) -> None:
    book = exports.year_workbook(whole)
    assert [row.present for row in book.council] == [True] * 8 + [False, True]
    assert book.council[8].absence_reason == "Đi công tác"
    assert book.meeting_rules.majority == "2/3"
    assert [(row.title, row.method, row.issued, row.agree) for row in book.ballots] == [
        ("Chiến sĩ thi đua cơ sở", "Phiếu kín", None, 7),
        ("Chiến sĩ thi đua cơ sở", "Giơ tay", None, None),
        ("Chiến sĩ thi đua cơ sở", "Phiếu kín", None, 4),
    ]


def test_a_share_that_must_be_exceeded_comes_back(school: CouncilSchool) -> None:
    usual = Threshold(Fraction(1, 2), VoteBase.ENTITLED, is_strict=True)
    meeting_rules.set_year(school.year, replace(meeting_rules.shipped(), usual=usual))
    book = exports.year_workbook(school.year)
    assert (book.meeting_rules.majority, book.meeting_rules.counted_on) == ("> 1/2", "Thành viên được biểu quyết")
    assert parse(to_sheets(book, WORDING), WORDING) == book


def test_the_sample_with_its_meeting_held_still_writes_the_samples_own_sheets(sample_year: CampaignSummary) -> None:
    before = exports.year_workbook(sample_year.id)
    held_meeting.hold(sample_year.id)
    book = exports.year_workbook(sample_year.id)
    assert (book.council, book.meeting_rules, book.ballots) == (before.council, before.meeting_rules, before.ballots)
    told = report_council.council_report(sample_year.id)
    undo_everything()
    again = imports.import_year(book).campaign_id
    assert report_council.council_report(again) == told
    assert not held_meeting.is_told(again)
