"""Phát động: which units started the year's movement, with how many people and which minutes. Knows no window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from db.models.attachments import Attachment
from db.models.campaigns import Launch
from db.models.organisation import Person, Unit
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AttachmentId, CampaignId, UnitId
from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.services import attachments, evidence, typed_drafts
from thidua_gui.services.bulk import chunks
from thidua_gui.services.campaigns import CampaignState, campaign, milestones, refuse_if_closed
from thidua_gui.services.evidence import Offered
from thidua_gui.services.launch_rules import DAY, FIELDS, judged
from thidua_gui.services.organisation import member_counts
from thidua_gui.services.registration_entry import Written
from thidua_gui.services.rows import day, fetch, save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.services.typed_drafts import Cell, Draft, TypedCell
from thidua_gui.services.unit_tree import existing_units, ordered_rows, row_of, unit_names
from thidua_gui.text import launches as wording
from thidua_gui.text.errors import sentence
from thidua_gui.text.units import LEADERSHIP

AREA = "launches"
TABLES = ("launches", "units", "memberships", "people", "milestones", "campaigns", "settings")


@dataclass(frozen=True, slots=True)
class Minutes:
    """Biên bản, attached as a file."""

    attachment_id: AttachmentId
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class LaunchRow:
    """A unit and its launch; `must`: khoa and phòng do, the leadership need not. `members` at the end of the year."""

    id: UnitId
    code: str
    name: str
    short: str
    kind: str
    head: str
    members: int
    must: bool
    launched_on: date | None
    participants: int | None
    note: str
    minutes: Minutes | None
    drafts: Mapping[str, Draft]
    due_on: date | None

    @property
    def is_late(self) -> bool:
        return self.launched_on is not None and self.due_on is not None and self.launched_on > self.due_on

    @property
    def has_too_many(self) -> bool:
        """More people took part than the unit has: a slip, or guests; told, not refused."""
        return self.participants is not None and self.participants > self.members


@dataclass(frozen=True, slots=True)
class LaunchBoard:
    """Every unit but the school itself, in the office's order."""

    year: int
    due_on: date | None
    is_closed: bool
    rows: tuple[LaunchRow, ...]

    @property
    def counted(self) -> tuple[LaunchRow, ...]:
        """Those that are to launch."""
        return tuple(row for row in self.rows if row.must)


def board(campaign_id: CampaignId) -> LaunchBoard:
    """All units of the year and what they did; queries of a fixed number."""
    with read():
        year = campaign(campaign_id)
        marks = [mark for mark in milestones(campaign_id) if mark.kind == MilestoneKind.LAUNCH]
        due_on = marks[0].due_on if marks else None
        launches = _launches(campaign_id)
        minutes = _minutes(campaign_id)
        units = ordered_rows()
        counts = member_counts(year.last_day)
        heads = dict(fetch(Person.select(Person.id, Person.full_name).join(Unit, on=Unit.head == Person.id)))
        open_units = {unit for (unit,) in fetch(Unit.select(Unit.id).where(existing_units(year.last_day)))}
        drafts = typed_drafts.held(campaign_id, AREA)
    short = unit_names(units)
    shown = [row for row in units if not row.is_root and (row.id in open_units or row.id in launches)]
    texts = typed_drafts.of_rows(drafts, [row.id for row in shown])
    rows = tuple(
        LaunchRow(
            UnitId(row.id), row.code, row.name, short[UnitId(row.id)], row.kind, heads.get(row.head_id, ""),
            counts.get(UnitId(row.id), 0), row.kind != LEADERSHIP and row.id in open_units,
            *launches.get(row.id, (None, None, "")), minutes.get(row.id),
            _explained(texts[row.id], year.year, row.id in launches), due_on,
        )
        for row in shown
    )  # fmt: skip
    return LaunchBoard(year.year, due_on, year.state is CampaignState.CLOSED, rows)


def missing(campaign_id: CampaignId) -> tuple[tuple[UnitId, str], ...]:
    """Khoa and phòng that have not launched, in the office's order."""
    with read():
        last_day = campaign(campaign_id).last_day
        mine = Launch.select(Launch.unit).where(Launch.campaign == campaign_id)
        owing = existing_units(last_day) & ~Unit.is_root & (Unit.kind != LEADERSHIP) & Unit.id.not_in(mine)
        rows = fetch(Unit.select(Unit.id, Unit.name).where(owing).order_by(Unit.position, Unit.name_fold, Unit.id))
    return tuple((UnitId(unit), name) for unit, name in rows)


def write_cells(campaign_id: CampaignId, cells: Sequence[TypedCell]) -> Written:
    """Day, number of people and note as typed; what is not right is kept beside its cell. An emptied day takes the
    launch away."""
    asked = list(dict.fromkeys(cell.row_id for cell in cells))
    with read():
        units = {row.id: row.name for some in chunks(asked) for row in _units(some)}
    with write(wording.step_cells(list(units.values()))) as operation:
        year = refuse_if_closed(campaign_id).year
        mine = Launch.campaign == campaign_id
        rows = (row for some in chunks(asked) for row in Launch.select().where(mine & Launch.unit.in_(some)))
        launches = {row.unit_id: row for row in rows}
        drafts = typed_drafts.held(campaign_id, AREA)
        refused: set[Cell] = set()
        for row_id, texts in typed_drafts.merged(cells, drafts).items():
            left = texts if row_id not in units else _write(campaign_id, year, row_id, launches.get(row_id), texts)
            for field in FIELDS:
                drafts.pop((row_id, field), None)
            drafts |= {(row_id, field): text for field, text in left.items() if text.strip()}
            refused |= {(row_id, field) for field in left}
        typed_drafts.keep(campaign_id, AREA, drafts)
        left_over = sum(Launch.select().where(mine & Launch.unit.in_(some)).count() for some in chunks(list(launches)))
    return Written(operation.changes, sum(cell.cell in refused for cell in cells), len(launches) - left_over)


def attach_minutes(campaign_id: CampaignId, unit_id: UnitId, file: Path) -> Changes:
    """Keep a file as the minutes of a unit's launch; an earlier one is replaced."""
    offered = evidence.read_file(file)
    with read():
        name = row_of(unit_id).name
    with write(wording.STEP_ATTACH.format(name=name)) as operation:
        launch = _launch(campaign_id, unit_id)
        save_changed(
            launch, {"attachment_id": attachments.store(offered.content, offered.name, offered.media_type)}
        )
    return operation.changes


def detach_minutes(campaign_id: CampaignId, unit_id: UnitId) -> Changes:
    """Take the minutes away; undo brings them back."""
    with read():
        name = row_of(unit_id).name
    with write(wording.STEP_DETACH.format(name=name)) as operation:
        save_changed(_launch(campaign_id, unit_id), {"attachment_id": None})
    return operation.changes


def minutes_file(attachment_id: AttachmentId) -> Offered:
    """The file itself, to be looked at."""
    with read():
        held = attachments.describe(attachment_id)
        return Offered(held.name, attachments.content(attachment_id), held.media_type)


def _launch(campaign_id: CampaignId, unit_id: UnitId) -> Launch:
    refuse_if_closed(campaign_id)
    launch = Launch.get_or_none((Launch.campaign == campaign_id) & (Launch.unit == unit_id))
    if launch is None:
        raise UserError("launch_day_first", field=DAY)
    return launch


def _units(ids: Sequence[int]) -> Sequence[Unit]:
    return list(Unit.select(Unit.id, Unit.name).where(Unit.id.in_(list(ids)) & ~Unit.is_root))


def _write(
    campaign_id: CampaignId, year: int, unit_id: int, launch: Launch | None, texts: Mapping[str, str]
) -> dict[str, str]:
    left: dict[str, str] = {}
    wanted: dict[str, object] = {}
    for field, text in texts.items():
        try:
            wanted[field] = judged(field, text, year, open_session().clock().date())
        except UserError:
            left[field] = text
    emptied = DAY in wanted and wanted[DAY] is None
    if launch is not None and not emptied:
        save_changed(launch, wanted)
    elif wanted.get(DAY) is not None:
        Launch.create(campaign=campaign_id, unit=unit_id, **wanted)
    else:
        if launch is not None:
            launch.delete_instance()
        left |= {field: texts[field] for field in wanted if texts[field].strip()}
    return left


def _explained(texts: Mapping[str, str], year: int, has_launched: bool) -> Mapping[str, Draft]:
    found: dict[str, Draft] = {}
    for field, text in texts.items():
        code = "registration_draft_ready" if has_launched or field == DAY else "launch_day_first"
        refusal = UserError(code, field=field)
        try:
            judged(field, text, year, open_session().clock().date())
        except UserError as refused:
            refusal = refused
        found[field] = Draft(text, sentence(refusal))
    return found


def _launches(campaign_id: CampaignId) -> dict[int, tuple[date | None, int | None, str]]:
    fields = Launch.unit, Launch.launched_on, Launch.participants, Launch.note
    rows = fetch(Launch.select(*fields).where(Launch.campaign == campaign_id))
    return {unit: (day(on), participants, note or "") for unit, on, participants, note in rows}


def _minutes(campaign_id: CampaignId) -> dict[int, Minutes]:
    fields: tuple[Any, ...] = Launch.unit, Attachment.id, Attachment.name, Attachment.size
    query = Launch.select(*fields).join(Attachment, on=Launch.attachment == Attachment.id)
    return {
        unit: Minutes(AttachmentId(held), name, size)
        for unit, held, name, size in fetch(query.where(Launch.campaign == campaign_id))
    }

