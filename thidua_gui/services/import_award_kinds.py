"""Plans the school's kinds of awards that a year workbook brings. Knows no other sheet."""

from __future__ import annotations

from itertools import count

from db.models.proposals import AwardKind
from thidua_gui.core.award_kinds import OWN
from thidua_gui.core.errors import UserError
from thidua_gui.core.vietnamese import fold
from thidua_gui.core.workbook.award_kind_row import AwardKindRow
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services import titles
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_plan import Fate, Fields, Plan, rows_by


def plan_award_kinds(plan: Plan, book: YearWorkbook) -> None:
    """Added and changed, never taken away: they are the school's, not the year's. An own kind is known by its name."""
    if SheetKey.AWARD_KINDS not in book.present:
        return
    held = rows_by(AwardKind.select(), lambda row: str(row["key"]))
    numbers = count(1 + max((max(_number(key), old["position"]) for key, old in held.items()), default=0))
    for row in book.award_kinds:
        key = _key(row, held)
        old = None if key is None else held.get(key)
        if old is None:
            place = 0 if key else next(numbers)
            plan.insert(AwardKind, {"key": key or f"{OWN}{place}", "position": place, **_fields(row)})
            fate = Fate.NEW
        else:
            fate = plan.change(AwardKind, old, _fields(row))
        plan.note(title(SheetKey.AWARD_KINDS), row.name, fate)


def _key(row: AwardKindRow, held: dict[str, Fields]) -> str | None:
    """None of an own kind that is not there yet."""
    if row.replaces is None:
        return next((key for key, old in held.items() if _is_own(key) and fold(old["name"]) == fold(row.name)), None)
    shipped = {fold(kind.name): kind for kind in titles.catalogue().kinds}
    found = shipped.get(fold(row.replaces))
    if found is None:
        raise UserError("workbook_kind_unknown", name=row.replaces)
    if (row.group, row.bearer, row.level) != (found.group, found.bearer, found.level):
        raise UserError("award_kind_law", name=found.name)
    return found.key.value


def _fields(row: AwardKindRow) -> Fields:
    return {
        "name": row.name, "short": row.short, "family": row.group.value, "subject": row.bearer.value,
        "level": row.level.value, "authority": row.authority, "wordings": "\n".join(row.wordings or ()) or None,
        "note": row.note, "is_used": not row.is_hidden,
    }  # fmt: skip


def _is_own(key: str) -> bool:
    return key.startswith(OWN)


def _number(key: str) -> int:
    return int(key.removeprefix(OWN)) if _is_own(key) else 0
