"""Puts what the plan registers for the school itself into the sample year. Judges nothing."""

from __future__ import annotations

import tomllib

from db.models.organisation import Unit
from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.registering import Side
from thidua_gui.services.registration_entry import LineDraft, add_lines
from thidua_gui.services.transaction import read

OF_SCHOOL = "dang-ky-nha-truong-2022.toml"


def fill_registrations(campaign_id: CampaignId) -> Changes:
    """Title and flag, after everything that the workbook registers."""
    told = tomllib.loads(resources.text("sample", OF_SCHOOL))
    with read():
        school = Unit.get(Unit.is_root == True).id
    drafts = [LineDraft(title, told["registered_on"], "") for title in told["titles"]]
    return add_lines(campaign_id, Side.UNITS, school, drafts)
