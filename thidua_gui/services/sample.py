"""The sample year that comes with the program: an invented school's workbook and its plan. Judges nothing."""

from __future__ import annotations

from pathlib import Path

from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.progress import SILENT, Progress
from thidua_gui.documents.files import write_whole
from thidua_gui.services import imports
from thidua_gui.services.campaigns import attach_plan
from thidua_gui.services.sample_plan import fill_plan
from thidua_gui.services.sample_registrations import fill_registrations
from thidua_gui.services.sample_units import fill_units

PLAN = "ke-hoach-100-KH-TCT-2022.md"


def workbook() -> Path:
    """The sample's year workbook."""
    return resources.path("sample", "nam-2022.xlsx")


def copy_workbook(target: Path) -> Path:
    """Write the sample's year workbook where the user wants it, as a pattern for one's own."""
    return write_whole(target, workbook().read_bytes())


def fill(progress: Progress = SILENT) -> Changes:
    """Put the sample year into the open, empty data file, with its plan, units' scores, the school's registration."""
    return enrich(imports.import_workbook(workbook(), progress).campaign_id)


def enrich(campaign_id: CampaignId) -> Changes:
    """What the year of the sample's workbook has beyond it: the plan's text, the units' scores, what the school itself
    registered, and the plan as it was issued."""
    fill_plan(campaign_id)
    fill_units(campaign_id)
    fill_registrations(campaign_id)
    plan = resources.path("sample", PLAN)
    return attach_plan(campaign_id, plan.read_bytes(), plan.name)
