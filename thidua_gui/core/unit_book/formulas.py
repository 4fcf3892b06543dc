"""The formulas that a book counts with: totals with caps, ratings by thresholds. Cell addresses only, never words."""

from collections.abc import Callable, Mapping, Sequence

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Threshold
from thidua_gui.core.scoring import Criterion, CriterionKind, Sheet, cap_of

_LONGEST = 8000
"""Excel takes 8192 characters."""

Cells = Mapping[CriterionId, str]


def total_formula(sheet: Sheet, cells: Cells) -> str:
    """The total of one line as core.scoring.total: "" while a required score is missing or is one that the rules
    refuse. A sheet of very many criteria is counted without looking at the rules."""
    careful = _total(sheet, cells, _lawful)
    return careful if len(careful) <= _LONGEST else _total(sheet, cells, lambda leaf, cell: f"ISNUMBER({cell})")


def total_value(points: Points | None) -> float | str:
    """What the formula gives now, for programs that do not count anew."""
    return "" if points is None else points.as_number


def proposal_formula(total: str, thresholds: Sequence[Threshold], words: Sequence[str]) -> str:
    """The best rating whose threshold the total reaches; `words` are addresses of the ratings' names."""
    nested = '""'
    for threshold, word in sorted(zip(thresholds, words, strict=True), key=lambda pair: pair[0].from_points):
        nested = f"IF({total}>={threshold.from_points.as_number:g},{word},{nested})"
    return f'=IF({total}="","",{nested})'


def _total(sheet: Sheet, cells: Cells, lawful: Callable[[Criterion, str], str]) -> str:
    required = [leaf for leaf in sheet.leaves() if leaf.kind is CriterionKind.POINTS]
    counted = required or sheet.leaves()
    if not counted:
        return '=""'
    given = "+".join(f"({lawful(leaf, cells[leaf.id])})" for leaf in counted)
    return f'=IF({given}<{len(required) or 1},"",{_sum(sheet, None, cells, lawful)})'


def _lawful(leaf: Criterion, cell: str) -> str:
    """1 for points that the criterion takes, else 0."""
    found = f"ISNUMBER({cell})*(N({cell})>=0)*(N({cell})<={leaf.maximum.as_number:g})"
    if leaf.step is None or leaf.step.hundredths <= 0:
        return found
    return f"{found}*(MOD(ROUND(N({cell})*100,0),{leaf.step.hundredths})=0)"


def _sum(sheet: Sheet, group: CriterionId | None, cells: Cells, lawful: Callable[[Criterion, str], str]) -> str:
    terms = ""
    for child in sheet.children(group):
        if child.kind is not CriterionKind.GROUP:
            terms += _term(child, cells[child.id], lawful)
        elif sheet.leaves(child.id):
            inner, cap = _sum(sheet, child.id, cells, lawful), cap_of(child)
            terms += f"+({inner})" if cap is None else f"+MIN({cap.as_number:g},{inner})"
    return terms.removeprefix("+") or "0"


def _term(leaf: Criterion, cell: str, lawful: Callable[[Criterion, str], str]) -> str:
    """A bonus or deduction that the rules refuse counts nothing; of required points there is none by then."""
    if leaf.kind is CriterionKind.POINTS:
        return f"+N({cell})"
    sign = "-" if leaf.kind is CriterionKind.DEDUCTION else "+"
    return f"{sign}N({cell})*{lawful(leaf, cell)}"
