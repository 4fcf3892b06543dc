"""Collects what Tổng quan says on paper, in one read. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_gui.core.ids import CampaignId
from thidua_gui.core.vietnamese import date_text
from thidua_gui.documents.office import heading
from thidua_gui.documents.overview_paper import OverviewContent, TargetBar
from thidua_gui.services.debts import Debt, pressing
from thidua_gui.services.letterhead import letterhead
from thidua_gui.services.overview import NamedStatus, year_state
from thidua_gui.services.target_facts import TargetLine, target_lines
from thidua_gui.services.transaction import read
from thidua_gui.text import overview as wording
from thidua_gui.text import overview_paper as paper
from thidua_gui.text import schedule as schedule_wording
from thidua_gui.text.targets import MARK_NOTE, actual_text, bound_text, by_conditions, marked_verdict


def overview_content(campaign_id: CampaignId, today: date) -> OverviewContent:
    """The page as of that day."""
    with read():
        head = letterhead(campaign_id)
        state = year_state(campaign_id, today)
        lines = target_lines(campaign_id)
    year, debts = state.campaign, pressing(state.debts, today)
    return OverviewContent(
        document_title=paper.document_title(year.year),
        issuer=head.office.full_name,
        form_on=today,
        heading=heading(head.style, head.office, today),
        kind=paper.KIND,
        subject=(paper.subject(year.year), *((wording.theme(year.theme),) if year.theme else ())),
        data_note=paper.data_note(today, year.plan_number, year.plan_issued_on),
        milestone_title=paper.MILESTONES,
        milestone_columns=paper.MILESTONE_COLUMNS,
        milestones=tuple(_milestone(mark) for mark in state.milestones),
        target_title=wording.TARGETS.format(year=year.year),
        target_columns=wording.COLUMNS,
        targets=tuple(_target(line) for line in lines),
        tally=_tally(lines),
        debt_title=paper.debts(len(debts)),
        debt_columns=paper.DEBT_COLUMNS,
        debts=tuple(_debt(debt, today) for debt in debts),
        no_debts=". ".join(wording.nothing_owed(len(state.debts), state.people)),
        more_debts=paper.MORE_DEBTS,
    )


def _milestone(mark: NamedStatus) -> tuple[str, ...]:
    return (
        mark.name, wording.milestone_when(mark.status), schedule_wording.done(mark.status),
        schedule_wording.state(mark.status),
    )  # fmt: skip


def _tally(lines: Sequence[TargetLine]) -> str:
    """How many of each verdict, and what the mark beside some of them means."""
    if not lines:
        return ""
    marked = any(by_conditions(line.verdict, line.basis) for line in lines)
    told = (wording.tally_of(len(lines)), paper.tally([line.verdict for line in lines]), MARK_NOTE if marked else "")
    return " ".join(part for part in told if part)


def _target(line: TargetLine) -> TargetBar:
    counted = line.counted
    cells = (
        line.code, line.content, bound_text(line.bound), actual_text(line.bound, counted),
        marked_verdict(line.verdict, line.basis),
    )  # fmt: skip
    return TargetBar(cells, line.bound, counted, line.verdict)


def _debt(debt: Debt, today: date) -> tuple[str, ...]:
    owed = schedule_wording.owed(debt.lack, debt.missing, debt.of)
    who = schedule_wording.people(debt.names, len(debt.people))
    due = "" if debt.due_on is None else date_text(debt.due_on)
    late = "" if debt.due_on is None else schedule_wording.late((debt.due_on - today).days)
    return (debt.unit_short, f"{owed}: {who}" if who else owed, due, late)
