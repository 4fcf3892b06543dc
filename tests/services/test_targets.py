"""Targets are added, changed, moved, removed, taken over; what does not hold together is refused beside its field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.models.campaigns import Campaign
from db.models.plan import PlanItem, Target
from tests.services import small_school
from tests.services.small_school import refusal
from thidua_gui.core.ids import CampaignId, PlanItemId, TargetId, UnitId
from thidua_gui.core.target_catalogue import Among, Base, Measure, Measured, Within
from thidua_gui.core.targets import BoundUnit, Count, Gap, Verdict
from thidua_gui.services import history, target_choices, target_history, targets
from thidua_gui.services.target_facts import target_lines
from thidua_gui.services.targets import TargetDraft
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")

DRAFT = TargetDraft(
    " 2 ", "Cá nhân đăng ký", Measured(Measure.PEOPLE_REGISTERED), Among(Base.EVERYONE), BoundUnit.PERCENT, "100"
)


def add(campaign: CampaignId, *codes: str) -> list[TargetId]:
    return [
        TargetId(small_school.only(targets.add_target(campaign, replace(DRAFT, code=code)), "targets"))
        for code in codes
    ]


def codes(campaign: CampaignId) -> list[str]:
    return [line.code for line in target_lines(campaign)]


def another_year(year: int) -> CampaignId:
    with write("Năm"):
        return CampaignId(Campaign.create(year=year).id)


def test_a_target_is_stored_in_the_words_of_the_workbook() -> None:
    campaign = small_school.populate()
    draft = replace(DRAFT, measured=Measured(Measure.RATED, "good"), among=Among(Base.HOLDERS, "Giấy khen"))
    targets.add_target(campaign, replace(draft, lower="12,5 %", upper="20"))
    row = Target.get()
    assert (row.code, row.measure, row.measure_parameter) == ("2", "xếp loại từ HTT", None)
    assert (row.base, row.base_parameter, row.lower, row.upper) == ("cá nhân đạt", "Giấy khen", 1250, 2000)


def test_what_is_read_back_is_what_was_typed() -> None:
    campaign = small_school.populate()
    within = Within(small_school.unit("LLCS"), "Giảng viên")
    draft = replace(DRAFT, code="3a", measured=Measured(Measure.SCORED, "85.50"), upper="100", lower="", within=within)
    made = small_school.only(targets.add_target(campaign, draft), "targets")
    assert targets.draft_of(TargetId(made)) == replace(draft, measured=Measured(Measure.SCORED, "85,5"))


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [({"code": ""}, "target_code_missing", "code"), ({"code": "1;2"}, "target_code_unusable", "code")]
    + [({"code": "1A"}, "target_code_taken", "code"), ({"content": " "}, "target_content_missing", "content")]
    + [({"among": Among(Base.COLLECTIVES)}, "target_base_unfit", "base")]
    + [({"measured": Measured(Measure.RATED)}, "target_parameter_missing", "measure_parameter")]
    + [({"measured": Measured(Measure.SCORED, "nhiều")}, "target_not_a_number", "measure_parameter")]
    + [({"unit": BoundUnit.COLLECTIVES}, "target_unit_unfit", "unit")]
    + [({"lower": "", "upper": ""}, "target_bounds_missing", "lower")]
    + [({"lower": "101"}, "target_out_of_range", "lower"), ({"upper": "-1"}, "target_out_of_range", "upper")]
    + [({"lower": "90", "upper": "80"}, "target_bounds_reversed", "upper")]
    + [({"lower": "tám"}, "target_not_a_number", "lower")]
    + [({"unit": BoundUnit.INDIVIDUALS, "lower": "1,5"}, "target_not_whole", "lower")]
    + [({"within": Within(UnitId(999))}, "unit_gone", None)],
)
def test_what_does_not_hold_together_is_refused_beside_its_field(
    change: dict[str, object], code: str, field: str | None
) -> None:
    campaign = small_school.populate()
    add(campaign, "1a")
    refused = refusal(targets.add_target, campaign, replace(DRAFT, **change))  # type: ignore[arg-type]  # test values
    assert (refused.code, refused.details.get("field")) == (code, field)


def test_a_group_of_staff_has_no_units() -> None:
    campaign = small_school.populate()
    draft = replace(DRAFT, measured=Measured(Measure.UNITS_LAUNCHED), among=Among(Base.COLLECTIVES))
    refused = refusal(targets.add_target, campaign, replace(draft, within=Within(staff_group="Giảng viên")))
    assert refused.details["field"] == "within_group"


def test_a_target_is_edited_under_its_own_code_and_undone() -> None:
    campaign = small_school.populate()
    (target,) = add(campaign, "2")
    changes = targets.edit_target(target, replace(DRAFT, content="Mọi người đăng ký"))
    assert target_lines(campaign)[0].content == "Mọi người đăng ký"
    assert changes.operation is not None
    history.undo(changes.operation)
    assert target_lines(campaign)[0].content == "Cá nhân đăng ký"


def test_moving_changes_the_order_and_stops_at_the_ends() -> None:
    campaign = small_school.populate()
    first, _, last = add(campaign, "1", "2", "3")
    targets.move_target(first, 1)
    targets.move_target(last, 1)
    assert codes(campaign) == ["2", "1", "3"]


def test_a_removed_target_comes_back_by_undo() -> None:
    campaign = small_school.populate()
    first, _ = add(campaign, "1", "2")
    changes = targets.remove_target(first)
    assert codes(campaign) == ["2"]
    assert changes.operation is not None
    history.undo(changes.operation)
    assert codes(campaign) == ["1", "2"]
    assert refusal(targets.remove_target, TargetId(99)).code == "target_gone"


def test_nothing_is_written_into_a_closed_year() -> None:
    campaign = small_school.populate()
    (target,) = add(campaign, "1")
    source = another_year(2021)
    with write("Chốt"):
        Campaign.update(state="closed").where(Campaign.id == campaign).execute()
    for command, arguments in (
        (targets.add_target, (campaign, DRAFT)), (targets.edit_target, (target, DRAFT)),
        (targets.remove_target, (target,)), (targets.move_target, (target, 1)),
        (targets.take_targets, (campaign, source)),
    ):  # fmt: skip
        assert refusal(command, *arguments).code == "campaign_closed"


def test_the_targets_of_another_year_are_taken_but_for_codes_that_are_there() -> None:
    source, campaign = small_school.populate(), another_year(2023)
    add(source, "1", "2")
    add(campaign, "1")
    assert [(one.year, one.targets, one.new) for one in target_choices.sources(campaign)] == [(2022, 2, 1)]
    targets.take_targets(campaign, source)
    assert codes(campaign) == ["1", "2"]
    assert refusal(targets.take_targets, campaign, source).code == "targets_nothing_to_copy"


def test_copied_targets_point_to_the_paragraphs_of_the_new_plan() -> None:
    source, campaign = small_school.populate(), another_year(2023)
    with write("Kế hoạch"):
        old, new = (PlanItem.create(campaign=one, section="target", text="100%") for one in (source, campaign))
    targets.add_target(source, replace(DRAFT, plan_item_id=PlanItemId(old.id)))
    with write("Năm mới"):
        assert targets.copy_targets(source, campaign, {old.id: new.id}) == 1
    (line,) = target_lines(campaign)
    assert (line.plan_item_id, line.plan_line) == (new.id, "100%")


def test_a_preview_tells_the_value_now_and_what_is_wrong() -> None:
    campaign = small_school.populate()
    small_school.register(campaign, "CB01", "LĐTT")
    found = targets.preview(campaign, replace(DRAFT, code="", content=""))
    assert found.judged is not None
    assert (found.judged.counted, found.judged.verdict, found.judged.gap) == (Count(1, 4), Verdict.BELOW, Gap(3))
    reversed_ends = targets.preview(campaign, replace(DRAFT, upper="50"))
    assert reversed_ends.problem is not None
    assert reversed_ends.judged is not None
    assert targets.preview(campaign, replace(DRAFT, among=Among(Base.COLLECTIVES))).judged is None


def test_the_dialog_is_offered_words_in_use() -> None:
    campaign = small_school.populate()
    add(campaign, "3a")
    small_school.register(campaign, "CB01", "Người tốt, việc tốt")
    offered = target_choices.choices(campaign)
    assert (offered.next_code, offered.titles[0], offered.titles[-1]) == (
        "4", "Lao động tiên tiến", "Người tốt, việc tốt",
    )  # fmt: skip
    assert "Tập thể lao động xuất sắc" in offered.unit_titles
    assert [unit.code for unit in offered.units] == ["LLCS", "XDD", "TCHC"]


def test_a_target_is_followed_through_the_years_by_what_it_measures() -> None:
    campaign = small_school.populate()
    small_school.register(campaign, "CB01", "LĐTT")
    later = another_year(2023)
    add(campaign, "2")
    targets.add_target(later, replace(DRAFT, code="5"))
    targets.add_target(later, replace(DRAFT, code="6", measured=Measured(Measure.DISCIPLINED)))
    followed, new = target_history.trend(later)
    assert [(point.year, point.line and point.line.counted) for point in followed.points] == [
        (2022, Count(1, 4)), (2023, Count(0, 4)),
    ]  # fmt: skip
    assert [point.line is None for point in new.points] == [True, False]
    assert [one.code for one in target_history.trend(later, ["6"])] == ["6"]
