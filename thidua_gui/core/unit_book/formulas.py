"""The formulas that a book counts with: totals with caps, ratings by thresholds. Cell addresses only, never words."""

from collections.abc import Mapping, Sequence

from thidua_gui.core.ids import CriterionId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Threshold
from thidua_gui.core.scoring import CriterionKind, Sheet, cap_of

_MOST_ARGUMENTS = 250


def total_formula(sheet: Sheet, cells: Mapping[CriterionId, str]) -> str:
    """The total of one line, "" while a required score is missing; as core.scoring.total."""
    required = [cells[leaf.id] for leaf in sheet.leaves() if leaf.kind is CriterionKind.POINTS]
    every = [cells[leaf.id] for leaf in sheet.leaves()]
    if not every:
        return '=""'
    given, wanted = (_counted(required), len(required)) if required else (_counted(every), 1)
    return f'=IF({given}<{wanted},"",{_sum(sheet, None, cells)})'


def total_value(points: Points | None) -> float | str:
    """What the formula gives now, for programs that do not count anew."""
    return "" if points is None else points.as_number


def proposal_formula(total: str, thresholds: Sequence[Threshold], words: Sequence[str]) -> str:
    """The best rating whose threshold the total reaches; `words` are addresses of the ratings' names."""
    nested = '""'
    for threshold, word in sorted(zip(thresholds, words, strict=True), key=lambda pair: pair[0].from_points):
        nested = f"IF({total}>={threshold.from_points.as_number:g},{word},{nested})"
    return f'=IF({total}="","",{nested})'


def _sum(sheet: Sheet, group: CriterionId | None, cells: Mapping[CriterionId, str]) -> str:
    terms = ""
    for child in sheet.children(group):
        if child.kind is CriterionKind.GROUP:
            if not sheet.leaves(child.id):
                continue
            inner = _sum(sheet, child.id, cells)
            cap = cap_of(child)
            terms += f"+({inner})" if cap is None else f"+MIN({cap.as_number:g},{inner})"
        else:
            terms += ("-" if child.kind is CriterionKind.DEDUCTION else "+") + f"N({cells[child.id]})"
    return terms.removeprefix("+") or "0"


def _counted(cells: Sequence[str]) -> str:
    chunks = [cells[start : start + _MOST_ARGUMENTS] for start in range(0, len(cells), _MOST_ARGUMENTS)]
    return "+".join(f"COUNT({','.join(chunk)})" for chunk in chunks)
