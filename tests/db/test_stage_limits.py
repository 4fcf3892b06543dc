"""Scores, reasons, second entries and evidence: each cell belongs to exactly one person or unit, once."""

from __future__ import annotations

from datetime import datetime

import peewee as pw
import pytest

from db import operations
from db.models.attachments import Attachment
from db.models.campaigns import Campaign
from db.models.evidence import Evidence
from db.models.organisation import Person, Unit
from db.models.scoring import CriteriaSheet, CriteriaSheetUnit, Criterion, DraftInput, Score, ScoreComment, Stage
from db.models.stages import ScoreReason, SecondEntry, SecondEntryCheck, StageEvent

AT = datetime(2026, 11, 22, 8, 30)
NEW = operations.NewOperation(AT, "Hoa", "thử")
OF_CELL = {
    Score: {"points": 100},
    DraftInput: {"text": "99", "problem": "over_maximum"},
    ScoreReason: {"reason": "Có minh chứng", "at": AT},
    SecondEntry: {"text": "9", "entered_at": AT},
}


@pytest.fixture
def cell(opened):
    """A stage and a criterion, inside an operation."""
    with opened.transaction(), operations.recorded(NEW):
        campaign = Campaign.create(year=2022)
        sheet = CriteriaSheet.create(campaign=campaign, code="GV")
        criterion = Criterion.create(sheet=sheet, number="1", content="Dạy học", kind="points", maximum=1000)
        yield {"stage": Stage.create(campaign=campaign, key="self", name="Tự chấm"), "criterion": criterion}


@pytest.fixture
def person(cell):
    return Person.create(code="CB1", full_name="Lò Văn A", name_fold="a", name_sort="a")


@pytest.fixture
def unit(cell):
    return Unit.create(code="K1", name="Khoa", kind="Khoa", name_fold="k")


@pytest.mark.parametrize("model", OF_CELL, ids=lambda model: model.__name__)
def test_a_cell_is_of_a_person_or_of_a_unit_and_there_once(cell, person, unit, model):
    for subject in ({"person": person}, {"unit": unit}):
        model.create(**cell, **subject, **OF_CELL[model])
        with pytest.raises(pw.IntegrityError, match="UNIQUE"):
            model.create(**cell, **subject, **OF_CELL[model])


@pytest.mark.parametrize("model", OF_CELL, ids=lambda model: model.__name__)
@pytest.mark.parametrize("both", [True, False])
def test_a_cell_of_nobody_or_of_two_is_refused(cell, person, unit, model, both):
    subject = {"person": person, "unit": unit} if both else {}
    with pytest.raises(pw.IntegrityError, match="CHECK"):
        model.create(**cell, **subject, **OF_CELL[model])


def test_a_comment_speaks_of_one_subject(cell, person, unit):
    ScoreComment.create(stage=cell["stage"], unit=unit, text="Tốt", written_at=AT)
    with pytest.raises(pw.IntegrityError, match="CHECK"):
        ScoreComment.create(stage=cell["stage"], unit=unit, person=person, text="Tốt", written_at=AT)


def test_a_subject_is_checked_against_its_second_entry_once(cell, unit):
    SecondEntryCheck.create(stage=cell["stage"], unit=unit, first_by="Hoa", first_at=AT)
    with pytest.raises(pw.IntegrityError, match="UNIQUE"):
        SecondEntryCheck.create(stage=cell["stage"], unit=unit)


def test_a_stage_is_closed_or_reopened_and_nothing_else(cell):
    StageEvent.create(stage=cell["stage"], at=AT, user="Hoa", action="close")
    with pytest.raises(pw.IntegrityError, match="CHECK"):
        StageEvent.create(stage=cell["stage"], at=AT, user="Hoa", action="pause")


@pytest.mark.parametrize("changed", [{"cap": 0}, {"step": 0}, {"maximum": -1}])
def test_amounts_of_a_criterion_make_sense(cell, changed):
    rows = {"number": "2", "content": "Thưởng", "kind": "bonus", "maximum": 500} | changed
    with pytest.raises(pw.IntegrityError, match="CHECK"):
        Criterion.create(sheet=cell["criterion"].sheet_id, **rows)


def test_a_sheet_is_for_people_or_for_units(cell, unit):
    sheet = CriteriaSheet.create(campaign=cell["stage"].campaign_id, code="TT", subject="unit")
    CriteriaSheetUnit.create(sheet=sheet, unit=unit)
    with pytest.raises(pw.IntegrityError, match="UNIQUE"):
        CriteriaSheetUnit.create(sheet=sheet, unit=unit)
    with pytest.raises(pw.IntegrityError, match="CHECK"):
        CriteriaSheet.create(campaign=cell["stage"].campaign_id, code="XX", subject="school")


def test_evidence_may_stand_behind_an_initiative_alone_but_not_behind_two_subjects(cell, person, unit):
    stored = {"sha256": "0" * 64, "name": "a.pdf", "media_type": "application/pdf", "size": 1, "content": b"a"}
    file = Attachment.create(**stored, added_at=AT)
    row = {"attachment": file, "campaign": cell["stage"].campaign_id, "title": "Quyết định", "added_at": AT}
    Evidence.create(**row)
    with pytest.raises(pw.IntegrityError, match="CHECK"):
        Evidence.create(**row, person=person, unit=unit)
