"""The demo's contract: its files, its report, its exit codes, run as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage
from python_calamine import CalamineWorkbook

from thidua_gui.app import demo, pages
from thidua_gui.services import sample

ROOT = Path(__file__).parents[2]
EXPECTED = json.loads((Path(__file__).parent / "expected-2022.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command line leaves, run in a process of its own."""
    out = tmp_path_factory.mktemp("demo") / "out"
    done = _run("--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1
    return out


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), "demo", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=100, check=False)


def test_the_report_says_what_a_careful_reader_of_the_year_concludes(folder: Path) -> None:
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert {key: report[key] for key in EXPECTED} == EXPECTED


def test_the_decision_settles_its_targets_and_leaves_the_others(folder: Path) -> None:
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    settled = {
        "5": {"actual": "41/45", "basis": "granted", "verdict": "met"},
        "6": {"actual": "5/41", "basis": "granted", "verdict": "met"},
    }
    assert report["targets_after_decision"] == EXPECTED["targets"] | settled


def test_the_export_is_the_sample_cell_by_cell(folder: Path) -> None:
    written, given = (CalamineWorkbook.from_path(str(path)) for path in (folder / "export.xlsx", sample.workbook()))
    assert written.sheet_names == given.sheet_names
    for name in given.sheet_names:
        assert written.get_sheet_by_name(name).to_python() == given.get_sheet_by_name(name).to_python()


def test_the_folder_holds_what_was_promised_and_nothing_else(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert names == {"data.tdkt", "export.xlsx", "pdf", "report.json", "slides", "units", "windows"}


def test_everyone_gets_the_certificate_due(folder: Path) -> None:
    counts = {path.stem: len(pypdf.PdfReader(path).pages) for path in (folder / "pdf").glob("giay-*.pdf")}
    assert counts == {"giay-chung-nhan-ldtt-2021": 40, "giay-khen-2022-du-thao": 7}


def test_the_signer_is_not_among_the_drafts_and_no_number_is_invented(folder: Path) -> None:
    drafts = pypdf.PdfReader(folder / "pdf" / "giay-khen-2022-du-thao.pdf")
    texts = [page.extract_text() for page in drafts.pages]
    assert not any("Đồng chí HOÀNG ĐỨC KHẢI" in " ".join(text.split()) for text in texts)
    assert all("BẢN DỰ THẢO" in text and "-QĐ/" not in text for text in texts)


def test_every_unit_gets_its_workbook(folder: Path) -> None:
    codes = {path.name.partition("-")[0] for path in (folder / "units").iterdir()}
    assert codes == set(EXPECTED["by_unit"])


def test_every_page_has_its_pictures(folder: Path) -> None:
    wanted = {entry.key for entry in pages.entries()} | {"scoring-sheet", "scoring-units", "council-desk"}
    names = {path.name for path in (folder / "windows").iterdir()}
    assert names == {f"{key}{ending}.png" for key in wanted for ending in ("", "@150", "-dark")}
    assert QImage(str(folder / "windows" / "overview.png")).size().toTuple() == (1440, 900)


def test_the_export_imported_again_gives_the_same_folder(folder: Path, tmp_path: Path) -> None:
    assert _run("--out", str(tmp_path / "again"), "--from", str(folder / "export.xlsx")).returncode == 0
    for name in ("export.xlsx", "report.json", "pdf/giay-khen-2022-du-thao.pdf"):
        assert (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes()


def test_a_bad_workbook_is_refused_with_its_errors_and_leaves_no_data_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(sample.workbook().read_bytes()[:20000])
    assert demo.run(tmp_path / "out", broken) == demo.REFUSED
    assert "hong.xlsx" in capsys.readouterr().err
    assert not (tmp_path / "out" / demo.DATA_FILE).exists()
