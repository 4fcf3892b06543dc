"""What goes in comes out again, for every right workbook, and taking it back leaves nothing."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from db.connection import database
from tests.core.workbook.strategies import year_workbooks
from thidua_gui import resources
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services import exports, history, imports
from thidua_gui.services.workbook_file import load

SAMPLE = resources.path("sample", "nam-2022.xlsx")
UNLOGGED = {"operations", "row_changes", "migration_history", "sqlite_sequence"}


def rows() -> dict[str, list[tuple[object, ...]]]:
    tables = [table for table in database.get_tables() if table not in UNLOGGED]
    return {table: database.run(f'SELECT * FROM "{table}" ORDER BY id').fetchall() for table in tables}


def _without_kinds(book: YearWorkbook) -> YearWorkbook:
    """Kinds at random would stand for kinds of the law that there are not; they have tests of their own."""
    return replace(book, award_kinds=(), present=book.present - {SheetKey.AWARD_KINDS})


@given(book=year_workbooks())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_right_year_comes_out_as_it_went_in(data_file, book):
    before, book = rows(), _without_kinds(book)
    try:
        result = imports.import_year(book)
        after = rows()
        assert exports.year_workbook(result.campaign_id) == book
        assert imports.import_year(book).changed == 0
        assert rows() == after
    finally:
        history.undo_last()
    assert rows() == before


def test_the_sample_comes_out_cell_by_cell(data_file, tmp_path):
    result = imports.import_workbook(SAMPLE)
    written = exports.export_year(result.campaign_id, tmp_path / "export.xlsx")
    assert load(written) == load(SAMPLE)


def test_an_export_brought_in_elsewhere_gives_the_same_bytes(data_file, tmp_path):
    first = exports.export_year(imports.import_workbook(SAMPLE).campaign_id, tmp_path / "1.xlsx")
    history.undo_last()
    second = exports.export_year(imports.import_workbook(first).campaign_id, tmp_path / "2.xlsx")
    assert first.read_bytes() == second.read_bytes()
