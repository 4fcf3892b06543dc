"""Collects what the summaries tell, in one read each: scores and ratings by unit, targets with their counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from thidua_gui.core.ids import CampaignId, UnitId
from thidua_gui.core.target_catalogue import COMMENDED, Measure
from thidua_gui.core.targets import BoundUnit
from thidua_gui.documents.score_summary import ScoredPerson, ScoredUnit, ScoreSummaryFacts, score_summary
from thidua_gui.documents.summary_content import ScoreSummaryContent, TargetReportContent
from thidua_gui.documents.target_report import TargetFacts, TargetReportFacts, target_report
from thidua_gui.services.campaigns import campaign
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.scoring import Board, ScoreRow, board, effective_of, stage_total
from thidua_gui.services.target_facts import TargetLine, lines_of
from thidua_gui.services.transaction import read
from thidua_gui.services.year_facts import YearFacts
from thidua_gui.text import summaries as wording
from thidua_gui.text.target_sentences import counted_how, narrowed


@dataclass(frozen=True, slots=True)
class Issue:
    """How a summary is issued: a number or date not yet given is left open for writing by hand."""

    data_on: date
    number: str = ""
    issued_on: date | None = None

    @property
    def form_on(self) -> date:
        """The day whose rules of form hold."""
        return self.issued_on or self.data_on


def score_summary_content(campaign_id: CampaignId, issue: Issue, unit_id: UnitId | None = None) -> ScoreSummaryContent:
    """Bảng tổng hợp điểm, xếp loại of the whole school or of one unit."""
    with read():
        head = letterhead(campaign_id)
        year = campaign(campaign_id)
        units = _scored_units(board(campaign_id), unit_id)
    facts = ScoreSummaryFacts(
        office=head.office,
        year=year.year,
        units=units,
        data_on=issue.data_on,
        signer_post=head.signer_post,
        signer_name=head.signer_name,
        issued_on=issue.issued_on,
        heading=head.style,
    )
    return score_summary(facts, issue.form_on)


def target_report_content(campaign_id: CampaignId, issue: Issue) -> TargetReportContent:
    """Báo cáo kết quả thực hiện chỉ tiêu; what no data can decide yet is said to be open."""
    with read():
        head = letterhead(campaign_id)
        facts = YearFacts(campaign_id)
        lines = lines_of(facts)
    year = facts.year
    targets = tuple(map(_target, lines))
    report = TargetReportFacts(
        office=head.office,
        year=year.year,
        theme=year.theme or "",
        targets=targets,
        data_on=issue.data_on,
        signer_post=head.signer_post,
        signer_name=head.signer_name,
        plan_number=year.plan_number or "",
        plan_issued_on=year.plan_issued_on,
        number=issue.number,
        issued_on=issue.issued_on,
        heading=head.style,
    )
    return target_report(report, issue.form_on)


def _target(line: TargetLine) -> TargetFacts:
    """A plain number is counted as its own measure says, unless it counts commendations: the report's own words."""
    within = narrowed(line.within, line.within_unit)
    is_share = line.bound.unit is BoundUnit.PERCENT
    own_words = COMMENDED | {Measure.UNIT_TITLE}
    how = "" if is_share or line.measured.measure in own_words else counted_how(line.measured, line.among, within)
    return TargetFacts(
        line.code, line.content, line.bound, line.among, line.counted, line.verdict, line.basis, within=within, how=how
    )


def scopes(campaign_id: CampaignId) -> tuple[tuple[UnitId, str], ...]:
    """The units a summary can be limited to."""
    with read():
        return tuple((UnitId(unit.id), unit.name) for unit in YearFacts(campaign_id).units)


def _scored_units(year: Board, unit_id: UnitId | None) -> tuple[ScoredUnit, ...]:
    """People under their units, both in the office's own order."""
    rows: dict[tuple[int, str], list[ScoreRow]] = defaultdict(list)
    for row in year.rows:
        if unit_id is None or row.unit_id == unit_id:
            rows[row.unit_position, row.unit_name].append(row)
    return tuple(
        ScoredUnit(name or wording.NO_UNIT, tuple(_scored(row, year) for row in sorted(rows[place, name], key=_place)))
        for place, name in sorted(rows)
    )


def _place(row: ScoreRow) -> tuple[int, str, str]:
    return row.position, row.name_sort, row.code


def _scored(row: ScoreRow, year: Board) -> ScoredPerson:
    holding = effective_of(row, year)
    return ScoredPerson(
        name=row.name,
        post=row.post,
        born_on=row.born_on,
        points={stage.key: stage_total(year, row, stage.id) for stage in year.stages},
        rating=holding.rating,
        is_decided=holding.is_decided,
        note=row.decided_reason or "",
    )
