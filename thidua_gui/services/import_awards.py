"""Plans the awards of a year workbook: official rows are added or completed, never deleted. Knows no titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from db.models.awards import Award, AwardRevocation
from thidua_gui.core.workbook.rows import AwardRow, SheetKey, YearWorkbook
from thidua_gui.services.import_campaign import title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fate, Fields, Plan, rows_by

_COMPLETED = ("post_then", "unit_then", "decided_on", "authority")
_Key = tuple[int | None, int | None, int, str, str | None]


def plan_awards(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Matched by subject, year, title and decision number; a revocation that the workbook does not tell stays."""
    if SheetKey.AWARDS not in book.present:
        return
    known = _known(book.awards, codes)
    revocations = rows_by(AwardRevocation.select(), lambda row: int(row["award"]))
    names = {unit.code: unit.name for unit in book.units} | {person.code: person.full_name for person in book.people}
    for position, row in enumerate(book.awards, 1):
        fields = {name: getattr(row, name) for name in _COMPLETED}
        old = known.get(position)
        if old is None:
            given = {"campaign": campaign, "name_then": names.get(row.subject), "position": position}
            named = {"year": row.year, "title": row.title, "decision_number": row.decision_number}
            award, fate = plan.insert(Award, {**codes.subject(row.subject), **named, **fields, **given}), Fate.NEW
        else:
            place = {"position": position} if old["campaign"] == campaign else {}
            award, fate = old["id"], plan.change(Award, old, {**fields, **place})
        plan.note(title(SheetKey.AWARDS), award, fate)
        _plan_revocation(plan, row, award, revocations.get(award))


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


def _plan_revocation(plan: Plan, row: AwardRow, award: int, old: Fields | None) -> None:
    if row.revoked_on is None:
        return
    fields = {"award": award, "revoked_on": row.revoked_on, "reason": row.revocation_reason}
    if old is None:
        plan.insert(AwardRevocation, fields)
        plan.note(title(SheetKey.AWARDS), award, Fate.NEW)
    else:
        plan.note(title(SheetKey.AWARDS), award, plan.change(AwardRevocation, old, fields))
