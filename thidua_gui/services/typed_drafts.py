"""Texts that were typed into a grid of the year and refused: kept in the data file beside the cell until they are
right or taken away. Knows no grid and judges nothing; scores have drafts of their own (`draft_inputs`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from db.models.settings import Setting
from thidua_gui.core.ids import CampaignId

Cell = tuple[int, str]
"""Id of the row and name of the field."""


@dataclass(frozen=True, slots=True)
class TypedCell:
    """What was typed into one cell; "" empties it."""

    row_id: int
    field: str
    text: str

    @property
    def cell(self) -> Cell:
        return self.row_id, self.field


@dataclass(frozen=True, slots=True)
class Draft:
    """A refused text and, in a sentence, why."""

    text: str
    problem: str


def held(campaign_id: CampaignId, area: str) -> dict[Cell, str]:
    """The refused texts of one grid; one query. For use inside a read or write."""
    row = Setting.get_or_none(Setting.key == _key(campaign_id, area))
    if row is None:
        return {}
    kept: Mapping[str, str] = json.loads(row.value)
    return {(int(row_id), field): text for name, text in kept.items() for row_id, field in [name.split(".", 1)]}


def keep(campaign_id: CampaignId, area: str, drafts: Mapping[Cell, str]) -> None:
    """Make these the refused texts of the grid, inside the write of a command."""
    key = _key(campaign_id, area)
    value = json.dumps({f"{row_id}.{field}": text for (row_id, field), text in drafts.items()}, ensure_ascii=False)
    row = Setting.get_or_none(Setting.key == key)
    if row is None:
        if drafts:
            Setting.create(key=key, valid_from=None, value=value)
    elif not drafts:
        row.delete_instance()
    elif row.value != value:
        row.value = value
        row.save(only=[Setting.value])


def of_rows(drafts: Mapping[Cell, str], rows: Iterable[int]) -> dict[int, dict[str, str]]:
    """The refused texts of some rows, by row and field."""
    found: dict[int, dict[str, str]] = {row: {} for row in rows}
    for (row_id, field), text in drafts.items():
        if row_id in found:
            found[row_id][field] = text
    return found


def count(campaign_id: CampaignId) -> int:
    """How many refused texts the year's grids hold."""
    of_year = Setting.key.startswith("typed.") & Setting.key.endswith(f".{campaign_id}")
    rows = Setting.select(Setting.value).where(of_year)
    return sum(len(json.loads(row.value)) for row in rows)


def merged(cells: Iterable[TypedCell], drafts: Mapping[Cell, str]) -> dict[int, dict[str, str]]:
    """What is to be written of each row: its drafts, over them what is typed now. Emptying a cell with a draft takes
    the draft away and leaves what is stored."""
    typed = list(cells)
    found = of_rows(drafts, [cell.row_id for cell in typed])
    for cell in typed:
        if cell.text.strip() or cell.cell not in drafts:
            found[cell.row_id][cell.field] = cell.text
        else:
            found[cell.row_id].pop(cell.field, None)
    return found


def _key(campaign_id: CampaignId, area: str) -> str:
    return f"typed.{area}.{campaign_id}"
