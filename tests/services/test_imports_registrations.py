"""Contents, launches' people and notes, and the school's own registration come in, stay and go out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.models.campaigns import Launch, Registration
from tests.services.year_books import sample
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.workbook.rows import RegistrationRow, YearWorkbook
from thidua_gui.services import exports, imports
from thidua_gui.services.data_file import OpenFile

SCHOOL = RegistrationRow("@", "Tập thể lao động xuất sắc", date(2022, 3, 2), "Theo kế hoạch")


def told_more() -> YearWorkbook:
    """The sample with a content, people and a note of one launch, and the school's registration."""
    first, *others = sample().registrations
    units = tuple(
        replace(unit, participants=7, launch_note="Họp khoa") if unit.code == "XDD" else unit for unit in sample().units
    )
    registrations = (replace(first, content="Hai bài báo"), *others, SCHOOL)
    return replace(sample(), units=units, registrations=registrations)


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return imports.import_year(told_more()).campaign_id


def test_what_goes_in_comes_out(year: CampaignId) -> None:
    found = exports.year_workbook(year)
    assert found.registrations == told_more().registrations
    assert found.units == told_more().units


def test_a_file_without_the_columns_erases_nothing(year: CampaignId) -> None:
    school_kept = replace(sample(), registrations=(*sample().registrations, replace(SCHOOL, content=None)))
    assert imports.import_year(school_kept).changed == 0
    assert Registration.get(Registration.content == "Hai bài báo")
    assert Launch.get(Launch.participants == 7).note == "Họp khoa"
    assert exports.year_workbook(year).registrations == told_more().registrations


def test_an_emptied_cell_of_a_column_that_is_there_empties_the_value(year: CampaignId) -> None:
    first, second, *others = told_more().registrations
    told = (replace(first, content=None), replace(second, content="Một đề tài"), *others)
    imports.import_year(replace(told_more(), registrations=told))
    assert not Registration.select().where(Registration.content == "Hai bài báo").exists()
    assert exports.year_workbook(year).registrations == told


def test_a_registration_that_the_list_no_longer_has_goes(year: CampaignId) -> None:
    result = imports.import_year(sample())
    assert {line.sheet: line.removed for line in result.lines if line.changed} == {"Đăng ký thi đua": 1}
    assert not Registration.select().where(Registration.unit.is_null(False)).exists()
