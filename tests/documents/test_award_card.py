"""The card of awards, from facts to pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.documents import pdfs
from thidua_gui.core.errors import UserError
from thidua_gui.documents.award_card import AwardCardContent, AwardCardFacts, GivenAward, YearFacts, award_card
from thidua_gui.documents.award_card_pages import render_award_cards
from thidua_gui.documents.content import HeadingStyle
from thidua_gui.documents.office import office

ON = date(2022, 12, 20)
REVOKED = GivenAward("Chiến sĩ thi đua cơ sở", "226-QĐ/TCT, 20/12/2020", "Thu hồi ngày 15/06/2021: Khai sai")
LAST = GivenAward("Chiến sĩ thi đua cấp tỉnh", "9-QĐ/TCT", grounds=("3 năm liên tục Chiến sĩ thi đua cơ sở",))
FACTS = AwardCardFacts(
    office("TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "Lai Châu", "TCT"), HeadingStyle.PARTY, False, "CB04",
    "Phạm Thị Hồng Nhung", "Trưởng khoa", "Khoa Lý luận cơ sở", date(1979, 7, 7), None,
    (
        YearFacts(2022, (LAST,), "Hoàn thành xuất sắc nhiệm vụ", ("SK02: Bộ tình huống",)),
        YearFacts(2020, (REVOKED, GivenAward("Lao động tiên tiến", "225-QĐ/TCT")), ""),
    ),
    ("1 năm Chiến sĩ thi đua cấp tỉnh (2022)",), ON, "Hiệu trưởng", "Hoàng Đức Khải",
)  # fmt: skip


def made(**changes: object) -> AwardCardContent:
    return award_card(replace(FACTS, **changes), ON)  # type: ignore[arg-type]  # test values


def test_every_award_is_a_row_and_the_year_stands_once() -> None:
    assert [row.cells[0] for row in made().rows] == ["2022", "2020", ""]
    assert [row.is_revoked for row in made().rows] == [False, True, False]


def test_what_is_not_known_is_said_and_never_left_out() -> None:
    texts = ["".join(span.text for span in fact) for fact in made().facts]
    assert "Ngày vào cơ quan: chưa ghi" in texts


def test_without_a_name_there_is_no_card() -> None:
    with pytest.raises(UserError) as refused:
        made(name=" ")
    assert refused.value.code == "document_field_missing"


def test_a_collective_has_its_own_words() -> None:
    content = made(is_unit=True, name="Khoa Xây dựng Đảng", unit="")
    assert content.subject == ("của tập thể",)
    assert "".join(span.text for span in content.facts[0]) == "Tập thể: Khoa Xây dựng Đảng"


def test_the_pages_tell_everything_and_are_equal_twice() -> None:
    pdf = render_award_cards([made()])
    assert pdf == render_award_cards([made()])
    text = " ".join(" ".join(pdfs.texts(pdf)).split())
    for words in ("PHIẾU THÀNH TÍCH", "Thu hồi ngày 15/06/2021", "III. Căn cứ xét", "HIỆU TRƯỞNG"):
        assert words in text


def test_many_cards_begin_on_pages_of_their_own_and_nobody_is_refused() -> None:
    assert len(pdfs.reader(render_award_cards([made(), made(years=())])).pages) == 2
    with pytest.raises(UserError):
        render_award_cards([])
