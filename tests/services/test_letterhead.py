"""Who issues and signs: the year's rows, the school's own words over them, and what the documents then say."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.campaigns import Campaign
from db.models.organisation import Person
from tests.services.small_school import add_person, add_unit, found, person
from thidua_gui.core.ids import CampaignId
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.services import history, letterhead
from thidua_gui.services.letterhead import LetterheadChoice
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")
PARTY = HeadingStyle.PARTY


@pytest.fixture
def year(data_file: object) -> CampaignId:
    """A year with a plan, a heading of the workbook, a principal and a deputy."""
    campaign = found()
    unit = add_unit("BGH", "Ban Giám hiệu", "Lãnh đạo")
    add_person("CB01", "Hoàng Đức Khải", unit, "Hiệu trưởng")
    add_person("CB02", "Lò Thị Hạnh", unit, "Phó Hiệu trưởng")
    with write("Sổ năm"):
        row = Campaign.get_by_id(campaign)
        row.office_heading, row.plan_number = "TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "100-KH/TCT"
        row.plan_issued_at = "Lai Châu"
        row.save()
    return campaign


def test_the_years_rows_give_office_place_code_and_signer(year: CampaignId) -> None:
    head = letterhead.letterhead(year)
    assert (head.office.place, head.office.code, head.style) == ("Lai Châu", "TCT", PARTY)
    assert (head.signer_post, head.signer_name, head.signer_id) == ("Hiệu trưởng", "Hoàng Đức Khải", person("CB01"))


def test_the_schools_own_words_stand_before_the_rows(year: CampaignId) -> None:
    letterhead.choose(LetterheadChoice(HeadingStyle.STATE, place="Tam Đường", signer_post="Phó Hiệu trưởng"))
    head = letterhead.letterhead(year)
    assert (head.style, head.office.place, head.office.code) == (HeadingStyle.STATE, "Tam Đường", "TCT")
    assert (head.signer_name, head.signer_id) == ("Lò Thị Hạnh", person("CB02"))


def test_a_signer_who_is_nobody_of_the_school_has_no_id(year: CampaignId) -> None:
    letterhead.choose(LetterheadChoice(PARTY, signer_name="Người Khác"))
    head = letterhead.letterhead(year)
    assert (head.signer_name, head.signer_id) == ("Người Khác", None)


def test_who_has_left_signs_no_more(year: CampaignId) -> None:
    with write("Thôi việc"):
        Person.update(left_on=date(2022, 6, 30)).where(Person.code == "CB01").execute()
    assert (letterhead.letterhead(year).signer_name, letterhead.letterhead(year).signer_id) == ("", None)


def test_what_an_empty_field_stands_for_is_told_whatever_was_chosen(year: CampaignId) -> None:
    letterhead.choose(LetterheadChoice(PARTY, place="Tam Đường", code="X", signer_name="Người Khác"))
    rows = letterhead.by_the_rows(year)
    assert (rows.office.place, rows.office.code, rows.signer_name) == ("Lai Châu", "TCT", "Hoàng Đức Khải")


def test_the_empty_name_stands_for_the_holder_of_the_chosen_post(year: CampaignId) -> None:
    letterhead.choose(LetterheadChoice(PARTY, signer_post="Phó Hiệu trưởng"))
    rows = letterhead.by_the_rows(year)
    assert (rows.signer_post, rows.signer_name) == ("Hiệu trưởng", "Lò Thị Hạnh")


def test_spaces_are_no_choice(year: CampaignId) -> None:
    letterhead.choose(LetterheadChoice(PARTY, place="  "))
    assert letterhead.letterhead(year).office.place == "Lai Châu"


def test_a_choice_is_one_step_and_can_be_undone(year: CampaignId) -> None:
    before = letterhead.letterhead(year)
    letterhead.choose(LetterheadChoice(HeadingStyle.STATE, place="Tam Đường", code="X"))
    assert history.next_undo() == "Sửa thể thức và người ký văn bản"
    history.undo_last()
    assert letterhead.letterhead(year) == before


def test_a_choice_can_hold_from_a_day_on(year: CampaignId) -> None:
    letterhead.choose(LetterheadChoice(HeadingStyle.STATE, place="Tam Đường"), valid_from=date(2023, 1, 1))
    assert letterhead.letterhead(year).style is PARTY
    assert letterhead.chosen(date(2023, 1, 1)).style is HeadingStyle.STATE
