"""Disciplines and dated changes of a year: what runs into one another or cannot be is refused beside its field."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.small_school import add_person, only, person, populate, refusal, unit
from thidua_gui.core.ids import CampaignId, DisciplineId, PersonId, PersonnelChangeId
from thidua_gui.services import disciplines, history, person_detail, personnel_changes, year_states
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.disciplines import DisciplineDraft
from thidua_gui.services.person_detail import PersonYear
from thidua_gui.services.personnel_changes import ChangeDraft
from thidua_gui.text.errors import sentence

DRAFT = DisciplineDraft("Khiển trách", date(2022, 3, 1), date(2023, 3, 1), "8-QĐ/TCT", True, "Đi muộn")


@pytest.fixture
def school(data_file: OpenFile) -> CampaignId:
    assert data_file
    campaign = populate()
    add_person("CB05", "Vàng A Sinh", unit("LLCS"), "Giảng viên", joined_on=date(2022, 2, 1))
    return campaign


@pytest.fixture
def somebody(school: CampaignId) -> PersonId:
    return person("CB05")


def of_year(school: CampaignId, somebody: PersonId) -> PersonYear:
    found = person_detail.detail(somebody, date(2022, 12, 31), 2022, school).year
    assert found is not None
    return found


def add(school: CampaignId, somebody: PersonId, draft: DisciplineDraft = DRAFT) -> DisciplineId:
    return DisciplineId(only(disciplines.add_discipline(school, somebody, draft), "disciplines"))


def test_a_decision_is_noted_corrected_and_taken_away(school: CampaignId, somebody: PersonId) -> None:
    noted = add(school, somebody)
    (row,) = of_year(school, somebody).disciplines
    assert (row.id, row.form, row.ended_on, row.task_related) == (noted, "Khiển trách", date(2023, 3, 1), True)
    disciplines.edit_discipline(noted, DisciplineDraft("Cảnh cáo", date(2022, 3, 1)))
    assert [row.form for row in of_year(school, somebody).disciplines] == ["Cảnh cáo"]
    disciplines.remove_discipline(noted)
    assert of_year(school, somebody).disciplines == ()
    history.undo_last()
    assert [row.id for row in of_year(school, somebody).disciplines] == [noted]


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        (DisciplineDraft(" ", date(2022, 3, 1)), "discipline_form_missing", "form"),
        (DisciplineDraft("Cảnh cáo", None), "discipline_decided_missing", "decided_on"),
        (DisciplineDraft("Cảnh cáo", date(2022, 1, 31)), "discipline_decided_before_joining", "decided_on"),
        (DisciplineDraft("Cảnh cáo", date(2026, 11, 23)), "discipline_decided_future", "decided_on"),
        (DisciplineDraft("Cảnh cáo", date(2022, 3, 2), date(2022, 3, 1)), "discipline_reversed", "ended_on"),
        (DisciplineDraft("Cảnh cáo", date(2023, 1, 1)), "discipline_outside_year", "decided_on"),
        (DisciplineDraft("khiển trách", date(2022, 6, 1)), "discipline_overlaps", "decided_on"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    school: CampaignId, somebody: PersonId, wrong: DisciplineDraft, code: str, field: str
) -> None:
    add(school, somebody)
    problem = refusal(disciplines.add_discipline, school, somebody, wrong)
    assert (problem.code, problem.details["field"]) == (code, field)
    assert len(of_year(school, somebody).disciplines) == 1


def test_the_next_decision_may_begin_when_the_one_before_ends(school: CampaignId, somebody: PersonId) -> None:
    add(school, somebody, DisciplineDraft("Khiển trách", date(2022, 3, 1), date(2022, 9, 1)))
    add(school, somebody, DisciplineDraft("Khiển trách", date(2022, 9, 1)))
    assert len(of_year(school, somebody).disciplines) == 2


def test_a_closed_year_takes_no_discipline(school: CampaignId, somebody: PersonId) -> None:
    noted = add(school, somebody)
    year_states.close_year(school)
    assert refusal(disciplines.remove_discipline, noted).code == "campaign_closed"


LEAVE = ChangeDraft("Nghỉ ốm", date(2022, 4, 1), date(2022, 5, 31))


def change(school: CampaignId, somebody: PersonId, draft: ChangeDraft = LEAVE) -> PersonnelChangeId:
    return PersonnelChangeId(only(personnel_changes.add_change(school, somebody, draft), "personnel_changes"))


def test_leave_of_one_kind_never_overlaps_itself(school: CampaignId, somebody: PersonId) -> None:
    change(school, somebody)
    again = ChangeDraft("Nghỉ ốm", date(2022, 5, 31), None)
    problem = refusal(personnel_changes.add_change, school, somebody, again)
    assert problem.details["field"] == "from_on"
    assert sentence(problem).startswith("Trùng thời gian với “Nghỉ ốm” đã ghi (01/04/2022 – 31/05/2022)")
    change(school, somebody, ChangeDraft("Nghỉ ốm", date(2022, 6, 1)))
    change(school, somebody, ChangeDraft("Cử đi học", date(2022, 5, 1), None, "Cao cấp lý luận chính trị"))


def test_a_change_may_be_corrected_within_its_own_days(school: CampaignId, somebody: PersonId) -> None:
    noted = change(school, somebody)
    personnel_changes.edit_change(noted, ChangeDraft("Nghỉ ốm", date(2022, 4, 15), date(2022, 5, 31)))
    assert of_year(school, somebody).changes[0].from_on == date(2022, 4, 15)


def test_nothing_begins_before_the_person_has_joined(school: CampaignId, somebody: PersonId) -> None:
    early = ChangeDraft("Biệt phái", date(2022, 1, 15), None, "Ban Tuyên giáo")
    problem = refusal(personnel_changes.add_change, school, somebody, early)
    assert (problem.code, problem.details["field"]) == ("change_before_joining", "from_on")
    assert sentence(problem).startswith("Vàng A Sinh vào cơ quan ngày 01/02/2022")


def test_secondment_and_study_keep_their_detail(school: CampaignId, somebody: PersonId) -> None:
    noted = change(school, somebody, ChangeDraft("Biệt phái", date(2022, 4, 1), None, "Ban Tuyên giáo Tỉnh ủy"))
    personnel_changes.edit_change(
        noted, ChangeDraft("Biệt phái", date(2022, 4, 1), date(2022, 12, 1), "Ban Tuyên giáo Tỉnh ủy")
    )
    (row,) = of_year(school, somebody).changes
    assert (row.until_on, row.detail) == (date(2022, 12, 1), "Ban Tuyên giáo Tỉnh ủy")
