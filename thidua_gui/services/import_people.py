"""Plans the units, people and dated memberships of a year workbook. Knows no sheet but Đơn vị, Cá nhân, Biến động."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, cast

from db.models.campaigns import Campaign
from db.models.organisation import Membership, Person, Unit
from thidua_gui.core.course import Move, Piece, Place, Year, begun, ended, held, placed
from thidua_gui.core.ids import UnitId
from thidua_gui.core.vietnamese import fold, name_key
from thidua_gui.core.workbook.rows import SCHOOL_CODE, ChangeKind, PersonRow, SheetKey, YearWorkbook
from thidua_gui.documents.office import office
from thidua_gui.services.import_plan import Fate, Fields, Plan, numbered, rows_by
from thidua_gui.services.memberships import covering
from thidua_gui.text import imports as wording
from thidua_gui.text.school import ROOT_KIND
from thidua_gui.text.workbook import WORDING

_UNITS = WORDING.sheets[SheetKey.UNITS].title
_PEOPLE = WORDING.sheets[SheetKey.PEOPLE].title
_UNTOLD = ""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Codes:
    """The ids that the codes of a workbook stand for."""

    units: Mapping[str, int]
    people: Mapping[str, int]

    def subject(self, code: str) -> dict[str, int | None]:
        """The person or the unit, as columns of a row."""
        return {"person": self.people.get(code), "unit": self.units.get(code)}


def year_of(year: int) -> Year:
    """The year with its neighbours: other years of the file whose people are known."""
    others = [row.year for row in Campaign.select(Campaign.year).where(Campaign.year != year)]
    known = [other for other in others if Membership.select().where(covering(date(other, 12, 31))).exists()]
    return Year(year, any(other < year for other in known), any(other > year for other in known))


def plan_organisation(plan: Plan, book: YearWorkbook, year: Year) -> Codes:
    """Units and people by code, nobody and nothing deleted: whom the list no longer names has left."""
    units = _plan_units(plan, book, year)
    people = rows_by(Person.select(), lambda row: str(row["code"]))
    ids = {}
    for position, person in enumerate(book.people, 1):
        fields = _person_fields(person, position)
        old = people.get(person.code)
        if old is None:
            ids[person.code] = plan.insert(Person, {"code": person.code, **fields})
            plan.note(_PEOPLE, person.code, Fate.NEW)
        else:
            ids[person.code] = old["id"]
            plan.note(_PEOPLE, person.code, plan.change(Person, old, _kept(fields, old, year)))
    codes = Codes(units, ids)
    memberships = _memberships()
    _plan_memberships(plan, book, codes, people, memberships, year)
    _end_absent(plan, [row for code, row in people.items() if code not in ids], memberships, year)
    return codes


def _plan_units(plan: Plan, book: YearWorkbook, year: Year) -> dict[str, int]:
    existing = rows_by(Unit.select(), lambda row: str(row["code"]))
    ids = {SCHOOL_CODE: _root(plan, book, existing)}
    listed = [unit for unit in book.units if unit.code != SCHOOL_CODE]
    for position, unit in enumerate(listed, 1):
        old = existing.get(unit.code)
        fields = {"name": unit.name, "kind": unit.kind, "position": position, "name_fold": fold(unit.name)}
        if old is None:
            opened_on = year.first_day if year.has_earlier else None
            closed_on = year.last_day if year.has_later else None
            dates = {"opened_on": opened_on, "closed_on": closed_on, "parent": ids[SCHOOL_CODE], "is_root": False}
            ids[unit.code] = plan.insert(Unit, {"code": unit.code, **fields, **dates})
            plan.note(_UNITS, unit.code, Fate.NEW)
        else:
            ids[unit.code] = old["id"]
            plan.note(_UNITS, unit.code, plan.change(Unit, old, {**fields, **_open(old, year)}))
    for code, old in existing.items():
        if code not in ids and not old["is_root"] and _is_open(old, year.last_day):
            _close(plan, old, year)
    return ids


def _root(plan: Plan, book: YearWorkbook, existing: Mapping[str, Fields]) -> int:
    """The school itself; a name that it has already stays."""
    for row in existing.values():
        if row["is_root"]:
            return int(row["id"])
    name = office(book.office, book.campaign.plan_issued_at or "", "").running_name
    fields = {"code": SCHOOL_CODE, "name": name, "kind": ROOT_KIND, "is_root": True, "name_fold": fold(name)}
    return plan.insert(Unit, fields)


def _is_open(unit: Fields, on: date) -> bool:
    opened = unit["opened_on"] is None or unit["opened_on"] <= on
    return opened and (unit["closed_on"] is None or unit["closed_on"] >= on)


def _open(unit: Fields, year: Year) -> Fields:
    """Dates that make the unit exist at the end of the year, if they do not."""
    dates: dict[str, date | None] = {}
    if unit["opened_on"] is not None and unit["opened_on"] > year.last_day:
        dates["opened_on"] = year.first_day if year.has_earlier else None
    if unit["closed_on"] is not None and unit["closed_on"] < year.last_day:
        dates["closed_on"] = year.last_day if year.has_later else None
    return dates


def _close(plan: Plan, unit: Fields, year: Year) -> None:
    """A unit that the year's list does not have: gone before it, or not yet there. Between two years it stays."""
    if not year.has_later:
        plan.update(Unit, unit["id"], {"closed_on": max(year.first_day - _DAY, unit["opened_on"] or date.min)})
    elif not year.has_earlier:
        plan.update(Unit, unit["id"], {"opened_on": year.last_day + _DAY})
    else:
        return
    plan.note(_UNITS, unit["code"], Fate.REMOVED)


def _person_fields(person: PersonRow, position: int) -> dict[str, Any]:
    return {
        "full_name": person.full_name,
        "gender": person.gender,
        "born_on": person.born_on,
        "ethnicity": person.ethnicity,
        "staff_group": person.staff_group,
        "joined_on": person.joined_on,
        "left_on": person.left_on,
        "left_reason": person.left_reason,
        "name_fold": fold(person.full_name),
        "name_sort": name_key(person.full_name),
        "position": position,
    }


def _kept(fields: Fields, old: Fields, year: Year) -> Fields:
    """Empty cells erase nothing; somebody who had left before the year and is listed again is back."""
    told = {name: value for name, value in fields.items() if value is not None}
    if year.has_later and old["staff_group"] is not None:
        told.pop("staff_group", None)
    if "left_on" not in told and old["left_on"] is not None and _left_in(old, year) is None:
        told |= {"left_on": None, "left_reason": None}
    return told


def _memberships() -> dict[int, list[Fields]]:
    """All memberships by person, the earliest first."""
    found: dict[int, list[Fields]] = defaultdict(list)
    query = Membership.select().order_by(Membership.from_on.asc(nulls="FIRST"), Membership.id)
    for row in cast(Iterable[Fields], query.dicts()):
        found[row["person"]].append(row)
    return found


def _plan_memberships(
    plan: Plan,
    book: YearWorkbook,
    codes: Codes,
    people: Mapping[str, Fields],
    memberships: Mapping[int, Sequence[Fields]],
    year: Year,
) -> None:
    moves = _moves(book, codes)
    for person in book.people:
        person_id, unit = codes.people[person.code], UnitId(codes.units[person.unit])
        old = people.get(person.code)
        if old is None and person.code not in moves and person.left_on is None:
            plan.insert(Membership, _fields(person_id, begun(unit, person.post, person.joined_on, year)))
            continue
        place = Place(
            unit,
            person.post,
            tuple(moves.get(person.code, ())),
            person.joined_on or (None if old is None else old["joined_on"]),
            person.left_on or _left_in(old, year),
        )
        rows = memberships.get(person_id, ())
        pieces = [_piece(row) for row in rows]
        _plan_pieces(plan, person.code, person_id, rows, placed(pieces, place, year))


def _left_in(person: Fields | None, year: Year) -> date | None:
    """The last day of somebody known to have left, unless before the year or because a list of the year said so."""
    if person is None or person["left_on"] is None or person["left_reason"] == wording.not_in(year.year):
        return None
    left_on: date = person["left_on"]
    return left_on if left_on > year.first_day else None


def _moves(book: YearWorkbook, codes: Codes) -> dict[str, list[Move]]:
    moves: dict[str, list[Move]] = defaultdict(list)
    for change in book.personnel_changes:
        if change.kind is ChangeKind.TRANSFER and change.from_on is not None and change.former_unit is not None:
            moves[change.person].append(Move(change.from_on, UnitId(codes.units[change.former_unit])))
    return moves


def _end_absent(plan: Plan, absent: Iterable[Fields], memberships: Mapping[int, Sequence[Fields]], year: Year) -> None:
    """People at work at the end of the year whom its list does not name. They count as gone on its first day, so that
    nothing of the year before changes."""
    gone = set()
    for person in absent:
        rows = memberships.get(person["id"], ())
        pieces = [_piece(row) for row in rows]
        left_already = person["left_on"] is not None and person["left_on"] < year.last_day
        if held(pieces, year.last_day) is None or left_already:
            continue
        _plan_pieces(plan, _UNTOLD, person["id"], rows, ended(pieces, year))
        plan.note(_PEOPLE, person["code"], Fate.REMOVED)
        if not year.has_later:
            left_on = max(year.first_day, person["joined_on"] or date.min)
            plan.update(Person, person["id"], {"left_on": left_on, "left_reason": wording.not_in(year.year)})
            gone.add(person["id"])
    for unit in Unit.select().where(Unit.head.is_null(False)):
        if unit.head_id in gone:
            plan.update(Unit, unit.id, {"head": None})


def _piece(row: Fields) -> Piece:
    return Piece(UnitId(row["unit"]), row["post"], row["from_on"], row["until_on"])


def _fields(person_id: int, piece: Piece) -> Fields:
    return {
        "person": person_id,
        "unit": int(piece.unit),
        "post": piece.post,
        "from_on": piece.from_on,
        "until_on": piece.until_on,
    }


def _plan_pieces(plan: Plan, line: str, person_id: int, rows: Sequence[Fields], wanted: Sequence[Piece]) -> None:
    """Rows are kept where they say the same; a row of the same unit is changed rather than replaced."""
    sheet = _PEOPLE if line else _UNTOLD
    fields = [_fields(person_id, piece) for piece in wanted]
    existing, kept = (numbered((row["unit"], row) for row in listed) for listed in (rows, fields))
    plan.merge(Membership, sheet, existing, kept, lambda _: line)
