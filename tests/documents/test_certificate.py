"""From facts to the words of a certificate."""

from datetime import date

import pytest

from tests.documents.samples import OFFICE, advanced, merit
from thidua_gui.core.errors import UserError
from thidua_gui.documents.content import FIELDS, HeadingStyle
from thidua_gui.documents.freeze import freeze, thaw_certificate
from thidua_gui.documents.office import Office, office, office_code
from thidua_gui.text.documents import FIELD_LABELS
from thidua_gui.text.errors import sentence


def test_a_merit_certificate_says_who_for_what_by_which_decision() -> None:
    content = merit()
    assert content.issuer == "HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU"
    assert content.post_and_unit == "Phó Trưởng khoa, Khoa Xây dựng Đảng"
    assert content.achievement == "Đã có thành tích xuất sắc trong phong trào thi đua năm 2022"
    assert content.register == (
        "Quyết định số 236-QĐ/TCT",
        "ngày 08 tháng 12 năm 2022",
        "Số vào sổ khen thưởng: 47/2022",
    )


def test_an_advanced_labourer_certificate_names_title_and_year() -> None:
    content = advanced(year=2021)
    assert (content.award, content.award_year) == ("LAO ĐỘNG TIÊN TIẾN", "Năm 2021")
    assert content.theme == ""


def test_the_theme_stands_in_quotation_marks_once() -> None:
    assert merit(theme='"Nêu gương"').theme == "“Nêu gương”"
    assert merit(theme=" ").theme == ""


def test_without_a_book_number_the_line_is_left_out() -> None:
    assert len(merit(book_number="").register) == 2


def test_a_draft_has_dotted_places_and_no_invented_number() -> None:
    content = merit(draft=True, decision_number="", decided_on=None)
    assert content.is_draft
    assert content.draft_mark == "BẢN DỰ THẢO"
    assert not any(character.isdigit() for character in " ".join((*content.register, content.place_and_date)))


def test_a_draft_shows_no_number_even_when_one_is_known() -> None:
    assert "236" not in " ".join(merit(draft=True).register)


@pytest.mark.parametrize(
    ("changes", "field", "label"),
    [
        ({"name": "  "}, "name", "họ và tên"),
        ({"post": "", "unit": ""}, "post_and_unit", "chức vụ, đơn vị"),
        ({"decision_number": ""}, "decision_number", "số quyết định"),
        ({"decided_on": None}, "decided_on", "ngày quyết định"),
        ({"signer_name": ""}, "signer_name", "người ký"),
        ({"signer_post": ""}, "signer_post", "chức vụ người ký"),
        ({"office": Office("A", "A", "", "", "A")}, "place", "địa danh"),
    ],
)
def test_a_missing_field_is_refused_with_person_and_field(changes: dict[str, object], field: str, label: str) -> None:
    with pytest.raises(UserError) as refused:
        merit(**changes)
    assert refused.value.code == "document_field_missing"
    assert refused.value.details["field"] == field
    assert label in sentence(refused.value)
    assert "CB13" in sentence(refused.value)


def test_post_or_unit_alone_is_enough() -> None:
    assert merit(post="").post_and_unit == "Khoa Xây dựng Đảng"
    assert merit(unit="").post_and_unit == "Phó Trưởng khoa"


def test_texts_are_composed_and_tidied() -> None:
    assert merit(name=" Lo\u0300  Thi\u0323\u00a0Hạnh").name == "Lò Thị Hạnh"


def test_the_heading_is_the_partys_or_the_states() -> None:
    party, state = advanced(), advanced(heading=HeadingStyle.STATE)
    assert party.texts()["party_nation"] == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert (party.texts()["state_nation"], party.texts()["party_star"]) == ("", "*")
    assert state.texts()["state_nation"] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert state.texts()["state_motto"] == "Độc lập - Tự do - Hạnh phúc"
    assert (state.texts()["party_nation"], state.texts()["party_star"]) == ("", "")


def test_every_field_has_a_name_for_refusals() -> None:
    assert set(FIELD_LABELS) >= FIELDS


def test_a_provincial_school_stands_under_the_provinces_committee() -> None:
    assert (OFFICE.parent, OFFICE.name) == ("TỈNH ỦY LAI CHÂU", "TRƯỜNG CHÍNH TRỊ")
    assert office("Trường Chính trị thành phố Huế", "Huế", "TCT").parent == "THÀNH ỦY HUẾ"
    assert OFFICE.running_name == "Trường Chính trị tỉnh Lai Châu"


def test_another_school_has_no_parent_until_somebody_says_so() -> None:
    found = office("TRƯỜNG CHÍNH TRỊ TRẦN PHÚ", "Hà Tĩnh", "TCT")
    assert (found.name, found.parent) == ("TRƯỜNG CHÍNH TRỊ TRẦN PHÚ", "")


@pytest.mark.parametrize(("number", "code"), [("100-KH/TCT", "TCT"), ("12/KH-TCT", "TCT"), ("100", "")])
def test_the_offices_sign_is_read_from_a_number(number: str, code: str) -> None:
    assert office_code(number) == code


def test_a_frozen_certificate_thaws_to_the_same() -> None:
    content = merit(heading=HeadingStyle.STATE, decided_on=date(2022, 12, 8))
    assert thaw_certificate(freeze(content)) == content
    assert freeze(thaw_certificate(freeze(content))) == freeze(content)
