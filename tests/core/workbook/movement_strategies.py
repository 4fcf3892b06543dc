"""Right lines of the sheets of movements and of awards, in the form that an export gives them."""

from datetime import date

from hypothesis import strategies as st

from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.movements import MovementKind
from thidua_gui.core.workbook.movement_rows import MovementRow, OutsideAwardRow
from thidua_gui.core.workbook.rows import AwardRow

_LAST = date(2100, 12, 31)
_kinds = st.none() | st.sampled_from(CommendationKind)


@st.composite
def movements(draw, units, words, maybe_words, maybe_days):
    """Each name once."""
    names = draw(st.lists(words, max_size=3, unique=True))
    return tuple(draw(_movement(name, units, maybe_words, maybe_days)) for name in names)


@st.composite
def _movement(draw, name, units, maybe_words, maybe_days):
    starts_on = draw(maybe_days)
    later = st.none() | st.dates(starts_on or date(1900, 1, 1), _LAST)
    taking_part = draw(st.lists(st.sampled_from(units), max_size=3, unique=True))
    return MovementRow(
        name, draw(st.sampled_from(MovementKind)), starts_on, draw(later), draw(maybe_words), draw(maybe_words),
        draw(maybe_days), tuple(taking_part) or None, draw(later), draw(maybe_words),
    )  # fmt: skip


@st.composite
def awards(draw, subject, names, words, maybe_words, maybe_days):
    """To people and units; each with at most one line of the same identity."""
    listed = []
    for _ in range(draw(st.integers(0, 5))):
        given = draw(subject), draw(maybe_words), draw(maybe_words), draw(st.integers(1900, 2100)), draw(words)
        listed.append(AwardRow(*given, *draw(_decision(names, maybe_words, maybe_days))))
    unique = {(row.subject, row.year, row.title, row.decision_number, row.decided_on): row for row in listed}
    return tuple(unique.values())


@st.composite
def outside_awards(draw, names, words, maybe_words, maybe_days):
    """To others; no two are told apart by the day alone, which a workbook could not say again."""
    listed = []
    for _ in range(draw(st.integers(0, 3))):
        who = draw(words), draw(st.integers(1900, 2100)), draw(words), draw(maybe_words), draw(maybe_words)
        listed.append(OutsideAwardRow(*who, *draw(_decision(names, maybe_words, maybe_days))))
    return tuple(
        {
            (row.name_then, row.post_then, row.unit_then, row.year, row.title, row.decision_number): row
            for row in listed
        }.values()
    )


@st.composite
def _decision(draw, names, maybe_words, maybe_days):
    decided_on = draw(maybe_days)
    revoked_on = draw(st.none() | st.dates(decided_on or date(1900, 1, 1), _LAST))
    reason = None if revoked_on is None else draw(maybe_words)
    movement = draw(st.none() | st.sampled_from(names)) if names else None
    return (
        draw(maybe_words), decided_on, draw(maybe_words), revoked_on, reason, draw(_kinds), draw(maybe_words), movement,
        None if revoked_on is None else draw(maybe_words),
    )  # fmt: skip
