"""Changes criteria sheets as a whole: add, rename, whom they serve, copy, delete. A sheet in use stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from db.models.organisation import Unit
from db.models.scoring import CriteriaSheet, CriteriaSheetGroup, CriteriaSheetUnit, Criterion
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, SheetId, UnitId
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.vietnamese import tidy
from thidua_gui.core.workbook.cells import is_code, names_a_worksheet
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.criteria import row_of, used
from thidua_gui.services.rows import save_changed
from thidua_gui.services.serving import serving, staff_groups_of, units_of
from thidua_gui.services.transaction import read, write
from thidua_gui.text import criteria as wording


@dataclass(frozen=True, slots=True)
class SheetDraft:
    """What the clerk filled in; no units = all of them; staff groups are asked of sheets for people alone."""

    code: str
    name: str | None = None
    subject: SheetSubject = SheetSubject.PERSON
    staff_groups: tuple[str, ...] = ()
    units: tuple[UnitId, ...] = ()


def add_sheet(campaign_id: CampaignId, draft: SheetDraft, source: SheetId | None = None) -> Changes:
    """A new sheet, empty or with the lines of another."""
    with write(wording.op_add(draft.code)) as operation:
        refuse_if_closed(campaign_id)
        draft = _judged(campaign_id, draft, None)
        made = _create(campaign_id, draft)
        if source is not None:
            copy_lines(SheetId(row_of(source).id), made)
        refuse_clash(campaign_id)
    return operation.changes


def edit_sheet(sheet_id: SheetId, draft: SheetDraft) -> Changes:
    """Another code, name or whom it serves. Of a sheet in use only the name may change."""
    with write(wording.op_edit(_code(sheet_id))) as operation:
        row = row_of(sheet_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        draft = _judged(CampaignId(row.campaign_id), draft, row)
        if draft != replace(_draft_of(row), name=draft.name):
            refuse_in_use(row)
        save_changed(row, {"code": draft.code, "name": draft.name, "subject": draft.subject.value})
        _serve(row, draft)
        refuse_clash(CampaignId(row.campaign_id))
    return operation.changes


def delete_sheet(sheet_id: SheetId) -> Changes:
    """A sheet by which nothing was written goes with its lines."""
    with write(wording.op_delete(_code(sheet_id))) as operation:
        row = row_of(sheet_id)
        refuse_if_closed(CampaignId(row.campaign_id))
        refuse_in_use(row)
        _refuse_if_named(row)
        lines = Criterion.select().where(Criterion.sheet == row.id).order_by(Criterion.position.desc())
        for model in (CriteriaSheetGroup, CriteriaSheetUnit):
            model.delete().where(model.sheet == row.id).execute()
        for line in list(lines):
            line.delete_instance()
        row.delete_instance()
    return operation.changes


def copy_sheets(campaign_id: CampaignId, chosen: Sequence[SheetId]) -> Changes:
    """Sheets of another year into this one, with whom they serve; codes that the year has already are refused."""
    with write(wording.op_copy(len(chosen))) as operation:
        refuse_if_closed(campaign_id)
        if not chosen:
            raise UserError("sheets_not_chosen")
        copy_into(campaign_id, chosen)
    return operation.changes


def copy_into(campaign_id: CampaignId, chosen: Sequence[SheetId]) -> None:
    """As `copy_sheets`, inside the write of a larger command; nothing chosen copies nothing."""
    for source in chosen:
        draft = _judged(campaign_id, _draft_of(row_of(source)), None)
        copy_lines(source, _create(campaign_id, draft))
    refuse_clash(campaign_id)


def copy_lines(source: SheetId, target: CriteriaSheet) -> dict[int, int]:
    """The lines of a sheet written under another; the new ids by the old ones."""
    ids: dict[int, int] = {}
    for line in Criterion.select().where(Criterion.sheet == source).order_by(Criterion.position, Criterion.id):
        parent = None if line.parent_id is None else ids[line.parent_id]
        made = Criterion.create(
            sheet=target.id, parent=parent, position=line.position, number=line.number, content=line.content,
            kind=line.kind, maximum=line.maximum, step=line.step, cap=line.cap,
        )
        ids[line.id] = made.id
    return ids


def copy_served(source: SheetId, target: CriteriaSheet) -> None:
    """Whom a sheet serves, for another too."""
    _serve(target, _draft_of(row_of(source)))


def refuse_in_use(row: CriteriaSheet) -> None:
    """What was scored by a sheet must keep its meaning; a superseded sheet is history."""
    if used([row.id]):
        raise UserError("sheet_in_use", code=row.code, version=row.version)
    newer = None if row.superseded_by_id is None else CriteriaSheet.get_by_id(row.superseded_by_id)
    if newer is not None and newer.version > row.version:
        raise UserError("sheet_superseded", code=row.code, version=row.version)


def refuse_clash(campaign_id: CampaignId) -> None:
    """No two current sheets for the same people or units."""
    clash = serving(campaign_id).clash()
    if clash is None:
        return
    one, other, group = clash
    codes = {"one": _code(one.sheet_id), "other": _code(other.sheet_id)}
    if group:
        raise UserError("sheets_serve_the_same_group", field="staff_groups", group=group, **codes)
    raise UserError("sheets_serve_the_same_units", field="units", **codes)


def _refuse_if_named(row: CriteriaSheet) -> None:
    """An older or unapplied version refers to it."""
    if CriteriaSheet.select().where(CriteriaSheet.superseded_by == row.id).exists():
        raise UserError("sheet_has_versions", code=row.code, version=row.version)


def _judged(campaign_id: CampaignId, draft: SheetDraft, row: CriteriaSheet | None) -> SheetDraft:
    code = tidy(draft.code)
    if not code:
        raise UserError("sheet_code_missing", field="code")
    if not (is_code(code) and names_a_worksheet(code)):
        raise UserError("sheet_code_unusable", field="code", code=code)
    _refuse_taken(campaign_id, code, row)
    groups = tuple(dict.fromkeys(group for written in draft.staff_groups if (group := tidy(written))))
    is_for_people = draft.subject is SheetSubject.PERSON
    if is_for_people and not groups:
        raise UserError("sheet_serves_nobody", field="staff_groups")
    units = _existing(draft.units, draft.subject)
    return SheetDraft(code, tidy(draft.name or "") or None, draft.subject, groups if is_for_people else (), units)


def _refuse_taken(campaign_id: CampaignId, code: str, row: CriteriaSheet | None) -> None:
    """Versions of one sheet share its code; Excel tells worksheets apart without regard to case."""
    others = CriteriaSheet.select(CriteriaSheet.id, CriteriaSheet.code).where(CriteriaSheet.campaign == campaign_id)
    for other in others:
        own = row is not None and other.code == row.code
        if other.code.casefold() == code.casefold() and not own:
            raise UserError("sheet_code_taken", field="code", code=other.code)
        if row is not None and own and other.id != row.id and code != row.code:
            raise UserError("sheet_code_of_versions", field="code", code=row.code)


def _existing(units: Collection[UnitId], subject: SheetSubject) -> tuple[UnitId, ...]:
    """For a sheet of people the school means all units; as a unit it is scored only by a sheet that names it."""
    found = {row.id: row for row in Unit.select(Unit.id, Unit.is_root).where(Unit.id.in_(list(units)))}
    if any(unit_id not in found for unit_id in units):
        raise UserError("unit_gone")
    means_all = subject is SheetSubject.PERSON and any(row.is_root for row in found.values())
    return () if means_all else tuple(dict.fromkeys(units))


def _create(campaign_id: CampaignId, draft: SheetDraft) -> CriteriaSheet:
    places = CriteriaSheet.select(CriteriaSheet.position).where(CriteriaSheet.campaign == campaign_id)
    made = CriteriaSheet.create(
        campaign=campaign_id, code=draft.code, name=draft.name, subject=draft.subject.value,
        position=max((row.position for row in places), default=0) + 1,
    )
    _serve(made, draft)
    return made


def _serve(row: CriteriaSheet, draft: SheetDraft) -> None:
    """Write only what differs."""
    had = _draft_of(row)
    if had.staff_groups != draft.staff_groups:
        CriteriaSheetGroup.delete().where(CriteriaSheetGroup.sheet == row.id).execute()
        for place, group in enumerate(draft.staff_groups, 1):
            CriteriaSheetGroup.create(sheet=row.id, staff_group=group, position=place)
    if set(had.units) != set(draft.units):
        CriteriaSheetUnit.delete().where(CriteriaSheetUnit.sheet == row.id).execute()
        for unit_id in draft.units:
            CriteriaSheetUnit.create(sheet=row.id, unit=unit_id)


def _draft_of(row: CriteriaSheet) -> SheetDraft:
    groups, units = tuple(staff_groups_of([row.id])[row.id]), tuple(units_of([row.id])[row.id])
    return SheetDraft(row.code, row.name, SheetSubject(row.subject), groups, units)


def _code(sheet_id: SheetId) -> str:
    with read():
        return row_of(sheet_id).code
