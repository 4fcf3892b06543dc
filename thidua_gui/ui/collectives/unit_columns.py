"""The columns of the year's units; asks no service."""

from __future__ import annotations

from collections.abc import Callable

from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.votes import VoteCount
from thidua_gui.services.collectives import CollectiveRow
from thidua_gui.services.titles import short_of
from thidua_gui.services.unit_votes import VoteView
from thidua_gui.text import collectives as wording
from thidua_gui.text import unit_scoring as year_wording
from thidua_gui.text.names import RATING_CODE, RATING_SHORT, RATINGS
from thidua_gui.ui.forms.year_change import change_chip
from thidua_gui.ui.widgets.grid.columns import NO_CHIP, Chip, Column, FilterKind, Kind, Look, Tone

CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
FROZEN = 1
_TONE = {Rating.EXCELLENT: Tone.OK, Rating.NOT_COMPLETED: Tone.ERROR}


def columns(year: int) -> tuple[Column[CollectiveRow], ...]:
    """`year` is the campaign's: its last year stands beside it."""
    return (
        Column(
            key="unit", title=wording.COLUMN_UNIT, text=lambda row: row.short, width=162, look=Look.STRONG,
            stretch=True, hideable=False, filter=CONTAINS, tooltip=lambda row: row.name,
        ),
        Column(
            key="head", title=wording.COLUMN_HEAD, text=lambda row: row.head, width=142, filter=CONTAINS,
            tooltip=lambda row: row.head,
        ),
        Column(
            key="registered", title=wording.COLUMN_REGISTERED, width=112, filter=CONTAINS, text=_registered,
            look_of=lambda row: Look.PLAIN if row.registered else Look.MUTED,
            tooltip=lambda row: "\n".join(row.registered),
        ),
        *(_stage(stage) for stage in StageKey),
        *_last_year(year),
        Column(
            key="rating", title=wording.COLUMN_RATING, width=132, kind=Kind.CHIP, chip=_rating, filter=CHOICE,
            tooltip=_rating_tip, sort_key=_rating_order,
        ),
        Column(
            key="votes", title=wording.COLUMN_VOTES, width=150, text=_votes, filter=CONTAINS,
            tooltip=lambda row: "\n".join(map(_vote, row.votes)),
        ),
        Column(
            key="proposals", title=wording.COLUMN_PROPOSALS, title_tip=wording.PROPOSALS_TIP, width=64,
            kind=Kind.NUMBER, text=lambda row: str(row.proposals) if row.proposals else "",
        ),
    )  # fmt: skip


def _stage(stage: StageKey) -> Column[CollectiveRow]:
    def words(row: CollectiveRow) -> str:
        points = row.totals.get(stage)
        return "" if points is None else str(points)

    def order(row: CollectiveRow) -> int | None:
        points = row.totals.get(stage)
        return None if points is None else points.hundredths

    return Column(
        key=f"stage-{stage.value}", title=wording.COLUMN_STAGES[stage], group=wording.SCORES_BAND, kind=Kind.NUMBER,
        width=74 if stage is StageKey.COUNCIL else 66, text=words, sort_key=order,
    )  # fmt: skip


def _last_year(year: int) -> tuple[Column[CollectiveRow], ...]:
    band = year_wording.LAST_YEAR_BAND
    return (
        Column(
            key="last", title=wording.COLUMN_LAST, title_tip=year_wording.last_year_tip(year - 1), group=band, width=80,
            kind=Kind.NUMBER, look=Look.MUTED, text=_last, tooltip=_explained(year),
        ),
        Column(
            key="change", title=wording.COLUMN_CHANGE, title_tip=year_wording.change_tip(year - 1), group=band,
            width=88, kind=Kind.CHIP, chip=lambda row: change_chip(row.whole), searchable=False,
            tooltip=_explained(year), sort_key=_change,
        ),
    )  # fmt: skip


def _explained(year: int) -> Callable[[CollectiveRow], str]:
    return lambda row: year_wording.compared(year - 1, row.whole)


def _last(row: CollectiveRow) -> str:
    before = None if row.whole is None else row.whole.before
    return "" if before is None or before.points is None else str(before.points)


def _change(row: CollectiveRow) -> int | None:
    difference = None if row.whole is None else row.whole.difference
    return None if difference is None else difference.hundredths


def _registered(row: CollectiveRow) -> str:
    return wording.joined([short_of(title) for title in row.registered]) or wording.NOT_REGISTERED


def _rating(row: CollectiveRow) -> Chip:
    """The decided one first; one that must be looked at again says so in place of its own word."""
    if row.rating is not None and row.is_stale:
        return Chip(wording.STALE, Tone.WARNING, "alert-triangle")
    if row.rating is not None:
        return Chip(RATING_SHORT[row.rating], _TONE.get(row.rating, Tone.NEUTRAL), "check")
    return NO_CHIP if row.proposed is None else Chip(wording.proposed(RATING_CODE[row.proposed]))


def _rating_tip(row: CollectiveRow) -> str:
    if row.rating is not None:
        return "\n".join((RATINGS[row.rating], *([wording.STALE_TIP] if row.is_stale else [])))
    if row.proposed is not None:
        return f"{RATINGS[row.proposed]}. {wording.PROPOSED_TIP}"
    return wording.NOT_RATED


def _rating_order(row: CollectiveRow) -> int | None:
    """The best first."""
    rating = row.rating or row.proposed
    return None if rating is None else -rating.order


def _votes(row: CollectiveRow) -> str:
    return wording.joined([_vote(vote) for vote in row.votes])


def _vote(vote: VoteView) -> str:
    return wording.vote(short_of(vote.title), VoteCount(vote.members, vote.present, vote.agree, vote.disagree))
