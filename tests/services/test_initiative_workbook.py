"""What the year workbook holds of initiatives, their uses, teaching awards and disciplines beyond its old form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.models.initiatives import InitiativeUse
from tests.services.small_school import person
from tests.services.year_books import rows as stored
from tests.services.year_books import sample
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.initiatives import Author
from thidua_gui.core.teaching import TeachingLevel
from thidua_gui.core.workbook.problems import Reason, WorkbookErrors
from thidua_gui.core.workbook.reading import parse
from thidua_gui.services import (
    exports,
    history,
    imports,
    initiative_uses,
    initiatives,
    initiatives_edit,
    teaching_awards,
)
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.initiative_uses import UseDraft
from thidua_gui.services.teaching_awards import Mark
from thidua_gui.services.workbook_file import load
from thidua_gui.text.workbook import WORDING

FIGHTER = "Chiến sĩ thi đua cơ sở"


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return imports.import_year(sample()).campaign_id


@pytest.fixture
def filled(year: CampaignId) -> CampaignId:
    """Shares and a use of SK01, a school-year and a provincial teaching award."""
    one = initiatives.board(year).rows[0].id
    initiatives_edit.set_authors(one, [Author(person("CB01"), 66_67), Author(person("CB04"), None)])
    initiative_uses.add_use(one, UseDraft(person("CB01"), None, 2022, FIGHTER, date(2022, 12, 8)))
    lecturer = teaching_awards.board(year).rows[0].id
    teaching_awards.mark(year, [Mark(lecturer, TeachingLevel.PROVINCE, True)])
    return year


def sheets(year: CampaignId, tmp_path) -> dict[str, list[list[object]]]:
    return load(exports.export_year(year, tmp_path / "nam.xlsx"))


def test_the_old_form_is_written_while_nothing_was_added(year: CampaignId, tmp_path) -> None:
    written = sheets(year, tmp_path)
    assert not {"Sử dụng sáng kiến", "Dạy giỏi"} & written.keys()
    assert "Tỷ lệ đóng góp" not in written["Sáng kiến"][3]


def test_what_was_added_stands_in_columns_and_sheets_of_its_own(filled: CampaignId, tmp_path) -> None:
    written = sheets(filled, tmp_path)
    header, line = written["Sáng kiến"][3], written["Sáng kiến"][4]
    assert line[header.index("Tỷ lệ đóng góp")] == "66,67; –"
    assert written["Sử dụng sáng kiến"][4][1:5] == ["SK01", "CB01", 2022, FIGHTER]
    assert written["Dạy giỏi"][4][3:5] == ["cấp tỉnh", "2022"]


def test_it_comes_back_into_another_file(filled: CampaignId, tmp_path) -> None:
    path = exports.export_year(filled, tmp_path / "nam.xlsx")
    book = imports.read_year_workbook(path)
    assert imports.import_year(book).changed == 0
    while history.next_undo() is not None:
        history.undo_last()
    again = imports.import_year(book).campaign_id
    assert exports.year_workbook(again) == book


def test_a_file_of_the_old_form_erases_nothing(filled: CampaignId) -> None:
    before = stored()
    book = replace(sample(), initiatives=(replace(sample().initiatives[0], authors=("CB01", "CB04")),
                                          *sample().initiatives[1:]))  # fmt: skip
    assert imports.import_year(book).changed == 0
    assert stored() == before


def test_an_initiative_that_the_workbook_drops_takes_its_uses_along_and_undo_restores_them(filled: CampaignId) -> None:
    before = stored()
    held = InitiativeUse.select().count()
    done = imports.import_year(replace(sample(), initiatives=sample().initiatives[1:]))
    assert {line.sheet: line.removed for line in done.lines if line.removed} == {
        "Sáng kiến": 1, "Sử dụng sáng kiến": held,
    }  # fmt: skip
    assert InitiativeUse.select().count() == 0
    history.undo_last()
    assert stored() == before


def problems(written: dict[str, list[list[object]]]) -> list[tuple[str, Reason]]:
    with pytest.raises(WorkbookErrors) as refused:
        parse(written, WORDING)
    return [(problem.sheet, problem.reason) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("written", "reason"),
    [("60; 30; 10", Reason.SHARES_COUNT), ("60; 41", Reason.SHARES_OVER), ("0; 40", Reason.SHARES_OVER),
     ("sáu mươi; 40", Reason.NOT_SHARES)],
)  # fmt: skip
def test_shares_that_do_not_fit_are_refused_with_their_place(
    filled: CampaignId, tmp_path, written: str, reason: Reason
) -> None:
    book = sheets(filled, tmp_path)
    book["Sáng kiến"][4][book["Sáng kiến"][3].index("Tỷ lệ đóng góp")] = written
    assert problems(book) == [("Sáng kiến", reason)]


@pytest.mark.parametrize(
    ("cell", "share"), [(100, 100_00), ("100", 100_00), ("100 %", 100_00), ("–", None), ("-", None)]
)
def test_a_single_author_may_have_a_number_a_text_or_a_dash(year: CampaignId, tmp_path, cell: object, share) -> None:
    book = sheets(year, tmp_path)
    header, line = book["Sáng kiến"][3], book["Sáng kiến"][4]
    header.append("Tỷ lệ đóng góp")
    line.append(cell)
    imports.import_year(parse(book, WORDING))
    assert [author.share for author in initiatives.board(year).rows[0].authors] == [share]


def test_a_use_of_an_unknown_initiative_and_an_unmarked_award_are_refused(filled: CampaignId, tmp_path) -> None:
    book = sheets(filled, tmp_path)
    book["Sử dụng sáng kiến"][4][1] = "SK99"
    book["Dạy giỏi"][4][1] = next(row.code for row in teaching_awards.board(filled).rows if not row.awards)
    book["Dạy giỏi"][4][3] = "cấp khoa"
    assert problems(book) == [
        ("Sử dụng sáng kiến", Reason.INITIATIVE_UNKNOWN), ("Dạy giỏi", Reason.TEACHING_NOT_MARKED),
    ]  # fmt: skip


def test_the_end_of_a_discipline_goes_along(year: CampaignId) -> None:
    book = exports.year_workbook(year)
    ended = tuple(replace(row, ended_on=date(2023, 6, 1)) for row in book.disciplines)
    imports.import_year(replace(book, disciplines=ended))
    assert exports.year_workbook(year).disciplines == ended
    imports.import_year(sample())
    assert exports.year_workbook(year).disciplines == ended
