"""Changes the paragraphs of the year's plan: add, paste, edit, move, indent, delete. One operation each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from db.models.organisation import Unit
from db.models.plan import PlanItem, PlanItemUnit, Target
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PlanItemId, UnitId
from thidua_gui.core.plan_outline import (
    DEEPEST,
    Headings,
    Paragraph,
    Placed,
    PlanSection,
    bare_heading,
    branch_keys,
    depth_of,
    indented,
    moved,
    outdented,
    paragraphs,
    whole_plan,
)
from thidua_gui.core.vietnamese import tidy
from thidua_gui.documents.plan_content import KIND
from thidua_gui.documents.wording import Wording
from thidua_gui.documents.wording import wording as form_wording
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.plan import ordered_items
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import write
from thidua_gui.text import plan as wording

LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """A paragraph as the clerk fills it in; `number` "" = as its place says. Further lines of `text` become paragraphs
    of their own after it."""

    text: str
    number: str = ""
    carrier: str = ""
    units: tuple[UnitId, ...] = ()


def add_items(
    campaign_id: CampaignId, section: PlanSection, text: str, after: PlanItemId | None = None
) -> Changes:
    """Add what was typed or pasted, a paragraph for each line, after a paragraph and what is below it, at its depth;
    without one at the end of the section."""
    found = paragraphs(text)
    with write(wording.op_add(len(found))) as operation:
        refuse_if_closed(campaign_id)
        if not found:
            raise UserError("plan_text_missing", field="text")
        if after is not None:
            _refuse_if_elsewhere(after, campaign_id, section)
        _insert(campaign_id, section, found, after)
    return operation.changes


def add_document(campaign_id: CampaignId, text: str) -> Changes:
    """Put a whole plan, pasted from a word processor, under the sections that its headings name; what the plan has
    already stays before it."""
    with write(wording.OP_DOCUMENT) as operation:
        year = refuse_if_closed(campaign_id)
        words = form_wording(KIND, year.plan_issued_on or date(year.year, 12, 31))
        found = whole_plan(text, _headings(words))
        if not found:
            raise UserError("plan_not_read", field="text")
        for section, own in found.items():
            _insert(campaign_id, section, own, None)
    return operation.changes


def edit_item(item_id: PlanItemId, draft: ItemDraft) -> Changes:
    """Say a paragraph anew."""
    with write(wording.OP_EDIT) as operation:
        row = _row(item_id)
        campaign_id = CampaignId(row.campaign_id)
        refuse_if_closed(campaign_id)
        first, *rest = [tidy(line) for line in draft.text.splitlines() if tidy(line)] or [""]
        if not first:
            raise UserError("plan_text_missing", field="text")
        number = tidy(draft.number).rstrip(".")
        if len(number) > LONGEST_NUMBER:
            raise UserError("plan_mark_long", field="number", most=LONGEST_NUMBER)
        columns = {"text": first, "number": number or None, "carrier": tidy(draft.carrier) or None}
        save_changed(row, columns)
        _carry(row, draft.units)
        if rest:
            _insert(campaign_id, PlanSection(row.section), paragraphs("\n".join(rest)), item_id)
    return operation.changes


def move_item(item_id: PlanItemId, step: int) -> Changes:
    """One place up (-1) or down (1) among its neighbours, with what is below it."""
    return _rearranged(item_id, wording.OP_MOVE, lambda rows: moved(rows, item_id, step), "plan_at_the_end")


def indent_item(item_id: PlanItemId) -> Changes:
    """Under the paragraph above."""
    return _rearranged(item_id, wording.OP_INDENT, lambda rows: indented(rows, item_id), "plan_no_deeper")


def outdent_item(item_id: PlanItemId) -> Changes:
    """Out from under the paragraph above."""
    return _rearranged(item_id, wording.OP_OUTDENT, lambda rows: outdented(rows, item_id), "plan_at_the_top")


def delete_items(item_ids: Collection[PlanItemId]) -> Changes:
    """Paragraphs go with what is below them; targets that came from them stay, linked to none."""
    with write(wording.op_delete(len(item_ids))) as operation:
        rows = [_row(item_id) for item_id in item_ids]
        for campaign_id in {CampaignId(row.campaign_id) for row in rows}:
            refuse_if_closed(campaign_id)
            placed = _placed(ordered_items(campaign_id))
            doomed = {key for row in rows if row.campaign_id == campaign_id for key in branch_keys(placed, row.id)}
            _delete([one.key for one in placed if one.key in doomed])
    return operation.changes


def _headings(words: Wording) -> Headings:
    titles = {section: words.texts.get(f"section_{section}") for section in PlanSection}
    sections = {bare_heading(title.format(year=2000)): key for key, title in titles.items() if title is not None}
    parts = [bare_heading(title) for key, title in words.texts.items() if key.startswith("part_")]
    starts = (bare_heading(words.text(f"start_{key}")) for key in ("legal_basis", "closing", "recipient"))
    return Headings(sections, parts, *starts)


def _rearranged(
    item_id: PlanItemId, title: str, change: Callable[[Sequence[Placed]], list[Placed] | None], code: str
) -> Changes:
    with write(title) as operation:
        row = _row(item_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        rows = ordered_items(CampaignId(row.campaign_id), PlanSection(row.section))
        wanted = change(_placed(rows))
        if wanted is None:
            raise UserError(code)
        _store(rows, wanted)
    return operation.changes


def _insert(
    campaign_id: CampaignId, section: PlanSection, found: Iterable[Paragraph], after: PlanItemId | None
) -> None:
    rows = ordered_items(campaign_id, section)
    placed = _placed(rows)
    parent, at, base = None, len(placed), 0
    if after is not None:
        parent = next(one.parent for one in placed if one.key == after)
        base = depth_of(placed, after)
        branch = branch_keys(placed, after)
        at = next(place for place, one in enumerate(placed) if one.key == branch[-1]) + 1
    above: list[int | None] = [parent]
    for one in found:
        depth = min(one.depth, DEEPEST - base, len(above) - 1)
        row = PlanItem.create(campaign=campaign_id, section=section.value, parent=above[depth], text=one.text)
        above[depth + 1 :] = [row.id]
        rows.append(row)
        placed.insert(at, Placed(row.id, above[depth]))
        at += 1
    _store(rows, placed)


def _store(rows: Sequence[PlanItem], wanted: Sequence[Placed]) -> None:
    by_id = {row.id: row for row in rows}
    for position, one in enumerate(wanted, 1):
        save_changed(by_id[one.key], {"parent_id": one.parent, "position": position})


def _placed(rows: Iterable[PlanItem]) -> list[Placed]:
    return [Placed(row.id, row.parent_id) for row in rows]


def _delete(keys: Sequence[int]) -> None:
    """Those below before those above."""
    for target in Target.select().where(Target.plan_item.in_(keys)):
        save_changed(target, {"plan_item_id": None})
    PlanItemUnit.delete().where(PlanItemUnit.item.in_(keys)).execute()
    for key in reversed(keys):
        PlanItem.delete().where(PlanItem.id == key).execute()


def _carry(row: PlanItem, units: Sequence[UnitId]) -> None:
    known = {unit.id for unit in Unit.select(Unit.id).where(Unit.id.in_(list(units)))}
    if set(units) - known:
        raise UserError("unit_gone")
    before = {link.unit_id: link for link in PlanItemUnit.select().where(PlanItemUnit.item == row.id)}
    for unit_id, link in before.items():
        if unit_id not in units:
            link.delete_instance()
    for unit_id in dict.fromkeys(units):
        if unit_id not in before:
            PlanItemUnit.create(item=row.id, unit=unit_id)


def _refuse_if_elsewhere(item_id: PlanItemId, campaign_id: CampaignId, section: PlanSection) -> None:
    row = _row(item_id)
    if (row.campaign_id, row.section) != (campaign_id, section):
        raise UserError("plan_item_gone")


def _row(item_id: PlanItemId) -> PlanItem:
    row = PlanItem.get_or_none(PlanItem.id == item_id)
    if row is None:
        raise UserError("plan_item_gone")
    return row
