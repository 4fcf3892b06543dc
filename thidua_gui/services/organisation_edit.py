"""Changes units: add, edit, order, close, reopen. Each command is one operation; refusals name their field."""

from dataclasses import dataclass, replace
from datetime import date

from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.trees import below
from thidua_gui.core.vietnamese import date_text, fold, tidy
from thidua_gui.services.naming import code_owner
from thidua_gui.services.rows import save_changed
from thidua_gui.services.school import ROOT_CODE
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_tree import nodes_of, ordered_rows, root_row, row_of
from thidua_gui.text import units as wording

NAMED = 3


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """What the clerk filled in; None = not known. For the school itself code, kind and parent are not asked."""

    code: str
    name: str
    kind: str
    parent_id: UnitId | None = None
    short_name: str | None = None
    opened_on: date | None = None
    head_id: PersonId | None = None


def add_unit(draft: UnitDraft) -> Changes:
    """A new unit, the last of its siblings."""
    with write(wording.op_add(draft.name)) as operation:
        parent = root_row() if draft.parent_id is None else row_of(draft.parent_id)
        draft = _judged(draft, None)
        siblings = Unit.select().where(Unit.parent == parent.id)
        position = max((row.position for row in siblings), default=0) + 1
        Unit.create(
            code=draft.code, name=draft.name, short_name=draft.short_name, kind=draft.kind, parent=parent.id,
            position=position, opened_on=draft.opened_on, head=draft.head_id, name_fold=fold(draft.name),
        )
    return operation.changes


def edit_unit(unit_id: UnitId, draft: UnitDraft) -> Changes:
    """New facts for a unit; what did not change is not written."""
    with write(wording.op_edit(_name(unit_id))) as operation:
        row = row_of(unit_id)
        draft = _judged(draft, row)
        wanted: dict[str, object] = {
            "name": draft.name, "name_fold": fold(draft.name), "short_name": draft.short_name,
            "opened_on": draft.opened_on, "head_id": draft.head_id,
        }
        if not row.is_root:
            wanted |= {"code": draft.code, "kind": draft.kind, "parent_id": draft.parent_id or root_row().id}
        save_changed(row, wanted)
    return operation.changes


def move_unit(unit_id: UnitId, step: int) -> Changes:
    """Exchange places with the sibling before (step -1) or after (step 1)."""
    with write(wording.op_move(_name(unit_id))) as operation:
        row = _not_the_school(unit_id)
        siblings = [sibling for sibling in ordered_rows() if sibling.parent_id == row.parent_id and not sibling.is_root]
        place = next(place for place, sibling in enumerate(siblings) if sibling.id == row.id)
        if not 0 <= place + step < len(siblings):
            raise UserError("unit_cannot_move")
        siblings.insert(place + step, siblings.pop(place))
        for position, sibling in enumerate(siblings, start=1):
            save_changed(sibling, {"position": position})
    return operation.changes


def close_unit(unit_id: UnitId, closed_on: date) -> Changes:
    """The unit's last day; refused while people or open units would be left in it afterwards."""
    with write(wording.op_close(_name(unit_id))) as operation:
        close_row(_not_the_school(unit_id), closed_on)
    return operation.changes


def close_row(row: Unit, closed_on: date) -> None:
    """One unit's closing, for commands inside their write."""
    refuse_odd("closed_on", closed_on)
    if row.opened_on is not None:
        opened = date_text(row.opened_on)
        refuse_reversed("closed_on", "unit_closed_before_opened", row.opened_on, closed_on, day=opened)
    _refuse_open_children(row, closed_on)
    _refuse_members_after(UnitId(row.id), closed_on)
    save_changed(row, {"closed_on": closed_on})


def reopen_unit(unit_id: UnitId) -> Changes:
    """Take the closing date away again."""
    with write(wording.op_reopen(_name(unit_id))) as operation:
        row = _not_the_school(unit_id)
        parent = Unit.get_or_none(Unit.id == row.parent_id)
        if parent is not None and parent.closed_on is not None:
            raise UserError("unit_parent_closed", field="closed_on", name=parent.name)
        save_changed(row, {"closed_on": None})
    return operation.changes


def _judged(draft: UnitDraft, row: Unit | None) -> UnitDraft:
    """The draft tidied, or a refusal that names its field; `row` is the unit it replaces."""
    draft = replace(
        draft, code=tidy(draft.code), name=tidy(draft.name), kind=tidy(draft.kind),
        short_name=tidy(draft.short_name or "") or None,
    )
    if not draft.name:
        raise UserError("unit_name_missing", field="name")
    if row is None or not row.is_root:
        _judge_code(draft.code, row)
        if not draft.kind:
            raise UserError("unit_kind_missing", field="kind")
        _judge_place(draft, row)
    refuse_odd("opened_on", draft.opened_on)
    closed_on = None if row is None else row.closed_on
    opened = "" if draft.opened_on is None else date_text(draft.opened_on)
    refuse_reversed("opened_on", "unit_closed_before_opened", draft.opened_on, closed_on, day=opened)
    _judge_head(draft.head_id, None if row is None else row.head_id)
    return draft


def _judge_code(code: str, row: Unit | None) -> None:
    if not code:
        raise UserError("unit_code_missing", field="code")
    if " " in code:
        raise UserError("unit_code_has_space", field="code")
    if code == ROOT_CODE:
        raise UserError("unit_code_reserved", field="code")
    owner = code_owner(code)
    if owner is not None and not (row is not None and owner.is_unit and owner.id == row.id):
        raise UserError("unit_code_taken", field="code", taken=code, owner=owner.name)


def _judge_place(draft: UnitDraft, row: Unit | None) -> None:
    rows = ordered_rows()
    parent_id = draft.parent_id or UnitId(root_row().id)
    if row is not None and parent_id in below(UnitId(row.id), nodes_of(rows)):
        raise UserError("unit_parent_below", field="parent")
    parent = row_of(parent_id)
    if parent.closed_on is not None and (row is None or row.parent_id != parent.id):
        raise UserError("unit_parent_closed", field="parent", name=parent.name)
    for sibling in rows:
        same_place = sibling.parent_id == parent_id and sibling.closed_on is None
        if same_place and (row is None or sibling.id != row.id) and sibling.name_fold == fold(draft.name):
            raise UserError("unit_name_taken", field="name", name=sibling.name)


def _judge_head(head_id: PersonId | None, former_id: int | None) -> None:
    if head_id is None or head_id == former_id:
        return
    person = Person.get_or_none(Person.id == head_id)
    if person is None or person.left_on is not None:
        raise UserError("unit_head_not_working", field="head", name="" if person is None else person.full_name)


def _refuse_open_children(row: Unit, closed_on: date) -> None:
    left = [
        child for child in ordered_rows()
        if child.parent_id == row.id and (child.closed_on is None or child.closed_on > closed_on)
    ]
    if left:
        raise UserError("unit_has_children", field="closed_on", count=len(left), names=_some([u.name for u in left]))


def _refuse_members_after(unit_id: UnitId, closed_on: date) -> None:
    after = (Membership.unit == unit_id) & (Membership.until_on.is_null() | (Membership.until_on > closed_on))
    working = Person.left_on.is_null() | (Person.left_on > closed_on)
    left = Person.select(Person.full_name).join(Membership, on=(Membership.person == Person.id))
    names = [row.full_name for row in left.where(after & working).order_by(Person.name_sort).distinct()]
    if names:
        raise UserError("unit_has_members", field="closed_on", count=len(names), names=_some(names))


def _not_the_school(unit_id: UnitId) -> Unit:
    row = row_of(unit_id)
    if row.is_root:
        raise UserError("unit_is_school")
    return row


def _name(unit_id: UnitId) -> str:
    with read():
        return row_of(unit_id).name


def _some(names: list[str]) -> str:
    return ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")
