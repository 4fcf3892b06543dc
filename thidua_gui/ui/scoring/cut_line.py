"""The line of the share over the ranking, from the rows that are shown. Pure; reads nothing and knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_gui.core.points import Points
from thidua_gui.core.scoreboard import Standing
from thidua_gui.core.scoring import StageKey
from thidua_gui.services.quota_line import Candidate, QuotaFacts, QuotaLine, line_of
from thidua_gui.text import quotas as wording
from thidua_gui.text import score_rules
from thidua_gui.ui.scoring.board_rows import BoardRow
from thidua_gui.ui.widgets.grid.row_order import CutLine


def cut_line(known: QuotaFacts, stage: StageKey, rows: Sequence[BoardRow]) -> CutLine | None:
    """None while nobody is complete, or nobody may become Lao động tiên tiến yet."""
    totals = [_total(row, stage) for row in rows]
    found = line_of(
        known,
        [
            Candidate(row.person.registered_title, row.line.rating.rating, total)
            for row, total in zip(rows, totals, strict=True)
        ],
    )
    if found is None or (found.rule.share and not found.base) or all(total is None for total in totals):
        return None
    above = frozenset(row.id for row, total in zip(rows, totals, strict=True) if _is_above(total, found))
    unchecked = () if found.rule.is_checked else (wording.UNCHECKED,)
    return CutLine(
        wording.title(found.rule, found.base, found.line.places, is_settled=found.is_settled),
        above,
        tuple(fact for fact in (*unchecked, *wording.sides(found.line).split("   ")) if fact),
        wording.below(found.proposed_below),
        group="done",
        tip="\n".join((_base(found), _source(found), score_rules.OPEN)),
    )


def _total(row: BoardRow, stage: StageKey) -> Points | None:
    """As the ranks: a refused value keeps a person out."""
    return row.line.points(stage) if row.line.standing is Standing.COMPLETE else None


def _is_above(total: Points | None, found: QuotaLine) -> bool:
    line = found.line
    if total is None or not line.above:
        return False
    return total > line.tied_at if line.tied_at is not None else line.last_in is not None and total >= line.last_in


def _base(found: QuotaLine) -> str:
    return wording.base_explained(found.rule, is_settled=found.is_settled)


def _source(found: QuotaLine) -> str:
    rule = found.rule
    return score_rules.source(rule.source, is_own=rule.is_own, is_checked=rule.is_checked)
