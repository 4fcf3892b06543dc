"""The columns of the page of ratings, of people or of units; asks no service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.errors import UserError
from thidua_gui.core.rating_order import refuse_odd_day
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject
from thidua_gui.core.vietnamese import date_text, fold
from thidua_gui.services.rating_edits import RatingField
from thidua_gui.text import ratings as wording
from thidua_gui.text.errors import sentence
from thidua_gui.ui.ratings.lines import Line
from thidua_gui.ui.widgets.date_field import read_date
from thidua_gui.ui.widgets.grid.columns import NO_CHIP, Align, Chip, Column, FilterKind, Kind, Look, Tone, pick_column

CONTAINS, CHOICE, AT_LEAST = FilterKind.CONTAINS, FilterKind.CHOICE, FilterKind.AT_LEAST
RATING_COLUMNS = frozenset({RatingField.RATING.value, RatingField.PARTY.value})
"""Cells that take the keys 1 to 4."""
DAY_COLUMNS = frozenset({RatingField.DECIDED_ON.value, RatingField.PARTY_ON.value})
_TONE = {Rating.EXCELLENT: Tone.OK, Rating.NOT_COMPLETED: Tone.ERROR}
_STALE = Chip(wording.STALE, Tone.WARNING, "alert-triangle")
_ODD = Chip(wording.ODD, Tone.WARNING, "arrows-exchange")


@dataclass(frozen=True, slots=True)
class Around:
    """What the cells need beside their row: may they be written, do headings name the units, whose rule on Party
    members and on the order of ratings, what one more does, the year whose days are taken."""

    of: SheetSubject
    is_open: bool
    by_unit: bool
    party_source: str
    order_source: str
    added: Callable[[Line], str]
    year: int


def columns(around: Around) -> tuple[Column[Line], ...]:
    """Name, place, points, proposal, what was decided; of people also the Party's rating."""
    is_person = around.of is SheetSubject.PERSON
    return (
        pick_column(),
        Column(
            key="name", title=wording.NAME if is_person else wording.UNIT_NAME, text=lambda line: line.named,
            width=150, look=Look.STRONG, stretch=True, hideable=False, filter=CONTAINS,
            sort_key=lambda line: line.rated.name_sort, folded=lambda line: fold(line.named), tooltip=_who,
        ),
        Column(
            key="code", title=wording.CODE, text=lambda line: line.rated.code, width=72, filter=CONTAINS,
            look=Look.MUTED, hidden=True,
        ),
        *(_place_columns(by_unit=around.by_unit) if is_person else _unit_columns()),
        *_points_columns(),
        *_decision_columns(around),
        *(_party_columns(around) if is_person else ()),
        Column(
            key="note", title=wording.NOTE, width=116, kind=Kind.BADGE, chip=_note, filter=CHOICE,
            tooltip=lambda line: _note_tip(line, around),
        ),
    )  # fmt: skip


def person_words(line: Line, party_source: str) -> tuple[str, str]:
    """What the strip under the grid says of a line: who it is, and what must be looked at."""
    rated = line.rated
    who = wording.person_line(line.named, rated.total, rated.stage, rated.proposed, rated.decision.rating)
    told = [wording.STALE_TIP] if rated.decision.is_stale else []
    told += [wording.problem_line(line.problems, party_source)] if line.problems else []
    return who, ". ".join(told)


def check_text(key: str, text: str, year: int) -> str:
    """What is wrong with a typed or pasted text, "" if nothing."""
    try:
        value_of(key, text, year)
    except UserError as problem:
        return sentence(problem)
    return ""


def value_of(key: str, text: str, year: int) -> Rating | date | str | None:
    """What a text means in a column; None empties the cell. Refused with `rating_word`, `rating_day` or
    `rating_day_outside`."""
    words = text.strip()
    if key in RATING_COLUMNS:
        return wording.rating_of(words)
    if key in DAY_COLUMNS and words:
        day = read_date(words)
        if day is None:
            raise UserError("rating_day", value=words)
        refuse_odd_day(key, day, year)
        return day
    return words or None


def unit_column() -> Column[Line]:
    """On paper also where headings name the units on screen."""
    return Column(
        key="unit", title=wording.UNIT, text=lambda line: line.rated.unit, width=120, look=Look.SMALL, filter=CHOICE,
        sort_key=lambda line: (line.rated.unit_place, line.rated.name_sort), tooltip=lambda line: line.rated.unit,
    )  # fmt: skip


def _place_columns(*, by_unit: bool) -> tuple[Column[Line], ...]:
    return (
        *(() if by_unit else (unit_column(),)),
        Column(
            key="post", title=wording.POST, text=lambda line: line.rated.post, width=104, look=Look.SMALL,
            filter=CONTAINS, tooltip=lambda line: line.rated.post,
        ),
        Column(
            key="group", title=wording.GROUP, text=lambda line: line.rated.staff_group or "", width=104,
            filter=CHOICE, hidden=True,
        ),
    )  # fmt: skip


def _unit_columns() -> tuple[Column[Line], ...]:
    return (
        Column(key="kind", title=wording.KIND, text=lambda line: line.rated.unit, width=90, filter=CHOICE),
        Column(
            key="head", title=wording.HEAD, text=lambda line: line.rated.post, width=160, filter=CONTAINS,
            tooltip=lambda line: line.rated.post,
        ),
    )  # fmt: skip


def _points_columns() -> tuple[Column[Line], ...]:
    return (
        Column(
            key="total", title=wording.TOTAL, text=lambda line: wording.total(line.rated.total), width=56,
            kind=Kind.NUMBER, filter=AT_LEAST, tooltip=_proposed_tip,
            sort_key=lambda line: None if line.rated.total is None else line.rated.total.hundredths,
        ),
        Column(
            key="stage", title=wording.STAGE, width=66, look=Look.SMALL,
            text=lambda line: "" if line.rated.stage is None else wording.STAGE_SHORT[line.rated.stage],
        ),
        Column(
            key="proposed", title=wording.PROPOSED, width=90, kind=Kind.CHIP, filter=CHOICE, tooltip=_proposed_tip,
            chip=lambda line: NO_CHIP if line.rated.proposed is None else Chip(wording.short(line.rated.proposed)),
            sort_key=lambda line: _order(line.rated.proposed),
        ),
    )  # fmt: skip


def _decision_columns(around: Around) -> tuple[Column[Line], ...]:
    def is_rated(line: Line) -> bool:
        return around.is_open and line.rated.decision.rating is not None

    return (
        Column(
            key=RatingField.RATING, title=wording.RATING, title_tip=wording.RATING_TIP, width=96, kind=Kind.CHIP,
            filter=CHOICE, chip=_rating, editable=lambda line: around.is_open,
            edit_text=lambda line: _short(line.rated.decision.rating), choices=lambda line: wording.CHOICES,
            check=lambda line, text: check_text(RatingField.RATING, text, around.year),
            sort_key=lambda line: _order(line.rated.decision.rating), tooltip=around.added,
            spoken=lambda line: wording.rated_spoken(line.rated.decision.rating, line.rated.proposed),
        ),
        Column(
            key=RatingField.REASON, title=wording.REASON, width=116, filter=CONTAINS, editable=is_rated,
            text=lambda line: line.rated.decision.reason or "", tooltip=lambda line: line.rated.decision.reason or "",
        ),
        Column(
            key=RatingField.DECIDED_ON, title=wording.DECIDED_ON, width=104, kind=Kind.DATE, filter=CONTAINS,
            align=Align.CENTRE, text=lambda line: _day(line.rated.decision.decided_on), editable=is_rated,
            sort_key=lambda line: line.rated.decision.decided_on,
            check=lambda line, text: check_text(RatingField.DECIDED_ON, text, around.year),
        ),
    )  # fmt: skip


def _party_columns(around: Around) -> tuple[Column[Line], ...]:
    def is_member(line: Line) -> bool:
        return around.is_open and line.rated.decision.party is not None

    return (
        Column(
            key=RatingField.PARTY, title=wording.PARTY, title_tip=wording.PARTY_TIP, width=90, kind=Kind.CHIP,
            filter=CHOICE, chip=_party, editable=lambda line: around.is_open,
            edit_text=lambda line: _short(line.rated.decision.party), choices=lambda line: wording.CHOICES,
            check=lambda line, text: check_text(RatingField.PARTY, text, around.year),
            sort_key=lambda line: _order(line.rated.decision.party),
        ),
        Column(
            key=RatingField.PARTY_ON, title=wording.PARTY_ON, width=104, kind=Kind.DATE, filter=CONTAINS,
            align=Align.CENTRE, text=lambda line: _day(line.rated.decision.party_on), editable=is_member,
            sort_key=lambda line: line.rated.decision.party_on,
            check=lambda line, text: check_text(RatingField.PARTY_ON, text, around.year),
        ),
        Column(
            key=RatingField.PARTY_NUMBER, title=wording.PARTY_NUMBER, width=110, filter=CONTAINS, hidden=True,
            text=lambda line: line.rated.decision.party_number or "", editable=is_member,
        ),
    )  # fmt: skip


def _rating(line: Line) -> Chip:
    """The decided rating; a pencil marks one that differs from its proposal."""
    rating = line.rated.decision.rating
    if rating is None:
        return NO_CHIP
    return Chip(wording.short(rating), _TONE.get(rating, Tone.NEUTRAL), "pencil" if line.rated.deviates else "")


def _party(line: Line) -> Chip:
    rating = line.rated.decision.party
    return NO_CHIP if rating is None else Chip(wording.short(rating), _TONE.get(rating, Tone.NEUTRAL))


def _note(line: Line) -> Chip | None:
    """What somebody must look at: a doubtful rating before a broken order."""
    if line.rated.decision.is_stale:
        return _STALE
    return _ODD if line.problems else None


def _note_tip(line: Line, around: Around) -> str:
    told = [wording.STALE_TIP] if line.rated.decision.is_stale else []
    if line.problems:
        told.append(wording.problem_tip(line.problems, around.party_source, around.order_source))
    return "\n".join(told)


def _proposed_tip(line: Line) -> str:
    return wording.proposed_tip(line.rated.proposed, line.rated.stage, line.rated.total)


def _who(line: Line) -> str:
    return ", ".join(part for part in (line.named, line.rated.post, line.rated.unit) if part)


def _short(rating: Rating | None) -> str:
    return "" if rating is None else wording.short(rating)


def _order(rating: Rating | None) -> int | None:
    """The best first."""
    return None if rating is None else -rating.order


def _day(day: date | None) -> str:
    return "" if day is None else date_text(day)
