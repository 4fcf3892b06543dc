"""Papers of a meeting come from what is recorded, whether or not a result was ever on screen."""

from fractions import Fraction

from tests.documents.pdfs import texts
from tests.services.held_year import held as held
from thidua_gui.core.council import Threshold, VoteBase
from thidua_gui.core.meeting_rules import Rules
from thidua_gui.services import (
    agenda,
    attendance,
    ballots,
    history,
    meeting_documents,
    meetings,
)
from thidua_gui.text import meeting_papers


def words(document) -> str:
    return " ".join(" ".join(texts(meeting_documents.as_pdf(document))).split())


def test_the_minutes_tell_who_was_there_the_rules_and_every_verdict(held):
    told = words(meeting_documents.collected_minutes(held))
    for part in (
        "có mặt 8, vắng 1", "Đi công tác", "từ 2/3 tổng số thành viên",
        "quy chế của trường, không phải quy định quốc gia", "phát ra 8 phiếu, thu về 8 phiếu",
        "Không đạt: 5/9 phiếu đồng ý, cần ít nhất 6 (2/3 của 9 thành viên)", "55,6 %",
    ):  # fmt: skip
        assert part in told


def test_the_count_has_every_published_ballot(held):
    told = words(meeting_documents.collected_tally(held))
    assert "1. Xét Chiến sĩ thi đua cơ sở" in told
    assert "2. Xét Tập thể lao động xuất sắc" in told
    assert "Số phiếu phát ra: 8; thu về: 8." in told


def test_the_sheet_to_count_on_has_no_result(held):
    told = words(meeting_documents.collected_tally_sheet(held))
    assert "Bùi Thị Kim Oanh" in told
    assert "đồng ý, cần" not in told


def test_ballot_papers_name_the_candidates_in_the_order_of_the_item(held):
    item = next(one for one in agenda.items(held) if one.candidates)
    content = meeting_documents.collected_ballots(item.id, present=8, spare=2)
    assert [row[1] for row in content.rows] == [one.name for one in item.candidates]
    assert content.count == 10
    assert "Khoa Lý luận cơ sở" in content.rows[1][2]


def test_an_open_meetings_minutes_do_not_say_it_ended_and_count_who_came(held):
    assert "đã được thông qua trước Hội đồng" in words(meeting_documents.collected_minutes(held))
    meetings.reopen(held, "Bổ sung")
    attendance.left(attendance.attendance(held).seats[0].id)
    told = words(meeting_documents.collected_minutes(held))
    history.undo_last()
    history.undo_last()
    assert "có mặt 8, vắng 1" in told
    assert "Về " in told
    assert "đã được thông qua" not in told


def test_rules_that_ask_for_more_than_a_share_are_worded_as_such():
    usual = Threshold(Fraction(1, 2), VoteBase.PRESENT, is_strict=True)
    strict = Rules(Fraction(1, 2), usual, asks_absent=True, quorum_is_strict=True)
    assert meeting_papers.quorum(strict) == "Phiên họp hợp lệ khi có mặt trên 1/2 tổng số thành viên Hội đồng."
    assert "khi có trên 1/2 thành viên được biểu quyết đồng ý" in meeting_papers.usual(strict, "quy chế")


def test_a_ballot_that_was_not_published_is_in_no_paper(held):
    meetings.reopen(held, "Bỏ phiếu lại")
    item = next(one for one in agenda.items(held) if one.candidates)
    ballots.repeat(item.id, "Hai người bằng điểm")
    ballot = ballots.current(item.id)
    ballots.type_numbers(ballot.id, [ballots.TypedNumber("agree", 4141, line.candidate_id) for line in ballot.lines])
    for document in (meeting_documents.collected_minutes(held), meeting_documents.collected_tally(held)):
        assert "4141" not in words(document)
    ballots.drop(ballot.id)
