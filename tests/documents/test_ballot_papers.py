"""Ballot papers: as many as asked for, everybody on each, none cut in two, nothing that names a voter."""

from datetime import date

import pytest

from tests.documents.pdfs import reader, texts
from thidua_gui.core.errors import UserError
from thidua_gui.documents.ballot_papers import BallotFacts, ballot_papers, render_ballot_papers, sheets

DAY = date(2022, 11, 24)
LONG = "Tôn Nữ Thị Ninh Hoàng Phương Anh Thư"
POST = "Phó Trưởng phòng, Phòng Tổ chức, hành chính, thông tin, tư liệu"


def facts(people=8, **changes) -> BallotFacts:
    values = {
        "school": "TRƯỜNG CHÍNH TRỊ TỈNH LAI CHÂU", "title": "danh hiệu Chiến sĩ thi đua cơ sở", "year": 2022,
        "held_on": DAY, "names": tuple((f"Nguyễn Văn An {place}", POST) for place in range(1, people + 1)),
        "of_units": False, "present": 8, "spare": 1,
    }  # fmt: skip
    return BallotFacts(**values | changes)


def printed(ballot: BallotFacts) -> list[str]:
    """The text of each sheet."""
    return texts(render_ballot_papers(ballot_papers(ballot, DAY)))


def flat(sheet: str) -> str:
    return " ".join(sheet.split())


@pytest.mark.parametrize(
    ("per_sheet", "people", "with_below", "expected"),
    [(1, 8, True, 9), (2, 8, True, 5), (3, 2, True, 3), (4, 8, False, 3)],
)
def test_there_are_as_many_papers_as_present_and_spare(per_sheet, people, with_below, expected):
    ballot = facts(people, per_sheet=per_sheet, with_below=with_below)
    found = printed(ballot)
    assert len(found) == expected == sheets(ballot_papers(ballot, DAY))
    assert sum(sheet.count("PHIẾU BIỂU QUYẾT") for sheet in found) == 9


@pytest.mark.parametrize("people", [1, 8, 20, 60])
def test_no_page_is_empty_and_no_name_is_lost(people):
    found = [flat(sheet) for sheet in printed(facts(people, present=1, spare=0))]
    assert all("Nguyễn Văn An" in sheet for sheet in found)
    whole = " ".join(found)
    assert [place for place in range(1, people + 1) if f"Nguyễn Văn An {place} " not in f"{whole} "] == []


@pytest.mark.parametrize("per_sheet", [1, 2, 3, 4])
def test_every_paper_names_everybody_in_their_order(per_sheet):
    names = ((LONG, ""), ("Lò Thị Hạnh", ""), ("Bùi Thị Kim Oanh", ""))
    (sheet,) = printed(facts(names=names, per_sheet=per_sheet, present=per_sheet, spare=0))
    words = flat(sheet)
    assert [words.count(last) for last in ("Anh Thư", "Lò Thị Hạnh", "Bùi Thị Kim Oanh")] == [per_sheet] * 3
    assert words.index("Anh Thư") < words.index("Lò Thị Hạnh") < words.index("Bùi Thị Kim Oanh")


def test_a_paper_that_does_not_fit_says_how_many_would():
    with pytest.raises(UserError) as refused:
        printed(facts(8, per_sheet=4))
    assert (refused.value.code, refused.value.details["fits"]) == ("ballot_too_long", 2)


def test_namesakes_keep_what_tells_them_apart():
    names = (("Lò Thị Hạnh", "Khoa Xây dựng Đảng"), ("Lò Thị Hạnh", "Phòng Tổ chức"), ("Lê Anh Dũng", "Khoa Dân vận"))
    (sheet,) = printed(facts(names=names, with_below=False, present=1, spare=0))
    words = flat(sheet)
    assert "Khoa Xây dựng Đảng" in words
    assert "Khoa Dân vận" not in words


def test_units_have_a_column_of_their_own_name():
    (sheet,) = printed(facts(names=(("Khoa Xây dựng Đảng", ""),), of_units=True, present=1, spare=0))
    assert "Tập thể" in sheet
    assert "Họ và tên" not in sheet


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"names": ()}, "ballot_candidates"),
        ({"people": 61}, "ballot_candidates"),
        ({"present": 0, "spare": 0}, "ballot_count"),
        ({"present": 500, "spare": 1}, "ballot_count"),
        ({"present": 9, "spare": -1}, "ballot_count"),
    ],
)
def test_what_cannot_be_printed_is_refused(changes, code):
    with pytest.raises(UserError) as refused:
        ballot_papers(facts(**changes), DAY)
    assert refused.value.code == code


def test_a_letter_that_the_font_lacks_is_refused():
    with pytest.raises(UserError) as refused:
        printed(facts(names=(("Nguyễn 明", ""),)))
    assert refused.value.code == "glyph_missing"


def test_papers_of_several_pages_are_numbered():
    found = printed(facts(60, present=1, spare=0))
    assert [f"{place}/{len(found)}" in sheet for place, sheet in enumerate(found, 1)] == [True] * len(found)


def test_two_papers_are_equal_so_that_no_one_is_known_by_it():
    first, second = printed(facts(present=2, spare=0))
    assert first == second


def test_the_sheet_is_a4():
    page = reader(render_ballot_papers(ballot_papers(facts(per_sheet=2), DAY))).pages[0]
    assert (round(float(page.mediabox.width) * 25.4 / 72), round(float(page.mediabox.height) * 25.4 / 72)) == (297, 210)
