"""What a year still lacks and by whom, who is counted, where the milestones stand."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Launch
from db.models.organisation import Membership, Person, Unit
from db.models.plan import Milestone
from db.models.scoring import CriteriaSheet, CriteriaSheetGroup, Criterion, DraftInput, Score
from tests.services import scored_school, small_school
from thidua_gui.core.debts import Lack
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.points import Points
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.targets import Count
from thidua_gui.core.timeline import MilestoneKind, MilestoneState
from thidua_gui.services import scoring
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.debts import Debt
from thidua_gui.services.overview import YearState, year_state
from thidua_gui.services.score_totals import complete_totals
from thidua_gui.services.transaction import write

TODAY = date(2022, 11, 16)
pytestmark = pytest.mark.usefixtures("data_file")


def debts(state: YearState, lack: Lack) -> list[Debt]:
    return [debt for debt in state.debts if debt.lack is lack]


def milestone(campaign: CampaignId, kind: str, due_on: date | None) -> None:
    with write("Mốc"):
        named = (Milestone.campaign == campaign) & (Milestone.kind == kind)
        Milestone.update(due_on=due_on).where(named).execute()


def test_a_unit_owes_its_launch_and_those_who_did_not_register() -> None:
    campaign = small_school.populate()
    small_school.register(campaign, "CB01", "LĐTT")
    state = year_state(campaign, TODAY)
    assert [debt.unit_short for debt in debts(state, Lack.LAUNCH)] == ["Lý luận cơ sở", "Xây dựng Đảng", "TC-HC-TT-TL"]
    assert [(debt.names, debt.missing, debt.of) for debt in debts(state, Lack.REGISTRATION)] == [
        (("Nguyễn Văn An",), 1, 2),
        (("Lò Thị Hạnh",), 1, 1),
        (("Sùng A Vừ",), 1, 1),
    ]


def test_a_launched_unit_and_the_leadership_owe_no_launch() -> None:
    campaign = small_school.populate()
    small_school.add_unit("BGH", "Ban Giám hiệu", "Lãnh đạo")
    with write("Phát động"):
        for code in ("LLCS", "XDD"):
            Launch.create(campaign=campaign, unit=small_school.unit(code), launched_on=TODAY)
    assert [debt.unit_short for debt in debts(year_state(campaign, TODAY), Lack.LAUNCH)] == ["TC-HC-TT-TL"]


def test_who_belongs_to_no_unit_is_counted_and_named() -> None:
    campaign = small_school.populate()
    small_school.add_person("CB09", "Giàng A Chu")
    state = year_state(campaign, TODAY)
    (last,) = [debt for debt in debts(state, Lack.REGISTRATION) if debt.unit_id is None]
    assert (last.unit_name, last.names) == ("Chưa ghi đơn vị", ("Giàng A Chu",))
    assert state.people == 5


def test_who_belongs_to_the_school_itself_or_a_closed_unit_is_counted_there() -> None:
    campaign = small_school.populate()
    with write("Chuyển"):
        root = Unit.get(Unit.is_root)
        Membership.update(unit=root.id).where(Membership.person == small_school.person("CB03")).execute()
        Unit.update(closed_on=date(2022, 6, 30)).where(Unit.code == "TCHC").execute()
    state = year_state(campaign, TODAY)
    owing = {debt.unit_name: debt.names for debt in debts(state, Lack.REGISTRATION)}
    assert owing["Trường Chính trị tỉnh Lai Châu"] == ("Lò Thị Hạnh",)
    assert owing["Phòng Tổ chức, hành chính, thông tin, tư liệu"] == ("Sùng A Vừ",)
    assert sum(debt.missing for debt in debts(state, Lack.REGISTRATION)) == state.people == 4


def test_who_left_before_the_end_of_the_year_owes_nothing() -> None:
    campaign = small_school.populate()
    with write("Thôi việc"):
        Person.update(left_on=date(2022, 12, 30)).where(Person.code == "CB03").execute()
    state = year_state(campaign, TODAY)
    assert state.people == 3
    assert all("Lò Thị Hạnh" not in debt.names for debt in state.debts)


def test_people_of_one_name_are_told_apart() -> None:
    campaign = small_school.populate()
    small_school.add_person("CB05", "Lò Thị Hạnh", small_school.unit("LLCS"), born_on=date(1984, 4, 12))
    named = [name for debt in debts(year_state(campaign, TODAY), Lack.REGISTRATION) for name in debt.names]
    assert [name for name in named if name.startswith("Lò")] == ["Lò Thị Hạnh (1984)", "Lò Thị Hạnh (1982)"]


def test_only_the_first_few_are_named() -> None:
    school = scored_school.build(lecturers=5, staff=0)
    (owing,) = debts(year_state(school.campaign, TODAY), Lack.REGISTRATION)
    assert (len(owing.names), len(owing.people), owing.missing) == (3, 5, 5)


def test_a_debt_is_due_with_its_milestone_and_the_earliest_comes_first() -> None:
    campaign = small_school.populate()
    milestone(campaign, "launch", date(2022, 5, 1))
    milestone(campaign, "registration", date(2022, 3, 31))
    state = year_state(campaign, TODAY)
    assert [debt.due_on for debt in state.debts] == [date(2022, 3, 31)] * 3 + [date(2022, 5, 1)] * 3


def test_a_missing_score_is_owed_and_nothing_once_all_are_given() -> None:
    school = scored_school.build(lecturers=2, staff=1)
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    scored_school.score(school, StageKey.UNIT, "GV02", [8, 12, 50])
    scored_school.score(school, StageKey.UNIT, "NV01", [8, 12, 80], sheet="VC")
    state = year_state(school.campaign, TODAY)
    (owing,) = debts(state, Lack.UNIT_SCORES)
    assert owing.people == (school.people["GV02"],)
    assert state.scored_units == Count(1, 2)


def test_a_score_of_zero_is_a_score() -> None:
    school = scored_school.build(lecturers=1, staff=0)
    scored_school.score(school, StageKey.UNIT, "GV01", [0, 0, 0, 0])
    assert debts(year_state(school.campaign, TODAY), Lack.UNIT_SCORES) == []


def test_scores_of_another_sheet_do_not_make_a_person_complete() -> None:
    school = scored_school.build(lecturers=1, staff=0)
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    with write("Đổi nhóm"):
        Person.update(staff_group="Nhân viên").where(Person.code == "GV01").execute()
    assert len(debts(year_state(school.campaign, TODAY), Lack.UNIT_SCORES)) == 1


def test_scores_of_an_older_version_of_the_sheet_do_not_count() -> None:
    school = scored_school.build(lecturers=1, staff=0)
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    with write("Bộ mới"):
        old = CriteriaSheet.get(CriteriaSheet.code == "GV")
        new = CriteriaSheet.create(campaign=school.campaign, code="GV", version=2)
        CriteriaSheetGroup.create(sheet=new, staff_group="Giảng viên")
        for number in "1234":
            Criterion.create(sheet=new, number=number, content=number, kind="points", maximum=2500)
        CriteriaSheet.update(superseded_by=new.id).where(CriteriaSheet.id == old.id).execute()
    assert len(debts(year_state(school.campaign, TODAY), Lack.UNIT_SCORES)) == 1


def test_whose_group_has_no_sheet_owes_no_scores() -> None:
    campaign = small_school.populate()
    state = year_state(campaign, TODAY)
    assert debts(state, Lack.SELF_SCORES) == debts(state, Lack.UNIT_SCORES) == []
    assert state.scored_units == Count(0, 0)


def test_a_refused_value_is_owed_by_the_unit() -> None:
    school = scored_school.build(lecturers=2, staff=0)
    with write("Gõ sai"):
        DraftInput.create(
            stage=school.stages[StageKey.UNIT], person=school.people["GV02"],
            criterion=school.criteria["GV", "1.1"], text="42", problem="over_maximum",
        )  # fmt: skip
    (owing,) = debts(year_state(school.campaign, TODAY), Lack.DRAFTS)
    assert (owing.missing, owing.of) == (1, 2)


def test_milestones_carry_what_was_counted() -> None:
    campaign = small_school.populate()
    small_school.register(campaign, "CB01", "LĐTT")
    milestone(campaign, "registration", date(2022, 3, 31))
    marks = year_state(campaign, TODAY).milestones
    mark = next(mark for mark in marks if mark.status.milestone.kind is MilestoneKind.REGISTRATION)
    assert mark.status.milestone.counted == Count(1, 4)
    assert mark.status.state is MilestoneState.LATE


def test_a_year_that_is_gone_is_refused() -> None:
    with pytest.raises(UserError, match="campaign_unknown"):
        year_state(CampaignId(99), TODAY)


def test_totals_by_sums_are_those_of_the_board(data_file: OpenFile) -> None:
    assert data_file
    school = scored_school.build(lecturers=3, staff=1)
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 28.5])
    scored_school.score(school, StageKey.UNIT, "GV02", [8, 12])
    with write("Điểm thưởng"):
        bonus = school.criteria["GV", "VI"]
        for code in ("GV01", "GV03"):
            Score.create(stage=school.stages[StageKey.UNIT], person=school.people[code], criterion=bonus, points=200)
    board = scoring.board(school.campaign)
    stage = school.stages[StageKey.UNIT]
    expected = {row.id: found for row in board.rows if (found := scoring.stage_total(board, row, stage)) is not None}
    assert complete_totals(school.campaign)[StageKey.UNIT] == expected
    assert expected == {school.people["GV01"]: Points(10050)}


def test_deductions_are_taken_off_the_total() -> None:
    school = scored_school.build(lecturers=1, staff=0)
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    with write("Điểm trừ"):
        Criterion.update(kind="deduction").where(Criterion.number == "VI").execute()
        bonus = school.criteria["GV", "VI"]
        Score.create(
            stage=school.stages[StageKey.UNIT], person=school.people["GV01"], criterion=bonus, points=150
        )
    assert complete_totals(school.campaign)[StageKey.UNIT] == {school.people["GV01"]: Points(9850)}
