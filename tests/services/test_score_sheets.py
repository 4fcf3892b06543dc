"""What the printed criteria sheets tell, collected from the sample year."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from db.models.organisation import Person, Unit
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import PersonId
from thidua_gui.core.scoring import StageKey
from thidua_gui.documents.score_sheet_content import ScoreSheetContent
from thidua_gui.services import evidence, score_entry, score_sheets, scoring, summaries
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.evidence import OnSheet
from thidua_gui.services.score_sheets import Scope, ScoreSheets
from thidua_gui.services.summaries import Issue
from thidua_gui.services.transaction import write

ISSUE = Issue(date(2022, 11, 16))


def person(code: str) -> PersonId:
    return PersonId(Person.get(Person.code == code).id)


def one(year: CampaignSummary, code: str = "CB13", *, blank: bool = False) -> ScoreSheetContent:
    (content,) = score_sheets.score_sheets(year.id, Scope((person(code),)), ISSUE, blank=blank).contents
    return content


def whole(year: CampaignSummary) -> ScoreSheets:
    return score_sheets.score_sheets(year.id, Scope(), ISSUE, blank=False)


def text(content: ScoreSheetContent) -> str:
    spans = (span for section in content.sections for paragraph in section.paragraphs for span in paragraph)
    return "".join(span.text for span in spans)


def test_the_totals_are_those_of_the_summary(sample_year: CampaignSummary) -> None:
    listed = summaries.score_summary_content(sample_year.id, ISSUE)
    listed_rows = [row for group in listed.groups for row in group.rows]
    rows = [(row.name.split(" (")[0], row.self_points, row.unit_points) for row in listed_rows]
    sheets = whole(sample_year).contents
    assert [(sheet.name, sheet.total.self_points, sheet.total.unit_points) for sheet in sheets] == rows


def test_a_unit_s_sheets_are_those_of_its_people(sample_year: CampaignSummary) -> None:
    unit_id, name = summaries.scopes(sample_year.id)[1]
    found = score_sheets.score_sheets(sample_year.id, Scope(unit_id=unit_id), ISSUE, blank=True).contents
    assert len(found) == 8
    assert all(name in sheet.facts[2][0][0].text for sheet in found)


def test_comments_and_evidence_stand_on_the_filled_sheet_alone(sample_year: CampaignSummary, tmp_path: Path) -> None:
    board, hanh = scoring.board(sample_year.id), person("CB13")
    stage = next(stage.id for stage in board.stages if stage.key is StageKey.UNIT)
    proof = tmp_path / "Phiếu thao giảng.pdf"
    proof.write_bytes(b"%PDF")
    score_entry.add_comment(stage, hanh, None, "Cần cố gắng.", at=datetime(2022, 11, 10), author="Trưởng khoa")
    evidence.add(OnSheet(sample_year.id, hanh), [proof], at=datetime(2022, 11, 10), user="Thư ký")
    assert "Trưởng khoa (10/11/2022): Cần cố gắng." in text(one(sample_year))
    assert "Phiếu thao giảng.pdf" in text(one(sample_year))
    assert not text(one(sample_year, blank=True))


def test_head_and_chair_sign_by_name(sample_year: CampaignSummary) -> None:
    with write("Cử trưởng đơn vị"):
        unit = Unit.get(Unit.name == "Khoa Xây dựng Đảng")
        unit.head = person("CB14")
        unit.save()
    signed = [signature.name for signature in one(sample_year).signatures]
    assert signed == ["Lò Thị Hạnh", Person.get(Person.code == "CB14").full_name, "Hoàng Đức Khải"]


def test_whoever_has_no_criteria_is_named_and_left_out(sample_year: CampaignSummary) -> None:
    with write("Bỏ nhóm"):
        Person.update(staff_group=None).where(Person.code == "CB13").execute()
    found = whole(sample_year)
    assert found.skipped == ("Lò Thị Hạnh",)
    assert len(found.contents) == 44
    with pytest.raises(UserError, match="score_sheet_missing"):
        one(sample_year)
