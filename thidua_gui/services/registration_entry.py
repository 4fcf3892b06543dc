"""Writes registrations: what is typed into the grid, and one registration from its dialog. Each is one undo step.

What the grid hands in is written as far as it is right; the rest is kept as drafts beside the cells, so that nothing
typed is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

import peewee as pw

from db.models.campaigns import Campaign, Registration
from db.models.organisation import Person, Unit
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, RegistrationId
from thidua_gui.core.registering import Side
from thidua_gui.core.vietnamese import tidy
from thidua_gui.services import typed_drafts
from thidua_gui.services.bulk import chunks
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.registration_rules import (
    CONTENT,
    DAY,
    TITLE,
    Registrant,
    judged_day,
    judged_title,
    refuse_day,
    refuse_repeated,
)
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.services.typed_drafts import Cell, TypedCell
from thidua_gui.text import registration as wording


@dataclass(frozen=True, slots=True)
class Written:
    """One undo step; `refused` cells are kept as drafts, `gone` lines went with what was emptied."""

    changes: Changes
    refused: int
    gone: int = 0


@dataclass(frozen=True, slots=True)
class LineDraft:
    """One registration as its dialog has it."""

    title: str
    registered_on: date | None
    content: str


def write_cells(campaign_id: CampaignId, side: Side, cells: Sequence[TypedCell]) -> Written:
    """Write the first registration of each row as typed, title, day and content together; drafts of a row are tried
    again with what is typed now."""
    asked = list(dict.fromkeys(cell.row_id for cell in cells))
    with read():
        names = {who.id: who.name for who in _registrants(side, asked)}
    with write(wording.step_cells(list(names.values()))) as operation:
        year = refuse_if_closed(campaign_id)
        drafts = typed_drafts.held(campaign_id, side.value)
        desk = _Desk(campaign_id, year.year, side, asked)
        refused: set[Cell] = set()
        for row_id, texts in typed_drafts.merged(cells, drafts).items():
            left = desk.write(row_id, texts)
            for field in (TITLE, CONTENT, DAY):
                drafts.pop((row_id, field), None)
            drafts |= {(row_id, field): text for field, text in left.items()}
            refused |= {(row_id, field) for field in left}
        typed_drafts.keep(campaign_id, side.value, drafts)
    return Written(operation.changes, sum(cell.cell in refused for cell in cells), desk.gone)


def add_line(campaign_id: CampaignId, side: Side, row_id: int, draft: LineDraft) -> Changes:
    """One more registration of a person or unit."""
    return add_lines(campaign_id, side, row_id, [draft])


def add_lines(campaign_id: CampaignId, side: Side, row_id: int, drafts: Sequence[LineDraft]) -> Changes:
    """Several registrations of one person or unit, all of them or none."""
    who = _registrant(side, row_id)
    with write(wording.step_add(who.name)) as operation:
        year = refuse_if_closed(campaign_id)
        for draft in drafts:
            held = list(_of_rows(campaign_id, side, [row_id]))
            fields = _judged(draft, year, who, held)
            _create(campaign_id, side, row_id, _last_position(campaign_id) + 1, fields)
    return operation.changes


def edit_line(registration_id: RegistrationId, draft: LineDraft) -> Changes:
    """Other words or another day for one registration."""
    with read():
        row, who = _one(registration_id)
    with write(wording.step_edit(who.name)) as operation:
        row, who = _one(registration_id)
        year = refuse_if_closed(CampaignId(row.campaign_id))
        held = [one for one in _of_rows(CampaignId(row.campaign_id), who.side, [who.id]) if one.id != row.id]
        save_changed(row, _judged(draft, year, who, held))
    return operation.changes


def delete_line(registration_id: RegistrationId) -> Changes:
    """Take one registration away; undo brings it back."""
    with read():
        _, who = _one(registration_id)
    with write(wording.step_delete(who.name)) as operation:
        row, _ = _one(registration_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        row.delete_instance()
    return operation.changes


class _Desk:
    """What is known of the rows being written, read once."""

    def __init__(self, campaign_id: CampaignId, year: int, side: Side, rows: Sequence[int]) -> None:
        self._campaign_id, self._year, self._side = campaign_id, year, side
        self._who = {who.id: who for who in _registrants(side, rows)}
        self._lines: dict[int, list[Registration]] = defaultdict(list)
        for row in _of_rows(campaign_id, side, rows):
            self._lines[_owner(row)].append(row)
        self._positions = count(_last_position(campaign_id) + 1)
        self.gone = 0

    def write(self, row_id: int, texts: Mapping[str, str]) -> dict[str, str]:
        """Write what is right of one row; the texts that are not."""
        who, lines = self._who.get(row_id), self._lines[row_id]
        if who is None:
            return {field: text for field, text in texts.items() if text}
        left: dict[str, str] = {}
        wanted: dict[str, object] = {}
        for field, text in texts.items():
            try:
                wanted[field] = self._value(field, text, who, lines)
            except UserError:
                left[field] = text
        return left | self._store(row_id, lines, wanted, texts)

    def _value(self, field: str, text: str, who: Registrant, lines: Sequence[Registration]) -> object:
        if field == DAY:
            return judged_day(text, self._year, who, open_session().clock().date())
        if field == CONTENT:
            return tidy(text) or None
        if not tidy(text):
            return None
        title = judged_title(text, self._side)
        refuse_repeated(title, [line.title for line in lines[1:]])
        return title

    def _store(
        self, row_id: int, lines: Sequence[Registration], wanted: dict[str, object], texts: Mapping[str, str]
    ) -> dict[str, str]:
        """Emptying the title takes the registration away; without a title the other cells wait for one."""
        emptied = TITLE in wanted and wanted[TITLE] is None
        if lines and not emptied:
            save_changed(lines[0], wanted)
        elif wanted.get(TITLE) is not None:
            _create(self._campaign_id, self._side, row_id, next(self._positions), wanted)
        else:
            if lines:
                self.gone += lines[0].delete_instance()
            return {field: texts[field] for field in wanted if texts[field].strip()}
        return {}


def _judged(
    draft: LineDraft, year: Campaign, who: Registrant, others: Iterable[Registration]
) -> dict[str, object]:
    title = judged_title(draft.title, who.side)
    refuse_repeated(title, [other.title for other in others])
    refuse_day(draft.registered_on, year.year, who, open_session().clock().date())
    return {TITLE: title, DAY: draft.registered_on, CONTENT: tidy(draft.content) or None}


def _create(campaign_id: CampaignId, side: Side, row_id: int, position: int, fields: Mapping[str, object]) -> None:
    owner = {"person": row_id} if side is Side.PEOPLE else {"unit": row_id}
    Registration.create(campaign=campaign_id, position=position, **owner, **fields)


def _registrant(side: Side, row_id: int) -> Registrant:
    with read():
        found = list(_registrants(side, [row_id]))
    if not found:
        raise UserError("registration_subject_gone")
    return found[0]


def _registrants(side: Side, rows: Sequence[int]) -> Iterator[Registrant]:
    for some in chunks(rows):
        if side is Side.PEOPLE:
            for one in Person.select().where(Person.id.in_(some)):
                yield Registrant(one.id, one.full_name, side, one.joined_on, one.left_on)
        else:
            for row in Unit.select().where(Unit.id.in_(some)):
                yield Registrant(row.id, row.name, side, row.opened_on, row.closed_on)


def _of_rows(campaign_id: CampaignId, side: Side, rows: Sequence[int]) -> Iterator[Registration]:
    subject = Registration.person if side is Side.PEOPLE else Registration.unit
    for some in chunks(rows):
        mine = (Registration.campaign == campaign_id) & subject.in_(some)
        yield from Registration.select().where(mine).order_by(Registration.position, Registration.id)


def _one(registration_id: RegistrationId) -> tuple[Registration, Registrant]:
    row = Registration.get_or_none(Registration.id == registration_id)
    if row is None:
        raise UserError("registration_gone")
    side = Side.UNITS if row.person_id is None else Side.PEOPLE
    return row, _registrant(side, _owner(row))


def _owner(row: Registration) -> int:
    return int(row.person_id or row.unit_id or 0)


def _last_position(campaign_id: CampaignId) -> int:
    last = Registration.select(pw.fn.MAX(Registration.position)).where(Registration.campaign == campaign_id)
    return int(last.scalar() or 0)
