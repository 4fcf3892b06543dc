"""The criteria sheets of a year as values: lines, whom they serve, whether they are in use. Writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, cast

import peewee as pw

from db.models.campaigns import Campaign
from db.models.evidence import Evidence
from db.models.organisation import Person, Unit
from db.models.scoring import CriteriaSheet, Criterion, DraftInput, Score, ScoreComment
from db.models.stages import ScoreReason, SecondEntry
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CriterionId, SheetId, UnitId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import Sheet, SheetSubject, required_maximum
from thidua_gui.services.serving import staff_groups_of, units_of
from thidua_gui.services.sheet_rows import sheets_by_id
from thidua_gui.services.transaction import read
from thidua_gui.services.unit_tree import ordered_rows, unit_names
from thidua_gui.text import criteria as wording
from thidua_gui.text.people import STAFF_GROUPS

TABLES = ("campaigns", "criteria_sheets", "criteria_sheet_groups", "criteria_sheet_units", "criteria", "units")
"""What a page of criteria sheets shows."""
USES: tuple[Any, ...] = (Score, DraftInput, ScoreComment, ScoreReason, SecondEntry, Evidence)
"""What makes a sheet one that is in use."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """Bộ tiêu chí. `scored`: how many people or units have points by it; `in_use`: something was written by it.

    `stands_for`: an unapplied version names the sheet that holds until it is applied; `superseded`: a newer holds.
    """

    id: SheetId
    name: str | None
    staff_groups: tuple[str, ...]
    units: tuple[UnitId, ...]
    unit_names: tuple[str, ...]
    sheet: Sheet
    scored: int
    in_use: bool
    superseded: bool
    stands_for: SheetId | None
    next_version: SheetId | None

    @property
    def code(self) -> str:
        """Mã."""
        return self.sheet.code

    @property
    def version(self) -> int:
        """Phiên bản."""
        return self.sheet.version

    @property
    def subject(self) -> SheetSubject:
        """Whom it scores."""
        return self.sheet.subject

    @property
    def total(self) -> Points:
        """The scale: what the required criteria give up to the caps."""
        return required_maximum(self.sheet)

    @property
    def is_open(self) -> bool:
        """It may be changed in place."""
        return not self.in_use and not self.superseded


@dataclass(frozen=True, slots=True)
class SheetSource:
    """A sheet that can be copied: of which year, and what it is."""

    id: SheetId
    campaign_id: CampaignId
    year: int
    code: str
    version: int
    name: str | None
    subject: SheetSubject
    staff_groups: tuple[str, ...]
    units: tuple[UnitId, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What a sheet may serve: staff groups in use or usual, units, and the school itself for a sheet of units."""

    staff_groups: tuple[str, ...]
    units: tuple[tuple[UnitId, str], ...]
    school: UnitId | None = None


def sheets(campaign_id: CampaignId) -> tuple[SheetView, ...]:
    """Every sheet of the year: current ones in their order, an unapplied version after the one it is to replace,
    superseded ones at the end."""
    with read():
        rows = list(CriteriaSheet.select().where(CriteriaSheet.campaign == campaign_id))
        views = _views(rows)
    heads = {row.id: row.position for row in rows}

    def order(view: SheetView) -> tuple[int, int, int, int]:
        place = heads[view.stands_for or view.id]
        return view.superseded, place, view.stands_for or view.id, view.version

    return tuple(sorted(views, key=order))


def sheet(sheet_id: SheetId) -> SheetView:
    """One sheet; `sheet_gone` when it is no longer there."""
    with read():
        row = row_of(sheet_id)
        rows = CriteriaSheet.select().where(CriteriaSheet.campaign == row.campaign_id)
        return next(view for view in _views(list(rows)) if view.id == sheet_id)


def sources(campaign_id: CampaignId) -> tuple[SheetSource, ...]:
    """The current sheets of every year, the newest year first but this year's own before all."""
    with read():
        years = {row.id: row.year for row in Campaign.select(Campaign.id, Campaign.year)}
        rows = list(
            CriteriaSheet.select()
            .where(CriteriaSheet.superseded_by.is_null())
            .order_by(CriteriaSheet.position, CriteriaSheet.id)
        )
        groups, units = staff_groups_of([row.id for row in rows]), units_of([row.id for row in rows])
    rows.sort(key=lambda row: (row.campaign_id != campaign_id, -years[row.campaign_id]))
    return tuple(
        SheetSource(
            SheetId(row.id), CampaignId(row.campaign_id), years[row.campaign_id], row.code, row.version, row.name,
            SheetSubject(row.subject), tuple(groups[row.id]), tuple(units[row.id]),
        )
        for row in rows
    )


def choices() -> Choices:
    """Staff groups that people or sheets name, the usual ones first, and every open unit in the order of the tree."""
    with read():
        people = Person.select(Person.staff_group).where(Person.staff_group.is_null(False)).distinct()
        found = [row.staff_group or "" for row in people.order_by(Person.staff_group)]
        by_sheets = staff_groups_of([row.id for row in CriteriaSheet.select(CriteriaSheet.id)]).values()
        rows = ordered_rows()
        school = next((UnitId(row.id) for row in rows if row.is_root), None)
        units = [row for row in rows if row.closed_on is None and not row.is_root]
        short = unit_names(units)
    return Choices(
        tuple(dict.fromkeys((*STAFF_GROUPS, *found, *chain.from_iterable(by_sheets)))),
        tuple((UnitId(row.id), short[UnitId(row.id)]) for row in units),
        school,
    )


def row_of(sheet_id: SheetId) -> CriteriaSheet:
    """The row itself, for services inside a transaction."""
    row = CriteriaSheet.get_or_none(CriteriaSheet.id == sheet_id)
    if row is None:
        raise UserError("sheet_gone")
    return row


def used(sheet_ids: Collection[int]) -> set[int]:
    """Those of the sheets by which something was written; for use inside a transaction."""
    found: set[int] = set()
    for model in USES:
        query = model.select(Criterion.sheet).join(Criterion, on=(model.criterion == Criterion.id))
        rows = query.where(Criterion.sheet.in_(list(sheet_ids))).distinct().tuples()
        found |= {sheet for (sheet,) in cast(Iterable[tuple[int]], rows)}
    return found


def _views(rows: list[CriteriaSheet]) -> list[SheetView]:
    ids = [row.id for row in rows]
    groups, units, in_use, scored = staff_groups_of(ids), units_of(ids), used(ids), _scored(ids)
    units_of_all = list(Unit.select())
    short = unit_names(units_of_all) | {UnitId(row.id): wording.SCHOOL for row in units_of_all if row.is_root}
    lines = {one.id: one for one in sheets_by_id([SheetId(sheet_id) for sheet_id in ids])}
    versions = {row.id: row.version for row in rows}
    pending = {row.superseded_by_id: SheetId(row.id) for row in rows if _is_pending(row, versions)}
    return [
        SheetView(
            id=SheetId(row.id),
            name=row.name,
            staff_groups=tuple(groups[row.id]),
            units=tuple(units[row.id]),
            unit_names=tuple(short[unit_id] for unit_id in units[row.id]),
            sheet=lines[SheetId(row.id)],
            scored=scored.get(row.id, 0),
            in_use=row.id in in_use,
            superseded=row.superseded_by_id is not None and not _is_pending(row, versions),
            stands_for=SheetId(row.superseded_by_id or 0) if _is_pending(row, versions) else None,
            next_version=pending.get(row.id),
        )
        for row in rows
    ]


def _is_pending(row: CriteriaSheet, versions: Mapping[int, int]) -> bool:
    """A version that is not applied yet names the older sheet, which holds in its stead."""
    return row.superseded_by_id is not None and versions[row.superseded_by_id] < row.version


def _scored(sheet_ids: Collection[int]) -> dict[int, int]:
    """How many people and units have a score by each sheet."""
    query = (
        Score.select(Criterion.sheet, pw.fn.COUNT(Score.person.distinct()), pw.fn.COUNT(Score.unit.distinct()))
        .join(Criterion, on=(Score.criterion == Criterion.id))
        .where(Criterion.sheet.in_(list(sheet_ids)))
        .group_by(Criterion.sheet)
    )
    found: dict[int, int] = defaultdict(int)
    for sheet_id, people, units in cast(Iterable[tuple[int, int, int]], query.tuples()):
        found[sheet_id] = people + units
    return found


def criterion_row(criterion_id: CriterionId) -> Criterion:
    """The row of one line, for services inside a transaction."""
    row = Criterion.get_or_none(Criterion.id == criterion_id)
    if row is None:
        raise UserError("criterion_gone")
    return row
