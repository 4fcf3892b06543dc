"""Plans what units of a year workbook handed in: their votes and their submissions. Knows no other sheet."""

from __future__ import annotations

from typing import Any

from db.models.submissions import Submission, UnitVote
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services.import_campaign import merge_list, title
from thidua_gui.services.import_people import Codes
from thidua_gui.services.import_plan import Fields, Plan, numbered
from thidua_gui.services.unit_votes import FACTS

_VOTE = ("voting_unit", "person", "unit", "title")
_SUBMISSION = ("unit", "kind", "submitted_on")


def plan_handed_in(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    """Both sheets, each only if the workbook has it; a submission that came as a workbook keeps its receipt."""
    if SheetKey.UNIT_VOTES in book.present:
        wanted = [
            {
                "voting_unit": codes.units[row.voting_unit],
                **codes.subject(row.subject),
                "title": row.title,
                **{name: getattr(row, name) for name in FACTS},
            }
            for row in book.unit_votes
        ]
        merge_list(plan, SheetKey.UNIT_VOTES, UnitVote, campaign, wanted, _VOTE)
    if SheetKey.SUBMISSIONS in book.present:
        _plan_submissions(plan, book, campaign, codes)


def _plan_submissions(plan: Plan, book: YearWorkbook, campaign: int, codes: Codes) -> None:
    def identity(row: Fields) -> tuple[object, ...]:
        return tuple(row[name] for name in _SUBMISSION)

    held: Any = Submission.select().where(Submission.campaign == campaign).order_by(Submission.id)
    wanted = [
        {
            "campaign": campaign,
            "unit": codes.units[row.unit],
            "kind": row.kind.value,
            "submitted_on": row.submitted_on,
            "note": row.note,
        }
        for row in book.submissions
    ]
    existing = numbered((identity(row), row) for row in held.dicts())
    plan.merge(Submission, title(SheetKey.SUBMISSIONS), existing, numbered((identity(row), row) for row in wanted))
