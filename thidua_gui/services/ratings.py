"""The decided rating of a person or a unit: set against the proposal with a reason, or withdrawn. Knows no window."""

from __future__ import annotations

from datetime import date

from db.models.scoring import Rating as RatingRow
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, SubjectId
from thidua_gui.core.rating_order import is_rating_day
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.scoring import proposal_for
from thidua_gui.services.subjects import column, name_of, owner
from thidua_gui.services.transaction import read, write
from thidua_gui.text import names
from thidua_gui.text import scoring as wording


def decide(
    campaign_id: CampaignId, subject_id: SubjectId, rating: Rating | None, reason: str, *, on: date,
    of: SheetSubject = SheetSubject.PERSON,
) -> Changes:  # fmt: skip
    """Set the rating of a person or unit, or withdraw what was decided (None). A rating other than the proposed one
    needs a reason (`rating_reason_missing`). `on` is its day where it can be one (core.rating_order)."""
    with write(_title(subject_id, rating, of), reason=reason.strip()) as operation:
        year = refuse_if_closed(campaign_id).year
        mine = (RatingRow.campaign == campaign_id) & (owner(RatingRow, of) == subject_id)
        if rating is None:
            RatingRow.delete().where(mine).execute()
        else:
            proposed = proposal_for(campaign_id, subject_id, of)
            if proposed is not None and proposed is not rating and not reason.strip():
                raise UserError("rating_reason_missing")
            row = RatingRow.get_or_none(mine) or RatingRow(campaign=campaign_id, **{column(of): subject_id})
            row.rating, row.proposed, row.reason, row.stale_since = rating, proposed, reason.strip() or None, None
            if is_rating_day(on, year):
                row.decided_on = on
            row.save()
    return operation.changes


def _title(subject_id: SubjectId, rating: Rating | None, of: SheetSubject) -> str:
    with read():
        name = name_of(subject_id, of)
    return wording.step_rating(name, None if rating is None else names.RATINGS[rating])
