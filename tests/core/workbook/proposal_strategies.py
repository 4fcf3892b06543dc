"""Proposals with what hangs on them, objections and cases at random, as an export tells them."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import strategies as st

from thidua_gui.core.cases import CaseKind
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.eligibility_facts import Outcome
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.core.workbook import proposal_rows as rows
from thidua_gui.core.workbook.rows import SheetKey

KINDS = ("Lao động tiên tiến", "Chiến sĩ thi đua cơ sở", "Giấy khen")
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31)).map(lambda at: at.replace(microsecond=0, fold=0))
STATES = st.sampled_from(State)
OUTCOMES = st.sampled_from(Outcome)


def proposal_sheets(subjects, units, initiatives, words, maybe_words, maybe_days):
    """Each sheet by its key."""
    return _proposals(subjects, units, initiatives, words, maybe_words, maybe_days).flatmap(
        lambda found: _hanging(found, words, maybe_words, maybe_days)
    )


def _proposals(subjects, units, initiatives, words, maybe_words, maybe_days):
    chosen = st.lists(st.sampled_from(initiatives), max_size=2, unique=True) if initiatives else st.just([])
    row = st.builds(
        rows.ProposalRow, st.just(""), subjects, st.sampled_from(KINDS), words, st.just(CommendationKind.MERIT),
        STATES, st.booleans(), st.none() | st.sampled_from(units), maybe_days, maybe_words, maybe_words,
        position=st.none() | st.integers(1, 9), initiatives=chosen.map(lambda codes: tuple(codes) or None),
        lowered_to=st.none() | st.sampled_from(KINDS), pack=maybe_words, pack_sha256=maybe_words,
        outcome=st.none() | OUTCOMES,
    )  # fmt: skip
    listed = st.lists(row, max_size=3)
    return listed.map(lambda found: tuple(replace(one, code=f"ĐN{at:03}") for at, one in enumerate(found, 1)))


@st.composite
def _hanging(draw, proposals, words, maybe_words, maybe_days):
    if not proposals:
        return {}
    code = st.sampled_from([row.code for row in proposals])
    event = st.builds(
        rows.ProposalEventRow, code, MOMENTS, STATES, st.none() | STATES, maybe_words, maybe_words
    )
    paper = st.builds(
        rows.ProposalPaperRow, code, words, st.sampled_from(PaperState), maybe_days, maybe_words
    )
    condition = st.sampled_from(("rating", "ethics", "initiatives"))
    finding = st.builds(
        rows.ProposalFindingRow, code, condition, OUTCOMES, words, words, words, st.booleans(), st.booleans()
    )
    override = st.builds(rows.ConditionOverrideRow, code, condition, words, MOMENTS, maybe_words)
    drawn = {
        SheetKey.PROPOSAL_EVENTS: tuple(draw(st.lists(event, max_size=3))),
        SheetKey.PROPOSAL_FINDINGS: tuple(
            sorted(_once(draw(st.lists(finding, max_size=3)), "condition"), key=lambda one: one.proposal)
        ),
        SheetKey.PROPOSAL_PAPERS: _once(draw(st.lists(paper, max_size=3)), "name"),
        SheetKey.CONDITION_OVERRIDES: _once(draw(st.lists(override, max_size=3)), "condition"),
    }
    return {SheetKey.PROPOSALS: proposals, **drawn}


@st.composite
def against(draw, subjects, year, words, maybe_words, maybe_days):
    """Objections of the year and cases open on a day of it."""
    objection = st.builds(
        rows.ObjectionRow, subjects, st.just("ethics"), words, maybe_words, maybe_days, st.none(), maybe_words
    )
    case = st.builds(
        rows.OpenCaseRow, subjects, st.sampled_from(CaseKind), st.dates(date(1950, 1, 1), date(year, 12, 31)),
        st.none() | st.dates(date(year, 12, 31), date(2100, 12, 31)), maybe_words, maybe_words, maybe_words,
    )  # fmt: skip
    return {
        SheetKey.OBJECTIONS: tuple(draw(st.lists(objection, max_size=2))),
        SheetKey.OPEN_CASES: tuple(draw(st.lists(case, max_size=2))),
    }


def _once(listed, key):
    return tuple({(row.proposal, getattr(row, key)): row for row in listed}.values())
