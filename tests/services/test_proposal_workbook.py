"""Proposals in the year's workbook: they go out and come back with all that hangs on them; silence erases nothing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.connection import database
from db.models.awards import Award
from db.models.proposals import Proposal
from tests.services import proposed
from tests.services.proposed import DIPLOMA, FIGHTER, LABOURER, before_council, bring, propose
from tests.services.small_school import person, refusal, unit
from tests.services.year_books import sample
from thidua_gui.core.cases import CaseKind
from thidua_gui.core.commendations import CommendationKind
from thidua_gui.core.ids import CampaignId
from thidua_gui.core.proposals import PaperState, State
from thidua_gui.core.workbook.problems import Reason, WorkbookErrors
from thidua_gui.core.workbook.proposal_rows import ProposalPaperRow, ProposalRow
from thidua_gui.core.workbook.rows import SheetKey
from thidua_gui.core.workbook.writing import to_sheets
from thidua_gui.services import data_file as data_files
from thidua_gui.services import exports, history, imports, objections, open_cases, proposals_edit
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.objections import ObjectionDraft
from thidua_gui.services.open_cases import CaseDraft
from thidua_gui.services.sample import workbook
from thidua_gui.services.transaction import write
from thidua_gui.services.workbook_file import load, xlsx_bytes
from thidua_gui.text.workbook import WORDING

TABLES = (
    "proposals", "proposal_events", "proposal_papers", "condition_overrides", "objections", "open_cases",
    "initiative_uses",
)  # fmt: skip


def rows() -> dict[str, list[tuple[object, ...]]]:
    return {table: database.run(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


@pytest.fixture
def year(data_file: OpenFile) -> CampaignId:
    """Proposals in many states, with papers, an override, an initiative, an award, an objection and a case."""
    assert data_file
    campaign = proposed.ripe()
    one = proposed.initiative(campaign, "SK01", "CB01")
    with write("Khen thưởng"):
        Award.create(person=person("CB03"), year=2022, title="LĐTT", position=1, campaign=campaign, decision_number="9")
    bring(before_council(campaign, LABOURER, "CB03"), State.PASSED, State.DECIDED)
    fighter, other = propose(campaign, FIGHTER, "CB01", "CB02")
    proposals_edit.choose_initiatives(fighter, [one])
    proposals_edit.note_paper(fighter, "Tờ trình", PaperState.PRESENT)
    proposals_edit.note_paper(fighter, "Báo cáo thành tích", PaperState.WAIVED, "Đã có bản chung")
    proposals_edit.override(other, "initiatives", "Thành tích đặc biệt")
    propose(campaign, DIPLOMA, "CB04", basis=CommendationKind.IRREGULAR)
    objections.raise_objection(campaign, ObjectionDraft(None, unit("LLCS"), "solidarity", "Mất đoàn kết", "Công đoàn"))
    open_cases.open_case(CaseDraft(person("CB02"), None, CaseKind.PRESS, date(2021, 5, 1), None, "Báo nêu"))
    return campaign


def test_they_come_back_into_an_empty_file_with_all_that_hangs_on_them(
    year: CampaignId, tmp_path: Path, migrated_file: Path
) -> None:
    path, book = exports.export_year(year, tmp_path / "nam.xlsx"), exports.year_workbook(year)
    assert {key for key in SheetKey if key.startswith(("proposal", "o")) and key in book.present} >= {
        SheetKey.PROPOSALS, SheetKey.PROPOSAL_FINDINGS, SheetKey.OBJECTIONS, SheetKey.OPEN_CASES,
    }  # fmt: skip
    before = rows()
    data_files.close()
    data_files.open_file(Path(shutil.copy(migrated_file, tmp_path / "moi.tdkt")), user="Khác")
    again = imports.import_workbook(path).campaign_id
    assert exports.year_workbook(again) == book
    told = {table: [len(row) for row in found] for table, found in before.items()}
    assert {table: [len(row) for row in found] for table, found in rows().items()} == told
    assert [row.findings for row in Proposal.select()] == [row[19] for row in before["proposals"]]


def test_what_was_changed_meanwhile_comes_back(year: CampaignId, tmp_path: Path) -> None:
    before = rows()
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    with write("Xóa"):
        for table in ("proposal_events", "proposal_papers", "condition_overrides", "objections", "open_cases"):
            database.run(f"DELETE FROM {table}")
        Proposal.update(state="draft", findings=None, award=None, note="khác").execute()
    imports.import_workbook(path)
    assert {table: [row[1:] for row in found] for table, found in rows().items()} == {
        table: [row[1:] for row in found] for table, found in before.items()
    }  # fmt: skip


def test_an_export_brought_in_again_changes_nothing(year: CampaignId, tmp_path: Path) -> None:
    path = exports.export_year(year, tmp_path / "nam.xlsx")
    before = rows()
    imports.import_workbook(path)
    step = history.next_undo()
    assert imports.import_workbook(path).changed == 0
    assert (rows(), history.next_undo()) == (before, step)


def test_a_file_that_says_nothing_of_them_leaves_them(year: CampaignId, tmp_path: Path) -> None:
    before = rows()
    book = imports.read_year_workbook(exports.export_year(year, tmp_path / "nam.xlsx"))
    silent = {SheetKey(key) for key in TABLES if key != "initiative_uses"} | {SheetKey.PROPOSAL_FINDINGS}
    empty = dict.fromkeys(silent, ())
    imports.import_year(replace(book, **empty, present=book.present - silent))
    assert rows() == before


def test_only_drafts_are_taken_away(year: CampaignId, tmp_path: Path) -> None:
    book = imports.read_year_workbook(exports.export_year(year, tmp_path / "nam.xlsx"))
    hanging = {SheetKey.PROPOSAL_EVENTS, SheetKey.PROPOSAL_FINDINGS, SheetKey.PROPOSAL_PAPERS}
    hanging |= {SheetKey.CONDITION_OVERRIDES}
    imports.import_year(replace(book, proposals=(), **dict.fromkeys(hanging, ()), present=book.present - hanging))
    assert [row.state for row in Proposal.select()] == ["decided"]
    history.undo_last()
    assert Proposal.select().count() == 4


def test_a_year_without_them_is_written_as_before(data_file: OpenFile, tmp_path: Path) -> None:
    assert data_file
    campaign = imports.import_year(sample()).campaign_id
    path = exports.export_year(campaign, tmp_path / "nam.xlsx")
    assert load(path) == load(workbook())


def test_what_hangs_on_no_proposal_is_refused_at_its_cell(year: CampaignId, tmp_path: Path) -> None:
    book = imports.read_year_workbook(exports.export_year(year, tmp_path / "nam.xlsx"))
    stray = ProposalPaperRow("ĐN099", "Tờ trình", PaperState.PRESENT)
    path = tmp_path / "sai.xlsx"
    path.write_bytes(xlsx_bytes(to_sheets(replace(book, proposal_papers=(stray,)), WORDING)))
    with pytest.raises(WorkbookErrors) as refused:
        imports.read_year_workbook(path)
    (problem,) = refused.value.problems
    assert (problem.reason, problem.value) == (Reason.PROPOSAL_UNKNOWN, "ĐN099")


def test_a_kind_that_nobody_knows_is_refused(year: CampaignId, tmp_path: Path) -> None:
    book = imports.read_year_workbook(exports.export_year(year, tmp_path / "nam.xlsx"))
    strange = ProposalRow("ĐN001", "CB01", "Ngôi sao sáng", "x", CommendationKind.MERIT, State.DRAFT)
    hanging = {"proposal_events": (), "proposal_findings": (), "proposal_papers": (), "condition_overrides": ()}
    refused = refusal(imports.import_year, replace(book, proposals=(strange,), **hanging))
    assert (refused.code, refused.details["kind"]) == ("import_kind_unknown", "Ngôi sao sáng")
