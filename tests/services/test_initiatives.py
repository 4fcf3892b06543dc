"""Initiatives of a year: written with their authors, refused beside the field, taken away and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.conftest import NOW
from tests.services.small_school import only, person, populate, refusal
from thidua_gui.core.ids import CampaignId, InitiativeId
from thidua_gui.core.initiatives import Author, InitiativeKind
from thidua_gui.services import evidence, history, initiatives, initiatives_edit, year_states
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.evidence import OnInitiative
from thidua_gui.services.initiatives import InitiativeDetail
from thidua_gui.services.initiatives_edit import InitiativeDraft
from thidua_gui.text.errors import sentence

DRAFT = InitiativeDraft(
    "SK01", "Số hóa bài giảng", InitiativeKind.INITIATIVE, "Cơ sở", "Công nhận", "12-QĐ/TCT", date(2022, 10, 3),
    "Hội đồng sáng kiến Trường", "Tóm tắt\nhai dòng", "Bớt nửa thời gian soạn", "Khoa Lý luận cơ sở",
)  # fmt: skip


@pytest.fixture
def school(data_file: OpenFile) -> CampaignId:
    assert data_file
    return populate()


def authors(*told: tuple[str, int | None]) -> tuple[Author, ...]:
    return tuple(Author(person(code), share) for code, share in told)


def add(school: CampaignId, draft: InitiativeDraft = DRAFT, *told: tuple[str, int | None]) -> InitiativeId:
    changes = initiatives_edit.add_initiative(school, draft, authors(*(told or (("CB01", None),))))
    return InitiativeId(only(changes, "initiatives"))


def shown(found: InitiativeDetail) -> list[tuple[str, int | None]]:
    return [(author.code, author.share) for author in found.row.authors]


def test_everything_that_was_filled_in_is_shown(school: CampaignId) -> None:
    found = initiatives.detail(add(school, DRAFT, ("CB02", 60_00), ("CB01", 40_00)))
    row = found.row
    assert (row.code, row.name, row.kind, row.scope, row.result) == (
        "SK01", "Số hóa bài giảng", InitiativeKind.INITIATIVE, "Cơ sở", "Công nhận",
    )  # fmt: skip
    assert (row.recognised_on, row.recognised_by, row.summary) == (
        date(2022, 10, 3), "Hội đồng sáng kiến Trường", "Tóm tắt\nhai dòng",
    )  # fmt: skip
    assert shown(found) == [("CB02", 60_00), ("CB01", 40_00)]
    assert row.authors[0].unit == "Lý luận cơ sở"


def test_a_correction_keeps_the_authors_who_stay_and_undo_restores_all(school: CampaignId) -> None:
    one = add(school, DRAFT, ("CB01", 50_00), ("CB02", 50_00))
    before = initiatives.detail(one)
    initiatives_edit.edit_initiative(one, replace(DRAFT, name=" Tên  khác "), authors(("CB02", None), ("CB03", None)))
    after = initiatives.detail(one)
    assert (after.row.name, shown(after)) == ("Tên khác", [("CB02", None), ("CB03", None)])
    history.undo_last()
    assert initiatives.detail(one) == before


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"code": "  "}, "initiative_code_missing", "code"),
        ({"code": "A;B"}, "initiative_code_unusable", "code"),
        ({"name": " "}, "initiative_name_missing", "name"),
        ({"scope": "Huyện"}, "initiative_word_unknown", "scope"),
        ({"result": "Đạt"}, "initiative_word_unknown", "result"),
        ({"recognised_on": date(2021, 12, 31)}, "initiative_day_early", "recognised_on"),
        ({"recognised_on": date(2026, 11, 23)}, "initiative_day_future", "recognised_on"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    school: CampaignId, changed: dict[str, object], code: str, field: str
) -> None:
    draft = replace(DRAFT, **changed)  # type: ignore[arg-type]  # test values
    problem = refusal(initiatives_edit.add_initiative, school, draft, authors(("CB01", None)))
    assert (problem.code, problem.details["field"]) == (code, field)
    assert initiatives.board(school).rows == ()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ((), "initiative_author_missing"),
        ((("CB01", 50_00), ("CB01", 50_00)), "initiative_author_repeated"),
        ((("CB01", 0),), "initiative_share_odd"),
        ((("CB01", 60_00), ("CB02", 40_01)), "initiative_shares_over"),
    ],
)
def test_shares_that_make_more_than_the_whole_are_refused(
    school: CampaignId, told: tuple[tuple[str, int | None], ...], code: str
) -> None:
    one = add(school)
    problem = refusal(initiatives_edit.set_authors, one, authors(*told))
    assert (problem.code, problem.details["field"]) == (code, "authors")
    assert shown(initiatives.detail(one)) == [("CB01", None)]


def test_too_much_is_told_with_its_sum(school: CampaignId) -> None:
    one = add(school)
    problem = refusal(initiatives_edit.set_authors, one, authors(("CB01", 60_00), ("CB02", 45_50)))
    assert sentence(problem).startswith("Tổng tỷ lệ đóng góp là 105,5 %")


def test_a_code_is_used_once_in_a_year_and_the_next_free_one_is_offered(school: CampaignId) -> None:
    add(school)
    assert initiatives_edit.used_words(school).code == "SK02"
    problem = refusal(initiatives_edit.add_initiative, school, replace(DRAFT, name="Khác"), authors(("CB02", None)))
    assert sentence(problem) == "Mã SK01 đã là mã của “Số hóa bài giảng”."


def test_one_with_files_is_taken_away_and_comes_back_with_them(school: CampaignId, tmp_path) -> None:
    one = add(school)
    (tmp_path / "gcn.pdf").write_bytes(b"%PDF-1.4")
    evidence.add(OnInitiative(school, one), [tmp_path / "gcn.pdf"], at=NOW, user="Thư ký")
    assert initiatives.board(school).rows[0].files == 1
    initiatives_edit.remove_initiative(one)
    assert initiatives.board(school).rows == ()
    history.undo_last()
    assert [file.title for file in initiatives.detail(one).files] == ["gcn.pdf"]


def test_a_closed_year_takes_no_initiative(school: CampaignId) -> None:
    one = add(school)
    year_states.close_year(school)
    assert refusal(initiatives_edit.set_authors, one, authors(("CB02", None))).code == "campaign_closed"
    assert refusal(initiatives_edit.remove_initiative, one).code == "campaign_closed"
