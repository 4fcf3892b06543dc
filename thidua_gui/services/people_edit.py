"""Changes a person's own record: add, edit, portrait. Each command is one operation; refusals name their field."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import peewee as pw

from db.models.campaigns import Registration
from db.models.organisation import Membership, Person, Unit
from db.models.scoring import CriteriaSheetGroup
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId, UnitId
from thidua_gui.core.vietnamese import fold, name_key, tidy
from thidua_gui.services import attachments
from thidua_gui.services.headship import refuse_second_head
from thidua_gui.services.naming import code_owner
from thidua_gui.services.person_detail import row_of
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import read, write
from thidua_gui.services.unit_tree import row_of as unit_row_of
from thidua_gui.text import people as wording

_NAME = re.compile(r"[^\W\d_]+(?:[ .'’ʼ\-]+[^\W\d_]+)*\.?")
_NUMBERED = re.compile(r"(.*?)(\d+)")


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What the clerk filled in; None = not known."""

    code: str
    full_name: str
    gender: str | None = None
    born_on: date | None = None
    ethnicity: str | None = None
    staff_group: str | None = None
    joined_on: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where somebody works from a day on; `from_on` None = not known since when."""

    unit_id: UnitId
    post: str | None = None
    from_on: date | None = None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Values in use, the most frequent first, to offer while typing; of the staff groups all that are known."""

    genders: tuple[str, ...]
    ethnicities: tuple[str, ...]
    staff_groups: tuple[str, ...]
    posts: tuple[str, ...]


def add_person(draft: PersonDraft, placement: Placement | None) -> Changes:
    """A new person, the last of the list; without a placement they belong to no unit yet."""
    with write(wording.op_add(draft.full_name)) as operation:
        draft = _judged(draft, None)
        last = Person.select(pw.fn.MAX(Person.position)).scalar() or 0
        row = Person.create(**_columns(draft), position=last + 1)
        if placement is not None:
            refuse_odd("from_on", placement.from_on)
            open_unit_of(placement)
            made = Membership.create(
                person=row.id, unit=placement.unit_id, post=tidy(placement.post or "") or None,
                from_on=placement.from_on or draft.joined_on,
            )
            refuse_second_head(made)
    return operation.changes


def edit_person(person_id: PersonId, draft: PersonDraft) -> Changes:
    """New facts for a person; what did not change is not written. A first post that began on the day of joining
    begins on the corrected day."""
    with write(wording.op_edit(_name(person_id))) as operation:
        row = row_of(person_id)
        joined_before = row.joined_on
        save_changed(row, _columns(_judged(draft, row)))
        _first_day_follows(row, joined_before)
    return operation.changes


def set_portrait(person_id: PersonId, content: bytes | None, name: str, media_type: str) -> Changes:
    """Store a picture as the person's portrait; None takes the portrait away."""
    with write(wording.op_portrait(_name(person_id))) as operation:
        portrait = None if content is None else attachments.store(content, name, media_type)
        save_changed(row_of(person_id), {"portrait_id": portrait})
    return operation.changes


def suggested_code() -> str:
    """The code after the highest number of the prefix used most: CB45 → CB46; "" if no code ends in a number."""
    with read():
        codes = [row.code for row in Person.select(Person.code)]
    numbered = [found.groups() for code in codes if (found := _NUMBERED.fullmatch(code))]
    if not numbered:
        return "CB01" if not codes else ""
    uses = Counter(prefix for prefix, _ in numbered)
    prefix = max(uses, key=lambda one: (uses[one], one))
    digits = max((digits for one, digits in numbered if one == prefix), key=lambda one: (int(one), len(one)))
    return f"{prefix}{int(digits) + 1:0{len(digits)}}"


def suggestions() -> Suggestions:
    """What other people's records say in the fields that repeat."""
    with read():
        return Suggestions(
            _in_use(Person, Person.gender), _in_use(Person, Person.ethnicity), _staff_groups(),
            _in_use(Membership, Membership.post),
        )


def open_unit_of(placement: Placement) -> Unit:
    """The unit, refused if it is closed on the day."""
    row = unit_row_of(placement.unit_id)
    if row.closed_on is not None and (placement.from_on is None or placement.from_on > row.closed_on):
        raise UserError("person_unit_closed", field="unit", name=row.name, day=row.closed_on)
    return row


def _first_day_follows(row: Person, joined_before: date | None) -> None:
    if joined_before is None or row.joined_on is None or row.joined_on == joined_before:
        return
    first = Membership.get_or_none((Membership.person == row.id) & (Membership.from_on == joined_before))
    if first is not None and (first.until_on is None or first.until_on >= row.joined_on):
        save_changed(first, {"from_on": row.joined_on})


def _columns(draft: PersonDraft) -> dict[str, object]:
    return {
        "code": draft.code, "full_name": draft.full_name, "gender": draft.gender, "born_on": draft.born_on,
        "ethnicity": draft.ethnicity, "staff_group": draft.staff_group, "joined_on": draft.joined_on,
        "note": draft.note, "name_fold": fold(draft.full_name), "name_sort": name_key(draft.full_name),
    }


def _judged(draft: PersonDraft, row: Person | None) -> PersonDraft:
    """The draft tidied, or a refusal that names its field; `row` is the record it replaces."""
    draft = replace(
        draft, code=tidy(draft.code), full_name=tidy(draft.full_name), gender=_tidy(draft.gender),
        ethnicity=_tidy(draft.ethnicity), staff_group=_tidy(draft.staff_group), note=(draft.note or "").strip() or None,
    )
    if not draft.full_name:
        raise UserError("person_name_missing", field="full_name")
    if not _NAME.fullmatch(draft.full_name):
        raise UserError("person_name_odd", field="full_name")
    _judge_code(draft.code, row)
    if draft.staff_group is not None and draft.staff_group not in (known := _staff_groups()):
        raise UserError("person_group_unknown", field="staff_group", group=draft.staff_group, known=known)
    refuse_odd("born_on", draft.born_on)
    refuse_odd("joined_on", draft.joined_on)
    refuse_reversed("joined_on", "person_joined_before_born", draft.born_on, draft.joined_on, day=draft.born_on)
    if row is not None:
        refuse_reversed("joined_on", "person_joined_after_left", draft.joined_on, row.left_on, day=row.left_on)
        _judge_registrations(draft.joined_on, row)
    return draft


def _staff_groups() -> tuple[str, ...]:
    """Groups of the catalogue, of the criteria sheets and of people; a workbook knows no others."""
    sheets = (row.staff_group for row in CriteriaSheetGroup.select().order_by(CriteriaSheetGroup.id))
    return tuple(dict.fromkeys((*wording.STAFF_GROUPS, *sheets, *_in_use(Person, Person.staff_group))))


def _judge_code(code: str, row: Person | None) -> None:
    if not code:
        raise UserError("person_code_missing", field="code")
    if " " in code:
        raise UserError("person_code_has_space", field="code")
    owner = code_owner(code)
    if owner is not None and not (row is not None and not owner.is_unit and owner.id == row.id):
        raise UserError("person_code_taken", field="code", taken=code, owner=owner.name)


def _judge_registrations(joined_on: date | None, row: Person) -> None:
    mine = (Registration.person == row.id) & Registration.registered_on.is_null(False)
    first = Registration.select().where(mine).order_by(Registration.registered_on).first()
    if first is not None:
        day = first.registered_on
        refuse_reversed("joined_on", "person_joined_after_registration", joined_on, day, day=day)


def _in_use(table: type[Person] | type[Membership], column: "pw.Field[str | None]") -> tuple[str, ...]:
    query = table.select(column).where(column.is_null(False)).group_by(column).order_by(pw.fn.COUNT(table.id).desc())
    return tuple(value for (value,) in cast(Iterable[tuple[str]], query.tuples()))


def _tidy(written: str | None) -> str | None:
    return tidy(written or "") or None


def _name(person_id: PersonId) -> str:
    with read():
        return row_of(person_id).full_name
