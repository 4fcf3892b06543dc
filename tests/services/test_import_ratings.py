"""Ratings of a year workbook: reasons, days and Party ratings come in, go out, and stay when a file is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.services.year_books import rows, sample
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.ratings import Rating
from thidua_gui.core.workbook.rows import YearWorkbook
from thidua_gui.services import exports, imports
from thidua_gui.services.data_file import OpenFile

DAY, LATER = date(2022, 11, 20), date(2022, 11, 25)


def with_result(book: YearWorkbook, code: str, **facts: Any) -> YearWorkbook:
    return replace(book, results=tuple(replace(row, **facts) if row.person == code else row for row in book.results))


def told() -> YearWorkbook:
    book = with_result(sample(), "CB01", rating_reason="Dẫn đầu khối", rated_on=DAY)
    book = with_result(book, "CB02", party_rating=Rating.GOOD, party_rated_on=LATER, party_decision="5-QĐ/ĐU")
    units = [replace(unit, rated_on=DAY) if unit.rating is not None else unit for unit in book.units]
    return replace(book, units=tuple(units))


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    """A year whose workbook told reasons, days and Party ratings."""
    assert data_file
    return imports.import_year(told()).campaign_id


def test_what_came_in_goes_out(year: CampaignId) -> None:
    assert exports.year_workbook(year) == told()


def test_a_workbook_of_the_usual_form_erases_nothing(year: CampaignId) -> None:
    before = rows()
    assert imports.import_year(sample()).changed == 0
    assert rows() == before
    assert exports.year_workbook(year) == told()


def test_a_rating_that_the_workbook_takes_back_goes_with_all_that_was_told(year: CampaignId) -> None:
    imports.import_year(with_result(sample(), "CB01", rating=None))
    (row,) = [row for row in exports.year_workbook(year).results if row.person == "CB01"]
    assert (row.rating, row.rating_reason, row.rated_on) == (None, None, None)


def test_a_column_that_is_told_is_told_for_everybody(year: CampaignId) -> None:
    imports.import_year(with_result(sample(), "CB05", party_rating=Rating.EXCELLENT))
    party = {row.person: row.party_rating for row in exports.year_workbook(year).results if row.party_rating}
    assert party == {"CB05": Rating.EXCELLENT}
