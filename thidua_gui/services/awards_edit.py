"""Adds, corrects and revokes awards. None is ever deleted: a revocation is a row of its own. One operation each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

import peewee as pw

from db.models.awards import Award, AwardRevocation
from db.models.organisation import Person, Unit
from thidua_gui.core.changes import Changes
from thidua_gui.core.days import EARLIEST, LATEST, refuse_odd, refuse_reversed
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import AwardId, PersonId, UnitId
from thidua_gui.core.vietnamese import fold, tidy
from thidua_gui.services import awards, titles
from thidua_gui.services.memberships import main_posts
from thidua_gui.services.person_detail import row_of as person_row_of
from thidua_gui.services.rows import save_changed
from thidua_gui.services.transaction import open_session, read, write
from thidua_gui.services.unit_tree import row_of as unit_row_of
from thidua_gui.text import awards as wording

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class AwardDraft:
    """What the clerk filled in: exactly one of person and unit; `title` as the decision words it; None = not known."""

    person_id: PersonId | None
    unit_id: UnitId | None
    year: int
    title: str
    decision_number: str | None = None
    decided_on: date | None = None
    authority: str | None = None
    name_then: str | None = None
    post_then: str | None = None
    unit_then: str | None = None


@dataclass(frozen=True, slots=True)
class BearerThen:
    """Name, post and unit as the records have them for the end of a year; frozen into the award."""

    name: str
    post: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class UsedWordings:
    """Wordings and authorities of awards in the data file, the most frequent first."""

    titles: tuple[str, ...]
    authorities: tuple[str, ...]


def add_award(draft: AwardDraft) -> Changes:
    """An award of an earlier year or of another body; what is not said of "then" is taken from the records."""
    with write(wording.op_add(_bearer(draft), titles.short_of(draft.title), draft.year)) as operation:
        draft = _judged(draft, None)
        then = _then(draft, date(draft.year, 12, 31))
        last = Award.select(pw.fn.MAX(Award.position)).scalar() or 0
        Award.create(
            **_columns(replace(
                draft, name_then=draft.name_then or then.name, post_then=draft.post_then or then.post,
                unit_then=draft.unit_then or then.unit,
            )),
            person=draft.person_id, unit=draft.unit_id, position=last + 1,
        )
    return operation.changes


def correct_award(award_id: AwardId, draft: AwardDraft) -> Changes:
    """Put a slip of the hand right; refused for awards made by a decision of this program."""
    with write(wording.op_correct(_bearer(draft), titles.short_of(draft.title), draft.year)) as operation:
        row = _row(award_id)
        if row.decision_id is not None:
            raise UserError("award_issued", number=row.decision_number)
        save_changed(row, _columns(_judged(draft, row)))
    return operation.changes


def revoke_award(
    award_id: AwardId, revoked_on: date | None, reason: str, decision_number: str | None = None
) -> Changes:
    """Take an award back; it stays in the history with the day, the reason and the decision that did it."""
    found = awards.award(award_id)
    with write(wording.op_revoke(found.name, found.short, found.year), reason=tidy(reason)) as operation:
        row = _row(award_id)
        former = AwardRevocation.get_or_none(AwardRevocation.award == row.id)
        if former is not None:
            raise UserError("award_already_revoked", day=former.revoked_on)
        if revoked_on is None:
            raise UserError("award_revoke_day_missing", field="revoked_on")
        refuse_odd("revoked_on", revoked_on)
        day = row.decided_on
        refuse_reversed("revoked_on", "award_revoked_before_decided", day, revoked_on, day=day)
        if not tidy(reason):
            raise UserError("award_revoke_reason_missing", field="reason")
        AwardRevocation.create(
            award=row.id, revoked_on=revoked_on, reason=tidy(reason), decision_number=_tidy(decision_number)
        )
    return operation.changes


def bearer_then(person_id: PersonId | None, unit_id: UnitId | None, year: int) -> BearerThen:
    """What the dialog proposes for name, post and unit of that year."""
    with read():
        return _then(AwardDraft(person_id, unit_id, year, ""), date(year, 12, 31))


def used_wordings() -> UsedWordings:
    """What other awards say, to offer while typing."""
    with read():
        return UsedWordings(_used(Award.title), _used(Award.authority))


def _judged(draft: AwardDraft, row: Award | None) -> AwardDraft:
    draft = replace(
        draft, title=tidy(draft.title), decision_number=_tidy(draft.decision_number), authority=_tidy(draft.authority),
        name_then=_tidy(draft.name_then), post_then=_tidy(draft.post_then), unit_then=_tidy(draft.unit_then),
    )
    if (draft.person_id is None) == (draft.unit_id is None):
        raise UserError("award_bearer_missing", field="bearer")
    if not draft.title:
        raise UserError("award_title_missing", field="title")
    if len(draft.title) > LONGEST_TITLE:
        raise UserError("award_title_long", field="title", length=len(draft.title), longest=LONGEST_TITLE)
    if not EARLIEST.year <= draft.year <= LATEST.year:
        raise UserError("award_year_odd", field="year")
    this_year = open_session().clock().year
    if draft.year > this_year:
        raise UserError("award_year_to_come", field="year", year=draft.year, this_year=this_year)
    refuse_odd("decided_on", draft.decided_on)
    first = date(draft.year, 1, 1)
    refuse_reversed("decided_on", "award_decided_before_year", first, draft.decided_on, year=draft.year)
    _refuse_wrong_bearer(draft)
    _refuse_twice(draft, row)
    return draft


def _refuse_wrong_bearer(draft: AwardDraft) -> None:
    kind = titles.kind_of(draft.title)
    if kind is None or not (kind.is_title or kind.award is None):
        return
    if draft.unit_id is None and not kind.takes(is_unit=False):
        raise UserError("award_for_collective", field="title", title=draft.title)
    if draft.person_id is None and not kind.takes(is_unit=True):
        raise UserError("award_for_person", field="title", title=draft.title)


def _refuse_twice(draft: AwardDraft, row: Award | None) -> None:
    """A title is held once a year; of a form there may be several by different decisions."""
    mine = (Award.person == draft.person_id) if draft.unit_id is None else (Award.unit == draft.unit_id)
    revoked = AwardRevocation.select(AwardRevocation.award)
    kind = titles.kind_of(draft.title)
    is_title = kind is not None and kind.is_title
    for other in Award.select().where(mine & (Award.year == draft.year) & Award.id.not_in(revoked)):
        if row is not None and other.id == row.id:
            continue
        same = titles.kind_of(other.title) is kind if is_title else fold(other.title) == fold(draft.title)
        if same and (is_title or other.decision_number == draft.decision_number):
            decision = wording.decision(other.decision_number, other.decided_on)
            name, title = _bearer(draft), titles.short_of(other.title)
            raise UserError("award_exists", field="title", name=name, title=title, year=draft.year, decision=decision)


def _then(draft: AwardDraft, on: date) -> BearerThen:
    if draft.person_id is None:
        return BearerThen("" if draft.unit_id is None else unit_row_of(draft.unit_id).name, None, None)
    person = person_row_of(draft.person_id)
    post = main_posts(on, people=[draft.person_id]).get(draft.person_id)
    if post is None:
        return BearerThen(person.full_name, None, None)
    return BearerThen(person.full_name, post.post, unit_row_of(post.unit_id).name)


def _columns(draft: AwardDraft) -> dict[str, object]:
    return {
        "year": draft.year, "title": draft.title, "decision_number": draft.decision_number,
        "decided_on": draft.decided_on, "authority": draft.authority, "name_then": draft.name_then,
        "post_then": draft.post_then, "unit_then": draft.unit_then,
    }


def _row(award_id: AwardId) -> Award:
    row = Award.get_or_none(Award.id == award_id)
    if row is None:
        raise UserError("award_gone")
    return row


def _bearer(draft: AwardDraft) -> str:
    with read():
        if draft.person_id is not None:
            row = Person.get_or_none(Person.id == draft.person_id)
            return "" if row is None else row.full_name
        unit = None if draft.unit_id is None else Unit.get_or_none(Unit.id == draft.unit_id)
        return "" if unit is None else unit.name


def _used(column: "pw.Field[str] | pw.Field[str | None]") -> tuple[str, ...]:
    query = Award.select(column).where(column.is_null(False)).group_by(column).order_by(pw.fn.COUNT(Award.id).desc())
    return tuple(value for (value,) in cast(Iterable[tuple[str]], query.tuples()))


def _tidy(written: str | None) -> str | None:
    return tidy(written or "") or None
