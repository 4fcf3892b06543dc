"""The decided rating of a person: set against the proposal with a reason, or withdrawn. Knows no window."""

from __future__ import annotations

from datetime import date

from db.models.organisation import Person
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.ratings import Rating
from thidua_gui.services.campaigns import refuse_if_closed
from thidua_gui.services.scoring import proposal_for
from thidua_gui.services.transaction import read, write
from thidua_gui.text import names
from thidua_gui.text import scoring as wording


def decide(
    campaign_id: CampaignId, person_id: PersonId, rating: Rating | None, reason: str, *, on: date
) -> Changes:
    """Set the person's rating, or withdraw what was decided (None). A rating other than the proposed one needs a
    reason (`rating_reason_missing`)."""
    with write(_title(person_id, rating), reason=reason.strip()) as operation:
        refuse_if_closed(campaign_id)
        mine = (RatingRow.campaign == campaign_id) & (RatingRow.person == person_id)
        if rating is None:
            RatingRow.delete().where(mine).execute()
        else:
            proposed = proposal_for(campaign_id, person_id)
            if proposed is not None and proposed is not rating and not reason.strip():
                raise UserError("rating_reason_missing")
            row = RatingRow.get_or_none(mine) or RatingRow(campaign=campaign_id, person=person_id)
            row.rating, row.proposed, row.reason, row.decided_on = rating, proposed, reason.strip() or None, on
            row.stale_since = None
            row.save()
    return operation.changes


def _title(person_id: PersonId, rating: Rating | None) -> str:
    with read():
        name = Person.get_by_id(person_id).full_name
    return wording.step_rating(name, None if rating is None else names.RATINGS[rating])
