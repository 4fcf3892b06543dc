"""The verdicts on an award of a year: everyone, or every unit, with each condition, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.eligibility_facts import Judgement
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.titles import COLLECTIVE_TITLES, TitleKey
from thidua_gui.services.eligibility_year import YearEligibility
from thidua_gui.services.objections import Objections
from thidua_gui.services.rules import law
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts


@dataclass(frozen=True, slots=True)
class SubjectVerdict:
    """Kết luận on one person or unit; without a `judgement` nothing can be said for the reason of the whole."""

    subject: int
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts on one award by one law. `regime`: the pack of the decision's day, None where there is none;
    `pack` and `sha256`: what judged. `reason` says why nothing could be judged, or why it is provisional."""

    award: TitleKey
    of_units: bool
    regime: str | None
    pack: str | None
    sha256: str | None
    is_shipped: bool
    is_provisional: bool
    reason: str
    subjects: tuple[SubjectVerdict, ...]


def verdicts(
    campaign_id: CampaignId,
    award: TitleKey,
    subjects: Collection[int] | None = None,
    *,
    received_on: date | None = None,
    is_provisional: bool = False,
    objections: Objections | None = None,
) -> Verdicts:
    """Everyone who counts in the year, or every unit for an award of collectives, in the order of their lists.

    `received_on`: the day the dossier was received for appraisal. `is_provisional`: where the law of the day is not
    read yet, judge by the last one that is.
    """
    with read():
        facts = YearFacts(campaign_id)
        season = facts.year
        applied = law(
            season.year, season.decision_on or season.last_day, received_on, is_provisional=is_provisional
        )  # fmt: skip
        of_units = award in COLLECTIVE_TITLES
        listed = facts.collectives + facts.units if of_units else facts.people
        ids = list(dict.fromkeys(int(one.id) for one in listed))
        wanted = ids if subjects is None else [subject for subject in ids if subject in subjects]
        judged = YearEligibility(facts, applied, objections).judged(award, wanted)
    pack = applied.pack
    return Verdicts(
        award, of_units, applied.regime, None if pack is None else pack.id, None if pack is None else pack.sha256,
        pack is None or pack.is_shipped, applied.is_provisional, applied.reason,
        tuple(SubjectVerdict(subject, judged.get(subject)) for subject in wanted),
    )  # fmt: skip
