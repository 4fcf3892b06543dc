"""The demo's PDFs when somebody's certificate cannot be made: the others are made all the same."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage

from db.models.organisation import Membership, Person
from tests.sample_year import NOW
from thidua_gui.app import demo_council, demo_documents
from thidua_gui.services import held_meeting
from thidua_gui.services.campaigns import CampaignSummary
from thidua_gui.services.transaction import write

LONG = "Công Tằng Tôn Nữ Nguyễn Phước Hoàng Ngọc Thị Minh Khuê Diễm Quỳnh Thiên Hương"


def test_a_name_too_long_for_the_paper_is_told_and_the_others_are_printed(
    sample_year: CampaignSummary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with write("Tên dài"):
        Person.update(full_name=LONG).where(Person.code == "CB04").execute()
    demo_documents.write(sample_year, tmp_path, NOW.date())
    assert len(pypdf.PdfReader(tmp_path / "giay-khen-2022-du-thao.pdf").pages) == 6
    assert f"{LONG} (CB04): họ và tên quá dài" in capsys.readouterr().err


def test_without_a_signer_the_certificates_are_left_out_and_the_summaries_made(
    sample_year: CampaignSummary, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with write("Bỏ chức vụ"):
        Membership.update(post="Trưởng ban").where(Membership.post == "Hiệu trưởng").execute()
    demo_documents.write(sample_year, tmp_path / "pdf", NOW.date())
    made = {path.name for path in (tmp_path / "pdf").iterdir()}
    assert not any(name.startswith("giay-") for name in made)
    assert {"bang-tong-hop-diem-xep-loai-2022.pdf", "bao-cao-ket-qua-chi-tieu-2022.pdf", "tong-quan-2022.pdf"} <= made
    assert "chưa có người ký" in capsys.readouterr().err


def test_who_is_in_charge_without_being_principal_signs(sample_year: CampaignSummary, tmp_path: Path) -> None:
    with write("Quyền"):
        Membership.update(post="Quyền Hiệu trưởng").where(Membership.post == "Hiệu trưởng").execute()
    demo_documents.write(sample_year, tmp_path, NOW.date())
    text = pypdf.PdfReader(tmp_path / "giay-khen-2022-du-thao.pdf").pages[0].extract_text()
    assert "QUYỀN HIỆU TRƯỞNG" in text


def test_every_unit_that_owes_something_has_its_letter(sample_year: CampaignSummary, tmp_path: Path) -> None:
    demo_documents.write(sample_year, tmp_path, NOW.date())
    assert len(pypdf.PdfReader(tmp_path / "cong-van-don-doc-2022.pdf").pages) == 5
    letters = sorted((tmp_path / "cong-van-don-doc-2022").iterdir())
    assert len(letters) == 5
    text = " ".join(pypdf.PdfReader(letters[0]).pages[0].extract_text().split())
    assert "Kính gửi: Khoa Lý luận cơ sở" in text


def test_a_year_whose_workbook_tells_of_a_meeting_has_its_papers_and_slides(
    sample_year: CampaignSummary, tmp_path: Path
) -> None:
    held_meeting.hold(sample_year.id)
    demo_council.write(sample_year, tmp_path / "pdf", tmp_path / "slides")
    minutes = " ".join(pypdf.PdfReader(tmp_path / "pdf" / "bien-ban-hop-2022.pdf").pages[-1].extract_text().split())
    assert "Không đạt: 5/9 phiếu đồng ý, cần ít nhất 6 (2/3 của 9 thành viên)" in minutes
    ballots = pypdf.PdfReader(tmp_path / "pdf" / "phieu-bieu-quyet-2022-muc-2.pdf")
    assert len(ballots.pages) == 8 + demo_council.SPARE
    sizes = {QImage(str(path)).size().toTuple() for path in (tmp_path / "slides").iterdir()}
    assert sizes == set(demo_council.SIZES)


def test_a_year_without_a_meeting_has_neither(sample_year: CampaignSummary, tmp_path: Path) -> None:
    demo_council.write(sample_year, tmp_path / "pdf", tmp_path / "slides")
    assert not (tmp_path / "pdf").exists()
    assert not (tmp_path / "slides").exists()
