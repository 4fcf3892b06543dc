"""Keeps the year's own days (nộp kết quả, họp Hội đồng) those of its milestones: one truth, wherever it is changed."""

from __future__ import annotations

from collections.abc import Collection

from db.models.campaigns import Campaign
from db.models.plan import Milestone
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.services.rows import save_changed

_KEPT_IN = {MilestoneKind.RESULTS: "results_due_on", MilestoneKind.COUNCIL: "council_on"}


def follow(campaign_id: CampaignId, kinds: Collection[MilestoneKind] = frozenset(_KEPT_IN)) -> None:
    """Write the last days of these milestones into the year, inside the write that has changed them; a milestone that
    is not there (any more) has no day."""
    wanted = Milestone.kind.in_([kind.value for kind in kinds])
    found = Milestone.select().where(Milestone.campaign == campaign_id, wanted)
    days = {row.kind: row.due_on for row in found}
    fields = {column: days.get(kind.value) for kind, column in _KEPT_IN.items() if kind in kinds}
    save_changed(Campaign.get_by_id(campaign_id), fields)
