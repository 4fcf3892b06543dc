"""Writes a year of the data file as its workbook. Knows no cells' looks and no windows."""

from __future__ import annotations

from pathlib import Path

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.core.workbook.rows import YearWorkbook
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.documents.files import write_whole
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.export_year import collected
from thidua_gui.services.transaction import read
from thidua_gui.services.workbook_file import xlsx_bytes
from thidua_gui.text.workbook import WORDING


def year_workbook(campaign_id: CampaignId) -> YearWorkbook:
    """The year as values, as importing it into an empty data file would have brought it."""
    with read():
        return collected(row_of(campaign_id))


def export_year(campaign_id: CampaignId, path: Path, progress: Progress = SILENT) -> Path:
    """Write the year's workbook; the file is whole or as it was before. Equal data gives equal bytes."""
    sheets = to_sheets(year_workbook(campaign_id), WORDING)
    return write_whole(path, xlsx_bytes(sheets, progress))
