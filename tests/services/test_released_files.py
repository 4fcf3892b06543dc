"""A data file of every released schema opens: brought up to date after a backup of it, with nothing lost."""

from __future__ import annotations

import lzma
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from db.connection import schema_version
from db.migrations.registry import MIGRATIONS
from thidua_gui.services import campaigns, data_file, history

FILES = Path(__file__).parent.parent / "databases"
RELEASED = [f"v{version:04}" for version in range(1, len(MIGRATIONS))]
AT = datetime(2026, 11, 23, 9)


@pytest.fixture(params=RELEASED)
def released(request, tmp_path) -> Path:
    """The sample year in a file of an earlier schema."""
    path = tmp_path / f"{request.param}.tdkt"
    path.write_bytes(lzma.decompress((FILES / f"{request.param}.tdkt.xz").read_bytes()))
    return path


def rows(path: Path) -> dict[str, int]:
    with sqlite3.connect(path) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}


def opened_and_closed(path: Path) -> None:
    data_file.open_file(path, clock=lambda: AT, user="Thư ký")
    data_file.close()


def test_an_older_file_keeps_every_row(released):
    before = rows(released)
    opened_and_closed(released)
    after = rows(released)
    assert {name: after[name] for name in before if name != "migration_history"} == {
        name: count for name, count in before.items() if name != "migration_history"
    }
    assert schema_version(released, known=len(MIGRATIONS)) == len(MIGRATIONS)


def test_an_older_file_is_copied_before_it_is_changed(released):
    version = int(released.stem[1:])
    opened_and_closed(released)
    (copy,) = (released.parent / data_file.BACKUP_FOLDER).glob("*.tdkt")
    assert schema_version(copy, known=len(MIGRATIONS)) == version


def test_the_steps_of_an_older_file_are_still_undone(released):
    data_file.open_file(released, clock=lambda: AT, user="Thư ký")
    try:
        (year,) = campaigns.campaigns()
        assert campaigns.plan_text(year.id)
        history.undo_last()
        assert campaigns.plan_text(year.id) is None
        while history.next_undo() is not None:
            history.undo_last()
        assert campaigns.campaigns() == ()
    finally:
        data_file.close()
