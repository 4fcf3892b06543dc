"""Plans the paragraphs of a year's plan, who carries them, and which targets come from them. Knows no other sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from db.models.plan import PlanItem, PlanItemUnit, Target
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fate, Fields, Plan, numbered, rows_by
from thidua_gui.services.plan import ordered_items
from thidua_gui.text.workbook import WORDING

_TITLE = WORDING.sheets[SheetKey.PLAN_ITEMS].title
_Key = tuple[tuple[object, ...], int]
"""Section and words of a paragraph, and how many with the same came before."""


def plan_items(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes, targets: Mapping[str, int]) -> None:
    """Paragraphs are told apart by section and words. `targets`: the ids of the year's targets by code."""
    old = [dict(row.__data__) for row in ordered_items(CampaignId(campaign))]
    existing = numbered(((row["section"], row["text"]), row) for row in old)
    keys = [key for key, _ in _keyed(book)]
    ids = {key: int(existing[key]["id"]) if key in existing else plan.reserve(PlanItem) for key in keys}
    plan.merge(PlanItem, _TITLE, existing, _wanted(book, campaign, ids), reserved=ids)
    _plan_units(plan, book, codes, ids, [row["id"] for row in old])
    _link_targets(plan, book, campaign, ids, targets)


def _keyed(book: YearWorkbook) -> list[tuple[_Key, int]]:
    """The key of each row and its level."""
    found = numbered(((row.section.value, row.text), {"level": row.level}) for row in book.plan_items)
    return [(key, int(fields["level"] or 1)) for key, fields in found.items()]


def _wanted(book: YearWorkbook, campaign: int, ids: Mapping[_Key, int]) -> dict[_Key, Fields]:
    wanted: dict[_Key, Fields] = {}
    above: dict[tuple[object, int], int] = {}
    places: Counter[object] = Counter()
    for row, (key, level) in zip(book.plan_items, _keyed(book), strict=True):
        places[row.section] += 1
        above[row.section, level] = ids[key]
        wanted[key] = {
            "campaign": campaign,
            "section": row.section.value,
            "parent": above.get((row.section, level - 1)),
            "position": places[row.section],
            "number": row.number,
            "text": row.text,
            "carrier": row.carrier,
        }
    return wanted


def _plan_units(
    plan: Plan, book: YearWorkbook, codes: Codes, ids: Mapping[_Key, int], before: list[int]
) -> None:
    by_id = {row_id: key for key, row_id in ids.items()}
    query = PlanItemUnit.select().where(PlanItemUnit.item.in_(before))
    existing = rows_by(query, lambda row: (int(row["item"]), int(row["unit"])))
    pairs = [
        (ids[key], codes.units[code])
        for row, (key, _) in zip(book.plan_items, _keyed(book), strict=True)
        for code in row.units or ()
    ]
    wanted = {pair: {"item": pair[0], "unit": pair[1]} for pair in pairs}
    plan.merge(PlanItemUnit, _TITLE, existing, wanted, lambda pair: by_id.get(pair[0], pair))


def _link_targets(
    plan: Plan, book: YearWorkbook, campaign: int, ids: Mapping[_Key, int], targets: Mapping[str, int]
) -> None:
    """After the rows themselves are planned: a target just planned is updated once it is there."""
    wanted = {
        code: ids[key]
        for row, (key, _) in zip(book.plan_items, _keyed(book), strict=True)
        for code in row.targets or ()
    }
    by_id = {row_id: key for key, row_id in ids.items()}
    now = {row.code: row.plan_item_id for row in Target.select().where(Target.campaign == campaign)}
    for code, target in targets.items():
        item = wanted.get(code)
        if now.get(code) != item:
            plan.update(Target, target, {"plan_item": item})
            if item is not None:
                plan.note(_TITLE, by_id[item], Fate.UPDATED)
