"""Targets across the years of the file: what each reached and how it was judged. Writes nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from db.models.campaigns import Campaign
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.target_catalogue import Among, Measured, Within
from thidua_gui.services.campaigns import row_of
from thidua_gui.services.target_facts import TargetLine, lines_of
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One year of a target; `line` None = that year had no such target."""

    year: int
    line: TargetLine | None


@dataclass(frozen=True, slots=True)
class TargetTrend:
    """A target of the year asked for, and the same target in every year of the file, the earliest first."""

    code: str
    content: str
    points: tuple[TrendPoint, ...]


def trend(campaign_id: CampaignId, codes: Collection[str] | None = None) -> tuple[TargetTrend, ...]:
    """The year's targets, or those of the codes, through the years up to it. A target of another year is the same when
    it measures the same among the same, whatever its code then was; of several, the one of the same code."""
    with read():
        last = row_of(campaign_id)
        rows = Campaign.select().where(Campaign.kind == last.kind, Campaign.year <= last.year)
        lines = {row.year: lines_of(YearFacts(CampaignId(row.id))) for row in rows.order_by(Campaign.year)}
    by_year = {year: _by_question(own) for year, own in lines.items()}
    wanted = [line for line in lines[last.year] if codes is None or line.code in codes]
    return tuple(_trend(line, by_year) for line in wanted)


_Same = tuple[Measured, Among, Within]


def _by_question(lines: Sequence[TargetLine]) -> Mapping[_Same, list[TargetLine]]:
    found: dict[_Same, list[TargetLine]] = {}
    for line in lines:
        found.setdefault(_same(line), []).append(line)
    return found


def _same(line: TargetLine) -> _Same:
    return line.measured, line.among, line.within


def _trend(line: TargetLine, by_year: Mapping[int, Mapping[_Same, list[TargetLine]]]) -> TargetTrend:
    points = []
    for year, questions in by_year.items():
        same = sorted(questions.get(_same(line), []), key=lambda other: other.code != line.code)
        points.append(TrendPoint(year, same[0] if same else None))
    return TargetTrend(line.code, line.content, tuple(points))
