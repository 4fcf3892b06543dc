"""What is typed into the registration grid: written as far as it is right, the rest kept beside its cell."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Campaign, Registration
from db.models.organisation import Person, Unit
from tests.services.small_school import person, populate, refusal, register, unit
from thidua_gui.core.ids import CampaignId, RegistrationId
from thidua_gui.core.registering import Side
from thidua_gui.services import history, registration_entry, registrations, year_states
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.registration_entry import LineDraft, Written
from thidua_gui.services.transaction import write
from thidua_gui.services.typed_drafts import TypedCell
from thidua_gui.text.errors import sentence

TITLE, CONTENT, DAY = "title", "content", "registered_on"
FLAG = "Cờ thi đua của Giám đốc Học viện Chính trị quốc gia Hồ Chí Minh"


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return populate()


def typed(year: CampaignId, *cells: tuple[str, str, str]) -> Written:
    return registration_entry.write_cells(
        year, Side.PEOPLE, [TypedCell(person(code), field, text) for code, field, text in cells]
    )


def stored() -> list[tuple[str, str, date | None, str | None]]:
    rows = Registration.select(Registration, Person).join(Person).order_by(Registration.position, Registration.id)
    return [(row.person.code, row.title, row.registered_on, row.content) for row in rows]


def drafts(year: CampaignId, code: str) -> dict[str, tuple[str, str]]:
    (row,) = [row for row in registrations.board(year, Side.PEOPLE).rows if row.code == code]
    return {field: (draft.text, draft.problem) for field, draft in row.drafts.items()}


def test_a_block_of_cells_is_one_step_and_undo_takes_it_back(year: CampaignId) -> None:
    done = typed(
        year, ("CB01", TITLE, "lđtt"), ("CB01", DAY, "15/3"), ("CB01", CONTENT, " Dạy  giỏi "),
        ("CB02", TITLE, "Chiến sĩ thi đua cơ sở"),
    )  # fmt: skip
    assert done.refused == 0
    assert stored() == [
        ("CB01", "Lao động tiên tiến", date(2022, 3, 15), "Dạy giỏi"), ("CB02", "Chiến sĩ thi đua cơ sở", None, None),
    ]  # fmt: skip
    history.undo_last()
    assert stored() == []


def test_an_unknown_title_is_kept_beside_its_cell_and_the_rest_is_written(year: CampaignId) -> None:
    done = typed(year, ("CB01", TITLE, "Người giỏi nhất"), ("CB02", TITLE, "LĐTT"))
    assert done.refused == 1
    assert [code for code, *_ in stored()] == ["CB02"]
    text, problem = drafts(year, "CB01")[TITLE]
    assert text == "Người giỏi nhất"
    assert problem.startswith("Không có danh hiệu hay hình thức khen thưởng tên “Người giỏi nhất”.")


def test_a_day_before_joining_is_refused_with_the_day(year: CampaignId) -> None:
    with write("Ngày vào"):
        Person.update(joined_on=date(2022, 3, 10)).where(Person.code == "CB01").execute()
    assert typed(year, ("CB01", TITLE, "LĐTT"), ("CB01", DAY, "9/3/2022")).refused == 1
    assert stored() == [("CB01", "Lao động tiên tiến", None, None)]
    assert "10/03/2022" in drafts(year, "CB01")[DAY][1]
    assert typed(year, ("CB01", DAY, "10/3/2022")).refused == 0
    assert drafts(year, "CB01") == {}


def test_a_day_waits_for_its_title_and_is_written_with_it(year: CampaignId) -> None:
    assert typed(year, ("CB01", DAY, "15/3"), ("CB01", CONTENT, "Hai bài báo")).refused == 2
    assert stored() == []
    assert drafts(year, "CB01")[DAY][1].startswith("Ghi danh hiệu đăng ký trước")
    typed(year, ("CB01", TITLE, "LĐTT"))
    assert stored() == [("CB01", "Lao động tiên tiến", date(2022, 3, 15), "Hai bài báo")]
    assert drafts(year, "CB01") == {}


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        (DAY, "15/3/2021", "Ngày đăng ký phải trong năm 2022."),
        (DAY, "mai", "“mai” không phải là ngày. Gõ như 15/3 hoặc 15/3/2022."),
        (TITLE, "Tập thể lao động xuất sắc", "“Tập thể lao động xuất sắc” là danh hiệu của tập thể; "),
    ],
)
def test_each_refusal_says_what_is_wrong(year: CampaignId, field: str, text: str, told: str) -> None:
    register(year, "CB01", "LĐTT", date(2022, 3, 1))
    typed(year, ("CB01", field, text))
    assert stored() == [("CB01", "LĐTT", date(2022, 3, 1), None)]
    assert drafts(year, "CB01")[field][1].startswith(told)


def test_emptying_a_refused_cell_leaves_what_was_stored(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT")
    typed(year, ("CB01", TITLE, "không có"))
    typed(year, ("CB01", TITLE, ""))
    assert stored() == [("CB01", "LĐTT", None, None)]
    assert drafts(year, "CB01") == {}


def test_emptying_the_title_takes_the_registration_away(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT", date(2022, 3, 1))
    assert typed(year, ("CB01", TITLE, "")).gone == 1
    assert stored() == []
    history.undo_last()
    assert stored() == [("CB01", "LĐTT", date(2022, 3, 1), None)]


def test_undo_takes_a_draft_back_too(year: CampaignId) -> None:
    typed(year, ("CB01", TITLE, "không có"))
    history.undo_last()
    assert drafts(year, "CB01") == {}


def test_one_more_registration_is_added_changed_and_deleted(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT")
    changes = registration_entry.add_line(
        year, Side.PEOPLE, person("CB01"), LineDraft("Giấy khen của Hiệu trưởng", None, "")
    )
    (row_id,) = changes.ids("registrations")
    registration_entry.edit_line(RegistrationId(row_id), LineDraft("Giấy khen", date(2022, 4, 1), "Hai đợt"))
    assert stored()[1] == ("CB01", "Giấy khen", date(2022, 4, 1), "Hai đợt")
    registration_entry.delete_line(RegistrationId(row_id))
    assert len(stored()) == 1


def test_one_title_is_registered_once_whatever_its_wording(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT")
    again = LineDraft("Lao động tiên tiến", None, "")
    refused = refusal(registration_entry.add_line, year, Side.PEOPLE, person("CB01"), again)
    assert refused.code == "registration_repeated"


def test_the_school_registers_a_title_and_a_flag(year: CampaignId) -> None:
    school = Unit.get(Unit.is_root).id
    for title in ("Tập thể lao động xuất sắc", FLAG):
        registration_entry.add_line(year, Side.UNITS, school, LineDraft(title, date(2022, 3, 2), ""))
    (row, *_) = registrations.board(year, Side.UNITS).rows
    assert (row.is_school, [line.title for line in row.lines]) == (True, ["Tập thể lao động xuất sắc", FLAG])
    refused = refusal(registration_entry.add_line, year, Side.UNITS, school, LineDraft("LĐTT", None, ""))
    assert sentence(refused) == "“Lao động tiên tiến” là danh hiệu của cá nhân; tập thể không đăng ký danh hiệu này."


def test_units_are_typed_into_the_same_way(year: CampaignId) -> None:
    cells = [TypedCell(unit("XDD"), TITLE, "TTLĐTT"), TypedCell(unit("XDD"), DAY, "1/3")]
    assert registration_entry.write_cells(year, Side.UNITS, cells).refused == 0
    row = Registration.get(Registration.unit == unit("XDD"))
    assert (row.title, row.registered_on, row.person_id) == ("Tập thể lao động tiên tiến", date(2022, 3, 1), None)


def test_a_closed_year_takes_nothing(year: CampaignId) -> None:
    register(year, "CB01", "LĐTT")
    row = RegistrationId(Registration.get().id)
    with write("Chốt"):
        Campaign.update(state="closed").execute()
    cells = [TypedCell(person("CB01"), TITLE, "LĐTT")]
    draft = LineDraft("Giấy khen", None, "")
    assert refusal(registration_entry.write_cells, year, Side.PEOPLE, cells).code == "campaign_closed"
    assert refusal(registration_entry.add_line, year, Side.PEOPLE, person("CB02"), draft).code == "campaign_closed"
    assert refusal(registration_entry.edit_line, row, draft).code == "campaign_closed"
    assert refusal(registration_entry.delete_line, row).code == "campaign_closed"


def test_what_was_refused_is_told_before_the_year_is_closed(year: CampaignId) -> None:
    typed(year, ("CB01", TITLE, "không có"), ("CB02", DAY, "mai"))
    assert year_states.left_open(year).refused_values == 2


def test_nobody_has_registered_on_a_day_still_to_come(year: CampaignId) -> None:
    with write("Năm nay"):
        Campaign.update(year=2026).where(Campaign.id == year).execute()
    typed(year, ("CB01", TITLE, "LĐTT"), ("CB01", DAY, "23/11"), ("CB02", TITLE, "LĐTT"), ("CB02", DAY, "22/11"))
    assert [(code, day) for code, _title, day, _content in stored()] == [("CB01", None), ("CB02", date(2026, 11, 22))]
    told = "Ngày đăng ký 23/11/2026 còn chưa tới; chỉ ghi khi đã đăng ký."
    assert drafts(year, "CB01") == {DAY: ("23/11", told)}
