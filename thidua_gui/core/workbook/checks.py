"""What must hold in every sheet: no repeated code, no unknown code, nothing ends before it starts. Knows no scores."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import SCHOOL_CODE, SheetKey
from thidua_gui.core.workbook.specification import Column, Refers
from thidua_gui.core.workbook.tables import Table

_UNKNOWN = {
    Refers.PERSON: Reason.PERSON_UNKNOWN,
    Refers.UNIT: Reason.UNIT_UNKNOWN,
    Refers.SUBJECT: Reason.SUBJECT_UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Masters:
    """Units' names, people's first days and groups by code; None when a code stands twice, is a unit's and a person's,
    or could not be read: that is told where it stands, and not again wherever it makes a code be missed."""

    units: Mapping[str, str | None] | None
    people: Mapping[str, date | None] | None
    groups: Mapping[str, str | None] | None
    staff_groups: tuple[str, ...]
    year: int | None
    """None when the campaign's sheet has none that can be read."""

    @classmethod
    def of(cls, tables: Mapping[SheetKey, Table], staff_groups: Iterable[str]) -> "Masters":
        """`staff_groups`: those known beside the ones that criteria sheets name."""
        named_units = _by_code(tables.get(SheetKey.UNITS), "name")
        units = None if named_units is None else {SCHOOL_CODE: None, **named_units}
        people = _by_code(tables.get(SheetKey.PEOPLE), "joined_on", units or ())
        groups_of = _by_code(tables.get(SheetKey.PEOPLE), "staff_group", units or ())
        criteria = tables.get(SheetKey.CRITERIA)
        named = [line.values.get("staff_groups") or () for line in criteria.lines] if criteria else []
        groups = dict.fromkeys((*staff_groups, *chain.from_iterable(named)))
        campaign = tables.get(SheetKey.CAMPAIGN)
        years = [line.values.get("year") for line in campaign.lines] if campaign else []
        return cls(units, people, groups_of, tuple(groups), next(iter(years), None))

    def codes(self, refers: Refers) -> set[str] | None:
        """Those a cell may hold; None if that is not known."""
        asked: list[Mapping[str, object] | None] = []
        if refers is not Refers.PERSON:
            asked.append(self.units)
        if refers is not Refers.UNIT:
            asked.append(self.people)
        return None if None in asked else {code for codes in asked for code in codes or ()}


def read_school(table: Table, masters: Masters, word: str) -> None:
    """The word for the school itself, where a unit's code may stand, becomes its code, unless it is somebody's own."""
    if word in (masters.units or {}) or word in (masters.people or {}):
        return
    for column in table.spec.columns:
        if column.refers in (Refers.UNIT, Refers.SUBJECT):
            for line in table.lines:
                line.values.update(_with_school_code(column.key, line.values.get(column.key), word))


def _with_school_code(key: str, written: object, word: str) -> dict[str, object]:
    if isinstance(written, str) and written.upper() == word:
        return {key: SCHOOL_CODE}
    if isinstance(written, tuple) and word in written:
        return {key: tuple(SCHOOL_CODE if code == word else code for code in written)}
    return {}


def check_table(table: Table, masters: Masters) -> None:
    """The problems are added to the table."""
    _check_identity(table)
    for column in table.spec.columns:
        if column.refers is not None:
            _check_references(table, column, column.refers, masters.codes(column.refers))
    for earlier, later in table.spec.ordered:
        _check_order(table, earlier, later)


def _by_code(table: Table | None, key: str, taken: Collection[str] = ()) -> dict[str, Any] | None:
    """None as well when a code is one of those `taken`."""
    if table is None or "code" not in table.places:
        return None
    by_code = {line.values["code"]: line.values.get(key) for line in table.lines if "code" in line.values}
    return by_code if len(by_code) == len(table.lines) and by_code.keys().isdisjoint(taken) else None


def _check_identity(table: Table) -> None:
    keys = table.spec.identity
    seen: dict[tuple[object, ...], int] = {}
    for line in table.lines if keys else ():
        if all(key in line.values for key in keys):
            first = seen.setdefault(tuple(line.values[key] for key in keys), line.row)
            if first != line.row:
                table.refuse_cell(line, keys[0], Reason.CODE_REPEATED, str(first))


def _check_references(table: Table, column: Column, refers: Refers, known: set[str] | None) -> None:
    if known is None:
        return
    for line in table.lines:
        written = line.values.get(column.key)
        for code in written if isinstance(written, tuple) else (written,):
            if code is not None and code not in known:
                table.refuse_cell(line, column.key, _UNKNOWN[refers], code)


def _check_order(table: Table, earlier: str, later: str) -> None:
    for line in table.lines:
        first, last = line.values.get(earlier), line.values.get(later)
        if first is not None and last is not None and last < first:
            table.refuse_cell(line, later, Reason.ENDS_BEFORE_START, table.headers[earlier])
