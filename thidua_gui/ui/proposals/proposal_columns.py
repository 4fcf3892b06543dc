"""The columns of proposals; a column that has nothing to say in a list is left out. Asks no service."""

from __future__ import annotations

from thidua_gui.core.proposals import EDITABLE, is_short
from thidua_gui.core.vietnamese import date_text
from thidua_gui.services.proposal_views import ProposalList, ProposalRow
from thidua_gui.text import grid as grid_wording
from thidua_gui.text import names, proposals
from thidua_gui.text import proposals_page as wording
from thidua_gui.ui.proposals.faces import state_chip, verdict_chip
from thidua_gui.ui.widgets.grid.columns import Align, Chip, Column, FilterKind, Kind, Look, Tone

CONTAINS, CHOICE = FilterKind.CONTAINS, FilterKind.CHOICE
LISTED_KEY = "listed"
GIVES_WAY = ("unit", "initiatives", "papers", "votes", "state")
"""What a narrow list does without, in this order: never name, points, verdict and the mark for the council."""
ON_PAPER = ("rating", "achievement")
"""Columns that the list on paper has although the screen hides them."""


def columns(shown: ProposalList) -> tuple[Column[ProposalRow], ...]:
    """In the order of the picture; who is tied at the end of the quota has a mark."""
    rows = shown.rows
    has_initiatives = any(row.initiatives or row.at_hand for row in rows)
    has_votes = any(row.agree is not None or row.present is not None for row in rows)
    has_totals = any(row.total is not None for row in rows)
    undecided = frozenset(shown.quota.tied) if shown.quota is not None else frozenset[int]()
    wanted: list[Column[ProposalRow] | None] = [
        _rank() if has_totals else None, _name(shown, undecided), None if shown.of_units else _unit(), _rating(),
        _points() if has_totals else None, _initiatives() if has_initiatives else None,
        _votes() if has_votes else None, _papers(),
        _verdict(is_provisional=shown.is_provisional), _state(), *_quiet(), _listed(is_closed=shown.is_closed),
    ]  # fmt: skip
    return tuple(column for column in wanted if column is not None)


def may_list(row: ProposalRow) -> bool:
    """Whether the mark for the council may still change."""
    return row.state in EDITABLE


def _rank() -> Column[ProposalRow]:
    return Column(
        key="rank", title=wording.RANK, width=46, kind=Kind.NUMBER, align=Align.CENTRE,
        text=lambda row: grid_wording.BLANK if row.rank is None else str(row.rank), sort_key=lambda row: row.rank,
        tooltip=_tied, searchable=False, look=Look.MUTED,
    )  # fmt: skip


def _name(shown: ProposalList, undecided: frozenset[int]) -> Column[ProposalRow]:
    return Column(
        key="name", title=wording.UNIT_SUBJECT if shown.of_units else wording.PERSON, text=lambda row: row.name,
        width=150, stretch=True, look=Look.STRONG, hideable=False, filter=CONTAINS,
        sort_key=lambda row: row.name_sort, tooltip=lambda row: row.duplicate or _tied(row) or row.name,
        icon=lambda row: "copy" if row.duplicate else "equal" if row.subject in undecided else "",
        spoken=lambda row: f"{row.name}. {row.duplicate}" if row.duplicate else row.name,
    )  # fmt: skip


def _unit() -> Column[ProposalRow]:
    return Column(
        key="unit", title=wording.UNIT, text=lambda row: row.unit_name, width=106, stretch=True, filter=CHOICE,
        tooltip=lambda row: row.unit_name,
    )  # fmt: skip


def _rating() -> Column[ProposalRow]:
    return Column(
        key="rating", title=wording.RATING, width=120, hidden=True, filter=CHOICE,
        text=lambda row: grid_wording.BLANK if row.rating is None else names.RATINGS[row.rating],
    )  # fmt: skip


def _points() -> Column[ProposalRow]:
    return Column(
        key="points", title=wording.POINTS, width=54, kind=Kind.NUMBER, look=Look.STRONG,
        filter=FilterKind.AT_LEAST,
        tooltip=_tied,
        text=lambda row: grid_wording.BLANK if row.total is None else str(row.total),
        sort_key=lambda row: None if row.total is None else row.total.hundredths,
    )  # fmt: skip


def _initiatives() -> Column[ProposalRow]:
    return Column(
        key="initiatives", title=wording.INITIATIVES, width=72, filter=CONTAINS, text=_initiative_words,
        tooltip=lambda row: wording.at_hand_tip(row.at_hand) if not row.initiatives and row.at_hand else "",
        look_of=lambda row: Look.PLAIN if row.initiatives else Look.MUTED,
    )  # fmt: skip


def _votes() -> Column[ProposalRow]:
    return Column(
        key="votes", title=wording.VOTES, title_tip=wording.VOTES_TIP, width=60, kind=Kind.NUMBER, text=_vote_words,
        sort_key=lambda row: row.agree,
    )  # fmt: skip


def _papers() -> Column[ProposalRow]:
    return Column(
        key="papers", title=wording.PAPERS, title_tip=wording.PAPERS_TIP, width=62, kind=Kind.BADGE,
        align=Align.LEFT, chip=_paper_chip, sort_key=lambda row: row.papers_missing,
    )  # fmt: skip


def _verdict(*, is_provisional: bool) -> Column[ProposalRow]:
    return Column(
        key="verdict", title=wording.PROVISIONAL_VERDICT if is_provisional else wording.VERDICT, width=118,
        kind=Kind.CHIP, chip=verdict_chip, filter=CHOICE, align=Align.LEFT, tooltip=_verdict_tip,
    )  # fmt: skip


def _state() -> Column[ProposalRow]:
    return Column(
        key="state", title=wording.STATE, width=96, kind=Kind.CHIP, filter=CHOICE, align=Align.LEFT,
        chip=lambda row: state_chip(row.state), tooltip=lambda row: proposals.STATES[row.state],
        sort_key=lambda row: list(type(row.state)).index(row.state),
    )  # fmt: skip


def _quiet() -> tuple[Column[ProposalRow], ...]:
    return (
        Column(
            key="basis", title=wording.BASIS, text=lambda row: proposals.BASES[row.basis], width=96, hidden=True,
            filter=CHOICE,
        ),
        Column(key="code", title=wording.CODE, text=lambda row: row.code, width=72, hidden=True, filter=CONTAINS),
        Column(
            key="received", title=wording.RECEIVED, kind=Kind.DATE, width=96, hidden=True,
            text=lambda row: "" if row.received_on is None else date_text(row.received_on),
            sort_key=lambda row: row.received_on,
        ),
        Column(
            key="achievement", title=wording.ACHIEVEMENT, text=lambda row: row.achievement, width=180, hidden=True,
            filter=CONTAINS, tooltip=lambda row: row.achievement,
        ),
        Column(
            key="note", title=wording.NOTE, text=lambda row: row.note, width=140, hidden=True, filter=CONTAINS,
            tooltip=lambda row: row.note,
        ),
    )  # fmt: skip


def _listed(*, is_closed: bool) -> Column[ProposalRow]:
    return Column(
        key=LISTED_KEY, title=wording.TO_PRESENT, title_tip=wording.TO_PRESENT_TIP, width=64, kind=Kind.CHECK,
        checked=lambda row: row.is_listed, editable=lambda row: not is_closed and may_list(row), hideable=False,
        tooltip=lambda row: "" if may_list(row) else wording.LOCKED_LISTED,
    )  # fmt: skip


def _tied(row: ProposalRow) -> str:
    if not row.is_tied:
        return ""
    return wording.TIED if may_list(row) else wording.TIED_AWAY


def _initiative_words(row: ProposalRow) -> str:
    if row.initiatives:
        return ", ".join(row.initiatives)
    return wording.at_hand(row.at_hand) if row.at_hand else grid_wording.BLANK


def _vote_words(row: ProposalRow) -> str:
    if row.agree is None:
        return grid_wording.BLANK
    return str(row.agree) if row.present is None else f"{row.agree}/{row.present}"


def _paper_chip(row: ProposalRow) -> Chip:
    words = wording.papers_missing(row.papers_missing)
    return Chip(words, Tone.WARNING, "") if row.papers_missing else Chip(words)


def _verdict_tip(row: ProposalRow) -> str:
    if is_short(row.basis):
        return proposals.SHORT_WAY
    return wording.verdict_tip(row.met, row.of, row.overridden) if row.of else ""
