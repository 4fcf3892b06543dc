"""A letter for each unit that owes something: what, by whom, since when; nothing is said of the others."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.services import small_school
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.documents.reminder import render_reminder, render_reminders
from thidua_gui.services import reminders, submissions
from thidua_gui.services.summaries import Issue

ISSUE = Issue(date(2022, 11, 22))


@pytest.fixture
def year(sample_year):
    return sample_year.id


def test_every_unit_that_owes_something_gets_its_letter(year):
    letters = {letter.unit: letter.rows for letter in reminders.reminders(year, ISSUE)}
    assert len(letters) == 5
    office = letters["Phòng Tổ chức, hành chính, thông tin, tư liệu"]
    assert office[0] == ("1", "Đăng ký thi đua", "1/13 người: Sùng A Vừ", "31/03/2022", "Quá hạn 236 ngày")
    assert office[1][2:] == ("Chưa nộp", "19/11/2022", "Quá hạn 3 ngày")


def test_a_unit_that_owes_nothing_gets_none(year):
    llcs = small_school.unit("LLCS")
    submissions.record(year, [llcs], SubmissionKind.RESULTS, date(2022, 11, 15))
    assert "Khoa Lý luận cơ sở" not in [letter.unit for letter in reminders.reminders(year, ISSUE)]


def test_only_what_is_late_when_asked_so(year):
    early = Issue(date(2022, 11, 16))
    assert len(reminders.reminders(year, early)) == 5
    (late,) = reminders.reminders(year, early, only_late=True)
    assert [row[1] for row in late.rows] == ["Đăng ký thi đua"]


def test_one_unit_alone(year):
    (letter,) = reminders.reminders(year, ISSUE, [small_school.unit("XDD")])
    assert letter.unit == "Khoa Xây dựng Đảng"
    page = PdfReader(BytesIO(render_reminder(letter))).pages[0].extract_text()
    for words in ("-CV/TCT", "Kính gửi: Khoa Xây dựng Đảng", "Quá hạn 3 ngày", "Hoàng Đức Khải"):
        assert words in " ".join(page.split())


def test_all_letters_are_one_file_with_a_page_each_and_equal_bytes(year):
    letters = reminders.reminders(year, ISSUE)
    made = render_reminders(letters, "Công văn đôn đốc")
    assert len(PdfReader(BytesIO(made)).pages) == len(letters)
    assert made == render_reminders(letters, "Công văn đôn đốc")
