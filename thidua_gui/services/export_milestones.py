"""Reads a year's milestones for its workbook, where they are more than its plan's dates tell. Knows no other sheet."""

from __future__ import annotations

from db.models.campaigns import Campaign
from db.models.plan import Milestone
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.workbook.milestone_row import MilestoneRow
from thidua_gui.core.workbook.rows import CampaignItems
from thidua_gui.services.import_campaign import derived_milestones
from thidua_gui.text.names import MILESTONES


def milestone_rows(campaign: Campaign, items: CampaignItems) -> tuple[MilestoneRow, ...]:
    """In the school's order; nothing when an import of `items` alone would make the very same."""
    found = Milestone.select().where(Milestone.campaign == campaign.id).order_by(Milestone.position, Milestone.id)
    rows = tuple(
        MilestoneRow(
            MilestoneKind(row.kind), row.name, row.from_on, row.due_on, row.done_on, row.plan_wording, row.note
        )
        for row in found
    )
    derived = tuple(MilestoneRow(kind, MILESTONES[kind], *days) for kind, days in derived_milestones(items).items())
    return () if _telling(rows) == _telling(derived) else rows


def _telling(rows: tuple[MilestoneRow, ...]) -> list[MilestoneRow]:
    """Without the usual milestones that have no day yet and of which nothing is noted."""
    return [row for row in rows if row != MilestoneRow(row.kind, MILESTONES[row.kind])]
