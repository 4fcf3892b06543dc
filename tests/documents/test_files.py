"""File names and whole files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_gui.core.errors import SystemProblem
from thidua_gui.documents.files import safe_name, unique_names, write_whole


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("CB01", "Hoàng Đức Khải"), "CB01-hoang-duc-khai"),
        (("CB/0:1", "Đỗ Thị Ngọc Ánh"), "CB-0-1-do-thi-ngoc-anh"),
        (("Đ1", "Y K'Pa"), "D1-y-k-pa"),
        (("con",), "con-"),
        (("", "***"), "khong-ten"),
    ],
)
def test_names_are_plain_on_every_system(parts: tuple[str, ...], name: str) -> None:
    assert safe_name(*parts) == name


def test_a_long_name_is_cut() -> None:
    assert len(safe_name("CB01", "a" * 300)) == 100


def test_equal_names_are_numbered_whatever_their_case() -> None:
    assert unique_names(["a", "A", "a", "b"]) == ("a", "A-2", "a-3", "b")


def test_a_file_is_written_into_a_new_folder(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "pdf" / "a.pdf", b"whole")
    assert path.read_bytes() == b"whole"
    assert [file.name for file in path.parent.iterdir()] == ["a.pdf"]


def refusing_to_replace(error: OSError) -> Callable[[Path, Path], Path]:
    def refuse(self: Path, target: Path) -> Path:
        raise error

    return refuse


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PermissionError(13, "Access is denied"), "document_in_use"),
        (OSError(28, "No space left"), "document_not_written"),
    ],
)
def test_a_failure_keeps_the_old_file_and_leaves_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    goal = tmp_path / "a.pdf"
    goal.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refusing_to_replace(error))
    with pytest.raises(SystemProblem) as failed:
        write_whole(goal, b"new")
    assert (failed.value.code, failed.value.details["file"]) == (code, "a.pdf")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.pdf", b"old")]
