"""Plans the awards of a year workbook: official rows are added or completed, never deleted. Knows no titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from db.models.awards import Award, AwardRevocation
from thidua_gui.core.errors import UserError
from thidua_gui.core.workbook.movement_rows import OutsideAwardRow
from thidua_gui.core.workbook.rows import AwardRow, SheetKey, YearWorkbook
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fate, Fields, Plan, numbered, rows_by

_COMPLETED = ("post_then", "unit_then", "decided_on", "authority")
_OTHER = ("name_then", "post_then", "unit_then", "year", "title", "decision_number")
AwardKey = tuple[str, str, str | None]
_Key = tuple[int | None, int | None, int, str, str | None]


def plan_awards(
    plan: Plan, book: YearWorkbook, campaign: int, codes: Codes, movements: Mapping[str, int]
) -> Mapping[AwardKey, int]:
    """Matched by subject, year, title and decision number; a revocation that the workbook does not tell stays. The ids
    of the year's own awards by bearer's code, title and number."""
    ids: dict[AwardKey, int] = {}
    revocations = rows_by(AwardRevocation.select(), lambda row: int(row["award"]))
    if SheetKey.AWARDS in book.present:
        ids = _plan_own(plan, book, campaign, codes, movements, revocations)
    if SheetKey.OUTSIDE_AWARDS in book.present:
        _plan_outside(plan, book, campaign, movements, revocations)
    return ids


def _plan_own(
    plan: Plan, book: YearWorkbook, campaign: int, codes: Codes, movements: Mapping[str, int],
    revocations: Mapping[int, Fields],
) -> dict[AwardKey, int]:  # fmt: skip
    ids: dict[AwardKey, int] = {}
    known = _known(book.awards, codes)
    names = {unit.code: unit.name for unit in book.units} | {person.code: person.full_name for person in book.people}
    for position, row in enumerate(book.awards, 1):
        fields = {**{name: getattr(row, name) for name in _COMPLETED}, **_commended(row, movements)}
        old = known.get(position)
        if old is None:
            given = {"campaign": campaign, "name_then": names.get(row.subject), "position": position}
            named = {"year": row.year, "title": row.title, "decision_number": row.decision_number}
            award, fate = plan.insert(Award, {**codes.subject(row.subject), **named, **fields, **given}), Fate.NEW
        else:
            place = {"position": position} if old["campaign"] == campaign else {}
            award, fate = old["id"], plan.change(Award, old, {**fields, **place})
        plan.note(title(SheetKey.AWARDS), award, fate)
        _plan_revocation(plan, SheetKey.AWARDS, row, award, revocations.get(award))
        if row.year == book.campaign.year:
            ids.setdefault((row.subject, row.title, row.decision_number), award)
    return ids


def _plan_outside(
    plan: Plan, book: YearWorkbook, campaign: int, movements: Mapping[str, int], revocations: Mapping[int, Fields]
) -> None:
    """Others are told apart by what was written of them, and among equals by their order."""
    nobody = Award.person.is_null() & Award.unit.is_null()
    held = numbered((_other(row), row) for row in cast(Iterable[Fields], Award.select().where(nobody).dicts()))
    wanted = numbered((_other(told), told) for told in ({"row": row, **_told(row)} for row in book.outside_awards))
    for place, (key, told) in enumerate(wanted.items(), len(book.awards) + 1):
        row, old = told["row"], held.get(key)
        fields = {"decided_on": row.decided_on, "authority": row.authority, **_commended(row, movements)}
        if old is None:
            given = {name: told[name] for name in _OTHER}
            award = plan.insert(Award, {**given, **fields, "campaign": campaign, "position": place})
            fate = Fate.NEW
        else:
            award, fate = old["id"], plan.change(Award, old, fields)
        plan.note(title(SheetKey.OUTSIDE_AWARDS), award, fate)
        _plan_revocation(plan, SheetKey.OUTSIDE_AWARDS, row, award, revocations.get(award))


def _told(row: OutsideAwardRow) -> Fields:
    return {name: getattr(row, name) for name in _OTHER}


def _other(row: Fields) -> tuple[object, ...]:
    return tuple(row[name] for name in _OTHER)


def _commended(row: AwardRow | OutsideAwardRow, movements: Mapping[str, int]) -> Fields:
    """For what it was given, as far as the workbook tells it: nothing is erased."""
    told: dict[str, object] = {}
    if row.kind is not None:
        told["kind"] = row.kind.value
    if row.achievement is not None:
        told["achievement"] = row.achievement
    if row.movement is not None:
        if row.movement not in movements:
            raise UserError("import_movement_unknown", name=row.movement)
        told["movement"] = movements[row.movement]
    return told


def _known(awards: Sequence[AwardRow], codes: Codes) -> dict[int, Fields]:
    """The award that each line (by its position) means; of several alike first the one decided on the same day."""
    existing = _existing({row.year for row in awards})
    known: dict[int, Fields] = {}
    for by_day in (True, False):
        for position, row in enumerate(awards, 1):
            subject = codes.subject(row.subject)
            key = (subject["person"], subject["unit"], row.year, row.title, row.decision_number)
            alike = existing.get(key, [])
            old = next((one for one in alike if not by_day or one["decided_on"] == row.decided_on), None)
            if old is not None and position not in known:
                alike.remove(old)
                known[position] = old
    return known


def _existing(years: Iterable[int]) -> dict[_Key, list[Fields]]:
    found: dict[_Key, list[Fields]] = {}
    query = Award.select().where(Award.year.in_(sorted(years))).order_by(Award.id)
    for row in cast(Iterable[Fields], query.dicts()):
        key = (row["person"], row["unit"], row["year"], row["title"], row["decision_number"])
        found.setdefault(key, []).append(row)
    return found


def _plan_revocation(
    plan: Plan, sheet: SheetKey, row: AwardRow | OutsideAwardRow, award: int, old: Fields | None
) -> None:
    if row.revoked_on is None:
        return
    fields: Fields = {"award": award, "revoked_on": row.revoked_on, "reason": row.revocation_reason}
    if row.revocation_number is not None:
        fields = {**fields, "decision_number": row.revocation_number}
    if old is None:
        plan.insert(AwardRevocation, fields)
        plan.note(title(sheet), award, Fate.NEW)
    else:
        plan.note(title(sheet), award, plan.change(AwardRevocation, old, fields))
