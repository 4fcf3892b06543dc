"""What units handed in, at random: votes that can be and submissions."""

from hypothesis import strategies as st

from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.workbook.handed_in_rows import SubmissionRow, UnitVoteRow


@st.composite
def unit_votes(draw, units, subjects, words, maybe_words, maybe_days):
    """Each of another unit, subject or title."""
    found = {}
    for _ in range(draw(st.integers(0, 3))):
        members, present = sorted(draw(st.tuples(*[st.integers(0, 50)] * 2)), reverse=True)
        agree = draw(st.integers(0, present))
        counts = (draw(st.sampled_from((None, count))) for count in (members, present, agree, present - agree))
        key = draw(st.sampled_from(units)), draw(st.sampled_from(subjects)), draw(words)
        found[key] = UnitVoteRow(*key, draw(maybe_days), *counts, draw(maybe_words), draw(maybe_words))
    return tuple(found.values())


@st.composite
def submissions(draw, units, days, maybe_words):
    """Also several of one unit on one day."""
    row = st.builds(SubmissionRow, st.sampled_from(units), st.sampled_from(SubmissionKind), days, maybe_words)
    return tuple(draw(st.lists(row, max_size=3)))
