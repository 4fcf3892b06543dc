"""Ratings of many in one step: reasons, dates, Party ratings, proposals followed, thresholds; refused and undone."""

from datetime import date

import pytest

from db.models.campaigns import Campaign
from db.models.scoring import CriteriaSheet
from tests.services.scored_school import School, build, score
from tests.services.small_school import refusal
from thidua_gui.core.points import Points
from thidua_gui.core.ratings import Rating
from thidua_gui.core.scoring import SheetSubject, StageKey
from thidua_gui.services import history, rating_edits, rating_list, stages
from thidua_gui.services.campaigns import CampaignState
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.rating_edits import RatingEdit, RatingField
from thidua_gui.services.rating_list import Decision
from thidua_gui.services.transaction import write

DAY, LATER = date(2022, 11, 16), date(2022, 11, 30)
EXCELLENT, GOOD, COMPLETED, NOT_COMPLETED = Rating


@pytest.fixture
def school(data_file: OpenFile) -> School:
    """GV01 and GV02 have totals of the unit (95, 80), GV03 only its own, the others none."""
    assert data_file
    made = build()
    score(made, StageKey.UNIT, "GV01", [8, 12, 50, 25])
    score(made, StageKey.UNIT, "GV02", [8, 12, 40, 20])
    score(made, StageKey.SELF, "GV03", [8, 12, 50, 29])
    return made


def cell(school: School, person: str, field: RatingField, value: Rating | date | str | None) -> RatingEdit:
    return RatingEdit(school.people[person], field, value)


def rate(school: School, reason: str = "", **ratings: Rating | None) -> None:
    edits = [cell(school, person, RatingField.RATING, rating) for person, rating in ratings.items()]
    rating_edits.edit(school.campaign, edits, on=DAY, reason=reason)


def decided(school: School) -> dict[str, Decision]:
    codes = {person: code for code, person in school.people.items()}
    found = rating_list.decisions(school.campaign, SheetSubject.PERSON)
    return {codes[person]: decision for person, decision in found.items()}


def test_many_ratings_are_one_step_of_undo(school: School) -> None:
    rate(school, GV01=EXCELLENT, GV02=GOOD, NV01=COMPLETED)
    assert {code: one.rating for code, one in decided(school).items()} == {
        "GV01": EXCELLENT, "GV02": GOOD, "NV01": COMPLETED,
    }  # fmt: skip
    assert {one.decided_on for one in decided(school).values()} == {DAY}
    assert history.undo_last().title == "Xếp loại 3 người"
    assert decided(school) == {}


def test_a_rating_against_the_proposal_needs_a_reason_and_nothing_is_written(school: School) -> None:
    edits = [cell(school, "NV01", RatingField.RATING, GOOD), cell(school, "GV02", RatingField.RATING, EXCELLENT)]
    refused = refusal(rating_edits.edit, school.campaign, edits, on=DAY)
    assert refused.code == "rating_reason_missing"
    assert decided(school) == {}


def test_the_asked_reason_is_kept_for_those_who_differ_alone(school: School) -> None:
    rate(school, " Vượt khó ", GV01=EXCELLENT, GV02=EXCELLENT)
    assert (decided(school)["GV01"].reason, decided(school)["GV02"].reason) == (None, "Vượt khó")


def test_a_pasted_reason_stands_beside_its_rating(school: School) -> None:
    edits = [
        cell(school, "GV02", RatingField.RATING, EXCELLENT),
        cell(school, "GV02", RatingField.REASON, "Có sáng kiến"),
        cell(school, "GV02", RatingField.DECIDED_ON, LATER),
    ]
    rating_edits.edit(school.campaign, edits, on=DAY)
    assert decided(school)["GV02"] == Decision(EXCELLENT, "Có sáng kiến", LATER)


def test_a_reason_that_is_needed_cannot_be_emptied(school: School) -> None:
    rate(school, "Vượt khó", GV02=EXCELLENT)
    refused = refusal(
        rating_edits.edit, school.campaign, [cell(school, "GV02", RatingField.REASON, None)], on=DAY
    )
    assert refused.code == "rating_reason_missing"
    assert decided(school)["GV02"].reason == "Vượt khó"


def test_the_same_rating_again_keeps_its_reason(school: School) -> None:
    rate(school, "Vượt khó", GV02=EXCELLENT)
    rate(school, GV02=EXCELLENT)
    assert decided(school)["GV02"].reason == "Vượt khó"


def test_a_date_is_corrected_alone(school: School) -> None:
    rate(school, GV01=EXCELLENT)
    rating_edits.edit(school.campaign, [cell(school, "GV01", RatingField.DECIDED_ON, LATER)], on=DAY)
    assert decided(school)["GV01"] == Decision(EXCELLENT, None, LATER)


def test_an_emptied_rating_is_withdrawn(school: School) -> None:
    rate(school, GV01=EXCELLENT)
    rate(school, GV01=None)
    assert decided(school) == {}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        (RatingField.REASON, "Vì thế", "rating_missing"),
        (RatingField.DECIDED_ON, DAY, "rating_missing"),
        (RatingField.PARTY_ON, DAY, "party_rating_missing"),
        (RatingField.PARTY_NUMBER, "12-QĐ/ĐU", "party_rating_missing"),
    ],
)
def test_what_belongs_to_a_rating_is_refused_without_one(
    school: School, field: RatingField, value: date | str, code: str
) -> None:
    assert refusal(rating_edits.edit, school.campaign, [cell(school, "GV03", field, value)], on=DAY).code == code


def test_a_slip_in_a_year_is_refused(school: School) -> None:
    edits = [cell(school, "GV01", RatingField.RATING, EXCELLENT)]
    edits.append(cell(school, "GV01", RatingField.DECIDED_ON, date(22, 11, 16)))
    assert refusal(rating_edits.edit, school.campaign, edits, on=DAY).code == "rating_day_outside"


@pytest.mark.parametrize(
    ("rating", "field"), [(RatingField.RATING, RatingField.DECIDED_ON), (RatingField.PARTY, RatingField.PARTY_ON)]
)
@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2021, 12, 31), date(2024, 1, 1), date(2050, 1, 1)])
def test_a_day_outside_the_year_and_the_next_is_refused_and_nothing_written(
    school: School, rating: RatingField, field: RatingField, day: date
) -> None:
    edits = [cell(school, "GV01", rating, EXCELLENT), cell(school, "GV01", field, day)]
    refused = refusal(rating_edits.edit, school.campaign, edits, on=DAY)
    assert (refused.code, refused.details["field"]) == ("rating_day_outside", field)
    assert decided(school) == {}


@pytest.mark.parametrize("day", [date(2022, 1, 1), date(2023, 12, 31)])
def test_the_first_day_of_the_year_and_the_last_of_the_next_are_taken(school: School, day: date) -> None:
    rating_edits.edit(school.campaign, [cell(school, "GV01", RatingField.RATING, EXCELLENT)], on=DAY)
    rating_edits.edit(school.campaign, [cell(school, "GV01", RatingField.DECIDED_ON, day)], on=DAY)
    assert decided(school)["GV01"].decided_on == day


def test_a_rating_written_years_later_has_no_day_until_it_is_told(school: School) -> None:
    rating_edits.edit(school.campaign, [cell(school, "GV01", RatingField.RATING, EXCELLENT)], on=date(2026, 3, 1))
    assert decided(school)["GV01"] == Decision(EXCELLENT)


def test_a_party_rating_has_its_own_day_and_goes_again(school: School) -> None:
    edits = [cell(school, "GV01", RatingField.PARTY, GOOD), cell(school, "GV01", RatingField.PARTY_ON, LATER)]
    edits.append(cell(school, "GV01", RatingField.PARTY_NUMBER, "12-QĐ/ĐU"))
    rating_edits.edit(school.campaign, edits, on=DAY)
    assert decided(school)["GV01"] == Decision(party=GOOD, party_on=LATER, party_number="12-QĐ/ĐU")
    rating_edits.edit(school.campaign, [cell(school, "GV01", RatingField.PARTY, None)], on=DAY)
    assert decided(school) == {}


def test_proposals_are_followed_by_those_who_have_one(school: School) -> None:
    done = rating_edits.follow_proposals(school.campaign, list(school.people.values()), on=DAY)
    assert {code: one.rating for code, one in decided(school).items()} == {"GV01": EXCELLENT, "GV02": GOOD}
    assert done.said == "Đã xếp loại 2 người theo đề xuất của ngưỡng, bỏ qua 4 người chưa đủ điểm để đề xuất."
    history.undo_last()
    assert decided(school) == {}


def test_nobody_left_to_follow_is_said(school: School) -> None:
    ids = [school.people["GV01"], school.people["GV03"]]
    rating_edits.follow_proposals(school.campaign, ids, on=DAY)
    refused = refusal(rating_edits.follow_proposals, school.campaign, ids, on=DAY)
    assert refused.code == "bulk_nothing"


def test_a_whole_year_is_judged_as_a_few_are(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = list(school.people.values())
    few = rating_edits.proposed_for(school.campaign, ids, SheetSubject.PERSON)
    monkeypatch.setattr(rating_edits, "FEW", 0)
    assert rating_edits.proposed_for(school.campaign, ids, SheetSubject.PERSON) == few != {}


def test_units_are_rated_too(school: School) -> None:
    unit = school.units["LLCS"]
    edits = [RatingEdit(unit, RatingField.RATING, GOOD), RatingEdit(unit, RatingField.REASON, "Đủ chỉ tiêu")]
    rating_edits.edit(school.campaign, edits, on=DAY, of=SheetSubject.UNIT)
    found = rating_list.decisions(school.campaign, SheetSubject.UNIT)
    assert found == {unit: Decision(GOOD, "Đủ chỉ tiêu", DAY)}


def test_a_new_decision_settles_a_doubtful_one(school: School) -> None:
    rate(school, GV01=EXCELLENT)
    with write("Mở lại"):
        from db.models.scoring import Rating as RatingRow

        RatingRow.update(stale_since=history.operations(1)[0].at).execute()
    assert decided(school)["GV01"].is_stale
    assert stages.doubtful_ratings(school.campaign) == (school.people["GV01"],)
    rate(school, GV01=EXCELLENT)
    assert not decided(school)["GV01"].is_stale


def test_a_closed_year_refuses_everything(school: School) -> None:
    with write("Chốt năm"):
        Campaign.update(state=CampaignState.CLOSED).execute()
    edits = [cell(school, "GV01", RatingField.RATING, EXCELLENT)]
    ids = [school.people["GV01"]]
    assert refusal(rating_edits.edit, school.campaign, edits, on=DAY).code == "campaign_closed"
    assert refusal(rating_edits.follow_proposals, school.campaign, ids, on=DAY).code == "campaign_closed"
    assert refusal(rating_edits.set_thresholds, school.campaign, {GOOD: Points(1)}).code == "campaign_closed"


def test_thresholds_are_data_of_the_year_and_undone(school: School) -> None:
    before = rating_list.rating_list(school.campaign).thresholds
    wanted = {EXCELLENT: Points(9000), GOOD: Points(7050), COMPLETED: Points(5000), NOT_COMPLETED: None}
    rating_edits.set_thresholds(school.campaign, wanted)
    after = rating_list.rating_list(school.campaign).thresholds
    assert {one.rating: one.from_points for one in after} == {key: value for key, value in wanted.items() if value}
    history.undo_last()
    assert rating_list.rating_list(school.campaign).thresholds == before


@pytest.mark.parametrize(
    ("wanted", "code", "field"),
    [
        ({EXCELLENT: Points(7000), GOOD: Points(7000)}, "threshold_not_above", "excellent"),
        ({EXCELLENT: Points(9000), GOOD: Points(5000), COMPLETED: Points(6000)}, "threshold_not_above", "good"),
        ({EXCELLENT: Points(9000), COMPLETED: Points(9100)}, "threshold_not_above", "excellent"),
        ({NOT_COMPLETED: Points(-100)}, "threshold_negative", "not_completed"),
        ({EXCELLENT: Points(20000), GOOD: Points(7000)}, "threshold_above_sheets", "excellent"),
        ({GOOD: Points(10501)}, "threshold_above_sheets", "good"),
    ],
)
def test_thresholds_that_overlap_or_are_out_of_reach_are_refused_beside_their_field(
    school: School, wanted: dict[Rating, Points | None], code: str, field: str
) -> None:
    refused = refusal(rating_edits.set_thresholds, school.campaign, wanted)
    assert (refused.code, refused.details["field"]) == (code, field)


def test_the_most_that_a_sheet_gives_with_its_bonus_may_be_a_threshold(school: School) -> None:
    rating_edits.set_thresholds(school.campaign, {EXCELLENT: Points(10500)})
    assert rating_list.rating_list(school.campaign).thresholds[0].from_points == Points(10500)


def test_without_sheets_for_people_a_threshold_has_no_upper_bound(school: School) -> None:
    with write("Bộ tiêu chí của đơn vị"):
        CriteriaSheet.update(subject="unit").execute()
    rating_edits.set_thresholds(school.campaign, {EXCELLENT: Points(20000)})
    assert rating_list.rating_list(school.campaign).thresholds[0].from_points == Points(20000)
