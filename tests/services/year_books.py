"""The sample year and years beside it, as workbooks in values."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from db.connection import database
from thidua_gui.core.workbook.rows import CampaignItems, PersonRow, UnitRow, YearWorkbook
from thidua_gui.services import imports
from thidua_gui.services.sample import workbook

UNLOGGED = {"operations", "row_changes", "migration_history", "sqlite_sequence"}


@cache
def sample() -> YearWorkbook:
    """The sample year 2022."""
    return imports.read_year_workbook(workbook())


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Everything that the data file holds but its history."""
    tables = [table for table in database.get_tables() if table not in UNLOGGED]
    return {table: database.run(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in tables}


def with_person(book: YearWorkbook, code: str, **facts: Any) -> YearWorkbook:
    """The book with other facts about one person."""
    people = tuple(replace(person, **facts) if person.code == code else person for person in book.people)
    return replace(book, people=people)


def without_person(book: YearWorkbook, code: str) -> YearWorkbook:
    """The book without one person and whatever names them."""
    kept: dict[str, Any] = {"people": tuple(person for person in book.people if person.code != code)}
    for sheet in ("personnel_changes", "disciplines", "scores", "results", "council"):
        kept[sheet] = tuple(row for row in getattr(book, sheet) if row.person != code)
    for sheet in ("registrations", "awards", "ballots"):
        kept[sheet] = tuple(row for row in getattr(book, sheet) if row.subject != code)
    kept["initiatives"] = tuple(row for row in book.initiatives if code not in row.authors)
    return replace(book, **kept)


def people_only(year: int, people: tuple[PersonRow, ...], units: tuple[UnitRow, ...]) -> YearWorkbook:
    """A year of which only units and people are known yet."""
    return YearWorkbook("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", CampaignItems(year), units, people)


def year_after(year: int = 2023) -> YearWorkbook:
    """Another year with the people of the sample: one is gone, one is new, one has another unit, one another post."""
    units = (*(replace(unit, launched_on=None, rating=None) for unit in sample().units[:-1]), _NEW_UNIT)
    people = [person for person in sample().people if person.code != "CB44"]
    people = [replace(person, unit="HC") if person.unit == "TCHC" else person for person in people]
    changed = {"CB06": {"post": "Phó Trưởng khoa"}, "CB31": {"unit": "XDD"}}
    people = [replace(person, **changed.get(person.code, {})) for person in people]
    return people_only(year, (*people, _NEW_PERSON), units)


_NEW_UNIT = UnitRow("HC", "Phòng Hành chính", "Phòng")
_NEW_PERSON = PersonRow(
    "CB90", "Lò Thị Mới", "Nữ", date(1985, 1, 1), "Thái", "LLCS", "Giảng viên", "Giảng viên", date(2010, 9, 1)
)
