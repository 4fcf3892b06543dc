"""Several years in one file: each says its own, and none changes what another said."""

from dataclasses import replace
from datetime import date

import pytest

from db.models.organisation import Membership, Person, Unit
from tests.services.year_books import people_only, rows, sample, with_person, without_person, year_after
from thidua_gui.services import exports, history, imports, school
from thidua_gui.services.report import year_report
from thidua_gui.services.transaction import write

NEW_YEAR = date(2023, 1, 1)
OLD_YEAR = date(2022, 12, 31)


def posts(code: str) -> list[tuple[str, str | None, date | None, date | None]]:
    mine = Membership.select().join(Person).where(Person.code == code).order_by(Membership.from_on)
    return [(row.unit.code, row.post, row.from_on, row.until_on) for row in mine]


@pytest.fixture
def first(data_file):
    return imports.import_year(sample()).campaign_id


def test_a_later_year_keeps_the_former_one_exactly(first, tmp_path):
    report, before = year_report(first), exports.export_year(first, tmp_path / "1.xlsx").read_bytes()
    imports.import_year(year_after())
    assert year_report(first) == report
    assert exports.export_year(first, tmp_path / "2.xlsx").read_bytes() == before
    assert imports.import_year(sample()).changed == 0


def test_a_later_year_tells_its_own_people_and_units(first):
    later = imports.import_year(year_after())
    report = year_report(later.campaign_id)
    assert (report["people"], report["units_launched"]) == (45, "0/5")
    assert {code: unit["members"] for code, unit in report["by_unit"].items()} == {
        "BGH": 3, "LLCS": 9, "XDD": 8, "NNPL": 8, "QLDT": 5, "HC": 12,
    }  # fmt: skip
    assert exports.year_workbook(later.campaign_id).people == year_after().people
    assert imports.import_year(year_after()).changed == 0


def test_what_changes_with_a_later_year_changes_on_its_first_day(first):
    imports.import_year(year_after())
    assert posts("CB06") == [
        ("LLCS", "Giảng viên chính", date(2009, 10, 1), OLD_YEAR),
        ("LLCS", "Phó Trưởng khoa", NEW_YEAR, None),
    ]
    assert posts("CB31")[1] == ("XDD", "Chuyên viên", NEW_YEAR, None)
    assert posts("CB90") == [("LLCS", "Giảng viên", NEW_YEAR, None)]
    assert posts("CB01") == [("BGH", "Hiệu trưởng", date(1996, 9, 1), None)]


def test_whom_a_later_year_does_not_name_has_left_and_heads_nothing(first):
    with write("head"):
        Unit.update(head=Person.get(Person.code == "CB44")).where(Unit.code == "TCHC").execute()
    later = imports.import_year(year_after())
    told = {line.sheet: line.removed for line in later.lines if line.removed}
    gone = Person.get(Person.code == "CB44")
    assert told == {"Đơn vị": 1, "Cá nhân": 1}
    assert (gone.left_on, gone.left_reason) == (NEW_YEAR, "Không có trong danh sách năm 2023")
    assert posts("CB44")[0][3] == OLD_YEAR
    closed = Unit.get(Unit.code == "TCHC")
    assert (closed.closed_on, closed.head_id) == (OLD_YEAR, None)
    assert Unit.get(Unit.code == "HC").opened_on == NEW_YEAR


def test_whoever_is_named_again_is_back(first):
    imports.import_year(year_after())
    imports.import_year(replace(sample(), campaign=replace(sample().campaign, year=2024), **NO_CHANGES))
    back = Person.get(Person.code == "CB44")
    assert (back.left_on, back.left_reason) == (None, None)
    assert [(unit, since) for unit, _, since, _ in posts("CB44")] == [
        ("TCHC", date(2019, 3, 1)),
        ("TCHC", date(2024, 1, 1)),
    ]
    assert Unit.get(Unit.code == "TCHC").closed_on is None


NO_CHANGES = {"personnel_changes": (), "registrations": (), "disciplines": ()}


def test_taking_a_later_year_back_restores_every_row(first):
    before = rows()
    imports.import_year(year_after())
    history.undo_last()
    assert rows() == before


def test_an_earlier_year_keeps_the_later_one_exactly_but_for_the_awards_that_become_known(data_file):
    later = imports.import_year(year_after()).campaign_id
    report, before = year_report(later), exports.year_workbook(later)
    first = imports.import_year(sample()).campaign_id
    assert year_report(later) == report
    assert replace(exports.year_workbook(later), awards=()) == before
    assert year_report(first)["people"] == 45
    assert exports.year_workbook(first) == sample()
    assert imports.import_year(year_after()).changed == 0


def test_a_year_between_two_touches_neither(first, tmp_path):
    last = imports.import_year(year_after(2024)).campaign_id
    told = [exports.export_year(year, tmp_path / f"{year}.xlsx").read_bytes() for year in (first, last)]
    between = with_person(without_person(year_after(2023), "CB45"), "CB06", unit="XDD", post="Giảng viên")
    middle = imports.import_year(between).campaign_id
    assert year_report(middle)["people"] == 44
    assert year_report(middle)["by_unit"]["XDD"]["members"] == 9
    assert [exports.export_year(year, tmp_path / "again.xlsx").read_bytes() for year in (first, last)] == told


def test_a_transfer_in_a_later_year_begins_on_its_day(first):
    change = replace(sample().personnel_changes[-1], person="CB31", from_on=date(2023, 5, 1))
    imports.import_year(replace(year_after(), personnel_changes=(change,)))
    assert [(unit, since) for unit, _, since, _ in posts("CB31")] == [
        ("QLDT", date(2018, 6, 1)),
        ("XDD", date(2023, 5, 1)),
    ]


def test_a_year_founded_without_people_says_nothing_of_them(data_file):
    school.found("Trường Chính trị tỉnh Lai Châu", 2026)
    imported = imports.import_year(sample())
    assert posts("CB01") == [("BGH", "Hiệu trưởng", date(1996, 9, 1), None)]
    assert exports.year_workbook(imported.campaign_id) == sample()
    assert imports.import_year(sample()).changed == 0


def test_a_corrected_list_of_the_same_year_takes_people_off_it(first):
    imports.import_year(without_person(sample(), "CB11"))
    gone = Person.get(Person.code == "CB11")
    assert (gone.left_on, posts("CB11")) == (date(2022, 5, 1), [])
    assert year_report(first)["people"] == 44
    imports.import_year(sample())
    assert exports.year_workbook(first) == sample()


def test_awards_of_the_year_told_by_the_next_one_are_no_former_awards_of_it(first):
    given = replace(sample().awards[0], year=2022, decision_number="235-QĐ/TCT", decided_on=date(2022, 12, 20))
    book = replace(year_after(), awards=(*sample().awards[:3], given))
    later = imports.import_year(book)
    assert exports.year_workbook(first).awards == sample().awards
    assert set(exports.year_workbook(later.campaign_id).awards) == {*sample().awards, given}
    assert {line.sheet: line.new for line in later.lines}["Khen thưởng đã có"] == 1


def test_somebody_known_to_have_left_in_the_year_stays_so(first):
    from thidua_gui.core.ids import PersonId
    from thidua_gui.services import people_moves

    person = Person.get(Person.code == "CB10")
    people_moves.leave(PersonId(person.id), date(2022, 9, 30), "Chuyển công tác")
    assert imports.import_year(sample()).changed == 0
    told = {row.code: (row.left_on, row.left_reason) for row in exports.year_workbook(first).people}
    assert told["CB10"] == (date(2022, 9, 30), "Chuyển công tác")
    assert year_report(first)["people"] == 44


def test_an_export_tells_who_left_and_the_import_elsewhere_knows_it(first, tmp_path):
    from thidua_gui.core.ids import PersonId
    from thidua_gui.services import people_moves

    people_moves.leave(PersonId(Person.get(Person.code == "CB10").id), date(2022, 9, 30), "Chuyển công tác")
    report, written = year_report(first), exports.export_year(first, tmp_path / "1.xlsx")
    history.undo_last()
    history.undo_last()
    again = imports.import_workbook(written).campaign_id
    assert year_report(again) == report
    assert exports.export_year(again, tmp_path / "2.xlsx").read_bytes() == written.read_bytes()


def test_people_alone_make_a_year(data_file):
    book = people_only(2021, sample().people[:3], sample().units)
    assert year_report(imports.import_year(book).campaign_id)["people"] == 3
