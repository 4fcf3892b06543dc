"""A real data file for every services test: migrated once, copied, opened."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.services import council_school
from thidua_gui.services import data_file as data_files

NOW = datetime(2026, 11, 22, 8, 30)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty data file of the newest schema; tests copy it."""
    path = tmp_path_factory.mktemp("migrated") / "truong.tdkt"
    data_files.create(path, user="Thư ký", clock=lambda: NOW)
    data_files.close()
    return path


@pytest.fixture
def data_file(migrated_file: Path, tmp_path: Path) -> Iterator[data_files.OpenFile]:
    """An open, empty data file; the clock stands at NOW."""
    path = tmp_path / "truong.tdkt"
    shutil.copyfile(migrated_file, path)
    yield data_files.open_file(path, user="Thư ký", clock=lambda: NOW)
    if data_files.is_open():
        data_files.close()


@pytest.fixture(scope="session")
def council_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with a council and proposals ready for it; tests copy it."""
    path = tmp_path_factory.mktemp("council") / "truong.tdkt"
    shutil.copyfile(migrated_file, path)
    data_files.open_file(path, user="Thư ký", clock=lambda: NOW)
    council_school.build()
    data_files.close()
    return path


@pytest.fixture
def school(council_file: Path, tmp_path: Path) -> Iterator[council_school.CouncilSchool]:
    """The school with a council, open; the clock stands at NOW."""
    path = tmp_path / "truong.tdkt"
    shutil.copyfile(council_file, path)
    data_files.open_file(path, user="Thư ký", clock=lambda: NOW)
    yield council_school.CouncilSchool()
    if data_files.is_open():
        data_files.close()


@pytest.fixture
def no_data_file() -> None:
    assert not data_files.is_open()
