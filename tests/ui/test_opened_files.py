"""Copies to look at: read-only, private, named as the file, gone afterwards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from thidua_gui.core.errors import SystemProblem
from thidua_gui.text.errors import sentence
from thidua_gui.ui.opened_files import FOLDER, OpenedFiles, plain_name


def test_a_copy_is_read_only_in_a_folder_of_this_user_alone(tmp_path: Path) -> None:
    path = OpenedFiles(tmp_path).put("7", "Biên bản.pdf", b"x")
    assert path.name == "Biên bản.pdf"
    assert path.stat().st_mode & 0o222 == 0
    if os.name == "posix":  # on Windows what lies in a user's profile is that user's alone
        assert path.stat().st_mode & 0o777 == 0o400
        assert path.parent.stat().st_mode & 0o777 == (tmp_path / FOLDER).stat().st_mode & 0o777 == 0o700


def test_opening_again_uses_the_same_copy(tmp_path: Path) -> None:
    opened = OpenedFiles(tmp_path)
    assert opened.put("7", "a.pdf", b"x") == opened.put("7", "a.pdf", b"x")
    assert opened.put("8", "a.pdf", b"y").read_bytes() == b"y"


def test_nothing_is_left_after_cleaning(tmp_path: Path) -> None:
    opened = OpenedFiles(tmp_path)
    opened.put("7", "a.pdf", b"x")
    opened.clean()
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_what_an_ended_program_left_is_removed_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / FOLDER / "999999" / "7"
    left.mkdir(parents=True)
    (left / "a.pdf").write_bytes(b"x")
    (left / "a.pdf").chmod(0o400)
    OpenedFiles(tmp_path).clean_leftovers()
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_what_a_running_program_has_open_stays(tmp_path: Path) -> None:
    path = OpenedFiles(tmp_path).put("7", "a.pdf", b"x")
    OpenedFiles(tmp_path).clean_leftovers()
    assert path.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("tệp chắn chỗ", encoding="utf-8")
    with pytest.raises(SystemProblem) as refused:
        OpenedFiles(tmp_path).put("7", "a.pdf", b"x")
    assert "a.pdf" in sentence(refused.value)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Giáo án: bài 3/5?.docx", "Giáo án- bài 3-5-.docx"),
        ("../../etc/passwd.txt", "-..-etc-passwd.txt"),
        ("con.pdf", "_con.pdf"),
        ("a" * 300 + ".pdf", "a" * 100 + ".pdf"),
        ("...", "minh-chung"),
    ],
)
def test_names_become_harmless_and_keep_their_ending(name: str, plain: str) -> None:
    assert plain_name(name) == plain
