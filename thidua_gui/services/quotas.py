"""The share of grassroots fighters among the holders of Lao động tiên tiến, and the line it draws in a ranking."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from db.models.awards import Award, AwardRevocation
from thidua_gui import resources
from thidua_gui.core.changes import Changes
from thidua_gui.core.cutline import CutLine, Quota, QuotaRounding, cut
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId, StageId
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating, at_least
from thidua_gui.core.titles import COUNT_AS_ADVANCED_LABOURER, TitleKey
from thidua_gui.services import settings, titles
from thidua_gui.services.campaigns import campaign
from thidua_gui.services.scoring import Board, effective_of, stage_total
from thidua_gui.services.transaction import read, write
from thidua_gui.text import quotas as wording

_PERCENT, _ROUNDING = "quota.grassroots_fighter.percent", "quota.grassroots_fighter.rounding"
_UNSET = -1


@dataclass(frozen=True, slots=True)
class QuotaRule:
    """The share in force: hundredths of a percent are exact; `is_own` when the school set it; `is_checked` when the
    source was read, otherwise it is shown as not yet checked."""

    quota: Quota
    source: str
    is_own: bool
    is_checked: bool


@dataclass(frozen=True, slots=True)
class QuotaFacts:
    """The rule in force, and how many hold Lao động tiên tiến of the year by a decision (0 = not settled)."""

    rule: QuotaRule
    granted: int


class Candidate(NamedTuple):
    """One person of the ranking: the title registered, the rating that holds, the total of the stage."""

    registered_title: str | None
    rating: Rating | None
    total: Points | None


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """The line over one stage's ranking. `is_settled`: titles of the year are granted, so the base is a fact;
    until then it counts who is registered for at least Lao động tiên tiến and rated good or better."""

    rule: QuotaRule
    base: int
    is_settled: bool
    line: CutLine
    proposed_below: int


def rule(on: date) -> QuotaRule:
    """The share on that day: the school's own, else the shipped one."""
    shipped = _shipped(on)
    percent, rounding = settings.get(_PERCENT, _UNSET, on), settings.get(_ROUNDING, "", on)
    quota = Quota(
        Fraction(str(shipped["percent"])) if percent == _UNSET else Fraction(percent, 100),
        QuotaRounding(rounding or str(shipped["rounding"])),
    )
    return QuotaRule(quota, str(shipped["source"]), percent != _UNSET, shipped["grade"] == "S")


def set_rule(percent: Fraction | None, rounding: QuotaRounding, valid_from: date | None = None) -> Changes:
    """Set the school's own share (None = the shipped one) and how it is rounded."""
    with write(wording.STEP) as operation:
        store_rule(percent, rounding, valid_from)
    return operation.changes


def store_rule(percent: Fraction | None, rounding: QuotaRounding, valid_from: date | None = None) -> None:
    """The same, for use inside a transaction."""
    if percent is not None and not 0 < percent <= 100:
        raise UserError("quota_percent", percent=float(percent))
    settings.store(_PERCENT, _UNSET if percent is None else round(percent * 100), valid_from)
    settings.store(_ROUNDING, rounding.value, valid_from)


def quota_line(year: Board, stage_id: StageId) -> QuotaLine:
    """The line of the year's share over the ranking of a stage."""
    candidates = [
        Candidate(row.registered_title, effective_of(row, year).rating, stage_total(year, row, stage_id))
        for row in year.rows
    ]
    return line_of(facts(year.campaign_id), candidates)


def facts(campaign_id: CampaignId) -> QuotaFacts:
    """What the line needs beside the rows: read once, while the rows change with every key."""
    with read():
        season = campaign(campaign_id)
        return QuotaFacts(rule(season.decision_on or season.last_day), _granted(season.year))


def line_of(known: QuotaFacts, candidates: Sequence[Candidate]) -> QuotaLine:
    """The line over these people; reads nothing."""
    base = known.granted or sum(_may_become_holder(one) for one in candidates)
    line = cut([one.total for one in candidates], known.rule.quota.places(base))
    below = sum(_wants_fighter(one.registered_title) and not _is_above(one.total, line) for one in candidates)
    return QuotaLine(known.rule, base, known.granted > 0, line, below)


def _is_above(total: Points | None, line: CutLine) -> bool:
    """A total that is not complete yet stands on neither side and is not counted as below."""
    return total is None or (line.last_in is not None and total >= line.last_in)


def _granted(year: int) -> int:
    """How many people hold Lao động tiên tiến of that year by a decision."""
    revoked = AwardRevocation.select(AwardRevocation.award)
    found = Award.select(Award.person, Award.title).where(
        (Award.year == year) & Award.person.is_null(False) & Award.id.not_in(revoked)
    )
    return len({row.person_id for row in found if titles.key_of(row.title) is TitleKey.ADVANCED_LABOURER})


def _may_become_holder(one: Candidate) -> bool:
    """Lao động tiên tiến as far as the row tells; the legal conditions are not judged here."""
    title, rating = one.registered_title, one.rating
    if title is None or rating is None or not at_least(rating, Rating.GOOD):
        return False
    return titles.key_of(title) in COUNT_AS_ADVANCED_LABOURER


def _wants_fighter(title: str | None) -> bool:
    return title is not None and titles.key_of(title) is TitleKey.GRASSROOTS_FIGHTER


def _shipped(on: date) -> Mapping[str, object]:
    valid = [entry for entry in _entries() if entry["from"] <= on]  # type: ignore[operator]  # TOML dates
    return max(valid or _entries()[:1], key=lambda entry: str(entry["from"]))


@cache
def _entries() -> Sequence[Mapping[str, object]]:
    found: list[Mapping[str, object]] = tomllib.loads(resources.text("quotas.toml"))["quota"]
    return found
