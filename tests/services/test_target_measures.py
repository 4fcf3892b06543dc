"""Each measure and base of the catalogue counts what the year's rows say of it, and says when nobody can know."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.awards import Award, AwardRevocation
from db.models.campaigns import Discipline
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.plan import Target
from db.models.scoring import Rating
from db.models.submissions import Submission
from tests.services import scored_school, small_school
from thidua_gui.core.ids import CampaignId, TargetId
from thidua_gui.core.scoring import StageKey
from thidua_gui.core.targets import Basis, Count, Gap, OpenReason, Verdict
from thidua_gui.services.target_facts import TargetLine, subjects, target_lines
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")
PERCENT, PEOPLE, UNITS = "%", "cá nhân", "tập thể"


def counted(campaign: CampaignId, measure: str, base: str, unit: str = PERCENT, **more: object) -> TargetLine:
    """A target written as a workbook would, and what is said of it."""
    ends = {"lower": 0, "upper": None, **more}
    with write("Chỉ tiêu"):
        Target.create(
            campaign=campaign, code=str(Target.select().count()), position=Target.select().count(), content="Chỉ tiêu",
            measure=measure, base=base, unit=unit, **ends,
        )  # fmt: skip
    return target_lines(campaign)[-1]


def give(campaign: CampaignId, title: str, *codes: str, unit: bool = False, authority: str | None = None) -> None:
    """Awards of the year 2022."""
    with write("Khen thưởng"):
        for code in codes:
            bearer = {"unit": small_school.unit(code)} if unit else {"person": small_school.person(code)}
            Award.create(campaign=campaign, year=2022, title=title, authority=authority, **bearer)


def test_titles_count_who_meets_their_conditions_until_a_decision_gives_one_and_then_who_holds_it() -> None:
    campaign = small_school.populate()
    small_school.register(campaign, "CB01", "Lao động tiên tiến")
    line = counted(campaign, "danh hiệu LĐTT", "toàn trường", lower=9000)
    assert (line.counted, line.verdict, line.basis) == (Count(0, 4, 1), Verdict.BELOW, Basis.ELIGIBLE)
    give(campaign, "Lao động tiên tiến", "CB01", "CB02")
    give(campaign, "Chiến sĩ thi đua cơ sở", "CB03")
    (line,) = target_lines(campaign)
    assert (line.counted, line.basis, line.gap) == (Count(3, 4), Basis.GRANTED, Gap(missing=1))


def test_a_title_without_conditions_in_the_law_is_open_until_it_is_granted() -> None:
    campaign = small_school.populate()
    line = counted(campaign, "danh hiệu tập thể", "khoa, phòng", measure_parameter="Cờ thi đua")
    assert (line.counted, line.open_reason, line.basis) == (None, OpenReason.TITLE_NOT_GRANTED, Basis.ELIGIBLE)


def test_a_revoked_award_counts_no_more() -> None:
    campaign = small_school.populate()
    give(campaign, "Lao động tiên tiến", "CB01", "CB02")
    with write("Thu hồi"):
        AwardRevocation.create(award=Award.get().id, revoked_on=date(2022, 12, 30))
    assert counted(campaign, "danh hiệu LĐTT", "toàn trường").counted == Count(1, 4)


def test_the_holders_of_a_title_are_a_base_once_they_are_decided() -> None:
    campaign = small_school.populate()
    small_school.register(campaign, "CB01", "CSTĐCS")
    line = counted(campaign, "cá nhân đăng ký", "cá nhân đạt LĐTT")
    assert (line.counted, line.open_reason, line.basis) == (Count(0, 0), OpenReason.BASE_OPEN, Basis.ELIGIBLE)
    give(campaign, "Lao động tiên tiến", "CB01", "CB02")
    assert target_lines(campaign)[0].counted == Count(1, 2)


def test_a_share_that_no_whole_number_reaches_names_the_nearest() -> None:
    campaign = small_school.populate()
    give(campaign, "Lao động tiên tiến", "CB01", "CB02", "CB03")
    give(campaign, "Chiến sĩ thi đua cơ sở", "CB01")
    line = counted(campaign, "danh hiệu CSTĐCS", "cá nhân đạt LĐTT", lower=1000, upper=1500)
    assert (line.counted, line.verdict, line.gap) == (Count(1, 3), Verdict.ABOVE, Gap(nearest=(0,)))


def test_registrations_for_one_title_are_told_from_others() -> None:
    campaign = small_school.populate()
    small_school.register(campaign, "CB01", "Chiến sĩ thi đua cơ sở")
    small_school.register(campaign, "CB02", "LĐTT")
    line = counted(campaign, "cá nhân đăng ký", "cá nhân đăng ký", measure_parameter="CSTĐCS")
    assert line.counted == Count(1, 2)


def test_commendations_are_forms_of_every_authority_or_of_one() -> None:
    campaign = small_school.populate()
    assert counted(campaign, "khen thưởng cá nhân", "cá nhân", PEOPLE).open_reason is OpenReason.NOTHING_COMMENDED
    give(campaign, "Lao động tiên tiến", "CB03")
    give(campaign, "Giấy khen", "CB01", authority="Hiệu trưởng")
    give(campaign, "Bằng khen", "CB02", authority="UBND tỉnh")
    give(campaign, "Giấy khen", "CB04")
    assert target_lines(campaign)[0].counted == Count(3, 4)
    line = counted(campaign, "khen thưởng cá nhân", "cá nhân", PEOPLE, measure_parameter="ubnd tỉnh")
    assert (line.counted, line.basis) == (Count(1, 4, 1), Basis.GRANTED)


def test_the_school_itself_is_one_of_the_collectives() -> None:
    campaign = small_school.populate()
    give(campaign, "Bằng khen", "@", "XDD", unit=True)
    line = counted(campaign, "khen thưởng tập thể", "tập thể", UNITS, lower=200)
    assert (line.counted, line.verdict) == (Count(2, 4), Verdict.MET)


def test_nobody_is_to_be_disciplined() -> None:
    campaign = small_school.populate()
    line = counted(campaign, "bị kỷ luật", "cá nhân", PEOPLE, lower=None, upper=0)
    assert line.verdict is Verdict.MET
    with write("Kỷ luật"):
        Discipline.create(campaign=campaign, person=small_school.person("CB04"), form="Khiển trách")
    (line,) = target_lines(campaign)
    assert (line.verdict, line.gap) == (Verdict.ABOVE, Gap(over=1))


def test_an_initiative_not_yet_judged_leaves_its_author_unknown() -> None:
    campaign = small_school.populate()
    with write("Sáng kiến"):
        for code, person, result, scope in (
            ("SK1", "CB01", "Công nhận", "Tỉnh"), ("SK2", "CB02", "Công nhận", "Cơ sở"), ("SK3", "CB03", None, "Tỉnh"),
            ("SK4", "CB04", "Không công nhận", "Tỉnh"),
        ):  # fmt: skip
            row = Initiative.create(campaign=campaign, code=code, name=code, result=result, scope=scope)
            InitiativeAuthor.create(initiative=row.id, person=small_school.person(person))
    assert counted(campaign, "tác giả sáng kiến", "toàn trường").counted == Count(2, 4, 1)
    wide = counted(campaign, "tác giả sáng kiến", "toàn trường", measure_parameter="Tỉnh")
    assert wide.counted == Count(1, 4, 1)


def test_units_hand_in_launch_and_are_rated() -> None:
    campaign = small_school.populate()
    with write("Đơn vị"):
        Submission.create(
            campaign=campaign, unit=small_school.unit("LLCS"), kind="results", submitted_on=date(2022, 11, 18)
        )
        Rating.create(campaign=campaign, unit=small_school.unit("XDD"), rating="excellent")
    handed = counted(campaign, "đơn vị đã nộp", "khoa, phòng", measure_parameter="kết quả cuối năm")
    rated = counted(campaign, "tập thể xếp loại từ", "khoa, phòng", measure_parameter="HTT")
    assert (handed.counted, rated.counted) == (Count(1, 3), Count(1, 3, 2))


def test_points_are_those_of_the_latest_complete_stage() -> None:
    school = scored_school.build(lecturers=3, staff=0)
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    scored_school.score(school, StageKey.UNIT, "GV02", [8, 12, 50, 0])
    line = counted(school.campaign, "điểm từ", "giảng viên", measure_parameter="90")
    assert line.counted == Count(1, 3, 1)


def test_a_base_is_narrowed_to_a_unit_with_those_below_it_and_to_a_group() -> None:
    campaign = small_school.populate()
    below = small_school.add_unit("TBM", "Tổ Triết học", "Tổ", parent_id=small_school.unit("LLCS"))
    small_school.add_person("CB09", "Giàng A Chu", below, staff_group="Nhân viên")
    within = {"within_unit": small_school.unit("LLCS")}
    assert counted(campaign, "số cá nhân", "toàn trường", **within).counted == Count(3, 3)
    assert counted(campaign, "số đơn vị", "khoa, phòng", **within).counted == Count(2, 2)
    grouped = counted(campaign, "số cá nhân", "toàn trường", within_group="Nhân viên", **within)
    assert (grouped.counted, grouped.within_unit) == (Count(1, 1), "Khoa Lý luận cơ sở")


def test_a_base_of_rated_people_is_open_while_somebody_is_not_rated() -> None:
    school = scored_school.build(lecturers=2, staff=0)
    scored_school.score(school, StageKey.UNIT, "GV01", [8, 12, 50, 30])
    line = counted(school.campaign, "cá nhân đăng ký", "cá nhân xếp loại từ", base_parameter="HTT")
    assert (line.counted, line.verdict, line.open_reason) == (Count(0, 1), Verdict.OPEN, OpenReason.BASE_OPEN)


def test_parts_that_do_not_go_together_are_told_instead_of_counted() -> None:
    campaign = small_school.populate()
    line = counted(campaign, "đơn vị phát động", "toàn trường")
    assert (line.counted, line.open_reason) == (None, OpenReason.MISFIT)
    assert subjects(campaign, line.id) == ()
    assert subjects(CampaignId(99), TargetId(line.id)) == ()


def asked(campaign: CampaignId) -> int:
    """How many statements the targets of the year take."""
    statements: list[str] = []
    database.connection().set_trace_callback(statements.append)
    target_lines(campaign)
    database.connection().set_trace_callback(None)
    return len(statements)


def test_all_targets_take_a_number_of_queries_that_does_not_grow() -> None:
    campaign = small_school.populate()
    for measure, base in (("cá nhân đăng ký", "toàn trường"), ("đơn vị phát động", "khoa, phòng")):
        counted(campaign, measure, base)
    few = asked(campaign)
    for more in range(10):
        counted(campaign, "cá nhân đăng ký", "toàn trường", lower=more)
        small_school.add_person(f"NM{more}", "Lý A Tủa", small_school.unit("XDD"))
    assert asked(campaign) == few
