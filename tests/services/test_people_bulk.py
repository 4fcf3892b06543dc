"""One step for many people: who is worked on, who is passed over and why, what is refused, what undo restores."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Campaign, PersonnelChange, Registration
from db.models.organisation import Membership, Person
from tests.services.small_school import add_person, person, populate, refusal, register, unit
from thidua_gui.core.ids import CampaignId, PersonId
from thidua_gui.core.titles import TitleKey
from thidua_gui.services import history, people_bulk, people_moves
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.people_edit import Placement
from thidua_gui.services.transaction import write
from thidua_gui.text.errors import sentence

LABOURER, FIGHTER = TitleKey.ADVANCED_LABOURER, TitleKey.GRASSROOTS_FIGHTER
DAY = date(2022, 12, 1)


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return populate()


def some(*codes: str) -> list[PersonId]:
    return [person(code) for code in codes]


def registered() -> dict[str, str]:
    return {row.person.code: row.title for row in Registration.select() if row.person is not None}


def test_a_title_is_registered_for_all_who_have_none(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT")
    done = people_bulk.register(year, some("CB01", "CB02", "CB03"), LABOURER, date(2022, 3, 15), replace=False)
    assert done.said == "Đã đăng ký LĐTT cho 2 người, bỏ qua 1 người đã đăng ký."
    assert registered() == {"CB01": "LĐTT", "CB02": "Lao động tiên tiến", "CB03": "Lao động tiên tiến"}
    history.undo_last()
    assert registered() == {"CB01": "LĐTT"}


def test_another_title_is_kept_unless_it_is_to_be_replaced(year: CampaignId) -> None:
    register(year, "CB01", "Lao động tiên tiến", date(2022, 3, 1))
    done = people_bulk.register(year, some("CB01", "CB02"), FIGHTER, None, replace=False)
    assert done.said == "Đã đăng ký CSTĐCS cho 1 người, bỏ qua 1 người đã đăng ký danh hiệu khác."
    people_bulk.register(year, some("CB01", "CB02"), FIGHTER, None, replace=True)
    assert set(registered().values()) == {"Chiến sĩ thi đua cơ sở"}
    assert Registration.get(Registration.person == person("CB01")).registered_on == date(2022, 3, 1)


def test_who_had_left_before_is_passed_over(year: CampaignId) -> None:
    people_moves.leave(person("CB01"), date(2021, 12, 31), "Nghỉ hưu")
    done = people_bulk.register(year, some("CB01", "CB02"), LABOURER, None, replace=False)
    assert done.said.endswith("bỏ qua 1 người đã nghỉ việc.")


def test_who_joined_after_the_day_is_passed_over(year: CampaignId) -> None:
    with write("Về cơ quan"):
        Person.update(joined_on=date(2022, 6, 1)).where(Person.code == "CB01").execute()
    done = people_bulk.register(year, some("CB01", "CB02"), LABOURER, date(2022, 3, 15), replace=False)
    assert done.said.endswith("bỏ qua 1 người về cơ quan sau ngày đăng ký.")


def test_a_day_still_to_come_is_refused_for_all(year: CampaignId) -> None:
    with write("Năm nay"):
        Campaign.update(year=2026).execute()
    refused = refusal(people_bulk.register, year, some("CB01"), LABOURER, date(2026, 11, 23), replace=False)
    assert (refused.code, refused.details["field"]) == ("registration_in_future", "registered_on")


def test_nothing_is_written_when_everybody_is_passed_over(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT")
    refused = refusal(people_bulk.register, year, some("CB01"), LABOURER, None, replace=True)
    assert sentence(refused) == "Không có gì để ghi: 1 người đã đăng ký."


def test_registering_needs_a_title_a_day_of_the_year_and_an_open_year(year: CampaignId) -> None:
    people = some("CB01")
    assert refusal(people_bulk.register, year, people, None, None, replace=False).code == "bulk_title_missing"
    outside = refusal(people_bulk.register, year, people, LABOURER, date(2021, 3, 1), replace=False)
    assert outside.code == "registration_outside_year"
    with write("Chốt"):
        Campaign.update(state="closed").execute()
    assert refusal(people_bulk.register, year, people, LABOURER, None, replace=False).code == "campaign_closed"


def test_a_staff_group_is_set_where_it_differs_and_undone_at_once(year: CampaignId) -> None:
    assert year
    people_bulk.set_staff_group(some("CB01"), "Giảng viên")
    done = people_bulk.set_staff_group(some("CB01", "CB02", "CB03"), " Giảng  viên ")
    assert done.said == "Đã xếp 2 người vào nhóm Giảng viên, bỏ qua 1 người đã thuộc nhóm này."
    history.undo_last()
    assert [row.code for row in Person.select().where(Person.staff_group == "Giảng viên")] == ["CB01"]
    assert refusal(people_bulk.set_staff_group, some("CB01"), " ").code == "bulk_group_missing"


def test_a_post_begins_on_its_day_in_the_own_unit(year: CampaignId) -> None:
    assert year
    done = people_bulk.set_post(some("CB02", "CB03"), "Giảng viên", DAY)
    assert done.said == (
        "Đã ghi chức vụ Giảng viên cho 1 người từ ngày 01/12/2022, bỏ qua 1 người đã giữ chức vụ này."
    )
    before, after = Membership.select().where(Membership.person == person("CB03")).order_by(Membership.id)
    assert (before.until_on, after.from_on, after.post) == (date(2022, 11, 30), DAY, "Giảng viên")
    assert before.unit_id == after.unit_id
    assert PersonnelChange.select().count() == 0


def test_a_post_needs_words_a_day_and_a_unit(year: CampaignId) -> None:
    assert year
    add_person("CB05", "Người Chưa Rõ")
    assert refusal(people_bulk.set_post, some("CB01"), "", DAY).code == "bulk_post_missing"
    assert refusal(people_bulk.set_post, some("CB01"), "Giảng viên", None).code == "bulk_day_missing"
    assert "Người Chưa Rõ" in sentence(refusal(people_bulk.set_post, some("CB01", "CB05"), "Giảng viên", DAY))


def test_a_transfer_passes_over_who_is_there_and_undo_restores_all(year: CampaignId) -> None:
    assert year
    before = list(Membership.select().dicts())
    to = Placement(unit("XDD"), None, DAY)
    done = people_bulk.transfer(some("CB01", "CB03", "CB04"), to, keep_posts=True)
    assert done.said == (
        "Đã chuyển 2 người đến Khoa Xây dựng Đảng từ ngày 01/12/2022, bỏ qua 1 người đã ở đơn vị này."
    )
    assert PersonnelChange.select().count() == 2
    history.undo_last()
    assert list(Membership.select().dicts()) == before


def test_one_impossible_transfer_refuses_all(year: CampaignId) -> None:
    assert year
    people_moves.transfer(some("CB02"), Placement(unit("XDD"), None, date(2023, 5, 1)))
    to = Placement(unit("TCHC"), None, DAY)
    refused = refusal(people_bulk.transfer, some("CB01", "CB02"), to, keep_posts=True)
    assert (refused.code, refused.details["name"]) == ("person_moves_back", "Nguyễn Văn An")


def test_leaving_ends_every_membership_with_a_reason(year: CampaignId) -> None:
    assert year
    people_moves.leave(person("CB01"), date(2022, 6, 30), "Nghỉ hưu")
    done = people_bulk.leave(some("CB01", "CB02", "CB03"), DAY, "Chuyển công tác")
    assert done.said == (
        "Đã ghi nghỉ việc cho 2 người, ngày làm việc cuối cùng 01/12/2022, bỏ qua 1 người đã nghỉ việc."
    )
    assert {row.left_on for row in Person.select().where(Person.left_reason == "Chuyển công tác")} == {DAY}
    assert refusal(people_bulk.leave, some("CB04"), DAY, " ").code == "person_reason_missing"
    assert refusal(people_bulk.leave, some("CB04"), None, "Mất").code == "bulk_day_missing"
    history.undo_last()
    assert Person.select().where(Person.left_on.is_null()).count() == 3
