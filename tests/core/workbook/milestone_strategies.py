"""Milestones at random: any kind any number of times, the first day before the last."""

from datetime import date

from hypothesis import strategies as st

from thidua_gui.core.timeline import MilestoneKind
from thidua_gui.core.workbook.milestone_row import MilestoneRow


@st.composite
def milestones(draw, words, maybe_words, maybe_days):
    rows = []
    for kind in draw(st.lists(st.sampled_from(MilestoneKind), max_size=4)):
        from_on = draw(maybe_days)
        due_on = draw(st.none() | st.dates(from_on or date(1900, 1, 1), date(2100, 12, 31)))
        days = from_on, due_on, draw(maybe_days)
        rows.append(MilestoneRow(kind, draw(words), *days, draw(maybe_words), draw(maybe_words)))
    return tuple(rows)
