"""The optional sheet of kinds: the own and changed ones come back as they were; an absent sheet erases nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.models.proposals import AwardKind
from tests.services.year_books import sample
from thidua_gui.core.awards import Bearer, Level
from thidua_gui.core.errors import UserError
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.titles import TitleGroup
from thidua_gui.core.workbook.award_kind_row import AwardKindRow
from thidua_gui.core.workbook.rows import SheetKey, YearWorkbook
from thidua_gui.services import award_kinds, award_kinds_edit, exports, history, imports, titles
from thidua_gui.services.award_kinds_edit import KindDraft
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.sample import workbook
from thidua_gui.services.workbook_file import load

DAY = date(2022, 12, 8)
ROW = AwardKindRow("Thư khen", "TK", TitleGroup.FORM, Bearer.BOTH, Level.GRASSROOTS)


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    """The sample year; the school has a kind of its own, another name for a shipped one, and one hidden."""
    assert data_file
    award_kinds_edit.add_kind(
        KindDraft(
            "Thư khen của Hiệu trưởng", "Thư khen", TitleGroup.FORM, Bearer.BOTH, Level.GRASSROOTS, "Hiệu trưởng",
            ("Thư biểu dương", "Lời khen"), "ngay trong tháng",
        )
    )  # fmt: skip
    change = replace(award_kinds_edit.draft_of("excellent_collective"), short="TT LĐXS", authority="Tỉnh ủy")
    award_kinds_edit.edit_kind("excellent_collective", change)
    award_kinds_edit.use_kind("medal", is_used=False)
    return imports.import_year(sample()).campaign_id


def told() -> list[tuple[object, ...]]:
    return [tuple(getattr(row, name) for name in FIELDS) for row in AwardKind.select().order_by(AwardKind.key)]


FIELDS = ("key", "name", "short", "family", "subject", "level", "authority", "wordings", "note", "is_used")


def with_kinds(*rows: AwardKindRow) -> YearWorkbook:
    book = sample()
    return replace(book, award_kinds=rows, present=book.present | {SheetKey.AWARD_KINDS})


def test_they_go_out_and_come_into_another_file(year: CampaignId, tmp_path: Path) -> None:
    before = told()
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    for key in ("excellent_collective", "medal"):
        award_kinds_edit.reset_kind(key)
    award_kinds_edit.remove_kind("own-1")
    assert told() == []
    imports.import_workbook(path)
    assert told() == before
    assert titles.short_of("Lời khen") == "Thư khen"


def test_an_export_brought_in_again_changes_nothing(year: CampaignId, tmp_path: Path) -> None:
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    step = history.next_undo()
    assert imports.import_workbook(path).changed == 0
    assert history.next_undo() == step


def test_a_file_that_says_nothing_of_them_or_less_leaves_them(year: CampaignId) -> None:
    before = told()
    imports.import_year(sample())
    imports.import_year(with_kinds())
    assert told() == before


def test_an_own_kind_is_known_by_its_name_and_a_new_one_gets_its_own_key(year: CampaignId) -> None:
    imports.import_year(with_kinds(replace(ROW, name="THƯ KHEN CỦA HIỆU TRƯỞNG"), replace(ROW, name="Bảng vàng")))
    assert award_kinds.kind("own-1", DAY).short == "TK"
    assert award_kinds.kind("own-2", DAY).name == "Bảng vàng"
    history.undo_last()
    assert award_kinds.kind_of("Bảng vàng") is None


def test_a_school_without_them_is_written_as_before(data_file: OpenFile, tmp_path: Path) -> None:
    assert data_file
    year = imports.import_year(sample()).campaign_id
    assert load(exports.export_year(year, tmp_path / "nam.xlsx")) == load(workbook())


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (replace(ROW, replaces="Cúp vàng"), "workbook_kind_unknown"),
        (replace(ROW, replaces="Lao động tiên tiến"), "award_kind_law"),
    ],
)
def test_a_line_that_contradicts_the_law_is_refused_and_nothing_written(
    data_file: OpenFile, row: AwardKindRow, code: str
) -> None:
    assert data_file
    with pytest.raises(UserError) as refused:
        imports.import_year(with_kinds(row))
    assert refused.value.code == code
    assert not AwardKind.select().exists()
