"""The registration papers, from facts to pages."""

from __future__ import annotations

from datetime import date

import pytest

from tests.documents import pdfs
from thidua_gui.core.errors import UserError
from thidua_gui.documents.office import office
from thidua_gui.documents.registration_content import RegistrationPaper
from thidua_gui.documents.registration_forms import (
    Registered,
    RegisteredPerson,
    RegisteredUnit,
    RegistrationFacts,
    collective_form,
    person_form,
    unit_form,
)
from thidua_gui.documents.registration_pages import render_registration, render_registrations
from thidua_gui.documents.registration_summary import registration_summary

ON = date(2022, 3, 31)
LABOURER, FIGHTER = "Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"
FACTS = RegistrationFacts(
    office("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "Lai Châu", "TCT"), 2022, (LABOURER, FIGHTER), ON, ON, "Hiệu trưởng",
    "Hoàng Đức Khải",
)  # fmt: skip


def line(title: str, content: str = "") -> Registered:
    return Registered(title, title, date(2022, 3, 15), content)


def person(name: str, *lines: Registered, late: bool = False) -> RegisteredPerson:
    return RegisteredPerson("CB01", name, "Giảng viên", "Khoa Xây dựng Đảng", lines, late)


KHOA = RegisteredUnit(
    "Khoa Xây dựng Đảng",
    (person("Nguyễn Hữu Thắng", line(FIGHTER, "Một đề tài"), line(LABOURER)), person("Ỷ Thị Xuân"),
     person("Lò Thị Hạnh", line(LABOURER), late=True)),
    (line("Tập thể lao động xuất sắc"),), "Nguyễn Hữu Thắng", "Trưởng khoa",
)  # fmt: skip
SCHOOL = RegisteredUnit("Trường", (), (line("Tập thể lao động xuất sắc"), line("Cờ thi đua của Giám đốc Học viện")))


def cells(paper: RegistrationPaper, column: int) -> list[str]:
    return [row[column] for row in paper.rows]


def test_the_units_form_lists_everybody_with_room_to_sign() -> None:
    paper = unit_form(FACTS, KHOA, ON)
    assert cells(paper, 1) == ["Nguyễn Hữu Thắng", "Ỷ Thị Xuân", "Lò Thị Hạnh"]
    assert cells(paper, 3) == [f"{FIGHTER}; {LABOURER}", "", LABOURER]
    assert (paper.columns[-1].title, set(cells(paper, 5)), paper.row_height) == ("Ký tên", {""}, 9)
    assert (paper.signatures[0].post, paper.signatures[0].name) == ("TRƯỞNG KHOA", "Nguyễn Hữu Thắng")


def test_the_units_form_counts_in_words_and_stands_under_the_school() -> None:
    (page,) = pdfs.texts(render_registration(unit_form(FACTS, KHOA, ON)))
    words = " ".join(page.split())
    assert "Tổng số 3 người; đã đăng ký 2 người: Lao động tiên tiến 2 người, Chiến sĩ thi đua cơ sở 1 người." in words
    assert "Đăng ký của tập thể: Tập thể lao động xuất sắc." in words
    assert "KHOA XÂY DỰNG ĐẢNG" in words
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in words


def test_many_units_are_one_file_with_pages_of_their_own() -> None:
    papers = [unit_form(FACTS, KHOA, ON)] * 3
    pages = pdfs.texts(render_registrations(papers))
    assert len(pages) == 3
    assert all("PHIẾU ĐĂNG KÝ THI ĐUA" in page for page in pages)


def test_one_persons_form_is_signed_twice() -> None:
    paper = person_form(FACTS, KHOA, KHOA.people[0], ON)
    assert cells(paper, 1) == [FIGHTER, LABOURER]
    assert cells(paper, 3) == ["15/03/2022", "15/03/2022"]
    assert [one.post for one in paper.signatures] == ["NGƯỜI ĐĂNG KÝ", "TRƯỞNG KHOA"]


def test_who_has_not_registered_gets_empty_rows_for_the_pen() -> None:
    assert person_form(FACTS, KHOA, KHOA.people[1], ON).rows == (("", "", "", ""),) * 3


def test_the_school_registers_in_its_own_name() -> None:
    paper = collective_form(FACTS, SCHOOL, ON, is_school=True)
    assert paper.name == "Trường Chính trị tỉnh Lai Châu"
    assert cells(paper, 1) == ["Tập thể lao động xuất sắc", "Cờ thi đua của Giám đốc Học viện"]
    assert [(one.post, one.name) for one in paper.signatures] == [("HIỆU TRƯỞNG", "Hoàng Đức Khải")]


def test_the_summary_counts_by_unit_and_title_and_names_who_is_missing() -> None:
    paper = registration_summary(FACTS, [KHOA], SCHOOL, ON)
    assert paper.rows == (("1", "Khoa Xây dựng Đảng", "3", "2", "2", "1", "1", "Tập thể lao động xuất sắc"),)
    assert paper.sums == (("", "Cộng", "3", "2", "2", "1", "1", "1"),)
    notes = ["".join(span.text for span in note) for note in paper.notes]
    assert "Chưa đăng ký (1 người): Ỷ Thị Xuân (Khoa Xây dựng Đảng)." in notes
    assert "Đăng ký sau hạn 31/03/2022: 1 người." in notes
    assert notes[0].endswith("đăng ký: Tập thể lao động xuất sắc; Cờ thi đua của Giám đốc Học viện.")


@pytest.mark.parametrize("people", [3, 40, 400])
def test_long_lists_repeat_their_header_and_never_lose_anybody(people: int) -> None:
    everybody = tuple(person(f"Người Thứ {n}", line(LABOURER)) for n in range(people))
    unit = RegisteredUnit("Khoa Xây dựng Đảng", everybody, ())
    pages = pdfs.texts(render_registration(unit_form(FACTS, unit, ON)))
    assert all("Ký tên" in page for page in pages)
    assert all(f"Thứ {n}\n" in "\n".join(pages) or f"Thứ {n} " in " ".join(pages) for n in range(people))


def test_equal_facts_give_equal_bytes_with_embedded_fonts() -> None:
    first, second = (render_registration(registration_summary(FACTS, [KHOA], SCHOOL, ON)) for _ in range(2))
    assert first == second
    assert pdfs.reader(first).pages[0]["/Resources"]["/Font"]


def test_a_character_without_a_glyph_is_refused_by_name() -> None:
    odd = RegisteredUnit("Khoa", (person("Người \U0001f600", line(LABOURER)),), ())
    with pytest.raises(UserError) as refused:
        render_registration(unit_form(FACTS, odd, ON))
    assert refused.value.code == "glyph_missing"


def test_a_person_without_a_name_has_no_form() -> None:
    with pytest.raises(UserError) as refused:
        person_form(FACTS, KHOA, person(" "), ON)
    assert refused.value.code == "document_field_missing"
