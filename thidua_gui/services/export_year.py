"""Reads one year out of the data file as a year workbook. Knows no files and no words but the closed lists."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import peewee as pw

from db.models.campaigns import Campaign, Discipline, PersonnelChange, Registration
from db.models.plan import Target
from db.models.submissions import SchoolResult
from thidua_gui.core.errors import UserError
from thidua_gui.core.points import Points
from thidua_gui.core.workbook import rows
from thidua_gui.core.workbook.rows import CampaignItems, YearWorkbook
from thidua_gui.core.workbook.school_result_row import SchoolResultRow
from thidua_gui.core.workbook.specification import Vocabulary
from thidua_gui.services.export_award_kinds import award_kind_rows
from thidua_gui.services.export_awards import award_rows, movement_rows, outside_rows
from thidua_gui.services.export_council import ballot_rows, council_rows, rule_items
from thidua_gui.services.export_handed_in import submission_rows, vote_rows
from thidua_gui.services.export_initiatives import initiative_rows, teaching_rows, use_rows
from thidua_gui.services.export_meetings import decision_rows, meeting_sheets
from thidua_gui.services.export_milestones import milestone_rows
from thidua_gui.services.export_people import Listed, listed
from thidua_gui.services.export_plan import plan_rows
from thidua_gui.services.export_proposals import case_rows, objection_rows, proposal_sheets
from thidua_gui.services.export_scores import criteria_rows, result_rows, score_rows, threshold_rows
from thidua_gui.services.unit_tree import root_row
from thidua_gui.text.target_words import MEASURES, TARGET_BASES, CatalogueWords, Value
from thidua_gui.text.workbook import WORDING


def collected(campaign: Campaign) -> YearWorkbook:
    """Everything that the format holds of the year; every sheet, also those without a line. For use inside a read."""
    people = listed(campaign)
    criteria = criteria_rows(campaign.id, people)
    told, held = proposal_sheets(campaign, people), meeting_sheets(campaign, people)
    items = CampaignItems(**{item.name: getattr(campaign, item.name) for item in fields(CampaignItems)})
    book = YearWorkbook(
        office=campaign.office_heading or root_row().name.upper(),
        campaign=items,
        units=people.units,
        people=people.people,
        targets=tuple(_target(row, people) for row in _of_year(Target, campaign)),
        personnel_changes=tuple(_personnel_change(row, people) for row in _of_year(PersonnelChange, campaign)),
        disciplines=tuple(_discipline(row, people) for row in _of_year(Discipline, campaign)),
        registrations=tuple(_registration(row, people) for row in _of_year(Registration, campaign)),
        criteria=criteria,
        thresholds=threshold_rows(campaign.id),
        scores=score_rows(campaign.id, criteria, people),
        results=result_rows(campaign.id, people),
        initiatives=initiative_rows(campaign.id, people),
        awards=award_rows(campaign, people),
        council=council_rows(campaign, people),
        meeting_rules=rule_items(campaign),
        ballots=ballot_rows(campaign, people),
        score_sheets=tuple(dict.fromkeys(row.sheet for row in criteria)),
        plan_items=plan_rows(campaign.id, people),
        initiative_uses=use_rows(campaign.id, people),
        teaching=teaching_rows(campaign.id, people),
        unit_votes=vote_rows(campaign.id, people),
        submissions=submission_rows(campaign.id, people),
        movements=movement_rows(campaign, people),
        outside_awards=outside_rows(campaign),
        milestones=milestone_rows(campaign, items),
        award_kinds=award_kind_rows(),
        proposals=told.proposals,
        proposal_events=told.events,
        proposal_findings=told.findings,
        proposal_papers=told.papers,
        condition_overrides=told.overrides,
        objections=objection_rows(campaign, people),
        open_cases=case_rows(campaign, people),
        council_decision=decision_rows(campaign, people),
        meetings=held.meetings,
        meeting_members=held.members,
        passages=held.passages,
        agenda_items=held.items,
        candidates=held.candidates,
        recusals=held.recusals,
        votes=held.votes,
        vote_counts=held.counts,
        meeting_events=held.events,
        school_results=tuple(_school_result(row) for row in _of_year(SchoolResult, campaign)),
    )
    return replace(book, present=book.present | {key for key in rows.ADDED_SHEETS if getattr(book, key)})


def _of_year(model: type[pw.Model], campaign: Campaign) -> Any:
    table: Any = model
    return table.select().where(table.campaign == campaign.id).order_by(table.position, table.id)


def _meant(vocabulary: Vocabulary, word: str) -> Any:
    """The value of a word that a row keeps; a word that the format does not have cannot be written."""
    try:
        return WORDING.vocabularies[vocabulary][word]
    except KeyError:
        raise UserError("workbook_word_unknown", value=word) from None


def _points(hundredths: int | None) -> Points | None:
    return None if hundredths is None else Points(hundredths)


def _target(row: Any, people: Listed) -> rows.TargetRow:
    return rows.TargetRow(
        row.code,
        row.content,
        _composed(MEASURES, row.measure, row.measure_parameter),
        _composed(TARGET_BASES, row.base, row.base_parameter),
        _points(row.lower),
        _points(row.upper),
        _meant(Vocabulary.BOUND_UNIT, row.unit),
        people.unit_codes.get(row.within_unit_id),
        row.within_group,
    )


def _composed(words: CatalogueWords[Any, Value], word: str, parameter: str | None) -> Value:
    try:
        return words.value(word, parameter)
    except UserError:
        raise UserError("workbook_word_unknown", value=word) from None


def _personnel_change(row: Any, people: Listed) -> rows.PersonnelChangeRow:
    person = people.person_codes[row.person_id]
    kind = _meant(Vocabulary.CHANGE_KIND, row.kind)
    former = people.unit_codes.get(row.former_unit_id)
    return rows.PersonnelChangeRow(person, kind, row.from_on, row.until_on, row.detail, former)


def _discipline(row: Any, people: Listed) -> rows.DisciplineRow:
    person = people.person_codes[row.person_id]
    said = row.decided_on, row.decision_number, row.task_related, row.reason, row.ended_on
    return rows.DisciplineRow(person, row.form, *said)


def _school_result(row: Any) -> SchoolResultRow:
    return SchoolResultRow(row.content, row.planned, row.achieved, row.note)


def _registration(row: Any, people: Listed) -> rows.RegistrationRow:
    return rows.RegistrationRow(people.subject(row), row.title, row.registered_on, row.content)
