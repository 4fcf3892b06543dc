"""What the year workbook holds of movements beside the yearly one and of commendations at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.models.awards import Award
from tests.services.small_school import person, refusal, unit
from tests.services.year_books import rows as stored
from tests.services.year_books import sample
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.movements import MovementKind
from thidua_gui.core.workbook.problems import Reason, WorkbookErrors
from thidua_gui.core.workbook.reading import parse
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.services import awards_edit, commendations, exports, history, imports, movements, people_moves
from thidua_gui.services.commendations import CommendationDraft
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.movements import MovementDraft
from thidua_gui.services.recipients import Recipient
from thidua_gui.services.workbook_file import load
from thidua_gui.text.workbook import WORDING

DAY = date(2022, 9, 3)
ADDED = {SheetKey.MOVEMENTS, SheetKey.OUTSIDE_AWARDS}
HEAD = "Hiệu trưởng Trường Chính trị tỉnh Lai Châu"


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    assert data_file
    return imports.import_year(sample()).campaign_id


@pytest.fixture
def filled(year: CampaignId) -> CampaignId:
    """One movement with a unit; by it a person, a unit and somebody from outside, who was revoked."""
    draft = MovementDraft(
        MovementKind.SHORT, "Chào mừng 19/5", "Thi đua", "45/KH", date(2022, 3, 20), date(2022, 3, 1),
        date(2022, 5, 19), (unit("LLCS"),), date(2022, 5, 25), "Đạt",
    )  # fmt: skip
    movements.add_movement(year, draft)
    movement = movements.movements(year, DAY)[0].id
    outside = Recipient(name="Lò Văn Tướng", unit="Bản A")
    everyone = (Recipient(person("CB02")), Recipient(unit_id=unit("LLCS")), outside)
    commendations.commend(year, CommendationDraft(
        CommendationKind.MOVEMENT, "Giấy khen", "Về đích\nsớm", "31/QĐ-TCT", DAY, HEAD, everyone, movement
    ))  # fmt: skip
    outsider = next(row for row in commendations.commendations(year) if row.is_outside)
    awards_edit.revoke_award(outsider.id, date(2022, 9, 9), "Nhầm người")
    return year


def test_the_old_form_is_written_while_nothing_was_added(year: CampaignId, tmp_path) -> None:
    written = load(exports.export_year(year, tmp_path / "nam.xlsx"))
    assert not {WORDING.sheets[key].title for key in ADDED} & written.keys()
    assert "Loại hình" not in written["Khen thưởng đã có"][3]


def test_everything_comes_back_into_another_file(filled: CampaignId, tmp_path) -> None:
    book = imports.read_year_workbook(exports.export_year(filled, tmp_path / "nam.xlsx"))
    assert imports.import_year(book).changed == 0
    while history.next_undo() is not None:
        history.undo_last()
    again = imports.import_year(book).campaign_id
    assert exports.year_workbook(again) == book
    (line,) = movements.movements(again, DAY)
    assert (line.given.people, line.given.collectives, line.given.outside) == (1, 1, 0)
    assert {row.achievement for row in commendations.commendations(again)} == {"Về đích\nsớm"}


def test_a_file_of_the_old_form_erases_nothing(filled: CampaignId) -> None:
    before = stored()
    assert imports.import_year(sample()).changed == 0
    assert stored() == before


def test_a_movement_that_somebody_was_commended_by_outlives_its_line(filled: CampaignId) -> None:
    movements.add_movement(filled, MovementDraft(MovementKind.THEMATIC, "Chuyển đổi số", units=(unit("LLCS"),)))
    book = exports.year_workbook(filled)
    stripped = tuple(replace(row, movement=None) for row in book.awards)
    imports.import_year(replace(book, movements=(), outside_awards=(), awards=stripped))
    assert [line.draft.name for line in movements.movements(filled, DAY)] == ["Chào mừng 19/5"]
    assert len(commendations.commendations(filled)) == 3


def test_an_import_that_changes_a_movement_is_one_step_to_undo(filled: CampaignId) -> None:
    before, book = stored(), exports.year_workbook(filled)
    changed = replace(book.movements[0], units=None, summary="Vượt kế hoạch")
    added = replace(changed, name="Chuyển đổi số", units=("LLCS",))
    imports.import_year(replace(book, movements=(changed, added)))
    assert [line.draft.summary for line in movements.movements(filled, DAY)] == ["Vượt kế hoạch"] * 2
    history.undo_last()
    assert stored() == before


def test_an_award_of_a_movement_that_the_workbook_lacks_is_refused_with_its_cell(filled: CampaignId) -> None:
    book = exports.year_workbook(filled)
    sheets = to_sheets(replace(book, movements=(replace(book.movements[0], name="Khác"),)), WORDING)
    with pytest.raises(WorkbookErrors) as refused:
        parse(sheets, WORDING)
    assert {problem.reason for problem in refused.value.problems} == {Reason.MOVEMENT_UNKNOWN}
    assert {problem.sheet for problem in refused.value.problems} == {"Khen thưởng đã có", "Khen thưởng ngoài trường"}


def test_without_the_sheet_of_movements_the_data_file_is_asked(filled: CampaignId) -> None:
    book = exports.year_workbook(filled)
    without = replace(book, movements=(), present=book.present - {SheetKey.MOVEMENTS})
    assert imports.import_year(without).changed == 0
    unknown = tuple(replace(row, movement="Khác") for row in book.outside_awards)
    assert refusal(imports.import_year, replace(without, outside_awards=unknown)).code == "import_movement_unknown"


def test_whoever_was_commended_after_leaving_is_in_the_workbook(year: CampaignId) -> None:
    people_moves.leave([person("CB02")], date(2021, 12, 1), "Nghỉ hưu")
    commendations.commend(year, CommendationDraft(
        CommendationKind.IRREGULAR, "Giấy khen", "Hiến đất", "9/QĐ", DAY, HEAD, (Recipient(person("CB02")),)
    ))  # fmt: skip
    kinds = {row.subject: row.kind for row in exports.year_workbook(year).awards if row.year == 2022}
    assert kinds["CB02"] is CommendationKind.IRREGULAR


def test_a_decision_is_known_after_it_came_in_by_a_workbook(filled: CampaignId) -> None:
    book = exports.year_workbook(filled)
    while history.next_undo() is not None:
        history.undo_last()
    again = imports.import_year(book).campaign_id
    assert Award.select().where(Award.decision.is_null(False)).count() == 0
    twice = CommendationDraft(
        CommendationKind.IRREGULAR, "Giấy khen", "Về đích", "31/QĐ-TCT", DAY, HEAD, (Recipient(person("CB02")),)
    )  # fmt: skip
    assert refusal(commendations.commend, again, twice).code == "commendation_has_award"
