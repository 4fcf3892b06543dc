"""After an import the window shows the year that was imported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.importing.workbooks import sample_cells, save
from thidua_gui.app import pages
from thidua_gui.services import data_file
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.ui.context import Context
from thidua_gui.ui.importing.page import ImportingPage
from thidua_gui.ui.main_window import MainWindow


@pytest.fixture
def next_year(tmp_path: Path) -> Path:
    """The sample's people in a workbook of 2023, without what happened in 2022."""
    cells = sample_cells()
    kept = {title: cells[title] for title in ("Phong trào", "Đơn vị", "Cá nhân")}
    for row in kept["Phong trào"][4:]:
        row[1] = 2023 if row[0] == "Năm" else row[1].replace(year=2023) if isinstance(row[1], date) else row[1]
    return save(kept, tmp_path / "nam-2023.xlsx")


def test_the_window_changes_to_the_imported_year(
    year: CampaignSummary, next_year: Path, context: Context, qtbot: QtBot
) -> None:
    path = data_file.current().path
    data_file.close()
    window = MainWindow(context, pages.entries())
    qtbot.addWidget(window)
    window.session.open(path)
    window.open_page("importing")
    page = window.findChild(ImportingPage)
    page.open_argument(next_year)
    page._apply.click()
    assert context.year == year.year
    page._open.click()
    assert context.year == 2023
