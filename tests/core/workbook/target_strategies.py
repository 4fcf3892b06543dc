"""Targets composed of any entry of the catalogue, as a year workbook holds them."""

from collections.abc import Sequence

from hypothesis import strategies as st

from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.submissions import SubmissionKind
from thidua_gui.core.target_catalogue import BASES, MEASURES, Among, Measured, Parameter, Scope
from thidua_gui.core.targets import BoundUnit
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.vietnamese import tidy
from thidua_gui.core.workbook import rows

_PARAMETERS = {
    Parameter.RATING: st.sampled_from([rating.value for rating in Rating]),
    Parameter.TEACHING_LEVEL: st.sampled_from([level.value for level in TeachingLevel]),
    Parameter.SCOPE: st.sampled_from([scope.value for scope in Scope]),
    Parameter.SUBMISSION: st.sampled_from([kind.value for kind in SubmissionKind]),
    Parameter.POINTS: st.integers(0, 10_000_00).map(lambda hundredths: Points(hundredths).shortest),
}


@st.composite
def _composed(draw, entries, make, words):
    """An entry of the targets' catalogue with a parameter, if it takes one."""
    entry = draw(st.sampled_from(list(entries)))
    asked = entries[entry]
    if asked.parameter is None or (asked.is_optional and draw(st.booleans())):
        return make(entry)
    return make(entry, draw(_PARAMETERS.get(asked.parameter, words.map(tidy).filter(bool))))


@st.composite
def target_rows(
    draw: st.DrawFn,
    codes: st.SearchStrategy[str],
    words: st.SearchStrategy[str],
    units: Sequence[str],
    groups: Sequence[str],
) -> rows.TargetRow:
    """One target; its base may be narrowed to one of the units or groups."""
    unit = draw(st.sampled_from(BoundUnit))
    step, most = (1, 100_00) if unit is BoundUnit.PERCENT else (100, 100)
    lower, upper = sorted(Points(step * draw(st.integers(0, most))) for _ in range(2))
    return rows.TargetRow(
        draw(codes),
        draw(words),
        draw(_composed(MEASURES, Measured, words)),
        draw(_composed(BASES, Among, words)),
        draw(st.sampled_from((None, lower))),
        draw(st.sampled_from((None, upper))),
        unit,
        draw(st.none() | st.sampled_from(units)),
        draw(st.none() | st.sampled_from(groups)),
    )
