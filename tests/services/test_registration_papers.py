"""What the registration papers are filled with out of the sample year."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.organisation import Unit
from tests.services.small_school import person, refusal, unit
from thidua_gui.core.ids import PersonId
from thidua_gui.core.registering import Side
from thidua_gui.services import registration_entry, registration_papers
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.registration_entry import LineDraft

ON = date(2022, 11, 16)


def test_every_unit_has_its_form_and_one_can_be_asked_for(sample_year: CampaignSummary) -> None:
    papers = registration_papers.unit_papers(sample_year.id, ON)
    assert [paper.name for paper in papers][:2] == ["Ban Giám hiệu", "Khoa Lý luận cơ sở"]
    assert sum(len(paper.rows) for paper in papers) == 45
    (one,) = registration_papers.unit_papers(sample_year.id, ON, unit("XDD"))
    assert (one.name, len(one.rows)) == ("Khoa Xây dựng Đảng", 7)


def test_the_summary_adds_up(sample_year: CampaignSummary) -> None:
    paper = registration_papers.summary_paper(sample_year.id, ON)
    assert [column.title for column in paper.columns][4:6] == ["Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"]
    assert paper.sums[0][1:6] == ("Cộng", "45", "44", "35", "9")
    assert sum(int(row[2]) for row in paper.rows) == 45


def test_other_wordings_of_a_title_are_counted_together(sample_year: CampaignSummary) -> None:
    registration_entry.add_line(sample_year.id, Side.PEOPLE, person("CB35"), LineDraft("LĐ tiên tiến", None, ""))
    paper = registration_papers.summary_paper(sample_year.id, ON)
    assert paper.sums[0][3:6] == ("45", "36", "9")


def test_one_person_and_one_collective(sample_year: CampaignSummary) -> None:
    paper = registration_papers.person_paper(sample_year.id, ON, person("CB12"))
    assert (paper.name, paper.rows[0][1]) == ("Nguyễn Hữu Thắng", "Chiến sĩ thi đua cơ sở")
    assert registration_papers.collective_paper(sample_year.id, ON, unit("XDD")).name == "Khoa Xây dựng Đảng"
    school = registration_papers.collective_paper(sample_year.id, ON)
    assert school.signatures[0].post == "HIỆU TRƯỞNG"


@pytest.mark.parametrize("gone", [999_999])
def test_who_is_gone_has_no_form(sample_year: CampaignSummary, gone: int) -> None:
    refused = refusal(registration_papers.person_paper, sample_year.id, ON, PersonId(gone))
    assert refused.code == "registration_subject_gone"
    assert Unit.select().count() == 7
