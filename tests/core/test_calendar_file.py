"""The calendar file keeps every word, folds by octets and never inside a letter."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from thidua_gui.core.calendar_file import CalendarDay, calendar_file

AT = datetime(2022, 3, 2, 8, 30)
DUE = CalendarDay("2022-6@truong", "Hạn: Nộp kết quả", date(2022, 11, 19), date(2022, 11, 19), "5 khoa, phòng", 3)


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_a_deadline_is_a_whole_day_with_a_warning():
    lines = unfolded(calendar_file("Thi đua 2022", [DUE], AT))
    for line in ("DTSTART;VALUE=DATE:20221119", "DTEND;VALUE=DATE:20221120", "TRIGGER:-P3D", "UID:2022-6@truong"):
        assert line in lines
    assert "SUMMARY:Hạn: Nộp kết quả" in lines
    assert "DESCRIPTION:5 khoa\\, phòng" in lines


def test_the_file_is_whole_without_a_day():
    assert unfolded(calendar_file("Thi đua", [], AT))[-2:] == ["END:VCALENDAR", ""]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=300))
def test_no_line_is_longer_than_75_octets_and_no_letter_is_lost(title):
    content = calendar_file("x", [CalendarDay("1", title, AT.date(), AT.date())], AT)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (said,) = [line for line in unfolded(content) if line.startswith("SUMMARY:")]
    plain = said.removeprefix("SUMMARY:").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\")
    assert plain == title
