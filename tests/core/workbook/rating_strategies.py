"""Right results of people: ratings of viên chức and of Party members on days that their year can have."""

from datetime import date

from hypothesis import strategies as st

from thidua_gui.core.ratings import Rating
from thidua_gui.core.workbook.rows import ResultRow


def rating_days(year):
    """A day of the year or of the next one, or none."""
    return st.none() | st.dates(date(year, 1, 1), date(year + 1, 12, 31))


def result_of(code, year, maybe_words):
    """The line of one person."""
    rated = st.tuples(st.sampled_from(Rating), maybe_words, rating_days(year)) | st.just((None, None, None))
    party = st.tuples(st.sampled_from(Rating), rating_days(year), maybe_words) | st.just((None, None, None))
    marks = st.tuples(st.booleans(), st.booleans())
    return st.builds(
        lambda rated, marks, party: ResultRow(code, rated[0], *marks, *rated[1:], *party), rated, marks, party
    )
