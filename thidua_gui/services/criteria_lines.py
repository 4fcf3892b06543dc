"""Changes the lines of a criteria sheet: add, edit, move, delete, number anew. Only while nothing was scored by it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from db.models.scoring import Criterion
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, CriterionId, SheetId
from thidua_gui.core.points import ZERO, Points
from thidua_gui.core.scoring import CriterionKind, parent_places
from thidua_gui.core.sheet_rules import (
    SheetLine,
    block_end,
    line_problem,
    moved,
    next_number,
    renumbered,
    stated_maxima,
)
from thidua_gui.core.vietnamese import tidy
from thidua_gui.core.workbook.cells import is_code
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.criteria import criterion_row, row_of
from thidua_gui.services.criteria_edit import refuse_in_use
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import Operation, read, write
from thidua_gui.text import criteria as wording
from thidua_gui.text.names import CRITERION_KINDS
from thidua_gui.text.workbook import WORDING

NEW_MAXIMUM = Points(10_00)
_RESERVED = frozenset({*WORDING.sheets[SheetKey.SCORES].headers.values(), WORDING.row_number})
"""Words over columns of a score sheet, where each criterion has a column under its number."""


@dataclass(frozen=True, slots=True)
class LineEdit:
    """What was typed into one field of a line: number, content, kind, maximum, step or cap."""

    criterion_id: CriterionId
    field: str
    text: str


@dataclass(slots=True)
class _Lines:
    """The lines of a sheet while they are changed, with their rows; a new line has none yet."""

    lines: list[SheetLine]
    rows: list[Criterion | None]

    def place_of(self, criterion_id: CriterionId) -> int:
        for place, row in enumerate(self.rows):
            if row is not None and row.id == criterion_id:
                return place
        raise UserError("criterion_gone")

    def numbered(self) -> list[tuple[str, CriterionKind]]:
        return [(line.number, line.kind) for line in self.lines]

    def parents(self) -> list[int | None]:
        return parent_places(self.numbered())


def add_line(sheet_id: SheetId, after: CriterionId | None, *, group: bool) -> Changes:
    """A new line with the next number below the given one: a criterion under or beside it, a group after its group."""
    with _changing(sheet_id, wording.OP_ADD_GROUP if group else wording.OP_ADD_LINE) as (operation, now):
        place = None if after is None else now.place_of(after)
        number = next_number(now.numbered(), place, group=group)
        kind = CriterionKind.GROUP if group else CriterionKind.POINTS
        content = wording.NEW_GROUP if group else wording.NEW_LINE
        at = _place_for_new(now.parents(), now.lines, place, group)
        now.lines.insert(at, SheetLine(number, content, kind, ZERO if group else NEW_MAXIMUM))
        now.rows.insert(at, None)
    return operation.changes


def edit_lines(sheet_id: SheetId, edits: Sequence[LineEdit]) -> Changes:
    """Typed or pasted values, one undo step; the first that cannot stand refuses them all."""
    with _changing(sheet_id, _title(edits)) as (operation, now):
        for edit in edits:
            place = now.place_of(edit.criterion_id)
            now.lines[place] = _READ[edit.field](now.lines[place], edit.text)
    return operation.changes


def move_line(criterion_id: CriterionId, step: int) -> Changes:
    """Past the neighbour above (-1) or below (1) in the same group, with all that is under it."""
    sheet_id, number = _sheet_and_number(criterion_id)
    with _changing(sheet_id, wording.op_move_line(number)) as (operation, now):
        order = moved(now.parents(), now.place_of(criterion_id), step)
        if order is not None:
            now.lines[:] = [now.lines[place] for place in order]
            now.rows[:] = [now.rows[place] for place in order]
    return operation.changes


def delete_lines(sheet_id: SheetId, criteria: Collection[CriterionId]) -> Changes:
    """Lines go, groups with all that is under them."""
    with _changing(sheet_id, wording.op_delete_lines(_numbers(criteria))) as (operation, now):
        parents = now.parents()
        gone: set[int] = set()
        for place in {now.place_of(criterion_id) for criterion_id in criteria}:
            gone.update(range(place, block_end(parents, place)))
        kept = [place for place in range(len(now.lines)) if place not in gone]
        for place in sorted(gone, reverse=True):
            row = now.rows[place]
            if row is not None:
                row.delete_instance()
        now.lines[:] = [now.lines[place] for place in kept]
        now.rows[:] = [now.rows[place] for place in kept]
    return operation.changes


def renumber(sheet_id: SheetId) -> Changes:
    """I, 1.1, 1.2, II, 2.1 in the present order."""
    with _changing(sheet_id, wording.OP_RENUMBER) as (operation, now):
        numbers = renumbered(now.parents())
        now.lines[:] = [replace(line, number=number) for line, number in zip(now.lines, numbers, strict=True)]
    return operation.changes


@contextmanager
def _changing(sheet_id: SheetId, title: str) -> Iterator[tuple[Operation, _Lines]]:
    with write(title) as operation:
        sheet = row_of(sheet_id)
        refuse_if_closed(CampaignId(sheet.campaign_id))
        refuse_in_use(sheet)
        rows = list(Criterion.select().where(Criterion.sheet == sheet_id).order_by(Criterion.position, Criterion.id))
        now = _Lines([_line(row) for row in rows], list(rows))
        yield operation, now
        _save(sheet_id, now)


def _save(sheet_id: SheetId, now: _Lines) -> None:
    """Groups come from the numbering, as in the year workbook; a group's maximum is the sum of its items."""
    problem = line_problem(now.lines)
    if problem is not None:
        line = now.lines[problem.place]
        raise UserError(problem.code, field=problem.field, number=line.number)
    for line in now.lines:
        if line.number in _RESERVED or not is_code(line.number):
            raise UserError("criterion_number_unusable", field="number", number=line.number)
    _free_numbers(now)
    ids: list[int] = []
    parents, maxima = now.parents(), stated_maxima(now.lines)
    for place, (line, row) in enumerate(zip(now.lines, now.rows, strict=True)):
        parent = parents[place]
        fields: dict[str, object] = {
            "parent_id": None if parent is None else ids[parent], "position": place + 1, "number": line.number,
            "content": line.content, "kind": line.kind.value, "maximum": maxima[place].hundredths,
            "step": None if line.step is None else line.step.hundredths,
            "cap": None if line.cap is None else line.cap.hundredths,
        }
        if row is None:
            row = Criterion.create(sheet=sheet_id, **fields)
        else:
            save_changed(row, fields)
        ids.append(row.id)


def _free_numbers(now: _Lines) -> None:
    """Numbers that lines exchange stand aside first: no two rows of a sheet bear the same number at any moment."""
    owners = {row.number: row.id for row in now.rows if row is not None}
    for line, row in zip(now.lines, now.rows, strict=True):
        owner = owners.get(line.number)
        if owner is not None and (row is None or owner != row.id):
            other = next(other for other in now.rows if other is not None and other.id == owner)
            save_changed(other, {"number": f"~{other.id}"})


def _place_for_new(
    parents: Sequence[int | None], lines: Sequence[SheetLine], after: int | None, group: bool
) -> int:
    """A group after the top-level block of the line; a criterion at the end of the group it is under, or next to a
    criterion."""
    if after is None:
        return len(lines)
    if group:
        while (above := parents[after]) is not None:
            after = above
        return block_end(parents, after)
    return block_end(parents, after) if lines[after].kind is CriterionKind.GROUP else after + 1


def _line(row: Criterion) -> SheetLine:
    step, cap = (None if value is None else Points(value) for value in (row.step, row.cap))
    return SheetLine(row.number, row.content, CriterionKind(row.kind), Points(row.maximum), step, cap)


def _points(text: str) -> Points | None:
    return Points.parse(text) if text.strip() else None


def _with_maximum(line: SheetLine, text: str) -> SheetLine:
    if line.kind is CriterionKind.GROUP:
        raise UserError("criterion_group_is_sum", field="maximum", number=line.number)
    return replace(line, maximum=_points(text) or ZERO)


def _with_kind(line: SheetLine, text: str) -> SheetLine:
    kind = CRITERION_KINDS.value(text)
    if kind is CriterionKind.GROUP:
        return replace(line, kind=kind, step=None)
    return replace(line, kind=kind, cap=None, maximum=line.maximum if line.maximum > ZERO else NEW_MAXIMUM)


def _with_step(line: SheetLine, text: str) -> SheetLine:
    if line.kind is CriterionKind.GROUP and text.strip():
        raise UserError("criterion_step_of_group", field="step", number=line.number)
    return replace(line, step=_points(text))


_READ: Mapping[str, Callable[[SheetLine, str], SheetLine]] = {
    "number": lambda line, text: replace(line, number=tidy(text)),
    "content": lambda line, text: replace(line, content=tidy(text)),
    "kind": _with_kind,
    "maximum": _with_maximum,
    "step": _with_step,
    "cap": lambda line, text: replace(line, cap=_points(text)),
}


def _title(edits: Sequence[LineEdit]) -> str:
    return wording.op_edit_lines(_numbers([edit.criterion_id for edit in edits]))


def _numbers(criteria: Collection[CriterionId]) -> list[str]:
    with read():
        rows = Criterion.select(Criterion.number).where(Criterion.id.in_(list(criteria)))
        return [row.number for row in rows.order_by(Criterion.position)]


def _sheet_and_number(criterion_id: CriterionId) -> tuple[SheetId, str]:
    with read():
        row = criterion_row(criterion_id)
        return SheetId(row.sheet_id), row.number
