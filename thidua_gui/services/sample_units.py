"""Puts the sample's criteria sheets for units, with invented scores, into the sample year. Judges nothing."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

from db.models.organisation import Unit
from db.models.scoring import CriteriaSheet, CriteriaSheetUnit, Criterion, Score, Stage
from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.scoring import CriterionKind, SheetSubject, parent_places
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.transaction import write
from thidua_gui.text import criteria as wording

SHEETS = "cham-diem-tap-the-2022.toml"


def fill_units(campaign_id: CampaignId) -> Changes:
    """The sheets after those of the workbook, with whom they serve and what they gave."""
    sheets = tomllib.loads(resources.text("sample", SHEETS), parse_float=Decimal)["sheet"]
    with write(wording.OP_SAMPLE) as operation:
        refuse_if_closed(campaign_id)
        units = {row.code: row.id for row in Unit.select(Unit.id, Unit.code)}
        stages = {row.key: row.id for row in Stage.select().where(Stage.campaign == campaign_id)}
        first = CriteriaSheet.select().where(CriteriaSheet.campaign == campaign_id).count() + 1
        for position, sheet in enumerate(sheets, first):
            leaves = _sheet(campaign_id, sheet, position, units)
            for stage, by_unit in sheet["scores"].items():
                for code, points in by_unit.items():
                    for criterion, given in zip(leaves, points, strict=True):
                        Score.create(
                            stage=stages[stage], unit=units[code], criterion=criterion, points=_hundredths(given)
                        )
    return operation.changes


def _sheet(campaign_id: CampaignId, sheet: dict[str, Any], position: int, units: dict[str, int]) -> list[int]:
    """The criteria that take a score, in their order."""
    row = CriteriaSheet.create(
        campaign=campaign_id, code=sheet["code"], name=sheet["name"], subject=SheetSubject.UNIT, position=position
    )
    for code in sheet["units"]:
        CriteriaSheetUnit.create(sheet=row.id, unit=units[code])
    kinds = [(line["number"], CriterionKind(line["kind"])) for line in sheet["lines"]]
    ids: list[int] = []
    for place, (line, above) in enumerate(zip(sheet["lines"], parent_places(kinds), strict=True)):
        made = Criterion.create(
            sheet=row.id, parent=None if above is None else ids[above], position=place + 1, number=line["number"],
            content=line["content"], kind=line["kind"], maximum=_hundredths(line["maximum"]),
            step=_hundredths(line["step"]) if "step" in line else None,
        )  # fmt: skip
        ids.append(made.id)
    return [row_id for row_id, (_, kind) in zip(ids, kinds, strict=True) if kind is not CriterionKind.GROUP]


def _hundredths(points: Decimal | int) -> int:
    return int(points * 100)
