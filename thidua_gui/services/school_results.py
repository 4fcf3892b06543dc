"""Kết quả của trường: what the school planned for the year and achieved, in its own words. Judges nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from db.models.submissions import SchoolResult
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, SchoolResultId
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.text import collectives as wording

FIELDS = ("content", "planned", "achieved", "note")


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One result; "" = nothing written."""

    id: SchoolResultId
    content: str
    planned: str
    achieved: str
    note: str


@dataclass(frozen=True, slots=True)
class ResultEdit:
    """Another text in one cell."""

    line: SchoolResultId
    field: str
    text: str


def results(campaign_id: CampaignId) -> tuple[ResultLine, ...]:
    """In the school's order."""
    with read():
        return tuple(
            ResultLine(SchoolResultId(row.id), row.content, row.planned or "", row.achieved or "", row.note or "")
            for row in _rows(campaign_id)
        )


def add(campaign_id: CampaignId, contents: Sequence[str]) -> Changes:
    """New lines after the others, one for each text; empty ones are passed over."""
    wanted = [said for text in contents if (said := tidy(text))]
    with write(wording.step_add(len(wanted))) as operation:
        refuse_if_closed(campaign_id)
        if not wanted:
            raise UserError("result_content_missing", field="content")
        last = max((row.position for row in _rows(campaign_id)), default=0)
        for place, content in enumerate(wanted, last + 1):
            SchoolResult.create(campaign=campaign_id, position=place, content=content)
    return operation.changes


def edit(campaign_id: CampaignId, edits: Sequence[ResultEdit]) -> Changes:
    """Other texts, all in one step; a line must keep its content."""
    with write(wording.step_edit(len(edits))) as operation:
        refuse_if_closed(campaign_id)
        _put(campaign_id, edits)
    return operation.changes


def paste(campaign_id: CampaignId, edits: Sequence[ResultEdit], added: Sequence[Mapping[str, str]]) -> Changes:
    """A block that reaches beyond the last line: other texts and new lines, all in one step. `added` are texts by
    field; a line without any is passed over."""
    wanted = [texts for texts in added if any(map(tidy, texts.values()))]
    with write(wording.step_paste(len(edits), len(wanted))) as operation:
        refuse_if_closed(campaign_id)
        _put(campaign_id, edits)
        last = max((row.position for row in _rows(campaign_id)), default=0)
        for place, texts in enumerate(wanted, last + 1):
            fields = {name: tidy(texts.get(name, "")) or None for name in FIELDS}
            if fields["content"] is None:
                raise UserError("result_content_missing", field="content")
            SchoolResult.create(campaign=campaign_id, position=place, **fields)
    return operation.changes


def remove(campaign_id: CampaignId, lines: Collection[SchoolResultId]) -> Changes:
    """Take lines away."""
    with write(wording.step_remove(len(lines))) as operation:
        refuse_if_closed(campaign_id)
        mine = (SchoolResult.campaign == campaign_id) & SchoolResult.id.in_(list(lines))
        SchoolResult.delete().where(mine).execute()
    return operation.changes


def move(campaign_id: CampaignId, line: SchoolResultId, by: int) -> Changes:
    """Up (-1) or down (1)."""
    with write(wording.STEP_MOVE) as operation:
        refuse_if_closed(campaign_id)
        order = [row.id for row in _rows(campaign_id)]
        if line not in order:
            raise UserError("result_gone")
        place = order.index(line)
        order.insert(max(0, min(len(order) - 1, place + by)), order.pop(place))
        for row in _rows(campaign_id):
            save_changed(row, {"position": order.index(row.id) + 1})
    return operation.changes


def _put(campaign_id: CampaignId, edits: Sequence[ResultEdit]) -> None:
    rows = {row.id: row for row in _rows(campaign_id)}
    for one in edits:
        row = rows.get(one.line)
        if row is None:
            raise UserError("result_gone")
        text = tidy(one.text)
        if one.field == "content" and not text:
            raise UserError("result_content_missing", field="content")
        save_changed(row, {one.field: text or None})


def _rows(campaign_id: CampaignId) -> Sequence[SchoolResult]:
    found = SchoolResult.select().where(SchoolResult.campaign == campaign_id)
    return list(found.order_by(SchoolResult.position, SchoolResult.id))
