"""Units' books on paper: what is too long for its cell is printed whole by every program."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from db.models.organisation import Unit
from tests.services import scored_school
from tests.services.returned_books import written
from tests.services.scored_school import School
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.transaction import write


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    return scored_school.build()


def test_a_long_name_in_the_heading_is_printed_whole(school: School, tmp_path: Path) -> None:
    with write("Tên dài"):
        Unit.update(name="Khoa " + "Nghiên cứu " * 30).where(Unit.code == "LLCS").execute()
    with ZipFile(written(school.campaign, school.units["LLCS"], tmp_path)) as package:
        sheet = package.read("xl/worksheets/sheet2.xml").decode()
    assert re.search(r'<mergeCell ref="B1:[F-Z]1"/>', sheet)
    height = re.search(r'<row r="1"[^>]* ht="([\d.]+)" customHeight="1"', sheet)
    assert height is not None
    assert float(height[1]) >= 3 * 20


def test_a_line_with_a_long_name_is_as_high_as_its_words(school: School, tmp_path: Path) -> None:
    with write("Tên dài"):
        Unit.update(name="Khoa Nghiên cứu lý luận, chính trị và quản lý").where(Unit.code == "LLCS").execute()
    with ZipFile(written(school.campaign, school.units["LLCS"], tmp_path)) as package:
        sheet = package.read("xl/worksheets/sheet2.xml").decode()
    rows = re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)" customHeight="1"', sheet)
    assert [float(height) > 30 for row, height in rows if int(row) > 5] == [True]
