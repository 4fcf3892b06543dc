"""Global search: beginnings of words without marks, told apart, fast at a province's size."""

from datetime import date

import pytest

from db.models.awards import Award, Decision
from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.services import search
from thidua_gui.services.transaction import write

TODAY = date(2026, 11, 22)


def person(code: str, name: str, **facts: object) -> Person:
    return Person.create(code=code, full_name=name, name_fold=fold(name), name_sort=name_key(name), **facts)


@pytest.fixture(autouse=True)
def school(data_file: object) -> None:
    with write("Dữ liệu thử"):
        theory = Unit.create(
            code="LLCS", name="Khoa Lý luận cơ sở", short_name="LLCS", kind="Khoa", name_fold="khoa ly luan co so"
        )
        party = Unit.create(
            code="XDD",
            name="Khoa Xây dựng Đảng",
            kind="Khoa",
            name_fold="khoa xay dung dang",
            closed_on=date(2025, 1, 1),
        )
        older = person("CB014", "Lò Thị Hạnh", born_on=date(1975, 5, 1))
        younger = person("CB015", "Lò Thị Hạnh", born_on=date(1988, 2, 3))
        person("CB016", "Nguyễn Văn Đức", left_on=date(2024, 6, 30))
        person("CB017", "Hạnh Văn An")
        person("CB018", "Niê-Kđăm H'Linh")
        Membership.create(person=older, unit=party, from_on=date(2020, 1, 1), until_on=date(2024, 12, 31))
        Membership.create(person=older, unit=theory, from_on=date(2025, 1, 1), post="Giảng viên")
        Membership.create(person=younger, unit=theory)
        Decision.create(number="212-QĐ/TCT", year=2021, decided_on=date(2021, 12, 8), authority="Hiệu trưởng")
        for who in (older, younger):
            Award.create(
                person=who, year=2019, title="LĐTT", decision_number="2121-QĐ/TCT", decided_on=date(2019, 12, 9)
            )


def names(query: str) -> list[str]:
    return [hit.name for hit in search.find(query, TODAY).people]


def test_a_name_is_found_without_marks_by_beginnings_of_its_words() -> None:
    assert names("nguy duc") == ["Nguyễn Văn Đức"]
    assert names("ĐỨC nguyen") == ["Nguyễn Văn Đức"]
    assert names("uc") == []


def test_hyphens_part_words_and_apostrophes_need_not_be_typed() -> None:
    assert names("kdam") == names("hlinh") == names("h'linh") == ["Niê-Kđăm H'Linh"]


def test_people_whose_given_name_is_typed_come_first() -> None:
    assert names("hanh") == ["Lò Thị Hạnh", "Lò Thị Hạnh", "Hạnh Văn An"]


def test_two_people_of_one_name_differ_by_birth_year_and_todays_unit() -> None:
    older, younger = search.find("lo thi hanh", TODAY).people
    assert (older.born_year, older.unit, older.post) == (1975, "LLCS", "Giảng viên")
    assert (younger.born_year, younger.unit) == (1988, "LLCS")


def test_a_person_who_left_is_found_and_marked() -> None:
    assert search.find("duc", TODAY).people[0].has_left
    assert not search.find("duc", date(2024, 6, 30)).people[0].has_left


def test_codes_and_short_names_are_found() -> None:
    assert names("cb016") == ["Nguyễn Văn Đức"]
    assert [unit.name for unit in search.find("llcs", TODAY).units] == ["Khoa Lý luận cơ sở"]
    assert [unit.is_closed for unit in search.find("khoa xay", TODAY).units] == [True]


def test_a_code_with_a_hyphen_is_found_as_it_is_typed_also_beside_a_name() -> None:
    with write("Thêm"):
        person("GV-01", "Mùa A Sếnh")
    assert names("gv-01") == names("GV-0") == names("gv-01 senh") == ["Mùa A Sếnh"]
    assert names("gv-01 hanh") == []


def test_decisions_are_found_by_number_also_those_known_from_awards() -> None:
    found = search.find("212", TODAY).decisions
    assert [(hit.number, hit.year) for hit in found] == [("212-QĐ/TCT", 2021), ("2121-QĐ/TCT", 2019)]
    assert [hit.number for hit in search.find("212-qd", TODAY).decisions] == ["212-QĐ/TCT"]


@pytest.mark.parametrize("query", ["", "  ", "%", "_", "'", '"; DROP'])
def test_a_query_of_signs_finds_nothing(query: str) -> None:
    assert search.find(query, TODAY).is_empty


def test_more_hits_are_counted_than_shown() -> None:
    found = search.find("lo", TODAY, shown=1)
    assert (len(found.people), found.people_count) == (1, 2)
