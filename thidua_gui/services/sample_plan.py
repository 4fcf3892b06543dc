"""Puts the text of the sample year's plan into the data file, linked to its targets and units. Judges nothing."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Any

from db.models.organisation import Unit
from db.models.plan import Milestone, PlanItem, PlanItemUnit, Target
from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import write
from thidua_gui.text import plan as wording

TEXT = "ke-hoach-2022.toml"


def fill_plan(campaign_id: CampaignId) -> Changes:
    """The plan's head, its milestones' own words, and every paragraph."""
    written = tomllib.loads(resources.text("sample", TEXT))
    with write(wording.OP_SAMPLE) as operation:
        head = {f"plan_{key}": written[key] for key in ("title", "signer_name", "signer_post")}
        save_changed(refuse_if_closed(campaign_id), head)
        for row in Milestone.select().where(Milestone.campaign == campaign_id):
            save_changed(row, {"plan_wording": written["milestones"].get(row.kind, row.plan_wording)})
        above: dict[int, int] = {}
        places: Counter[str] = Counter()
        for item in written["item"]:
            level = item.get("level", 1)
            places[item["section"]] += 1
            above[level] = _item(campaign_id, item, places[item["section"]], above.get(level - 1))
    return operation.changes


def _item(campaign_id: CampaignId, item: dict[str, Any], position: int, parent: int | None) -> int:
    row = PlanItem.create(
        campaign=campaign_id, section=item["section"], parent=parent, position=position, text=item["text"]
    )
    for unit in Unit.select().where(Unit.code.in_(item.get("units", []))).order_by(Unit.position):
        PlanItemUnit.create(item=row.id, unit=unit.id)
    mine = (Target.campaign == campaign_id) & Target.code.in_(item.get("targets", []))
    for target in Target.select().where(mine):
        save_changed(target, {"plan_item_id": row.id})
    return int(row.id)
