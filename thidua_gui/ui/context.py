"""What every page is given: jobs, bus, settings, clock, user and the campaign on screen; knows no page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from thidua_gui.ui.bus import Bus
from thidua_gui.ui.jobs import Jobs
from thidua_gui.ui.settings import Settings

if TYPE_CHECKING:
    from thidua_gui.core.ids import CampaignId
    from thidua_gui.services.campaigns import CampaignSummary


@dataclass(slots=True)
class Context:
    """Only the main window sets `campaign`; pages read it when they reload."""

    jobs: Jobs
    bus: Bus
    settings: Settings
    clock: Callable[[], datetime]
    user: str
    campaign: CampaignSummary | None = None

    @property
    def campaign_id(self) -> CampaignId | None:
        """None while the data file has no year yet."""
        return None if self.campaign is None else self.campaign.id

    @property
    def year(self) -> int:
        """The year on screen; this year while the data file has none."""
        return self.clock().year if self.campaign is None else self.campaign.year
