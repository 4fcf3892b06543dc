"""The school's own rules of scoring together: the share with its rounding, and from when a reason is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_gui.core.changes import Changes
from thidua_gui.core.cutline import Quota
from thidua_gui.core.points import Points
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import quota_rules, score_reasons
from thidua_gui.services.quota_line import QuotaFacts
from thidua_gui.services.transaction import write
from thidua_gui.text import score_rules as wording


@dataclass(frozen=True, slots=True)
class Rules:
    """No `share`: what is in force is no share of a base, and stays. `limit` None = no reasons are asked for."""

    share: Quota | None
    limit: Points | None


def set_rules(wanted: Rules, before: Rules, known: QuotaFacts) -> Changes:
    """Write what differs from before, one undo step; `known` are the facts of the line that was shown."""
    with write(wording.TITLE) as operation:
        rule = known.in_force.rule
        if wanted.share is not None and wanted.share != before.share and rule is not None:
            changed = quota_rules.with_share(rule, wanted.share)
            quota_rules.change_rule(TitleKey.GRASSROOTS_FIGHTER, changed, known.day)
        if wanted.limit != before.limit:
            score_reasons.store_limit(wanted.limit)
    return operation.changes
