"""Files behind criteria and initiatives: what is taken, what is refused and why, what undo brings back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from db.models.attachments import Attachment
from db.models.campaigns import Campaign
from db.models.evidence import Evidence
from db.models.initiatives import Initiative, InitiativeAuthor
from tests.services.conftest import NOW
from tests.services.scored_school import School, build
from tests.services.small_school import refusal
from thidua_gui.core.ids import CriterionId, EvidenceId, InitiativeId, PersonId
from thidua_gui.services import evidence, history
from thidua_gui.services.attachments import LIMIT
from thidua_gui.services.data_file import OpenFile
from thidua_gui.services.evidence import Added, OnInitiative, OnSheet
from thidua_gui.services.transaction import write
from thidua_gui.text.errors import sentence


@pytest.fixture
def school(data_file: OpenFile) -> School:
    assert data_file
    return build(lecturers=2, staff=1)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return made(tmp_path, "Biên bản dự giờ.pdf", b"%PDF-1.4")


def made(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def place(school: School, person: str = "GV01", number: str | None = "2.1") -> OnSheet:
    criterion = None if number is None else school.criteria["GV", number]
    return OnSheet(school.campaign, school.people[person], criterion)


def add(where: OnSheet | OnInitiative, *files: Path, at: datetime = NOW) -> Added:
    return evidence.add(where, files, at=at, user="Thư ký")


def titles(school: School, person: str = "GV01") -> list[str]:
    return [row.title for row in evidence.of_sheet(school.campaign, school.people[person])]


def initiative(school: School) -> OnInitiative:
    with write("Sáng kiến"):
        row = Initiative.create(campaign=school.campaign, code="SK1", name="Số hóa bài giảng")
        InitiativeAuthor.create(initiative=row, person=school.people["GV02"])
    return OnInitiative(school.campaign, InitiativeId(row.id))


def test_a_file_is_listed_with_its_size_day_and_criterion(school: School, pdf: Path) -> None:
    add(place(school), pdf)
    (row,) = evidence.of_sheet(school.campaign, school.people["GV01"])
    assert (row.title, row.size, row.added_at, row.added_by, row.number) == (pdf.name, 8, NOW, "Thư ký", "2.1")
    assert evidence.content(row.id).content == b"%PDF-1.4"


def test_equal_content_is_stored_once_wherever_it_stands(school: School, pdf: Path, tmp_path: Path) -> None:
    add(place(school), pdf)
    add(place(school, "GV02", None), made(tmp_path, "Bản khác tên.pdf", pdf.read_bytes()))
    assert Attachment.select().count() == 1
    assert titles(school, "GV02") == ["Bản khác tên.pdf"]


def test_several_files_are_one_step_that_undo_takes_back_and_redo_restores(
    school: School, pdf: Path, tmp_path: Path
) -> None:
    add(place(school), pdf, made(tmp_path, "Ảnh.jpg", b"jpg"))
    history.undo_last()
    assert titles(school) == []
    history.redo_last()
    assert titles(school) == [pdf.name, "Ảnh.jpg"]


def test_what_is_unfit_is_left_out_and_told_while_the_rest_is_added(school: School, pdf: Path, tmp_path: Path) -> None:
    added = add(place(school), made(tmp_path, "rỗng.docx", b""), pdf, made(tmp_path, "chạy.exe", b"MZ"))
    assert (added.count, titles(school)) == (1, [pdf.name])
    assert [refused.code for refused in added.refusals] == ["evidence_empty", "evidence_wrong_kind"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("rỗng.pdf", b"", "rỗng"),
        ("chương trình.exe", b"MZ", "chỉ gồm tài liệu văn phòng"),
        ("không đuôi", b"x", "chỉ gồm tài liệu văn phòng"),
        ("lớn.pdf", bytes(LIMIT + 1), "nặng 21 MB, quá mức 20 MB"),
        ("mất.pdf", None, "Không tìm thấy tệp mất.pdf"),
        ("thư mục", "folder", "là thư mục"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else "",
)
def test_each_unfit_file_is_refused_in_a_sentence_and_nothing_is_written(
    school: School, tmp_path: Path, name: str, content: bytes | str | None, words: str
) -> None:
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    refused = refusal(evidence.add, place(school), [path], at=NOW, user="")
    assert words in sentence(refused)
    assert Attachment.select().count() == Evidence.select().count() == 0


def test_a_file_of_exactly_the_limit_is_taken(school: School, tmp_path: Path) -> None:
    assert add(place(school), made(tmp_path, "vừa.pdf", bytes(LIMIT))).count == 1


def test_the_same_file_is_not_added_twice_at_one_place(school: School, pdf: Path) -> None:
    add(place(school), pdf)
    refused = refusal(evidence.add, place(school), [pdf, pdf], at=NOW, user="")
    assert "đã có trong minh chứng của mục này" in sentence(refused)
    assert add(place(school, number="2.2"), pdf, pdf).count == 1


def test_an_unreadable_file_says_why(school: School, pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", broken)
    assert "Permission denied" in sentence(refusal(evidence.add, place(school), [pdf], at=NOW, user=""))


def test_a_closed_year_takes_and_loses_nothing(school: School, pdf: Path) -> None:
    add(place(school), pdf)
    (row,) = evidence.of_sheet(school.campaign, school.people["GV01"])
    with write("Chốt năm"):
        Campaign.update(state="closed").execute()
    assert refusal(evidence.add, place(school, number="2.2"), [pdf], at=NOW, user="").code == "campaign_closed"
    assert refusal(evidence.remove, row.id).code == "campaign_closed"


def test_removed_evidence_comes_back_by_undo_with_its_bytes(school: School, pdf: Path) -> None:
    add(place(school), pdf)
    (row,) = evidence.of_sheet(school.campaign, school.people["GV01"])
    evidence.remove(row.id)
    assert titles(school) == []
    assert refusal(evidence.remove, row.id).code == "evidence_gone"
    history.undo_last()
    assert evidence.content(row.id).content == b"%PDF-1.4"


@pytest.mark.parametrize("where", ["person", "criterion", "initiative"])
def test_a_place_that_is_gone_is_refused(school: School, pdf: Path, where: str) -> None:
    gone = {
        "person": OnSheet(school.campaign, PersonId(999)),
        "criterion": OnSheet(school.campaign, school.people["GV01"], CriterionId(999)),
        "initiative": OnInitiative(school.campaign, InitiativeId(999)),
    }[where]
    assert refusal(evidence.add, gone, [pdf], at=NOW, user="").code == "evidence_place_gone"


def test_opening_what_is_gone_is_refused(school: School) -> None:
    assert school
    assert refusal(evidence.content, EvidenceId(999)).code == "evidence_gone"


def test_an_initiative_s_file_counts_for_its_authors(school: School, pdf: Path) -> None:
    where = initiative(school)
    add(where, pdf)
    assert [row.title for row in evidence.of_initiative(where.initiative_id)] == [pdf.name]
    found = evidence.of_people(school.campaign, list(school.people.values()))
    assert {person: [row.initiative for row in rows] for person, rows in found.items()} == {
        school.people["GV02"]: ["Số hóa bài giảng"]
    }


def test_a_person_s_files_come_in_the_order_of_the_criteria(school: School, tmp_path: Path) -> None:
    for number, name in (("2.2", "c.pdf"), ("1.1", "b.pdf"), (None, "a.pdf")):
        add(place(school, number=number), made(tmp_path, name, name.encode()))
    found = evidence.of_people(school.campaign, [school.people["GV01"]])[school.people["GV01"]]
    assert [row.title for row in found] == ["a.pdf", "b.pdf", "c.pdf"]
