"""Cards over all years: what each award rested on, what broke a chain, many at once in few queries."""

from __future__ import annotations

from datetime import date

import pytest

from db.connection import database
from db.models.campaigns import Discipline
from db.models.initiatives import Initiative, InitiativeAuthor
from db.models.scoring import Rating
from tests.services import small_school
from tests.services.small_school import person, refusal, unit
from thidua_gui.core.ids import CampaignId
from thidua_gui.services import award_cards, awards, awards_edit, titles
from thidua_gui.services.award_card_papers import card_papers, cards_workbook
from thidua_gui.services.award_cards import Bearer, Card, card, cards
from thidua_gui.services.awards_edit import AwardDraft
from thidua_gui.services.transaction import write

pytestmark = pytest.mark.usefixtures("data_file")
ON = date(2022, 11, 16)
FIGHTER, PROVINCIAL = "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cấp tỉnh"


@pytest.fixture
def year() -> CampaignId:
    """Lò Thị Hạnh (CB03): fighter 2018 to 2022 but 2019 revoked, provincial 2022 on an initiative of 2022."""
    campaign = small_school.populate()
    for past in range(2018, 2023):
        give(FIGHTER, past)
    give(PROVINCIAL, 2022)
    (revoked,) = [row.id for row in awards.of_person(person("CB03")) if row.year == 2019]
    awards_edit.revoke_award(revoked, date(2020, 3, 1), "Khai sai", "7-QĐ/TCT")
    with write("Kết quả"):
        made = Initiative.create(
            campaign=campaign, code="SK01", name="Bài giảng số", scope="Tỉnh", result="Công nhận"
        )
        InitiativeAuthor.create(initiative=made, person=person("CB03"))
        Rating.create(campaign=campaign, person=person("CB03"), rating="excellent")
        Discipline.create(campaign=campaign, person=person("CB03"), form="Khiển trách", decided_on=date(2022, 2, 1))
    return campaign


def give(title: str, of: int, code: str = "CB03") -> None:
    awards_edit.add_award(AwardDraft(person(code), None, of, title, f"{of}-QĐ", date(of, 12, 8)))


def hanh() -> Card:
    return card(Bearer(False, person("CB03")), ON)


def test_a_chain_is_told_with_the_revocation_that_broke_it(year: CampaignId) -> None:
    assert f"3 năm liên tục {FIGHTER} (2020–2022); chuỗi trước đó đứt vì năm 2019 bị thu hồi" in hanh().chains


def test_an_award_says_what_it_rested_on_by_the_law_of_its_decision(year: CampaignId) -> None:
    (newest, *_) = hanh().years
    grounds = {one.row.title: one.rests_on for one in newest.awards}
    assert f"3 năm liên tục {FIGHTER} (2020, 2021, 2022)" in grounds[PROVINCIAL]
    assert grounds[FIGHTER] == ("SK01: Bài giảng số",)


def test_a_year_tells_rating_initiative_and_discipline_beside_the_awards(year: CampaignId) -> None:
    (newest, *_) = hanh().years
    assert (newest.year, newest.rating, newest.initiatives) == (2022, "excellent", ("SK01: Bài giảng số",))
    assert newest.disciplines == ("Khiển trách (01/02/2022)",)


def test_a_collective_says_how_many_of_its_people_were_given_titles(year: CampaignId) -> None:
    awards_edit.add_award(AwardDraft(None, unit("XDD"), 2021, "Tập thể lao động xuất sắc"))
    found = card(Bearer(True, unit("XDD")), ON)
    assert found.chains == ("1 năm Tập thể lao động xuất sắc (2021)",)
    assert found.years[0].awards[0].rests_on == ("Cá nhân của tập thể năm 2021: 1 CSTĐCS",)


def test_many_cards_need_no_more_queries_than_one(year: CampaignId, monkeypatch: pytest.MonkeyPatch) -> None:
    everyone = [Bearer(False, person(code)) for code in ("CB03", "CB01", "CB02", "CB04")]
    titles.kinds()
    seen: list[object] = []
    real = database.execute_sql
    monkeypatch.setattr(database, "execute_sql", lambda *a, **k: (seen.append(a), real(*a, **k))[1])
    assert [one.bearer for one in cards(everyone[:1], ON)] == everyone[:1]
    of_one = len(seen)
    assert [one.bearer for one in cards(everyone, ON)] == everyone
    assert len(seen) - of_one <= of_one


def test_who_is_gone_has_no_card_and_is_left_out_of_many(year: CampaignId) -> None:
    gone = Bearer(False, 999)
    assert refusal(card, gone, ON).code == "award_card_gone"
    assert cards([gone], ON) == ()


def test_the_people_of_a_unit_stand_in_the_order_of_their_names(year: CampaignId) -> None:
    assert award_cards.people_of_unit(unit("LLCS"), ON) == (
        Bearer(False, person("CB02")), Bearer(False, person("CB01"))
    )  # fmt: skip


def test_the_paper_tells_awards_chains_and_grounds(year: CampaignId) -> None:
    (paper,) = card_papers([Bearer(False, person("CB03"))], ON, year)
    assert paper.rows[0].cells[:3] == ("2022", PROVINCIAL, "2022-QĐ, 08/12/2022")
    (revoked,) = [row for row in paper.rows if row.is_revoked]
    assert "Thu hồi ngày 01/03/2020 theo QĐ 7-QĐ/TCT: Khai sai" in revoked.award
    assert [title for title, _ in paper.parts] == ["II. Chuỗi thành tích", "III. Căn cứ xét"]


def test_nobody_chosen_is_refused_and_excel_has_a_row_for_everything(year: CampaignId) -> None:
    import io

    import python_calamine

    assert refusal(card_papers, [], ON, year).code == "award_card_nobody"
    book = python_calamine.CalamineWorkbook.from_filelike(
        io.BytesIO(cards_workbook([Bearer(False, person("CB03"))], ON))
    )
    kinds = [row[5] for row in book.get_sheet_by_name("Qua trinh").to_python()[4:]]
    assert kinds.count("Danh hiệu, hình thức khen thưởng") == 6
    assert set(kinds) >= {"Xếp loại", "Sáng kiến, đề tài", "Kỷ luật"}


def chains_of(code: str, *given: tuple[str, int]) -> tuple[str, ...]:
    for title, of in given:
        give(title, of, code)
    return card(Bearer(False, person(code)), ON).chains


LABOURER, MINISTRY = "Lao động tiên tiến", "Chiến sĩ thi đua cấp Bộ"


def test_a_chain_says_which_of_its_years_rest_on_a_higher_title(year: CampaignId) -> None:
    told = chains_of("CB01", (MINISTRY, 2019), (LABOURER, 2020), (LABOURER, 2021), (LABOURER, 2022))
    assert f"4 năm liên tục {LABOURER} (2019–2022, năm 2019 tính theo danh hiệu cao hơn)" in told


def test_a_higher_title_alone_makes_no_chain_of_titles_that_were_never_given(year: CampaignId) -> None:
    (told,) = chains_of("CB01", (MINISTRY, 2021))
    assert told == f"1 năm {MINISTRY} (2021)"


def test_a_year_without_any_record_is_not_told_as_failed(year: CampaignId) -> None:
    (told,) = chains_of("CB01", (LABOURER, 2018), (LABOURER, 2020))
    assert told == f"1 năm {LABOURER} (2020); chưa có dữ liệu năm 2021; chưa có dữ liệu năm 2019"


def test_a_year_with_another_result_is_told_as_failed(year: CampaignId) -> None:
    told = chains_of("CB01", (LABOURER, 2021), (LABOURER, 2019), (FIGHTER, 2020), (FIGHTER, 2018))
    assert f"1 năm {FIGHTER} (2020), chuỗi dừng vì năm 2021 không đạt; chuỗi trước đó đứt vì năm 2019 không đạt" in told


def test_an_award_does_not_prove_itself_nor_rest_on_years_that_do_not_suffice(year: CampaignId) -> None:
    give(PROVINCIAL, 2022, "CB01")
    give(FIGHTER, 2021, "CB01")
    (newest, *_) = card(Bearer(False, person("CB01")), ON).years
    assert newest.awards[0].rests_on == ()
