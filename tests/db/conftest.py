"""The database object opened on a fresh migrated file, without the services."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from db import lock, migrate
from db.connection import DataFileDatabase, Session, database, open_connection

AT = datetime(2026, 11, 22, 8, 30)
ME = lock.Holder("Thư ký", "may-1", os.getpid(), AT)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "truong.tdkt"
    open_connection(path)
    migrate.migrate(database, AT)
    database.close()
    return path


@pytest.fixture
def path(migrated: Path, tmp_path: Path) -> Path:
    """A migrated file, closed."""
    return Path(shutil.copyfile(migrated, tmp_path / "truong.tdkt"))


@pytest.fixture
def opened(path: Path) -> Iterator[DataFileDatabase]:
    open_connection(path)
    yield database
    database.close()


@pytest.fixture
def session(opened: DataFileDatabase, path: Path) -> Iterator[Session]:
    held = lock.acquire(path, ME)
    opened.session = Session(path, ME.user, lambda: AT, AT, held)
    yield opened.session
    opened.session = None
    held.release()
