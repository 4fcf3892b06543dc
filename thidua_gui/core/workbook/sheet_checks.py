"""What must hold in one sheet and not in every one: ranges of targets, thresholds, ballots, dates of registration."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from thidua_gui.core.points import Points
from thidua_gui.core.rating_order import is_rating_day, rating_days
from thidua_gui.core.targets import BoundUnit
from thidua_gui.core.workbook.checks import Masters
from thidua_gui.core.workbook.problems import Reason
from thidua_gui.core.workbook.rows import ChangeKind, SheetKey
from thidua_gui.core.workbook.tables import Line, Table
from thidua_gui.core.workbook.transfers import former_unit

_WHOLE_PERCENT = Points(100_00)
_NOT_MORE_THAN = (("returned", "issued"), ("valid", "returned"), ("agree", "valid"), ("disagree", "valid"))


def check_sheet(table: Table, masters: Masters, words_before_unit: str) -> None:
    """The problems are added to the table; `words_before_unit` stand before the former unit in a transfer's detail."""
    if table.spec.key is SheetKey.PERSONNEL_CHANGES:
        _read_transfers(table, masters, words_before_unit)
    elif table.spec.key in _CHECKS:
        _CHECKS[table.spec.key](table, masters)


def _check_people(table: Table, masters: Masters) -> None:
    """Where a code may be a person's or a unit's, one code must not be both. A misspelt staff group counts nowhere."""
    for line in table.lines:
        if masters.units is not None and line.values.get("code") in masters.units:
            table.refuse_cell(line, "code", Reason.CODE_OF_A_UNIT)
        group = line.values.get("staff_group")
        if group is not None and group not in masters.staff_groups:
            table.refuse_cell(line, "staff_group", Reason.WORD_UNKNOWN, ", ".join(masters.staff_groups))


def _check_targets(table: Table, masters: Masters) -> None:
    for line in table.lines:
        lower, upper = line.values.get("lower"), line.values.get("upper")
        for key, bound in (("lower", lower), ("upper", upper)):
            if bound is not None and "unit" in line.values:
                _check_bound(table, line, key, bound)
        if lower is not None and upper is not None and upper < lower:
            table.refuse_cell(line, "upper", Reason.BOUNDS_REVERSED)
        group = line.values.get("within_group")
        if group is not None and group not in masters.staff_groups:
            table.refuse_cell(line, "within_group", Reason.WORD_UNKNOWN, ", ".join(masters.staff_groups))


def _check_bound(table: Table, line: Line, key: str, bound: Points) -> None:
    if line.values["unit"] is BoundUnit.PERCENT:
        if bound > _WHOLE_PERCENT:
            table.refuse_cell(line, key, Reason.NUMBER_OUT_OF_RANGE, "0-100")
    elif bound.hundredths % 100:
        table.refuse_cell(line, key, Reason.NOT_WHOLE)


def _read_transfers(table: Table, masters: Masters, words_before_unit: str) -> None:
    for line in table.lines:
        named = None
        if line.values.get("kind") is ChangeKind.TRANSFER and masters.units is not None:
            named = former_unit(line.values.get("detail"), words_before_unit, masters.units)
            if named is not None and named not in masters.units:
                table.refuse_cell(line, "detail", Reason.UNIT_UNKNOWN, named)
        line.values["former_unit"] = named


def _check_registrations(table: Table, masters: Masters) -> None:
    for line in table.lines:
        registered_on = line.values.get("registered_on")
        joined_on = (masters.people or {}).get(line.values.get("subject", ""))
        if registered_on is not None and joined_on is not None and registered_on < joined_on:
            expected = f"{joined_on:%d/%m/%Y}"
            table.refuse_cell(line, "registered_on", Reason.REGISTERED_BEFORE_JOINING, expected)


def _check_units(table: Table, masters: Masters) -> None:
    """What is told of a launch needs its day, and what is told of a rating the rating."""
    _need(table, "rating", ("rating_reason", "rated_on"))
    _check_rating_days(table, masters, ("rated_on",))
    for line in table.lines:
        told = line.values.get("participants") is not None or line.values.get("launch_note") is not None
        if told and line.values.get("launched_on", "") is None:
            table.refuse_cell(line, "launched_on", Reason.VALUE_MISSING)


def _check_results(table: Table, masters: Masters) -> None:
    _need(table, "rating", ("rating_reason", "rated_on"))
    _need(table, "party_rating", ("party_rated_on", "party_decision"))
    _check_rating_days(table, masters, ("rated_on", "party_rated_on"))


def _check_rating_days(table: Table, masters: Masters, keys: Sequence[str]) -> None:
    """Those of the year or of the next one."""
    year = masters.year
    if year is None:
        return
    expected = "-".join(f"{day:%d/%m/%Y}" for day in rating_days(year))
    for line in table.lines:
        for key in keys:
            day = line.values.get(key)
            if day is not None and not is_rating_day(day, year):
                table.refuse_cell(line, key, Reason.RATED_OUTSIDE_YEAR, expected)


def _need(table: Table, needed: str, parts: Sequence[str]) -> None:
    """Nothing is told of what is not there."""
    bare = [
        line
        for line in table.lines
        if line.values.get(needed, "") is None and any(line.values.get(part) is not None for part in parts)
    ]
    if bare and needed not in table.places:
        table.refuse_column(Reason.COLUMN_MISSING, table.headers[needed])
        return
    for line in bare:
        table.refuse_cell(line, needed, Reason.VALUE_MISSING)


def _check_thresholds(table: Table, masters: Masters) -> None:
    """A better rating asks for more points."""
    read = [line for line in table.lines if line.values.keys() >= {"rating", "from_points"}]
    best_first = sorted(read, key=lambda line: line.values["rating"].order, reverse=True)
    for better, worse in pairwise(best_first):
        repeated = better.values["rating"] is worse.values["rating"]
        if not repeated and worse.values["from_points"] >= better.values["from_points"]:
            table.refuse_cell(worse, "from_points", Reason.THRESHOLD_ORDER)


def _check_awards(table: Table, masters: Masters) -> None:
    """A reason of revocation, or its decision, needs the day."""
    for line in table.lines:
        is_told = any(line.values.get(key) is not None for key in ("revocation_reason", "revocation_number"))
        if is_told and line.values.get("revoked_on", "") is None:
            table.refuse_cell(line, "revoked_on", Reason.VALUE_MISSING)


def _check_ballots(table: Table, masters: Masters) -> None:
    for line in table.lines:
        values = line.values
        for part, whole in _NOT_MORE_THAN:
            if values.get(part) is not None and values.get(whole) is not None and values[part] > values[whole]:
                table.refuse_cell(line, part, Reason.MORE_THAN_BEFORE, table.headers[whole])
        agree, disagree, valid = values.get("agree"), values.get("disagree"), values.get("valid")
        if agree is None or disagree is None or valid is None:
            continue
        if max(agree, disagree) <= valid < agree + disagree:
            table.refuse_cell(line, "disagree", Reason.MORE_THAN_BEFORE, table.headers["valid"])


def _check_unit_votes(table: Table, masters: Masters) -> None:
    """Nobody votes who is not there, and nobody is there who is not of the unit."""
    for line in table.lines:
        values = line.values
        for part, whole in (("present", "members"), ("agree", "present"), ("disagree", "present")):
            if values.get(part) is not None and values.get(whole) is not None and values[part] > values[whole]:
                table.refuse_cell(line, part, Reason.MORE_THAN_BEFORE, table.headers[whole])


_CHECKS: Mapping[SheetKey, Callable[[Table, Masters], None]] = {
    SheetKey.PEOPLE: _check_people,
    SheetKey.UNITS: _check_units,
    SheetKey.TARGETS: _check_targets,
    SheetKey.REGISTRATIONS: _check_registrations,
    SheetKey.THRESHOLDS: _check_thresholds,
    SheetKey.RESULTS: _check_results,
    SheetKey.AWARDS: _check_awards,
    SheetKey.OUTSIDE_AWARDS: _check_awards,
    SheetKey.BALLOTS: _check_ballots,
    SheetKey.UNIT_VOTES: _check_unit_votes,
}
