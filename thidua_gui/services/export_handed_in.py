"""Reads what units handed in in a year for its workbook: their votes and their submissions. Knows no other sheet."""

from __future__ import annotations

from db.models.submissions import Submission, UnitVote
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.workbook.handed_in_rows import SubmissionRow, UnitVoteRow
from thidua_gui.services.export_people import Listed
from thidua_gui.services.unit_votes import FACTS


def vote_rows(campaign_id: int, people: Listed) -> tuple[UnitVoteRow, ...]:
    """In the order in which they were recorded; votes of units that the year does not list are left out."""
    found = UnitVote.select().where(UnitVote.campaign == campaign_id).order_by(UnitVote.position, UnitVote.id)
    return tuple(
        UnitVoteRow(
            people.unit_codes[row.voting_unit_id], people.subject(row), row.title,
            *(getattr(row, name) for name in FACTS),
        )
        for row in found
        if row.voting_unit_id in people.unit_codes and people.names(row)
    )  # fmt: skip


def submission_rows(campaign_id: int, people: Listed) -> tuple[SubmissionRow, ...]:
    """The first one first."""
    found = Submission.select().where(Submission.campaign == campaign_id).order_by(Submission.id)
    return tuple(
        SubmissionRow(people.unit_codes[row.unit_id], SubmissionKind(row.kind), row.submitted_on, row.note)
        for row in found
        if row.unit_id in people.unit_codes
    )
