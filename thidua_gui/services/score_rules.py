"""The school's own rules of scoring together: the share with its rounding, and from when a reason is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from thidua_gui.core.changes import Changes
from thidua_gui.core.cutline import QuotaRounding
from thidua_gui.core.points import Points
from thidua_gui.services import quotas, score_reasons
from thidua_gui.services.transaction import write
from thidua_gui.text import score_rules as wording


@dataclass(frozen=True, slots=True)
class Rules:
    """`limit` None = no reasons are asked for."""

    percent: Fraction
    rounding: QuotaRounding
    limit: Points | None


def set_rules(wanted: Rules, before: Rules) -> Changes:
    """Write what differs from before, one undo step."""
    with write(wording.TITLE) as operation:
        if (wanted.percent, wanted.rounding) != (before.percent, before.rounding):
            quotas.store_rule(wanted.percent, wanted.rounding)
        if wanted.limit != before.limit:
            score_reasons.store_limit(wanted.limit)
    return operation.changes
