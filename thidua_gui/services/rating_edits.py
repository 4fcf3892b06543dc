"""Ratings of many people or units in one step, with reasons, dates and Party ratings; thresholds of the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from db.models.scoring import PartyRating, RatingThreshold
from db.models.scoring import Rating as RatingRow
from thidua_gui.core.changes import Changes
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.points import ZERO, Points
from thidua_gui.core.rating_order import is_rating_day, refuse_odd_day
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject, group_maximum
from thidua_gui.services.bulk import Done, carry_out, chunks, sorted_out
from thidua_gui.services.campaigns import refuse_if_closed, row_of
from thidua_gui.services.rating_list import proposals
from thidua_gui.services.rows import save_changed
from thidua_gui.services.scoring import board_of, effective_of
from thidua_gui.services.sheet_rows import current_sheets
from thidua_gui.services.transaction import read, write
from thidua_gui.text import bulk as bulk_wording
from thidua_gui.text import ratings as wording

FEW = 200
"""Up to so many are judged by their own scores; beyond that the year's totals are added up once."""


class RatingField(StrEnum):
    """Which cell of somebody's line is written."""

    RATING = "rating"
    REASON = "reason"
    DECIDED_ON = "decided_on"
    PARTY = "party"
    PARTY_ON = "party_on"
    PARTY_NUMBER = "party_number"


@dataclass(frozen=True, slots=True)
class RatingEdit:
    """One cell's new value; None empties it, and an emptied rating is withdrawn with its reason and date."""

    subject_id: int
    field: RatingField
    value: Rating | date | str | None


_PARTY_COLUMNS = {
    RatingField.PARTY: "rating",
    RatingField.PARTY_ON: "decided_on",
    RatingField.PARTY_NUMBER: "decision_number",
}
_Wanted = dict[RatingField, Rating | date | str | None]


def edit(
    campaign_id: CampaignId, edits: Sequence[RatingEdit], *, on: date, reason: str = "",
    of: SheetSubject = SheetSubject.PERSON,
) -> Changes:  # fmt: skip
    """Write these cells in one step. `reason` serves every rating that differs from its proposal and brings none of
    its own; without any it is refused (`rating_reason_missing`) and nothing is written. A day before the year or after
    the next one is refused (`rating_day_outside`); where `on` is such a day it is nobody's day of rating."""
    lines: dict[int, _Wanted] = {}
    for one in edits:
        lines.setdefault(one.subject_id, {})[one.field] = one.value
    with write(wording.step(len(lines), of), reason=reason.strip()) as operation:
        refuse_if_closed(campaign_id)
        book = _Book(campaign_id, of, list(lines), on)
        for subject, wanted in lines.items():
            book.write_rating(subject, wanted, reason.strip())
            book.write_party(subject, wanted)
    return operation.changes


def proposed_for(campaign_id: CampaignId, ids: Sequence[int], of: SheetSubject) -> dict[int, Rating]:
    """What the thresholds propose for these now; whoever lacks points has no entry."""
    with read():
        return _proposed(campaign_id, ids, of)


def follow_proposals(
    campaign_id: CampaignId, ids: Sequence[int], *, on: date, of: SheetSubject = SheetSubject.PERSON
) -> Done:
    """Decide for each what the thresholds propose. Whoever has no complete total is passed over and counted, and so
    is whoever is rated that way already and was not made doubtful since."""
    with read():
        refuse_if_closed(campaign_id)
        proposed, rows = _proposed(campaign_id, ids, of), _rows(campaign_id, ids, of)

    def why_not(subject: int) -> str | None:
        if subject not in proposed:
            return bulk_wording.NO_TOTAL
        row = rows.get(subject)
        same = row is not None and row.rating == proposed[subject] and row.stale_since is None
        return bulk_wording.SAME_RATING if same else None

    taken, skipped = sorted_out(ids, why_not)
    noun = bulk_wording.PEOPLE_NOUN if of is SheetSubject.PERSON else bulk_wording.UNITS_NOUN
    book = _Book(campaign_id, of, taken, on, proposed)

    def work(subject: int) -> None:
        book.write_rating(subject, {RatingField.RATING: proposed[subject]}, "")

    return carry_out(wording.step_follow(len(taken), of), taken, skipped, noun, work)


def set_thresholds(campaign_id: CampaignId, wanted: Mapping[Rating, Points | None]) -> Changes:
    """Set from how many points each rating is proposed (None = never). What is decided stays as it is."""
    with write(wording.STEP_THRESHOLDS) as operation:
        refuse_if_closed(campaign_id)
        _judge_thresholds(wanted)
        _refuse_unreachable(campaign_id, wanted)
        rows = {row.rating: row for row in RatingThreshold.select().where(RatingThreshold.campaign == campaign_id)}
        for rating, points in wanted.items():
            row = rows.get(rating.value)
            if points is None and row is not None:
                row.delete_instance()
            elif points is not None and row is None:
                RatingThreshold.create(campaign=campaign_id, rating=rating.value, from_points=points.hundredths)
            elif points is not None and row is not None:
                save_changed(row, {"from_points": points.hundredths})
    return operation.changes


def _judge_thresholds(wanted: Mapping[Rating, Points | None]) -> None:
    """The better rating must ask for more; the field of the better one is told."""
    set_ones = [(rating, points) for rating in Rating if (points := wanted.get(rating)) is not None]
    for rating, points in set_ones:
        if points < ZERO:
            raise UserError("threshold_negative", field=rating.value)
    for (better, more), (worse, less) in pairwise(set_ones):
        if more <= less:
            raise UserError(
                "threshold_not_above", field=better.value, better=wording.short(better), worse=wording.short(worse),
                points=less.shortest,
            )  # fmt: skip


def _refuse_unreachable(campaign_id: CampaignId, wanted: Mapping[Rating, Points | None]) -> None:
    """No threshold is above the most, bonuses included, that any sheet of the year for people gives."""
    sheets = [sheet for sheet in current_sheets(campaign_id, SheetSubject.PERSON) if sheet.criteria]
    if not sheets:
        return
    most = max(group_maximum(sheet) for sheet in sheets)
    for rating in Rating:
        points = wanted.get(rating)
        if points is not None and points > most:
            raise UserError("threshold_above_sheets", field=rating.value, points=points.shortest, most=most.shortest)


class _Book:
    """The rows of some people or units within one write, read once."""

    def __init__(
        self, campaign_id: CampaignId, of: SheetSubject, ids: Sequence[int], on: date,
        proposed: Mapping[int, Rating] | None = None,
    ) -> None:  # fmt: skip
        self._campaign_id = campaign_id
        self._of = of
        self._year = row_of(campaign_id).year
        self._on = on if is_rating_day(on, self._year) else None
        self._rows = _rows(campaign_id, ids, of)
        self._party = _party_rows(campaign_id, ids) if of is SheetSubject.PERSON else {}
        self._proposed = _proposed(campaign_id, ids, of) if proposed is None else proposed

    def write_rating(self, subject: int, wanted: _Wanted, reason: str) -> None:
        """Rating, reason and date of one line."""
        if not wanted.keys() & {RatingField.RATING, RatingField.REASON, RatingField.DECIDED_ON}:
            return
        row = self._rows.get(subject)
        if RatingField.RATING in wanted and wanted[RatingField.RATING] is None:
            if row is not None:
                row.delete_instance()
            return
        if row is None and RatingField.RATING not in wanted:
            if any(wanted.get(field) for field in (RatingField.REASON, RatingField.DECIDED_ON)):
                raise UserError("rating_missing")
            return
        self._decide(subject, row, wanted, reason)

    def _decide(self, subject: int, row: RatingRow | None, wanted: _Wanted, reason: str) -> None:
        given = wanted.get(RatingField.RATING)
        holds = Rating(str(given)) if row is None or given is not None else Rating(row.rating)
        proposed = self._proposed.get(subject)
        deviates = proposed not in (None, holds)
        said = _said(row, holds, wanted, reason if deviates else "")
        if deviates and said is None and wanted.keys() & {RatingField.RATING, RatingField.REASON}:
            raise UserError("rating_reason_missing")
        values: dict[str, object] = {"rating": holds.value, "reason": said}
        if RatingField.DECIDED_ON in wanted:
            values["decided_on"] = self._day(RatingField.DECIDED_ON, wanted)
        elif given is not None and self._on is not None:
            values["decided_on"] = self._on
        if given is not None:
            values |= {"proposed": None if proposed is None else proposed.value, "stale_since": None}
        if row is None:
            RatingRow.create(campaign=self._campaign_id, **{self._of.value: subject}, **values)
        else:
            save_changed(row, values)

    def write_party(self, subject: int, wanted: _Wanted) -> None:
        """Party rating, its date and the number of its decision, of one person."""
        values = {name: wanted[field] for field, name in _PARTY_COLUMNS.items() if field in wanted}
        if not values:
            return
        row = self._party.get(subject)
        if "rating" in values and values["rating"] is None:
            if row is not None:
                row.delete_instance()
            return
        if row is None and "rating" not in values:
            if any(value is not None for value in values.values()):
                raise UserError("party_rating_missing")
            return
        self._day(RatingField.PARTY_ON, wanted)
        if row is None:
            PartyRating.create(campaign=self._campaign_id, person=subject, **values)
        else:
            save_changed(row, values)

    def _day(self, field: RatingField, wanted: _Wanted) -> date | None:
        value = wanted.get(field)
        day = value if isinstance(value, date) else None
        refuse_odd_day(field, day, self._year)
        return day


def _said(row: RatingRow | None, holds: Rating, wanted: _Wanted, reason: str) -> str | None:
    """The line's own reason, else what was said for this very rating, else the one given for all who differ."""
    if RatingField.REASON in wanted:
        return str(wanted[RatingField.REASON] or "").strip() or None
    kept = row.reason if row is not None and row.rating == holds.value else None
    return kept or reason or None


def _proposed(campaign_id: CampaignId, ids: Sequence[int], of: SheetSubject) -> dict[int, Rating]:
    if of is SheetSubject.UNIT or len(ids) > FEW:
        return proposals(campaign_id, of)
    year = board_of(campaign_id, [PersonId(person) for person in ids])
    judged = ((row.id, effective_of(row, year).proposed) for row in year.rows)
    return {person: rating for person, rating in judged if rating is not None}


def _rows(campaign_id: CampaignId, ids: Sequence[int], of: SheetSubject) -> dict[int, RatingRow]:
    owner = RatingRow.person if of is SheetSubject.PERSON else RatingRow.unit
    found: dict[int, RatingRow] = {}
    for some in chunks(ids):
        for row in RatingRow.select().where((RatingRow.campaign == campaign_id) & owner.in_(some)):
            found[(row.person_id if of is SheetSubject.PERSON else row.unit_id) or 0] = row
    return found


def _party_rows(campaign_id: CampaignId, ids: Sequence[int]) -> dict[int, PartyRating]:
    found: dict[int, PartyRating] = {}
    for some in chunks(ids):
        mine = (PartyRating.campaign == campaign_id) & PartyRating.person.in_(some)
        found |= {row.person_id: row for row in PartyRating.select().where(mine)}
    return found
