"""The lines of a right plan, in the form that an export gives them."""

from collections.abc import Sequence

from hypothesis import strategies as st

from thidua_gui.core.plan_outline import PlanSection
from thidua_gui.core.workbook.rows import PlanRow


@st.composite
def plan_rows(
    draw: st.DrawFn, units: Sequence[str], targets: Sequence[str], words: st.SearchStrategy[str]
) -> tuple[PlanRow, ...]:
    """In the order of the sections; each target from one line at most."""
    waiting = list(draw(st.permutations(targets)))
    maybe_words = st.none() | words
    carriers = st.none() | st.lists(st.sampled_from(units), min_size=1, max_size=3, unique=True).map(tuple)
    found = []
    for section in PlanSection:
        level = 0
        for _ in range(draw(st.integers(0, 2))):
            level = draw(st.integers(1, min(level + 1, 3)))
            told = (waiting.pop(),) if waiting and draw(st.booleans()) else None
            said = draw(maybe_words), draw(maybe_words), draw(carriers)
            found.append(PlanRow(section, draw(words), level, *said, told))
    return tuple(found)
